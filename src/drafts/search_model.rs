//! Search held against the plainest thing that could give the same answer, over random drafts,
//! changes by two windows, and queries: every count and every order must be exact.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;
use uuid::Uuid;

use super::*;
use crate::catalog::{Id, Track};
use crate::drafts::Save;
use crate::posting::{Location, Posting};

#[derive(Clone, Debug)]
struct Model {
    key: i64,
    posting: Posting,
    title: String,
    text: String,
    status: Status,
    archived: bool,
    trashed: Option<i64>,
}

impl Model {
    fn changed(&self) -> i64 {
        self.posting.changed.as_microsecond()
    }

    fn headline(&self) -> String {
        let posting = &self.posting;
        format!("{} {} {} {}", self.title, posting.company.name, posting.locations[0].city, posting.reference)
    }

    /// 0: all words in the title, 1: in the headline, 2: anywhere.
    fn tier(&self, wanted: &[&str]) -> Option<usize> {
        let has = |text: &str| {
            let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
            wanted.iter().all(|wanted| words.iter().any(|word| word.starts_with(wanted)))
        };
        let headline = self.headline();
        [&self.title, &headline, &format!("{headline} {}", self.text)].into_iter().position(|text| has(text))
    }

    fn fits(&self, query: &Query) -> bool {
        let shelf = match (self.trashed, self.archived) {
            (Some(_), _) => Shelf::Trash,
            (None, true) => Shelf::Archive,
            (None, false) => Shelf::Current,
        };
        let role = &self.posting.role;
        query.shelf == shelf
            && (query.statuses.is_empty() || query.statuses.contains(&self.status))
            && (query.specialisms.is_empty() || query.specialisms.contains(&role.specialism))
            && query.track.is_none_or(|track| track == role.track)
            && query.company.as_ref().is_none_or(|name| name.eq_ignore_ascii_case(&self.posting.company.name))
            && query.changed_since.is_none_or(|time| self.posting.changed >= time)
            && query.changed_before.is_none_or(|time| self.posting.changed < time)
    }
}

/// What the query should give.
fn expected(all: &BTreeMap<Uuid, Model>, query: &Query) -> Vec<Uuid> {
    let wanted: Vec<&str> = query.words.split_whitespace().collect();
    let mut found: Vec<(usize, &Model)> =
        all.values().filter(|one| one.fits(query)).filter_map(|one| Some((one.tier(&wanted)?, one))).collect();
    let key = |text: &str| text.to_lowercase();
    let newest = |one: &Model| match query.shelf {
        Shelf::Trash => one.trashed.unwrap_or_default(),
        _ => one.changed(),
    };
    let way = |ordering: std::cmp::Ordering, descends: bool| if descends { ordering.reverse() } else { ordering };
    found.sort_by(|(a_tier, a), (b_tier, b)| match query.order {
        Order::Best if !wanted.is_empty() => {
            way(a_tier.cmp(b_tier).then((b.changed(), b.key).cmp(&(a.changed(), a.key))), query.reversed)
        }
        Order::Best | Order::Changed => way((newest(a), a.key).cmp(&(newest(b), b.key)), !query.reversed),
        Order::Created => way((a.posting.created, a.key).cmp(&(b.posting.created, b.key)), !query.reversed),
        Order::Title => way((key(&a.title), a.key).cmp(&(key(&b.title), b.key)), query.reversed),
        Order::Company => {
            let company = |one: &Model| key(&one.posting.company.name);
            way((company(a), a.key).cmp(&(company(b), b.key)), query.reversed)
        }
        Order::Status => {
            let newest_first = (newest(b), b.key).cmp(&(newest(a), a.key));
            way(a.status.cmp(&b.status), query.reversed).then(newest_first)
        }
    });
    found.into_iter().map(|(_, one)| one.posting.id).collect()
}

struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 8) as usize % end
    }

    fn one<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

const WORDS: [&str; 10] = ["senior", "seniority", "sen", "backend", "back", "rust", "berlin", "acme", "query", "x"];
const SPECIALISMS: [&str; 2] = ["backend", "frontend"];

fn posting(random: &mut Random, id: Uuid, created: i64) -> Posting {
    let json = serde_json::json!({
        "id": id,
        "role": {
            "specialism": random.one(&SPECIALISMS),
            "track": random.one(&["developer", "engineer"]),
            "level": "mid",
        },
        "reference": random.one(&WORDS),
        "created": Timestamp::from_second(created).unwrap(),
        "changed": Timestamp::from_second(1_000_000 + random.below(50) as i64).unwrap(),
    });
    let mut posting: Posting = serde_json::from_value(json).unwrap();
    posting.company.name = random.one(&WORDS).to_owned();
    posting.locations = vec![Location { city: random.one(&WORDS).to_owned(), region: String::new(), country: None }];
    posting
}

fn change(random: &mut Random, stores: &[DraftStore; 2], all: &mut BTreeMap<Uuid, Model>, step: i64) {
    let store = &stores[random.below(4).min(1)];
    let old = (!all.is_empty()).then(|| *all.keys().nth(random.below(all.len())).unwrap());
    let now = Timestamp::from_second(2_000_000 + step).unwrap();
    match (random.below(10), old) {
        (0..=5, _) | (_, None) => {
            let id = old.filter(|_| random.below(3) > 0 && all.len() > 20).unwrap_or(Uuid::from_u128(step as u128 + 1));
            let created = random.below(9) as i64;
            let mut posting = posting(random, id, created);
            let mut title = format!("{} {}", random.one(&WORDS), random.one(&WORDS));
            let text = format!("{} {}", random.one(&WORDS), random.one(&WORDS));
            if let Some(before) = all.get(&id).filter(|_| random.below(2) == 0) {
                // Only the text.
                let changed = posting.changed;
                (posting, title) = (before.posting.clone(), before.title.clone());
                posting.changed = changed;
            }
            let _saved = store.save_change(&Save { text: Some(&text), ..Save::new(&posting, &title) }).unwrap();
            let next = all.values().map(|one| one.key).max().unwrap_or(0) + 1;
            let new = Model {
                key: next,
                posting: posting.clone(),
                title: title.clone(),
                text: text.clone(),
                status: Status::Draft,
                archived: false,
                trashed: None,
            };
            let model = all.entry(id).or_insert(new);
            (model.posting, model.title, model.text) = (posting, title, text);
        }
        (6, Some(id)) => {
            let status = Status::ALL[random.below(4)];
            store.set_status(&[id], status).unwrap();
            all.get_mut(&id).unwrap().status = status;
        }
        (7, Some(id)) => {
            let archived = random.below(2) == 0;
            if archived { store.archive(&[id], now) } else { store.unarchive(&[id]) }.unwrap();
            all.get_mut(&id).unwrap().archived = archived;
        }
        (8, Some(id)) => {
            let model = all.get_mut(&id).unwrap();
            if random.below(2) == 0 {
                store.trash(id, now).unwrap();
                model.trashed.get_or_insert(now.as_microsecond());
            } else {
                store.restore(id).unwrap();
                model.trashed = None;
            }
        }
        (_, Some(id)) => {
            if all[&id].trashed.is_some() {
                store.delete_for_good(id).unwrap();
                all.remove(&id);
            }
        }
    }
}

fn query(random: &mut Random) -> Query {
    let mut words = Vec::new();
    for _ in 0..random.below(3) {
        let word = random.one(&WORDS);
        // A letter before another word is a whole word: not what is meant here.
        words.push(&word[..(2 + random.below(word.len())).min(word.len())]);
    }
    words.retain(|word| word.len() > 1);
    let maybe = |random: &mut Random| random.below(3) == 0;
    let second = |random: &mut Random| Timestamp::from_second(1_000_000 + random.below(50) as i64).ok();
    Query {
        words: words.join(" "),
        shelf: [Shelf::Current, Shelf::Current, Shelf::Archive, Shelf::Trash][random.below(4)],
        statuses: if maybe(random) { vec![Status::ALL[random.below(4)], Status::Ready] } else { Vec::new() },
        specialisms: if maybe(random) { vec![Id::new(random.one(&SPECIALISMS)).unwrap()] } else { Vec::new() },
        track: maybe(random).then_some(Track::ALL[random.below(2)]),
        company: maybe(random).then(|| random.one(&WORDS).to_uppercase()),
        changed_since: if maybe(random) { second(random) } else { None },
        changed_before: if random.below(5) == 0 { second(random) } else { None },
        order: Order::ALL[random.below(Order::ALL.len())],
        reversed: maybe(random),
        offset: if maybe(random) { random.below(8) } else { 0 },
        limit: 1 + random.below(12),
    }
}

fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

#[test]
fn every_count_and_every_order_is_what_going_through_all_drafts_would_give() {
    for seed in 1..=4 {
        let mut random = Random(0x9e37_79b9_7f4a_7c15 ^ seed);
        let folder = folder();
        let stores = [DraftStore::open(folder.path()).unwrap(), DraftStore::open(folder.path()).unwrap()];
        let mut all = BTreeMap::new();
        for step in 0..260 {
            change(&mut random, &stores, &mut all, step);
            // Several in a row, so that something is found again.
            for _ in 0..random.below(4) {
                let query = query(&mut random);
                let page = stores[0].search(&query).unwrap();
                let expected = expected(&all, &query);
                assert!(page.total_is_exact);
                let ids: Vec<Uuid> = page.hits.iter().map(|hit| hit.draft.id).collect();
                let on_page: Vec<Uuid> = expected.iter().copied().skip(query.offset).take(query.limit).collect();
                assert_eq!(ids, on_page, "seed {seed}, step {step}: {query:?}");
                assert_eq!(page.total, expected.len(), "seed {seed}, step {step}: {query:?}");
            }
        }
    }
}

#[test]
fn filters_and_orders_are_read_from_indexes() {
    let folder = folder();
    let store = DraftStore::open(folder.path()).unwrap();
    let plan = |sql: &str| -> String {
        let mut statement = store.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let count = statement.parameter_count();
        let values = rusqlite::params_from_iter(vec!["x"; count]);
        let steps = statement.query_map(values, |row| row.get::<_, String>(3)).unwrap();
        steps.map(Result::unwrap).collect::<Vec<_>>().join("; ")
    };
    for order in Order::ALL {
        for shelf in [Shelf::Current, Shelf::Archive] {
            let sql = all_in_order(&Query { order, shelf, ..Query::default() });
            assert!(plan(&sql).contains("USING INDEX") && !plan(&sql).contains("B-TREE"), "{sql}: {}", plan(&sql));
        }
    }
    let filters = [
        Query { statuses: vec![Status::Ready, Status::Draft], ..Query::default() },
        Query { company: Some("acme".to_owned()), ..Query::default() },
        Query { changed_since: Some(Timestamp::UNIX_EPOCH), ..Query::default() },
    ];
    for query in filters {
        let sql = format!("SELECT gather(key) FROM draft WHERE {}", Filter::of(&query).conditions);
        assert!(plan(&sql).contains("USING INDEX"), "{sql}: {}", plan(&sql));
    }
}

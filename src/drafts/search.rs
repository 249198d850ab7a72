//! Finding drafts among a hundred thousand while somebody types.
//!
//! SQLite's full-text index names the drafts that have a word, its other indexes those that a
//! filter lets through and their order; each comes as a set of bits ([`bits`](super::bits)),
//! which the next keystroke finds again ([`board`](super::board)).
//!
//! The best are first those with all words in the title, then in the headline (title, company,
//! place, reference), then anywhere. A word that nearly every draft has is not followed to its
//! end: among the best [`MOST_RANKED`], begun last, the order is exact, and the page says that
//! there are more. Any other order follows every match, and is exact wholly.

use std::collections::HashSet;

use rusqlite::types::{Value, ValueRef};

use super::bits::{Allowed, Bits};
use super::board::{Board, Filter, Place, Word};
use super::index::INDEXED_PREFIX;
use super::query::{Excerpt, Hit, Order, Page, Query, Wanted, excerpt, places};
use super::rows::{self, INFO, text};
use super::{DraftStore, Shelf, Status, StoreError, fold};

/// How many drafts are put in order as the best.
const MOST_RANKED: usize = 1_000;

/// How many rows are read one by one, before the whole is read at once and kept.
const STEPS: usize = if cfg!(test) { 7 } else { 6_000 };

/// How many drafts are sorted one by one, instead of picked out of an order of all.
const SORTED: usize = if cfg!(test) { 3 } else { 200 };

/// How many drafts a search brings into the index before it looks.
const INDEXED_BEFORE: usize = 64;

const DOING: &str = "search the drafts";

impl DraftStore {
    /// A page of the drafts that a query finds. New words are brought into the index first; if
    /// there are many (a store of an older version), [`Page::unindexed`] says how many are not in
    /// it yet, and [`index_pending`](Self::index_pending) brings them in.
    ///
    /// # Errors
    /// What kept the store from being read.
    pub fn search(&self, query: &Query) -> Result<Page, StoreError> {
        let wanted = Wanted::all(&query.words);
        let unindexed = match self.index(if wanted.is_empty() { 0 } else { INDEXED_BEFORE }) {
            Ok(left) => left,
            // A full disk or another program that writes is no reason not to look.
            Err(error) => {
                tracing::warn!(reason = error.log_name(), "new words could not be brought into the index");
                self.unindexed()?
            }
        };
        let failed = self.failed(DOING);
        // What is read in one transaction belongs together, whoever writes meanwhile.
        let reading = self.conn.unchecked_transaction().map_err(&failed)?;
        self.board.borrow_mut().refresh(&self.conn).map_err(&failed)?;
        let found = if wanted.is_empty() {
            // Nothing but punctuation is in no draft.
            if query.words.trim().is_empty() { self.matching(query, None) } else { Ok((Vec::new(), 0, true)) }
        } else {
            Wanted::words(&wanted, |word| self.words_that_begin(word)).and_then(|words| match query.order {
                Order::Best => self.best(query, &words),
                _ => self.matching(query, Some(&words)),
            })
        };
        let (keys, total, total_is_exact) = found.map_err(&failed)?;
        let hits = keys.into_iter().map(|key| self.hit(key, &wanted)).collect::<rusqlite::Result<_>>();
        let page = Page { hits: hits.map_err(&failed)?, total, total_is_exact, unindexed };
        reading.commit().map_err(&failed)?;
        Ok(page)
    }

    /// Every company that a draft names, the trash left out, from A to Z: for a filter's choices.
    ///
    /// # Errors
    /// What kept the store from being read.
    pub fn companies(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT min(company) FROM draft WHERE trashed IS NULL AND company <> '' \
                   GROUP BY company_key ORDER BY company_key";
        self.conn
            .prepare_cached(sql)
            .and_then(|mut statement| statement.query_map([], |row| text(row, 0))?.collect())
            .map_err(self.failed("list the companies"))
    }

    /// The words of the store that begin so; `None`: they are many, or the index has that beginning.
    ///
    /// To the full-text index a beginning that it does not keep is all words that begin so put
    /// together before the first draft is named, which takes long for a word that every draft has.
    /// Words that are named to it are followed only as far as needed.
    fn words_that_begin(&self, begin: &str) -> rusqlite::Result<Option<Vec<String>>> {
        const MANY: usize = 32;
        if begin.chars().count() <= INDEXED_PREFIX {
            return Ok(None);
        }
        let sql = format!("SELECT word FROM term WHERE word >= ?1 AND word < ?2 LIMIT {}", MANY + 1);
        let words: Vec<String> = self
            .conn
            .prepare_cached(&sql)?
            .query_map([begin, &format!("{begin}{}", char::MAX)], |row| text(row, 0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok((words.len() <= MANY).then_some(words))
    }

    /// The drafts that have all words somewhere and are allowed, in an order that no word tells.
    fn matching(&self, query: &Query, words: Option<&[Vec<Word>]>) -> Found {
        let board = &mut *self.board.borrow_mut();
        let with_words = words.map(|words| self.with_all(board, Place::Anywhere, words)).transpose()?;
        let mut page = Vec::new();
        let mut total = 0;
        for part in parts(query) {
            let allowed = board.allowed(&self.conn, &Filter::of(&part))?;
            let found = with_words.clone().map(|mut bits| {
                allowed.filter(&mut bits);
                bits
            });
            let count = match (&found, &*allowed) {
                (Some(bits), _) | (None, Allowed::These(bits)) => bits.len(),
                (None, Allowed::AllBut(bits)) => board.drafts(&self.conn)?.saturating_sub(bits.len()),
            };
            let skip = query.offset.saturating_sub(total).min(count);
            let take = (query.limit - page.len()).min(count - skip);
            total += count;
            if take > 0 {
                let has = |key| found.as_ref().map_or_else(|| allowed.has(key), |bits| bits.has(key));
                match found.as_ref().filter(|bits| bits.len() <= SORTED) {
                    Some(bits) => page.extend(self.sorted(&part, bits)?.into_iter().skip(skip).take(take)),
                    None => self.walk(board, &part, &has, skip, take, &mut page)?,
                }
            }
        }
        Ok((page, total, true))
    }

    /// Goes through all drafts of the shelf in their order and takes those that are wanted.
    fn walk(
        &self,
        board: &mut Board,
        query: &Query,
        has: &dyn Fn(i64) -> bool,
        mut skip: usize,
        take: usize,
        page: &mut Vec<i64>,
    ) -> rusqlite::Result<()> {
        let sql = all_in_order(query);
        let full = page.len() + take;
        let mut wanted = |key: i64| {
            if has(key) {
                if skip == 0 {
                    page.push(key);
                } else {
                    skip -= 1;
                }
            }
            page.len() == full
        };
        if let Some(keys) = board.known_order(&sql) {
            keys.iter().any(|key| wanted(*key));
            return Ok(());
        }
        // Most pages are near the front. For others the whole order is worth keeping.
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut steps = 0;
        while let Some(row) = rows.next()? {
            if wanted(row.get(0)?) {
                return Ok(());
            }
            steps += 1;
            if steps == STEPS {
                drop(rows);
                let keys = board.order(&self.conn, &sql)?;
                keys.iter().skip(steps).any(|key| wanted(*key));
                return Ok(());
            }
        }
        Ok(())
    }

    /// Puts a few drafts in order.
    fn sorted(&self, query: &Query, bits: &Bits) -> rusqlite::Result<Vec<i64>> {
        let (column, descends) = column(query);
        let mut statement = self.conn.prepare_cached(&format!("SELECT {column} FROM draft WHERE key = ?1"))?;
        let mut ranked = Vec::with_capacity(bits.len());
        for key in bits.descending() {
            let rank = statement.query_row([key], |row| {
                Ok(match row.get_ref(0)? {
                    ValueRef::Integer(number) => (number, Vec::new()),
                    other => (0, other.as_bytes_or_null()?.unwrap_or_default().to_vec()),
                })
            })?;
            ranked.push((rank, key));
        }
        ranked.sort_unstable();
        if descends {
            ranked.reverse();
        }
        Ok(ranked.into_iter().map(|(_, key)| key).collect())
    }

    /// The drafts that have, for each of the words looked for, one that is it or begins so.
    fn with_all(&self, board: &mut Board, place: Place, words: &[Vec<Word>]) -> rusqlite::Result<Bits> {
        let mut all: Option<Bits> = None;
        for one in words {
            let mut any = Bits::default();
            for word in one {
                any.or(&*board.with_word(&self.conn, place, word)?);
            }
            match &mut all {
                Some(all) => all.and(&any),
                None => all = Some(any),
            }
        }
        Ok(all.unwrap_or_default())
    }

    fn best(&self, query: &Query, words: &[Vec<Word>]) -> Found {
        let board = &mut *self.board.borrow_mut();
        let allowed = board.allowed(&self.conn, &Filter::of(query))?;
        let mut seen = HashSet::new();
        let mut keys = Vec::new();
        let mut is_exact = true;
        for place in [Place::Title, Place::Headline, Place::Anywhere] {
            let mut rows = self.last_begun(board, place, words, &allowed)?;
            is_exact &= rows.len() <= MOST_RANKED;
            rows.sort_by_key(|(key, changed)| std::cmp::Reverse((*changed, *key)));
            keys.extend(rows.into_iter().map(|(key, _)| key).filter(|key| seen.insert(*key)));
            if keys.len() > MOST_RANKED {
                keys.truncate(MOST_RANKED);
                is_exact = false;
                break;
            }
        }
        if query.reversed {
            keys.reverse();
        }
        let total = keys.len();
        let page = keys.into_iter().skip(query.offset).take(query.limit).collect();
        Ok((page, total, is_exact))
    }

    /// Of the drafts that have all words in a place and are allowed the last begun, one more than
    /// [`MOST_RANKED`] at most, each with the time of its last change.
    fn last_begun(
        &self,
        board: &mut Board,
        place: Place,
        words: &[Vec<Word>],
        allowed: &Allowed,
    ) -> rusqlite::Result<Vec<(i64, i64)>> {
        let mut keys = None;
        if let [one] = words
            && !one.iter().all(|word| board.knows(place, word))
            && allowed.most() > STEPS
        {
            // The full-text index gives the last begun first without sorting, and mostly those are
            // enough.
            let table = place.table();
            let sql = format!("SELECT rowid FROM {table} WHERE {table} MATCH ?1 ORDER BY rowid DESC LIMIT {STEPS}");
            let mut statement = self.conn.prepare_cached(&sql)?;
            let mut rows = statement.query([place.expression(&expression(words))])?;
            let (mut found, mut steps) = (Vec::new(), 0);
            while found.len() <= MOST_RANKED
                && let Some(row) = rows.next()?
            {
                steps += 1;
                let key = row.get(0)?;
                if allowed.has(key) {
                    found.push(key);
                }
            }
            keys = (found.len() > MOST_RANKED || steps < STEPS).then_some(found);
        }
        let keys = match keys {
            Some(keys) => keys,
            None => {
                let mut bits = self.with_all(board, place, words)?;
                allowed.filter(&mut bits);
                bits.descending().take(MOST_RANKED + 1).collect()
            }
        };
        let mut statement = self.conn.prepare_cached("SELECT changed FROM draft WHERE key = ?1")?;
        keys.into_iter().map(|key| Ok((key, statement.query_row([key], |row| row.get(0))?))).collect()
    }

    fn hit(&self, key: i64, wanted: &[Wanted]) -> rusqlite::Result<Hit> {
        let draft = self
            .conn
            .prepare_cached(&format!("SELECT {INFO} FROM draft WHERE key = ?1"))?
            .query_row([key], rows::info)?;
        if wanted.is_empty() {
            return Ok(Hit { draft, in_title: Vec::new(), excerpt: None });
        }
        let words: String = self
            .conn
            .prepare_cached("SELECT text FROM words WHERE draft = ?1")?
            .query_map([key], |row| text(row, 0))?
            .next()
            .transpose()?
            .unwrap_or_default();
        let in_title = places(&draft.title, wanted);
        let excerpt: Option<Excerpt> = excerpt(&words, wanted);
        Ok(Hit { draft, in_title, excerpt })
    }
}

/// Keys of a page, how many there are in all, and whether that is all.
type Found = rusqlite::Result<(Vec<i64>, usize, bool)>;

impl Filter {
    pub(super) fn of(query: &Query) -> Self {
        let mut filter = Self { conditions: String::new(), values: Vec::new() };
        filter.conditions.push_str(match query.shelf {
            Shelf::Current => Self::DESK,
            Shelf::Archive => "draft.trashed IS NULL AND draft.archived IS NOT NULL",
            Shelf::Trash => "draft.trashed IS NOT NULL",
        });
        filter.any("status", query.statuses.iter().map(|status| status.id()));
        filter.any("specialism", query.specialisms.iter().map(|id| id.as_str()));
        filter.any("track", query.track.iter().map(|track| track.id()));
        let company = query.company.as_deref().map(fold::key);
        filter.any("company_key", company.as_deref());
        filter.and("changed >= ?", query.changed_since.map(|time| time.as_microsecond()));
        filter.and("changed < ?", query.changed_before.map(|time| time.as_microsecond()));
        filter
    }

    fn any<'a>(&mut self, column: &str, values: impl IntoIterator<Item = &'a str>) {
        let before = self.values.len();
        self.values.extend(values.into_iter().map(|value| Value::from(value.to_owned())));
        if let Some(more) = (self.values.len() - before).checked_sub(1) {
            self.conditions.push_str(&format!(" AND draft.{column} IN (?{})", ", ?".repeat(more)));
        }
    }

    fn and(&mut self, condition: &str, value: Option<i64>) {
        if let Some(value) = value {
            self.conditions.push_str(&format!(" AND draft.{condition}"));
            self.values.push(Value::from(value));
        }
    }
}

/// A query in parts whose order is that of a column: one, or one a status.
fn parts(query: &Query) -> Vec<Query> {
    if query.order != Order::Status {
        return vec![query.clone()];
    }
    let mut statuses: Vec<Status> = Status::ALL.to_vec();
    statuses.retain(|status| query.statuses.is_empty() || query.statuses.contains(status));
    if query.reversed {
        statuses.reverse();
    }
    let part = |status| Query { statuses: vec![status], order: Order::Changed, reversed: false, ..query.clone() };
    statuses.into_iter().map(part).collect()
}

/// The column that drafts are sorted by, and whether the highest comes first.
fn column(query: &Query) -> (&'static str, bool) {
    let (column, descends) = match query.order {
        // `parts` has cut a query by status into several by change.
        Order::Best | Order::Changed | Order::Status => match query.shelf {
            Shelf::Trash => ("trashed", true),
            Shelf::Current | Shelf::Archive => ("changed", true),
        },
        Order::Created => ("created", true),
        Order::Title => ("title_key", false),
        Order::Company => ("company_key", false),
    };
    (column, descends != query.reversed)
}

/// All drafts among which those of a query are, in its order, from an index.
fn all_in_order(query: &Query) -> String {
    let (column, descends) = column(query);
    let way = if descends { "DESC" } else { "ASC" };
    let shelf = if query.shelf == Shelf::Trash { "trashed IS NOT NULL" } else { "trashed IS NULL" };
    format!("SELECT key FROM draft WHERE {shelf} ORDER BY {column} {way}, key {way}")
}

/// For SQLite. Folded words have no quotes, so nothing needs to be escaped.
fn expression(words: &[Vec<Word>]) -> String {
    let one = |word: &Word| format!("\"{}\"{}", word.word, if word.whole { "" } else { "*" });
    let any = |words: &Vec<Word>| format!("({})", words.iter().map(one).collect::<Vec<_>>().join(" OR "));
    words.iter().map(any).collect::<Vec<_>>().join(" AND ")
}

#[cfg(test)]
#[path = "search_model.rs"]
#[allow(clippy::unwrap_used, reason = "a test")]
mod model;

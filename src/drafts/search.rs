//! Finding drafts among a hundred thousand while somebody types.
//!
//! Without words the store's own indexes give a page. With words, SQLite's full-text index names
//! the drafts: first those with all words in the title, then in the headline (title, company,
//! place, reference), then anywhere. A word that nearly every draft has is not followed to its
//! end: among the best [`MOST_RANKED`], begun last, the order is exact, and the page says that
//! there are more. Any other order follows every match.

use std::collections::HashSet;

use rusqlite::ToSql;
use rusqlite::types::Value;

use super::index::INDEXED_PREFIX;
use super::query::{Excerpt, Hit, Order, Page, Query, Wanted, excerpt, places};
use super::rows::{self, INFO, number, text};
use super::{DraftStore, Shelf, Status, StoreError, fold};

/// How many drafts are put in order as the best.
const MOST_RANKED: usize = 1_000;

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
        let unindexed = match self.index_pending(if wanted.is_empty() { 0 } else { INDEXED_BEFORE }) {
            Ok(left) => left,
            // A full disk or another program that writes is no reason not to look.
            Err(error) => {
                tracing::warn!(reason = error.log_name(), "new words could not be brought into the index");
                self.unindexed()?
            }
        };
        let filter = Filter::of(query);
        let found = if wanted.is_empty() {
            // Nothing but punctuation is in no draft.
            if query.words.trim().is_empty() { self.all(query, &filter) } else { Ok((Vec::new(), 0, true)) }
        } else {
            Wanted::to_match(&wanted, |word| self.words_that_begin(word)).and_then(|words| match query.order {
                Order::Best => self.best(query, &filter, &words),
                _ => self.matching(query, &filter, &words),
            })
        };
        let (keys, total, total_is_exact) = found.map_err(self.failed(DOING))?;
        let hits = keys.into_iter().map(|key| self.hit(key, &wanted)).collect::<rusqlite::Result<_>>();
        Ok(Page { hits: hits.map_err(self.failed(DOING))?, total, total_is_exact, unindexed })
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

    fn all(&self, query: &Query, filter: &Filter) -> Found {
        let conditions = &filter.conditions;
        let total = self.number(&format!("SELECT count(*) FROM draft WHERE {conditions}"), filter)?;
        // Passing over drafts reads the index alone; only the page's own rows are looked up.
        let sql = format!(
            "SELECT key FROM draft WHERE {conditions} ORDER BY {} LIMIT {} OFFSET {}",
            order(query),
            query.limit,
            query.offset
        );
        Ok((self.keys(&sql, filter)?, total, true))
    }

    fn matching(&self, query: &Query, filter: &Filter, wanted: &str) -> Found {
        let filter = filter.with(wanted);
        let conditions = format!("key IN (SELECT rowid FROM found WHERE found MATCH ?) AND {}", filter.conditions);
        let total = self.number(&format!("SELECT count(*) FROM draft WHERE {conditions}"), &filter)?;
        let sql = format!(
            "SELECT key FROM draft WHERE {conditions} ORDER BY {} LIMIT {} OFFSET {}",
            order(query),
            query.limit,
            query.offset
        );
        Ok((self.keys(&sql, &filter)?, total, true))
    }

    fn best(&self, query: &Query, filter: &Filter, wanted: &str) -> Found {
        let tier = |table: &str, wanted: &str| {
            // The full-text index gives the last begun first without sorting; CROSS keeps SQLite
            // from going through the drafts instead.
            let sql = format!(
                "SELECT draft.key, draft.changed FROM {table} CROSS JOIN draft ON draft.key = {table}.rowid
                 WHERE {table} MATCH ? AND {} ORDER BY {table}.rowid DESC LIMIT {}",
                filter.conditions,
                MOST_RANKED + 1
            );
            let filter = filter.with(wanted);
            let mut statement = self.conn.prepare_cached(&sql)?;
            let rows = statement.query_map(filter.values().as_slice(), |row| Ok((row.get(0)?, row.get(1)?)))?;
            let mut rows: Vec<(i64, i64)> = rows.collect::<rusqlite::Result<_>>()?;
            rows.sort_by_key(|(key, changed)| std::cmp::Reverse((*changed, *key)));
            Ok::<_, rusqlite::Error>(rows)
        };
        let mut seen = HashSet::new();
        let mut keys = Vec::new();
        let mut is_exact = true;
        for (table, wanted) in [
            ("headline", format!("{{title}} : ({wanted})")),
            ("headline", wanted.to_owned()),
            ("found", wanted.to_owned()),
        ] {
            let rows = tier(table, &wanted)?;
            is_exact &= rows.len() <= MOST_RANKED;
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

    fn number(&self, sql: &str, filter: &Filter) -> rusqlite::Result<usize> {
        self.conn.prepare_cached(sql)?.query_row(filter.values().as_slice(), |row| number(row, 0))
    }

    fn keys(&self, sql: &str, filter: &Filter) -> rusqlite::Result<Vec<i64>> {
        self.conn.prepare_cached(sql)?.query_map(filter.values().as_slice(), |row| row.get(0))?.collect()
    }
}

/// Keys of a page, how many there are in all, and whether that is all.
type Found = rusqlite::Result<(Vec<i64>, usize, bool)>;

/// What a query asks of a row of `draft`, as SQL and its values.
#[derive(Clone)]
struct Filter {
    conditions: String,
    values: Vec<Value>,
}

impl Filter {
    fn of(query: &Query) -> Self {
        let mut filter = Self { conditions: String::new(), values: Vec::new() };
        filter.conditions.push_str(match query.shelf {
            Shelf::Current => "draft.trashed IS NULL AND draft.archived IS NULL",
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

    /// The same with words, which come before all other values.
    fn with(&self, wanted: &str) -> Self {
        let mut filter = self.clone();
        filter.values.insert(0, Value::from(wanted.to_owned()));
        filter
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        self.values.iter().map(|value| value as &dyn ToSql).collect()
    }
}

fn order(query: &Query) -> String {
    let (column, descends) = match query.order {
        Order::Best | Order::Changed => match query.shelf {
            Shelf::Trash => ("trashed", true),
            Shelf::Current | Shelf::Archive => ("changed", true),
        },
        Order::Created => ("created", true),
        Order::Title => ("title_key", false),
        Order::Company => ("company_key", false),
        Order::Status => {
            let each = Status::ALL.iter().enumerate();
            let cases: String = each.map(|(n, status)| format!(" WHEN '{}' THEN {n}", status.id())).collect();
            let way = if query.reversed { "DESC" } else { "ASC" };
            return format!("CASE draft.status{cases} ELSE 0 END {way}, draft.changed DESC, draft.key DESC");
        }
    };
    let way = if descends != query.reversed { "DESC" } else { "ASC" };
    format!("draft.{column} {way}, draft.key {way}")
}

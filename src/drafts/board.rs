//! What search keeps in memory between two keystrokes: which drafts have a word, which a filter
//! lets through, in which order all are. Of a hundred thousand drafts that is a few megabytes.
//!
//! Nothing here is ever older than the store: SQLite says whether anybody else wrote to it
//! (`data_version`) and counts what this connection changed. If either moved, all is forgotten.
//! Our own saves, the most frequent change by far, say what they changed, so that words outlive
//! them.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::types::Value;
use rusqlite::{Connection, ToSql};

use super::bits::{Allowed, Bits, keys_of};
use super::index::Indexed;
use super::rows::bytes;

/// How many sets of words are kept; each has some 16 kB in a store of a hundred thousand drafts.
const MOST_WORDS: usize = if cfg!(test) { 20 } else { 256 };

/// How many filters and orders are kept.
const MOST_OTHERS: usize = if cfg!(test) { 5 } else { 32 };

/// Where words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Place {
    Title,
    Headline,
    Anywhere,
}

impl Place {
    /// The full-text table.
    pub fn table(self) -> &'static str {
        match self {
            Self::Title | Self::Headline => "headline",
            Self::Anywhere => "found",
        }
    }

    /// What to match there for an expression of words.
    pub fn expression(self, words: &str) -> String {
        match self {
            Self::Title => format!("{{title}} : ({words})"),
            Self::Headline | Self::Anywhere => words.to_owned(),
        }
    }
}

/// A word as the full-text index knows it, or the beginning of words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Word {
    pub word: String,
    pub whole: bool,
}

/// What moves when the store changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    by_others: i64,
    by_us: u64,
}

impl Stamp {
    fn of(conn: &Connection) -> rusqlite::Result<Self> {
        let by_others = conn.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?;
        Ok(Self { by_others, by_us: conn.total_changes() })
    }
}

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Board {
    stamp: Option<Stamp>,
    words: HashMap<(Place, Word), Arc<Bits>>,
    filters: HashMap<String, Arc<Allowed>>,
    orders: HashMap<String, Arc<Vec<i64>>>,
    drafts: Option<usize>,
}

/// What a change of ours changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Touched {
    /// The texts of drafts, and when they were changed.
    Text,
    /// More of what a list shows.
    Line,
}

/// Says that all was known before a change of ours began.
#[derive(Clone, Copy, Debug)]
pub(super) struct Current(i64);

impl Board {
    /// Forgets what is out of date. Call it within a transaction, which keeps it so.
    pub fn refresh(&mut self, conn: &Connection) -> rusqlite::Result<()> {
        let stamp = Stamp::of(conn)?;
        if self.stamp != Some(stamp) {
            *self = Self { stamp: Some(stamp), ..Self::default() };
        }
        Ok(())
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Ask at the beginning of a transaction that changes no words of the index, or says which.
    pub fn current(&self, conn: &Connection) -> Option<Current> {
        let stamp = self.stamp.filter(|_| !self.words.is_empty())?;
        (Stamp::of(conn).ok()? == stamp).then_some(Current(stamp.by_others))
    }

    /// Keeps the words, after such a transaction was committed, and what else it left as it was.
    pub fn keep_words(&mut self, conn: &Connection, current: Option<Current>, touched: Touched) {
        if let Some(Current(by_others)) = current {
            match touched {
                Touched::Line => {
                    self.filters.clear();
                    self.orders.clear();
                    self.drafts = None;
                }
                Touched::Text => {
                    self.filters.retain(|conditions, _| !conditions.contains("changed"));
                    self.orders.retain(|sql, _| !sql.contains("changed"));
                }
            }
            self.stamp = Some(Stamp { by_others, by_us: conn.total_changes() });
        }
    }

    /// Notes which words a draft has since it was brought into the index.
    pub fn indexed(&mut self, key: i64, words: &Indexed) {
        for ((place, word), bits) in &mut self.words {
            let text = match place {
                Place::Title => &words.title,
                Place::Headline => &words.headline,
                Place::Anywhere => &words.all,
            };
            let is = |one: &str| if word.whole { one == word.word } else { one.starts_with(&word.word) };
            let has = text.split(' ').any(is);
            if has != bits.has(key) {
                let bits = Arc::make_mut(bits);
                if has { bits.insert(key) } else { bits.remove(key) }
            }
        }
    }

    /// How many drafts there are.
    pub fn drafts(&mut self, conn: &Connection) -> rusqlite::Result<usize> {
        if let Some(drafts) = self.drafts {
            return Ok(drafts);
        }
        let count: i64 = conn.prepare_cached("SELECT count(*) FROM draft")?.query_row([], |row| row.get(0))?;
        Ok(*self.drafts.insert(usize::try_from(count).unwrap_or(0)))
    }

    /// True if it is known which drafts have the word.
    pub fn knows(&self, place: Place, word: &Word) -> bool {
        self.words.contains_key(&(place, word.clone()))
    }

    /// The drafts that have a word.
    pub fn with_word(&mut self, conn: &Connection, place: Place, word: &Word) -> rusqlite::Result<Arc<Bits>> {
        let name = (place, word.clone());
        if let Some(bits) = self.words.get(&name) {
            return Ok(bits.clone());
        }
        let sql = format!("SELECT gather(rowid) FROM {0} WHERE {0} MATCH ?1", place.table());
        let wanted = place.expression(&format!("\"{}\"{}", word.word, if word.whole { "" } else { "*" }));
        let gathered = conn.prepare_cached(&sql)?.query_row([wanted], |row| bytes(row, 0))?;
        if self.words.len() >= MOST_WORDS {
            self.words.clear();
        }
        let bits = Arc::new(Bits::from_bytes(&gathered));
        self.words.insert(name, bits.clone());
        Ok(bits)
    }

    /// The drafts that fulfil conditions on `draft`.
    pub fn allowed(&mut self, conn: &Connection, filter: &Filter) -> rusqlite::Result<Arc<Allowed>> {
        let name = format!("{} {:?}", filter.conditions, filter.values);
        if let Some(allowed) = self.filters.get(&name) {
            return Ok(allowed.clone());
        }
        let mut bits = Bits::default();
        // What is not on the desk is little, mostly, and has indexes of its own.
        let parts: &[&str] = if filter.is_whole_desk() {
            &["trashed IS NOT NULL", "archived IS NOT NULL"]
        } else {
            &[&filter.conditions]
        };
        for conditions in parts {
            let sql = format!("SELECT gather(key) FROM draft WHERE {conditions}");
            let values: Vec<&dyn ToSql> = filter.values.iter().map(|value| value as &dyn ToSql).collect();
            bits.or(&Bits::from_bytes(&conn.prepare_cached(&sql)?.query_row(&values[..], |row| bytes(row, 0))?));
        }
        let allowed = Arc::new(if filter.is_whole_desk() { Allowed::AllBut(bits) } else { Allowed::These(bits) });
        if self.filters.len() >= MOST_OTHERS {
            self.filters.clear();
        }
        self.filters.insert(name, allowed.clone());
        Ok(allowed)
    }

    /// All keys in the order that a statement gives them, if they are known.
    pub fn known_order(&self, sql: &str) -> Option<Arc<Vec<i64>>> {
        self.orders.get(sql).cloned()
    }

    /// All keys in the order that a statement gives them.
    pub fn order(&mut self, conn: &Connection, sql: &str) -> rusqlite::Result<Arc<Vec<i64>>> {
        if let Some(keys) = self.orders.get(sql) {
            return Ok(keys.clone());
        }
        let listed = format!("SELECT listed(key) FROM ({sql})");
        let keys = conn.prepare_cached(&listed)?.query_row([], |row| bytes(row, 0))?;
        let keys = Arc::new(keys_of(&keys));
        if self.orders.len() >= MOST_OTHERS {
            self.orders.clear();
        }
        self.orders.insert(sql.to_owned(), keys.clone());
        Ok(keys)
    }
}

/// What a query asks of a row of `draft`, as SQL and its values.
#[derive(Clone, Debug)]
pub(super) struct Filter {
    pub conditions: String,
    pub values: Vec<Value>,
}

impl Filter {
    /// What all drafts on the desk fulfil.
    pub const DESK: &str = "draft.trashed IS NULL AND draft.archived IS NULL";

    fn is_whole_desk(&self) -> bool {
        self.conditions == Self::DESK
    }
}

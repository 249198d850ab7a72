//! What search knows. A save only notes that a draft's words are new; they reach the index
//! here, before the next search or when there is nothing else to do, so that saving stays as
//! quick as writing the posting itself, and so that a store of an older version opens at once.

use rusqlite::{Connection, OptionalExtension as _};

use super::board::Touched;
use super::rows::{bytes, number, text};
use super::{DraftStore, StoreError, fold, open, plain_text, posting_file};

/// The longest beginning of a word, in characters, that the full-text index keeps as such. See
/// `prefix` in the schema.
pub(super) const INDEXED_PREFIX: usize = 3;

const DOING: &str = "bring new words into the index";

/// The setting that is there while words of deleted drafts may be left.
const DELETED: &str = "drafts-deleted";

/// Notes that drafts were deleted. Call it within the transaction that does it.
pub(super) fn note_deleted(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute("INSERT OR REPLACE INTO setting VALUES (?1, 'true')", [DELETED]).map(drop)
}

impl DraftStore {
    /// How many drafts have words that search does not know yet.
    ///
    /// # Errors
    /// What kept the store from being read.
    pub fn unindexed(&self) -> Result<usize, StoreError> {
        self.conn
            .prepare_cached("SELECT count(*) FROM draft WHERE unindexed = 1")
            .and_then(|mut statement| statement.query_row([], |row| number(row, 0)))
            .map_err(self.failed("look for new words"))
    }

    /// Brings the words of at most `most` drafts into the index, measures as many versions, and
    /// brings finished work from the log into the store if there is much of it, so that no save
    /// has to. Returns how many drafts are left.
    ///
    /// # Errors
    /// What kept the index from being written; it is then as it was.
    pub fn index_pending(&self, most: usize) -> Result<usize, StoreError> {
        let tell = |pages| self.conn.pragma_update(None, "wal_autocheckpoint", pages);
        tell(open::PAGES_WHEN_IDLE).map_err(self.failed(DOING))?;
        let left = self.index(most).and_then(|left| self.measure_versions(None, most).map(|()| left));
        tell(open::PAGES_AT_MOST).map_err(self.failed(DOING))?;
        left
    }

    /// Forgets the words that only deleted drafts had. Returns how many those were.
    ///
    /// # Errors
    /// What kept them from being forgotten; search is right all the same.
    pub(super) fn forget_words(&self) -> Result<usize, StoreError> {
        let doing = "forget the words of deleted drafts";
        let failed = self.failed(doing);
        let is_unused = |conn: &Connection, word: &str| {
            let mut statement = conn.prepare_cached("SELECT 1 FROM found WHERE found MATCH ?1 LIMIT 1")?;
            statement.exists([format!("\"{word}\"")]).map(|is_used| !is_used)
        };
        let mut unused = Vec::new();
        let mut statement = self.conn.prepare("SELECT word FROM term").map_err(&failed)?;
        let mut rows = statement.query([]).map_err(&failed)?;
        while let Some(row) = rows.next().map_err(&failed)? {
            let word = text(row, 0).map_err(&failed)?;
            if is_unused(&self.conn, &word).map_err(&failed)? {
                unused.push(word);
            }
        }
        drop(rows);
        // Looked at again under the lock: a word may be in use since.
        let transaction = self.begin(doing)?;
        let forget = |word: &String| {
            let unused = is_unused(&transaction, word)?;
            let sql = "DELETE FROM term WHERE word = ?1 AND ?2";
            transaction.prepare_cached(sql)?.execute((word, unused))
        };
        let forgotten = unused.iter().map(forget).sum::<rusqlite::Result<usize>>().map_err(&failed)?;
        transaction.execute("DELETE FROM setting WHERE key = ?1", [DELETED]).map_err(&failed)?;
        transaction.commit().map_err(&failed)?;
        Ok(forgotten)
    }

    /// True if drafts were deleted since words were last forgotten.
    pub(super) fn has_words_to_forget(&self) -> Result<bool, StoreError> {
        Ok(self.get_setting::<bool>(DELETED)?.is_some())
    }

    /// The same while somebody waits.
    pub(super) fn index(&self, most: usize) -> Result<usize, StoreError> {
        let doing = DOING;
        let left = self.unindexed()?;
        if left == 0 || most == 0 {
            return Ok(left);
        }
        // A power cut may take these words back, wholly, and the note that they are missing comes
        // back with that: no need to wait for the disk.
        let quick = self.conn.pragma_update(None, "synchronous", "normal");
        let done = self.index_some(doing, most);
        // If this fails the next save would not wait for the disk: say so.
        self.conn.pragma_update(None, "synchronous", "full").map_err(self.failed(doing))?;
        quick.map_err(self.failed(doing))?;
        Ok(left.saturating_sub(done?))
    }

    fn index_some(&self, doing: &'static str, most: usize) -> Result<usize, StoreError> {
        let failed = self.failed(doing);
        let transaction = self.begin(doing)?;
        let current = self.board.borrow().current(&transaction);
        let keys: Vec<i64> = transaction
            .prepare_cached("SELECT key FROM draft WHERE unindexed = 1 ORDER BY key DESC LIMIT ?1")
            .and_then(|mut statement| statement.query_map([most as i64], |row| row.get(0))?.collect())
            .map_err(&failed)?;
        let words: Vec<Indexed> =
            keys.iter().map(|key| index_one(&transaction, *key)).collect::<rusqlite::Result<_>>().map_err(&failed)?;
        transaction.commit().map_err(&failed)?;
        let mut board = self.board.borrow_mut();
        if current.is_some() {
            keys.iter().zip(&words).for_each(|(key, words)| board.indexed(*key, words));
        }
        let touched = if words.iter().all(|words| words.same_line) { Touched::Text } else { Touched::Line };
        board.keep_words(&self.conn, current, touched);
        Ok(keys.len())
    }
}

/// The words of a draft as the index has them, folded, each once.
pub(super) struct Indexed {
    pub title: String,
    pub headline: String,
    pub all: String,
    /// False: the list is in another order since.
    same_line: bool,
}

fn index_one(conn: &Connection, key: i64) -> rusqlite::Result<Indexed> {
    let sql = "SELECT title, company, place, reference, title_key, company_key FROM draft WHERE key = ?1";
    let [title, company, place, reference, title_key, company_key] = conn
        .prepare_cached(sql)?
        .query_row([key], |row| Ok([0, 1, 2, 3, 4, 5].map(|at| text(row, at).unwrap_or_default())))?;
    let kept = conn
        .prepare_cached("SELECT text FROM words WHERE draft = ?1")?
        .query_row([key], |row| text(row, 0))
        .optional()?;
    let whole = match kept {
        Some(text) => text,
        None => {
            // From a store of version 1, which kept no words beside the posting.
            let body = conn
                .prepare_cached("SELECT posting FROM body WHERE draft = ?1")?
                .query_row([key], |row| bytes(row, 0))
                .optional()?
                .unwrap_or_default();
            let text = posting_file::from_own_bytes(&body).map(|posting| plain_text(&posting)).unwrap_or_default();
            conn.prepare_cached("INSERT INTO words (draft, text) VALUES (?1, ?2)")?.execute((key, &text))?;
            text
        }
    };
    let rest = format!("{company}\n{place}\n{reference}");
    let (in_title, in_rest) = (fold::distinct(&title), fold::distinct(&rest));
    conn.prepare_cached("INSERT OR REPLACE INTO headline (rowid, title, rest) VALUES (?1, ?2, ?3)")?
        .execute((key, &in_title, &in_rest))?;
    let all = fold::distinct(&format!("{title}\n{rest}\n{whole}"));
    conn.prepare_cached("INSERT OR REPLACE INTO found (rowid, words) VALUES (?1, ?2)")?.execute((key, &all))?;
    let mut term = conn.prepare_cached("INSERT OR IGNORE INTO term VALUES (?1)")?;
    for word in all.split(' ').filter(|word| word.len() > INDEXED_PREFIX) {
        term.execute([word])?;
    }
    let (new_title, new_company) = (fold::key(&title), fold::key(&company));
    let same_line = (&new_title, &new_company) == (&title_key, &company_key);
    if same_line {
        conn.prepare_cached("UPDATE draft SET unindexed = 0 WHERE key = ?1")?.execute([key])?;
    } else {
        conn.prepare_cached("UPDATE draft SET unindexed = 0, title_key = ?2, company_key = ?3 WHERE key = ?1")?
            .execute((key, new_title, new_company))?;
    }
    Ok(Indexed { headline: format!("{in_title} {in_rest}"), title: in_title, all, same_line })
}

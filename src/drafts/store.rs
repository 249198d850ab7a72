//! The draft store: every posting that was begun on this machine, the trash, the company
//! profile and the settings, in one SQLite file.
//!
//! Each call that changes something is one transaction and is on the disk when it returns. The
//! store belongs to one thread at a time; other windows and programs may have the same file open.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::board::Board;
use super::claims::Session;
use super::rows::{INFO, bytes, info, text};
use super::{DraftInfo, Save, StoreError, open, posting_file, save};
use crate::posting::{CompanyProfile, Posting};

/// Every posting that was begun on this machine.
#[derive(Debug)]
pub struct DraftStore {
    pub(super) conn: Connection,
    pub(super) path: PathBuf,
    /// Which file `path` was when it was opened.
    identity: Option<(u64, u64)>,
    /// What this store has open; `None`: nothing was claimed yet.
    pub(super) session: RefCell<Option<Session>>,
    /// What search keeps between two keystrokes.
    pub(super) board: RefCell<Board>,
}

/// As long as this is the same, nothing in the store was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangeMark {
    ours: u64,
    theirs: i64,
}

const PROFILE: &str = "company-profile";
const LISTED: &str = "WHERE trashed IS NULL AND archived IS NULL ORDER BY changed DESC, key DESC";
const TRASHED: &str = "WHERE trashed IS NOT NULL ORDER BY trashed DESC, key DESC";

impl DraftStore {
    /// Opens the store in a folder, and makes both if they are not there, for the owner alone.
    /// A store of an older version is brought up to date.
    ///
    /// # Errors
    /// [`StoreError::Newer`], [`StoreError::Foreign`] or [`StoreError::Damaged`] for a file that
    /// must not be written to: it is then as it was. Otherwise what kept it from being opened.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let (conn, path) = open::open(folder)?;
        let identity = open::identity(&path);
        Ok(Self { conn, path, identity, session: RefCell::new(None), board: RefCell::default() })
    }

    /// True if a folder has a store, or something of its name.
    pub fn is_in(folder: &Path) -> bool {
        folder.join(open::FILE_NAME).symlink_metadata().is_ok()
    }

    /// Tells whether anything was changed since, here or by somebody else. A backup that takes the
    /// place of everything is not told.
    ///
    /// # Errors
    /// What kept the store from being read.
    pub fn change_mark(&self) -> Result<ChangeMark, StoreError> {
        // SQLite's own count of what other connections have committed.
        let theirs = self.conn.pragma_query_value(None, "data_version", |row| row.get(0));
        let theirs = theirs.map_err(self.failed("look whether drafts were changed"))?;
        Ok(ChangeMark { ours: self.conn.total_changes(), theirs })
    }

    /// The store's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The posting with this id, in the trash or not.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`]; [`StoreError::Unreadable`] if what is stored is no posting.
    pub fn load(&self, id: Uuid) -> Result<Posting, StoreError> {
        read(&self.conn, id).map_err(self.failed("open the draft"))?.map_or(
            Err(StoreError::NoSuchDraft { id }),
            |body| {
                let mut posting = self.posting("open the draft", &body)?;
                posting.id = id;
                Ok(posting)
            },
        )
    }

    /// All drafts that are neither in the archive nor in the trash, the newest change first.
    ///
    /// # Errors
    /// What kept the store from being read.
    pub fn list(&self) -> Result<Vec<DraftInfo>, StoreError> {
        self.infos("list the drafts", LISTED)
    }

    /// All drafts in the trash, the last thrown away first.
    ///
    /// # Errors
    /// What kept the store from being read.
    pub fn list_trash(&self) -> Result<Vec<DraftInfo>, StoreError> {
        self.infos("list the trash", TRASHED)
    }

    /// What a list shows of one draft, wherever it lies.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`], or what kept the store from being read.
    pub fn info(&self, id: Uuid) -> Result<DraftInfo, StoreError> {
        self.conn
            .prepare_cached(&format!("SELECT {INFO} FROM draft WHERE id = ?1"))
            .and_then(|mut statement| statement.query_row([id.as_bytes()], info).optional())
            .map_err(self.failed("look at the draft"))?
            .ok_or(StoreError::NoSuchDraft { id })
    }

    /// The drafts whose identity begins or ends with these hexadecimal digits, hyphens left out;
    /// at most ten.
    ///
    /// # Errors
    /// What kept the store from being read.
    pub fn ids_like(&self, digits: &str) -> Result<Vec<Uuid>, StoreError> {
        let digits: String = digits.chars().filter(char::is_ascii_hexdigit).collect();
        self.ids(
            "SELECT id FROM draft WHERE hex(id) LIKE ?1 || '%' OR hex(id) LIKE '%' || ?1 ORDER BY key LIMIT 10",
            &[&digits],
        )
    }

    /// Every draft that is not in the trash, the last begun first.
    ///
    /// # Errors
    /// What kept the store from being read.
    pub fn kept_ids(&self) -> Result<Vec<Uuid>, StoreError> {
        self.ids("SELECT id FROM draft WHERE trashed IS NULL ORDER BY key DESC", &[])
    }

    fn ids(&self, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<Uuid>, StoreError> {
        self.conn
            .prepare_cached(sql)
            .and_then(|mut statement| {
                statement.query_map(values, |row| row.get(0).map(Uuid::from_bytes))?.collect::<rusqlite::Result<_>>()
            })
            .map_err(self.failed("look for the draft"))
    }

    /// A copy of a draft under a new id, begun and changed `now`. With `title` it gets that
    /// title, as if typed; without it keeps the title it has, because a title is published and
    /// a “Copy of” in it would be, too.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`]; [`StoreError::AlreadyThere`] if `new_id` is not new.
    pub fn duplicate(
        &self,
        id: Uuid,
        new_id: Uuid,
        title: Option<&str>,
        now: Timestamp,
    ) -> Result<Posting, StoreError> {
        let doing = "duplicate the draft";
        let transaction = self.begin(doing)?;
        if read(&transaction, new_id).map_err(self.failed(doing))?.is_some() {
            return Err(StoreError::AlreadyThere { id: new_id });
        }
        let body = read(&transaction, id).map_err(self.failed(doing))?.ok_or(StoreError::NoSuchDraft { id })?;
        let mut posting = self.posting(doing, &body)?;
        (posting.id, posting.created, posting.changed) = (new_id, now, now);
        let listed = match title {
            Some(title) => {
                posting.title = Some(title.to_owned());
                title.to_owned()
            }
            None => transaction
                .query_row("SELECT title FROM draft WHERE id = ?1", [id.as_bytes()], |row| text(row, 0))
                .map_err(self.failed(doing))?,
        };
        let _saved = save::write(&transaction, &Save::new(&posting, &listed)).map_err(self.failed(doing))?;
        transaction.commit().map_err(self.failed(doing))?;
        Ok(posting)
    }

    /// A setting by its name; `None` if it was never saved or makes no sense any more, which is
    /// warned of in the log.
    ///
    /// # Errors
    /// What kept the store from being read.
    pub fn get_setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, StoreError> {
        let Some(json) = self.setting("read the settings", key)? else { return Ok(None) };
        Ok(serde_json::from_slice(&json)
            .inspect_err(|error| {
                let (line, column) = (error.line(), error.column());
                tracing::warn!(key, line, column, "a setting could not be read and is left out");
            })
            .ok())
    }

    /// Saves a setting.
    ///
    /// # Errors
    /// [`StoreError::Setting`] if JSON cannot say the value, or what kept it from being saved.
    pub fn put_setting<T: Serialize>(&self, key: &str, value: &T) -> Result<(), StoreError> {
        self.put("save the settings", key, value)
    }

    /// What the employer says in every posting; `None` until it is saved for the first time.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] if what is stored is no profile: saving one replaces it.
    pub fn get_profile(&self) -> Result<Option<CompanyProfile>, StoreError> {
        let doing = "read the company profile";
        let Some(json) = self.setting(doing, PROFILE)? else { return Ok(None) };
        posting_file::typed(&json).map(Some).map_err(|source| StoreError::Unreadable {
            doing,
            path: self.path.clone(),
            source,
        })
    }

    /// Saves what the employer says in every posting.
    ///
    /// # Errors
    /// What kept it from being saved.
    pub fn put_profile(&self, profile: &CompanyProfile) -> Result<(), StoreError> {
        self.put("save the company profile", PROFILE, profile)
    }

    pub(super) fn begin(&self, doing: &'static str) -> Result<Transaction<'_>, StoreError> {
        // What is written to a file that was removed meanwhile is gone when it is closed.
        if open::identity(&self.path) != self.identity {
            return Err(StoreError::Gone { doing, path: self.path.clone() });
        }
        // Immediate: waiting for another program happens here, not in the middle.
        Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate).map_err(self.failed(doing))
    }

    pub(super) fn failed(&self, doing: &'static str) -> impl Fn(rusqlite::Error) -> StoreError {
        move |error| StoreError::from_sql(doing, &self.path, error)
    }

    pub(super) fn posting(&self, doing: &'static str, body: &[u8]) -> Result<Posting, StoreError> {
        posting_file::from_own_bytes(body).map_err(|source| StoreError::Unreadable {
            doing,
            path: self.path.clone(),
            source,
        })
    }

    fn infos(&self, doing: &'static str, which: &str) -> Result<Vec<DraftInfo>, StoreError> {
        let sql = format!("SELECT {INFO} FROM draft {which}");
        let mut statement = self.conn.prepare_cached(&sql).map_err(self.failed(doing))?;
        let rows = statement.query_map([], info).map_err(self.failed(doing))?;
        rows.collect::<rusqlite::Result<_>>().map_err(self.failed(doing))
    }

    fn setting(&self, doing: &'static str, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.conn
            .prepare_cached("SELECT value FROM setting WHERE key = ?1")
            .and_then(|mut statement| statement.query_row([key], |row| bytes(row, 0)).optional())
            .map_err(self.failed(doing))
    }

    fn put(&self, doing: &'static str, key: &str, value: &impl Serialize) -> Result<(), StoreError> {
        let json =
            serde_json::to_string(value).map_err(|source| StoreError::Setting { key: key.to_owned(), source })?;
        let transaction = self.begin(doing)?;
        transaction
            .execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)", [key, &json])
            .map_err(self.failed(doing))?;
        transaction.commit().map_err(self.failed(doing))
    }
}

/// The stored form of a posting; `None`: there is no such draft. A draft that lost its body is
/// there, with nothing in it.
pub(super) fn read(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<Vec<u8>>> {
    conn.prepare_cached("SELECT body.posting FROM draft LEFT JOIN body ON body.draft = draft.key WHERE draft.id = ?1")?
        .query_row([id.as_bytes()], |row| bytes(row, 0))
        .optional()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use std::time::Duration;

    use super::*;

    pub(super) fn posting(id: u128) -> Posting {
        let json = serde_json::json!({
            "id": Uuid::from_u128(id),
            "role": { "specialism": "backend", "track": "developer", "level": "mid" },
            "team": "a".repeat(20_000),
            "created": "2026-11-02T10:00:00Z",
            "changed": "2026-11-02T10:00:00Z",
        });
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn a_commit_waits_for_the_disk_and_rows_keep_together() {
        let folder = tempfile::tempdir().unwrap();
        let store = DraftStore::open(folder.path()).unwrap();
        let pragma = |name| store.conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(pragma("synchronous"), 2);
        assert_eq!(pragma("foreign_keys"), 1);
        let mode: String = store.conn.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!(mode, "wal");
    }

    #[test]
    fn the_mark_of_changes_moves_with_each_change_whoever_makes_it() {
        let folder = tempfile::tempdir().unwrap();
        let (ours, theirs) = (DraftStore::open(folder.path()).unwrap(), DraftStore::open(folder.path()).unwrap());
        let mut last = ours.change_mark().unwrap();
        let mut moved = || {
            let now = ours.change_mark().unwrap();
            std::mem::replace(&mut last, now) != now
        };
        ours.save(&posting(1), "One").unwrap();
        assert!(moved());
        assert!(!moved());
        ours.trash(Uuid::from_u128(1), Timestamp::UNIX_EPOCH).unwrap();
        assert!(moved());
        theirs.restore(Uuid::from_u128(1)).unwrap();
        assert!(moved());
        ours.empty_trash().unwrap();
        assert!(!moved());
        ours.trash(Uuid::from_u128(1), Timestamp::UNIX_EPOCH).unwrap();
        ours.empty_trash().unwrap();
        assert!(moved());
    }

    #[test]
    fn a_full_disk_is_said_and_what_was_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let store = DraftStore::open(folder.path()).unwrap();
        store.save(&posting(1), "One").unwrap();
        let pages: i64 = store.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        store.conn.pragma_update(None, "max_page_count", pages + 1).unwrap();
        let refused = store.save(&posting(2), "Two").unwrap_err();
        assert!(matches!(refused, StoreError::DiskFull { .. }), "{refused:?}");
        let words = refused.to_string();
        assert!(words.contains("save the draft") && words.contains("is full") && words.contains("is safe"), "{words}");
        assert_eq!(store.list().unwrap().len(), 1, "a line without its posting");
        assert_eq!(store.load(Uuid::from_u128(1)).unwrap(), posting(1));
        store.conn.pragma_update(None, "max_page_count", pages + 100).unwrap();
        store.save(&posting(2), "Two").unwrap();
    }

    #[test]
    fn another_program_that_keeps_writing_is_said_and_does_no_harm() {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (DraftStore::open(folder.path()).unwrap(), DraftStore::open(folder.path()).unwrap());
        second.conn.busy_timeout(Duration::from_millis(20)).unwrap();
        let writing = first.begin("save the draft").unwrap();
        let _saved = save::write(&writing, &Save::new(&posting(1), "One")).unwrap();
        let refused = second.save(&posting(2), "Two").unwrap_err();
        assert!(matches!(refused, StoreError::Locked { .. }), "{refused:?}");
        assert!(second.list().unwrap().is_empty(), "reading goes on, and shows what is finished");
        writing.commit().unwrap();
        second.save(&posting(2), "Two").unwrap();
        assert_eq!(first.list().unwrap().len(), 2);
    }

    #[test]
    fn a_store_that_cannot_be_written_is_said_to_be_so() {
        let folder = tempfile::tempdir().unwrap();
        let store = DraftStore::open(folder.path()).unwrap();
        store.conn.pragma_update(None, "query_only", true).unwrap();
        assert!(matches!(store.save(&posting(1), "One"), Err(StoreError::ReadOnly { .. })));
    }

    #[test]
    fn a_save_that_is_not_finished_shows_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let store = DraftStore::open(folder.path()).unwrap();
        store.save(&posting(1), "One").unwrap();
        let half = store.begin("save the draft").unwrap();
        let changed = Posting { team: "Changed".to_owned(), ..posting(1) };
        let _saved = save::write(&half, &Save::new(&changed, "Changed")).unwrap();
        drop(half);
        assert_eq!(store.list().unwrap()[0].title, "One");
        assert_eq!(store.load(Uuid::from_u128(1)).unwrap(), posting(1));
    }

    #[test]
    fn lists_are_read_in_order_from_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let store = DraftStore::open(folder.path()).unwrap();
        for which in [LISTED, TRASHED] {
            let sql = format!("EXPLAIN QUERY PLAN SELECT title FROM draft {which}");
            let mut plan = store.conn.prepare(&sql).unwrap();
            let steps: Vec<String> = plan.query_map([], |row| row.get(3)).unwrap().collect::<Result<_, _>>().unwrap();
            assert!(steps.iter().all(|step| step.contains("USING INDEX")), "{steps:?}");
        }
    }

    #[test]
    fn the_store_can_be_handed_to_a_worker_thread() {
        fn handed<T: Send>() {}
        handed::<DraftStore>();
        handed::<StoreError>();
    }
}

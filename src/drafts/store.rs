//! The draft store: every posting that was begun on this machine, the trash, the company
//! profile and the settings, in one SQLite file.
//!
//! Each call that changes something is one transaction and is on the disk when it returns. The
//! store belongs to one thread at a time; other windows and programs may have the same file open.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, TransactionBehavior, named_params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::{StoreError, open, posting_file};
use crate::catalog::{Id, Level, Role, Track};
use crate::posting::{CompanyProfile, Posting, WorkModel};

/// What a list shows of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftInfo {
    /// The posting's identity.
    pub id: Uuid,
    /// Its title, by hand or proposed, as it was when last saved.
    pub title: String,
    /// The employer; empty: not said.
    pub company: String,
    /// The main place of work in a word or two; empty: not said.
    pub place: String,
    /// The employer's reference number; empty: not said.
    pub reference: String,
    /// What it is for; `None`: a later version's role, or one that can no longer be read.
    pub role: Option<Role>,
    /// When it was begun, to the microsecond.
    pub created: Timestamp,
    /// When it was last changed, to the microsecond.
    pub changed: Timestamp,
    /// When it was put into the trash; `None`: it is not there.
    pub trashed: Option<Timestamp>,
}

/// Every posting that was begun on this machine.
#[derive(Debug)]
pub struct DraftStore {
    conn: Connection,
    path: PathBuf,
}

const PROFILE: &str = "company-profile";
const LISTED: &str = "WHERE trashed IS NULL ORDER BY changed DESC, key DESC";
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
        Ok(Self { conn, path })
    }

    /// The store's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Saves a posting under its id, new or again. `title` is what a list shows. One that is in
    /// the trash is saved and stays there.
    ///
    /// # Errors
    /// What kept it from being saved; the store has then what it had before.
    pub fn save(&self, posting: &Posting, title: &str) -> Result<(), StoreError> {
        let doing = "save the draft";
        let transaction = self.begin(doing)?;
        write(&transaction, posting, title).map_err(self.failed(doing))?;
        transaction.commit().map_err(self.failed(doing))
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

    /// All drafts that are not in the trash, the newest change first.
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
        write(&transaction, &posting, &listed).map_err(self.failed(doing))?;
        transaction.commit().map_err(self.failed(doing))?;
        Ok(posting)
    }

    /// Moves a draft to the trash. One that is there stays as it is.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`], or what kept the store from being changed.
    pub fn trash(&self, id: Uuid, now: Timestamp) -> Result<(), StoreError> {
        let sql = "UPDATE draft SET trashed = coalesce(trashed, ?2) WHERE id = ?1";
        self.change("move the draft to the trash", id, sql, (id.as_bytes(), now.as_microsecond()))
    }

    /// Takes a draft out of the trash. One that is not there stays as it is.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`], or what kept the store from being changed.
    pub fn restore(&self, id: Uuid) -> Result<(), StoreError> {
        let sql = "UPDATE draft SET trashed = NULL WHERE id = ?1";
        self.change("restore the draft", id, sql, [id.as_bytes()])
    }

    /// Deletes a draft that is in the trash.
    ///
    /// # Errors
    /// [`StoreError::NotInTrash`] if it is a draft in use; [`StoreError::NoSuchDraft`].
    pub fn delete_for_good(&self, id: Uuid) -> Result<(), StoreError> {
        let sql = "DELETE FROM draft WHERE id = ?1 AND trashed IS NOT NULL";
        match self.change("delete the draft", id, sql, [id.as_bytes()]) {
            Err(StoreError::NoSuchDraft { .. })
                if read(&self.conn, id).map_err(self.failed("delete the draft"))?.is_some() =>
            {
                Err(StoreError::NotInTrash { id })
            }
            answer => answer,
        }
    }

    /// Deletes everything that is in the trash. Returns how many drafts that were.
    ///
    /// # Errors
    /// What kept the store from being changed; the trash is then as it was.
    pub fn empty_trash(&self) -> Result<usize, StoreError> {
        self.conn.execute("DELETE FROM draft WHERE trashed IS NOT NULL", []).map_err(self.failed("empty the trash"))
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

    fn begin(&self, doing: &'static str) -> Result<Transaction<'_>, StoreError> {
        // Immediate: waiting for another program happens here, not in the middle.
        Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate).map_err(self.failed(doing))
    }

    fn failed(&self, doing: &'static str) -> impl Fn(rusqlite::Error) -> StoreError {
        move |error| StoreError::from_sql(doing, &self.path, error)
    }

    fn posting(&self, doing: &'static str, body: &[u8]) -> Result<Posting, StoreError> {
        posting_file::from_own_bytes(body).map_err(|source| StoreError::Unreadable {
            doing,
            path: self.path.clone(),
            source,
        })
    }

    fn change(
        &self,
        doing: &'static str,
        id: Uuid,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<(), StoreError> {
        match self.conn.execute(sql, values).map_err(self.failed(doing))? {
            0 => Err(StoreError::NoSuchDraft { id }),
            _ => Ok(()),
        }
    }

    fn infos(&self, doing: &'static str, which: &str) -> Result<Vec<DraftInfo>, StoreError> {
        let sql = format!(
            "SELECT id, title, company, place, reference, specialism, track, level, created, changed, trashed
             FROM draft {which}"
        );
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
        self.conn
            .execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)", [key, &json])
            .map(drop)
            .map_err(self.failed(doing))
    }
}

/// Writes a posting under its id. Call it within a transaction.
fn write(conn: &Connection, posting: &Posting, title: &str) -> rusqlite::Result<()> {
    let key: i64 = conn
        .prepare_cached(
            "INSERT INTO draft (id, title, company, place, reference, specialism, track, level, created, changed)
             VALUES (:id, :title, :company, :place, :reference, :specialism, :track, :level, :created, :changed)
             ON CONFLICT (id) DO UPDATE SET
                title = excluded.title, company = excluded.company, place = excluded.place,
                reference = excluded.reference, specialism = excluded.specialism, track = excluded.track,
                level = excluded.level, created = excluded.created, changed = excluded.changed
             RETURNING key",
        )?
        .query_row(
            named_params! {
                ":id": posting.id.as_bytes(),
                ":title": title,
                ":company": posting.company.name,
                ":place": place(posting),
                ":reference": posting.reference,
                ":specialism": posting.role.specialism.as_str(),
                ":track": posting.role.track.id(),
                ":level": posting.role.level.id(),
                ":created": posting.created.as_microsecond(),
                ":changed": posting.changed.as_microsecond(),
            },
            |row| row.get(0),
        )?;
    conn.prepare_cached(
        "INSERT INTO body (draft, posting) VALUES (?1, ?2)
         ON CONFLICT (draft) DO UPDATE SET posting = excluded.posting",
    )?
    .execute((key, posting_file::to_compact(posting)))?;
    Ok(())
}

/// The stored form of a posting; `None`: there is no such draft. A draft that lost its body is
/// there, with nothing in it.
fn read(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<Vec<u8>>> {
    conn.prepare_cached("SELECT body.posting FROM draft LEFT JOIN body ON body.draft = draft.key WHERE draft.id = ?1")?
        .query_row([id.as_bytes()], |row| bytes(row, 0))
        .optional()
}

/// The main place of work in a word or two.
fn place(posting: &Posting) -> String {
    let place = posting.locations.first();
    let said = place.and_then(|place| [&place.city, &place.region].into_iter().find(|text| !text.trim().is_empty()));
    match (said, place.and_then(|place| place.country), &posting.work_model) {
        (Some(said), _, _) => said.trim().to_owned(),
        (None, Some(country), _) => {
            // "Netherlands, Kingdom of the" and "Philippines (the)" are names for sorting.
            let name = rust_iso3166::from_alpha2(country.code()).map_or(country.code(), |country| country.name);
            name.split([',', '(']).next().unwrap_or(name).trim().to_owned()
        }
        (None, None, Some(WorkModel::Remote { within })) => within.trim().to_owned(),
        (None, None, _) => String::new(),
    }
}

fn info(row: &Row<'_>) -> rusqlite::Result<DraftInfo> {
    Ok(DraftInfo {
        id: Uuid::from_bytes(row.get(0)?),
        title: text(row, 1)?,
        company: text(row, 2)?,
        place: text(row, 3)?,
        reference: text(row, 4)?,
        role: role(&text(row, 5)?, &text(row, 6)?, &text(row, 7)?),
        created: time(row.get(8)?),
        changed: time(row.get(9)?),
        trashed: row.get::<_, Option<i64>>(10)?.map(time),
    })
}

fn role(specialism: &str, track: &str, level: &str) -> Option<Role> {
    Some(Role {
        specialism: Id::new(specialism).ok()?,
        track: Track::ALL.into_iter().find(|one| one.id() == track)?,
        level: Level::ALL.into_iter().find(|one| one.id() == level)?,
    })
}

/// A text, with a mark for each byte that is not UTF-8: one bad byte must not hide a draft.
fn text(row: &Row<'_>, index: usize) -> rusqlite::Result<String> {
    Ok(String::from_utf8_lossy(row.get_ref(index)?.as_bytes()?).into_owned())
}

/// The bytes of a text; empty for NULL.
fn bytes(row: &Row<'_>, index: usize) -> rusqlite::Result<Vec<u8>> {
    Ok(row.get_ref(index)?.as_bytes_or_null()?.unwrap_or_default().to_vec())
}

/// A time from microseconds; one that no calendar has becomes the nearest that there is.
fn time(microseconds: i64) -> Timestamp {
    let end = if microseconds < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_microsecond(microseconds).unwrap_or(end)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use std::time::Duration;

    use super::*;

    fn posting(id: u128) -> Posting {
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
        write(&writing, &posting(1), "One").unwrap();
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
        write(&half, &Posting { team: "Changed".to_owned(), ..posting(1) }, "Changed").unwrap();
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

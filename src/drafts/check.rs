//! Whether a store is whole.
//!
//! Opening looks at what costs nothing: the header, the length of the file against it, the
//! tables. Reading every page of a store with a hundred thousand drafts takes seconds to
//! minutes, so it is not done before the window shows: it is due once a day, and after a program
//! ended without closing its drafts, and it can run beside the work, on a store of its own that
//! another thread opens.

use jiff::{SignedDuration, Timestamp};
use rusqlite::ErrorCode;
use uuid::Uuid;

use super::backup::{GoOn, Progress};
use super::rows::{bytes, text};
use super::{DraftStore, StoreError, posting_file};

/// The setting that says when every page was last read and found whole.
const CHECKED: &str = "checked";

const CHECKING: &str = "check the drafts";

impl DraftStore {
    /// True if every page should be read again: a day after the last time. After
    /// [`last_open`](Self::last_open) told of anything, check whatever this says.
    ///
    /// # Errors
    /// What kept the store from being read.
    pub fn check_is_due(&self, now: Timestamp) -> Result<bool, StoreError> {
        let last: Option<Timestamp> = self.get_setting(CHECKED)?;
        Ok(last.is_none_or(|last| now.duration_since(last).abs() >= SignedDuration::from_hours(24)))
    }

    /// Notes that the store was found whole.
    ///
    /// # Errors
    /// What kept that from being noted.
    pub fn note_checked(&self, now: Timestamp) -> Result<(), StoreError> {
        self.put_setting(CHECKED, &now)
    }

    /// Reads every page and every draft. Returns what is wrong, in words for people; nothing:
    /// the store is whole. `go_on` is asked between drafts and, with no number, while the pages
    /// are read.
    ///
    /// # Errors
    /// [`StoreError::Cancelled`], or what kept the store from being read.
    pub fn check(&self, go_on: GoOn<'_>) -> Result<Vec<String>, StoreError> {
        let mut faults = self.pages()?;
        if faults.is_empty() {
            match self.each_draft(go_on) {
                Ok(more) => faults.extend(more),
                Err(StoreError::Damaged { why, .. }) => faults.push(why),
                Err(error) => return Err(error),
            }
        }
        Ok(faults)
    }

    fn pages(&self) -> Result<Vec<String>, StoreError> {
        let read = self.conn.prepare("PRAGMA quick_check(20)").and_then(|mut statement| {
            statement.query_map([], |row| text(row, 0))?.collect::<rusqlite::Result<Vec<String>>>()
        });
        match read {
            Ok(said) => Ok(said.into_iter().filter(|line| line != "ok").collect()),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => {
                Ok(vec!["Its pages do not fit together.".to_owned()])
            }
            Err(error) => Err(self.failed(CHECKING)(error)),
        }
    }

    fn each_draft(&self, go_on: GoOn<'_>) -> Result<Vec<String>, StoreError> {
        let failed = self.failed(CHECKING);
        let total: i64 = self.conn.query_row("SELECT count(*) FROM draft", [], |row| row.get(0)).map_err(&failed)?;
        let total = usize::try_from(total).unwrap_or(0);
        let sql = "SELECT id, title, posting FROM draft LEFT JOIN body ON body.draft = draft.key ORDER BY draft.key";
        let mut statement = self.conn.prepare(sql).map_err(&failed)?;
        let mut rows = statement.query([]).map_err(&failed)?;
        let mut faults = Vec::new();
        let mut done = 0;
        while let Some(row) = rows.next().map_err(&failed)? {
            let id = row.get(0).map(Uuid::from_bytes).map_err(&failed)?;
            if let Err(fault) = posting_file::from_own_bytes(&bytes(row, 2).map_err(&failed)?) {
                let title = text(row, 1).map_err(&failed)?;
                faults.push(format!("The draft “{title}” ({id}) cannot be read: {fault}."));
            }
            done += 1;
            if done % 64 == 0 && !go_on(Progress { done, total }) {
                return Err(StoreError::Cancelled { doing: CHECKING });
            }
        }
        Ok(faults)
    }
}

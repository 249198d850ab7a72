//! Moving drafts: between the desk, the archive and the trash, and on their way from draft to
//! closed. Each call takes one draft or many and is one transaction: all of them, or none.

use jiff::{SignedDuration, Timestamp};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;

use super::board::Touched;
use super::{DraftStore, Status, StoreError, index, store};

impl DraftStore {
    /// How long the trash keeps what is in it, in days.
    pub const TRASH_DAYS: i64 = 30;

    /// Moves a draft to the trash. One that is there stays as it is.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`], or what kept the store from being changed.
    pub fn trash(&self, id: Uuid, now: Timestamp) -> Result<(), StoreError> {
        self.trash_all(&[id], now)
    }

    /// Moves drafts to the trash. Those that are there stay as they are.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`], or what kept the store from being changed: then none is moved.
    pub fn trash_all(&self, ids: &[Uuid], now: Timestamp) -> Result<(), StoreError> {
        let now = Value::from(now.as_microsecond());
        self.change("move the draft to the trash", ids, "trashed = coalesce(trashed, ?)", Some(now))
    }

    /// Takes a draft out of the trash. One that is not there stays as it is.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`], or what kept the store from being changed.
    pub fn restore(&self, id: Uuid) -> Result<(), StoreError> {
        self.restore_all(&[id])
    }

    /// Takes drafts out of the trash. Those that are not there stay as they are.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`], or what kept the store from being changed: then none is moved.
    pub fn restore_all(&self, ids: &[Uuid]) -> Result<(), StoreError> {
        self.change("restore the draft", ids, "trashed = NULL", None)
    }

    /// Puts drafts away, to be kept. Those that are away stay as they are.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`], or what kept the store from being changed: then none is moved.
    pub fn archive(&self, ids: &[Uuid], now: Timestamp) -> Result<(), StoreError> {
        let now = Value::from(now.as_microsecond());
        self.change("archive the draft", ids, "archived = coalesce(archived, ?)", Some(now))
    }

    /// Takes drafts out of the archive. Those that are not there stay as they are.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`], or what kept the store from being changed: then none is moved.
    pub fn unarchive(&self, ids: &[Uuid]) -> Result<(), StoreError> {
        self.change("take the draft out of the archive", ids, "archived = NULL", None)
    }

    /// Says how far drafts are on their way.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`], or what kept the store from being changed: then none is.
    pub fn set_status(&self, ids: &[Uuid], status: Status) -> Result<(), StoreError> {
        self.change("change the status", ids, "status = ?", Some(Value::from(status.id().to_owned())))
    }

    /// Deletes a draft that is in the trash, with all its versions.
    ///
    /// # Errors
    /// [`StoreError::NotInTrash`] if it is a draft in use; [`StoreError::NoSuchDraft`].
    pub fn delete_for_good(&self, id: Uuid) -> Result<(), StoreError> {
        self.delete_all_for_good(&[id])
    }

    /// Deletes drafts that are in the trash, with all their versions.
    ///
    /// # Errors
    /// As [`delete_for_good`](Self::delete_for_good): then none is deleted.
    pub fn delete_all_for_good(&self, ids: &[Uuid]) -> Result<(), StoreError> {
        let doing = "delete the draft";
        let failed = self.failed(doing);
        let transaction = self.begin(doing)?;
        for id in ids {
            let deleted = transaction
                .prepare_cached("DELETE FROM draft WHERE id = ?1 AND trashed IS NOT NULL")
                .and_then(|mut statement| statement.execute([id.as_bytes()]));
            if deleted.map_err(&failed)? == 0 {
                let is_there = store::read(&transaction, *id).map_err(&failed)?.is_some();
                let id = *id;
                return Err(if is_there { StoreError::NotInTrash { id } } else { StoreError::NoSuchDraft { id } });
            }
        }
        index::note_deleted(&transaction).map_err(&failed)?;
        transaction.commit().map_err(&failed)
    }

    /// Deletes everything that is in the trash. Returns how many drafts that were.
    ///
    /// # Errors
    /// What kept the store from being changed; the trash is then as it was.
    pub fn empty_trash(&self) -> Result<usize, StoreError> {
        self.delete_trashed_until(i64::MAX)
    }

    /// Deletes what has been in the trash for [`TRASH_DAYS`](Self::TRASH_DAYS), and what is left
    /// of the words of drafts that were deleted. Returns how many drafts were deleted. Call it
    /// once a day.
    ///
    /// # Errors
    /// What kept the store from being changed; the trash is then as it was.
    pub fn purge_trash(&self, now: Timestamp) -> Result<usize, StoreError> {
        let until = now.checked_sub(SignedDuration::from_hours(24 * Self::TRASH_DAYS));
        let deleted = until.map_or(Ok(0), |until| self.delete_trashed_until(until.as_microsecond()))?;
        if self.has_words_to_forget()? {
            self.forget_words()?;
        }
        Ok(deleted)
    }

    fn delete_trashed_until(&self, time: i64) -> Result<usize, StoreError> {
        let doing = "empty the trash";
        let failed = self.failed(doing);
        let transaction = self.begin(doing)?;
        let deleted = transaction.execute("DELETE FROM draft WHERE trashed <= ?1", [time]).map_err(&failed)?;
        if deleted > 0 {
            index::note_deleted(&transaction).map_err(&failed)?;
        }
        transaction.commit().map_err(&failed)?;
        Ok(deleted)
    }

    fn change(&self, doing: &'static str, ids: &[Uuid], what: &str, value: Option<Value>) -> Result<(), StoreError> {
        let transaction = self.begin(doing)?;
        let current = self.board.borrow().current(&transaction);
        for id in ids {
            if change_one(&transaction, *id, what, value.as_ref()).map_err(self.failed(doing))? == 0 {
                return Err(StoreError::NoSuchDraft { id: *id });
            }
        }
        transaction.commit().map_err(self.failed(doing))?;
        self.board.borrow_mut().keep_words(&self.conn, current, Touched::Line);
        Ok(())
    }
}

/// Says where a draft lies and how far it is, all at once.
pub(super) fn place(
    conn: &Connection,
    id: Uuid,
    status: Status,
    archived: Option<Timestamp>,
    trashed: Option<Timestamp>,
) -> rusqlite::Result<()> {
    let micros = |time: Option<Timestamp>| time.map(Timestamp::as_microsecond);
    conn.prepare_cached("UPDATE draft SET status = ?2, archived = ?3, trashed = ?4 WHERE id = ?1")?
        .execute((id.as_bytes(), status.id(), micros(archived), micros(trashed)))
        .map(drop)
}

fn change_one(conn: &Connection, id: Uuid, what: &str, value: Option<&Value>) -> rusqlite::Result<usize> {
    let id = Value::from(id.as_bytes().to_vec());
    conn.prepare_cached(&format!("UPDATE draft SET {what} WHERE id = ?"))?
        .execute(params_from_iter(value.into_iter().chain([&id])))
}

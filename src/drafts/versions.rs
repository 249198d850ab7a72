//! What a draft was: versions made once a minute while somebody types, and at each export,
//! import, restore and note.
//!
//! A version is made of what is about to be replaced, not of what replaces it: so the last state
//! before a pause is kept when the work goes on, however long the pause was. Its bytes are a
//! difference to an older one that is whole; when that becomes a third of the whole, the next
//! version is whole again.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _};
use uuid::Uuid;

use super::board::Touched;
use super::compare::words_changed;
use super::rows::{bytes, number, text, time};
use super::save::{self, Head};
use super::{DraftStore, Save, Saved, StoreError, delta, plain_text, posting_file, thin};
use crate::posting::Posting;

/// How far apart versions are that are made while somebody types, in microseconds: a minute.
const APART: i64 = 60_000_000;

/// The name of a version within the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionId(i64);

impl VersionId {
    /// As a number, for the command line and JSON.
    pub fn number(self) -> i64 {
        self.0
    }

    /// The version of that number, if the store has it.
    pub fn from_number(number: i64) -> Self {
        Self(number)
    }
}

/// What a draft was at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its name within the store.
    pub id: VersionId,
    /// When the draft was so.
    pub time: Timestamp,
    /// What it was made for.
    pub kind: VersionKind,
    /// What a person wrote about it; empty: nothing.
    pub note: String,
    /// The draft's title then.
    pub title: String,
    /// How many words are in it that the version before it had not.
    pub added: usize,
    /// How many words the version before it had that are not in it.
    pub removed: usize,
}

/// What a version was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VersionKind {
    /// A minute of typing.
    Edit,
    /// The draft was exported as it was then.
    Export,
    /// It came from a file.
    Import,
    /// An older version was put in its place, or it is what was put there.
    Restore,
    /// A person wanted it kept.
    Note,
    /// Somebody else's save was replaced; this is what they had saved.
    Conflict,
}

impl VersionKind {
    const ALL: [Self; 6] = [Self::Edit, Self::Export, Self::Import, Self::Restore, Self::Note, Self::Conflict];

    /// Its name in the store and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Export => "export",
            Self::Import => "import",
            Self::Restore => "restore",
            Self::Note => "note",
            Self::Conflict => "conflict",
        }
    }
}

impl DraftStore {
    /// The versions of a draft, the newest first. What the draft is now is not among them, unless
    /// it was kept as it is.
    ///
    /// # Errors
    /// What kept the store from being read.
    pub fn versions(&self, id: Uuid) -> Result<Vec<Version>, StoreError> {
        // A list with a size missing is better than none.
        if let Err(error) = self.measure_versions(Some(id), usize::MAX) {
            tracing::warn!(reason = error.log_name(), "the size of a change is not known");
        }
        let sql = "SELECT version.key, time, kind, note, version.title, added, removed
                   FROM version JOIN draft ON draft.key = version.draft
                   WHERE draft.id = ?1 ORDER BY version.revision DESC, version.key DESC";
        self.conn
            .prepare_cached(sql)
            .and_then(|mut statement| {
                let rows = statement.query_map([id.as_bytes()], |row| {
                    let kind = text(row, 2)?;
                    Ok(Version {
                        id: VersionId(row.get(0)?),
                        time: time(row.get(1)?),
                        kind: VersionKind::ALL.into_iter().find(|one| one.id() == kind).unwrap_or(VersionKind::Note),
                        note: text(row, 3)?,
                        title: text(row, 4)?,
                        added: number(row, 5)?,
                        removed: number(row, 6)?,
                    })
                })?;
                rows.collect()
            })
            .map_err(self.failed("list the versions"))
    }

    /// The posting as a version has it, under the draft's id.
    ///
    /// # Errors
    /// [`StoreError::NoSuchVersion`]; [`StoreError::Unreadable`] or [`StoreError::Damaged`] if
    /// what is stored is no posting.
    pub fn version(&self, id: Uuid, version: VersionId) -> Result<Posting, StoreError> {
        Ok(self.version_and_title(&self.conn, id, version)?.0)
    }

    /// Keeps what a draft is now as a version: at an export or an import, or because a person
    /// wants it kept, with a note.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`], or what kept it from being kept.
    pub fn keep_version(
        &self,
        id: Uuid,
        kind: VersionKind,
        note: &str,
        now: Timestamp,
    ) -> Result<VersionId, StoreError> {
        let doing = "keep the version";
        let transaction = self.begin(doing)?;
        let head = Head::of(&transaction, id).map_err(self.failed(doing))?.ok_or(StoreError::NoSuchDraft { id })?;
        let kept = keep(&transaction, &head, kind, note, now.as_microsecond()).map_err(self.failed(doing))?;
        transaction.commit().map_err(self.failed(doing))?;
        Ok(kept)
    }

    /// Puts a version in the draft's place, changed `now`. What the draft was is kept as a
    /// version, and so is what it becomes.
    ///
    /// # Errors
    /// As [`version`](Self::version), or what kept it from being saved.
    pub fn restore_version(
        &self,
        id: Uuid,
        version: VersionId,
        now: Timestamp,
    ) -> Result<(Posting, Saved), StoreError> {
        let doing = "restore the version";
        let failed = self.failed(doing);
        let transaction = self.begin(doing)?;
        let (mut posting, title) = self.version_and_title(&transaction, id, version)?;
        posting.changed = now;
        let head = Head::of(&transaction, id).map_err(&failed)?.ok_or(StoreError::NoSuchDraft { id })?;
        keep(&transaction, &head, VersionKind::Restore, "", head.saved).map_err(&failed)?;
        let saved = save::write(&transaction, &Save { now, ..Save::new(&posting, &title) }).map_err(&failed)?;
        let head = Head::of(&transaction, id).map_err(&failed)?.ok_or(StoreError::NoSuchDraft { id })?;
        keep(&transaction, &head, VersionKind::Restore, "", now.as_microsecond()).map_err(&failed)?;
        transaction.commit().map_err(&failed)?;
        Ok((posting, saved))
    }

    /// Deletes the versions of a draft that are too many for their age. Returns how many. Call it
    /// now and then, when a draft is opened or closed.
    ///
    /// # Errors
    /// What kept the store from being changed; all versions are then still there.
    pub fn thin_versions(&self, id: Uuid, now: Timestamp) -> Result<usize, StoreError> {
        let doing = "thin the old versions";
        let failed = self.failed(doing);
        let transaction = self.begin(doing)?;
        let all = self.versions(id)?;
        let times: Vec<_> = all.iter().map(|version| (version.time, version.kind)).collect();
        let mut deleted = 0;
        for (version, stays) in all.iter().zip(thin::stays(&times, now)) {
            if !stays {
                deleted += transaction
                    .prepare_cached("DELETE FROM version WHERE key = ?1")
                    .and_then(|mut statement| statement.execute([version.id.0]))
                    .map_err(&failed)?;
            }
        }
        if deleted > 0 {
            forget_unused(&transaction, id).map_err(&failed)?;
        }
        transaction.commit().map_err(&failed)?;
        Ok(deleted)
    }

    /// Measures the changes of versions that were made since, of one draft or of any, at most
    /// `most`: saving does not wait for it.
    pub(super) fn measure_versions(&self, id: Option<Uuid>, most: usize) -> Result<(), StoreError> {
        let doing = "measure the versions";
        let failed = self.failed(doing);
        let unmeasured = |conn: &Connection| {
            let sql = "SELECT version.key, content,
                              (SELECT content FROM version AS one WHERE one.draft = version.draft
                                  AND (one.revision, one.key) < (version.revision, version.key)
                               ORDER BY one.revision DESC, one.key DESC LIMIT 1)
                       FROM version WHERE added < 0
                          AND draft = coalesce((SELECT key FROM draft WHERE id = ?1), draft)
                       ORDER BY version.key LIMIT ?2";
            conn.prepare_cached(sql)?
                .query_map((id.as_ref().map(Uuid::as_bytes), most.min(1 << 20) as i64), |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })?
                .collect::<rusqlite::Result<Vec<(i64, i64, Option<i64>)>>>()
        };
        if unmeasured(&self.conn).map_err(&failed)?.is_empty() {
            return Ok(());
        }
        let transaction = if self.conn.is_autocommit() { Some(self.begin(doing)?) } else { None };
        let current = self.board.borrow().current(&self.conn);
        let measure =
            || {
                for (version, content, before) in unmeasured(&self.conn)? {
                    let (added, removed) = size_of(&self.conn, content, before)?;
                    self.conn
                        .prepare_cached("UPDATE version SET added = ?2, removed = ?3 WHERE key = ?1")?
                        .execute((version, added as i64, removed as i64))?;
                }
                Ok(())
            };
        measure().map_err(&failed)?;
        if let Some(transaction) = transaction {
            transaction.commit().map_err(&failed)?;
            self.board.borrow_mut().keep_words(&self.conn, current, Touched::Text);
        }
        Ok(())
    }

    fn version_and_title(
        &self,
        conn: &Connection,
        id: Uuid,
        version: VersionId,
    ) -> Result<(Posting, String), StoreError> {
        let doing = "open the version";
        let sql = "SELECT content, version.title FROM version JOIN draft ON draft.key = version.draft
                   WHERE version.key = ?1 AND draft.id = ?2";
        let (content, title): (i64, String) = conn
            .prepare_cached(sql)
            .and_then(|mut statement| {
                statement.query_row((version.0, id.as_bytes()), |row| Ok((row.get(0)?, text(row, 1)?))).optional()
            })
            .map_err(self.failed(doing))?
            .ok_or(StoreError::NoSuchVersion { id })?;
        let bytes = content_of(conn, content).map_err(self.failed(doing))?.ok_or_else(|| StoreError::Damaged {
            doing,
            path: self.path.clone(),
            why: "the bytes of this version are wrong".to_owned(),
        })?;
        let mut posting = self.posting(doing, &bytes)?;
        posting.id = id;
        Ok((posting, title))
    }
}

/// True if the last version of a draft is a minute away from `now` and the draft is another
/// since.
pub(super) fn is_due(conn: &Connection, head: &Head, now: i64) -> rusqlite::Result<bool> {
    let last = last(conn, head.key)?;
    Ok(last.is_none_or(|last| last.revision != head.revision && now.abs_diff(last.time) >= APART.unsigned_abs()))
}

struct Last {
    key: i64,
    content: i64,
    revision: i64,
    time: i64,
    is_edit: bool,
}

fn last(conn: &Connection, draft: i64) -> rusqlite::Result<Option<Last>> {
    conn.prepare_cached(
        "SELECT key, content, revision, time, kind = 'edit' FROM version WHERE draft = ?1
         ORDER BY revision DESC, key DESC LIMIT 1",
    )?
    .query_row([draft], |row| {
        Ok(Last {
            key: row.get(0)?,
            content: row.get(1)?,
            revision: row.get(2)?,
            time: row.get(3)?,
            is_edit: row.get(4)?,
        })
    })
    .optional()
}

/// Keeps what a draft is as a version. Call it within a transaction.
pub(super) fn keep(
    conn: &Connection,
    head: &Head,
    kind: VersionKind,
    note: &str,
    time: i64,
) -> rusqlite::Result<VersionId> {
    /// Of the first version everything would be new, which says nothing.
    const NOTHING: i64 = 0;
    const NOT_MEASURED: i64 = -1;
    let last = last(conn, head.key)?;
    let (content, size) =
        match &last {
            Some(last) if last.revision == head.revision => {
                if kind == VersionKind::Edit {
                    return Ok(VersionId(last.key));
                }
                if last.is_edit {
                    conn.prepare_cached("UPDATE version SET kind = ?2, note = ?3, time = ?4 WHERE key = ?1")?
                        .execute((last.key, kind.id(), note, time))?;
                    return Ok(VersionId(last.key));
                }
                (last.content, NOTHING)
            }
            Some(last) => (put_content(conn, head.key, Some(last.content))?, NOT_MEASURED),
            None => (put_content(conn, head.key, None)?, NOTHING),
        };
    conn.prepare_cached(
        "INSERT INTO version (draft, content, revision, time, kind, note, title, added, removed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
    )?
    .execute((head.key, content, head.revision, time, kind.id(), note, &head.title, size))?;
    Ok(VersionId(conn.last_insert_rowid()))
}

/// Stores the bytes of a draft as it is. Returns their key.
fn put_content(conn: &Connection, draft: i64, before: Option<i64>) -> rusqlite::Result<i64> {
    let body = conn
        .prepare_cached("SELECT posting FROM body WHERE draft = ?1")?
        .query_row([draft], |row| bytes(row, 0))
        .optional()?
        .unwrap_or_default();
    let mut small = None;
    if let Some(before) = before
        && let Some((base, packed_length, whole)) = base_of(conn, before)?
    {
        let difference = delta::difference(&whole, &body);
        if difference.len() * 3 < packed_length {
            small = Some((base, difference));
        }
    }
    let (base, data) = small.map_or_else(|| (None, delta::pack(&body)), |(base, data)| (Some(base), data));
    conn.prepare_cached("INSERT INTO content (draft, base, data) VALUES (?1, ?2, ?3)")?.execute((draft, base, data))?;
    Ok(conn.last_insert_rowid())
}

/// How many words came and went from one content to another; none if one cannot be read.
fn size_of(conn: &Connection, content: i64, before: Option<i64>) -> rusqlite::Result<(usize, usize)> {
    let words = |content: i64| {
        let bytes = content_of(conn, content)?;
        let posting = bytes.and_then(|bytes| posting_file::from_own_bytes(&bytes).ok());
        Ok::<_, rusqlite::Error>(posting.map(|posting| plain_text(&posting)))
    };
    let Some(before) = before else { return Ok((0, 0)) };
    Ok(match (words(before)?, words(content)?) {
        (Some(old), Some(new)) => words_changed(&old, &new),
        _ => (0, 0),
    })
}

/// The whole one that a content is, or is a difference to: its key, its length as packed, its
/// bytes. `None`: it is damaged.
fn base_of(conn: &Connection, content: i64) -> rusqlite::Result<Option<(i64, usize, Vec<u8>)>> {
    let Some((base, _)) = row_of(conn, content)? else { return Ok(None) };
    let key = base.unwrap_or(content);
    Ok(row_of(conn, key)?.and_then(|(_, packed)| Some((key, packed.len(), delta::unpack(&packed)?))))
}

/// The bytes that were kept; `None`: they are damaged.
fn content_of(conn: &Connection, content: i64) -> rusqlite::Result<Option<Vec<u8>>> {
    let Some((base, data)) = row_of(conn, content)? else { return Ok(None) };
    match base {
        None => Ok(delta::unpack(&data)),
        Some(_) => Ok(base_of(conn, content)?.and_then(|(_, _, whole)| delta::apply(&whole, &data))),
    }
}

/// The bytes of a draft's newest version; `None`: there is none, or it is damaged.
pub(super) fn newest_bytes(conn: &Connection, draft: i64) -> rusqlite::Result<Option<Vec<u8>>> {
    match last(conn, draft)? {
        Some(last) => content_of(conn, last.content),
        None => Ok(None),
    }
}

fn row_of(conn: &Connection, content: i64) -> rusqlite::Result<Option<(Option<i64>, Vec<u8>)>> {
    conn.prepare_cached("SELECT base, data FROM content WHERE key = ?1")?
        .query_row([content], |row| Ok((row.get(0)?, bytes(row, 1)?)))
        .optional()
}

/// Deletes bytes that no version has any more and that are the base of no other: first the
/// differences, then what they were differences to.
fn forget_unused(conn: &Connection, id: Uuid) -> rusqlite::Result<()> {
    for which in ["base IS NOT NULL", "base IS NULL"] {
        let sql = format!(
            "DELETE FROM content WHERE draft = (SELECT key FROM draft WHERE id = ?1) AND {which}
             AND NOT EXISTS (SELECT 1 FROM version WHERE version.content = content.key)
             AND NOT EXISTS (SELECT 1 FROM content AS other WHERE other.base = content.key)"
        );
        conn.prepare_cached(&sql)?.execute([id.as_bytes()])?;
    }
    Ok(())
}

//! Saving: what a draft was is kept where it is worth keeping, and what it is now takes its
//! place, in one transaction.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, named_params};
use uuid::Uuid;

use super::board::Touched;
use super::rows::{place, text};
use super::versions::{self, VersionId, VersionKind};
use super::{DraftStore, StoreError, fold, plain_text, posting_file};
use crate::posting::Posting;

/// How often a draft has been saved: it tells whether somebody else saved it in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(pub(super) i64);

impl Revision {
    /// As a number, for JSON and logs.
    pub fn number(self) -> i64 {
        self.0
    }
}

/// What to save.
#[derive(Clone, Copy, Debug)]
pub struct Save<'a> {
    /// The posting.
    pub posting: &'a Posting,
    /// What a list shows.
    pub title: &'a str,
    /// The plain words of its document, for search; `None`: [`plain_text`].
    pub text: Option<&'a str>,
    /// The revision that was changed into this one; `None`: whatever is there is replaced.
    pub based_on: Option<Revision>,
    /// When.
    pub now: Timestamp,
}

impl<'a> Save<'a> {
    /// Saves over whatever is there, at the time of the posting's last change.
    pub fn new(posting: &'a Posting, title: &'a str) -> Self {
        Self { posting, title, text: None, based_on: None, now: posting.changed }
    }
}

/// What became of a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Saved {
    /// What the next save is based on.
    pub revision: Revision,
    /// Somebody else had saved the draft in between: their text is kept as this version, and the
    /// draft is what was saved now. Show the two.
    pub conflict: Option<VersionId>,
}

impl DraftStore {
    /// Saves a posting under its id, new or again. `title` is what a list shows. One that is in
    /// the trash is saved and stays there.
    ///
    /// # Errors
    /// What kept it from being saved; the store has then what it had before.
    pub fn save(&self, posting: &Posting, title: &str) -> Result<(), StoreError> {
        self.save_change(&Save::new(posting, title)).map(drop)
    }

    /// Saves a posting under its id, new or again. What it was before is kept as a version if it
    /// is a minute since the last one, or if somebody else saved it since `based_on`.
    ///
    /// # Errors
    /// What kept it from being saved; the store has then what it had before.
    pub fn save_change(&self, save: &Save<'_>) -> Result<Saved, StoreError> {
        let doing = "save the draft";
        let transaction = self.begin(doing)?;
        let current = self.board.borrow().current(&transaction);
        let (saved, touched) = put(&transaction, save).map_err(self.failed(doing))?;
        transaction.commit().map_err(self.failed(doing))?;
        self.board.borrow_mut().keep_words(&self.conn, current, touched);
        Ok(saved)
    }

    /// Saves many postings in one transaction: all of them, or none. Much quicker than one by
    /// one, because the disk is waited for once.
    ///
    /// # Errors
    /// What kept them from being saved; the store has then what it had before.
    pub fn save_many(&self, saves: &[Save<'_>]) -> Result<Vec<Saved>, StoreError> {
        let doing = "save the drafts";
        let transaction = self.begin(doing)?;
        let saved = saves.iter().map(|save| write(&transaction, save)).collect::<rusqlite::Result<_>>();
        let saved = saved.map_err(self.failed(doing))?;
        transaction.commit().map_err(self.failed(doing))?;
        Ok(saved)
    }

    /// How often a draft has been saved.
    ///
    /// # Errors
    /// [`StoreError::NoSuchDraft`], or what kept the store from being read.
    pub fn revision(&self, id: Uuid) -> Result<Revision, StoreError> {
        let head = Head::of(&self.conn, id).map_err(self.failed("look at the draft"))?;
        head.map(|head| Revision(head.revision)).ok_or(StoreError::NoSuchDraft { id })
    }

    /// The posting with this id and the revision that it is. If the draft is saved between, the
    /// revision is the older one, so that the next save tells of it.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn load_revision(&self, id: Uuid) -> Result<(Posting, Revision), StoreError> {
        let revision = self.revision(id)?;
        Ok((self.load(id)?, revision))
    }
}

/// A draft as it is in the store.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub key: i64,
    pub revision: i64,
    /// When this revision was saved, in microseconds.
    pub saved: i64,
    pub title: String,
    /// What stands in the list beside the title: see [`line_of`].
    line: [String; 6],
    created: i64,
}

impl Head {
    pub fn of(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<Self>> {
        conn.prepare_cached(
            "SELECT key, revision, coalesce(saved, changed), title,
                    company, place, reference, specialism, track, level, created FROM draft WHERE id = ?1",
        )?
        .query_row([id.as_bytes()], |row| {
            let mut line: [String; 6] = Default::default();
            for (at, value) in line.iter_mut().enumerate() {
                *value = text(row, 4 + at)?;
            }
            let (key, revision, saved) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(Self { key, revision, saved, title: text(row, 3)?, line, created: row.get(10)? })
        })
        .optional()
    }
}

/// Writes a posting under its id. Call it within a transaction.
pub(super) fn write(conn: &Connection, save: &Save<'_>) -> rusqlite::Result<Saved> {
    Ok(put(conn, save)?.0)
}

fn put(conn: &Connection, save: &Save<'_>) -> rusqlite::Result<(Saved, Touched)> {
    let posting = save.posting;
    let now = save.now.as_microsecond();
    let mut conflict = None;
    let head = Head::of(conn, posting.id)?;
    if let Some(head) = &head {
        if save.based_on.is_some_and(|base| base.0 != head.revision) {
            conflict = Some(versions::keep(conn, head, VersionKind::Conflict, "", head.saved)?);
        } else if versions::is_due(conn, head, now)? {
            versions::keep(conn, head, VersionKind::Edit, "", head.saved)?;
        }
    }
    let line = line_of(posting);
    // Mostly only the text changed: then the indexes of the list stay as they are.
    let same = head.filter(|head| {
        head.title == save.title && head.line == line && head.created == posting.created.as_microsecond()
    });
    let touched = if same.is_some() { Touched::Text } else { Touched::Line };
    let (key, revision): (i64, i64) = match same {
        Some(head) => conn
            .prepare_cached(
                "UPDATE draft SET changed = ?2, saved = ?3, revision = revision + 1, unindexed = 1 WHERE key = ?1
                 RETURNING key, revision",
            )?
            .query_row((head.key, posting.changed.as_microsecond(), now), |row| Ok((row.get(0)?, row.get(1)?)))?,
        None => put_line(conn, save, &line)?,
    };
    conn.prepare_cached(
        "INSERT INTO body (draft, posting) VALUES (?1, ?2)
         ON CONFLICT (draft) DO UPDATE SET posting = excluded.posting",
    )?
    .execute((key, posting_file::to_compact(posting)))?;
    let own;
    let words = match save.text {
        Some(text) => text,
        None => {
            own = plain_text(posting);
            &own
        }
    };
    conn.prepare_cached(
        "INSERT INTO words (draft, text) VALUES (?1, ?2) ON CONFLICT (draft) DO UPDATE SET text = excluded.text",
    )?
    .execute((key, words))?;
    Ok((Saved { revision: Revision(revision), conflict }, touched))
}

/// What a list shows of a posting beside its title: company, place, reference, specialism, track
/// and level.
fn line_of(posting: &Posting) -> [String; 6] {
    let role = &posting.role;
    [
        posting.company.name.clone(),
        place(posting),
        posting.reference.clone(),
        role.specialism.as_str().to_owned(),
        role.track.id().to_owned(),
        role.level.id().to_owned(),
    ]
}

fn put_line(conn: &Connection, save: &Save<'_>, line: &[String; 6]) -> rusqlite::Result<(i64, i64)> {
    let posting = save.posting;
    conn.prepare_cached(
        "INSERT INTO draft (id, title, company, place, reference, specialism, track, level, created, changed,
                                saved, title_key, company_key)
             VALUES (:id, :title, :company, :place, :reference, :specialism, :track, :level, :created, :changed,
                     :saved, :title_key, :company_key)
             ON CONFLICT (id) DO UPDATE SET
                title = excluded.title, company = excluded.company, place = excluded.place,
                reference = excluded.reference, specialism = excluded.specialism, track = excluded.track,
                level = excluded.level, created = excluded.created, changed = excluded.changed,
                saved = excluded.saved, title_key = excluded.title_key, company_key = excluded.company_key,
                revision = revision + 1, unindexed = 1
             RETURNING key, revision",
    )?
    .query_row(
        named_params! {
            ":id": posting.id.as_bytes(),
            ":title": save.title,
            ":company": line[0],
            ":place": line[1],
            ":reference": line[2],
            ":specialism": line[3],
            ":track": line[4],
            ":level": line[5],
            ":created": posting.created.as_microsecond(),
            ":changed": posting.changed.as_microsecond(),
            ":saved": save.now.as_microsecond(),
            ":title_key": fold::key(save.title),
            ":company_key": fold::key(&posting.company.name),
        },
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

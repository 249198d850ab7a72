//! Moving to another folder, because the one of the store is full or cannot be written: a new
//! store there gets everything readable, and the old one stays as it is.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;
use tempfile::TempDir;
use uuid::Uuid;

use super::backup::{self, GoOn, Progress};
use super::rescue::{self, Found};
use super::rows::number;
use super::save::Head;
use super::{DraftStore, Save, StoreError, VersionKind, home, open, salvage, save, shelves, versions};
use crate::files::{self, FileError};
use crate::posting::Posting;

/// A store in another folder.
#[derive(Debug)]
#[must_use]
pub struct Relocated {
    /// The store there. Nothing is claimed in it yet.
    pub store: DraftStore,
    /// How many drafts it has, those in the trash included.
    pub drafts: usize,
    /// The titles of the drafts that could not be read of the old store.
    pub lost: Vec<String>,
    /// False: something of the old store could not be read. It is where it was, as it was.
    pub from_is_whole: bool,
    /// Whether the next start opens the new folder. If not, the old one: say so.
    pub remembered: Result<(), FileError>,
}

/// Why drafts are where they were.
#[derive(Debug, thiserror::Error)]
pub enum RelocateError {
    /// The folder is the one that the store is in.
    #[error("Your drafts are in {} already. Nothing was changed. Choose another folder.", .folder.display())]
    SameFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// The new folder does not take a store.
    #[error("Your drafts are where they were. {0}")]
    Target(StoreError),
    /// Somebody stopped it.
    #[error("You stopped Rolewright before your drafts were in the other folder. They are where they were.")]
    Cancelled,
}

impl RelocateError {
    /// A name for logs: it never holds a word of a posting.
    pub fn log_name(&self) -> &'static str {
        match self {
            Self::SameFolder { .. } => "the same folder",
            Self::Target(error) => error.log_name(),
            Self::Cancelled => "stopped",
        }
    }

    fn of(error: StoreError) -> Self {
        match error {
            StoreError::Cancelled { .. } => Self::Cancelled,
            error => Self::Target(error),
        }
    }
}

const MOVING: &str = "keep your drafts in the other folder";

/// Opens a store in the folder `to`, which is made if need be, and puts everything readable of
/// `from` into it (`None`: that cannot be opened, and what its files have is read as far as can
/// be). From then on [`home`](super::home) names
/// that folder. `from` stays as it is.
///
/// If there is a store in `to`, the two are put together: of a draft that is in both, the one
/// changed last stands, and the other becomes a version of it. Settings of that store stay.
///
/// # Errors
/// [`RelocateError`]: then `from` is still the store to use.
pub fn relocate(
    from: Option<&DraftStore>,
    data_dir: &Path,
    to: &Path,
    go_on: GoOn<'_>,
) -> Result<Relocated, RelocateError> {
    let to = std::path::absolute(to)
        .map_err(|source| RelocateError::Target(StoreError::Folder { folder: to.to_owned(), source }))?;
    if let Some(from) = from
        && from.path.parent().is_some_and(|folder| home::is_same(folder, &to))
        && open::identity(&from.path) == open::identity(&to.join(open::FILE_NAME))
    {
        return Err(RelocateError::SameFolder { folder: to });
    }
    let mut brought = Brought { lost: Vec::new(), is_whole: true };
    let borrowed = match from {
        Some(_) => None,
        None => borrow(data_dir, &to, &mut brought).map_err(RelocateError::of)?,
    };
    let from = from.or(borrowed.as_ref().map(|(_, store)| store));
    if let Some(from) = from.filter(|_| !DraftStore::is_in(&to)) {
        copy(from, &to, &mut brought, go_on).map_err(RelocateError::of)?;
    } else if let Some(from) = from {
        DraftStore::open(&to)
            .and_then(|store| put_together(from, &store, &mut brought, go_on))
            .map_err(RelocateError::of)?;
    }
    let store = DraftStore::open(&to).map_err(RelocateError::of)?;
    let drafts = count(&store.conn).map_err(store.failed(MOVING)).map_err(RelocateError::of)?;
    let remembered = home::remember(data_dir, &to);
    Ok(Relocated { store, drafts, lost: brought.lost, from_is_whole: brought.is_whole, remembered })
}

/// Opens a copy of a store that does not open where it is, such as on a disk that is read-only.
fn borrow(data_dir: &Path, to: &Path, brought: &mut Brought) -> Result<Option<(TempDir, DraftStore)>, StoreError> {
    let old = home(data_dir).ok().map(|folder| folder.join(open::FILE_NAME));
    let Some(old) = old.filter(|old| old.is_file() && !home::is_same(old, &to.join(open::FILE_NAME))) else {
        return Ok(None);
    };
    files::make_private_folder(to).map_err(|source| StoreError::Folder { folder: to.to_owned(), source })?;
    let room = room_in(to)?;
    brought.is_whole = false;
    for (file, _) in salvage::files_of(&old) {
        let copied = fs::copy(&file, room.path().join(file.file_name().unwrap_or_default()));
        match copied.map_err(|error| error.kind()) {
            Ok(_) => {}
            Err(ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => {
                return Err(StoreError::DiskFull { doing: MOVING, path: to.join(open::FILE_NAME) });
            }
            Err(_) => return Ok(None),
        }
    }
    open::keep_private(&room.path().join(open::FILE_NAME));
    let opened = DraftStore::open(room.path()).and_then(|store| {
        open::quick_check(&store.conn, &store.path, MOVING)?;
        Ok(store)
    });
    let store = match opened {
        Ok(store) => {
            brought.is_whole = true;
            store
        }
        Err(StoreError::Damaged { .. } | StoreError::Foreign { .. }) => {
            let Ok(done) = salvage(room.path(), Timestamp::UNIX_EPOCH) else { return Ok(None) };
            brought.lost = done.lost;
            DraftStore::open(room.path())?
        }
        Err(_) => return Ok(None),
    };
    Ok(Some((room, store)))
}

fn room_in(to: &Path) -> Result<TempDir, StoreError> {
    let no_folder = |source| StoreError::Folder { folder: to.to_owned(), source };
    tempfile::Builder::new().prefix(".rolewright-move-").tempdir_in(to).map_err(no_folder)
}

struct Brought {
    lost: Vec<String>,
    is_whole: bool,
}

fn count(conn: &Connection) -> rusqlite::Result<usize> {
    conn.query_row("SELECT count(*) FROM draft", [], |row| number(row, 0))
}

/// Makes the new store in a folder of its own and gives it its name when it is whole.
fn copy(from: &DraftStore, to: &Path, brought: &mut Brought, go_on: GoOn<'_>) -> Result<(), StoreError> {
    files::make_private_folder(to).map_err(|source| StoreError::Folder { folder: to.to_owned(), source })?;
    let no_folder = |source| StoreError::Folder { folder: to.to_owned(), source };
    let path = to.join(open::FILE_NAME);
    let mut made = room_in(to)?;
    match backup::copy_whole(&from.conn, made.path(), MOVING, &path, go_on) {
        Ok(()) => {}
        Err(error @ (StoreError::Cancelled { .. } | StoreError::DiskFull { .. } | StoreError::Locked { .. })) => {
            return Err(error);
        }
        // The old store is damaged, or the new folder takes no file: the next step tells.
        Err(_) => {
            made = room_in(to)?;
            copy_rows(from, made.path(), brought).map_err(|error| error.about(&path))?;
        }
    }
    let file = tempfile::TempPath::try_from_path(made.path().join(open::FILE_NAME)).map_err(no_folder)?;
    match file.persist_noclobber(&path) {
        Ok(()) => open::sync_folder(to).map_err(no_folder),
        // Another window made one a moment ago: choose again.
        Err(error) => Err(no_folder(error.error)),
    }
}

fn copy_rows(from: &DraftStore, folder: &Path, brought: &mut Brought) -> Result<(), StoreError> {
    let store = DraftStore::open(folder)?;
    let mut found = Found::default();
    let transaction = store.begin(MOVING)?;
    let is_whole = rescue::read_rows(&from.conn, &transaction, &mut found).map_err(store.failed(MOVING))?;
    rescue::bodies_from_versions(&transaction, &mut found).map_err(store.failed(MOVING))?;
    transaction.commit().map_err(store.failed(MOVING))?;
    brought.is_whole &= is_whole;
    brought.lost.extend(found.lost.into_values());
    // Everything into the one file that is moved.
    store.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(store.failed(MOVING))
}

/// How many drafts are put into the other store before somebody else gets a turn.
const AT_ONCE: usize = 200;

fn put_together(from: &DraftStore, to: &DraftStore, brought: &mut Brought, go_on: GoOn<'_>) -> Result<(), StoreError> {
    let ids = rescue::ids(&from.conn);
    brought.is_whole &= ids.1;
    for (n, some) in ids.0.chunks(AT_ONCE).enumerate() {
        if !go_on(Progress { done: n * AT_ONCE, total: ids.0.len() }) {
            return Err(StoreError::Cancelled { doing: MOVING });
        }
        let transaction = to.begin(MOVING)?;
        for id in some {
            match from.load(*id) {
                Ok(posting) => put_draft(from, to, &transaction, &posting, brought)?,
                Err(_) => {
                    brought.is_whole = false;
                    brought.lost.push(from.info(*id).map(|info| info.title).unwrap_or_default());
                }
            }
        }
        transaction.commit().map_err(to.failed(MOVING))?;
    }
    let transaction = to.begin(MOVING)?;
    brought.is_whole &= rescue::settings(&from.conn, &transaction, "IGNORE").map_err(to.failed(MOVING))?;
    transaction.commit().map_err(to.failed(MOVING))
}

fn put_draft(
    from: &DraftStore,
    to: &DraftStore,
    conn: &Connection,
    posting: &Posting,
    brought: &mut Brought,
) -> Result<(), StoreError> {
    let failed = to.failed(MOVING);
    let id = posting.id;
    let Ok(info) = from.info(id) else {
        brought.is_whole = false;
        return Ok(());
    };
    let words = rescue::words_of(&from.conn, id);
    let ours = Save { text: words.as_deref(), ..Save::new(posting, &info.title) };
    let theirs = match to.load(id) {
        Ok(theirs) if theirs == *posting => return Ok(()),
        Err(StoreError::NoSuchDraft { .. }) => {
            put_versions(from, conn, id, brought).map_err(&failed)?;
            let _saved = save::write(conn, &ours).map_err(&failed)?;
            return shelves::place(conn, id, info.status, info.archived, info.trashed).map_err(&failed);
        }
        Ok(theirs) => Some((theirs, to.info(id)?.title)),
        Err(_) => None,
    };
    keep(conn, id, VersionKind::Conflict, "", None).map_err(&failed)?;
    let _saved = save::write(conn, &ours).map_err(&failed)?;
    if let Some((theirs, title)) = theirs.filter(|(theirs, _)| theirs.changed >= posting.changed) {
        keep(conn, id, VersionKind::Conflict, "", None).map_err(&failed)?;
        let _saved = save::write(conn, &Save::new(&theirs, &title)).map_err(&failed)?;
    }
    Ok(())
}

/// Saves what a draft was, one version after the other, and keeps each.
fn put_versions(from: &DraftStore, conn: &Connection, id: Uuid, brought: &mut Brought) -> rusqlite::Result<()> {
    let versions = from.versions(id).unwrap_or_else(|_| {
        brought.is_whole = false;
        Vec::new()
    });
    for version in versions.into_iter().rev() {
        match from.version(id, version.id) {
            Ok(posting) => {
                let save = Save { now: version.time, ..Save::new(&posting, &version.title) };
                let _saved = save::write(conn, &save)?;
                keep(conn, id, version.kind, &version.note, Some(version.time))?;
            }
            Err(_) => brought.is_whole = false,
        }
    }
    Ok(())
}

/// Keeps what a draft is as a version.
fn keep(conn: &Connection, id: Uuid, kind: VersionKind, note: &str, time: Option<Timestamp>) -> rusqlite::Result<()> {
    let Some(head) = Head::of(conn, id)? else { return Ok(()) };
    let time = time.map_or(head.saved, Timestamp::as_microsecond);
    versions::keep(conn, &head, kind, note, time).map(drop)
}

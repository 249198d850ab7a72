//! A damaged store: looked at, moved aside untouched, and everything readable put into a new one.
//!
//! What is read first is what SQLite still reads, row by row, so that one bad page costs its own
//! rows; then the bytes themselves are gone through ([`carve`](super::carve)) for postings that
//! no index leads to any more. All of it happens in a folder of its own. Only when the new store
//! is whole the two change places, so that a full disk or a crash on the way changes nothing.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::{Connection, OpenFlags};

use super::carve::carve;
use super::rescue::{self, Found};
use super::{BackupFile, DraftStore, StoreError, backup, claims, open, remains};

/// What of a damaged store was brought into a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvage {
    /// The folder that the damaged files were moved to, as they were.
    pub aside: PathBuf,
    /// How many drafts are in the new store, those in the trash included.
    pub drafts: usize,
    /// How many of them no index led to any more: they were found among the bytes, and a draft
    /// that was deleted lately may be among them.
    pub from_remains: usize,
    /// How many of them are as their newest version was: what was written after that is lost.
    pub from_versions: usize,
    /// How many versions are in the new store.
    pub versions: usize,
    /// How many versions were listed and could not be read.
    pub lost_versions: usize,
    /// The titles of the drafts that were listed and whose text could not be read.
    pub lost: Vec<String>,
    /// True: the settings and the company profile are there, as far as any were found.
    pub settings: bool,
    /// The newest backup that there is, if something is missing.
    pub newest_backup: Option<BackupFile>,
}

const SALVAGING: &str = "save what can be read of the damaged store";

/// Makes a new store of what can be read of the one in `folder`, and moves that one aside. Every
/// window that has it open must be closed first.
///
/// # Errors
/// [`StoreError::Newer`] and [`StoreError::Foreign`] for a file that this program must not touch;
/// [`StoreError::InUse`]; otherwise what kept it
/// from being done. The store is then where it was, as it was.
pub fn salvage(folder: &Path, now: Timestamp) -> Result<Salvage, StoreError> {
    let path = folder.join(open::FILE_NAME);
    let no_folder = |source| StoreError::Folder { folder: folder.to_owned(), source };
    let seen = match open::look(&path) {
        Err(error @ StoreError::Newer { .. }) => return Err(error),
        Err(error) if open::is_of_another_program(&error) => return Err(error),
        seen => seen,
    };
    if claims::is_somebody_here(folder) {
        return Err(StoreError::InUse { doing: SALVAGING, path });
    }
    let room = tempfile::Builder::new().prefix(".rolewright-salvage-").tempdir_in(folder).map_err(no_folder)?;
    let (old, new) = (room.path().join("old"), room.path().join("new"));
    files_of(&path)
        .into_iter()
        .try_for_each(|(file, _)| {
            fs::create_dir_all(&old)?;
            let name = file.file_name().unwrap_or_default();
            fs::copy(&file, old.join(name)).map(drop)
        })
        .map_err(no_folder)?;
    let old = old.join(open::FILE_NAME);

    let store = DraftStore::open(&new)?;
    let mut found = Found::default();
    let transaction = store.begin(SALVAGING)?;
    let is_whole = match open_damaged(&old) {
        Ok(old) => rescue::read_rows(&old, &transaction, &mut found).map_err(store.failed(SALVAGING))?,
        Err(_) => false,
    };
    if !is_whole || !found.bodiless.is_empty() {
        let log = fs::read(open::log_of(&path)).unwrap_or_default();
        let carved = carve(&fs::read(&path).map_err(no_folder)?, &log);
        remains::put(carved, &transaction, &mut found).map_err(store.failed(SALVAGING))?;
    }
    rescue::bodies_from_versions(&transaction, &mut found).map_err(store.failed(SALVAGING))?;
    transaction.commit().map_err(store.failed(SALVAGING))?;
    if let (Err(error @ StoreError::Foreign { .. }), true) = (seen, found.there.is_empty()) {
        return Err(error);
    }
    let sound = store.check(&mut |_| true)?;
    drop(store);
    if let Some(fault) = sound.first() {
        return Err(StoreError::Damaged { doing: SALVAGING, path, why: fault.clone() });
    }

    let aside = aside(folder, now).map_err(no_folder)?;
    for (file, _) in files_of(&path) {
        let name = file.file_name().unwrap_or_default();
        fs::rename(&file, aside.join(name)).map_err(no_folder)?;
    }
    fs::rename(new.join(open::FILE_NAME), &path).map_err(no_folder)?;
    open::sync_folder(&aside).and_then(|()| open::sync_folder(folder)).map_err(no_folder)?;

    let store = DraftStore::open(folder)?;
    let backups = backup::backups(&store.backup_folder()?)?;
    Ok(Salvage {
        aside,
        drafts: found.there.len(),
        from_remains: found.from_remains,
        from_versions: found.from_versions,
        versions: found.versions,
        lost_versions: found.lost_versions,
        lost: found.lost.into_values().collect(),
        settings: found.settings,
        newest_backup: backups.into_iter().next(),
    })
}

fn open_damaged(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    // A bad page is met where it lies, not looked for before anything else is read.
    let _ = conn.pragma_update(None, "cell_size_check", true);
    Ok(conn)
}

/// The store's file and those beside it that belong to it, as far as they are there.
pub(super) fn files_of(path: &Path) -> Vec<(PathBuf, u64)> {
    ["", "-wal", "-shm", "-journal"]
        .into_iter()
        .filter_map(|ending| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            let about = fs::metadata(&name).ok()?;
            Some((PathBuf::from(name), about.len()))
        })
        .collect()
}

/// A new folder for the damaged files.
fn aside(folder: &Path, now: Timestamp) -> std::io::Result<PathBuf> {
    let name = format!("damaged-{}", TimeZone::UTC.to_datetime(now).strftime("%Y-%m-%d-%H%M%S"));
    let mut n = 1;
    loop {
        let aside = folder.join(if n == 1 { name.clone() } else { format!("{name}-{n}") });
        let made = {
            let mut builder = fs::DirBuilder::new();
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder.create(&aside)
        };
        match made {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && n < 1_000 => n += 1,
            made => return made.map(|()| aside),
        }
    }
}

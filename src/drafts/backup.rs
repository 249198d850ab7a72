//! Copies of the whole store, made while it is in use, and how one takes its place.
//!
//! A backup is one plain file that any Rolewright of this version or later opens. Its name says
//! when it was made and what for. Only those made once a day are ever deleted, when there are
//! more than [`DraftStore::BACKUPS_KEPT`] of them.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil::Date};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::{DraftStore, StoreError, open};
use crate::files;

/// How far a long job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is done, in the job's own parts.
    pub done: usize,
    /// How many parts there are, as far as known.
    pub total: usize,
}

/// What a long job asks now and then: takes how far it is, answers whether to go on. After
/// `false` the job ends as soon as it can with [`StoreError::Cancelled`].
pub type GoOn<'a> = &'a mut dyn FnMut(Progress) -> bool;

/// What a backup was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BackupKind {
    /// One a day, on first use.
    Daily,
    /// A person asked for it.
    ByHand,
    /// A newer Rolewright was about to change the form of the store.
    BeforeUpdate,
    /// Another backup was about to take the store's place.
    BeforeRestore,
}

impl BackupKind {
    const ALL: [Self; 4] = [Self::Daily, Self::ByHand, Self::BeforeUpdate, Self::BeforeRestore];

    /// Its name in file names and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::ByHand => "by-hand",
            Self::BeforeUpdate => "before-update",
            Self::BeforeRestore => "before-restore",
        }
    }
}

/// A backup in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFile {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made, UTC; of a daily one the day alone counts.
    pub made: DateTime,
    /// What for.
    pub kind: BackupKind,
    /// Its size.
    pub bytes: u64,
}

/// What became of a restore.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What the store was before, as a backup.
    pub before: PathBuf,
    /// How many drafts there are now, those in the trash included.
    pub drafts: usize,
}

/// The setting that names the folder of backups.
const FOLDER: &str = "backup-folder";
const BACKING_UP: &str = "make a backup";
const RESTORING: &str = "restore the backup";

/// How many pages are copied before somebody else gets a turn: 4 MiB.
const PAGES: i32 = 1024;

impl DraftStore {
    /// How many of the backups made once a day are kept.
    pub const BACKUPS_KEPT: usize = 14;

    /// The folder for backups: the one that was chosen, else `backups` beside the store.
    ///
    /// # Errors
    /// What kept the store from being read.
    pub fn backup_folder(&self) -> Result<PathBuf, StoreError> {
        Ok(self.get_setting::<PathBuf>(FOLDER)?.unwrap_or_else(|| usual_folder(&self.path)))
    }

    /// Chooses the folder for backups; `None`: the usual one. Backups that are in another one
    /// stay there.
    ///
    /// # Errors
    /// What kept the choice from being saved, also a name that is not Unicode.
    pub fn set_backup_folder(&self, folder: Option<&Path>) -> Result<(), StoreError> {
        self.put_setting(FOLDER, &folder)
    }

    /// Makes a backup because a person asked for it. Other windows go on meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Backup`], [`StoreError::DiskFull`], [`StoreError::Cancelled`]: there is then
    /// no new backup, and the store is as it was.
    pub fn backup_now(&self, now: Timestamp, go_on: GoOn<'_>) -> Result<PathBuf, StoreError> {
        self.backup(&self.backup_folder()?, BackupKind::ByHand, now, go_on)
    }

    /// The same in a folder of its own.
    ///
    /// # Errors
    /// As [`backup_now`](Self::backup_now).
    pub fn backup_to(&self, folder: &Path, now: Timestamp, go_on: GoOn<'_>) -> Result<PathBuf, StoreError> {
        self.backup(folder, BackupKind::ByHand, now, go_on)
    }

    /// The folder for backups of the store in a folder, where none was chosen.
    pub fn usual_backup_folder(folder: &Path) -> PathBuf {
        usual_folder(&folder.join(open::FILE_NAME))
    }

    /// Makes the backup of the day, unless there is one, and deletes those of former days that
    /// are too many. `now` is what the day is taken from, in UTC.
    ///
    /// # Errors
    /// As [`backup_now`](Self::backup_now).
    pub fn backup_daily(&self, now: Timestamp, go_on: GoOn<'_>) -> Result<Option<PathBuf>, StoreError> {
        let folder = self.backup_folder()?;
        let path = folder.join(name_of(BackupKind::Daily, now));
        if path.exists() {
            return Ok(None);
        }
        let made = self.backup(&folder, BackupKind::Daily, now, go_on)?;
        let daily = backups(&folder)?.into_iter().filter(|backup| backup.kind == BackupKind::Daily);
        for old in daily.skip(Self::BACKUPS_KEPT) {
            if let Err(error) = fs::remove_file(&old.path) {
                tracing::warn!(%error, "an old backup could not be deleted");
            }
        }
        Ok(Some(made))
    }

    /// Puts a backup in the place of everything that is in the store, settings included. What was
    /// there is kept as a backup first. Other windows see the change as one; a draft that they
    /// have open is saved again by them and is not lost. Settings and profile are other ones then:
    /// read them again.
    ///
    /// # Errors
    /// [`StoreError::Newer`], [`StoreError::Foreign`], [`StoreError::Damaged`] for a file that is
    /// no whole backup; otherwise what kept it from being restored. The store is then as it was.
    pub fn restore_backup(&mut self, backup: &Path, now: Timestamp, go_on: GoOn<'_>) -> Result<Restored, StoreError> {
        // The backup stays as it is: what may have to be brought up to date is a copy of it.
        let beside = self.path.parent().unwrap_or(Path::new("."));
        let no_folder = |source| StoreError::Folder { folder: beside.to_owned(), source };
        let room = tempfile::Builder::new().prefix(".rolewright-restore-").tempdir_in(beside).map_err(no_folder)?;
        // One way from nothing to all, whatever the parts are: first the copy of what is there.
        const HALF: usize = 1_000;
        let mut part = |before: usize, Progress { done, total }: Progress| {
            go_on(Progress { done: before + done * HALF / total.max(1), total: 2 * HALF })
        };
        if !part(0, Progress { done: 0, total: 1 }) {
            return Err(StoreError::Cancelled { doing: RESTORING });
        }
        let path = open::copy_checked(backup, room.path())?;
        let copy = open::connect(&path, open::Update::AtOnce).map_err(|error| error.about(backup))?;
        open::quick_check(&copy, backup, RESTORING)?;
        let failed = |error| StoreError::from_sql(RESTORING, backup, error);
        copy.execute_batch("DELETE FROM claim; DELETE FROM session;").map_err(failed)?;
        let before = self.backup(&self.backup_folder()?, BackupKind::BeforeRestore, now, &mut |done| part(0, done))?;
        self.conn.flush_prepared_statement_cache();
        let path = self.path.clone();
        run(&copy, &mut self.conn, &mut |done| part(HALF, done), RESTORING, &path)?;
        self.board.borrow_mut().clear();
        open::set_up(&self.conn).map_err(self.failed(RESTORING))?;
        let drafts = self
            .conn
            .query_row("SELECT count(*) FROM draft", [], |row| super::rows::number(row, 0))
            .map_err(self.failed(RESTORING))?;
        Ok(Restored { before, drafts })
    }

    fn backup(&self, folder: &Path, kind: BackupKind, now: Timestamp, go_on: GoOn<'_>) -> Result<PathBuf, StoreError> {
        copy_to(&self.conn, &self.path, folder, kind, now, go_on)
    }
}

/// The backups in a folder, the newest first. A folder that is not there has none.
///
/// # Errors
/// [`StoreError::Backup`] if the folder cannot be read.
pub fn backups(folder: &Path) -> Result<Vec<BackupFile>, StoreError> {
    let failed = |source| StoreError::Backup { folder: folder.to_owned(), source };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut all = Vec::new();
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let Some((made, kind)) = entry.file_name().to_str().and_then(of_name) else { continue };
        let Ok(about) = fs::metadata(entry.path()) else { continue };
        if about.is_file() {
            all.push(BackupFile { path: entry.path(), made, kind, bytes: about.len() });
        }
    }
    all.sort_by(|a, b| (b.made, &b.path).cmp(&(a.made, &a.path)));
    Ok(all)
}

/// The folder for backups beside a store's file.
pub(super) fn usual_folder(store: &Path) -> PathBuf {
    store.parent().unwrap_or(Path::new(".")).join("backups")
}

/// Copies a store that may be in use to a new file of its own.
pub(super) fn copy_to(
    conn: &Connection,
    store: &Path,
    folder: &Path,
    kind: BackupKind,
    now: Timestamp,
    go_on: GoOn<'_>,
) -> Result<PathBuf, StoreError> {
    let no_folder = |source| StoreError::Backup { folder: folder.to_owned(), source };
    files::make_private_folder(folder).map_err(no_folder)?;
    let path = folder.join(name_of(kind, now));
    let file = tempfile::Builder::new().prefix(".rolewright-").suffix(".tmp").tempfile_in(folder).map_err(no_folder)?;
    let unfinished = file.into_temp_path();
    let failed = |error| StoreError::from_sql(BACKING_UP, &path, error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut copy = Connection::open_with_flags(&unfinished, flags).map_err(failed)?;
    // It is synced once, at the end; nobody trusts it before.
    copy.pragma_update(None, "synchronous", "off").map_err(failed)?;
    run(conn, &mut copy, go_on, BACKING_UP, store)
        .map_err(|error| if matches!(error, StoreError::DiskFull { .. }) { error.about(&path) } else { error })?;
    // One plain file, which opens from a read-only disk as well.
    copy.pragma_update(None, "journal_mode", "delete").map_err(failed)?;
    copy.close().map_err(|(_, error)| failed(error))?;
    File::options().write(true).open(&unfinished).and_then(|file| file.sync_all()).map_err(no_folder)?;
    match unfinished.persist_noclobber(&path) {
        Ok(()) => open::sync_folder(folder).map_err(no_folder)?,
        // Another window made it a moment ago.
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(no_folder(error.error)),
    }
    Ok(path)
}

/// Copies a store that is in use into a new file of the usual name in `folder`, and looks whether
/// every page of it is sound. `about` is the file that errors tell of.
pub(super) fn copy_whole(
    conn: &Connection,
    folder: &Path,
    doing: &'static str,
    about: &Path,
    go_on: GoOn<'_>,
) -> Result<(), StoreError> {
    let no_folder = |source| StoreError::Folder { folder: folder.to_owned(), source };
    let failed = |error| StoreError::from_sql(doing, about, error);
    let path = folder.join(open::FILE_NAME);
    let file = tempfile::Builder::new().prefix(open::FILE_NAME).rand_bytes(0).tempfile_in(folder).map_err(no_folder)?;
    file.into_temp_path().keep().map_err(|error| no_folder(error.error))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut copy = Connection::open_with_flags(&path, flags).map_err(failed)?;
    copy.pragma_update(None, "synchronous", "off").map_err(failed)?;
    run(conn, &mut copy, go_on, doing, about)?;
    copy.close().map_err(|(_, error)| failed(error))?;
    let copy = open::connect(&path, open::Update::AtOnce).map_err(|error| error.about(about))?;
    open::quick_check(&copy, about, doing)?;
    copy.execute_batch("DELETE FROM claim; DELETE FROM session;").map_err(failed)?;
    copy.close().map_err(|(_, error)| failed(error))?;
    File::options().write(true).open(&path).and_then(|file| file.sync_all()).map_err(no_folder)
}

fn run(
    from: &Connection,
    to: &mut Connection,
    go_on: GoOn<'_>,
    doing: &'static str,
    path: &Path,
) -> Result<(), StoreError> {
    /// How long to wait for somebody who is writing, and how often: as long as [`open::BUSY`].
    const PAUSE: Duration = Duration::from_millis(25);
    let failed = |error| StoreError::from_sql(doing, path, error);
    let backup = Backup::new(from, to).map_err(failed)?;
    let mut waited = Duration::ZERO;
    loop {
        match backup.step(PAGES).map_err(failed)? {
            StepResult::Done => return Ok(()),
            StepResult::More => waited = Duration::ZERO,
            _ if waited >= open::BUSY => return Err(StoreError::Locked { doing, path: path.to_owned() }),
            _ => {
                std::thread::sleep(PAUSE);
                waited += PAUSE;
            }
        }
        let progress = backup.progress();
        let number = |pages: i32| usize::try_from(pages).unwrap_or(0);
        let total = number(progress.pagecount);
        if !go_on(Progress { done: total.saturating_sub(number(progress.remaining)), total }) {
            return Err(StoreError::Cancelled { doing });
        }
    }
}

const PREFIX: &str = "rolewright-";
const SUFFIX: &str = ".sqlite3";

fn name_of(kind: BackupKind, now: Timestamp) -> String {
    let now = TimeZone::UTC.to_datetime(now);
    match kind {
        BackupKind::Daily => format!("{PREFIX}{}{SUFFIX}", now.strftime("%Y-%m-%d")),
        kind => format!("{PREFIX}{}-{}{SUFFIX}", now.strftime("%Y-%m-%d-%H%M%S"), kind.id()),
    }
}

fn of_name(name: &str) -> Option<(DateTime, BackupKind)> {
    let middle = name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?;
    let (day, rest) = middle.split_at_checked("2026-11-24".len())?;
    let day: Date = day.parse().ok()?;
    if rest.is_empty() {
        return Some((day.at(0, 0, 0, 0), BackupKind::Daily));
    }
    let (time, kind) = rest.strip_prefix('-')?.split_once('-')?;
    let part = |at: usize| time.get(at..at + 2).and_then(|part| part.parse::<i8>().ok());
    let time = jiff::civil::Time::new(part(0)?, part(2)?, part(4)?, 0).ok()?;
    let kind = BackupKind::ALL.into_iter().find(|one| one.id() == kind)?;
    Some((day.to_datetime(time), kind))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_when_and_what_for_and_other_names_are_nothing_of_ours() {
        let now = "2026-11-24T10:42:07Z".parse().unwrap();
        for kind in BackupKind::ALL {
            let (made, found) = of_name(&name_of(kind, now)).unwrap();
            assert_eq!((found, made.date()), (kind, jiff::civil::date(2026, 11, 24)));
            assert_eq!(made.hour(), if kind == BackupKind::Daily { 0 } else { 10 });
        }
        for name in [
            "rolewright.sqlite3",
            "rolewright-2026-13-01.sqlite3",
            "rolewright-2026-11-24-a-daily.sqlite3",
            "rolewright-ü2026-11-2.sqlite3",
            "x",
        ] {
            assert_eq!(of_name(name), None, "{name}");
        }
    }
}

//! Opening the store's file: making a new one whole, refusing what is not ours or newer without
//! touching it, bringing an older one up to date.
//!
//! The file is looked at through SQLite alone. Opening it by hand as well would, on Unix, drop
//! the locks that this process holds on it when our copy is closed.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::backup::{self, BackupKind};
use super::{StoreError, bits, schema};
use crate::files;

/// The name of the store's file in its folder.
pub(super) const FILE_NAME: &str = "rolewright.sqlite3";

/// How long we wait for another program that is writing.
pub(super) const BUSY: Duration = Duration::from_secs(5);

/// From how many pages in the log on finished work is brought into the store: when there is
/// nothing else to do, and at the latest by the save that comes upon 32 MiB of it. Each commit is
/// in the log, and on the disk, all the same.
pub(super) const PAGES_WHEN_IDLE: i64 = 1_000;
pub(super) const PAGES_AT_MOST: i64 = 8_000;

const OPENING: &str = "open the drafts";
const ANOTHER_PROGRAM: &str = "it is a database of another program";

/// True for a file that is whole and not ours.
pub(super) fn is_of_another_program(error: &StoreError) -> bool {
    matches!(error, StoreError::Foreign { why, .. } if *why == ANOTHER_PROGRAM)
}

/// Opens the store in `folder`, which is made if it is not there.
pub(super) fn open(folder: &Path) -> Result<(Connection, PathBuf), StoreError> {
    files::make_private_folder(folder).map_err(|source| StoreError::Folder { folder: folder.to_owned(), source })?;
    let path = folder.join(FILE_NAME);
    match fs::metadata(&path) {
        Ok(about) if about.is_dir() => return Err(StoreError::Foreign { path, why: "it is a folder" }),
        Ok(about) if about.len() == 0 => {
            return Err(StoreError::Damaged { doing: OPENING, path, why: "the file is empty".to_owned() });
        }
        Ok(about) => check_from_outside(&path, about.len())?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => create(folder, &path)?,
        Err(source) => return Err(StoreError::Folder { folder: folder.to_owned(), source }),
    }
    keep_private(&path);
    Ok((connect(&path, Update::AfterBackup)?, path))
}

/// Looks at the header without taking a lock, making a file beside it or reading the log of
/// unfinished work, so that a file that is not for us stays as it is to the last byte.
fn check_from_outside(path: &Path, length: u64) -> Result<(), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let seen = Connection::open_with_flags(immutable_uri(path), flags)
        .and_then(|conn| Ok((schema::application_id(&conn)?, schema::user_version(&conn)?, page_size(&conn)?)));
    match seen {
        Ok((id, version, page_size)) => {
            check_header(path, id, version)?;
            // SQLite would take the missing part of the last page for zeros. While there is a log,
            // that page may still be on its way from it.
            if !length.is_multiple_of(u64::from(page_size).max(1)) && log_is_empty(path) {
                let why = "its end is missing".to_owned();
                return Err(StoreError::Damaged { doing: OPENING, path: path.to_owned(), why });
            }
            Ok(())
        }
        // Another program may be growing the file just now: `connect` looks again under a lock.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => Ok(()),
        Err(error) => Err(StoreError::from_sql(OPENING, path, error)),
    }
}

fn page_size(conn: &Connection) -> rusqlite::Result<u32> {
    // SQLite answers with a power of two from 512 on.
    conn.pragma_query_value(None, "page_size", |row| row.get(0))
}

/// True if no finished work waits beside the store to be taken into it.
fn log_is_empty(path: &Path) -> bool {
    fs::metadata(log_of(path)).map_or(true, |about| about.len() == 0)
}

/// The log of finished work beside a store's file.
pub(super) fn log_of(path: &Path) -> PathBuf {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    log.into()
}

/// Looks whether a file is a store for us, without touching it.
pub(super) fn look(path: &Path) -> Result<(), StoreError> {
    let about = fs::metadata(path).map_err(|source| StoreError::Folder { folder: path.to_owned(), source })?;
    check_from_outside(path, about.len())
}

fn check_header(path: &Path, application_id: i32, version: i64) -> Result<(), StoreError> {
    let path = path.to_owned();
    if application_id != schema::APPLICATION_ID {
        Err(StoreError::Foreign { path, why: ANOTHER_PROGRAM })
    } else if version > schema::VERSION {
        Err(StoreError::Newer { path, found: version, known: schema::VERSION })
    } else if version < 1 {
        Err(StoreError::Damaged { doing: OPENING, path, why: format!("its version is {version}") })
    } else {
        Ok(())
    }
}

/// Whether an older store is kept before it is brought up to date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Update {
    /// A backup of it is made, with the time of its last change in the name.
    AfterBackup,
    /// It is a copy already.
    AtOnce,
}

/// Opens a file that is there, checks it under lock and brings it up to date.
pub(super) fn connect(path: &Path, update: Update) -> Result<Connection, StoreError> {
    let failed = |error| StoreError::from_sql(OPENING, path, error);
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(failed)?;
    conn.busy_timeout(BUSY).map_err(failed)?;
    // Until it is known to be ours, closing must not move unfinished work into the file.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(failed)?;
    let (id, version) = (schema::application_id(&conn).map_err(failed)?, schema::user_version(&conn).map_err(failed)?);
    check_header(path, id, version)?;
    let mut names = conn.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1").map_err(failed)?;
    for table in schema::tables(version) {
        if !names.exists([table]).map_err(failed)? {
            let why = format!("its table “{table}” is missing");
            return Err(StoreError::Damaged { doing: OPENING, path: path.to_owned(), why });
        }
    }
    drop(names);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map_err(failed)?;
    set_up(&conn).map_err(failed)?;
    bits::install(&conn).map_err(failed)?;
    if version < schema::VERSION {
        if update == Update::AfterBackup {
            let changed = fs::metadata(path).and_then(|about| about.modified()).ok();
            let changed = changed.and_then(|time| Timestamp::try_from(time).ok()).unwrap_or_default();
            let folder = backup::usual_folder(path);
            backup::copy_to(&conn, path, &folder, BackupKind::BeforeUpdate, changed, &mut |_| true)?;
        }
        schema::migrate(&conn, schema::STEPS).map_err(failed)?;
    }
    Ok(conn)
}

/// What each connection needs. A commit is on the disk, not in a cache, when it returns.
pub(super) fn set_up(conn: &Connection) -> rusqlite::Result<()> {
    conn.pragma_update(None, "journal_mode", "wal")?;
    conn.pragma_update(None, "synchronous", "full")?;
    conn.pragma_update(None, "wal_autocheckpoint", PAGES_AT_MOST)?;
    conn.set_prepared_statement_cache_capacity(100);
    // 8 MiB: the lines of tens of thousands of drafts.
    conn.pragma_update(None, "cache_size", -8_192)?;
    // macOS: a plain sync stops at the drive's own cache. Elsewhere these do nothing.
    conn.pragma_update(None, "fullfsync", true)?;
    conn.pragma_update(None, "checkpoint_fullfsync", true)?;
    conn.pragma_update(None, "foreign_keys", true)
}

/// Copies a store that nobody uses, a backup, into a folder, if it is one of ours.
pub(super) fn copy_checked(path: &Path, folder: &Path) -> Result<PathBuf, StoreError> {
    let no_access = |source| StoreError::Backup { folder: path.to_owned(), source };
    let length = fs::metadata(path).map_err(no_access)?.len();
    if length == 0 {
        return Err(StoreError::Damaged { doing: OPENING, path: path.to_owned(), why: "the file is empty".to_owned() });
    }
    check_from_outside(path, length)?;
    let copy = folder.join(FILE_NAME);
    fs::copy(path, &copy).map_err(no_access)?;
    keep_private(&copy);
    Ok(copy)
}

/// Tells a file from every other one on this machine, also from a later one of its name. `None`:
/// it is not there, or the system has no such thing (Windows does not let an open file go).
pub(super) fn identity(path: &Path) -> Option<(u64, u64)> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        fs::metadata(path).ok().map(|about| (about.dev(), about.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// Reads every page and looks whether they fit together.
pub(super) fn quick_check(conn: &Connection, path: &Path, doing: &'static str) -> Result<(), StoreError> {
    let found: String = conn
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|error| StoreError::from_sql(doing, path, error))?;
    if found == "ok" { Ok(()) } else { Err(StoreError::Damaged { doing, path: path.to_owned(), why: found }) }
}

/// Makes a new store under another name and gives it its own only when it is whole: a crash, or
/// another program doing the same, never leaves half a store.
fn create(folder: &Path, path: &Path) -> Result<(), StoreError> {
    let no_folder = |source| StoreError::Folder { folder: folder.to_owned(), source };
    let failed = |error| StoreError::from_sql("make a store for drafts", path, error);
    let file = tempfile::Builder::new().prefix(".rolewright-").suffix(".new").tempfile_in(folder).map_err(no_folder)?;
    let unfinished = file.into_temp_path();
    let conn =
        Connection::open_with_flags(&unfinished, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .map_err(failed)?;
    set_up(&conn).map_err(failed)?;
    schema::migrate(&conn, schema::STEPS).map_err(failed)?;
    conn.close().map_err(|(_, error)| failed(error))?;
    match unfinished.persist_noclobber(path) {
        Ok(()) => sync_folder(folder).map_err(no_folder),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(no_folder(error.error)),
    }
}

/// The name of a new file is on the disk only when its folder is.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
pub(super) fn sync_folder(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

/// For the owner alone, also when somebody copied the file here with other rights. SQLite gives
/// the files beside it the same rights.
#[cfg(unix)]
pub(super) fn keep_private(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let tightened = fs::metadata(path).and_then(|about| {
        if about.permissions().mode() & 0o077 == 0 {
            return Ok(());
        }
        fs::set_permissions(path, fs::Permissions::from_mode(0o600))
    });
    if let Err(error) = tightened {
        tracing::warn!(%error, "the draft store may be readable by others");
    }
}

#[cfg(not(unix))]
pub(super) fn keep_private(_path: &Path) {}

/// The file as a URI that tells SQLite to take no lock and to make no file beside it.
fn immutable_uri(path: &Path) -> PathBuf {
    #[cfg(unix)]
    let bytes = std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_vec();
    #[cfg(not(unix))]
    let bytes = windows_uri_path(&path.to_string_lossy()).into_bytes();
    // With an empty host the path may begin with any number of slashes.
    let mut uri = String::from(if bytes.starts_with(b"/") { "file://" } else { "file:" });
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => uri.push(char::from(byte)),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    uri.into()
}

/// A Windows path as SQLite's URIs want it: `/C:/Users/Ada`, or `//server/share` on a network.
#[cfg(any(test, not(unix)))]
fn windows_uri_path(path: &str) -> String {
    let path = match path.strip_prefix(r"\\?\UNC\") {
        Some(share) => format!("//{share}"),
        None => path.strip_prefix(r"\\?\").unwrap_or(path).to_owned(),
    };
    let path = path.replace('\\', "/");
    let on_a_drive = path.as_bytes().get(1) == Some(&b':');
    if on_a_drive { format!("/{path}") } else { path }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn a_store_that_another_program_made_a_moment_ago_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let (theirs, path) = open(folder.path()).unwrap();
        theirs.execute("INSERT INTO setting VALUES ('theirs', '1')", []).unwrap();
        theirs.close().unwrap();
        create(folder.path(), &path).unwrap();
        let seen: i64 = connect(&path, Update::AtOnce)
            .unwrap()
            .query_row("SELECT count(*) FROM setting", [], |row| row.get(0))
            .unwrap();
        assert_eq!(seen, 1);
    }

    #[test]
    fn a_windows_path_becomes_the_path_of_a_uri() {
        assert_eq!(windows_uri_path(r"C:\Users\Ada Lovelace\x.sqlite3"), "/C:/Users/Ada Lovelace/x.sqlite3");
        assert_eq!(windows_uri_path(r"\\?\C:\x.sqlite3"), "/C:/x.sqlite3");
        assert_eq!(windows_uri_path(r"\\server\share\x.sqlite3"), "//server/share/x.sqlite3");
        assert_eq!(windows_uri_path(r"\\?\UNC\server\share\x.sqlite3"), "//server/share/x.sqlite3");
        assert_eq!(windows_uri_path(r"data\x.sqlite3"), "data/x.sqlite3");
    }

    #[test]
    fn a_store_that_could_not_be_made_leaves_no_half_of_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("no such folder").join(FILE_NAME);
        assert!(create(folder.path(), &path).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

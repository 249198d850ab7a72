//! The one place that writes files.
//!
//! Comes in: a path, bytes, and whether a file that is there may be replaced. Goes out: the
//! whole new file, or the old one untouched and a reason in plain words. A file is written
//! beside its target under a temporary name, synced and renamed, so that a crash at any moment
//! leaves the old file or the new one, never half of one.

use std::collections::HashMap;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

mod error;

pub use error::{FileError, FileFault, Task};

/// How the name of a file begins that is not whole yet.
const UNFINISHED: &str = ".rolewright-";

/// What to do with a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Leave it and say so.
    Refuse,
    /// Put the new one in its place: the person agreed.
    Replace,
}

/// Writes a whole file at `path`.
///
/// A replaced file keeps its permissions. If `path` is a symbolic link, the file it leads to is
/// written and the link stays.
///
/// # Errors
/// [`FileError`]; what was at `path` is then as it was.
pub fn replace(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), FileError> {
    let target = follow(path).map_err(|fault| FileError::writing(path, fault, true))?;
    let old = look_at(&target, existing).map_err(|fault| FileError::writing(path, fault, target.exists()))?;
    write_beside(&target, bytes, existing, old.as_ref()).map_err(|fault| FileError::writing(path, fault, old.is_some()))
}

/// Writes several files that belong together: all of them, or none.
///
/// # Errors
/// [`FileError`] of the first that could not be written; what was at the paths is then as it was.
pub fn replace_all(files: &[(PathBuf, Vec<u8>)], existing: Existing) -> Result<(), FileError> {
    let mut done: Vec<(&Path, Option<Vec<u8>>)> = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        let before = match fs::read(path) {
            Ok(before) => Some(before),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            // What cannot be read could not be put back.
            Err(error) => {
                put_back(done);
                let fault = if path.is_dir() { FileFault::IsFolder } else { FileFault::of(error, path) };
                return Err(FileError::writing(path, fault, true));
            }
        };
        if let Err(error) = replace(path, bytes, existing) {
            put_back(done);
            return Err(error);
        }
        done.push((path, before));
    }
    Ok(())
}

fn put_back(done: Vec<(&Path, Option<Vec<u8>>)>) {
    for (path, before) in done.into_iter().rev() {
        // It could be written a moment ago. If that has changed, the first error is the one to tell.
        let _ = match before {
            Some(before) => replace(path, &before, Existing::Replace).is_ok(),
            None => fs::remove_file(path).is_ok(),
        };
    }
}

/// Writes many files to a folder, each under a name that is free: “Title”, “Title (2)” …
#[derive(Debug, Default)]
pub struct FreeNames {
    /// The number to try next for a name, also where the disk takes “A” and “a” for one.
    next: HashMap<String, usize>,
}

impl FreeNames {
    /// Writes a whole file and returns where it is. What is in the folder stays as it is.
    ///
    /// # Errors
    /// [`FileError`]: then nothing was written.
    pub fn write(&mut self, folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf, FileError> {
        let next = self.next.entry(stem.to_lowercase()).or_insert(1);
        loop {
            let name = if *next == 1 { format!("{stem}.{ending}") } else { format!("{stem} ({next}).{ending}") };
            *next += 1;
            let path = folder.join(name);
            match replace(&path, bytes, Existing::Refuse) {
                Ok(()) => return Ok(path),
                Err(error) if error.is_exists() => {}
                Err(error) => {
                    *next -= 1;
                    return Err(error);
                }
            }
        }
    }
}

/// Reads a whole file of at most `most` bytes.
///
/// # Errors
/// [`FileError`]: missing, a folder, too big, not readable.
pub fn read_limited(path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
    let read = || {
        let file = File::open(path).map_err(|error| FileFault::of(error, path))?;
        let about = file.metadata().map_err(|error| FileFault::of(error, path))?;
        if about.is_dir() {
            return Err(FileFault::IsFolder);
        }
        if about.len() > most {
            return Err(FileFault::TooBig { most });
        }
        let mut bytes = Vec::new();
        // The length above may be that of a pipe, or have grown since.
        file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| FileFault::of(error, path))?;
        if bytes.len() as u64 > most { Err(FileFault::TooBig { most }) } else { Ok(bytes) }
    };
    read().map_err(|fault| FileError::reading(path, fault))
}

/// Makes a folder. Its own folder must be there.
///
/// # Errors
/// [`FileError`], also if there is something of that name.
pub fn make_folder(path: &Path) -> Result<(), FileError> {
    fs::create_dir(path).map_err(|error| {
        let fault = match error.kind() {
            ErrorKind::NotFound => FileFault::FolderMissing(folder_of(path).to_owned()),
            _ => FileFault::of(error, folder_of(path)),
        };
        FileError::writing(path, fault, false)
    })
}

/// Makes a folder for its owner alone, and the folders above it; one that is there stays as it
/// is. For the person's own data.
///
/// # Errors
/// The system's.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// Removes what was begun in a folder and never finished, because the machine went down: files
/// under the temporary names of this program that nobody has written to since `before`. Returns
/// how many there were. One that cannot be removed stays.
///
/// # Errors
/// The system's, if the folder cannot be read.
pub fn sweep_unfinished(folder: &Path, before: SystemTime) -> io::Result<usize> {
    let mut swept = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let old =
            || entry.metadata().is_ok_and(|about| about.is_file() && about.modified().is_ok_and(|at| at < before));
        if entry.file_name().to_str().is_some_and(is_unfinished) && old() && fs::remove_file(entry.path()).is_ok() {
            swept += 1;
        }
    }
    Ok(swept)
}

/// True for the name of a file that is not whole yet, or of one that a database has beside it.
fn is_unfinished(name: &str) -> bool {
    let Some(rest) = name.strip_prefix(UNFINISHED) else { return false };
    let rest = ["-wal", "-shm", "-journal"].iter().find_map(|beside| rest.strip_suffix(beside)).unwrap_or(rest);
    [".tmp", ".new"].iter().any(|ending| rest.ends_with(ending))
}

/// Where a chain of symbolic links ends, whether or not there is a file.
fn follow(path: &Path) -> Result<PathBuf, FileFault> {
    /// As many as Linux follows.
    const MOST_LINKS: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(about) if about.is_symlink() => {
                let next = fs::read_link(&target).map_err(|error| FileFault::of(error, path))?;
                target = folder_of(&target).join(next);
            }
            _ => return Ok(target),
        }
    }
    Err(FileFault::LinksInACircle)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Checks the target before anything is written; gives what is there now.
fn look_at(target: &Path, existing: Existing) -> Result<Option<Metadata>, FileFault> {
    if target.file_name().is_none() {
        return Err(if target.is_dir() { FileFault::IsFolder } else { FileFault::BadName });
    }
    let folder = folder_of(target);
    match fs::metadata(folder) {
        Ok(about) if about.is_dir() => {}
        Ok(_) => return Err(FileFault::FolderIsFile(folder.to_owned())),
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(FileFault::FolderMissing(folder.to_owned())),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return Err(FileFault::FolderMissing(folder.to_owned()));
        }
        Err(error) => return Err(FileFault::of(error, folder)),
    }
    match fs::metadata(target) {
        Ok(about) if about.is_dir() => Err(FileFault::IsFolder),
        Ok(about) if !about.is_file() => Err(FileFault::IsDevice),
        Ok(_) if existing == Existing::Refuse => Err(FileFault::Exists),
        Ok(about) if about.permissions().readonly() => Err(FileFault::ReadOnlyFile),
        Ok(about) => Ok(Some(about)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FileFault::of(error, folder)),
    }
}

fn write_beside(target: &Path, bytes: &[u8], existing: Existing, old: Option<&Metadata>) -> Result<(), FileFault> {
    let folder = folder_of(target);
    let fault = |error| FileFault::of(error, folder);
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED).suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // What every new file has, less the person's umask; a temporary file would be private.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    // Dropped on every way out but the last, and removed by that.
    let mut beside = builder.tempfile_in(folder).map_err(|error| FileFault::of_creating(error, folder))?;
    beside.write_all(bytes).map_err(fault)?;
    if let Some(old) = old {
        beside.as_file().set_permissions(old.permissions()).map_err(fault)?;
    }
    beside.as_file().sync_all().map_err(fault)?;
    match existing {
        Existing::Replace => beside.persist(target).map_err(|error| fault(error.error))?,
        Existing::Refuse => persist_new(beside, target).map_err(fault)?,
    };
    sync_folder(folder).map_err(fault)
}

/// Renames to a name that nothing has, even if a file appeared there since we looked.
fn persist_new(beside: tempfile::NamedTempFile, target: &Path) -> io::Result<File> {
    match beside.persist_noclobber(target) {
        Ok(file) => Ok(file),
        // Network folders and memory sticks may lack both ways of doing it in one step. A file
        // that appears between this look and the rename is what they cannot protect.
        Err(refused) if refused.error.kind() != ErrorKind::AlreadyExists && lacks_links(&refused.error) => {
            if fs::symlink_metadata(target).is_ok() {
                return Err(ErrorKind::AlreadyExists.into());
            }
            refused.file.persist(target).map_err(|error| error.error)
        }
        Err(refused) => Err(refused.error),
    }
}

/// True for what a file system answers that knows neither hard links nor exclusive renames.
fn lacks_links(error: &io::Error) -> bool {
    cfg!(unix) && matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::PermissionDenied | ErrorKind::InvalidInput)
}

/// On Unix a rename is on disk once its folder is. Some network folders cannot be synced; the
/// file itself was.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        match File::open(folder).and_then(|folder| folder.sync_all()) {
            Err(error) if matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => Err(error),
            _ => Ok(()),
        }
    } else {
        Ok(())
    }
}

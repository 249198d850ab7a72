//! Why a file could not be read or written, in words for people: what happened, what is safe,
//! what to do.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A file that could not be read or written.
#[derive(Debug)]
pub struct FileError {
    /// The file, as it was asked for.
    pub path: PathBuf,
    /// What was tried.
    pub task: Task,
    /// What stood against it.
    pub fault: FileFault,
}

/// What was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Reading.
    Read,
    /// Writing.
    Write {
        /// True: there was something at the path, and it is as it was.
        kept: bool,
    },
}

/// What stood against it.
#[derive(Debug)]
pub enum FileFault {
    /// A file is there, and nobody agreed to replace it.
    Exists,
    /// There is no such file.
    Missing,
    /// The folder is not there.
    FolderMissing(PathBuf),
    /// The folder's name is a file's.
    FolderIsFile(PathBuf),
    /// The path is a folder.
    IsFolder,
    /// The path is a device, a pipe or a socket.
    IsDevice,
    /// The system forbids it to this person; the path is what was touched.
    NotAllowed(PathBuf),
    /// The file is marked as read-only.
    ReadOnlyFile,
    /// The whole disk is read-only.
    ReadOnlyDisk,
    /// No room, or more than the person may store.
    DiskFull,
    /// The file system takes no name or file of that length.
    NameTooLong,
    /// The path names no file, or with characters the system refuses.
    BadName,
    /// Another program has the file open (Windows).
    InUse,
    /// The file has more bytes than the limit.
    TooBig {
        /// The limit in bytes.
        most: u64,
    },
    /// Symbolic links that lead nowhere.
    LinksInACircle,
    /// Anything else, in the system's words.
    Other(io::Error),
}

impl FileError {
    pub(super) fn writing(path: &Path, fault: FileFault, kept: bool) -> Self {
        Self { path: path.to_owned(), task: Task::Write { kept }, fault }
    }

    pub(super) fn reading(path: &Path, fault: FileFault) -> Self {
        Self { path: path.to_owned(), task: Task::Read, fault }
    }

    /// True if nothing but a file that is there stands against it: agree to replace it, and try
    /// again.
    pub fn is_exists(&self) -> bool {
        matches!(self.fault, FileFault::Exists)
    }
}

/// "The file is open in another program": what Windows answers then.
#[cfg(windows)]
fn is_in_use(error: &io::Error) -> bool {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of winerror.h.
    matches!(error.raw_os_error(), Some(32 | 33))
}

#[cfg(not(windows))]
fn is_in_use(error: &io::Error) -> bool {
    error.kind() == ErrorKind::ExecutableFileBusy
}

impl FileFault {
    /// A system's error about `touched`.
    pub(super) fn of(error: io::Error, touched: &Path) -> Self {
        if is_in_use(&error) {
            return Self::InUse;
        }
        match error.kind() {
            ErrorKind::AlreadyExists => Self::Exists,
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::NotADirectory => Self::Missing,
            ErrorKind::IsADirectory => Self::IsFolder,
            ErrorKind::PermissionDenied => Self::NotAllowed(touched.to_owned()),
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyDisk,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::InvalidFilename => Self::NameTooLong,
            ErrorKind::InvalidInput => Self::BadName,
            _ => Self::Other(error),
        }
    }

    /// A system's error about making a file in a folder: one that vanished, or that takes none
    /// (Linux answers "not found" for `/proc`).
    pub(super) fn of_creating(error: io::Error, folder: &Path) -> Self {
        match error.kind() {
            ErrorKind::NotFound if folder.is_dir() => Self::NotAllowed(folder.to_owned()),
            ErrorKind::NotFound => Self::FolderMissing(folder.to_owned()),
            _ => Self::of(error, folder),
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        let (safe, verb) = match self.task {
            Task::Read => ("", "read"),
            Task::Write { kept: true } => ("The old file is as it was. ", "written"),
            Task::Write { kept: false } => ("Nothing was written. ", "written"),
        };
        match &self.fault {
            FileFault::Exists => write!(
                f,
                "There is a file “{path}” already. It is as it was: choose another name, or agree to replace it."
            ),
            FileFault::Missing => write!(f, "There is no file “{path}”. {safe}Check the name and the folder."),
            FileFault::FolderMissing(folder) => {
                write!(
                    f,
                    "“{path}” was not written: there is no folder “{}”. Choose one that is there.",
                    folder.display()
                )
            }
            FileFault::FolderIsFile(folder) => {
                write!(f, "“{path}” was not written: “{}” is a file, not a folder. Choose a folder.", folder.display())
            }
            FileFault::IsFolder => write!(f, "“{path}” is a folder, not a file. {safe}Name a file in it."),
            FileFault::IsDevice => {
                write!(f, "“{path}” is no ordinary file. Nothing was written. Choose another name.")
            }
            FileFault::NotAllowed(touched) if self.task == Task::Read => {
                write!(f, "You may not read “{}”. Ask its owner, or choose another file.", touched.display())
            }
            FileFault::NotAllowed(touched) => {
                write!(
                    f,
                    "“{path}” was not written: you may not write to “{}”. {safe}Choose another folder.",
                    touched.display()
                )
            }
            FileFault::ReadOnlyFile => {
                write!(f, "“{path}” is marked as read-only. {safe}Choose another name, or take the mark off.")
            }
            FileFault::ReadOnlyDisk => {
                write!(f, "“{path}” was not written: the disk is read-only. {safe}Choose a folder on another disk.")
            }
            FileFault::DiskFull => {
                write!(f, "“{path}” was not written: the disk is full. {safe}Make room, or choose another disk.")
            }
            FileFault::NameTooLong => {
                write!(f, "The name “{}” is too long. {safe}Choose a shorter one.", shortened(&self.path))
            }
            FileFault::BadName => write!(f, "“{path}” cannot be the name of a file. {safe}Choose another."),
            FileFault::InUse => {
                write!(
                    f,
                    "“{path}” is open in another program. {safe}Close it there and try again, or choose another name."
                )
            }
            FileFault::TooBig { most } => write!(
                f,
                "“{path}” is too big: files of at most {} are read. It may not be the file you meant.",
                size(*most)
            ),
            FileFault::LinksInACircle => {
                write!(f, "“{path}” is a link that leads back to itself. {safe}Choose another name.")
            }
            FileFault::Other(error) => write!(f, "“{path}” could not be {verb}: {error}. {safe}").and_then(|()| {
                f.write_str(if self.task == Task::Read {
                    "Choose another file."
                } else {
                    "Try again, or choose another folder."
                })
            }),
        }
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.fault {
            FileFault::Other(error) => Some(error),
            _ => None,
        }
    }
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{} kB", bytes / 1024),
        _ => format!("{} MB", bytes / 1_048_576),
    }
}

/// The first letters of a long name.
fn shortened(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    if name.chars().count() <= 60 { name.into_owned() } else { name.chars().take(60).chain(['…']).collect() }
}

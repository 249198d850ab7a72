//! Which folder the store is in: the data folder, or the one that a person chose instead when
//! the data folder could not be written. A note of one line in the data folder says so.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{DraftStore, StoreError};
use crate::files::{self, Existing, FileError, FileFault, Task};

/// The name of the note.
const NOTE: &str = "drafts-folder.txt";

/// Longer than any path that a system takes.
const LONGEST: u64 = 64 * 1024;

/// The folder that the store of a data folder is in. In the data folder itself it may have to be
/// made; in one that was chosen it never is, because then it is elsewhere for the moment.
///
/// # Errors
/// [`StoreError::ChosenFolderGone`]: there is no store in the folder that was chosen;
/// [`StoreError::NoteUnreadable`]: it is not known which that was.
pub fn home(data_dir: &Path) -> Result<PathBuf, StoreError> {
    match chosen(data_dir)? {
        None => Ok(data_dir.to_owned()),
        Some(folder) if DraftStore::is_in(&folder) => Ok(folder),
        Some(folder) => Err(StoreError::ChosenFolderGone { folder, note: data_dir.join(NOTE) }),
    }
}

impl DraftStore {
    /// Opens the store of a data folder, wherever it is.
    ///
    /// # Errors
    /// As [`home`] and as [`open`](Self::open).
    pub fn open_home(data_dir: &Path) -> Result<Self, StoreError> {
        Self::open(&home(data_dir)?)
    }
}

fn chosen(data_dir: &Path) -> Result<Option<PathBuf>, StoreError> {
    let note = data_dir.join(NOTE);
    let unreadable = |why| StoreError::NoteUnreadable { note: note.clone(), why };
    match files::read_limited(&note, LONGEST) {
        Err(FileError { fault: FileFault::Missing, .. }) => Ok(None),
        Err(error) => Err(unreadable(error.to_string())),
        Ok(bytes) => {
            let path = std::str::from_utf8(&bytes).map(|text| PathBuf::from(text.trim_end_matches(['\r', '\n'])));
            let path = path.ok().filter(|path| path.is_absolute());
            path.map(Some).ok_or_else(|| unreadable("It does not name a folder.".to_owned()))
        }
    }
}

/// Remembers which folder the store is in; the data folder itself is what nothing says. For when
/// [`relocate`](super::relocate) could not: there may be room for it later.
///
/// # Errors
/// [`FileError`]: what was remembered before still is.
pub fn remember(data_dir: &Path, folder: &Path) -> Result<(), FileError> {
    let note = data_dir.join(NOTE);
    let failed = |fault| FileError { path: note.clone(), task: Task::Write { kept: note.exists() }, fault };
    if is_same(data_dir, folder) {
        return match fs::remove_file(&note) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(failed(FileFault::Other(error))),
            _ => Ok(()),
        };
    }
    let name = folder.to_str().filter(|name| !name.contains(['\r', '\n'])).ok_or_else(|| failed(FileFault::BadName))?;
    files::make_private_folder(data_dir).map_err(|error| failed(FileFault::Other(error)))?;
    files::replace(&note, format!("{name}\n").as_bytes(), Existing::Replace)
}

/// True if two paths are one folder.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    one == other || real(one) == real(other)
}

//! Why the draft store could not do what was asked: one variant for each thing that a person
//! would do something different about.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use uuid::Uuid;

use super::posting_file::PostingFileError;

/// Why the draft store could not do what was asked. Each message says what was tried, on which
/// file, why it failed, what is safe and what to do.
///
/// Messages are for the person. For a log use [`StoreError::log_name`]: a message may quote a
/// few words of a posting.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder of the store could not be made or used.
    #[error(
        "The folder for drafts, {}, cannot be used: {source}. Nothing was changed. \
         Make it a folder that you may write to, or choose another one.",
        .folder.display()
    )]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A later Rolewright wrote the store.
    #[error(
        "The drafts in {} were saved by a newer Rolewright (store version {found}; this one knows {known}). \
         They are safe and were not touched. Update Rolewright to open them.",
        .path.display()
    )]
    Newer {
        /// The store's file.
        path: PathBuf,
        /// The version of the file.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// The file is not a draft store.
    #[error(
        "{} is not a store of Rolewright drafts: {why}. It was not touched. \
         Move it elsewhere, or choose another folder.",
        .path.display()
    )]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it is instead, as the end of a sentence.
        why: &'static str,
    },
    /// The store is ours, but what is in it cannot be right.
    #[error(
        "Rolewright could not {doing}: the store {} is damaged ({why}). Nothing was written to it. \
         Keep a copy of it before anything else, then start with another folder.",
        .path.display()
    )]
    Damaged {
        /// What was tried, as a verb: "save the draft".
        doing: &'static str,
        /// The store's file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// There is no room on the disk.
    #[error(
        "Rolewright could not {doing}: the disk that holds {} is full. What was saved before is safe. \
         Free some space and try again, or save a copy elsewhere.",
        .path.display()
    )]
    DiskFull {
        /// What was tried.
        doing: &'static str,
        /// The store's file.
        path: PathBuf,
    },
    /// The store can be read but not written.
    #[error(
        "Rolewright could not {doing}: {} can be read but not written. What was saved before is safe. \
         Give yourself the right to write to the file and its folder, or save a copy elsewhere.",
        .path.display()
    )]
    ReadOnly {
        /// What was tried.
        doing: &'static str,
        /// The store's file.
        path: PathBuf,
    },
    /// Another program held the store for longer than we wait.
    #[error(
        "Rolewright could not {doing}: another program has been using {} for more than {} seconds. \
         What was saved before is safe. Close the other program or wait for it, then try again.",
        .path.display(), super::open::BUSY.as_secs()
    )]
    Locked {
        /// What was tried.
        doing: &'static str,
        /// The store's file.
        path: PathBuf,
    },
    /// The file that was opened is no longer at its place.
    #[error(
        "Rolewright could not {doing}: {} is not there any more, or is another file. Somebody moved or removed it \
         while it was open. Put it back and try again, or save a copy elsewhere and start Rolewright anew.",
        .path.display()
    )]
    Gone {
        /// What was tried.
        doing: &'static str,
        /// The store's file.
        path: PathBuf,
    },
    /// The system did not let us open the file or a file beside it.
    #[error(
        "Rolewright could not {doing}: {} or a file beside it cannot be opened. What was saved before is safe. \
         Check that the folder is still there and that you may read and write in it.",
        .path.display()
    )]
    NoAccess {
        /// What was tried.
        doing: &'static str,
        /// The store's file.
        path: PathBuf,
    },
    /// Anything else that the database says.
    #[error(
        "Rolewright could not {doing} in {}: {source}. What was saved before is safe. \
         Try again, or save a copy elsewhere.",
        .path.display()
    )]
    Database {
        /// What was tried.
        doing: &'static str,
        /// The store's file.
        path: PathBuf,
        /// What the database said.
        source: rusqlite::Error,
    },
    /// One draft or the company profile is in the store but makes no sense.
    #[error(
        "Rolewright could not {doing} from {}: {source}. The store keeps it as it is, and everything else is safe.",
        .path.display()
    )]
    Unreadable {
        /// What was tried.
        doing: &'static str,
        /// The store's file.
        path: PathBuf,
        /// What is wrong with it.
        source: PostingFileError,
    },
    /// The folder that a person chose for the store has none now.
    #[error(
        "Your drafts are in {}, the folder that you chose, and there are none now. Nothing was changed. \
         Connect the disk that it is on, or put the folder back, and start again. \
         To go on with the usual folder, delete the file {}.",
        .folder.display(), .note.display()
    )]
    ChosenFolderGone {
        /// The folder that was chosen.
        folder: PathBuf,
        /// The file that names it.
        note: PathBuf,
    },
    /// A folder was chosen for the store, and the file that names it cannot be read.
    #[error(
        "You chose another folder for your drafts, and the file that names it, {}, cannot be read. {why} \
         Your drafts are safe where they are. Write the folder's whole path into that file, or delete it to go on \
         with the usual folder.",
        .note.display()
    )]
    NoteUnreadable {
        /// The file that names it.
        note: PathBuf,
        /// Why, as a sentence.
        why: String,
    },
    /// The folder of backups could not be used.
    #[error(
        "The folder for backups, {}, cannot be used: {source}. No backup was made; your drafts are safe. \
         Make it a folder that you may write to, or choose another one.",
        .folder.display()
    )]
    Backup {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A window has the store open, and what is to be done would pull it away.
    #[error("Rolewright could not {doing}: another window or program has drafts of {} open. Close it and try again.", .path.display())]
    InUse {
        /// What was tried.
        doing: &'static str,
        /// The store's file.
        path: PathBuf,
    },
    /// Somebody stopped a long job.
    #[error("You stopped Rolewright before it could {doing}. Your drafts are as they were.")]
    Cancelled {
        /// What was tried.
        doing: &'static str,
    },
    /// A setting that JSON cannot say.
    #[error("Rolewright could not save the setting “{key}”: {source}. The setting keeps its old value.")]
    Setting {
        /// The setting's name.
        key: String,
        /// Why not.
        source: serde_json::Error,
    },
    /// There is no such draft (any more).
    #[error("There is no draft {id} in the store any more. It may have been deleted in another window.")]
    NoSuchDraft {
        /// The draft that was asked for.
        id: Uuid,
    },
    /// There is no such version (any more).
    #[error("There is no such version of the draft {id} any more. Old versions grow fewer with time.")]
    NoSuchVersion {
        /// The draft.
        id: Uuid,
    },
    /// Only what is in the trash can be deleted for good.
    #[error("The draft {id} is not in the trash, so it was not deleted. Move it to the trash first.")]
    NotInTrash {
        /// The draft that was asked for.
        id: Uuid,
    },
    /// A draft with this identity is there already.
    #[error("There is already a draft {id} in the store. Nothing was changed.")]
    AlreadyThere {
        /// The identity that was to be new.
        id: Uuid,
    },
}

impl StoreError {
    /// Sorts what the database said into what a person can do about it.
    pub(super) fn from_sql(doing: &'static str, path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull { doing, path },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { doing, path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
                Self::Locked { doing, path }
            }
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::NoAccess { doing, path },
            Some(ErrorCode::DatabaseCorrupt) => {
                Self::Damaged { doing, path, why: "its pages do not fit together".to_owned() }
            }
            Some(ErrorCode::NotADatabase) => Self::Foreign { path, why: "it is no database, or its beginning is lost" },
            _ => match source {
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::Utf8Error(..)
                | rusqlite::Error::InvalidColumnType(..) => {
                    Self::Damaged { doing, path, why: "a value has the wrong form".to_owned() }
                }
                source => Self::Database { doing, path, source },
            },
        }
    }

    /// The same about another file: what is said of a copy is true of what it was made of.
    pub(super) fn about(mut self, other: &Path) -> Self {
        if let Self::Newer { path, .. }
        | Self::Foreign { path, .. }
        | Self::Damaged { path, .. }
        | Self::DiskFull { path, .. }
        | Self::ReadOnly { path, .. }
        | Self::Locked { path, .. }
        | Self::NoAccess { path, .. }
        | Self::Database { path, .. } = &mut self
        {
            path.clear();
            path.push(other);
        }
        self
    }

    /// A name for logs: it never holds a word of a posting.
    pub fn log_name(&self) -> &'static str {
        match self {
            Self::Folder { .. } => "folder cannot be used",
            Self::Newer { .. } => "store of a newer version",
            Self::Foreign { .. } => "not a draft store",
            Self::Damaged { .. } => "store damaged",
            Self::DiskFull { .. } => "disk full",
            Self::ReadOnly { .. } => "store is read-only",
            Self::Locked { .. } => "store is locked",
            Self::Gone { .. } => "store is gone",
            Self::NoAccess { .. } => "store cannot be opened",
            Self::Database { .. } => "database error",
            Self::Unreadable { source, .. } => source.log_name(),
            Self::ChosenFolderGone { .. } => "chosen folder is gone",
            Self::NoteUnreadable { .. } => "chosen folder is not known",
            Self::Backup { .. } => "folder for backups cannot be used",
            Self::InUse { .. } => "store is in use",
            Self::Cancelled { .. } => "stopped",
            Self::Setting { .. } => "setting cannot be saved",
            Self::NoSuchDraft { .. } => "no such draft",
            Self::NoSuchVersion { .. } => "no such version",
            Self::NotInTrash { .. } => "draft is not in the trash",
            Self::AlreadyThere { .. } => "draft is already there",
        }
    }
}

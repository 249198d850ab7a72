//! Many drafts at once: all to files in a folder, and a whole folder of files back.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use uuid::Uuid;

use super::backup::{GoOn, Progress};
use super::posting_file::{self, PathError};
use super::versions::VersionKind;
use super::{DraftStore, Save, StoreError};
use crate::files::FreeNames;
use crate::posting::Posting;

/// The longest name of a file that is made of a title, in bytes, without its ending.
const LONGEST_NAME: usize = 120;

/// What became of many drafts or files.
#[derive(Debug, Default)]
pub struct Bulk {
    /// What was done: the draft and its file.
    pub done: Vec<(Uuid, PathBuf)>,
    /// Files whose draft was in the store already, just as it is in the file.
    pub known: Vec<PathBuf>,
    /// What could not be done, and why, as a sentence each.
    pub faults: Vec<String>,
    /// True: somebody stopped it; what was done by then is done.
    pub stopped: bool,
}

impl DraftStore {
    /// Writes drafts to a folder, a `.rolewright` file each, named by its title. Files that are
    /// there stay; a new one then gets a number. `None`: all drafts but those in the trash. One
    /// that cannot be read or written is said, and the others are written all the same.
    ///
    /// # Errors
    /// What kept the store from being read at all.
    pub fn export_all(&self, ids: Option<&[Uuid]>, folder: &Path, go_on: GoOn<'_>) -> Result<Bulk, StoreError> {
        self.export_with(ids, folder, posting_file::EXTENSION, go_on, &mut |posting| {
            let bytes = posting_file::to_bytes(posting);
            if bytes.len() > posting_file::MAX_BYTES {
                let most = posting_file::MAX_BYTES;
                return Err(format!("it has {} bytes, and a posting file may have {most} at most", bytes.len()));
            }
            Ok(bytes)
        })
    }

    /// The same with files of another kind: `bytes` makes one of a posting, or says why not.
    ///
    /// # Errors
    /// What kept the store from being read at all.
    pub fn export_with(
        &self,
        ids: Option<&[Uuid]>,
        folder: &Path,
        ending: &str,
        go_on: GoOn<'_>,
        bytes: &mut dyn FnMut(&Posting) -> Result<Vec<u8>, String>,
    ) -> Result<Bulk, StoreError> {
        let ids = match ids {
            Some(ids) => ids.to_vec(),
            None => self.kept_ids()?,
        };
        let mut bulk = Bulk::default();
        let mut names = FreeNames::default();
        for (done, id) in ids.iter().enumerate() {
            if !go_on(Progress { done, total: ids.len() }) {
                bulk.stopped = true;
                break;
            }
            match self.export_one(*id, folder, ending, &mut names, bytes) {
                Ok(path) => bulk.done.push((*id, path)),
                Err(reason) => bulk.faults.push(reason),
            }
        }
        Ok(bulk)
    }

    fn export_one(
        &self,
        id: Uuid,
        folder: &Path,
        ending: &str,
        names: &mut FreeNames,
        bytes: &mut dyn FnMut(&Posting) -> Result<Vec<u8>, String>,
    ) -> Result<PathBuf, String> {
        let posting = self.load(id).map_err(|error| error.to_string())?;
        let title = self.info(id).map_err(|error| error.to_string())?.title;
        let bytes = bytes(&posting).map_err(|reason| format!("The draft “{title}” was not written: {reason}."))?;
        names.write(folder, &file_stem(&title), ending, &bytes).map_err(|error| error.to_string())
    }

    /// Takes the `.rolewright` files of a folder into the store, each as a draft: under its own
    /// identity if that is free, else under a new one from `new_id`, unless the store has just
    /// that posting. The files stay as they are.
    ///
    /// # Errors
    /// [`PathError`] if the folder cannot be read.
    pub fn import_folder(
        &self,
        folder: &Path,
        now: Timestamp,
        title: &mut dyn FnMut(&Posting) -> String,
        new_id: &mut dyn FnMut() -> Uuid,
        go_on: GoOn<'_>,
    ) -> Result<Bulk, PathError> {
        Ok(self.import_files(&posting_files_in(folder)?, now, title, new_id, go_on))
    }

    /// The same with files one by one.
    pub fn import_files(
        &self,
        files: &[PathBuf],
        now: Timestamp,
        title: &mut dyn FnMut(&Posting) -> String,
        new_id: &mut dyn FnMut() -> Uuid,
        go_on: GoOn<'_>,
    ) -> Bulk {
        let mut bulk = Bulk::default();
        for (done, path) in files.iter().enumerate() {
            if !go_on(Progress { done, total: files.len() }) {
                bulk.stopped = true;
                break;
            }
            match self.import_file(path, now, &mut |posting| (title(posting), None), new_id) {
                Ok(Some(id)) => bulk.done.push((id, path.clone())),
                Ok(None) => bulk.known.push(path.clone()),
                Err(reason) => bulk.faults.push(reason),
            }
        }
        bulk
    }

    /// The same with one file. `words` gives a posting's title and, if they are known, all its
    /// words. Returns the draft's identity; `None`: the store has just that posting.
    ///
    /// # Errors
    /// Why not, as a sentence that names the file.
    pub fn import_file(
        &self,
        path: &Path,
        now: Timestamp,
        words: &mut dyn FnMut(&Posting) -> (String, Option<String>),
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> Result<Option<Uuid>, String> {
        let posting = posting_file::read(path).map_err(|error| error.to_string())?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.import(posting, &name, now, words, new_id).map_err(|error| format!("{}: {error}", path.display()))
    }

    fn import(
        &self,
        mut posting: Posting,
        name: &str,
        now: Timestamp,
        words: &mut dyn FnMut(&Posting) -> (String, Option<String>),
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> Result<Option<Uuid>, StoreError> {
        match self.load(posting.id) {
            Ok(other) if other == posting => return Ok(None),
            Err(StoreError::NoSuchDraft { .. }) => {}
            Ok(_) | Err(StoreError::Unreadable { .. }) => {
                posting.id = new_id();
                posting.changed = now;
            }
            Err(error) => return Err(error),
        }
        let (title, text) = words(&posting);
        let _saved = self.save_change(&Save { now, text: text.as_deref(), ..Save::new(&posting, &title) })?;
        self.keep_version(posting.id, VersionKind::Import, name, now)?;
        Ok(Some(posting.id))
    }
}

/// The `.rolewright` files of a folder, by name.
///
/// # Errors
/// [`PathError`] if the folder cannot be read.
pub fn posting_files_in(folder: &Path) -> Result<Vec<PathBuf>, PathError> {
    let unreadable = |error: std::io::Error| PathError::Folder { path: folder.to_owned(), source: error };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(posting_file::EXTENSION)) && path.is_file()
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A title as the name of a file, on every system.
fn file_stem(title: &str) -> String {
    let mut stem = String::with_capacity(title.len());
    for c in title.chars() {
        let c = if c.is_control() || r#"/\:*?"<>|"#.contains(c) { ' ' } else { c };
        if c == ' ' && (stem.is_empty() || stem.ends_with(' ')) {
            continue;
        }
        if stem.len() + c.len_utf8() > LONGEST_NAME {
            break;
        }
        stem.push(c);
    }
    // Windows takes neither a dot nor a space at the end; elsewhere a dot in front hides a file.
    let stem = stem.trim_matches(['.', ' ']);
    /// Names of devices on Windows, whatever their ending.
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
    let lower = stem.to_lowercase();
    let first = lower.split('.').next().unwrap_or_default().trim_end_matches(|c: char| c.is_ascii_digit());
    match stem {
        "" => "Posting".to_owned(),
        stem if DEVICES.contains(&first) => format!("Posting {stem}"),
        stem => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_title_gives_the_name_of_a_file() {
        assert_eq!(file_stem("Senior Engineer: C++/Rust"), "Senior Engineer C++ Rust");
        assert_eq!(file_stem(" ..  "), "Posting");
        assert_eq!(file_stem("com1"), "Posting com1");
        assert_eq!(file_stem("Console Engineer"), "Console Engineer");
        assert!(file_stem(&"ü".repeat(500)).len() <= LONGEST_NAME);
    }
}

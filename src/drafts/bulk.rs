//! Many drafts at once: all to files in a folder, and a whole folder of files back.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use uuid::Uuid;

use super::backup::{GoOn, Progress};
use super::posting_file::{self, PathError};
use super::versions::VersionKind;
use super::{DraftStore, Save, StoreError};
use crate::files::{self, Existing};
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
        // Also where the disk takes "A" and "a" for one name.
        let mut names = HashSet::new();
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
        names: &mut HashSet<String>,
        bytes: &mut dyn FnMut(&Posting) -> Result<Vec<u8>, String>,
    ) -> Result<PathBuf, String> {
        let posting = self.load(id).map_err(|error| error.to_string())?;
        let title = self.info(id).map_err(|error| error.to_string())?.title;
        let bytes = bytes(&posting).map_err(|reason| format!("The draft “{title}” was not written: {reason}."))?;
        let stem = file_stem(&title);
        let mut number = 1;
        loop {
            let name = if number == 1 { stem.clone() } else { format!("{stem} ({number})") };
            let path = folder.join(format!("{name}.{ending}"));
            number += 1;
            if !names.insert(name.to_lowercase()) {
                continue;
            }
            match files::replace(&path, &bytes, Existing::Refuse) {
                Ok(()) => return Ok(path),
                Err(error) if error.is_exists() => {}
                Err(error) => return Err(error.to_string()),
            }
        }
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
        let unreadable = |error: std::io::Error| PathError::Folder { path: folder.to_owned(), source: error };
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(posting_file::EXTENSION)) {
                files.push(path);
            }
        }
        files.sort();
        Ok(self.import_files(&files, now, title, new_id, go_on))
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
            match posting_file::read(path) {
                Ok(posting) => match self.import(posting, now, title, new_id) {
                    Ok(Some(id)) => bulk.done.push((id, path.clone())),
                    Ok(None) => bulk.known.push(path.clone()),
                    Err(error) => bulk.faults.push(format!("{}: {error}", path.display())),
                },
                Err(error) => bulk.faults.push(error.to_string()),
            }
        }
        bulk
    }

    /// Returns the draft's identity; `None`: it was there.
    fn import(
        &self,
        mut posting: Posting,
        now: Timestamp,
        title: &mut dyn FnMut(&Posting) -> String,
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
        let title = title(&posting);
        let _saved = self.save_change(&Save { now, ..Save::new(&posting, &title) })?;
        self.keep_version(posting.id, VersionKind::Import, "", now)?;
        Ok(Some(posting.id))
    }
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

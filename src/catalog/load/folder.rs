//! The person's own folder: finds its `.toml` files and reads them, and refuses what could hang
//! or flood the program (links in a circle, devices, files beyond any sensible size).

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Fault, Source};

/// The largest file read: 1 MiB, some ten times all built-in templates together.
const MAX_FILE_BYTES: u64 = 1 << 20;
/// The most files read.
const MAX_FILES: usize = 500;
/// The most folders inside folders.
const MAX_DEPTH: usize = 16;

/// What a folder gave.
#[derive(Default)]
pub(super) struct Found {
    /// Paths and texts, by path.
    pub files: Vec<(PathBuf, String)>,
    /// What could not be read.
    pub faults: Vec<Fault>,
    seen: HashSet<PathBuf>,
    full: bool,
}

/// Reads all `.toml` files of a folder and of those in it. Names that begin with a dot are
/// passed over. A folder that is not there gives nothing.
pub(super) fn read(folder: &Path) -> Found {
    let mut found = Found::default();
    match fs::metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => found.fault(folder, could_not_read("folder", &error)),
        Ok(about) if !about.is_dir() => found.fault(folder, "this is a file, not a folder of templates".to_owned()),
        Ok(_) => found.folder(folder, 0),
    }
    found
}

fn could_not_read(what: &str, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => format!("the {what} cannot be read: you have no permission to open it"),
        _ => format!("the {what} cannot be read: {error}"),
    }
}

impl Found {
    fn fault(&mut self, path: &Path, reason: String) {
        self.faults.push(Fault { source: Source::File(path.to_owned()), place: None, reason });
    }

    fn folder(&mut self, folder: &Path, depth: usize) {
        if depth > MAX_DEPTH {
            return self.fault(folder, format!("folders are nested more than {MAX_DEPTH} deep; this one was left out"));
        }
        match folder.canonicalize() {
            Ok(real) => {
                if !self.seen.insert(real) {
                    let reason = "this link leads to a folder that was already read, so it was left out";
                    return self.fault(folder, reason.to_owned());
                }
            }
            Err(error) => return self.fault(folder, could_not_read("folder", &error)),
        }
        let mut paths = Vec::new();
        match fs::read_dir(folder) {
            Ok(entries) => {
                for entry in entries {
                    match entry {
                        Ok(entry) => paths.push(entry.path()),
                        Err(error) => self.fault(folder, could_not_read("folder", &error)),
                    }
                }
            }
            Err(error) => return self.fault(folder, could_not_read("folder", &error)),
        }
        paths.sort_unstable();
        for path in paths {
            let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
            if !hidden && !self.full {
                self.entry(&path, depth);
            }
        }
    }

    fn entry(&mut self, path: &Path, depth: usize) {
        let wanted = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
        match fs::metadata(path) {
            Ok(about) if about.is_dir() => self.folder(path, depth + 1),
            Ok(_) if !wanted => {}
            Ok(about) if !about.is_file() => {
                self.fault(path, "this is no ordinary file, so it was left out".to_owned())
            }
            Ok(about) if about.len() > MAX_FILE_BYTES => self.too_big(path),
            Ok(_) if self.files.len() >= MAX_FILES => {
                self.full = true;
                self.fault(
                    path,
                    format!("there are more than {MAX_FILES} template files; those from here on were left out"),
                );
            }
            Ok(_) => self.file(path),
            Err(error) if wanted => self.fault(path, could_not_read("file", &error)),
            Err(_) => {}
        }
    }

    fn file(&mut self, path: &Path) {
        let mut bytes = Vec::new();
        let read = fs::File::open(path).and_then(|file| file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes));
        match read {
            Err(error) => self.fault(path, could_not_read("file", &error)),
            Ok(size) if size as u64 > MAX_FILE_BYTES => self.too_big(path),
            Ok(_) => match String::from_utf8(bytes) {
                Ok(text) => self.files.push((path.to_owned(), text)),
                Err(error) => {
                    let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
                    let place = super::saying::place(&String::from_utf8_lossy(good), good.len());
                    self.faults.push(Fault {
                        source: Source::File(path.to_owned()),
                        place: Some(place),
                        reason: "the file is not in UTF-8 from here on; save it again with the encoding UTF-8"
                            .to_owned(),
                    });
                }
            },
        }
    }

    fn too_big(&mut self, path: &Path) {
        self.fault(path, "the file is larger than 1 MiB, so it was left out; split it into smaller ones".to_owned());
    }
}

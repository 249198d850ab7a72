//! The hiring kit's built-in words, which are most of the templates and nothing of the first frame:
//! read when they are first looked at.
//!
//! A person's own files may name and replace what is in them; then everything is read at once.

use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

use super::{KIT, entries};
use crate::catalog::KitWords;

/// The words of the hiring kit: there, or read when they are first looked at.
#[derive(Clone, Default)]
pub struct KitShelf {
    /// Built-in files that are read then.
    later: Vec<&'static str>,
    read: OnceLock<KitWords>,
}

impl KitShelf {
    /// Words that are there already.
    pub(super) fn of(words: KitWords) -> Self {
        Self { later: Vec::new(), read: OnceLock::from(words) }
    }

    /// Words in files that are read when somebody looks.
    pub(super) fn later(files: Vec<&'static str>) -> Self {
        Self { later: files, read: OnceLock::new() }
    }
}

impl Deref for KitShelf {
    type Target = KitWords;

    fn deref(&self) -> &KitWords {
        self.read.get_or_init(|| read(&self.later))
    }
}

/// The kit's entries of built-in files. A test holds them against what a reading of everything at
/// once gives, so what they name is there.
fn read(files: &[&str]) -> KitWords {
    let mut words = KitWords::default();
    for file in files {
        let parsed = entries::parse(file);
        words.checks.extend(parsed.checks.into_iter().map(|found| found.value));
        words.levels.extend(parsed.level_checks.into_iter().map(|found| found.value));
        words.backgrounds.extend(parsed.backgrounds.into_iter().map(|found| found.value));
        words.tasks.extend(parsed.tasks.into_iter().map(|found| found.value));
        words.attributes.extend(parsed.attributes.into_iter().map(|found| found.value));
        words.unfair.extend(parsed.unfair_questions.into_iter().map(|found| found.value));
    }
    words
}

impl PartialEq for KitShelf {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for KitShelf {}

impl fmt::Debug for KitShelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.read.fmt(f)
    }
}

/// True if a built-in file can be read later: it holds entries of the kit and nothing else.
pub(super) fn can_wait(path: &str) -> bool {
    path.contains("/kit/") && !path.ends_with("/words.toml")
}

/// True if a file of a person's own has entries of the kit.
pub(super) fn has_kit(text: &str) -> bool {
    KIT.into_iter().any(|kind| entries::names(text, kind))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]
mod tests {
    use crate::catalog::Id;

    use super::super::{built_in_files, load_built_in, load_with_folder, merge};

    #[test]
    fn what_is_read_later_is_what_reading_everything_at_once_gives() {
        let at_once = merge::load(&built_in_files("en"));
        assert_eq!(at_once.faults, []);
        let later = load_built_in("en");
        assert!(later.kit.read.get().is_none(), "nobody has looked yet");
        assert_eq!(later, at_once.catalog);
        assert!(later.kit.checks.len() > 100);
    }

    #[test]
    fn a_file_of_ones_own_replaces_what_would_be_read_later() {
        let folder = tempfile::tempdir().unwrap();
        let text = "[[background]]\nspecialism = \"backend\"\ncounts = [\"Ours.\"]\n";
        std::fs::write(folder.path().join("mine.toml"), text).unwrap();
        let loaded = load_with_folder("en", Some(folder.path()));
        assert_eq!(loaded.faults, []);
        assert_eq!(loaded.own[0].replaced, 1);
        let backend = Id::new("backend").unwrap();
        assert_eq!(loaded.catalog.kit.background(&backend).unwrap().counts, ["Ours."]);
        assert!(loaded.catalog.kit.checks.len() > 100);
    }
}

//! Reads the TOML files into a [`Catalog`]: the built-in ones, then the person's own.
//!
//! Comes in: texts and a folder. Goes out: [`Loaded`], a catalogue of everything that could be
//! used and a [`Fault`] for everything that could not. A file that is no TOML is left out whole;
//! a faulty entry is left out alone.

mod advice;
mod entries;
mod folder;
mod kit_words;
mod later;
mod merge;
mod pay_law;
mod question;
mod row;
mod saying;
mod sense;

use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

pub use later::KitShelf;

use super::Catalog;

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The language whose templates stand in for one that we have none for.
const FALLBACK_LANGUAGE: &str = "en";

/// Where a piece of the catalogue came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Embedded in the program; the path is relative to `templates/`.
    BuiltIn(String),
    /// The person's own file.
    File(PathBuf),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn(path) => write!(f, "templates/{path}"),
            Self::File(path) => write!(f, "{}", path.display()),
        }
    }
}

/// Something in a template file that could not be used. The rest is used all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub source: Source,
    /// Line and column, from 1, where known. The column counts characters.
    pub place: Option<(usize, usize)>,
    /// What is wrong and what to do, in one sentence.
    pub reason: String,
}

/// `file:line:column: reason`, as editors understand it.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some((line, column)) => write!(f, "{}:{line}:{column}: {}", self.source, self.reason),
            None => write!(f, "{}: {}", self.source, self.reason),
        }
    }
}

/// The kinds of entries that a template file can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the catalogue's own")]
pub enum Kind {
    Specialism,
    Level,
    Group,
    Skill,
    Duty,
    Benefit,
    Step,
    Degree,
    Field,
    Alternative,
    Extra,
    Technology,
    Phrase,
    PayLaw,
    Stem,
    Rivals,
    Stack,
    Acronym,
    Certification,
    Question,
    Check,
    LevelCheck,
    Background,
    Task,
    Attribute,
    UnfairQuestion,
    Word,
}

impl Kind {
    /// All kinds, in the order in which they are reported.
    pub const ALL: [Self; 27] = [
        Self::Specialism,
        Self::Level,
        Self::Group,
        Self::Skill,
        Self::Duty,
        Self::Benefit,
        Self::Step,
        Self::Degree,
        Self::Field,
        Self::Alternative,
        Self::Extra,
        Self::Technology,
        Self::Phrase,
        Self::PayLaw,
        Self::Stem,
        Self::Rivals,
        Self::Stack,
        Self::Acronym,
        Self::Certification,
        Self::Question,
        Self::Check,
        Self::LevelCheck,
        Self::Background,
        Self::Task,
        Self::Attribute,
        Self::UnfairQuestion,
        Self::Word,
    ];

    /// The name in files, as in `[[skill]]`; words are one table, `[words]`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Specialism => "specialism",
            Self::Level => "level",
            Self::Group => "group",
            Self::Skill => "skill",
            Self::Duty => "duty",
            Self::Benefit => "benefit",
            Self::Step => "step",
            Self::Degree => "degree",
            Self::Field => "field",
            Self::Alternative => "alternative",
            Self::Extra => "extra",
            Self::Technology => "technology",
            Self::Phrase => "phrase",
            Self::PayLaw => "pay_law",
            Self::Stem => "stem",
            Self::Rivals => "rivals",
            Self::Stack => "stack",
            Self::Acronym => "acronym",
            Self::Certification => "certification",
            Self::Question => "question",
            Self::Check => "check",
            Self::LevelCheck => "level_check",
            Self::Background => "background",
            Self::Task => "task",
            Self::Attribute => "attribute",
            Self::UnfairQuestion => "unfair_question",
            Self::Word => "words",
        }
    }

    /// One of it, with its article: "a skill".
    pub fn one(self) -> &'static str {
        match self {
            Self::Specialism => "a specialism",
            Self::Level => "a level",
            Self::Group => "a group",
            Self::Skill => "a skill",
            Self::Duty => "a duty",
            Self::Benefit => "a benefit",
            Self::Step => "a hiring step",
            Self::Degree => "a degree",
            Self::Field => "a field of study",
            Self::Alternative => "an alternative to a degree",
            Self::Extra => "an education extra",
            Self::Technology => "a technology",
            Self::Phrase => "a phrase",
            Self::PayLaw => "a pay law",
            Self::Stem => "a gendered stem",
            Self::Rivals => "a group of rivals",
            Self::Stack => "a stack",
            Self::Acronym => "an acronym",
            Self::Certification => "a certification",
            Self::Question => "a question",
            Self::Check => "a check of a skill",
            Self::LevelCheck => "a check of a level",
            Self::Background => "a background",
            Self::Task => "a task",
            Self::Attribute => "an attribute",
            Self::UnfairQuestion => "a question not to ask",
            Self::Word => "a word",
        }
    }

    /// Several of it: "skills".
    pub fn several(self) -> &'static str {
        match self {
            Self::Specialism => "specialisms",
            Self::Level => "levels",
            Self::Group => "groups",
            Self::Skill => "skills",
            Self::Duty => "duties",
            Self::Benefit => "benefits",
            Self::Step => "hiring steps",
            Self::Degree => "degrees",
            Self::Field => "fields of study",
            Self::Alternative => "alternatives to a degree",
            Self::Extra => "education extras",
            Self::Technology => "technologies",
            Self::Phrase => "phrases",
            Self::PayLaw => "pay laws",
            Self::Stem => "gendered stems",
            Self::Rivals => "groups of rivals",
            Self::Stack => "stacks",
            Self::Acronym => "acronyms",
            Self::Certification => "certifications",
            Self::Question => "questions",
            Self::Check => "checks of skills",
            Self::LevelCheck => "checks of levels",
            Self::Background => "backgrounds",
            Self::Task => "tasks",
            Self::Attribute => "attributes",
            Self::UnfairQuestion => "questions not to ask",
            Self::Word => "words",
        }
    }
}

/// The kinds of the hiring kit.
const KIT: [Kind; 6] =
    [Kind::Check, Kind::LevelCheck, Kind::Background, Kind::Task, Kind::Attribute, Kind::UnfairQuestion];

/// How many entries of one kind the person's own files gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Which kind.
    pub kind: Kind,
    /// New ones.
    pub added: usize,
    /// Ones that took the place of another of the same id.
    pub replaced: usize,
}

/// A catalogue and what could not be used for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// What could be used.
    pub catalog: Catalog,
    /// What could not, in the order of files and lines.
    pub faults: Vec<Fault>,
    /// What came from the person's own files; kinds without any are left out.
    pub own: Vec<Count>,
    /// How many files of the person's own were read.
    pub own_files: usize,
}

/// A file to read, and whose it is.
struct File<'a> {
    source: Source,
    text: Cow<'a, str>,
    /// True: the person's own, which may replace; false: built in, where each id stands once.
    own: bool,
}

/// Reads the built-in templates of a language. They are tested, so there are no faults.
/// A language that we have no templates for gives the English ones.
pub fn load_built_in(language: &str) -> Catalog {
    load_with_folder(language, None).catalog
}

/// Reads the built-in templates, then a folder of the person's own, whose entries replace
/// built-in ones of the same id and otherwise come after them. A missing folder is no fault.
pub fn load_with_folder(language: &str, folder: Option<&Path>) -> Loaded {
    let mut found = folder.map(folder::read).unwrap_or_default();
    let mut files = built_in_files(language);
    let mut later = Vec::new();
    if !found.files.iter().any(|(_, text)| later::has_kit(text)) {
        files.retain(|file| match (&file.source, &file.text) {
            (Source::BuiltIn(path), Cow::Borrowed(text)) if later::can_wait(path) => {
                later.push(*text);
                false
            }
            _ => true,
        });
    }
    files.extend(found.files.into_iter().map(|(path, text)| File {
        source: Source::File(path),
        text: text.into(),
        own: true,
    }));
    let mut loaded = merge::load(&files);
    if !later.is_empty() {
        loaded.catalog.kit = KitShelf::later(later);
    }
    loaded.faults.append(&mut found.faults);
    loaded
}

/// Reads texts as if they were the built-in templates, each with the name it has in faults. For
/// tests that need a small catalogue.
pub fn load_from_texts(texts: &[(&str, &str)]) -> Loaded {
    let files: Vec<File<'_>> = texts
        .iter()
        .map(|(name, text)| File { source: Source::BuiltIn((*name).to_owned()), text: (*text).into(), own: false })
        .collect();
    merge::load(&files)
}

/// The built-in files in the order in which their entries stand in a posting: what has no
/// language first, then the language's by path, but skills and duties by the order of groups.
fn built_in_files(language: &str) -> Vec<File<'static>> {
    let words = TEMPLATES.get_dir(language).or_else(|| TEMPLATES.get_dir(FALLBACK_LANGUAGE));
    let mut files: Vec<(&str, &str)> = TEMPLATES.files().filter_map(toml_file).collect();
    files.sort_unstable();
    if let Some(dir) = words {
        let mut inside = Vec::new();
        collect(dir, &mut inside);
        let groups = inside.iter().find(|(path, _)| path.ends_with("/groups.toml"));
        let order = groups.map(|(_, text)| entries::group_order(text)).unwrap_or_default();
        inside.sort_by_cached_key(|(path, _)| {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let stem = name.trim_end_matches(".toml");
            let place = order.iter().position(|id| id == stem).unwrap_or(order.len());
            let by_group = folder.ends_with("/skills") || folder.ends_with("/duties");
            (folder.to_owned(), if by_group { place } else { 0 }, name.to_owned())
        });
        files.extend(inside);
    }
    files
        .into_iter()
        .map(|(path, text)| File { source: Source::BuiltIn(path.to_owned()), text: text.into(), own: false })
        .collect()
}

fn collect(dir: &'static Dir<'static>, into: &mut Vec<(&'static str, &'static str)>) {
    into.extend(dir.files().filter_map(toml_file));
    for inner in dir.dirs() {
        collect(inner, into);
    }
}

fn toml_file(file: &'static include_dir::File<'static>) -> Option<(&'static str, &'static str)> {
    let path = file.path().to_str()?;
    if path.ends_with(".toml") { Some((path, file.contents_utf8()?)) } else { None }
}

#[cfg(test)]
mod tests;

//! The `.rolewright` file: one posting as JSON that says what it is and which version of the
//! format it has.
//!
//! ```json
//! { "kind": "rolewright-posting", "version": 1, "posting": { … } }
//! ```
//!
//! Bytes in, a [`Posting`] out, and back; [`read`] and [`write()`] do it with a file's name. The
//! store keeps its bodies in the same form, so that each of them can stand as a file of its own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};

use crate::catalog::Id;
use crate::files::{self, Existing, FileError};
use crate::posting::{List, Posting};

/// What `kind` says in each posting file.
pub const KIND: &str = "rolewright-posting";

/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 1;

/// The largest file that is read: 8 MiB. A posting with the largest logo has less than 2.
pub const MAX_BYTES: usize = 8 << 20;

/// The ending of the file's name, without the dot.
pub const EXTENSION: &str = "rolewright";

/// The longest part of a file that a message quotes, in characters.
const QUOTED: usize = 160;

/// Why bytes are no posting. The file they came from is named by whoever read it.
///
/// A message may quote a few words of the file: for a log use [`PostingFileError::log_name`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PostingFileError {
    /// Larger than [`MAX_BYTES`].
    #[error("it has {bytes} bytes; a posting file may have {MAX_BYTES} at most")]
    TooBig {
        /// Its size.
        bytes: usize,
    },
    /// Not JSON, or cut off.
    #[error("it is not a whole JSON file: {reason} (line {line}, column {column})")]
    NotJson {
        /// Counted from 1.
        line: usize,
        /// Counted from 1; 0 at the start of a line.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// JSON of another kind.
    #[error("it is not a Rolewright posting: its “kind” is not “{KIND}”")]
    OtherKind,
    /// Of a version that is not written yet.
    #[error(
        "a newer Rolewright wrote it (file version {found}; this one reads up to {VERSION}). Update Rolewright to open it"
    )]
    Newer {
        /// The version of the file.
        found: u64,
    },
    /// A version that never was.
    #[error("its “version” is missing or is no version of a posting file; this Rolewright reads 1 to {VERSION}")]
    BadVersion,
    /// The shape is right, a field is not.
    #[error("the field “{path}” cannot be read: {reason} (line {line}, column {column})")]
    Field {
        /// The way to the field: `posting.pay.min`.
        path: String,
        /// What is wrong with it.
        reason: String,
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// Two items of one list have the same id, so that it is unclear which one counts.
    #[error("the item “{id}” is there twice in “{}”; remove one of the two", list_name(*.list))]
    DuplicateItem {
        /// The list.
        list: List,
        /// The id.
        id: Id,
    },
}

impl PostingFileError {
    /// A name for logs: it never holds a word of a posting.
    pub fn log_name(&self) -> &'static str {
        match self {
            Self::TooBig { .. } => "posting too big",
            Self::NotJson { .. } => "posting is not JSON",
            Self::OtherKind => "not a posting",
            Self::Newer { .. } => "posting of a newer version",
            Self::BadVersion => "posting without a version",
            Self::Field { .. } => "a field of the posting is wrong",
            Self::DuplicateItem { .. } => "an item of the posting is there twice",
        }
    }
}

/// Why a file could not be opened or written.
#[derive(Debug, thiserror::Error)]
pub enum PathError {
    /// The system stood against it.
    #[error(transparent)]
    File(#[from] FileError),
    /// The folder could not be read.
    #[error("The folder {} cannot be read: {source}. Nothing was changed. Check its name and your rights.", .path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// What is in the file is no posting.
    #[error("Rolewright could not open {}: {source}. The file was not changed.", .path.display())]
    NoPosting {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: PostingFileError,
    },
    /// The posting is larger than a file may be, and would not open again.
    #[error(
        "Rolewright could not save a copy in {}: the posting has {bytes} bytes, and a posting file may have \
         {MAX_BYTES} at most. The draft is safe. Shorten its longest text and try again.",
        .path.display()
    )]
    TooBigToOpen {
        /// The file.
        path: PathBuf,
        /// The size it would have.
        bytes: usize,
    },
}

/// Reads the posting in a file.
///
/// # Errors
/// [`PathError`], with the file's name; the file is as it was.
pub fn read(path: &Path) -> Result<Posting, PathError> {
    let bytes = files::read_limited(path, MAX_BYTES as u64)?;
    from_bytes(&bytes).map_err(|source| PathError::NoPosting { path: path.to_owned(), source })
}

/// Writes a posting to a file, whole or not at all.
///
/// # Errors
/// [`PathError`], with the file's name; a file that was there is as it was.
pub fn write(path: &Path, posting: &Posting, existing: Existing) -> Result<(), PathError> {
    let bytes = to_bytes(posting);
    if bytes.len() > MAX_BYTES {
        return Err(PathError::TooBigToOpen { path: path.to_owned(), bytes: bytes.len() });
    }
    Ok(files::replace(path, &bytes, existing)?)
}

/// The posting as the bytes of a file: pretty, always in the same order, with a newline at the
/// end. The same posting gives the same bytes.
pub fn to_bytes(posting: &Posting) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(&Envelope::of(posting)).expect(ALWAYS_JSON);
    bytes.push(b'\n');
    bytes
}

/// The same without line breaks, for the store.
pub(super) fn to_compact(posting: &Posting) -> String {
    serde_json::to_string(&Envelope::of(posting)).expect(ALWAYS_JSON)
}

const ALWAYS_JSON: &str = "a posting has text keys only and is written to memory, so JSON cannot fail";

/// Reads the bytes of a file, of this version or an older one.
///
/// # Errors
/// [`PostingFileError`]. Bytes that are cut off, of another kind, of a newer version or with a
/// field that cannot be right never give a posting.
pub fn from_bytes(bytes: &[u8]) -> Result<Posting, PostingFileError> {
    if bytes.len() > MAX_BYTES {
        return Err(PostingFileError::TooBig { bytes: bytes.len() });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let posting = from_own_bytes(bytes)?;
    refuse_duplicates(bytes)?;
    Ok(posting)
}

/// Reads what the store wrote: of any size, and never refused for something that a file from
/// elsewhere is refused for, because what was saved must come back.
pub(super) fn from_own_bytes(bytes: &[u8]) -> Result<Posting, PostingFileError> {
    match version_of(bytes)? {
        1 => Ok(typed::<Version1>(bytes)?.posting),
        0 => Err(PostingFileError::BadVersion),
        found => Err(PostingFileError::Newer { found }),
    }
}

/// The shape of version 1. The next version keeps this one's posting as a type of its own and a
/// `TryFrom` of each version into the one after it.
#[derive(Deserialize)]
struct Version1 {
    posting: Posting,
}

#[derive(Serialize)]
struct Envelope<'a> {
    kind: &'static str,
    version: u64,
    posting: &'a Posting,
}

impl<'a> Envelope<'a> {
    fn of(posting: &'a Posting) -> Self {
        Self { kind: KIND, version: VERSION, posting }
    }
}

/// What every version has in common.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    kind: Perhaps<String>,
    #[serde(default)]
    version: Perhaps<u64>,
}

/// A value of the type that is wanted, or anything else.
#[derive(Deserialize)]
#[serde(untagged)]
enum Perhaps<T> {
    Such(T),
    Other(IgnoredAny),
}

impl<T> Default for Perhaps<T> {
    fn default() -> Self {
        Self::Other(IgnoredAny)
    }
}

/// Checks that the whole is JSON and of our kind before anything is made of it.
fn version_of(bytes: &[u8]) -> Result<u64, PostingFileError> {
    let head: Head = serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => PostingFileError::OtherKind,
        _ => not_json(bytes, &error),
    })?;
    // A list of three values would pass for an object otherwise.
    let is_object = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    match (head.kind, head.version) {
        (Perhaps::Such(kind), version) if kind == KIND && is_object => match version {
            Perhaps::Such(version) => Ok(version),
            Perhaps::Other(_) => Err(PostingFileError::BadVersion),
        },
        _ => Err(PostingFileError::OtherKind),
    }
}

/// Reads JSON and names the field that is wrong.
pub(super) fn typed<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, PostingFileError> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        let error = error.into_inner();
        if error.is_data() {
            PostingFileError::Field { path, reason: reason(&error), line: error.line(), column: error.column() }
        } else {
            not_json(bytes, &error)
        }
    })
}

fn not_json(bytes: &[u8], error: &serde_json::Error) -> PostingFileError {
    let reason = if bytes.iter().all(u8::is_ascii_whitespace) {
        "it is empty".to_owned()
    } else if error.is_eof() {
        "it ends too early and may be cut off".to_owned()
    } else {
        reason(error)
    };
    PostingFileError::NotJson { line: error.line(), column: error.column(), reason }
}

/// What the reader says, without the place, which is said apart, and not longer than a line.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(before, _)| before);
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The ids in a file, as they stand there: reading a [`Posting`] leaves out the second of two,
/// and with it words that somebody wrote.
#[derive(Deserialize)]
struct Ids {
    posting: Lists,
}

#[derive(Deserialize)]
struct Lists {
    #[serde(default)]
    skills: Items,
    #[serde(default)]
    duties: Items,
    #[serde(default)]
    benefits: Items,
    #[serde(default)]
    steps: Items,
}

#[derive(Default, Deserialize)]
struct Items {
    items: Vec<OnlyId>,
}

#[derive(Deserialize)]
struct OnlyId {
    id: Id,
}

fn refuse_duplicates(bytes: &[u8]) -> Result<(), PostingFileError> {
    let Lists { skills, duties, benefits, steps } = typed::<Ids>(bytes)?.posting;
    for (list, items) in
        [(List::Skills, skills), (List::Duties, duties), (List::Benefits, benefits), (List::Steps, steps)]
    {
        let mut seen = BTreeSet::new();
        if let Some(item) = items.items.iter().find(|item| !seen.insert(&item.id)) {
            return Err(PostingFileError::DuplicateItem { list, id: item.id.clone() });
        }
    }
    Ok(())
}

/// The field's name in the file.
fn list_name(list: List) -> &'static str {
    match list {
        List::Skills => "posting.skills",
        List::Duties => "posting.duties",
        List::Benefits => "posting.benefits",
        List::Steps => "posting.steps",
    }
}

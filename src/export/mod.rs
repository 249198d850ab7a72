//! Document to bytes: Word, text, and HTML for the clipboard.
//!
//! Comes in: a [`Document`] and, for text, how the person likes it. Goes out: the bytes of a
//! file, or why there are none. Nothing here reads a clock, a file or the environment: the same
//! document gives the same bytes.

mod clean;
pub mod docx;
mod file_name;
pub mod html;
pub mod text;

use std::path::Path;

pub use file_name::suggested_file_name;
pub use text::TextOptions;

use crate::document::Document;

/// The kinds of file a posting can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Word (Office Open XML).
    Docx,
    /// Plain text, UTF-8.
    Text,
}

/// A path whose ending names no kind of file we write.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{name}” does not end in {}: the ending says what kind of file to write", known_endings())]
pub struct UnknownFormat {
    name: String,
}

fn known_endings() -> String {
    Format::ALL.map(|format| format!(".{}", format.extension())).join(" or ")
}

impl Format {
    /// All kinds, the usual one first.
    pub const ALL: [Self; 2] = [Self::Docx, Self::Text];

    /// The kind that a path's ending names, in any case.
    ///
    /// # Errors
    /// [`UnknownFormat`], which names the endings there are.
    pub fn from_path(path: &Path) -> Result<Self, UnknownFormat> {
        let ending = path.extension().unwrap_or_default();
        let named = Self::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.extension()));
        named.ok_or_else(|| UnknownFormat { name: path.file_name().unwrap_or(path.as_os_str()).display().to_string() })
    }

    /// The ending of its files, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Text => "txt",
        }
    }

    /// Its name in a menu or a dialog.
    pub fn label(self) -> &'static str {
        match self {
            Self::Docx => "Word document",
            Self::Text => "Plain text",
        }
    }
}

/// Why a document could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The Word file could not be made.
    #[error("the Word file could not be made: {0}")]
    Docx(#[from] docx::DocxError),
}

/// The bytes of a document as a file.
///
/// # Errors
/// [`ExportError`] if the format cannot carry the document.
pub fn write(document: &Document, format: Format, options: &TextOptions) -> Result<Vec<u8>, ExportError> {
    match format {
        Format::Docx => Ok(docx::write(document)?),
        Format::Text => Ok(text::write(document, options).into_bytes()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn the_ending_names_the_format_in_any_case() {
        assert_eq!(Format::from_path(Path::new("a/b.DOCX")), Ok(Format::Docx));
        assert_eq!(Format::from_path(Path::new("b.v2.txt")), Ok(Format::Text));
        for format in Format::ALL {
            assert_eq!(Format::from_path(&Path::new("x").with_extension(format.extension())), Ok(format));
        }
    }

    #[test]
    fn an_unknown_ending_is_refused_with_the_ones_there_are() {
        for path in ["out.pdf", "out", ".docx", "folder.docx/out.odt"] {
            let message = Format::from_path(Path::new(path)).unwrap_err().to_string();
            assert!(message.contains(".docx or .txt"), "{message}");
        }
        let message = Format::from_path(Path::new("folder/out.pdf")).unwrap_err().to_string();
        assert!(message.starts_with("“out.pdf” does not end in"), "{message}");
    }
}

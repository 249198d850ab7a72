//! A document as a Word file.
//!
//! Comes in: a [`Document`]. Goes out: the bytes of a DOCX package. docx-rs builds paragraphs,
//! runs, lists, tables, links, header and footer (`build`); a finishing step makes of them a
//! package that conforms to ECMA-376 and is the same on every export (`finish`, `package`):
//! docx-rs by itself writes children out of schema order, ids that depend on what the process
//! wrote before, and styles that are not the house's. The house style is in `templates/docx/`.

mod build;
mod finish;
mod link;
mod logo;
mod order;
mod package;
mod parts;
mod text;
mod tree;

use crate::document::Document;

/// Why a document could not be written as a Word file. None of these is a fault of the posting.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DocxError {
    /// A part that was just built does not read back.
    #[error("a part of the Word file is not well-formed XML ({0}); the posting is safe, please report this")]
    Xml(String),
    /// The parts could not be put into one file.
    #[error("the Word file could not be put together ({0}); the posting is safe")]
    Zip(#[from] zip::result::ZipError),
    /// The parts could not be compressed.
    #[error("the Word file could not be compressed ({0}); the posting is safe")]
    Io(#[from] std::io::Error),
}

/// The bytes of a DOCX file. Pure: the same document gives the same bytes, in one process and
/// in many.
///
/// Any text can be written: what XML cannot hold is left out, `\n` becomes a line break and
/// `\t` a tab. A link that is not a sound `http`, `https` or `mailto` address is written as
/// plain text.
///
/// # Errors
/// [`DocxError`] if the machine lets us down, out of memory for one; there is no text that
/// cannot be written.
pub fn write(document: &Document) -> Result<Vec<u8>, DocxError> {
    let built = build::build(document);
    package::zip(&parts::parts(document, &built)?)
}

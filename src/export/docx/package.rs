//! Parts into one file.
//!
//! A ZIP as Word itself writes it: no directory entries, every entry deflated, made on
//! 1980-01-01 (a ZIP's earliest day, so that the file does not depend on a clock) and readable by
//! its owner and everyone else (Word for Mac warns of entries without a mode).

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::DocxError;
use super::parts::Part;

/// The package of these parts, in their order.
///
/// # Errors
/// [`DocxError::Zip`] and [`DocxError::Io`] if they do not fit into one file.
pub(super) fn zip(parts: &[Part<'_>]) -> Result<Vec<u8>, DocxError> {
    let size: usize = parts.iter().map(|part| part.bytes.len()).sum();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(size / 4)));
    for part in parts {
        writer.start_file(part.name, options)?;
        writer.write_all(&part.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

//! `rolewright kit`: the hiring kit of a posting, a file for each part.

use std::path::{Path, PathBuf};

use super::args::KitArgs;
use super::{Failure, data_dir, say, templates_dir, warn, warn_of};
use crate::catalog::load_with_folder;
use crate::drafts::posting_file;
use crate::export::{self, Format, suggested_file_name};
use crate::files::{self, Existing};
use crate::kit::{self, Part};

pub(super) fn run(args: &KitArgs, option: Option<&Path>) -> Result<(), Failure> {
    let format = args.to;
    if format != Format::Text && args.text.any() {
        return Err(Failure::Usage("--wrap, --bullet, --headings and --newline are for text only".to_owned()));
    }
    let bytes = files::read_limited(&args.file, posting_file::MAX_BYTES as u64)?;
    let posting = posting_file::from_bytes(&bytes).map_err(|reason| Failure::because(&args.file, &reason))?;
    let loaded = load_with_folder(&posting.locale.language, Some(&templates_dir(&data_dir(option)?)));
    warn_of(&loaded.faults);
    let catalog = loaded.catalog;

    let kit = kit::build(&posting, &catalog);
    let mut parts: Vec<Part> = if args.parts.is_empty() { Part::ALL.to_vec() } else { args.parts.clone() };
    parts.sort_unstable();
    parts.dedup();
    let mut written: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for part in parts {
        let document = kit::document(part, &kit, &posting, &catalog);
        let bytes = export::write(&document, format, &args.text.options())
            .map_err(|reason| Failure::because(&args.file, &reason))?;
        let name = format!("{}.{}", suggested_file_name(&document), format.extension());
        written.push((args.output.join(name), bytes));
    }
    if args.output.is_file() {
        return Err(Failure::Because(format!(
            "“{}” is a file, and it is as it was. Name a folder for the kit.",
            args.output.display()
        )));
    }
    if !args.output.is_dir() {
        files::make_folder(&args.output)?;
    }
    // Nothing is written if a file is in the way: half a kit next to half an older one misleads.
    if !args.force
        && let Some((path, _)) = written.iter().find(|(path, _)| path.exists())
    {
        return Err(Failure::Because(format!(
            "There is a file “{}” already, and nothing was written. Choose another folder, or replace it with --force.",
            path.display()
        )));
    }
    let existing = if args.force { Existing::Replace } else { Existing::Refuse };
    files::replace_all(&written, existing)?;
    for (path, _) in &written {
        say(&format!("Wrote “{}”.", path.display()));
    }
    for need in kit::trace(&kit).unchecked() {
        warn(&format!("nobody will check this must-have: {}", need.label));
    }
    Ok(())
}

//! `rolewright export`: posting files to Word or text.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::args::ExportArgs;
use super::{Failure, data_dir, error, say, templates_dir, warn_of};
use crate::catalog::{Catalog, load_with_folder};
use crate::document;
use crate::drafts::posting_file;
use crate::export::{self, Format};
use crate::files::{self, Existing};
use crate::posting::Posting;

pub(super) fn run(args: &ExportArgs, option: Option<&Path>) -> Result<(), Failure> {
    let plan = Plan::of(args).map_err(Failure::Usage)?;
    let mut catalogs = Catalogs { folder: templates_dir(&data_dir(option)?), read: BTreeMap::new() };
    if let Some(folder) = &plan.folder
        && !folder.exists()
    {
        files::make_folder(folder)?;
    }
    let mut written = HashSet::new();
    let mut failed = false;
    for file in &args.files {
        match export(args, &plan, file, &mut catalogs, &mut written) {
            Ok(output) => say(&format!("Wrote “{}”.", output.display())),
            Err(Failure::Because(reason) | Failure::Usage(reason)) => {
                error(&reason);
                failed = true;
            }
            Err(Failure::Said) => failed = true,
        }
    }
    if failed { Err(Failure::Said) } else { Ok(()) }
}

/// What kind of file, and where to.
struct Plan {
    format: Format,
    /// A folder for several; `None`: the output is one file.
    folder: Option<PathBuf>,
}

impl Plan {
    fn of(args: &ExportArgs) -> Result<Self, String> {
        let output = &args.output;
        let named = Format::from_path(output);
        let is_folder = output.is_dir() || output.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
        let plan = if is_folder || args.files.len() > 1 {
            if named.is_ok() && !is_folder {
                return Err(format!("several files need a folder, and “{}” has the name of a file", output.display()));
            }
            let format = args.format.ok_or("for a folder say --format docx or --format text")?;
            Self { format, folder: Some(output.clone()) }
        } else {
            let format = match (args.format, named) {
                (Some(format), Ok(named)) if format != named => {
                    return Err(format!("--format and the ending of “{}” say different things", output.display()));
                }
                (Some(format), _) => format,
                (None, named) => named.map_err(|unknown| unknown.to_string())?,
            };
            Self { format, folder: None }
        };
        if plan.format != Format::Text && args.text.any() {
            return Err("--wrap, --bullet, --headings and --newline are for text only".to_owned());
        }
        Ok(plan)
    }

    fn output(&self, args: &ExportArgs, file: &Path) -> PathBuf {
        match &self.folder {
            Some(folder) => {
                let stem = file.file_stem().unwrap_or(file.as_os_str()).to_owned();
                let mut name = stem;
                name.push(".");
                name.push(self.format.extension());
                folder.join(name)
            }
            None => args.output.clone(),
        }
    }
}

/// One catalogue a language, its faults said once.
struct Catalogs {
    folder: PathBuf,
    read: BTreeMap<String, Catalog>,
}

impl Catalogs {
    fn of(&mut self, posting: &Posting) -> &Catalog {
        let language = &posting.locale.language;
        self.read.entry(language.clone()).or_insert_with(|| {
            let loaded = load_with_folder(language, Some(&self.folder));
            warn_of(&loaded.faults);
            loaded.catalog
        })
    }
}

fn export(
    args: &ExportArgs,
    plan: &Plan,
    file: &Path,
    catalogs: &mut Catalogs,
    written: &mut HashSet<String>,
) -> Result<PathBuf, Failure> {
    let bytes = files::read_limited(file, posting_file::MAX_BYTES as u64)?;
    let posting = posting_file::from_bytes(&bytes).map_err(|reason| Failure::because(file, &reason))?;
    let output = plan.output(args, file);
    // Also where the disk takes "A.docx" and "a.docx" for one.
    if !written.insert(output.to_string_lossy().to_lowercase()) {
        let reason =
            format!("another posting was just written to “{}”; give the files different names", output.display());
        return Err(Failure::because(file, &reason));
    }
    if same_file(file, &output) {
        return Err(Failure::because(
            file,
            &"the export would take the place of the posting itself; choose another name",
        ));
    }
    let document = document::build(&posting, catalogs.of(&posting));
    let bytes = export::write(&document, plan.format, &args.text.options())
        .map_err(|reason| Failure::because(file, &reason))?;
    let existing = if args.force { Existing::Replace } else { Existing::Refuse };
    files::replace(&output, &bytes, existing)?;
    Ok(output)
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

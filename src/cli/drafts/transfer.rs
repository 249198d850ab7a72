//! `drafts export` and `drafts import`: drafts to files and files to drafts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use uuid::Uuid;

use super::args::{As, ExportArgs};
use super::{count, draft_of, json, needed};
use crate::catalog::{Catalog, load_with_folder};
use crate::cli::{Failure, error, say, templates_dir, warn_of};
use crate::document;
use crate::drafts::{Bulk, DraftStore, VersionKind};
use crate::export::{self, Format, text::TextOptions};
use crate::files;
use crate::posting::Posting;

pub(super) fn export(folder: &Path, args: &ExportArgs, json: bool) -> Result<(), Failure> {
    let store = needed(folder)?;
    let ids: Option<Vec<Uuid>> = if args.all {
        None
    } else {
        Some(args.ids.iter().map(|said| draft_of(&store, said)).collect::<Result<_, _>>()?)
    };
    if !args.output.exists() {
        files::make_folder(&args.output)?;
    } else if !args.output.is_dir() {
        return Err(Failure::Usage(format!("“{}” is a file; drafts are written to a folder", args.output.display())));
    }
    let bulk = match args.format {
        As::Posting => store.export_all(ids.as_deref(), &args.output, &mut |_| true)?,
        As::Document(format) => {
            let mut catalogs = Catalogs::new(folder);
            store.export_with(ids.as_deref(), &args.output, format.extension(), &mut |_| true, &mut |posting| {
                bytes_of(posting, catalogs.of(&posting.locale.language), format)
            })?
        }
    };
    let now = Timestamp::now();
    for (id, _) in &bulk.done {
        store.keep_version(*id, VersionKind::Export, "", now)?;
    }
    end(&bulk, json, "Wrote")
}

fn bytes_of(posting: &Posting, catalog: &Catalog, format: Format) -> Result<Vec<u8>, String> {
    let document = document::build(posting, catalog);
    export::write(&document, format, &TextOptions::default()).map_err(|error| error.to_string())
}

pub(super) fn import(folder: &Path, paths: &[PathBuf], json: bool) -> Result<(), Failure> {
    let store = DraftStore::open(folder)?;
    let mut catalogs = Catalogs::new(folder);
    let now = Timestamp::now();
    let mut all = Bulk::default();
    for path in paths {
        let mut title = |posting: &Posting| posting.title(catalogs.of(&posting.locale.language)).into_owned();
        let bulk = if path.is_dir() {
            match store.import_folder(path, now, &mut title, &mut Uuid::now_v7, &mut |_| true) {
                Ok(bulk) => bulk,
                Err(error) => Bulk { faults: vec![error.to_string()], ..Bulk::default() },
            }
        } else {
            store.import_files(std::slice::from_ref(path), now, &mut title, &mut Uuid::now_v7, &mut |_| true)
        };
        all.done.extend(bulk.done);
        all.known.extend(bulk.known);
        all.faults.extend(bulk.faults);
    }
    end(&all, json, "Took in")
}

fn end(bulk: &Bulk, json: bool, did: &str) -> Result<(), Failure> {
    if json {
        json::say(&json::bulk(bulk));
    } else {
        for (_, path) in &bulk.done {
            say(&format!("{did} “{}”.", path.display()));
        }
        for path in &bulk.known {
            say(&format!("“{}” is a draft already, just as it is in the file.", path.display()));
        }
        for fault in &bulk.faults {
            error(fault);
        }
        if bulk.done.len() + bulk.known.len() != 1 || !bulk.faults.is_empty() {
            say(&format!("{did} {}.", count(bulk.done.len(), "draft")));
        }
    }
    if bulk.faults.is_empty() { Ok(()) } else { Err(Failure::Said) }
}

/// One catalogue a language, its faults said once.
struct Catalogs {
    folder: PathBuf,
    read: BTreeMap<String, Catalog>,
}

impl Catalogs {
    fn new(data: &Path) -> Self {
        Self { folder: templates_dir(data), read: BTreeMap::new() }
    }

    fn of(&mut self, language: &str) -> &Catalog {
        self.read.entry(language.to_owned()).or_insert_with(|| {
            let loaded = load_with_folder(language, Some(&self.folder));
            warn_of(&loaded.faults);
            loaded.catalog
        })
    }
}

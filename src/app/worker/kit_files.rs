//! Writing the parts of a hiring kit to a folder: all of them, or none.

use std::path::PathBuf;

use uuid::Uuid;

use super::bench::Bench;
use super::message::{KitFiles, Reply};
use crate::drafts::VersionKind;
use crate::export;
use crate::export::text::TextOptions;
use crate::files::{self, Existing};

impl Bench {
    pub fn export_kit(&self, draft: Uuid, kit: &KitFiles, options: &TextOptions) {
        let reply = match write(kit, options) {
            Ok(reply) => reply,
            Err(reason) => Reply::NotWritten { reason },
        };
        if let (Reply::KitWritten { .. }, Some((name, _))) = (&reply, kit.files.first()) {
            self.keep_as(draft, VersionKind::Export, &kit.folder.join(name));
        }
        self.reply(reply);
    }
}

fn write(kit: &KitFiles, options: &TextOptions) -> Result<Reply, String> {
    let mut made: Vec<(PathBuf, Vec<u8>)> = Vec::with_capacity(kit.files.len());
    for (name, document) in &kit.files {
        let bytes = export::write(document, kit.format, options)
            .map_err(|error| format!("“{name}”: {error}. Nothing was written."))?;
        made.push((kit.folder.join(name), bytes));
    }
    if kit.existing == Existing::Refuse {
        let there = |(path, _): &&(PathBuf, Vec<u8>)| path.exists();
        let names: Vec<String> =
            made.iter().zip(&kit.files).filter(|(made, _)| there(made)).map(|(_, (name, _))| name.clone()).collect();
        if !names.is_empty() {
            return Ok(Reply::KitExists { names });
        }
    }
    if !kit.folder.is_dir() {
        files::make_folder(&kit.folder).map_err(|error| error.to_string())?;
    }
    files::replace_all(&made, kit.existing).map_err(|error| format!("{error} None of the files was written."))?;
    Ok(Reply::KitWritten { folder: kit.folder.clone(), count: made.len() })
}

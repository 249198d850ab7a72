//! `rolewright templates check`: what of a person's own templates cannot be used, and why.

use std::io::{self, Write as _};
use std::path::Path;

use super::{Failure, data_dir, say, templates_dir};
use crate::catalog::load_with_folder;
use crate::posting::PostingLocale;

/// Says each fault as `file:line:column: reason`.
pub(super) fn check(folder: Option<&Path>, option: Option<&Path>) -> Result<(), Failure> {
    let usual;
    let folder = match folder {
        Some(folder) if folder.is_dir() => folder,
        Some(folder) => {
            return Err(Failure::Because(format!("There is no folder “{}”. Check its name.", folder.display())));
        }
        None => {
            usual = templates_dir(&data_dir(option)?);
            if !usual.exists() {
                say(&format!("You have no templates of your own: there is no folder “{}”.", usual.display()));
                return Ok(());
            }
            &usual
        }
    };
    let loaded = load_with_folder(&PostingLocale::default().language, Some(folder));
    for fault in &loaded.faults {
        let _ = writeln!(io::stderr().lock(), "{fault}");
    }
    if loaded.faults.is_empty() {
        say(&format!("No faults in “{}”.", folder.display()));
        Ok(())
    } else {
        Err(Failure::Said)
    }
}

//! `rolewright drafts`: the store of drafts without a window, with the same safety.

pub(super) mod args;
mod json;
mod look;
mod transfer;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use uuid::Uuid;

use super::{Failure, data_dir, say};
use crate::drafts::{DraftStore, Salvage, StoreError, backups, home, salvage};
use args::{DraftsArgs, DraftsCommand};

pub(super) fn run(args: &DraftsArgs, option: Option<&Path>) -> Result<(), Failure> {
    let folder = home(&data_dir(option)?)?;
    let json = args.json;
    match &args.command {
        DraftsCommand::List(filter) => look::list(&folder, &[], filter, json),
        DraftsCommand::Search { words, filter } => look::list(&folder, words, filter, json),
        DraftsCommand::Show { id } => look::show(&folder, id, json),
        DraftsCommand::Export(args) => transfer::export(&folder, args, json),
        DraftsCommand::Import { files } => transfer::import(&folder, files, json),
        DraftsCommand::Backup { to } => backup(&folder, to.as_deref(), json),
        DraftsCommand::Restore { file: None } => list_backups(&folder, json),
        DraftsCommand::Restore { file: Some(file) } => restore(&folder, file, json),
        DraftsCommand::Check { repair } => check(&folder, *repair, json),
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Because(error.to_string())
    }
}

/// Opens the store of a folder. Looking makes none.
fn existing(folder: &Path) -> Result<Option<DraftStore>, Failure> {
    if DraftStore::is_in(folder) { Ok(Some(DraftStore::open(folder)?)) } else { Ok(None) }
}

/// The store of a folder, for a job that needs drafts.
fn needed(folder: &Path) -> Result<DraftStore, Failure> {
    existing(folder)?.ok_or_else(|| Failure::Because(no_drafts(folder)))
}

fn no_drafts(folder: &Path) -> String {
    format!("You have no drafts yet: there is no store of drafts in “{}”.", folder.display())
}

/// The draft that somebody means.
fn draft_of(store: &DraftStore, said: &str) -> Result<Uuid, Failure> {
    if let Ok(id) = said.parse() {
        return Ok(id);
    }
    let digits: String = said.chars().filter(|c| *c != '-').collect();
    if digits.len() < 4 || !digits.chars().all(|c| c.is_ascii_hexdigit()) {
        return Err(Failure::Usage(format!(
            "“{said}” is no id; write one as “drafts list” shows it, or at least four characters of its beginning or end"
        )));
    }
    match store.ids_like(&digits)?.as_slice() {
        [one] => Ok(*one),
        [] => Err(Failure::Because(format!(
            "There is no draft “{said}”. “rolewright drafts list” shows those there are."
        ))),
        several => Err(Failure::Because(format!(
            "“{said}” means more than one draft, such as {} and {}. Write more of the id.",
            several[0], several[1]
        ))),
    }
}

fn backup(folder: &Path, to: Option<&Path>, json: bool) -> Result<(), Failure> {
    let store = needed(folder)?;
    let now = Timestamp::now();
    let path = match to {
        Some(to) => store.backup_to(&absolute(to), now, &mut |_| true)?,
        None => store.backup_now(now, &mut |_| true)?,
    };
    if json {
        json::say(&serde_json::json!({ "backup": path }));
    } else {
        say(&format!("Wrote the backup “{}”.", path.display()));
    }
    Ok(())
}

fn list_backups(folder: &Path, json: bool) -> Result<(), Failure> {
    let places = match existing(folder) {
        Ok(Some(store)) => store.backup_folder()?,
        // A store that does not open is why somebody looks for a backup.
        _ => DraftStore::usual_backup_folder(folder),
    };
    let all = backups(&places)?;
    if json {
        let all: Vec<_> = all.iter().map(json::backup).collect();
        json::say(&serde_json::json!({ "folder": places, "backups": all }));
    } else if all.is_empty() {
        say(&format!("There are no backups in “{}”.", places.display()));
    } else {
        for one in all {
            say(&format!(
                "{}  {:14}  {:>9} kB  {}",
                one.made.strftime("%Y-%m-%d %H:%M"),
                one.kind.id(),
                one.bytes / 1000,
                one.path.display()
            ));
        }
    }
    Ok(())
}

fn restore(folder: &Path, file: &Path, json: bool) -> Result<(), Failure> {
    let mut store = DraftStore::open(folder)?;
    let done = store.restore_backup(file, Timestamp::now(), &mut |_| true)?;
    if json {
        json::say(&serde_json::json!({ "drafts": done.drafts, "before": done.before }));
    } else {
        say(&format!(
            "Restored {} from “{}”. What was there before is kept in “{}”.",
            count(done.drafts, "draft"),
            file.display(),
            done.before.display()
        ));
    }
    Ok(())
}

fn check(folder: &Path, repair: bool, json: bool) -> Result<(), Failure> {
    if !DraftStore::is_in(folder) {
        if json {
            json::say(&serde_json::json!({ "store": null, "faults": [] }));
        } else {
            say(&no_drafts(folder));
        }
        return Ok(());
    }
    let faults = match DraftStore::open(folder) {
        Ok(store) => {
            let faults = store.check(&mut |_| true)?;
            if faults.is_empty() {
                store.note_checked(Timestamp::now())?;
            }
            faults
        }
        // What a repair can help with; a newer store or a full disk it cannot.
        Err(error @ (StoreError::Damaged { .. } | StoreError::Foreign { .. })) => vec![error.to_string()],
        Err(error) => return Err(error.into()),
    };
    if faults.is_empty() {
        if json {
            json::say(&serde_json::json!({ "store": folder, "faults": [] }));
        } else {
            say(&format!("Every draft in “{}” can be read.", folder.display()));
        }
        return Ok(());
    }
    if repair {
        let done = salvage(folder, Timestamp::now())?;
        if json {
            json::say(&serde_json::json!({ "store": folder, "faults": faults, "repair": json::salvage(&done) }));
        } else {
            say_salvage(&done);
        }
        return if done.lost.is_empty() { Ok(()) } else { Err(Failure::Said) };
    }
    if json {
        json::say(&serde_json::json!({ "store": folder, "faults": faults }));
        return Err(Failure::Said);
    }
    let advice = "“rolewright drafts check --repair” moves the store aside and saves what can be read of it.";
    Err(Failure::Because(format!("{}\n{advice}", faults.join("\n"))))
}

fn say_salvage(done: &Salvage) {
    say(&format!(
        "Saved {} and {}. The damaged store was not changed and is in “{}”.",
        count(done.drafts, "draft"),
        count(done.versions, "version"),
        done.aside.display()
    ));
    if done.from_remains > 0 {
        say(&format!(
            "Of these, {} had no entry any more and came from what was left on its pages; one that you deleted may be among them.",
            count(done.from_remains, "draft")
        ));
    }
    if done.from_versions > 0 {
        say(&format!(
            "Of these, {} could be read as the newest version was; what was written after that is lost.",
            count(done.from_versions, "draft")
        ));
    }
    if done.lost_versions > 0 {
        say(&format!("Could not read {}.", count(done.lost_versions, "older version")));
    }
    if !done.settings {
        say("The settings and the company profile could not be read.");
    }
    for title in &done.lost {
        super::error(&format!("The draft “{title}” could not be read."));
    }
    if let Some(backup) = &done.newest_backup {
        say(&format!(
            "The newest backup is “{}”. “rolewright drafts restore” puts it in the place of what is there now.",
            backup.path.display()
        ));
    }
}

/// "1 draft", "2 drafts".
fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// An absolute path, where the system gives one.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

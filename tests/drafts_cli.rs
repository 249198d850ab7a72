//! `rolewright drafts …`, by the real program: what it says, what it writes, how it ends.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]

#[path = "common/sample.rs"]
mod sample;

use std::fs;
use std::process::{Command, Output};

use rolewright::drafts::{DraftStore, Status, VersionKind};
use sample::{at, numbered};
use serde_json::Value;
use tempfile::TempDir;

/// A data folder and a folder to work in.
struct Desk {
    data: TempDir,
    work: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { data: tempfile::tempdir().unwrap(), work: tempfile::tempdir().unwrap() }
    }

    /// Three drafts.
    fn with_drafts() -> Self {
        let desk = Self::new();
        let store = desk.store();
        store.save(&numbered(1), "Senior Backend Engineer").unwrap();
        store.save(&numbered(2), "Keeper of Lights").unwrap();
        store.save(&numbered(3), "Keeper of Lights").unwrap();
        store.set_status(&[numbered(2).id], Status::Published).unwrap();
        store.keep_version(numbered(1).id, VersionKind::Note, "for Ada", at(0)).unwrap();
        desk
    }

    fn store(&self) -> DraftStore {
        DraftStore::open(self.data.path()).unwrap()
    }

    fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_rolewright"))
            .arg("drafts")
            .args(args)
            .current_dir(self.work.path())
            .env("ROLEWRIGHT_DATA_DIR", self.data.path())
            .output()
            .unwrap()
    }

    #[track_caller]
    fn says(&self, args: &[&str]) -> String {
        let output = self.run(args);
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), err.as_str()), (Some(0), ""), "{args:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    #[track_caller]
    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.says(&[args, &["--json"]].concat())).unwrap()
    }

    #[track_caller]
    fn refuses(&self, code: i32, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(code), "{args:?}");
        String::from_utf8(output.stderr).unwrap()
    }
}

#[test]
fn help_has_examples_and_what_is_not_understood_ends_with_2() {
    let desk = Desk::new();
    assert!(desk.says(&["--help"]).contains("rolewright drafts search backend berlin"));
    assert!(desk.refuses(2, &["list", "--status", "lost"]).contains("published"));
    assert!(desk.refuses(2, &["search"]).contains("WORDS"));
    assert!(desk.refuses(2, &["list", "--since", "yesterday"]).contains("--since"));
    assert!(desk.refuses(2, &["export", "-o", "x"]).contains("ID"));
}

#[test]
fn looking_makes_no_store() {
    let desk = Desk::new();
    assert!(desk.says(&["list"]).contains("no drafts yet"));
    assert_eq!(desk.json(&["search", "x"])["total"], 0);
    assert!(desk.refuses(1, &["show", "abcd"]).contains("no drafts yet"));
    desk.says(&["check"]);
    assert_eq!(fs::read_dir(desk.data.path()).unwrap().count(), 0);
}

#[test]
fn lists_and_searches_are_for_people_and_for_programs() {
    let desk = Desk::with_drafts();
    let said = desk.says(&["list"]);
    assert_eq!(said.lines().count(), 3, "{said}");
    assert!(said.lines().next().unwrap().contains("Keeper of Lights"));
    assert!(said.contains(&numbered(1).id.to_string()));
    let listed = desk.json(&["list", "--status", "published"]);
    assert_eq!((&listed["total"], &listed["drafts"][0]["status"]), (&1.into(), &"published".into()));
    let found = desk.json(&["search", "senior", "theatr"]);
    assert_eq!(found["drafts"][0]["title"], "Senior Backend Engineer");
    assert_eq!(found["drafts"][0]["excerpt"]["found"][0], "theatres");
    assert_eq!(desk.json(&["list", "--limit", "1", "--offset", "1"])["drafts"].as_array().unwrap().len(), 1);
    assert!(desk.says(&["list", "--limit", "1"]).contains("1 of 3 drafts."));
    assert_eq!(desk.json(&["list", "--since", "2030-01-01"])["total"], 0);
    assert_eq!(desk.json(&["list", "--until", "2030-01-01"])["total"], 3);
}

#[test]
fn a_draft_is_shown_by_a_part_of_its_id() {
    let desk = Desk::with_drafts();
    let id = numbered(1).id.to_string();
    let said = desk.says(&["show", &id]);
    assert!(said.contains("Northlight Systems") && said.contains("for Ada"), "{said}");
    assert_eq!(desk.says(&["show", &id[id.len() - 4..]]), said);
    let json = desk.json(&["show", &id]);
    assert_eq!((&json["posting"]["reference"], &json["versions"][0]["kind"]), (&"NL-1".into(), &"note".into()));
    assert!(desk.refuses(1, &["show", "0193"]).contains("more than one draft"));
    assert!(desk.refuses(1, &["show", "ffff"]).contains("no draft “ffff”"));
    assert!(desk.refuses(2, &["show", "xyz"]).contains("is no id"));
}

#[test]
fn drafts_go_out_to_files_and_come_back() {
    let desk = Desk::with_drafts();
    let out = desk.json(&["export", "--all", "-o", "all"]);
    assert_eq!(out["done"].as_array().unwrap().len(), 3);
    let mut names: Vec<_> = fs::read_dir(desk.work.path().join("all"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        ["Keeper of Lights (2).rolewright", "Keeper of Lights.rolewright", "Senior Backend Engineer.rolewright"]
    );
    assert_eq!(desk.store().versions(numbered(2).id).unwrap()[0].kind, VersionKind::Export);
    // The same store knows them; another one takes them in under their own ids.
    assert_eq!(desk.json(&["import", "all"])["known"].as_array().unwrap().len(), 3);
    let other = Desk { data: tempfile::tempdir().unwrap(), work: desk.work };
    assert!(other.says(&["import", "all"]).contains("Took in 3 drafts."));
    assert_eq!(other.store().load(numbered(2).id).unwrap(), numbered(2));
    // One that was changed since comes in beside it.
    let mut changed = numbered(1);
    changed.team = "Another".to_owned();
    other.store().save(&changed, "Changed").unwrap();
    other.says(&["import", "all/Senior Backend Engineer.rolewright"]);
    assert_eq!(other.store().list().unwrap().len(), 4);
    assert_eq!(other.store().load(changed.id).unwrap().team, "Another");
    let documents = other.json(&["export", &changed.id.to_string(), "-o", "docs", "--format", "docx"]);
    assert!(documents["done"][0]["file"].as_str().unwrap().ends_with("Changed.docx"));
}

#[test]
fn one_bad_file_keeps_no_other_from_coming_in() {
    let desk = Desk::with_drafts();
    desk.says(&["export", &numbered(1).id.to_string(), "-o", "files"]);
    fs::write(desk.work.path().join("files/bad.rolewright"), "{").unwrap();
    let other = Desk { data: tempfile::tempdir().unwrap(), work: desk.work };
    let said = other.refuses(1, &["import", "files", "nowhere.rolewright"]);
    assert!(said.contains("bad.rolewright") && said.contains("nowhere.rolewright"), "{said}");
    assert_eq!(other.store().list().unwrap().len(), 1);
}

#[test]
fn a_backup_is_made_listed_and_restored() {
    let desk = Desk::with_drafts();
    assert!(desk.says(&["restore"]).contains("There are no backups"));
    let file = desk.json(&["backup"])["backup"].as_str().unwrap().to_owned();
    desk.store().trash(numbered(1).id, at(0)).unwrap();
    assert!(desk.says(&["restore"]).contains("by-hand"));
    assert!(desk.says(&["restore", &file]).contains("Restored 3 drafts"));
    assert_eq!(desk.store().list().unwrap().len(), 3);
    assert!(desk.says(&["backup", "--to", "here"]).contains("here"));
    assert!(desk.refuses(1, &["restore", "nowhere"]).contains("nowhere"));
}

#[test]
fn a_damaged_store_is_found_and_repaired() {
    let desk = Desk::with_drafts();
    assert!(desk.says(&["check"]).contains("can be read"));
    let path = desk.data.path().join("rolewright.sqlite3");
    let mut bytes = fs::read(&path).unwrap();
    bytes[..100].fill(0);
    fs::write(&path, &bytes).unwrap();
    let said = desk.refuses(1, &["check"]);
    assert!(said.contains("--repair"), "{said}");
    assert_eq!(fs::read(&path).unwrap(), bytes, "looking changes nothing");
    let said = desk.says(&["check", "--repair"]);
    assert!(said.contains("Saved 3 drafts"), "{said}");
    assert_eq!(desk.store().list().unwrap().len(), 3);
    desk.says(&["check"]);
}

#[test]
fn a_store_in_use_is_not_pulled_away() {
    let desk = Desk::with_drafts();
    let window = desk.store();
    window.claim(numbered(1).id, at(0)).unwrap();
    let conn = rusqlite::Connection::open(desk.data.path().join("rolewright.sqlite3")).unwrap();
    conn.execute("UPDATE body SET posting = '{'", []).unwrap();
    assert!(desk.refuses(1, &["check", "--repair"]).contains("Close it"));
}

//! The same draft open twice, in two windows or two programs: noticed at once, whoever died.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test, whose other process says how far it is")]

#[path = "common/sample.rs"]
mod sample;

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use rolewright::drafts::{Claim, DraftStore};
use rusqlite::Connection;
use sample::{at, numbered};
use tempfile::TempDir;
use uuid::Uuid;

fn new_store() -> (TempDir, DraftStore) {
    let folder = tempfile::tempdir().unwrap();
    let store = DraftStore::open(folder.path()).unwrap();
    (folder, store)
}

fn id() -> Uuid {
    numbered(1).id
}

#[test]
fn the_second_window_is_told_who_has_the_draft() {
    let (folder, first) = new_store();
    let second = DraftStore::open(folder.path()).unwrap();
    assert_eq!(first.claim(id(), at(0)).unwrap(), Claim::Mine);
    assert_eq!(first.claim(id(), at(5)).unwrap(), Claim::Mine, "asked again");
    let Claim::TakenBy(holder) = second.claim(id(), at(9)).unwrap() else { panic!("it is open") };
    assert_eq!((holder.process, holder.since, holder.is_this_machine), (std::process::id(), at(0), true));
    assert_eq!(second.claim(numbered(2).id, at(9)).unwrap(), Claim::Mine);
}

#[test]
fn what_is_closed_is_free() {
    let (folder, first) = new_store();
    let second = DraftStore::open(folder.path()).unwrap();
    assert_eq!(first.claim(id(), at(0)).unwrap(), Claim::Mine);
    first.release(id()).unwrap();
    assert_eq!(second.claim(id(), at(1)).unwrap(), Claim::Mine);
    drop(second);
    assert_eq!(first.claim(id(), at(2)).unwrap(), Claim::Mine, "the window was closed");
    drop(first);
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["rolewright.sqlite3"], "something was left beside the store");
}

#[test]
fn who_was_taken_over_is_told_at_the_next_heartbeat() {
    let (folder, first) = new_store();
    let second = DraftStore::open(folder.path()).unwrap();
    first.claim(id(), at(0)).unwrap();
    assert!(first.heartbeat(at(30)).unwrap().is_empty());
    second.take_over(id(), at(60)).unwrap();
    assert_eq!(first.heartbeat(at(90)).unwrap(), [id()]);
    assert!(first.heartbeat(at(120)).unwrap().is_empty(), "told once");
    assert!(second.heartbeat(at(120)).unwrap().is_empty());
    assert!(matches!(first.claim(id(), at(130)).unwrap(), Claim::TakenBy(holder) if holder.since == at(60)));
}

#[test]
fn another_machine_counts_as_alive_for_five_minutes() {
    let (folder, store) = new_store();
    let other = DraftStore::open(folder.path()).unwrap();
    other.claim(id(), at(0)).unwrap();
    let conn = Connection::open(folder.path().join("rolewright.sqlite3")).unwrap();
    conn.execute("UPDATE session SET host = 'elsewhere'", []).unwrap();
    let Claim::TakenBy(holder) = store.claim(id(), at(299)).unwrap() else { panic!("it may be open") };
    assert_eq!((holder.host.as_str(), holder.is_this_machine), ("elsewhere", false));
    assert_eq!(store.claim(id(), at(300)).unwrap(), Claim::Mine);
}

const FOLDER: &str = "ROLEWRIGHT_TEST_CLAIM_FOLDER";

/// Claims two drafts from a process of its own, which then waits to be killed.
fn another_process(folder: &Path) -> Child {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "as_another_process", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.map_while(Result::ok).any(|line| line.contains("claimed")));
    child
}

/// Not a test of its own: what the other process does.
#[test]
fn as_another_process() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let store = DraftStore::open(Path::new(&folder)).unwrap();
    store.save(&numbered(1), "One").unwrap();
    store.claim(id(), at(0)).unwrap();
    store.claim(numbered(2).id, at(5)).unwrap();
    store.heartbeat(at(60)).unwrap();
    println!("claimed");
    std::thread::sleep(std::time::Duration::from_secs(600));
}

#[test]
fn what_a_killed_program_had_open_is_free_at_once_and_told_at_the_next_start() {
    let (folder, store) = new_store();
    let mut other = another_process(folder.path());
    assert!(matches!(store.claim(id(), at(70)).unwrap(), Claim::TakenBy(holder) if holder.process == other.id()));
    assert!(store.last_open().unwrap().is_empty(), "it lives");
    other.kill().unwrap();
    other.wait().unwrap();
    assert_eq!(store.claim(id(), at(80)).unwrap(), Claim::Mine);
    let open = store.last_open().unwrap();
    assert_eq!(open.len(), 1, "what somebody else has open by now is not told: {open:?}");
    assert_eq!((open[0].id, open[0].since, open[0].seen), (numbered(2).id, at(5), at(60)));
    assert!(store.last_open().unwrap().is_empty(), "told once");
}

#[test]
fn a_program_that_ends_in_order_was_not_interrupted() {
    let (folder, store) = new_store();
    store.claim(id(), at(0)).unwrap();
    drop(store);
    assert!(DraftStore::open(folder.path()).unwrap().last_open().unwrap().is_empty());
}

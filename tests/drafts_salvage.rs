//! A damaged store: nothing panics, nothing readable is lost, and what is said is clear.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]

#[path = "common/sample.rs"]
mod sample;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rolewright::drafts::{DraftStore, Salvage, Save, Settings, Status, StoreError, Theme, VersionKind, salvage};
use rusqlite::Connection;
use sample::{at, numbered};
use tempfile::TempDir;
use uuid::Uuid;

/// How many drafts the sound store has.
const DRAFTS: u32 = 12;

/// The bytes of a store with drafts, versions, a trash, settings and a profile.
fn sound() -> Vec<u8> {
    sound_with(DRAFTS)
}

/// The same with as many drafts, of which at least five are needed for all that.
fn sound_with(drafts: u32) -> Vec<u8> {
    let folder = folder();
    let store = DraftStore::open(folder.path()).unwrap();
    for number in 0..drafts {
        store.save(&numbered(number), &format!("Draft {number}")).unwrap();
        let changed = numbered(number);
        let now = at(100);
        let _saved = store.save_change(&Save { now, ..Save::new(&changed, &format!("Draft {number}")) }).unwrap();
    }
    store.keep_version(numbered(1).id, VersionKind::Note, "mine", at(200)).unwrap();
    store.set_status(&[numbered(2).id], Status::Published).unwrap();
    store.trash(numbered(3).id, at(300)).unwrap();
    store.archive(&[numbered(4).id], at(300)).unwrap();
    store.put_setting(Settings::KEY, &Settings { theme: Theme::Dark, ..Settings::default() }).unwrap();
    store.put_profile(&sample::profile()).unwrap();
    store.index_pending(100).unwrap();
    drop(store);
    fs::read(folder.path().join("rolewright.sqlite3")).unwrap()
}

/// A folder in memory where there is one: what is tested here is not the disk.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

fn folder_with(bytes: &[u8]) -> TempDir {
    let folder = folder();
    fs::write(folder.path().join("rolewright.sqlite3"), bytes).unwrap();
    folder
}

/// Salvages, checks what always holds, and returns what is in the new store.
fn salvaged(folder: &Path, bytes: &[u8]) -> (Salvage, BTreeSet<Uuid>) {
    let done = salvage(folder, at(1_000)).unwrap();
    assert_eq!(fs::read(done.aside.join("rolewright.sqlite3")).unwrap(), bytes, "moved aside as it was");
    let store = DraftStore::open(folder).unwrap();
    assert_eq!(store.check(&mut |_| true).unwrap(), Vec::<String>::new());
    let drafts = [store.list().unwrap(), store.list_trash().unwrap()].concat();
    let archive = rolewright::drafts::Query { shelf: rolewright::drafts::Shelf::Archive, ..Default::default() };
    let archived = store.search(&archive).unwrap().hits.into_iter().map(|hit| hit.draft);
    let ids: BTreeSet<Uuid> = drafts.into_iter().chain(archived).map(|draft| draft.id).collect();
    assert_eq!(ids.len(), done.drafts);
    for id in &ids {
        store.load(*id).unwrap();
        for version in store.versions(*id).unwrap() {
            store.version(*id, version.id).unwrap();
        }
    }
    let left: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{left:?}");
    (done, ids)
}

/// The versions of a draft, with their text.
fn seen(store: &DraftStore, id: Uuid) -> Vec<(jiff::Timestamp, VersionKind, String, String, usize, String)> {
    let versions = store.versions(id).unwrap();
    let text = |version| rolewright::drafts::plain_text(&store.version(id, version).unwrap());
    versions.into_iter().map(|v| (v.time, v.kind, v.note, v.title, v.added, text(v.id))).collect()
}

#[test]
fn differences_among_the_versions_come_back_without_the_beginning_of_the_store() {
    let folder = folder();
    let store = DraftStore::open(folder.path()).unwrap();
    let id = numbered(1).id;
    for step in 0..20 {
        let mut posting = numbered(1);
        posting.team = format!("Team of step {step}");
        let now = at(step * 100);
        let _saved = store.save_change(&Save { now, ..Save::new(&posting, &format!("Title {step}")) }).unwrap();
    }
    let before = seen(&store, id);
    assert_eq!(before.len(), 19);
    drop(store);
    let path = folder.path().join("rolewright.sqlite3");
    let mut bytes = fs::read(&path).unwrap();
    bytes[..4_096].fill(0);
    fs::write(&path, &bytes).unwrap();
    let (done, _) = salvaged(folder.path(), &bytes);
    assert_eq!((done.versions, done.lost_versions), (19, 0));
    assert_eq!(seen(&DraftStore::open(folder.path()).unwrap(), id), before);
}

#[test]
fn a_sound_store_loses_nothing() {
    let bytes = sound();
    let folder = folder_with(&bytes);
    let (done, ids) = salvaged(folder.path(), &bytes);
    assert_eq!((ids.len(), done.from_remains, done.lost.len()), (DRAFTS as usize, 0, 0));
    assert_eq!((done.versions, done.lost_versions, done.settings), (DRAFTS as usize + 1, 0, true));
    let store = DraftStore::open(folder.path()).unwrap();
    assert_eq!(store.load(numbered(7).id).unwrap(), numbered(7));
    assert_eq!(store.get_profile().unwrap(), Some(sample::profile()));
    assert_eq!(store.list_trash().unwrap()[0].trashed, Some(at(300)));
    assert!(store.list().unwrap().iter().any(|draft| draft.status == Status::Published));
    assert_eq!(store.versions(numbered(1).id).unwrap()[0].note, "mine");
}

#[test]
fn a_store_without_its_beginning_gives_its_drafts_back() {
    let mut bytes = sound();
    bytes[..4_096].fill(0);
    let folder = folder_with(&bytes);
    assert!(DraftStore::open(folder.path()).is_err());
    let (done, ids) = salvaged(folder.path(), &bytes);
    assert_eq!((ids.len(), done.from_remains), (DRAFTS as usize, DRAFTS as usize));
    assert_eq!((done.versions, done.lost_versions), (DRAFTS as usize + 1, 0));
    let store = DraftStore::open(folder.path()).unwrap();
    assert_eq!(store.load(numbered(7).id).unwrap(), numbered(7));
    // Versions too, each with what was said of it.
    let before = {
        let folder = folder_with(&sound());
        let store = DraftStore::open(folder.path()).unwrap();
        (0..DRAFTS).map(|number| seen(&store, numbered(number).id)).collect::<Vec<_>>()
    };
    assert_eq!((0..DRAFTS).map(|number| seen(&store, numbered(number).id)).collect::<Vec<_>>(), before);
    assert_eq!(store.versions(numbered(1).id).unwrap()[0].note, "mine");
    assert_eq!(store.list_trash().unwrap()[0].title, "Draft 3", "what was thrown away stays so");
    assert_eq!(store.get_profile().unwrap(), Some(sample::profile()));
}

#[test]
fn work_that_is_in_the_log_alone_is_brought_over() {
    let bytes = sound();
    let folder = folder_with(&bytes);
    let store = DraftStore::open(folder.path()).unwrap();
    store.save(&numbered(90), "In the log").unwrap();
    let crashed = folder_with(&fs::read(folder.path().join("rolewright.sqlite3")).unwrap());
    fs::copy(folder.path().join("rolewright.sqlite3-wal"), crashed.path().join("rolewright.sqlite3-wal")).unwrap();
    // With its header gone, only the bytes of file and log are left to go by.
    let path = crashed.path().join("rolewright.sqlite3");
    let mut torn = fs::read(&path).unwrap();
    torn[..100].fill(0xFF);
    fs::write(&path, &torn).unwrap();
    let (_, ids) = salvaged(crashed.path(), &torn);
    assert!(ids.contains(&numbered(90).id));
    assert_eq!(ids.len(), DRAFTS as usize + 1);
}

#[test]
fn a_store_cut_off_at_every_512th_byte_gives_what_is_in_front_of_the_cut() {
    let bytes = sound_with(5);
    let mut most = 0;
    for end in (512..bytes.len()).step_by(512) {
        let cut = &bytes[..end];
        let folder = folder_with(cut);
        let refused = DraftStore::open(folder.path()).unwrap_err().to_string();
        assert!(refused.contains("rolewright.sqlite3"), "{refused}");
        match salvage(folder.path(), at(1_000)) {
            Ok(done) => most = most.max(done.drafts),
            // Nothing of a store is left.
            Err(error) => assert!(matches!(error, StoreError::Foreign { .. } | StoreError::Damaged { .. }), "{error}"),
        }
    }
    assert!(most >= 4, "only {most}");
}

#[test]
fn pages_overwritten_with_noise_cost_what_was_on_them_and_no_more() {
    let bytes = sound();
    let pages = bytes.len() / 4_096;
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed as usize
    };
    let mut seen = 0;
    for _ in 0..200 {
        let mut harmed = bytes.clone();
        let page = 4_096 * (random() % pages);
        harmed[page..page + 4_096].fill_with(|| random() as u8);
        let folder = folder_with(&harmed);
        if let Ok(store) = DraftStore::open(folder.path()) {
            let _ = (store.list(), store.search(&Default::default()), store.check(&mut |_| true));
            let _ = (store.load(numbered(1).id), store.versions(numbered(1).id));
        }
        fs::remove_file(folder.path().join("rolewright.sqlite3-wal")).ok();
        fs::write(folder.path().join("rolewright.sqlite3"), &harmed).unwrap();
        // A page of the draft itself may be lost, but each of these has a version as well.
        match salvage(folder.path(), at(1_000)) {
            Ok(done) => {
                assert_eq!(done.drafts, DRAFTS as usize, "page {}: {done:?}", page / 4_096);
                seen += done.drafts;
            }
            Err(error) => panic!("page {}: {error}", page / 4_096),
        }
    }
    assert_eq!(seen, 200 * DRAFTS as usize);
}

#[test]
fn what_is_newer_or_not_ours_is_not_touched() {
    let folder = folder_with(&sound());
    let path = folder.path().join("rolewright.sqlite3");
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 9).unwrap();
    let before = fs::read(&path).unwrap();
    assert!(matches!(salvage(folder.path(), at(0)), Err(StoreError::Newer { .. })));
    assert_eq!(fs::read(&path).unwrap(), before);

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rolewright.sqlite3");
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE bookmarks (url TEXT)").unwrap();
    assert!(matches!(salvage(folder.path(), at(0)), Err(StoreError::Foreign { .. })));
    let folder = folder_with(b"Dear Ada, this is a letter and no store. ".repeat(300).as_slice());
    assert!(matches!(salvage(folder.path(), at(0)), Err(StoreError::Foreign { .. })));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn the_newest_backup_is_named() {
    let folder = folder_with(&sound());
    let store = DraftStore::open(folder.path()).unwrap();
    let backup = store.backup_now(at(0), &mut |_| true).unwrap();
    drop(store);
    let path = folder.path().join("rolewright.sqlite3");
    let mut bytes = fs::read(&path).unwrap();
    bytes[..2_000].fill(7);
    fs::write(&path, &bytes).unwrap();
    assert_eq!(salvage(folder.path(), at(1)).unwrap().newest_backup.unwrap().path, backup);
}

#[test]
fn a_check_names_the_draft_that_cannot_be_read() {
    let folder = folder_with(&sound());
    let store = DraftStore::open(folder.path()).unwrap();
    assert!(store.check(&mut |_| true).unwrap().is_empty());
    assert!(store.check_is_due(at(0)).unwrap());
    store.note_checked(at(0)).unwrap();
    assert!(!store.check_is_due(at(3_600)).unwrap());
    assert!(store.check_is_due(at(90_000)).unwrap());
    let conn = Connection::open(folder.path().join("rolewright.sqlite3")).unwrap();
    conn.execute("UPDATE body SET posting = '{' WHERE draft = (SELECT key FROM draft WHERE title = 'Draft 5')", [])
        .unwrap();
    let faults = store.check(&mut |_| true).unwrap();
    assert!(faults.len() == 1 && faults[0].contains("“Draft 5”"), "{faults:?}");
    drop((conn, store));
    let done = salvage(folder.path(), at(1)).unwrap();
    assert_eq!((done.drafts, done.from_versions, done.lost.len()), (DRAFTS as usize, 1, 0));
}

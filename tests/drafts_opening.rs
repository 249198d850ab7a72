//! Stores that this program did not just write: one of an older version opens whole, and a file
//! that is newer, damaged or of another program is refused and keeps every byte.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]

#[path = "common/sample.rs"]
mod sample;

use std::fs;
use std::path::PathBuf;

use rolewright::drafts::{DraftStore, Query, Settings, Shelf, Status, StoreError, Theme, VersionKind};
use rolewright::posting::CompanyProfile;
use rusqlite::Connection;
use sample::numbered;
use tempfile::TempDir;

const VERSION_1: &[u8] = include_bytes!("fixtures/store-v1.sqlite3");
/// Read when it is needed, so that the test that wrote it could be built without it.
const VERSION_2: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/store-v2.sqlite3");
const VERSION_3: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/store-v3.sqlite3");

/// The profile as the fixtures have it, written when nobody asked for the number of employees.
fn profile() -> CompanyProfile {
    CompanyProfile { employees: None, ..sample::profile() }
}

fn file_in(folder: &TempDir) -> PathBuf {
    folder.path().join("rolewright.sqlite3")
}

fn titles(store: &DraftStore) -> Vec<String> {
    store.list().unwrap().into_iter().map(|draft| draft.title).collect()
}

/// A folder whose store holds these bytes.
fn folder_with(bytes: &[u8]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(file_in(&folder), bytes).unwrap();
    folder
}

/// Opens the store, which must be refused, and checks that the file kept every byte.
fn refused_untouched(folder: &TempDir) -> StoreError {
    let before = fs::read(file_in(folder)).unwrap();
    let refused = DraftStore::open(folder.path()).unwrap_err();
    assert_eq!(fs::read(file_in(folder)).unwrap(), before, "the file was touched");
    refused
}

/// A copy of version 1 whose header says something else.
fn version_1_but(change: impl FnOnce(&Connection)) -> TempDir {
    let folder = folder_with(VERSION_1);
    let conn = Connection::open(file_in(&folder)).unwrap();
    change(&conn);
    conn.close().unwrap();
    folder
}

#[test]
fn a_store_of_version_1_opens_with_everything_in_it() {
    let folder = folder_with(VERSION_1);
    let store = DraftStore::open(folder.path()).unwrap();
    assert_eq!(titles(&store), ["Senior Backend Engineer", "Senior Backend Engineer in Berlin"]);
    assert_eq!(store.load(sample::posting().id).unwrap(), sample::posting());
    assert_eq!(store.list_trash().unwrap()[0].title, "Thrown away");
    assert_eq!(store.get_setting::<Settings>(Settings::KEY).unwrap().unwrap().theme, Theme::Dark);
    assert_eq!(store.get_profile().unwrap(), Some(profile()));
}

#[test]
fn what_came_from_version_1_is_found_and_gets_versions_like_any_other() {
    let folder = folder_with(VERSION_1);
    let store = DraftStore::open(folder.path()).unwrap();
    let found = |words: &str| store.search(&Query { words: words.to_owned(), ..Query::default() }).unwrap();
    assert_eq!(found("senior berlin").total, 2);
    let hit = &found("theatres").hits[0];
    assert!(hit.excerpt.as_ref().unwrap().text.contains("theatres"));
    assert_eq!((hit.draft.status, hit.draft.archived), (Status::Draft, None));
    let mut posting = sample::posting();
    posting.team = "Another".to_owned();
    store.save(&posting, "Changed").unwrap();
    let versions = store.versions(posting.id).unwrap();
    assert_eq!(versions.len(), 1);
    assert_eq!(store.version(posting.id, versions[0].id).unwrap(), sample::posting());
    assert!(store.check(&mut |_| true).unwrap().is_empty());
}

#[test]
fn a_store_of_version_2_opens_with_everything_in_it() {
    let folder = folder_with(&fs::read(VERSION_2).unwrap());
    let store = DraftStore::open(folder.path()).unwrap();
    is_as_it_was_written(&store);
    assert!(store.check(&mut |_| true).unwrap().is_empty());
    let kept: Vec<_> = fs::read_dir(folder.path().join("backups")).unwrap().collect();
    assert_eq!(kept.len(), 1, "the store of version 2, as it was");
}

#[test]
fn a_store_of_version_3_opens_with_everything_in_it() {
    let folder = folder_with(&fs::read(VERSION_3).unwrap());
    let store = DraftStore::open(folder.path()).unwrap();
    is_as_it_was_written(&store);
    assert!(store.check(&mut |_| true).unwrap().is_empty());
    assert!(!folder.path().join("backups").exists(), "nothing was brought up to date");
}

/// What the fixtures of versions 2 and 3 have in them.
fn is_as_it_was_written(store: &DraftStore) {
    let shelf = |shelf| store.search(&Query { shelf, ..Query::default() }).unwrap().hits;
    let all = [shelf(Shelf::Current), shelf(Shelf::Archive), shelf(Shelf::Trash)];
    let titles = all.map(|hits| hits.into_iter().map(|hit| hit.draft.title).collect::<Vec<_>>());
    assert_eq!(titles, [vec!["Senior Backend Engineer"], vec!["Put away"], vec!["Thrown away"]]);
    let id = sample::posting().id;
    assert_eq!(store.info(id).unwrap().status, Status::Published);
    assert_eq!(store.load(id).unwrap().team, "Second");
    let versions = store.versions(id).unwrap();
    let kinds: Vec<_> = versions.iter().map(|version| (version.kind, version.note.as_str())).collect();
    assert_eq!(kinds, [(VersionKind::Note, "as sent to Ada"), (VersionKind::Edit, "")]);
    assert_eq!(store.version(id, versions[1].id).unwrap(), sample::posting());
    assert_eq!(store.get_profile().unwrap(), Some(profile()));
    assert_eq!(store.search(&Query { words: "sec".to_owned(), ..Query::default() }).unwrap().total, 1);
    assert_eq!(store.revision(id).unwrap().number(), 2);
}

/// Writes the fixture of the present version. Never again: a version is what it is.
#[test]
#[ignore = "writes a fixture"]
fn write_the_fixture() {
    let path = PathBuf::from(VERSION_3);
    assert!(!path.exists(), "there is one");
    let folder = tempfile::tempdir().unwrap();
    let store = DraftStore::open(folder.path()).unwrap();
    let mut posting = sample::posting();
    store.save(&posting, "Senior Backend Engineer").unwrap();
    (posting.team, posting.changed) = ("Second".to_owned(), sample::at(500));
    store.save(&posting, "Senior Backend Engineer").unwrap();
    store.keep_version(posting.id, VersionKind::Note, "as sent to Ada", sample::at(501)).unwrap();
    store.set_status(&[posting.id], Status::Published).unwrap();
    store.save(&numbered(1), "Put away").unwrap();
    store.archive(&[numbered(1).id], sample::at(600)).unwrap();
    store.save(&numbered(2), "Thrown away").unwrap();
    store.trash(numbered(2).id, sample::at(700)).unwrap();
    store.put_profile(&profile()).unwrap();
    store.index_pending(10).unwrap();
    is_as_it_was_written(&store);
    drop(store);
    fs::copy(file_in(&folder), path).unwrap();
}

#[test]
fn a_newer_store_is_refused_untouched() {
    let folder = version_1_but(|conn| conn.pragma_update(None, "user_version", 9).unwrap());
    let refused = refused_untouched(&folder);
    assert!(matches!(refused, StoreError::Newer { found: 9, .. }), "{refused:?}");
    assert!(refused.to_string().contains("store version 9"), "{refused}");
}

#[test]
fn a_newer_store_is_refused_untouched_while_its_version_is_in_the_log_alone() {
    let folder = folder_with(VERSION_1);
    let other = Connection::open(file_in(&folder)).unwrap();
    other.pragma_update(None, "user_version", 9).unwrap();
    let log = folder.path().join("rolewright.sqlite3-wal");
    let before = fs::read(&log).unwrap();
    assert!(matches!(refused_untouched(&folder), StoreError::Newer { found: 9, .. }));
    assert_eq!(fs::read(&log).unwrap(), before);
}

#[test]
fn a_newer_store_left_by_a_crash_is_refused_untouched() {
    let folder = folder_with(VERSION_1);
    let other = Connection::open(file_in(&folder)).unwrap();
    other.pragma_update(None, "user_version", 9).unwrap();
    let crashed = tempfile::tempdir().unwrap();
    let log = "rolewright.sqlite3-wal";
    fs::copy(file_in(&folder), file_in(&crashed)).unwrap();
    fs::copy(folder.path().join(log), crashed.path().join(log)).unwrap();
    let before = fs::read(crashed.path().join(log)).unwrap();
    assert!(matches!(refused_untouched(&crashed), StoreError::Newer { found: 9, .. }));
    assert_eq!(fs::read(crashed.path().join(log)).unwrap(), before);
}

#[test]
fn a_database_of_another_program_is_refused_untouched_with_nothing_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let conn = Connection::open(file_in(&folder)).unwrap();
    conn.execute_batch("PRAGMA journal_mode = wal; CREATE TABLE bookmarks (url TEXT)").unwrap();
    conn.close().unwrap();
    assert!(matches!(refused_untouched(&folder), StoreError::Foreign { .. }));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_file_that_is_no_database_is_refused_untouched() {
    let folder = folder_with("Not a database, but a letter.\n".repeat(200).as_bytes());
    assert!(matches!(refused_untouched(&folder), StoreError::Foreign { .. }));
    let folder = folder_with(b"");
    assert!(matches!(refused_untouched(&folder), StoreError::Damaged { .. }));
}

#[test]
fn a_store_cut_off_anywhere_is_refused_untouched() {
    for end in (0..VERSION_1.len()).step_by(512) {
        let refused = refused_untouched(&folder_with(&VERSION_1[..end]));
        assert!(matches!(refused, StoreError::Damaged { .. } | StoreError::Foreign { .. }), "{end}: {refused:?}");
    }
}

#[test]
fn a_store_without_its_tables_is_refused_untouched() {
    let folder = version_1_but(|conn| conn.execute_batch("DROP TABLE body").unwrap());
    let refused = refused_untouched(&folder);
    assert!(refused.to_string().contains("“body” is missing"), "{refused}");
}

#[test]
fn noise_in_the_pages_gives_an_error_or_the_truth_and_never_a_panic() {
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed as usize
    };
    for _ in 0..200 {
        let mut bytes = VERSION_1.to_vec();
        for _ in 0..64 {
            let at = random() % bytes.len();
            bytes[at] = random() as u8;
        }
        let folder = folder_with(&bytes);
        if let Ok(store) = DraftStore::open(folder.path()) {
            let _ = (store.list(), store.list_trash(), store.get_profile());
            let _ = (store.load(sample::posting().id), store.save(&numbered(9), "Nine"));
        }
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = folder_with(b"a file");
    let inside = file_in(&folder).join("drafts");
    let refused = DraftStore::open(&inside).unwrap_err();
    assert!(matches!(refused, StoreError::Folder { .. }));
    assert!(refused.to_string().contains(&inside.display().to_string()), "{refused}");
}

#[test]
fn a_folder_with_any_name_can_hold_a_store() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["with space", "50% ?x=1#top", "Entwürfe 👩🏽‍💻", "a'b\"c;d", "x/../y"] {
        let inside = folder.path().join(name);
        DraftStore::open(&inside).unwrap().save(&numbered(1), "One").unwrap();
        assert_eq!(titles(&DraftStore::open(&inside).unwrap()), ["One"], "{name}");
    }
}

//! Backups: made while the store is in use, kept for two weeks, and put back.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]

#[path = "common/sample.rs"]
mod sample;

use std::fs;
use std::path::Path;

use jiff::SignedDuration;
use rolewright::drafts::{BackupKind, DraftStore, Settings, StoreError, Theme, VersionKind, backups};
use rusqlite::Connection;
use sample::{at, numbered};
use tempfile::TempDir;

fn new_store() -> (TempDir, DraftStore) {
    let folder = tempfile::tempdir().unwrap();
    let store = DraftStore::open(folder.path()).unwrap();
    (folder, store)
}

fn titles(store: &DraftStore) -> Vec<String> {
    store.list().unwrap().into_iter().map(|draft| draft.title).collect()
}

fn backup(store: &DraftStore, seconds: i64) -> std::path::PathBuf {
    store.backup_now(at(seconds), &mut |_| true).unwrap()
}

#[test]
fn a_backup_has_everything_and_is_one_private_file() {
    let (folder, store) = new_store();
    store.save(&numbered(1), "One").unwrap();
    store.keep_version(numbered(1).id, VersionKind::Note, "mine", at(0)).unwrap();
    store.put_setting(Settings::KEY, &Settings { theme: Theme::Dark, ..Settings::default() }).unwrap();
    let path = backup(&store, 0);
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::metadata(path.parent().unwrap()).unwrap().permissions().mode() & 0o777, 0o700);
    }
    assert!(path.starts_with(folder.path().join("backups")));
    let elsewhere = tempfile::tempdir().unwrap();
    fs::copy(&path, elsewhere.path().join("rolewright.sqlite3")).unwrap();
    let copy = DraftStore::open(elsewhere.path()).unwrap();
    assert_eq!(copy.load(numbered(1).id).unwrap(), numbered(1));
    assert_eq!(copy.versions(numbered(1).id).unwrap()[0].note, "mine");
    assert_eq!(copy.get_setting::<Settings>(Settings::KEY).unwrap().unwrap().theme, Theme::Dark);
}

#[test]
fn one_a_day_is_made_and_the_last_fourteen_are_kept() {
    let (_folder, store) = new_store();
    store.save(&numbered(1), "One").unwrap();
    let by_hand = backup(&store, 0);
    let day = |n: i64| at(0) + SignedDuration::from_hours(24 * n);
    for n in 0..20 {
        assert!(store.backup_daily(day(n), &mut |_| true).unwrap().is_some());
        assert!(store.backup_daily(day(n), &mut |_| true).unwrap().is_none(), "the second one of the day");
    }
    let all = backups(&store.backup_folder().unwrap()).unwrap();
    let daily: Vec<_> = all.iter().filter(|one| one.kind == BackupKind::Daily).collect();
    assert_eq!(daily.len(), 14);
    assert!(daily[0].path.ends_with("rolewright-2026-11-21.sqlite3"), "{:?}", daily[0]);
    assert!(all.iter().any(|one| one.path == by_hand), "what was made by hand stays");
}

#[test]
fn backups_go_to_the_folder_that_was_chosen() {
    let (_folder, store) = new_store();
    let chosen = tempfile::tempdir().unwrap();
    store.set_backup_folder(Some(chosen.path())).unwrap();
    assert_eq!(backup(&store, 0).parent(), Some(chosen.path()));
    let file = chosen.path().join("a file");
    fs::write(&file, "x").unwrap();
    store.set_backup_folder(Some(&file)).unwrap();
    let refused = store.backup_now(at(1), &mut |_| true).unwrap_err();
    assert!(matches!(refused, StoreError::Backup { .. }), "{refused:?}");
    store.set_backup_folder(None).unwrap();
    assert!(store.backup_folder().unwrap().ends_with("backups"));
}

#[test]
fn a_stopped_backup_leaves_nothing() {
    let (_folder, store) = new_store();
    for number in 0..300 {
        store.save(&numbered(number), "Draft").unwrap();
    }
    let refused = store.backup_now(at(0), &mut |progress| progress.done == 0).unwrap_err();
    assert!(matches!(refused, StoreError::Cancelled { .. }));
    assert_eq!(fs::read_dir(store.backup_folder().unwrap()).unwrap().count(), 0);
}

#[test]
fn a_restored_backup_takes_the_place_of_all_and_what_was_there_is_kept() {
    let (folder, mut store) = new_store();
    let other = DraftStore::open(folder.path()).unwrap();
    store.save(&numbered(1), "One").unwrap();
    let path = backup(&store, 0);
    store.save(&numbered(1), "One, changed").unwrap();
    store.save(&numbered(2), "Two").unwrap();
    other.claim(numbered(2).id, at(1)).unwrap();
    let restored = store.restore_backup(&path, at(60), &mut |_| true).unwrap();
    assert_eq!((titles(&store), restored.drafts), (vec!["One".to_owned()], 1));
    assert_eq!(titles(&other), ["One"], "the other window sees it, too");
    assert!(other.heartbeat(at(61)).unwrap().is_empty(), "and keeps what it has open");
    other.save(&numbered(2), "Two, again").unwrap();
    assert_eq!(titles(&store).len(), 2);
    let back = store.restore_backup(&restored.before, at(120), &mut |_| true).unwrap();
    assert_eq!(titles(&store), ["Two", "One, changed"]);
    assert_eq!(back.drafts, 2);
    drop(other);
    drop(store);
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn what_is_no_whole_backup_is_refused_and_nothing_changes() {
    let (folder, mut store) = new_store();
    store.save(&numbered(1), "One").unwrap();
    let good = backup(&store, 0);
    let bytes = fs::read(&good).unwrap();
    let bad = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let newer = bad("newer", &bytes);
    Connection::open(&newer).unwrap().pragma_update(None, "user_version", 9).unwrap();
    let mut torn = bytes.clone();
    for at in (8_192..bytes.len()).step_by(4_096) {
        torn[at..at + 64].fill(0xAA);
    }
    let paths = [
        newer,
        bad("cut", &bytes[..bytes.len() / 2]),
        bad("torn", &torn),
        bad("letter", b"Dear Ada, ".repeat(100).as_slice()),
        bad("empty", b""),
        folder.path().join("nowhere"),
        folder.path().to_owned(),
    ];
    for path in paths {
        let refused = store.restore_backup(&path, at(60), &mut |_| true).unwrap_err();
        let words = refused.to_string();
        assert!(words.contains(&path.display().to_string()), "{words}");
        assert_eq!(titles(&store), ["One"], "{}", path.display());
    }
    assert_eq!(backups(&store.backup_folder().unwrap()).unwrap().len(), 1, "no backup of nothing");
}

#[test]
fn an_older_store_is_kept_before_it_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let version_1 = include_bytes!("fixtures/store-v1.sqlite3");
    fs::write(folder.path().join("rolewright.sqlite3"), version_1).unwrap();
    let mut store = DraftStore::open(folder.path()).unwrap();
    let kept = backups(&folder.path().join("backups")).unwrap();
    assert_eq!((kept.len(), kept[0].kind), (1, BackupKind::BeforeUpdate));
    let version = |path: &Path| -> i64 {
        Connection::open(path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
    };
    assert_eq!(version(&kept[0].path), 1);
    // And it can be restored, which brings it up to date again.
    let drafts = store.list().unwrap();
    store.save(&numbered(50), "Later").unwrap();
    store.restore_backup(&kept[0].path, at(0), &mut |_| true).unwrap();
    assert_eq!(store.list().unwrap(), drafts);
    assert_eq!(version(&kept[0].path), 1, "the backup itself stays as it was");
    drop(store);
    DraftStore::open(folder.path()).unwrap();
    assert_eq!(backups(&folder.path().join("backups")).unwrap().len(), 2, "opening a new store makes no backup");
}

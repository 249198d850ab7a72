//! What the disk can do: be full, be read-only, lose the folder. Nothing panics, nothing that
//! was saved is lost, and each time what happened and what to do is said.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]

#[path = "common/sample.rs"]
mod sample;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use rolewright::drafts::{DraftStore, Query, RelocateError, StoreError, VersionKind, home, relocate, salvage};
use sample::{at, numbered};

/// A disk of its own of a few kilobytes; `None`: only root may make one.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn new(kilobytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("size={kilobytes}k,mode=700");
        let made = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path()).output();
        made.is_ok_and(|output| output.status.success()).then_some(Self(folder))
    }

    fn remount(&self, how: &str) {
        let done = Command::new("mount").args(["-o", &format!("remount,{how}")]).arg(self.0.path()).status().unwrap();
        assert!(done.success());
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_is_said_and_everything_saved_before_is_there_and_saving_goes_on_when_there_is_room() {
    let Some(disk) = SmallDisk::new(900) else { return };
    let folder = disk.path().join("data");
    let store = DraftStore::open(&folder).unwrap();
    let mut saved = 0;
    let refused = loop {
        match store.save(&numbered(saved), "Draft") {
            Ok(()) => saved += 1,
            Err(error) => break error,
        }
        assert!(saved < 1_000, "the disk never fills");
    };
    assert!(matches!(refused, StoreError::DiskFull { .. }), "{refused:?}");
    assert!(refused.to_string().contains("is full"), "{refused}");
    // Everything else says the same, and looking goes on.
    let id = numbered(0).id;
    for refused in [
        store.backup_now(at(0), &mut |_| true).map(drop),
        store.duplicate(id, numbered(900).id, None, at(0)).map(drop),
        store.save(&numbered(saved), "Draft"),
    ] {
        let refused = refused.unwrap_err();
        let words = refused.to_string();
        assert!(words.contains("full") || words.contains("space"), "{refused:?}");
    }
    assert_eq!(store.list().unwrap().len(), saved as usize);
    store.search(&Query { words: "northlight".to_owned(), ..Query::default() }).unwrap();
    for number in 0..saved {
        assert_eq!(store.load(numbered(number).id).unwrap(), numbered(number));
    }
    disk.remount("size=8m");
    store.save(&numbered(saved), "Draft").unwrap();
    store.keep_version(id, VersionKind::Note, "room again", at(0)).unwrap();
    drop(store);
    let store = DraftStore::open(&folder).unwrap();
    assert_eq!(store.list().unwrap().len(), saved as usize + 1);
    assert!(store.check(&mut |_| true).unwrap().is_empty());
}

#[test]
fn a_full_disk_keeps_no_store_from_being_opened_and_makes_no_half_of_one() {
    let Some(disk) = SmallDisk::new(40) else { return };
    let folder = disk.path().join("data");
    let refused = DraftStore::open(&folder).unwrap_err();
    assert!(matches!(refused, StoreError::DiskFull { .. } | StoreError::Folder { .. }), "{refused:?}");
    assert!(fs::read_dir(&folder).unwrap().next().is_none(), "something is left");
    disk.remount("size=8m");
    DraftStore::open(&folder).unwrap().save(&numbered(1), "One").unwrap();
}

#[test]
fn a_full_disk_on_the_way_to_a_new_store_leaves_the_damaged_one_where_it_is() {
    let Some(disk) = SmallDisk::new(2_000) else { return };
    let store = DraftStore::open(disk.path()).unwrap();
    for number in 0..20 {
        store.save(&numbered(number), "Draft").unwrap();
    }
    drop(store);
    let path = disk.path().join("rolewright.sqlite3");
    let mut bytes = fs::read(&path).unwrap();
    bytes[..100].fill(0);
    fs::write(&path, &bytes).unwrap();
    disk.remount(&format!("size={}k", bytes.len() / 1024 + 300));
    assert!(salvage(disk.path(), at(0)).is_err());
    assert_eq!(fs::read(&path).unwrap(), bytes);
    disk.remount("size=16m");
    assert_eq!(salvage(disk.path(), at(0)).unwrap().drafts, 20);
}

/// Saves until the disk has no room for one more; returns how many it took.
fn fill(store: &DraftStore) -> u32 {
    let mut saved = 0;
    while store.save(&numbered(saved), "Draft").is_ok() {
        saved += 1;
        assert!(saved < 1_000, "the disk never fills");
    }
    saved
}

#[test]
fn drafts_go_from_a_full_disk_to_another_folder_and_it_is_said_if_that_cannot_be_remembered() {
    let Some(disk) = SmallDisk::new(900) else { return };
    let elsewhere = tempfile::tempdir().unwrap();
    let data = disk.path().join("data");
    let store = DraftStore::open(&data).unwrap();
    let saved = fill(&store);
    // Not a byte is left.
    let rest = disk.path().join("rest");
    let _ = fs::write(&rest, vec![0; 900 * 1024]);
    let moved = relocate(Some(&store), &data, elsewhere.path(), &mut |_| true).unwrap();
    assert_eq!((moved.drafts, moved.from_is_whole), (saved as usize, true));
    let refused = moved.remembered.unwrap_err().to_string();
    assert!(refused.contains("full") && refused.contains("drafts-folder.txt"), "{refused}");
    moved.store.save(&numbered(saved), "There is room here").unwrap();
    assert_eq!(home(&data).unwrap(), data);
    // With room for it the same is remembered.
    fs::remove_file(&rest).unwrap();
    disk.remount("size=4m");
    let again = relocate(Some(&store), &data, elsewhere.path(), &mut |_| true).unwrap();
    again.remembered.unwrap();
    assert_eq!(again.drafts, saved as usize + 1);
    drop((store, moved.store, again.store));
    assert_eq!(DraftStore::open_home(&data).unwrap().list().unwrap().len(), saved as usize + 1);
}

#[test]
fn another_folder_that_is_full_takes_nothing_and_keeps_nothing() {
    let Some(disk) = SmallDisk::new(300) else { return };
    let data = tempfile::tempdir().unwrap();
    let store = DraftStore::open(data.path()).unwrap();
    for number in 0..40 {
        store.save(&numbered(number), "Draft").unwrap();
    }
    let refused = relocate(Some(&store), data.path(), disk.path(), &mut |_| true).unwrap_err();
    assert!(matches!(refused, RelocateError::Target(StoreError::DiskFull { .. })), "{refused:?}");
    assert!(refused.to_string().contains("full"), "{refused}");
    assert!(fs::read_dir(disk.path()).unwrap().next().is_none(), "something is left");
    assert_eq!(home(data.path()).unwrap(), data.path());
    store.save(&numbered(41), "Goes on").unwrap();
}

#[test]
fn drafts_are_read_from_a_read_only_disk() {
    let Some(disk) = SmallDisk::new(4_000) else { return };
    let elsewhere = tempfile::tempdir().unwrap();
    let data = disk.path().join("data");
    DraftStore::open(&data).unwrap().save(&numbered(1), "One").unwrap();
    disk.remount("ro");
    let moved = relocate(DraftStore::open(&data).ok().as_ref(), &data, elsewhere.path(), &mut |_| true).unwrap();
    assert_eq!((moved.drafts, moved.from_is_whole), (1, true));
    assert!(moved.remembered.unwrap_err().to_string().contains("read-only"));
    moved.store.save(&numbered(2), "Two").unwrap();
}

#[test]
fn a_read_only_disk_is_said() {
    let Some(disk) = SmallDisk::new(4_000) else { return };
    let folder = disk.path().join("data");
    let store = DraftStore::open(&folder).unwrap();
    store.save(&numbered(1), "One").unwrap();
    drop(store);
    disk.remount("ro");
    let words = match DraftStore::open(&folder) {
        Ok(store) => store.save(&numbered(2), "Two").unwrap_err().to_string(),
        Err(error) => error.to_string(),
    };
    assert!(words.contains("rolewright.sqlite3") || words.contains("data"), "{words}");
    disk.remount("rw");
    assert_eq!(DraftStore::open(&folder).unwrap().list().unwrap().len(), 1);
}

#[test]
fn a_folder_that_is_removed_while_the_store_is_open_is_no_reason_to_panic() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("data");
    let store = DraftStore::open(&folder).unwrap();
    store.save(&numbered(1), "One").unwrap();
    store.claim(numbered(1).id, at(0)).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    // The system keeps the open file until it is closed; what counts is that a save that would
    // be gone with it is not acknowledged.
    let refused = store.save(&numbered(2), "Two").unwrap_err();
    assert!(matches!(refused, StoreError::Gone { .. }), "{refused:?}");
    assert!(refused.to_string().contains("rolewright.sqlite3"), "{refused}");
    let _ = (store.list(), store.load(numbered(1).id), store.heartbeat(at(1)), store.search(&Query::default()));
    drop(store);
    assert_eq!(DraftStore::open(&folder).unwrap().list().unwrap().len(), 0);
}

#[test]
fn a_store_that_was_put_in_the_place_of_an_open_one_gets_no_save_meant_for_the_other() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("data");
    let store = DraftStore::open(&folder).unwrap();
    store.save(&numbered(1), "One").unwrap();
    fs::rename(&folder, parent.path().join("moved")).unwrap();
    DraftStore::open(&folder).unwrap();
    assert!(matches!(store.save(&numbered(2), "Two"), Err(StoreError::Gone { .. })));
    assert_eq!(DraftStore::open(&parent.path().join("moved")).unwrap().list().unwrap().len(), 1);
}

#[test]
fn a_folder_without_the_right_to_write_is_said() {
    // Root may write everywhere.
    if Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n")) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    let refused = DraftStore::open(folder.path()).unwrap_err();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    assert!(matches!(refused, StoreError::Folder { .. } | StoreError::NoAccess { .. }), "{refused:?}");
}

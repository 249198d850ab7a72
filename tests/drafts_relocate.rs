//! Another folder for the drafts: everything readable goes there, nothing is lost on the way, and
//! the next start finds it.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]

#[path = "common/sample.rs"]
mod sample;

use std::fs;
use std::path::Path;

use rolewright::drafts::{
    DraftStore, Query, RelocateError, Save, Settings, Shelf, Status, StoreError, Theme, VersionKind, home, relocate,
};
use sample::{at, numbered};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// A data folder with drafts, versions, a trash, settings.
fn store_in(folder: &Path, drafts: u32) -> DraftStore {
    let store = DraftStore::open(folder).unwrap();
    for number in 0..drafts {
        store.save(&numbered(number), &format!("Draft {number}")).unwrap();
    }
    store.keep_version(numbered(1).id, VersionKind::Note, "mine", at(200)).unwrap();
    store.set_status(&[numbered(2).id], Status::Published).unwrap();
    store.trash(numbered(3).id, at(300)).unwrap();
    store.archive(&[numbered(4).id], at(300)).unwrap();
    store.put_setting(Settings::KEY, &Settings { theme: Theme::Dark, ..Settings::default() }).unwrap();
    store.claim(numbered(1).id, at(0)).unwrap();
    store
}

fn has_all(store: &DraftStore, drafts: u32) {
    for number in 0..drafts {
        assert_eq!(store.load(numbered(number).id).unwrap(), numbered(number));
    }
    assert_eq!(store.info(numbered(2).id).unwrap().status, Status::Published);
    assert_eq!(store.info(numbered(3).id).unwrap().trashed, Some(at(300)));
    assert_eq!(store.info(numbered(4).id).unwrap().archived, Some(at(300)));
    let versions = store.versions(numbered(1).id).unwrap();
    assert_eq!((versions[0].note.as_str(), versions[0].time), ("mine", at(200)));
    assert_eq!(store.version(numbered(1).id, versions[0].id).unwrap(), numbered(1));
    assert_eq!(store.get_setting::<Settings>(Settings::KEY).unwrap().unwrap().theme, Theme::Dark);
    assert_eq!(store.check(&mut |_| true).unwrap(), Vec::<String>::new());
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn everything_goes_to_the_new_folder_and_the_next_start_opens_that() {
    let (data, elsewhere) = (folder(), folder());
    let from = store_in(data.path(), 8);
    let to = elsewhere.path().join("new").join("drafts");
    let moved = relocate(Some(&from), data.path(), &to, &mut |_| true).unwrap();
    assert_eq!((moved.drafts, moved.lost.len(), moved.from_is_whole), (8, 0, true));
    moved.remembered.unwrap();
    has_all(&moved.store, 8);
    assert!(moved.store.last_open().unwrap().is_empty(), "who had what open stays with the old store");
    moved.store.save(&numbered(20), "New").unwrap();
    has_all(&from, 8);
    assert!(matches!(from.info(numbered(20).id), Err(StoreError::NoSuchDraft { .. })), "the old store is as it was");
    drop((moved.store, from));
    assert_eq!(names(&to), ["rolewright.sqlite3"]);
    assert_eq!(home(data.path()).unwrap(), to);
    let again = DraftStore::open_home(data.path()).unwrap();
    assert_eq!(again.path(), to.join("rolewright.sqlite3"));
    again.load(numbered(20).id).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(again.path()).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::metadata(&to).unwrap().permissions().mode() & 0o777, 0o700);
    }
}

#[test]
fn a_data_folder_without_a_note_is_its_own_home() {
    let data = folder();
    assert_eq!(home(data.path()).unwrap(), data.path());
    assert_eq!(home(&data.path().join("not there yet")).unwrap(), data.path().join("not there yet"));
    assert_eq!(DraftStore::open_home(data.path()).unwrap().path(), data.path().join("rolewright.sqlite3"));
}

#[test]
fn a_chosen_folder_that_is_gone_is_said_and_no_empty_store_takes_its_place() {
    let (data, elsewhere) = (folder(), folder());
    let from = store_in(data.path(), 6);
    let to = elsewhere.path().join("stick");
    drop(relocate(Some(&from), data.path(), &to, &mut |_| true).unwrap());
    fs::rename(&to, elsewhere.path().join("unplugged")).unwrap();
    let refused = DraftStore::open_home(data.path()).unwrap_err();
    assert!(matches!(&refused, StoreError::ChosenFolderGone { folder, .. } if *folder == to), "{refused:?}");
    assert!(refused.to_string().contains("stick") && refused.to_string().contains("drafts-folder.txt"), "{refused}");
    assert!(!to.exists());
    fs::rename(elsewhere.path().join("unplugged"), &to).unwrap();
    has_all(&DraftStore::open_home(data.path()).unwrap(), 6);
}

#[test]
fn a_note_that_makes_no_sense_is_said_and_not_passed_over() {
    let data = folder();
    drop(store_in(data.path(), 5));
    let note = data.path().join("drafts-folder.txt");
    for wrong in [&b""[..], b"drafts", b"\xff\xfe", &[b'/'; 70_000]] {
        fs::write(&note, wrong).unwrap();
        let refused = DraftStore::open_home(data.path()).unwrap_err();
        assert!(matches!(refused, StoreError::NoteUnreadable { .. }), "{refused:?}");
        assert!(refused.to_string().contains("drafts-folder.txt"), "{refused}");
    }
    fs::remove_file(&note).unwrap();
    has_all(&DraftStore::open_home(data.path()).unwrap(), 5);
}

#[test]
fn drafts_of_both_folders_are_kept_where_there_is_a_store_already() {
    let (data, elsewhere) = (folder(), folder());
    let from = store_in(data.path(), 6);
    let to = DraftStore::open(elsewhere.path()).unwrap();
    let of = |number: u32, team: &str, changed: i64| {
        let mut posting = numbered(number);
        posting.team = team.to_owned();
        posting.changed = at(changed);
        posting
    };
    // One that is the same, one that is newer here, one that is newer there, one of their own.
    to.save(&numbered(0), "Draft 0").unwrap();
    to.save(&of(1, "theirs, old", 10), "Theirs").unwrap();
    from.save(&of(1, "ours, new", 20), "Ours").unwrap();
    to.save(&of(2, "theirs, new", 40), "Theirs").unwrap();
    from.save(&of(2, "ours, old", 30), "Ours").unwrap();
    to.save(&numbered(30), "Theirs alone").unwrap();
    to.put_setting(Settings::KEY, &Settings { theme: Theme::Light, ..Settings::default() }).unwrap();
    from.put_setting("of-from", &7).unwrap();
    drop(to);
    let mut told = Vec::new();
    let moved = relocate(Some(&from), data.path(), elsewhere.path(), &mut |at| {
        told.push(at);
        true
    })
    .unwrap();
    let store = moved.store;
    assert_eq!((moved.drafts, moved.lost.len(), moved.from_is_whole), (7, 0, true));
    assert!(told.iter().all(|at| at.total == 6));
    assert!(store.versions(numbered(0).id).unwrap().is_empty(), "the same is no change");
    let seen = |number: u32| {
        let id = numbered(number).id;
        let versions = store.versions(id).unwrap();
        let versions: Vec<String> = versions.iter().map(|one| store.version(id, one.id).unwrap().team).collect();
        (store.load(id).unwrap().team, store.info(id).unwrap().title, versions)
    };
    assert_eq!(seen(1), ("ours, new".to_owned(), "Ours".to_owned(), vec!["theirs, old".to_owned()]));
    let (team, title, versions) = seen(2);
    assert_eq!((team.as_str(), title.as_str()), ("theirs, new", "Theirs"));
    assert!(versions.contains(&"ours, old".to_owned()), "{versions:?}");
    assert_eq!(store.info(numbered(3).id).unwrap().trashed, Some(at(300)));
    assert_eq!(store.get_setting::<Settings>(Settings::KEY).unwrap().unwrap().theme, Theme::Light);
    assert_eq!(store.get_setting::<u8>("of-from").unwrap(), Some(7));
    let found = store.search(&Query { words: "ours new".to_owned(), ..Query::default() }).unwrap();
    assert_eq!(found.total, 1);
    assert_eq!(store.search(&Query { shelf: Shelf::Archive, ..Query::default() }).unwrap().total, 1);
    // Once more changes nothing: what is there is there.
    let before = (store.list().unwrap(), seen(1), seen(2));
    drop(relocate(Some(&from), data.path(), elsewhere.path(), &mut |_| true).unwrap());
    assert_eq!((store.list().unwrap(), seen(1)), (before.0, before.1));
    assert_eq!(seen(2).0, "theirs, new");
}

#[test]
fn versions_come_along_in_their_order_where_two_stores_are_put_together() {
    let (data, elsewhere) = (folder(), folder());
    let from = DraftStore::open(data.path()).unwrap();
    let id = numbered(1).id;
    for step in 0..5 {
        let mut posting = numbered(1);
        posting.team = format!("step {step}");
        let now = at(step * 600);
        let _saved = from.save_change(&Save { now, ..Save::new(&posting, &format!("Title {step}")) }).unwrap();
    }
    from.keep_version(id, VersionKind::Export, "out.docx", at(9_000)).unwrap();
    DraftStore::open(elsewhere.path()).unwrap().save(&numbered(2), "Two").unwrap();
    let moved = relocate(Some(&from), data.path(), elsewhere.path(), &mut |_| true).unwrap();
    let seen = |store: &DraftStore| -> Vec<_> {
        let all = store.versions(id).unwrap();
        all.iter()
            .map(|v| (v.time, v.kind, v.note.clone(), v.title.clone(), store.version(id, v.id).unwrap()))
            .collect()
    };
    assert_eq!(seen(&from).len(), 5);
    assert_eq!(seen(&moved.store), seen(&from));
    assert_eq!(moved.store.load(id).unwrap(), from.load(id).unwrap());
}

#[test]
fn going_back_to_the_data_folder_takes_what_was_written_elsewhere_along() {
    let (data, elsewhere) = (folder(), folder());
    let from = store_in(data.path(), 6);
    let moved = relocate(Some(&from), data.path(), elsewhere.path(), &mut |_| true).unwrap();
    drop(from);
    let mut changed = numbered(0);
    changed.team = "Elsewhere".to_owned();
    changed.changed = at(9_000);
    moved.store.save(&changed, "Changed elsewhere").unwrap();
    let back = relocate(Some(&moved.store), data.path(), data.path(), &mut |_| true).unwrap();
    back.remembered.unwrap();
    assert_eq!(back.store.load(numbered(0).id).unwrap(), changed);
    assert_eq!(back.drafts, 6);
    assert_eq!(home(data.path()).unwrap(), data.path());
    assert!(!data.path().join("drafts-folder.txt").exists());
}

#[test]
fn without_the_old_store_the_new_one_begins_empty() {
    let (data, elsewhere) = (folder(), folder());
    let moved = relocate(None, data.path(), elsewhere.path(), &mut |_| true).unwrap();
    moved.store.save(&numbered(1), "Unsaved until now").unwrap();
    assert_eq!(moved.drafts, 0);
    drop(moved);
    assert_eq!(DraftStore::open_home(data.path()).unwrap().list().unwrap().len(), 1);
}

#[test]
fn a_damaged_store_gives_what_can_be_read_and_says_what_cannot() {
    let (data, elsewhere) = (folder(), folder());
    drop(store_in(data.path(), 12));
    let path = data.path().join("rolewright.sqlite3");
    let mut bytes = fs::read(&path).unwrap();
    // The page with the beginning of one draft's text.
    let text = numbered(7).id.to_string();
    let body = bytes.windows(text.len()).position(|window| window == text.as_bytes()).unwrap();
    let page = body / 4_096 * 4_096;
    bytes[page..page + 4_096].fill(0xA5);
    fs::write(&path, &bytes).unwrap();
    let from = DraftStore::open(data.path()).unwrap();
    let moved = relocate(Some(&from), data.path(), elsewhere.path(), &mut |_| true).unwrap();
    assert!(!moved.from_is_whole);
    assert!(moved.lost.contains(&"Draft 7".to_owned()), "{:?}", moved.lost);
    assert_eq!(moved.drafts + moved.lost.len(), 12);
    assert_eq!(moved.store.check(&mut |_| true).unwrap(), Vec::<String>::new());
    drop((moved, from));
    assert_eq!(fs::read(&path).unwrap(), bytes, "the old store is as it was");
}

#[test]
fn a_store_that_does_not_open_where_it_is_gives_what_its_files_have() {
    for (harm, lost) in [(0..0, 0), (0..4_096, 0)] {
        for occupied in [false, true] {
            let (data, elsewhere) = (folder(), folder());
            drop(store_in(data.path(), 8));
            let path = data.path().join("rolewright.sqlite3");
            let mut bytes = fs::read(&path).unwrap();
            bytes[harm.clone()].fill(0);
            fs::write(&path, &bytes).unwrap();
            if occupied {
                DraftStore::open(elsewhere.path()).unwrap();
            }
            let moved = relocate(None, data.path(), elsewhere.path(), &mut |_| true).unwrap();
            assert_eq!((moved.drafts, moved.lost.len()), (8, lost));
            assert_eq!(moved.from_is_whole, harm.is_empty());
            assert_eq!(moved.store.load(numbered(5).id).unwrap(), numbered(5));
            drop(moved);
            assert_eq!(fs::read(&path).unwrap(), bytes);
            assert_eq!(names(elsewhere.path()), ["rolewright.sqlite3"]);
        }
    }
}

#[test]
fn a_newer_store_is_left_and_the_new_one_begins_empty() {
    let (data, elsewhere) = (folder(), folder());
    drop(store_in(data.path(), 5));
    let path = data.path().join("rolewright.sqlite3");
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let moved = relocate(None, data.path(), elsewhere.path(), &mut |_| true).unwrap();
    assert_eq!((moved.drafts, moved.from_is_whole), (0, false));
}

#[test]
fn the_folder_that_the_store_is_in_is_no_other_folder() {
    let data = folder();
    let from = store_in(data.path(), 5);
    let same = relocate(Some(&from), data.path(), &data.path().join("."), &mut |_| true);
    assert!(matches!(same, Err(RelocateError::SameFolder { .. })), "{same:?}");
    has_all(&from, 5);
}

#[test]
fn a_stopped_move_leaves_nothing_and_is_not_remembered() {
    let (data, elsewhere) = (folder(), folder());
    let from = store_in(data.path(), 300);
    let refused = relocate(Some(&from), data.path(), elsewhere.path(), &mut |_| false).unwrap_err();
    assert!(matches!(refused, RelocateError::Cancelled), "{refused:?}");
    assert!(names(elsewhere.path()).is_empty(), "{:?}", names(elsewhere.path()));
    assert_eq!(home(data.path()).unwrap(), data.path());
    // A store that is there keeps what it has.
    DraftStore::open(elsewhere.path()).unwrap().save(&numbered(900), "Theirs").unwrap();
    assert!(relocate(Some(&from), data.path(), elsewhere.path(), &mut |at| at.done == 0).is_err());
    assert!(DraftStore::open(elsewhere.path()).unwrap().load(numbered(900).id).is_ok());
}

#[test]
fn what_must_not_be_written_to_is_no_folder_for_drafts() {
    let (data, elsewhere) = (folder(), folder());
    let from = store_in(data.path(), 5);
    let file = elsewhere.path().join("a file");
    fs::write(&file, "x").unwrap();
    let newer = elsewhere.path().join("newer");
    drop(store_in(&newer, 5));
    let newer_store = newer.join("rolewright.sqlite3");
    rusqlite::Connection::open(&newer_store).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let before = fs::read(&newer_store).unwrap();
    for to in [&file, &newer, &file.join("below")] {
        let refused = relocate(Some(&from), data.path(), to, &mut |_| true).unwrap_err();
        assert!(matches!(refused, RelocateError::Target(_)), "{refused:?}");
        assert!(refused.to_string().starts_with("Your drafts are where they were."), "{refused}");
        assert_eq!(home(data.path()).unwrap(), data.path());
    }
    assert_eq!(fs::read(&newer_store).unwrap(), before);
    has_all(&from, 5);
}

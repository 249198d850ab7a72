//! The draft store: what was saved is there, as it was, whoever else is at work.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]

#[path = "common/arbitrary.rs"]
mod arbitrary;
#[path = "common/sample.rs"]
mod sample;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use proptest::prelude::*;
use rolewright::drafts::{DraftStore, Settings, StoreError, Theme, VersionKind};
use rolewright::posting::{CompanyProfile, Location, Posting, WorkModel};
use rusqlite::Connection;
use sample::{at, numbered};
use tempfile::TempDir;
use uuid::Uuid;

fn new_store() -> (TempDir, DraftStore) {
    let folder = tempfile::tempdir().unwrap();
    let store = DraftStore::open(folder.path()).unwrap();
    (folder, store)
}

fn file_in(folder: &TempDir) -> PathBuf {
    folder.path().join("rolewright.sqlite3")
}

fn titles(store: &DraftStore) -> Vec<String> {
    store.list().unwrap().into_iter().map(|draft| draft.title).collect()
}

// Saving and loading

#[test]
fn a_saved_posting_is_there_when_the_store_is_opened_again() {
    let (folder, store) = new_store();
    store.save(&sample::posting(), "Senior Backend Engineer").unwrap();
    drop(store);
    let store = DraftStore::open(folder.path()).unwrap();
    assert_eq!(store.load(sample::posting().id).unwrap(), sample::posting());
}

#[test]
fn saving_again_replaces_the_draft_and_its_line_in_the_list() {
    let (_folder, store) = new_store();
    let mut posting = sample::posting();
    store.save(&posting, "Senior Backend Engineer").unwrap();
    posting.team = "Billing".to_owned();
    store.save(&posting, "Keeper of Bills").unwrap();
    assert_eq!(titles(&store), ["Keeper of Bills"]);
    assert_eq!(store.load(posting.id).unwrap().team, "Billing");
}

#[test]
fn a_posting_larger_than_a_file_may_be_is_saved_all_the_same() {
    let (_folder, store) = new_store();
    let mut posting = sample::posting();
    posting.company.about = "a".repeat(9 << 20);
    store.save(&posting, "Long").unwrap();
    assert_eq!(store.load(posting.id).unwrap(), posting);
}

#[test]
fn the_list_shows_the_newest_change_first_and_what_each_draft_is() {
    let (_folder, store) = new_store();
    for number in [2, 3, 1] {
        store.save(&numbered(number), &format!("Draft {number}")).unwrap();
    }
    assert_eq!(titles(&store), ["Draft 3", "Draft 2", "Draft 1"]);
    let first = store.list().unwrap().remove(0);
    assert_eq!(first.id, numbered(3).id);
    assert_eq!((first.company.as_str(), first.place.as_str()), ("Northlight Systems", "Berlin"));
    assert_eq!(first.reference, "NL-3");
    assert_eq!(first.role, Some(numbered(3).role));
    assert_eq!((first.created, first.changed, first.trashed), (at(0), at(3), None));
}

#[test]
fn the_place_in_the_list_is_the_nearest_thing_that_was_said() {
    let (_folder, store) = new_store();
    let place = |change: fn(&mut Posting)| {
        let mut posting = sample::posting();
        posting.locations.truncate(1);
        change(&mut posting);
        store.save(&posting, "").unwrap();
        store.list().unwrap().remove(0).place
    };
    assert_eq!(place(|_| ()), "Berlin");
    assert_eq!(place(|posting| posting.locations[0].city = "  ".to_owned()), "Germany");
    let remote = |posting: &mut Posting| {
        posting.locations = vec![Location::default()];
        posting.work_model = Some(WorkModel::Remote { within: "anywhere in Germany".to_owned() });
    };
    assert_eq!(place(remote), "anywhere in Germany");
    assert_eq!(place(|posting| posting.locations.clear()), "");
}

#[test]
fn a_draft_that_is_not_there_is_said_to_be_missing() {
    let (_folder, store) = new_store();
    let id = Uuid::from_u128(7);
    assert!(matches!(store.load(id), Err(StoreError::NoSuchDraft { .. })));
    assert!(matches!(store.trash(id, at(0)), Err(StoreError::NoSuchDraft { .. })));
    assert!(matches!(store.restore(id), Err(StoreError::NoSuchDraft { .. })));
    assert!(matches!(store.delete_for_good(id), Err(StoreError::NoSuchDraft { .. })));
    assert!(matches!(store.duplicate(id, Uuid::from_u128(8), None, at(0)), Err(StoreError::NoSuchDraft { .. })));
}

#[test]
fn a_duplicate_differs_in_identity_and_times_alone() {
    let (_folder, store) = new_store();
    store.save(&sample::posting(), "Senior Backend Engineer").unwrap();
    let copy = store.duplicate(sample::posting().id, Uuid::from_u128(8), None, at(900)).unwrap();
    let same = Posting { id: Uuid::from_u128(8), created: at(900), changed: at(900), ..sample::posting() };
    assert_eq!(copy, same);
    assert_eq!(store.load(copy.id).unwrap(), same);
    assert_eq!(store.load(sample::posting().id).unwrap(), sample::posting());
    assert_eq!(titles(&store), ["Senior Backend Engineer", "Senior Backend Engineer"]);
}

#[test]
fn a_duplicate_takes_a_title_that_is_given() {
    let (_folder, store) = new_store();
    store.save(&sample::posting(), "Senior Backend Engineer").unwrap();
    let copy = store.duplicate(sample::posting().id, Uuid::from_u128(8), Some("For Łódź"), at(900)).unwrap();
    assert_eq!(copy.title.as_deref(), Some("For Łódź"));
    assert_eq!(titles(&store), ["For Łódź", "Senior Backend Engineer"]);
}

#[test]
fn a_duplicate_never_overwrites_a_draft() {
    let (_folder, store) = new_store();
    store.save(&numbered(1), "One").unwrap();
    store.save(&numbered(2), "Two").unwrap();
    let refused = store.duplicate(numbered(1).id, numbered(2).id, None, at(900));
    assert!(matches!(refused, Err(StoreError::AlreadyThere { .. })));
    assert_eq!(store.load(numbered(2).id).unwrap(), numbered(2));
}

// The trash

#[test]
fn the_trash_gives_back_what_was_put_in() {
    let (_folder, store) = new_store();
    store.save(&numbered(1), "One").unwrap();
    store.save(&numbered(2), "Two").unwrap();
    store.trash(numbered(1).id, at(100)).unwrap();
    assert_eq!(titles(&store), ["Two"]);
    assert_eq!(store.list_trash().unwrap()[0].trashed, Some(at(100)));
    store.restore(numbered(1).id).unwrap();
    assert_eq!(titles(&store), ["Two", "One"]);
    assert!(store.list_trash().unwrap().is_empty());
    assert_eq!(store.load(numbered(1).id).unwrap(), numbered(1));
}

#[test]
fn what_is_put_into_the_trash_again_keeps_its_time_there() {
    let (_folder, store) = new_store();
    store.save(&numbered(1), "One").unwrap();
    store.trash(numbered(1).id, at(100)).unwrap();
    store.trash(numbered(1).id, at(200)).unwrap();
    assert_eq!(store.list_trash().unwrap()[0].trashed, Some(at(100)));
}

#[test]
fn a_draft_in_the_trash_that_is_saved_stays_there_with_its_changes() {
    let (_folder, store) = new_store();
    store.save(&numbered(1), "One").unwrap();
    store.trash(numbered(1).id, at(100)).unwrap();
    store.save(&numbered(1), "One, changed").unwrap();
    assert!(store.list().unwrap().is_empty());
    assert_eq!(store.list_trash().unwrap()[0].title, "One, changed");
}

#[test]
fn only_what_is_in_the_trash_is_deleted_for_good() {
    let (folder, store) = new_store();
    for number in 1..=4 {
        store.save(&numbered(number), &format!("Draft {number}")).unwrap();
    }
    assert!(matches!(store.delete_for_good(numbered(1).id), Err(StoreError::NotInTrash { .. })));
    for number in 1..=3 {
        store.trash(numbered(number).id, at(100)).unwrap();
    }
    store.delete_for_good(numbered(1).id).unwrap();
    assert!(matches!(store.load(numbered(1).id), Err(StoreError::NoSuchDraft { .. })));
    assert_eq!(store.empty_trash().unwrap(), 2);
    assert_eq!(titles(&store), ["Draft 4"]);
    drop(store);
    let conn = Connection::open(file_in(&folder)).unwrap();
    let bodies: i64 = conn.query_row("SELECT count(*) FROM body", [], |row| row.get(0)).unwrap();
    assert_eq!(bodies, 1, "a body outlived its draft");
}

// Settings and the company profile

#[test]
fn settings_are_kept_by_name() {
    let (folder, store) = new_store();
    assert_eq!(store.get_setting::<Settings>(Settings::KEY).unwrap(), None);
    let dark = Settings { theme: Theme::Dark, ..Settings::default() };
    store.put_setting(Settings::KEY, &Settings::default()).unwrap();
    store.put_setting(Settings::KEY, &dark).unwrap();
    store.put_setting("other", &[1, 2, 3]).unwrap();
    drop(store);
    let store = DraftStore::open(folder.path()).unwrap();
    assert_eq!(store.get_setting(Settings::KEY).unwrap(), Some(dark));
    assert_eq!(store.get_setting::<Vec<u8>>("other").unwrap(), Some(vec![1, 2, 3]));
}

#[test]
fn a_broken_setting_counts_as_none() {
    let (_folder, store) = new_store();
    store.put_setting("zoom", &"huge").unwrap();
    assert_eq!(store.get_setting::<u16>("zoom").unwrap(), None);
}

#[test]
fn a_broken_profile_is_said_to_be_broken_and_can_be_replaced() {
    let (_folder, store) = new_store();
    assert_eq!(store.get_profile().unwrap(), None);
    store.put_setting("company-profile", &serde_json::json!({"location": {"country": "ZZ"}})).unwrap();
    let broken = store.get_profile().unwrap_err();
    assert!(broken.to_string().contains("location.country"), "{broken}");
    store.put_profile(&sample::profile()).unwrap();
    assert_eq!(store.get_profile().unwrap(), Some(sample::profile()));
}

#[test]
fn one_draft_that_makes_no_sense_keeps_no_other_from_being_listed_and_loaded() {
    let (folder, store) = new_store();
    store.save(&numbered(1), "One").unwrap();
    store.save(&numbered(2), "Two").unwrap();
    let conn = Connection::open(file_in(&folder)).unwrap();
    let harm = "UPDATE draft SET level = 'wizard', title = CAST(x'4fff' AS TEXT), created = -9223372036854775808 \
                WHERE reference = 'NL-1';
                UPDATE body SET posting = replace(posting, '\"senior\"', '\"wizard\"') \
                WHERE draft = (SELECT key FROM draft WHERE reference = 'NL-1')";
    conn.execute_batch(harm).unwrap();
    let list = store.list().unwrap();
    assert_eq!((list[1].title.as_str(), &list[1].role), ("O\u{fffd}", &None));
    match store.load(numbered(1).id) {
        Err(error @ StoreError::Unreadable { .. }) => {
            assert!(error.to_string().contains("posting.role.level"), "{error}")
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(store.load(numbered(2).id).unwrap(), numbered(2));
}

#[cfg(unix)]
#[test]
fn folder_and_files_are_for_the_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("data").join("rolewright");
    let store = DraftStore::open(&folder).unwrap();
    store.save(&sample::posting(), "One").unwrap();
    assert_eq!(mode(&folder), 0o700);
    let files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 3, "the store, its log and the log's index: {files:?}");
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    drop(store);
    fs::set_permissions(folder.join("rolewright.sqlite3"), fs::Permissions::from_mode(0o644)).unwrap();
    let _store = DraftStore::open(&folder).unwrap();
    assert_eq!(mode(&folder.join("rolewright.sqlite3")), 0o600);
}

// Several at once

#[test]
fn two_connections_see_each_others_drafts_at_once() {
    let (folder, first) = new_store();
    let second = DraftStore::open(folder.path()).unwrap();
    first.save(&numbered(1), "One").unwrap();
    second.save(&numbered(2), "Two").unwrap();
    assert_eq!(titles(&first), titles(&second));
    second.save(&numbered(1), "One, by the second").unwrap();
    assert_eq!(titles(&first), ["Two", "One, by the second"]);
}

#[test]
fn opening_the_store_again_lets_go_of_no_lock_of_the_first() {
    let (folder, first) = new_store();
    first.save(&numbered(1), "One").unwrap();
    let _second = DraftStore::open(folder.path()).unwrap();
    run_as_another_process(folder.path(), 1).wait().unwrap();
    // The last one out takes the log away. Without a lock of ours that would be the other process,
    // or was until SQLite began to look whether somebody else has the log's index open.
    assert!(folder.path().join("rolewright.sqlite3-wal").exists());
    assert_eq!(first.list().unwrap().len(), 1 + 20);
}

#[test]
fn several_threads_save_at_once_and_nothing_is_missing() {
    let (folder, store) = new_store();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let folder = folder.path();
            scope.spawn(move || {
                let store = DraftStore::open(folder).unwrap();
                for number in 0..25 {
                    let (posting, copy) = (numbered(thread * 100 + number), numbered(5_000 + thread * 100 + number));
                    store.save(&posting, "Draft").unwrap();
                    store.duplicate(posting.id, copy.id, None, at(0)).unwrap();
                    store.save(&sample::posting(), "The same for all").unwrap();
                }
            });
        }
    });
    assert_eq!(store.list().unwrap().len(), 2 * 4 * 25 + 1);
}

const FOLDER: &str = "ROLEWRIGHT_TEST_FOLDER";
const NUMBER: &str = "ROLEWRIGHT_TEST_NUMBER";

/// Saves 20 drafts from a process of its own, numbered from `number` × 100.
fn run_as_another_process(folder: &Path, number: u32) -> std::process::Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "as_another_process"])
        .env(FOLDER, folder)
        .env(NUMBER, number.to_string())
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

/// Not a test of its own: what the other processes of these tests do.
#[test]
fn as_another_process() {
    let (Ok(folder), Ok(number)) = (std::env::var(FOLDER), std::env::var(NUMBER)) else { return };
    let store = DraftStore::open(Path::new(&folder)).unwrap();
    for draft in 0..20 {
        store.save(&numbered(number.parse::<u32>().unwrap() * 100 + draft), "Draft").unwrap();
    }
}

#[test]
fn several_processes_make_the_store_and_save_at_once_and_nothing_is_missing() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("new");
        let others: Vec<_> = (0..4).map(|number| run_as_another_process(&inside, number)).collect();
        for mut other in others {
            assert!(other.wait().unwrap().success());
        }
        let store = DraftStore::open(&inside).unwrap();
        assert_eq!(store.list().unwrap().len(), 4 * 20);
        drop(store);
        assert_eq!(fs::read_dir(&inside).unwrap().count(), 1, "something was left beside the store");
    }
}

// Anything at all

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_posting_comes_back_from_the_store_as_it_was(
        postings in proptest::collection::vec((arbitrary::posting(), arbitrary::text()), 1..4)
    ) {
        let (folder, store) = new_store();
        for (posting, title) in &postings {
            store.save(posting, title).unwrap();
        }
        drop(store);
        let store = DraftStore::open(folder.path()).unwrap();
        prop_assert_eq!(store.list().unwrap().len(), postings.len());
        for (posting, title) in &postings {
            prop_assert_eq!(&store.load(posting.id).unwrap(), posting);
            let list = store.list().unwrap();
            let info = list.iter().find(|info| info.id == posting.id).unwrap();
            prop_assert_eq!(&info.title, title);
            prop_assert_eq!(info.role.as_ref(), Some(&posting.role));
        }
    }

    #[test]
    fn any_profile_comes_back_as_it_was(profile in arbitrary::profile()) {
        let (_folder, store) = new_store();
        store.put_profile(&profile).unwrap();
        let back: Option<CompanyProfile> = store.get_profile().unwrap();
        prop_assert_eq!(back, Some(profile));
    }
}

#[test]
fn drafts_of_the_trash_are_deleted_for_good_all_or_none_with_everything_of_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let store = DraftStore::open(folder.path()).unwrap();
    let ids = [1, 2, 3].map(|number| numbered(number).id);
    for number in 1..=3 {
        store.save(&numbered(number), &format!("Draft {number}")).unwrap();
        store.keep_version(numbered(number).id, VersionKind::Note, "n", at(0)).unwrap();
    }
    store.index_pending(10).unwrap();
    store.trash_all(&ids[..2], at(1)).unwrap();
    assert!(matches!(store.delete_all_for_good(&ids), Err(StoreError::NotInTrash { id }) if id == ids[2]));
    assert_eq!(store.list_trash().unwrap().len(), 2, "none is deleted");
    store.delete_for_good(ids[0]).unwrap();
    assert!(matches!(store.delete_for_good(ids[0]), Err(StoreError::NoSuchDraft { .. })));
    store.delete_all_for_good(&ids[1..2]).unwrap();
    assert_eq!((store.list_trash().unwrap().len(), store.list().unwrap().len()), (0, 1));
    let conn = Connection::open(folder.path().join("rolewright.sqlite3")).unwrap();
    for table in ["draft", "body", "words", "version", "content", "found", "headline"] {
        let left: i64 = conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        assert_eq!(left, 1, "{table}");
    }
}

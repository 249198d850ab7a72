//! What a draft was: kept, listed, small, and brought back; and nobody's save is lost.
#![allow(clippy::print_stdout, reason = "a figure for whoever runs it by hand")]
#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "common/sample.rs"]
mod sample;

use proptest::prelude::*;
use rolewright::drafts::{DraftStore, Save, StoreError, VersionId, VersionKind, compare, plain_text};
use rolewright::posting::Posting;
use rusqlite::Connection;
use sample::at;
use tempfile::TempDir;

fn new_store() -> (TempDir, DraftStore) {
    let folder = tempfile::tempdir().unwrap();
    let store = DraftStore::open(folder.path()).unwrap();
    (folder, store)
}

/// The sample, whose team says which save it is.
fn said(team: &str, seconds: i64) -> Posting {
    let mut posting = sample::posting();
    posting.team = team.to_owned();
    posting.changed = at(seconds);
    posting
}

fn teams(store: &DraftStore) -> Vec<String> {
    let id = sample::posting().id;
    let all = store.versions(id).unwrap();
    all.iter().map(|version| store.version(id, version.id).unwrap().team).collect()
}

#[test]
fn typing_makes_one_version_a_minute_and_the_state_before_a_pause_is_kept() {
    let (_folder, store) = new_store();
    for second in 0..150 {
        store.save(&said(&format!("at {second}"), second), "T").unwrap();
    }
    assert_eq!(teams(&store), ["at 118", "at 59", "at 0"]);
    store.save(&said("after the pause", 9_000), "T").unwrap();
    assert_eq!(teams(&store), ["at 149", "at 118", "at 59", "at 0"]);
}

#[test]
fn a_version_says_when_what_for_and_how_much_changed() {
    let (_folder, store) = new_store();
    let id = sample::posting().id;
    store.save(&said("Seating", 0), "First").unwrap();
    store.keep_version(id, VersionKind::Export, "", at(1)).unwrap();
    store.save(&said("Seating and two more words", 2), "Second").unwrap();
    let kept = store.keep_version(id, VersionKind::Note, "for Ada", at(3)).unwrap();
    let all = store.versions(id).unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!((all[0].id, all[0].kind, all[0].note.as_str()), (kept, VersionKind::Note, "for Ada"));
    assert_eq!((all[0].time, all[0].title.as_str()), (at(3), "Second"));
    assert_eq!((all[0].added, all[0].removed), (4, 0));
    assert_eq!((all[1].kind, all[1].title.as_str()), (VersionKind::Export, "First"));
}

#[test]
fn keeping_the_same_twice_costs_no_bytes() {
    let (folder, store) = new_store();
    let id = sample::posting().id;
    store.save(&said("Seating", 0), "First").unwrap();
    store.keep_version(id, VersionKind::Export, "", at(1)).unwrap();
    store.keep_version(id, VersionKind::Note, "mine", at(2)).unwrap();
    assert_eq!(store.versions(id).unwrap().len(), 2);
    let conn = Connection::open(folder.path().join("rolewright.sqlite3")).unwrap();
    let contents: i64 = conn.query_row("SELECT count(*) FROM content", [], |row| row.get(0)).unwrap();
    assert_eq!(contents, 1);
}

#[test]
fn a_restored_version_is_a_new_one_and_what_it_replaced_is_kept() {
    let (_folder, store) = new_store();
    let id = sample::posting().id;
    store.save(&said("old", 0), "Old").unwrap();
    store.save(&said("new", 100), "New").unwrap();
    let old = store.versions(id).unwrap()[0].id;
    let (posting, saved) = store.restore_version(id, old, at(200)).unwrap();
    assert_eq!((posting.team.as_str(), posting.changed), ("old", at(200)));
    assert_eq!(store.load_revision(id).unwrap(), (posting, saved.revision));
    assert_eq!(store.list().unwrap()[0].title, "Old");
    assert_eq!(teams(&store), ["old", "new", "old"]);
    let missing = store.restore_version(id, VersionId::from_number(99), at(0));
    assert!(matches!(missing, Err(StoreError::NoSuchVersion { .. })));
}

#[test]
fn if_two_saved_both_texts_are_kept_and_the_second_is_told() {
    let (_folder, store) = new_store();
    let id = sample::posting().id;
    store.save(&said("both began here", 0), "T").unwrap();
    let base = store.revision(id).unwrap();
    let (theirs, mine) = (said("theirs", 10), said("mine", 11));
    let first = store.save_change(&Save { based_on: Some(base), ..Save::new(&theirs, "Theirs") }).unwrap();
    assert_eq!(first.conflict, None);
    let second = store.save_change(&Save { based_on: Some(base), ..Save::new(&mine, "Mine") }).unwrap();
    let conflict = second.conflict.unwrap();
    assert_eq!(store.load(id).unwrap(), mine);
    assert_eq!(store.version(id, conflict).unwrap().team, "theirs");
    let kept = store.versions(id).unwrap();
    assert_eq!((kept[0].kind, kept[0].title.as_str()), (VersionKind::Conflict, "Theirs"));
    let third = store.save_change(&Save { based_on: Some(second.revision), ..Save::new(&mine, "Mine") }).unwrap();
    assert_eq!(third.conflict, None);
    let compared = compare(&plain_text(&store.version(id, conflict).unwrap()), &plain_text(&mine));
    assert_eq!((compared.added, compared.removed), (1, 1));
}

#[test]
fn a_thousand_versions_of_a_posting_stay_under_two_megabytes() {
    let (folder, store) = new_store();
    let mut posting = sample::posting();
    store.save(&posting, "T").unwrap();
    let before = fs_size(&folder);
    let mut seed = 7_u64;
    for n in 0..1_000_i64 {
        // Each minute a sentence or two are written anew, now here, now there.
        for _ in 0..2 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let duties = posting.duties.items.len();
            let item = &mut posting.duties.items[(seed >> 33) as usize % duties];
            item.wording = Some(format!("Write sentence {n} anew, {:x} of them, with care and patience.", seed >> 20));
        }
        posting.changed = at(n * 61);
        store.save(&posting, "T").unwrap();
    }
    let all = store.versions(posting.id).unwrap().len();
    assert!(all >= 999, "{all}");
    let grown = fs_size(&folder) - before;
    assert!(grown < 2_000_000, "{grown} bytes");
    let oldest = store.versions(posting.id).unwrap().pop().unwrap();
    assert_eq!(store.version(posting.id, oldest.id).unwrap(), sample::posting());
    // What is thinned leaves the others whole.
    let far = at(400 * 86_400);
    let thinned = store.thin_versions(posting.id, far).unwrap();
    assert!(thinned > 990, "{thinned}");
    let left = store.versions(posting.id).unwrap();
    assert_eq!(left.len() + thinned, all);
    for version in left {
        store.version(posting.id, version.id).unwrap();
    }
}

fn fs_size(folder: &TempDir) -> i64 {
    let conn = Connection::open(folder.path().join("rolewright.sqlite3")).unwrap();
    conn.query_row("PRAGMA wal_checkpoint(truncate)", [], |_| Ok(())).unwrap();
    let pages: i64 = conn
        .query_row("SELECT page_count - freelist_count FROM pragma_page_count, pragma_freelist_count", [], |row| {
            row.get(0)
        })
        .unwrap();
    pages * 4096
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_version_that_is_listed_opens_as_it_was(
        steps in proptest::collection::vec(("[a-f ]{0,40}", 0..4_i64, any::<bool>()), 1..25), thin in any::<bool>()
    ) {
        let (_folder, store) = new_store();
        let id = sample::posting().id;
        let (mut now, mut kept) = (0, Vec::new());
        for (team, hours, by_hand) in steps {
            now += hours * 3_600 + 61;
            let posting = said(&team, now);
            store.save(&posting, "T").unwrap();
            if by_hand {
                kept.push((store.keep_version(id, VersionKind::Note, "", at(now)).unwrap(), posting));
            }
        }
        if thin {
            store.thin_versions(id, at(now + 40 * 86_400)).unwrap();
        }
        for version in store.versions(id).unwrap() {
            store.version(id, version.id).unwrap();
        }
        for (version, posting) in kept {
            prop_assert_eq!(store.version(id, version).unwrap(), posting);
        }
    }
}

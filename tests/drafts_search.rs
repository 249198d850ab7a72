//! Finding drafts: by words, by filters, in order, page by page.
#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "common/sample.rs"]
mod sample;

use rolewright::catalog::{Id, Track};
use rolewright::drafts::{DraftStore, Order, Page, Query, Save, Shelf, Status, StoreError};
use rolewright::posting::Posting;
use sample::{at, numbered};
use tempfile::TempDir;
use uuid::Uuid;

fn new_store() -> (TempDir, DraftStore) {
    let folder = tempfile::tempdir().unwrap();
    let store = DraftStore::open(folder.path()).unwrap();
    (folder, store)
}

fn words(words: &str) -> Query {
    Query { words: words.to_owned(), ..Query::default() }
}

fn titles(page: &Page) -> Vec<&str> {
    page.hits.iter().map(|hit| hit.draft.title.as_str()).collect()
}

fn put(store: &DraftStore, number: u32, title: &str, change: impl FnOnce(&mut Posting)) -> Uuid {
    let mut posting = numbered(number);
    change(&mut posting);
    store.save(&posting, title).unwrap();
    posting.id
}

/// Four drafts that differ in everything one can look for.
fn four() -> (TempDir, DraftStore) {
    let (folder, store) = new_store();
    put(&store, 1, "Senior Backend Engineer", |_| ());
    put(&store, 2, "Frontend Developer", |posting| {
        posting.company.name = "Köhler & Söhne".to_owned();
        posting.role.track = Track::Developer;
        posting.role.specialism = Id::new("frontend").unwrap();
        posting.locations.truncate(0);
    });
    put(&store, 3, "Engineer for C++ in Berlin", |posting| posting.locations.swap(0, 1));
    put(&store, 4, "Keeper of Lights", |posting| posting.company.about = "We look for a backend.".to_owned());
    (folder, store)
}

#[test]
fn every_word_must_be_there_as_a_beginning_anywhere_in_the_draft() {
    let (_folder, store) = four();
    assert_eq!(titles(&store.search(&words("sen back")).unwrap()), ["Senior Backend Engineer"]);
    assert_eq!(titles(&store.search(&words("kohler")).unwrap()), ["Frontend Developer"]);
    assert_eq!(titles(&store.search(&words("NL-3")).unwrap())[0], "Engineer for C++ in Berlin");
    assert_eq!(store.search(&words("theatres")).unwrap().total, 4);
    assert_eq!(store.search(&words("theatres nowhere")).unwrap().total, 0);
    assert_eq!(store.search(&words("ackend")).unwrap().total, 0, "the middle of a word");
    assert_eq!(store.search(&words(" -- ")).unwrap().total, 0, "no word at all");
}

#[test]
fn accents_and_case_make_no_difference_and_names_of_languages_stay_whole() {
    let (_folder, store) = four();
    assert_eq!(store.search(&words("lodz")).unwrap().total, 3);
    assert_eq!(titles(&store.search(&words("SOHNE")).unwrap()), ["Frontend Developer"]);
    assert_eq!(titles(&store.search(&words("c++")).unwrap()), ["Engineer for C++ in Berlin"]);
    assert_eq!(store.search(&words("\"c\" berlin")).unwrap().total, 0);
}

#[test]
fn the_best_come_first_title_before_headline_before_text() {
    let (_folder, store) = four();
    let page = store.search(&words("backend")).unwrap();
    assert_eq!(titles(&page), ["Senior Backend Engineer", "Keeper of Lights"]);
    let page = store.search(&words("berlin")).unwrap();
    assert_eq!(titles(&page)[0], "Engineer for C++ in Berlin");
    let reversed = store.search(&Query { reversed: true, ..words("berlin") }).unwrap();
    assert_eq!(titles(&reversed).last(), Some(&"Engineer for C++ in Berlin"));
}

#[test]
fn what_was_found_is_marked_in_title_and_text() {
    let (_folder, store) = four();
    let page = store.search(&words("backend")).unwrap();
    let (first, second) = (&page.hits[0], &page.hits[1]);
    assert_eq!(&first.draft.title[first.in_title[0].clone()], "Backend");
    let excerpt = second.excerpt.as_ref().unwrap();
    assert_eq!(&excerpt.text[excerpt.found[0].clone()], "backend");
    assert!(excerpt.text.contains("We look for a backend."), "{excerpt:?}");
    assert!(second.in_title.is_empty());
}

#[test]
fn a_save_is_found_at_once_and_what_it_replaced_is_not() {
    let (_folder, store) = new_store();
    let id = put(&store, 1, "Gardener", |_| ());
    assert_eq!(store.search(&words("gard")).unwrap().total, 1);
    put(&store, 1, "Florist", |_| ());
    assert_eq!(store.search(&words("gard")).unwrap().total, 0);
    assert_eq!(store.search(&words("flor")).unwrap().total, 1);
    store.trash(id, at(0)).unwrap();
    assert_eq!(store.search(&words("flor")).unwrap().total, 0);
    assert_eq!(store.search(&Query { shelf: Shelf::Trash, ..words("flor") }).unwrap().total, 1);
    store.delete_for_good(id).unwrap();
    assert_eq!(store.search(&Query { shelf: Shelf::Trash, ..words("flor") }).unwrap().total, 0);
    assert_eq!(store.unindexed().unwrap(), 0);
}

#[test]
fn the_words_of_the_document_are_searched_where_they_are_given() {
    let (_folder, store) = new_store();
    let posting = numbered(1);
    let text = Some("What you will do\nYou will learn Kubernetes with us.");
    let _saved = store.save_change(&Save { text, ..Save::new(&posting, "One") }).unwrap();
    let page = store.search(&words("kubern")).unwrap();
    assert!(page.hits[0].excerpt.as_ref().unwrap().text.contains("learn Kubernetes"));
}

#[test]
fn filters_narrow_and_any_of_several_will_do() {
    let (_folder, store) = four();
    let count = |query: Query| {
        let with_words = store.search(&Query { words: "theatres".to_owned(), ..query.clone() }).unwrap();
        let page = store.search(&query).unwrap();
        assert_eq!((page.total, page.hits.len()), (with_words.total, with_words.hits.len()), "{query:?}");
        assert_eq!(page.total, page.hits.len());
        page.total
    };
    let any = Query::default;
    store.set_status(&[numbered(1).id, numbered(2).id], Status::Published).unwrap();
    store.set_status(&[numbered(3).id], Status::Closed).unwrap();
    assert_eq!(count(any()), 4);
    assert_eq!(count(Query { statuses: vec![Status::Published], ..any() }), 2);
    assert_eq!(count(Query { statuses: vec![Status::Published, Status::Closed], ..any() }), 3);
    assert_eq!(count(Query { track: Some(Track::Developer), ..any() }), 1);
    assert_eq!(count(Query { specialisms: vec![Id::new("frontend").unwrap()], ..any() }), 1);
    assert_eq!(count(Query { company: Some("köhler & SÖHNE".to_owned()), ..any() }), 1);
    assert_eq!(count(Query { changed_since: Some(at(2)), changed_before: Some(at(4)), ..any() }), 2);
    let both = Query { statuses: vec![Status::Published], track: Some(Track::Engineer), ..any() };
    assert_eq!(count(both), 1);
}

#[test]
fn orders_and_pages_give_each_draft_once() {
    let (_folder, store) = new_store();
    for number in 0..25 {
        put(&store, number, &format!("{} Engineer", (b'A' + (number * 7 % 25) as u8) as char), |_| ());
    }
    for order in Order::ALL {
        for reversed in [false, true] {
            for typed in ["", "engineer"] {
                let query = Query { order, reversed, limit: 10, ..words(typed) };
                let mut all = Vec::new();
                for offset in [0, 10, 20] {
                    let page = store.search(&Query { offset, ..query.clone() }).unwrap();
                    assert_eq!((page.total, page.total_is_exact), (25, true));
                    all.extend(page.hits.into_iter().map(|hit| hit.draft));
                }
                let mut ids: Vec<_> = all.iter().map(|draft| draft.id).collect();
                ids.sort_unstable();
                ids.dedup();
                assert_eq!(ids.len(), 25, "{order:?}");
                let titles: Vec<_> = all.iter().map(|draft| draft.title.clone()).collect();
                if order == Order::Title {
                    assert!(titles.is_sorted_by(|a, b| (a <= b) != reversed), "{titles:?}");
                }
            }
        }
    }
}

#[test]
fn several_drafts_are_moved_together_or_not_at_all() {
    let (_folder, store) = four();
    let (known, unknown) = (numbered(1).id, Uuid::from_u128(77));
    assert!(matches!(store.archive(&[known, unknown], at(9)), Err(StoreError::NoSuchDraft { .. })));
    assert_eq!(store.search(&Query::default()).unwrap().total, 4);
    store.archive(&[known, numbered(2).id], at(9)).unwrap();
    assert_eq!(store.list().unwrap().len(), 2);
    let archive = Query { shelf: Shelf::Archive, ..Query::default() };
    let page = store.search(&archive).unwrap();
    assert_eq!((page.total, page.hits[0].draft.archived), (2, Some(at(9))));
    store.trash_all(&[known], at(10)).unwrap();
    assert_eq!(store.search(&archive).unwrap().total, 1);
    store.restore(known).unwrap();
    store.unarchive(&[known]).unwrap();
    assert_eq!(store.list().unwrap().len(), 3);
}

#[test]
fn the_trash_keeps_thirty_days() {
    let (_folder, store) = four();
    let day = 86_400;
    store.trash(numbered(1).id, at(0)).unwrap();
    store.trash(numbered(2).id, at(day)).unwrap();
    assert_eq!(store.purge_trash(at(30 * day - 1)).unwrap(), 0);
    assert_eq!(store.purge_trash(at(30 * day)).unwrap(), 1);
    assert_eq!(store.list_trash().unwrap()[0].id, numbered(2).id);
}

#[test]
fn companies_are_named_once_each() {
    let (_folder, store) = four();
    put(&store, 5, "One more", |posting| posting.company.name = "NORTHLIGHT systems".to_owned());
    assert_eq!(store.companies().unwrap().len(), 2);
}

#[test]
fn a_common_word_says_that_there_are_more() {
    let (_folder, store) = new_store();
    for number in 0..1_100 {
        put(&store, number, "Engineer", |_| ());
    }
    let page = store.search(&words("eng")).unwrap();
    assert_eq!((page.total, page.total_is_exact, page.unindexed), (64, true, 1_100 - 64));
    assert_eq!(store.index_pending(usize::MAX >> 1).unwrap(), 0);
    let page = store.search(&words("eng")).unwrap();
    assert_eq!((page.total, page.total_is_exact, page.unindexed), (1_000, false, 0));
    let page = store.search(&Query { order: Order::Title, offset: 1_090, ..words("eng") }).unwrap();
    assert_eq!((page.total, page.total_is_exact, page.hits.len()), (1_100, true, 10));
    assert_eq!(store.search(&words("nl-7 eng")).unwrap().hits[0].draft.reference, "NL-7");
}

#[test]
fn words_that_only_deleted_drafts_had_are_forgotten_with_the_days_work() {
    let (folder, store) = new_store();
    put(&store, 1, "Zymurgist", |_| ());
    put(&store, 2, "Zymologist", |posting| posting.company.about = "Fermentation in Reykjavik.".to_owned());
    store.index_pending(10).unwrap();
    let conn = rusqlite::Connection::open(folder.path().join("rolewright.sqlite3")).unwrap();
    let has = |word: &str| conn.prepare("SELECT 1 FROM term WHERE word = ?1").unwrap().exists([word]).unwrap();
    assert!(has("zymurgist") && has("reykjavik"));
    store.trash(numbered(2).id, at(0)).unwrap();
    store.purge_trash(at(1)).unwrap();
    assert!(has("reykjavik"), "in the trash it can be found");
    store.delete_for_good(numbered(2).id).unwrap();
    store.purge_trash(at(2)).unwrap();
    assert!(!has("reykjavik") && !has("zymologist") && has("zymurgist") && has("services"));
    assert_eq!(store.search(&words("zym")).unwrap().total, 1);
    assert_eq!(store.search(&words("reykj")).unwrap().total, 0);
    put(&store, 3, "Baker in Reykjavik", |_| ());
    assert_eq!(store.search(&words("reykj")).unwrap().total, 1);
    // Emptied or grown old, it is the same.
    store.trash(numbered(3).id, at(0)).unwrap();
    assert_eq!(store.purge_trash(at(40 * 86_400)).unwrap(), 1);
    assert!(!has("reykjavik"));
}

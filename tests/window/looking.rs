//! Stores to look at in the real window, by hand.

use std::path::PathBuf;

use rolewright::drafts::{DraftStore, Save, Status};

use crate::many::draft;

/// `ROLEWRIGHT_LOOK=FOLDER cargo test --test window a_hundred_thousand -- --ignored`, then
/// `rolewright --data-dir FOLDER`.
#[test]
#[ignore = "it makes a store of a hundred thousand drafts, which takes minutes"]
fn a_hundred_thousand_drafts_to_look_at() {
    let folder = PathBuf::from(std::env::var_os("ROLEWRIGHT_LOOK").expect("ROLEWRIGHT_LOOK names a folder"));
    let store = DraftStore::open(&folder).unwrap();
    for first in (0..100_000).step_by(1_000) {
        let many: Vec<_> = (first..first + 1_000).map(draft).collect();
        let saves: Vec<_> = many.iter().map(|(posting, title)| Save::new(posting, title)).collect();
        let _saved = store.save_many(&saves).unwrap();
    }
    while store.index_pending(1_000).unwrap() > 0 {}
    let every = |step, from: u32| -> Vec<_> { (from..100_000).step_by(step).map(|n| draft(n).0.id).collect() };
    store.set_status(&every(4, 0), Status::Published).unwrap();
    store.archive(&every(10, 3), crate::desk::clock()).unwrap();
    store.trash_all(&every(50, 7), crate::desk::clock()).unwrap();
}

//! The hiring kit: what every role's kit holds, how it follows the posting, how a person's changes
//! stay, and what its documents look like.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../common/mod.rs"]
mod common;

mod changes;
mod documents;
mod properties;
mod roles;

use std::sync::LazyLock;

use jiff::Timestamp;
use rolewright::catalog::{Catalog, Id, Level, Role, Strength, Track, load_built_in};
use rolewright::kit::{Entry, Kit, build};
use rolewright::posting::{Edit, EntryEdit, ItemEdit, KitEdit, KitList, List, Posting};
use uuid::Uuid;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| load_built_in("en"));

fn now() -> Timestamp {
    "2026-11-25T09:00:00Z".parse().unwrap()
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn posting(specialism: &str, track: Track, level: Level) -> Posting {
    Posting::new(Uuid::nil(), Role { specialism: id(specialism), track, level }, None, &CATALOG, now())
}

/// All 56: each specialism, track and level.
fn every_role() -> impl Iterator<Item = (String, Posting)> {
    CATALOG.specialisms.iter().flat_map(|specialism| {
        Track::ALL.into_iter().flat_map(move |track| {
            Level::ALL.into_iter().map(move |level| {
                let name = format!("{} {} {}", level.id(), specialism.id, track.id());
                (name, posting(specialism.id.as_str(), track, level))
            })
        })
    })
}

fn with(posting: &Posting, edits: impl IntoIterator<Item = Edit>) -> Posting {
    let mut posting = posting.clone();
    for edit in edits {
        edit.apply(&mut posting, &CATALOG, now()).unwrap();
    }
    posting
}

fn skill(name: &str, strength: Option<Strength>) -> Edit {
    Edit::Item { list: List::Skills, id: id(name), change: ItemEdit::Strength(strength) }
}

fn entry(list: KitList, name: &str, change: EntryEdit) -> Edit {
    Edit::Kit(KitEdit::Entry { list, id: id(name), change })
}

fn kit(posting: &Posting) -> Kit {
    build(posting, &CATALOG)
}

fn find<'a>(kit: &'a Kit, list: KitList, name: &str) -> Option<&'a Entry> {
    kit.entry(list, &id(name))
}

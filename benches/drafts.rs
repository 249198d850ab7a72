//! What the draft store costs: saving one change, listing a thousand drafts, opening one.
#![allow(clippy::unwrap_used, reason = "a bench")]

#[path = "../tests/common/sample.rs"]
mod sample;

use divan::{Bencher, black_box};
use rolewright::drafts::DraftStore;
use rolewright::drafts::posting_file::{from_bytes, to_bytes};
use rolewright::posting::Posting;
use rusqlite::Connection;
use tempfile::TempDir;

fn main() {
    divan::main();
}

/// A store in the target folder: the system's folder for temporary files may be in memory, and
/// what a save costs is the wait for the disk.
fn store_with(drafts: u32) -> (TempDir, DraftStore) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let store = DraftStore::open(folder.path()).unwrap();
    for number in 0..drafts {
        store.save(&sample::numbered(number), "Senior Backend Engineer").unwrap();
    }
    (folder, store)
}

#[divan::bench(args = [1, 1_000])]
fn save_one_change(bencher: Bencher<'_, '_>, drafts: u32) {
    let (_folder, store) = store_with(drafts);
    let mut number = 0_u32;
    let mut posting = sample::numbered(0);
    bencher.bench_local(|| {
        number += 1;
        posting.team = format!("Team {number}");
        store.save(&posting, "Senior Backend Engineer").unwrap();
    });
}

/// The least that a save could cost: the same bytes in a table of their own.
#[divan::bench]
fn save_the_same_bytes_in_bare_sqlite(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let conn = Connection::open(folder.path().join("bare.sqlite3")).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = wal; PRAGMA synchronous = full; CREATE TABLE t (k INTEGER PRIMARY KEY, v)",
    )
    .unwrap();
    let bytes = serde_json::to_vec(&sample::posting()).unwrap();
    bencher.bench_local(|| conn.execute("INSERT OR REPLACE INTO t VALUES (1, ?1)", [&bytes]).unwrap());
}

#[divan::bench]
fn list_1000(bencher: Bencher<'_, '_>) {
    let (_folder, store) = store_with(1_000);
    bencher.bench_local(|| store.list().unwrap());
}

#[divan::bench]
fn load_one_of_1000(bencher: Bencher<'_, '_>) {
    let (_folder, store) = store_with(1_000);
    let id = sample::numbered(500).id;
    bencher.bench_local(|| store.load(id).unwrap());
}

#[divan::bench]
fn open_with_1000_and_list(bencher: Bencher<'_, '_>) {
    let (folder, store) = store_with(1_000);
    drop(store);
    bencher.bench_local(|| DraftStore::open(folder.path()).unwrap().list().unwrap());
}

#[divan::bench]
fn make_a_new_store(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(|| tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap())
        .bench_local_values(|folder| (DraftStore::open(folder.path()).unwrap(), folder));
}

#[divan::bench]
fn write_a_file(bencher: Bencher<'_, '_>) {
    let posting: Posting = sample::posting();
    bencher.bench_local(|| to_bytes(black_box(&posting)));
}

#[divan::bench]
fn read_a_file(bencher: Bencher<'_, '_>) {
    let bytes = to_bytes(&sample::posting());
    bencher.bench_local(|| from_bytes(black_box(&bytes)).unwrap());
}

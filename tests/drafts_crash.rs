//! A program that saves is killed at any moment: the store opens clean, every save that was
//! acknowledged is there, and nothing half-written shows.
//!
//! `ROLEWRIGHT_KILLS` says how often; 500 without it.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "common/sample.rs"]
mod sample;

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use rolewright::drafts::{DraftStore, Query, Save, VersionKind};
use rolewright::posting::Posting;
use sample::at;
use uuid::Uuid;

const FOLDER: &str = "ROLEWRIGHT_TEST_CRASH_FOLDER";
const ROUND: &str = "ROLEWRIGHT_TEST_CRASH_ROUND";

/// How many threads save at once in the program that is killed, each with a store of its own.
const WRITERS: u64 = 3;

/// The draft of a writer in a round, in the state of its `step`: what it says is the same in
/// three places, so that half of one and half of another would show.
fn draft(round: u64, writer: u64, step: u64) -> Posting {
    let mut posting = sample::posting();
    posting.id = Uuid::from_u128(u128::from(round % 16) << 64 | u128::from(writer));
    let words = format!("round {round} writer {writer} step {step}");
    posting.team = words.clone();
    posting.reference = words.clone();
    posting.company.about = format!("{words}\n{}", "filling ".repeat((step as usize * 37) % 900));
    posting.changed = at((round * 10_000 + step * 31) as i64);
    posting
}

fn said(posting: &Posting) -> (u64, u64, u64) {
    let numbers: Vec<u64> = posting.team.split(' ').filter_map(|word| word.parse().ok()).collect();
    (numbers[0], numbers[1], numbers[2])
}

/// Not a test of its own: what the killed program does. It says each save after it was
/// acknowledged.
#[test]
fn as_the_program_that_is_killed() {
    let (Ok(folder), Ok(round)) = (std::env::var(FOLDER), std::env::var(ROUND)) else { return };
    let round: u64 = round.parse().unwrap();
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let folder = folder.clone();
            scope.spawn(move || {
                let store = DraftStore::open(Path::new(&folder)).unwrap();
                for step in 0.. {
                    let posting = draft(round, writer, step);
                    let text = Some(posting.team.as_str());
                    let _saved = store.save_change(&Save { text, ..Save::new(&posting, &posting.team) }).unwrap();
                    let mut out = std::io::stdout().lock();
                    writeln!(out, "saved {writer} {step}").and_then(|()| out.flush()).unwrap();
                    drop(out);
                    match step % 7 {
                        2 => drop(store.keep_version(posting.id, VersionKind::Note, "n", posting.changed).unwrap()),
                        4 => drop(store.search(&Query { words: "round".to_owned(), ..Query::default() }).unwrap()),
                        5 => drop(store.claim(posting.id, posting.changed).unwrap()),
                        6 => drop(store.thin_versions(posting.id, posting.changed).unwrap()),
                        _ => {}
                    }
                }
            });
        }
    });
}

#[test]
fn no_acknowledged_save_is_lost_however_the_program_ends() {
    let kills: u64 = std::env::var("ROLEWRIGHT_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(500);
    // Two stores at a time, to use the time in which one waits for its disk.
    std::thread::scope(|scope| {
        for lane in 0..2 {
            scope.spawn(move || kill_again_and_again(lane, kills.div_ceil(2)));
        }
    });
}

fn kill_again_and_again(lane: u64, kills: u64) {
    let folder = tempfile::tempdir().unwrap();
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64 ^ (lane + 1);
    let mut random = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    };
    let mut acknowledged: HashMap<u64, (u64, u64)> = HashMap::new();
    for round in 0..kills {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "as_the_program_that_is_killed", "--nocapture"])
            .env(FOLDER, folder.path())
            .env(ROUND, round.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // Some are killed while they open the store, most in the middle of saving.
        let reader = std::thread::spawn(move || lines.map_while(Result::ok).collect::<Vec<String>>());
        std::thread::sleep(Duration::from_micros(random() % 90_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut steps: HashMap<u64, u64> = HashMap::new();
        for line in reader.join().unwrap() {
            // The harness's own line may stand before the first, and the last may be cut off.
            let Some((_, numbers)) = line.split_once("saved ") else { continue };
            if let [Ok(writer), Ok(step)] = numbers.split(' ').map(str::parse).collect::<Vec<_>>()[..] {
                steps.insert(writer, step);
            }
        }
        for (writer, step) in steps {
            acknowledged.insert(round % 16 * WRITERS + writer, (round, step));
        }
        look(folder.path(), round, &acknowledged);
    }
    let store = DraftStore::open(folder.path()).unwrap();
    assert_eq!(store.check(&mut |_| true).unwrap(), Vec::<String>::new());
}

fn look(folder: &Path, round: u64, acknowledged: &HashMap<u64, (u64, u64)>) {
    let store = DraftStore::open(folder).unwrap();
    let list = store.list().unwrap();
    for draft_info in &list {
        let posting = store.load(draft_info.id).unwrap();
        let (at_round, writer, step) = said(&posting);
        // Nothing of one state and something of another.
        assert_eq!(posting, draft(at_round, writer, step), "round {round}");
        assert_eq!((&draft_info.title, &draft_info.reference), (&posting.team, &posting.reference));
        let key = at_round % 16 * WRITERS + writer;
        if let Some(least) = acknowledged.get(&key) {
            assert!(
                (at_round, step) >= *least,
                "round {round}: {least:?} was acknowledged, {at_round} {step} is there"
            );
        }
    }
    for (key, (at_round, step)) in acknowledged {
        let id = draft(*at_round, key % WRITERS, *step).id;
        assert!(list.iter().any(|draft| draft.id == id), "round {round}: a draft is missing");
    }
    // Reading every page takes longer than all the rest.
    if round.is_multiple_of(25) {
        assert_eq!(store.check(&mut |_| true).unwrap(), Vec::<String>::new(), "round {round}");
        for draft in &list {
            for version in store.versions(draft.id).unwrap() {
                let posting = store.version(draft.id, version.id).unwrap();
                let (at_round, writer, step) = said(&posting);
                assert_eq!(posting, self::draft(at_round, writer, step));
            }
        }
        store.last_open().unwrap();
    }
}

//! How the draft store grows: 1,000, 10,000 and 100,000 drafts of ordinary size.
//!
//! A table a size: opening with the first page, searching as one types (each keystroke is one
//! search), saving one change beside a bare SQLite transaction with the same bytes (the two take
//! turns, so that both meet the same disk), memory, and size on disk.
//!
//! `cargo bench --bench many_drafts -- 1000 10000 100000`; without numbers the first two.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench, whose result is what it prints")]

#[path = "../tests/common/many.rs"]
mod many;
#[path = "../tests/common/sample.rs"]
mod sample;

use std::time::{Duration, Instant};

use many::draft;
use rolewright::drafts::{DraftStore, Order, Query, Save, Shelf, Status, plain_text};
use rusqlite::Connection;

fn main() {
    let sizes: Vec<u32> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    for drafts in if sizes.is_empty() { vec![1_000, 10_000] } else { sizes } {
        measure(drafts);
    }
}

struct Times(Vec<Duration>);

impl Times {
    fn of(count: usize, mut work: impl FnMut(usize)) -> Self {
        Self((0..count).map(|n| timed(|| work(n))).collect())
    }

    fn say(&mut self, what: &str) {
        self.0.sort_unstable();
        let at = |share: f64| self.0[((self.0.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
        println!("  {what:44} {:9.2} {:9.2} {:9.2}", at(0.5), at(0.99), at(1.0));
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    work();
    begin.elapsed()
}

fn measure(drafts: u32) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let store = DraftStore::open(folder.path()).unwrap();
    let made = timed(|| {
        for first in (0..drafts).step_by(1_000) {
            let many: Vec<_> = (first..drafts.min(first + 1_000)).map(draft).collect();
            let saves: Vec<_> = many.iter().map(|(posting, title)| Save::new(posting, title)).collect();
            let _saved = store.save_many(&saves).unwrap();
        }
    });
    let indexed = timed(|| while store.index_pending(1_000).unwrap() > 0 {});
    let published: Vec<_> = (0..drafts).step_by(4).map(|number| draft(number).0.id).collect();
    store.set_status(&published, Status::Published).unwrap();
    drop(store);
    let kilobytes = std::fs::metadata(folder.path().join("rolewright.sqlite3")).unwrap().len() / 1024;
    println!("\n{drafts} drafts: made in {made:.1?}, brought into the index in {indexed:.1?},");
    println!("  {} MB on disk, {:.1} kB a draft", kilobytes / 1024, kilobytes as f64 / f64::from(drafts));
    println!("  {:44} {:>9} {:>9} {:>9}", "milliseconds", "median", "p99", "slowest");

    let before = memory();
    Times::of(50, |_| {
        let store = DraftStore::open(folder.path()).unwrap();
        assert_eq!(store.search(&Query { limit: 30, ..Query::default() }).unwrap().hits.len(), 30);
    })
    .say("open and read the first page");

    let store = DraftStore::open(folder.path()).unwrap();
    let page = |query: &Query| store.search(query).unwrap();
    let typed = [
        "senior backend engineer",
        "full stack dev",
        "lodz",
        "köln",
        "kohler sohne 17",
        "NL-4711",
        "services rely",
        "berlin staff",
        "theatres",
        "nothing such",
        "principal data engineer toronto",
        "you know your way",
        "team a",
    ];
    let keys: Vec<String> = typed
        .iter()
        .flat_map(|words| words.char_indices().map(|(at, c)| words[..at + c.len_utf8()].to_owned()))
        .collect();
    for query in &keys {
        page(&Query { words: query.clone(), limit: 30, ..Query::default() });
    }
    let rounds = 4;
    Times::of(keys.len() * rounds, |n| {
        page(&Query { words: keys[n % keys.len()].clone(), limit: 30, ..Query::default() });
    })
    .say("search, a keystroke");
    if let Ok(limit) = std::env::var("SLOW_MS") {
        for words in &keys {
            let took = timed(|| drop(page(&Query { words: words.clone(), limit: 30, ..Query::default() })));
            if took.as_millis() >= limit.parse().unwrap() {
                println!("      “{words}” {took:.1?}");
            }
        }
    }
    Times::of(keys.len(), |n| {
        let statuses = vec![Status::Published];
        page(&Query { words: keys[n].clone(), statuses, limit: 30, ..Query::default() });
    })
    .say("search, a keystroke, one status");
    Times::of(40, |n| {
        let order = [Order::Title, Order::Changed][n % 2];
        page(&Query { words: typed[n % typed.len()].to_owned(), order, limit: 30, ..Query::default() });
    })
    .say("search, by title or change");
    Times::of(100, |n| {
        let offset = drafts as usize * n / 100;
        page(&Query { offset, limit: 30, ..Query::default() });
    })
    .say("scroll: a page anywhere");
    Times::of(100, |n| {
        let offset = drafts as usize * n / 500;
        page(&Query { offset, limit: 30, statuses: vec![Status::Published], order: Order::Title, ..Query::default() });
    })
    .say("scroll: published, by title");
    Times::of(20, |_| drop(page(&Query { shelf: Shelf::Trash, ..Query::default() }))).say("the trash");
    println!("  {:44} {:9.1} MB more than before", "memory", (memory() - before) / 1e6);

    let bare = Connection::open(folder.path().join("bare.sqlite3")).unwrap();
    bare.execute_batch(
        "PRAGMA journal_mode = wal; PRAGMA synchronous = full; CREATE TABLE t (k INTEGER PRIMARY KEY, v, w)",
    )
    .unwrap();
    let (mut ours, mut theirs) = (Times(Vec::new()), Times(Vec::new()));
    for n in 0..400_u32 {
        let (mut posting, title) = draft((n * 7_919) % drafts.min(50));
        posting.team = format!("Team {n}");
        posting.changed = sample::at(100_000 + i64::from(n));
        let (bytes, words) = (serde_json::to_vec(&posting).unwrap(), plain_text(&posting));
        ours.0.push(timed(|| store.save(&posting, &title).unwrap()));
        theirs.0.push(timed(|| {
            bare.execute("INSERT OR REPLACE INTO t VALUES (?1, ?2, ?3)", (n % 50, &bytes, &words)).unwrap();
        }));
    }
    ours.say("save one change");
    theirs.say("the same bytes in bare SQLite");
}

/// What the program holds in memory, in bytes; 0 where that cannot be asked.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("RssAnon"));
    line.and_then(|line| line.split_whitespace().nth(1)).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(0.0) * 1024.0
}

//! How the draft store grows: 1,000, 10,000 and 100,000 drafts of ordinary size.
//!
//! A table a size: opening with the first page, searching as one types (each keystroke is one
//! search), saving one change beside a bare SQLite transaction with the same bytes (the two take
//! turns, so that both meet the same disk), memory, and size on disk; at the end, how each grows.
//! Each part is a process of its own, so that memory is that part's alone and nothing is warm
//! that would not be.
//!
//! `cargo bench --bench many_drafts -- 1000 10000 100000`; without numbers the first two. With
//! `KEEP=FOLDER` stores are made there once and used again. `SLOW_MS=16` names slow searches.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench, whose result is what it prints")]

#[path = "../tests/common/sample.rs"]
mod sample;

use std::fmt;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rolewright::catalog::Track;
use rolewright::drafts::{DraftStore, Order, Query, Save, Shelf, Status, plain_text};
use rolewright::posting::Posting;
use rusqlite::Connection;

/// Its name, and what it does with a store of so many drafts.
type Part = (&'static str, fn(&Path, u32));

/// The parts, each run in a process of its own, on a store that [`make`] made.
const PARTS: [Part; 4] = [("times", times), ("saving", saving), ("memory", memory), ("disk", disk)];

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let Some(at) = args.iter().position(|arg| arg == "--part") {
        let part = PARTS.iter().find(|part| part.0 == args[at + 1]).unwrap().1;
        return part(Path::new(&args[at + 2]), args[at + 3].parse().unwrap());
    }
    let sizes: Vec<u32> = args.iter().filter_map(|word| word.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 10_000] } else { sizes };
    let mut all: Vec<Vec<Line>> = Vec::new();
    for &drafts in &sizes {
        let room = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let kept = std::env::var_os("KEEP").map(|folder| Path::new(&folder).join(drafts.to_string()));
        let folder = kept.unwrap_or_else(|| room.path().to_owned());
        println!("\n{drafts} drafts");
        if !DraftStore::is_in(&folder) {
            make(&folder, drafts);
        }
        println!("  {:44} {:>10} {:>10} {:>10}", "", "median", "p99", "most");
        let mut lines = Vec::new();
        for (part, _) in PARTS {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["--part", part])
                .arg(&folder)
                .arg(drafts.to_string())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            for line in BufReader::new(child.stdout.take().unwrap()).lines() {
                let line = line.unwrap();
                match Line::read(&line) {
                    Some(line) => {
                        println!("{line}");
                        lines.push(line);
                    }
                    None => println!("{line}"),
                }
            }
            assert!(child.wait().unwrap().success(), "{part}");
        }
        all.push(lines);
    }
    let Some((last, before)) = all.split_last().filter(|(_, before)| !before.is_empty()) else { return };
    println!("\nHow each grows (p99, or the one number)");
    print!("  {:44}", "");
    sizes.iter().for_each(|size| print!(" {size:>10}"));
    println!();
    for (n, line) in last.iter().enumerate() {
        print!("  {:44}", format!("{}, {}", line.what, line.unit));
        for lines in before.iter().chain([last]) {
            print!(" {:>10.2}", lines[n].numbers[lines[n].numbers.len().min(2) - 1]);
        }
        println!();
    }
}

/// A line of the table, on its way from a part to the whole.
struct Line {
    what: String,
    unit: String,
    numbers: Vec<f64>,
}

impl Line {
    const MARK: &str = "line\t";

    fn say(what: &str, unit: &str, numbers: &[f64]) {
        let numbers: Vec<String> = numbers.iter().map(f64::to_string).collect();
        println!("{}{what}\t{unit}\t{}", Self::MARK, numbers.join("\t"));
    }

    fn read(line: &str) -> Option<Self> {
        let mut parts = line.strip_prefix(Self::MARK)?.split('\t').map(str::to_owned);
        let (what, unit) = (parts.next()?, parts.next()?);
        Some(Self { what, unit, numbers: parts.map(|number| number.parse().unwrap()).collect() })
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "  {:44}", self.what)?;
        self.numbers.iter().try_for_each(|number| write!(f, " {number:10.2}"))?;
        write!(f, " {}", self.unit)
    }
}

const LEVELS: [&str; 6] = ["Junior", "Senior", "Staff", "Lead", "Principal", "Intern"];
const FIELDS: [&str; 6] = ["Backend", "Frontend", "Full-Stack", "Platform", "Data", "Mobile"];
const TRACKS: [&str; 2] = ["Engineer", "Developer"];
const CITIES: [&str; 10] =
    ["Berlin", "Łódź", "Denver", "Dublin", "Köln", "Toronto", "Bengaluru", "Austin", "Malmö", "Zürich"];
const COMPANIES: [&str; 8] = [
    "Northlight Systems",
    "Corrib Instruments",
    "Köhler & Söhne",
    "Kaveri Learning",
    "Lantern Maps",
    "Shelfmark",
    "Harbor & Pine",
    "Acme",
];

/// One of many drafts, each with a title, place, company and team of its own.
fn draft(number: u32) -> (Posting, String) {
    let mut posting = sample::numbered(number);
    let pick = |words: &[&str], stride: u32| words[(number / stride) as usize % words.len()].to_owned();
    posting.locations[0].city = pick(&CITIES, 7);
    posting.company.name = format!("{} {}", pick(&COMPANIES, 3), number % 400);
    posting.team = format!("Team {:x}", number.wrapping_mul(2_654_435_761) >> 8);
    let title = format!("{} {} {}", pick(&LEVELS, 1), pick(&FIELDS, 5), pick(&TRACKS, 11));
    (posting, title)
}

struct Times(Vec<Duration>);

impl Times {
    fn of(count: usize, mut work: impl FnMut(usize)) -> Self {
        Self((0..count).map(|n| timed(|| work(n))).collect())
    }

    fn say(&mut self, what: &str) {
        self.0.sort_unstable();
        let at = |share: f64| self.0[((self.0.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
        Line::say(what, "ms", &[at(0.5), at(0.99), at(1.0)]);
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    work();
    begin.elapsed()
}

/// Fills a store: a quarter of the drafts is published.
fn make(folder: &Path, drafts: u32) {
    let store = DraftStore::open(folder).unwrap();
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
    println!("  made in {made:.1?}, brought into the index in {indexed:.1?}");
}

/// What somebody types.
const TYPED: [&str; 13] = [
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

/// What is looked for while that is typed.
fn keys() -> Vec<String> {
    let keys = |words: &'static str| words.char_indices().map(|(at, c)| words[..at + c.len_utf8()].to_owned());
    TYPED.into_iter().flat_map(keys).collect()
}

fn times(folder: &Path, drafts: u32) {
    Times::of(50, |_| {
        let store = DraftStore::open(folder).unwrap();
        assert_eq!(store.search(&Query { limit: 30, ..Query::default() }).unwrap().hits.len(), 30);
    })
    .say("open and read the first page");

    let store = DraftStore::open(folder).unwrap();
    let page = |query: &Query| drop(store.search(query).unwrap());
    let keys = keys();
    let each_key = |what: &str, rounds: usize, rest: &dyn Fn() -> Query| {
        Times::of(keys.len() * rounds, |n| {
            let query = Query { words: keys[n % keys.len()].clone(), limit: 30, ..rest() };
            let took = timed(|| page(&query));
            if std::env::var("SLOW_MS").is_ok_and(|limit| took.as_millis() >= limit.parse().unwrap()) {
                println!("      “{}” {took:.1?}", query.words);
            }
        })
        .say(what);
    };
    each_key("search, a keystroke", 4, &Query::default);
    each_key("search, a keystroke, one status", 2, &|| Query { statuses: vec![Status::Published], ..Query::default() });
    each_key("search, a keystroke, by title", 2, &|| Query { order: Order::Title, ..Query::default() });
    each_key("search, a keystroke, by change", 2, &|| Query { order: Order::Changed, ..Query::default() });
    each_key("search, a keystroke, developers by company", 1, &|| Query {
        track: Some(Track::Developer),
        order: Order::Company,
        ..Query::default()
    });
    // Somebody saves while somebody looks.
    let (posting, title) = draft(1);
    let mut after_save = Times(Vec::new());
    for n in 0..100 {
        store.save(&Posting { team: format!("Team {n}"), ..posting.clone() }, &title).unwrap();
        let query = Query { words: keys[n % keys.len()].clone(), order: Order::Title, limit: 30, ..Query::default() };
        after_save.0.push(timed(|| page(&query)));
    }
    after_save.say("search by title right after a save");
    let pages = |what: &str, rest: &dyn Fn() -> Query| {
        Times::of(100, |n| page(&Query { offset: drafts as usize * n / 400, limit: 30, ..rest() })).say(what);
    };
    pages("scroll: a page anywhere", &Query::default);
    pages("scroll: published, by title", &|| Query {
        statuses: vec![Status::Published],
        order: Order::Title,
        ..Query::default()
    });
    Times::of(20, |_| page(&Query { shelf: Shelf::Trash, ..Query::default() })).say("the trash");
}

fn saving(folder: &Path, drafts: u32) {
    let store = DraftStore::open(folder).unwrap();
    let bare = Connection::open(folder.join("bare.sqlite3")).unwrap();
    bare.execute_batch(
        "PRAGMA journal_mode = wal; PRAGMA synchronous = full; CREATE TABLE IF NOT EXISTS t (k INTEGER PRIMARY KEY, v, w)",
    )
    .unwrap();
    let (mut ours, mut theirs) = (Times(Vec::new()), Times(Vec::new()));
    // Somebody types for a quarter of an hour, a save every 0.8 s, and a version every minute; as
    // the window does, the store tidies up in a pause now and then.
    for n in 0..1_200_u32 {
        let (mut posting, title) = draft(drafts / 2);
        posting.team = format!("Team {n}");
        posting.changed = sample::at(100_000) + jiff::SignedDuration::from_millis(i64::from(n) * 800);
        let (bytes, words) = (serde_json::to_vec(&posting).unwrap(), plain_text(&posting));
        ours.0.push(timed(|| store.save(&posting, &title).unwrap()));
        theirs.0.push(timed(|| {
            bare.execute("INSERT OR REPLACE INTO t VALUES (?1, ?2, ?3)", (n % 50, &bytes, &words)).unwrap();
        }));
        if n % 40 == 39 {
            store.index_pending(64).unwrap();
        }
    }
    ours.say("save one change");
    theirs.say("the same bytes in bare SQLite");
    let at = |times: &Times, share: f64| times.0[((times.0.len() - 1) as f64 * share) as usize].as_secs_f64();
    let ratios = [0.5, 0.99, 1.0].map(|share| at(&ours, share) / at(&theirs, share));
    Line::say("the one against the other", "times", &ratios);
}

/// What a program has that opens the store, looks at it and searches.
fn memory(folder: &Path, _drafts: u32) {
    let begin = of_status("RssAnon");
    let store = DraftStore::open(folder).unwrap();
    store.search(&Query { limit: 30, ..Query::default() }).unwrap();
    Line::say("memory: the first page", "MB", &[of_status("RssAnon") - begin]);
    for words in keys() {
        for order in [Order::Best, Order::Title] {
            store.search(&Query { words: words.clone(), order, limit: 30, ..Query::default() }).unwrap();
        }
    }
    Line::say("memory: after many searches", "MB", &[of_status("RssAnon") - begin]);
    Line::say("memory: the most, the program included", "MB", &[of_status("VmHWM")]);
}

fn disk(folder: &Path, drafts: u32) {
    let bytes = std::fs::metadata(folder.join("rolewright.sqlite3")).unwrap().len() as f64;
    Line::say("disk", "MB", &[bytes / 1e6]);
    Line::say("disk, a draft", "kB", &[bytes / 1e3 / f64::from(drafts)]);
}

/// A number of this process from Linux's own account, in megabytes.
fn of_status(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(name));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)).and_then(|number| number.parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) * 1024.0 / 1e6
}

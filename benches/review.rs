//! The review, which runs after every keystroke: 1 ms at most for 1,000 words, spelling 1 ms more.
//!
//! `cargo bench --bench review`. With `ROLEWRIGHT_POSTINGS=DIR` the texts of a folder are reviewed
//! as well, and what that is in documents and megabytes a second is said.

#![allow(clippy::print_stdout, reason = "a bench, whose result is what it prints")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Instant;

use jiff::civil::{Date, date};
use rolewright::catalog::Catalog;
use rolewright::document::build;
use rolewright::posting::{Edit, Posting, TextField};
use rolewright::review::{Request, Reviewer, Speller, text};

static CATALOG: LazyLock<Catalog> = LazyLock::new(common::catalog);
static REVIEWER: LazyLock<Reviewer> = LazyLock::new(|| Reviewer::new(&CATALOG));
static SPELLER: LazyLock<Option<Speller>> = LazyLock::new(|| Speller::new("en-US"));
static NONE: BTreeSet<String> = BTreeSet::new();
const TODAY: Date = date(2026, 11, 25);

fn main() {
    divan::main();
    corpus();
}

/// A posting of a thousand words: one that says much, with a text about the company that fills it up.
fn thousand_words() -> Posting {
    let (_, mut posting) =
        common::eight().into_iter().find(|(name, _)| *name == "backend-engineer").expect("one of the eight");
    let now = posting.changed;
    let mut about = String::new();
    loop {
        let document = build(&posting, &CATALOG);
        let words = REVIEWER.review(&Request::of(&posting, &document, &CATALOG, TODAY)).measures.words;
        if words >= 1_000 {
            return posting;
        }
        about.push_str(
            "Northlight makes booking software for small theatres, and forty people in two towns look after it.",
        );
        about.push_str(if words.is_multiple_of(3) { "\n\n" } else { " " });
        Edit::Text(TextField::AboutCompany, about.clone())
            .apply(&mut posting, &CATALOG, now)
            .expect("a text is always taken");
    }
}

#[divan::bench(args = [false, true])]
fn review_a_posting_of_a_thousand_words(bencher: divan::Bencher<'_, '_>, spelling: bool) {
    let posting = thousand_words();
    let document = build(&posting, &CATALOG);
    let speller = if spelling { SPELLER.as_ref() } else { None };
    let request = Request { speller, own_words: &NONE, ..Request::of(&posting, &document, &CATALOG, TODAY) };
    assert!((1_000..1_020).contains(&REVIEWER.review(&request).measures.words));
    bencher.bench(|| REVIEWER.review(&request));
}

#[divan::bench(args = ["fullstack-developer", "backend-engineer", "fullstack-engineer"])]
fn review_a_posting(bencher: divan::Bencher<'_, '_>, name: &str) {
    let (_, posting) = common::eight().into_iter().find(|(known, _)| *known == name).expect("one of the eight");
    let document = build(&posting, &CATALOG);
    let request = Request::of(&posting, &document, &CATALOG, TODAY);
    bencher.bench(|| REVIEWER.review(&request));
}

#[divan::bench]
fn prepare_the_rules(bencher: divan::Bencher<'_, '_>) {
    bencher.bench(|| Reviewer::new(&CATALOG));
}

#[divan::bench]
fn read_a_dictionary(bencher: divan::Bencher<'_, '_>) {
    bencher.bench(|| Speller::new("en-US"));
}

/// All texts of a folder, one after the other on one core, the best of five rounds.
fn corpus() {
    let Some(folder) = std::env::var_os("ROLEWRIGHT_POSTINGS").map(PathBuf::from) else { return };
    let texts = texts(&folder);
    let bytes: usize = texts.iter().map(String::len).sum();
    for (name, speller) in [("without spelling", None), ("with spelling", SPELLER.as_ref())] {
        let round = || {
            let begun = Instant::now();
            for words in &texts {
                let request = Request::of_text(text::passages(words), "en-US", &CATALOG, TODAY);
                black_box(REVIEWER.review(&Request { speller, own_words: &NONE, ..request }));
            }
            begun.elapsed().as_secs_f64()
        };
        let best = (0..5).map(|_| round()).fold(f64::INFINITY, f64::min);
        let (count, megabytes) = (texts.len() as f64, bytes as f64 / 1e6);
        println!(
            "{} texts, {megabytes:.2} MB, {name}: {:.0} documents a second, {:.1} MB a second, {:.2} ms a text",
            texts.len(),
            count / best,
            megabytes / best,
            best * 1e3 / count,
        );
    }
}

fn texts(folder: &Path) -> Vec<String> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    paths.iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect()
}

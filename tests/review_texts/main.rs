//! The review of plain texts, held against independent counts. The ten postings in
//! `tests/fixtures/postings` are always read; with `ROLEWRIGHT_POSTINGS=DIR` every `.txt` of a
//! folder is.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test stops where it fails, and says what it counted")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use rolewright::catalog::load_built_in;
use rolewright::review::{Request, Reviewer, text};

/// The postings by name.
fn postings() -> BTreeMap<String, String> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/postings");
    let folder = std::env::var_os("ROLEWRIGHT_POSTINGS").map_or(fixtures, PathBuf::from);
    let mut texts = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            texts.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
    assert!(!texts.is_empty());
    texts
}

/// `textstat.tsv` has, for each posting, what textstat 0.7.8 for Python says: reading grade, words,
/// sentences, syllables. Every line was given a full stop if it had none, so that bullets are
/// sentences, and dots inside words and abbreviations were taken out, as textstat ends a sentence at
/// each (`Node.js`, `e.g.`).
#[test]
fn the_reading_grade_is_near_textstats_on_nine_in_ten() {
    let catalog = load_built_in("en");
    let reviewer = Reviewer::new(&catalog);
    let theirs: BTreeMap<&str, f64> = include_str!("textstat.tsv")
        .lines()
        .map(|line| {
            let mut cells = line.split('\t');
            (cells.next().unwrap(), cells.next().unwrap().parse().unwrap())
        })
        .collect();
    let mut differences = Vec::new();
    for (name, words) in postings() {
        let Some(theirs) = theirs.get(name.as_str()) else { continue };
        let request = Request::of_text(text::passages(&words), "en-US", &catalog, date(2026, 11, 25));
        let ours = reviewer.review(&request).measures.grade_of_all_words.unwrap();
        differences.push((ours - theirs, name));
    }
    let near = differences.iter().filter(|(difference, _)| difference.abs() <= 0.5).count();
    let mean = differences.iter().map(|(difference, _)| difference).sum::<f64>() / differences.len() as f64;
    println!("{near} of {} within 0.5; mean difference {mean:.3}", differences.len());
    differences.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert!(near * 10 >= differences.len() * 9, "{differences:?}");
}

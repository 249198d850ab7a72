//! A document from a posting: it happens at every key, so it may take 100 µs at most.

#[path = "../tests/common/mod.rs"]
mod common;

use rolewright::document::{Document, LocaleFormat, build};
use rolewright::posting::{Country, PostingLocale};

fn main() {
    divan::main();
}

/// From the shortest posting to the one that says everything.
#[divan::bench(args = ["fullstack-developer", "backend-engineer", "fullstack-engineer"])]
fn build_a_document(bencher: divan::Bencher<'_, '_>, name: &str) {
    let catalog = common::catalog();
    let (_, posting) = common::eight().into_iter().find(|(known, _)| *known == name).expect("one of the eight");
    bencher.bench(|| build(&posting, &catalog));
}

#[divan::bench]
fn count_its_words(bencher: divan::Bencher<'_, '_>) {
    let catalog = common::catalog();
    let (_, posting) = common::eight().pop().expect("there are eight");
    let document: Document = build(&posting, &catalog);
    bencher.bench(|| document.stats());
}

/// More locales in turn than are kept: each is made anew.
#[divan::bench]
fn make_the_formatters_of_a_locale(bencher: divan::Bencher<'_, '_>) {
    let regions = ["US", "GB", "DE", "FR", "IN", "CA", "IE", "AT", "CH", "SE"];
    let locales = regions
        .map(|region| PostingLocale { language: "en".to_owned(), region: Country::new(region).expect("a country") });
    let mut turn = locales.iter().cycle();
    bencher.bench_local(|| turn.next().map(LocaleFormat::new));
}

//! The review over many postings: any posting and any text, and every new posting of the templates.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../common/arbitrary.rs"]
mod arbitrary;
mod properties;
mod templates;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use rolewright::catalog::{Catalog, load_built_in};
use rolewright::document::build;
use rolewright::posting::Posting;
use rolewright::review::{Request, Review, Reviewer, Speller};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| load_built_in("en"));
static REVIEWER: LazyLock<Reviewer> = LazyLock::new(|| Reviewer::new(&CATALOG));
static SPELLER: LazyLock<Speller> = LazyLock::new(|| Speller::new("en-US").unwrap());
const TODAY: Date = date(2026, 11, 25);

/// A posting's review with every rule on, spelling among them.
fn review(posting: &Posting) -> Review {
    let document = build(posting, &CATALOG);
    let own_words = BTreeSet::new();
    let request =
        Request { speller: Some(&SPELLER), own_words: &own_words, ..Request::of(posting, &document, &CATALOG, TODAY) };
    REVIEWER.review(&request)
}

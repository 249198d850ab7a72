//! Countries by name, for choosing. Made once: there are 250, and every frame shows them.

use std::sync::OnceLock;

use crate::catalog::Words;
use crate::document::country_name;
use crate::posting::{Country, PostingLocale};

static ALL: OnceLock<Vec<(Country, String)>> = OnceLock::new();

/// All countries by the name a posting gives them, in its order.
pub fn countries() -> &'static [(Country, String)] {
    ALL.get_or_init(|| named(&Words::default()))
}

/// Takes the names from the templates. Once, when the window is made.
pub fn name_countries(words: &Words) {
    // A second window of a test has the same templates.
    let _ = ALL.set(named(words));
}

/// Languages and regions that postings can be in. The words are English everywhere.
pub fn locales() -> &'static [(PostingLocale, String)] {
    static ALL: OnceLock<Vec<(PostingLocale, String)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let locale = |region| PostingLocale { language: "en".to_owned(), region };
        countries().iter().map(|(country, name)| (locale(*country), format!("English ({name})"))).collect()
    })
}

fn named(words: &Words) -> Vec<(Country, String)> {
    let mut all: Vec<(Country, String)> = rust_iso3166::ALL
        .iter()
        .filter_map(|entry| Country::new(entry.alpha2).ok())
        .map(|country| (country, country_name(country, words).into_owned()))
        .collect();
    all.sort_by(|a, b| a.1.cmp(&b.1));
    all
}

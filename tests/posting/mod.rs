//! What the tests of postings share: a small catalogue and a posting to begin with.

use std::sync::LazyLock;

use jiff::Timestamp;
use rolewright::catalog::{Catalog, Id, Level, Role, Track, load_from_texts};
use rolewright::posting::{Company, CompanyProfile, Country, Location, Posting, PostingLocale};
use uuid::Uuid;

pub static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let loaded = load_from_texts(&[("catalog.toml", include_str!("catalog.toml"))]);
    assert_eq!(loaded.faults, []);
    loaded.catalog
});

pub fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// A time so many milliseconds after the posting was begun.
pub fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(1_790_000_000_000 + milliseconds).unwrap()
}

pub fn profile() -> CompanyProfile {
    CompanyProfile {
        company: Company { name: "Acme".to_owned(), about: "We make things.\nGood ones.".to_owned(), logo: None },
        benefits: vec!["Thirty days off.".to_owned(), " ".to_owned()],
        statement: String::new(),
        adjustments_contact: String::new(),
        apply_email: "jobs@example.com".to_owned(),
        apply_link: String::new(),
        location: Location { city: "Berlin".to_owned(), region: String::new(), country: Country::new("DE").ok() },
        currency: None,
        locale: PostingLocale { language: "en".to_owned(), region: Country::new("DE").unwrap() },
        employees: None,
    }
}

/// A backend posting of Acme in Berlin.
pub fn begin(track: Track, level: Level) -> Posting {
    let role = Role { specialism: id("backend"), track, level };
    Posting::new(Uuid::nil(), role, Some(&profile()), &CATALOG, at(0))
}

//! What we propose must pass our own review.

use iso_currency::Currency;
use jiff::Timestamp;
use rolewright::catalog::{Level, Role, Track};
use rolewright::posting::{Country, Edit, Location, PayEdit, Posting, TextField};
use rolewright::review::Severity;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{CATALOG, review};

/// Places whose law asks no more than pay of a posting, or nothing.
const PLACES: [(&str, &str, &str); 5] = [
    ("Austin", "Texas", "US"),
    ("San Francisco", "California", "US"),
    ("London", "", "GB"),
    ("Berlin", "", "DE"),
    ("Vancouver", "British Columbia", "CA"),
];

/// A new posting with what only the recruiter knows: company, place, pay, where to apply.
fn filled_in(role: Role, place: (&str, &str, &str)) -> Posting {
    let now: Timestamp = "2026-11-25T09:00:00Z".parse().unwrap();
    let mut posting = Posting::new(Uuid::nil(), role, None, &CATALOG, now);
    let (city, region, country) = place;
    let place = Location { city: city.into(), region: region.into(), country: Country::new(country).ok() };
    for edit in [
        Edit::Text(TextField::Company, "Northlight Systems".into()),
        Edit::Text(TextField::ApplyLink, "https://example.org/jobs/17".into()),
        Edit::Locations(vec![place]),
        Edit::Pay(PayEdit::Currency(Currency::USD)),
        Edit::Pay(PayEdit::Min(Some(Decimal::from(142_000)))),
        Edit::Pay(PayEdit::Max(Some(Decimal::from(168_000)))),
    ] {
        edit.apply(&mut posting, &CATALOG, now).unwrap();
    }
    posting
}

#[test]
fn a_new_posting_with_the_facts_filled_in_has_nothing_above_consider() {
    let mut faults = Vec::new();
    let mut considered = 0;
    let mut postings = 0;
    for role in roles() {
        for place in PLACES {
            let name = format!("{} {} {}, {}", role.specialism, role.track.id(), role.level.id(), place.0);
            let review = review(&filled_in(role.clone(), place));
            postings += 1;
            considered += review.open().count();
            let open = review.open().filter(|found| found.severity < Severity::Consider);
            faults.extend(open.map(|found| format!("{name}: {} [{}]", found.title, found.rule)));
        }
    }
    assert_eq!(postings, 56 * PLACES.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(considered <= 4 * postings, "{considered} things to consider in {postings} new postings are too many");
}

/// Colorado's law asks for benefits and a deadline, which only the employer knows: nothing we
/// could propose would be honest. Those two are told, and nothing else.
#[test]
fn where_the_law_asks_for_what_only_the_employer_knows_that_alone_is_told() {
    for role in roles() {
        let review = review(&filled_in(role, ("Denver", "Colorado", "US")));
        let mut rules: Vec<&str> =
            review.open().filter(|found| found.severity < Severity::Consider).map(|found| found.rule).collect();
        rules.sort_unstable();
        assert_eq!(rules, ["law-benefits", "law-deadline"]);
    }
}

/// Every specialism, track and level.
fn roles() -> Vec<Role> {
    let mut roles = Vec::new();
    for specialism in &CATALOG.specialisms {
        for track in Track::ALL {
            roles.extend(Level::ALL.map(|level| Role { specialism: specialism.id.clone(), track, level }));
        }
    }
    roles
}

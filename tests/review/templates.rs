//! What we propose must pass our own review.

use iso_currency::Currency;
use jiff::Timestamp;
use rolewright::catalog::{Id, Level, Role, Track};
use rolewright::posting::{Country, Edit, Location, PayEdit, Posting, TextField};
use rolewright::review::Severity;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{CATALOG, review};

/// A new posting with what only the recruiter knows: company, place, pay, where to apply.
fn filled_in(role: Role) -> Posting {
    let now: Timestamp = "2026-11-25T09:00:00Z".parse().unwrap();
    let mut posting = Posting::new(Uuid::nil(), role, None, &CATALOG, now);
    let place = Location { city: "Denver".into(), region: "Colorado".into(), country: Country::new("US").ok() };
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
    for specialism in &CATALOG.specialisms {
        for track in Track::ALL {
            for level in Level::ALL {
                let role = Role { specialism: Id::new(specialism.id.as_str()).unwrap(), track, level };
                let name = format!("{} {} {}", role.specialism, track.id(), level.id());
                let review = review(&filled_in(role));
                postings += 1;
                considered += review.open().count();
                let open = review.open().filter(|found| found.severity < Severity::Consider);
                faults.extend(open.map(|found| format!("{name}: {} [{}]", found.title, found.rule)));
            }
        }
    }
    assert_eq!(postings, 56);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(considered <= 4 * postings, "{considered} things to consider in {postings} new postings are too many");
}

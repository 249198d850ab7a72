//! Every law of the templates, held against postings; and postings for the rules' own tests.

use rust_decimal::Decimal;

use crate::catalog::{Asked, PayLaw, Told};
use crate::posting::{
    Closing, Country, Edit, List, Location, PayEdit, PayPeriod, Posting, Prose, TextField, WorkModel,
};
use crate::review::fixture::{catalog, edited, found_by, posting};
use crate::review::{Employer, Severity};

/// A new posting for a place.
pub(super) fn at(city: &str, region: &str, country: &str) -> Posting {
    let country = Country::new(country).ok();
    let place = Location { city: city.to_owned(), region: region.to_owned(), country };
    edited(posting(), [Edit::Locations(vec![place])])
}

/// A new posting for remote work from some places.
pub(super) fn remote(within: &str) -> Posting {
    edited(posting(), [Edit::WorkModel(Some(WorkModel::Remote { within: within.to_owned() }))])
}

/// The posting with pay.
pub(super) fn pays(posting: Posting, min: Option<u32>, max: Option<u32>, period: PayPeriod) -> Posting {
    let (min, max) = (min.map(Decimal::from), max.map(Decimal::from));
    let edits = [PayEdit::Min(min), PayEdit::Max(max), PayEdit::Period(period)];
    edited(posting, edits.map(Edit::Pay))
}

/// The posting with a range of pay.
pub(super) fn paid(posting: Posting) -> Posting {
    pays(posting, Some(142_000), Some(168_000), PayPeriod::Year)
}

/// The posting with a benefit.
pub(super) fn benefits(posting: Posting) -> Posting {
    let text = "Health insurance and thirty days off.".to_owned();
    edited(posting, [Edit::AddOwn { list: List::Benefits, text, strength: crate::catalog::Strength::Must }])
}

/// A posting in the place of a law, from an employer that is large enough for it.
fn posting_there(law: &PayLaw) -> (Posting, Employer) {
    let region = law.regions.first().map(String::as_str).unwrap_or_default();
    (at("", region, &law.countries[0]), Employer { employees: Some(law.employees) })
}

/// The rules that speak of what laws ask.
const RULES: [&str; 7] =
    ["law-pay", "law-benefits", "law-deadline", "law-apply", "law-vacancy", "law-ai-screening", "law-fair-chance"];

#[test]
fn every_law_finds_a_posting_without_pay_and_names_its_statute() {
    let mut seen = 0;
    for law in catalog().review.pay_laws.iter().filter(|law| law.asks.contains(&Asked::Pay)) {
        let (posting, employer) = posting_there(law);
        let found = found_by("law-pay", &posting, employer);
        assert_eq!(found.len(), 1, "{}: {found:?}", law.id);
        let expected = match (law.told, law.in_force, law.check) {
            _ if law.id.as_str() == "delaware" => Severity::Consider,
            (Told::InPosting, true, false) => Severity::Must,
            (Told::InPosting, true, true) | (Told::BeforeInterview, true, _) => Severity::Should,
            _ => Severity::Consider,
        };
        assert_eq!(found[0].severity, expected, "{}", law.id);
        let source = &found[0].source.text;
        assert!(source.contains(&law.statute) && source.ends_with("Not legal advice."), "{source}");
        assert!(source.contains("Last checked 25 November 2026."), "{source}");
        assert_eq!(source.contains("one source only; check it"), law.check, "{source}");
        seen += 1;
    }
    assert_eq!(seen, 24);
}

#[test]
fn every_law_is_content_with_a_posting_that_says_it_all() {
    for law in &catalog().review.pay_laws {
        let (posting, employer) = posting_there(law);
        let said = "This is for an existing vacancy. No artificial intelligence is used to screen. We consider people with \
                    criminal records.";
        let posting = edited(
            benefits(paid(posting)),
            [
                Edit::Closing(Closing::UntilFilled),
                Edit::Text(TextField::ApplyLink, "https://northlight.example/jobs".to_owned()),
                Edit::Prose(Prose::Summary, Some(said.to_owned())),
            ],
        );
        for rule in RULES {
            let found = found_by(rule, &posting, employer);
            assert!(found.is_empty(), "{}: {found:?}", law.id);
        }
    }
}

#[test]
fn a_law_leaves_smaller_employers_alone_and_says_what_decides_if_the_size_is_unknown() {
    for law in catalog().review.pay_laws.iter().filter(|law| law.employees > 1 && law.asks.contains(&Asked::Pay)) {
        let (posting, _) = posting_there(law);
        let smaller = Employer { employees: Some(law.employees - 1) };
        assert!(found_by("law-pay", &posting, smaller).is_empty(), "{}", law.id);
        let unknown = found_by("law-pay", &posting, Employer::default());
        assert!(unknown[0].severity >= Severity::Should, "{}", law.id);
        assert!(unknown[0].reason.contains(&format!("{} people or more", law.employees)), "{}", unknown[0].reason);
    }
}

#[test]
fn a_law_to_come_is_told_with_its_day() {
    let found = found_by("law-pay", &at("Dover", "Delaware", "US"), Employer { employees: Some(26) });
    assert_eq!(found[0].severity, Severity::Consider);
    assert!(found[0].reason.starts_with("From 26 September 2027, Delaware"), "{}", found[0].reason);
}

#[test]
fn a_place_that_is_only_likely_is_no_violation() {
    let found = found_by("law-pay", &at("Denver", "CO", ""), Employer::default());
    assert_eq!(found[0].severity, Severity::Should);
}

#[test]
fn two_places_are_two_findings() {
    let place = |city: &str, region: &str| Location {
        city: city.to_owned(),
        region: region.to_owned(),
        country: Some(Country::US),
    };
    let both = edited(posting(), [Edit::Locations(vec![place("Denver", "CO"), place("Baltimore", "MD")])]);
    let found = found_by("law-pay", &both, Employer::default());
    assert_eq!(found.len(), 2);
    assert_ne!(found[0].about, found[1].about);
}

#[test]
fn sentences_about_laws_read_well() {
    for law in &catalog().review.pay_laws {
        let (posting, _) = posting_there(law);
        for rule in RULES {
            for finding in found_by(rule, &posting, Employer::default()) {
                let reason = &finding.reason;
                assert!(reason.ends_with('.') && !reason.contains("  "), "{reason}");
                assert!(reason.starts_with(char::is_uppercase) && !finding.source.text.contains(".."), "{finding:?}");
            }
        }
    }
}

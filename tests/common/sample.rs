//! One posting of ordinary size, built by hand, and copies of it that differ.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses a part of it; what fails here is a fault of the test"
)]

use std::collections::BTreeSet;

use iso_currency::Currency;
use jiff::Timestamp;
use rolewright::catalog::{Id, Level, Role, Strength, Track};
use rolewright::posting::*;
use rust_decimal::Decimal;
use uuid::Uuid;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// A time on the morning of 2 November 2026, `seconds` after ten.
pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_793_613_600 + seconds).unwrap()
}

fn list(prefix: &str, count: usize, on: usize) -> ItemList {
    let items = (0..count).map(|n| Item {
        id: id(&format!("{prefix}-{n}")),
        own: n % 9 == 8,
        strength: (n < on).then_some(if n % 4 == 3 { Strength::Nice } else { Strength::Must }),
        by_hand: n % 5 == 0,
        label: format!("Label {n} of {prefix}"),
        ours: format!("You have built services of kind {n} that other people rely on every day."),
        wording: (n % 6 == 1).then(|| format!("You know your way around services of kind {n}.")),
    });
    ItemList { items: items.collect(), ordered_by_hand: false }
}

/// A senior backend engineer in Berlin: what a working day makes, some 20 kB as a file.
pub fn posting() -> Posting {
    Posting {
        id: Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0001),
        role: Role { specialism: id("backend"), track: Track::Engineer, level: Level::Senior },
        title: None,
        company: Company {
            name: "Northlight Systems".to_owned(),
            about: "Northlight makes booking software for small theatres.\n\nForty people, two offices.".to_owned(),
            logo: None,
        },
        team: "Seating".to_owned(),
        locations: vec![
            Location { city: "Berlin".to_owned(), region: String::new(), country: Country::new("DE").ok() },
            Location { city: "Łódź".to_owned(), region: String::new(), country: Country::new("PL").ok() },
        ],
        work_model: Some(WorkModel::Hybrid { days: Some(2) }),
        employment: Some(Employment::Permanent),
        hours: Some(Hours { full_time: true, per_week: Some(Decimal::new(385, 1)) }),
        pay: Pay {
            min: Some(Decimal::new(82_000, 0)),
            max: Some(Decimal::new(9_800_050, 2)),
            currency: Currency::EUR,
            currency_by_hand: true,
            period: PayPeriod::Year,
            basis: Some(PayBasis::Gross),
            bonus: "plus a share of the year's profit".to_owned(),
            equity: String::new(),
        },
        start: Start::AsSoonAsPossible,
        closing: Closing::On(jiff::civil::date(2026, 12, 31)),
        apply_link: "https://example.org/jobs/17".to_owned(),
        apply_email: "jobs@example.org".to_owned(),
        adjustments_contact: "Ada, +49 30 1234".to_owned(),
        reference: "NL-2026-17".to_owned(),
        locale: PostingLocale { language: "en".to_owned(), region: Country::new("DE").unwrap() },
        summary: Worded {
            on: true,
            wording: Some("You keep the seats of 300 theatres from being sold twice.".to_owned()),
        },
        experience: Worded::default(),
        skills: list("skill", 30, 9),
        duties: list("duty", 14, 7),
        education: Education {
            on: true,
            degree: Some(id("bachelor")),
            fields: BTreeSet::from([id("computer-science"), id("mathematics")]),
            own_fields: vec!["Stage engineering".to_owned()],
            or_equivalent: true,
            alternatives: BTreeSet::from([id("boot-camp")]),
            extras: BTreeSet::new(),
            stands_alone: false,
            wording: None,
            by_hand: BTreeSet::from([EducationChoice::On, EducationChoice::Field(id("mathematics"))]),
        },
        benefits: list("benefit", 10, 6),
        steps: list("step", 5, 4),
        career: Worded { on: false, wording: None },
        statement: Worded::default(),
        dismissed: Vec::new(),
        kit: KitChanges::default(),
        created: at(0),
        changed: at(60),
    }
}

/// The same posting under an id of its own, changed `number` seconds later, with a reference
/// that tells it from the others.
pub fn numbered(number: u32) -> Posting {
    let mut posting = posting();
    posting.id = Uuid::from_u128(posting.id.as_u128() + 1 + u128::from(number));
    posting.reference = format!("NL-{number}");
    posting.changed = at(i64::from(number));
    posting
}

/// What Northlight says in every posting.
pub fn profile() -> CompanyProfile {
    let posting = posting();
    CompanyProfile {
        company: posting.company,
        benefits: vec!["Thirty days of leave.".to_owned(), "A seat at each first night.".to_owned()],
        statement: "Everyone can apply.".to_owned(),
        adjustments_contact: posting.adjustments_contact,
        apply_email: posting.apply_email,
        apply_link: posting.apply_link,
        location: posting.locations[0].clone(),
        currency: Some(Currency::EUR),
        locale: posting.locale,
        employees: Some(40),
    }
}

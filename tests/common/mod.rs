//! Eight postings that the golden tests of documents, Word files and texts share.
//!
//! Each specialism on both tracks; they differ in level, place, pay, work model and length.
//! `fullstack-developer` says almost nothing (its company and how to apply), `fullstack-engineer` says everything there is.

#![allow(dead_code, reason = "each test binary uses its part")]

use iso_currency::Currency;
use jiff::{Timestamp, civil::date};
use rolewright::catalog::{Catalog, Id, Level, Role, Strength, Track, load_built_in};
use rolewright::posting::{
    Closing, Company, Country, Edit, EducationEdit, Employment, Hours, ItemEdit, List, Location, Logo, PayBasis,
    PayPeriod, Posting, PostingLocale, Prose, Start, WorkModel,
};
use rust_decimal::Decimal;
use uuid::Uuid;

/// The catalogue that the postings are made from.
pub fn catalog() -> Catalog {
    load_built_in("en")
}

/// The eight postings by name. Ids and times are fixed.
pub fn eight() -> Vec<(&'static str, Posting)> {
    vec![
        ("software-developer", software_developer()),
        ("software-engineer", software_engineer()),
        ("backend-developer", backend_developer()),
        ("backend-engineer", backend_engineer()),
        ("frontend-developer", frontend_developer()),
        ("frontend-engineer", frontend_engineer()),
        ("fullstack-developer", fullstack_developer()),
        ("fullstack-engineer", fullstack_engineer()),
    ]
}

/// An hourly wage, on site, a closing date, an e-mail address to apply to.
fn software_developer() -> Posting {
    let mut posting = begin(1, "software", Track::Developer, Level::Junior, "US");
    posting.company.name = "Harbor & Pine Software".to_owned();
    posting.team = "Customer tools".to_owned();
    posting.locations = vec![location("Austin", "Texas", "US")];
    posting.work_model = Some(WorkModel::OnSite);
    posting.employment = Some(Employment::Permanent);
    posting.hours = Some(Hours { full_time: true, per_week: Some(Decimal::from(40)) });
    pay(&mut posting, Some("32"), Some("38.50"), Currency::USD, PayPeriod::Hour);
    posting.closing = Closing::On(date(2027, 1, 31));
    posting.apply_email = "jobs@harborpine.example".to_owned();
    posting.adjustments_contact = "Dana Reyes, dana.reyes@harborpine.example or 512-555-0100".to_owned();
    turn_on(&mut posting, List::Benefits, &["health-insurance", "retirement-plan", "learning-budget"]);
    turn_on(&mut posting, List::Steps, &["short-call", "practical-task", "written-offer"]);
    posting
}

/// Euro before the amount, a lower bound alone, education by itself.
fn software_engineer() -> Posting {
    let mut posting = begin(2, "software", Track::Engineer, Level::Principal, "IE");
    posting.company.name = "Corrib Instruments".to_owned();
    posting.company.about = "We build software for laboratories.\n\nSome 60 people work here.".to_owned();
    posting.locations = vec![location("Dublin", "", "IE")];
    posting.work_model = Some(WorkModel::Hybrid { days: Some(3) });
    posting.employment = Some(Employment::Permanent);
    pay(&mut posting, Some("118000"), None, Currency::EUR, PayPeriod::Year);
    posting.pay.equity = "share options after one year".to_owned();
    posting.start = Start::On(date(2027, 3, 1));
    posting.apply_link = "https://corrib.example/careers/principal-engineer".to_owned();
    education(&mut posting, EducationEdit::StandsAlone(true));
    posting
}

/// Euro after the amount, A4, a company with bullets and links, an address without a scheme.
fn backend_developer() -> Posting {
    let mut posting = begin(3, "backend", Track::Developer, Level::Mid, "DE");
    posting.company.name = "Köhler & Söhne Logistik GmbH".to_owned();
    posting.company.about = "We plan the routes of 4,000 lorries a day.\n\n- Founded in 1962, owned by the family.\n\
        - Offices in Berlin and Gdańsk.\n\nMore at https://koehler.example/about (in German), or from presse@koehler.example."
        .to_owned();
    posting.reference = "KS-2027/014".to_owned();
    posting.locations = vec![location("Berlin", "Berlin", "DE")];
    posting.work_model = Some(WorkModel::Hybrid { days: Some(1) });
    posting.employment = Some(Employment::FixedTerm);
    posting.hours = Some(Hours { full_time: false, per_week: Some(decimal("32.5")) });
    pay(&mut posting, Some("62000"), Some("71000"), Currency::EUR, PayPeriod::Year);
    posting.pay.basis = Some(PayBasis::Gross);
    posting.closing = Closing::UntilFilled;
    posting.apply_link = "koehler.example/jobs?ref=KS-2027/014".to_owned();
    posting.apply_email = "bewerbung@koehler.example".to_owned();
    turn_on(&mut posting, List::Benefits, &["more-days-off", "parental-leave", "travel-to-work", "learning-time"]);
    posting
}

/// The posting of the design's picture: Denver, a range, a bonus on top of it.
fn backend_engineer() -> Posting {
    let mut posting = begin(4, "backend", Track::Engineer, Level::Senior, "US");
    posting.company.name = "Northlight Systems".to_owned();
    posting.company.about = "Northlight Systems moves payments for 3,000 shops.".to_owned();
    posting.locations = vec![location("Denver", "Colorado", "US")];
    posting.work_model = Some(WorkModel::Hybrid { days: Some(2) });
    posting.employment = Some(Employment::Permanent);
    posting.hours = Some(Hours { full_time: true, per_week: None });
    pay(&mut posting, Some("142000"), Some("168000"), Currency::USD, PayPeriod::Year);
    posting.pay.bonus = "plus bonus of 10%".to_owned();
    posting.closing = Closing::On(date(2027, 2, 15));
    posting.apply_link = "https://northlight.example/jobs/backend".to_owned();
    posting.adjustments_contact = "people@northlight.example".to_owned();
    turn_on(&mut posting, List::Benefits, &["health-insurance", "dental-vision", "retirement-plan", "parental-leave"]);
    turn_on(&mut posting, List::Steps, &["reply-to-all", "short-call", "own-code", "meet-the-team", "written-offer"]);
    posting
}

/// An internship with one amount a month, in rupees.
fn frontend_developer() -> Posting {
    let mut posting = begin(5, "frontend", Track::Developer, Level::Intern, "IN");
    posting.company.name = "Kaveri Learning".to_owned();
    posting.locations = vec![location("Bengaluru", "Karnataka", "IN")];
    posting.employment = Some(Employment::Internship);
    posting.hours = Some(Hours { full_time: true, per_week: None });
    pay(&mut posting, Some("125000"), Some("125000"), Currency::INR, PayPeriod::Month);
    posting.start = Start::AsSoonAsPossible;
    posting.closing = Closing::On(date(2027, 4, 5));
    posting.apply_email = "interns@kaveri.example".to_owned();
    posting.career.on = false;
    education(&mut posting, EducationEdit::On(false));
    posting
}

/// Several places of work in two countries, remote, dollars that are not the posting's own.
fn frontend_engineer() -> Posting {
    let mut posting = begin(6, "frontend", Track::Engineer, Level::Staff, "CA");
    posting.company.name = "Lantern Maps Inc.".to_owned();
    posting.team = "Map rendering".to_owned();
    posting.locations = vec![location("Toronto", "Ontario", "CA"), location("Seattle", "Washington", "US")];
    posting.work_model = Some(WorkModel::Remote { within: "anywhere in Canada or the United States".to_owned() });
    posting.employment = Some(Employment::Contractor);
    pay(&mut posting, Some("180000"), Some("205000"), Currency::USD, PayPeriod::Year);
    posting.pay.bonus = "paid twice a year, between 5% and 12%".to_owned();
    posting.apply_link = "our careers page, https://lanternmaps.example/work".to_owned();
    turn_on(&mut posting, List::Benefits, &["work-from-abroad", "home-office-budget", "mental-health"]);
    posting
}

/// Next to nothing: everything that can be off is off.
fn fullstack_developer() -> Posting {
    let mut posting = begin(7, "fullstack", Track::Developer, Level::Mid, "GB");
    for prose in [Prose::Summary, Prose::Experience, Prose::Career, Prose::Statement] {
        apply(&mut posting, Edit::ProseOn(prose, false));
    }
    for list in List::ALL {
        let ids: Vec<Id> = posting.list(list).on().map(|item| item.id.clone()).collect();
        for id in ids {
            apply(&mut posting, Edit::Item { list, id, change: ItemEdit::Strength(None) });
        }
    }
    posting.company.name = "Bare Minimum Ltd".to_owned();
    posting.apply_email = "jobs@bareminimum.example".to_owned();
    education(&mut posting, EducationEdit::On(false));
    posting
}

/// Everything that can be said: own items, words by hand, a logo, emoji, right-to-left text, a
/// word too long for a line, line breaks, tabs and control characters.
fn fullstack_engineer() -> Posting {
    let mut posting = begin(8, "fullstack", Track::Engineer, Level::Lead, "GB");
    let about = "We are 12 people in three time zones 🌍👩🏽‍💻.\n\nنحن نبني برامج للمكتبات، ونعمل من لندن والقاهرة.\n\
        אנחנו בונים תוכנה לספריות.\n\n• Books: 31 million.\n• Libraries: 412.\n\nMarks\tthat no page \u{1}\u{b}\u{c}shows.";
    posting.title = Some("Lead Full-Stack Engineer, library systems".to_owned());
    posting.company = Company { name: "Shelfmark Ltd".to_owned(), about: about.to_owned(), logo: Some(logo()) };
    posting.team = "Catalogue & search".to_owned();
    posting.reference = "SM<42>&\"A\"".to_owned();
    posting.locations = vec![location("London", "England", "GB")];
    posting.work_model = Some(WorkModel::Hybrid { days: None });
    posting.employment = Some(Employment::Permanent);
    posting.hours = Some(Hours { full_time: true, per_week: Some(decimal("37.5")) });
    pay(&mut posting, None, Some("98500.50"), Currency::GBP, PayPeriod::Year);
    posting.pay.basis = Some(PayBasis::Gross);
    posting.pay.bonus = "Plus 8% of the yearly result.".to_owned();
    posting.pay.equity = "plus shares worth £5,000".to_owned();
    posting.start = Start::On(date(2027, 6, 14));
    posting.closing = Closing::On(date(2027, 5, 9));
    posting.apply_link = "https://shelfmark.example/jobs/(lead)?a=1&b=2".to_owned();
    posting.apply_email = "jobs+lead@shelfmark.example".to_owned();
    posting.adjustments_contact = "Noor (noor@shelfmark.example)".to_owned();
    let benefits: Vec<Id> = catalog().benefits.iter().map(|entry| entry.id.clone()).collect();
    turn_on(&mut posting, List::Benefits, &benefits.iter().map(Id::as_str).collect::<Vec<_>>());
    let steps: Vec<Id> = catalog().steps.iter().map(|entry| entry.id.clone()).collect();
    turn_on(&mut posting, List::Steps, &steps.iter().map(Id::as_str).collect::<Vec<_>>());
    let summary = "You lead the team that makes 31 million books findable.\n\nOn a usual day you\n- write code,\n\
        - read code, and\n- say why.\n\nThe source is at https://git.shelfmark.example/catalogue.";
    apply(&mut posting, Edit::Prose(Prose::Summary, Some(summary.to_owned())));
    apply(&mut posting, Edit::Prose(Prose::Career, Some("You decide, with us, each\u{a0}year.".to_owned())));
    own(&mut posting, List::Skills, "Reads MARC 21 or RDA 📚 without a table.", Strength::Must);
    own(
        &mut posting,
        List::Skills,
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(3).as_str(),
        Strength::Nice,
    );
    own(&mut posting, List::Skills, "العربية أو العبرية (Arabic or Hebrew) for search.", Strength::Learn);
    own(&mut posting, List::Duties, "Keep the \u{202e}odd\u{202c} corner <cases> & \"quotes\" tidy.", Strength::Must);
    own(&mut posting, List::Benefits, "Free cake on Fridays 🎂.", Strength::Must);
    own(&mut posting, List::Steps, "We walk around the library.", Strength::Must);
    let first = posting.duties.on().next().map(|item| item.id.clone());
    if let Some(id) = first {
        let words = "Line one,\nline two,\ttabbed, with \u{1}\u{b}\u{fffe} inside.".to_owned();
        apply(&mut posting, Edit::Item { list: List::Duties, id, change: ItemEdit::Wording(Some(words)) });
    }
    for extra in catalog().education.extras {
        education(&mut posting, EducationEdit::Extra(extra.id, true));
    }
    education(&mut posting, EducationEdit::OwnFields(vec!["library science".to_owned()]));
    education(&mut posting, EducationEdit::StandsAlone(true));
    posting
}

fn begin(number: u128, specialism: &str, track: Track, level: Level, region: &str) -> Posting {
    let role = Role { specialism: id(specialism), track, level };
    let begun = Timestamp::from_second(1_795_000_000).expect("a time in 2026");
    let mut posting = Posting::new(Uuid::from_u128(number), role, None, &catalog(), begun);
    let region = Country::new(region).expect("a country");
    posting.locale = PostingLocale { language: "en".to_owned(), region };
    posting
}

fn apply(posting: &mut Posting, edit: Edit) {
    let now = Timestamp::from_second(1_795_003_600).expect("a time in 2026");
    edit.apply(posting, &catalog(), now).expect("the edit is for this posting");
}

fn education(posting: &mut Posting, edit: EducationEdit) {
    apply(posting, Edit::Education(edit));
}

fn turn_on(posting: &mut Posting, list: List, ids: &[&str]) {
    for name in ids {
        let change = ItemEdit::Strength(Some(Strength::Must));
        apply(posting, Edit::Item { list, id: id(name), change });
    }
}

fn own(posting: &mut Posting, list: List, text: &str, strength: Strength) {
    apply(posting, Edit::AddOwn { list, text: text.to_owned(), strength });
}

fn pay(posting: &mut Posting, min: Option<&str>, max: Option<&str>, currency: Currency, period: PayPeriod) {
    posting.pay.min = min.map(decimal);
    posting.pay.max = max.map(decimal);
    posting.pay.currency = currency;
    posting.pay.period = period;
}

fn location(city: &str, region: &str, country: &str) -> Location {
    let country = Some(Country::new(country).expect("a country"));
    Location { city: city.to_owned(), region: region.to_owned(), country }
}

/// A spine of colours, 240 by 80 pixels.
fn logo() -> Logo {
    let picture = image::RgbImage::from_fn(240, 80, |x, _| match x / 60 {
        0 => image::Rgb([23, 58, 94]),
        1 => image::Rgb([15, 95, 92]),
        2 => image::Rgb([179, 38, 30]),
        _ => image::Rgb([226, 190, 90]),
    });
    let mut png = Vec::new();
    picture.write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).expect("memory takes all");
    Logo::from_png(&png).expect("a small picture")
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a number")
}

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

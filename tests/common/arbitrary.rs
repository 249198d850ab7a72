//! Postings of every kind: any Unicode in any text, any decimal, any day, any list.
//!
//! A test takes it in with `#[path = "common/arbitrary.rs"] mod arbitrary;`.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses a part of it; what fails here is a fault of the test"
)]

use std::collections::BTreeSet;

use iso_currency::{Currency, IntoEnumIterator as _};
use jiff::{Timestamp, civil::Date};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use rolewright::catalog::{Id, Level, Role, Strength, Track};
use rolewright::posting::*;
use rust_decimal::Decimal;
use uuid::Uuid;

/// Any text: mostly of ordinary length, now and then empty, with control characters, line ends,
/// emoji, right-to-left writing and the highest code points.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => Just(String::new()),
        4 => "[A-Za-z ,.'-]{1,40}",
        4 => vec(any::<char>(), 0..24).prop_map(String::from_iter),
        1 => select(&[
            "\0", "\r\n\t", "\u{1b}[31m", "\u{feff}", "\u{fffe}\u{ffff}", "\u{10ffff}", "שלום עולם", "مطوّر",
            "👩🏽‍💻👨‍👩‍👧‍👦", "e\u{301}", "\u{202e}abc", "\"\\/{}[]", "null", "</w:t>&amp;",
        ][..]).prop_map(str::to_owned),
    ]
}

/// An id.
pub fn id() -> impl Strategy<Value = Id> {
    "[a-z0-9][a-z0-9-]{0,20}".prop_map(|text| Id::new(&text).unwrap())
}

/// A role; the specialism is one of ours or one that no catalogue has.
pub fn role() -> impl Strategy<Value = Role> {
    let ours = select(&["software", "backend", "frontend", "fullstack"][..]).prop_map(|text| Id::new(text).unwrap());
    (prop_oneof![4 => ours, 1 => id()], select(&Track::ALL[..]), select(&Level::ALL[..]))
        .prop_map(|(specialism, track, level)| Role { specialism, track, level })
}

/// Any decimal, with any sign and up to 28 decimal places.
pub fn decimal() -> impl Strategy<Value = Decimal> {
    (any::<u32>(), any::<u32>(), any::<u32>(), any::<bool>(), 0..=28_u32)
        .prop_map(|(low, middle, high, negative, scale)| Decimal::from_parts(low, middle, high, negative, scale))
}

/// Any day of the calendar.
pub fn date() -> impl Strategy<Value = Date> {
    (-9999..=9999_i16, 1..=12_i8, 1..=31_i8)
        .prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day).ok())
}

/// Any time, to the nanosecond.
pub fn time() -> impl Strategy<Value = Timestamp> {
    let range = Timestamp::MIN.as_nanosecond()..=Timestamp::MAX.as_nanosecond();
    range.prop_map(|nanoseconds| Timestamp::from_nanosecond(nanoseconds).unwrap())
}

/// Any country.
pub fn country() -> impl Strategy<Value = Country> {
    select(rust_iso3166::ALL_ALPHA2).prop_map(|code| Country::new(code).unwrap())
}

/// Any currency.
pub fn currency() -> impl Strategy<Value = Currency> {
    select(Currency::iter().collect::<Vec<_>>())
}

/// A small picture.
pub fn logo() -> impl Strategy<Value = Logo> {
    (1..=6_u32, 1..=6_u32, any::<[u8; 3]>()).prop_map(|(width, height, colour)| {
        let mut png = std::io::Cursor::new(Vec::new());
        image::RgbImage::from_pixel(width, height, image::Rgb(colour))
            .write_to(&mut png, image::ImageFormat::Png)
            .unwrap();
        Logo::from_png(png.get_ref()).unwrap()
    })
}

/// A place, with any part of it unsaid.
pub fn location() -> impl Strategy<Value = Location> {
    (text(), text(), of(country())).prop_map(|(city, region, country)| Location { city, region, country })
}

/// Language and region.
pub fn locale() -> impl Strategy<Value = PostingLocale> {
    country().prop_map(|region| PostingLocale { language: "en".to_owned(), region })
}

/// The employer.
pub fn company() -> impl Strategy<Value = Company> {
    (text(), text(), of(logo())).prop_map(|(name, about, logo)| Company { name, about, logo })
}

/// Pay, also with a maximum below the minimum.
pub fn pay() -> impl Strategy<Value = Pay> {
    use PayPeriod::{Day, Hour, Month, Week, Year};
    let period = select(&[Hour, Day, Week, Month, Year][..]);
    let basis = of(select(&[PayBasis::Gross, PayBasis::Net][..]));
    let currency = (currency(), any::<bool>());
    (of(decimal()), of(decimal()), currency, period, basis, text(), text()).prop_map(
        |(min, max, (currency, currency_by_hand), period, basis, bonus, equity)| Pay {
            min,
            max,
            currency,
            currency_by_hand,
            period,
            basis,
            bonus,
            equity,
        },
    )
}

/// A text that the catalogue proposes, with or without words by hand.
pub fn worded() -> impl Strategy<Value = Worded> {
    (any::<bool>(), of(text())).prop_map(|(on, wording)| Worded { on, wording })
}

/// A list of up to `most` items, no id twice.
pub fn items(most: usize) -> impl Strategy<Value = ItemList> {
    let strength = of(select(&Strength::ALL[..]));
    let item = (id(), any::<bool>(), strength, any::<bool>(), text(), text(), of(text())).prop_map(
        |(id, own, strength, by_hand, label, ours, wording)| Item { id, own, strength, by_hand, label, ours, wording },
    );
    (vec(item, 0..=most), any::<bool>()).prop_map(|(mut items, ordered_by_hand)| {
        let mut seen = BTreeSet::new();
        items.retain(|item| seen.insert(item.id.clone()));
        ItemList { items, ordered_by_hand }
    })
}

/// Education, with any choices by hand.
pub fn education() -> impl Strategy<Value = Education> {
    let choice = prop_oneof![
        Just(EducationChoice::On),
        Just(EducationChoice::Degree),
        id().prop_map(EducationChoice::Field),
        id().prop_map(EducationChoice::Alternative),
        id().prop_map(EducationChoice::Extra),
    ];
    let ids = || btree_set(id(), 0..4);
    (any::<[bool; 3]>(), of(id()), ids(), vec(text(), 0..3), ids(), ids(), of(text()), btree_set(choice, 0..5))
        .prop_map(
            |(
                [on, or_equivalent, stands_alone],
                degree,
                fields,
                own_fields,
                alternatives,
                extras,
                wording,
                by_hand,
            )| {
                Education {
                    on,
                    degree,
                    fields,
                    own_fields,
                    or_equivalent,
                    alternatives,
                    extras,
                    stands_alone,
                    wording,
                    by_hand,
                }
            },
        )
}

fn work_model() -> impl Strategy<Value = WorkModel> {
    prop_oneof![
        Just(WorkModel::OnSite),
        of(1..=6_u8).prop_map(|days| WorkModel::Hybrid { days }),
        text().prop_map(|within| WorkModel::Remote { within }),
    ]
}

fn employment() -> impl Strategy<Value = Employment> {
    use Employment::{Apprenticeship, Contractor, FixedTerm, Internship, Permanent, Temporary};
    select(&[Permanent, FixedTerm, Temporary, Contractor, Internship, Apprenticeship][..])
}

fn hours() -> impl Strategy<Value = Hours> {
    let per_week = of((1..=16_800_i64).prop_map(|hundredths| Decimal::new(hundredths, 2)));
    (any::<bool>(), per_week).prop_map(|(full_time, per_week)| Hours { full_time, per_week })
}

fn start() -> impl Strategy<Value = Start> {
    prop_oneof![Just(Start::Unsaid), Just(Start::AsSoonAsPossible), date().prop_map(Start::On)]
}

fn closing() -> impl Strategy<Value = Closing> {
    prop_oneof![Just(Closing::Unsaid), Just(Closing::UntilFilled), date().prop_map(Closing::On)]
}

fn kit() -> impl Strategy<Value = KitChanges> {
    let field = prop_oneof![
        select(&[KitField::Label, KitField::Question, KitField::Brief, KitField::Text, KitField::Weak][..]),
        (1..=3_u8).prop_map(KitField::Anchor),
        (1..=12_u8, select(&CriterionPart::ALL[..])).prop_map(|(number, part)| KitField::Criterion(number, part)),
    ];
    let texts = btree_map(field, text(), 0..4);
    let name = (select(&KitList::ALL[..]), id(), any::<bool>(), text());
    let rest = (of(any::<bool>()), texts, of(any::<u16>()), of(vec(id(), 0..3)));
    let entry = (name, rest).prop_map(|((list, id, own, label), (on, texts, number, checks))| KitChange {
        list,
        id,
        own,
        label,
        on,
        texts,
        number,
        checks,
    });
    (vec(entry, 0..6), select(&InterviewLength::ALL[..])).prop_map(|(mut entries, length)| {
        let mut seen = std::collections::HashSet::new();
        entries.retain(|entry: &KitChange| seen.insert((entry.list, entry.id.clone())));
        KitChanges { entries, length }
    })
}

/// Any posting that a window could make, and many that it could not.
pub fn posting() -> impl Strategy<Value = Posting> {
    let head = (any::<u128>(), role(), of(text()), company(), text(), vec(location(), 0..4));
    let terms = (of(work_model()), of(employment()), of(hours()), pay(), start(), closing());
    let ways = (text(), text(), text(), text(), locale(), (time(), time()));
    let prose = [worded(), worded(), worded(), worded()];
    let lists = (items(12), items(8), items(6), items(6), education());
    let dismissed = vec((text(), text(), text()).prop_map(|(rule, about, note)| Dismissal { rule, about, note }), 0..3);
    let kept = (dismissed, kit());
    (head, terms, ways, prose, lists, kept).prop_map(|(head, terms, ways, prose, lists, (dismissed, kit))| {
        let (id, role, title, company, team, locations) = head;
        let (work_model, employment, hours, pay, start, closing) = terms;
        let (apply_link, apply_email, adjustments_contact, reference, locale, (created, changed)) = ways;
        let [summary, experience, career, statement] = prose;
        let (skills, duties, benefits, steps, education) = lists;
        Posting {
            id: Uuid::from_u128(id),
            role,
            title,
            company,
            team,
            locations,
            work_model,
            employment,
            hours,
            pay,
            start,
            closing,
            apply_link,
            apply_email,
            adjustments_contact,
            reference,
            locale,
            summary,
            experience,
            skills,
            duties,
            education,
            benefits,
            steps,
            career,
            statement,
            dismissed,
            kit,
            created,
            changed,
        }
    })
}

/// Any company profile.
pub fn profile() -> impl Strategy<Value = CompanyProfile> {
    let rest = (location(), of(currency()), locale(), of(any::<u32>()));
    (company(), vec(text(), 0..5), text(), text(), text(), text(), rest).prop_map(
        |(
            company,
            benefits,
            statement,
            adjustments_contact,
            apply_email,
            apply_link,
            (location, currency, locale, employees),
        )| {
            CompanyProfile {
                company,
                benefits,
                statement,
                adjustments_contact,
                apply_email,
                apply_link,
                location,
                currency,
                locale,
                employees,
            }
        },
    )
}

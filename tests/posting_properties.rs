//! What holds for every sequence of edits: undo brings back the first posting, redo the last,
//! a file keeps the posting, and the lists stay sound.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod posting;

use std::collections::HashSet;

use iso_currency::Currency;
use jiff::civil::Date;
use proptest::prelude::*;
use proptest::sample::select;
use rolewright::catalog::{Id, Level, Strength, Track};
use rolewright::posting::*;
use rust_decimal::Decimal;

use posting::{CATALOG, at, begin, id};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z .!\\r\\n\\t\u{0}\u{202e}\u{1F600}]{0,80}".prop_map(|text| text),
        Just(String::new()),
    ]
}

/// Ids of the catalogue, of own items, and of nothing.
fn any_id() -> impl Strategy<Value = Id> {
    select(vec![
        "rust",
        "docker",
        "sql",
        "css",
        "go",
        "scaling",
        "talking",
        "build",
        "design",
        "review",
        "mentor",
        "on-call",
        "pension",
        "bike",
        "call",
        "task",
        "bachelor",
        "master",
        "computer-science",
        "mathematics",
        "boot-camp",
        "self-taught",
        "licence",
        "own-1",
        "own-2",
        "own-3",
        "nothing",
    ])
    .prop_map(id)
}

/// An item that a list could have, for the most part.
fn item() -> impl Strategy<Value = (List, Id)> {
    let own = ["own-1", "own-2", "nothing"];
    let of = move |list: List, ids: &[&'static str]| {
        let ids: Vec<&'static str> = ids.iter().copied().chain(own).collect();
        select(ids).prop_map(move |name| (list, id(name)))
    };
    prop_oneof![
        3 => of(List::Skills, &["rust", "docker", "sql", "css", "go", "scaling", "talking"]),
        1 => of(List::Duties, &["build", "design", "review", "mentor", "on-call"]),
        1 => of(List::Benefits, &["pension", "bike"]),
        1 => of(List::Steps, &["call", "task"]),
        1 => (list(), any_id()),
    ]
}

fn list() -> impl Strategy<Value = List> {
    select(List::ALL.to_vec())
}

fn strength() -> impl Strategy<Value = Strength> {
    select(Strength::ALL.to_vec())
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (-1_000i64..10_000_000, 0u32..6).prop_map(|(number, scale)| Decimal::new(number, scale))
}

fn date() -> impl Strategy<Value = Date> {
    (2020i16..2040, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn country() -> impl Strategy<Value = Country> {
    select(vec!["US", "DE", "CH", "GB", "AQ"]).prop_map(|code| Country::new(code).unwrap())
}

fn location() -> impl Strategy<Value = Location> {
    (text(), text(), proptest::option::of(country())).prop_map(|(city, region, country)| Location {
        city,
        region,
        country,
    })
}

fn item_edit() -> impl Strategy<Value = ItemEdit> {
    prop_oneof![
        proptest::option::of(strength()).prop_map(ItemEdit::Strength),
        proptest::option::of(text()).prop_map(ItemEdit::Wording),
        (0usize..12).prop_map(ItemEdit::MoveTo),
        Just(ItemEdit::Remove),
    ]
}

fn pay_edit() -> impl Strategy<Value = PayEdit> {
    prop_oneof![
        proptest::option::of(decimal()).prop_map(PayEdit::Min),
        proptest::option::of(decimal()).prop_map(PayEdit::Max),
        select(vec![Currency::USD, Currency::EUR, Currency::JPY]).prop_map(PayEdit::Currency),
        select(vec![PayPeriod::Hour, PayPeriod::Year]).prop_map(PayEdit::Period),
        select(vec![None, Some(PayBasis::Gross), Some(PayBasis::Net)]).prop_map(PayEdit::Basis),
    ]
}

fn education_edit() -> impl Strategy<Value = EducationEdit> {
    prop_oneof![
        any::<bool>().prop_map(EducationEdit::On),
        proptest::option::of(any_id()).prop_map(EducationEdit::Degree),
        (any_id(), any::<bool>()).prop_map(|(id, on)| EducationEdit::Field(id, on)),
        proptest::collection::vec(text(), 0..3).prop_map(EducationEdit::OwnFields),
        any::<bool>().prop_map(EducationEdit::OrEquivalent),
        (any_id(), any::<bool>()).prop_map(|(id, on)| EducationEdit::Alternative(id, on)),
        (any_id(), any::<bool>()).prop_map(|(id, on)| EducationEdit::Extra(id, on)),
        any::<bool>().prop_map(EducationEdit::StandsAlone),
        proptest::option::of(text()).prop_map(EducationEdit::Wording),
    ]
}

fn kit_edit() -> impl Strategy<Value = KitEdit> {
    let list = || select(KitList::ALL.to_vec());
    let ids = ["rust", "own-1", "own-2", "need-experience", "opening", "nothing"];
    let known = move || select(ids.to_vec()).prop_map(id);
    let field = select(vec![
        KitField::Label,
        KitField::Question,
        KitField::FollowUps,
        KitField::Text,
        KitField::Anchor(2),
        KitField::Criterion(3, CriterionPart::Weak),
    ]);
    let change = prop_oneof![
        any::<bool>().prop_map(EntryEdit::On),
        (field, proptest::option::of(text())).prop_map(|(field, text)| EntryEdit::Text(field, text)),
        proptest::option::of(any::<u16>()).prop_map(EntryEdit::Number),
        proptest::collection::vec(known(), 0..3).prop_map(EntryEdit::Checks),
        Just(EntryEdit::Reset),
    ];
    prop_oneof![
        4 => (list(), known(), change).prop_map(|(list, id, change)| KitEdit::Entry { list, id, change }),
        2 => (list(), text(), proptest::collection::vec(known(), 0..3))
            .prop_map(|(list, text, checks)| KitEdit::Add { list, text, checks }),
        1 => select(InterviewLength::ALL.to_vec()).prop_map(KitEdit::Length),
    ]
}

fn logo() -> Logo {
    let png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    Logo::try_from(png.to_owned()).unwrap()
}

fn simple_edit() -> impl Strategy<Value = Edit> {
    let fields = vec![
        TextField::Company,
        TextField::AboutCompany,
        TextField::Team,
        TextField::Reference,
        TextField::ApplyLink,
        TextField::ApplyEmail,
        TextField::AdjustmentsContact,
        TextField::Bonus,
        TextField::Equity,
    ];
    let prose = || select(vec![Prose::Summary, Prose::Experience, Prose::Career, Prose::Statement]);
    let work_model = prop_oneof![
        Just(WorkModel::OnSite),
        proptest::option::of(any::<u8>()).prop_map(|days| WorkModel::Hybrid { days }),
        text().prop_map(|within| WorkModel::Remote { within }),
    ];
    let role = prop_oneof![
        select(vec!["backend", "frontend", "nothing"]).prop_map(|name| Edit::Specialism(id(name))),
        select(Track::ALL.to_vec()).prop_map(Edit::Track),
        select(Level::ALL.to_vec()).prop_map(Edit::Level),
    ];
    let facts =
        prop_oneof![
            proptest::option::of(text()).prop_map(Edit::Title),
            (select(fields), text()).prop_map(|(field, text)| Edit::Text(field, text)),
            (prose(), proptest::option::of(text())).prop_map(|(prose, text)| Edit::Prose(prose, text)),
            (prose(), any::<bool>()).prop_map(|(prose, on)| Edit::ProseOn(prose, on)),
            proptest::collection::vec(location(), 0..3).prop_map(Edit::Locations),
            proptest::option::of(work_model).prop_map(Edit::WorkModel),
            select(vec![None, Some(Employment::Permanent), Some(Employment::Internship)]).prop_map(Edit::Employment),
            proptest::option::of((any::<bool>(), proptest::option::of(decimal())))
                .prop_map(|hours| Edit::Hours(hours.map(|(full_time, per_week)| Hours { full_time, per_week }))),
            pay_edit().prop_map(Edit::Pay),
            prop_oneof![Just(Start::Unsaid), Just(Start::AsSoonAsPossible), date().prop_map(Start::On)]
                .prop_map(Edit::Start),
            prop_oneof![Just(Closing::Unsaid), Just(Closing::UntilFilled), date().prop_map(Closing::On)]
                .prop_map(Edit::Closing),
            country().prop_map(|region| Edit::Locale(PostingLocale { language: "en".to_owned(), region })),
            select(vec![None, Some(logo())]).prop_map(Edit::Logo),
            (select(vec!["jargon", "title"]), text(), text())
                .prop_map(|(rule, about, note)| Edit::Dismiss(Dismissal { rule: rule.to_owned(), about, note })),
            (select(vec!["jargon", "title"]), text())
                .prop_map(|(rule, about)| Edit::Undismiss { rule: rule.to_owned(), about }),
        ];
    prop_oneof![
        2 => role,
        4 => facts,
        4 => (item(), item_edit()).prop_map(|((list, id), change)| Edit::Item { list, id, change }),
        1 => (list(), text(), strength()).prop_map(|(list, text, strength)| Edit::AddOwn { list, text, strength }),
        2 => education_edit().prop_map(Edit::Education),
        2 => kit_edit().prop_map(Edit::Kit),
    ]
}

fn any_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        9 => simple_edit(),
        1 => proptest::collection::vec(simple_edit(), 0..4)
            .prop_map(|edits| Edit::All { name: "do several things".to_owned(), edits }),
    ]
}

/// Edits with the milliseconds before each, so that typing is gathered now and then.
fn edits() -> impl Strategy<Value = Vec<(Edit, i64)>> {
    proptest::collection::vec((any_edit(), prop_oneof![0i64..100, 0i64..10_000, Just(-5)]), 0..60)
}

fn without_time(posting: &Posting) -> Posting {
    Posting { changed: at(0), ..posting.clone() }
}

fn check_lists(posting: &Posting) {
    for list in List::ALL {
        let items = &posting.list(list).items;
        let ids: HashSet<&Id> = items.iter().map(|item| &item.id).collect();
        assert_eq!(ids.len(), items.len(), "ids of {list:?} are unique: {items:?}");
        for item in items {
            assert!(!item.label.trim().is_empty() && !item.ours.trim().is_empty(), "{item:?} has words");
            assert!(list.has_strengths() || matches!(item.strength, None | Some(Strength::Must)), "{item:?}");
            let touched = item.own || item.by_hand || item.wording.is_some();
            assert!(touched || item.strength.is_some(), "{item:?} is there for no reason");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn undo_to_the_start_and_redo_to_the_end(edits in edits()) {
        let first = begin(Track::Engineer, Level::Senior);
        let mut history = History::new(first.clone());
        let mut now = 0;
        for (edit, pause) in &edits {
            now += pause;
            let before = Posting::clone(history.posting());
            let depth = history.undo_name().map(str::to_owned);
            match history.apply(edit, &CATALOG, at(now)) {
                Ok(true) => prop_assert_eq!(history.posting().changed, at(now)),
                Ok(false) | Err(_) => {
                    prop_assert_eq!(&**history.posting(), &before);
                    prop_assert_eq!(history.undo_name().map(str::to_owned), depth);
                }
            }
            prop_assert!(!edit.name(&before, &CATALOG).trim().is_empty());
            check_lists(history.posting());
        }
        let last = Posting::clone(history.posting());
        let mut steps = 0;
        while history.undo(at(now + 1)) {
            steps += 1;
            prop_assert_eq!(history.posting().changed, at(now + 1));
        }
        prop_assert!(steps <= edits.len());
        prop_assert_eq!(without_time(history.posting()), without_time(&first));
        while history.redo(at(now + 2)) {
            steps -= 1;
        }
        prop_assert_eq!(steps, 0);
        prop_assert_eq!(without_time(history.posting()), without_time(&last));
    }

    #[test]
    fn a_file_gives_back_the_same_posting(edits in edits()) {
        let mut posting = begin(Track::Developer, Level::Junior);
        for (edit, _) in &edits {
            let _ = edit.apply(&mut posting, &CATALOG, at(7));
        }
        let file = serde_json::to_string(&posting).unwrap();
        prop_assert_eq!(serde_json::from_str::<Posting>(&file).unwrap(), posting);
    }

    #[test]
    fn no_control_character_stays_in_a_posting(edits in edits()) {
        let mut posting = begin(Track::Developer, Level::Junior);
        for (edit, _) in &edits {
            let _ = edit.apply(&mut posting, &CATALOG, at(7));
        }
        fn check(value: &serde_json::Value) {
            match value {
                serde_json::Value::String(text) => {
                    assert!(text.chars().all(|c| !c.is_control() || c == '\n' || c == '\t'), "{text:?}");
                }
                serde_json::Value::Array(values) => values.iter().for_each(check),
                serde_json::Value::Object(values) => values.values().for_each(check),
                _ => {}
            }
        }
        check(&serde_json::to_value(&posting).unwrap());
    }

    #[test]
    fn switching_there_and_back_without_edits_gives_the_same(
        switches in proptest::collection::vec((0usize..3, 0usize..7), 1..8),
    ) {
        let first = begin(Track::Engineer, Level::Senior);
        let mut posting = first.clone();
        for (what, which) in switches {
            let edit = match what {
                0 => Edit::Track(Track::ALL[which % 2]),
                1 => Edit::Level(Level::ALL[which]),
                _ => Edit::Specialism(id(["backend", "frontend"][which % 2])),
            };
            edit.apply(&mut posting, &CATALOG, at(1)).unwrap();
        }
        for edit in [Edit::Track(Track::Engineer), Edit::Level(Level::Senior), Edit::Specialism(id("backend"))] {
            edit.apply(&mut posting, &CATALOG, at(2)).unwrap();
        }
        prop_assert_eq!(without_time(&posting), without_time(&first));
    }

    #[test]
    fn what_was_done_by_hand_outlives_every_switch(edits in edits(), track in select(Track::ALL.to_vec()), level in select(Level::ALL.to_vec())) {
        let mut posting = begin(Track::Engineer, Level::Senior);
        for (edit, _) in &edits {
            let _ = edit.apply(&mut posting, &CATALOG, at(1));
        }
        let before = posting.clone();
        for edit in [Edit::Track(track), Edit::Level(level), Edit::Specialism(id("frontend"))] {
            edit.apply(&mut posting, &CATALOG, at(2)).unwrap();
        }
        for list in List::ALL {
            let touched = |posting: &Posting| -> Vec<Item> {
                let items = posting.list(list).items.iter();
                items.filter(|item| item.own || item.by_hand || item.wording.is_some()).cloned().collect()
            };
            prop_assert_eq!(touched(&posting), touched(&before));
        }
        prop_assert_eq!(&posting.title, &before.title);
        prop_assert_eq!(&posting.education.by_hand, &before.education.by_hand);
        for choice in &before.education.by_hand {
            let (was, is) = (&before.education, &posting.education);
            match choice {
                EducationChoice::On => prop_assert_eq!(was.on, is.on),
                EducationChoice::Degree => prop_assert_eq!(&was.degree, &is.degree),
                EducationChoice::Field(id) => prop_assert_eq!(was.fields.contains(id), is.fields.contains(id)),
                EducationChoice::Alternative(id) => {
                    prop_assert_eq!(was.alternatives.contains(id), is.alternatives.contains(id));
                }
                EducationChoice::Extra(id) => prop_assert_eq!(was.extras.contains(id), is.extras.contains(id)),
            }
        }
    }

    #[test]
    fn several_edits_at_once_are_all_done_or_none(edits in proptest::collection::vec(simple_edit(), 0..6)) {
        let before = begin(Track::Engineer, Level::Senior);
        let mut one_by_one = before.clone();
        let alone = edits.iter().try_for_each(|edit| edit.apply(&mut one_by_one, &CATALOG, at(1)));
        let mut at_once = before.clone();
        let together = Edit::All { name: "all".to_owned(), edits }.apply(&mut at_once, &CATALOG, at(1));
        prop_assert_eq!(&alone, &together);
        let expected = if alone.is_ok() { one_by_one } else { before };
        prop_assert_eq!(without_time(&at_once), without_time(&expected));
    }
}

#[test]
fn the_last_five_hundred_steps_are_kept() {
    let mut history = History::new(begin(Track::Engineer, Level::Senior));
    for step in 0..History::LIMIT + 100 {
        let on = step % 2 == 1;
        assert!(history.apply(&Edit::ProseOn(Prose::Career, on), &CATALOG, at(1)).unwrap());
    }
    let mut steps = 0;
    while history.undo(at(2)) {
        steps += 1;
    }
    assert_eq!(steps, History::LIMIT);
    const { assert!(History::LIMIT >= 200) };
    while history.redo(at(3)) {
        steps -= 1;
    }
    assert_eq!(steps, 0);
}

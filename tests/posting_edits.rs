//! What a posting begins with, and what each edit does and is called.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod posting;

use iso_currency::Currency;
use posting::{CATALOG, at, begin, id, profile};
use rolewright::catalog::{Level, Role, Strength, Track, load_built_in};
use rolewright::posting::*;
use rust_decimal::Decimal;
use uuid::Uuid;

fn engineer() -> Posting {
    begin(Track::Engineer, Level::Senior)
}

fn apply(posting: &mut Posting, edit: Edit) {
    edit.apply(posting, &CATALOG, at(1)).unwrap();
}

fn item(list: List, name: &str, change: ItemEdit) -> Edit {
    Edit::Item { list, id: id(name), change }
}

fn skill(name: &str, strength: Option<Strength>) -> Edit {
    item(List::Skills, name, ItemEdit::Strength(strength))
}

fn reword(name: &str, text: &str) -> Edit {
    item(List::Skills, name, ItemEdit::Wording(Some(text.to_owned())))
}

fn own(list: List, text: &str) -> Edit {
    Edit::AddOwn { list, text: text.to_owned(), strength: Strength::Nice }
}

/// "rust must" for each item, "rust off" for one that is off.
fn items(posting: &Posting, list: List) -> Vec<String> {
    let strength = |item: &Item| match item.strength {
        Some(Strength::Must) => "must",
        Some(Strength::Nice) => "nice",
        Some(Strength::Learn) => "learn",
        None => "off",
    };
    posting.list(list).items.iter().map(|item| format!("{} {}", item.id, strength(item))).collect()
}

fn skills(posting: &Posting) -> Vec<String> {
    items(posting, List::Skills)
}

#[test]
fn a_new_posting_has_what_the_catalogue_proposes_and_the_company_says() {
    let posting = engineer();
    assert_eq!(skills(&posting), ["rust must", "docker nice", "sql nice", "scaling must"]);
    assert_eq!(items(&posting, List::Duties), ["design must", "review must", "mentor must"]);
    assert_eq!(items(&posting, List::Benefits), ["bike must", "own-1 must"]);
    assert_eq!(items(&posting, List::Steps), ["call must", "task must"]);
    let rust = posting.skills.get(&id("rust")).unwrap();
    assert_eq!((rust.label.as_str(), rust.ours.as_str()), ("Rust", "You have used Rust."));
    assert!(!rust.by_hand && !rust.own);
    assert_eq!(posting.skills.get(&id("docker")).unwrap().ours, "Experience with Docker.");
    let days = posting.benefits.get(&id("own-1")).unwrap();
    assert!(days.own && days.by_hand);
    assert_eq!(days.label, "Thirty days off.");
    assert_eq!(posting.education.degree, Some(id("bachelor")));
    assert!(posting.education.on && posting.education.or_equivalent && !posting.education.stands_alone);
    assert_eq!(posting.education.fields.len(), 2);
    assert_eq!(posting.title(&CATALOG), "Senior Backend Engineer");
    assert_eq!(posting.company.name, "Acme");
    assert_eq!(posting.apply_email, "jobs@example.com");
    assert_eq!(posting.locations.len(), 1);
    assert_eq!(posting.pay.currency, Currency::EUR, "the region's");
    assert_eq!((posting.created, posting.changed), (at(0), at(0)));
}

#[test]
fn education_that_proposes_nothing_is_off() {
    let mut posting = begin(Track::Engineer, Level::Junior);
    assert!(!posting.education.on);
    apply(&mut posting, Edit::Track(Track::Developer));
    assert!(posting.education.on, "the boot camp counts");
    apply(&mut posting, Edit::Education(EducationEdit::On(false)));
    apply(&mut posting, Edit::Level(Level::Senior));
    assert!(!posting.education.on, "turned off by hand");
    assert_eq!(posting.education.degree, Some(id("bachelor")));
}

#[test]
fn a_profile_without_anything_leaves_the_defaults() {
    let role = engineer().role;
    let mut empty = profile();
    empty.benefits.clear();
    empty.location = Location::default();
    empty.currency = Some(Currency::CHF);
    empty.statement = "All are welcome.".to_owned();
    let posting = Posting::new(Uuid::nil(), role.clone(), Some(&empty), &CATALOG, at(0));
    assert!(posting.locations.is_empty());
    assert_eq!(posting.pay.currency, Currency::CHF);
    assert!(posting.pay.currency_by_hand);
    assert_eq!(posting.statement.wording.as_deref(), Some("All are welcome."));
    let bare = Posting::new(Uuid::nil(), role, None, &CATALOG, at(0));
    assert_eq!(bare.pay.currency, Currency::USD);
    assert_eq!(bare.statement.wording, None);
}

#[test]
fn switching_the_track_proposes_anew_and_leaves_what_was_touched() {
    let mut posting = engineer();
    apply(&mut posting, skill("go", Some(Strength::Nice)));
    apply(&mut posting, skill("docker", None));
    apply(&mut posting, reword("scaling", "You have scaled a service."));
    apply(&mut posting, own(List::Skills, "COBOL"));
    assert_eq!(skills(&posting), ["rust must", "docker off", "sql nice", "go nice", "scaling must", "own-1 nice"]);
    apply(&mut posting, Edit::Track(Track::Developer));
    assert_eq!(
        skills(&posting),
        ["docker off", "sql must", "go nice", "scaling must", "talking must", "own-1 nice"],
        "rust goes, sql becomes a must-have, talking comes; the rest was touched"
    );
    assert_eq!(posting.skills.get(&id("sql")).unwrap().ours, "You have used SQL.");
    assert_eq!(items(&posting, List::Duties), ["build must", "review must", "mentor must"]);
    assert_eq!(items(&posting, List::Benefits), ["bike must", "own-1 must"]);
}

#[test]
fn once_ordered_by_hand_the_order_stays_and_proposals_come_last() {
    let mut posting = engineer();
    apply(&mut posting, item(List::Skills, "sql", ItemEdit::MoveTo(0)));
    assert_eq!(skills(&posting), ["sql nice", "rust must", "docker nice", "scaling must"]);
    apply(&mut posting, skill("go", Some(Strength::Must)));
    apply(&mut posting, skill("css", Some(Strength::Must)));
    apply(&mut posting, Edit::Track(Track::Developer));
    assert_eq!(skills(&posting), ["sql must", "docker nice", "go must", "css must", "talking must"]);
    assert!(!posting.duties.ordered_by_hand);
}

#[test]
fn a_move_counts_only_items_that_are_on() {
    let mut posting = engineer();
    apply(&mut posting, skill("docker", None));
    let to = |posting: &Posting, name: &str, place: usize| {
        let mut posting = posting.clone();
        apply(&mut posting, item(List::Skills, name, ItemEdit::MoveTo(place)));
        skills(&posting)
    };
    assert_eq!(to(&posting, "rust", 1), ["docker off", "sql nice", "rust must", "scaling must"]);
    assert_eq!(to(&posting, "rust", 99), ["docker off", "sql nice", "scaling must", "rust must"]);
    assert_eq!(to(&posting, "scaling", 0), ["scaling must", "rust must", "docker off", "sql nice"]);
    assert_eq!(to(&posting, "sql", 1), skills(&posting), "there already");
    assert_eq!(to(&posting, "docker", 0), skills(&posting), "off");
    let before = posting.clone();
    apply(&mut posting, item(List::Skills, "scaling", ItemEdit::MoveTo(7)));
    assert_eq!(posting, before, "the last stays the last, and the list is not ordered by hand");
}

#[test]
fn turning_on_puts_an_item_at_the_catalogues_place() {
    let mut posting = engineer();
    apply(&mut posting, own(List::Skills, "COBOL"));
    apply(&mut posting, skill("go", Some(Strength::Learn)));
    assert_eq!(skills(&posting), ["rust must", "docker nice", "sql nice", "go learn", "scaling must", "own-1 nice"]);
    let go = posting.skills.get(&id("go")).unwrap();
    assert_eq!((go.by_hand, go.ours.as_str()), (true, "You will learn Go."));
}

#[test]
fn a_list_without_strengths_knows_only_on_and_off() {
    let mut posting = engineer();
    apply(&mut posting, item(List::Duties, "on-call", ItemEdit::Strength(Some(Strength::Learn))));
    apply(&mut posting, own(List::Duties, "Feed the cat."));
    assert_eq!(
        items(&posting, List::Duties),
        ["design must", "review must", "mentor must", "on-call must", "own-1 must"]
    );
}

#[test]
fn remove_takes_away_an_own_item_and_gives_back_the_proposal_of_another() {
    let mut posting = engineer();
    let before = posting.clone();
    let remove = |name: &str| item(List::Skills, name, ItemEdit::Remove);
    apply(&mut posting, own(List::Skills, "COBOL"));
    apply(&mut posting, remove("own-1"));
    apply(&mut posting, skill("go", Some(Strength::Must)));
    apply(&mut posting, remove("go"));
    apply(&mut posting, skill("rust", None));
    apply(&mut posting, reword("rust", "Mine"));
    apply(&mut posting, remove("rust"));
    apply(&mut posting, reword("css", "You know CSS."));
    apply(&mut posting, item(List::Skills, "css", ItemEdit::Wording(None)));
    assert_eq!(Posting { changed: before.changed, ..posting }, before);
}

#[test]
fn an_own_item_is_named_after_its_words() {
    let mut posting = engineer();
    let text = "You have kept COBOL programs running that other people rely on every day.";
    apply(&mut posting, own(List::Skills, &format!("  {text}\n")));
    apply(&mut posting, own(List::Skills, "Ada"));
    let first = |posting: &Posting| posting.skills.get(&id("own-1")).unwrap().clone();
    assert_eq!(first(&posting).ours, text);
    assert_eq!(first(&posting).label, "You have kept COBOL programs running that other people rely…");
    apply(&mut posting, reword("own-1", "Fortran"));
    assert_eq!(first(&posting).label, "Fortran");
    apply(&mut posting, reword("own-1", " "));
    assert_eq!(first(&posting).label, "Fortran", "a row is never without a name");
    apply(&mut posting, item(List::Skills, "own-1", ItemEdit::Wording(None)));
    assert_eq!(first(&posting).label, "You have kept COBOL programs running that other people rely…");
    apply(&mut posting, item(List::Skills, "own-1", ItemEdit::Remove));
    apply(&mut posting, own(List::Skills, "Lisp"));
    assert_eq!(posting.skills.items.iter().filter(|item| item.own).count(), 2);
}

#[test]
fn what_cannot_be_done_is_refused_with_a_reason_and_changes_nothing() {
    let before = engineer();
    let hours = |hours: i64| Edit::Hours(Some(Hours { full_time: true, per_week: Some(Decimal::from(hours)) }));
    let amount = |text: &str| Edit::Pay(PayEdit::Max(Some(text.parse().unwrap())));
    for (edit, reason) in [
        (Edit::Specialism(id("x")), "there is no specialism “x” in the templates"),
        (skill("x", None), "there is no skill “x” in this posting or its templates"),
        (item(List::Steps, "x", ItemEdit::Remove), "there is no hiring step “x” in this posting or its templates"),
        (own(List::Skills, " \n"), "an item needs words"),
        (
            Edit::Education(EducationEdit::Degree(Some(id("x")))),
            "there is no education part “x” in this posting or its templates",
        ),
        (
            Edit::Education(EducationEdit::Field(id("x"), false)),
            "there is no education part “x” in this posting or its templates",
        ),
        (hours(0), "a week cannot have 0 hours of work: use a number above 0, up to 168"),
        (hours(169), "a week cannot have 169 hours of work: use a number above 0, up to 168"),
        (amount("-1"), "pay cannot be -1: use an amount from 0 with at most 15 digits before the point and 4 after it"),
        (
            amount("1000000000000000"),
            "pay cannot be 1000000000000000: use an amount from 0 with at most 15 digits before the point and 4 after it",
        ),
        (
            amount("0.00001"),
            "pay cannot be 0.00001: use an amount from 0 with at most 15 digits before the point and 4 after it",
        ),
    ] {
        for edit in [
            edit.clone(),
            Edit::All { name: "all".to_owned(), edits: vec![Edit::Title(None), own(List::Skills, "x"), edit] },
        ] {
            let mut posting = before.clone();
            let error = edit.apply(&mut posting, &CATALOG, at(9)).unwrap_err();
            assert_eq!(error.to_string(), reason);
            assert_eq!(posting, before);
        }
    }
}

#[test]
fn the_currency_follows_the_region_until_somebody_chose_it_or_an_amount() {
    let region =
        |code: &str| Edit::Locale(PostingLocale { language: "en".to_owned(), region: Country::new(code).unwrap() });
    let mut posting = engineer();
    apply(&mut posting, region("CH"));
    assert_eq!(posting.pay.currency, Currency::CHF);
    apply(&mut posting, region("AQ"));
    assert_eq!(posting.pay.currency, Currency::CHF, "no currency there");
    let mut with_amount = posting.clone();
    apply(&mut with_amount, Edit::Pay(PayEdit::Min(Some(Decimal::from(90_000)))));
    apply(&mut with_amount, region("GB"));
    assert_eq!(with_amount.pay.currency, Currency::CHF);
    apply(&mut posting, Edit::Pay(PayEdit::Currency(Currency::USD)));
    apply(&mut posting, region("GB"));
    assert_eq!(posting.pay.currency, Currency::USD);
}

#[test]
fn a_title_by_hand_stays_and_a_blank_one_counts_as_none() {
    let mut posting = engineer();
    apply(&mut posting, Edit::Title(Some("Wizard\nof services ".to_owned())));
    apply(&mut posting, Edit::Level(Level::Junior));
    assert_eq!(posting.title(&CATALOG), "Wizard of services ");
    apply(&mut posting, Edit::Title(Some(" ".to_owned())));
    assert_eq!(posting.title(&CATALOG), "Junior Backend Engineer");
    posting.role = Role { specialism: id("games"), ..posting.role };
    assert_eq!(posting.title(&CATALOG), "Junior games");
}

#[test]
fn texts_are_kept_as_typed_but_for_control_characters_and_line_ends() {
    let mut posting = engineer();
    apply(&mut posting, Edit::Text(TextField::Team, " Search\u{0}\r\nteam ".to_owned()));
    assert_eq!(posting.team, " Search team ");
    apply(&mut posting, Edit::Text(TextField::AboutCompany, "One.\r\n\r\nTwo.\t\u{1b}".to_owned()));
    assert_eq!(posting.company.about, "One.\n\nTwo.\t");
    apply(&mut posting, Edit::WorkModel(Some(WorkModel::Hybrid { days: Some(9) })));
    assert_eq!(posting.work_model, Some(WorkModel::Hybrid { days: Some(6) }));
}

#[test]
fn an_edit_that_changes_nothing_leaves_the_time_alone() {
    let mut posting = engineer();
    let before = posting.clone();
    for edit in [
        Edit::Track(Track::Engineer),
        Edit::Specialism(id("backend")),
        skill("rust", Some(Strength::Must)),
        skill("go", None),
        Edit::Education(EducationEdit::Degree(Some(id("bachelor")))),
        Edit::Education(EducationEdit::Field(id("computer-science"), true)),
        Edit::Text(TextField::Company, "Acme".to_owned()),
    ] {
        edit.apply(&mut posting, &CATALOG, at(9)).unwrap();
        assert_eq!(posting, before, "{edit:?}");
    }
    Edit::ProseOn(Prose::Career, false).apply(&mut posting, &CATALOG, at(9)).unwrap();
    assert_eq!(posting.changed, at(9));
}

#[test]
fn two_items_of_one_id_in_a_file_become_one() {
    let posting = engineer();
    let mut file = serde_json::to_value(&posting).unwrap();
    let again = file["skills"]["items"][0].clone();
    file["skills"]["items"].as_array_mut().unwrap().push(again);
    assert_eq!(serde_json::from_value::<Posting>(file).unwrap(), posting);
}

#[test]
fn a_file_with_the_least_opens_with_the_defaults() {
    let file = r#"{"id":"00000000-0000-0000-0000-000000000000","created":"2026-11-24T10:00:00Z",
        "changed":"2026-11-24T10:00:00Z","role":{"specialism":"backend","track":"engineer","level":"senior"}}"#;
    let posting: Posting = serde_json::from_str(file).unwrap();
    assert!(posting.education.or_equivalent && posting.summary.on && posting.skills.items.is_empty());
}

#[test]
fn every_edit_says_what_it_does() {
    let mut posting = engineer();
    apply(&mut posting, own(List::Skills, "COBOL"));
    apply(&mut posting, skill("sql", None));
    for (edit, name) in [
        (Edit::Specialism(id("frontend")), "switch to front end"),
        (Edit::Track(Track::Engineer), "switch to engineer"),
        (Edit::Level(Level::Senior), "change the level to senior"),
        (Edit::Level(Level::Staff), "change the level to staff"),
        (Edit::Title(Some("x".to_owned())), "type the title"),
        (Edit::Title(None), "use the proposed title"),
        (Edit::Text(TextField::Company, String::new()), "type the company"),
        (Edit::Prose(Prose::Summary, Some(String::new())), "reword the summary"),
        (Edit::Prose(Prose::Career, None), "reset the wording of the career path"),
        (Edit::ProseOn(Prose::Statement, false), "turn off the equal-opportunity statement"),
        (Edit::Pay(PayEdit::Currency(Currency::EUR)), "change the currency to EUR"),
        (Edit::Logo(None), "remove the logo"),
        (skill("docker", None), "turn off Docker"),
        (skill("docker", Some(Strength::Must)), "make Docker a must-have"),
        (skill("rust", Some(Strength::Nice)), "make Rust a nice-to-have"),
        (skill("rust", Some(Strength::Learn)), "make Rust something to learn"),
        (skill("go", Some(Strength::Nice)), "turn on Go"),
        (skill("sql", Some(Strength::Nice)), "turn on SQL"),
        (item(List::Duties, "design", ItemEdit::Strength(None)), "turn off Design structure"),
        (reword("docker", "x"), "reword Docker"),
        (item(List::Skills, "docker", ItemEdit::Wording(None)), "reset the wording of Docker"),
        (item(List::Skills, "docker", ItemEdit::MoveTo(0)), "move Docker"),
        (item(List::Skills, "docker", ItemEdit::Remove), "reset Docker"),
        (item(List::Skills, "own-1", ItemEdit::Remove), "remove COBOL"),
        (own(List::Skills, " Ada "), "add Ada"),
        (Edit::Education(EducationEdit::On(false)), "turn off education"),
        (Edit::Education(EducationEdit::Degree(Some(id("master")))), "ask for Master's degree"),
        (Edit::Education(EducationEdit::Alternative(id("boot-camp"), true)), "turn on Boot camp"),
        (Edit::Dismiss(Dismissal::default()), "dismiss a finding"),
        (Edit::Undismiss { rule: String::new(), about: String::new() }, "bring back a finding"),
        (Edit::All { name: "use the company profile".to_owned(), edits: vec![] }, "use the company profile"),
    ] {
        assert_eq!(edit.name(&posting, &CATALOG), name, "{edit:?}");
    }
}

#[test]
fn every_built_in_role_can_be_switched_to_from_every_other() {
    let catalog = load_built_in("en");
    let roles: Vec<Role> = catalog
        .specialisms
        .iter()
        .flat_map(|specialism| Track::ALL.map(|track| (specialism.id.clone(), track)))
        .flat_map(|(specialism, track)| Level::ALL.map(|level| Role { specialism: specialism.clone(), track, level }))
        .collect();
    assert!(roles.len() >= 4 * 2 * 7);
    for from in &roles {
        let begun = Posting::new(Uuid::nil(), from.clone(), Some(&profile()), &catalog, at(0));
        for to in roles.iter().step_by(5) {
            let mut posting = begun.clone();
            for edit in [Edit::Specialism(to.specialism.clone()), Edit::Track(to.track), Edit::Level(to.level)] {
                edit.apply(&mut posting, &catalog, at(0)).unwrap();
            }
            assert_eq!(posting, Posting::new(Uuid::nil(), to.clone(), Some(&profile()), &catalog, at(0)));
        }
    }
}

#[test]
fn a_finding_is_put_aside_with_a_note_and_brought_back() {
    let mut posting = begin(Track::Engineer, Level::Senior);
    let dismissal =
        |note: &str| Dismissal { rule: "jargon".to_owned(), about: "summary: guru".to_owned(), note: note.to_owned() };
    for note in ["our team's name", " twice\n "] {
        Edit::Dismiss(dismissal(note)).apply(&mut posting, &CATALOG, at(1)).unwrap();
    }
    assert_eq!(posting.dismissed, [dismissal("twice")]);
    assert!(posting.dismissal("jargon", "summary: guru").is_some());
    assert!(posting.dismissal("jargon", "title: guru").is_none());
    let back = Edit::Undismiss { rule: "jargon".to_owned(), about: "summary: guru".to_owned() };
    back.apply(&mut posting, &CATALOG, at(2)).unwrap();
    assert!(posting.dismissed.is_empty());
}

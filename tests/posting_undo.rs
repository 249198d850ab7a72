//! How undo and redo gather typing, name their steps and bring things back.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod posting;

use posting::{CATALOG, at, begin, id};
use rolewright::catalog::{Level, Strength, Track};
use rolewright::posting::*;
use rust_decimal::Decimal;

fn engineer() -> Posting {
    begin(Track::Engineer, Level::Senior)
}

fn item(list: List, name: &str, change: ItemEdit) -> Edit {
    Edit::Item { list, id: id(name), change }
}

fn skill(name: &str, strength: Option<Strength>) -> Edit {
    item(List::Skills, name, ItemEdit::Strength(strength))
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

/// Types a text letter by letter, each so many milliseconds after the one before.
fn type_in(history: &mut History, field: TextField, text: &str, from: i64, pause: i64) -> i64 {
    let mut now = from;
    let so_far = field.get(history.posting()).to_owned();
    for (end, c) in text.char_indices() {
        now += pause;
        let typed = format!("{so_far}{}", &text[..end + c.len_utf8()]);
        assert!(history.apply(&Edit::Text(field, typed), &CATALOG, at(now)).unwrap());
    }
    now
}

/// Undoes everything; the names of what was undone, the last step first.
fn undo_all(history: &mut History) -> Vec<String> {
    let mut names = Vec::new();
    while let Some(name) = history.undo_name().map(str::to_owned) {
        names.push(name);
        assert!(history.undo(at(1_000_000)));
    }
    names
}

#[test]
fn typing_in_one_field_is_one_step_until_a_pause_or_another_edit() {
    let mut history = History::new(engineer());
    let now = type_in(&mut history, TextField::Team, "Search", 0, 200);
    let now = type_in(&mut history, TextField::Reference, "R-1", now, 200);
    let now = type_in(&mut history, TextField::Team, " and", now, 200);
    let now = type_in(&mut history, TextField::Team, " maps", now + 3_000, 200);
    assert!(history.apply(&skill("go", Some(Strength::Must)), &CATALOG, at(now)).unwrap());
    let now = type_in(&mut history, TextField::Team, "!", now, 200);
    history.end_step();
    type_in(&mut history, TextField::Team, "!", now, 200);
    assert!(history.undo(at(now)));
    assert_eq!(history.posting().team, "Search and maps!");
    type_in(&mut history, TextField::Team, "?", now, 200);
    assert_eq!(history.redo_name(), None, "a new edit drops what was undone");
    assert_eq!(
        undo_all(&mut history),
        [
            "type the team",
            "type the team",
            "turn on Go",
            "type the team",
            "type the team",
            "type the reference number",
            "type the team"
        ]
    );
}

#[test]
fn a_long_text_is_undone_sentence_by_sentence_and_in_pieces() {
    let mut history = History::new(Posting { company: Company::default(), ..engineer() });
    let field = TextField::AboutCompany;
    type_in(&mut history, field, "We make 2.5 things. Good ones.\nReally", 0, 100);
    let mut texts = Vec::new();
    while history.undo(at(1_000_000)) {
        texts.push(history.posting().company.about.clone());
    }
    assert_eq!(texts, ["We make 2.5 things. Good ones.\n", "We make 2.5 things. ", ""]);
    let long = "abcdefghij".repeat(10);
    type_in(&mut history, field, &long, 2_000_000, 100);
    assert_eq!(undo_all(&mut history).len(), 3);
    for edit in [long.clone(), format!("{long}x")] {
        history.apply(&Edit::Text(field, edit), &CATALOG, at(3_000_000)).unwrap();
    }
    assert_eq!(undo_all(&mut history).len(), 2, "what is pasted is a step of its own");
}

#[test]
fn rewording_a_text_of_ours_goes_on_after_the_first_letter() {
    let mut history = History::new(engineer());
    let ours = "You design services that a great many other people rely on, every day.";
    for (pause, more) in ["x", "xy", "xyz"].into_iter().enumerate() {
        let edit = Edit::Prose(Prose::Summary, Some(format!("{ours}{more}")));
        history.apply(&edit, &CATALOG, at(100 * pause as i64)).unwrap();
    }
    assert_eq!(undo_all(&mut history), ["reword the summary"]);
}

#[test]
fn typing_in_a_town_or_an_amount_is_gathered_too() {
    let mut history = History::new(engineer());
    for (pause, city) in ["Berlin,", "Berlin, M", "Berlin, Mi"].into_iter().enumerate() {
        let location = Location { city: city.to_owned(), ..history.posting().locations[0].clone() };
        history.apply(&Edit::Locations(vec![location]), &CATALOG, at(100 * pause as i64)).unwrap();
    }
    let location = Location { country: Some(Country::US), ..history.posting().locations[0].clone() };
    history.apply(&Edit::Locations(vec![location]), &CATALOG, at(400)).unwrap();
    for amount in [8, 80, 800] {
        history.apply(&Edit::Pay(PayEdit::Min(Some(Decimal::from(amount)))), &CATALOG, at(500 + amount)).unwrap();
    }
    assert_eq!(
        undo_all(&mut history),
        ["change the minimum pay", "change the places of work", "change the places of work"]
    );
}

#[test]
fn what_is_typed_and_deleted_again_leaves_no_step() {
    let mut history = History::new(engineer());
    history.apply(&skill("go", Some(Strength::Must)), &CATALOG, at(0)).unwrap();
    for text in ["a", "ab", "a", ""] {
        history.apply(&Edit::Text(TextField::Team, text.to_owned()), &CATALOG, at(1)).unwrap();
    }
    assert_eq!(undo_all(&mut history), ["turn on Go"]);
}

#[test]
fn undo_and_redo_say_what_they_do_and_set_the_time() {
    let mut history = History::new(engineer());
    assert!(!history.undo(at(1)) && !history.redo(at(1)));
    assert_eq!((history.undo_name(), history.redo_name()), (None, None));
    history.apply(&skill("docker", None), &CATALOG, at(1)).unwrap();
    assert!(!history.apply(&skill("docker", None), &CATALOG, at(2)).unwrap());
    assert_eq!(history.undo_name(), Some("turn off Docker"));
    assert!(history.undo(at(3)));
    assert_eq!((history.undo_name(), history.redo_name()), (None, Some("turn off Docker")));
    assert_eq!(history.posting().changed, at(3));
    assert_eq!(skills(history.posting())[1], "docker nice");
    assert!(history.redo(at(4)));
    assert_eq!(history.posting().changed, at(4));
    assert_eq!(skills(history.posting())[1], "docker off");
}

#[test]
fn undo_of_a_switch_brings_back_everything_proposed() {
    let mut history = History::new(engineer());
    let before = history.posting().clone();
    history.apply(&Edit::Track(Track::Developer), &CATALOG, at(1)).unwrap();
    assert_ne!(history.posting().skills, before.skills);
    history.undo(at(2));
    assert_eq!(history.posting().skills, before.skills);
    assert_eq!(history.posting().education, before.education);
}

#[test]
fn a_restored_version_can_be_undone() {
    let mut history = History::new(engineer());
    let mut older = engineer();
    assert!(!history.replace(older.clone(), "restore a version", at(1)), "the same");
    older.team = "Old".to_owned();
    assert!(history.replace(older, "restore a version", at(1)));
    assert_eq!((history.posting().team.as_str(), history.posting().changed), ("Old", at(1)));
    assert_eq!(undo_all(&mut history), ["restore a version"]);
    assert_eq!(history.posting().team, "");
}

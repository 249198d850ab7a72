//! Drafts: kept as one works, listed, opened, duplicated, thrown away and brought back; copies in
//! files.

use egui::Key;
use rolewright::drafts::posting_file;
use rolewright::files::{Existing, replace};

use crate::desk::{CTRL, CTRL_SHIFT, Desk};

fn name_company(desk: &mut Desk, company: &str) {
    if !desk.has("Company") {
        desk.press("Basics");
    }
    desk.fill("Company", company);
}

#[test]
fn a_change_is_in_the_store_within_a_second_without_being_saved_by_hand() {
    let mut desk = Desk::writing();
    name_company(&mut desk, "Northlight Systems");
    desk.wait(1.0);
    let id = desk.posting().id;
    assert_eq!(desk.store().load(id).unwrap().company.name, "Northlight Systems");
    desk.assert_sees("Saved ");

    // Typing on without a pause is kept, too.
    desk.focus("Company");
    desk.key(Key::End);
    for _ in 0..6 {
        desk.text("!");
    }
    assert!(desk.store().load(id).unwrap().company.name.contains('!'));
}

#[test]
fn a_new_posting_is_in_the_store_before_anything_is_typed() {
    let desk = Desk::writing();
    assert_eq!(desk.store().list().unwrap().len(), 1);
}

#[test]
fn what_was_typed_last_is_saved_when_the_window_closes() {
    let mut desk = Desk::writing();
    name_company(&mut desk, "Northlight Systems");
    desk.wait(1.0);
    desk.key(Key::End);
    desk.window.event(egui::Event::Text(" Inc".to_owned()));
    desk.window.step();
    let id = desk.posting().id;
    assert_eq!(desk.store().load(id).unwrap().company.name, "Northlight Systems", "it is saved already");
    let desk = desk.restarted();
    assert_eq!(desk.store().load(id).unwrap().company.name, "Northlight Systems Inc");
}

#[test]
fn a_window_that_ends_without_closing_loses_nothing_older_than_a_second() {
    let mut desk = Desk::writing();
    name_company(&mut desk, "Northlight Systems");
    desk.wait(1.0);
    let id = desk.posting().id;
    let desk = desk.crashed();
    assert_eq!(desk.store().load(id).unwrap().company.name, "Northlight Systems");
}

#[test]
fn saving_by_hand_saves_at_once_and_says_so() {
    let mut desk = Desk::writing();
    name_company(&mut desk, "Northlight Systems");
    desk.focus("Company");
    desk.text("X");
    let id = desk.posting().id;
    desk.keys(CTRL, Key::S);
    assert_eq!(desk.store().load(id).unwrap().company.name, desk.posting().company.name);
    desk.assert_sees("Saved ");
}

#[test]
fn a_draft_is_duplicated_thrown_away_and_brought_back() {
    let mut desk = Desk::writing();
    name_company(&mut desk, "Northlight Systems");
    let first = desk.posting().id;
    desk.keys(CTRL, Key::D);
    desk.assert_sees("Drafts");
    let row = desk.find_like("Senior Backend Engineer, Northlight");
    desk.press("Duplicate Senior Backend Engineer");
    let copy = desk.posting().id;
    assert_ne!(copy, first);
    assert_eq!(desk.posting().company.name, "Northlight Systems");
    desk.assert_sees("This is a copy");

    // A change to the copy is no change to the first.
    name_company(&mut desk, "Harbor & Pine");
    desk.keys(CTRL, Key::D);
    assert_eq!(desk.store().load(first).unwrap().company.name, "Northlight Systems");
    desk.press(&row);
    assert_eq!(desk.posting().id, first);

    // To the trash and back.
    desk.menu("File", "Move this draft to the trash");
    desk.assert_sees("Moved to the trash");
    assert!(!desk.has(&row));
    assert_eq!(desk.store().list().unwrap().len(), 1);
    desk.press("Trash · 1");
    desk.press("Restore Senior Backend Engineer");
    desk.press("Drafts · 2");
    desk.press(&row);
    assert_eq!(desk.posting().id, first);
    assert_eq!(desk.posting().company.name, "Northlight Systems");
}

#[test]
fn what_was_typed_just_before_a_draft_goes_to_the_trash_comes_back_with_it() {
    let mut desk = Desk::writing();
    name_company(&mut desk, "Northlight Systems");
    desk.focus("Company");
    desk.key(Key::End);
    desk.text(" Inc");
    desk.menu("File", "Move this draft to the trash");
    desk.press("Trash · 1");
    desk.press("Restore Senior Backend Engineer");
    desk.press("Drafts · 1");
    let row = desk.find_like("Senior Backend Engineer, Northlight");
    desk.press(&row);
    assert_eq!(desk.posting().company.name, "Northlight Systems Inc");
}

#[test]
fn emptying_the_trash_asks_first_because_no_undo_brings_it_back() {
    let mut desk = Desk::writing();
    desk.menu("File", "Move this draft to the trash");
    desk.press("Trash · 1");
    desk.press("Empty the trash");
    assert_eq!(desk.store().list_trash().unwrap().len(), 1);
    assert_eq!(desk.focused().as_deref(), Some("Keep"), "the keyboard is on what does no harm");
    desk.press("Keep");
    desk.press("Empty the trash");
    desk.press("Delete for good");
    assert!(desk.store().list_trash().unwrap().is_empty());
    desk.assert_sees("The trash is empty");
}

#[test]
fn one_draft_and_several_are_deleted_for_good_from_the_trash_after_a_question() {
    let mut desk = Desk::writing();
    desk.keys(CTRL, Key::D);
    for _ in 0..2 {
        desk.press_first("Duplicate Senior Backend Engineer");
        desk.keys(CTRL, Key::D);
    }
    desk.keys(CTRL, Key::A);
    desk.press("Move to the trash");
    desk.press("Trash · 3");
    desk.press_first("Delete Senior Backend Engineer for good");
    desk.assert_sees("“Senior Backend Engineer” will be gone for good: there is no undo for this.");
    desk.press("Keep");
    assert_eq!(desk.store().list_trash().unwrap().len(), 3);
    desk.press_first("Delete Senior Backend Engineer for good");
    desk.press("Delete for good");
    desk.assert_sees("1 draft is deleted for good.");
    assert_eq!(desk.store().list_trash().unwrap().len(), 2);

    desk.press("Select all drafts");
    desk.press("Delete for good…");
    desk.assert_sees("2 drafts will be gone for good");
    desk.press("Delete for good");
    desk.assert_sees("2 drafts are deleted for good.");
    assert!(desk.store().list_trash().unwrap().is_empty());
    desk.assert_sees("The trash is empty");
}

#[test]
fn the_list_of_drafts_is_narrowed_by_words() {
    let mut desk = Desk::writing();
    name_company(&mut desk, "Northlight Systems");
    desk.keys(CTRL, Key::D);
    desk.fill("Search drafts", "north backend");
    let row = desk.find_like("Senior Backend Engineer, Northlight");
    desk.fill("Search drafts", "south");
    assert!(!desk.has(&row));
    desk.assert_sees("No draft has these words");
    desk.key(Key::Escape);
    assert_eq!(desk.value("Search drafts"), "");
    assert!(desk.has(&row));
}

#[test]
fn a_copy_in_a_file_opens_again_as_a_draft_of_its_own() {
    let mut desk = Desk::writing();
    name_company(&mut desk, "Northlight Systems");
    let first = desk.posting().clone();
    let path = desk.out("copy.rolewright");
    desk.keys(CTRL_SHIFT, Key::S);
    assert_eq!(desk.dialog().as_deref(), Some("Save a copy"));
    desk.write_to(&path, "Save the copy");
    assert_eq!(posting_file::read(&path).unwrap().company.name, "Northlight Systems");

    let bytes = std::fs::read(&path).unwrap();
    desk.keys(CTRL, Key::O);
    assert_eq!(desk.dialog().as_deref(), Some("Open a posting"));
    desk.fill("File", path.to_str().unwrap());
    desk.key(Key::Enter);
    assert_eq!(desk.dialog(), None);
    assert_ne!(desk.posting().id, first.id);
    assert_eq!(desk.posting().company, first.company);
    desk.assert_sees("Opened copy.rolewright as a new draft.");
    desk.wait(1.0);
    assert_eq!(desk.store().list().unwrap().len(), 2);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_broken_file_and_a_newer_one_are_refused_with_the_reason_and_left_as_they_are() {
    let mut desk = Desk::writing();
    let id = desk.posting().id;
    let newer = br#"{"kind": "rolewright-posting", "version": 999, "posting": {}}"#;
    for (name, bytes) in [("broken.rolewright", br#"{"kind": "#.as_slice()), ("newer.rolewright", newer)] {
        let path = desk.out(name);
        replace(&path, bytes, Existing::Refuse).unwrap();
        desk.keys(CTRL, Key::O);
        desk.fill("File", path.to_str().unwrap());
        desk.press("Open");
        assert_eq!(desk.dialog().as_deref(), Some("Open a posting"));
        desk.assert_sees(name);
        desk.key(Key::Escape);
        assert_eq!(desk.dialog(), None);
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
        assert_eq!(desk.posting().id, id);
        assert_eq!(desk.store().list().unwrap().len(), 1);
    }
}

#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_file_dropped_on_the_window_is_opened() {
    let mut desk = Desk::writing();
    name_company(&mut desk, "Northlight Systems");
    let first = desk.posting().id;
    let path = desk.out("copy.rolewright");
    posting_file::write(&path, desk.posting(), Existing::Refuse).unwrap();
    desk.window.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path)));
    desk.window.run();
    assert_ne!(desk.posting().id, first);
    assert_eq!(desk.posting().company.name, "Northlight Systems");
}

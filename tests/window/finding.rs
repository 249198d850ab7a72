//! Finding drafts among many, and doing something with several at once.

use egui::Modifiers;
use egui::accesskit::Role;
use rolewright::drafts::{DraftStore, Query, Shelf, Status};
use rolewright::posting::Posting;
use uuid::Uuid;

use crate::common;
use crate::desk::{CTRL, Desk};

/// A window on the list of so many drafts, "Posting 1" and so on, each changed a minute before the
/// one after it.
fn desk_with(drafts: usize) -> Desk {
    let mut desk = Desk::prepared(|data| fill(data, drafts));
    desk.keys(CTRL, egui::Key::D);
    desk
}

fn fill(data: &std::path::Path, drafts: usize) {
    let store = DraftStore::open(data).unwrap();
    let (_, posting) = common::eight().into_iter().next().unwrap();
    for n in 1..=drafts {
        let changed = jiff::Timestamp::from_second(1_795_000_000 + 60 * n as i64).unwrap();
        let title = format!("Posting {n}");
        let posting =
            Posting { id: Uuid::from_u128(n as u128), title: Some(title.clone()), changed, ..posting.clone() };
        store.save(&posting, &title).unwrap();
    }
}

fn rows(desk: &Desk) -> Vec<String> {
    let names = desk.control_names().into_iter();
    names.filter_map(|name| name.strip_prefix("Select ").map(str::to_owned)).filter(|n| n.starts_with("Post")).collect()
}

#[test]
fn words_are_found_in_the_whole_text_without_accents_and_by_their_beginnings() {
    let mut desk = Desk::writing();
    desk.press("Basics");
    desk.fill("Company", "Łódź Robotics");
    desk.keys(CTRL, egui::Key::D);
    let row = desk.find_like("Senior Backend Engineer, Łódź");
    for words in ["lodz rob", "bachelor", "sen back"] {
        desk.fill("Search drafts", words);
        assert!(desk.has(&row), "{words}");
    }
    // The place of the word is shown with its neighbours.
    desk.fill("Search drafts", "bachelor");
    desk.assert_sees("bachelor's degree");
    desk.fill("Search drafts", "bachelor lisp");
    assert!(!desk.has(&row));
}

#[test]
fn the_keyboard_is_in_the_search_when_the_drafts_are_shown() {
    let mut desk = desk_with(3);
    assert_eq!(desk.focused().as_deref(), Some("Search drafts"));
    desk.text("posting 2");
    assert_eq!(rows(&desk), ["Posting 2"]);
}

#[test]
fn only_the_drafts_in_sight_are_there_however_many_there_are() {
    let mut desk = desk_with(1_234);
    desk.assert_sees("1,234 drafts");
    assert!(rows(&desk).len() < 30, "{}", rows(&desk).len());
    assert_eq!(rows(&desk)[0], "Posting 1234");
    desk.press("Turn the order round");
    assert_eq!(rows(&desk)[0], "Posting 1");
}

#[test]
fn a_status_is_chosen_in_the_bar_and_looked_for_in_the_list() {
    let mut desk = Desk::writing();
    desk.choose("Status", "Ready");
    let id = desk.posting().id;
    assert_eq!(desk.store().info(id).unwrap().status, Status::Ready);
    desk.keys(CTRL, egui::Key::D);
    desk.choose("Status", "Ready");
    assert!(desk.has("Senior Backend Engineer"));
    desk.choose("Status", "Published");
    desk.assert_sees("No draft is like that");
    desk.press("Show all");
    assert!(desk.has("Senior Backend Engineer"));
    desk.choose("Specialism", "Front end");
    assert!(!desk.has("Senior Backend Engineer"));
    desk.choose("Specialism", "Backend");
    desk.choose("Developer or engineer", "Developer");
    assert!(!desk.has("Senior Backend Engineer"));
    desk.choose("Developer or engineer", "Engineer");
    assert!(desk.has("Senior Backend Engineer"));
    // What is opened again is as far as it was.
    desk.press("Senior Backend Engineer");
    assert_eq!(desk.value("Status"), "Ready");
}

#[test]
fn several_drafts_go_to_the_trash_and_come_back_together() {
    let mut desk = desk_with(5);
    desk.press("Select Posting 2");
    desk.press("Select Posting 4");
    desk.assert_sees("2 selected");
    desk.press("Move to the trash");
    desk.assert_sees("2 drafts moved to the trash.");
    assert_eq!(rows(&desk), ["Posting 5", "Posting 3", "Posting 1"]);
    desk.press("Trash · 2");
    desk.press("Select all drafts");
    desk.press("Restore");
    desk.press("Drafts · 5");
    assert_eq!(rows(&desk).len(), 5);
}

#[test]
fn ctrl_a_selects_everything_that_was_found_in_sight_or_not() {
    let mut desk = desk_with(150);
    desk.keys(CTRL, egui::Key::A);
    desk.assert_sees("150 selected");
    desk.press("Archive");
    desk.assert_sees("150 drafts archived.");
    desk.press("Archived · 150");
    let found = desk.store().search(&Query { shelf: Shelf::Archive, ..Query::default() }).unwrap();
    assert_eq!(found.total, 150);
}

#[test]
fn shift_selects_from_the_last_box_to_this_one() {
    let mut desk = desk_with(9);
    desk.click("Select Posting 8");
    desk.find_role(Role::CheckBox, "Select Posting 5").click_modifiers(Modifiers::SHIFT);
    desk.window.run();
    desk.assert_sees("4 selected");
    for n in 5..=8 {
        assert!(desk.is_on(&format!("Select Posting {n}")), "{n}");
    }
    desk.press("Select none");
    desk.assert_sees("9 drafts");
}

#[test]
fn a_status_is_set_for_several_at_once() {
    let mut desk = desk_with(3);
    desk.press("Select all drafts");
    desk.choose("Status of what is selected", "Published");
    for n in 1..=3 {
        assert_eq!(desk.store().info(Uuid::from_u128(n)).unwrap().status, Status::Published);
    }
    desk.assert_sees("3 selected");
}

#[test]
fn several_drafts_are_written_to_a_folder_and_a_folder_is_opened() {
    let mut desk = desk_with(3);
    desk.press("Select Posting 1");
    desk.press("Select Posting 3");
    desk.press("Export…");
    assert_eq!(desk.dialog().as_deref(), Some("Export 2 drafts"));
    let folder = desk.out("many");
    desk.fill("Folder", folder.to_str().unwrap());
    desk.press("Rolewright copies");
    desk.press("Write the files");
    desk.assert_sees("2 postings are written.");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2);

    // A second time beside them: what is there stays.
    desk.press("Export…");
    desk.fill("Folder", folder.to_str().unwrap());
    desk.press("Rolewright copies");
    desk.press("Write the files");
    desk.assert_sees("2 postings are written.");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 4);
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.to_str().unwrap().contains(" (2).") {
            std::fs::remove_file(path).unwrap();
        }
    }

    let mut other = Desk::new();
    other.menu("Backup", "Open a folder of postings…");
    other.fill("Folder", folder.to_str().unwrap());
    other.press("Open them");
    other.assert_sees("2 postings are taken in.");
    assert_eq!(other.store().list().unwrap().len(), 2);
}

#[test]
fn several_drafts_are_duplicated_together() {
    let mut desk = desk_with(3);
    desk.press("Select all drafts");
    desk.press("Duplicate");
    desk.assert_sees("3 copies are made.");
    assert!(desk.has("Drafts · 6"));
}

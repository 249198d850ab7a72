//! The company profile: said once, and every new posting begins with it.

use egui::Key;
use rolewright::files::{Existing, replace};

use crate::desk::{CTRL, Desk};

const ICON: &[u8] = include_bytes!("../../assets/icon/rolewright-256.png");

fn open(desk: &mut Desk) {
    desk.menu("File", "Company profile…");
    assert_eq!(desk.dialog().as_deref(), Some("Company profile"));
}

#[test]
fn a_saved_profile_is_what_a_new_posting_begins_with_today_and_tomorrow() {
    let mut desk = Desk::new();
    open(&mut desk);
    desk.fill("Company name", "Northlight Systems");
    desk.fill("About the company", "We move payments for 3,000 shops.");
    desk.fill("Benefits, one a line", "A boat on the lake.");
    desk.fill("City", "Denver");
    desk.choose("Country", "United States");
    desk.press("Save the profile");
    assert_eq!(desk.dialog(), None);
    desk.assert_sees("The company profile is saved.");
    desk.begin();
    for words in ["Northlight Systems", "We move payments for 3,000 shops.", "A boat on the lake.", "Denver"] {
        desk.assert_sees(words);
    }
    let mut desk = desk.restarted();
    desk.press("Write the posting");
    desk.assert_sees("A boat on the lake.");
    open(&mut desk);
    assert_eq!(desk.value("Company name"), "Northlight Systems");
}

#[test]
fn the_number_of_people_is_kept_and_words_are_refused_with_what_to_do() {
    let mut desk = Desk::new();
    open(&mut desk);
    desk.fill("People employed", "some");
    desk.press("Save the profile");
    desk.assert_sees("People employed: write a whole number, such as 250, or leave it empty.");
    assert_eq!(desk.dialog().as_deref(), Some("Company profile"));
    desk.fill("People employed", "1,200");
    desk.press("Save the profile");
    assert_eq!(desk.store().get_profile().unwrap().and_then(|profile| profile.employees), Some(1200));
    open(&mut desk);
    assert_eq!(desk.value("People employed"), "1200");
    desk.fill("People employed", "");
    desk.press("Save the profile");
    assert_eq!(desk.store().get_profile().unwrap().and_then(|profile| profile.employees), None);
}

#[test]
fn a_profile_changed_while_writing_comes_into_the_posting_if_asked_and_undo_takes_it_out() {
    let mut desk = Desk::writing();
    open(&mut desk);
    desk.fill("Company name", "Northlight Systems");
    desk.press("Save the profile");
    assert_eq!(desk.posting().company.name, "");
    open(&mut desk);
    desk.press("Use it in the open posting as well");
    desk.press("Save the profile");
    assert_eq!(desk.posting().company.name, "Northlight Systems");
    desk.keys(CTRL, Key::Z);
    assert_eq!(desk.posting().company.name, "");
}

#[test]
fn a_logo_is_taken_by_its_path_and_removed_again() {
    let mut desk = Desk::new();
    let path = desk.out("logo.png");
    replace(&path, ICON, Existing::Refuse).unwrap();
    open(&mut desk);
    desk.assert_sees("Logo: none");
    desk.fill("Or the path of a PNG file", path.to_str().unwrap());
    desk.press("Take this logo");
    desk.assert_sees("Logo: PNG, 256 × 256 pixels");
    desk.press("Save the profile");
    desk.begin();
    assert!(desk.posting().company.logo.is_some());
    open(&mut desk);
    desk.press("Remove the logo");
    desk.assert_sees("Logo: none");
}

#[test]
fn a_file_that_cannot_be_the_logo_is_refused_with_the_reason_and_the_profile_stays_open() {
    let mut desk = Desk::new();
    let path = desk.out("logo.png");
    replace(&path, b"GIF89a", Existing::Refuse).unwrap();
    open(&mut desk);
    desk.fill("Company name", "Northlight Systems");
    for (path, words) in [(path.clone(), "cannot be the logo"), (desk.out("gone.png"), "gone.png")] {
        desk.fill("Or the path of a PNG file", path.to_str().unwrap());
        desk.press("Take this logo");
        desk.assert_sees("Problem");
        desk.assert_sees(words);
        desk.assert_sees("Logo: none");
    }
    assert_eq!(desk.value("Company name"), "Northlight Systems");
    assert_eq!(desk.dialog().as_deref(), Some("Company profile"));
}

#[test]
fn leaving_the_profile_keeps_what_was_saved_before() {
    let mut desk = Desk::new();
    open(&mut desk);
    desk.fill("Company name", "Northlight Systems");
    desk.key(Key::Escape);
    assert_eq!(desk.dialog(), None);
    assert_eq!(desk.store().get_profile().unwrap(), None);
}

//! When something is wrong around the window: it works on, and says what is the matter.

use egui::Key;
use egui::accesskit::Role;
use rolewright::drafts::posting_file;
use rolewright::files::{Existing, replace};

use crate::desk::{CTRL_SHIFT, Desk};

#[test]
fn a_faulty_template_is_named_with_line_and_column_and_everything_else_is_loaded() {
    let mut desk = Desk::prepared(|data| {
        std::fs::create_dir(data.join("templates")).unwrap();
        let text = b"[[skill]]\nid = \"our-ledger\"\nlabel = \"Our ledger\"\ngroup = 7\n";
        replace(&data.join("templates").join("ours.toml"), text, Existing::Refuse).unwrap();
    });
    desk.assert_sees("Entries in your templates folder could not be used, for 4 reasons. Everything else is loaded.");
    desk.press("Problems in your templates…");
    assert_eq!(desk.dialog().as_deref(), Some("Problems in your templates"));
    desk.assert_sees("ours.toml:4:");
    desk.key(Key::Escape);
    desk.begin();
    assert!(desk.has("Rust"));
    desk.menu("Help", "Problems in your templates…");
    desk.assert_sees("ours.toml:4:");
}

#[test]
fn a_skill_from_the_persons_own_templates_is_offered() {
    let mut desk = Desk::prepared(|data| {
        std::fs::create_dir(data.join("templates")).unwrap();
        let text = b"[[skill]]\nid = \"our-ledger\"\nlabel = \"Our ledger\"\ngroup = \"data\"\nmust = \"You have kept books in a ledger of your own.\"\nnice = \"Experience with double-entry ledgers.\"\nlearn = \"You will learn our ledger with us.\"\n";
        replace(&data.join("templates").join("ours.toml"), text, Existing::Refuse).unwrap();
    });
    desk.begin();
    desk.press("Our ledger");
    desk.assert_sees("You have kept books in a ledger of your own.");
}

#[test]
fn without_a_folder_for_drafts_the_window_works_and_a_copy_can_be_saved() {
    let mut desk = Desk::prepared(|data| {
        std::fs::remove_dir(data).unwrap();
        replace(data, b"a file in the folder's place", Existing::Refuse).unwrap();
    });
    desk.assert_sees("The folder for drafts");
    desk.assert_sees("cannot be used");
    desk.begin();
    desk.assert_sees("Not saved");
    desk.assert_sees("nothing is kept there");
    desk.press("Test strategy");
    desk.wait(2.0);
    desk.assert_sees("Not saved");

    // The message offers the way out.
    desk.press_role(Role::Button, "Save a copy…");
    let path = desk.out("copy.rolewright");
    desk.write_to(&path, "Save the copy");
    assert_eq!(desk.dialog(), None);
    assert_eq!(posting_file::read(&path).unwrap().skills, desk.posting().skills);

    let text = desk.out("posting.txt");
    desk.keys(CTRL_SHIFT, Key::E);
    desk.write_to(&text, "Write the text file");
    assert!(text.is_file());
    assert_eq!(std::fs::read(desk.data()).unwrap(), b"a file in the folder's place");
}

#[test]
fn a_message_stays_until_it_is_dismissed() {
    let mut desk = Desk::writing();
    desk.keys(CTRL_SHIFT, Key::C);
    desk.assert_sees("Copied with formatting.");
    desk.wait(60.0);
    desk.assert_sees("Copied with formatting.");
    desk.press("Dismiss");
    desk.assert_sees_not("Copied with formatting.");
}

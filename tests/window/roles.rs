//! Developer to engineer and back, another level, another title: what was done by hand stays.

use egui::Key;
use rolewright::catalog::Track;

use crate::desk::{CTRL, Desk};

#[test]
fn switching_to_developer_keeps_what_was_done_by_hand_and_undo_brings_all_of_it_back() {
    let mut desk = Desk::writing();
    desk.press("Kubernetes");
    desk.press("Basics");
    desk.fill("Company", "Northlight Systems");
    desk.press("Basics");
    desk.focus("Several languages");
    desk.key(Key::F2);
    desk.fill("Wording of Several languages", "You write Rust.");
    desk.press("Done");
    let before = desk.lines();

    desk.press("Developer");
    assert_eq!(desk.posting().role.track, Track::Developer);
    desk.assert_sees("Senior Backend Developer");
    assert!(desk.is_on("Kubernetes"));
    desk.assert_sees("You write Rust.");
    desk.assert_sees("Northlight Systems");
    desk.assert_page_is_true();
    assert_ne!(desk.lines(), before);

    desk.press("Undo: switch to developer");
    assert_eq!(desk.lines(), before);
    desk.assert_page_is_true();
}

#[test]
fn the_level_and_the_specialism_change_in_the_panel() {
    let mut desk = Desk::writing();
    desk.choose("Level", "Junior");
    desk.assert_sees("Junior Backend Engineer");
    desk.choose("Specialism", "Full-stack");
    desk.assert_page_is_true();
    desk.keys(CTRL, Key::Z);
    desk.keys(CTRL, Key::Z);
    desk.assert_sees("Senior Backend Engineer");
}

#[test]
fn a_title_by_hand_stays_and_ours_comes_back_when_asked_for() {
    let mut desk = Desk::writing();
    desk.press("Basics");
    desk.fill("Title", "");
    desk.text("Keeper of queues");
    assert_eq!(desk.posting().title.as_deref(), Some("Keeper of queues"));
    desk.press("Developer");
    desk.assert_sees("Keeper of queues");
    desk.press("Use our title: Senior Backend Developer");
    desk.assert_sees("Senior Backend Developer");
    desk.assert_sees_not("Keeper of queues");
}

#[test]
fn a_title_that_people_search_for_is_used_with_one_choice_and_ours_comes_back() {
    let mut desk = Desk::writing();
    desk.press("Basics");
    desk.choose("Other titles people search for", "Senior Server-Side Engineer");
    desk.assert_sees("Senior Server-Side Engineer");
    assert_eq!(desk.value("Title"), "Senior Server-Side Engineer");
    desk.assert_page_is_true();
    desk.press("Undo: type the title");
    desk.assert_sees("Senior Backend Engineer");
    desk.press("Developer");
    desk.choose("Other titles people search for", "Senior API Developer");
    desk.press("Use our title: Senior Backend Developer");
    assert_eq!(desk.posting().title, None);
}

#[test]
fn a_text_of_ours_can_be_emptied_and_written_anew_and_reset() {
    let mut desk = Desk::writing();
    desk.press("About the role");
    let field = "About the role";
    desk.fill(field, "");
    desk.text("You keep the queues short.");
    assert_eq!(desk.posting().summary.wording.as_deref(), Some("You keep the queues short."));
    desk.assert_sees("You keep the queues short.");
    desk.press("Reset “About the role” to ours");
    desk.assert_sees("As a backend engineer, you work on");
}

#[test]
fn half_typed_amounts_are_never_read_as_something_else() {
    let mut desk = Desk::writing();
    desk.press("Pay and benefits");
    desk.fill("Minimum", "142,000");
    desk.fill("Maximum", "168k");
    desk.assert_sees("Write an amount, such as 142,000 or 45.50.");
    assert_eq!(desk.posting().pay.max, None);
    assert_eq!(desk.value("Maximum"), "168k");
    desk.fill("Maximum", "100000");
    desk.assert_sees("The minimum is above the maximum.");
    desk.assert_page_is_true();
}

#[test]
fn education_is_switched_part_by_part() {
    let mut desk = Desk::writing();
    desk.press("Education");
    assert!(desk.is_on("Or equivalent experience"), "it is on from the start");
    desk.press("Or equivalent experience");
    desk.assert_sees_not("or equivalent experience.");
    desk.press("Say something about education");
    desk.assert_sees_not("bachelor's degree");
    desk.assert_page_is_true();
    desk.keys(CTRL, Key::Z);
    desk.keys(CTRL, Key::Z);
    desk.assert_sees("or equivalent experience.");
}

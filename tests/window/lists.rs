//! Skills, duties, benefits, steps: filter, own items, strength, order, wording.

use egui::accesskit::Role;
use egui::{Key, Modifiers};

use crate::desk::{CTRL, Desk};

/// The labels of the skills that are on, in the posting's order.
fn on(desk: &Desk) -> Vec<String> {
    desk.posting().skills.items.iter().filter(|item| item.strength.is_some()).map(|item| item.label.clone()).collect()
}

#[test]
fn the_filter_narrows_the_list_and_enter_switches_the_one_that_is_left() {
    let mut desk = Desk::writing();
    desk.fill("Filter skills", "kuber");
    assert!(desk.has("Kubernetes"));
    assert!(!desk.has("Rust"));
    assert!(!desk.is_on("Kubernetes"));
    desk.key(Key::Enter);
    assert_eq!(desk.value("Filter skills"), "");
    assert_eq!(desk.focused().as_deref(), Some("Filter skills"));
    assert!(desk.is_on("Kubernetes"));
    assert!(desk.has("Rust"));
}

#[test]
fn enter_on_several_matches_switches_none_of_them() {
    let mut desk = Desk::writing();
    let before = desk.posting().clone();
    desk.fill("Filter skills", "java");
    desk.key(Key::Enter);
    assert_eq!(*desk.posting(), before);
    assert_eq!(desk.value("Filter skills"), "java");
    assert_eq!(desk.focused().as_deref(), Some("Filter skills"));
}

#[test]
fn enter_on_no_match_adds_a_skill_of_ones_own_and_delete_removes_it() {
    let mut desk = Desk::writing();
    desk.fill("Filter skills", "You have kept a railway on time.");
    desk.key(Key::Enter);
    desk.assert_sees("Your own");
    desk.assert_sees("You have kept a railway on time.");
    let row = desk.find_like("You have kept a railway");
    assert!(desk.is_on(&row));
    desk.focus(&row);
    desk.key(Key::Delete);
    assert!(!desk.has(&row));
    desk.assert_sees_not("You have kept a railway on time.");
    desk.keys(CTRL, Key::Z);
    desk.assert_sees("You have kept a railway on time.");
}

#[test]
fn an_own_item_can_be_added_although_others_match() {
    let mut desk = Desk::writing();
    desk.fill("Filter skills", "Rust");
    assert!(!desk.has("Add “Rust”"), "it is there already");
    desk.fill("Filter skills", "Java");
    assert!(!desk.has("Add “Java”"), "it is there already");
    desk.fill("Filter skills", "Jav");
    desk.press("Add “Jav”");
    assert!(desk.is_on("Jav"));
}

#[test]
fn escape_empties_the_filter_and_keeps_the_keyboard_there() {
    let mut desk = Desk::writing();
    desk.fill("Filter skills", "kuber");
    desk.key(Key::Escape);
    assert_eq!(desk.value("Filter skills"), "");
    assert!(desk.has("Rust"));
    assert_eq!(desk.focused().as_deref(), Some("Filter skills"));
}

#[test]
fn the_pill_changes_how_strongly_a_skill_is_asked_for() {
    let mut desk = Desk::writing();
    desk.press("Strength of Several languages: must have");
    desk.press_role(Role::MenuItemRadio, "learn on the job");
    desk.assert_sees("You will learn a second programming language by working on our code.");
    desk.press("Undo: make Several languages something to learn");
    desk.assert_sees("You write code in two or more languages and know when each fits.");
}

#[test]
fn a_nice_to_have_switched_off_and_on_again_is_no_must_have() {
    let mut desk = Desk::writing();
    assert!(desk.has("Data models"));
    desk.press("Data models");
    desk.press("Data models");
    desk.assert_sees("Experience designing a data model and changing it in a running system.");
    // One that nobody proposed is a must-have when it is switched on.
    desk.press("Docker");
    let docker = desk.posting().skills.items.iter().find(|item| item.id.as_str() == "docker").unwrap();
    assert_eq!(docker.strength, Some(rolewright::catalog::Strength::Must));
}

#[test]
fn alt_and_arrows_move_a_row_that_keeps_the_keyboard() {
    let mut desk = Desk::writing();
    let before = on(&desk);
    assert_eq!(before[..2], ["Databases, APIs and servers", "Several languages"]);
    desk.focus("Databases, APIs and servers");
    desk.keys(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(on(&desk)[..2], ["Several languages", "Databases, APIs and servers"]);
    assert_eq!(desk.focused().as_deref(), Some("Databases, APIs and servers"));
    desk.assert_page_is_true();
    desk.keys(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(on(&desk), before);
    // The first cannot go further up.
    desk.keys(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(on(&desk), before);
    assert_eq!(desk.focused().as_deref(), Some("Databases, APIs and servers"));
}

#[test]
fn the_row_menu_moves_rewords_resets_and_shows() {
    let mut desk = Desk::writing();
    let row = "Several languages";
    desk.click(&format!("More for {row}"));
    desk.press_role(Role::MenuItem, "Move up");
    assert_eq!(on(&desk)[0], row);
    desk.click(&format!("More for {row}"));
    desk.press_role(Role::MenuItem, "Edit wording…");
    assert_eq!(desk.focused().as_deref(), Some("Wording of Several languages"));
    desk.fill(&format!("Wording of {row}"), "You write Rust.");
    desk.press("Done");
    desk.assert_sees("You write Rust.");
    desk.click(&format!("More for {row}"));
    desk.press_role(Role::MenuItem, "Reset to ours");
    desk.assert_sees_not("You write Rust.");
    desk.click(&format!("More for {row}"));
    desk.press_role(Role::MenuItem, "Show in the posting");
}

#[test]
fn a_secondary_click_on_a_row_opens_the_same_menu() {
    let mut desk = Desk::writing();
    desk.find("Several languages").click_secondary();
    desk.window.run();
    desk.press_role(Role::MenuItem, "Move up");
    assert_eq!(on(&desk)[0], "Several languages");
}

#[test]
fn the_wording_has_the_keyboard_each_time_it_is_opened() {
    let mut desk = Desk::writing();
    for row in ["One main language", "Several languages", "One main language"] {
        desk.focus(row);
        desk.key(Key::F2);
        assert_eq!(desk.focused(), Some(format!("Wording of {row}")));
    }
    desk.key(Key::Escape);
    assert_eq!(desk.focused().as_deref(), Some("One main language"));
    assert!(!desk.has("Wording of One main language"));
}

#[test]
fn the_order_view_shows_what_is_on_in_its_order() {
    let mut desk = Desk::writing();
    desk.press("Reorder skills");
    assert!(!desk.has("Rust"), "it is off");
    let before = on(&desk);
    desk.focus(&before[1]);
    desk.keys(Modifiers::ALT, Key::ArrowUp);
    let mut wanted = before.clone();
    wanted.swap(0, 1);
    assert_eq!(on(&desk), wanted);
    assert_eq!(desk.focused().as_ref(), Some(&before[1]));
    desk.press("Show all");
    assert!(desk.has("Rust"));
}

#[test]
fn a_row_is_dragged_by_its_handle_to_where_it_is_dropped() {
    let mut desk = Desk::writing();
    desk.press("Reorder skills");
    let before = on(&desk);
    let from = desk.find(&before[0]).rect();
    let to = desk.find(&before[2]).rect();
    let handle = egui::pos2(from.left() - 12.0, from.center().y);
    desk.drag(handle, egui::pos2(handle.x, to.bottom() - 2.0));
    let mut wanted = before.clone();
    let moved = wanted.remove(0);
    wanted.insert(2, moved);
    assert_eq!(on(&desk), wanted);
    desk.keys(CTRL, Key::Z);
    assert_eq!(on(&desk), before);
}

#[test]
fn the_filter_is_found_from_the_order_view_too() {
    let mut desk = Desk::writing();
    desk.press("Reorder skills");
    desk.keys(CTRL, Key::F);
    assert_eq!(desk.focused().as_deref(), Some("Filter skills"));
}

#[test]
fn duties_benefits_and_steps_work_the_same_way() {
    let mut desk = Desk::writing();
    desk.menu("View", "Close all sections");
    for (section, row, line, filter) in [
        ("Duties", "Prototypes", "", "Filter duties"),
        (
            "Pay and benefits",
            "Retirement plan",
            "Employer contributions to a pension or retirement plan.",
            "Filter benefits",
        ),
        (
            "How you hire",
            "Reply to every application",
            "A reply to every application, after a person has read it.",
            "Filter hiring steps",
        ),
    ] {
        desk.press(section);
        if !line.is_empty() {
            assert!(!desk.is_on(row), "{row}");
            desk.press(row);
            desk.assert_sees(line);
        }
        let own = format!("One of our own in {section}.");
        desk.fill(filter, &own);
        desk.key(Key::Enter);
        desk.assert_sees(&own);
        desk.assert_page_is_true();
        desk.press(section);
    }
}

//! Everything that can have the keyboard has a name, on each screen and in each dialog; and the
//! window comes to rest in each.

use egui::accesskit::{Action, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

use crate::desk::{CTRL, CTRL_SHIFT, Desk, name_of};

fn check(desk: &mut Desk, place: &str) {
    // Panics if the window goes on painting, or if an input has no name.
    desk.window.run();
    for node in desk.nodes() {
        let node = node.accesskit_node();
        if node.data().supports_action(Action::Focus) && node.role() != Role::Window {
            assert!(
                !name_of(&node).trim().is_empty(),
                "{place}: a {:?} at {:?} has no name",
                node.role(),
                node.raw_bounds()
            );
        }
    }
    let steps = desk.window.run();
    assert_eq!(steps, 1, "{place}: the window paints although nothing happens");
}

#[test]
fn on_every_screen() {
    let mut desk = Desk::new();
    check(&mut desk, "start");
    desk.press("Help me choose");
    check(&mut desk, "questions");
    desk.press("Side by side");
    check(&mut desk, "side by side");
    desk.keys(CTRL, Key::D);
    check(&mut desk, "no drafts");
    desk.keys(CTRL, Key::N);
    desk.begin();
    desk.menu("View", "Open all sections");
    check(&mut desk, "editor");
    desk.press("Reorder skills");
    desk.press("Reorder duties");
    check(&mut desk, "order");
    desk.keys(CTRL, Key::Backslash);
    check(&mut desk, "page alone");
    desk.keys(CTRL_SHIFT, Key::K);
    for (part, entry) in [
        ("Screening sheet", "Test strategy"),
        ("Task sheet", "Limit the requests"),
        ("Skills assessment", "Limit the requests"),
        ("Interview guide", "Do you have children, or plan to?"),
        ("Scorecard", "Technical knowledge"),
    ] {
        desk.press_role(Role::RadioButton, part);
        desk.press(&format!("Edit: {entry}"));
        check(&mut desk, part);
    }
    desk.press_role(Role::RadioButton, "Who checks what");
    check(&mut desk, "who checks what");
    desk.keys(CTRL, Key::D);
    check(&mut desk, "drafts");
    desk.press("Move Senior Backend Engineer to the trash");
    desk.press("Trash · 1");
    check(&mut desk, "trash");
    desk.press("Empty the trash");
    check(&mut desk, "emptying the trash");
}

#[test]
fn in_every_dialog() {
    let mut desk = Desk::writing();
    for (modifiers, key) in [
        (CTRL, Key::E),
        (CTRL_SHIFT, Key::E),
        (CTRL_SHIFT, Key::S),
        (CTRL_SHIFT, Key::H),
        (CTRL, Key::O),
        (CTRL, Key::K),
        (CTRL, Key::Comma),
        (Modifiers::NONE, Key::F1),
    ] {
        desk.keys(modifiers, key);
        let title = desk.dialog().expect("a dialog is open");
        check(&mut desk, &title);
        desk.key(Key::Escape);
    }
    for (menu, entry) in [
        ("File", "Keep this version…"),
        ("File", "Export the hiring kit…"),
        ("Backup", "Open a folder of postings…"),
        ("Backup", "Export all drafts…"),
        ("Backup", "Restore from backup…"),
        ("Backup", "Folder for backups…"),
        ("File", "Company profile…"),
        ("Help", "Your own templates…"),
        ("Help", "About Rolewright…"),
    ] {
        desk.menu(menu, entry);
        let title = desk.dialog().expect("a dialog is open");
        check(&mut desk, &title);
        desk.key(Key::Escape);
    }
}

#[test]
fn in_every_menu_and_list_that_pops_up() {
    let mut desk = Desk::writing();
    for menu in ["File", "Edit", "View", "Help", "Export", "Copy", "Specialism", "Level"] {
        desk.click_menu(menu);
        check(&mut desk, menu);
        desk.key(Key::Escape);
    }
    for control in ["Strength of Several languages: must have", "More for Several languages"] {
        desk.click(control);
        check(&mut desk, control);
        desk.key(Key::Escape);
    }
    desk.press("Basics");
    desk.press_role(Role::ComboBox, "Country");
    check(&mut desk, "Country");
}

#[test]
fn in_the_smallest_window_every_dialog_shows_its_buttons() {
    let mut desk = Desk::sized(egui::vec2(720.0, 480.0), |_| {});
    check(&mut desk, "start");
    desk.begin();
    check(&mut desk, "editor");
    let window = desk.window.ctx.content_rect();
    for (menu, entry, button) in [
        ("File", "Company profile…", "Save the profile"),
        ("File", "Settings…", "Close"),
        ("File", "Export to Word…", "Write the Word file"),
        ("File", "Export to text…", "Write the text file"),
        ("File", "Save a copy…", "Save the copy"),
        ("File", "Export the hiring kit…", "Write the files"),
        ("File", "Open file…", "Open"),
        ("Help", "Keyboard shortcuts…", "Close"),
        ("Help", "Your own templates…", "Close"),
        ("Help", "About Rolewright…", "Close"),
    ] {
        desk.menu(menu, entry);
        check(&mut desk, entry);
        // Two are called "Close" where the main button is: it and the cross.
        for node in desk.all(button) {
            assert!(window.contains_rect(node.rect()), "{button} of {entry} is at {:?}", node.rect());
        }
        desk.key(Key::Escape);
    }
}

#[test]
fn an_hour_at_rest_paints_nothing() {
    let mut desk = Desk::writing();
    desk.wait(2.0);
    let output = desk.window.output();
    for view in output.viewport_output.values() {
        assert!(view.repaint_delay > std::time::Duration::from_secs(3600), "wakes after {:?}", view.repaint_delay);
    }
}

//! The keyboard alone: no pointer, no screen reader's actions.

use egui::{Key, Modifiers, Rect};

use crate::desk::{CTRL, CTRL_SHIFT, Desk};

/// What has the keyboard lies wholly within the window, and says where it is.
fn assert_focus_is_in_sight(desk: &Desk) {
    let window = desk.window.ctx.content_rect();
    let focus = desk.window.ctx.memory(|memory| memory.focused()).expect("something has the keyboard");
    let response = desk.window.ctx.read_response(focus).expect("what has the keyboard is on the window");
    let shown: Rect = response.interact_rect;
    let name = desk.focused();
    assert!(window.contains_rect(response.rect), "{name:?} is at {:?}", response.rect);
    assert!(shown.height() > response.rect.height() - 1.0, "{name:?} at {:?} shows only {shown:?}", response.rect);
}

#[test]
fn the_main_job_from_start_to_an_exported_file() {
    let mut desk = Desk::new();
    desk.tab_to("Backend");
    desk.key(Key::Space);
    desk.tab_to("Developer");
    desk.key(Key::ArrowRight);
    assert_eq!(desk.focused().as_deref(), Some("Engineer"));
    desk.tab_to("Mid-level");
    desk.key(Key::ArrowRight);
    desk.tab_to("Write the posting");
    desk.key(Key::Enter);
    assert_eq!(desk.posting().role.level.id(), "senior");

    // A skill off by its filter, another strength by its pill.
    desk.keys(CTRL, Key::F);
    assert_eq!(desk.focused().as_deref(), Some("Filter skills"));
    desk.text("test strat");
    desk.key(Key::Enter);
    desk.assert_sees_not("You decide what to test at which layer, and keep the tests fast.");
    desk.text("mathematics");
    desk.tab_to("Strength of Mathematics in design: must have");
    desk.key(Key::Enter);
    desk.tab_to("nice to have");
    desk.key(Key::Enter);
    assert_eq!(desk.focused().as_deref(), Some("Strength of Mathematics in design: nice to have"));

    // Another wording; Escape ends it and the keyboard is on the row again.
    desk.tab_back_to("Mathematics in design");
    desk.key(Key::F2);
    assert_eq!(desk.focused().as_deref(), Some("Wording of Mathematics in design"));
    desk.keys(CTRL, Key::A);
    desk.text("Experience with queues on paper.");
    desk.key(Key::Escape);
    assert!(!desk.has("Wording of Mathematics in design"));
    assert_eq!(desk.focused().as_deref(), Some("Mathematics in design"));
    desk.keys(CTRL, Key::Z);
    desk.assert_sees_not("Experience with queues on paper.");
    desk.keys(CTRL_SHIFT, Key::Z);
    desk.assert_sees("Experience with queues on paper.");

    // Company, a country from a list, pay.
    desk.tab_back_to("Basics");
    desk.key(Key::Enter);
    desk.tab_to("Company");
    desk.text("Northlight Systems");
    desk.tab_to("City");
    desk.text("Vienna");
    desk.tab_to("Country");
    desk.key(Key::ArrowDown);
    desk.text("austria");
    desk.key(Key::Enter);
    assert_eq!(desk.focused().as_deref(), Some("Country"));
    desk.tab_to("Pay and benefits");
    desk.key(Key::Space);
    desk.tab_to("Minimum");
    desk.text("62000");
    desk.assert_sees("Location: Vienna, Austria");
    desk.assert_sees("Pay: From $62,000 a year");

    let path = desk.out("keys.docx");
    desk.keys(CTRL, Key::E);
    assert_eq!(desk.focused().as_deref(), Some("File"));
    desk.keys(CTRL, Key::A);
    desk.text(path.to_str().unwrap());
    desk.key(Key::Enter);
    assert_eq!(desk.dialog(), None);
    assert!(path.is_file());
    desk.assert_page_is_true();
}

#[test]
fn tab_goes_through_everything_in_sight_and_comes_round_again() {
    let mut desk = Desk::writing();
    desk.keys(Modifiers::NONE, Key::Tab);
    let first = desk.focused().unwrap();
    let mut seen = Vec::new();
    loop {
        assert_focus_is_in_sight(&desk);
        seen.push(desk.focused().unwrap());
        desk.key(Key::Tab);
        if desk.focused().as_ref() == Some(&first) {
            break;
        }
        assert!(seen.len() < 600, "Tab never comes round: {seen:?}");
    }
    for name in ["File", "Undo", "Export", "Specialism", "Developer", "Basics", "Filter skills", "Rust", "How to apply"]
    {
        // Undo is off: there is nothing to undo.
        assert_eq!(seen.iter().any(|seen| seen == name), name != "Undo", "{name}: {seen:?}");
    }
    // And backwards.
    desk.keys(Modifiers::SHIFT, Key::Tab);
    assert_eq!(desk.focused(), seen.pop());
    assert_focus_is_in_sight(&desk);
}

#[test]
fn rows_that_are_out_of_sight_have_their_strength_and_menu_and_come_into_sight_with_the_keyboard() {
    let mut desk = Desk::writing();
    let last = "Strength of Delegating work: must have";
    let window = desk.window.ctx.content_rect();
    assert!(!window.contains_rect(desk.find(last).rect()), "make the window smaller");
    desk.tab_to("Delegating work");
    desk.tab_to(last);
    assert_focus_is_in_sight(&desk);
    desk.key(Key::Tab);
    assert_eq!(desk.focused().as_deref(), Some("More for Delegating work"));
}

#[test]
fn undo_in_a_field_takes_back_typing_and_outside_of_one_the_last_change() {
    let mut desk = Desk::writing();
    desk.press("Test strategy");
    desk.press("Basics");
    desk.focus("Company");
    desk.text("Acme");
    desk.wait(2.0);
    desk.text(" Ltd");
    desk.keys(CTRL, Key::Z);
    assert_eq!(desk.posting().company.name, "Acme");
    assert!(!desk.is_on("Test strategy"), "undo in a field took back a change to the posting");

    // With the keyboard on a row, or nowhere, it is the posting's undo.
    desk.focus("Docker");
    desk.key(Key::Space);
    assert!(desk.is_on("Docker"));
    desk.keys(CTRL, Key::Z);
    assert!(!desk.is_on("Docker"));
    desk.keys(CTRL, Key::Y);
    assert!(desk.is_on("Docker"));
}

#[test]
fn escape_leaves_every_dialog_and_the_keyboard_is_where_it_was() {
    let mut desk = Desk::writing();
    desk.focus("Test strategy");
    for (modifiers, key, title) in [
        (CTRL, Key::E, "Export to Word"),
        (CTRL_SHIFT, Key::E, "Export to text"),
        (CTRL_SHIFT, Key::S, "Save a copy"),
        (CTRL, Key::O, "Open a posting"),
        (CTRL, Key::K, "Find a command"),
        (CTRL, Key::Comma, "Settings"),
        (Modifiers::NONE, Key::F1, "Keyboard shortcuts"),
    ] {
        desk.keys(modifiers, key);
        assert_eq!(desk.dialog().as_deref(), Some(title));
        assert_ne!(desk.focused().as_deref(), Some("Test strategy"), "{title} has not taken the keyboard");
        assert_focus_is_in_sight(&desk);
        desk.key(Key::Escape);
        assert_eq!(desk.dialog(), None, "{title}");
        assert_eq!(desk.focused().as_deref(), Some("Test strategy"), "after {title}");
    }
}

#[test]
fn a_dialog_opened_from_the_palette_gives_the_keyboard_back_to_where_it_was_before() {
    let mut desk = Desk::writing();
    desk.focus("Test strategy");
    for (words, title) in [
        ("company profile", "Company profile"),
        ("about role", "About Rolewright"),
        ("own templates", "Your own templates"),
    ] {
        desk.keys(CTRL, Key::K);
        desk.text(words);
        desk.key(Key::Enter);
        assert_eq!(desk.dialog().as_deref(), Some(title));
        desk.key(Key::Escape);
        assert_eq!(desk.dialog(), None);
        assert_eq!(desk.focused().as_deref(), Some("Test strategy"), "after {title}");
    }
}

#[test]
fn tab_stays_within_a_dialog() {
    let mut desk = Desk::writing();
    desk.keys(CTRL, Key::E);
    let mut seen = Vec::new();
    for _ in 0..8 {
        seen.push(desk.focused().unwrap());
        desk.key(Key::Tab);
    }
    assert_eq!(seen[..5], ["File", "Choose where…", "Write the Word file", "Cancel", "Close"]);
    assert_eq!(seen[5], "File");
}

#[test]
fn a_list_that_pops_up_in_a_dialog_is_left_first_by_escape() {
    let mut desk = Desk::writing();
    desk.keys(CTRL, Key::Comma);
    desk.tab_to("Bullets");
    desk.key(Key::Enter);
    assert!(desk.sees("Settings"));
    desk.key(Key::Escape);
    assert_eq!(desk.dialog().as_deref(), Some("Settings"));
    assert_eq!(desk.focused().as_deref(), Some("Bullets"));
    desk.key(Key::Escape);
    assert_eq!(desk.dialog(), None);
}

#[test]
fn menus_open_and_are_walked_and_left_by_keys() {
    let mut desk = Desk::writing();
    desk.tab_to("View");
    desk.key(Key::Enter);
    desk.tab_to("Dark colours");
    desk.key(Key::Enter);
    assert_eq!(desk.window.ctx.theme(), egui::Theme::Dark);
    assert!(!desk.has("Dark colours"), "the menu is still open");

    desk.tab_to("Export");
    desk.key(Key::Enter);
    desk.tab_to("Export to text…");
    desk.key(Key::Escape);
    assert!(!desk.has("Export to text…"), "the menu is still open");
    assert_eq!(desk.focused().as_deref(), Some("Export"));
    desk.key(Key::Enter);
    desk.tab_to("Export to text…");
    desk.key(Key::Enter);
    assert_eq!(desk.dialog().as_deref(), Some("Export to text"));
}

#[test]
fn drafts_are_opened_duplicated_and_thrown_away_by_keys() {
    let mut desk = Desk::writing();
    let first = desk.posting().id;
    desk.keys(CTRL, Key::D);
    desk.tab_to("Duplicate Senior Backend Engineer");
    desk.key(Key::Enter);
    assert_ne!(desk.posting().id, first);
    desk.keys(CTRL, Key::D);
    desk.tab_to("Search drafts");
    desk.tab_to("Senior Backend Engineer");
    desk.key(Key::Enter);
    desk.keys(CTRL, Key::D);
    desk.tab_to("Search drafts");
    desk.tab_to("Move Senior Backend Engineer to the trash");
    desk.key(Key::Space);
    desk.tab_to("Drafts · 1");
    desk.key(Key::ArrowRight);
    desk.key(Key::ArrowRight);
    desk.tab_to("Restore Senior Backend Engineer");
    desk.key(Key::Enter);
    assert_eq!(desk.store().list().unwrap().len(), 2);
}

#[test]
fn after_a_question_or_a_problem_the_keyboard_goes_on_in_the_dialog() {
    let mut desk = Desk::writing();
    let path = desk.out("there.txt");
    rolewright::files::replace(&path, b"precious", rolewright::files::Existing::Refuse).unwrap();
    desk.keys(CTRL_SHIFT, Key::E);
    desk.keys(CTRL, Key::A);
    desk.text(path.to_str().unwrap());
    desk.key(Key::Enter);
    desk.assert_sees("There is a file named there.txt");
    desk.tab_to("Replace it");
    desk.key(Key::Enter);
    assert_eq!(desk.dialog(), None);
    assert_ne!(std::fs::read(&path).unwrap(), b"precious");
}

#[test]
fn the_keyboard_stays_on_its_row_while_the_list_scrolls_and_rows_come_and_go() {
    let mut desk = Desk::writing();
    desk.focus("Several languages");
    desk.window.hover_at(desk.find("Several languages").rect().center());
    desk.window.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -900.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    desk.wait(2.0);
    assert_eq!(desk.focused().as_deref(), Some("Several languages"));
    desk.press("Basics");
    assert_eq!(desk.focused().as_deref(), Some("Several languages"));
}

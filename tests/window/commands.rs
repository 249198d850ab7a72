//! The one table of commands: menus, shortcuts and palette.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;
use rolewright::app::command::{Command, MENUS};

use crate::desk::{CTRL, CTRL_SHIFT, Desk};

#[test]
fn each_menu_has_its_commands_and_only_what_can_be_done_can_be_chosen() {
    for writing in [false, true] {
        let mut desk = if writing { Desk::writing() } else { Desk::new() };
        for (menu, commands) in MENUS {
            desk.click_menu(menu);
            for command in commands.iter().flatten() {
                let entry = desk.find_role(Role::MenuItem, command.label());
                let possible = match command {
                    Command::Undo | Command::Redo | Command::TemplateProblems => false,
                    command => writing || !command.needs_posting(),
                };
                assert_eq!(!entry.accesskit_node().is_disabled(), possible, "{command:?}, writing: {writing}");
            }
            desk.key(Key::Escape);
            let last = commands[commands.len() - 1].unwrap();
            assert!(!desk.has(last.label()), "{menu} is still open");
        }
    }
}

#[test]
fn the_palette_lists_every_command_there_is_and_narrows_as_one_types() {
    let mut desk = Desk::writing();
    desk.keys(CTRL, Key::K);
    assert_eq!(desk.dialog().as_deref(), Some("Find a command"));
    assert_eq!(desk.focused().as_deref(), Some("Command"));
    for command in Command::all().filter(|c| !matches!(c, Command::Palette | Command::TemplateProblems)) {
        desk.find_role(Role::ListBoxOption, command.label());
    }
    desk.text("export");
    assert!(desk.has("Export to Word…") && desk.has("Export to text…"));
    assert!(desk.all("Quit").is_empty());
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    assert_eq!(desk.dialog().as_deref(), Some("Export to text"));
}

#[test]
fn the_palette_keeps_the_keyboard_when_nothing_is_found() {
    let mut desk = Desk::writing();
    desk.keys(CTRL, Key::K);
    desk.text("zzz");
    desk.assert_sees("No command has these words.");
    desk.key(Key::Enter);
    assert_eq!(desk.dialog().as_deref(), Some("Find a command"));
    desk.keys(CTRL, Key::A);
    desk.text("dark");
    desk.key(Key::Enter);
    assert_eq!(desk.dialog(), None);
    assert_eq!(desk.window.ctx.theme(), egui::Theme::Dark);
}

#[test]
fn the_palette_offers_undo_by_what_it_undoes() {
    let mut desk = Desk::writing();
    desk.press("Docker");
    desk.keys(CTRL, Key::K);
    desk.text("undo");
    desk.press_role(Role::ListBoxOption, "Undo: turn on Docker");
    assert!(!desk.is_on("Docker"));
}

#[test]
fn each_shortcut_does_what_its_command_says() {
    let mut desk = Desk::writing();
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
        assert_eq!(desk.dialog().as_deref(), Some(title), "{key:?}");
        desk.key(Key::Escape);
    }

    desk.press("Docker");
    desk.keys(CTRL, Key::Z);
    assert!(!desk.is_on("Docker"));
    desk.keys(CTRL_SHIFT, Key::Z);
    assert!(desk.is_on("Docker"));

    desk.keys(CTRL, Key::Plus);
    assert!(desk.has("Page zoom: back to 100%: 110%"));
    desk.keys(CTRL, Key::Equals);
    assert!(desk.has("Page zoom: back to 100%: 125%"));
    desk.keys(CTRL, Key::Minus);
    desk.keys(CTRL, Key::Num0);
    assert!(desk.has("Page zoom: back to 100%: 100%"));

    desk.keys(CTRL, Key::Backslash);
    assert!(!desk.has("Skills"));
    desk.keys(CTRL, Key::Backslash);
    assert!(desk.has("Skills"));
    desk.keys(CTRL, Key::F);
    assert_eq!(desk.focused().as_deref(), Some("Filter skills"));

    desk.keys(CTRL, Key::D);
    desk.assert_sees("Everything stays on this computer");
    assert!(desk.has("Search drafts"));
    desk.press("Back to the posting");
    assert!(desk.has("Filter skills"));
    desk.keys(CTRL, Key::N);
    desk.assert_sees("Whom are you looking for?");
    desk.press("Back to the posting");

    desk.window.event(egui::Event::Key {
        key: Key::Q,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: CTRL,
    });
    desk.window.step();
    let mut views = desk.window.output().viewport_output.values();
    assert!(
        views.any(|view| view.commands.contains(&egui::ViewportCommand::Close)),
        "Ctrl+Q does not close the window"
    );
}

#[test]
fn shortcuts_of_a_posting_do_nothing_where_there_is_none() {
    let mut desk = Desk::new();
    for (modifiers, key) in [(CTRL, Key::E), (CTRL_SHIFT, Key::S), (CTRL_SHIFT, Key::C), (CTRL, Key::Z), (CTRL, Key::F)]
    {
        desk.keys(modifiers, key);
        assert_eq!(desk.dialog(), None, "{key:?}");
    }
    assert_eq!(desk.window.state().copied(), None);
}

#[test]
fn the_list_of_shortcuts_names_every_key_in_the_table() {
    let mut desk = Desk::writing();
    desk.key(Key::F1);
    for command in Command::all() {
        if let Some(keys) = command.shortcut() {
            let keys = desk.window.ctx.format_shortcut(&keys);
            desk.assert_sees(&keys);
        }
    }
}

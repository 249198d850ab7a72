//! Our controls as people work them: found by name, by pointer, by keyboard, in both looks.

use egui::accesskit::{Invalid, Role, Toggled};
use egui::{Key, Theme, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use rolewright::app::theme::{self, icons, size};
use rolewright::app::widgets::*;
use rolewright::catalog::Strength;

/// What the gallery shows, and what its controls asked for.
struct Gallery {
    track: usize,
    track_asked: usize,
    rust: bool,
    strength: Strength,
    open: bool,
    filter: String,
    title: String,
    error: Option<&'static str>,
    role: Option<usize>,
    country: Option<usize>,
    done: Vec<&'static str>,
    dialog: bool,
}

impl Default for Gallery {
    fn default() -> Self {
        Self {
            track: 0,
            track_asked: 0,
            rust: false,
            strength: Strength::Nice,
            open: false,
            filter: String::new(),
            title: String::new(),
            error: None,
            role: Some(0),
            country: None,
            done: Vec::new(),
            dialog: false,
        }
    }
}

const COUNTRIES: [&str; 6] = ["Australia", "Austria", "Belgium", "Canada", "United Kingdom", "United States"];

fn gallery(ui: &mut Ui, g: &mut Gallery) {
    egui::CentralPanel::default().show(ui, |ui| {
        controls_ui(ui, g);
        texts_ui(ui, g);
        if g.dialog {
            let answer = dialog(ui, "rename", "Rename the draft", size::DIALOG_SMALL, |ui| {
                Field::new("New name", &mut g.filter).show(ui);
                quiet_button(ui, "Keep the name").clicked()
            });
            g.dialog = !(answer.close || answer.inner);
        }
    });
}

fn controls_ui(ui: &mut Ui, g: &mut Gallery) {
    ui.horizontal(|ui| {
        let mut say = |clicked: bool, what| {
            if clicked {
                g.done.push(what);
            }
        };
        say(quiet_button_with_icon(ui, icons::CHEVRON_LEFT, "Drafts").clicked(), "drafts");
        say(icon_button_with_shortcut(ui, icons::UNDO, "Undo", Some("Ctrl+Z")).clicked(), "undo");
        ui.add_enabled_ui(false, |ui| say(icon_button(ui, icons::REDO, "Redo").clicked(), "redo"));
        say(primary_button(ui, "New posting").clicked(), "new");
        menu_button(ui, MenuLook::Primary, "Export", |ui| {
            let word = MenuItem::new("To Word…").icon(icons::FILE_DOWN).shortcut(Some("Ctrl+E")).show(ui);
            say(word.clicked(), "word");
            menu_separator(ui);
            say(menu_item(ui, "To text…").clicked(), "text");
            say(MenuItem::new("To nowhere").enabled(false).show(ui).clicked(), "nowhere");
        });
        menu_button(ui, MenuLook::Quiet, "Copy", |_| ());
        if quiet_button(ui, "Rename…").clicked() {
            g.dialog = true;
        }
    });
    if let Some(track) = segmented(ui, "Track", &["Developer", "Engineer"], g.track) {
        g.track = track;
        g.track_asked += 1;
    }
    if let Some(role) = select(ui, "Role", g.role, &["Backend", "Frontend", "Full stack"]) {
        g.role = Some(role);
    }
    let countries = Select::new("Country", &COUNTRIES).selected(g.country).filter().labelled();
    if let Some(country) = countries.show(ui) {
        g.country = Some(country);
    }
    if section_header(ui, "Skills", "7 must · 4 nice", g.open).clicked() {
        g.open = !g.open;
    }
    group_label(ui, "Languages");
    let mut strength = None;
    let mut edit = false;
    let row = check_row(ui, "Rust", g.rust, true, |ui, hot| {
        strength = strength_pill(ui, "Rust", g.strength);
        edit = row_menu(ui, hot, "More for Rust", |ui| menu_item(ui, "Edit wording…").clicked()).unwrap_or(false);
    });
    if row.toggled {
        g.rust = !g.rust;
    }
    if edit {
        g.done.push("edit");
    }
    g.strength = strength.unwrap_or(g.strength);
}

fn texts_ui(ui: &mut Ui, g: &mut Gallery) {
    heading(ui, "Review");
    muted(ui, "1 to fix");
    small_muted(ui, "Saved 10:42");
    Field::new("Title", &mut g.title).hint("As readers search for it").error(g.error).show(ui);
    Field::new("Filter skills", &mut g.filter).label_hidden().placeholder("Filter").show(ui);
    Field::new("About us", &mut String::new()).rows(2).show(ui);
    for kind in [BannerKind::Info, BannerKind::Warning, BannerKind::Error] {
        banner(ui, kind, "Something is to be known.", |ui| muted_link_button(ui, "Dismiss"));
    }
    empty_state(ui, icons::FILE_TEXT, "No drafts yet", "They show here.", |ui| link_button(ui, "Write one"));
}

fn harness(look: Theme) -> Harness<'static, Gallery> {
    let mut harness = Harness::builder()
        .with_size([900.0, 1100.0])
        .with_theme(look)
        .with_context_setup(theme::install)
        .build_ui_state(gallery, Gallery::default());
    harness.run();
    harness
}

#[test]
fn both_looks_show_every_control_by_name_and_come_to_rest() {
    for look in [Theme::Light, Theme::Dark] {
        let harness = harness(look);
        for name in [
            "Drafts",
            "Undo",
            "New posting",
            "Export",
            "Copy",
            "Developer",
            "Engineer",
            "Skills",
            "Rust",
            "Strength of Rust: nice to have",
            "More for Rust",
            "Role",
            "Filter skills",
            "Review",
            "Write one",
        ] {
            harness.get_by_label(name);
        }
    }
}

#[test]
fn a_click_presses_a_button_unless_it_is_disabled() {
    let mut harness = harness(Theme::Light);
    for name in ["Drafts", "Undo", "Redo", "New posting"] {
        harness.get_by_label(name).click();
        harness.run();
    }
    assert_eq!(harness.state().done, ["drafts", "undo", "new"]);
}

#[test]
fn segments_are_chosen_by_click_and_by_arrow() {
    let mut harness = harness(Theme::Light);
    harness.get_by_label("Engineer").click();
    harness.run();
    assert_eq!(harness.state().track, 1);
    assert_eq!(harness.get_by_label("Engineer").accesskit_node().toggled(), Some(Toggled::True));

    harness.get_by_label("Engineer").focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(harness.state().track, 0);
    assert!(harness.get_by_label("Developer").is_focused());
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(harness.state().track, 1);

    let asked = harness.state().track_asked;
    harness.get_by_label("Engineer").click();
    harness.run();
    assert_eq!(harness.state().track_asked, asked, "what is chosen already is not asked for again");
    assert_eq!(harness.get_by_label("Track").accesskit_node().role(), Role::RadioGroup);
}

#[test]
fn a_row_toggles_by_click_and_by_space_and_says_its_state() {
    let mut harness = harness(Theme::Dark);
    assert_eq!(harness.get_by_label("Rust").accesskit_node().toggled(), Some(Toggled::False));
    harness.get_by_label("Rust").click();
    harness.run();
    assert!(harness.state().rust);
    assert_eq!(harness.get_by_label("Rust").accesskit_node().toggled(), Some(Toggled::True));
    assert_eq!(harness.get_by_label("Rust").accesskit_node().role(), Role::CheckBox);
    harness.get_by_label("Rust").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert!(!harness.state().rust);
}

#[test]
fn what_lies_in_a_row_does_not_toggle_it() {
    let mut harness = harness(Theme::Light);
    harness.get_by_label("Strength of Rust: nice to have").click();
    harness.run();
    harness.get_by_label("must have").click();
    harness.run();
    assert_eq!(harness.state().strength, Strength::Must);
    assert!(!harness.state().rust);
    harness.get_by_label("Strength of Rust: must have");

    harness.get_by_label("More for Rust").click();
    harness.run();
    harness.get_by_label("Edit wording…").click();
    harness.run();
    assert_eq!(harness.state().done, ["edit"]);
    assert!(!harness.state().rust);
}

#[test]
fn a_menu_is_worked_by_keyboard_alone_and_gives_the_keyboard_back() {
    let mut harness = harness(Theme::Light);
    harness.get_by_label("Export").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.get_by_label("Export").accesskit_node().data().is_expanded(), Some(true));
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("To text…").is_none());
    assert!(harness.get_by_label("Export").is_focused());

    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("To text…").click();
    harness.run();
    assert_eq!(harness.state().done, ["text"]);
    assert!(harness.query_by_label("To text…").is_none());
}

#[test]
fn a_menu_entry_is_taken_with_enter_and_the_menu_closes() {
    let mut harness = harness(Theme::Light);
    harness.get_by_label("Export").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert!(harness.get_by_label("To Word…").is_focused());
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().done, ["word"]);
    assert!(harness.query_by_label("To Word…").is_none(), "the menu is still open");
    assert!(harness.get_by_label("Export").is_focused());
}

#[test]
fn a_section_says_whether_it_is_open_and_what_is_inside() {
    let mut harness = harness(Theme::Light);
    let skills = harness.get_by_label("Skills");
    assert_eq!(skills.accesskit_node().data().is_expanded(), Some(false));
    assert_eq!(skills.accesskit_node().data().description(), Some("7 must · 4 nice"));
    skills.click();
    harness.run();
    assert_eq!(harness.get_by_label("Skills").accesskit_node().data().is_expanded(), Some(true));
}

#[test]
fn a_select_is_worked_by_arrows_and_enter() {
    let mut harness = harness(Theme::Light);
    assert_eq!(harness.get_by_label("Role").value().as_deref(), Some("Backend"));
    harness.get_by_label("Role").focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().role, Some(1));
    assert!(harness.query_by_label("Full stack").is_none(), "the list is still open");
    assert!(harness.get_by_label("Role").is_focused());
}

#[test]
fn a_select_that_is_left_with_escape_changes_nothing() {
    let mut harness = harness(Theme::Light);
    harness.get_by_label("Role").click();
    harness.run();
    harness.get_by_label("Full stack");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("Full stack").is_none());
    assert_eq!(harness.state().role, Some(0));
    assert!(harness.get_by_label("Role").is_focused());
}

#[test]
fn a_long_select_is_narrowed_by_typing() {
    let mut harness = harness(Theme::Light);
    let country = |harness: &Harness<'_, Gallery>| {
        harness.get_by_role_and_label(Role::ComboBox, "Country").focus();
    };
    country(&harness);
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    // The box has the keyboard; a screen reader is pointed at the option that Enter would take.
    assert!(harness.get_by_label("Australia").is_focused());
    harness.get_by_label("Filter Country").type_text("uni");
    harness.run();
    assert!(harness.get_by_label("United Kingdom").is_focused());
    assert!(harness.query_by_label("Canada").is_none());
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().country.map(|index| COUNTRIES[index]), Some("United States"));
    assert!(harness.query_by_label("Filter Country").is_none(), "the list is still open");

    // Opened again, the box is empty and everything is there.
    country(&harness);
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    harness.get_by_label("Canada").click();
    harness.run();
    assert_eq!(harness.state().country.map(|index| COUNTRIES[index]), Some("Canada"));
}

#[test]
fn a_field_has_its_label_for_a_name_and_says_what_is_wrong() {
    let mut harness = harness(Theme::Light);
    let title = |harness: &Harness<'_, Gallery>| {
        harness.get_by_role_and_label(Role::TextInput, "Title").accesskit_node().data().invalid()
    };
    harness.get_by_role_and_label(Role::TextInput, "Title").focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Title").type_text("Engineer");
    harness.run();
    assert_eq!(harness.state().title, "Engineer");
    assert_eq!(title(&harness), None);
    harness.state_mut().error = Some("A title is needed.");
    harness.run();
    assert_eq!(title(&harness), Some(Invalid::True));
    harness.get_by_label("A title is needed.");
    assert!(harness.query_by_label("As readers search for it").is_none());
}

#[test]
fn a_dialog_takes_the_keyboard_and_gives_it_back() {
    let mut harness = harness(Theme::Light);
    for leave in ["Escape", "Close", "Keep the name"] {
        harness.get_by_label("Rename…").focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        let name = harness.get_by_role_and_label(Role::TextInput, "New name");
        assert!(name.is_focused(), "its first control has the keyboard");
        harness.get_by_role_and_label(Role::Dialog, "Rename the draft");
        match leave {
            "Escape" => harness.key_press(Key::Escape),
            button => harness.get_by_label(button).click(),
        }
        harness.run();
        assert!(harness.query_by_label("Rename the draft").is_none(), "{leave} leaves it");
        assert!(harness.get_by_label("Rename…").is_focused(), "the keyboard came back after {leave}");
    }
}

#[test]
fn a_banner_says_its_rank_in_words() {
    let harness = harness(Theme::Light);
    for (word, role) in [("Note", Role::Status), ("Warning", Role::Alert), ("Problem", Role::Alert)] {
        let name = format!("{word}: Something is to be known.");
        assert_eq!(harness.get_by_label(&name).accesskit_node().role(), role);
    }
}

#[test]
fn whatever_has_the_keyboard_wears_a_ring() {
    let mut harness = harness(Theme::Light);
    let rings = |harness: &Harness<'_, Gallery>| -> Vec<egui::Rect> {
        let shapes = harness.output().shapes.iter();
        shapes
            .filter_map(|clipped| match &clipped.shape {
                egui::Shape::Rect(rect)
                    if rect.stroke.width == size::FOCUS_RING && rect.stroke.color == theme::LIGHT.accent =>
                {
                    Some(rect.rect)
                }
                _ => None,
            })
            .collect()
    };
    assert!(rings(&harness).is_empty());
    for name in ["Drafts", "Export", "Engineer", "Role", "Skills", "Rust", "Write one", "Filter skills"] {
        harness.get_by_label(name).focus();
        harness.run();
        let widget = harness.get_by_label(name).rect();
        let rings = rings(&harness);
        assert!(rings.len() == 1 && rings[0].contains_rect(widget), "{name} at {widget:?} wears {rings:?}");
    }
}

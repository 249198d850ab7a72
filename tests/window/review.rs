//! The review beside the page: what is found shows at once with its reason and source, is mended
//! with a press, dismissed with a note, walked through with F8, and asked about before an export.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::NodeT;
use rolewright::drafts::{DraftStore, Settings};
use rolewright::review::RULES;

use crate::desk::{CTRL, Desk, USUAL};

const NO_COMPANY: &str = "No company name";
const NO_COMPANY_CARD: &str = "Should fix: No company name";
const ROCKSTAR: &str = "Jargon: “rockstar”";
const SUMMARY: &str = "You are a rockstar of queries.\n\nWork is fast-paced.";

/// Turns off every rule but these: what others find is no business of these tests.
fn only(rules: &'static [&'static str]) -> impl Fn(&Path) {
    move |data| {
        let others = RULES.iter().map(|rule| rule.id).filter(|id| !rules.contains(id));
        let settings = Settings { review_off: others.map(str::to_owned).collect(), ..Settings::default() };
        DraftStore::open(data).unwrap().put_setting(Settings::KEY, &settings).unwrap();
    }
}

/// A senior backend engineer's posting of a company without a name, reviewed by two rules.
fn reviewing() -> Desk {
    reviewing_sized(USUAL)
}

fn reviewing_sized(size: Vec2) -> Desk {
    let mut desk = Desk::sized(size, only(&["company-missing", "jargon"]));
    desk.begin();
    desk
}

/// The same with two words of jargon in the summary.
fn reviewing_jargon() -> Desk {
    let mut desk = reviewing();
    desk.press("About the role");
    desk.fill("About the role", SUMMARY);
    desk
}

fn description(desk: &Desk, field: &str) -> String {
    desk.field(field).accesskit_node().data().description().unwrap_or_default().to_owned()
}

/// The card that is lit, by the control of its that has the keyboard.
fn step(desk: &mut Desk, modifiers: Modifiers) -> String {
    desk.keys(modifiers, Key::F8);
    desk.focused().unwrap_or_default()
}

#[test]
fn what_is_found_stands_beside_the_page_with_its_reason_and_its_source() {
    let mut desk = reviewing();
    desk.assert_sees("1 should fix");
    desk.assert_sees("People want to know who asks");
    desk.assert_sees("schema.org JobPosting, hiringOrganization) · convention");
    assert!(desk.has(NO_COMPANY_CARD));
    desk.press("Basics");
    desk.fill("Company", "N");
    assert!(!desk.has(NO_COMPANY_CARD), "the review is not of what was just typed");
    desk.assert_sees("Nothing to fix");
    desk.assert_sees("None of them has anything to say.");
    desk.assert_sees("pay laws");
}

#[test]
fn a_card_leads_to_the_control_of_what_it_is_about() {
    let mut desk = reviewing_jargon();
    desk.press(NO_COMPANY_CARD);
    assert_eq!(desk.focused().as_deref(), Some("Company"));
    desk.press(&format!("Consider: {ROCKSTAR}"));
    assert_eq!(desk.focused().as_deref(), Some("About the role"));
    desk.press(&format!("Go there: {NO_COMPANY}"));
    assert_eq!(desk.focused().as_deref(), Some("Company"));
}

#[test]
fn a_fix_is_one_press_and_one_undo() {
    let mut desk = reviewing_jargon();
    desk.press("Use “developer”: Jargon: “rockstar”");
    desk.assert_sees("You are a developer of queries.");
    assert!(!desk.has(&format!("Consider: {ROCKSTAR}")));
    desk.press(NO_COMPANY_CARD);
    desk.keys(CTRL, Key::K);
    desk.text("undo");
    desk.key(Key::Enter);
    desk.assert_sees("You are a rockstar of queries.");
    assert!(desk.has(&format!("Consider: {ROCKSTAR}")));
}

#[test]
fn everything_of_a_kind_is_mended_with_one_press_and_one_undo() {
    let mut desk = reviewing_jargon();
    desk.press(&format!("Fix all 2: {ROCKSTAR}"));
    desk.assert_sees("You are a developer of queries.");
    assert!(!desk.control_names().iter().any(|name| name.contains("Jargon")));
    desk.press("Undo: fix all: jargon and pressure");
    desk.assert_sees("You are a rockstar of queries.");
    desk.assert_sees("Work is fast-paced.");
}

#[test]
fn the_next_card_has_the_keyboard_when_the_one_that_had_it_is_gone() {
    let mut desk = reviewing_jargon();
    desk.key(Key::F8);
    desk.key(Key::F8);
    desk.tab_to("Use “developer”: Jargon: “rockstar”");
    desk.key(Key::Enter);
    assert_eq!(desk.focused().as_deref(), Some("Consider: Jargon: “fast-paced”"));
    desk.tab_to("Dismiss…: Jargon: “fast-paced”");
    desk.key(Key::Enter);
    desk.text("as the team says");
    desk.key(Key::Enter);
    assert_eq!(desk.focused().as_deref(), Some(NO_COMPANY_CARD));
}

#[test]
fn a_finding_is_dismissed_with_a_note_and_brought_back() {
    let mut desk = reviewing();
    desk.press(&format!("Dismiss…: {NO_COMPANY}"));
    let note = format!("Note on dismissing: {NO_COMPANY}");
    assert_eq!(desk.focused().as_ref(), Some(&note));
    desk.key(Key::Escape);
    assert!(!desk.has(&note) && desk.posting().dismissed.is_empty());
    assert_eq!(desk.focused().as_deref(), Some(NO_COMPANY_CARD));

    desk.press(&format!("Dismiss…: {NO_COMPANY}"));
    desk.text("named by the agency");
    desk.key(Key::Enter);
    assert_eq!(desk.posting().dismissed[0].note, "named by the agency");
    assert!(!desk.has(NO_COMPANY_CARD));
    desk.assert_sees("Nothing to fix");

    desk.press("Dismissed");
    desk.assert_sees("“named by the agency”");
    desk.press(&format!("Bring back: {NO_COMPANY}"));
    assert!(desk.has(NO_COMPANY_CARD) && !desk.has("Dismissed"));
    desk.press("Undo: bring back a finding");
    assert!(!desk.has(NO_COMPANY_CARD) && desk.has("Dismissed"));
    desk.press("Undo: dismiss a finding");
    assert!(desk.has(NO_COMPANY_CARD));
}

#[test]
fn a_dismissal_is_kept_with_the_draft() {
    let mut desk = reviewing();
    desk.press(&format!("Dismiss…: {NO_COMPANY}"));
    desk.press(&format!("Dismiss: {NO_COMPANY}"));
    let mut desk = desk.restarted();
    desk.press("Senior Backend Engineer");
    assert!(!desk.has(NO_COMPANY_CARD) && desk.has("Dismissed"));
}

#[test]
fn f8_walks_through_the_findings_in_reading_order_and_back() {
    let mut desk = reviewing_jargon();
    let (rockstar, pace) = ("Consider: Jargon: “rockstar”", "Consider: Jargon: “fast-paced”");
    // It works from within a text field, too.
    assert_eq!(desk.focused().as_deref(), Some("About the role"));
    for expected in [NO_COMPANY_CARD, rockstar, pace, NO_COMPANY_CARD] {
        assert_eq!(step(&mut desk, Modifiers::NONE), expected);
    }
    for expected in [pace, rockstar] {
        assert_eq!(step(&mut desk, Modifiers::SHIFT), expected);
    }
}

#[test]
fn f8_shows_the_card_and_the_words_wherever_they_are() {
    let mut desk = reviewing_sized(Vec2::new(1280.0, 480.0));
    desk.press("Skills");
    desk.press("Career, company, statement");
    desk.fill("Equal-opportunity statement", "Everyone can apply.");
    desk.fill("Career path", "You can become a rockstar.");
    desk.key(Key::F8);
    desk.key(Key::F8);
    assert_eq!(desk.focused().as_deref(), Some("Consider: Jargon: “rockstar”"));
    let window = desk.window.ctx.content_rect();
    let line = desk.nodes().into_iter().find(|node| {
        let node = node.accesskit_node();
        node.role() == Role::Label && node.value().as_deref() == Some("You can become a rockstar.")
    });
    assert!(window.contains_rect(line.expect("the line is on the page").rect()));
    assert!(window.contains_rect(desk.find("Consider: Jargon: “rockstar”").rect()));
}

#[test]
fn marked_words_say_why_to_a_screen_reader_in_the_field_and_on_the_page() {
    let desk = reviewing_jargon();
    let said = description(&desk, "About the role");
    assert!(said.contains("Jargon: “rockstar”. It tells a reader little"), "{said:?}");
    assert!(said.contains("Jargon: “fast-paced”."), "{said:?}");
    let line = desk.nodes().into_iter().find(|node| {
        let node = node.accesskit_node();
        node.role() == Role::Label && node.value().as_deref() == Some("Work is fast-paced.")
    });
    let line = line.expect("the line is on the page").accesskit_node();
    assert!(line.data().description().unwrap_or_default().starts_with("Jargon: “fast-paced”. "));
}

#[test]
fn the_cursor_on_marked_words_shows_why() {
    let mut desk = reviewing_jargon();
    let count = |desk: &Desk| desk.words().iter().filter(|words| words.as_str() == "Jargon: “fast-paced”").count();
    let beside = count(&desk);
    // The cursor is behind the full stop: two to the left it is within the words.
    for _ in 0..3 {
        desk.key(Key::ArrowLeft);
    }
    assert_eq!(count(&desk), beside + 1, "no word of it at the cursor");
    desk.key(Key::Home);
    assert_eq!(count(&desk), beside, "it stays when the cursor has gone");
}

#[test]
fn the_panel_is_hidden_and_shown_and_stays_as_it_was() {
    let mut desk = reviewing();
    desk.keys(CTRL, Key::R);
    assert!(!desk.has(NO_COMPANY_CARD));
    let mut desk = desk.restarted();
    desk.press("Senior Backend Engineer");
    assert!(!desk.has(NO_COMPANY_CARD));
    desk.menu("View", "Show or hide the review panel");
    assert!(desk.has(NO_COMPANY_CARD));
    desk.press("Hide the review");
    assert!(!desk.has(NO_COMPANY_CARD));
    desk.press("Review: 1 should fix");
    assert!(desk.has(NO_COMPANY_CARD));
}

#[test]
fn in_a_narrow_window_it_lies_over_the_page_when_asked_for() {
    let mut desk = reviewing_sized(Vec2::new(1024.0, 700.0));
    assert!(!desk.has(NO_COMPANY_CARD));
    desk.press("Review: 1 should fix");
    assert!(desk.has(NO_COMPANY_CARD));
    desk.key(Key::Escape);
    assert!(!desk.has(NO_COMPANY_CARD));
    assert_eq!(step(&mut desk, Modifiers::NONE), NO_COMPANY_CARD);
    // Escape leaves the innermost first.
    desk.press(&format!("Dismiss…: {NO_COMPANY}"));
    desk.key(Key::Escape);
    assert!(desk.has(NO_COMPANY_CARD));
    desk.press(NO_COMPANY_CARD);
    assert_eq!(desk.focused().as_deref(), Some("Company"));
}

#[test]
fn the_bar_at_the_bottom_says_where_the_posting_stands() {
    let desk = reviewing();
    desk.assert_sees("min to read");
    desk.assert_sees("Grade ");
    for measure in ["words: ", "duties: ", "requirements: ", "Reading grade "] {
        let said = desk.words().into_iter().find(|words| words.contains(measure) && words.contains("4,629"));
        assert!(said.is_some_and(|said| said.contains("The middle half has")), "{measure}");
    }
}

#[test]
fn a_rule_is_turned_off_and_on_in_the_settings_at_once() {
    let mut desk = reviewing();
    desk.press(&format!("More: {NO_COMPANY}"));
    desk.press_role(Role::MenuItem, "Look for this no more");
    assert!(!desk.has(NO_COMPANY_CARD));
    desk.assert_sees("“The company is missing” is not looked for any more");
    desk.press("What the review looks for…");
    assert_eq!(desk.dialog().as_deref(), Some("Settings"));
    assert!(!desk.is_on("The company is missing"));
    desk.press("The company is missing");
    desk.press("Jargon and pressure");
    desk.key(Key::Escape);
    assert!(desk.has(NO_COMPANY_CARD));
    assert!(desk.settings().review_off.contains("jargon"));
    assert!(!desk.settings().review_off.contains("company-missing"));
}

#[test]
fn every_rule_explains_itself_in_the_settings() {
    let mut desk = reviewing();
    desk.menu("Edit", "What the review looks for…");
    for rule in RULES {
        desk.find_role(Role::CheckBox, rule.name);
        desk.assert_sees(rule.looks_for);
        desk.assert_sees(&rule.source.line());
    }
}

#[test]
fn the_dictionary_takes_words_and_gives_them_up() {
    let mut desk = reviewing();
    desk.keys(CTRL, Key::Comma);
    desk.press("Dictionary");
    desk.assert_sees("No words yet.");
    desk.fill("New word", "Northlight");
    desk.key(Key::Enter);
    assert_eq!(desk.focused().as_deref(), Some("New word"));
    desk.text("Kubernetes, kubectl");
    desk.press("Add");
    assert_eq!(desk.settings().dictionary.len(), 3);
    desk.press("Remove “Kubernetes”");
    let left: Vec<String> = desk.settings().dictionary.into_iter().collect();
    assert_eq!(left, ["Northlight", "kubectl"]);
}

#[test]
fn a_word_that_no_dictionary_has_gets_suggestions_when_asked_or_a_place_in_the_dictionary() {
    const SLIP: &str = "“organiational” may be misspelled";
    let mut desk = Desk::sized(USUAL, only(&["spelling"]));
    desk.begin();
    desk.press("About the role");
    desk.fill("About the role", "You own the organiational part.");
    desk.press(&format!("Suggest…: {SLIP}"));
    desk.press(&format!("Use “organizational”: {SLIP}"));
    desk.assert_sees("You own the organizational part.");
    assert!(!desk.has(&format!("Should fix: {SLIP}")));
    desk.press("Undo: reword the summary");
    desk.press(&format!("Add to dictionary: {SLIP}"));
    assert!(!desk.has(&format!("Should fix: {SLIP}")));
    assert!(desk.settings().dictionary.contains("organiational"));
    desk.assert_sees("You own the organiational part.");
}

#[test]
fn suggestions_for_a_text_that_has_changed_since_are_not_offered() {
    const SLIP: &str = "“organiational” may be misspelled";
    let mut desk = Desk::sized(USUAL, only(&["spelling"]));
    desk.begin();
    desk.press("About the role");
    desk.fill("About the role", "You own the organiational part.");
    desk.press(&format!("Suggest…: {SLIP}"));
    assert!(desk.has(&format!("Use “organizational”: {SLIP}")));
    desk.fill("About the role", "We own the organiational part.");
    assert!(!desk.has(&format!("Use “organizational”: {SLIP}")));
    assert!(desk.has(&format!("Suggest…: {SLIP}")));
}

/// A posting for Denver without pay, which Colorado's law asks for.
fn against_a_law() -> Desk {
    let mut desk = Desk::sized(USUAL, only(&["law-pay"]));
    desk.begin();
    desk.press("Basics");
    desk.fill("City", "Denver");
    desk.fill("State or region", "Colorado");
    desk.choose("Country", "United States");
    desk.find_like("Must fix: ");
    desk
}

#[test]
fn what_must_be_fixed_is_asked_about_once_before_an_export() {
    let mut desk = against_a_law();
    let finding = desk.find_like("Must fix: ").trim_start_matches("Must fix: ").to_owned();
    desk.keys(CTRL, Key::E);
    assert_eq!(desk.dialog().as_deref(), Some("Fix 1 thing first?"));
    desk.assert_sees("C.R.S. 8-5-201");
    desk.press("Cancel");
    assert_eq!(desk.dialog(), None);

    // It leads to the control, and the dialog does not take the keyboard back.
    desk.menu("File", "Export to text…");
    desk.press(&format!("Show me: {finding}"));
    assert_eq!(desk.dialog(), None);
    assert_eq!(desk.focused().as_deref(), Some("Minimum"));

    desk.keys(CTRL, Key::E);
    desk.press("Export anyway");
    assert_eq!(desk.dialog().as_deref(), Some("Export to Word"));
    let path = desk.out("anyway.docx");
    desk.write_to(&path, "Write the Word file");
    assert!(path.is_file());
    desk.menu("File", "Export to text…");
    assert_eq!(desk.dialog().as_deref(), Some("Export to text"), "it asks again");
}

#[test]
fn an_export_is_not_asked_about_when_it_was_dismissed_or_mended_or_copied() {
    let mut desk = against_a_law();
    let finding = desk.find_like("Must fix: ").trim_start_matches("Must fix: ").to_owned();
    desk.menu("Edit", "Copy as plain text");
    assert_eq!(desk.dialog(), None);
    desk.press(&format!("Dismiss…: {finding}"));
    desk.key(Key::Enter);
    desk.keys(CTRL, Key::E);
    assert_eq!(desk.dialog().as_deref(), Some("Export to Word"));
    desk.key(Key::Escape);
    desk.press("Undo: dismiss a finding");
    desk.keys(CTRL, Key::E);
    assert_eq!(desk.dialog().as_deref(), Some("Fix 1 thing first?"));
    desk.key(Key::Escape);
    desk.press("Pay and benefits");
    desk.fill("Minimum", "120000");
    desk.fill("Maximum", "140000");
    desk.keys(CTRL, Key::E);
    assert_eq!(desk.dialog().as_deref(), Some("Export to Word"));
}

//! The page in the middle: a click on a line goes to its control, and either lights the other.

use egui::accesskit::Role;
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;

use crate::common;
use crate::desk::Desk;

/// The line of the page that holds these words.
fn line<'a>(desk: &'a Desk, words: &str) -> Node<'a> {
    let nodes = desk.nodes();
    let found: Vec<_> = nodes
        .into_iter()
        .filter(|node| {
            let node = node.accesskit_node();
            let said = match node.role() {
                Role::Label => node.value(),
                Role::Heading => node.label(),
                _ => None,
            };
            said.is_some_and(|said| said.contains(words))
        })
        .collect();
    found.into_iter().max_by(|a, b| a.rect().left().total_cmp(&b.rect().left())).expect("the line is on the page")
}

#[test]
fn a_click_on_a_line_opens_its_section_and_gives_its_control_the_keyboard() {
    let mut desk = Desk::writing();
    for (words, control) in [
        ("As a backend engineer, you work on", "About the role"),
        ("Solve structural problems that reach across", "Structural problems"),
        ("You decide what to test at which layer", "Test strategy"),
    ] {
        line(&desk, words).click_accesskit();
        desk.window.run();
        assert_eq!(desk.focused().as_deref(), Some(control), "{words}");
        let window = desk.window.ctx.content_rect();
        let focus = desk.window.ctx.memory(|memory| memory.focused()).unwrap();
        assert!(window.contains_rect(desk.window.ctx.read_response(focus).unwrap().rect), "{control} is out of sight");
    }
}

#[test]
fn a_click_on_the_title_goes_to_the_title_and_shows_a_panel_that_was_hidden() {
    let mut desk = Desk::writing();
    desk.menu("View", "Show or hide the left panel");
    assert!(!desk.has("Skills"));
    // The title stands in the toolbar as well; the page is beneath.
    let nodes = desk.nodes();
    let title = nodes
        .iter()
        .find(|node| {
            node.accesskit_node().role() == Role::Heading
                && node.accesskit_node().label().as_deref() == Some("Senior Backend Engineer")
        })
        .expect("the page has its title");
    title.click();
    desk.window.run();
    assert_eq!(desk.focused().as_deref(), Some("Title"));
    assert_eq!(desk.value("Title"), "Senior Backend Engineer");
}

#[test]
fn a_line_whose_row_is_hidden_by_the_filter_is_gone_to_as_well() {
    let mut desk = Desk::writing_tall();
    desk.fill("Filter skills", "kubernetes");
    line(&desk, "You decide what to test at which layer").click();
    desk.window.run();
    assert_eq!(desk.focused().as_deref(), Some("Test strategy"));
    assert_eq!(desk.value("Filter skills"), "");
}

#[test]
fn the_pointer_over_a_line_lights_its_control_and_the_other_way_round() {
    // What is lit is a colour; that something is painted differently is all that can be told.
    let mut desk = Desk::writing();
    let shapes = |desk: &Desk| desk.window.output().shapes.len();
    let rest = shapes(&desk);
    line(&desk, "You write code in two or more languages").hover();
    desk.window.run();
    let lit = shapes(&desk);
    assert!(lit > rest, "nothing is lit");
    desk.window.remove_cursor();
    desk.window.run();
    assert_eq!(shapes(&desk), rest, "something stays lit");
    desk.find("Several languages").hover();
    desk.window.run();
    assert!(shapes(&desk) > rest, "nothing is lit");
}

#[test]
fn the_page_follows_the_region_and_its_paper() {
    let mut desk = Desk::writing();
    desk.assert_sees("Letter");
    desk.press("Language and region: English (US)");
    assert_eq!(desk.focused().as_deref(), Some("Language and region"));
    desk.choose("Language and region", "English (Germany)");
    desk.assert_sees("A4");
    desk.assert_page_is_true();
}

#[test]
fn every_line_of_a_posting_that_says_much_leads_to_a_control() {
    let (_, posting) = common::eight().into_iter().find(|(name, _)| *name == "backend-engineer").unwrap();
    let mut desk = Desk::reading(&posting);
    for line in desk.lines() {
        let nodes = desk.nodes();
        let found = nodes.iter().rev().find(|node| {
            let node = node.accesskit_node();
            match node.role() {
                Role::Label => node.value().as_deref() == Some(&line),
                Role::Heading => node.label().as_deref() == Some(&line),
                _ => false,
            }
        });
        let Some(found) = found else { panic!("{line:?} is not on the page") };
        if !found.accesskit_node().data().supports_action(egui::accesskit::Action::Click) {
            continue;
        }
        found.click_accesskit();
        desk.window.run();
        let focus = desk.window.ctx.memory(|memory| memory.focused());
        let focus = focus.unwrap_or_else(|| panic!("{line:?} leads nowhere"));
        let control = desk.window.ctx.read_response(focus).unwrap();
        assert!(control.interact_rect.is_positive(), "{line:?} leads to {:?}, which is out of sight", desk.focused());
        desk.window.ctx.memory_mut(|memory| memory.surrender_focus(focus));
    }
}

/// Pages of the shared postings' Word files, as LibreOffice 7.4 sets them with Carlito.
/// Without `fullstack-engineer`: its Arabic has no glyph in the fonts we ship, and the harness
/// stops at a missing glyph.
const WORD_PAGES: [(&str, usize); 7] = [
    ("software-developer", 2),
    ("software-engineer", 2),
    ("backend-developer", 2),
    ("backend-engineer", 2),
    ("frontend-developer", 2),
    ("frontend-engineer", 2),
    ("fullstack-developer", 1),
];

#[test]
fn the_preview_has_as_many_pages_as_the_word_file_however_wide_the_window_is() {
    for size in [egui::vec2(1440.0, 900.0), egui::vec2(900.0, 600.0)] {
        for (name, pages) in WORD_PAGES {
            let (_, posting) = common::eight().into_iter().find(|(known, _)| *known == name).unwrap();
            let desk = Desk::reading_sized(&posting, size);
            let expected = if pages == 1 { "About 1 page ·".to_owned() } else { format!("About {pages} pages ·") };
            let said = desk.words().into_iter().find(|words| words.starts_with("About ") && words.contains(" page"));
            let said = said.unwrap_or_default();
            assert!(said.starts_with(&expected), "{name} at {size}: {said}, not {expected}");
        }
    }
}

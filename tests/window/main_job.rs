//! The main job, whole: from an empty folder to exported files, and back to the draft.

use std::path::Path;

use egui::Key;
use egui::accesskit::Role;
use rolewright::catalog::{Level, Strength, Track};

use crate::desk::{CTRL, CTRL_SHIFT, Desk};

const TESTS_LINE: &str = "You decide what to test at which layer, and keep the tests fast.";

/// The text of a part of a Word file.
fn part_of(path: &Path, name: &str) -> String {
    let bytes = std::fs::read(path).unwrap();
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut package.by_name(name).unwrap(), &mut text).unwrap();
    text
}

#[test]
fn three_choices_write_a_posting() {
    let mut desk = Desk::new();
    assert!(desk.sees("Whom are you looking for?"));
    desk.begin();
    assert_eq!(desk.posting().role.specialism.as_str(), "backend");
    assert_eq!(desk.posting().role.track, Track::Engineer);
    assert_eq!(desk.posting().role.level, Level::Senior);
    desk.assert_sees("Senior Backend Engineer");
    desk.assert_sees(TESTS_LINE);
    desk.assert_page_is_true();
}

#[test]
fn a_skill_turned_off_takes_its_line_away_in_the_same_frame_and_undo_brings_it_back() {
    let mut desk = Desk::writing();
    assert!(desk.is_on("Test strategy"));
    desk.find("Test strategy").click_accesskit();
    // One frame and no more.
    desk.window.step();
    desk.assert_sees_not(TESTS_LINE);
    desk.window.run();
    assert!(!desk.is_on("Test strategy"));
    desk.press("Undo: turn off Test strategy");
    desk.assert_sees(TESTS_LINE);
    desk.press("Redo: turn off Test strategy");
    desk.assert_sees_not(TESTS_LINE);
    desk.assert_page_is_true();
}

#[test]
fn the_main_job_from_an_empty_folder_to_two_files_and_back_to_the_draft() {
    let mut desk = Desk::writing_tall();

    // Off, and another strength: the line stands elsewhere, in other words.
    desk.click("Test strategy");
    desk.assert_sees_not(TESTS_LINE);
    desk.click("Strength of Mathematics in design: must have");
    desk.press_role(Role::MenuItemRadio, Strength::Nice.label());
    desk.assert_sees_not("You use mathematics in your designs, such as complexity, probability, queues or graphs.");
    assert!(desk.has("Strength of Mathematics in design: nice to have"));
    desk.assert_page_is_true();

    // A wording by the row's menu, another by F2, and undo with its name.
    desk.click("More for Data models");
    desk.press_role(Role::MenuItem, "Edit wording…");
    desk.fill("Wording of Data models", "Experience with the data of a railway.");
    desk.assert_sees("Experience with the data of a railway.");
    desk.press("Done");
    desk.focus("Several languages");
    desk.key(Key::F2);
    assert_eq!(desk.focused().as_deref(), Some("Wording of Several languages"));
    desk.keys(CTRL, Key::A);
    desk.text("You write Rust, and one language more.");
    desk.assert_sees("You write Rust, and one language more.");
    desk.press("Done");
    desk.press("Undo: reword Several languages");
    desk.assert_sees("You write code in two or more languages and know when each fits.");
    desk.press("Redo: reword Several languages");
    desk.assert_sees("You write Rust, and one language more.");

    // The facts that only the person knows.
    desk.press("Basics");
    desk.fill("Company", "Northlight Systems");
    desk.fill("City", "Denver");
    desk.fill("State or region", "Colorado");
    desk.choose("Work model", "Hybrid");
    desk.choose("Days on site", "2 days a week");
    desk.press("Pay and benefits");
    desk.fill("Minimum", "142,000");
    desk.fill("Maximum", "168,000");
    desk.assert_sees("Location: Denver, Colorado, hybrid: 2 days a week on site");
    desk.assert_sees("Pay: $142,000 to $168,000 a year");
    desk.assert_page_is_true();
    let lines = desk.lines();

    // To Word.
    let word = desk.out("posting.docx");
    desk.keys(CTRL, Key::E);
    // Colorado asks for more than this posting says; whether to export all the same is one's own choice.
    assert!(desk.dialog().is_some_and(|title| title.starts_with("Fix ")));
    desk.press("Export anyway");
    assert_eq!(desk.dialog().as_deref(), Some("Export to Word"));
    assert!(
        desk.value("File").ends_with("Senior Backend Engineer - Northlight Systems.docx"),
        "{}",
        desk.value("File")
    );
    desk.write_to(&word, "Write the Word file");
    assert_eq!(desk.dialog(), None);
    desk.assert_sees(&format!("Written to {}.", word.display()));
    let document = part_of(&word, "word/document.xml");
    for words in
        ["Northlight Systems", "Denver, Colorado", "$142,000 to $168,000", "You write Rust, and one language more."]
    {
        assert!(document.contains(words), "{words:?} is not in the Word file");
    }
    assert!(!document.contains(TESTS_LINE));

    // To text, from the menu; the folder of the last export is proposed.
    let text = desk.out("posting.txt");
    desk.menu("File", "Export to text…");
    assert_eq!(desk.dialog().as_deref(), Some("Export to text"));
    assert_eq!(Path::new(&desk.value("File")).parent(), text.parent());
    desk.write_to(&text, "Write the text file");
    let written = std::fs::read_to_string(&text).unwrap();
    for line in lines.iter().filter(|line| line.len() > 60) {
        assert!(written.contains(line), "{line:?} is not in {written}");
    }
    assert!(!written.contains(TESTS_LINE));

    // The draft is there the next day, with everything.
    let before = desk.posting().clone();
    let mut desk = desk.restarted();
    desk.assert_sees("Whom are you looking for?");
    desk.press("Senior Backend Engineer");
    assert_eq!(*desk.posting(), before);
    assert_eq!(desk.lines(), lines);
    desk.assert_page_is_true();
}

#[test]
fn a_file_that_is_there_is_replaced_only_after_the_person_agreed() {
    let mut desk = Desk::writing();
    let path = desk.out("there.txt");
    rolewright::files::replace(&path, b"precious", rolewright::files::Existing::Refuse).unwrap();
    desk.keys(CTRL_SHIFT, Key::E);
    desk.write_to(&path, "Write the text file");
    desk.assert_sees("There is a file named there.txt in that folder.");
    assert_eq!(std::fs::read(&path).unwrap(), b"precious");

    // Another path takes the question back; the first path asks it again.
    desk.fill("File", desk.out("other").to_str().unwrap());
    desk.assert_sees_not("There is a file named");
    desk.write_to(&path, "Write the text file");
    desk.assert_sees("There is a file named there.txt in that folder.");
    desk.press("Cancel");
    assert_eq!(desk.dialog(), None);
    assert_eq!(std::fs::read(&path).unwrap(), b"precious");

    desk.keys(CTRL_SHIFT, Key::E);
    desk.write_to(&path, "Write the text file");
    desk.press("Replace it");
    assert_eq!(desk.dialog(), None);
    assert!(std::fs::read_to_string(&path).unwrap().contains(TESTS_LINE));
}

#[test]
fn a_folder_that_cannot_be_written_to_is_named_and_nothing_is_lost() {
    let mut desk = Desk::writing();
    let old = desk.out("old.txt");
    rolewright::files::replace(&old, b"precious", rolewright::files::Existing::Refuse).unwrap();
    for path in [old.join("posting.txt"), desk.out("nowhere").join("posting.txt")] {
        desk.keys(CTRL_SHIFT, Key::E);
        desk.write_to(&path, "Write the text file");
        assert_eq!(desk.dialog().as_deref(), Some("Export to text"));
        desk.assert_sees("Problem");
        let words = desk.words();
        assert!(words.iter().any(|words| words.contains(path.to_str().unwrap())), "{words:#?}");
        desk.press("Cancel");
    }
    assert_eq!(std::fs::read(&old).unwrap(), b"precious");
    assert_eq!(std::fs::read_dir(old.parent().unwrap()).unwrap().count(), 1, "a file was left behind");
}

#[test]
fn copying_puts_text_and_html_on_the_clipboard() {
    let mut desk = Desk::writing();
    desk.keys(CTRL_SHIFT, Key::C);
    let (text, html) = desk.window.state().copied().cloned().unwrap();
    assert!(text.contains(TESTS_LINE));
    assert!(html.unwrap().contains("<li>"));
    desk.assert_sees("Copied with formatting.");
    desk.click("Copy");
    desk.press_role(Role::MenuItem, "Copy as plain text");
    let (text, html) = desk.window.state().copied().cloned().unwrap();
    assert!(text.contains(TESTS_LINE));
    assert_eq!(html, None);
}

#[test]
fn the_toolbar_leaves_the_company_out_rather_than_show_a_scrap_of_it() {
    let widest = |desk: &Desk| {
        let named = |node: &egui_kittest::Node<'_>| node.value().is_some_and(|words| words == "Northlight Systems ·");
        desk.nodes().into_iter().find(named).map(|node| node.rect().width())
    };
    let mut posting = crate::common::eight().into_iter().find(|(name, _)| *name == "backend-engineer").unwrap().1;
    posting.company.name = "Northlight Systems".to_owned();
    posting.title = Some("Backend Engineer".to_owned());
    let desk = Desk::reading(&posting);
    assert!(widest(&desk).is_some_and(|width| width > 96.0), "there is room for all of it");
    let desk = Desk::reading_sized(&posting, egui::vec2(720.0, 480.0));
    assert_eq!(widest(&desk), None);
    posting.title =
        Some("Senior Backend Engineer for payments, reconciliation and the ledgers of our customers".to_owned());
    let desk = Desk::reading(&posting);
    assert!(widest(&desk).is_none_or(|width| width >= 96.0), "{:?}", widest(&desk));
    for width in [800, 960, 1120] {
        let desk = Desk::reading_sized(&posting, egui::vec2(width as f32, 480.0));
        assert!(widest(&desk).is_none_or(|width| width >= 96.0), "{width}: {:?}", widest(&desk));
    }
}

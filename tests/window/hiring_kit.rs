//! The hiring kit in the window: it follows the posting, everything in it can be changed by name, and
//! what it shows is what the export writes.

use std::fs;

use egui::accesskit::Role;
use egui::{Key, Vec2};
use egui_kittest::kittest::NodeT;
use rolewright::catalog::Id;
use rolewright::posting::KitList;

use crate::desk::{CTRL, Desk};

/// What a row of a sheet says, by its first words.
#[track_caller]
fn row(desk: &Desk, name: &str) -> String {
    let words = desk.words();
    let row = words.iter().find(|said| said.starts_with(&format!("{name}\n")));
    row.unwrap_or_else(|| panic!("no row {name:?} in {words:#?}")).clone()
}

/// The kit of a senior backend engineer's posting.
fn kit() -> Desk {
    let mut desk = Desk::writing();
    desk.press("Hiring kit");
    desk
}

#[test]
fn a_row_of_a_sheet_is_read_with_the_heading_of_each_cell() {
    let desk = kit();
    let words = desk.words();
    let row = words.iter().find(|said| said.starts_with("Test strategy\n")).expect("the row is on the sheet");
    for said in ["\nYou decide what to test at which layer", "\nWhat earns which score: 0: ", "\nScore: to fill in\n"] {
        assert!(row.contains(said), "{said:?} is not in {row:?}");
    }
    let headings = words.iter().filter(|said| said.ends_with("What earns which score, Score, Notes: facts"));
    assert_eq!(headings.count(), 2, "once for must-haves, once for what is nice to have");
}

#[test]
fn a_skill_switched_off_leaves_the_kit_and_undo_brings_it_back() {
    let mut desk = kit();
    desk.assert_sees("Screening sheet");
    assert!(desk.is_on("Test strategy"));
    desk.press("Back to the posting");
    desk.press("Test strategy");
    desk.press("Hiring kit");
    assert!(!desk.has("Test strategy"));
    desk.assert_sees_not("You decide what to test at which layer");
    desk.keys(CTRL, Key::Z);
    assert!(desk.is_on("Test strategy"));
    desk.assert_sees("Test strategy");
}

#[test]
fn an_entry_switched_off_leaves_the_sheets_and_nobody_checks_it_is_said_and_mended() {
    let mut desk = kit();
    desk.press("Experience");
    desk.press("Interview guide");
    assert!(desk.is_on("Experience"));
    desk.press("Experience");
    desk.assert_sees_not("1. Experience");
    desk.assert_sees("Nobody checks this");
    desk.press("Ask in the interview: Experience");
    desk.assert_sees_not("Nobody checks this");
    desk.assert_sees("1. Experience");
    desk.keys(CTRL, Key::Z);
    desk.assert_sees("Nobody checks this");
    desk.press("Back to the posting");
    assert!(desk.control_names().iter().any(|name| name.contains("Nobody will check this must-have: Experience")));
}

#[test]
fn words_are_changed_shown_at_once_and_reset() {
    let mut desk = kit();
    desk.press("Interview guide");
    desk.press("Edit: Test strategy");
    desk.fill("Question: Test strategy", "Which test did you delete last, and why?");
    desk.assert_sees("Which test did you delete last, and why?");
    desk.press("Reset: Question of Test strategy");
    desk.assert_sees_not("Which test did you delete last, and why?");
}

#[test]
fn what_was_changed_for_a_requirement_that_is_gone_is_kept_and_shown() {
    let mut desk = kit();
    desk.press("Interview guide");
    desk.press("Edit: Test strategy");
    desk.fill("Question: Test strategy", "Which test did you delete last, and why?");
    desk.press("Back to the posting");
    desk.press("Test strategy");
    desk.press("Hiring kit");
    desk.assert_sees("No longer asked for");
    desk.assert_sees("Kept, and off");
    assert!(!desk.is_on("Test strategy"));
    let change = desk.posting().kit.get(KitList::Questions, &Id::new("eng-tests").unwrap());
    assert!(change.is_some());
}

#[test]
fn a_question_of_ones_own_is_added_and_taken_away() {
    let mut desk = kit();
    desk.press("Interview guide");
    desk.fill("Question of your own", "Which of your designs would you undo?");
    desk.key(Key::Enter);
    assert!(desk.is_on("Which of your designs would you undo?"));
    desk.assert_sees("Which of your designs would you undo?");
    let undo = desk.find_like("Undo: add the question");
    desk.press(&undo);
    assert!(desk.posting().kit.is_empty(), "{:?}", desk.posting().kit);
    assert!(!desk.has("Which of your designs would you undo?"));
}

#[test]
fn the_length_of_an_interview_plans_its_questions() {
    let mut desk = kit();
    desk.press("Interview guide");
    desk.assert_sees("This search plans interviews of 45 minutes.");
    desk.press("30 minutes");
    desk.assert_sees("This search plans interviews of 30 minutes.");
}

#[test]
fn a_kit_is_exported_to_a_folder_and_what_is_in_the_way_is_named_first() {
    let mut desk = kit();
    let folder = desk.out("kit");
    fs::create_dir(&folder).unwrap();
    desk.press("Export kit…");
    assert_eq!(desk.dialog().as_deref(), Some("Export the hiring kit"));
    desk.fill("Folder", folder.to_str().unwrap());
    desk.press("Write the files");
    assert_eq!(desk.dialog(), None);
    let names = || {
        let mut names: Vec<String> =
            fs::read_dir(&folder).unwrap().map(|one| one.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(names().len(), 6, "{:?}", names());
    assert!(names().contains(&"Interview guide - Senior Backend Engineer.docx".to_owned()));

    let mine = folder.join("Scorecard - Senior Backend Engineer.docx");
    fs::remove_dir_all(&folder).unwrap();
    fs::create_dir(&folder).unwrap();
    rolewright::files::replace(&mine, b"mine", rolewright::files::Existing::Refuse).unwrap();
    desk.press("Export kit…");
    desk.press("Write the files");
    assert_eq!(fs::read(&mine).unwrap(), b"mine", "nothing is replaced unasked");
    assert_eq!(names().len(), 1, "and nothing is written beside it");
    assert!(desk.dialog().is_some());
    desk.press_first("Replace");
    assert_eq!(names().len(), 6);
    assert!(fs::read(&mine).unwrap().len() > 1_000);
}

#[test]
fn the_part_that_is_shown_is_copied() {
    let mut desk = kit();
    desk.press("Scorecard");
    desk.press("Copy");
    desk.press("Copy with formatting");
    let copied = desk.window.state().copied().cloned().unwrap();
    assert!(copied.0.contains("Structure and the long term"), "{}", copied.0);
    assert!(copied.1.unwrap().contains("<table"));
}

#[test]
fn a_narrow_window_still_has_all_parts_and_the_sheet() {
    let posting = Desk::writing().posting().clone();
    let mut desk = Desk::reading_sized(&posting, Vec2::new(720.0, 480.0));
    desk.keys(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::K);
    desk.assert_sees("Screening sheet");
    desk.choose("Part of the kit", "Interview guide");
    desk.assert_sees("Time plan");
}

#[test]
fn experience_can_be_reached_from_who_checks_what() {
    let mut desk = kit();
    desk.press("Go to Experience");
    assert_eq!(desk.focused().as_deref(), Some("Experience"));
}

#[test]
fn a_seventh_attribute_is_refused_with_the_reason_until_another_is_off() {
    let mut desk = kit();
    desk.press("Scorecard");
    let button = desk.find("Add an attribute").rect();
    desk.fill("Attribute of your own", "Care with money");
    desk.key(Key::Enter);
    desk.assert_sees("At most six attributes");
    assert_eq!(desk.find("Add an attribute").rect(), button, "the reason stands below the field");
    assert!(!desk.has("Edit: Care with money"));
    desk.press("Communication with people");
    desk.press("Add an attribute");
    assert!(desk.is_on("Care with money"));
    desk.assert_sees("Care with money");
}

#[test]
fn a_weight_is_typed_stepped_and_reset_and_the_sheets_follow() {
    let mut desk = kit();
    desk.press("Scorecard");
    desk.press("Edit: Code and its quality");
    desk.fill("Weight: Code and its quality", "4");
    desk.assert_sees("weight 4");
    assert!(row(&desk, "Code and its quality").contains("\nWeight: 4\n"), "{}", row(&desk, "Code and its quality"));
    desk.press("More weight: Code and its quality");
    desk.assert_sees("weight 5");
    assert!(desk.find("More weight: Code and its quality").accesskit_node().is_disabled(), "five is the most");
    desk.fill("Weight: Code and its quality", "9");
    desk.assert_sees("weight 5");
    desk.press("Reset: Weight of Code and its quality");
    assert!(desk.posting().kit.is_empty(), "{:?}", desk.posting().kit);
    assert_eq!(desk.value("Weight: Code and its quality"), "1");
}

#[test]
fn minutes_are_changed_and_the_sum_follows() {
    let mut desk = kit();
    desk.press("Skills assessment");
    desk.press("Edit: Limit the requests");
    desk.fill("Minutes: Limit the requests", "120");
    desk.assert_sees("Time: about 120 minutes.");
    desk.assert_sees("4 tasks, about 215 minutes for each candidate.");
    desk.assert_sees("That is more than three hours.");
    desk.press("Less minutes: Limit the requests");
    desk.assert_sees("Time: about 115 minutes.");
}

#[test]
fn a_criterion_is_added_up_to_eight() {
    let mut desk = kit();
    desk.press("Skills assessment");
    desk.press("Edit: Limit the requests");
    let criteria = |desk: &Desk| {
        let names = desk.control_names();
        (1..=9).filter(|number| names.contains(&format!("Criterion {number}: Limit the requests"))).count()
    };
    let ours = criteria(&desk);
    desk.press("Add a criterion: Limit the requests");
    assert_eq!(criteria(&desk), ours + 1);
    let added = format!("Criterion {}", ours + 1);
    desk.fill(&format!("{added}: Limit the requests"), "Names are plain");
    desk.fill(&format!("{added}, 1: weak: Limit the requests"), "Calls a limit x.");
    assert!(row(&desk, "Names are plain").contains("1: weak: Calls a limit x."), "{}", row(&desk, "Names are plain"));
    for _ in ours + 1..8 {
        desk.press("Add a criterion: Limit the requests");
    }
    assert_eq!(criteria(&desk), 8);
    assert!(!desk.has("Add a criterion: Limit the requests"));
    desk.press("Reset everything: Limit the requests");
    assert_eq!(criteria(&desk), ours);
    assert!(desk.posting().kit.is_empty());
}

#[test]
fn what_an_entry_checks_is_chosen_among_the_requirements() {
    let mut desk = kit();
    desk.press("Scorecard");
    desk.press("Edit: Code and its quality");
    desk.press("Checks Education: Code and its quality");
    assert!(row(&desk, "Code and its quality").contains("From: Test strategy, Education."));
    desk.press("Checks Education: Code and its quality");
    desk.press("Checks Test strategy: Code and its quality");
    desk.assert_sees("No longer asked for");
    desk.assert_sees("No requirement asks for these");
    desk.keys(CTRL, Key::Z);
    desk.assert_sees_not("No longer asked for");
}

#[test]
fn a_finding_about_a_check_leads_to_it() {
    let mut desk = kit();
    desk.press("Interview guide");
    desk.press("Edit: Test strategy");
    desk.fill("Question: Test strategy", "Which test did you delete last, and why?");
    desk.press("Back to the posting");
    desk.press("Test strategy");
    desk.press("Hiring kit");
    desk.press("Test strategy");
    desk.assert_sees("Switched on all the same");
    desk.press("Scorecard");
    desk.press("Back to the posting");
    let finding = desk.find_like("Consider: No requirement asks for the question");
    desk.press(&finding);
    assert!(desk.has("Question: Test strategy"), "it is unfolded: {:?}", desk.control_names());
    assert_eq!(desk.focused().as_deref(), Some("Test strategy"));
}

#[test]
fn what_is_half_typed_for_one_posting_is_not_offered_for_another() {
    let mut desk = kit();
    desk.fill("Row of your own", "Care with money");
    desk.keys(CTRL, Key::N);
    desk.begin();
    desk.press("Hiring kit");
    assert_eq!(desk.value("Row of your own"), "");
}

#[test]
fn a_line_of_the_sheets_leads_to_its_entry() {
    let mut desk = kit();
    let line = desk
        .nodes()
        .into_iter()
        .find(|node| node.accesskit_node().value().is_some_and(|said| said.starts_with("Test strategy\n")));
    line.expect("the row is on the sheet").click_accesskit();
    desk.window.run();
    assert!(desk.has("Evidence in a résumé: Test strategy"));
    assert_eq!(desk.focused().as_deref(), Some("Test strategy"));
}

#[test]
fn parts_left_out_and_the_form_are_what_the_next_export_proposes() {
    let mut desk = kit();
    let folder = desk.out("kit");
    desk.press("Export kit…");
    desk.fill("Folder", folder.to_str().unwrap());
    desk.press("Text");
    for part in ["Task sheet", "Who checks what", "Scorecard", "Skills assessment"] {
        desk.press_role(Role::CheckBox, part);
    }
    desk.press("Write the files");
    desk.assert_sees(&format!("Wrote 2 files to {}.", folder.display()));
    assert!(desk.has("Show in folder"));
    assert!(folder.join("Interview guide - Senior Backend Engineer.txt").is_file());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    desk.press("Export kit…");
    assert_eq!(desk.value("Folder"), folder.to_str().unwrap());
    let on = |desk: &Desk, part: &str| {
        desk.find_role(Role::CheckBox, part).accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    };
    assert!(on(&desk, "Interview guide") && !on(&desk, "Scorecard"));
    assert_eq!(
        desk.find_role(Role::RadioButton, "Text").accesskit_node().toggled(),
        Some(egui::accesskit::Toggled::True)
    );
}

#[test]
fn an_export_that_cannot_be_written_says_why_and_writes_nothing() {
    let mut desk = kit();
    let folder = desk.out("kit");
    fs::create_dir_all(folder.join("Scorecard - Senior Backend Engineer.docx")).unwrap();
    desk.press("Export kit…");
    desk.fill("Folder", desk.out("gone").join("deeper").to_str().unwrap());
    desk.press("Write the files");
    desk.assert_sees("deeper");
    assert_eq!(desk.dialog().as_deref(), Some("Export the hiring kit"));
    desk.fill("Folder", folder.to_str().unwrap());
    desk.press("Write the files");
    desk.press_first("Replace");
    desk.assert_sees("None of the files was written.");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "the parts before it are taken back");
}

#[test]
fn the_keyboard_switches_unfolds_and_folds_an_entry() {
    let mut desk = kit();
    desk.focus("Test strategy");
    desk.key(Key::Space);
    assert!(!desk.is_on("Test strategy"));
    desk.key(Key::Space);
    desk.key(Key::F2);
    assert!(desk.has("Evidence in a résumé: Test strategy"));
    desk.focus("Test strategy");
    desk.key(Key::Enter);
    assert!(!desk.has("Evidence in a résumé: Test strategy"));
    assert!(desk.is_on("Test strategy"), "Enter unfolds and does not switch");
}

#[test]
fn the_kit_of_a_posting_that_asks_for_nothing_says_so() {
    let mut posting = Desk::writing().posting().clone();
    posting.skills.items.clear();
    posting.experience.on = false;
    posting.education.on = false;
    let mut desk = Desk::reading(&posting);
    desk.press("Hiring kit");
    desk.assert_sees("The posting asks for nothing yet.");
    desk.assert_sees("Nothing is switched on for this part of the kit.");
}

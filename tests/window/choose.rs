//! Developer or engineer? Questions are answered by click or by keyboard, the lean follows at once
//! with its reasons, and the choice becomes a posting or changes the open one, with one undo.

use egui::accesskit::Role;
use egui::{Key, Vec2};
use egui_kittest::kittest::NodeT;
use rolewright::catalog::{Level, Track};
use rolewright::posting::{Country, Location};

use crate::desk::{CTRL, Desk};

const STRUCTURE: &str = "The structure of the whole system";
const TASKS: &str = "Single tasks within a structure that stands";
const OVERALL: &str = "This person, for the system as a whole";
const SCOPE: &str = "How far does the work reach?";

/// From the start screen.
fn choosing() -> Desk {
    let mut desk = Desk::new();
    desk.press("Help me choose");
    desk
}

/// From a senior backend engineer's posting.
fn choosing_for_a_posting() -> Desk {
    let mut desk = Desk::writing();
    desk.menu("Help", "Help me choose");
    desk
}

fn meter(desk: &Desk) -> (String, f64) {
    let nodes = desk.nodes();
    let meters: Vec<_> = nodes.iter().filter(|node| node.accesskit_node().role() == Role::Meter).collect();
    assert_eq!(meters.len(), 1);
    let node = meters[0].accesskit_node();
    (node.label().unwrap_or_default().clone(), node.numeric_value().unwrap_or_default())
}

#[test]
fn answers_move_the_lean_at_once_and_say_why() {
    let mut desk = choosing();
    desk.assert_sees("In the middle: nothing is answered yet");
    assert_eq!(meter(&desk).1, 0.0);
    desk.press(STRUCTURE);
    assert!(desk.is_on(STRUCTURE));
    desk.assert_sees("So far an engineer");
    desk.assert_sees("2 of at most 2 towards an engineer; 1 of 10 questions answered.");
    desk.assert_sees("2 towards an engineer");
    desk.assert_sees("An engineer answers for the overall structure");
    let (words, share) = meter(&desk);
    assert!(words.starts_with("So far an engineer. 2 of at most 2") && share == 1.0, "{words} {share}");

    desk.press("Little: ideas and an eye for detail count more");
    desk.assert_sees("In the middle");
    desk.assert_sees("Many employers use the two titles for each other");
    desk.assert_sees("What would decide most: What has this person to do with clients?");
    desk.press(TASKS);
    assert!(!desk.is_on(STRUCTURE));
    desk.assert_sees("So far a developer");
    assert_eq!(meter(&desk).1, -1.0);
}

#[test]
fn an_answer_is_skipped_again_alone_or_with_all_others() {
    let mut desk = choosing();
    desk.press(STRUCTURE);
    desk.press(OVERALL);
    desk.press(&format!("Skip: {SCOPE}"));
    assert!(!desk.is_on(STRUCTURE));
    desk.assert_sees("2 of at most 2 towards an engineer; 1 of 10");
    desk.press("Skip all questions");
    desk.assert_sees("In the middle: nothing is answered yet");
    assert!(!desk.has("Skip all questions"));
}

#[test]
fn what_each_answer_weighs_is_said_before_it_is_given() {
    let desk = choosing();
    let said = |name: &str| desk.find(name).accesskit_node().data().description().unwrap_or_default().to_owned();
    assert_eq!(said(STRUCTURE), "leans far towards an engineer");
    assert_eq!(said("A degree, or experience in its place"), "leans to neither");
    let group = desk.nodes().into_iter().find(|node| {
        let node = node.accesskit_node();
        node.role() == Role::RadioGroup && node.label().as_deref() == Some(SCOPE)
    });
    assert_eq!(group.expect("the answers are a group").children().count(), 4);
}

#[test]
fn the_choice_becomes_a_posting_of_the_chosen_specialism_and_level() {
    let mut desk = choosing();
    desk.press(STRUCTURE);
    desk.choose("Specialism", "Full-stack");
    desk.choose("Level", "Staff");
    desk.assert_sees("Staff Full-Stack Engineer");
    desk.press("Write the posting");
    let role = &desk.posting().role;
    assert_eq!((role.specialism.as_str(), role.track, role.level), ("fullstack", Track::Engineer, Level::Staff));
    desk.assert_page_is_true();
}

#[test]
fn it_converts_the_open_posting_with_one_undo_and_keeps_what_was_done_by_hand() {
    let mut desk = Desk::writing();
    desk.press("Kubernetes");
    let before = desk.lines();
    desk.menu("Help", "Help me choose");
    desk.assert_sees("The open posting is that of a Senior Backend Engineer already.");
    assert!(desk.find("Use for the open posting").accesskit_node().is_disabled());
    desk.press(TASKS);
    desk.assert_sees("Senior Backend Engineer becomes Senior Backend Developer.");
    desk.press("Use for the open posting");
    assert_eq!(desk.posting().role.track, Track::Developer);
    assert!(desk.is_on("Kubernetes"));
    desk.assert_page_is_true();
    desk.press("Undo: switch to developer");
    assert_eq!(desk.lines(), before);
}

#[test]
fn several_changes_of_the_role_are_one_undo() {
    let mut desk = choosing_for_a_posting();
    desk.press("Developer");
    desk.choose("Level", "Junior");
    desk.press("Use for the open posting");
    let role = desk.posting().role.clone();
    assert_eq!((role.track, role.level), (Track::Developer, Level::Junior));
    desk.press("Undo: switch to Junior Backend Developer");
    assert_eq!(desk.posting().role.level, Level::Senior);
    assert_eq!(desk.posting().role.track, Track::Engineer);
}

#[test]
fn the_side_can_be_chosen_against_the_answers_and_a_new_posting_begun_beside_the_open_one() {
    let mut desk = choosing_for_a_posting();
    let open = desk.posting().id;
    desk.press(STRUCTURE);
    desk.press("Developer");
    desk.press("Begin a new posting");
    assert_ne!(desk.posting().id, open);
    assert_eq!(desk.posting().role.track, Track::Developer);
}

#[test]
fn answers_are_still_there_when_one_comes_back() {
    let mut desk = choosing_for_a_posting();
    desk.press(TASKS);
    desk.press("Back to the posting");
    desk.keys(CTRL, Key::K);
    desk.text("help me choose");
    desk.key(Key::Enter);
    assert!(desk.is_on(TASKS));
}

#[test]
fn the_keyboard_alone_answers_and_uses_the_choice() {
    let mut desk = Desk::new();
    desk.tab_to("Help me choose");
    desk.key(Key::Enter);
    desk.tab_to(TASKS);
    desk.key(Key::Space);
    desk.key(Key::ArrowDown);
    assert_eq!(desk.focused().as_deref(), Some("A whole feature, from first talk to release"));
    assert!(desk.is_on("A whole feature, from first talk to release"));
    desk.key(Key::ArrowUp);
    desk.key(Key::ArrowUp);
    assert!(desk.is_on(STRUCTURE), "the arrows go around");
    desk.tab_back_to("Write the posting");
    desk.key(Key::Enter);
    assert_eq!(desk.posting().role.track, Track::Engineer);
}

#[test]
fn the_two_stand_side_by_side_for_the_chosen_role() {
    let mut desk = choosing();
    desk.choose("Specialism", "Backend");
    desk.choose("Level", "Senior");
    desk.press("Side by side");
    for words in ["Senior Backend Developer", "Senior Backend Engineer", "Developer alone", "Engineer alone"] {
        desk.assert_sees(words);
    }
    desk.assert_sees("Talking with customers, must have");
    desk.assert_sees("Delegating work, must have");
    desk.assert_sees("Mentor colleagues");
    desk.assert_sees("more can be turned on for either.");
    desk.assert_sees("project manager");
    desk.choose("Specialism", "Front end");
    desk.assert_sees("TypeScript, nice to have");
    desk.assert_sees("Senior Front-End Engineer");
    desk.press("Questions");
    assert!(desk.has(STRUCTURE));
}

#[test]
fn a_place_with_a_rule_on_the_title_says_so_with_its_source_and_weighs_nothing() {
    let mut desk = choosing();
    desk.press("Texas");
    desk.assert_sees("Texas Occupations Code, sections 1001.057 and 1001.301(b) and (f). Not legal advice.");
    desk.assert_sees("0, to neither");
    assert_eq!(meter(&desk).1, 0.0);
}

#[test]
fn in_the_smallest_window_the_lean_and_its_use_are_in_sight() {
    let mut desk = Desk::sized(Vec2::new(720.0, 480.0), |_| {});
    desk.press("Help me choose");
    let window = desk.window.ctx.content_rect();
    for name in ["Write the posting", "Level", TASKS] {
        assert!(window.contains_rect(desk.find(name).rect()), "{name} at {:?}", desk.find(name).rect());
    }
    desk.press(TASKS);
    desk.assert_sees("So far a developer");
}

#[test]
fn each_level_says_what_it_changes_and_can_be_used() {
    let mut desk = choosing_for_a_posting();
    desk.press("Levels");
    desk.assert_sees("Staff Backend Engineer · commonly 8 years and more");
    desk.assert_sees("Your work reaches across several teams and the systems they share.");
    desk.assert_sees("From here you can go on to principal engineer");
    desk.assert_sees("This is the level chosen on the right.");
    desk.press("Use this level: Staff");
    desk.press("Use for the open posting");
    let role = desk.posting().role.clone();
    assert_eq!((role.level, role.track), (Level::Staff, Track::Engineer));
    desk.keys(CTRL, Key::Z);
    assert_eq!(desk.posting().role.level, Level::Senior);
}

#[test]
fn a_posting_that_says_where_the_work_is_answers_that_question() {
    let mut posting = Desk::writing().posting().clone();
    let country = Country::new("US").ok();
    posting.locations = vec![Location { city: "Austin".to_owned(), region: "Texas".to_owned(), country }];
    let mut desk = Desk::reading(&posting);
    desk.menu("Help", "Help me choose");
    assert!(desk.is_on("Texas"));
    desk.assert_sees("1 of 10 questions answered");
}

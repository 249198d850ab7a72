//! A ladder of one's own: the example of the guide in a templates folder, and a rung left out.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]

use std::fs;

use rolewright::catalog::{Id, Level, Loaded, Role, Track, load_with_folder};
use rolewright::document;
use rolewright::posting::{Posting, Prose};
use uuid::Uuid;

/// The example of the guide that replaces a level.
fn example() -> String {
    let guide = include_str!("../templates/README.md");
    let examples = guide.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
    examples.into_iter().find(|example| example.contains("[[level]]")).unwrap().to_owned()
}

fn loaded(text: &str) -> Loaded {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("ladder.toml"), text).unwrap();
    load_with_folder("en", Some(folder.path()))
}

fn role(level: Level) -> Role {
    Role { specialism: Id::new("backend").unwrap(), track: Track::Engineer, level }
}

#[test]
fn the_guides_ladder_names_titles_words_and_where_the_level_leads() {
    let loaded = loaded(&example());
    assert_eq!(loaded.faults, []);
    let catalog = loaded.catalog;
    assert_eq!(catalog.level(Level::Mid).unwrap().label, "Engineer II");
    assert_eq!(catalog.title(&role(Level::Mid)), "Backend Engineer II");
    let posting = Posting::new(Uuid::nil(), role(Level::Mid), None, &catalog, "2026-11-25T09:00:00Z".parse().unwrap());
    let career = document::prose_text(&posting, Prose::Career, &catalog);
    assert!(career.starts_with("From here you can go on to Engineer III, answering for several components. You can"));
    assert!(document::prose_text(&posting, Prose::Summary, &catalog).contains("Whole components are yours."));
}

#[test]
fn a_rung_that_is_left_out_is_offered_to_nobody_but_a_posting_that_has_it() {
    let text = example().replace("\"mid\"", "\"principal\"") + "offered = false\n";
    let loaded = loaded(&text);
    assert_eq!(loaded.faults, []);
    let catalog = loaded.catalog;
    let offered = |chosen| catalog.levels_to_choose(chosen).iter().map(|level| level.id).collect::<Vec<_>>();
    assert_eq!(offered(Level::Mid).len(), 6);
    assert!(!offered(Level::Mid).contains(&Level::Principal));
    assert_eq!(offered(Level::Principal), Level::ALL);
}

#[test]
fn a_ladder_written_before_careers_were_by_level_is_still_read() {
    let example = example();
    let text: Vec<&str> = example.lines().filter(|line| !line.starts_with("career")).collect();
    let loaded = loaded(&text.join("\n"));
    assert_eq!(loaded.faults, []);
    let posting =
        Posting::new(Uuid::nil(), role(Level::Mid), None, &loaded.catalog, "2026-11-25T09:00:00Z".parse().unwrap());
    assert!(document::prose_text(&posting, Prose::Career, &loaded.catalog).starts_with("You can grow"));
}

//! A small catalogue and postings for the tests of this room.
use serde_json::{Value, json};

use crate::catalog::{
    ByTrack, Catalog, EducationPart, Entry, Id, Level, LevelWords, Skill, Specialism, TrackWords, Words,
};
use crate::posting::Posting;

pub(super) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// The built-in words.
pub(super) fn words() -> Words {
    crate::catalog::load_built_in("en").words
}

fn part(name: &str, words: &str) -> EducationPart {
    EducationPart { id: id(name), label: name.to_owned(), words: words.to_owned(), on: Vec::new() }
}

fn entry(name: &str, text: &str) -> Entry {
    let group = id("group");
    Entry {
        id: id(name),
        label: name.to_owned(),
        group,
        specialisms: vec![],
        tracks: vec![],
        text: text.to_owned(),
        on: vec![],
        article: None,
    }
}

fn skill(name: &str, label: &str) -> Skill {
    Skill {
        id: id(name),
        label: label.to_owned(),
        group: id("group"),
        specialisms: vec![],
        tracks: vec![],
        must: format!("You have built services in {label}."),
        nice: format!("Experience with {label}."),
        learn: format!("You will learn {label} with us."),
        technology: None,
        on: vec![],
        article: None,
    }
}

fn track_words(track: &str) -> TrackWords {
    TrackWords {
        title: format!("Backend {track}"),
        about: format!("About the {track}."),
        career: format!("Career of the {track}."),
        hint: String::new(),
        also_called: vec![],
    }
}

pub(super) fn catalog() -> Catalog {
    let both = |text: &str| ByTrack::Both(text.to_owned());
    let mut catalog = Catalog { words: words(), ..Catalog::default() };
    catalog.specialisms.push(Specialism {
        id: id("backend"),
        label: "Backend".to_owned(),
        hint: String::new(),
        developer: track_words("Developer"),
        engineer: track_words("Engineer"),
    });
    catalog.levels.push(LevelWords {
        id: Level::Senior,
        label: "Senior".to_owned(),
        title: "Senior {title}".to_owned(),
        years_from: 5,
        years_to: None,
        experience: both("You have five years of experience."),
        autonomy: ByTrack::Each { developer: String::new(), engineer: "You choose the way.".to_owned() },
        scope: both("Your work reaches several teams."),
        mentoring: both(""),
        career: both(""),
        offered: true,
        hint: String::new(),
    });
    catalog.skills = vec![skill("rust", "Rust"), skill("go", "Go"), skill("sql", "SQL")];
    catalog.duties.push(entry("build", "Build services."));
    catalog.benefits.push(entry("leave", "Thirty days of leave."));
    catalog.steps.push(entry("talk", "A talk with the team."));
    catalog.education.degrees = vec![
        part("bachelor", "a bachelor's degree"),
        part("master", "a master's degree"),
        part("doctorate", "a doctorate"),
    ];
    catalog.education.fields = vec![
        part("computer-science", "computer science"),
        part("software-engineering", "software engineering"),
        part("related-field", "a related field"),
    ];
    catalog.education.alternatives = vec![
        part("boot-camp", "a coding boot camp"),
        part("self-taught", "self-directed study"),
        part("portfolio", "a portfolio of projects"),
    ];
    catalog.education.extras = vec![part("licence", "You hold a licence where the law asks for one.")];
    catalog
}

/// A posting of which nothing is said but what `with` says.
pub(super) fn posting(with: Value) -> Posting {
    let off = json!({ "on": false });
    let mut all = json!({
        "id": "00000000-0000-7000-8000-000000000001",
        "role": { "specialism": "backend", "track": "engineer", "level": "senior" },
        "summary": off, "experience": off, "career": off, "statement": off,
        "created": "2026-11-01T09:00:00Z", "changed": "2026-11-02T09:00:00Z",
    });
    for (key, value) in with.as_object().unwrap() {
        all[key] = value.clone();
    }
    serde_json::from_value(all).unwrap()
}

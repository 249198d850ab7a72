//! The words of the hiring kit, each by the rules for its kind.

use std::collections::{BTreeMap, BTreeSet};

use rolewright::catalog::{Answers3, ByTrack, Catalog, InterviewCheck, Track};

use crate::texts::{Faults, catalog, count_words, tokens};

/// What a text of the kit is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// What a résumé, an answer or a result shows: verb first, no subject.
    Shown,
    /// What counts or does not, what is prepared or handed in.
    Thing,
    /// A question, or one that follows.
    Question,
    /// A paragraph that a candidate or an interviewer reads.
    Prose,
    /// A short name.
    Name,
}

struct Text {
    kind: Kind,
    place: String,
    words: String,
}

#[derive(Default)]
struct All(Vec<Text>);

impl All {
    fn add(&mut self, kind: Kind, place: &str, words: &str) {
        self.0.push(Text { kind, place: place.to_owned(), words: words.to_owned() });
    }

    fn both(&mut self, kind: Kind, place: &str, words: &ByTrack) {
        match words {
            ByTrack::Both(words) => self.add(kind, place, words),
            ByTrack::Each { developer, engineer } => {
                self.add(kind, &format!("{place}, {}", Track::Developer.id()), developer);
                self.add(kind, &format!("{place}, {}", Track::Engineer.id()), engineer);
            }
        }
    }

    fn each(&mut self, kind: Kind, place: &str, words: &[String]) {
        for words in words {
            self.add(kind, place, words);
        }
    }

    fn answers(&mut self, place: &str, answers: &Answers3) {
        self.both(Kind::Shown, &format!("{place}, weak"), &answers.weak);
        self.both(Kind::Shown, &format!("{place}, sound"), &answers.sound);
        self.both(Kind::Shown, &format!("{place}, strong"), &answers.strong);
    }

    fn interview(&mut self, place: &str, interview: &InterviewCheck) {
        self.both(Kind::Question, &format!("{place}, question"), &interview.question);
        self.each(Kind::Question, &format!("{place}, follow_ups"), &interview.follow_ups);
        self.answers(place, &interview.answers);
    }
}

fn kit_texts(catalog: &Catalog) -> Vec<Text> {
    let kit = &catalog.kit;
    let mut all = All::default();
    for check in &kit.checks {
        let place = format!("check of {}", check.skill);
        all.both(Kind::Shown, &format!("{place}, evidence"), &check.resume.evidence);
        all.each(Kind::Thing, &format!("{place}, counts"), &check.resume.counts);
        all.each(Kind::Thing, &format!("{place}, counts_not"), &check.resume.counts_not);
        for anchor in &check.resume.anchors {
            all.both(Kind::Shown, &format!("{place}, resume"), anchor);
        }
        all.interview(&place, &check.interview);
    }
    for check in &kit.levels {
        let place = format!("check of the level {}", check.level.id());
        all.both(Kind::Shown, &format!("{place}, evidence"), &check.evidence);
        for anchor in &check.anchors {
            all.both(Kind::Shown, &format!("{place}, resume"), anchor);
        }
        all.interview(&place, &check.interview);
    }
    for background in &kit.backgrounds {
        let place = format!("background {}", background.specialism);
        all.each(Kind::Prose, &place, &background.counts);
        all.each(Kind::Prose, &place, &background.counts_not);
    }
    for task in &kit.tasks {
        let place = format!("task {}", task.id);
        all.add(Kind::Name, &format!("{place}, label"), &task.label);
        all.each(Kind::Prose, &format!("{place}, brief"), &task.brief);
        all.each(Kind::Thing, &format!("{place}, deliver"), &task.deliver);
        all.each(Kind::Thing, &format!("{place}, materials"), &task.materials);
        for (track, rubric) in [("developer", &task.developer), ("engineer", &task.engineer)] {
            for line in rubric {
                let place = format!("{place}, {track}, {}", line.criterion);
                all.add(Kind::Name, &place, &line.criterion);
                all.add(Kind::Shown, &place, &line.weak);
                all.add(Kind::Shown, &place, &line.sound);
                all.add(Kind::Shown, &place, &line.strong);
            }
        }
    }
    for attribute in &kit.attributes {
        let place = format!("attribute {}", attribute.id);
        all.both(Kind::Name, &format!("{place}, label"), &attribute.label);
        all.both(Kind::Prose, &format!("{place}, about"), &attribute.about);
        all.answers(&place, &attribute.answers);
    }
    for question in &kit.unfair {
        let place = format!("unfair question {}", question.id);
        all.add(Kind::Question, &format!("{place}, ask"), &question.ask);
        all.add(Kind::Prose, &format!("{place}, better"), &question.better);
        all.add(Kind::Prose, &format!("{place}, why"), &question.why);
    }
    all.0
}

/// Sentences, and the parts of one before and after a colon.
fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, end) in text.match_indices(['.', '?', ':']) {
        let after = at + end.len();
        if text[after..].starts_with([' ', '\'']) {
            sentences.push(text[from..after].trim());
            from = after;
        }
    }
    sentences.push(text[from..].trim());
    sentences
}

#[test]
fn every_text_of_the_kit_has_a_length_that_reads_well() {
    let mut faults = Faults::default();
    for text in kit_texts(&catalog()) {
        let (least, most) = match text.kind {
            Kind::Shown | Kind::Thing => (2, 30),
            Kind::Question => (3, 26),
            Kind::Prose => (2, 28),
            Kind::Name => (1, 7),
        };
        for sentence in sentences(&text.words) {
            let words = count_words(sentence);
            if words > most {
                faults.add(&text.place, sentence, &format!("{words} words, not {most} at most"));
            }
        }
        if count_words(&text.words) < least {
            faults.add(&text.place, &text.words, "says next to nothing");
        }
    }
    faults.none();
}

#[test]
fn every_text_of_the_kit_is_whole() {
    let mut faults = Faults::default();
    for text in kit_texts(&catalog()) {
        let words = text.words.as_str();
        let ends: &[char] = match text.kind {
            Kind::Name => &[],
            Kind::Question => &['?', '.'],
            Kind::Prose => &['.', '?', ':', '"', '\''],
            _ => &['.', '?', '\''],
        };
        if text.kind == Kind::Name && words.ends_with('.') {
            faults.add(&text.place, words, "a name has no full stop");
        }
        if !ends.is_empty() && !words.ends_with(ends) {
            faults.add(&text.place, words, "it has no end");
        }
        if words.contains("  ") || words.contains(['—', '’', '“', '”', '\t']) {
            faults.add(&text.place, words, "a double space, a long dash or a curly mark");
        }
        if words.chars().next().is_some_and(|first| first.is_lowercase()) && !words.starts_with("npm") {
            faults.add(&text.place, words, "it begins small");
        }
    }
    faults.none();
}

/// What praises or presumes, and what no kit may score.
const SAYS_NOTHING: [&str; 34] = [
    "rockstar",
    "ninja",
    "guru",
    "wizard",
    "passion",
    "passionate",
    "excellent",
    "exceptional",
    "outstanding",
    "seamless",
    "leverage",
    "leverages",
    "utilize",
    "utilizes",
    "synergy",
    "amazing",
    "proven",
    "dynamic",
    "deep",
    "deeply",
    "very",
    "highly",
    "extremely",
    "great",
    "exciting",
    "world-class",
    "fast-paced",
    "cutting-edge",
    "best-in-class",
    "self-starter",
    "charisma",
    "likeable",
    "energetic",
    "enthusiasm",
];

#[test]
fn no_text_of_the_kit_puffs_or_scores_charm() {
    let mut faults = Faults::default();
    for text in kit_texts(&catalog()) {
        for token in tokens(&text.words) {
            if SAYS_NOTHING.contains(&token.as_str()) {
                faults.add(&text.place, &text.words, &format!("“{token}” says nothing that can be checked"));
            }
        }
        if text.words.to_lowercase().contains("culture fit") || text.words.to_lowercase().contains("cultural fit") {
            faults.add(&text.place, &text.words, "“culture fit” scores likeness");
        }
    }
    faults.none();
}

#[test]
fn no_text_of_the_kit_speaks_of_sex_or_age() {
    let words = ["he", "she", "him", "her", "his", "hers", "guys", "young", "manpower", "salesman", "mother", "father"];
    let mut faults = Faults::default();
    for text in kit_texts(&catalog()).iter().filter(|text| !text.place.starts_with("unfair question")) {
        if let Some(found) = tokens(&text.words).iter().find(|token| words.contains(&token.as_str())) {
            faults.add(&text.place, &text.words, &format!("“{found}”"));
        }
    }
    faults.none();
}

#[test]
fn what_is_shown_begins_with_what_it_does() {
    let mut faults = Faults::default();
    let subjects = ["the", "a", "an", "they", "candidate", "it", "this", "you", "he", "there", "someone"];
    for text in kit_texts(&catalog()).iter().filter(|text| text.kind == Kind::Shown) {
        let first = tokens(&text.words).into_iter().next().unwrap_or_default();
        // Rubrics judge a thing as well as a person.
        let rubric = text.place.starts_with("task");
        if !rubric && subjects.contains(&first.as_str()) {
            faults.add(&text.place, &text.words, "it begins with its subject");
        }
    }
    faults.none();
}

#[test]
fn no_two_texts_of_the_kit_are_the_same() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut faults = Faults::default();
    for text in kit_texts(&catalog()) {
        if text.kind == Kind::Name || count_words(&text.words) < 5 {
            continue;
        }
        if let Some(other) = seen.insert(text.words.to_lowercase(), text.place.clone()) {
            faults.add(&text.place, &text.words, &format!("the same as {other}"));
        }
    }
    faults.none();
}

/// The same text with another name put in is filler: no two checks may share most of their words.
#[test]
fn no_check_is_another_one_with_the_name_swapped() {
    let mut faults = Faults::default();
    let mut seen: Vec<(String, String, BTreeSet<String>)> = Vec::new();
    for text in kit_texts(&catalog()) {
        let part = text.place.rsplit(", ").next().unwrap_or_default().to_owned();
        let words: BTreeSet<String> = tokens(&text.words).into_iter().filter(|word| word.len() > 3).collect();
        if words.len() < 7 || text.kind == Kind::Name || text.place.starts_with("unfair question") {
            continue;
        }
        for (place, other, theirs) in &seen {
            let shared = words.intersection(theirs).count();
            if shared * 10 >= words.len().max(theirs.len()) * 8 && place != &text.place {
                faults.add(&text.place, &text.words, &format!("nearly {place}: {other}"));
            }
        }
        seen.push((text.place, format!("{} ({part})", text.words), words));
    }
    faults.none();
}

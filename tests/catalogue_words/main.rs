//! Reads every sentence of the built-in templates, as a careful editor would: each test is one
//! rule, and lists every entry that breaks it with its file, its id and its words.

mod kit;
mod shape;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use texts::{Faults, Kind, catalog, count_words, name, roles, sentences, texts, tokens};

#[test]
fn every_sentence_has_a_length_that_reads_well() {
    let mut faults = Faults::default();
    for text in texts(&catalog()) {
        let (least, most) = match text.kind {
            Kind::Must => (7, 20),
            Kind::Nice => (4, 20),
            Kind::Learn => (6, 20),
            Kind::Duty => (8, 20),
            Kind::Offer => (3, 24),
            Kind::Prose | Kind::Extra => (4, 26),
            Kind::Question => (4, 12),
            Kind::Reason => (7, 20),
            Kind::Phrase | Kind::Hint | Kind::Label => (1, 12),
        };
        for sentence in sentences(&text.words) {
            let words = count_words(sentence);
            if !(least..=most).contains(&words) {
                faults.add(&text.place, sentence, &format!("{words} words, not {least} to {most}"));
            }
        }
    }
    faults.none();
}

/// Words that praise instead of saying something, by the words' beginning.
const PUFFERY_STEMS: [&str; 15] = [
    "rockstar",
    "ninja",
    "guru",
    "wizard",
    "passion",
    "excellen",
    "exceptional",
    "outstanding",
    "strong",
    "seamless",
    "leverag",
    "utiliz",
    "utilis",
    "synerg",
    "amazing",
];

const PUFFERY: [&str; 12] = [
    "proven",
    "driven",
    "dynamic",
    "competitive",
    "deep",
    "deeply",
    "very",
    "highly",
    "extremely",
    "great",
    "exciting",
    "world",
];

const PUFFERY_WITH_HYPHEN: [&str; 6] =
    ["world-class", "fast-paced", "cutting-edge", "best-in-class", "self-starter", "real-world"];

/// Names of methods that hold one of these words and praise nothing.
const TECHNICAL: [&str; 4] = ["event-driven", "test-driven", "domain-driven", "data-driven"];

#[test]
fn no_text_puffs() {
    let mut faults = Faults::default();
    for text in texts(&catalog()) {
        for token in tokens(&text.words) {
            let puffs = |part: &str| PUFFERY.contains(&part) || PUFFERY_STEMS.iter().any(|stem| part.starts_with(stem));
            let found = !TECHNICAL.contains(&token.as_str())
                && (PUFFERY_WITH_HYPHEN.contains(&token.as_str()) || puffs(&token) || token.split('-').any(puffs));
            if found {
                faults.add(&text.place, &text.words, &format!("“{token}” says nothing that can be checked"));
            }
        }
    }
    faults.none();
}

#[test]
fn no_text_speaks_of_sex_or_age() {
    let single = [
        "he",
        "she",
        "his",
        "her",
        "hers",
        "him",
        "himself",
        "herself",
        "guys",
        "man",
        "men",
        "woman",
        "women",
        "manpower",
        "chairman",
        "craftsman",
        "craftsmanship",
        "young",
        "youthful",
        "energetic",
    ];
    let phrases = ["recent graduate", "digital native", "native speaker"];
    let mut faults = Faults::default();
    for text in texts(&catalog()) {
        let words = tokens(&text.words);
        let joined = words.join(" ");
        let hit = words.iter().map(String::as_str).find(|word| single.contains(word));
        if let Some(word) = hit.or_else(|| phrases.into_iter().find(|phrase| joined.contains(phrase))) {
            faults.add(&text.place, &text.words, &format!("“{word}” turns people away"));
        }
    }
    faults.none();
}

#[test]
fn spelling_is_the_same_on_both_sides_of_the_ocean() {
    let one_side_only = [
        "colour",
        "color",
        "behaviour",
        "behavior",
        "modelling",
        "modeling",
        "catalogue",
        "centre",
        "center",
        "favour",
        "favor",
        "labelled",
        "labeled",
        "organis",
        "organiz",
        "optimis",
        "optimiz",
        "prioritis",
        "prioritiz",
        "analyse",
        "analyze",
        "analysing",
        "analyzing",
        "licence",
        "programme",
    ];
    let both = ["programmed", "programmer", "programmers"];
    let mut faults = Faults::default();
    for text in texts(&catalog()) {
        for token in tokens(&text.words) {
            let local = one_side_only.iter().any(|stem| token.starts_with(stem)) && !both.contains(&token.as_str());
            if local {
                faults.add(&text.place, &text.words, &format!("“{token}” is spelled so in some countries only"));
            }
        }
    }
    faults.none();
}

#[test]
fn sentences_of_one_list_start_alike() {
    let no_verb = ["You", "Your", "We", "Our", "The", "A", "An", "To", "In", "On", "With", "For", "Be"];
    let mut faults = Faults::default();
    for text in texts(&catalog()) {
        let first = text.words.split_whitespace().next().unwrap_or_default();
        let capital = first.starts_with(|c: char| c.is_ascii_uppercase());
        let (good, should) = match text.kind {
            Kind::Must => (text.words.starts_with("You ") && !text.words.starts_with("You will "), "starts with “You”"),
            Kind::Nice => (first == "Experience", "starts with “Experience”"),
            Kind::Learn => (text.words.starts_with("You will learn "), "starts with “You will learn”"),
            Kind::Duty => {
                let bent = first.ends_with("ing") && first != "Bring" || first.ends_with("ed") && first != "Embed";
                let third_person = first.ends_with('s') && !first.ends_with("ss");
                (capital && !bent && !third_person && !no_verb.contains(&first), "starts with a verb, as in “Build …”")
            }
            Kind::Offer | Kind::Extra | Kind::Hint | Kind::Question | Kind::Reason => {
                (capital, "starts with a capital")
            }
            Kind::Prose if text.place.contains("experience") => (first == "You", "starts with “You”"),
            Kind::Prose => {
                let speaks = tokens(&text.words).iter().any(|word| ["you", "your", "yours"].contains(&word.as_str()));
                (capital && speaks, "speaks to the reader as “you”")
            }
            Kind::Phrase => (!text.words.starts_with("The "), "stands inside a sentence"),
            Kind::Label => (true, ""),
        };
        if !good {
            faults.add(&text.place, &text.words, &format!("does not fit: {should}"));
        }
    }
    faults.none();
}

#[test]
fn sentences_end_with_one_full_stop_and_labels_with_none() {
    let mut faults = Faults::default();
    for text in texts(&catalog()) {
        if text.kind == Kind::Question {
            if !text.words.ends_with('?') || text.words.matches(['.', '!', '?']).count() > 1 {
                faults.add(&text.place, &text.words, "a question ends with one question mark");
            }
            continue;
        }
        let stops = text.words.ends_with('.') && !text.words.ends_with("..");
        let good = match text.kind {
            Kind::Must | Kind::Nice | Kind::Learn | Kind::Duty | Kind::Offer | Kind::Extra | Kind::Reason => {
                stops && sentences(&text.words).len() == 1
            }
            Kind::Prose => stops,
            Kind::Phrase | Kind::Hint | Kind::Label | Kind::Question => {
                !text.words.ends_with(['.', '!', '?', ',', ';', ':'])
            }
        };
        if !good || text.words.contains(['!', '?']) {
            faults.add(&text.place, &text.words, "full stop: one at the end of a sentence, none after a label");
        }
    }
    faults.none();
}

#[test]
fn texts_hold_plain_spaces_dashes_and_quotes() {
    let mut faults = Faults::default();
    for text in texts(&catalog()) {
        let words = &text.words;
        if words.contains("  ") || words.trim() != words || words.chars().any(|c| c.is_whitespace() && c != ' ') {
            faults.add(&text.place, words, "has a space too many");
        }
        if words.contains(['—', '–', '’', '‘', '“', '”', '…']) || words.contains(" - ") || words.contains("--")
        {
            faults.add(&text.place, words, "has a dash, quote or ellipsis of typography");
        }
        if words.contains(" ,") || words.contains(" .") && !words.contains(" .NET") {
            faults.add(&text.place, words, "has a space before a comma or full stop");
        }
    }
    faults.none();
}

#[test]
fn labels_are_short_and_in_sentence_case() {
    let catalog = catalog();
    let brands: BTreeSet<&str> = catalog.technologies.iter().flat_map(|t| t.name.split(' ')).collect();
    let brand = |word: &str| {
        let word = word.trim_matches(['(', ')', ',']);
        brands.contains(word) || word.chars().filter(char::is_ascii_uppercase).count() > 1
    };
    let mut faults = Faults::default();
    for text in texts(&catalog) {
        if text.kind != Kind::Label {
            continue;
        }
        if text.words.chars().count() > 32 {
            faults.add(&text.place, &text.words, "is longer than 32 characters");
        }
        let mut words = text.words.split(' ');
        let first = words.next().unwrap_or_default();
        if !first.starts_with(|c: char| c.is_uppercase()) && !brand(first) {
            faults.add(&text.place, &text.words, "starts with a small letter");
        }
        if let Some(word) = words.find(|word| word.starts_with(|c: char| c.is_uppercase()) && !brand(word)) {
            faults.add(&text.place, &text.words, &format!("“{word}” has a capital"));
        }
    }
    faults.none();
}

#[test]
fn technologies_are_spelled_as_their_makers_do() {
    let catalog = catalog();
    // Names that are English words too, or a single letter: written small they may mean the word.
    let words_too = ["go", "c", "express", "react", "flask", "rust", "angular", "java"];
    let names: BTreeMap<String, &str> = (catalog.technologies.iter().map(|t| t.name.as_str()))
        .filter(|name| !name.contains(' '))
        .chain(["GitHub", "GitLab", "OAuth", "OpenID", "MariaDB", "Symfony", "Scrum", "Kanban", "WebSockets", "WCAG"])
        .map(|name| (name.to_lowercase(), name))
        .collect();
    let wrong = ["vue", "node", "nodejs", "vuejs", "nextjs", "postgres", "k8s", "golang", "mongo"];
    let mut faults = Faults::default();
    for text in texts(&catalog) {
        for word in text.words.split_whitespace() {
            let word = word.trim_end_matches(['.', ',', ':', ';', ')']).trim_start_matches('(');
            let small = word.to_lowercase();
            let right = names.get(&small).is_none_or(|name| *name == word || words_too.contains(&small.as_str()));
            if !right || wrong.contains(&small.as_str()) {
                faults.add(&text.place, &text.words, &format!("“{word}” is not how its makers write it"));
            }
        }
    }
    faults.none();
}

#[test]
fn a_skill_never_asks_for_years() {
    let mut faults = Faults::default();
    for text in texts(&catalog()) {
        let skill = matches!(text.kind, Kind::Must | Kind::Nice | Kind::Learn);
        if skill && tokens(&text.words).iter().any(|word| word.starts_with("year") || word.parse::<u32>().is_ok()) {
            faults.add(&text.place, &text.words, "years belong to the level");
        }
    }
    faults.none();
}

#[test]
fn no_sentence_is_written_twice_and_no_label_shown_twice() {
    let catalog = catalog();
    let mut faults = Faults::default();
    let mut seen = BTreeMap::new();
    for text in texts(&catalog) {
        let listed = matches!(
            text.kind,
            Kind::Must | Kind::Nice | Kind::Learn | Kind::Duty | Kind::Offer | Kind::Question | Kind::Reason
        );
        if listed && let Some(other) = seen.insert(text.words.clone(), text.place.clone()) {
            faults.add(&text.place, &text.words, &format!("stands in {other} too"));
        }
    }
    for role in roles(&catalog) {
        let skills = catalog.skills.iter().filter(|s| s.offered(&role)).map(|s| ("skills", &s.label));
        let duties = catalog.duties.iter().filter(|d| d.offered(&role)).map(|d| ("duties", &d.label));
        let mut labels = BTreeSet::new();
        for (list, label) in skills.chain(duties) {
            if !labels.insert((list, label)) {
                faults.add(&name(&role), label, &format!("stands twice among the {list}"));
            }
        }
    }
    faults.none();
}

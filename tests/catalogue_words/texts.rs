//! Every text of the built-in templates with the place where it stands, and the list of faults
//! that a rule fills.

use rolewright::catalog::{Catalog, EducationPart, Entry, Level, Role, Track, load_built_in};

/// What a text is for; rules differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Must,
    Nice,
    Learn,
    Duty,
    /// A benefit or a step of the hiring process.
    Offer,
    /// A paragraph of a role or a level.
    Prose,
    /// A sentence of its own in education.
    Extra,
    /// Words that stand inside a sentence, such as "a bachelor's degree".
    Phrase,
    /// A line of the window that explains a choice, without a full stop.
    Hint,
    /// A short name in the window, or a title.
    Label,
    /// What the role chooser asks.
    Question,
    /// Why it asks, and why an answer leans as it does.
    Reason,
}

/// A text of the catalogue and where to find it.
pub struct Text {
    pub kind: Kind,
    pub place: String,
    pub words: String,
}

/// Collects what breaks a rule; fails with all of it at once.
#[derive(Default)]
pub struct Faults(Vec<String>);

impl Faults {
    pub fn add(&mut self, place: &str, words: &str, why: &str) {
        self.0.push(format!("{place}: {why}\n      {words}"));
    }

    #[track_caller]
    pub fn none(self) {
        assert!(self.0.is_empty(), "{} to mend:\n  {}", self.0.len(), self.0.join("\n  "));
    }
}

pub fn catalog() -> Catalog {
    load_built_in("en")
}

/// Every text of the catalogue that a person reads, but for the fixed words of a posting.
pub fn texts(catalog: &Catalog) -> Vec<Text> {
    let mut all = Vec::new();
    let mut add = |kind, place: String, words: &str| all.push(Text { kind, place, words: words.to_owned() });
    for skill in &catalog.skills {
        let place = format!("en/skills/{}.toml, {}", skill.group, skill.id);
        add(Kind::Label, format!("{place}, label"), &skill.label);
        add(Kind::Must, format!("{place}, must"), &skill.must);
        add(Kind::Nice, format!("{place}, nice"), &skill.nice);
        add(Kind::Learn, format!("{place}, learn"), &skill.learn);
    }
    for (place, kind, entry) in entries(catalog) {
        add(Kind::Label, format!("{place}, label"), &entry.label);
        add(kind, format!("{place}, text"), &entry.text);
    }
    for specialism in &catalog.specialisms {
        let place = format!("en/roles/{}.toml", specialism.id);
        add(Kind::Label, format!("{place}, label"), &specialism.label);
        add(Kind::Hint, format!("{place}, hint"), &specialism.hint);
        for track in Track::ALL {
            let words = specialism.words(track);
            let place = format!("{place}, {}", track.id());
            add(Kind::Hint, format!("{place}, hint"), &words.hint);
            add(Kind::Prose, format!("{place}, about"), &words.about);
            add(Kind::Prose, format!("{place}, career"), &words.career);
        }
    }
    for level in &catalog.levels {
        let place = format!("en/levels.toml, {}", level.id.id());
        add(Kind::Label, format!("{place}, label"), &level.label);
        add(Kind::Hint, format!("{place}, hint"), &level.hint);
        for track in Track::ALL {
            for (field, words) in [
                ("experience", &level.experience),
                ("autonomy", &level.autonomy),
                ("scope", &level.scope),
                ("mentoring", &level.mentoring),
                ("career", &level.career),
            ] {
                let words = words.get(track);
                if !(field == "experience" && words.is_empty()) {
                    add(Kind::Prose, format!("{place}, {field}, {}", track.id()), words);
                }
            }
        }
    }
    for (kind, part) in education(catalog) {
        let place = format!("en/education.toml, {}", part.id);
        add(Kind::Label, format!("{place}, label"), &part.label);
        add(kind, format!("{place}, words"), &part.words);
    }
    for question in &catalog.questions {
        let place = format!("en/chooser.toml, {}", question.id);
        add(Kind::Question, format!("{place}, text"), &question.text);
        add(Kind::Reason, format!("{place}, why"), &question.why);
        for answer in &question.answers {
            let place = format!("{place}, {}", answer.id);
            add(Kind::Hint, format!("{place}, label"), &answer.label);
            add(Kind::Reason, format!("{place}, because"), &answer.because);
        }
    }
    for group in &catalog.groups {
        add(Kind::Label, format!("en/groups.toml, {}", group.id), &group.label);
    }
    all
}

pub fn entries(catalog: &Catalog) -> Vec<(String, Kind, &Entry)> {
    let duties = catalog.duties.iter().map(|e| (format!("en/duties/{}.toml, {}", e.group, e.id), Kind::Duty, e));
    let benefits = catalog.benefits.iter().map(|e| (format!("en/benefits.toml, {}", e.id), Kind::Offer, e));
    let steps = catalog.steps.iter().map(|e| (format!("en/hiring.toml, {}", e.id), Kind::Offer, e));
    duties.chain(benefits).chain(steps).collect()
}

pub fn education(catalog: &Catalog) -> Vec<(Kind, &EducationPart)> {
    let words = &catalog.education;
    let phrases = words.degrees.iter().chain(&words.fields).chain(&words.alternatives).map(|p| (Kind::Phrase, p));
    phrases.chain(words.extras.iter().map(|p| (Kind::Extra, p))).collect()
}

/// The 56 roles: each specialism, track and level.
pub fn roles(catalog: &Catalog) -> Vec<Role> {
    let mut all = Vec::new();
    for specialism in &catalog.specialisms {
        for track in Track::ALL {
            all.extend(Level::ALL.map(|level| Role { specialism: specialism.id.clone(), track, level }));
        }
    }
    all
}

pub fn name(role: &Role) -> String {
    format!("{} {} {}", role.level.id(), role.specialism, role.track.id())
}

pub fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The sentences of a text. A full stop inside a name, such as "Node.js", ends none.
pub fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(". ").map(str::trim).collect()
}

/// Lower-case words, with hyphens and apostrophes kept inside them.
pub fn tokens(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '\''))
        .map(|word| word.trim_matches(['-', '\'']).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

//! The shapes of the catalogue: plain data, with the fields that an HR person writes in TOML
//! (`load/entries.rs` reads them).

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// The name of a catalogue entry or of an item in a posting: lower-case ASCII letters, digits
/// and hyphens, 1 to 64 of them, starting with a letter or digit.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(std::sync::Arc<str>);

/// Why a text is no [`Id`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no id: use 1 to 64 lower-case letters, digits and hyphens, starting with a letter or digit")]
pub struct BadId(String);

impl Id {
    /// Checks `text` and makes an id of it.
    pub fn new(text: &str) -> Result<Self, BadId> {
        let good = (1..=64).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-');
        if good { Ok(Self(text.into())) } else { Err(BadId(text.to_owned())) }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Id {
    type Error = BadId;
    fn try_from(text: String) -> Result<Self, BadId> {
        Self::new(&text)
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0.as_ref().to_owned()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Developer or engineer: the first choice, and the one the product grew from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Track {
    /// Builds features and solutions with customers, task by task, with latitude.
    Developer,
    /// Designs structure, scales and tests it, removes technical debt, with rigour.
    Engineer,
}

impl Track {
    /// Both, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Developer, Self::Engineer];

    /// The word for a control, in sentence case.
    pub fn label(self) -> &'static str {
        match self {
            Self::Developer => "Developer",
            Self::Engineer => "Engineer",
        }
    }

    /// The name used in files and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Developer => "developer",
            Self::Engineer => "engineer",
        }
    }
}

/// The job level. It changes autonomy, scope, mentoring and years, never adjectives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the field's own")]
pub enum Level {
    Intern,
    Junior,
    Mid,
    Senior,
    Staff,
    Principal,
    Lead,
}

impl Level {
    /// All levels, in the order in which they are shown.
    pub const ALL: [Self; 7] =
        [Self::Intern, Self::Junior, Self::Mid, Self::Senior, Self::Staff, Self::Principal, Self::Lead];

    /// The name used in files and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Intern => "intern",
            Self::Junior => "junior",
            Self::Mid => "mid",
            Self::Senior => "senior",
            Self::Staff => "staff",
            Self::Principal => "principal",
            Self::Lead => "lead",
        }
    }
}

/// How strongly a requirement is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// A must-have: somebody will check it.
    Must,
    /// A nice-to-have.
    Nice,
    /// Learned on the job.
    Learn,
}

impl Strength {
    /// All strengths, strongest first.
    pub const ALL: [Self; 3] = [Self::Must, Self::Nice, Self::Learn];

    /// The words for a control.
    pub fn label(self) -> &'static str {
        match self {
            Self::Must => "must have",
            Self::Nice => "nice to have",
            Self::Learn => "learn on the job",
        }
    }
}

/// When an entry is proposed: the first rule of an entry that matches decides. An empty list
/// means "any".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnRule {
    /// How strongly it is proposed; a rule that does not say means a must-have.
    pub strength: Option<Strength>,
    /// The tracks it is proposed for.
    pub tracks: Vec<Track>,
    /// The levels it is proposed for.
    pub levels: Vec<Level>,
    /// The specialisms it is proposed for.
    pub specialisms: Vec<Id>,
}

/// The role that a posting is for: what proposals are made from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Role {
    /// A [`Specialism`]'s id.
    pub specialism: Id,
    /// Developer or engineer.
    pub track: Track,
    /// The job level.
    pub level: Level,
}

/// A field of software work, such as backend, with its words for each track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Specialism {
    /// Its name in files.
    pub id: Id,
    /// Its name in a control: "Backend".
    pub label: String,
    /// One line that says what belongs here, shown where one chooses.
    pub hint: String,
    /// Words for the developer.
    pub developer: TrackWords,
    /// Words for the engineer.
    pub engineer: TrackWords,
}

impl Specialism {
    /// The words of one track.
    pub fn words(&self, track: Track) -> &TrackWords {
        match track {
            Track::Developer => &self.developer,
            Track::Engineer => &self.engineer,
        }
    }
}

/// What a specialism says for one track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackWords {
    /// The title without a level: "Backend Engineer".
    pub title: String,
    /// "About the role": one to three sentences, second person.
    pub about: String,
    /// Where the role can lead: one or two sentences.
    pub career: String,
    /// One line that says whom this is, shown where one chooses the track.
    pub hint: String,
    /// Other names candidates search for.
    pub also_called: Vec<String>,
}

/// What a level changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelWords {
    /// Which level.
    pub id: Level,
    /// Its name in a control: "Senior".
    pub label: String,
    /// How the title is made, with `{title}` for the specialism's: "Senior {title}".
    pub title: String,
    /// Fewest years of experience one would expect; 0 for none.
    pub years_from: u8,
    /// Most years, where the level has an upper end.
    pub years_to: Option<u8>,
    /// The requirement that says how much experience, by track; empty text: no such line.
    pub experience: ByTrack,
    /// How freely one works: a sentence of "About the role", by track.
    pub autonomy: ByTrack,
    /// How far the work reaches: a sentence of "About the role", by track.
    pub scope: ByTrack,
    /// Guidance given or received: a sentence of "About the role", by track.
    pub mentoring: ByTrack,
    /// Where one goes on from this level: a sentence, by track; empty text: not said.
    pub career: ByTrack,
    /// One line for the control's tooltip.
    pub hint: String,
    /// False: nobody is offered this level; postings that have it keep it.
    pub offered: bool,
}

/// A sentence for each track. In TOML: one string for both, or a table with both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ByTrack {
    /// The same sentence for both.
    Both(String),
    /// One for each.
    Each {
        /// For the developer.
        developer: String,
        /// For the engineer.
        engineer: String,
    },
}

impl Default for ByTrack {
    fn default() -> Self {
        Self::Both(String::new())
    }
}

impl ByTrack {
    /// The sentence for `track`.
    pub fn get(&self, track: Track) -> &str {
        match (self, track) {
            (Self::Both(text), _) => text,
            (Self::Each { developer, .. }, Track::Developer) => developer,
            (Self::Each { engineer, .. }, Track::Engineer) => engineer,
        }
    }
}

/// A heading under which entries are listed in the window, such as "Languages".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name in files.
    pub id: Id,
    /// Its words in the window.
    pub label: String,
}

/// A skill or technology that a posting can ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    /// Its name in files.
    pub id: Id,
    /// Its short name in the window, at most 32 characters.
    pub label: String,
    /// The [`Group`] it is listed under.
    pub group: Id,
    /// The specialisms it belongs to; empty: all.
    pub specialisms: Vec<Id>,
    /// The tracks it belongs to; empty: both.
    pub tracks: Vec<Track>,
    /// The sentence as a must-have.
    pub must: String,
    /// The sentence as a nice-to-have.
    pub nice: String,
    /// The sentence as something learned on the job.
    pub learn: String,
    /// The [`Technology`] it names, if it is one.
    pub technology: Option<Id>,
    /// When it is proposed; no rule: never.
    pub on: Vec<OnRule>,
    /// The place in the source article's lists, such as `developer-skill-3`.
    pub article: Option<String>,
}

impl Skill {
    /// The sentence at a strength.
    pub fn sentence(&self, strength: Strength) -> &str {
        match strength {
            Strength::Must => &self.must,
            Strength::Nice => &self.nice,
            Strength::Learn => &self.learn,
        }
    }
}

/// An entry of a list without strengths: a duty, a benefit, a step of the hiring process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name in files.
    pub id: Id,
    /// Its short name in the window, at most 32 characters.
    pub label: String,
    /// The [`Group`] it is listed under.
    pub group: Id,
    /// The specialisms it belongs to; empty: all.
    pub specialisms: Vec<Id>,
    /// The tracks it belongs to; empty: both.
    pub tracks: Vec<Track>,
    /// The sentence in the posting.
    pub text: String,
    /// When it is proposed; no rule: never.
    pub on: Vec<OnRule>,
    /// The place in the source article's lists, such as `engineer-duty-2`.
    pub article: Option<String>,
}

/// A technology with the year of its first public release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Technology {
    /// Its name in files.
    pub id: Id,
    /// Its name as its makers write it.
    pub name: String,
    /// The year of the first public release.
    pub released: u16,
    /// Other ways in which it is written, found in any case.
    pub aliases: Vec<String>,
    /// Spellings, the name among them, that are English words or single letters too: they count
    /// only with exactly these capitals.
    pub plain_words: Vec<String>,
    /// Spellings that its makers would correct, with exactly these capitals.
    pub wrong: Vec<String>,
}

/// A part of the education section that can be chosen: a degree, a field, an alternative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EducationPart {
    /// Its name in files.
    pub id: Id,
    /// Its short name in the window.
    pub label: String,
    /// Its words inside a sentence: "a bachelor's degree", "computer science", "a boot camp".
    pub words: String,
    /// When it is proposed; `strength` has no meaning here.
    pub on: Vec<OnRule>,
}

/// The education section's choices and the sentences they are put into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EducationWords {
    /// Degree levels, lowest first.
    pub degrees: Vec<EducationPart>,
    /// Fields of study.
    pub fields: Vec<EducationPart>,
    /// What counts in a degree's place: boot camp, self-taught, certification, portfolio.
    pub alternatives: Vec<EducationPart>,
    /// Sentences of their own: master's for advanced roles, licence where the law asks for one.
    pub extras: Vec<EducationPart>,
}

/// Fixed words of a posting by key, such as `heading.duties` or `fact.location`; a key has
/// dots, and a text can hold `{named}` places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub(super) BTreeMap<String, String>);

impl Words {
    /// The text of a key. A key that no file has gives the key itself, so that a gap shows
    /// instead of stopping the program; a test checks that every key used is there.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// The text of a key with each `{name}` replaced. Values are not looked into: braces that a
    /// person typed stay as they are.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut rest = self.get(key);
        let mut text = String::with_capacity(rest.len() + values.iter().map(|(_, value)| value.len()).sum::<usize>());
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let place = after.split_once('}');
            let value = place.and_then(|(name, after)| Some((values.iter().find(|value| value.0 == name)?.1, after)));
            rest = match value {
                Some((value, after)) => {
                    text.push_str(value);
                    after
                }
                None => {
                    text.push('{');
                    after
                }
            };
        }
        text + rest
    }

    /// True if a file has this key.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }
}

/// Everything a posting can say, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalog {
    /// In the order in which they are shown.
    pub specialisms: Vec<Specialism>,
    /// In the order of [`Level::ALL`].
    pub levels: Vec<LevelWords>,
    /// Groups of all lists, in the order in which they are shown.
    pub groups: Vec<Group>,
    /// In the order in which they stand in a posting.
    pub skills: Vec<Skill>,
    /// In the order in which they stand in a posting.
    pub duties: Vec<Entry>,
    /// In the order in which they stand in a posting.
    pub benefits: Vec<Entry>,
    /// Steps of the hiring process, in their order.
    pub steps: Vec<Entry>,
    /// Degrees, fields, alternatives.
    pub education: EducationWords,
    /// Technologies with their release years.
    pub technologies: Vec<Technology>,
    /// Headings, labels, standard statements.
    pub words: Words,
    /// What the role chooser asks, in its order.
    pub questions: Vec<super::Question>,
    /// What the hiring kit knows: checks, tasks, rubrics. It is read when somebody first looks.
    pub kit: super::KitShelf,
    /// What the review knows: word lists and the like.
    pub review: super::ReviewWords,
}

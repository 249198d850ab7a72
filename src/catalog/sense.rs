//! What the review knows about software and about gendered words.

use super::Id;

/// To whom a word is felt to speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the studies' own")]
pub enum Side {
    Masculine,
    Feminine,
}

/// The beginning of a word that a study found to be gendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stem {
    /// Its name in files.
    pub id: Id,
    /// The beginning of the word, in small letters.
    pub stem: String,
    /// Which way it leans.
    pub lean: Side,
    /// Words in which it is neutral or technical, as in [`super::Phrase::except`].
    pub except: Vec<String>,
    /// True: a posting can hardly do without, so it is counted but not advised on.
    pub common: bool,
    /// Neutral words in its place, each with the word that it replaces: `confident = "sure"`.
    pub instead: Vec<(String, String)>,
}

/// Technologies that do the same, so that nobody needs many of them at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rivals {
    /// Its name in files.
    pub id: Id,
    /// What they are: "front-end frameworks".
    pub label: String,
    /// The technologies.
    pub technologies: Vec<Id>,
    /// How many of them one may fairly ask for.
    pub most: u8,
}

/// Technologies that belong to one kind of work alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stack {
    /// Its name in files.
    pub id: Id,
    /// What it is: "front end".
    pub label: String,
    /// The technologies.
    pub technologies: Vec<Id>,
    /// The specialisms that it contradicts.
    pub contradicts: Vec<Id>,
}

/// Capitals that stand for words, which not every engineer knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// Its name in files.
    pub id: Id,
    /// The capitals: "SLO".
    pub short: String,
    /// What they stand for, as it stands within a sentence: "service level objective".
    pub long: String,
}

/// A certification that can no longer be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certification {
    /// Its name in files.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// The ways to write it, its name among them.
    pub words: Vec<String>,
    /// When it ended: "31 January 2021".
    pub ended: String,
    /// What to ask for in its place.
    pub successor: String,
    /// Who says so.
    pub source: String,
}

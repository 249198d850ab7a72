//! The questions that help to choose between developer and engineer.

use super::Id;

/// A question about the work, with answers of which each leans to one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name in files.
    pub id: Id,
    /// The question, second person: "How far does the work reach?".
    pub text: String,
    /// Why it is asked: one sentence.
    pub why: String,
    /// What one can answer, from the developer's side to the engineer's; at least two.
    pub answers: Vec<Answer>,
}

impl Question {
    /// The most that an answer of it weighs, on either side.
    pub fn most(&self) -> u8 {
        self.answers.iter().map(|answer| answer.lean.unsigned_abs()).max().unwrap_or(0)
    }

    /// The place of the answer of that id.
    pub fn answer(&self, id: &str) -> Option<usize> {
        self.answers.iter().position(|answer| answer.id.as_str() == id)
    }
}

/// An answer to a [`Question`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its name in files, one of its kind within the question.
    pub id: Id,
    /// The answer in few words.
    pub label: String,
    /// How far it leans: from −2, a developer, to 2, an engineer; 0 is neither.
    pub lean: i8,
    /// Why it leans so: one sentence.
    pub because: String,
    /// Who says so, where it is law.
    pub source: Option<String>,
    /// The places that it is the answer for: countries (`GB`), parts of them (`US-TX`).
    pub places: Vec<String>,
}

impl Answer {
    /// The furthest that an answer can lean.
    pub const MOST: i8 = 2;
}

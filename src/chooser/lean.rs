//! Which side the answers lean to, how far, and why.

use super::Answers;
use crate::catalog::{Answer, Catalog, Question, Track};

/// Below this share of the most that the answers could weigh they are near the middle: one small
/// answer in five the other way would undo the lean.
pub const NEAR_SHARE: f32 = NEAR as f32 / 100.0;

/// The same in hundredths.
const NEAR: i32 = 20;

/// From this share on, in hundredths, they lean clearly.
const CLEAR: i32 = 50;

/// The side that the answers lean to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A developer.
    Developer,
    /// An engineer.
    Engineer,
    /// Neither by enough to tell.
    Near,
}

impl Side {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Developer => "developer",
            Self::Engineer => "engineer",
            Self::Near => "near",
        }
    }

    /// The track it stands for; none near the middle.
    pub fn track(self) -> Option<Track> {
        match self {
            Self::Developer => Some(Track::Developer),
            Self::Engineer => Some(Track::Engineer),
            Self::Near => None,
        }
    }
}

/// What one answer adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason<'a> {
    /// What was asked.
    pub question: &'a Question,
    /// What was answered, with why it leans so.
    pub answer: &'a Answer,
    /// What it adds to the sum: below 0 a developer, above 0 an engineer.
    pub weight: i32,
}

/// What the answers come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Lean<'a> {
    /// The weights of all reasons together: below 0 a developer, above 0 an engineer.
    pub sum: i32,
    /// The most that the answered questions could have come to, on either side.
    pub most: i32,
    /// The side.
    pub side: Side,
    /// `sum` as a part of `most`, from −1 to 1; 0 if `most` is.
    pub share: f32,
    /// One for each answered question, in the questions' order; those that weigh 0 too.
    pub reasons: Vec<Reason<'a>>,
    /// The questions that were skipped and could weigh, those that could weigh most first.
    pub open: Vec<&'a Question>,
}

/// Adds up the answers. Those to questions that the catalogue has not, and those that a question
/// has not, count as skipped.
pub fn lean<'a>(catalog: &'a Catalog, answers: &Answers) -> Lean<'a> {
    let mut reasons = Vec::new();
    let mut open = Vec::new();
    let mut most = 0;
    for question in &catalog.questions {
        match answers.of(question) {
            Some(answer) => {
                most += i32::from(question.most());
                reasons.push(Reason { question, answer, weight: i32::from(answer.lean) });
            }
            None if question.most() > 0 => open.push(question),
            None => {}
        }
    }
    open.sort_by_key(|question| std::cmp::Reverse(question.most()));
    let sum: i32 = reasons.iter().map(|reason| reason.weight).sum();
    let side = match sum {
        _ if sum.abs() * 100 < NEAR * most || sum == 0 => Side::Near,
        ..0 => Side::Developer,
        _ => Side::Engineer,
    };
    let share = if most == 0 { 0.0 } else { sum as f32 / most as f32 };
    Lean { sum, most, side, share, reasons, open }
}

impl Lean<'_> {
    /// What they come to, in a few words. Until half of what can weigh is answered, it is said to
    /// be so far.
    pub fn headline(&self) -> &'static str {
        let clear = self.sum.abs() * 100 >= CLEAR * self.most;
        let open: i32 = self.open.iter().map(|question| i32::from(question.most())).sum();
        let early = self.most < open;
        match (self.side, clear) {
            _ if self.reasons.is_empty() => "In the middle: nothing is answered yet",
            (Side::Developer, _) if early => "So far a developer",
            (Side::Engineer, _) if early => "So far an engineer",
            (Side::Developer, true) => "Clearly a developer",
            (Side::Developer, false) => "Rather a developer",
            (Side::Engineer, true) => "Clearly an engineer",
            (Side::Engineer, false) => "Rather an engineer",
            (Side::Near, _) if self.sum == 0 => "In the middle",
            (Side::Near, _) => "Near the middle",
        }
    }

    /// How that comes about: the sum, what it could have been, of how many questions.
    pub fn figures(&self, questions: usize) -> String {
        let answered = self.reasons.len();
        if answered == 0 {
            return format!("Answer any of the {questions} questions, in any order.");
        }
        let of = format!("{answered} of {questions} questions answered");
        let most = self.most;
        match self.sum {
            0 => format!("Both sides weigh the same; {of}."),
            ..0 => format!("{} of at most {most} towards a developer; {of}.", self.sum.abs()),
            _ => format!("{} of at most {most} towards an engineer; {of}.", self.sum),
        }
    }

    /// What to say near the middle: what that means, and what would decide it.
    pub fn advice(&self) -> Option<String> {
        if self.side != Side::Near || self.reasons.is_empty() {
            return None;
        }
        let meaning = "Many employers use the two titles for each other, so either can be right here.";
        if self.open.is_empty() {
            return Some(format!(
                "{meaning} Ask the team which of the two it calls its people, and which one candidates search for."
            ));
        }
        let texts: Vec<&str> = self.open.iter().take(3).map(|question| question.text.as_str()).collect();
        Some(format!("{meaning} What would decide most: {}", texts.join(" ")))
    }
}

/// What an answer's weight means, in words: "leans far towards an engineer".
pub fn leans_to(weight: i32) -> &'static str {
    match weight {
        ..=-2 => "leans far towards a developer",
        -1 => "leans towards a developer",
        0 => "leans to neither",
        1 => "leans towards an engineer",
        2.. => "leans far towards an engineer",
    }
}

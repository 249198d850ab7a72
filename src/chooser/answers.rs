//! What a person has answered so far.

use std::collections::BTreeMap;

use crate::catalog::{Answer, Catalog, Id, Question};
use crate::posting::{Location, Posting};

/// The answers by question; a question that is not here was skipped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<Id, usize>);

impl Answers {
    /// Answers `question` with its answer at `index`; `None` skips it again.
    pub fn set(&mut self, question: &Id, index: Option<usize>) {
        match index {
            Some(index) => self.0.insert(question.clone(), index),
            None => self.0.remove(question),
        };
    }

    /// Which answer of the question was given.
    pub fn get(&self, question: &Id) -> Option<usize> {
        self.0.get(question).copied()
    }

    /// The answer given, if the question has it.
    pub fn of<'a>(&self, question: &'a Question) -> Option<&'a Answer> {
        question.answers.get(self.get(&question.id)?)
    }

    /// How many of the catalogue's questions are answered.
    pub fn count(&self, catalog: &Catalog) -> usize {
        catalog.questions.iter().filter(|question| self.of(question).is_some()).count()
    }

    /// True if nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Answers what a posting says by itself, where that was skipped: the place of work.
    pub fn from_posting(&mut self, posting: &Posting, catalog: &Catalog) {
        for question in &catalog.questions {
            if self.get(&question.id).is_some() {
                continue;
            }
            let holds = |answer: &Answer| {
                let at = |location: &Location| answer.places.iter().any(|place| location.is_in(place));
                posting.locations.iter().any(at)
            };
            self.set(&question.id, question.answers.iter().position(holds));
        }
    }

    /// Skips everything again.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

//! What a person has answered so far.

use std::collections::BTreeMap;

use crate::catalog::{Answer, Catalog, Id, Question};

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

    /// Skips everything again.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

//! What the review knows from the templates: word lists and the like.

use super::{Id, PayLaw};

/// Words that a rule of the review marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its name in files.
    pub id: Id,
    /// The rule that marks it, such as `jargon`.
    pub rule: String,
    /// The ways to write it, at least one, found in any case as whole words; a `*` at the end
    /// takes the rest of the word.
    pub words: Vec<String>,
    /// Better words, the best first; an empty one leaves it out. None: no fix.
    pub instead: Vec<String>,
    /// Words around it with which it means something else.
    pub except: Vec<String>,
    /// Why, in one sentence, if the rule's own reason does not fit.
    pub why: Option<String>,
}

impl Phrase {
    #[cfg(test)]
    #[allow(clippy::unwrap_used, reason = "a test")]
    pub(crate) fn for_tests(id: &str, words: &[&str], except: &[&str]) -> Self {
        let owned = |words: &[&str]| words.iter().map(|words| (*words).to_owned()).collect();
        Self {
            id: Id::new(id).unwrap(),
            rule: "jargon".to_owned(),
            words: owned(words),
            instead: Vec::new(),
            except: owned(except),
            why: None,
        }
    }
}

/// Everything that the review knows from the templates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewWords {
    /// Words that are marked wherever they stand.
    pub phrases: Vec<Phrase>,
    /// What the law asks about pay, place by place.
    pub pay_laws: Vec<PayLaw>,
    /// Beginnings of gendered words.
    pub stems: Vec<super::Stem>,
    /// Technologies that do the same.
    pub rivals: Vec<super::Rivals>,
    /// Technologies that belong to one kind of work.
    pub stacks: Vec<super::Stack>,
    /// Capitals that not everybody knows.
    pub acronyms: Vec<super::Acronym>,
    /// Certifications that ended.
    pub certifications: Vec<super::Certification>,
}

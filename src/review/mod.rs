//! What could be better about a posting, why, and the edit that mends it.
//!
//! Comes in: a [`Posting`] with its [`Document`], or the passages of a plain text. Goes out: a
//! [`Review`], worst finding first. A rule is one file below `rules/` and one line in
//! [`RULES`]; it reads a [`Subject`] and gives [`Finding`]s. A fix is an [`Edit`], so it is
//! undone like anything else. Nothing here reads a clock or a file: the day is in the
//! [`Request`].
//!
//! [`Posting`]: crate::posting::Posting
//! [`Document`]: crate::document::Document
//! [`Edit`]: crate::posting::Edit

mod fix;
mod fix_all;
mod lexicon;
mod measures;
mod model;
mod passage;
mod reviewer;
mod rules;
mod speller;
mod subject;
mod syllables;
mod technologies;
pub mod text;
mod tokens;

pub use fix::replace_words;
pub use fix_all::fix_all;
pub use lexicon::{Hit, Listed};
pub use measures::{Measures, Norm};
pub use model::{At, Evidence, Finding, Fix, Group, Place, Reads, Rule, Severity, Source, origin_key};
pub use passage::{Passage, PassageKind, Section};
pub use reviewer::{Employer, Request, Review, Reviewer};
pub use rules::{Lean, LeanWord, RULES, gender_lean};
pub use speller::Speller;
pub use subject::Subject;
pub use technologies::Mention;
pub use tokens::Token;

#[cfg(test)]
pub(crate) mod fixture;

//! What only a checker that knows software can see.

use super::{Evidence, Finding, Group, Reads, Rule, Severity, Source, Subject};
use crate::review::{Passage, PassageKind, Section};

pub(super) mod acronyms;
pub(super) mod brand_spelling;
pub(super) mod certifications;
pub(super) mod mandates;
pub(super) mod rivals;
pub(super) mod stack;
pub(super) mod technology_years;
mod years;
pub(super) mod years_for_level;

/// Words that make what stands beside them one way among others.
const CHOICE: [&str; 22] = [
    " or ",
    "such as",
    "like ",
    "e.g",
    "for example",
    "for instance",
    "one of",
    "any of",
    "either",
    "similar",
    "etc",
    "and/or",
    "i.e",
    "equivalent",
    "ideally",
    "preferred",
    "nice to have",
    "a plus",
    "bonus",
    "not required",
    "including",
    "alternatively",
];

/// True if a passage demands all that it names: a point or sentence of the requirements without
/// a word of choice.
fn demands(passage: &Passage<'_>) -> bool {
    let demanding =
        passage.section == Section::Must && matches!(passage.kind, PassageKind::Paragraph | PassageKind::Bullet);
    demanding && {
        let text = passage.text.to_lowercase();
        !CHOICE.iter().any(|word| text.contains(word))
    }
}

/// A list as a sentence has it: "A, B and C".
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What stands in brackets is an example more often than not.
fn in_brackets(text: &str, at: usize) -> bool {
    let before = &text[..at];
    before.matches('(').count() > before.matches(')').count()
}

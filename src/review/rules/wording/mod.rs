//! Words that keep people away, say nothing, or are not fair. The words are in
//! `templates/en/review/`.

use super::{Evidence, Finding, Group, Place, Reads, Rule, Severity, Source, Subject};
use crate::catalog::Phrase;
use crate::review::{Hit, Passage};

pub(super) mod ability;
pub(super) mod age;
pub(super) mod degree;
pub(super) mod gendered;
pub(super) mod gendered_nouns;
pub(super) mod jargon;
pub(super) mod native_speaker;
pub(super) mod protected_questions;
pub(super) mod puffery;
pub(super) mod status;
pub(super) mod terms;

/// The findings of a rule that is a word list: each phrase once for a field or item, with the
/// phrase's own reason if it has one, and its other words as fixes.
fn phrases(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>, title: &str, reason: &str) {
    let first = findings.len();
    for (hit, phrase) in subject.hits(rule.id) {
        let passage = &subject.passages[hit.passage];
        if passage.is_prose() && !is_statement(passage) {
            let finding = phrase_at(rule, subject, hit, phrase, title, reason);
            if !findings[first..].iter().any(|other| other.about == finding.about) {
                findings.push(finding);
            }
        }
    }
}

/// The finding of a phrase where it stands, with its other words as fixes.
fn phrase_at(rule: &Rule, subject: &Subject<'_>, hit: &Hit, phrase: &Phrase, title: &str, reason: &str) -> Finding {
    let passage = &subject.passages[hit.passage];
    let words = &passage.text[hit.range.clone()];
    let why = phrase.why.as_deref().unwrap_or(reason);
    let mut finding = rule.at(subject, hit.passage, hit.range.clone(), format!("{title}: “{words}”"), why);
    for instead in &phrase.instead {
        let label =
            if instead.is_empty() { format!("Leave out “{words}”") } else { format!("Use “{instead}”") };
        finding = finding.maybe_fix(label, subject.reword(&passage.origin, &words.to_ascii_lowercase(), instead));
    }
    finding
}

/// True if a passage lists protected characteristics, as an equal-opportunity statement does.
/// What it names is not asked of anyone.
pub(super) fn is_statement(passage: &Passage<'_>) -> bool {
    const NAMED: [&str; 16] = [
        "race",
        "color",
        "colour",
        "religio",
        "creed",
        "gender",
        "orientation",
        "national origin",
        "disabilit",
        "veteran",
        "marital",
        "ancestry",
        "pregnan",
        "ethnic",
        "citizenship",
        " age",
    ];
    let text = passage.text.as_bytes();
    let has = |name: &&&str| text.windows(name.len()).any(|window| window.eq_ignore_ascii_case(name.as_bytes()));
    NAMED.iter().filter(has).take(3).count() == 3
}

#[cfg(test)]
mod tests {
    use crate::review::fixture::marked;

    #[test]
    fn a_statement_that_lists_characteristics_names_nothing_that_is_asked() {
        let statement = "All are welcome regardless of race, religion, gender, age or marital status.";
        assert!(marked("protected-questions", statement).is_empty());
        assert_eq!(marked("protected-questions", "Give your marital status.").len(), 1);
    }
}

//! Words that keep people away, say nothing, or are not fair. The words are in
//! `templates/en/review/`.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

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
            // "Native or near-native" and "native English" may share a word.
            let overlaps = |other: &Finding| match (&other.place.at, &finding.place.at) {
                (Some(a), Some(b)) => a.block == b.block && a.item == b.item && a.range.end > b.range.start,
                _ => false,
            };
            if !findings[first..].iter().any(|other| other.about == finding.about || overlaps(other)) {
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
    static NAMES: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    let names = NAMES.get_or_init(|| AhoCorasick::builder().ascii_case_insensitive(true).build(NAMED).ok());
    let Some(names) = names else { return false };
    let mut seen = 0_u32;
    names.find_iter(&*passage.text).any(|found| {
        seen |= 1 << found.pattern().as_u32();
        seen.count_ones() >= 3
    })
}

#[cfg(test)]
mod tests {
    use super::super::RULES;
    use crate::posting::{Edit, Prose};
    use crate::review::Group;
    use crate::review::fixture::{assert_fix_works, catalog, edited, found, marked, posting};

    #[test]
    fn every_other_word_of_the_lists_takes_its_finding_away() {
        for phrase in &catalog().review.phrases {
            let rule = RULES.iter().find(|rule| rule.id == phrase.rule && rule.group == Group::Wording);
            let (Some(rule), false) = (rule, phrase.instead.is_empty()) else { continue };
            for words in phrase.words.iter().take(2) {
                let words = words.trim_end_matches('*');
                let text = format!("You see the {words} thing here, and {words} there.");
                let with = edited(posting(), [Edit::Prose(Prose::Summary, Some(text))]);
                assert!(!found(rule.id, &with).is_empty(), "{}: {words}", phrase.id);
                assert_fix_works(rule.id, &with);
            }
        }
    }

    #[test]
    fn a_statement_that_lists_characteristics_names_nothing_that_is_asked() {
        let statement = "All are welcome regardless of race, religion, gender, age or marital status.";
        assert!(marked("protected-questions", statement).is_empty());
        assert_eq!(marked("protected-questions", "Give your marital status.").len(), 1);
    }
}

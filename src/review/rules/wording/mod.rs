//! Words that keep people away, say nothing, or are not fair. The words are in
//! `templates/en/review/`.

use super::{Evidence, Finding, Group, Reads, Rule, Severity, Source, Subject};

pub(super) mod jargon;

/// The findings of a rule that is a word list: each phrase once for a field or item, with the
/// phrase's own reason if it has one, and its other words as fixes.
fn phrases(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>, title: &str, reason: &str) {
    let first = findings.len();
    for (hit, phrase) in subject.hits(rule.id) {
        let passage = &subject.passages[hit.passage];
        if !passage.is_prose() {
            continue;
        }
        let words = &passage.text[hit.range.clone()];
        let why = phrase.why.as_deref().unwrap_or(reason);
        let mut finding = rule.at(subject, hit.passage, hit.range.clone(), format!("{title}: “{words}”"), why);
        if findings[first..].iter().any(|other| other.about == finding.about) {
            continue;
        }
        for instead in &phrase.instead {
            let label =
                if instead.is_empty() { format!("Leave out “{words}”") } else { format!("Use “{instead}”") };
            finding = finding.maybe_fix(label, subject.reword(&passage.origin, words, instead));
        }
        findings.push(finding);
    }
}

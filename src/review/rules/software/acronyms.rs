//! Capitals that not every engineer knows, explained nowhere.

use super::*;
use crate::review::Listed;

pub(crate) static RULE: Rule = Rule {
    id: "acronyms",
    group: Group::Software,
    name: "Acronyms explained nowhere",
    looks_for: "Acronyms of a special field that the posting explains nowhere; those every engineer knows, such as API or SQL, are left alone.",
    severity: Severity::Consider,
    source: Source::new(
        Evidence::Convention,
        "Style guides of Google and Microsoft for developers: spell out on first use",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let mut seen = Vec::new();
    for hit in subject.listed(Listed::Acronym) {
        let passage = &subject.passages[hit.passage];
        let Some(acronym) = subject.catalog.review.acronyms.get(hit.phrase) else { continue };
        let exact = passage.text[hit.range.clone()] == acronym.short;
        let shouting = !passage.text.contains(char::is_lowercase);
        if !exact || !passage.is_prose() || shouting || seen.contains(&hit.phrase) {
            continue;
        }
        if subject.is_technical(hit.passage, &hit.range) || in_name(&passage.text, &hit.range) {
            continue;
        }
        seen.push(hit.phrase);
        if is_explained(subject, &acronym.short, &acronym.long) {
            continue;
        }
        let title = format!("“{}” is explained nowhere", acronym.short);
        let reason =
            format!("People from other fields may not know it: write “{} ({})” once.", acronym.long, acronym.short);
        let full = format!("{} ({})", acronym.long, acronym.short);
        let before = subject.source_text(&passage.origin);
        let edit = before
            .filter(|text| text.contains(&acronym.short))
            .and_then(|text| subject.set_text(&passage.origin, text.replacen(&acronym.short, &full, 1)));
        let finding = rule.at(subject, hit.passage, hit.range.clone(), title, reason);
        findings.push(finding.maybe_fix(format!("Write “{full}”"), edit));
    }
}

/// True if the acronym is part of a longer name: `AML-7`, `X/AML`, `R-KYC`.
fn in_name(text: &str, range: &std::ops::Range<usize>) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| matches!(c, '_' | '@' | '.' | '&'));
    joins(text[..range.start].chars().next_back())
        || (joins(text[range.end..].chars().next())
            && text[range.end..].chars().nth(1).is_some_and(char::is_alphanumeric))
}

/// True if the posting has the words somewhere, or puts something in brackets beside it.
fn is_explained(subject: &Subject<'_>, short: &str, long: &str) -> bool {
    let first = long.split([' ', '-']).next().unwrap_or(long).to_lowercase();
    let in_brackets = format!("({short}");
    let before = format!("{short} (");
    subject.passages.iter().any(|passage| {
        let text = &*passage.text;
        let words = |at: usize| text[..at].to_lowercase();
        // Words in brackets after it, or its own first word not far before the bracket.
        text.find(&before).is_some_and(|at| text[at + before.len()..].starts_with(char::is_alphabetic))
            || text.find(&in_brackets).is_some_and(|at| words(at).contains(&first))
            || text.to_lowercase().contains(&long.to_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Prose};
    use crate::review::fixture::{assert_fix_works, edited, marked, posting};

    #[test]
    fn special_acronyms_are_told_once_and_common_ones_are_not() {
        assert_eq!(marked(RULE.id, "You build KYC checks. KYC matters."), ["KYC"]);
        for text in [
            "APIs, SQL, HTML, CSS, CI/CD, REST, HTTP, JSON, AWS, GCP, UI, UX, QA, IT, US, EU and AI",
            "You build know your customer (KYC) checks; KYC matters.",
            "KYC (know your customer)",
            "KYC AND AML",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}: {:?}", marked(RULE.id, text));
        }
    }

    #[test]
    fn the_fix_spells_it_out() {
        let words = "You build KYC checks.".to_owned();
        let after = assert_fix_works(RULE.id, &edited(posting(), [Edit::Prose(Prose::Summary, Some(words))]));
        assert_eq!(after.summary.wording.as_deref(), Some("You build know your customer (KYC) checks."));
    }
}

//! Jargon and pressure.

use super::*;

pub(crate) static RULE: Rule = Rule {
    id: "jargon",
    group: Group::Wording,
    name: "Jargon and pressure",
    looks_for: "Words such as “rockstar”, “fast-paced” or “wear many hats” that say little and put people off.",
    severity: Severity::Consider,
    source: Source::new(Evidence::Convention, "Indeed's posting rules and common editors' advice"),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let reason = "It tells a reader little about the work and puts some people off.";
    phrases(rule, subject, findings, "Jargon", reason);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Prose};
    use crate::review::fixture::{assert_fix_works, edited, marked, posting};

    #[test]
    fn jargon_is_marked_and_plain_words_are_not() {
        assert_eq!(marked(RULE.id, "We look for a rockstar in a fast-paced team."), ["rockstar", "fast-paced"]);
        assert!(marked(RULE.id, "You fix bugs at a steady pace.").is_empty());
    }

    #[test]
    fn the_fix_takes_the_word_away() {
        let summary = "You are a rockstar of queries.".to_owned();
        let after = assert_fix_works(RULE.id, &edited(posting(), [Edit::Prose(Prose::Summary, Some(summary))]));
        assert!(!after.summary.wording.unwrap_or_default().contains("rockstar"));
    }
}

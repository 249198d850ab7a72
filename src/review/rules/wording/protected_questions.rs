//! Questions that must not decide who is hired.

use super::*;

pub(crate) static RULE: Rule = Rule {
    id: "protected-questions",
    group: Group::Wording,
    name: "Protected topics",
    looks_for: "Questions about age, family, faith, health or a photo, and wishes for one sex.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Law,
        "Title VII and 29 CFR 1604.5 (US), Equality Act 2010 (UK), Directive 2000/78/EC (EU)",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let reason = "It must not decide, so do not ask about it.";
    phrases(rule, subject, findings, "Protected topic", reason);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::marked;

    #[test]
    fn questions_are_marked_and_statements_are_not() {
        for (text, words) in [
            ("State your age and salary.", "State your age"),
            ("Apply with your date of birth.", "date of birth"),
            ("Attach a photo to your CV.", "Attach a photo"),
            ("Give your marital status.", "marital status"),
            ("Male candidates preferred", "Male candidates"),
        ] {
            assert_eq!(marked(RULE.id, text), [words], "{text}");
        }
        for text in [
            "We hire regardless of age, religion, sex, marital status or disability.",
            "You build a service for photo albums.",
            "We encourage female candidates to apply.",
            "Childcare is paid for.",
            "Our models predict the age of a road.",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
    }
}

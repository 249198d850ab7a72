//! Nouns and pronouns that name one sex.

use super::*;

pub(crate) static RULE: Rule = Rule {
    id: "gendered-nouns",
    group: Group::Wording,
    name: "Gendered nouns and pronouns",
    looks_for: "Words such as “he/she”, “guys” or “salesman”.",
    severity: Severity::Consider,
    source: Source::new(
        Evidence::Convention,
        "Style guides of the APA (7th edition), Microsoft and Google; 29 CFR 1604.5 (US) on help-wanted notices",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let reason = "A word without a sex does the same.";
    phrases(rule, subject, findings, "Gendered word", reason);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::marked;

    #[test]
    fn words_with_a_sex_are_marked_and_others_are_not() {
        for (text, words) in [
            ("He/she will write tests.", "He/she"),
            ("Each developer owns his/her work.", "his/her"),
            ("Join a great bunch of guys!", "guys"),
            ("You report to the chairman.", "chairman"),
            ("In this role he will lead.", "he will"),
        ] {
            assert_eq!(marked(RULE.id, text), [words], "{text}");
        }
        for text in [
            "You mentor people, and they mentor you.",
            "Good craftsmanship matters.",
            "We support Girls Who Code.",
            "The human reads the manual.",
            "She founded the company in 2010.",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
    }
}

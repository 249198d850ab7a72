//! Terms that have better ones.

use super::*;

pub(crate) static RULE: Rule = Rule {
    id: "terms",
    group: Group::Wording,
    name: "Terms with better ones",
    looks_for: "Terms such as “blacklist”, “master/slave” or “manpower”.",
    severity: Severity::Consider,
    source: Source::new(Evidence::Convention, "NIST IR 8366 (2021); the Linux kernel's coding style since 2020"),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let reason = "Most projects and standards have changed to another term.";
    phrases(rule, subject, findings, "Older term", reason);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::marked;

    #[test]
    fn older_terms_are_marked_and_other_masters_are_not() {
        for (text, words) in [
            ("You keep a whitelist.", "whitelist"),
            ("MySQL master/slave replication", "master/slave"),
            ("Work on the master branch", "master branch"),
            ("Save manpower.", "manpower"),
            ("Two man-days", "man-days"),
        ] {
            assert_eq!(marked(RULE.id, text), [words], "{text}");
        }
        for text in [
            "A master's degree or a scrum master",
            "Webmaster of master data management",
            "Mastery of Git",
            "The master plan",
            "You master new skills.",
            "Mastercard and Ticketmaster",
            "White-box tests, black-box tests",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
    }
}

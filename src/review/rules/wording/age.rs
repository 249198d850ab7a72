//! Words that speak of age.

use super::*;

pub(crate) static RULE: Rule = Rule {
    id: "age",
    group: Group::Wording,
    name: "Words about age",
    looks_for: "Words that ask for young people, such as “digital native” or “recent graduate”.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Law,
        "29 CFR 1625.4 (US): notices that show a preference by age; the EEOC names “young” and “recent graduate”",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let reason = "It tells older people that they need not apply.";
    phrases(rule, subject, findings, "Age", reason);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::marked;

    #[test]
    fn wishes_for_young_people_are_marked_and_young_things_are_not() {
        for (text, words) in [
            ("We look for a digital native.", "digital native"),
            ("Join our young team!", "young team"),
            ("Recent graduates welcome.", "Recent graduates"),
            ("Not older than 35.", "Not older than"),
            ("You may be overqualified.", "overqualified"),
        ] {
            assert_eq!(marked(RULE.id, text), [words], "{text}");
        }
        for text in [
            "We are a young company.",
            "A young and growing company in Leeds.",
            "Our digital-native companies pay online.",
            "You will maintain a mature code base.",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
    }
}

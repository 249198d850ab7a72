//! Native speakers.

use super::*;

pub(crate) static RULE: Rule = Rule {
    id: "native-speaker",
    group: Group::Wording,
    name: "Native speakers",
    looks_for: "“Native speaker” where a level of the language would do.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Law,
        "29 CFR 1606.6 (US): demands on fluency can stand in for origin, so they must fit the work",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let reason = "It asks where a person grew up; ask for a level, such as C1, and what it is for.";
    phrases(rule, subject, findings, "Native speaker", reason);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::marked;

    #[test]
    fn native_speakers_are_marked_and_native_software_is_not() {
        for (text, words) in [
            ("You are a native English speaker.", "native English speaker"),
            ("A native speaker of German.", "native speaker"),
            ("Mother tongue: French.", "Mother tongue"),
        ] {
            assert_eq!(marked(RULE.id, text), [words], "{text}");
        }
        for text in [
            "You build native apps for phones.",
            "React Native and cloud-native services",
            "English classes with native speakers",
            "Native-level performance counts.",
            "You speak English at level C1.",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
    }
}

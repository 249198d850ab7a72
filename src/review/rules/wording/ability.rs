//! Bodies instead of outcomes.

use super::*;

pub(crate) static RULE: Rule = Rule {
    id: "ability",
    group: Group::Wording,
    name: "Bodies instead of outcomes",
    looks_for: "Demands on the body, such as “able to lift” or “perfect vision”, where the outcome is what counts.",
    severity: Severity::Consider,
    source: Source::new(
        Evidence::Convention,
        "42 USC 12111(8) (ADA, US): a written description counts as evidence of what is essential",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let reason = "It shuts people out by body; say what must come out.";
    phrases(rule, subject, findings, "Ability", reason);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::marked;

    #[test]
    fn demands_on_the_body_are_marked_and_ways_of_speaking_are_not() {
        for (text, words) in [
            ("Must be able to lift 20 kg.", "Must be able to lift"),
            ("You are physically fit.", "physically fit"),
            ("A valid driver's license", "valid driver's license"),
        ] {
            assert_eq!(marked(RULE.id, text), [words], "{text}");
        }
        for text in [
            "You are able to see the big picture.",
            "We would love to hear from you.",
            "Walk us through a design.",
            "Dental, vision and good health insurance",
            "You stand up new services.",
            "A good fit for the team",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
    }
}

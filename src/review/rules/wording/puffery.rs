//! Intensifiers and empty praise.

use super::*;

pub(crate) static RULE: Rule = Rule {
    id: "puffery",
    group: Group::Wording,
    name: "Intensifiers and praise",
    looks_for: "Adjectives that praise or demand more without saying what, such as “excellent” or “world-class”.",
    severity: Severity::Consider,
    source: Source::new(
        Evidence::FieldExperiment,
        "Uber, 616 postings, about 60,000 applicants (AEA registry 2963): without optional qualifications and such adjectives, 7 % more people applied",
    ),
    reads: Reads::Words,
    run,
};

/// Words that can be left out before another without a change of meaning.
const STRENGTHS: [&str; 12] = [
    "strong",
    "solid",
    "deep",
    "in-depth",
    "profound",
    "expert",
    "advanced",
    "great",
    "superior",
    "very",
    "extremely",
    "highly",
];

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let reason = "Nobody can check it, and it makes people doubt whether they are meant.";
    let first = findings.len();
    phrases(rule, subject, findings, "Praise", reason);
    for finding in findings[first..].iter_mut().filter(|finding| finding.fixes.is_empty()) {
        let Some(at) = &finding.place.at else { continue };
        let passage = subject.passages.iter().find(|p| p.block == at.block && p.item == at.item);
        let Some(words) = passage.and_then(|passage| passage.text.get(at.range.clone())) else { continue };
        let Some((strength, rest)) = words.split_once(' ') else { continue };
        if STRENGTHS.iter().any(|one| one.eq_ignore_ascii_case(strength)) {
            let edit = subject.reword(&finding.place.origin, &words.to_ascii_lowercase(), rest);
            let label = format!("Leave out “{strength}”");
            finding.fixes.extend(edit.map(|edit| crate::review::Fix { label, edit }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Prose};
    use crate::review::fixture::{assert_fix_works, edited, marked, posting};

    #[test]
    fn praise_is_marked_and_plain_strength_is_not() {
        for (text, words) in [
            ("You have excellent writing.", "excellent"),
            ("A world-class product", "world-class"),
            ("Strong communication and a plan", "Strong communication"),
            ("A solid understanding of caches", "solid understanding"),
        ] {
            assert_eq!(marked(RULE.id, text), [words], "{text}");
        }
        for text in [
            "A strongly typed language",
            "Close outstanding issues.",
            "Strong consistency of data",
            "We run deep learning models.",
            "Dynamic programming languages",
            "Advanced TypeScript types",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_fix_leaves_the_strength_out() {
        let with = |words: &str| edited(posting(), [Edit::Prose(Prose::Summary, Some(words.to_owned()))]);
        let after = assert_fix_works(RULE.id, &with("Strong communication skills count."));
        assert_eq!(after.summary.wording.as_deref(), Some("Communication skills count."));
        let after = assert_fix_works(RULE.id, &with("You join an excellent team."));
        assert_eq!(after.summary.wording.as_deref(), Some("You join a team."));
    }
}

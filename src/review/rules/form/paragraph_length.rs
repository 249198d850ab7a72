//! How long a paragraph is.

use super::*;

/// More than this is a wall of text on a phone: half a screen.
const MOST_WORDS: usize = 100;

pub(crate) static RULE: Rule = Rule {
    id: "paragraph-length",
    group: Group::Form,
    name: "Long paragraphs",
    looks_for: "Paragraphs of more than 100 words.",
    severity: Severity::Consider,
    source: Source::new(Evidence::Convention, "Common editors' advice: one or two sentences a paragraph on a screen"),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for (index, passage) in subject.passages.iter().enumerate() {
        let words = words(&passage.text);
        if passage.kind == PassageKind::Paragraph && passage.is_prose() && words > MOST_WORDS {
            let reason =
                "Many read postings on a phone, where this fills the screen; two paragraphs or a list read better.";
            let mut finding = rule.finding(subject.place(index, None), format!("A paragraph of {words} words"), reason);
            finding = finding.about(&passage.text.chars().take(40).collect::<String>());
            findings.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Section;
    use crate::review::fixture::{found, marked_in, posting};

    #[test]
    fn a_long_paragraph_is_told() {
        let of =
            |count: usize| marked_in(RULE.id, &"word ".repeat(count), PassageKind::Paragraph, Section::Other).len();
        assert_eq!((of(100), of(101)), (0, 1));
        assert_eq!(found(RULE.id, &posting()), []);
    }
}

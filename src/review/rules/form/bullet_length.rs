//! How long a point of a list is.

use super::*;

/// The longest that reads well.
const MOST: usize = 24;

pub(crate) static RULE: Rule = Rule {
    id: "point-length",
    group: Group::Form,
    name: "Long points",
    looks_for: "Points of a list with more than 24 words.",
    severity: Severity::Consider,
    source: Source::new(
        Evidence::Measured,
        "Nine in ten duties of 4,629 real postings have 24 words or fewer, half have 14; 8 to 13 read best",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for (index, passage) in subject.passages.iter().enumerate() {
        let words = words(&passage.text);
        if passage.kind == PassageKind::Bullet && passage.is_prose() && words > MOST {
            let reason = "A reader skims a list; a long point is better as two, or with its reasons left out.";
            let mut finding = rule.finding(subject.place(index, None), format!("A point of {words} words"), reason);
            if subject.posting.is_none() {
                finding = finding.about(&passage.text.chars().take(40).collect::<String>());
            }
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
    fn a_point_of_twenty_five_words_is_long_and_of_twenty_four_is_not() {
        let of = |count: usize| marked_in(RULE.id, &"word ".repeat(count), PassageKind::Bullet, Section::Duties).len();
        assert_eq!((of(24), of(25)), (0, 1));
        assert_eq!(marked_in(RULE.id, &"word ".repeat(40), PassageKind::Paragraph, Section::Duties).len(), 0);
        assert_eq!(found(RULE.id, &posting()), []);
    }
}

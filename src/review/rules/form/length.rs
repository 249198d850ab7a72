//! How long the posting is as a whole.

use super::*;
use crate::document::Field;

/// Fewer words than nine in ten real postings have, and half of that.
const SHORT: usize = 250;
/// Three quarters of real postings are shorter.
const LONG: usize = 856;
/// Nine tenths of real postings are shorter.
const TOO_LONG: usize = 1_102;

pub(crate) static RULE: Rule = Rule {
    id: "length",
    group: Group::Form,
    name: "Length of the posting",
    looks_for: "Postings under 250 words, over 856, or over 1,102.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Measured,
        "Of 4,629 real postings half have 447 to 856 words and a tenth over 1,102; Textio advises 300 to 700, Ongig 300 \
         to 650, while LinkedIn saw more applications under 150 words (vendor data, which disagree)",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let words = subject.measures.words;
    if words == 0 {
        return;
    }
    let place = subject.posting.map_or_else(|| subject.place(0, Some(0..0)), |_| Place::field(Field::Title));
    let found = if words < SHORT {
        let reason = "Few real postings are this short; a reader may not learn what the work is.";
        rule.finding(place, format!("{words} words: short"), reason).severity(Severity::Consider)
    } else if words > TOO_LONG {
        let reason = "Nine in ten real postings are shorter, and fewer people finish reading a long one.";
        rule.finding(place, format!("{words} words: very long"), reason)
    } else if words > LONG {
        let reason = "Three in four real postings are shorter; vendors advise 300 to 700 words.";
        rule.finding(place, format!("{words} words: long"), reason).severity(Severity::Consider)
    } else {
        return;
    };
    findings.push(found);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Prose};
    use crate::review::fixture::{edited, found, posting};

    fn with_summary(words: usize) -> Vec<Finding> {
        let summary = "You write code. ".repeat(words / 3);
        found(RULE.id, &edited(posting(), [Edit::Prose(Prose::Summary, Some(summary))]))
    }

    #[test]
    fn a_usual_posting_is_neither_short_nor_long() {
        assert_eq!(found(RULE.id, &posting()), []);
    }

    #[test]
    fn long_postings_are_told_by_how_long_they_are() {
        assert_eq!(with_summary(650)[0].severity, Severity::Consider);
        assert_eq!(with_summary(1_200)[0].severity, Severity::Should);
    }
}

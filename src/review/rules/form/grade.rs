//! How hard the posting is to read.

use super::*;
use crate::document::Field;

pub(crate) static RULE: Rule = Rule {
    id: "reading-grade",
    group: Group::Form,
    name: "Reading grade",
    looks_for: "A reading grade (Flesch and Kincaid) above 13.5, or above 14.5: long sentences and long words. Technologies' \
                names do not count.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Measured,
        "Half of 4,629 real postings are at grade 12.4 or below and nine tenths at 14.5 or below; 12 at most is common advice",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    // Of a few sentences the grade says little.
    let Some(grade) = subject.measures.grade.filter(|_| subject.measures.words >= 150) else { return };
    let place = subject.posting.map_or_else(|| subject.place(0, Some(0..0)), |_| Place::field(Field::Summary));
    let title = format!("Reading grade {grade:.1}");
    if grade > 14.5 {
        let reason =
            "Nine in ten real postings are easier to read; shorter sentences and plainer words help everybody.";
        findings.push(rule.finding(place, title, reason));
    } else if grade > 13.5 {
        let reason =
            "Three in four real postings are easier to read; shorter sentences and plainer words help everybody.";
        findings.push(rule.finding(place, title, reason).severity(Severity::Consider));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Prose};
    use crate::review::fixture::{edited, found, posting};

    #[test]
    fn plain_words_are_well_and_heavy_ones_are_told() {
        assert_eq!(found(RULE.id, &posting()), []);
        let heavy =
            "Organisational responsibilities necessitate interdepartmental communication considerations. ".repeat(30);
        let heavy = edited(posting(), [Edit::Prose(Prose::Summary, Some(heavy))]);
        assert_eq!(found(RULE.id, &heavy)[0].severity, Severity::Should);
    }
}

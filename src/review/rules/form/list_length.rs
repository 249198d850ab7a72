//! How many points a list has.

use super::*;
use crate::review::Section;

pub(crate) static RULE: Rule = Rule {
    id: "list-length",
    group: Group::Form,
    name: "Number of points",
    looks_for: "Fewer than 3 or more than 13 duties, more than 16 requirements and nice-to-haves together, more than 18.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Measured,
        "Of 4,629 real postings a tenth have more than 13 duties, a quarter more than 14 requirements with preferred \
         ones, a tenth more than 18",
    ),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let measures = &subject.measures;
    if let Some(place) = first_of(subject, Section::Duties) {
        if measures.duties > 13 {
            let reason = "Nine in ten real postings name fewer duties; a reader keeps five to nine in mind.";
            let title = format!("{} duties", measures.duties);
            findings.push(rule.finding(place, title, reason).severity(Severity::Consider).about("duties"));
        } else if measures.duties < 3 {
            let reason = "A reader cannot picture the work from so few duties; real postings name about seven.";
            let title = if measures.duties == 1 { "Only one duty".to_owned() } else { "Only two duties".to_owned() };
            findings.push(rule.finding(place, title, reason).severity(Severity::Consider).about("duties"));
        }
    }
    let Some(place) = first_of(subject, Section::Must).or_else(|| first_of(subject, Section::Nice)) else { return };
    let asked = measures.requirements();
    if asked > 18 {
        let reason =
            "Nine in ten real postings ask for less, and each further demand turns away people who could do the work.";
        let title = format!("{asked} requirements and nice-to-haves");
        findings.push(rule.finding(place, title, reason).about("requirements"));
    } else if asked > 16 {
        let reason = "Five in six real postings ask for less; keep what somebody will check.";
        let title = format!("{asked} requirements and nice-to-haves");
        findings.push(rule.finding(place, title, reason).severity(Severity::Consider).about("requirements"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Strength;
    use crate::posting::{Edit, ItemEdit, List};
    use crate::review::fixture::{edited, found, posting};

    fn own(list: List, count: usize) -> impl Iterator<Item = Edit> {
        (0..count).map(move |n| Edit::AddOwn { list, text: format!("Look after part {n}"), strength: Strength::Nice })
    }

    #[test]
    fn many_requirements_are_told_and_very_many_more_strongly() {
        let asked = |more| found(RULE.id, &edited(posting(), own(List::Skills, more)));
        assert!(asked(0).is_empty());
        assert!(asked(20).iter().any(|found| found.severity == Severity::Should));
    }

    #[test]
    fn too_many_duties_and_too_few_are_told() {
        let many = found(RULE.id, &edited(posting(), own(List::Duties, 10)));
        assert!(many.iter().any(|found| found.title.ends_with("duties")));
        let off = posting().duties.on().skip(1).map(|item| item.id.clone()).collect::<Vec<_>>().into_iter();
        let off = off.map(|id| Edit::Item { list: List::Duties, id, change: ItemEdit::Strength(None) });
        assert_eq!(found(RULE.id, &edited(posting(), off)).first().map(|found| &*found.title), Some("Only one duty"));
    }
}

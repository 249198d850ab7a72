//! Whether there is a vacancy, where a law asks for it.

use super::asked::{Missing, missing, with_sentence};
use super::*;
use crate::document::Field;

pub(crate) static RULE: Rule = Rule {
    id: "law-vacancy",
    group: Group::PayLaw,
    name: "Whether there is a vacancy",
    looks_for: "A posting that does not say whether there is a vacancy, for a place whose law asks for it.",
    severity: Severity::Must,
    source: Source::new(Evidence::Law, "O. Reg. 476/24 (Ontario), in templates/pay_laws.toml. Not legal advice."),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    // The rule's phrases are words that say it.
    if subject.hits(rule.id).next().is_some() {
        return;
    }
    let vacancy = Missing {
        asked: Asked::Vacancy,
        field: Field::Summary,
        title: "Not said whether there is a vacancy",
        what: "whether there is a vacancy now",
    };
    missing(rule, subject, findings, &vacancy, |finding| {
        let now = with_sentence(subject, Field::Summary, "This posting is for an existing vacancy.");
        let later = with_sentence(subject, Field::Summary, "This posting is for future openings, not a vacancy now.");
        finding.maybe_fix("Say that there is a vacancy", now).maybe_fix("Say that it is for later", later)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Employer;
    use crate::review::fixture::{assert_fix_works, found, found_by};
    use crate::review::rules::law::tests::at;

    #[test]
    fn ontario_asks_whether_there_is_a_vacancy() {
        let posting = at("Toronto", "Ontario", "CA");
        assert_eq!(found(RULE.id, &posting)[0].severity, Severity::Should);
        let of = |employees| found_by(RULE.id, &posting, Employer { employees: Some(employees) });
        assert_eq!(of(25)[0].severity, Severity::Must);
        assert!(of(24).is_empty());
        assert_fix_works(RULE.id, &posting);
        assert!(found(RULE.id, &at("Vancouver", "BC", "CA")).is_empty());
    }
}

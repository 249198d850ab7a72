//! The kind of contract.

use super::*;
use crate::document::Field;

pub(crate) static RULE: Rule = Rule {
    id: "employment-missing",
    group: Group::Completeness,
    name: "The kind of employment is missing",
    looks_for: "A posting that says neither the kind of contract nor full or part time.",
    severity: Severity::Consider,
    source: Source::new(Evidence::Convention, "Google for Jobs recommends it (schema.org JobPosting, employmentType)"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    if posting.employment.is_none() && posting.hours.is_none() {
        let reason = "Whether it is permanent, and full time, is among the first things people look for.";
        findings.push(rule.finding(Place::field(Field::Employment), "Kind of employment not said", reason));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Employment, Hours};
    use crate::review::fixture::{edited, found, posting};

    #[test]
    fn contract_or_hours_are_enough() {
        assert_eq!(found(RULE.id, &posting()).len(), 1);
        let contract = Edit::Employment(Some(Employment::Permanent));
        let hours = Edit::Hours(Some(Hours { full_time: true, per_week: None }));
        for edit in [contract, hours] {
            assert!(found(RULE.id, &edited(posting(), [edit])).is_empty());
        }
    }
}

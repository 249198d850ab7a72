//! What one will do.

use super::*;
use crate::posting::List;

pub(crate) static RULE: Rule = Rule {
    id: "duties-missing",
    group: Group::Completeness,
    name: "Duties are missing",
    looks_for: "A posting that does not list what one will do.",
    severity: Severity::Should,
    source: Source::new(Evidence::Measured, "79 % of 4,629 real software postings list them, 7 of them at the median"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    if posting.duties.on().next().is_some() {
        return;
    }
    let reason = "People look for what they would do before anything else in the text.";
    let first = subject.catalog.duties.first().map(|duty| &duty.id);
    let mut finding = rule.finding(list_place(List::Duties, first), "No duties", reason);
    finding.about = "duties".to_owned();
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::{found, posting};
    use crate::review::rules::complete::tests::without;

    #[test]
    fn a_posting_without_duties_is_told() {
        assert!(found(RULE.id, &posting()).is_empty());
        let found = found(RULE.id, &without(List::Duties));
        assert_eq!((found.len(), found[0].about.as_str()), (1, "duties"));
    }
}

//! Whom to ask for adjustments.

use super::*;
use crate::document::Field;

pub(crate) static RULE: Rule = Rule {
    id: "adjustments-contact-missing",
    group: Group::Completeness,
    name: "The contact for adjustments is missing",
    looks_for: "A posting that does not say whom to ask for adjustments in the process.",
    severity: Severity::Consider,
    source: Source::new(Evidence::Convention, "Guidance on accessible hiring asks for a name to turn to"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    if posting.adjustments_contact.trim().is_empty() {
        let reason = "People with a disability do not know whom to ask, and some then do not apply.";
        findings.push(rule.finding(Place::field(Field::AdjustmentsContact), "No contact for adjustments", reason));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, TextField};
    use crate::review::fixture::{edited, found, posting};

    #[test]
    fn someone_to_ask_is_enough() {
        assert_eq!(found(RULE.id, &posting()).len(), 1);
        let contact = Edit::Text(TextField::AdjustmentsContact, "Ana Sousa".to_owned());
        assert!(found(RULE.id, &edited(posting(), [contact])).is_empty());
    }
}

//! How to apply.

use super::*;
use crate::catalog::Asked;
use crate::document::Field;
use crate::review::rules::law;

pub(crate) static RULE: Rule = Rule {
    id: "apply-missing",
    group: Group::Completeness,
    name: "How to apply is missing",
    looks_for: "A posting with neither a link nor an e-mail address to apply to.",
    severity: Severity::Should,
    source: Source::new(Evidence::Convention, "A posting that is passed on must say by itself how to apply"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    let said = [&posting.apply_link, &posting.apply_email].iter().any(|text| !text.trim().is_empty());
    // Where a law asks for it, its own rule says so.
    if said || law::asks(subject, Asked::Apply) {
        return;
    }
    let reason = "A reader who is convinced has nowhere to go.";
    findings.push(rule.finding(Place::field(Field::ApplyLink), "No way to apply", reason));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, TextField};
    use crate::review::fixture::{edited, found, posting};

    #[test]
    fn a_link_or_an_address_is_enough() {
        assert_eq!(found(RULE.id, &posting()).len(), 1);
        for (field, text) in [
            (TextField::ApplyLink, "https://northlight.example/jobs"),
            (TextField::ApplyEmail, "jobs@northlight.example"),
        ] {
            assert!(found(RULE.id, &edited(posting(), [Edit::Text(field, text.to_owned())])).is_empty());
        }
        assert_eq!(found(RULE.id, &edited(posting(), [Edit::Text(TextField::ApplyLink, " ".to_owned())])).len(), 1);
    }
}

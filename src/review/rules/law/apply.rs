//! How to apply, where a law asks for it.

use super::asked::{Missing, missing};
use super::*;
use crate::document::Field;

pub(crate) static RULE: Rule = Rule {
    id: "law-apply",
    group: Group::PayLaw,
    name: "How to apply, where a law asks for it",
    looks_for: "A posting without a way to apply for a place whose law asks for one.",
    severity: Severity::Must,
    source: Source::new(Evidence::Law, "Pay transparency laws by place, in templates/pay_laws.toml. Not legal advice."),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    if !posting.apply_link.trim().is_empty() || !posting.apply_email.trim().is_empty() {
        return;
    }
    let apply =
        Missing { asked: Asked::Apply, field: Field::ApplyLink, title: "No way to apply", what: "how to apply" };
    missing(rule, subject, findings, &apply, |finding| finding);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, TextField};
    use crate::review::fixture::{edited, found};
    use crate::review::rules::law::tests::at;

    #[test]
    fn colorado_asks_how_to_apply() {
        let posting = at("Boulder", "CO", "US");
        assert_eq!(found(RULE.id, &posting)[0].severity, Severity::Must);
        let email = Edit::Text(TextField::ApplyEmail, "jobs@northlight.example".to_owned());
        assert!(found(RULE.id, &edited(posting, [email])).is_empty());
        assert!(found(RULE.id, &at("Boston", "MA", "US")).is_empty());
    }
}

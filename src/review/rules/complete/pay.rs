//! What the work is paid.

use super::*;
use crate::catalog::Asked;
use crate::document::Field;
use crate::review::rules::law;

pub(crate) static RULE: Rule = Rule {
    id: "pay-missing",
    group: Group::Completeness,
    name: "Pay is missing",
    looks_for: "A posting without an amount of pay.",
    severity: Severity::Should,
    source: Source::new(Evidence::VendorData, "Indeed: postings with pay get 30 % more started applications"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    // Where a law asks for it, its own rule says so.
    if posting.pay.min.is_some() || posting.pay.max.is_some() || law::asks(subject, Asked::Pay) {
        return;
    }
    let reason = "More people apply when they know what the work is paid, and fewer drop out once they hear it.";
    findings.push(rule.finding(Place::field(Field::Pay), "No pay", reason));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Country, Edit, Location, PayEdit};
    use crate::review::fixture::{edited, found, posting};

    #[test]
    fn a_posting_without_pay_is_told() {
        assert_eq!(found(RULE.id, &posting()).len(), 1);
        let paid = edited(posting(), [Edit::Pay(PayEdit::Max(Some(90_000.into())))]);
        assert!(found(RULE.id, &paid).is_empty());
    }

    #[test]
    fn what_a_law_says_is_not_said_twice() {
        let place = Location { region: "Colorado".to_owned(), country: Some(Country::US), ..Location::default() };
        assert!(found(RULE.id, &edited(posting(), [Edit::Locations(vec![place])])).is_empty());
    }
}

//! The deadline that a law asks for.

use super::asked::{Missing, missing};
use super::*;
use crate::document::Field;
use crate::posting::{Closing, Edit};

pub(crate) static RULE: Rule = Rule {
    id: "law-deadline",
    group: Group::PayLaw,
    name: "The deadline that a law asks for",
    looks_for: "A posting that does not say until when one can apply, for a place whose law asks for it.",
    severity: Severity::Must,
    source: Source::new(Evidence::Law, "Pay transparency laws by place, in templates/pay_laws.toml. Not legal advice."),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    // The rule's phrases are words that say a deadline.
    if posting.closing != Closing::Unsaid || subject.hits(rule.id).next().is_some() {
        return;
    }
    let deadline = Missing {
        asked: Asked::Deadline,
        field: Field::Closing,
        title: "No deadline",
        what: "until when one can apply, or that it stays open",
    };
    missing(rule, subject, findings, &deadline, |finding| {
        finding.fix("Say that it is open until filled", Edit::Closing(Closing::UntilFilled))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::{assert_fix_works, edited, found};
    use crate::review::rules::law::tests::at;

    #[test]
    fn colorado_asks_until_when_one_can_apply() {
        let posting = at("Boulder", "CO", "US");
        assert_eq!(found(RULE.id, &posting)[0].severity, Severity::Must);
        assert_eq!(assert_fix_works(RULE.id, &posting).closing, Closing::UntilFilled);
    }

    #[test]
    fn a_date_is_enough_and_other_places_do_not_ask() {
        let date = Edit::Closing(Closing::On(jiff::civil::date(2027, 1, 15)));
        assert!(found(RULE.id, &edited(at("Boulder", "CO", "US"), [date])).is_empty());
        assert!(found(RULE.id, &at("Seattle", "WA", "US")).is_empty());
    }
}

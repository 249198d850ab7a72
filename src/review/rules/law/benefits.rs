//! Benefits that a law asks for.

use super::asked::{Missing, missing};
use super::*;
use crate::document::Field;
use crate::posting::List;

pub(crate) static RULE: Rule = Rule {
    id: "law-benefits",
    group: Group::PayLaw,
    name: "Benefits that a law asks for",
    looks_for: "A posting without a word on benefits for a place whose law asks for them.",
    severity: Severity::Must,
    source: Source::new(Evidence::Law, "Pay transparency laws by place, in templates/pay_laws.toml. Not legal advice."),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    // The rule's phrases are words that say some benefit.
    if posting.list(List::Benefits).on().next().is_some() || subject.hits(rule.id).next().is_some() {
        return;
    }
    let benefits = Missing {
        asked: Asked::Benefits,
        field: Field::Pay,
        title: "No benefits",
        what: "benefits and any other pay, such as bonus or equity",
    };
    missing(rule, subject, findings, &benefits, |finding| finding.about("benefits"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Prose};
    use crate::review::fixture::{edited, found};
    use crate::review::rules::law::tests::{at, benefits, paid};

    #[test]
    fn a_law_that_asks_for_benefits_is_told() {
        let found = found(RULE.id, &paid(at("Denver", "Colorado", "US")));
        assert_eq!((found.len(), found[0].severity), (1, Severity::Must));
    }

    #[test]
    fn benefits_in_the_list_or_in_words_are_enough() {
        assert!(found(RULE.id, &benefits(at("Denver", "Colorado", "US"))).is_empty());
        let words = Edit::Prose(Prose::Summary, Some("You get health insurance and 25 days of paid leave.".to_owned()));
        assert!(found(RULE.id, &edited(at("Denver", "Colorado", "US"), [words])).is_empty());
    }

    #[test]
    fn a_law_that_asks_for_pay_alone_does_not_ask_for_benefits() {
        assert!(found(RULE.id, &paid(at("Boston", "MA", "US"))).is_empty());
    }
}

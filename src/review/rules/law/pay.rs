//! Pay that a law asks for.

use super::asked::{Missing, missing};
use super::*;
use crate::document::Field;

pub(crate) static RULE: Rule = Rule {
    id: "law-pay",
    group: Group::PayLaw,
    name: "Pay that a law asks for",
    looks_for: "A posting without pay for a place whose law asks for it, or soon will.",
    severity: Severity::Must,
    source: Source::new(Evidence::Law, "Pay transparency laws by place, in templates/pay_laws.toml. Not legal advice."),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    if posting.pay.min.is_some() || posting.pay.max.is_some() {
        return;
    }
    let pay = Missing { asked: Asked::Pay, field: Field::Pay, title: "No pay", what: "the pay or its range" };
    missing(rule, subject, findings, &pay, |finding| finding);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::found;
    use crate::review::rules::law::tests::{at, paid, remote};

    #[test]
    fn a_place_with_a_law_asks_for_pay_and_names_the_statute() {
        let found = found(RULE.id, &at("Denver", "Colorado", "US"));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].severity, Severity::Must);
        let source = &found[0].source.text;
        for words in ["C.R.S. 8-5-201", "1 January 2021", "Last checked", "Not legal advice."] {
            assert!(source.contains(words), "{source}");
        }
    }

    #[test]
    fn a_posting_with_pay_or_elsewhere_is_left_alone() {
        assert!(found(RULE.id, &paid(at("Denver", "Colorado", "US"))).is_empty());
        assert!(found(RULE.id, &at("Austin", "Texas", "US")).is_empty());
        assert!(found(RULE.id, &at("London", "", "GB")).is_empty());
    }

    #[test]
    fn remote_work_within_a_country_gives_one_finding_that_names_the_places() {
        let found = found(RULE.id, &remote("the United States"));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].severity, Severity::Should);
        for name in ["Colorado", "California", "New York State"] {
            assert!(found[0].reason.contains(name));
        }
        assert!(!found[0].reason.contains("Delaware") && !found[0].reason.contains("Connecticut"));
    }

    #[test]
    fn the_whole_world_is_only_worth_a_thought() {
        let found = found(RULE.id, &remote("anywhere"));
        assert_eq!(found.iter().map(|one| one.severity).collect::<Vec<_>>(), [Severity::Consider]);
    }
}

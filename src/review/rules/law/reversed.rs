//! A pay range that stands on its head.

use super::*;
use crate::document::Field;
use crate::posting::{Edit, PayEdit};

pub(crate) static RULE: Rule = Rule {
    id: "pay-reversed",
    group: Group::PayLaw,
    name: "The pay range is reversed",
    looks_for: "A pay range whose least is more than its most.",
    severity: Severity::Must,
    source: Source::new(Evidence::Convention, "A range runs from the less to the more"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    let (Some(min), Some(max)) = (posting.pay.min, posting.pay.max) else { return };
    if min <= max {
        return;
    }
    let reason = "The least you would pay is more than the most, so nobody can tell what you mean.";
    let edits = vec![Edit::Pay(PayEdit::Min(Some(max))), Edit::Pay(PayEdit::Max(Some(min)))];
    let swap = Edit::All { name: "Swap the ends of the pay range".to_owned(), edits };
    findings.push(
        rule.finding(Place::field(Field::Pay), "The pay range is reversed", reason).fix("Swap the two amounts", swap),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::PayPeriod;
    use crate::review::fixture::{assert_fix_works, found, posting};
    use crate::review::rules::law::tests::pays;

    #[test]
    fn a_reversed_range_is_found_and_swapped() {
        let reversed = pays(posting(), Some(168_000), Some(142_000), PayPeriod::Year);
        let pay = assert_fix_works(RULE.id, &reversed).pay;
        assert_eq!((pay.min, pay.max), (Some(142_000.into()), Some(168_000.into())));
    }

    #[test]
    fn a_range_and_a_fixed_amount_are_fine() {
        for (min, max) in [(Some(1), Some(2)), (Some(5), Some(5)), (Some(9), None), (None, Some(9))] {
            assert!(found(RULE.id, &pays(posting(), min, max, PayPeriod::Hour)).is_empty());
        }
    }
}

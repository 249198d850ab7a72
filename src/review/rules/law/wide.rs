//! A pay range too wide to say anything.

use rust_decimal::Decimal;

use super::*;
use crate::document::Field;

pub(crate) static RULE: Rule = Rule {
    id: "pay-wide",
    group: Group::PayLaw,
    name: "A wide pay range",
    looks_for: "A pay range whose most is over 1.6 times its least.",
    severity: Severity::Consider,
    source: Source::new(
        Evidence::Study,
        "Kuhn, Journal of Applied Psychology (Washington State University, 2024): wide ranges lower trust. The limit is \
         ours: of 69 yearly ranges in real postings, nine in ten end at 1.6 times their beginning or less, half at 1.25",
    ),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    let (Some(min), Some(max)) = (posting.pay.min, posting.pay.max) else { return };
    let wide = min.checked_mul(Decimal::new(16, 1)).is_some_and(|limit| max > limit);
    if min > Decimal::ZERO && wide {
        let reason = "People trust an employer less when the range is so wide that it could mean several levels; a level of its own, or the place, explains one better than experience.";
        findings.push(rule.finding(Place::field(Field::Pay), "A wide pay range", reason));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::PayPeriod;
    use crate::review::fixture::{found, posting};
    use crate::review::rules::law::tests::pays;

    #[test]
    fn a_range_over_the_limit_is_worth_a_thought() {
        let range = |min, max| found(RULE.id, &pays(posting(), Some(min), Some(max), PayPeriod::Year)).len();
        assert_eq!(range(58_100, 152_500), 1);
        assert_eq!(range(100_000, 160_000), 0);
        assert_eq!(range(142_000, 168_000), 0);
        assert_eq!(range(0, 90_000), 0);
    }
}

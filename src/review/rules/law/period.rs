//! An amount of pay that cannot be for its period: 85,000 an hour, 45 a year.

use iso_currency::Currency;
use rust_decimal::Decimal;

use super::*;
use crate::document::Field;
use crate::posting::{Edit, Pay, PayEdit, PayPeriod};

pub(crate) static RULE: Rule = Rule {
    id: "pay-period",
    group: Group::PayLaw,
    name: "Pay that does not fit its period",
    looks_for: "An amount that nobody pays for the period, such as 85,000 an hour or 45 a year.",
    severity: Severity::Must,
    source: Source::new(
        Evidence::Convention,
        "Bounds far outside what software work is paid anywhere, for currencies whose unit is worth about a dollar",
    ),
    reads: Reads::Posting,
    run,
};

/// Currencies whose unit is worth half to twice a US dollar, so that the bounds below hold.
const DOLLAR_LIKE: [Currency; 8] = [
    Currency::USD,
    Currency::EUR,
    Currency::GBP,
    Currency::CAD,
    Currency::AUD,
    Currency::NZD,
    Currency::CHF,
    Currency::SGD,
];

/// For each period: its words, what is believable at all, and what a first guess may be.
const BOUNDS: [(PayPeriod, &str, [u32; 2], [u32; 2]); 5] = [
    (PayPeriod::Year, "a year", [1_000, 10_000_000], [12_000, 1_500_000]),
    (PayPeriod::Month, "a month", [50, 300_000], [1_000, 60_000]),
    (PayPeriod::Week, "a week", [20, 60_000], [250, 15_000]),
    (PayPeriod::Day, "a day", [5, 15_000], [50, 3_000]),
    (PayPeriod::Hour, "an hour", [1, 1_500], [7, 400]),
];

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    let pay = &posting.pay;
    let Some((_, words, bounds, _)) = BOUNDS.iter().find(|(period, ..)| *period == pay.period) else { return };
    if !DOLLAR_LIKE.contains(&pay.currency) || within(pay, *bounds, 1) {
        return;
    }
    let amount = pay.max.or(pay.min).unwrap_or_default().normalize();
    let title = format!("Pay of {amount} {words}?");
    let reason = format!("Nobody is paid this {words}, so readers will take the amount or the period for a mistake.");
    let mut finding = rule.finding(Place::field(Field::Pay), title, reason);
    for (period, words, _, likely) in BOUNDS {
        if period != pay.period && within(pay, likely, 1) && finding.fixes.len() < 2 {
            finding = finding.fix(format!("Pay it {words}"), Edit::Pay(PayEdit::Period(period)));
        }
    }
    let likely = BOUNDS.iter().find(|(period, ..)| *period == pay.period).map(|(.., likely)| *likely);
    if pay.period == PayPeriod::Year && likely.is_some_and(|likely| within(pay, likely, 1_000)) {
        let thousands = |amount: Option<Decimal>| amount.and_then(|amount| amount.checked_mul(1_000.into()));
        let edits = vec![Edit::Pay(PayEdit::Min(thousands(pay.min))), Edit::Pay(PayEdit::Max(thousands(pay.max)))];
        let name = "Take pay as thousands".to_owned();
        finding = finding.fix("Take the amounts as thousands", Edit::All { name, edits });
    }
    findings.push(finding);
}

/// True if every amount that is said, so many times over, lies within bounds. Nothing does not.
fn within(pay: &Pay, [least, most]: [u32; 2], times: u32) -> bool {
    [pay.min, pay.max].into_iter().flatten().filter(|amount| !amount.is_zero()).all(|amount| {
        let amount = amount.checked_mul(times.into()).unwrap_or(Decimal::MAX);
        amount >= least.into() && amount <= most.into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::{assert_fix_works, edited, found, posting};
    use crate::review::rules::law::tests::pays;

    #[test]
    fn a_yearly_amount_an_hour_is_plainly_a_slip() {
        let posting = pays(posting(), Some(85_000), Some(95_000), PayPeriod::Hour);
        assert_eq!(found(RULE.id, &posting)[0].severity, Severity::Must);
        assert_eq!(assert_fix_works(RULE.id, &posting).pay.period, PayPeriod::Year);
    }

    #[test]
    fn an_hourly_amount_a_year_may_be_thousands_too() {
        let posting = pays(posting(), Some(45), Some(60), PayPeriod::Year);
        let found = found(RULE.id, &posting);
        let fixes: Vec<&str> = found[0].fixes.iter().map(|fix| fix.label.as_str()).collect();
        assert_eq!(fixes, ["Pay it an hour", "Take the amounts as thousands"]);
        let after = edited(posting, [found[0].fixes[1].edit.clone()]);
        assert_eq!(after.pay.max, Some(60_000.into()));
    }

    #[test]
    fn what_is_paid_somewhere_is_left_alone() {
        for (min, max, period) in [
            (Some(142_000), Some(168_000), PayPeriod::Year),
            (Some(45), Some(1_200), PayPeriod::Hour),
            (Some(400), Some(600), PayPeriod::Day),
            (Some(600), None, PayPeriod::Month),
            (None, None, PayPeriod::Hour),
            (Some(0), Some(90_000), PayPeriod::Year),
        ] {
            assert!(found(RULE.id, &pays(posting(), min, max, period)).is_empty(), "{min:?} {period:?}");
        }
        let yen = Edit::Pay(PayEdit::Currency(Currency::JPY));
        let posting = edited(pays(posting(), Some(3_000), Some(4_000), PayPeriod::Hour), [yen]);
        assert!(found(RULE.id, &posting).is_empty());
    }
}

//! A pay range wider than a law allows.

use rust_decimal::Decimal;

use super::*;
use crate::document::Field;
use crate::posting::{PayPeriod, currency_of};

pub(crate) static RULE: Rule = Rule {
    id: "law-pay-spread",
    group: Group::PayLaw,
    name: "A pay range wider than a law allows",
    looks_for: "A yearly range whose ends lie further apart than the law of a place of work allows.",
    severity: Severity::Must,
    source: Source::new(Evidence::Law, "O. Reg. 476/24 (Ontario), in templates/pay_laws.toml. Not legal advice."),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    let pay = &posting.pay;
    // Days and hours a year are not known.
    let times = match pay.period {
        PayPeriod::Year => 1,
        PayPeriod::Month => 12,
        PayPeriod::Week => 52,
        PayPeriod::Day | PayPeriod::Hour => return,
    };
    let yearly = |amount: Option<Decimal>| amount.and_then(|amount| amount.checked_mul(times.into()));
    let (Some(min), Some(max)) = (yearly(pay.min), yearly(pay.max)) else { return };
    for one in applying(subject).iter().filter(|one| one.here) {
        let Some(limit) = one.law.max_spread else { continue };
        let own = |code: &String| Country::new(code).ok().and_then(currency_of) == Some(pay.currency);
        let free = one.law.spread_free_above.is_some_and(|free| max > free.into());
        if free || max - min <= limit.into() || !one.law.countries.iter().any(own) {
            continue;
        }
        let mut reason = format!(
            "{} allows a range of at most {} {} a year between its ends",
            capital(&one.law.name),
            pay.currency.code(),
            grouped(limit)
        );
        if let Some(free) = one.law.spread_free_above {
            reason.push_str(&format!(", unless it ends above {}", grouped(free)));
        }
        if one.size_decides {
            reason.push_str(&format!(", for employers of {} people or more", one.law.employees));
        }
        reason.push('.');
        let finding = rule.finding(Place::field(Field::Pay), format!("Pay range too wide: {}", one.law.name), reason);
        let finding = finding.severity(one.weight).source(source([one.law], subject.today));
        findings.push(finding.about(one.law.id.as_str()));
    }
}

/// A number with commas between thousands.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, PayEdit};
    use crate::review::Employer;
    use crate::review::fixture::{edited, found_by};
    use crate::review::rules::law::tests::{at, pays};

    fn severities(min: u32, max: u32, period: PayPeriod, employees: Option<u32>) -> Vec<Severity> {
        let posting = pays(at("Toronto", "Ontario", "CA"), Some(min), Some(max), period);
        let posting = edited(posting, [Edit::Pay(PayEdit::Currency(iso_currency::Currency::CAD))]);
        found_by(RULE.id, &posting, Employer { employees }).iter().map(|one| one.severity).collect()
    }

    #[test]
    fn ontario_allows_fifty_thousand_dollars() {
        assert_eq!(severities(90_000, 140_001, PayPeriod::Year, Some(25)), [Severity::Must]);
        assert_eq!(severities(90_000, 140_001, PayPeriod::Year, None), [Severity::Should]);
        assert_eq!(severities(7_000, 12_000, PayPeriod::Month, Some(25)), [Severity::Must]);
        assert!(severities(90_000, 140_000, PayPeriod::Year, Some(25)).is_empty());
        assert!(severities(90_000, 140_001, PayPeriod::Year, Some(24)).is_empty());
        assert!(severities(150_000, 210_000, PayPeriod::Year, Some(25)).is_empty());
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(
            (grouped(50_000), grouped(999), grouped(1_200_000)),
            ("50,000".into(), "999".into(), "1,200,000".into())
        );
    }
}

//! Pay with one end: "up to 140,000", "90,000 and up".

use std::ops::Range;

use rust_decimal::Decimal;

use super::vague::{pays, speaks_of_pay};
use super::*;
use crate::document::{Field, Origin};

pub(crate) static RULE: Rule = Rule {
    id: "pay-open-ended",
    group: Group::PayLaw,
    name: "Pay with one end",
    looks_for: "Pay with a least or a most alone, in the pay fields or in words such as “up to” and “and up”.",
    severity: Severity::Must,
    source: Source::new(
        Evidence::Law,
        "Colorado and Minnesota forbid open-ended ranges, and other places ask for both ends; see templates/pay_laws.toml. \
         Not legal advice.",
    ),
    reads: Reads::Words,
    run,
};

const REASON: &str = "A range with one end tells a reader neither what to expect nor where they would stand.";

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let applying = applying(subject);
    if let Some(pay) = subject.posting.map(|posting| &posting.pay) {
        let said = |amount: Option<Decimal>| amount.is_some_and(|amount| !amount.is_zero());
        if said(pay.min) != said(pay.max) {
            let end = if said(pay.min) { "a least" } else { "a most" };
            let finding = rule.finding(Place::field(Field::Pay), format!("Pay has {end} alone"), REASON);
            findings.push(weighed(finding, &applying, subject));
        }
    }
    for (index, passage) in subject.passages.iter().enumerate() {
        if passage.origin == Origin::Field(Field::Pay) || !passage.text.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        for range in open_ended(&passage.text) {
            let title = format!("Pay with one end: “{}”", &passage.text[range.clone()]);
            findings.push(weighed(rule.at(subject, index, range, title, REASON), &applying, subject));
        }
    }
}

/// The finding with what the laws of the posting make of it.
fn weighed(finding: Finding, applying: &[Applies<'_>], subject: &Subject<'_>) -> Finding {
    let forbids = |one: &&Applies<'_>| one.law.no_open_ends && one.weight <= Severity::Should;
    let asks = |one: &&Applies<'_>| one.here && one.law.asks.contains(&Asked::Pay) && one.weight <= Severity::Should;
    let laws: Vec<&Applies<'_>> = applying.iter().filter(forbids).collect();
    if let Some(worst) = laws.iter().map(|one| one.weight).min() {
        let laws = laws.iter().filter(|one| one.weight == worst).map(|one| one.law);
        return finding.severity(worst).source(source(laws, subject.today));
    }
    let laws: Vec<&PayLaw> = applying.iter().filter(asks).map(|one| one.law).collect();
    if laws.is_empty() {
        let source = Source::new(Evidence::Convention, "A range has two ends; a fixed amount has both the same");
        return finding.severity(Severity::Consider).source(source);
    }
    finding.severity(Severity::Should).source(source(laws, subject.today))
}

/// Words that begin or end an open range, beside an amount.
const BEFORE: [&str; 8] =
    ["up to ", "upto ", "starting at ", "starting from ", "from ", "at least ", "minimum of ", "maximum of "];
const AFTER: [&str; 6] = [" and up", " or more", " and above", " or above", " upwards", "+"];

/// Where pay stands with one end only.
fn open_ended(text: &str) -> Vec<Range<usize>> {
    let amounts = amounts(text);
    let mut found = Vec::new();
    for (index, amount) in amounts.iter().enumerate() {
        let sentence = sentence_around(text, amount);
        let pay = pays(&text[sentence]) && (20_000..=1_000_000).contains(&amount.units);
        let ranged = |a: &Amount, b: &Amount| joins(&text[a.range.end..b.range.start]);
        let second = index > 0 && ranged(&amounts[index - 1], amount);
        let first = amounts.get(index + 1).is_some_and(|next| ranged(amount, next));
        if !pay || first || second {
            continue;
        }
        let before = &text[..amount.range.start];
        let after = &text[amount.range.end..];
        let begins = BEFORE.iter().find(|words| ends_with(before, words));
        let ends = AFTER.iter().find(|words| {
            after.len() >= words.len()
                && after.is_char_boundary(words.len())
                && after[..words.len()].eq_ignore_ascii_case(words)
        });
        if begins.is_some() || ends.is_some() {
            let start = amount.range.start - begins.map_or(0, |words| words.len());
            let end = amount.range.end + ends.map_or(0, |words| words.len());
            found.push(start..end);
        }
    }
    found
}

fn ends_with(text: &str, words: &str) -> bool {
    let Some(at) = text.len().checked_sub(words.len()) else { return false };
    let whole = text.get(..at).is_some_and(|text| !text.chars().next_back().is_some_and(char::is_alphanumeric));
    whole && text.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(words))
}

/// True if what stands between two amounts makes a range of them.
fn joins(between: &str) -> bool {
    let words = between.trim().trim_start_matches(|c: char| c.is_ascii_uppercase()).trim();
    let words = words.trim_end_matches(['$', '€', '£', ' ']);
    matches!(words, "-" | "–" | "—" | "to" | "and" | "through" | "/") || words.eq_ignore_ascii_case("to")
}

/// An amount of money in a text.
struct Amount {
    /// With its sign, if it has one.
    range: Range<usize>,
    /// Whole units of the currency.
    units: u32,
}

/// True if a text says an amount that could be pay: with a currency's sign or "k", or a bare
/// number in a text about pay.
pub(super) fn says_amount(text: &str) -> bool {
    let pay = |units: u32| (20_000..=1_000_000).contains(&units);
    amounts(text).iter().any(|amount| pay(amount.units)) || speaks_of_pay(text) && numbers(text).any(pay)
}

/// The whole numbers of a text, with spaces, commas or full stops between their thousands.
fn numbers(text: &str) -> impl Iterator<Item = u32> {
    text.split(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}')).filter_map(
        |run| {
            let groups: Vec<&str> =
                run.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
            let rest = groups.get(1..).unwrap_or_default();
            rest.iter().all(|group| group.len() == 3).then(|| groups.concat().parse().ok()).flatten()
        },
    )
}

/// The amounts of a text: with a currency's sign, or with "k" behind the number.
fn amounts(text: &str) -> Vec<Amount> {
    let mut amounts = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && (bytes[at].is_ascii_digit() || bytes[at] == b',' || bytes[at] == b'.') {
            at += 1;
        }
        while matches!(bytes[at - 1], b',' | b'.') {
            at -= 1;
        }
        let digits = &text[start..at];
        let mut end = at;
        let thousands = matches!(bytes.get(at), Some(b'k' | b'K'))
            && !bytes.get(at + 1).is_some_and(|byte| byte.is_ascii_alphanumeric());
        end += usize::from(thousands);
        let before = text[..start].trim_end_matches(' ');
        let sign = before.chars().next_back().filter(|c| matches!(c, '$' | '€' | '£'));
        let longer = !thousands && bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric());
        let start = sign.map_or(start, |sign| before.len() - sign.len_utf8());
        let units = whole(digits).map(|units| if thousands { units.saturating_mul(1_000) } else { units });
        if let (true, false, Some(units)) = (sign.is_some() || thousands, longer, units) {
            amounts.push(Amount { range: start..end, units });
        }
        at = end.max(at);
    }
    amounts
}

/// The whole units of "140,000", "140.000" and "82,918.25".
fn whole(digits: &str) -> Option<u32> {
    let cents = digits.rfind(['.', ',']).filter(|at| digits.len() - at <= 3);
    let digits: String = digits[..cents.unwrap_or(digits.len())].chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn sentence_around(text: &str, amount: &Amount) -> Range<usize> {
    let ends = |text: &str| text.find(". ").or_else(|| text.find('\n'));
    let before = &text[..amount.range.start];
    let start = before.rfind(". ").map(|at| at + 2).or_else(|| before.rfind('\n').map(|at| at + 1));
    let end = ends(&text[amount.range.end..]).map_or(text.len(), |at| amount.range.end + at);
    start.unwrap_or(0)..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::PayPeriod;
    use crate::review::fixture::{found, marked, posting};
    use crate::review::rules::law::tests::{at, pays as with_pay, remote};

    fn severity(posting: crate::posting::Posting, min: Option<u32>, max: Option<u32>) -> Vec<Severity> {
        found(RULE.id, &with_pay(posting, min, max, PayPeriod::Year)).iter().map(|one| one.severity).collect()
    }

    #[test]
    fn one_end_alone_weighs_what_the_place_makes_of_it() {
        assert_eq!(severity(at("Denver", "CO", "US"), None, Some(140_000)), [Severity::Must]);
        assert_eq!(severity(at("Denver", "CO", "US"), Some(0), Some(140_000)), [Severity::Must]);
        assert_eq!(severity(at("Boston", "MA", "US"), Some(90_000), None), [Severity::Should]);
        assert_eq!(severity(remote("the US"), Some(90_000), None), [Severity::Should]);
        assert_eq!(severity(posting(), Some(90_000), None), [Severity::Consider]);
        assert!(severity(at("Denver", "CO", "US"), Some(90_000), Some(90_000)).is_empty());
        assert!(severity(at("Denver", "CO", "US"), None, None).is_empty());
    }

    #[test]
    fn words_for_an_open_range_are_marked() {
        assert_eq!(marked(RULE.id, "The salary is up to $140,000 a year."), ["up to $140,000"]);
        assert_eq!(marked(RULE.id, "Base pay: £90k+ a year"), ["£90k+"]);
        assert_eq!(marked(RULE.id, "Compensation starts here: $120,000 and up."), ["$120,000 and up"]);
        assert_eq!(marked(RULE.id, "Salary from €70.000 per year"), ["from €70.000"]);
    }

    #[test]
    fn an_amount_is_known_with_and_without_its_currency() {
        for text in ["$120,000", "£90k", "Salary: 146 000 to 218 000 gross", "Pay is PLN 20000", "salary of 90.000 EUR"]
        {
            assert!(says_amount(text), "{text}");
        }
        for text in
            ["We pay well.", "Salary for 10 people", "120,000 users", "A pay of 20.00 an hour", "paid in 2024 5 of 7"]
        {
            assert!(!says_amount(text), "{text}");
        }
    }

    #[test]
    fn ranges_and_other_money_are_not() {
        for text in [
            "The salary is from $120,000 to $140,000.",
            "The salary range is $120,000 - $140,000+ a year.",
            "Base salary from $120,000 USD - $140,000 USD.",
            "A bonus of up to $25,000 on top of your salary.",
            "We raised up to $50,000,000 and pay well.",
            "A learning budget of up to $2,000 beside your salary.",
            "We pay 100k events a second to nobody.",
            "Salary between £80k and £100k.",
            "The salary is $140,000.",
            "Up to 140,000 users are paid through us.",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
    }
}

//! Words that stand where an amount should: "competitive salary", "DOE".

use super::open_ended::says_amount;
use super::*;
use crate::document::{Field, Origin};

pub(crate) static RULE: Rule = Rule {
    id: "pay-vague",
    group: Group::PayLaw,
    name: "Vague words on pay",
    looks_for: "Words such as “competitive salary” or “depends on experience” that stand where an amount should.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Study,
        "Kuhn, Journal of Applied Psychology (Washington State University, 2024): “depends on qualifications” makes a range less trusted; \
         Indeed, vendor data: postings with pay get 30 % more started applications",
    ),
    reads: Reads::Words,
    run,
};

/// Words that say that a sentence is about pay.
const PAY: [&str; 12] = [
    "salary",
    "salaries",
    "pay",
    "paid",
    "compensation",
    "compensated",
    "remuneration",
    "wage",
    "wages",
    "rate",
    "ote",
    "gehalt",
];

/// Words that say that its money is something else.
const NOT_PAY: [&str; 22] = [
    "bonus",
    "bonuses",
    "equity",
    "stock",
    "options",
    "budget",
    "stipend",
    "allowance",
    "reimbursement",
    "reimburse",
    "revenue",
    "loan",
    "loans",
    "relocation",
    "referral",
    "customers",
    "clients",
    "users",
    "insurance",
    "grant",
    "grants",
    "raised",
];

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn has(text: &str, list: &[&str]) -> bool {
    words(text).any(|word| list.iter().any(|one| one.eq_ignore_ascii_case(word)))
}

/// True if a text has a word for pay.
pub(super) fn speaks_of_pay(text: &str) -> bool {
    has(text, &PAY)
}

/// True if a sentence's money is pay.
pub(super) fn pays(sentence: &str) -> bool {
    has(sentence, &PAY) && !has(sentence, &NOT_PAY)
}

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let mut hits = subject.hits(rule.id).peekable();
    if hits.peek().is_none() {
        return;
    }
    let said = subject.posting.is_some_and(|posting| posting.pay.min.is_some() || posting.pay.max.is_some())
        || subject.passages.iter().any(|passage| says_amount(&passage.text));
    let mut last = None;
    for (hit, phrase) in hits {
        let passage = &subject.passages[hit.passage];
        let words = &passage.text[hit.range.clone()];
        let around = &passage.text[sentence(&passage.text, &hit.range)];
        let field = matches!(passage.origin, Origin::Field(Field::Bonus | Field::Pay));
        // "DOE" in capitals alone: Jane Doe is a person.
        let name = words.len() <= 3 && words.bytes().any(|byte| byte.is_ascii_lowercase());
        let overlaps = last.is_some_and(|(passage, end)| passage == hit.passage && hit.range.start < end);
        if !(speaks_of_pay(around) || field) || name || overlaps {
            continue;
        }
        last = Some((hit.passage, hit.range.end));
        let (severity, reason) = match said {
            true => (
                Severity::Consider,
                phrase
                    .why
                    .as_deref()
                    .unwrap_or("The amount is there, so this adds nothing and makes readers doubt it."),
            ),
            false => (Severity::Should, "It stands where readers look for an amount, and tells them none."),
        };
        let title = format!("Vague on pay: “{words}”");
        let mut finding = rule.at(subject, hit.passage, hit.range.clone(), title, reason).severity(severity);
        for instead in &phrase.instead {
            let edit = subject.reword(&passage.origin, words, instead);
            finding = finding.maybe_fix(format!("Use “{instead}”"), edit);
        }
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, PayPeriod, Prose};
    use crate::review::fixture::{assert_fix_works, edited, found, marked, posting};
    use crate::review::rules::law::tests::pays as with_pay;

    #[test]
    fn words_that_hide_an_amount_are_marked() {
        assert_eq!(marked(RULE.id, "We offer a competitive salary."), ["competitive salary"]);
        assert_eq!(marked(RULE.id, "Salary: DOE"), ["DOE"]);
        assert_eq!(marked(RULE.id, "Pay depends on experience."), ["depends on experience"]);
        assert_eq!(marked(RULE.id, "Compensation is commensurate with experience."), ["commensurate with"]);
    }

    #[test]
    fn other_competitions_does_and_experience_are_not() {
        for text in [
            "We work in a competitive market.",
            "The Department of Energy (DOE) funds our research.",
            "Which stack you use depends on experience of the team.",
            "Jane Doe leads the team and sets the pay bands.",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn it_weighs_less_once_the_amount_is_said() {
        let words = Edit::Prose(Prose::Summary, Some("You get a competitive salary here.".to_owned()));
        let posting = edited(posting(), [words]);
        assert_eq!(found(RULE.id, &posting)[0].severity, Severity::Should);
        let paid = with_pay(posting.clone(), Some(90_000), Some(100_000), PayPeriod::Year);
        assert_eq!(found(RULE.id, &paid)[0].severity, Severity::Consider);
        let after = assert_fix_works(RULE.id, &posting);
        assert_eq!(after.summary.wording.as_deref(), Some("You get a salary here."));
    }
}

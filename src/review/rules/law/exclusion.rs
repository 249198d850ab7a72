//! Leaving out the people of a place whose law forbids that.

use super::*;
use crate::catalog::Barred;
use crate::document::Field;

pub(crate) static RULE: Rule = Rule {
    id: "law-exclusion",
    group: Group::PayLaw,
    name: "Leaving out the people of a place",
    looks_for: "Words that leave out the people of a place whose law forbids it, such as “except Colorado”.",
    severity: Severity::Must,
    source: Source::new(Evidence::Law, "7 CCR 1103-18 (Colorado). Not legal advice."),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let laws = subject.catalog.review.pay_laws.iter();
    for law in laws.filter(|law| law.bars.contains(&Barred::ExcludingResidents) && law.since <= subject.today) {
        let reason = format!(
            "The law of {} counts remote work that can be done there, also where a posting leaves out the people who live there.",
            law.name
        );
        let title = format!("Leaves out people in {}", law.name);
        let touches = touching(subject).iter().find(|one| one.law.id == law.id);
        let here = touches.is_some_and(|one| one.holds == Holds::Yes);
        let severity = if here { Severity::Must } else { Severity::Should };
        let dressed = |finding: Finding| finding.severity(severity).source(source([law], subject.today));
        if touches.is_some_and(|one| one.reach.left_out) {
            findings.push(dressed(rule.finding(Place::field(Field::WorkModel), title.clone(), reason.clone())));
        }
        for (index, passage) in subject.passages.iter().enumerate() {
            let field = matches!(passage.origin, crate::document::Origin::Field(Field::WorkModel | Field::Locations));
            if let Some(range) = leaves_out(&passage.text, &law.name).filter(|_| !field) {
                findings.push(dressed(rule.at(subject, index, range, title.clone(), reason.clone())));
            }
        }
    }
}

/// Where a text leaves out a place: "except Colorado", "excluding CA and Colorado", "not
/// available in Colorado".
fn leaves_out(text: &str, name: &str) -> Option<std::ops::Range<usize>> {
    let at = text.find(name)?;
    let end = at + name.len();
    let start = text[..at].rfind(['.', ';', '(', '\n']).map_or(0, |at| at + 1);
    let before = &text[start..at];
    let after = text[end..].split(['.', ';', ')']).next().unwrap_or_default();
    // From the word that leaves out to the place, there may be other places and little words.
    let words: Vec<&str> = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let small = [
        "and",
        "or",
        "the",
        "state",
        "states",
        "of",
        "for",
        "in",
        "from",
        "following",
        "residents",
        "candidates",
        "applicants",
        "people",
        "living",
        "based",
        "located",
        "to",
        "those",
    ];
    for word in words.iter().rev() {
        let is = |all: &[&str]| all.iter().any(|one| one.eq_ignore_ascii_case(word));
        if is(&["except", "excepting", "excluding", "excludes", "exclude"]) {
            return Some(at..end);
        }
        if is(&["available", "open", "eligible", "offered", "hire", "hiring"]) {
            return denied(before).then_some(at..end);
        }
        if !is(&small) && !word.starts_with(char::is_uppercase) {
            break;
        }
    }
    let residents = ["residents", "candidates", "applicants"].iter().any(|word| after.trim_start().starts_with(word));
    let refused = ["not be considered", "not eligible", "cannot apply", "may not apply", "not accepted"];
    (residents && refused.iter().any(|words| after.contains(words))).then_some(at..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::{found, marked};
    use crate::review::rules::law::tests::remote;

    #[test]
    fn words_that_leave_out_coloradans_are_marked() {
        for text in [
            "Remote in the US, except Colorado.",
            "Work from anywhere excluding California, New York and Colorado",
            "This role is not available in Colorado.",
            "We cannot hire candidates in the state of Colorado.",
            "Colorado residents will not be considered.",
        ] {
            assert_eq!(marked(RULE.id, text), ["Colorado"], "{text}");
        }
        let found = found(RULE.id, &remote("United States except Colorado"));
        assert_eq!(found.iter().map(|one| one.severity).collect::<Vec<_>>(), [Severity::Should]);
    }

    #[test]
    fn other_words_about_colorado_are_fine() {
        for text in [
            "The pay range for Colorado is in the table, excluding bonus.",
            "The range, excluding bonus and commission paid in Colorado, is below.",
            "Our office in Colorado is open all year.",
            "Colorado residents find the range below.",
            "We are hiring in Colorado and Texas.",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
    }
}

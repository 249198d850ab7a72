//! A closing date that has passed.

use super::*;
use crate::document::Field;
use crate::posting::{Closing, Edit};

pub(crate) static RULE: Rule = Rule {
    id: "closing-past",
    group: Group::Completeness,
    name: "The closing date has passed",
    looks_for: "A closing date before today.",
    severity: Severity::Must,
    source: Source::new(Evidence::Convention, "Nobody can apply until a day that has passed"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    let Closing::On(date) = posting.closing else { return };
    if date < subject.today {
        let reason = "Readers will think that they are too late, and job search drops the posting.";
        findings.push(
            rule.finding(Place::field(Field::Closing), "The closing date has passed", reason)
                .fix("Say that it is open until filled", Edit::Closing(Closing::UntilFilled)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::{TODAY, assert_fix_works, edited, found, posting};

    #[test]
    fn yesterday_is_too_late_and_today_is_not() {
        let closing = |date| edited(posting(), [Edit::Closing(Closing::On(date))]);
        let yesterday = TODAY.yesterday().unwrap();
        assert_fix_works(RULE.id, &closing(yesterday));
        assert!(found(RULE.id, &closing(TODAY)).is_empty());
        assert!(found(RULE.id, &posting()).is_empty());
    }
}

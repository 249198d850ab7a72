//! A start that does not fit: in the past, or before one can no longer apply.

use super::*;
use crate::document::Field;
use crate::posting::{Closing, Edit, Start};

pub(crate) static RULE: Rule = Rule {
    id: "start-date",
    group: Group::Completeness,
    name: "The start does not fit",
    looks_for: "A start in the past, or one before the closing date.",
    severity: Severity::Consider,
    source: Source::new(Evidence::Convention, "Work starts after people could apply, and not in the past"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    let Start::On(start) = posting.start else { return };
    let (title, reason) = match posting.closing {
        _ if start < subject.today => {
            ("The start has passed", "Readers will think that the posting is old or the place is taken.")
        }
        Closing::On(closing) if start <= closing => {
            ("The work starts before applications close", "Readers will take one of the two dates for a mistake.")
        }
        _ => return,
    };
    findings.push(
        rule.finding(Place::field(Field::Start), title, reason)
            .fix("Say “as soon as possible”", Edit::Start(Start::AsSoonAsPossible)),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::Posting;
    use crate::review::fixture::{TODAY, assert_fix_works, edited, found, posting};

    fn starting(days: i64, closing: Option<i64>) -> Posting {
        let day = |days: i64| TODAY.checked_add(jiff::Span::new().days(days)).unwrap();
        let closing = closing.map_or(Closing::Unsaid, |days| Closing::On(day(days)));
        edited(posting(), [Edit::Start(Start::On(day(days))), Edit::Closing(closing)])
    }

    #[test]
    fn a_start_in_the_past_or_before_the_closing_date_is_told() {
        assert_fix_works(RULE.id, &starting(-1, None));
        assert_fix_works(RULE.id, &starting(30, Some(30)));
    }

    #[test]
    fn a_start_that_fits_is_fine() {
        assert!(found(RULE.id, &starting(0, None)).is_empty());
        assert!(found(RULE.id, &starting(31, Some(30))).is_empty());
        assert!(found(RULE.id, &posting()).is_empty());
    }
}

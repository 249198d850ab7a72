//! Until when one can apply.

use super::*;
use crate::catalog::Asked;
use crate::document::Field;
use crate::posting::{Closing, Edit};
use crate::review::rules::law;

pub(crate) static RULE: Rule = Rule {
    id: "closing-missing",
    group: Group::Completeness,
    name: "The closing date is missing",
    looks_for: "A posting that says neither a closing date nor that it is open until filled.",
    severity: Severity::Consider,
    source: Source::new(Evidence::Convention, "Google for Jobs recommends it (schema.org JobPosting, validThrough)"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    // Where a law asks for it, its own rule says so.
    if posting.closing != Closing::Unsaid || law::asks(subject, Asked::Deadline) {
        return;
    }
    let reason = "People plan by it, and an old posting without one looks as if it were still open.";
    findings.push(
        rule.finding(Place::field(Field::Closing), "No closing date", reason)
            .fix("Say that it is open until filled", Edit::Closing(Closing::UntilFilled)),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::{assert_fix_works, found, posting};

    #[test]
    fn a_posting_says_until_when_it_is_open() {
        let after = assert_fix_works(RULE.id, &posting());
        assert!(found(RULE.id, &after).is_empty());
    }
}

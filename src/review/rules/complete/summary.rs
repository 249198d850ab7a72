//! What the role is about.

use super::*;
use crate::document::{Field, prose_text};
use crate::posting::{Edit, Prose};

pub(crate) static RULE: Rule = Rule {
    id: "summary-missing",
    group: Group::Completeness,
    name: "The summary is missing",
    looks_for: "A posting that does not say in a few sentences what the role is about.",
    severity: Severity::Consider,
    source: Source::new(Evidence::Measured, "64 % of 4,629 real software postings have such a section"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    // Blank words by hand count as ours, which may be none.
    let blank = prose_text(posting, Prose::Summary, subject.catalog).trim().is_empty();
    if posting.summary.on && !blank {
        return;
    }
    let reason = "People decide by the first sentences whether to read on.";
    let finding = rule.finding(Place::field(Field::Summary), "Nothing on what the role is about", reason);
    let show = (!blank).then_some(Edit::ProseOn(Prose::Summary, true));
    findings.push(finding.maybe_fix("Show the summary", show));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::{assert_fix_works, edited, found, posting};

    #[test]
    fn a_summary_that_is_off_is_told() {
        assert_fix_works(RULE.id, &edited(posting(), [Edit::ProseOn(Prose::Summary, false)]));
        assert!(found(RULE.id, &posting()).is_empty());
    }
}

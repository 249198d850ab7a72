//! What one must bring.

use super::*;
use crate::catalog::Strength;
use crate::document::{Field, prose_text};
use crate::posting::{Edit, List, Prose};

pub(crate) static RULE: Rule = Rule {
    id: "requirements-missing",
    group: Group::Completeness,
    name: "Requirements are missing",
    looks_for: "A posting that lists nothing one must bring.",
    severity: Severity::Should,
    source: Source::new(Evidence::Measured, "91 % of 4,629 real software postings list them, 9 of them at the median"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    let experience = !prose_text(posting, Prose::Experience, subject.catalog).trim().is_empty();
    let skills = posting.skills.on().any(|item| item.strength == Some(Strength::Must));
    if skills || posting.education.on || experience && posting.experience.on {
        return;
    }
    let reason = "Without them, people cannot tell if it is for them, and everyone applies or nobody.";
    let first = subject.catalog.skills.first().map(|skill| &skill.id);
    let place = if experience { Place::field(Field::Experience) } else { list_place(List::Skills, first) };
    let mut finding = rule.finding(place, "No requirements", reason);
    finding.about = "requirements".to_owned();
    if experience {
        finding = finding.fix("Show the experience asked for", Edit::ProseOn(Prose::Experience, true));
    }
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::EducationEdit;
    use crate::review::fixture::{assert_fix_works, edited, found, posting};
    use crate::review::rules::complete::tests::without;

    #[test]
    fn a_posting_that_asks_for_nothing_is_told() {
        assert!(found(RULE.id, &posting()).is_empty());
        assert!(found(RULE.id, &without(List::Skills)).is_empty());
        let off = [Edit::ProseOn(Prose::Experience, false), Edit::Education(EducationEdit::On(false))];
        assert_fix_works(RULE.id, &edited(without(List::Skills), off));
    }
}

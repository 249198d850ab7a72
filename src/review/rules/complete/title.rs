//! What the posting is called.

use super::*;
use crate::document::Field;
use crate::posting::Edit;

pub(crate) static RULE: Rule = Rule {
    id: "title-missing",
    group: Group::Completeness,
    name: "The title is missing",
    looks_for: "A title without a word in it.",
    severity: Severity::Should,
    source: Source::new(Evidence::Convention, "Google for Jobs requires a title (schema.org JobPosting, title)"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    if posting.title(subject.catalog).chars().any(char::is_alphabetic) {
        return;
    }
    let reason = "People decide by the title whether to read on, and job search finds a posting by it.";
    let mut finding = rule.finding(Place::field(Field::Title), "No title", reason);
    if posting.title.is_some() && subject.catalog.title(&posting.role).chars().any(char::is_alphabetic) {
        finding = finding.fix("Use the title of the role", Edit::Title(None));
    }
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::{assert_fix_works, edited, found, posting};

    #[test]
    fn a_title_needs_a_word() {
        let titled = |title: &str| edited(posting(), [Edit::Title(Some(title.to_owned()))]);
        assert_eq!(assert_fix_works(RULE.id, &titled("– 12 –")).title, None);
        assert!(found(RULE.id, &titled("Senior engineer")).is_empty());
        assert!(found(RULE.id, &titled("エンジニア")).is_empty());
    }

    #[test]
    fn a_blank_title_is_the_roles_own() {
        assert!(found(RULE.id, &edited(posting(), [Edit::Title(Some("  ".to_owned()))])).is_empty());
    }
}

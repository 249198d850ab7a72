//! Who the employer is.

use super::*;
use crate::document::Field;

pub(crate) static RULE: Rule = Rule {
    id: "company-missing",
    group: Group::Completeness,
    name: "The company is missing",
    looks_for: "A posting that does not say who the employer is.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Convention,
        "Google for Jobs requires the hiring organisation (schema.org JobPosting, hiringOrganization)",
    ),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    if posting.company.name.trim().is_empty() {
        findings.push(rule.finding(
            Place::field(Field::Company),
            "No company name",
            "People want to know who asks, and job search leaves out postings that do not say it.",
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, TextField};
    use crate::review::fixture::{edited, found, posting};

    #[test]
    fn a_posting_without_a_company_is_told() {
        let found = found(RULE.id, &posting());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, Place::field(Field::Company));
    }

    #[test]
    fn a_named_company_is_enough() {
        let named = edited(posting(), [Edit::Text(TextField::Company, "Northlight Systems".to_owned())]);
        assert!(found(RULE.id, &named).is_empty());
    }
}

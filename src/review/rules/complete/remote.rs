//! From where remote work can be done.

use super::*;
use crate::document::{Field, country_name};
use crate::posting::{Edit, WorkModel};

pub(crate) static RULE: Rule = Rule {
    id: "remote-reach-missing",
    group: Group::Completeness,
    name: "Remote, but from where?",
    looks_for: "Remote work in a posting that does not say where one may live.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Convention,
        "Google for Jobs asks for it of remote work (schema.org JobPosting, applicantLocationRequirements)",
    ),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    let Some(WorkModel::Remote { within }) = &posting.work_model else { return };
    if !within.trim().is_empty() {
        return;
    }
    let reason = "Tax and employment law decide where one may live, so people in other places apply in vain.";
    let mut finding = rule.finding(Place::field(Field::WorkModel), "Remote, but from where?", reason);
    if let Some(country) = posting.locations.iter().find_map(|place| place.country) {
        let name = country_name(country, &subject.catalog.words).into_owned();
        let edit = Edit::WorkModel(Some(WorkModel::Remote { within: name.clone() }));
        finding = finding.fix(format!("Say “{name}”"), edit);
    }
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Country, Location};
    use crate::review::fixture::{assert_fix_works, edited, found, posting};

    fn remote(within: &str) -> Edit {
        Edit::WorkModel(Some(WorkModel::Remote { within: within.to_owned() }))
    }

    #[test]
    fn remote_work_needs_its_reach() {
        assert_eq!(found(RULE.id, &edited(posting(), [remote(" ")])).len(), 1);
        assert!(found(RULE.id, &edited(posting(), [remote("anywhere")])).is_empty());
        assert!(found(RULE.id, &posting()).is_empty());
    }

    #[test]
    fn the_place_of_work_gives_a_first_answer() {
        let place = Location { country: Some(Country::US), ..Location::default() };
        let posting = edited(posting(), [remote(""), Edit::Locations(vec![place])]);
        let after = assert_fix_works(RULE.id, &posting);
        assert_eq!(after.work_model, Some(WorkModel::Remote { within: "United States".to_owned() }));
    }
}

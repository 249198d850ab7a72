//! Where the work is done.

use super::*;
use crate::document::Field;
use crate::posting::{Location, WorkModel};

pub(crate) static RULE: Rule = Rule {
    id: "place-missing",
    group: Group::Completeness,
    name: "The place of work is missing",
    looks_for: "A posting with neither a place nor a remote rule, or one for work on site or hybrid without a place.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Convention,
        "Google for Jobs requires a place with its country (schema.org JobPosting, jobLocation)",
    ),
    reads: Reads::Posting,
    run,
};

/// True if a place says anything.
pub(super) fn said(place: &Location) -> bool {
    !place.city.trim().is_empty() || !place.region.trim().is_empty() || place.country.is_some()
}

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    if posting.locations.iter().any(said) {
        return;
    }
    let (title, reason) = match posting.work_model {
        Some(WorkModel::Remote { .. }) => return,
        Some(WorkModel::OnSite) => {
            ("On site, but where?", "Work on site needs a place, so that people know if they can get there.")
        }
        Some(WorkModel::Hybrid { .. }) => {
            ("Hybrid, but where?", "Hybrid work needs a place, so that people know if they can get there.")
        }
        None => (
            "No place and no remote rule",
            "People want to know where they would work, and job search leaves out postings that do not say it.",
        ),
    };
    findings.push(rule.finding(Place::field(Field::Locations), title, reason));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Country, Edit};
    use crate::review::fixture::{edited, found, posting};

    fn finds(model: Option<WorkModel>, places: Vec<Location>) -> bool {
        !found(RULE.id, &edited(posting(), [Edit::WorkModel(model), Edit::Locations(places)])).is_empty()
    }

    #[test]
    fn without_a_place_only_remote_work_is_fine() {
        assert!(finds(None, vec![]));
        assert!(finds(None, vec![Location { city: " ".to_owned(), ..Location::default() }]));
        assert!(finds(Some(WorkModel::OnSite), vec![]));
        assert!(finds(Some(WorkModel::Hybrid { days: None }), vec![]));
        assert!(!finds(Some(WorkModel::Remote { within: String::new() }), vec![]));
    }

    #[test]
    fn any_part_of_a_place_is_enough() {
        assert!(!finds(None, vec![Location { city: "Denver".to_owned(), ..Location::default() }]));
        assert!(!finds(Some(WorkModel::OnSite), vec![Location { country: Some(Country::US), ..Location::default() }]));
    }
}

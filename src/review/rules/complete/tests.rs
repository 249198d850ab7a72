//! Every role of the templates, filled in as far as a posting must be.

use crate::catalog::{Level, Track};
use crate::posting::{Country, Edit, ItemEdit, List, Location, PayEdit, Posting, TextField};
use crate::review::fixture::{TODAY, catalog, edited, of_role, posting};
use crate::review::{Finding, Group, Request, Reviewer, Severity};

/// A new posting with a list emptied.
pub(super) fn without(list: List) -> Posting {
    let posting = posting();
    let ids: Vec<_> = posting.list(list).on().map(|item| item.id.clone()).collect();
    let off = ids.into_iter().map(|id| Edit::Item { list, id, change: ItemEdit::Strength(None) });
    edited(posting, off)
}

/// What the rules of completeness and pay law find in a new posting of each role, filled in.
fn of_all_roles(city: &str, region: &str) -> Vec<(String, Vec<Finding>)> {
    let reviewer = Reviewer::new(catalog());
    let place = Location { city: city.to_owned(), region: region.to_owned(), country: Some(Country::US) };
    let filled_in = [
        Edit::Text(TextField::Company, "Northlight Systems".to_owned()),
        Edit::Locations(vec![place]),
        Edit::Pay(PayEdit::Min(Some(142_000.into()))),
        Edit::Pay(PayEdit::Max(Some(168_000.into()))),
        Edit::Text(TextField::ApplyLink, "https://northlight.example/jobs/1".to_owned()),
    ];
    let mut all = Vec::new();
    for specialism in &catalog().specialisms {
        for track in Track::ALL {
            for level in Level::ALL {
                let posting = edited(of_role(specialism.id.as_str(), track, level), filled_in.clone());
                let document = crate::document::build(&posting, catalog());
                let review = reviewer.review(&Request::of(&posting, &document, catalog(), TODAY));
                let ours = |finding: &Finding| matches!(finding.group, Group::Completeness | Group::PayLaw);
                let found = review.findings.into_iter().filter(ours).collect();
                all.push((format!("{} {track:?} {level:?}", specialism.id), found));
            }
        }
    }
    assert_eq!(all.len(), 56);
    all
}

#[test]
fn a_new_posting_that_is_filled_in_has_three_things_to_consider_and_nothing_worse() {
    for (role, found) in of_all_roles("Austin", "Texas") {
        let rules: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, ["employment-missing", "closing-missing", "adjustments-contact-missing"], "{role}");
        assert!(found.iter().all(|finding| finding.severity == Severity::Consider), "{role}");
    }
}

#[test]
fn in_colorado_it_must_say_benefits_and_deadline_too_as_the_law_there_asks() {
    for (role, found) in of_all_roles("Denver", "Colorado") {
        let worse: Vec<&str> =
            found.iter().filter(|finding| finding.severity < Severity::Consider).map(|finding| finding.rule).collect();
        assert_eq!(worse, ["law-benefits", "law-deadline"], "{role}");
    }
}

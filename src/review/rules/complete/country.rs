//! The country of a place.

use super::*;
use crate::document::{Field, country_name};
use crate::posting::{Edit, Location};

pub(crate) static RULE: Rule = Rule {
    id: "country-missing",
    group: Group::Completeness,
    name: "The country of a place is missing",
    looks_for: "A place of work without its country.",
    severity: Severity::Consider,
    source: Source::new(
        Evidence::Convention,
        "Google for Jobs requires a place's country (schema.org JobPosting, jobLocation)",
    ),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    let lacks = |place: &Location| place.country.is_none() && place::said(place);
    let Some(first) = posting.locations.iter().find(|place| lacks(place)) else { return };
    let name = if first.city.trim().is_empty() { first.region.trim() } else { first.city.trim() };
    let known = posting.locations.iter().find_map(|place| place.country);
    let country = known.unwrap_or(posting.locale.region);
    let mended = posting
        .locations
        .iter()
        .map(|place| Location { country: if lacks(place) { Some(country) } else { place.country }, ..place.clone() });
    let label = format!("Add {}", country_name(country, &subject.catalog.words));
    let reason = "Job search asks for the country, and so do the laws on what a posting must say.";
    findings.push(
        rule.finding(Place::field(Field::Locations), format!("{name}: no country"), reason)
            .fix(label, Edit::Locations(mended.collect())),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::Country;
    use crate::review::fixture::{assert_fix_works, edited, found, posting};

    #[test]
    fn a_place_without_a_country_is_told_and_can_have_the_postings_own() {
        let place = |country| Location { city: "Denver".to_owned(), country, ..Location::default() };
        let at = |country| edited(posting(), [Edit::Locations(vec![place(country)])]);
        assert_eq!(assert_fix_works(RULE.id, &at(None)).locations[0].country, Some(Country::US));
        assert!(found(RULE.id, &at(Some(Country::US))).is_empty());
        assert!(found(RULE.id, &posting()).is_empty());
    }
}

//! Questions that one must not ask: those of the places that the posting is for, and good practice.

use crate::catalog::{Id, UnfairQuestion};
use crate::posting::{KitField, KitList, Location, Posting};

use super::Kit;
use super::build::{Draft, Maker};

pub(super) fn add(kit: &mut Kit, maker: &Maker<'_>) {
    for question in &maker.catalog.kit.unfair {
        let mut draft = Draft::new(KitList::Unfair, question.id.clone());
        draft.label.clone_from(&question.ask);
        draft.on = holds(question, maker.posting);
        if !draft.on && maker.change(KitList::Unfair, &question.id).is_none() {
            continue;
        }
        draft.texts = vec![
            (KitField::Ask, question.ask.clone()),
            (KitField::Better, question.better.clone()),
            (KitField::Why, question.why.clone()),
            (KitField::Source, question.source.clone()),
        ];
        let entry = maker.finish(draft, kit);
        kit.entries.push(entry);
    }
    let known = |id: &Id| maker.catalog.kit.unfair.iter().any(|question| question.id == *id);
    for change in &maker.posting.kit.entries {
        if change.list == KitList::Unfair && change.is_work() && (change.own || !known(&change.id)) {
            let entry = maker.finish(maker.own(change), kit);
            kit.entries.push(entry);
        }
    }
}

/// True if its source holds where the posting is for: at any place of work, or, where the posting
/// names no country, in the country whose habits it follows.
fn holds(question: &UnfairQuestion, posting: &Posting) -> bool {
    if question.places.is_empty() {
        return true;
    }
    let named: Vec<&Location> = posting.locations.iter().filter(|location| location.country.is_some()).collect();
    if named.is_empty() {
        return question.places.iter().any(|place| place == posting.locale.region.code());
    }
    named.iter().any(|location| question.places.iter().any(|place| is_in(location, place)))
}

/// True if a location lies in a place such as `GB` or `US-CA`.
fn is_in(location: &Location, place: &str) -> bool {
    let (country, region) = place.split_once('-').map_or((place, None), |(country, region)| (country, Some(region)));
    if location.country.is_none_or(|own| own.code() != country) {
        return false;
    }
    region.is_none_or(|region| {
        let name = rust_iso3166::iso3166_2::from_code(place).map(|subdivision| subdivision.name);
        let written = location.region.trim();
        written.eq_ignore_ascii_case(region) || name.is_some_and(|name| name.to_lowercase() == written.to_lowercase())
    })
}

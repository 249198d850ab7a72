//! Questions that one must not ask: those of the places that the posting is for, and good practice.

use crate::catalog::{Id, UnfairQuestion};
use crate::document::LocaleFormat;
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
            (KitField::Source, source(question, maker)),
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

/// The statute, with the day on which somebody last looked at it.
fn source(question: &UnfairQuestion, maker: &Maker<'_>) -> String {
    let Some(day) = question.last_checked else { return question.source.clone() };
    let day = LocaleFormat::new(&maker.posting.locale).date(day);
    maker.catalog.words.fill("kit.interview.checked", &[("source", &question.source), ("date", &day)])
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
    named.iter().any(|location| question.places.iter().any(|place| location.is_in(place)))
}

//! The attributes of the scorecard: at most six, each weighed by the must-haves behind it.

use crate::catalog::{Id, Strength};
use crate::posting::{KitField, KitList};

use super::build::{Draft, Maker};
use super::{Kit, MOST_ATTRIBUTES};

pub(super) fn add(kit: &mut Kit, maker: &Maker<'_>) {
    let track = maker.track();
    let mut drafts = Vec::new();
    for attribute in &maker.catalog.kit.attributes {
        let checks: Vec<Id> = kit
            .needs
            .iter()
            .filter(|need| need.attributes.contains(&attribute.id))
            .map(|need| need.id.clone())
            .collect();
        let worked_on =
            maker.change(KitList::Attributes, &attribute.id).is_some_and(crate::posting::KitChange::is_work);
        if checks.is_empty() && !worked_on {
            continue;
        }
        let label = attribute.label.get(track).to_owned();
        let mut texts =
            vec![(KitField::Label, label.clone()), (KitField::About, attribute.about.get(track).to_owned())];
        texts.extend(maker.answers(&attribute.answers));
        drafts.push(Draft { label, texts, checks, ..Draft::new(KitList::Attributes, attribute.id.clone()) });
    }
    let gone = |id: &Id| maker.catalog.kit.attribute(id).is_none();
    for change in &maker.posting.kit.entries {
        if change.list == KitList::Attributes && change.is_work() && (change.own || gone(&change.id)) {
            drafts.push(maker.own(change));
        }
    }
    let mut on = 0;
    for mut draft in drafts {
        let change = maker.change(KitList::Attributes, &draft.id);
        let checks = change.and_then(|change| change.checks.as_ref()).unwrap_or(&draft.checks);
        draft.number = Some(weight(kit, checks));
        let mut entry = maker.finish(draft, kit);
        on += usize::from(entry.on);
        entry.on &= on <= MOST_ATTRIBUTES;
        kit.entries.push(entry);
    }
}

/// As many points as there are must-haves behind it, 1 to 5.
fn weight(kit: &Kit, checks: &[Id]) -> u16 {
    let musts = kit.needs.iter().filter(|need| need.strength == Strength::Must && checks.contains(&need.id)).count();
    u16::try_from(musts).unwrap_or(u16::MAX).clamp(1, 5)
}

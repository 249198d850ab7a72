//! The items of one list: what is proposed, in which order, and what is one's own.

use std::collections::HashMap;

use super::text::label;
use super::{Item, ItemList, List, Offer, Posting};
use crate::catalog::{Catalog, Id, Role, Strength};

impl List {
    /// What one item of it is called: "skill".
    pub fn one(self) -> &'static str {
        match self {
            Self::Skills => "skill",
            Self::Duties => "duty",
            Self::Benefits => "benefit",
            Self::Steps => "hiring step",
        }
    }
}

impl ItemList {
    /// The item of that id.
    pub fn get(&self, id: &Id) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// The items that are on, in the posting's order.
    pub fn on(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.strength.is_some())
    }
}

impl Posting {
    /// One of the lists.
    pub fn list(&self, list: List) -> &ItemList {
        match list {
            List::Skills => &self.skills,
            List::Duties => &self.duties,
            List::Benefits => &self.benefits,
            List::Steps => &self.steps,
        }
    }

    pub(super) fn list_mut(&mut self, list: List) -> &mut ItemList {
        match list {
            List::Skills => &mut self.skills,
            List::Duties => &mut self.duties,
            List::Benefits => &mut self.benefits,
            List::Steps => &mut self.steps,
        }
    }
}

impl Item {
    /// An item for a catalogue entry, not touched by hand.
    pub(super) fn of(offer: Offer<'_>, strength: Option<Strength>) -> Self {
        let mut item = Self {
            id: offer.id().clone(),
            own: false,
            strength,
            by_hand: false,
            label: String::new(),
            ours: String::new(),
            wording: None,
        };
        item.snapshot(offer);
        item
    }

    /// Takes over the words that the catalogue has for it now.
    pub(super) fn snapshot(&mut self, offer: Offer<'_>) {
        offer.label().clone_into(&mut self.label);
        offer.sentence(self.strength.unwrap_or(Strength::Must)).clone_into(&mut self.ours);
    }

    /// True if a person did something to it: proposals then leave it alone.
    fn touched(&self) -> bool {
        self.own || self.by_hand || self.wording.is_some()
    }
}

impl ItemList {
    /// Makes the proposals for a role anew. Items that a person touched stay as they are;
    /// of the others those that are still proposed stay, at the strength proposed now.
    pub(super) fn propose(&mut self, list: List, role: &Role, catalog: &Catalog) {
        let offers: HashMap<&Id, Offer<'_>> = Offer::all(list, catalog).map(|offer| (offer.id(), offer)).collect();
        self.items.retain_mut(|item| {
            if item.own {
                return true;
            }
            let offer = offers.get(&item.id);
            if !item.touched() {
                item.strength = offer.and_then(|offer| offer.proposed(role));
                if item.strength.is_none() {
                    return false;
                }
            }
            if let Some(offer) = offer {
                item.snapshot(*offer);
            }
            true
        });
        for offer in Offer::all(list, catalog) {
            if let Some(strength) = offer.proposed(role)
                && self.get(offer.id()).is_none()
            {
                self.items.push(Item::of(offer, Some(strength)));
            }
        }
        self.order(list, catalog);
    }

    /// Puts items into the catalogue's order, unless a person ordered them: those that the
    /// catalogue does not know after the others, own ones last.
    pub(super) fn order(&mut self, list: List, catalog: &Catalog) {
        if self.ordered_by_hand {
            return;
        }
        let places: HashMap<&Id, usize> =
            Offer::all(list, catalog).enumerate().map(|(place, offer)| (offer.id(), place)).collect();
        self.items.sort_by_key(|item| match places.get(&item.id) {
            _ if item.own => (2, 0),
            Some(place) => (0, *place),
            None => (1, 0),
        });
    }

    /// Adds an item of one's own at the end. `text` is not blank.
    pub(super) fn push_own(&mut self, text: &str, strength: Strength) {
        self.items.push(Item {
            id: self.free_id(),
            own: true,
            strength: Some(strength),
            by_hand: true,
            label: label(text),
            ours: text.to_owned(),
            wording: None,
        });
    }

    /// The first of "own-1", "own-2" … that no item has.
    fn free_id(&self) -> Id {
        let mut number = 1u64;
        loop {
            let id = Id::new(&format!("own-{number}")).expect("“own-” and digits are an id");
            if self.get(&id).is_none() {
                return id;
            }
            number += 1;
        }
    }

    /// Puts an item of the catalogue where it belongs: at the catalogue's place, or at the end
    /// once a person ordered the list.
    pub(super) fn insert(&mut self, item: Item, list: List, catalog: &Catalog) {
        self.items.push(item);
        self.order(list, catalog);
    }

    /// Moves an item that is on to a place among those that are on; beyond the last: to the end.
    /// Does nothing for one that is off, or that is there already.
    pub(super) fn move_to(&mut self, id: &Id, to: usize) {
        let Some(from) = self.items.iter().position(|item| item.id == *id) else { return };
        let place = self.items[..from].iter().filter(|item| item.strength.is_some()).count();
        let last = self.on().count().saturating_sub(1);
        if self.items[from].strength.is_none() || place == to.min(last) {
            return;
        }
        let item = self.items.remove(from);
        let mut on = self.items.iter().enumerate().filter(|(_, item)| item.strength.is_some()).map(|(at, _)| at);
        let at = match on.nth(to) {
            Some(at) => at,
            // Behind the last that is on; there is one, because the place would not differ else.
            None => self.items.iter().rposition(|item| item.strength.is_some()).map_or(0, |at| at + 1),
        };
        self.items.insert(at, item);
        self.ordered_by_hand = true;
    }
}

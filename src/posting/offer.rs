//! What the catalogue offers for a list, whatever kind of entry the list is made of.

use super::List;
use crate::catalog::{Catalog, Entry, Id, Role, Skill, Strength};

/// A catalogue entry that a list can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer<'a> {
    /// Of [`List::Skills`].
    Skill(&'a Skill),
    /// Of the other lists.
    Entry(&'a Entry),
}

impl<'a> Offer<'a> {
    /// All that the catalogue has for a list, for every role, in the catalogue's order.
    pub fn all(list: List, catalog: &'a Catalog) -> impl Iterator<Item = Self> {
        let entries: &[Entry] = match list {
            List::Skills => &[],
            List::Duties => &catalog.duties,
            List::Benefits => &catalog.benefits,
            List::Steps => &catalog.steps,
        };
        let skills: &[Skill] = if list == List::Skills { &catalog.skills } else { &[] };
        skills.iter().map(Self::Skill).chain(entries.iter().map(Self::Entry))
    }

    /// The entry of that id.
    pub fn find(list: List, id: &Id, catalog: &'a Catalog) -> Option<Self> {
        Self::all(list, catalog).find(|offer| offer.id() == id)
    }

    /// Its id.
    pub fn id(self) -> &'a Id {
        match self {
            Self::Skill(skill) => &skill.id,
            Self::Entry(entry) => &entry.id,
        }
    }

    /// Its short name.
    pub fn label(self) -> &'a str {
        match self {
            Self::Skill(skill) => &skill.label,
            Self::Entry(entry) => &entry.label,
        }
    }

    /// The group it is listed under.
    pub fn group(self) -> &'a Id {
        match self {
            Self::Skill(skill) => &skill.group,
            Self::Entry(entry) => &entry.group,
        }
    }

    /// Its sentence at a strength; entries without strengths have one sentence.
    pub fn sentence(self, strength: Strength) -> &'a str {
        match self {
            Self::Skill(skill) => skill.sentence(strength),
            Self::Entry(entry) => &entry.text,
        }
    }

    /// True if it is listed for this role at all.
    pub fn offered(self, role: &Role) -> bool {
        match self {
            Self::Skill(skill) => skill.offered(role),
            Self::Entry(entry) => entry.offered(role),
        }
    }

    /// How strongly it is proposed for this role, if it is.
    pub fn proposed(self, role: &Role) -> Option<Strength> {
        match self {
            Self::Skill(skill) => skill.proposed(role),
            Self::Entry(entry) => entry.proposed(role).then_some(Strength::Must),
        }
    }
}

//! What a person changed in the hiring kit of a posting. The kit itself is made from the posting
//! each time ([`crate::kit`] does it), so what is not here is as proposed; what is here stays,
//! whatever becomes of the requirement it was for.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Deserializer, Serialize};

use super::text::{label, line, lines};
use super::{EditError, InterviewLength, KitField, KitList, List, NEED_EDUCATION, NEED_EXPERIENCE, Posting};
use crate::catalog::{Catalog, Id};

/// The changes to a hiring kit, in the order in which the entries were first touched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KitChanges {
    /// Entries that a person touched or added; a list and an id stand once, also when read from a
    /// file that has one twice.
    #[serde(default, deserialize_with = "unique")]
    pub entries: Vec<KitChange>,
    /// How long one interview is.
    #[serde(default)]
    pub length: InterviewLength,
}

/// Reads entries; of two with the same list and id the first counts.
fn unique<'de, D: Deserializer<'de>>(reader: D) -> Result<Vec<KitChange>, D::Error> {
    let mut entries = Vec::<KitChange>::deserialize(reader)?;
    let mut ids = HashSet::new();
    entries.retain(|entry| ids.insert((entry.list, entry.id.clone())));
    Ok(entries)
}

impl KitChanges {
    /// True if nothing was changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What was changed of one entry.
    pub fn get(&self, list: KitList, id: &Id) -> Option<&KitChange> {
        self.entries.iter().find(|entry| entry.list == list && entry.id == *id)
    }
}

/// What was changed of one entry of the kit, or an entry of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KitChange {
    /// Which list it is in.
    pub list: KitList,
    /// The requirement's, task's or attribute's id, or one of its own.
    pub id: Id,
    /// True: the person's own; nothing is proposed behind it.
    #[serde(default)]
    pub own: bool,
    /// What it was called when it was touched, for a machine or a day that knows it no more.
    #[serde(default)]
    pub label: String,
    /// On or off by hand; `None`: as proposed.
    #[serde(default)]
    pub on: Option<bool>,
    /// Texts by hand.
    #[serde(default)]
    pub texts: BTreeMap<KitField, String>,
    /// A task's minutes or an attribute's weight by hand.
    #[serde(default)]
    pub number: Option<u16>,
    /// The requirements it checks, by hand: ids as in [`KitList::Rows`].
    #[serde(default)]
    pub checks: Option<Vec<Id>>,
}

impl KitChange {
    fn is_bare(&self) -> bool {
        !self.own && self.on.is_none() && self.texts.is_empty() && self.number.is_none() && self.checks.is_none()
    }

    /// True if there is work of a person in it that must not vanish: words, a number, checks.
    pub fn is_work(&self) -> bool {
        self.own || !self.texts.is_empty() || self.number.is_some() || self.checks.is_some()
    }
}

/// A change to the hiring kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KitEdit {
    /// A change to one entry.
    Entry {
        /// In which list.
        list: KitList,
        /// Which.
        id: Id,
        /// What happens to it.
        change: EntryEdit,
    },
    /// An entry of one's own; `text` is what [`KitList::main_field`] says, not blank.
    Add {
        /// In which list, one that [`KitList::takes_own`].
        list: KitList,
        /// Its words.
        text: String,
        /// The requirements it checks.
        checks: Vec<Id>,
    },
    /// How long one interview is.
    Length(InterviewLength),
}

/// A change to one entry of a kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryEdit {
    /// On or off.
    On(bool),
    /// A text by hand; `None`: ours again.
    Text(KitField, Option<String>),
    /// Minutes or weight by hand, brought within [`KitList::number`]; `None`: ours again.
    Number(Option<u16>),
    /// The requirements it checks.
    Checks(Vec<Id>),
    /// Away with an own entry; any other is as proposed again.
    Reset,
}

impl KitEdit {
    pub(super) fn run(&self, posting: &mut Posting, catalog: &Catalog) -> Result<(), EditError> {
        match self {
            Self::Length(length) => posting.kit.length = *length,
            Self::Add { list, text, checks } => {
                let text = line(text).trim().to_owned();
                if text.is_empty() || !list.takes_own() {
                    return Err(EditError::Blank);
                }
                let entry = KitChange {
                    own: true,
                    label: label(&text),
                    texts: BTreeMap::from([(list.main_field(), text)]),
                    checks: Some(checks.clone()),
                    ..KitChange::bare(*list, posting.kit.free_id(*list))
                };
                posting.kit.entries.push(entry);
            }
            Self::Entry { list, id, change } => {
                let name = entry_label(*list, id, posting, catalog)
                    .ok_or_else(|| EditError::NoSuchKitEntry { list: *list, id: id.clone() })?;
                posting.kit.change(*list, id, name, change);
            }
        }
        Ok(())
    }

    /// As [`super::Edit::name`].
    pub(super) fn name(&self, before: &Posting, catalog: &Catalog) -> String {
        match self {
            Self::Length(length) => format!("plan interviews of {} minutes", length.minutes()),
            Self::Add { list, text, .. } => format!("add the {} {}", list.one(), label(&line(text))),
            Self::Entry { list, id, change } => {
                let label = entry_label(*list, id, before, catalog).unwrap_or_else(|| id.as_str().to_owned());
                let entry = format!("the {} “{label}”", list.one());
                match change {
                    EntryEdit::On(true) => format!("turn on {entry}"),
                    EntryEdit::On(false) => format!("turn off {entry}"),
                    EntryEdit::Text(_, Some(_)) => format!("reword {entry}"),
                    EntryEdit::Text(_, None) => format!("reset the wording of {entry}"),
                    EntryEdit::Number(_) if *list == KitList::Tasks => format!("change the minutes of {entry}"),
                    EntryEdit::Number(_) => format!("change the weight of {entry}"),
                    EntryEdit::Checks(_) => format!("change what {entry} checks"),
                    EntryEdit::Reset => format!("reset {entry}"),
                }
            }
        }
    }
}

impl KitChange {
    fn bare(list: KitList, id: Id) -> Self {
        Self {
            list,
            id,
            own: false,
            label: String::new(),
            on: None,
            texts: BTreeMap::new(),
            number: None,
            checks: None,
        }
    }
}

impl KitChanges {
    fn change(&mut self, list: KitList, id: &Id, name: String, change: &EntryEdit) {
        let at = self.entries.iter().position(|entry| entry.list == list && entry.id == *id);
        let at = at.unwrap_or_else(|| {
            self.entries.push(KitChange::bare(list, id.clone()));
            self.entries.len() - 1
        });
        let entry = &mut self.entries[at];
        entry.label = name;
        match change {
            EntryEdit::On(on) => entry.on = Some(*on),
            EntryEdit::Text(field, Some(text)) => {
                let text = if field.has_lines() { lines(text) } else { line(text) };
                if entry.own && *field == list.main_field() && !text.trim().is_empty() {
                    entry.label = label(&text);
                }
                entry.texts.insert(*field, text);
            }
            EntryEdit::Text(field, None) => {
                // The words of an own entry have nothing to go back to.
                if !(entry.own && *field == list.main_field()) {
                    entry.texts.remove(field);
                }
            }
            EntryEdit::Number(number) => {
                entry.number = list.number().and_then(|within| Some((*number)?.clamp(*within.start(), *within.end())));
            }
            EntryEdit::Checks(checks) => entry.checks = Some(checks.clone()),
            EntryEdit::Reset => {
                *entry = KitChange::bare(list, id.clone());
            }
        }
        if self.entries[at].is_bare() {
            self.entries.remove(at);
        }
    }

    /// The first of "own-1", "own-2" … that no entry of the list has.
    fn free_id(&self, list: KitList) -> Id {
        let ids = (1u64..).filter_map(|number| Id::new(&format!("own-{number}")).ok());
        ids.into_iter().find(|id| self.get(list, id).is_none()).expect("there are more numbers than entries")
    }
}

/// What an entry is called; `None` if there is none of that id.
fn entry_label(list: KitList, id: &Id, posting: &Posting, catalog: &Catalog) -> Option<String> {
    let changed = posting.kit.get(list, id);
    if let Some(own) = changed.filter(|entry| entry.own) {
        return Some(own.label.clone());
    }
    let track = posting.role.track;
    let known = match list {
        KitList::Rows | KitList::Questions => match id.as_str() {
            NEED_EXPERIENCE => Some("Experience".to_owned()),
            NEED_EDUCATION => Some("Education".to_owned()),
            _ => {
                let item = posting.list(List::Skills).get(id).map(|item| item.label.clone());
                item.or_else(|| catalog.skill(id).map(|skill| skill.label.clone()))
            }
        },
        KitList::Tasks => catalog.kit.task(id).map(|task| task.label.clone()),
        KitList::Attributes => catalog.kit.attribute(id).map(|attribute| attribute.label.get(track).to_owned()),
        KitList::Unfair => catalog.kit.unfair.iter().find(|one| one.id == *id).map(|one| label(&one.ask)),
        KitList::Texts => {
            KitList::TEXTS.contains(&id.as_str()).then(|| catalog.words.get(&format!("kit.text.{id}.label")).to_owned())
        }
    };
    known.or_else(|| changed.map(|entry| entry.label.clone()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it fails")]
mod tests {
    use super::*;

    /// What drafts and files hold: it must be read for as long as there are any.
    #[test]
    fn changes_are_kept_as_they_always_were() {
        let kept = r#"{"entries":[{"list":"questions","id":"need-experience","own":false,"label":"Experience","on":false,"texts":{"question":"Which one?","follow-ups":"Why?\nHow?","anchor-2":"Two.","criterion-3-strong":"Three."},"number":null,"checks":null},{"list":"attributes","id":"own-1","own":true,"label":"Care","on":null,"texts":{"label":"Care"},"number":4,"checks":["sql","need-education"]}],"length":"sixty"}"#;
        let changes: KitChanges = serde_json::from_str(kept).unwrap();
        assert_eq!(changes.entries[0].texts[&KitField::Anchor(2)], "Two.");
        assert_eq!(changes.length, InterviewLength::Sixty);
        let again: serde_json::Value = serde_json::from_str(&serde_json::to_string(&changes).unwrap()).unwrap();
        assert_eq!(again, serde_json::from_str::<serde_json::Value>(kept).unwrap());
    }

    #[test]
    fn of_two_changes_to_one_entry_in_a_file_the_first_counts() {
        let twice = r#"{"entries":[{"list":"rows","id":"sql","on":false},{"list":"rows","id":"sql","on":true}]}"#;
        let changes: KitChanges = serde_json::from_str(twice).unwrap();
        assert_eq!((changes.entries.len(), changes.entries[0].on), (1, Some(false)));
    }
}

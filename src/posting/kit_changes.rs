//! What a person changed in the hiring kit of a posting. The kit itself is made from the posting
//! each time ([`crate::kit`] does it), so what is not here is as proposed; what is here stays,
//! whatever becomes of the requirement it was for.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

use super::text::{label, line, lines};
use super::{EditError, List, Posting};
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

/// The lists of a hiring kit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KitList {
    /// Rows of the screening sheet, one for each requirement.
    Rows,
    /// Tasks of the skills assessment.
    Tasks,
    /// Questions of the interview, one for each requirement.
    Questions,
    /// Attributes of the scorecard.
    Attributes,
    /// Questions that one must not ask.
    Unfair,
    /// Texts that stand once, by [`KitList::TEXTS`].
    Texts,
}

impl KitList {
    /// All lists.
    pub const ALL: [Self; 6] = [Self::Rows, Self::Tasks, Self::Questions, Self::Attributes, Self::Unfair, Self::Texts];

    /// The ids of the texts that stand once.
    pub const TEXTS: [&'static str; 7] = [
        "screening-rules",
        "candidate-letter",
        "assessment-rules",
        "opening",
        "interview-rules",
        "closing",
        "scoring-rules",
    ];

    /// What one entry of it is called, inside a sentence.
    pub fn one(self) -> &'static str {
        match self {
            Self::Rows => "screening row",
            Self::Tasks => "task",
            Self::Questions => "question",
            Self::Attributes => "attribute",
            Self::Unfair => "question not to ask",
            Self::Texts => "text",
        }
    }

    /// The bounds of its number, where it has one: minutes of a task, weight of an attribute.
    pub fn number(self) -> Option<std::ops::RangeInclusive<u16>> {
        match self {
            Self::Tasks => Some(5..=240),
            Self::Attributes => Some(1..=5),
            _ => None,
        }
    }

    /// True if one can add entries of one's own.
    pub fn takes_own(self) -> bool {
        self != Self::Texts
    }

    /// The field that says what an entry of one's own is.
    pub fn main_field(self) -> KitField {
        match self {
            Self::Rows | Self::Tasks | Self::Attributes => KitField::Label,
            Self::Questions => KitField::Question,
            Self::Unfair => KitField::Ask,
            Self::Texts => KitField::Text,
        }
    }
}

/// The texts of an entry that can be put in one's own words. Those of several lines hold one
/// point or paragraph a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[expect(missing_docs, reason = "the names are those of the templates")]
pub enum KitField {
    Label,
    About,
    Evidence,
    Counts,
    CountsNot,
    /// What earns a score on paper, 1 to 3.
    Anchor(u8),
    Brief,
    Deliver,
    Materials,
    Question,
    FollowUps,
    Weak,
    Sound,
    Strong,
    Ask,
    Better,
    Why,
    Source,
    Text,
    /// A part of a criterion of a rubric, from 1.
    Criterion(u8, CriterionPart),
}

/// The parts of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the templates")]
pub enum CriterionPart {
    Name,
    Weak,
    Sound,
    Strong,
}

impl CriterionPart {
    /// All, in their order.
    pub const ALL: [Self; 4] = [Self::Name, Self::Weak, Self::Sound, Self::Strong];

    fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Weak => "weak",
            Self::Sound => "sound",
            Self::Strong => "strong",
        }
    }
}

impl KitField {
    const PLAIN: [(&'static str, Self); 18] = [
        ("label", Self::Label),
        ("about", Self::About),
        ("evidence", Self::Evidence),
        ("counts", Self::Counts),
        ("counts-not", Self::CountsNot),
        ("brief", Self::Brief),
        ("deliver", Self::Deliver),
        ("materials", Self::Materials),
        ("question", Self::Question),
        ("follow-ups", Self::FollowUps),
        ("weak", Self::Weak),
        ("sound", Self::Sound),
        ("strong", Self::Strong),
        ("ask", Self::Ask),
        ("better", Self::Better),
        ("why", Self::Why),
        ("source", Self::Source),
        ("text", Self::Text),
    ];

    /// True if it can have several lines.
    pub fn has_lines(self) -> bool {
        matches!(
            self,
            Self::Counts
                | Self::CountsNot
                | Self::Brief
                | Self::Deliver
                | Self::Materials
                | Self::FollowUps
                | Self::Text
        )
    }
}

/// As in files: `follow-ups`, `anchor-2`, `criterion-3-strong`.
impl fmt::Display for KitField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anchor(score) => write!(f, "anchor-{score}"),
            Self::Criterion(number, part) => write!(f, "criterion-{number}-{}", part.id()),
            plain => f.write_str(Self::PLAIN.iter().find(|(_, field)| field == plain).map_or("text", |(name, _)| name)),
        }
    }
}

/// A text that names no [`KitField`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no field of a hiring kit")]
pub struct BadKitField(String);

impl FromStr for KitField {
    type Err = BadKitField;

    fn from_str(text: &str) -> Result<Self, BadKitField> {
        if let Some((_, field)) = Self::PLAIN.iter().find(|(name, _)| *name == text) {
            return Ok(*field);
        }
        let score = text.strip_prefix("anchor-").and_then(|score| score.parse().ok());
        if let Some(score @ 1..=3) = score {
            return Ok(Self::Anchor(score));
        }
        let criterion = text.strip_prefix("criterion-").and_then(|rest| rest.split_once('-'));
        let criterion = criterion.and_then(|(number, part)| {
            let number = number.parse().ok().filter(|number| (1..=99).contains(number))?;
            Some(Self::Criterion(number, CriterionPart::ALL.into_iter().find(|known| known.id() == part)?))
        });
        criterion.ok_or_else(|| BadKitField(text.to_owned()))
    }
}

impl TryFrom<String> for KitField {
    type Error = BadKitField;
    fn try_from(text: String) -> Result<Self, BadKitField> {
        text.parse()
    }
}

impl From<KitField> for String {
    fn from(field: KitField) -> Self {
        field.to_string()
    }
}

/// How long one interview is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the minutes")]
pub enum InterviewLength {
    Thirty,
    #[default]
    FortyFive,
    Sixty,
}

impl InterviewLength {
    /// All, the shortest first.
    pub const ALL: [Self; 3] = [Self::Thirty, Self::FortyFive, Self::Sixty];

    /// In minutes.
    pub fn minutes(self) -> u16 {
        match self {
            Self::Thirty => 30,
            Self::FortyFive => 45,
            Self::Sixty => 60,
        }
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

/// The id under which the kit checks the experience that the posting asks for.
pub const NEED_EXPERIENCE: &str = "need-experience";
/// The id under which the kit checks the education that the posting asks for.
pub const NEED_EDUCATION: &str = "need-education";

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
mod tests {
    use super::*;

    #[test]
    fn a_field_is_read_as_it_is_written() {
        let mut fields: Vec<KitField> = KitField::PLAIN.iter().map(|(_, field)| *field).collect();
        fields.extend((1..=3).map(KitField::Anchor));
        fields.extend(CriterionPart::ALL.map(|part| KitField::Criterion(12, part)));
        for field in fields {
            assert_eq!(field.to_string().parse(), Ok(field));
        }
        for wrong in ["", "anchor-4", "anchor-", "criterion-0-weak", "criterion-1", "criterion-1-best", "Label"] {
            assert!(wrong.parse::<KitField>().is_err(), "{wrong}");
        }
    }
}

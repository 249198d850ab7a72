//! The shapes of a hiring kit.

use crate::catalog::{Id, Strength};
use crate::document::Origin;
use crate::posting::{InterviewLength, KitField, KitList};

/// The most attributes that a scorecard has: more cannot be told apart after an interview.
pub const MOST_ATTRIBUTES: usize = 6;

/// A hiring kit: what the posting asks for, and how each of it is checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Kit {
    /// What the posting asks for, in its order: must-haves first.
    pub needs: Vec<Need>,
    /// Rows of the screening sheet, tasks, questions, attributes and so on: those of one list
    /// together, in the order in which they are shown.
    pub entries: Vec<Entry>,
    /// How long one interview is.
    pub length: InterviewLength,
}

impl Kit {
    /// The entries of a list, on or off.
    pub fn list(&self, list: KitList) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.list == list)
    }

    /// The entries of a list that are on.
    pub fn on(&self, list: KitList) -> impl Iterator<Item = &Entry> {
        self.list(list).filter(|entry| entry.on)
    }

    /// One entry.
    pub fn entry(&self, list: KitList, id: &Id) -> Option<&Entry> {
        self.list(list).find(|entry| entry.id == *id)
    }

    /// What the posting asks for under an id.
    pub fn need(&self, id: &Id) -> Option<&Need> {
        self.needs.iter().find(|need| need.id == *id)
    }

    /// The must-haves.
    pub fn musts(&self) -> impl Iterator<Item = &Need> {
        self.needs.iter().filter(|need| need.strength == Strength::Must)
    }

    /// How long all tasks that are on take together, in minutes.
    pub fn task_minutes(&self) -> u32 {
        self.on(KitList::Tasks).map(|task| u32::from(task.number())).sum()
    }

    /// True if its tasks take longer together than one can ask of a candidate with a job and a
    /// family: our own figure, three hours.
    pub fn is_long(&self) -> bool {
        self.task_minutes() > 180
    }
}

/// A requirement of the posting: what a kit has to check.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// A skill's id, or [`crate::posting::NEED_EXPERIENCE`] or [`crate::posting::NEED_EDUCATION`].
    pub id: Id,
    /// A must-have or a nice-to-have; what is learned on the job is not checked.
    pub strength: Strength,
    /// Its short name: "PostgreSQL".
    pub label: String,
    /// The posting's own words.
    pub sentence: String,
    /// Where in the posting it is.
    pub origin: Origin,
    /// The attributes it counts for, as proposed; education is settled on paper and counts for none.
    pub attributes: Vec<Id>,
}

/// One row, task, question, attribute or text of a kit.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Which list it is in.
    pub list: KitList,
    /// Its id: for rows and questions that of the requirement.
    pub id: Id,
    /// True: the person's own.
    pub own: bool,
    /// True: it is part of the kit as it is exported.
    pub on: bool,
    /// What it is called.
    pub label: String,
    /// Its texts, in the order in which they are shown.
    pub texts: Vec<EntryText>,
    /// Minutes of a task, weight of an attribute.
    pub number: Option<EntryNumber>,
    /// The requirements of the posting that it checks, in the posting's order.
    pub checks: Vec<Id>,
    /// True: it checks requirements, but none that the posting has.
    pub orphan: bool,
    /// True: a person changed something of it.
    pub by_hand: bool,
}

impl Entry {
    /// The text of a field; empty if it has none.
    pub fn get(&self, field: KitField) -> &str {
        self.texts.iter().find(|text| text.field == field).map_or("", |text| text.text.trim())
    }

    /// The lines of a field that say something.
    pub fn lines(&self, field: KitField) -> impl Iterator<Item = &str> {
        self.get(field).lines().map(str::trim).filter(|line| !line.is_empty())
    }

    /// Its minutes or weight; 0 if it has none.
    pub fn number(&self) -> u16 {
        self.number.map_or(0, |number| number.value)
    }

    /// How many criteria its rubric has, blank ones among them.
    pub fn criteria(&self) -> u8 {
        let numbers = self.texts.iter().filter_map(|text| match text.field {
            KitField::Criterion(number, _) => Some(number),
            _ => None,
        });
        numbers.max().unwrap_or(0)
    }
}

/// A text of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryText {
    /// Which.
    pub field: KitField,
    /// What it says now.
    pub text: String,
    /// What we propose; empty if we propose nothing.
    pub ours: String,
    /// True: a person put it in their own words.
    pub by_hand: bool,
}

/// A number of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryNumber {
    /// What it is now.
    pub value: u16,
    /// What we propose.
    pub ours: u16,
    /// True: a person chose it.
    pub by_hand: bool,
}

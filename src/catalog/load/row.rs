//! Reads the fields of one TOML table and says in plain words what is wrong with them.

use std::fmt;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Kind;
use super::saying::{describe, hint, tidy};
use crate::catalog::{ByTrack, Id, Level, Side, Strength, Track};

/// A value with the place in its file, as bytes from the start.
pub(super) type Value<'i> = Spanned<DeValue<'i>>;

/// Something wrong at a place.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    /// Bytes from the start of the file.
    pub at: usize,
    /// What is wrong, in one sentence.
    pub reason: String,
}

/// An id of another entry, to be checked once all are known.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub kind: Kind,
    pub id: Id,
    pub at: usize,
}

/// One table being read. It remembers which fields were asked for, so that the others can be
/// told as unknown; reading goes on after a problem, so that a person sees all of them at once.
pub(super) struct Row<'a, 'i> {
    table: &'a DeTable<'i>,
    /// With its article: "a skill".
    what: &'static str,
    at: usize,
    asked: Vec<&'static str>,
    pub problems: Vec<Problem>,
    pub references: Vec<Reference>,
}

impl<'a, 'i> Row<'a, 'i> {
    /// Begins with the table of an entry that stands at `at`.
    pub fn new(table: &'a DeTable<'i>, what: &'static str, at: usize) -> Self {
        Self { table, what, at, asked: Vec::new(), problems: Vec::new(), references: Vec::new() }
    }

    pub fn problem(&mut self, at: usize, reason: String) {
        self.problems.push(Problem { at, reason });
    }

    /// Something wrong with a field that is there.
    pub fn problem_at(&mut self, name: &str, reason: String) {
        let at = self.table.get(name).map_or(self.at, |value| value.span().start);
        self.problem(at, reason);
    }

    fn wrong(&mut self, name: &str, value: &Value<'_>, wanted: &str) {
        let reason = format!("“{name}” of {} must be {wanted}, not {}", self.what, describe(value.get_ref()));
        self.problem(value.span().start, reason);
    }

    fn maybe(&mut self, name: &'static str) -> Option<&'a Value<'i>> {
        self.asked.push(name);
        self.table.get(name)
    }

    /// True if the field is there; it counts as known.
    pub fn has(&mut self, name: &'static str) -> bool {
        self.maybe(name).is_some()
    }

    fn must(&mut self, name: &'static str) -> Option<&'a Value<'i>> {
        let value = self.maybe(name);
        if value.is_none() {
            self.problem(self.at, format!("{} needs the field “{name}”", self.what));
        }
        value
    }

    fn as_text(&mut self, name: &str, value: &Value<'_>) -> Option<String> {
        if let DeValue::String(text) = value.get_ref() {
            return Some(tidy(text));
        }
        self.wrong(name, value, "a text in quotes");
        None
    }

    /// A text that must be there and may be empty.
    pub fn text_or_empty(&mut self, name: &'static str) -> Option<String> {
        let value = self.must(name)?;
        self.as_text(name, value)
    }

    /// A text that must be there and say something.
    pub fn text(&mut self, name: &'static str) -> Option<String> {
        let value = self.must(name)?;
        let text = self.as_text(name, value)?;
        if text.is_empty() {
            self.problem(
                value.span().start,
                format!("“{name}” of {} is empty; write something between the quotes", self.what),
            );
            return None;
        }
        Some(text)
    }

    /// A name in a control. 32 characters are what there is room for; twice that is refused.
    pub fn label(&mut self) -> Option<String> {
        let text = self.text("label")?;
        let length = text.chars().count();
        if length > 64 {
            self.problem_at("label", format!("“label” of {} has {length} characters; use 32 at most", self.what));
            return None;
        }
        Some(text)
    }

    /// A text that may be missing.
    pub fn optional_text(&mut self, name: &'static str) -> Option<String> {
        let value = self.maybe(name)?;
        self.as_text(name, value)
    }

    /// Texts in a list that may be missing.
    pub fn texts(&mut self, name: &'static str) -> Vec<String> {
        let Some(value) = self.maybe(name) else { return Vec::new() };
        self.list(name, value).iter().filter_map(|one| self.as_text(name, one)).collect()
    }

    fn list(&mut self, name: &str, value: &'a Value<'i>) -> &'a [Value<'i>] {
        if let DeValue::Array(list) = value.get_ref() {
            return list;
        }
        self.wrong(name, value, "a list in square brackets");
        &[]
    }

    fn as_id(&mut self, name: &str, value: &Value<'_>) -> Option<Id> {
        let text = self.as_text(name, value)?;
        match Id::new(&text) {
            Ok(id) => Some(id),
            Err(error) => {
                self.problem(value.span().start, error.to_string());
                None
            }
        }
    }

    /// The entry's own id.
    pub fn id(&mut self) -> Option<Id> {
        let value = self.must("id")?;
        let id = self.as_id("id", value)?;
        if id.as_str().strip_prefix("own-").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit())) {
            let reason = format!("the id “{id}” is kept for what is typed into a posting; choose another");
            self.problem(value.span().start, reason);
            return None;
        }
        Some(id)
    }

    /// The id of another entry that must be there.
    pub fn reference(&mut self, name: &'static str, kind: Kind) -> Option<Id> {
        let value = self.must(name)?;
        self.refer(name, value, kind)
    }

    /// The id of another entry that may be missing.
    pub fn optional_reference(&mut self, name: &'static str, kind: Kind) -> Option<Id> {
        let value = self.maybe(name)?;
        self.refer(name, value, kind)
    }

    /// Ids of other entries in a list that may be missing.
    pub fn references(&mut self, name: &'static str, kind: Kind) -> Vec<Id> {
        let Some(value) = self.maybe(name) else { return Vec::new() };
        self.list(name, value).iter().filter_map(|one| self.refer(name, one, kind)).collect()
    }

    fn refer(&mut self, name: &str, value: &Value<'_>, kind: Kind) -> Option<Id> {
        let id = self.as_id(name, value)?;
        self.references.push(Reference { kind, id: id.clone(), at: value.span().start });
        Some(id)
    }

    /// A whole number within bounds that must be there.
    pub fn number(&mut self, name: &'static str, least: u16, most: u16) -> Option<u16> {
        let value = self.must(name)?;
        self.as_number(name, value, least, most)
    }

    /// A whole number within bounds that may be missing.
    pub fn optional_number(&mut self, name: &'static str, least: u16, most: u16) -> Option<u16> {
        let value = self.maybe(name)?;
        self.as_number(name, value, least, most)
    }

    /// A whole number that can be below zero, within bounds, that must be there.
    pub fn whole(&mut self, name: &'static str, least: i8, most: i8) -> Option<i8> {
        let value = self.must(name)?;
        self.as_number(name, value, least, most)
    }

    /// A whole number of units, however large, that may be missing.
    pub fn optional_amount(&mut self, name: &'static str) -> Option<u32> {
        let value = self.maybe(name)?;
        self.as_number(name, value, 1, u32::MAX)
    }

    fn as_number<T>(&mut self, name: &str, value: &Value<'_>, least: T, most: T) -> Option<T>
    where
        T: Copy + PartialOrd + fmt::Display + TryFrom<i64>,
    {
        let wanted = format!("a whole number from {least} to {most}");
        let DeValue::Integer(digits) = value.get_ref() else {
            self.wrong(name, value, &wanted);
            return None;
        };
        let number =
            i64::from_str_radix(digits.as_str(), digits.radix()).ok().and_then(|number| T::try_from(number).ok());
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.problem(value.span().start, format!("“{name}” of {} must be {wanted}, not {digits}", self.what));
        }
        number
    }

    /// A yes or no that may be missing.
    pub fn flag(&mut self, name: &'static str, otherwise: bool) -> bool {
        let Some(value) = self.maybe(name) else { return otherwise };
        if let DeValue::Boolean(flag) = value.get_ref() {
            return *flag;
        }
        self.wrong(name, value, "true or false, without quotes");
        otherwise
    }

    /// A day that must be there.
    pub fn date(&mut self, name: &'static str) -> Option<Date> {
        let value = self.must(name)?;
        self.as_date(name, value)
    }

    /// A day that may be missing.
    pub fn optional_date(&mut self, name: &'static str) -> Option<Date> {
        let value = self.maybe(name)?;
        self.as_date(name, value)
    }

    fn as_date(&mut self, name: &'static str, value: &Value<'_>) -> Option<Date> {
        let wanted = "a date without quotes, such as 2026-01-31";
        let DeValue::Datetime(moment) = value.get_ref() else {
            self.wrong(name, value, wanted);
            return None;
        };
        let day = moment.date.filter(|_| moment.time.is_none());
        let read = |part: toml::value::Date| {
            Date::new(i16::try_from(part.year).ok()?, i8::try_from(part.month).ok()?, i8::try_from(part.day).ok()?).ok()
        };
        let date = day.and_then(read);
        if date.is_none() {
            self.problem(value.span().start, format!("“{name}” of {} must be {wanted}, not {moment}", self.what));
        }
        date
    }

    /// One of a closed set of names that may be missing; `kinds` are its names, one and several.
    pub fn choice<T: Copy>(
        &mut self,
        name: &'static str,
        kinds: (&'static str, &'static str),
        all: &[(&'static str, T)],
    ) -> Option<T> {
        let value = self.maybe(name)?;
        self.as_choice(value, name, Choice { singular: kinds.0, plural: kinds.1, all })
    }

    /// Several of a closed set of names, in a list that may be missing.
    pub fn choices<T: Copy>(
        &mut self,
        name: &'static str,
        kinds: (&'static str, &'static str),
        all: &[(&'static str, T)],
    ) -> Vec<T> {
        let Some(value) = self.maybe(name) else { return Vec::new() };
        let kind = Choice { singular: kinds.0, plural: kinds.1, all };
        self.list(name, value).iter().filter_map(|one| self.as_choice(one, name, kind)).collect()
    }

    fn as_choice<T: Copy>(&mut self, value: &Value<'_>, name: &str, kind: Choice<'_, T>) -> Option<T> {
        let text = self.as_text(name, value)?;
        let found = kind.all.iter().find(|(id, _)| *id == text);
        if found.is_none() {
            let hint = hint(&text, kind.plural, kind.all.iter().map(|(id, _)| *id));
            self.problem(value.span().start, format!("“{text}” is no {}{hint}", kind.singular));
        }
        found.map(|(_, choice)| *choice)
    }

    /// The level an entry is about.
    pub fn level(&mut self, name: &'static str) -> Option<Level> {
        let value = self.must(name)?;
        let all = Level::ALL.map(|level| (level.id(), level));
        self.as_choice(value, name, Choice { singular: "level", plural: "levels", all: &all })
    }

    /// Levels in a list that may be missing.
    pub fn levels(&mut self, name: &'static str) -> Vec<Level> {
        let Some(value) = self.maybe(name) else { return Vec::new() };
        let all = Level::ALL.map(|level| (level.id(), level));
        let kind = Choice { singular: "level", plural: "levels", all: &all };
        self.list(name, value).iter().filter_map(|one| self.as_choice(one, name, kind)).collect()
    }

    /// Tracks in a list that may be missing.
    pub fn tracks(&mut self, name: &'static str) -> Vec<Track> {
        let Some(value) = self.maybe(name) else { return Vec::new() };
        let all = Track::ALL.map(|track| (track.id(), track));
        let kind = Choice { singular: "track", plural: "tracks", all: &all };
        self.list(name, value).iter().filter_map(|one| self.as_choice(one, name, kind)).collect()
    }

    /// A strength that may be missing: must-have then.
    pub fn strength(&mut self, name: &'static str) -> Option<Strength> {
        let Some(value) = self.maybe(name) else { return Some(Strength::Must) };
        let all = [("must", Strength::Must), ("nice", Strength::Nice), ("learn", Strength::Learn)];
        self.as_choice(value, name, Choice { singular: "strength", plural: "strengths", all: &all })
    }

    /// The side that a word leans to.
    pub fn side(&mut self, name: &'static str) -> Option<Side> {
        let value = self.must(name)?;
        let all = [("masculine", Side::Masculine), ("feminine", Side::Feminine)];
        self.as_choice(value, name, Choice { singular: "side", plural: "sides", all: &all })
    }

    /// True or false; a field that is missing is false.
    pub fn truth(&mut self, name: &'static str) -> bool {
        let Some(value) = self.maybe(name) else { return false };
        if let DeValue::Boolean(truth) = value.get_ref() {
            return *truth;
        }
        self.wrong(name, value, "true or false");
        false
    }

    /// A table of texts that may be missing: the names with their texts.
    pub fn text_pairs(&mut self, name: &'static str) -> Vec<(String, String)> {
        let Some(value) = self.maybe(name) else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong(name, value, "a table in braces");
            return Vec::new();
        };
        let pair = |(key, value): (&Spanned<std::borrow::Cow<'i, str>>, &Value<'i>)| {
            Some((key.get_ref().to_string(), self.as_text(name, value)?))
        };
        table.iter().filter_map(pair).collect()
    }

    /// A table within that must be there, read by `read`.
    pub fn inner<T>(
        &mut self,
        name: &'static str,
        what: &'static str,
        read: impl FnOnce(&mut Row<'a, 'i>) -> Option<T>,
    ) -> Option<T> {
        let value = self.must(name)?;
        self.within(name, value, what, read)
    }

    /// Tables in a list that may be missing, each read by `read`.
    pub fn inner_list<T>(
        &mut self,
        name: &'static str,
        what: &'static str,
        mut read: impl FnMut(&mut Row<'a, 'i>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.maybe(name) else { return Vec::new() };
        self.list(name, value).iter().filter_map(|one| self.within(name, one, what, &mut read)).collect()
    }

    /// A text, or a table read by `read`; it must be there.
    pub fn text_or<T>(
        &mut self,
        name: &'static str,
        what: &'static str,
        text: impl FnOnce(String) -> T,
        read: impl FnOnce(&mut Row<'a, 'i>) -> Option<T>,
    ) -> Option<T> {
        let value = self.must(name)?;
        match value.get_ref() {
            DeValue::String(words) => Some(text(tidy(words))),
            DeValue::Table(_) => self.within(name, value, what, read),
            _ => {
                self.wrong(name, value, "a text in quotes, or one for each track");
                None
            }
        }
    }

    /// Texts, or tables of one for each track, in a list that must be there.
    pub fn by_track_list(&mut self, name: &'static str) -> Vec<ByTrack> {
        let Some(value) = self.must(name) else { return Vec::new() };
        let mut read = Vec::new();
        for one in self.list(name, value) {
            read.extend(match one.get_ref() {
                DeValue::Table(_) => self.within(name, one, "a text for each track", each_track),
                _ => self.as_text(name, one).map(ByTrack::Both),
            });
        }
        read
    }

    fn within<T>(
        &mut self,
        name: &str,
        value: &'a Value<'i>,
        what: &'static str,
        read: impl FnOnce(&mut Row<'a, 'i>) -> Option<T>,
    ) -> Option<T> {
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong(name, value, &format!("{what} in braces"));
            return None;
        };
        let mut row = Row::new(table, what, value.span().start);
        let read = read(&mut row);
        row.unknown_fields();
        self.problems.append(&mut row.problems);
        self.references.append(&mut row.references);
        read
    }

    /// Tells the fields that nobody asked for. To be called when all that exist were read.
    pub fn unknown_fields(&mut self) {
        let asked = std::mem::take(&mut self.asked);
        for key in self.table.keys() {
            if !asked.contains(&&**key.get_ref()) {
                let hint = hint(key.get_ref(), "fields", asked.iter().copied());
                self.problem(key.span().start, format!("“{}” is no field of {}{hint}", key.get_ref(), self.what));
            }
        }
    }
}

/// A text for each track.
pub(super) fn each_track(row: &mut Row<'_, '_>) -> Option<ByTrack> {
    let developer = row.text_or_empty("developer");
    let engineer = row.text_or_empty("engineer");
    Some(ByTrack::Each { developer: developer?, engineer: engineer? })
}

/// A closed set of names.
struct Choice<'a, T> {
    singular: &'static str,
    plural: &'static str,
    all: &'a [(&'static str, T)],
}

impl<T> Clone for Choice<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Choice<'_, T> {}

//! Where an edit types, and how much: what [`super::History`] gathers into one step.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{
    Edit, EducationEdit, EntryEdit, ItemEdit, KitEdit, KitField, KitList, List, PayEdit, Posting, Prose, TextField,
    WorkModel,
};
use crate::catalog::Id;

/// A field that one types in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Title,
    Text(TextField),
    Prose(Prose),
    Item(List, Id),
    City(usize),
    Region(usize),
    RemoteWithin,
    HoursPerWeek,
    PayMin,
    PayMax,
    OwnField(usize),
    Education,
    Kit(KitList, Id, KitField),
    KitNumber(KitList, Id),
}

impl Place {
    /// The field that an edit types in; `None` for one that chooses, switches or moves.
    pub fn of(edit: &Edit, before: &Posting) -> Option<Self> {
        match edit {
            Edit::Title(Some(_)) => Some(Self::Title),
            Edit::Text(field, _) => Some(Self::Text(*field)),
            Edit::Prose(prose, Some(_)) => Some(Self::Prose(*prose)),
            Edit::Item { list, id, change: ItemEdit::Wording(Some(_)) } => Some(Self::Item(*list, id.clone())),
            Edit::Pay(PayEdit::Min(_)) => Some(Self::PayMin),
            Edit::Pay(PayEdit::Max(_)) => Some(Self::PayMax),
            Edit::Education(EducationEdit::Wording(Some(_))) => Some(Self::Education),
            Edit::Education(EducationEdit::OwnFields(fields)) => {
                only_difference(&before.education.own_fields, fields).map(Self::OwnField)
            }
            Edit::Kit(KitEdit::Entry { list, id, change }) => match change {
                EntryEdit::Text(field, Some(_)) => Some(Self::Kit(*list, id.clone(), *field)),
                EntryEdit::Number(Some(_)) => Some(Self::KitNumber(*list, id.clone())),
                _ => None,
            },
            Edit::WorkModel(Some(WorkModel::Remote { .. })) => {
                matches!(before.work_model, Some(WorkModel::Remote { .. })).then_some(Self::RemoteWithin)
            }
            Edit::Hours(Some(hours)) => {
                before.hours.is_some_and(|had| had.full_time == hours.full_time).then_some(Self::HoursPerWeek)
            }
            Edit::Locations(locations) => {
                let at = only_difference(&before.locations, locations)?;
                let (had, has) = (&before.locations[at], &locations[at]);
                match (had.city == has.city, had.region == has.region, had.country == has.country) {
                    (false, true, true) => Some(Self::City(at)),
                    (true, false, true) => Some(Self::Region(at)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// What stands in the field by hand; `None` while it shows a text of ours.
    pub fn text<'a>(&self, posting: &'a Posting) -> Option<Cow<'a, str>> {
        let number = |number: Option<Decimal>| Some(number.map_or_else(String::new, |n| n.to_string()).into());
        let text: &str = match self {
            Self::HoursPerWeek => return number(posting.hours.and_then(|hours| hours.per_week)),
            Self::PayMin => return number(posting.pay.min),
            Self::PayMax => return number(posting.pay.max),
            Self::Title => posting.title.as_deref()?,
            Self::Text(field) => field.get(posting),
            Self::Prose(prose) => prose.get(posting).wording.as_deref()?,
            Self::Item(list, id) => posting.list(*list).get(id)?.wording.as_deref()?,
            Self::City(at) => &posting.locations.get(*at)?.city,
            Self::Region(at) => &posting.locations.get(*at)?.region,
            Self::RemoteWithin => match &posting.work_model {
                Some(WorkModel::Remote { within }) => within,
                _ => return None,
            },
            Self::OwnField(at) => posting.education.own_fields.get(*at)?,
            Self::Kit(list, id, field) => posting.kit.get(*list, id)?.texts.get(field)?,
            Self::KitNumber(list, id) => {
                return Some(posting.kit.get(*list, id)?.number?.to_string().into());
            }
            Self::Education => posting.education.wording.as_deref()?,
        };
        Some(text.into())
    }
}

/// The one place where two lists of the same length differ.
fn only_difference<T: PartialEq>(one: &[T], other: &[T]) -> Option<usize> {
    let mut differences = one.iter().zip(other).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at);
    let first = differences.next()?;
    (one.len() == other.len() && differences.next().is_none()).then_some(first)
}

/// Where `new` begins to differ from `old`, what is gone there and what has come.
pub(super) fn difference<'a, 'b>(old: &'a str, new: &'b str) -> (usize, &'a str, &'b str) {
    let start: usize =
        old.chars().zip(new.chars()).take_while(|(old, new)| old == new).map(|(same, _)| same.len_utf8()).sum();
    let (gone, come) = (&old[start..], &new[start..]);
    let end: usize = gone
        .chars()
        .rev()
        .zip(come.chars().rev())
        .take_while(|(gone, come)| gone == come)
        .map(|(same, _)| same.len_utf8())
        .sum();
    (start, &gone[..gone.len() - end], &come[..come.len() - end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_of_two_texts_is_what_was_typed() {
        assert_eq!(difference("", "a"), (0, "", "a"));
        assert_eq!(difference("Große Halle", "Große kleine Halle"), (7, "", "kleine "));
        assert_eq!(difference("aé", "aè"), (1, "é", "è"));
        assert_eq!(difference("aaa", "aa"), (2, "a", ""));
        assert_eq!(difference("same", "same"), (4, "", ""));
    }
}

//! What each edit is called, to follow "Undo: " and "Redo: ".

use std::borrow::Cow;

use super::text::label;
use super::{Edit, EducationEdit, ItemEdit, List, Offer, PayEdit, Posting, Prose, TextField};
use crate::catalog::{Catalog, EducationPart, Id, Strength};

impl Edit {
    /// What it does, to follow "Undo: " and "Redo: ", lower case: "turn off Docker",
    /// "type the company", "switch to engineer". `before` is the posting it is applied to.
    pub fn name(&self, before: &Posting, catalog: &Catalog) -> String {
        match self {
            Self::Specialism(id) => {
                let label = catalog.specialism(id).map_or(id.as_str(), |specialism| &specialism.label);
                format!("switch to {}", label.to_lowercase())
            }
            Self::Track(track) => format!("switch to {}", track.id()),
            Self::Level(level) => {
                let label = catalog.level(*level).map_or(level.id(), |words| &words.label);
                format!("change the level to {}", label.to_lowercase())
            }
            Self::Title(Some(_)) => "type the title".to_owned(),
            Self::Title(None) => "use the proposed title".to_owned(),
            Self::Text(field, _) => format!("type {}", field.phrase()),
            Self::Prose(prose, Some(_)) => format!("reword {}", prose.phrase()),
            Self::Prose(prose, None) => format!("reset the wording of {}", prose.phrase()),
            Self::ProseOn(prose, on) => format!("turn {} {}", on_off(*on), prose.phrase()),
            Self::Locations(_) => "change the places of work".to_owned(),
            Self::WorkModel(_) => "change the work model".to_owned(),
            Self::Employment(_) => "change the kind of contract".to_owned(),
            Self::Hours(_) => "change the hours".to_owned(),
            Self::Pay(edit) => match edit {
                PayEdit::Min(_) => "change the minimum pay".to_owned(),
                PayEdit::Max(_) => "change the maximum pay".to_owned(),
                PayEdit::Currency(currency) => format!("change the currency to {}", currency.code()),
                PayEdit::Period(_) => "change the pay period".to_owned(),
                PayEdit::Basis(_) => "change pay before or after tax".to_owned(),
            },
            Self::Start(_) => "change the start".to_owned(),
            Self::Closing(_) => "change the closing date".to_owned(),
            Self::Locale(_) => "change the language and region".to_owned(),
            Self::Logo(Some(_)) => "choose the logo".to_owned(),
            Self::Logo(None) => "remove the logo".to_owned(),
            Self::Item { list, id, change } => item_name(*list, id, change, before, catalog),
            Self::AddOwn { text, .. } => format!("add {}", label(text)),
            Self::Education(edit) => education_name(edit, catalog),
            Self::Dismiss(_) => "dismiss a finding".to_owned(),
            Self::Undismiss { .. } => "bring back a finding".to_owned(),
            Self::Kit(edit) => edit.name(before, catalog),
            Self::All { name, .. } => name.clone(),
        }
    }
}

fn on_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

fn item_name(list: List, id: &Id, change: &ItemEdit, before: &Posting, catalog: &Catalog) -> String {
    let item = before.list(list).get(id);
    let own = item.is_some_and(|item| item.own);
    let offer = if own { None } else { Offer::find(list, id, catalog) };
    let label: Cow<'_, str> = match (offer, item) {
        (Some(offer), _) => offer.label().into(),
        (None, Some(item)) => item.label.as_str().into(),
        (None, None) => id.as_str().into(),
    };
    let was_on = item.is_some_and(|item| item.strength.is_some());
    match change {
        ItemEdit::Strength(None) => format!("turn off {label}"),
        ItemEdit::Strength(Some(_)) if !was_on || !list.has_strengths() => format!("turn on {label}"),
        ItemEdit::Strength(Some(Strength::Must)) => format!("make {label} a must-have"),
        ItemEdit::Strength(Some(Strength::Nice)) => format!("make {label} a nice-to-have"),
        ItemEdit::Strength(Some(Strength::Learn)) => format!("make {label} something to learn"),
        ItemEdit::Wording(Some(_)) => format!("reword {label}"),
        ItemEdit::Wording(None) => format!("reset the wording of {label}"),
        ItemEdit::MoveTo(_) => format!("move {label}"),
        ItemEdit::Remove if own => format!("remove {label}"),
        ItemEdit::Remove => format!("reset {label}"),
    }
}

fn education_name(edit: &EducationEdit, catalog: &Catalog) -> String {
    let words = &catalog.education;
    let turn = |id: &Id, on: bool, parts: &[EducationPart]| format!("turn {} {}", on_off(on), part_label(id, parts));
    match edit {
        EducationEdit::On(on) => format!("turn {} education", on_off(*on)),
        EducationEdit::Degree(None) => "ask for no degree".to_owned(),
        EducationEdit::Degree(Some(id)) => format!("ask for {}", part_label(id, &words.degrees)),
        EducationEdit::Field(id, on) => turn(id, *on, &words.fields),
        EducationEdit::Alternative(id, on) => turn(id, *on, &words.alternatives),
        EducationEdit::Extra(id, on) => turn(id, *on, &words.extras),
        EducationEdit::OwnFields(_) => "change your own fields of study".to_owned(),
        EducationEdit::OrEquivalent(on) => format!("turn {} “or equivalent experience”", on_off(*on)),
        EducationEdit::StandsAlone(true) => "give education its own section".to_owned(),
        EducationEdit::StandsAlone(false) => "put education with the requirements".to_owned(),
        EducationEdit::Wording(Some(_)) => "reword education".to_owned(),
        EducationEdit::Wording(None) => "reset the wording of education".to_owned(),
    }
}

fn part_label<'a>(id: &'a Id, parts: &'a [EducationPart]) -> &'a str {
    parts.iter().find(|part| part.id == *id).map_or(id.as_str(), |part| &part.label)
}

impl TextField {
    /// Its name inside a sentence: "the company".
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Company => "the company",
            Self::AboutCompany => "the text about the company",
            Self::Team => "the team",
            Self::Reference => "the reference number",
            Self::ApplyLink => "the link to apply",
            Self::ApplyEmail => "the e-mail to apply",
            Self::AdjustmentsContact => "the contact for adjustments",
            Self::Bonus => "the bonus",
            Self::Equity => "the equity",
        }
    }
}

impl Prose {
    /// Its name inside a sentence: "the summary".
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Summary => "the summary",
            Self::Experience => "the experience",
            Self::Career => "the career path",
            Self::Statement => "the equal-opportunity statement",
        }
    }
}

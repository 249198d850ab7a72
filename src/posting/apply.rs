//! What each edit does.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::text::{label, line, lines};
use super::{
    Dismissal, Edit, EditError, EducationChoice, EducationEdit, Hours, Item, ItemEdit, List, Location, Offer, Pay,
    PayEdit, Posting, PostingLocale, Prose, TextField, Worded, WorkModel, currency_of,
};
use crate::catalog::{Catalog, EducationPart, Id, Role, Strength};

impl Edit {
    /// Applies it. `now` becomes the posting's `changed`, unless nothing changed.
    ///
    /// # Errors
    /// [`EditError`]; the posting is then as it was.
    pub fn apply(&self, posting: &mut Posting, catalog: &Catalog, now: Timestamp) -> Result<(), EditError> {
        if let Some(changed) = self.changed(posting, catalog, now)? {
            *posting = changed;
        }
        Ok(())
    }

    /// The posting that it makes of another, or `None` if that would be the same.
    pub(super) fn changed(
        &self,
        before: &Posting,
        catalog: &Catalog,
        now: Timestamp,
    ) -> Result<Option<Posting>, EditError> {
        let mut posting = before.clone();
        self.run(&mut posting, catalog)?;
        if posting == *before {
            return Ok(None);
        }
        posting.changed = now;
        Ok(Some(posting))
    }

    /// Changes `posting`; after an error it is half changed and of no use.
    fn run(&self, posting: &mut Posting, catalog: &Catalog) -> Result<(), EditError> {
        match self {
            Self::Specialism(id) => {
                if catalog.specialism(id).is_none() {
                    return Err(EditError::NoSuchSpecialism(id.clone()));
                }
                set_role(posting, Role { specialism: id.clone(), ..posting.role.clone() }, catalog);
            }
            Self::Track(track) => set_role(posting, Role { track: *track, ..posting.role.clone() }, catalog),
            Self::Level(level) => set_role(posting, Role { level: *level, ..posting.role.clone() }, catalog),
            Self::Title(title) => posting.title = title.as_deref().map(line),
            Self::Text(field, text) => {
                *field.of(posting) = if field.has_lines() { lines(text) } else { line(text) };
            }
            Self::Prose(prose, wording) => prose.of(posting).wording = wording.as_deref().map(lines),
            Self::ProseOn(prose, on) => prose.of(posting).on = *on,
            Self::Locations(locations) => posting.locations = locations.iter().map(tidy_location).collect(),
            Self::WorkModel(model) => posting.work_model = model.as_ref().map(tidy_work_model),
            Self::Employment(employment) => posting.employment = *employment,
            Self::Hours(hours) => posting.hours = checked_hours(*hours)?,
            Self::Pay(edit) => set_pay(&mut posting.pay, edit)?,
            Self::Start(start) => posting.start = start.clone(),
            Self::Closing(closing) => posting.closing = closing.clone(),
            Self::Locale(locale) => set_locale(posting, locale),
            Self::Logo(logo) => posting.company.logo = logo.clone(),
            Self::Item { list, id, change } => change_item(posting, *list, id, change, catalog)?,
            Self::AddOwn { list, text, strength } => {
                let text = line(text);
                if text.trim().is_empty() {
                    return Err(EditError::Blank);
                }
                posting.list_mut(*list).push_own(text.trim(), list.strength(*strength));
            }
            Self::Education(edit) => set_education(posting, edit, catalog)?,
            Self::Dismiss(dismissal) => {
                let dismissal = Dismissal {
                    rule: line(&dismissal.rule),
                    about: line(&dismissal.about),
                    note: line(&dismissal.note).trim().to_owned(),
                };
                posting.dismissed.retain(|told| (&told.rule, &told.about) != (&dismissal.rule, &dismissal.about));
                posting.dismissed.push(dismissal);
            }
            Self::Undismiss { rule, about } => {
                let about = line(about);
                posting.dismissed.retain(|told| (&told.rule, &told.about) != (rule, &about));
            }
            Self::Kit(edit) => edit.run(posting, catalog)?,
            Self::All { edits, .. } => {
                for edit in edits {
                    edit.run(posting, catalog)?;
                }
            }
        }
        Ok(())
    }
}

fn set_role(posting: &mut Posting, role: Role, catalog: &Catalog) {
    if posting.role != role {
        posting.role = role;
        posting.propose(catalog);
    }
}

impl Posting {
    /// The dismissal of a finding, if it was put aside.
    pub fn dismissal(&self, rule: &str, about: &str) -> Option<&Dismissal> {
        // As `Edit::Dismiss` keeps it: words over a line break have a space there.
        let about = if about.contains(char::is_control) { Cow::Owned(line(about)) } else { Cow::Borrowed(about) };
        self.dismissed.iter().find(|told| told.rule == rule && told.about == *about)
    }
}

impl TextField {
    /// The text in a posting.
    pub(super) fn of(self, posting: &mut Posting) -> &mut String {
        match self {
            Self::Company => &mut posting.company.name,
            Self::AboutCompany => &mut posting.company.about,
            Self::Team => &mut posting.team,
            Self::Reference => &mut posting.reference,
            Self::ApplyLink => &mut posting.apply_link,
            Self::ApplyEmail => &mut posting.apply_email,
            Self::AdjustmentsContact => &mut posting.adjustments_contact,
            Self::Bonus => &mut posting.pay.bonus,
            Self::Equity => &mut posting.pay.equity,
        }
    }

    /// The text in a posting, to read.
    pub fn get(self, posting: &Posting) -> &str {
        match self {
            Self::Company => &posting.company.name,
            Self::AboutCompany => &posting.company.about,
            Self::Team => &posting.team,
            Self::Reference => &posting.reference,
            Self::ApplyLink => &posting.apply_link,
            Self::ApplyEmail => &posting.apply_email,
            Self::AdjustmentsContact => &posting.adjustments_contact,
            Self::Bonus => &posting.pay.bonus,
            Self::Equity => &posting.pay.equity,
        }
    }

    /// True if the text can have several lines.
    pub fn has_lines(self) -> bool {
        self == Self::AboutCompany
    }
}

impl Prose {
    /// The text in a posting.
    pub(super) fn of(self, posting: &mut Posting) -> &mut Worded {
        match self {
            Self::Summary => &mut posting.summary,
            Self::Experience => &mut posting.experience,
            Self::Career => &mut posting.career,
            Self::Statement => &mut posting.statement,
        }
    }

    /// The text in a posting, to read.
    pub fn get(self, posting: &Posting) -> &Worded {
        match self {
            Self::Summary => &posting.summary,
            Self::Experience => &posting.experience,
            Self::Career => &posting.career,
            Self::Statement => &posting.statement,
        }
    }
}

impl List {
    /// The strength that an item of this list can have.
    fn strength(self, wanted: Strength) -> Strength {
        if self.has_strengths() { wanted } else { Strength::Must }
    }
}

fn tidy_location(location: &Location) -> Location {
    Location { city: line(&location.city), region: line(&location.region), country: location.country }
}

fn tidy_work_model(model: &WorkModel) -> WorkModel {
    match model {
        WorkModel::OnSite => WorkModel::OnSite,
        WorkModel::Hybrid { days } => WorkModel::Hybrid { days: days.map(|days| days.clamp(1, 6)) },
        WorkModel::Remote { within } => WorkModel::Remote { within: line(within) },
    }
}

fn checked_hours(hours: Option<Hours>) -> Result<Option<Hours>, EditError> {
    match hours.and_then(|hours| hours.per_week) {
        Some(wrong) if wrong <= Decimal::ZERO || wrong > Decimal::from(168) => Err(EditError::BadHours(wrong)),
        _ => Ok(hours.map(|hours| Hours { per_week: hours.per_week.map(|hours| hours.normalize()), ..hours })),
    }
}

fn set_pay(pay: &mut Pay, edit: &PayEdit) -> Result<(), EditError> {
    match edit {
        PayEdit::Min(amount) => pay.min = checked_amount(*amount)?,
        PayEdit::Max(amount) => pay.max = checked_amount(*amount)?,
        PayEdit::Currency(currency) => {
            pay.currency = *currency;
            pay.currency_by_hand = true;
        }
        PayEdit::Period(period) => pay.period = *period,
        PayEdit::Basis(basis) => pay.basis = *basis,
    }
    Ok(())
}

fn checked_amount(amount: Option<Decimal>) -> Result<Option<Decimal>, EditError> {
    let Some(amount) = amount.map(|amount| amount.normalize()) else { return Ok(None) };
    let limit = Decimal::from(1_000_000_000_000_000_i64);
    if amount < Decimal::ZERO || amount >= limit || amount.scale() > 4 {
        return Err(EditError::BadAmount(amount));
    }
    Ok(Some(amount))
}

fn set_locale(posting: &mut Posting, locale: &PostingLocale) {
    posting.locale = locale.clone();
    let pay = &mut posting.pay;
    if !pay.currency_by_hand
        && pay.min.is_none()
        && pay.max.is_none()
        && let Some(currency) = currency_of(locale.region)
    {
        pay.currency = currency;
    }
}

fn change_item(
    posting: &mut Posting,
    list: List,
    id: &Id,
    change: &ItemEdit,
    catalog: &Catalog,
) -> Result<(), EditError> {
    let offer = Offer::find(list, id, catalog);
    let proposed = offer.and_then(|offer| offer.proposed(&posting.role));
    let items = posting.list_mut(list);
    let place = items.items.iter().position(|item| item.id == *id);
    let Some(place) = place else {
        let offer = offer.ok_or_else(|| EditError::NoSuchItem { list, id: id.clone() })?;
        match change {
            ItemEdit::Strength(Some(strength)) => {
                let item = Item { by_hand: true, ..Item::of(offer, Some(list.strength(*strength))) };
                items.insert(item, list, catalog);
            }
            ItemEdit::Wording(Some(text)) => {
                items.insert(Item { wording: Some(lines(text)), ..Item::of(offer, None) }, list, catalog);
            }
            ItemEdit::Remove if proposed.is_some() => items.insert(Item::of(offer, proposed), list, catalog),
            ItemEdit::Strength(None) | ItemEdit::Wording(None) | ItemEdit::MoveTo(_) | ItemEdit::Remove => {}
        }
        return Ok(());
    };
    let item = &mut items.items[place];
    let offer = offer.filter(|_| !item.own);
    match change {
        ItemEdit::Strength(strength) => {
            let strength = strength.map(|strength| list.strength(strength));
            if item.strength != strength {
                item.strength = strength;
                item.by_hand = true;
                if let Some(offer) = offer {
                    item.snapshot(offer);
                }
            }
        }
        ItemEdit::Wording(wording) => {
            item.wording = wording.as_deref().map(lines);
            if item.own {
                let text = item.wording.as_ref().unwrap_or(&item.ours);
                if !text.trim().is_empty() {
                    item.label = label(&line(text));
                }
            } else if item.wording.is_none() && item.strength.is_none() && !item.by_hand {
                // It was there for its wording alone.
                items.items.remove(place);
            }
        }
        ItemEdit::MoveTo(to) => items.move_to(id, *to),
        ItemEdit::Remove => match (offer, proposed) {
            (Some(offer), Some(_)) => *item = Item::of(offer, proposed),
            _ => {
                items.items.remove(place);
            }
        },
    }
    Ok(())
}

fn set_education(posting: &mut Posting, edit: &EducationEdit, catalog: &Catalog) -> Result<(), EditError> {
    let education = &mut posting.education;
    let words = &catalog.education;
    match edit {
        EducationEdit::On(on) => {
            if education.on != *on {
                education.on = *on;
                education.by_hand.insert(EducationChoice::On);
            }
        }
        EducationEdit::Degree(degree) => {
            if let Some(id) = degree
                && education.degree != *degree
            {
                known(id, &words.degrees)?;
            }
            if education.degree != *degree {
                education.degree.clone_from(degree);
                education.by_hand.insert(EducationChoice::Degree);
            }
        }
        EducationEdit::Field(id, on) => {
            if choose(&mut education.fields, id, *on, &words.fields)? {
                education.by_hand.insert(EducationChoice::Field(id.clone()));
            }
        }
        EducationEdit::Alternative(id, on) => {
            if choose(&mut education.alternatives, id, *on, &words.alternatives)? {
                education.by_hand.insert(EducationChoice::Alternative(id.clone()));
            }
        }
        EducationEdit::Extra(id, on) => {
            if choose(&mut education.extras, id, *on, &words.extras)? {
                education.by_hand.insert(EducationChoice::Extra(id.clone()));
            }
        }
        EducationEdit::OwnFields(fields) => education.own_fields = fields.iter().map(|field| line(field)).collect(),
        EducationEdit::OrEquivalent(on) => education.or_equivalent = *on,
        EducationEdit::StandsAlone(alone) => education.stands_alone = *alone,
        EducationEdit::Wording(wording) => education.wording = wording.as_deref().map(lines),
    }
    Ok(())
}

/// Puts a part in or takes it out; true if that changed something.
fn choose(chosen: &mut BTreeSet<Id>, id: &Id, on: bool, parts: &[EducationPart]) -> Result<bool, EditError> {
    if chosen.contains(id) == on {
        if !on {
            known(id, parts)?;
        }
        return Ok(false);
    }
    if on {
        known(id, parts)?;
        Ok(chosen.insert(id.clone()))
    } else {
        Ok(chosen.remove(id))
    }
}

fn known(id: &Id, parts: &[EducationPart]) -> Result<(), EditError> {
    if parts.iter().any(|part| part.id == *id) { Ok(()) } else { Err(EditError::NoSuchEducationPart(id.clone())) }
}

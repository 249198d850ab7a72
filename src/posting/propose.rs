//! What a new posting begins with, and what follows when the role changes.

use std::borrow::Cow;
use std::collections::BTreeSet;

use iso_currency::Currency;
use jiff::Timestamp;
use uuid::Uuid;

use super::text::{line, lines};
use super::{
    Closing, CompanyProfile, Education, EducationChoice, ItemList, List, Location, Pay, Posting, Start, Worded,
    currency_of,
};
use crate::catalog::{Catalog, EducationPart, Id, Role, Strength};

impl Posting {
    /// A posting for a role, with everything the catalogue proposes and what the company
    /// profile says.
    pub fn new(id: Uuid, role: Role, profile: Option<&CompanyProfile>, catalog: &Catalog, now: Timestamp) -> Self {
        let mut posting = Self {
            id,
            role,
            title: None,
            company: super::Company::default(),
            team: String::new(),
            locations: Vec::new(),
            work_model: None,
            employment: None,
            hours: None,
            pay: Pay::default(),
            start: Start::default(),
            closing: Closing::default(),
            apply_link: String::new(),
            apply_email: String::new(),
            adjustments_contact: String::new(),
            reference: String::new(),
            locale: super::PostingLocale::default(),
            summary: Worded::default(),
            experience: Worded::default(),
            skills: ItemList::default(),
            duties: ItemList::default(),
            education: Education::default(),
            benefits: ItemList::default(),
            steps: ItemList::default(),
            career: Worded::default(),
            statement: Worded::default(),
            dismissed: Vec::new(),
            kit: super::KitChanges::default(),
            created: now,
            changed: now,
        };
        if let Some(profile) = profile {
            posting.take_profile(profile);
        }
        if !posting.pay.currency_by_hand {
            posting.pay.currency = currency_of(posting.locale.region).unwrap_or(Currency::USD);
        }
        posting.propose(catalog);
        posting
    }

    fn take_profile(&mut self, profile: &CompanyProfile) {
        self.company.name = line(&profile.company.name);
        self.company.about = lines(&profile.company.about);
        self.company.logo = profile.company.logo.clone();
        self.adjustments_contact = line(&profile.adjustments_contact);
        self.apply_email = line(&profile.apply_email);
        self.apply_link = line(&profile.apply_link);
        self.locale = profile.locale.clone();
        if profile.location != Location::default() {
            self.locations = vec![profile.location.clone()];
        }
        if let Some(currency) = profile.currency {
            self.pay.currency = currency;
            self.pay.currency_by_hand = true;
        }
        if !profile.statement.trim().is_empty() {
            self.statement.wording = Some(lines(&profile.statement));
        }
        for benefit in &profile.benefits {
            let text = line(benefit);
            if !text.trim().is_empty() {
                self.benefits.push_own(text.trim(), Strength::Must);
            }
        }
    }

    /// The title: by hand, or proposed from the role. A title of nothing but spaces counts as
    /// none, because there is no posting without a title.
    pub fn title<'a>(&'a self, catalog: &Catalog) -> Cow<'a, str> {
        match &self.title {
            Some(title) if !title.trim().is_empty() => Cow::Borrowed(title),
            _ => Cow::Owned(catalog.title(&self.role)),
        }
    }

    /// Makes the proposals for the role anew. What a person touched stays as it is.
    pub(super) fn propose(&mut self, catalog: &Catalog) {
        for list in List::ALL {
            let role = self.role.clone();
            self.list_mut(list).propose(list, &role, catalog);
        }
        self.education.propose(&self.role, catalog);
    }
}

impl Education {
    /// Makes the proposals for a role anew, but for the parts that a person chose.
    fn propose(&mut self, role: &Role, catalog: &Catalog) {
        let words = &catalog.education;
        let by_hand = &self.by_hand;
        if !by_hand.contains(&EducationChoice::Degree) {
            // Degrees are listed lowest first: where several are proposed, the least is asked for.
            self.degree = words.degrees.iter().find(|degree| degree.proposed(role)).map(|degree| degree.id.clone());
        }
        let chosen = |had: &BTreeSet<Id>, parts: &[EducationPart], choice: fn(Id) -> EducationChoice| {
            let touched = |id: &Id| by_hand.contains(&choice(id.clone()));
            let kept = had.iter().filter(|id| touched(id)).cloned();
            let proposed = parts.iter().filter(|part| part.proposed(role) && !touched(&part.id));
            kept.chain(proposed.map(|part| part.id.clone())).collect()
        };
        self.fields = chosen(&self.fields, &words.fields, EducationChoice::Field);
        self.alternatives = chosen(&self.alternatives, &words.alternatives, EducationChoice::Alternative);
        self.extras = chosen(&self.extras, &words.extras, EducationChoice::Extra);
        if !by_hand.contains(&EducationChoice::On) {
            self.on = self.degree.is_some() || !self.alternatives.is_empty() || !self.extras.is_empty();
        }
    }
}

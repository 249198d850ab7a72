//! The company profile: its shape, and how it is put into a posting that is already under way.

use iso_currency::Currency;
use serde::{Deserialize, Serialize};

use super::{Company, Edit, List, Location, Posting, PostingLocale, Prose, TextField};
use crate::catalog::Strength;

/// What an employer says in every posting, saved once and copied into each new one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompanyProfile {
    /// Name, about, logo.
    #[serde(default)]
    pub company: Company,
    /// Benefits that every posting offers, as sentences or short phrases.
    #[serde(default)]
    pub benefits: Vec<String>,
    /// The equal-opportunity statement; empty: ours.
    #[serde(default)]
    pub statement: String,
    /// Whom to ask for adjustments.
    #[serde(default)]
    pub adjustments_contact: String,
    /// Where to apply: an e-mail address.
    #[serde(default)]
    pub apply_email: String,
    /// Where to apply: a link.
    #[serde(default)]
    pub apply_link: String,
    /// The usual place of work.
    #[serde(default)]
    pub location: Location,
    /// The usual currency; `None`: the region's.
    #[serde(default)]
    pub currency: Option<Currency>,
    /// Language and region of new postings.
    #[serde(default)]
    pub locale: PostingLocale,
    /// How many people the employer has: some pay laws depend on it; `None`: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employees: Option<u32>,
}

impl Location {
    /// True if nothing is said of a place but, at most, its country.
    pub fn is_blank(&self) -> bool {
        self.city.trim().is_empty() && self.region.trim().is_empty()
    }

    /// True if it lies in a place given by ISO 3166's letters: a country (`GB`) or a part of one
    /// (`US-CA`), however the part is written.
    pub fn is_in(&self, place: &str) -> bool {
        let (country, part) = place.split_once('-').map_or((place, None), |(country, part)| (country, Some(part)));
        if self.country.is_none_or(|own| own.code() != country) {
            return false;
        }
        part.is_none_or(|part| {
            let name = rust_iso3166::iso3166_2::from_code(place).map(|subdivision| subdivision.name.to_lowercase());
            let written = self.region.trim();
            written.eq_ignore_ascii_case(part) || name.is_some_and(|name| name == written.to_lowercase())
        })
    }
}

impl CompanyProfile {
    /// What the profile says, as one change of a posting. What the profile leaves empty stays as
    /// it is, and so do places and benefits that the posting has already.
    pub fn as_edit(&self, posting: &Posting) -> Edit {
        let mut edits = Vec::new();
        let texts = [
            (TextField::Company, &self.company.name),
            (TextField::AboutCompany, &self.company.about),
            (TextField::AdjustmentsContact, &self.adjustments_contact),
            (TextField::ApplyEmail, &self.apply_email),
            (TextField::ApplyLink, &self.apply_link),
        ];
        for (field, text) in texts {
            if !text.trim().is_empty() {
                edits.push(Edit::Text(field, text.clone()));
            }
        }
        if let Some(logo) = &self.company.logo {
            edits.push(Edit::Logo(Some(logo.clone())));
        }
        if !self.statement.trim().is_empty() {
            edits.push(Edit::Prose(Prose::Statement, Some(self.statement.clone())));
        }
        if posting.locations.is_empty() && !self.location.is_blank() {
            edits.push(Edit::Locations(vec![self.location.clone()]));
        }
        let has = |text: &str| posting.benefits.on().any(|item| item.label == text || item.ours == text);
        for benefit in self.benefits.iter().filter(|benefit| !benefit.trim().is_empty() && !has(benefit)) {
            edits.push(Edit::AddOwn { list: List::Benefits, text: benefit.clone(), strength: Strength::Must });
        }
        Edit::All { name: "use the company profile".to_owned(), edits }
    }
}

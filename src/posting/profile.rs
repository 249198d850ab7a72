//! The company profile put into a posting that is already under way.

use super::{CompanyProfile, Edit, List, Location, Posting, Prose, TextField};
use crate::catalog::Strength;

impl Location {
    /// True if nothing is said of a place but, at most, its country.
    pub fn is_blank(&self) -> bool {
        self.city.trim().is_empty() && self.region.trim().is_empty()
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

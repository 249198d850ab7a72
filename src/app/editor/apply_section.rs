//! How to apply, and whom to ask for adjustments.

use egui::Ui;

use super::panel::Panel;
use crate::app::widgets;
use crate::document::{Field, Origin};
use crate::posting::{Edit, Posting, TextField};

/// What is said, in a few words.
pub fn summary(posting: &Posting) -> String {
    let parts: Vec<&str> = [
        (!posting.apply_link.is_empty(), "link"),
        (!posting.apply_email.is_empty(), "e-mail"),
        (!posting.adjustments_contact.is_empty(), "adjustments"),
    ]
    .into_iter()
    .filter_map(|(said, word)| said.then_some(word))
    .collect();
    if parts.is_empty() { "not said".to_owned() } else { parts.join(" · ") }
}

/// The section.
pub fn apply_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let posting = panel.posting;
    panel.line(
        ui,
        &Origin::Field(Field::ApplyLink),
        "Link",
        &posting.apply_link,
        "https://jobs.example.com/1042",
        |text| Edit::Text(TextField::ApplyLink, text),
    );
    panel.line(ui, &Origin::Field(Field::ApplyEmail), "E-mail", &posting.apply_email, "jobs@example.com", |text| {
        Edit::Text(TextField::ApplyEmail, text)
    });
    let contact = Origin::Field(Field::AdjustmentsContact);
    panel.line(
        ui,
        &contact,
        "Contact for adjustments",
        &posting.adjustments_contact,
        "Sam Ortiz, access@example.com",
        |text| Edit::Text(TextField::AdjustmentsContact, text),
    );
    widgets::small_muted(ui, "Whom a person can ask who needs the process adjusted, because of a disability for one.");
}

//! Where the role can lead, who the company is, the equal-opportunity statement.

use egui::Ui;

use super::about::prose_ui;
use super::panel::Panel;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::theme::{icons, space};
use crate::app::widgets;
use crate::document::{Field, Origin};
use crate::posting::{Edit, Posting, Prose, TextField};

/// What is said, in a few words.
pub fn summary(posting: &Posting) -> String {
    let said = [posting.career.on, !posting.company.about.is_empty(), posting.statement.on];
    format!("{} of 3", said.iter().filter(|said| **said).count())
}

/// The section.
pub fn company_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    prose_ui(ui, panel, Prose::Career, "Say where the role can lead", "Career path");
    let about = &panel.posting.company.about;
    panel.area(
        ui,
        &Origin::Field(Field::AboutCompany),
        "About the company",
        about,
        "What you do, for whom, how many you are.",
        |text| Edit::Text(TextField::AboutCompany, text),
    );
    prose_ui(ui, panel, Prose::Statement, "Show the equal-opportunity statement", "Equal-opportunity statement");
    ui.add_space(space::S);
    if widgets::quiet_button_with_icon(ui, icons::BUILDING, Command::CompanyProfile.label()).clicked() {
        panel.actions.push(Action::Command(Command::CompanyProfile));
    }
}

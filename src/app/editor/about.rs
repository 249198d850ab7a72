//! "About the role" and how much experience is asked for.

use egui::Ui;

use super::panel::Panel;
use crate::app::theme::icons;
use crate::app::widgets;
use crate::document::{Field, Origin, prose_text};
use crate::posting::{Edit, Prose};

/// The section.
pub fn about_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    prose_ui(ui, panel, Prose::Summary, "Show “About the role”", "About the role");
    prose_ui(ui, panel, Prose::Experience, "Ask for experience", "Experience asked for");
}

/// A proposed text: on or off, its words, and the way back to ours.
pub fn prose_ui(ui: &mut Ui, panel: &mut Panel<'_>, which: Prose, toggle: &str, label: &str) {
    let worded = which.get(panel.posting).clone();
    let origin = Origin::Field(field(which));
    let row = widgets::check_row(ui, toggle, worded.on, false, |_, _| {});
    if row.toggled {
        panel.edit(Edit::ProseOn(which, !worded.on));
    }
    if !worded.on {
        panel.tie(&origin, &row.response);
        return;
    }
    // A text emptied by hand stays empty here until another is typed, although the posting has ours.
    let shown = worded.wording.clone().unwrap_or_else(|| prose_text(panel.posting, which, panel.catalog));
    panel.area(ui, &origin, label, &shown, "", |text| Edit::Prose(which, Some(text)));
    if worded.wording.is_some()
        && widgets::quiet_button_with_icon(ui, icons::RESET, &format!("Reset “{label}” to ours")).clicked()
    {
        panel.edit(Edit::Prose(which, None));
    }
}

fn field(which: Prose) -> Field {
    match which {
        Prose::Summary => Field::Summary,
        Prose::Experience => Field::Experience,
        Prose::Career => Field::Career,
        Prose::Statement => Field::Statement,
    }
}

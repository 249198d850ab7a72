//! The middle: the part as sheets of paper, as an export writes it. A line that is pointed at
//! lights its entry on the left and the other way round; a press on a line goes to the entry.

use egui::Ui;

use super::made::Made;
use super::state::HiringKitScreen;
use crate::app::action::Actions;
use crate::app::editor::sheets_ui;
use crate::drafts::Zoom;

/// Paints them. Each part is scrolled by itself.
pub(super) fn sheet_ui(ui: &mut Ui, made: &Made, state: &mut HiringKitScreen, zoom: Zoom, actions: &mut Actions) {
    ui.push_id(("kit sheets", state.part), |ui| {
        sheets_ui(ui, &mut state.sheets, &made.document, made.version, zoom, actions);
    });
}

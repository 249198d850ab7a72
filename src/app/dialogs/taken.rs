//! Another window has the draft open: read it, or take it over.

use egui::Context;
use jiff::Timestamp;
use uuid::Uuid;

use super::show;
use crate::app::action::{Action, Actions};
use crate::app::screens::when;
use crate::app::theme::{size, space};
use crate::app::widgets;
use crate::app::worker::Opening;
use crate::drafts::Holder;

/// Which draft, and who has it.
#[derive(Clone, Debug)]
pub struct TakenDialog {
    id: Uuid,
    words: String,
}

impl TakenDialog {
    /// Says who has it, and since when.
    pub fn new(id: Uuid, holder: &Holder, now: Timestamp) -> Self {
        let place = if holder.is_this_machine {
            "another window on this machine".to_owned()
        } else {
            format!("a window on the machine {}", holder.host)
        };
        let since = when(holder.since, now);
        Self { id, words: format!("This draft is open in {place}, since {since}.") }
    }
}

/// Paints it. False: close.
pub(super) fn taken_ui(ctx: &Context, dialog: &TakenDialog, actions: &mut Actions) -> bool {
    show(ctx, "taken", "Open in another window", size::DIALOG, |ui| {
        ui.label(&dialog.words);
        ui.add_space(space::S);
        widgets::muted(
            ui,
            "You can read it here, or take it over: then the other window can only read it. What that window \
             has not saved yet is not lost; if both texts differ, both are kept.",
        );
        ui.add_space(space::M);
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| {
            if widgets::primary_button(ui, "Open to read").clicked() {
                actions.push(Action::OpenAs(dialog.id, Opening::ReadOnly));
                keep = false;
            }
            if widgets::quiet_button(ui, "Take it over").clicked() {
                actions.push(Action::OpenAs(dialog.id, Opening::TakeOver));
                keep = false;
            }
            if widgets::quiet_button(ui, "Cancel").clicked() {
                keep = false;
            }
        });
        keep
    })
}

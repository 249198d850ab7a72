//! Keep what the posting is now, with a note.

use egui::{Context, Key};

use super::show;
use crate::app::action::{Action, Actions};
use crate::app::theme::{size, space};
use crate::app::widgets;

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct KeepVersionDialog {
    note: String,
}

/// Paints it. False: close.
pub(super) fn keep_version_ui(ctx: &Context, dialog: &mut KeepVersionDialog, actions: &mut Actions) -> bool {
    show(ctx, "keep-version", "Keep this version", size::DIALOG_SMALL, |ui| {
        let response = widgets::Field::new("Note", &mut dialog.note)
            .placeholder("As agreed with the team")
            .hint("A version with a note is kept for good.")
            .show(ui);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(space::M);
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| {
            if widgets::primary_button(ui, "Keep it").clicked() || entered {
                actions.push(Action::KeepVersion(dialog.note.trim().to_owned()));
                keep = false;
            }
            if widgets::quiet_button(ui, "Cancel").clicked() {
                keep = false;
            }
        });
        keep
    })
}

//! Open a `.rolewright` file: the system's dialog opens at once, and a path can be typed beside.

use egui::{Context, Key};

use super::{Facts, NO_ANSWER, show, typed_path};
use crate::app::action::{Action, Actions};
use crate::app::file_dialog::Pick;
use crate::app::theme::{icons, size, space};
use crate::app::widgets::{self, BannerKind};

/// What was typed and what came of it.
#[derive(Clone, Debug, Default)]
pub struct OpenFileDialog {
    path: String,
    /// Why the last file was not opened.
    pub error: Option<String>,
    /// The system's dialog gave no file.
    pub no_answer: bool,
}

/// Paints it. False: close.
pub(super) fn open_file_ui(
    ctx: &Context,
    dialog: &mut OpenFileDialog,
    facts: &Facts<'_>,
    actions: &mut Actions,
) -> bool {
    show(ctx, "open-file", "Open a posting", size::DIALOG, |ui| {
        let response = widgets::Field::new("File", &mut dialog.path).placeholder("Path of a .rolewright file").show(ui);
        if response.changed() {
            dialog.error = None;
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            if widgets::quiet_button_with_icon(ui, icons::FOLDER_OPEN, "Choose a file…").clicked() && !facts.waiting {
                dialog.no_answer = false;
                actions.push(Action::Pick(Pick::Open));
            }
            if facts.waiting {
                widgets::small_muted(ui, "The system's window is open. You can type the path here as well.");
            } else if dialog.no_answer {
                widgets::small_muted(ui, NO_ANSWER);
            }
        });
        ui.add_space(space::M);
        if let Some(error) = &dialog.error {
            widgets::banner(ui, BannerKind::Error, error, |_| {});
            ui.add_space(space::M);
        }
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| {
            let ready = !dialog.path.trim().is_empty();
            if widgets::primary_button_with(ui, None, "Open", ready).clicked() || (entered && ready) {
                actions.push(Action::OpenPath(typed_path(&dialog.path)));
            }
            if widgets::quiet_button(ui, "Cancel").clicked() {
                keep = false;
            }
        });
        keep
    })
}

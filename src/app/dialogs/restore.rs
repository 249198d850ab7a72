//! Put a backup in the place of everything.

use std::path::PathBuf;

use egui::{Context, Layout, RichText, Ui};

use super::{Facts, scroll, show, typed_path};
use crate::app::action::{Action, Actions};
use crate::app::theme::{Theme, size, space, text};
use crate::app::widgets;
use crate::drafts::{BackupFile, BackupKind};

/// What there is, and what is chosen.
#[derive(Clone, Debug, Default)]
pub struct RestoreDialog {
    /// Where backups are kept, and those that are there; `None`: not read yet.
    found: Option<(PathBuf, Vec<BackupFile>)>,
    path: String,
}

impl RestoreDialog {
    /// Takes the backups that there are.
    pub fn set(&mut self, folder: PathBuf, backups: Vec<BackupFile>) {
        if self.path.is_empty()
            && let Some(newest) = backups.first()
        {
            self.path = newest.path.display().to_string();
        }
        self.found = Some((folder, backups));
    }
}

/// Paints it. False: close.
pub(super) fn restore_ui(ctx: &Context, dialog: &mut RestoreDialog, _: &Facts<'_>, actions: &mut Actions) -> bool {
    show(ctx, "restore", "Restore from a backup", size::DIALOG, |ui| {
        match &dialog.found {
            None => {
                widgets::small_muted(ui, "Looking for backups…");
            }
            Some((folder, backups)) => {
                widgets::small_muted(ui, &format!("Backups are kept in {}.", folder.display()));
                ui.add_space(space::XS);
                if backups.is_empty() {
                    widgets::muted(ui, "There is none yet. One is made each day that Rolewright is used.");
                }
                let mut chosen = None;
                ui.scope(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    scroll().max_height(size::SELECT_LIST / 2.0).show_rows(
                        ui,
                        size::ROW,
                        backups.len(),
                        |ui, range| {
                            for backup in backups.get(range).unwrap_or_default() {
                                let selected = dialog.path == backup.path.display().to_string();
                                if row_ui(ui, backup, selected) {
                                    chosen = Some(backup.path.display().to_string());
                                }
                            }
                        },
                    );
                });
                if let Some(chosen) = chosen {
                    dialog.path = chosen;
                }
            }
        }
        ui.add_space(space::M);
        widgets::Field::new("Backup", &mut dialog.path).placeholder("Path of a backup").show(ui);
        ui.add_space(space::S);
        widgets::muted(
            ui,
            "All drafts, versions and settings become those of the backup. What is here now is kept as a backup \
             first, so that you can come back to it.",
        );
        ui.add_space(space::M);
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| {
            let ready = !dialog.path.trim().is_empty();
            if widgets::primary_button_with(ui, None, "Restore", ready).clicked() {
                actions.push(Action::RestoreBackup(typed_path(&dialog.path)));
                keep = false;
            }
            if widgets::quiet_button(ui, "Cancel").clicked() {
                keep = false;
            }
        });
        keep
    })
}

fn row_ui(ui: &mut Ui, backup: &BackupFile, selected: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let what = match backup.kind {
        BackupKind::Daily => "of the day",
        BackupKind::ByHand => "made by hand",
        BackupKind::BeforeUpdate => "before an update",
        BackupKind::BeforeRestore => "before a restore",
    };
    let made = match backup.kind {
        BackupKind::Daily => backup.made.strftime("%-d %b %Y").to_string(),
        _ => backup.made.strftime("%-d %b %Y %H:%M UTC").to_string(),
    };
    let size = format!("{:.1} MB", backup.bytes as f64 / 1e6);
    let response = widgets::card_row(ui, &format!("{made}, {what}, {size}"), size::ROW, selected, |ui| {
        ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
            ui.label(RichText::new(made).color(theme.text));
            ui.label(RichText::new(format!("{what} · {size}")).font(text::small()).color(theme.muted));
        });
    });
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(egui::Role::RadioButton);
        node.set_toggled(if selected { egui::accesskit::Toggled::True } else { egui::accesskit::Toggled::False });
    });
    response.clicked()
}

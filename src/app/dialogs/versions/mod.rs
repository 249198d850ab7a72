//! What the posting was: its versions, any two of them side by side, and one of them put back.

mod comparison;

use egui::{Context, Layout, RichText, Ui};
use jiff::Timestamp;
use uuid::Uuid;

use super::show;
use crate::app::action::{Action, Actions};
use crate::app::command::Command;
use crate::app::screens::when;
use crate::app::theme::{Theme, size, space, text};
use crate::app::widgets::{self, Select};
use crate::app::worker::Which;
use crate::drafts::{Comparison, Version, VersionId, VersionKind};

/// What is listed and compared.
#[derive(Clone, Debug)]
pub struct VersionsDialog {
    draft: Uuid,
    now: Timestamp,
    /// `None`: not read yet.
    versions: Option<Vec<Version>>,
    /// The version that is chosen in the list.
    chosen: Option<VersionId>,
    /// What it is compared with.
    other: Which,
    /// What was asked to be compared last.
    asked: Option<[Which; 2]>,
    comparison: Option<Box<Comparison>>,
    /// True: its first change is to be shown.
    fresh: bool,
    /// True: the keyboard goes to the list.
    focus: bool,
}

impl VersionsDialog {
    /// Of a draft; `chosen` is looked at first.
    pub fn new(draft: Uuid, now: Timestamp, chosen: Option<VersionId>) -> Self {
        Self {
            draft,
            now,
            versions: None,
            chosen,
            other: Which::Now,
            asked: None,
            comparison: None,
            fresh: false,
            focus: false,
        }
    }

    /// The draft that it is about.
    pub fn draft(&self) -> Uuid {
        self.draft
    }

    /// Takes the list.
    pub fn set(&mut self, versions: Vec<Version>) {
        if !versions.iter().any(|version| Some(version.id) == self.chosen) {
            self.chosen = versions.first().map(|version| version.id);
        }
        self.versions = Some(versions);
        self.focus = true;
        self.asked = None;
    }

    /// Takes a comparison.
    pub fn compared(&mut self, sides: [Which; 2], comparison: Box<Comparison>) {
        if self.asked == Some(sides) {
            self.comparison = Some(comparison);
            self.fresh = true;
        }
    }

    /// The two that are compared, the older one first.
    fn sides(&self) -> Option<[Which; 2]> {
        let chosen = Which::Version(self.chosen?);
        Some(if self.age(chosen) >= self.age(self.other) { [chosen, self.other] } else { [self.other, chosen] })
    }

    /// The place in the list, in which the newest comes first.
    fn age(&self, which: Which) -> usize {
        match which {
            Which::Now => 0,
            Which::Version(id) => {
                let all = self.versions.iter().flatten();
                all.into_iter().position(|version| version.id == id).map_or(0, |place| place + 1)
            }
        }
    }

    fn name(&self, which: Which) -> String {
        match which {
            Which::Now => "Now".to_owned(),
            Which::Version(id) => {
                let found = self.versions.iter().flatten().find(|version| version.id == id);
                found.map_or_else(String::new, |version| name(version, self.now))
            }
        }
    }
}

/// Paints it. False: close.
pub(super) fn versions_ui(ctx: &Context, dialog: &mut VersionsDialog, actions: &mut Actions) -> bool {
    let empty = dialog.versions.as_ref().is_some_and(Vec::is_empty);
    let width = if empty { size::DIALOG } else { size::DIALOG_TEXTS };
    show(ctx, "versions", "Versions of this posting", width, |ui| {
        let height = (ui.ctx().content_rect().height() - 12.0 * space::XL).max(size::SELECT_LIST / 2.0);
        match dialog.versions.as_ref().map(Vec::is_empty) {
            None => widgets::small_muted(ui, "Reading the versions…"),
            Some(true) => widgets::muted(
                ui,
                "No version is kept yet. One is kept each minute while you write, and at each export.",
            ),
            Some(false) => {
                ui.horizontal_top(|ui| {
                    ui.set_height(height);
                    let list = size::VERSIONS.min(ui.available_width() * 0.35);
                    ui.allocate_ui_with_layout(egui::vec2(list, height), Layout::top_down(egui::Align::Min), |ui| {
                        list_ui(ui, dialog);
                    });
                    ui.add_space(space::M);
                    ui.vertical(|ui| comparison_ui(ui, dialog));
                })
                .response
            }
        };
        if let Some(sides) = dialog.sides()
            && dialog.asked != Some(sides)
            && dialog.versions.is_some()
        {
            dialog.asked = Some(sides);
            actions.push(Action::CompareVersions(sides));
        }
        ui.add_space(space::M);
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| {
            if let (Some(version), Some(false)) = (dialog.chosen, dialog.versions.as_ref().map(Vec::is_empty))
                && widgets::primary_button(ui, "Restore this version").clicked()
            {
                actions.push(Action::RestoreVersion(version));
            }
            if widgets::quiet_button(ui, Command::KeepVersion.label()).clicked() {
                actions.push(Action::Command(Command::KeepVersion));
            }
            if widgets::quiet_button(ui, "Close").clicked() {
                keep = false;
            }
        });
        keep
    })
}

fn list_ui(ui: &mut Ui, dialog: &mut VersionsDialog) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(egui::Role::RadioGroup);
        node.set_label("Versions");
    });
    let Some(versions) = &dialog.versions else { return };
    let mut chosen = dialog.chosen;
    let oldest = versions.last().map(|version| version.id);
    let focus = std::mem::take(&mut dialog.focus);
    ui.spacing_mut().item_spacing.y = 0.0;
    super::scroll().id_salt("versions").auto_shrink([false, false]).show_rows(
        ui,
        size::DRAFT_ROW,
        versions.len(),
        |ui, range| {
            for version in versions.get(range).unwrap_or_default() {
                let selected = chosen == Some(version.id);
                let first = oldest == Some(version.id);
                let row = ui.push_id(version.id, |ui| row_ui(ui, version, dialog.now, selected, first)).inner;
                if selected && focus {
                    row.request_focus();
                }
                if row.clicked() {
                    chosen = Some(version.id);
                }
            }
        },
    );
    dialog.chosen = chosen;
}

fn row_ui(ui: &mut Ui, version: &Version, now: Timestamp, selected: bool, first: bool) -> egui::Response {
    let theme = Theme::of(ui.ctx());
    // The first version has nothing before it that it could be compared with.
    let size = if first { "the first".to_owned() } else { size_words(version) };
    let name = format!("{}, {size}", name(version, now));
    let response = widgets::card_row(ui, &name, size::DRAFT_ROW, selected, |ui| {
        ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
            ui.add_space(space::S);
            ui.spacing_mut().item_spacing.y = space::XS / 2.0;
            let line = |words: String, font, colour| {
                egui::Label::new(RichText::new(words).font(font).color(colour)).truncate()
            };
            ui.add(line(when(version.time, now), text::medium(), theme.text));
            let about = format!("{} · {size}", kind(version));
            ui.add(line(about, text::small(), theme.muted));
        });
    });
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(egui::Role::RadioButton);
        node.set_toggled(if selected { egui::accesskit::Toggled::True } else { egui::accesskit::Toggled::False });
    });
    response
}

fn comparison_ui(ui: &mut Ui, dialog: &mut VersionsDialog) {
    let theme = Theme::of(ui.ctx());
    let mut others = vec![Which::Now];
    others.extend(dialog.versions.iter().flatten().map(|version| Which::Version(version.id)));
    let names: Vec<String> = others.iter().map(|which| dialog.name(*which)).collect();
    ui.horizontal(|ui| {
        ui.label(RichText::new("Compared with").color(theme.muted));
        let selected = others.iter().position(|which| *which == dialog.other);
        let mut select = Select::new("Compared with", &names).selected(selected).bare(false);
        if names.len() > 12 {
            select = select.filter();
        }
        if let Some(other) = select.show(ui).and_then(|index| others.get(index)) {
            dialog.other = *other;
        }
        if let Some(comparison) = &dialog.comparison {
            let words = match (comparison.added, comparison.removed) {
                (0, 0) => "The same words".to_owned(),
                (added, removed) => format!("{} added, {} removed", count(added), count(removed)),
            };
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(RichText::new(words).font(text::small()).color(theme.muted));
            });
        }
    });
    ui.add_space(space::XS);
    if let (Some(comparison), Some(sides)) = (&dialog.comparison, dialog.asked) {
        let names = sides.map(|which| dialog.name(which));
        comparison::sides_ui(ui, comparison, names, std::mem::take(&mut dialog.fresh));
    }
}

fn count(words: usize) -> String {
    if words == 1 { "1 word".to_owned() } else { format!("{words} words") }
}

/// "today 10:42, exported".
fn name(version: &Version, now: Timestamp) -> String {
    format!("{}, {}", when(version.time, now), kind(version))
}

/// What it was made for, or what a person wrote about it.
fn kind(version: &Version) -> String {
    let note = version.note.trim();
    match version.kind {
        VersionKind::Edit => "while writing".to_owned(),
        VersionKind::Export if note.is_empty() => "exported".to_owned(),
        VersionKind::Export => format!("exported to {note}"),
        VersionKind::Import if note.is_empty() => "opened from a file".to_owned(),
        VersionKind::Import => format!("opened from {note}"),
        VersionKind::Restore => "at a restore".to_owned(),
        VersionKind::Note if note.is_empty() => "kept by hand".to_owned(),
        VersionKind::Note => note.to_owned(),
        VersionKind::Conflict => "from another window".to_owned(),
    }
}

fn size_words(version: &Version) -> String {
    match (version.added, version.removed) {
        (0, 0) => "no word changed".to_owned(),
        (added, 0) => format!("{} added", count(added)),
        (0, removed) => format!("{} removed", count(removed)),
        (added, removed) => format!("{added} added, {removed} removed"),
    }
}

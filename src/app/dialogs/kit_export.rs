//! Exports the hiring kit: where to, which parts, as what. Files that are there already are
//! replaced only after the person agreed, and a kit is written whole or not at all.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Key, Ui};

use super::write::text_options_ui;
use super::{Facts, NO_ANSWER, scroll, show, typed_path};
use crate::app::action::{Action, Actions};
use crate::app::file_dialog::Pick;
use crate::app::theme::{icons, size, space};
use crate::app::widgets::{self, BannerKind};
use crate::app::worker::KitFiles;
use crate::document::Document;
use crate::export::{Format, suggested_file_name};
use crate::files::Existing;
use crate::kit::Part;

/// What was chosen and what came of it.
#[derive(Clone, Debug)]
pub struct KitExportDialog {
    folder: String,
    parts: Vec<Choice>,
    format: Format,
    /// Files that are there already.
    in_the_way: Vec<String>,
    error: Option<String>,
    no_answer: bool,
    /// True: the keyboard is to go to the button that replaces them.
    ask: bool,
}

#[derive(Clone, Debug)]
struct Choice {
    part: Part,
    document: Arc<Document>,
    on: bool,
}

impl Choice {
    fn file_name(&self, format: Format) -> String {
        format!("{}.{}", suggested_file_name(&self.document), format.extension())
    }
}

impl KitExportDialog {
    /// With what was chosen last.
    pub fn new(
        folder: String,
        documents: Vec<(Part, Arc<Document>)>,
        left_out: &BTreeSet<Part>,
        format: Format,
    ) -> Self {
        let choice = |(part, document)| Choice { part, document, on: !left_out.contains(&part) };
        Self {
            folder,
            parts: documents.into_iter().map(choice).collect(),
            format,
            in_the_way: Vec::new(),
            error: None,
            no_answer: false,
            ask: false,
        }
    }

    /// There are files of these names.
    pub fn in_the_way(&mut self, names: Vec<String>) {
        self.error = None;
        self.in_the_way = names;
        self.ask = true;
    }

    /// It could not be written.
    pub fn failed(&mut self, reason: String) {
        self.in_the_way.clear();
        self.error = Some(reason);
    }

    /// The system's dialog answered.
    pub fn picked(&mut self, answer: Option<PathBuf>) {
        self.no_answer = answer.is_none();
        if let Some(path) = answer {
            self.folder = path.display().to_string();
            self.changed();
        }
    }

    /// What was said of the choices before is not said of these.
    fn changed(&mut self) {
        self.in_the_way.clear();
        self.error = None;
    }

    fn chosen(&self) -> impl Iterator<Item = &Choice> {
        self.parts.iter().filter(|choice| choice.on)
    }

    fn is_ready(&self) -> bool {
        !self.folder.trim().is_empty() && self.chosen().next().is_some()
    }

    fn send(&mut self, actions: &mut Actions) {
        let existing = if self.in_the_way.is_empty() { Existing::Refuse } else { Existing::Replace };
        let named = |choice: &Choice| (choice.file_name(self.format), choice.document.clone());
        let files = Box::new(KitFiles {
            folder: typed_path(&self.folder),
            files: self.chosen().map(named).collect(),
            format: self.format,
            existing,
        });
        let left_out = self.parts.iter().filter(|choice| !choice.on).map(|choice| choice.part).collect();
        self.error = None;
        actions.push(Action::ExportKit { files, left_out });
    }
}

/// Paints it. False: close.
pub(super) fn kit_export_ui(
    ctx: &Context,
    dialog: &mut KitExportDialog,
    facts: &Facts<'_>,
    actions: &mut Actions,
) -> bool {
    show(ctx, "kit export", "Export the hiring kit", size::DIALOG, |ui| {
        let response = widgets::Field::new("Folder", &mut dialog.folder).placeholder("Path of a folder").show(ui);
        if response.changed() {
            dialog.changed();
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            if widgets::quiet_button_with_icon(ui, icons::FOLDER_OPEN, "Choose a folder…").clicked() && !facts.waiting
            {
                dialog.no_answer = false;
                actions.push(Action::Pick(Pick::Folder));
            }
            if facts.waiting {
                widgets::small_muted(ui, "The system's window is open. You can type the path here as well.");
            } else if dialog.no_answer {
                widgets::small_muted(ui, NO_ANSWER);
            }
        });
        ui.add_space(space::M);
        // What is above the buttons scrolls, so that they are in sight in the smallest window. It has
        // its room from the first frame on, in which the dialog lies too low to have it.
        let room = (ui.ctx().content_rect().height() - size::KIT_EXPORT_AROUND).max(size::CONTROL);
        ui.allocate_ui(egui::vec2(ui.available_width(), room), |ui| {
            scroll().max_height(room).show(ui, |ui| choices_ui(ui, dialog, facts, actions));
        });
        ui.add_space(space::M);
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| {
            let words = if dialog.in_the_way.is_empty() { "Write the files" } else { "Replace" };
            let ready = dialog.is_ready();
            let write = widgets::primary_button_with(ui, None, words, ready);
            if std::mem::take(&mut dialog.ask) {
                write.request_focus();
            }
            if write.clicked() || (entered && ready && dialog.in_the_way.is_empty()) {
                dialog.send(actions);
            }
            if widgets::quiet_button(ui, "Cancel").clicked() {
                keep = false;
            }
        });
        keep
    })
}

fn choices_ui(ui: &mut Ui, dialog: &mut KitExportDialog, facts: &Facts<'_>, actions: &mut Actions) {
    said_ui(ui, dialog);
    let words = Format::ALL.map(|format| if format == Format::Docx { "Word" } else { "Text" });
    let selected = Format::ALL.iter().position(|format| *format == dialog.format).unwrap_or(0);
    if let Some(format) =
        widgets::segmented(ui, "Written as", &words, selected).and_then(|index| Format::ALL.get(index))
    {
        dialog.format = *format;
        dialog.changed();
    }
    ui.add_space(space::S);
    let format = dialog.format;
    let mut changed = false;
    for choice in &mut dialog.parts {
        if widgets::check_line(ui, choice.part.label(), choice.part.label(), choice.on).clicked() {
            choice.on = !choice.on;
            changed = true;
        }
        egui::Frame::new()
            .inner_margin(egui::Margin { left: (size::CHECKBOX + space::S) as i8, ..Default::default() })
            .show(ui, |ui| widgets::small_muted(ui, &choice.file_name(format)));
    }
    if changed {
        dialog.changed();
    }
    if dialog.chosen().next().is_none() {
        ui.add_space(space::S);
        widgets::small_muted(ui, "Choose at least one part.");
    }
    if dialog.format == Format::Text {
        ui.add_space(space::M);
        if let Some(options) = text_options_ui(ui, facts.text_options) {
            actions.push(Action::TextOptions(options));
        }
    }
}

/// What is wrong or in the way.
fn said_ui(ui: &mut Ui, dialog: &KitExportDialog) {
    if let Some(error) = &dialog.error {
        widgets::banner(ui, BannerKind::Error, error, |_| {});
        ui.add_space(space::M);
    }
    if let [first, more @ ..] = dialog.in_the_way.as_slice() {
        let words = if more.is_empty() {
            format!(
                "There is a file “{first}” in that folder. Replacing it deletes what it holds. Nothing is written yet."
            )
        } else {
            let names: Vec<String> = dialog.in_the_way.iter().map(|name| format!("“{name}”")).collect();
            format!(
                "There are files of these names in that folder: {}. Replacing them deletes what they hold. Nothing is \
                 written yet.",
                names.join(", ")
            )
        };
        widgets::banner(ui, BannerKind::Warning, &words, |_| {});
        ui.add_space(space::M);
    }
}

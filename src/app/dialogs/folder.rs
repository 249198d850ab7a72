//! Jobs that need a folder: writing many drafts to one, taking in all of one.

use std::path::PathBuf;

use egui::{Context, Key};

use super::write::text_options_ui;
use super::{Facts, NO_ANSWER, show, typed_path};
use crate::app::Keeping;
use crate::app::action::{Action, Actions};
use crate::app::file_dialog::Pick;
use crate::app::theme::{Theme, icons, size, space, text};
use crate::app::widgets;
use crate::app::worker::{Drafts, Job, ManyForm};
use crate::export::Format;

/// What the folder is for.
#[derive(Clone, Debug)]
enum Purpose {
    /// Write drafts to it; how many, if that is known.
    Export { drafts: Drafts, count: Option<usize>, form: ManyForm },
    /// Take in the postings that are in it.
    Open,
    /// Keep backups in it.
    Backups,
    /// Keep drafts in it.
    Drafts,
}

/// What was typed, and what for.
#[derive(Clone, Debug)]
pub struct FolderDialog {
    purpose: Purpose,
    path: String,
    no_answer: bool,
}

const FORMS: [(ManyForm, &str); 3] = [
    (ManyForm::Export(Format::Docx), "Word"),
    (ManyForm::Export(Format::Text), "Text"),
    (ManyForm::Copy, "Rolewright copies"),
];

impl FolderDialog {
    /// Writes drafts; `count`: how many, `None`: all.
    pub fn export(drafts: Drafts, count: Option<usize>, folder: &str) -> Self {
        let form = if count.is_some() { ManyForm::Export(Format::Docx) } else { ManyForm::Copy };
        Self { purpose: Purpose::Export { drafts, count, form }, path: folder.to_owned(), no_answer: false }
    }

    /// Takes in postings.
    pub fn open() -> Self {
        Self { purpose: Purpose::Open, path: String::new(), no_answer: false }
    }

    /// Keeps backups.
    pub fn backups() -> Self {
        Self { purpose: Purpose::Backups, path: String::new(), no_answer: false }
    }

    /// Keeps drafts.
    pub fn drafts() -> Self {
        Self { purpose: Purpose::Drafts, path: String::new(), no_answer: false }
    }

    /// The system's dialog answered.
    pub fn picked(&mut self, answer: Option<PathBuf>) {
        self.no_answer = answer.is_none();
        if let Some(path) = answer {
            self.path = path.display().to_string();
        }
    }

    fn title(&self) -> String {
        match &self.purpose {
            Purpose::Export { count: None, .. } => "Export all drafts".to_owned(),
            Purpose::Export { count: Some(1), .. } => "Export 1 draft".to_owned(),
            Purpose::Export { count: Some(count), .. } => format!("Export {count} drafts"),
            Purpose::Open => "Open a folder of postings".to_owned(),
            Purpose::Backups => "Folder for backups".to_owned(),
            Purpose::Drafts => "Folder of the drafts".to_owned(),
        }
    }

    fn action(&self, facts: &Facts<'_>) -> Action {
        let folder = typed_path(&self.path);
        match &self.purpose {
            Purpose::Export { drafts, form, .. } => {
                let options = facts.text_options.clone();
                Action::BeginJob(Job::Export { drafts: drafts.clone(), folder, form: *form, options })
            }
            Purpose::Open => Action::BeginJob(Job::OpenFolder { folder }),
            Purpose::Backups => Action::KeepBackupsIn(folder),
            Purpose::Drafts => Action::KeepDraftsIn(folder),
        }
    }
}

/// Where drafts are now.
fn now_ui(ui: &mut egui::Ui, facts: &Facts<'_>, actions: &mut Actions) {
    let words = match facts.keeping {
        Keeping::Yes => "Your drafts are in",
        Keeping::Salvaging | Keeping::No => "This folder cannot be used at the moment",
    };
    widgets::group_label(ui, words);
    ui.horizontal_wrapped(|ui| {
        let folder = facts.drafts_dir.display().to_string();
        ui.label(egui::RichText::new(folder).font(text::monospace()).color(Theme::of(ui.ctx()).text));
        if widgets::link_button(ui, "Show in folder").clicked() {
            actions.push(Action::OpenFolder(facts.drafts_dir.to_owned()));
        }
    });
    ui.add_space(space::M);
}

/// Paints it. False: close.
pub(super) fn folder_ui(ctx: &Context, dialog: &mut FolderDialog, facts: &Facts<'_>, actions: &mut Actions) -> bool {
    let title = dialog.title();
    show(ctx, "folder", &title, size::DIALOG, |ui| {
        if matches!(dialog.purpose, Purpose::Drafts) {
            now_ui(ui, facts, actions);
        }
        let response = widgets::Field::new("Folder", &mut dialog.path).placeholder("Path of a folder").show(ui);
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
        if let Purpose::Export { form, .. } = &mut dialog.purpose {
            let words = FORMS.map(|(_, words)| words);
            let selected = FORMS.iter().position(|(one, _)| one == form).unwrap_or(0);
            if let Some((chosen, _)) =
                widgets::segmented(ui, "Written as", &words, selected).and_then(|index| FORMS.get(index))
            {
                *form = *chosen;
            }
            ui.add_space(space::S);
            if *form == ManyForm::Export(Format::Text) {
                if let Some(options) = text_options_ui(ui, facts.text_options) {
                    actions.push(Action::TextOptions(options));
                }
                ui.add_space(space::S);
            }
        }
        widgets::small_muted(
            ui,
            match &dialog.purpose {
                Purpose::Export { .. } => {
                    "One file each, named after its title. A file that is there already is never replaced."
                }
                Purpose::Open => {
                    "Every .rolewright file in it becomes a draft. The files stay as they are, and what is \
                     here already, word for word, is not taken in twice."
                }
                Purpose::Drafts => {
                    "Everything that can be read goes there too, and the next start opens it. What is in the folder \
                     of now stays there as it is; another window goes on in it until you close that window."
                }
                Purpose::Backups => {
                    "The last 14 daily backups are kept, and all that you make by hand. Another disk is safest. \
                     Backups that are elsewhere stay there."
                }
            },
        );
        ui.add_space(space::M);
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| {
            let words = match dialog.purpose {
                Purpose::Export { .. } => "Write the files",
                Purpose::Open => "Open them",
                Purpose::Backups => "Keep backups there",
                Purpose::Drafts => "Keep drafts there",
            };
            let ready = !dialog.path.trim().is_empty();
            if widgets::primary_button_with(ui, None, words, ready).clicked() || (entered && ready) {
                actions.push(dialog.action(facts));
                keep = false;
            }
            if widgets::quiet_button(ui, "Cancel").clicked() {
                keep = false;
            }
        });
        keep
    })
}

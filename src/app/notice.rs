//! The one message at the top of the window: what happened, what is safe, what to do. It stays
//! until it is dismissed or another takes its place; nothing pops up over the work.

use std::path::PathBuf;

use egui::{RichText, Role};
use uuid::Uuid;

use super::action::{Action, Actions};
use super::command::Command;
use super::theme::{Theme, icons, radius, size, space, text};
use super::widgets;
use super::worker::{JobEnd, Moved, Opening};
use crate::drafts::Salvage;

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// Something went wrong.
    Error,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How much it matters.
    pub kind: NoticeKind,
    /// One to three sentences.
    pub text: String,
    /// Commands that help.
    pub commands: Vec<Command>,
    /// A folder that "Show in folder" opens.
    pub folder: Option<PathBuf>,
    /// A draft that "Take it over" opens to be changed.
    pub take_over: Option<Uuid>,
    /// True: it says that the draft is not saved, and goes when it is.
    pub not_saved: bool,
}

impl Notice {
    /// Something went well, or is good to know.
    pub fn info(text: impl Into<String>) -> Self {
        Self {
            kind: NoticeKind::Info,
            text: text.into(),
            commands: Vec::new(),
            folder: None,
            take_over: None,
            not_saved: false,
        }
    }

    /// Something went wrong.
    pub fn error(text: impl Into<String>) -> Self {
        Self {
            kind: NoticeKind::Error,
            text: text.into(),
            commands: Vec::new(),
            folder: None,
            take_over: None,
            not_saved: false,
        }
    }

    /// The draft could not be saved.
    pub fn not_saved(reason: impl std::fmt::Display) -> Self {
        let text = format!("{reason} Rolewright keeps trying.");
        Self { commands: vec![Command::DraftsFolder, Command::SaveCopy], not_saved: true, ..Self::error(text) }
    }

    /// The store could not be opened.
    pub fn no_store(reason: impl Into<String>) -> Self {
        Self { commands: vec![Command::DraftsFolder], ..Self::error(reason) }
    }

    /// Drafts are kept in another folder now.
    pub fn moved(moved: &Moved) -> Self {
        let drafts = if moved.drafts == 1 { "1 draft is".to_owned() } else { format!("{} drafts are", moved.drafts) };
        let folder = moved.folder.display();
        let mut text = format!("Your drafts are kept in {folder} from now on; {drafts} there.");
        if !moved.lost.is_empty() {
            text.push_str(&format!(" The text of {} could not be read: {}.", moved.lost.len(), some_of(&moved.lost)));
        } else if !moved.is_whole {
            text.push_str(" Not everything in the old folder could be read.");
        }
        text.push_str(" The old folder is as it was.");
        if let Some(reason) = &moved.not_remembered {
            text.push_str(&format!(
                " But the next start opens the old folder, because the choice could not be kept: {reason} \
                 Rolewright keeps trying."
            ));
        }
        let fine = moved.is_whole && moved.lost.is_empty() && moved.not_remembered.is_none();
        let notice = if fine { Self::info(text) } else { Self::error(text) };
        Self { folder: Some(moved.folder.clone()), ..notice }
    }

    /// What can be read of a damaged store is being saved.
    pub fn salvaging() -> Self {
        Self::error(
            "The drafts file is damaged. Rolewright is saving what can be read of it into a new one; the damaged \
             file is kept as it is. You can begin to write meanwhile.",
        )
    }

    /// What was saved of a damaged store.
    pub fn salvaged(salvage: &Salvage) -> Self {
        let mut text = format!(
            "The drafts file was damaged. {} drafts and {} versions were saved from it.",
            salvage.drafts, salvage.versions
        );
        if !salvage.lost.is_empty() {
            let lost = &salvage.lost;
            text.push_str(&format!(" The text of {} could not be read: {}.", lost.len(), some_of(lost)));
        }
        if salvage.lost_versions > 0 {
            text.push_str(&format!(" {} versions could not be read.", salvage.lost_versions));
        }
        if salvage.from_remains > 0 {
            text.push_str(&format!(
                " {} were found among the remains; drafts that you had deleted may be among them.",
                salvage.from_remains
            ));
        }
        text.push_str(" The damaged file is kept as it was.");
        let commands = salvage.newest_backup.is_some().then_some(Command::RestoreBackup).into_iter().collect();
        Self { commands, folder: Some(salvage.aside.clone()), ..Self::error(text) }
    }

    /// Long work has ended.
    pub fn job_ended(end: JobEnd) -> Self {
        let kind = if end.trouble { NoticeKind::Error } else { NoticeKind::Info };
        Self { kind, folder: end.folder, ..Self::info(end.text) }
    }

    /// A file was written.
    pub fn written(path: &std::path::Path) -> Self {
        Self {
            folder: path.parent().map(std::path::Path::to_owned),
            ..Self::info(format!("Written to {}.", path.display()))
        }
    }

    /// Parts of the hiring kit were written.
    pub fn kit_written(folder: &std::path::Path, count: usize) -> Self {
        let files = if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
        Self { folder: Some(folder.to_owned()), ..Self::info(format!("Wrote {files} to {}.", folder.display())) }
    }

    /// Template files of the person's own could not be used.
    pub fn template_faults(count: usize) -> Self {
        let text = if count == 1 {
            "One entry in your templates folder could not be used. Everything else is loaded.".to_owned()
        } else {
            // An entry can have several faults.
            format!(
                "Entries in your templates folder could not be used, for {count} reasons. Everything else is loaded."
            )
        };
        Self { commands: vec![Command::TemplateProblems], ..Self::error(text) }
    }
}

/// A few titles of many.
fn some_of(titles: &[String]) -> String {
    let some = titles.iter().take(5).map(|title| format!("“{title}”")).collect::<Vec<_>>().join(", ");
    if titles.len() > 5 { format!("{some} and others") } else { some }
}

/// Paints the message with what can be done about it: one line, if it fits.
pub fn notice_ui(ui: &mut egui::Ui, notice: &Notice, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    let (icon, word, colour, ground, role) = match notice.kind {
        NoticeKind::Info => (icons::INFO, "Note", theme.consider, theme.consider_soft, Role::Status),
        NoticeKind::Error => (icons::ERROR, "Problem", theme.must, theme.must_soft, Role::Alert),
    };
    let frame = egui::Frame::new()
        .fill(ground)
        .corner_radius(radius::CONTROL)
        .inner_margin(egui::Margin::symmetric(space::M as i8, space::S as i8));
    frame.show(ui, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(role);
            node.set_label(format!("{word}: {}", notice.text));
        });
        ui.set_min_width(ui.available_width());
        // Lines as high as a link, so that one after the second line stands on that line.
        ui.spacing_mut().interact_size.y = size::TARGET;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            ui.label(RichText::new(icon).font(text::icon(size::ICON)).color(colour));
            ui.label(RichText::new(&notice.text).color(theme.text).line_height(Some(size::TARGET)));
            for command in &notice.commands {
                let words =
                    if *command == Command::DraftsFolder { "Choose another folder…" } else { command.label() };
                if widgets::link_button(ui, words).clicked() {
                    actions.push(Action::Command(*command));
                }
            }
            if let Some(folder) = &notice.folder
                && widgets::link_button(ui, "Show in folder").clicked()
            {
                actions.push(Action::OpenFolder(folder.clone()));
            }
            if let Some(id) = notice.take_over
                && widgets::link_button(ui, "Take it over").clicked()
            {
                actions.push(Action::OpenAs(id, Opening::TakeOver));
            }
            if widgets::link_button(ui, "Dismiss").clicked() {
                actions.push(Action::DismissNotice);
            }
        });
    });
}

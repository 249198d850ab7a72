//! The dialogs, one file each, one open at a time. Each takes what it shows and returns what was
//! asked for; Escape closes any.

mod about;
mod folder;
mod keep_version;
mod kit_export;
mod must_fix;
mod open_file;
mod palette;
mod profile;
mod restore;
mod settings;
mod shortcuts;
mod taken;
mod templates;
mod versions;
mod write;

use std::path::{Path, PathBuf};

use egui::Context;

pub use folder::FolderDialog;
pub use keep_version::KeepVersionDialog;
pub use kit_export::KitExportDialog;
pub use must_fix::MustFixDialog;
pub use open_file::OpenFileDialog;
pub use palette::PaletteDialog;
pub use profile::ProfileDialog;
pub use restore::RestoreDialog;
pub use settings::{SettingsDialog, SettingsPage};
pub use taken::TakenDialog;
pub use versions::VersionsDialog;
pub use write::{WriteDialog, WriteKind};

use super::Keeping;
use super::action::{Action, Actions};
use super::command::Place;
use super::file_dialog::Pick;
use super::theme::space;
use crate::catalog::Fault;
use crate::drafts::Settings;
use crate::export::text::TextOptions;
use crate::posting::CompanyProfile;

/// A dialog.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// Export, or save a copy.
    Write(WriteDialog),
    /// Open a `.rolewright` file.
    OpenFile(OpenFileDialog),
    /// A job that needs a folder.
    Folder(FolderDialog),
    /// The hiring kit, to a folder.
    KitExport(Box<KitExportDialog>),
    /// What the posting was.
    Versions(Box<VersionsDialog>),
    /// Another window has the draft open.
    Taken(TakenDialog),
    /// Put a backup in the place of everything.
    Restore(RestoreDialog),
    /// Keep what it is, with a note.
    KeepVersion(KeepVersionDialog),
    /// Every command by name.
    Palette(PaletteDialog),
    /// The company profile.
    Profile(Box<ProfileDialog>),
    /// Colours, zoom, motion, text export, the review, the dictionary.
    Settings(SettingsDialog),
    /// What must be fixed before an export.
    MustFix(MustFixDialog),
    /// Every key.
    Shortcuts,
    /// Version, licences, folders.
    About,
    /// What could not be used of the person's templates.
    TemplateProblems,
    /// How to add templates.
    TemplatesHelp,
}

/// What dialogs show.
pub struct Facts<'a> {
    /// The settings as they are.
    pub settings: &'a Settings,
    /// The text export's options as they are.
    pub text_options: &'a TextOptions,
    /// Problems in the person's templates.
    pub faults: &'a [Fault],
    /// Where templates and the log are; drafts and settings too, unless another folder was chosen.
    pub data_dir: &'a Path,
    /// Where drafts and settings are.
    pub drafts_dir: &'a Path,
    /// Whether drafts are kept.
    pub keeping: Keeping,
    /// What undo would undo.
    pub can_undo: Option<&'a str>,
    /// What redo would do again.
    pub can_redo: Option<&'a str>,
    /// What the window shows.
    pub place: Place,
    /// True: a dialog of the system is open.
    pub waiting: bool,
}

impl Dialog {
    /// The dialog that opens a file.
    pub fn open_file() -> Self {
        Self::OpenFile(OpenFileDialog::default())
    }

    /// The command palette.
    pub fn palette() -> Self {
        Self::Palette(PaletteDialog::default())
    }

    /// The company profile as it is; `in_posting`: a posting is open that could take it over.
    pub fn profile(profile: Option<&CompanyProfile>, in_posting: bool) -> Self {
        Self::Profile(Box::new(ProfileDialog::new(profile, in_posting)))
    }

    /// True if it has a place for an error of its own.
    pub fn shows_errors(&self) -> bool {
        matches!(self, Self::OpenFile(_) | Self::Profile(_))
    }

    /// Takes an error.
    pub fn failed(&mut self, reason: String) {
        match self {
            Self::OpenFile(dialog) => dialog.error = Some(reason),
            Self::Profile(dialog) => dialog.error = Some(reason),
            Self::Write(dialog) => dialog.failed(reason),
            Self::KitExport(dialog) => dialog.failed(reason),
            Self::Palette(_)
            | Self::Folder(_)
            | Self::Versions(_)
            | Self::KeepVersion(_)
            | Self::Taken(_)
            | Self::Restore(_)
            | Self::Settings(_)
            | Self::MustFix(_)
            | Self::Shortcuts
            | Self::About
            | Self::TemplateProblems
            | Self::TemplatesHelp => {}
        }
    }

    /// Takes the answer of the system's dialog.
    pub fn picked(&mut self, pick: &Pick, answer: Option<PathBuf>, actions: &mut Actions) {
        match (self, pick) {
            (Self::OpenFile(dialog), Pick::Open) => match answer {
                Some(path) => actions.push(Action::OpenPath(path)),
                None => dialog.no_answer = true,
            },
            (Self::Folder(dialog), Pick::Folder) => dialog.picked(answer),
            (Self::KitExport(dialog), Pick::Folder) => dialog.picked(answer),
            (Self::Write(dialog), Pick::Save { .. }) => dialog.picked(answer),
            (Self::Profile(dialog), Pick::Logo) => match answer {
                Some(path) => actions.push(Action::ReadLogo(path)),
                None => dialog.no_answer = true,
            },
            _ => {}
        }
    }
}

/// What to say when the system's dialog gave no file: it was cancelled, or never opened.
const NO_ANSWER: &str = "No file was chosen. If no window opened, type the path here.";

/// Paints the open dialog. False: it is to be closed.
pub fn dialog_ui(ctx: &Context, dialog: &mut Dialog, facts: &Facts<'_>, actions: &mut Actions) -> bool {
    match dialog {
        Dialog::Write(dialog) => write::write_ui(ctx, dialog, facts, actions),
        Dialog::OpenFile(dialog) => open_file::open_file_ui(ctx, dialog, facts, actions),
        Dialog::Folder(dialog) => folder::folder_ui(ctx, dialog, facts, actions),
        Dialog::KitExport(dialog) => kit_export::kit_export_ui(ctx, dialog, facts, actions),
        Dialog::Versions(dialog) => versions::versions_ui(ctx, dialog, actions),
        Dialog::Taken(dialog) => taken::taken_ui(ctx, dialog, actions),
        Dialog::Restore(dialog) => restore::restore_ui(ctx, dialog, facts, actions),
        Dialog::KeepVersion(dialog) => keep_version::keep_version_ui(ctx, dialog, actions),
        Dialog::Palette(dialog) => palette::palette_ui(ctx, dialog, facts, actions),
        Dialog::Profile(dialog) => profile::profile_ui(ctx, dialog, facts, actions),
        Dialog::Settings(dialog) => settings::settings_ui(ctx, dialog, facts, actions),
        Dialog::MustFix(dialog) => must_fix::must_fix_ui(ctx, dialog, actions),
        Dialog::Shortcuts => shortcuts::shortcuts_ui(ctx),
        Dialog::About => about::about_ui(ctx, facts, actions),
        Dialog::TemplateProblems => templates::problems_ui(ctx, facts, actions),
        Dialog::TemplatesHelp => templates::help_ui(ctx, facts, actions),
    }
}

/// A typed path; a leading `~` is the person's home.
fn typed_path(text: &str) -> PathBuf {
    let text = text.trim().trim_matches('"');
    let home = || directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match text.strip_prefix('~') {
        Some(rest) if rest.is_empty() || rest.starts_with(['/', '\\']) => {
            home().map_or_else(|| PathBuf::from(text), |home| home.join(rest.trim_start_matches(['/', '\\'])))
        }
        _ => PathBuf::from(text),
    }
}

/// Shows a dialog; `content` returns whether it stays open. False: it is to be closed.
fn show(ctx: &Context, id: &str, title: &str, width: f32, content: impl FnOnce(&mut egui::Ui) -> bool) -> bool {
    let shown = super::widgets::dialog(ctx, id, title, width, content);
    shown.inner && !shown.close
}

/// A list that scrolls within a dialog, with its bar beside what it holds.
fn scroll() -> egui::ScrollArea {
    egui::ScrollArea::vertical().content_margin(egui::Margin { right: space::M as i8, ..egui::Margin::ZERO })
}

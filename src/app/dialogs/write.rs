//! Export, or save a copy: where to, and for text how. An existing file is replaced only after
//! the person agreed.

use std::path::{Path, PathBuf};

use egui::{Context, Key};

use super::{Facts, NO_ANSWER, show, typed_path};
use crate::app::action::{Action, Actions};
use crate::app::file_dialog::Pick;
use crate::app::theme::{icons, size, space};
use crate::app::widgets::{self, BannerKind};
use crate::export::Format;
use crate::export::text::{BulletMark, HeadingStyle, Newline, TextOptions};
use crate::files::Existing;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteKind {
    /// The posting for its readers.
    Export(Format),
    /// The posting for another Rolewright.
    Copy,
}

impl WriteKind {
    /// The file's ending, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Export(format) => format.extension(),
            Self::Copy => "rolewright",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Export(Format::Docx) => "Export to Word",
            Self::Export(Format::Text) => "Export to text",
            Self::Copy => "Save a copy",
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Self::Export(Format::Docx) => "Word document",
            Self::Export(Format::Text) => "Plain text",
            Self::Copy => "Rolewright posting",
        }
    }

    fn button(self) -> &'static str {
        match self {
            Self::Export(Format::Docx) => "Write the Word file",
            Self::Export(Format::Text) => "Write the text file",
            Self::Copy => "Save the copy",
        }
    }
}

/// What was typed and what came of it.
#[derive(Clone, Debug)]
pub struct WriteDialog {
    kind: WriteKind,
    path: String,
    /// The path at which there is a file already.
    exists: Option<PathBuf>,
    /// The path that the system's dialog asked about: the person agreed there.
    agreed: Option<PathBuf>,
    error: Option<String>,
    no_answer: bool,
    /// True: the keyboard is to go to the button that replaces the file.
    ask: bool,
}

impl WriteDialog {
    /// With a proposal.
    pub fn new(kind: WriteKind, proposal: PathBuf) -> Self {
        Self {
            kind,
            path: proposal.display().to_string(),
            exists: None,
            agreed: None,
            error: None,
            no_answer: false,
            ask: false,
        }
    }

    /// There is a file at this path.
    pub fn exists(&mut self, path: PathBuf) {
        self.error = None;
        self.exists = Some(path);
        self.ask = true;
    }

    /// It could not be written.
    pub fn failed(&mut self, reason: String) {
        self.exists = None;
        self.error = Some(reason);
    }

    /// The system's dialog answered.
    pub fn picked(&mut self, answer: Option<PathBuf>) {
        self.no_answer = answer.is_none();
        if let Some(path) = answer {
            let path = with_ending(&path, self.kind.extension());
            self.path = path.display().to_string();
            self.exists = None;
            self.error = None;
            // The system's dialog asks before it returns the path of an existing file.
            self.agreed = Some(path);
        }
    }

    fn target(&self) -> PathBuf {
        with_ending(&typed_path(&self.path), self.kind.extension())
    }

    fn send(&mut self, existing: Existing, actions: &mut Actions) {
        let path = self.target();
        self.error = None;
        actions.push(match self.kind {
            WriteKind::Export(format) => Action::Export { format, path, existing },
            WriteKind::Copy => Action::SaveCopyTo { path, existing },
        });
    }
}

fn with_ending(path: &Path, extension: &str) -> PathBuf {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(extension)) || path.file_name().is_none() {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

/// Paints it. False: close.
pub(super) fn write_ui(ctx: &Context, dialog: &mut WriteDialog, facts: &Facts<'_>, actions: &mut Actions) -> bool {
    show(ctx, "write", dialog.kind.title(), size::DIALOG, |ui| {
        let response = widgets::Field::new("File", &mut dialog.path).show(ui);
        if response.changed() {
            dialog.exists = None;
            dialog.error = None;
            dialog.agreed = None;
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            if widgets::quiet_button_with_icon(ui, icons::FOLDER_OPEN, "Choose where…").clicked() && !facts.waiting {
                dialog.no_answer = false;
                actions.push(Action::Pick(Pick::Save {
                    kind: dialog.kind.kind(),
                    extension: dialog.kind.extension(),
                    proposal: dialog.target(),
                }));
            }
            if facts.waiting {
                widgets::small_muted(ui, "The system's window is open. You can type the path here as well.");
            } else if dialog.no_answer {
                widgets::small_muted(ui, NO_ANSWER);
            }
        });
        if dialog.kind == WriteKind::Export(Format::Text) {
            ui.add_space(space::M);
            if let Some(options) = text_options_ui(ui, facts.text_options) {
                actions.push(Action::TextOptions(options));
            }
        }
        if dialog.kind == WriteKind::Copy {
            ui.add_space(space::S);
            widgets::small_muted(
                ui,
                "A copy for another computer or for safe keeping. It holds everything in this posting, pay included.",
            );
        }
        ui.add_space(space::M);
        if let Some(error) = &dialog.error {
            widgets::banner(ui, BannerKind::Error, error, |_| {});
            ui.add_space(space::M);
        }
        let exists = dialog.exists.clone();
        if let Some(path) = &exists {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let words = format!("There is a file named {name} in that folder. Replacing it deletes what it holds.");
            widgets::banner(ui, BannerKind::Warning, &words, |_| {});
            ui.add_space(space::M);
        }
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| {
            let words = if exists.is_some() { "Replace it" } else { dialog.kind.button() };
            let ready = !dialog.path.trim().is_empty();
            let write = widgets::primary_button_with(ui, None, words, ready);
            if std::mem::take(&mut dialog.ask) {
                write.request_focus();
            }
            if write.clicked() || (entered && ready && exists.is_none()) {
                let agreed = exists.is_some() || dialog.agreed.as_deref() == Some(dialog.target().as_path());
                dialog.send(if agreed { Existing::Replace } else { Existing::Refuse }, actions);
            }
            if widgets::quiet_button(ui, "Cancel").clicked() {
                keep = false;
            }
        });
        keep
    })
}

/// How text is written. Returns the options if they were changed.
pub(super) fn text_options_ui(ui: &mut egui::Ui, options: &TextOptions) -> Option<TextOptions> {
    let mut new = options.clone();
    let lines =
        [(None, "One line a paragraph"), (Some(72), "At most 72 characters"), (Some(100), "At most 100 characters")];
    choose(ui, "Lines", &mut new.wrap, &lines);
    choose(ui, "Bullets", &mut new.bullet, &[(BulletMark::Hyphen, "Hyphen (-)"), (BulletMark::Dot, "Dot (•)")]);
    choose(
        ui,
        "Headings",
        &mut new.headings,
        &[(HeadingStyle::Capitals, "IN CAPITALS"), (HeadingStyle::Underlined, "Underlined")],
    );
    choose(
        ui,
        "Line ends",
        &mut new.newline,
        &[(Newline::Lf, "As on Linux and macOS"), (Newline::Crlf, "As on Windows")],
    );
    (new != *options).then_some(new)
}

fn choose<T: PartialEq + Clone>(ui: &mut egui::Ui, name: &str, value: &mut T, options: &[(T, &str)]) {
    let words: Vec<&str> = options.iter().map(|(_, words)| *words).collect();
    let selected = options.iter().position(|(option, _)| option == value);
    if let Some(index) = widgets::Select::new(name, &words).selected(selected).labelled().show(ui)
        && let Some((option, _)) = options.get(index)
    {
        *value = option.clone();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_without_the_right_ending_gets_it_and_keeps_its_dots() {
        assert_eq!(with_ending(Path::new("/a/Engineer v1.2"), "docx"), Path::new("/a/Engineer v1.2.docx"));
        assert_eq!(with_ending(Path::new("/a/x.DOCX"), "docx"), Path::new("/a/x.DOCX"));
        assert_eq!(with_ending(Path::new("/"), "docx"), Path::new("/"));
    }
}

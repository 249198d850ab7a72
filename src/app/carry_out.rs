//! Carries out what painting asked for.

use std::path::PathBuf;
use std::sync::Arc;

use uuid::Uuid;

use super::action::Action;
use super::command::{Command, Place};
use super::dialogs::{
    Dialog, FolderDialog, KeepVersionDialog, RestoreDialog, SettingsDialog, SettingsPage, WriteDialog, WriteKind,
};
use super::editor::Editor;
use super::file_dialog::PendingDialog;
use super::notice::Notice;
use super::worker::{Change, Drafts, Job, Opening, Request};
use super::{App, Keeping, Screen};
use crate::catalog::Role;
use crate::document::{Document, Origin, build};
use crate::drafts::{Status, Theme, Zoom};
use crate::export::{self, Format};
use crate::posting::{Edit, Posting};

impl App {
    /// Carries out everything asked for so far, in order.
    pub(super) fn carry_out_all(&mut self, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        while !self.actions.is_empty() {
            for action in std::mem::take(&mut self.actions) {
                self.carry_out(action, ctx, frame);
            }
        }
    }

    fn carry_out(&mut self, action: Action, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        match action {
            Action::Edit(edit) => self.edit(&edit, ctx),
            Action::EndStep => {
                if let Some(editor) = &mut self.editor {
                    editor.end_step();
                }
            }
            Action::Command(command) => self.command(command, ctx),
            Action::Begin(role) => self.begin(role),
            Action::OpenDraft(id) => {
                if self.editor.as_ref().is_some_and(|editor| editor.posting().id == id) {
                    self.screen = Screen::Editor;
                } else {
                    self.worker.send(Request::Load { id, how: Opening::Ask });
                }
            }
            Action::DuplicateDraft(id) => {
                self.save_now();
                self.worker.send(Request::Duplicate { id, new_id: Uuid::now_v7() });
            }
            Action::TrashDraft(id) => self.change_drafts([id].into(), Change::Trash),
            Action::ChangeDrafts { .. }
            | Action::OpenAs(..)
            | Action::RestoreBackup(_)
            | Action::KeepBackupsIn(_)
            | Action::KeepDraftsIn(_)
            | Action::ExplainNotSaved
            | Action::DeleteForGood(_)
            | Action::Search { .. }
            | Action::FindIds { .. }
            | Action::BeginJob(_)
            | Action::CancelJob
            | Action::SetStatus(_)
            | Action::CompareVersions(_)
            | Action::RestoreVersion(_)
            | Action::KeepVersion(_) => self.drafts_work(action),
            Action::OpenPath(path) if path.is_dir() => {
                self.dialog = None;
                self.begin_job(Job::OpenFolder { folder: path });
            }
            Action::OpenPath(path) => {
                self.worker.send(Request::OpenFile { path, new_id: Uuid::now_v7() });
            }
            Action::Export { format, path, existing } => {
                self.save_now();
                if let Some(editor) = &self.editor {
                    self.worker.send(Request::Export {
                        draft: editor.posting().id,
                        document: editor.document().clone(),
                        format,
                        options: self.text_options.clone(),
                        path,
                        existing,
                    });
                }
            }
            Action::ExportKit { files, left_out } => {
                self.save_now();
                if let Some(editor) = &self.editor {
                    let (draft, options) = (editor.posting().id, self.text_options.clone());
                    self.hiring_kit.exported(left_out, files.format);
                    self.worker.send(Request::ExportKit { draft, files, options });
                }
            }
            Action::SaveCopyTo { path, existing } => {
                self.save_now();
                if let Some(editor) = &self.editor {
                    self.worker.send(Request::SaveCopy { posting: editor.posting().clone(), path, existing });
                }
            }
            Action::Pick(pick) => {
                if self.pending_dialog.is_none()
                    && let Some(frame) = frame
                    && !matches!(self.clipboard, super::clipboard::Clipboard::Memory(_))
                {
                    match PendingDialog::open(pick, frame, ctx) {
                        Ok(pending) => self.pending_dialog = Some(pending),
                        Err(error) => self.notice = Some(Notice::error(format!("No file dialog could open: {error}."))),
                    }
                }
            }
            Action::ReadLogo(path) => self.worker.send(Request::ReadLogo(path)),
            Action::PutProfile(profile) => {
                self.worker.send(Request::PutProfile(profile.clone()));
                self.profile = Some(*profile);
                self.dialog = None;
                self.notice = Some(Notice::info("The company profile is saved. Every new posting begins with it."));
            }
            Action::UseProfile => self.use_profile(ctx),
            Action::Settings(settings) => self.set_settings(*settings, ctx),
            Action::TextOptions(options) => {
                self.worker.send(Request::PutTextOptions(options.clone()));
                self.text_options = options;
            }
            Action::Show(dialog) => self.dialog = Some(dialog),
            Action::CloseDialog => self.dialog = None,
            Action::DismissNotice => self.notice = None,
            Action::GoTo(Origin::Kit(list, id)) => self.show_kit(Some((list, id))),
            Action::GoTo(origin) => {
                if let Some(editor) = &mut self.editor {
                    editor.ui.go_to(origin);
                    self.settings.open_sections.extend(editor.ui.open_sections());
                    self.keep_settings();
                }
                self.screen = Screen::Editor;
            }
            Action::Review(action) => self.review_work(action, ctx),
            Action::OpenFolder(folder) => open_folder(&folder, ctx),
            Action::SectionsChanged => {
                if let Some(editor) = &self.editor {
                    self.settings.open_sections.extend(editor.ui.open_sections());
                    self.keep_settings();
                }
            }
            Action::BackToEditor => self.screen = Screen::Editor,
            Action::ShowStart => self.show_start(),
        }
    }

    fn edit(&mut self, edit: &Edit, ctx: &egui::Context) {
        let now = (self.clock)();
        let time = ctx.input(|input| input.time);
        if self.refuses_changes() {
            return;
        }
        let Some(editor) = &mut self.editor else { return };
        if let Err(error) = editor.apply(edit, &self.catalog, now, time) {
            self.notice =
                Some(Notice::error(format!("That change was not made: {error}. Everything else is as it was.")));
        }
        ctx.request_repaint();
    }

    fn begin(&mut self, role: Role) {
        self.save_now();
        self.settings.last_role = Some(role.clone());
        self.keep_settings();
        let posting = Posting::new(Uuid::now_v7(), role, self.profile.as_ref(), &self.catalog, (self.clock)());
        self.open_posting(posting, Status::default(), true);
        // Why it is not saved for a while is to be seen on.
        if self.keeping != Keeping::Salvaging {
            self.notice = None;
        }
    }

    /// Shows a posting in the editor. `new`: it is not on disk yet.
    pub(super) fn open_posting(&mut self, posting: Posting, status: Status, new: bool) {
        // A version that was put back is not to be saved over.
        if self.editor.as_ref().is_none_or(|editor| editor.posting().id != posting.id) {
            self.save_now();
        }
        self.worker.send(Request::SetOpenDraft(Some(posting.id)));
        let mut editor = Editor::new(posting, &self.catalog, &self.settings, new);
        editor.status = status;
        self.editor = Some(editor);
        self.screen = Screen::Editor;
        self.dialog = None;
        if new {
            self.save_now();
        }
    }

    fn show_start(&mut self) {
        self.save_now();
        self.worker.send(Request::Overview);
        self.screen = Screen::Start;
    }

    /// Helps to choose for the posting on the screen, or else for a new one.
    fn show_choose(&mut self) {
        self.save_now();
        let open = self.editor.as_ref().filter(|_| self.screen == Screen::Editor);
        let open = open.map(|editor| editor.posting().clone());
        let role = open.as_ref().map(|posting| posting.role.clone()).or_else(|| self.start.role());
        self.choose.begin(role.as_ref(), open.as_deref().map(|posting| (posting, &*self.catalog)));
        self.screen = Screen::Choose;
    }

    /// What the window shows, as far as commands depend on it.
    pub(super) fn place(&self) -> Place {
        match self.screen {
            Screen::Editor if self.editor.is_some() => Place::Posting,
            Screen::HiringKit if self.editor.is_some() => Place::HiringKit,
            _ => Place::Elsewhere,
        }
    }

    /// The document on the screen: the posting, or a part of its hiring kit.
    fn shown_document(&mut self) -> Option<Arc<Document>> {
        let editor = self.editor.as_ref()?;
        Some(match self.screen {
            Screen::HiringKit => self.hiring_kit.document(editor.posting(), &self.catalog).0,
            _ => editor.document().clone(),
        })
    }

    fn use_profile(&mut self, ctx: &egui::Context) {
        let (Some(profile), Some(editor)) = (&self.profile, &self.editor) else { return };
        let edit = profile.as_edit(editor.posting());
        self.edit(&edit, ctx);
    }

    fn command(&mut self, command: Command, ctx: &egui::Context) {
        if command == Command::Find && self.screen == Screen::Drafts {
            self.drafts.focus_search();
            return;
        }
        if !command.works_in(self.place()) {
            return;
        }
        let now = (self.clock)();
        let time = ctx.input(|input| input.time);
        match command {
            Command::NewPosting => self.show_start(),
            Command::ShowDrafts => {
                self.save_now();
                self.worker.send(Request::Overview);
                self.screen = Screen::Drafts;
                self.drafts.focus_search();
            }
            Command::OpenFile => {
                self.dialog = Some(Dialog::open_file());
                self.actions.push(Action::Pick(super::file_dialog::Pick::Open));
            }
            Command::SaveNow => {
                self.save_now();
                if let Some(editor) = &mut self.editor {
                    editor.say_saved = true;
                }
            }
            Command::OpenFolder => self.dialog = Some(Dialog::Folder(FolderDialog::open())),
            Command::ExportAll => {
                let folder = self.export_folder().display().to_string();
                self.dialog = Some(Dialog::Folder(FolderDialog::export(Drafts::All, None, &folder)));
            }
            Command::BackUpNow => self.back_up(),
            Command::RestoreBackup => {
                self.dialog = Some(Dialog::Restore(RestoreDialog::default()));
                self.worker.send(Request::Backups);
            }
            Command::BackupFolder => self.dialog = Some(Dialog::Folder(FolderDialog::backups())),
            Command::DraftsFolder => self.dialog = Some(Dialog::Folder(FolderDialog::drafts())),
            Command::Versions => self.show_versions(),
            Command::KeepVersion => self.dialog = Some(Dialog::KeepVersion(KeepVersionDialog::default())),
            Command::SaveCopy => self.show_write_dialog(WriteKind::Copy),
            Command::HiringKit if self.screen == Screen::HiringKit => self.screen = Screen::Editor,
            Command::HiringKit => self.show_kit(None),
            Command::ExportKit => self.show_kit_export(None),
            Command::ExportWord if self.screen == Screen::HiringKit => self.show_kit_export(Some(Format::Docx)),
            Command::ExportText if self.screen == Screen::HiringKit => self.show_kit_export(Some(Format::Text)),
            Command::ExportWord => self.export_after_review(WriteKind::Export(Format::Docx)),
            Command::ExportText => self.export_after_review(WriteKind::Export(Format::Text)),
            Command::CopyFormatted | Command::CopyPlain => self.copy(command == Command::CopyFormatted, ctx),
            Command::CompanyProfile => {
                self.dialog = Some(Dialog::profile(self.profile.as_ref(), self.editor.is_some()));
            }
            Command::Settings => self.dialog = Some(Dialog::Settings(SettingsDialog::default())),
            Command::ReviewSettings => {
                self.dialog = Some(Dialog::Settings(SettingsDialog::at(SettingsPage::Review)));
            }
            Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Command::Undo | Command::Redo if self.refuses_changes() => {}
            Command::Undo | Command::Redo => {
                if let Some(editor) = &mut self.editor {
                    editor.travel(command == Command::Undo, &self.catalog, now, time);
                    ctx.request_repaint();
                }
            }
            Command::Find => {
                if let Some(editor) = &mut self.editor {
                    editor.ui.focus_filter();
                }
            }
            Command::DuplicateDraft => {
                if let Some(editor) = &self.editor {
                    self.actions.push(Action::DuplicateDraft(editor.posting().id));
                }
            }
            Command::TrashDraft => {
                if let Some(editor) = &self.editor {
                    self.actions.push(Action::TrashDraft(editor.posting().id));
                }
            }
            Command::Palette => self.dialog = Some(Dialog::palette()),
            Command::ZoomIn => self.zoom_page(1, ctx),
            Command::ZoomOut => self.zoom_page(-1, ctx),
            Command::ZoomReset => self.zoom_page(0, ctx),
            Command::ThemeSystem => self.set_theme(Theme::System, ctx),
            Command::ThemeLight => self.set_theme(Theme::Light, ctx),
            Command::ThemeDark => self.set_theme(Theme::Dark, ctx),
            Command::TogglePanel if self.screen == Screen::HiringKit => self.hiring_kit.toggle_entries(),
            Command::ToggleReview if self.screen == Screen::HiringKit => self.hiring_kit.toggle_coverage(),
            Command::TogglePanel => {
                if let Some(editor) = &mut self.editor {
                    editor.ui.panel_open = !editor.ui.panel_open;
                }
            }
            Command::ToggleReview => self.show_review(!self.review_is_open(ctx), ctx),
            Command::NextFinding | Command::PreviousFinding => {
                self.step_finding(command == Command::NextFinding, ctx);
            }
            Command::OpenAllSections | Command::CloseAllSections => {
                if let Some(editor) = &mut self.editor {
                    editor.ui.fold_all(command == Command::CloseAllSections);
                    self.settings.open_sections.extend(editor.ui.open_sections());
                    self.keep_settings();
                }
            }
            Command::TemplateProblems => self.dialog = Some(Dialog::TemplateProblems),
            Command::TemplatesHelp => self.dialog = Some(Dialog::TemplatesHelp),
            Command::Choose => self.show_choose(),
            Command::Shortcuts => self.dialog = Some(Dialog::Shortcuts),
            Command::About => self.dialog = Some(Dialog::About),
        }
    }

    pub(super) fn show_write_dialog(&mut self, kind: WriteKind) {
        let Some(editor) = &self.editor else { return };
        let mut name = export::suggested_file_name(editor.document());
        name.push('.');
        name.push_str(kind.extension());
        self.dialog = Some(Dialog::Write(WriteDialog::new(kind, self.export_folder().join(name))));
    }

    /// Where files were written last.
    pub(super) fn export_folder(&self) -> PathBuf {
        self.settings.last_export_folder.clone().unwrap_or_else(documents_folder)
    }

    fn copy(&mut self, formatted: bool, ctx: &egui::Context) {
        let Some(document) = self.shown_document() else { return };
        let text = export::text::write(&document, &self.text_options);
        let html = formatted.then(|| export::html::write(&document));
        self.notice = Some(match self.clipboard.copy(text.clone(), html) {
            Ok(()) if formatted => Notice::info("Copied with formatting. Paste it into a mail or a web form."),
            Ok(()) => Notice::info("Copied as plain text."),
            Err(reason) => {
                tracing::warn!(reason, "the clipboard took no HTML");
                ctx.copy_text(text);
                if formatted {
                    Notice::error("The clipboard took plain text only; headings and lists are written out in it.")
                } else {
                    Notice::info("Copied as plain text.")
                }
            }
        });
    }

    fn zoom_page(&mut self, step: i32, ctx: &egui::Context) {
        const STEPS: [u16; 9] = [50, 67, 75, 90, 100, 110, 125, 150, 200];
        let now = self.settings.page_zoom.percent();
        let next = match step {
            0 => 100,
            1.. => STEPS.into_iter().find(|s| *s > now).unwrap_or(Zoom::MAX),
            _ => STEPS.into_iter().rev().find(|s| *s < now).unwrap_or(Zoom::MIN),
        };
        let mut settings = self.settings.clone();
        settings.page_zoom = Zoom::new(next);
        self.set_settings(settings, ctx);
    }

    fn set_theme(&mut self, theme: Theme, ctx: &egui::Context) {
        let mut settings = self.settings.clone();
        settings.theme = theme;
        self.set_settings(settings, ctx);
    }

    /// The document of the open posting, rebuilt from scratch: for a test that the kept one is
    /// never stale.
    #[doc(hidden)]
    pub fn fresh_document(&self) -> Option<Document> {
        self.editor.as_ref().map(|editor| build(editor.posting(), &self.catalog))
    }
}

/// Where a first export goes: the person's documents, or their home, or here.
fn documents_folder() -> PathBuf {
    directories::UserDirs::new()
        .map(|dirs| dirs.document_dir().unwrap_or_else(|| dirs.home_dir()).to_owned())
        .unwrap_or_default()
}

fn open_folder(folder: &std::path::Path, ctx: &egui::Context) {
    let text = folder.display().to_string().replace('\\', "/");
    let url = if text.starts_with('/') { format!("file://{text}") } else { format!("file:///{text}") };
    ctx.open_url(egui::OpenUrl::new_tab(url.replace(' ', "%20")));
}

//! Carries out what is asked of the store: changes to many drafts, long work, versions.

use std::sync::Arc;

use uuid::Uuid;

use super::action::Action;
use super::dialogs::{Dialog, VersionsDialog};
use super::notice::Notice;
use super::status::{Work, WorkKind};
use super::worker::{Change, Job, Request, Stop};
use super::{App, Screen};

impl App {
    /// Hands an action on to the worker.
    pub(super) fn drafts_work(&mut self, action: Action) {
        match action {
            Action::ChangeDrafts { ids, change } => self.change_drafts(ids, change),
            Action::DeleteForGood(ids) => self.worker.send(Request::DeleteForGood(ids)),
            Action::Search { generation, query } => self.worker.send(Request::Search { generation, query }),
            Action::FindIds { generation, query } => self.worker.send(Request::Ids { generation, query }),
            Action::BeginJob(job) => self.begin_job(job),
            Action::CancelJob => {
                if let Some(work) = &mut self.work {
                    work.stopping = true;
                }
                self.stop.pull();
                self.worker.send(Request::CancelJob);
            }
            Action::OpenAs(id, how) => self.worker.send(Request::Load { id, how }),
            Action::RestoreBackup(path) => self.restore_backup(path),
            Action::KeepDraftsIn(folder) => {
                if let Some(stop) = self.begin_work(WorkKind::Relocate) {
                    self.worker.send(Request::Relocate { folder, stop });
                }
            }
            Action::ExplainNotSaved => {
                if let Some((_, said)) = self.editor.as_ref().and_then(|editor| editor.failed.as_ref()) {
                    self.notice = Some(Notice::not_saved(said));
                }
            }
            Action::KeepBackupsIn(folder) => {
                self.notice = Some(Notice::info(format!("Backups are kept in {} from now on.", folder.display())));
                self.worker.send(Request::SetBackupFolder(folder));
            }
            Action::SetStatus(_) | Action::RestoreVersion(_) if self.refuses_changes() => {}
            Action::SetStatus(status) => {
                if let Some(editor) = &mut self.editor {
                    editor.status = status;
                    let ids = [editor.posting().id].into();
                    self.save_now();
                    self.worker.send(Request::Change { ids, change: Change::Status(status) });
                }
            }
            Action::CompareVersions(sides) => {
                if let Some(editor) = &self.editor {
                    let current = editor.posting().clone();
                    self.worker.send(Request::Compare { id: current.id, current, sides });
                }
            }
            Action::RestoreVersion(version) => {
                self.save_now();
                if let Some(editor) = &self.editor {
                    self.worker.send(Request::RestoreVersion { id: editor.posting().id, version });
                }
            }
            Action::KeepVersion(note) => {
                self.save_now();
                if let Some(editor) = &self.editor {
                    self.worker.send(Request::KeepVersion { id: editor.posting().id, note });
                }
            }
            _ => {}
        }
    }

    /// Changes where drafts lie or how far they are. One that is open and thrown away is closed.
    pub(super) fn change_drafts(&mut self, ids: Arc<[Uuid]>, change: Change) {
        self.save_now();
        let open = self.editor.as_ref().map(|editor| editor.posting().id);
        if change == Change::Trash && open.is_some_and(|open| ids.contains(&open)) {
            self.editor = None;
            self.worker.send(Request::SetOpenDraft(None));
            if matches!(self.screen, Screen::Editor | Screen::HiringKit) {
                self.screen = Screen::Drafts;
            }
        }
        self.worker.send(Request::Change { ids, change });
    }

    /// What is to be said of a change that was made.
    pub(super) fn say_changed(&mut self, ids: &[Uuid], change: Change) {
        self.drafts.changed(change);
        let count = ids.len();
        let drafts = if count == 1 { "1 draft".to_owned() } else { format!("{count} drafts") };
        let words = match change {
            Change::Status(status) => {
                if let Some(editor) = self.editor.as_mut().filter(|editor| ids.contains(&editor.posting().id)) {
                    editor.status = status;
                }
                return;
            }
            Change::Trash if count == 1 => {
                "Moved to the trash. Restore it from the trash on the drafts screen.".to_owned()
            }
            Change::Trash => format!("{drafts} moved to the trash. Restore them there within 30 days."),
            Change::Archive => format!("{drafts} archived."),
            Change::Unarchive => format!("{drafts} taken out of the archive."),
            Change::Restore if count == 1 => return,
            Change::Restore => format!("{drafts} restored."),
        };
        self.notice = Some(Notice::info(words));
    }

    /// What is to be said of drafts that are gone for good.
    pub(super) fn say_deleted(&mut self, count: usize) {
        self.drafts.deleted();
        let drafts = if count == 1 { "1 draft is".to_owned() } else { format!("{count} drafts are") };
        self.notice = Some(Notice::info(format!("{drafts} deleted for good.")));
    }

    pub(super) fn begin_job(&mut self, job: Job) {
        let what = match &job {
            Job::Export { .. } => WorkKind::Export,
            Job::Duplicate { .. } => WorkKind::Duplicate,
            Job::OpenFolder { .. } => WorkKind::OpenFolder,
        };
        if self.begin_work(what).is_some() {
            self.worker.send(Request::Begin(job));
        }
    }

    /// Makes a backup of everything.
    pub(super) fn back_up(&mut self) {
        if let Some(stop) = self.begin_work(WorkKind::Backup) {
            self.worker.send(Request::Backup(stop));
        }
    }

    /// Puts a backup in the place of everything. What is open is put aside meanwhile: it could not
    /// be saved, and comes back if the backup does not.
    fn restore_backup(&mut self, path: std::path::PathBuf) {
        let Some(stop) = self.begin_work(WorkKind::Restore) else { return };
        self.aside = self.editor.take();
        self.screen = Screen::Drafts;
        self.worker.send(Request::RestoreBackup { path, stop });
    }

    /// Saves, and begins something long, with what ends it; `None`: something is being done already.
    pub(super) fn begin_work(&mut self, what: WorkKind) -> Option<Stop> {
        if self.is_busy() {
            return None;
        }
        self.save_now();
        self.work = Some(Work::new(what));
        self.stop = Stop::default();
        Some(self.stop.clone())
    }

    /// Says so if something long is being done already.
    fn is_busy(&mut self) -> bool {
        let busy = self.work.is_some();
        if busy {
            self.notice = Some(Notice::error("One thing at a time: wait for what is running, or stop it below."));
        }
        busy
    }

    /// Says so if the open draft is only read here.
    pub(super) fn refuses_changes(&mut self) -> bool {
        let Some(editor) = self.editor.as_ref().filter(|editor| editor.read_only) else { return false };
        let take_over = Some(editor.posting().id);
        self.notice =
            Some(Notice { take_over, ..Notice::info("Another window has this draft, so here it is only read.") });
        true
    }

    /// Shows what the posting was.
    pub(super) fn show_versions(&mut self) {
        self.save_now();
        let Some(editor) = &self.editor else { return };
        let id = editor.posting().id;
        let chosen = self.conflict.filter(|(draft, _)| *draft == id).map(|(_, version)| version);
        self.dialog = Some(Dialog::Versions(Box::new(VersionsDialog::new(id, (self.clock)(), chosen))));
        self.worker.send(Request::Versions(id));
    }
}

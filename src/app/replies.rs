//! Takes in what the worker has done.

use jiff::Timestamp;
use uuid::Uuid;

use super::command::Command;
use super::dialogs::{Dialog, TakenDialog};
use super::editor::{Editor, SaveState};
use super::notice::Notice;
use super::status::WorkKind;
use super::worker::{JobEnd, Loaded, Moved, Reply, Request};
use super::{App, Keeping, Screen};
use crate::drafts::{Restored, Settings, VersionId};

/// How long to wait before a save that failed is tried again, in seconds.
const RETRY: f64 = 5.0;

impl App {
    /// Takes in one reply.
    pub(super) fn take_reply(&mut self, reply: Reply, ctx: &egui::Context) {
        match reply {
            Reply::Saved { id, changed, conflict } => self.saved(id, changed, conflict),
            Reply::NotSaved { id, short, reason } => {
                let time = ctx.input(|input| input.time);
                self.not_saved(id, short, reason, time);
            }
            Reply::Loaded(loaded) => {
                let Loaded { posting, status, saved, read_only, message } = *loaded;
                self.open_posting(posting, status, !saved);
                self.notice = message.map(Notice::info);
                if let Some(editor) = self.editor.as_mut().filter(|_| read_only) {
                    editor.read_only = true;
                    self.refuses_changes();
                }
            }
            Reply::Taken { id, holder } => {
                self.dialog = Some(Dialog::Taken(TakenDialog::new(id, &holder, (self.clock)())));
            }
            Reply::TakenOver(id) => self.taken_over(id),
            Reply::Backups { folder, backups } => {
                if let Some(Dialog::Restore(dialog)) = &mut self.dialog {
                    dialog.set(folder, backups);
                }
            }
            Reply::Restored { restored, kept } => {
                self.take_kept(*kept, ctx);
                self.restored(&restored);
            }
            Reply::Salvaged { salvage, kept } => {
                let left_open = kept.left_open;
                self.take_kept(*kept, ctx);
                self.notice = Some(Notice::salvaged(&salvage));
                if !self.opens_file && self.editor.is_none() {
                    self.worker.send(Request::Resume(left_open));
                }
            }
            Reply::NoStore(reason) => {
                self.keeping = Keeping::No;
                self.start.keeping = self.keeping;
                self.notice = Some(Notice::no_store(reason));
            }
            Reply::Remembered(folder) => {
                let text = format!("The next start opens your drafts in {}, too.", folder.display());
                self.notice = Some(Notice::info(text));
            }
            Reply::Relocated(moved) => self.relocated(*moved, ctx),
            Reply::Overview(overview) => {
                self.start.set_recent(&overview.recent);
                self.drafts.set_overview(&overview);
            }
            Reply::Found { generation, offset, page } => self.drafts.take_page(generation, offset, page),
            Reply::Ids { generation, ids } => self.drafts.take_ids(generation, ids),
            Reply::Changed { ids, change } => self.say_changed(&ids, change),
            Reply::DeletedForGood(count) => self.say_deleted(count),
            Reply::Progress { done, total } => {
                if let Some(work) = &mut self.work {
                    (work.done, work.total) = (done, total);
                }
            }
            Reply::JobEnded(end) => self.job_ended(end),
            Reply::Versions { id, versions } => {
                if let Some(Dialog::Versions(dialog)) = &mut self.dialog
                    && dialog.draft() == id
                {
                    dialog.set(versions);
                }
            }
            Reply::Compared { id, sides, comparison } => {
                if let Some(Dialog::Versions(dialog)) = &mut self.dialog
                    && dialog.draft() == id
                {
                    dialog.compared(sides, comparison);
                }
            }
            Reply::VersionKept => {
                self.notice =
                    Some(Notice { commands: vec![Command::Versions], ..Notice::info("This version is kept.") });
            }
            Reply::Written { path } => {
                if let Some(folder) = path.parent() {
                    self.remember_folder(folder);
                }
                self.dialog = None;
                self.notice = Some(Notice::written(&path));
            }
            Reply::KitWritten { folder, count } => {
                self.remember_folder(&folder);
                self.dialog = None;
                self.notice = Some(Notice::kit_written(&folder, count));
            }
            Reply::KitExists { names } => {
                if let Some(Dialog::KitExport(dialog)) = &mut self.dialog {
                    dialog.in_the_way(names);
                }
            }
            Reply::Exists { path } => {
                if let Some(Dialog::Write(dialog)) = &mut self.dialog {
                    dialog.exists(path);
                }
            }
            Reply::NotWritten { reason } => match &mut self.dialog {
                Some(Dialog::Write(dialog)) => dialog.failed(reason),
                Some(Dialog::KitExport(dialog)) => dialog.failed(reason),
                _ => self.notice = Some(Notice::error(reason)),
            },
            Reply::LogoRead(logo) => {
                if let Some(Dialog::Profile(dialog)) = &mut self.dialog {
                    dialog.set_logo(logo);
                }
            }
            Reply::Failed(reason) => match &mut self.dialog {
                Some(dialog) if dialog.shows_errors() => dialog.failed(reason),
                _ => self.notice = Some(Notice::error(reason)),
            },
        }
    }

    fn saved(&mut self, id: Uuid, changed: Timestamp, conflict: Option<VersionId>) {
        let now = (self.clock)();
        if let Some(editor) = self.editor_of(id) {
            editor.saved(changed, now);
        }
        // The folder can be there again.
        self.keeping = Keeping::Yes;
        self.start.keeping = self.keeping;
        if self.notice.as_ref().is_some_and(|notice| notice.not_saved) {
            self.notice = Some(Notice::info("Everything is saved again."));
        }
        if let Some(version) = conflict {
            self.conflict = Some((id, version));
            self.notice = Some(Notice {
                commands: vec![Command::Versions],
                ..Notice::error(
                    "Another window changed this draft as well. Both texts are kept: yours is what you see, \
                     the other is the version “from another window”.",
                )
            });
        }
        if !matches!(self.screen, Screen::Editor | Screen::HiringKit) {
            self.worker.send(Request::Overview);
        }
    }

    fn not_saved(&mut self, id: Uuid, reason: &'static str, said: String, time: f64) {
        let mut again = false;
        if let Some(editor) = self.editor_of(id) {
            again = editor.failed.as_ref().is_some_and(|(before, _)| *before == reason);
            editor.failed = Some((reason, said.clone()));
            editor.save = SaveState::NotSaved { reason, retry: time + RETRY };
        }
        // One that was dismissed does not come back with each try.
        if !again {
            self.notice = Some(Notice::not_saved(said));
        }
    }

    /// What was typed since is saved all the same; if the other window saves, too, both are kept.
    fn taken_over(&mut self, id: Uuid) {
        self.save_now();
        let Some(editor) = self.editor.as_mut().filter(|editor| editor.posting().id == id) else { return };
        editor.read_only = true;
        self.notice = Some(Notice {
            take_over: Some(id),
            ..Notice::info("Another window has taken over this draft. Here it is only read now.")
        });
    }

    /// The editor of a draft that is open, or put aside.
    fn editor_of(&mut self, id: Uuid) -> Option<&mut Editor> {
        [&mut self.editor, &mut self.aside].into_iter().flatten().find(|editor| editor.posting().id == id)
    }

    /// Opens again what was put aside, unless something else was opened meanwhile.
    fn take_back(&mut self) {
        let Some(aside) = self.aside.take() else { return };
        if self.editor.is_none() {
            self.worker.send(Request::SetOpenDraft(Some(aside.posting().id)));
            self.editor = Some(aside);
            self.screen = Screen::Editor;
        } else if !matches!(aside.save, SaveState::Saved(_)) {
            // It goes with the next save.
            self.aside = Some(aside);
        }
    }

    fn restored(&mut self, restored: &Restored) {
        self.work = None;
        // What could not be saved before is not to be lost now.
        match &self.aside {
            Some(aside) if !matches!(aside.save, SaveState::Saved(_)) => self.take_back(),
            _ => self.aside = None,
        }
        let drafts = if restored.drafts == 1 { "1 draft".to_owned() } else { format!("{} drafts", restored.drafts) };
        self.notice = Some(Notice {
            folder: restored.before.parent().map(std::path::Path::to_owned),
            ..Notice::info(format!("The backup is back, with {drafts}. What was here before is a backup now."))
        });
    }

    /// The posting in hand is saved in the new folder at once.
    fn relocated(&mut self, moved: Moved, ctx: &egui::Context) {
        self.work = None;
        self.notice = Some(Notice::moved(&moved));
        self.drafts_dir = moved.folder;
        // A store that is new knows nothing of what was chosen here.
        let (settings, text_options, profile) =
            (self.settings.clone(), self.text_options.clone(), self.profile.clone());
        let is_new = moved.kept.settings == Settings::default();
        self.take_kept(moved.kept, ctx);
        if is_new {
            self.set_settings(settings, ctx);
            self.text_options = text_options.clone();
            self.worker.send(Request::PutTextOptions(text_options));
        }
        if let Some(profile) = profile.filter(|_| self.profile.is_none()) {
            self.worker.send(Request::PutProfile(Box::new(profile.clone())));
            self.profile = Some(profile);
        }
        if let Some(editor) = self.editor.as_mut().filter(|editor| !editor.read_only) {
            editor.save_anew(ctx.input(|input| input.time));
            self.worker.send(Request::SetOpenDraft(Some(editor.posting().id)));
            self.save_now();
        }
    }

    fn job_ended(&mut self, end: JobEnd) {
        let moving = self.work.take().is_some_and(|work| work.what == WorkKind::Relocate);
        self.take_back();
        if let Some(folder) = end.folder.clone().filter(|_| end.exported) {
            self.remember_folder(&folder);
        }
        let commands = if moving && end.trouble { vec![Command::DraftsFolder] } else { Vec::new() };
        self.notice = Some(Notice { commands, ..Notice::job_ended(end) });
    }

    fn remember_folder(&mut self, folder: &std::path::Path) {
        if self.settings.last_export_folder.as_deref() != Some(folder) {
            self.settings.last_export_folder = Some(folder.to_owned());
            self.keep_settings();
        }
    }
}

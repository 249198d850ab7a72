//! Keeping and opening single drafts, and their versions.

use std::path::Path;

use uuid::Uuid;

use super::bench::{Bench, NO_STORE};
use super::message::{Loaded, Opening, Reply, Which};
use crate::document::{Document, build};
use crate::drafts::{
    Claim, DraftStore, Save, Saved, Status, StoreError, VersionId, VersionKind, compare, home, posting_file,
};
use crate::export::text::{self, TextOptions};
use crate::posting::Posting;

/// Said when the last window did not close.
const AFTER_CRASH: &str = "Rolewright did not close properly last time. This is the draft that was open, \
    as it was last saved.";

impl Bench {
    pub fn save(&mut self, posting: &Posting, title: &str, document: &Document) {
        if self.store.is_none() {
            // The folder may be there again.
            self.store = DraftStore::open_home(&self.data_dir).ok();
        }
        let words = text::write(document, &TextOptions::default());
        let mut saved = self.save_words(posting, title, &words);
        if matches!(saved, Some(Err(StoreError::Gone { .. }))) && self.is_put_back() {
            saved = self.save_words(posting, title, &words);
        }
        let Some(saved) = saved else {
            self.reply(Reply::NotSaved { id: posting.id, short: "no drafts folder", reason: NO_STORE.to_owned() });
            return;
        };
        let reply = match saved {
            Ok(saved) => {
                if self.revisions.insert(posting.id, saved.revision).is_none() {
                    self.hold(posting.id);
                }
                self.unindexed = true;
                Reply::Saved { id: posting.id, changed: posting.changed, conflict: saved.conflict }
            }
            Err(error) => {
                tracing::warn!(reason = error.log_name(), "a draft could not be saved");
                Reply::NotSaved { id: posting.id, short: short_reason(&error), reason: error.to_string() }
            }
        };
        self.reply(reply);
        self.remember_folder();
    }

    fn save_words(&self, posting: &Posting, title: &str, words: &str) -> Option<Result<Saved, StoreError>> {
        let based_on = self.revisions.get(&posting.id).copied();
        let save = Save { text: Some(words), based_on, now: self.now(), ..Save::new(posting, title) };
        self.store.as_ref().map(|store| store.save_change(&save))
    }

    /// True if there is a store again where the open one was removed: that is the one from now on.
    fn is_put_back(&mut self) -> bool {
        let there = home(&self.data_dir).ok().filter(|folder| DraftStore::is_in(folder));
        let store = there.and_then(|folder| DraftStore::open(&folder).ok());
        let is_there = store.is_some();
        if is_there {
            self.store = store;
            self.revisions.clear();
            self.counted = None;
            self.held = None;
        }
        is_there
    }

    /// Opens a draft. Returns whether it is shown.
    pub fn load(&mut self, id: Uuid, how: Opening) -> bool {
        let now = self.now();
        let Some(store) = &self.store else {
            self.reply(Reply::Failed(NO_STORE.to_owned()));
            return false;
        };
        let after_crash = how == Opening::AfterCrash;
        let load = || {
            let info = store.info(id)?;
            if after_crash && info.trashed.is_some() {
                return Err(StoreError::NoSuchDraft { id });
            }
            match how {
                Opening::ReadOnly => {}
                Opening::TakeOver => store.take_over(id, now)?,
                Opening::Ask | Opening::AfterCrash => {
                    if let Claim::TakenBy(holder) = store.claim(id, now)? {
                        return Ok(Err(holder));
                    }
                }
            }
            let (posting, revision) = store.load_revision(id)?;
            Ok(Ok((posting, revision, info.status)))
        };
        match load() {
            Ok(Ok((posting, revision, status))) => {
                if let Err(error) = store.thin_versions(id, now) {
                    tracing::warn!(reason = error.log_name(), "old versions could not be thinned");
                }
                self.revisions.insert(id, revision);
                let read_only = how == Opening::ReadOnly;
                if read_only {
                    self.let_go();
                } else {
                    self.hold(id);
                }
                let message = after_crash.then(|| AFTER_CRASH.to_owned());
                self.reply(Reply::Loaded(Box::new(Loaded { posting, status, saved: true, read_only, message })));
                return true;
            }
            // The window opens as ever.
            _ if after_crash => {}
            Ok(Err(holder)) => self.reply(Reply::Taken { id, holder }),
            Err(error) => self.reply(Reply::Failed(error.to_string())),
        }
        false
    }

    /// Opens what was open when a window last ended without closing.
    pub fn resume(&mut self, left_open: Option<Uuid>) {
        let interrupted = self.store.as_ref().and_then(|store| store.last_open().ok()).unwrap_or_default();
        let candidates: Vec<Uuid> = interrupted.iter().map(|one| one.id).chain(left_open).collect();
        for id in candidates {
            if self.load(id, Opening::AfterCrash) {
                return;
            }
        }
    }

    /// Notes that this window has a draft open, and no other.
    pub fn hold(&mut self, id: Uuid) {
        if self.held == Some(id) {
            return;
        }
        self.let_go();
        if let Some(store) = &self.store {
            match store.claim(id, self.now()) {
                Ok(Claim::Mine) => self.held = Some(id),
                Ok(Claim::TakenBy(_)) => {}
                Err(error) => tracing::warn!(reason = error.log_name(), "no note of what is open"),
            }
        }
    }

    /// Gives back the draft that this window had open.
    pub fn let_go(&mut self) {
        if let (Some(store), Some(held)) = (&self.store, self.held.take())
            && let Err(error) = store.release(held)
        {
            tracing::warn!(reason = error.log_name(), "no note of what was closed");
        }
    }

    /// Says that this window lives, and hears what was taken over.
    pub fn heartbeat(&mut self) {
        self.remember_folder();
        let Some(store) = &self.store else { return };
        match store.heartbeat(self.now()) {
            Ok(lost) => {
                for id in lost {
                    if self.held == Some(id) {
                        self.held = None;
                    }
                    self.reply(Reply::TakenOver(id));
                }
            }
            Err(error) => tracing::warn!(reason = error.log_name(), "no note that this window lives"),
        }
    }

    fn show(&mut self, posting: Posting, status: Status, saved: bool, message: Option<String>) {
        self.hold(posting.id);
        self.reply(Reply::Loaded(Box::new(Loaded { posting, status, saved, read_only: false, message })));
    }

    pub fn duplicate(&mut self, id: Uuid, new_id: Uuid) {
        let now = self.now();
        let Some(store) = &self.store else {
            self.reply(Reply::Failed(NO_STORE.to_owned()));
            return;
        };
        let made = store.duplicate(id, new_id, None, now).and_then(|posting| Ok((posting, store.revision(new_id)?)));
        match made {
            Ok((posting, revision)) => {
                self.revisions.insert(new_id, revision);
                self.unindexed = true;
                let message = "This is a copy, a draft of its own.".to_owned();
                self.show(posting, Status::default(), true, Some(message));
            }
            Err(error) => self.reply(Reply::Failed(error.to_string())),
        }
    }

    pub fn open_file(&mut self, path: &Path, new_id: Uuid) {
        match posting_file::read(path) {
            Ok(mut posting) => {
                // A file opened twice is two drafts; the file itself is never written to.
                posting.id = new_id;
                posting.changed = self.now();
                let saved = self.take_in(&posting, path).is_ok();
                let message = format!("Opened {} as a new draft. The file stays as it is.", file_name(path));
                self.show(posting, Status::default(), saved, Some(message));
            }
            Err(error) => self.reply(Reply::Failed(error.to_string())),
        }
    }

    /// Saves a posting that came from a file, and keeps it as it came.
    pub fn take_in(&mut self, posting: &Posting, path: &Path) -> Result<(), String> {
        let Some(store) = &self.store else { return Err(NO_STORE.to_owned()) };
        let words = text::write(&build(posting, &self.catalog), &TextOptions::default());
        let title = posting.title(&self.catalog).into_owned();
        let save = Save { text: Some(&words), now: self.now(), ..Save::new(posting, &title) };
        let saved = store.save_change(&save).map_err(|error| error.to_string())?;
        self.revisions.insert(posting.id, saved.revision);
        self.unindexed = true;
        self.keep_as(posting.id, VersionKind::Import, path);
        Ok(())
    }

    /// Keeps what a draft is as a version that says which file it went to or came from. It is no
    /// reason to stop if that cannot be done: the file is there.
    pub fn keep_as(&self, id: Uuid, kind: VersionKind, path: &Path) {
        if let Some(store) = &self.store
            && let Err(error) = store.keep_version(id, kind, &file_name(path), self.now())
        {
            tracing::warn!(reason = error.log_name(), "a version could not be kept");
        }
    }

    pub fn compare(&self, id: Uuid, current: &Posting, sides: [Which; 2]) {
        self.with_store(|store| {
            let words = |which| {
                let posting = match which {
                    Which::Now => None,
                    Which::Version(version) => Some(store.version(id, version)?),
                };
                let document = build(posting.as_ref().unwrap_or(current), &self.catalog);
                Ok::<_, StoreError>(text::write(&document, &TextOptions::default()))
            };
            let comparison = Box::new(compare(&words(sides[0])?, &words(sides[1])?));
            Ok(Some(Reply::Compared { id, sides, comparison }))
        });
    }

    pub fn restore_version(&mut self, id: Uuid, version: VersionId) {
        let now = self.now();
        let Some(store) = &self.store else {
            self.reply(Reply::Failed(NO_STORE.to_owned()));
            return;
        };
        let restored = store.restore_version(id, version, now);
        match restored.and_then(|(posting, saved)| Ok((posting, saved, store.info(id)?))) {
            Ok((posting, saved, info)) => {
                self.revisions.insert(id, saved.revision);
                self.unindexed = true;
                let message = "That version is back. What was here before is kept as a version.".to_owned();
                self.show(posting, info.status, true, Some(message));
            }
            Err(error) => self.reply(Reply::Failed(error.to_string())),
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Why a save failed, in two or three words after "Not saved".
fn short_reason(error: &StoreError) -> &'static str {
    match error {
        StoreError::DiskFull { .. } => "disk full",
        StoreError::ReadOnly { .. } => "no right to write",
        StoreError::Locked { .. } => "in use by another program",
        StoreError::NoAccess { .. } | StoreError::Folder { .. } | StoreError::Gone { .. } => "no drafts folder",
        StoreError::Damaged { .. } | StoreError::Foreign { .. } => "the drafts are damaged",
        StoreError::Newer { .. } => "newer drafts",
        _ => "disk trouble",
    }
}

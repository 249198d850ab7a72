//! Where the work is done: each request, and a step of the long work when there is none.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use uuid::Uuid;

use super::jobs::{Ids, Running};
use super::message::{Change, Kept, Overview, Reply, Request, Stop};
use super::{Hand, Tools};
use crate::catalog::Catalog;
use crate::drafts::{ChangeMark, DraftStore, Query, Revision, Settings, Shelf, StoreError, VersionKind, posting_file};
use crate::export;
use crate::files::{self, Existing};
use crate::posting::Logo;

/// How many drafts the start screen shows.
const RECENT: usize = 8;

/// How many drafts are brought into the index between two requests.
const INDEXED_AT_ONCE: usize = 32;

pub(super) const NO_STORE: &str = "The drafts folder could not be opened, so nothing is kept there. \
    Choose another folder for your drafts, or save a copy of this posting to a file.";

/// What the work is done with.
pub(super) struct Bench {
    pub store: Option<DraftStore>,
    pub data_dir: PathBuf,
    pub catalog: Arc<Catalog>,
    pub clock: fn() -> Timestamp,
    /// What each open draft was when it was read or saved last.
    pub revisions: HashMap<Uuid, Revision>,
    pub job: Option<Running>,
    /// Identities that are being looked up.
    pub ids: Option<Ids>,
    /// What was last counted, and what the store was then.
    pub counted: Option<(ChangeMark, Overview)>,
    /// True: there may be words that search does not know yet.
    pub unindexed: bool,
    newest_search: Arc<AtomicU64>,
    pub hand: Hand,
    /// False: everything is done at once, as tests want it.
    pub threads: bool,
    /// The draft that this window has open, to be changed.
    pub held: Option<Uuid>,
    /// The folder that the next start is to open, which could not be remembered yet.
    pub to_remember: Option<PathBuf>,
}

impl Bench {
    pub fn new(tools: Tools, hand: Hand, newest_search: Arc<AtomicU64>, threads: bool) -> Self {
        let Tools { store, data_dir, catalog, clock } = tools;
        Self {
            store,
            data_dir,
            catalog,
            clock,
            revisions: HashMap::new(),
            job: None,
            ids: None,
            counted: None,
            unindexed: true,
            newest_search,
            hand,
            threads,
            held: None,
            to_remember: None,
        }
    }

    pub fn reply(&self, reply: Reply) {
        self.hand.reply(reply);
    }

    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// True if there is long work to go on with.
    pub fn has_job(&self) -> bool {
        self.job.is_some() || self.ids.is_some()
    }

    /// True if there is something to do that nobody waits for.
    pub fn has_work_of_its_own(&self) -> bool {
        self.has_job() || (self.unindexed && self.store.is_some())
    }

    /// Goes on with what is done between requests.
    pub fn step(&mut self) {
        if self.has_job() {
            self.job_step();
        } else if let Some(store) = &self.store {
            // What cannot be written now is tried again with the next search.
            self.unindexed = store.index_pending(INDEXED_AT_ONCE).is_ok_and(|left| left > 0);
        }
    }

    /// Does what is asked for.
    pub fn work(&mut self, request: Request) {
        match request {
            Request::Save { posting, title, document } => self.save(&posting, &title, &document),
            Request::Load { id, how } => {
                self.load(id, how);
            }
            Request::Resume(left_open) => self.resume(left_open),
            Request::Heartbeat => self.heartbeat(),
            Request::Salvage => self.salvage(),
            Request::Backup(stop) => self.back_up(false, stop),
            Request::DailyBackup => self.back_up(true, Stop::default()),
            Request::Backups => self.list_backups(),
            Request::SetBackupFolder(folder) => {
                self.with_store(|store| store.set_backup_folder(Some(&folder)).map(|()| None));
                self.list_backups();
            }
            Request::RestoreBackup { path, stop } => self.restore_backup(&path, &stop),
            Request::Relocate { folder, stop } => self.relocate(&folder, &stop),
            Request::SetOpenDraft(id) => {
                if id.is_none() {
                    self.let_go();
                }
                self.keep(|store| store.put_setting(Kept::OPEN_DRAFT, &id));
            }
            Request::Overview => self.overview(),
            Request::Search { generation, query } => self.search(generation, &query),
            Request::Ids { generation, query } => self.begin_ids(generation, *query),
            Request::Duplicate { id, new_id } => self.duplicate(id, new_id),
            Request::Change { ids, change } => self.change(ids, change),
            Request::DeleteForGood(ids) => {
                self.with_store(|store| {
                    let count = match ids {
                        Some(ids) => store.delete_all_for_good(&ids).map(|()| ids.len())?,
                        None => store.empty_trash()?,
                    };
                    Ok(Some(Reply::DeletedForGood(count)))
                });
                self.overview();
            }
            Request::Begin(job) => self.begin(job),
            Request::CancelJob => self.cancel(),
            Request::Versions(id) => {
                self.with_store(|store| Ok(Some(Reply::Versions { id, versions: store.versions(id)? })));
            }
            Request::Compare { id, current, sides } => self.compare(id, &current, sides),
            Request::RestoreVersion { id, version } => self.restore_version(id, version),
            Request::KeepVersion { id, note } => {
                let now = self.now();
                self.with_store(|store| {
                    store.keep_version(id, VersionKind::Note, &note, now).map(|_| Some(Reply::VersionKept))
                });
            }
            Request::PutSettings(settings) => self.keep(|store| store.put_setting(Settings::KEY, &settings)),
            Request::PutTextOptions(options) => self.keep(|store| store.put_setting(Kept::TEXT_OPTIONS, &options)),
            Request::PutProfile(profile) => self.with_store(|store| store.put_profile(&profile).map(|()| None)),
            Request::Export { draft, document, format, options, path, existing } => {
                let reply = match export::write(&document, format, &options) {
                    Ok(bytes) => write_file(&path, &bytes, existing),
                    Err(error) => Reply::NotWritten { reason: error.to_string() },
                };
                if matches!(reply, Reply::Written { .. }) {
                    self.keep_as(draft, VersionKind::Export, &path);
                }
                self.reply(reply);
            }
            Request::ExportKit { draft, files, options } => self.export_kit(draft, &files, &options),
            Request::SaveCopy { posting, path, existing } => {
                self.reply(write_file(&path, &posting_file::to_bytes(&posting), existing));
            }
            Request::OpenFile { path, new_id } => self.open_file(&path, new_id),
            Request::ReadLogo(path) => {
                let reply = match files::read_limited(&path, Logo::MAX_BYTES as u64) {
                    Ok(bytes) => match Logo::from_png(&bytes) {
                        Ok(logo) => Reply::LogoRead(logo),
                        Err(error) => Reply::Failed(format!("{} cannot be the logo: {error}.", path.display())),
                    },
                    Err(error) => Reply::Failed(error.to_string()),
                };
                self.reply(reply);
            }
            Request::Flush(done) => {
                self.remember_folder();
                // Nobody waits any more if this fails.
                let _ = done.send(());
            }
        }
    }

    pub fn with_store(&self, work: impl FnOnce(&DraftStore) -> Result<Option<Reply>, StoreError>) {
        let reply = match &self.store {
            None => Some(Reply::Failed(NO_STORE.to_owned())),
            Some(store) => work(store).unwrap_or_else(|error| Some(Reply::Failed(error.to_string()))),
        };
        if let Some(reply) = reply {
            self.reply(reply);
        }
    }

    /// Settings that cannot be kept are worth a line in the log, not a message.
    fn keep(&self, work: impl FnOnce(&DraftStore) -> Result<(), StoreError>) {
        if let Some(store) = &self.store
            && let Err(error) = work(store)
        {
            tracing::warn!(reason = error.log_name(), "the settings could not be kept");
        }
    }

    /// True if a newer search has been asked for since.
    pub fn is_overtaken(&self, generation: u64) -> bool {
        generation < self.newest_search.load(Ordering::Relaxed)
    }

    fn search(&mut self, generation: u64, query: &Query) {
        if self.is_overtaken(generation) {
            return;
        }
        let Some(store) = &self.store else { return };
        let reply = match store.search(query) {
            Ok(page) => {
                self.unindexed |= page.unindexed > 0;
                Reply::Found { generation, offset: query.offset, page }
            }
            Err(error) => Reply::Failed(error.to_string()),
        };
        self.reply(reply);
    }

    pub fn overview(&mut self) {
        // Without a store the window has said so.
        let Some(store) = &self.store else { return };
        let mark = store.change_mark().ok();
        if let Some((then, overview)) = &self.counted
            && mark == Some(*then)
        {
            self.reply(Reply::Overview(overview.clone()));
            return;
        }
        let count = |shelf| store.search(&Query { shelf, limit: 0, ..Query::default() }).map(|page| page.total);
        let overview = || {
            let recent = store.search(&Query { limit: RECENT, ..Query::default() })?;
            Ok::<_, StoreError>(Overview {
                shelves: [recent.total, count(Shelf::Archive)?, count(Shelf::Trash)?],
                recent: recent.hits.into_iter().map(|hit| hit.draft).collect(),
                companies: store.companies()?,
            })
        };
        let reply = match overview() {
            Ok(overview) => {
                self.counted = mark.map(|mark| (mark, overview.clone()));
                Reply::Overview(overview)
            }
            Err(error) => Reply::Failed(error.to_string()),
        };
        self.reply(reply);
    }

    fn change(&mut self, ids: Arc<[Uuid]>, change: Change) {
        let now = self.now();
        self.with_store(|store| {
            match change {
                Change::Status(status) => store.set_status(&ids, status)?,
                Change::Archive => store.archive(&ids, now)?,
                Change::Unarchive => store.unarchive(&ids)?,
                Change::Trash => store.trash_all(&ids, now)?,
                Change::Restore => store.restore_all(&ids)?,
            }
            Ok(Some(Reply::Changed { ids, change }))
        });
        self.overview();
    }
}

pub(super) fn write_file(path: &Path, bytes: &[u8], existing: Existing) -> Reply {
    match files::replace(path, bytes, existing) {
        Ok(()) => Reply::Written { path: path.to_owned() },
        Err(error) if matches!(error.fault, files::FileFault::Exists) => Reply::Exists { path: path.to_owned() },
        Err(error) => Reply::NotWritten { reason: error.to_string() },
    }
}

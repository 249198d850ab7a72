//! Long work, a piece at a time: a save or a search that comes in between is done first, and
//! cancelling ends it at the next piece.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::bench::{Bench, NO_STORE};
use super::message::{Drafts, Job, JobEnd, ManyForm, Reply};
use crate::document::build;
use crate::drafts::{Order, Query, VersionKind, posting_file, posting_files_in};
use crate::export;
use crate::export::text::{self, TextOptions};
use crate::files::{self, FreeNames};
use crate::posting::Posting;

/// How many identities are looked up at once.
const IDS_AT_ONCE: usize = 500;

/// Long work that has begun.
pub(super) struct Running {
    work: Work,
    total: usize,
    done: usize,
    failed: usize,
    /// Why the first of those failed.
    first_failure: String,
}

enum Work {
    Export { ids: VecDeque<Uuid>, folder: PathBuf, names: FreeNames, form: ManyForm, options: TextOptions },
    Duplicate(VecDeque<Uuid>),
    Import { files: VecDeque<PathBuf>, folder: PathBuf, known: usize },
}

/// Identities that are being looked up.
pub(super) struct Ids {
    generation: u64,
    query: Query,
    left: usize,
    ids: Vec<Uuid>,
}

impl Bench {
    pub fn begin(&mut self, job: Job) {
        let begun = match job {
            Job::Export { drafts, folder, form, options } => self.ids_of(drafts).and_then(|ids| {
                if !folder.is_dir() {
                    files::make_folder(&folder).map_err(|error| error.to_string())?;
                }
                Ok(Work::Export { ids, folder, names: FreeNames::default(), form, options })
            }),
            Job::Duplicate { ids } => Ok(Work::Duplicate(ids.iter().copied().collect())),
            Job::OpenFolder { folder } => posting_files_in(&folder)
                .map(|files| Work::Import { files: files.into(), folder, known: 0 })
                .map_err(|error| error.to_string()),
        };
        match begun {
            Ok(work) => {
                let total = match &work {
                    Work::Export { ids, .. } | Work::Duplicate(ids) => ids.len(),
                    Work::Import { files, .. } => files.len(),
                };
                self.job = Some(Running { work, total, done: 0, failed: 0, first_failure: String::new() });
                self.reply(Reply::Progress { done: 0, total });
            }
            Err(reason) => self.reply(Reply::JobEnded(JobEnd::trouble(reason))),
        }
    }

    pub fn cancel(&mut self) {
        if let Some(job) = self.job.take() {
            self.end_job(&job, true);
        }
    }

    /// Does the next piece of the long work.
    pub fn job_step(&mut self) {
        if self.ids.is_some() {
            self.ids_step();
            return;
        }
        let Some(mut job) = self.job.take() else { return };
        let outcome = match &mut job.work {
            Work::Export { ids, folder, names, form, options } => {
                ids.pop_front().map(|id| self.write_one(id, folder, names, *form, options))
            }
            Work::Duplicate(ids) => ids.pop_front().map(|id| self.duplicate_one(id)),
            Work::Import { files, known, .. } => files.pop_front().map(|path| self.import_one(&path, known)),
        };
        match outcome {
            None => self.end_job(&job, false),
            Some(outcome) => {
                match outcome {
                    Ok(()) => job.done += 1,
                    Err(reason) => {
                        job.failed += 1;
                        if job.first_failure.is_empty() {
                            job.first_failure = reason;
                        }
                    }
                }
                self.reply(Reply::Progress { done: job.done + job.failed, total: job.total });
                self.job = Some(job);
            }
        }
    }

    fn end_job(&mut self, job: &Running, cancelled: bool) {
        let (one, many, verb, folder) = match &job.work {
            Work::Export { folder, .. } => ("posting is", "postings are", "written", Some(folder)),
            Work::Duplicate(_) => ("copy is", "copies are", "made", None),
            Work::Import { .. } => ("posting is", "postings are", "taken in", None),
        };
        let known = if let Work::Import { known, .. } = &job.work { *known } else { 0 };
        let count = job.done - known;
        let mut text = format!("{count} {} {verb}.", if count == 1 { one } else { many });
        if let Work::Import { folder, .. } = &job.work
            && job.total == 0
        {
            text = format!("There is no .rolewright file in {}.", folder.display());
        }
        if known > 0 {
            text.push_str(&format!(" {known} were here already, word for word."));
        }
        if cancelled {
            text.push_str(&format!(" You stopped at {} of {}.", job.done + job.failed, job.total));
        }
        if job.failed > 0 {
            text.push_str(&format!(" {} could not be: {}", job.failed, job.first_failure));
        }
        if matches!(job.work, Work::Duplicate(_) | Work::Import { .. }) {
            self.overview();
        }
        self.reply(Reply::JobEnded(JobEnd { text, trouble: job.failed > 0, folder: folder.cloned(), exported: true }));
    }

    fn ids_of(&self, drafts: Drafts) -> Result<VecDeque<Uuid>, String> {
        let store = self.store.as_ref().ok_or(NO_STORE)?;
        match drafts {
            Drafts::These(ids) => Ok(ids.iter().copied().collect()),
            Drafts::All => store.kept_ids().map(VecDeque::from).map_err(|error| error.to_string()),
        }
    }

    fn write_one(
        &self,
        id: Uuid,
        folder: &Path,
        names: &mut FreeNames,
        form: ManyForm,
        options: &TextOptions,
    ) -> Result<(), String> {
        let store = self.store.as_ref().ok_or(NO_STORE)?;
        let posting = store.load(id).map_err(|error| error.to_string())?;
        let document = build(&posting, &self.catalog);
        let (bytes, extension) = match form {
            ManyForm::Copy => (posting_file::to_bytes(&posting), "rolewright"),
            ManyForm::Export(format) => {
                let bytes = export::write(&document, format, options).map_err(|error| error.to_string())?;
                (bytes, format.extension())
            }
        };
        let written = names.write(folder, &export::suggested_file_name(&document), extension, &bytes);
        let path = written.map_err(|error| error.to_string())?;
        if form != ManyForm::Copy {
            self.keep_as(id, VersionKind::Export, &path);
        }
        Ok(())
    }

    fn duplicate_one(&mut self, id: Uuid) -> Result<(), String> {
        let now = self.now();
        let store = self.store.as_ref().ok_or(NO_STORE)?;
        store.duplicate(id, Uuid::now_v7(), None, now).map_err(|error| error.to_string())?;
        self.unindexed = true;
        Ok(())
    }

    /// Takes in a file. A posting that is here already, word for word, is not taken in twice; one
    /// that is here with other words becomes a draft of its own.
    fn import_one(&mut self, path: &Path, known: &mut usize) -> Result<(), String> {
        let store = self.store.as_ref().ok_or(NO_STORE)?;
        let catalog = &self.catalog;
        let mut words = |posting: &Posting| {
            let words = text::write(&build(posting, catalog), &TextOptions::default());
            (posting.title(catalog).into_owned(), Some(words))
        };
        match store.import_file(path, self.now(), &mut words, &mut Uuid::now_v7)? {
            None => *known += 1,
            Some(_) => self.unindexed = true,
        }
        Ok(())
    }

    pub fn begin_ids(&mut self, generation: u64, query: Query) {
        // The best come first only among a thousand; here all are wanted.
        let order = if query.order == Order::Best { Order::Changed } else { query.order };
        let left = query.limit;
        self.ids = Some(Ids { generation, query: Query { order, ..query }, left, ids: Vec::new() });
    }

    fn ids_step(&mut self) {
        let Some(mut run) = self.ids.take() else { return };
        if self.is_overtaken(run.generation) {
            return;
        }
        let Some(store) = &self.store else { return };
        run.query.limit = run.left.min(IDS_AT_ONCE);
        match store.search(&run.query) {
            Ok(page) => {
                let found = page.hits.len();
                run.ids.extend(page.hits.into_iter().map(|hit| hit.draft.id));
                run.query.offset += found;
                run.left -= found.min(run.left);
                if found == 0 || run.left == 0 || run.query.offset >= page.total {
                    self.reply(Reply::Ids { generation: run.generation, ids: run.ids });
                } else {
                    self.ids = Some(run);
                }
            }
            Err(error) => self.reply(Reply::Failed(error.to_string())),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use jiff::Timestamp;

    use super::*;
    use crate::app::worker::{Request, Stop, Tools, Worker};
    use crate::catalog::{Catalog, Id, Level, Role, Track};
    use crate::drafts::DraftStore;
    use crate::posting::Posting;

    fn catalog() -> Arc<Catalog> {
        Arc::new(crate::catalog::load_with_folder("en", None).catalog)
    }

    fn store_with(folder: &Path, catalog: &Catalog, drafts: u128) -> (DraftStore, Vec<Uuid>) {
        let store = DraftStore::open(folder).unwrap();
        let role = Role { specialism: Id::new("backend").unwrap(), track: Track::Engineer, level: Level::Senior };
        let ids: Vec<Uuid> = (1..=drafts).map(Uuid::from_u128).collect();
        for id in &ids {
            let posting = Posting::new(*id, role.clone(), None, catalog, Timestamp::UNIX_EPOCH);
            store.save(&posting, &posting.title(catalog)).unwrap();
        }
        (store, ids)
    }

    fn until_ended(worker: &Worker) -> JobEnd {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(60) {
            match worker.take() {
                Some(Reply::JobEnded(end)) => return end,
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        }
        panic!("the work does not end");
    }

    #[test]
    fn writing_many_stops_when_asked_and_says_how_far_it_came() {
        let folder = tempfile::tempdir().unwrap();
        let catalog = catalog();
        let (store, ids) = store_with(folder.path(), &catalog, 40);
        let tools = Tools { store: Some(store), data_dir: folder.path().to_owned(), catalog, clock: Timestamp::now };
        let worker = Worker::thread(tools, || {}).unwrap();
        let out = folder.path().join("out");
        worker.send(Request::Begin(Job::Export {
            drafts: Drafts::These(ids.into()),
            folder: out.clone(),
            form: ManyForm::Copy,
            options: TextOptions::default(),
        }));
        worker.send(Request::CancelJob);
        let end = until_ended(&worker);
        assert!(end.text.contains("You stopped at"), "{}", end.text);
        assert!(std::fs::read_dir(out).unwrap().count() < 40);
    }

    #[test]
    fn all_drafts_written_to_a_folder_come_back_whole_and_only_once() {
        let folder = tempfile::tempdir().unwrap();
        let catalog = catalog();
        let (store, ids) = store_with(folder.path(), &catalog, 3);
        let tools = |store: DraftStore, at: &Path| Tools {
            store: Some(store),
            data_dir: at.to_owned(),
            catalog: catalog.clone(),
            clock: Timestamp::now,
        };
        let worker = Worker::inline(tools(store, folder.path()), || {});
        let out = folder.path().join("out");
        worker.send(Request::Begin(Job::Export {
            drafts: Drafts::All,
            folder: out.clone(),
            form: ManyForm::Copy,
            options: TextOptions::default(),
        }));
        assert_eq!(until_ended(&worker).text, "3 postings are written.");

        let other = tempfile::tempdir().unwrap();
        let worker = Worker::inline(tools(DraftStore::open(other.path()).unwrap(), other.path()), || {});
        worker.send(Request::Begin(Job::OpenFolder { folder: out.clone() }));
        assert_eq!(until_ended(&worker).text, "3 postings are taken in.");
        let store = DraftStore::open(other.path()).unwrap();
        assert!(ids.iter().all(|id| store.load(*id).is_ok()));
        worker.send(Request::Begin(Job::OpenFolder { folder: out }));
        assert_eq!(until_ended(&worker).text, "0 postings are taken in. 3 were here already, word for word.");
        assert_eq!(store.list().unwrap().len(), 3);
    }

    #[test]
    fn restoring_a_backup_ends_when_it_is_stopped_and_everything_is_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let catalog = catalog();
        // Some five megabytes: a smaller store is done in one step.
        let (store, ids) = store_with(folder.path(), &catalog, 400);
        let mut whole = |_| true;
        let backup = store.backup_now(Timestamp::UNIX_EPOCH, &mut whole).unwrap();
        store.trash(ids[0], Timestamp::UNIX_EPOCH).unwrap();
        let tools = Tools { store: Some(store), data_dir: folder.path().to_owned(), catalog, clock: Timestamp::now };
        let worker = Worker::thread(tools, || {}).unwrap();
        let stop = Stop::default();
        stop.pull();
        worker.send(Request::RestoreBackup { path: backup.clone(), stop });
        let end = until_ended(&worker);
        assert!(!end.trouble && end.text.contains("You stopped it."), "{}", end.text);
        let store = DraftStore::open(folder.path()).unwrap();
        assert_eq!(store.list_trash().unwrap().len(), 1);
        worker.send(Request::RestoreBackup { path: backup, stop: Stop::default() });
        assert!(worker.flush(Duration::from_secs(60)));
        assert!(store.list_trash().unwrap().is_empty());
    }
}

//! Slow work: the disk, exports. One named thread takes typed requests in their order and sends
//! typed replies; each reply wakes the window. The painting thread never waits, but for the last
//! save when the window closes.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use jiff::Timestamp;
use uuid::Uuid;

use crate::document::Document;
use crate::drafts::{DraftInfo, DraftStore, Settings, StoreError, posting_file};
use crate::export::{self, Format, text::TextOptions};
use crate::files::{self, Existing};
use crate::posting::{CompanyProfile, Logo, Posting};

/// Work to do.
#[derive(Debug)]
pub enum Request {
    /// Save a draft.
    Save { posting: Arc<Posting>, title: String },
    /// Read a draft and show it.
    Load(Uuid),
    /// List the drafts and the trash.
    List,
    /// Make a new draft of an old one and show it.
    Duplicate { id: Uuid, new_id: Uuid, now: Timestamp },
    /// Move a draft to the trash.
    Trash { id: Uuid, now: Timestamp },
    /// Take a draft out of the trash.
    Restore(Uuid),
    /// Delete a draft of the trash for good.
    DeleteForGood(Uuid),
    /// Delete everything in the trash for good.
    EmptyTrash,
    /// Keep the settings.
    PutSettings(Box<Settings>),
    /// Keep the text export's options.
    PutTextOptions(TextOptions),
    /// Keep the company profile.
    PutProfile(Box<CompanyProfile>),
    /// Write a document.
    Export { document: Arc<Document>, format: Format, options: TextOptions, path: PathBuf, existing: Existing },
    /// Write a `.rolewright` file.
    SaveCopy { posting: Arc<Posting>, path: PathBuf, existing: Existing },
    /// Read a `.rolewright` file and show it as a draft.
    OpenFile { path: PathBuf, new_id: Uuid, now: Timestamp },
    /// Read a PNG file.
    ReadLogo(PathBuf),
    /// Tell when everything before it is done.
    Flush(Sender<()>),
}

/// What became of it.
#[derive(Debug)]
pub enum Reply {
    /// A draft is on disk as it was at `changed`.
    Saved { id: Uuid, changed: Timestamp },
    /// A draft could not be saved.
    NotSaved { id: Uuid, reason: String },
    /// A draft to show. `message` says where it came from, if that is not plain.
    Loaded { posting: Box<Posting>, message: Option<String> },
    /// The drafts and the trash.
    Listed { drafts: Vec<DraftInfo>, trash: Vec<DraftInfo> },
    /// A file is written.
    Written { path: PathBuf },
    /// There is a file of that name, and nobody said that it may be replaced.
    Exists { path: PathBuf },
    /// A file could not be written.
    NotWritten { reason: String },
    /// A logo was read.
    LogoRead(Logo),
    /// Something else went wrong: what, what is safe, what to do.
    Failed(String),
}

/// The hand that sends requests and takes replies.
pub struct Worker {
    requests: Requests,
    replies: Receiver<Reply>,
}

enum Requests {
    Thread(Option<Sender<Request>>, Option<std::thread::JoinHandle<()>>),
    Inline(Box<std::cell::RefCell<Bench>>),
}

/// What the work is done with.
struct Bench {
    store: Option<DraftStore>,
    replies: Sender<Reply>,
    wake: Box<dyn Fn() + Send>,
}

impl Worker {
    /// Starts the thread. `wake` is called after each reply.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn thread(store: Option<DraftStore>, wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let (reply_to, replies) = channel();
        let (send, requests) = channel();
        let mut bench = Bench { store, replies: reply_to, wake: Box::new(wake) };
        let handle = std::thread::Builder::new().name("rolewright-worker".to_owned()).spawn(move || {
            while let Ok(request) = requests.recv() {
                bench.work(request);
            }
        })?;
        Ok(Self { requests: Requests::Thread(Some(send), Some(handle)), replies })
    }

    /// Does each request at once, on the thread that sends it: for tests.
    pub fn inline(store: Option<DraftStore>) -> Self {
        let (reply_to, replies) = channel();
        let bench = Bench { store, replies: reply_to, wake: Box::new(|| {}) };
        Self { requests: Requests::Inline(Box::new(std::cell::RefCell::new(bench))), replies }
    }

    /// Asks for work.
    pub fn send(&self, request: Request) {
        match &self.requests {
            Requests::Thread(Some(send), _) => {
                if send.send(request).is_err() {
                    tracing::error!("the worker thread has ended");
                }
            }
            Requests::Thread(None, _) => {}
            Requests::Inline(bench) => bench.borrow_mut().work(request),
        }
    }

    /// Takes a finished reply, if there is one.
    pub fn take(&self) -> Option<Reply> {
        self.replies.try_recv().ok()
    }

    /// Waits until everything sent so far is done, at most `limit`. Returns whether it is.
    pub fn flush(&self, limit: std::time::Duration) -> bool {
        let (done, wait) = channel();
        self.send(Request::Flush(done));
        wait.recv_timeout(limit).is_ok()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if let Requests::Thread(send, handle) = &mut self.requests {
            drop(send.take());
            if let Some(handle) = handle.take()
                && handle.join().is_err()
            {
                tracing::error!("the worker thread panicked");
            }
        }
    }
}

const NO_STORE: &str = "The drafts folder could not be opened, so nothing is kept there. \
    Use File, Save a copy… to keep this posting in a file.";

impl Bench {
    fn reply(&self, reply: Reply) {
        if self.replies.send(reply).is_ok() {
            (self.wake)();
        }
    }

    fn work(&mut self, request: Request) {
        match request {
            Request::Save { posting, title } => {
                let saved = self.store.as_ref().map_or_else(
                    || Err(NO_STORE.to_owned()),
                    |store| store.save(&posting, &title).map_err(|error| error.to_string()),
                );
                self.reply(match saved {
                    Ok(()) => Reply::Saved { id: posting.id, changed: posting.changed },
                    Err(reason) => Reply::NotSaved { id: posting.id, reason },
                });
            }
            Request::Load(id) => self.with_store(|store| {
                let posting = Box::new(store.load(id)?);
                Ok(Some(Reply::Loaded { posting, message: None }))
            }),
            Request::List => self.list(),
            Request::Duplicate { id, new_id, now } => self.with_store(|store| {
                let posting = Box::new(store.duplicate(id, new_id, None, now)?);
                Ok(Some(Reply::Loaded { posting, message: Some("This is a copy, a draft of its own.".to_owned()) }))
            }),
            Request::Trash { id, now } => {
                self.with_store(|store| store.trash(id, now).map(|()| None));
                self.list();
            }
            Request::Restore(id) => {
                self.with_store(|store| store.restore(id).map(|()| None));
                self.list();
            }
            Request::DeleteForGood(id) => {
                self.with_store(|store| store.delete_for_good(id).map(|()| None));
                self.list();
            }
            Request::EmptyTrash => {
                self.with_store(|store| store.empty_trash().map(|_| None));
                self.list();
            }
            Request::PutSettings(settings) => self.keep(|store| store.put_setting(Settings::KEY, &settings)),
            Request::PutTextOptions(options) => self.keep(|store| store.put_setting("text-options", &options)),
            Request::PutProfile(profile) => self.with_store(|store| store.put_profile(&profile).map(|()| None)),
            Request::Export { document, format, options, path, existing } => {
                let reply = match export::write(&document, format, &options) {
                    Ok(bytes) => write_file(&path, &bytes, existing),
                    Err(error) => Reply::NotWritten { reason: error.to_string() },
                };
                self.reply(reply);
            }
            Request::SaveCopy { posting, path, existing } => {
                self.reply(write_file(&path, &posting_file::to_bytes(&posting), existing));
            }
            Request::OpenFile { path, new_id, now } => {
                let reply = self.open_file(&path, new_id, now);
                self.reply(reply);
            }
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
                // Nobody waits any more if this fails.
                let _ = done.send(());
            }
        }
    }

    fn with_store(&self, work: impl FnOnce(&DraftStore) -> Result<Option<Reply>, StoreError>) {
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
            tracing::warn!(%error, "the settings could not be kept");
        }
    }

    fn list(&self) {
        let Some(store) = &self.store else { return };
        match store.list().and_then(|drafts| Ok((drafts, store.list_trash()?))) {
            Ok((drafts, trash)) => self.reply(Reply::Listed { drafts, trash }),
            Err(error) => self.reply(Reply::Failed(error.to_string())),
        }
    }

    fn open_file(&self, path: &Path, new_id: Uuid, now: Timestamp) -> Reply {
        match posting_file::read(path) {
            Ok(mut posting) => {
                // A file opened twice is two drafts; the file itself is never written to.
                posting.id = new_id;
                posting.changed = now;
                let name =
                    path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
                Reply::Loaded {
                    posting: Box::new(posting),
                    message: Some(format!("Opened {name} as a new draft. The file stays as it is.")),
                }
            }
            Err(error) => Reply::Failed(error.to_string()),
        }
    }
}

fn write_file(path: &Path, bytes: &[u8], existing: Existing) -> Reply {
    match files::replace(path, bytes, existing) {
        Ok(()) => Reply::Written { path: path.to_owned() },
        Err(error) if matches!(error.fault, files::FileFault::Exists) => Reply::Exists { path: path.to_owned() },
        Err(error) => Reply::NotWritten { reason: error.to_string() },
    }
}

//! Slow work: the disk, searches, exports. One named thread takes typed requests in their order
//! and sends typed replies; each reply wakes the window. The painting thread never waits, but for
//! the last save when the window closes.
//!
//! Long work is done a piece at a time, between requests; a search that a newer one has overtaken
//! is not begun.

mod backups;
mod bench;
mod jobs;
mod keeping;
mod kit_files;
mod message;

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::time::Duration;

use jiff::Timestamp;

use crate::catalog::Catalog;
use crate::drafts::DraftStore;
use bench::Bench;
pub use message::{
    Change, Drafts, Job, JobEnd, Kept, KitFiles, Loaded, ManyForm, Moved, Opening, Overview, Reply, Request, Stop,
    Which,
};

/// How often a window that rests says that it lives.
const HEARTBEAT: Duration = Duration::from_secs(60);

/// What the work is done with.
pub struct Tools {
    /// The drafts; `None`: the store could not be opened.
    pub store: Option<DraftStore>,
    /// Where the data is; the store as well, unless another folder was chosen for it.
    pub data_dir: PathBuf,
    /// What postings are put into words with.
    pub catalog: Arc<Catalog>,
    /// The time.
    pub clock: fn() -> Timestamp,
}

/// The hand that sends requests and takes replies.
pub struct Worker {
    requests: Requests,
    replies: Receiver<Reply>,
    newest_search: Arc<AtomicU64>,
}

enum Requests {
    Thread(Option<Sender<Request>>, Option<std::thread::JoinHandle<()>>),
    Inline(Box<RefCell<Bench>>),
}

impl Worker {
    /// Starts the thread. `wake` is called after each reply.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn thread(tools: Tools, wake: impl Fn() + Send + Sync + 'static) -> std::io::Result<Self> {
        let (mut bench, replies, newest_search) = bench(tools, Arc::new(wake), true);
        let (send, requests) = channel();
        let handle = std::thread::Builder::new().name("rolewright-worker".to_owned()).spawn(move || {
            loop {
                let request = if bench.has_work_of_its_own() {
                    requests.try_recv()
                } else {
                    match requests.recv_timeout(HEARTBEAT) {
                        Err(RecvTimeoutError::Timeout) => Ok(Request::Heartbeat),
                        request => request.map_err(|_| TryRecvError::Disconnected),
                    }
                };
                match request {
                    Ok(request) => bench.work(request),
                    Err(TryRecvError::Empty) => bench.step(),
                    Err(TryRecvError::Disconnected) => break,
                }
            }
        })?;
        Ok(Self { requests: Requests::Thread(Some(send), Some(handle)), replies, newest_search })
    }

    /// Does each request at once, on the thread that sends it: for tests.
    pub fn inline(tools: Tools, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (bench, replies, newest_search) = bench(tools, Arc::new(wake), false);
        Self { requests: Requests::Inline(Box::new(RefCell::new(bench))), replies, newest_search }
    }

    /// Asks for work.
    pub fn send(&self, request: Request) {
        if let Request::Search { generation, .. } | Request::Ids { generation, .. } = &request {
            self.newest_search.fetch_max(*generation, Ordering::Relaxed);
        }
        match &self.requests {
            Requests::Thread(Some(send), _) => {
                if send.send(request).is_err() {
                    tracing::error!("the worker thread has ended");
                }
            }
            Requests::Thread(None, _) => {}
            Requests::Inline(bench) => {
                let mut bench = bench.borrow_mut();
                bench.work(request);
                while bench.has_job() {
                    bench.step();
                }
            }
        }
    }

    /// Takes a finished reply, if there is one.
    pub fn take(&self) -> Option<Reply> {
        self.replies.try_recv().ok()
    }

    /// Waits until everything sent so far is done, at most `limit`. Returns whether it is.
    pub fn flush(&self, limit: Duration) -> bool {
        let (done, wait) = channel();
        self.send(Request::Flush(done));
        wait.recv_timeout(limit).is_ok()
    }
}

/// What is called after each reply.
type Wake = Arc<dyn Fn() + Send + Sync>;

fn bench(tools: Tools, wake: Wake, threads: bool) -> (Bench, Receiver<Reply>, Arc<AtomicU64>) {
    let (reply_to, replies) = channel();
    let newest_search = Arc::new(AtomicU64::new(0));
    (Bench::new(tools, Hand { replies: reply_to, wake }, newest_search.clone(), threads), replies, newest_search)
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

/// What replies are given with.
#[derive(Clone)]
struct Hand {
    replies: Sender<Reply>,
    wake: Wake,
}

impl Hand {
    fn reply(&self, reply: Reply) {
        if self.replies.send(reply).is_ok() {
            (self.wake)();
        }
    }
}

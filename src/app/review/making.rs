//! The rules made ready: word lists and dictionaries take a while to read, so it is done on a
//! thread of its own, after the first frame.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use crate::catalog::Catalog;
use crate::review::Reviewer;

/// How far the rules are.
pub struct Making {
    state: State,
    /// True: everything at once on one thread, for tests.
    inline: bool,
}

enum State {
    NotBegun,
    Coming(Receiver<Reviewer>),
    Ready(Arc<Reviewer>),
    /// The thread ended without an answer: there is no review in this window.
    Failed,
}

impl Making {
    /// Not begun. `inline`: to be done at once when it begins, for tests.
    pub fn new(inline: bool) -> Self {
        Self { state: State::NotBegun, inline }
    }

    /// Begins; `wake` is called when the rules are ready.
    pub fn begin(&mut self, catalog: Arc<Catalog>, wake: impl FnOnce() + Send + 'static) {
        let make = move || {
            let begun = std::time::Instant::now();
            let reviewer = Reviewer::new(&catalog);
            tracing::debug!(target: "rolewright::review", millis = begun.elapsed().as_millis() as u64, "rules ready");
            reviewer
        };
        if self.inline {
            self.state = State::Ready(Arc::new(make()));
            wake();
            return;
        }
        let (send, coming) = channel();
        let thread = std::thread::Builder::new().name("rolewright-review".to_owned()).spawn(move || {
            if send.send(make()).is_ok() {
                wake();
            }
        });
        self.state = match thread {
            Ok(_) => State::Coming(coming),
            Err(error) => {
                tracing::error!(%error, "no thread for the review");
                State::Failed
            }
        };
    }

    /// The rules, once they are ready.
    pub fn ready(&mut self) -> Option<Arc<Reviewer>> {
        if let State::Coming(coming) = &self.state {
            match coming.try_recv() {
                Ok(reviewer) => self.state = State::Ready(Arc::new(reviewer)),
                Err(TryRecvError::Empty) => {}
                Err(TryRecvError::Disconnected) => {
                    tracing::error!("the review's thread ended without rules");
                    self.state = State::Failed;
                }
            }
        }
        match &self.state {
            State::Ready(reviewer) => Some(reviewer.clone()),
            State::NotBegun | State::Coming(_) | State::Failed => None,
        }
    }

    /// True: there will be no rules in this window.
    pub fn failed(&self) -> bool {
        matches!(self.state, State::Failed)
    }
}

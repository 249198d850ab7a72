//! The rules and the dictionaries made ready: word lists take a while to read, so it is done on
//! threads of their own, after the first frame.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};

use crate::catalog::Catalog;
use crate::review::{Reviewer, Speller};

/// How far rules and dictionaries are.
pub struct Making {
    rules: Slot<Reviewer>,
    /// By tag.
    spellers: HashMap<&'static str, Slot<Speller>>,
    /// True: everything at once on one thread, for tests.
    inline: bool,
}

/// Something that takes a while to make.
enum Slot<T> {
    NotBegun,
    Coming(Receiver<Arc<T>>),
    Ready(Arc<T>),
    /// The thread ended without an answer: there is none in this window.
    Failed,
}

impl<T: Send + Sync + 'static> Slot<T> {
    fn begin(
        inline: bool,
        name: &str,
        wake: impl FnOnce() + Send + 'static,
        make: impl FnOnce() -> Option<Arc<T>> + Send + 'static,
    ) -> Self {
        let timed = {
            let name = name.to_owned();
            move || {
                let begun = std::time::Instant::now();
                let made = make();
                tracing::debug!(target: "rolewright::review", name, millis = begun.elapsed().as_millis() as u64, "ready");
                made
            }
        };
        if inline {
            return timed().map_or(Self::Failed, Self::Ready);
        }
        let (send, coming) = channel();
        let thread = std::thread::Builder::new().name(format!("rolewright-{name}")).spawn(move || {
            if let Some(made) = timed()
                && send.send(made).is_ok()
            {
                wake();
            }
        });
        match thread {
            Ok(_) => Self::Coming(coming),
            Err(error) => {
                tracing::error!(%error, name, "no thread");
                Self::Failed
            }
        }
    }

    fn ready(&mut self) -> Option<Arc<T>> {
        if let Self::Coming(coming) = self {
            match coming.try_recv() {
                Ok(made) => *self = Self::Ready(made),
                Err(TryRecvError::Empty) => {}
                Err(TryRecvError::Disconnected) => *self = Self::Failed,
            }
        }
        match self {
            Self::Ready(made) => Some(made.clone()),
            Self::NotBegun | Self::Coming(_) | Self::Failed => None,
        }
    }
}

impl Making {
    /// Not begun. `inline`: to be done at once when it begins, for tests.
    pub fn new(inline: bool) -> Self {
        Self { rules: Slot::NotBegun, spellers: HashMap::new(), inline }
    }

    /// Begins with the rules; `wake` is called when they are ready.
    pub fn begin(&mut self, catalog: Arc<Catalog>, wake: impl FnOnce() + Send + 'static) {
        self.rules = Slot::begin(self.inline, "rules", wake, move || Some(Arc::new(Reviewer::new(&catalog))));
    }

    /// The rules, once they are ready.
    pub fn rules(&mut self) -> Option<Arc<Reviewer>> {
        self.rules.ready()
    }

    /// The dictionary for a language and region, once it is ready; the first to ask makes it begin.
    pub fn speller(&mut self, language: &str, wake: impl FnOnce() + Send + 'static) -> Option<Arc<Speller>> {
        let tag = Speller::dictionary_for(language)?;
        let inline = self.inline;
        let slot = self.spellers.entry(tag).or_insert_with(|| Slot::begin(inline, tag, wake, move || speller(tag)));
        slot.ready()
    }

    /// True: there will be no rules in this window.
    pub fn failed(&self) -> bool {
        matches!(self.rules, Slot::Failed)
    }
}

/// A dictionary, read once in a process, which a test has many windows in.
fn speller(tag: &'static str) -> Option<Arc<Speller>> {
    static MADE: Mutex<Vec<Arc<Speller>>> = Mutex::new(Vec::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = made.iter().find(|speller| speller.tag() == tag) {
        return Some(known.clone());
    }
    let speller = Arc::new(Speller::new(tag)?);
    made.push(speller.clone());
    Some(speller)
}

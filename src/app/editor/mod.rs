//! The editor: on the left what the recruiter says, beside it what the reader will see.

mod about;
mod apply_section;
mod basics;
mod company;
mod education;
mod items;
mod lists;
mod page_marks;
mod pagination;
mod panel;
mod pay;
mod places;
mod preview;
mod state;
mod wording;

pub use panel::{Panel as PanelCx, panel_ui};
pub use places::{countries, name_countries};
pub use preview::{Sheets, preview_ui, sheets_ui};
pub use state::EditorUi;

use std::sync::Arc;

use jiff::Timestamp;

use crate::app::review::Current;
use crate::catalog::Catalog;
use crate::document::{Document, Stats, build};
use crate::drafts::{Settings, Status};
use crate::posting::{Edit, EditError, History, Posting};

/// How far the open posting is on its way to the disk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SaveState {
    /// Changed, and not yet sent to the disk.
    Changed {
        /// The window's time of the first change that is not saved, in seconds.
        first: f64,
        /// The window's time of the last change, in seconds.
        last: f64,
    },
    /// Sent to the disk.
    Saving,
    /// On the disk, since when.
    Saved(Timestamp),
    /// The disk refused it; the next change, Ctrl+S, or some seconds try again.
    NotSaved {
        /// Why, in two or three words.
        reason: &'static str,
        /// The window's time of the next try, in seconds.
        retry: f64,
    },
}

/// The open posting with everything derived from it.
pub struct Editor {
    history: History,
    document: Arc<Document>,
    stats: Stats,
    /// Grows with each change of the document.
    version: u64,
    /// How far it is saved.
    pub save: SaveState,
    /// True: another window has it, and here it is only read.
    pub read_only: bool,
    /// Why the last try to save it failed, if it did: in two or three words, and in full.
    pub failed: Option<(&'static str, String)>,
    /// How far it is on its way to its readers.
    pub status: Status,
    /// True after Ctrl+S: the status says "Saved" with emphasis until the next change.
    pub say_saved: bool,
    /// What is open, filtered, hovered.
    pub ui: EditorUi,
    /// What the review says about it.
    pub review: Current,
    /// The preview's page layout, kept while document and width stay the same.
    pages: pagination::Cache,
}

impl Editor {
    /// Opens a posting. `new`: it is not on disk yet.
    pub fn new(posting: Posting, catalog: &Catalog, settings: &Settings, new: bool) -> Self {
        let document = Arc::new(build(&posting, catalog));
        let save = if new { SaveState::Changed { first: 0.0, last: 0.0 } } else { SaveState::Saved(posting.changed) };
        Self {
            stats: document.stats(),
            document,
            history: History::new(posting),
            version: 0,
            save,
            read_only: false,
            failed: None,
            status: Status::default(),
            say_saved: false,
            ui: EditorUi::new(settings),
            review: Current::default(),
            pages: pagination::Cache::default(),
        }
    }

    /// The posting as it is now.
    pub fn posting(&self) -> &Arc<Posting> {
        self.history.posting()
    }

    /// The posting put into words.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// Grows with each change of the document.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// How much there is to read.
    pub fn stats(&self) -> Stats {
        self.stats
    }

    /// What undo would undo.
    pub fn undo_name(&self) -> Option<&str> {
        self.history.undo_name()
    }

    /// What redo would do again.
    pub fn redo_name(&self) -> Option<&str> {
        self.history.redo_name()
    }

    /// Pages of the preview, once it has been painted.
    pub fn page_count(&self) -> Option<usize> {
        self.pages.count()
    }

    /// Applies an edit; `time` is the window's, in seconds.
    ///
    /// # Errors
    /// As [`Edit::apply`].
    pub fn apply(&mut self, edit: &Edit, catalog: &Catalog, now: Timestamp, time: f64) -> Result<(), EditError> {
        if self.history.apply(edit, catalog, now)? {
            self.changed(catalog, time);
        }
        Ok(())
    }

    /// Ends the undo step that typing is gathered in.
    pub fn end_step(&mut self) {
        self.history.end_step();
    }

    /// Undo, or redo.
    pub fn travel(&mut self, back: bool, catalog: &Catalog, now: Timestamp, time: f64) {
        let moved = if back { self.history.undo(now) } else { self.history.redo(now) };
        if moved {
            self.ui.forget_buffers();
            self.changed(catalog, time);
        }
    }

    fn changed(&mut self, catalog: &Catalog, time: f64) {
        self.document = Arc::new(build(self.history.posting(), catalog));
        self.stats = self.document.stats();
        self.ui.rows.forget();
        self.version += 1;
        self.say_saved = false;
        let first = if let SaveState::Changed { first, .. } = self.save { first } else { time };
        self.save = SaveState::Changed { first, last: time };
    }

    /// Seconds until the posting should be sent to the disk; `None`: nothing to send. Due
    /// `quiet` seconds after the last change, at the latest `latest` seconds after the first.
    pub fn save_due(&self, now: f64, quiet: f64, latest: f64) -> Option<f64> {
        match self.save {
            SaveState::Changed { first, last } => Some((last + quiet).min(first + latest) - now),
            SaveState::NotSaved { retry, .. } => Some(retry - now),
            SaveState::Saving | SaveState::Saved(_) => None,
        }
    }

    /// Marks the posting as sent to the disk. False: there was nothing to send.
    pub fn begin_save(&mut self) -> bool {
        let send = matches!(self.save, SaveState::Changed { .. } | SaveState::NotSaved { .. });
        if send {
            self.save = SaveState::Saving;
        }
        send
    }

    /// It is to be saved again as it is, as when the store is another one.
    pub fn save_anew(&mut self, time: f64) {
        self.save = SaveState::Changed { first: time, last: time };
    }

    /// The version of `changed` is on disk.
    pub fn saved(&mut self, changed: Timestamp, now: Timestamp) {
        self.failed = None;
        if matches!(self.save, SaveState::Saving | SaveState::NotSaved { .. })
            && self.history.posting().changed == changed
        {
            self.save = SaveState::Saved(now);
        }
    }
}

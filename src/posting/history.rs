//! Undo and redo. It keeps whole postings behind `Arc`s, at most [`History::LIMIT`] of them:
//! simple, exact, and some 20 kB a step.
//!
//! Typing in one field is gathered into one step for as long as the person goes on typing. A new
//! step begins after a pause of more than three seconds, after any other edit, undo or redo,
//! after [`History::end_step`], after a sentence or a line is finished, and once the step has
//! changed forty characters (so a large paste is a step of its own).

use std::collections::VecDeque;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::typing::{Place, difference};
use super::{Edit, EditError, Posting};
use crate::catalog::Catalog;

/// The longest pause within a step of typing.
const PAUSE: SignedDuration = SignedDuration::from_secs(3);
/// The characters after which a step of typing ends.
const LONG: usize = 40;

/// A posting with its past and its future.
#[derive(Clone, Debug)]
pub struct History {
    current: Arc<Posting>,
    /// What was done, oldest first, each with the posting before it.
    done: VecDeque<Step>,
    /// What was undone, the next to redo last, each with the posting after it.
    undone: Vec<Step>,
    /// The typing that the last step of `done` is gathered from.
    typing: Option<Typing>,
}

#[derive(Clone, Debug)]
struct Step {
    name: String,
    posting: Arc<Posting>,
}

#[derive(Clone, Debug)]
struct Typing {
    place: Place,
    last: Timestamp,
    characters: usize,
    finished: bool,
}

impl History {
    /// Steps kept; the oldest goes first.
    pub const LIMIT: usize = 500;

    /// Starts with a posting that nothing was done to.
    pub fn new(posting: Posting) -> Self {
        Self { current: Arc::new(posting), done: VecDeque::new(), undone: Vec::new(), typing: None }
    }

    /// The posting as it is now.
    pub fn posting(&self) -> &Arc<Posting> {
        &self.current
    }

    /// Applies an edit and remembers the way back; typing in one field within a few seconds
    /// is one step. Returns whether the posting changed.
    ///
    /// # Errors
    /// As [`Edit::apply`].
    pub fn apply(&mut self, edit: &Edit, catalog: &Catalog, now: Timestamp) -> Result<bool, EditError> {
        let Some(after) = edit.changed(&self.current, catalog, now)? else { return Ok(false) };
        let before = Arc::clone(&self.current);
        self.undone.clear();
        let typed = Place::of(edit, &before).map(|place| Typing::of(place, &before, &after, now));
        let goes_on = match (&self.typing, &typed) {
            (Some(before), Some(now)) => now.goes_on_from(before),
            _ => false,
        };
        self.current = Arc::new(after);
        if goes_on {
            let so_far = self.typing.as_ref().map_or(0, |typing| typing.characters);
            self.typing = typed.map(|typing| Typing { characters: so_far + typing.characters, ..typing });
            // Typed and deleted again: there is nothing to undo.
            if self.done.back().is_some_and(|step| same_but_time(&step.posting, &self.current)) {
                self.done.pop_back();
                self.typing = None;
            }
        } else {
            self.push(edit.name(&before, catalog), before);
            self.typing = typed;
        }
        Ok(true)
    }

    /// Puts another posting in the place of this one as one step, as when an earlier version is
    /// restored. `name` follows "Undo: ". Returns whether the posting changed.
    pub fn replace(&mut self, mut posting: Posting, name: &str, now: Timestamp) -> bool {
        self.end_step();
        if same_but_time(&posting, &self.current) {
            return false;
        }
        posting.changed = now;
        let before = std::mem::replace(&mut self.current, Arc::new(posting));
        self.undone.clear();
        self.push(name.to_owned(), before);
        true
    }

    fn push(&mut self, name: String, posting: Arc<Posting>) {
        if self.done.len() == Self::LIMIT {
            self.done.pop_front();
        }
        self.done.push_back(Step { name, posting });
    }

    /// Ends the step that typing is gathered in, as when the field loses the keyboard.
    pub fn end_step(&mut self) {
        self.typing = None;
    }

    /// What undo would undo: "turn off Docker".
    pub fn undo_name(&self) -> Option<&str> {
        self.done.back().map(|step| step.name.as_str())
    }

    /// What redo would do again.
    pub fn redo_name(&self) -> Option<&str> {
        self.undone.last().map(|step| step.name.as_str())
    }

    /// One step back; false if there is none. `now` becomes the posting's `changed`, the only
    /// thing that undo does not bring back.
    pub fn undo(&mut self, now: Timestamp) -> bool {
        self.end_step();
        let Some(step) = self.done.pop_back() else { return false };
        let posting = self.go_to(&step.posting, now);
        self.undone.push(Step { name: step.name, posting });
        true
    }

    /// One step forward again; false if there is none. `now` becomes the posting's `changed`.
    pub fn redo(&mut self, now: Timestamp) -> bool {
        self.end_step();
        let Some(step) = self.undone.pop() else { return false };
        let posting = self.go_to(&step.posting, now);
        self.push(step.name, posting);
        true
    }

    /// Makes a posting the current one and returns the one that was.
    fn go_to(&mut self, posting: &Posting, now: Timestamp) -> Arc<Posting> {
        let posting = Posting { changed: now, ..posting.clone() };
        std::mem::replace(&mut self.current, Arc::new(posting))
    }
}

fn same_but_time(one: &Posting, other: &Posting) -> bool {
    one == &Posting { changed: one.changed, ..other.clone() }
}

impl Typing {
    fn of(place: Place, before: &Posting, after: &Posting, now: Timestamp) -> Self {
        let mut typing = Self { place, last: now, characters: 0, finished: false };
        // How much of a text of ours was changed cannot be told here, so that counts as nothing.
        if let (Some(old), Some(new)) = (typing.place.text(before), typing.place.text(after)) {
            let (start, gone, come) = difference(&old, &new);
            let so_far = new[..start + come.len()].trim_end();
            typing.characters = gone.chars().count().max(come.chars().count());
            typing.finished =
                come.contains('\n') || (come.ends_with(char::is_whitespace) && so_far.ends_with(['.', '!', '?', '…']));
        }
        typing
    }

    /// True if this typing belongs to the same step as what was typed before.
    fn goes_on_from(&self, before: &Self) -> bool {
        let pause = self.last.duration_since(before.last);
        self.place == before.place
            && !before.finished
            && before.characters < LONG
            && !pause.is_negative()
            && pause <= PAUSE
    }
}

//! Which drafts are selected: by their boxes, by a range, all.

use std::collections::BTreeSet;
use std::sync::Arc;

use uuid::Uuid;

/// What is selected.
#[derive(Default)]
pub struct Selection {
    ids: BTreeSet<Uuid>,
    /// The row that was switched last: the other end of a range.
    anchor: Option<usize>,
}

impl Selection {
    /// How many drafts are selected.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// True if none is.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// True if this one is.
    pub fn has(&self, id: Uuid) -> bool {
        self.ids.contains(&id)
    }

    /// Switches one.
    pub fn toggle(&mut self, row: usize, id: Uuid) {
        if !self.ids.remove(&id) {
            self.ids.insert(id);
        }
        self.anchor = Some(row);
    }

    /// The rows from the one that was switched last to this one, and how many.
    pub fn range_to(&self, row: usize) -> (usize, usize) {
        let from = self.anchor.unwrap_or(row);
        (from.min(row), from.abs_diff(row) + 1)
    }

    /// Selects these as well.
    pub fn extend(&mut self, ids: impl IntoIterator<Item = Uuid>) {
        self.ids.extend(ids);
    }

    /// Selects none.
    pub fn clear(&mut self) {
        self.ids.clear();
        self.anchor = None;
    }

    /// All of them, to be handed on.
    pub fn ids(&self) -> Arc<[Uuid]> {
        self.ids.iter().copied().collect()
    }
}

//! What is known of the drafts that are looked for: how many there are, and the pages of them that
//! were in sight. A page is asked for when it comes into sight; the answer to an older search is
//! dropped.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::drafts::{Hit, Page, Query};

/// How many drafts are asked for at once.
pub const PAGE: usize = 100;

/// How many pages are kept.
const KEPT: usize = 40;

/// What was found.
#[derive(Default)]
pub struct Listing {
    /// Grows with each search.
    generation: u64,
    /// The search that is shown; an older one until the first page of a newer one is there.
    shown: u64,
    pages: BTreeMap<usize, Vec<Hit>>,
    asked: BTreeSet<usize>,
    /// How many there are.
    pub total: usize,
    /// False: there are more than `total`.
    pub is_exact: bool,
    /// How many drafts search does not know all words of yet.
    pub unindexed: usize,
}

impl Listing {
    /// Begins a new search; what is shown stays until there is an answer.
    pub fn renew(&mut self) {
        self.generation += 1;
        self.asked.clear();
    }

    /// The number of the newest search.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// True once there is an answer.
    pub fn is_known(&self) -> bool {
        self.shown > 0
    }

    /// The pages to ask for so that these rows can be shown.
    pub fn wanted(&mut self, rows: Range<usize>) -> Vec<usize> {
        let pages = rows.start / PAGE..=rows.end.saturating_sub(1).max(rows.start) / PAGE;
        pages.filter(|page| self.asked.insert(*page)).collect()
    }

    /// Takes an answer. Returns whether it was the first one to the newest search.
    pub fn take(&mut self, generation: u64, offset: usize, page: Page) -> bool {
        if generation != self.generation {
            return false;
        }
        let first = self.shown != generation;
        if first {
            self.pages.clear();
            self.shown = generation;
        }
        (self.total, self.is_exact, self.unindexed) = (page.total, page.total_is_exact, page.unindexed);
        let number = offset / PAGE;
        self.pages.insert(number, page.hits);
        if self.pages.len() > KEPT {
            let far = |page: &usize| page.abs_diff(number) > KEPT / 4;
            self.pages.retain(|page, _| !far(page));
            self.asked.retain(|page| !far(page));
        }
        first
    }

    /// A draft by its place; `None`: it is not there yet.
    pub fn row(&self, index: usize) -> Option<&Hit> {
        self.pages.get(&(index / PAGE))?.get(index % PAGE)
    }
}

/// A page of a query.
pub fn page_of(query: &Query, page: usize) -> Query {
    Query { offset: page * PAGE, limit: PAGE, ..query.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(total: usize) -> Page {
        Page { total, total_is_exact: true, ..Page::default() }
    }

    #[test]
    fn the_answer_to_an_older_search_is_dropped() {
        let mut listing = Listing::default();
        listing.renew();
        let old = listing.generation();
        listing.renew();
        assert!(!listing.take(old, 0, page(7)));
        assert!(!listing.is_known());
        assert!(listing.take(listing.generation(), 0, page(3)));
        assert_eq!(listing.total, 3);
    }

    #[test]
    fn a_page_is_asked_for_once_until_it_is_forgotten() {
        let mut listing = Listing::default();
        listing.renew();
        assert_eq!(listing.wanted(0..12), [0]);
        assert_eq!(listing.wanted(95..107), [1]);
        assert!(listing.wanted(0..12).is_empty());
        for n in 0..=KEPT {
            listing.take(listing.generation(), n * PAGE, page(100_000));
        }
        assert!(listing.pages.len() <= KEPT);
        assert_eq!(listing.wanted(0..12), [0], "it is asked for again when it comes back into sight");
    }

    #[test]
    fn an_empty_window_asks_for_the_first_page() {
        let mut listing = Listing::default();
        listing.renew();
        assert_eq!(listing.wanted(0..0), [0]);
    }
}

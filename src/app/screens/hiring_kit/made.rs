//! What is made of the posting: its kit, and the document of the part that is shown.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::catalog::Catalog;
use crate::document::{Document, Stats};
use crate::kit::{Kit, Part, build, document};
use crate::posting::Posting;

/// A kit and one of its documents. Cheap to clone.
#[derive(Clone)]
pub(super) struct Made {
    pub posting: Arc<Posting>,
    pub kit: Arc<Kit>,
    part: Part,
    pub document: Arc<Document>,
    /// How much there is to read in it.
    pub stats: Stats,
    /// Another for each document.
    pub version: u64,
}

impl Made {
    /// Makes it.
    pub fn new(posting: &Arc<Posting>, part: Part, catalog: &Catalog) -> Self {
        let kit = Arc::new(build(posting, catalog));
        let document = Arc::new(document(part, &kit, posting, catalog));
        Self { posting: posting.clone(), kit, part, stats: document.stats(), document, version: next() }
    }

    /// The same if it is that of this posting and part; what is not is made anew.
    pub fn renewed(self, posting: &Arc<Posting>, part: Part, catalog: &Catalog) -> Self {
        // An edit makes another posting, and while this one is held its place is not used again.
        if !Arc::ptr_eq(&self.posting, posting) {
            return Self::new(posting, part, catalog);
        }
        if self.part == part {
            return self;
        }
        let document = Arc::new(document(part, &self.kit, posting, catalog));
        Self { part, stats: document.stats(), document, version: next(), ..self }
    }

    /// The documents of all parts.
    pub fn all(&self, catalog: &Catalog) -> Vec<(Part, Arc<Document>)> {
        let made = |part: Part| {
            if part == self.part {
                self.document.clone()
            } else {
                Arc::new(document(part, &self.kit, &self.posting, catalog))
            }
        };
        Part::ALL.into_iter().map(|part| (part, made(part))).collect()
    }
}

fn next() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}

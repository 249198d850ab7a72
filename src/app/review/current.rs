//! The review of the open posting, made anew only when something it depends on has changed.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use jiff::civil::Date;

use super::Key;
use crate::app::widgets::{WordNote, occurrences};
use crate::catalog::Catalog;
use crate::document::{BlockKind, Document, Origin};
use crate::posting::{Edit, Posting};
use crate::review::{Employer, Finding, Measures, Request, Review, Reviewer, Severity, fix_all};

/// A passage of which more than this many letters are marked as a whole gets a sign beside it
/// instead: a line under a paragraph says nothing and makes it hard to read.
const LONG: usize = 48;

/// What a review depends on beside the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// The document's version.
    pub version: u64,
    /// Today, where the person is.
    pub today: Date,
    /// What is known of the employer.
    pub employer: Employer,
    /// Rules that are turned off.
    pub off: BTreeSet<String>,
}

/// Words of the page that a finding is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its place among the findings.
    pub finding: usize,
    /// Bytes of the passage's text; empty: the passage as a whole.
    pub range: Range<usize>,
}

/// The review of the open posting, and where its findings stand.
#[derive(Default)]
pub struct Current {
    review: Review,
    basis: Option<Basis>,
    /// By block and item.
    marks: HashMap<(usize, usize), Vec<Mark>>,
    /// Findings about a field or item as a whole.
    whole: HashMap<Origin, Vec<usize>>,
    notes: HashMap<Origin, Vec<WordNote>>,
}

impl Current {
    /// Looks at the posting again if anything has changed. Returns whether it has.
    pub fn refresh(
        &mut self,
        reviewer: &Reviewer,
        posting: &Posting,
        document: &Document,
        catalog: &Catalog,
        basis: Basis,
    ) -> bool {
        if self.basis.as_ref() == Some(&basis) {
            return false;
        }
        let begun = std::time::Instant::now();
        let review = reviewer.review(&request(posting, document, catalog, &basis));
        let looked = begun.elapsed();
        self.take(review, document);
        tracing::debug!(
            target: "rolewright::review",
            micros = looked.as_micros() as u64,
            placed = (begun.elapsed() - looked).as_micros() as u64,
            findings = self.review.findings.len(),
            "reviewed"
        );
        self.basis = Some(basis);
        true
    }

    fn take(&mut self, review: Review, document: &Document) {
        self.marks.clear();
        self.whole.clear();
        self.notes.clear();
        let passages = passages(document);
        for (index, finding) in review.findings.iter().enumerate() {
            if finding.dismissed.is_some() {
                continue;
            }
            let words = finding.place.at.as_ref().and_then(|at| {
                let text = passage(document, at.block, at.item)?;
                Some((at, text.get(at.range.clone())?.to_owned(), at.range == (0..text.len())))
            });
            match words {
                Some((at, words, whole)) => {
                    let long = whole && words.len() > LONG;
                    let range = if long || words.trim().is_empty() { 0..0 } else { at.range.clone() };
                    if !range.is_empty() {
                        // One finding stands for all places of its field or item.
                        for (block, item, text) in passages.get(&finding.place.origin).into_iter().flatten() {
                            for again in occurrences(text, &words) {
                                if (*block, *item, &again) != (at.block, at.item, &range) {
                                    let marks = self.marks.entry((*block, *item)).or_default();
                                    marks.push(Mark { finding: index, range: again });
                                }
                            }
                        }
                        self.notes.entry(finding.place.origin.clone()).or_default().push(WordNote {
                            words,
                            severity: finding.severity,
                            title: finding.title.clone(),
                            reason: finding.reason.clone(),
                        });
                    }
                    self.marks.entry((at.block, at.item)).or_default().push(Mark { finding: index, range });
                }
                None => self.whole.entry(finding.place.origin.clone()).or_default().push(index),
            }
        }
        self.review = review;
    }

    /// True once the posting has been looked at.
    pub fn is_there(&self) -> bool {
        self.basis.is_some()
    }

    /// How much there is to read, and how hard it is.
    pub fn measures(&self) -> Measures {
        self.review.measures
    }

    /// What was found, worst first, what was dismissed last.
    pub fn findings(&self) -> &[Finding] {
        &self.review.findings
    }

    /// How many open findings are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.review.count(severity)
    }

    /// The findings about words of a passage.
    pub fn marks(&self, block: usize, item: usize) -> &[Mark] {
        self.marks.get(&(block, item)).map_or(&[], Vec::as_slice)
    }

    /// The findings about a field or item as a whole.
    pub fn whole(&self, origin: &Origin) -> &[usize] {
        self.whole.get(origin).map_or(&[], Vec::as_slice)
    }

    /// What is to be said about words in the text of a field or item.
    pub fn notes(&self, origin: &Origin) -> &[WordNote] {
        self.notes.get(origin).map_or(&[], Vec::as_slice)
    }

    /// A finding by its key.
    pub fn find(&self, key: &Key) -> Option<&Finding> {
        self.findings().iter().find(|finding| key.is(finding))
    }

    /// The open finding after, or before, another in reading order; without one the first, or
    /// the last. Those that are about no words come first, in the order of the left panel.
    pub fn step(&self, from: Option<&Key>, forward: bool) -> Option<Key> {
        let mut order: Vec<&Finding> = self.review.open().collect();
        order.sort_by_key(|finding| {
            let at = finding.place.at.as_ref().map(|at| (at.block, at.item, at.range.start));
            (at.is_some(), at, finding.place.origin.clone(), finding.severity)
        });
        let last = order.len().checked_sub(1)?;
        let now = from.and_then(|key| order.iter().position(|finding| key.is(finding)));
        let next = match (now, forward) {
            (Some(now), true) => {
                if now == last {
                    0
                } else {
                    now + 1
                }
            }
            (Some(0), false) | (None, false) => last,
            (Some(now), false) => now - 1,
            (None, true) => 0,
        };
        order.get(next).map(|finding| Key::of(finding))
    }

    /// The edit that mends all findings of a rule.
    pub fn fix_all(
        &self,
        rule: &str,
        reviewer: &Reviewer,
        posting: &Posting,
        document: &Document,
        catalog: &Catalog,
    ) -> Option<Edit> {
        let basis = self.basis.as_ref()?;
        fix_all(reviewer, &request(posting, document, catalog, basis), rule)
    }
}

fn request<'a>(posting: &'a Posting, document: &'a Document, catalog: &'a Catalog, basis: &'a Basis) -> Request<'a> {
    Request { employer: basis.employer, off: &basis.off, ..Request::of(posting, document, catalog, basis.today) }
}

/// The passages that each field or item makes, by block and item, headings left out.
fn passages(document: &Document) -> HashMap<&Origin, Vec<(usize, usize, String)>> {
    let mut found: HashMap<&Origin, Vec<(usize, usize, String)>> = HashMap::new();
    for (block, one) in document.blocks.iter().enumerate() {
        match &one.kind {
            BlockKind::Paragraph(text) => found.entry(&one.origin).or_default().push((block, 0, text.words())),
            BlockKind::Bullets(bullets) | BlockKind::Numbers(bullets) => {
                for (item, bullet) in bullets.iter().enumerate() {
                    found.entry(&bullet.origin).or_default().push((block, item, bullet.text.words()));
                }
            }
            BlockKind::Title(_) | BlockKind::Heading(_) | BlockKind::Facts { .. } => {}
        }
    }
    found
}

/// The words of a passage of a document, as the review reads them.
fn passage(document: &Document, block: usize, item: usize) -> Option<String> {
    Some(match &document.blocks.get(block)?.kind {
        BlockKind::Title(words) | BlockKind::Heading(words) => words.clone(),
        BlockKind::Paragraph(text) => text.words(),
        BlockKind::Bullets(bullets) | BlockKind::Numbers(bullets) => bullets.get(item)?.text.words(),
        BlockKind::Facts { rows, .. } => rows.get(item)?.value.words(),
    })
}

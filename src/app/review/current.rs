//! The review of the open posting, made anew only when something it depends on has changed.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use jiff::civil::Date;

use super::Key;
use crate::app::widgets::{WordNote, occurrences};
use crate::catalog::Catalog;
use crate::document::{BlockKind, Document, Origin};
use crate::posting::{Edit, Posting};
use crate::review::{Employer, Finding, Measures, Request, Review, Reviewer, Severity, Speller, fix_all};

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
    /// The dictionary that is ready.
    pub speller: Option<&'static str>,
    /// The person's own words, in small letters.
    pub own_words: BTreeSet<String>,
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
    /// The worst that there is to say about each field or item.
    worst: HashMap<Origin, (Severity, String)>,
    /// The words of each finding that is about some.
    words: Vec<Option<String>>,
}

impl Current {
    /// Looks at the posting again if anything has changed. Returns whether it has.
    pub fn refresh(&mut self, tools: Tools<'_>, posting: &Posting, document: &Document, basis: Basis) -> bool {
        if self.basis.as_ref() == Some(&basis) {
            return false;
        }
        let begun = std::time::Instant::now();
        let review = tools.reviewer.review(&tools.request(posting, document, &basis));
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
        self.worst.clear();
        self.words.clear();
        self.words.resize(review.findings.len(), None);
        let passages = passages(document);
        for (index, finding) in review.findings.iter().enumerate() {
            if finding.dismissed.is_some() {
                continue;
            }
            // Worst first: the first of a place is its worst.
            let worst = self.worst.entry(finding.place.origin.clone());
            worst.or_insert_with(|| (finding.severity, format!("{}. {}", finding.title, finding.reason)));
            let words = finding.place.at.as_ref().and_then(|at| {
                let text = passage(document, at.block, at.item)?;
                Some((at, text.get(at.range.clone())?.to_owned(), at.range == (0..text.len())))
            });
            match words {
                Some((at, words, whole)) => {
                    let long = whole && words.len() > LONG;
                    let range = if long || words.trim().is_empty() { 0..0 } else { at.range.clone() };
                    if !range.is_empty() {
                        self.words[index] = Some(words.clone());
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

    /// The worst that there is to say about a field or item, and what.
    pub fn worst(&self, origin: &Origin) -> Option<(Severity, &str)> {
        self.worst.get(origin).map(|(severity, words)| (*severity, words.as_str()))
    }

    /// What is to be said about words in the text of a field or item.
    pub fn notes(&self, origin: &Origin) -> &[WordNote] {
        self.notes.get(origin).map_or(&[], Vec::as_slice)
    }

    /// The words that a finding is about, by its place among the findings.
    pub fn words(&self, finding: usize) -> Option<&str> {
        self.words.get(finding)?.as_deref()
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
    pub fn fix_all(&self, rule: &str, tools: Tools<'_>, posting: &Posting, document: &Document) -> Option<Edit> {
        let basis = self.basis.as_ref()?;
        fix_all(tools.reviewer, &tools.request(posting, document, basis), rule)
    }

    /// What the word of a finding may have been meant to be, likeliest first, each with the edit
    /// that puts it there. Takes some 30 ms.
    pub fn suggestions(
        &self,
        key: &Key,
        tools: Tools<'_>,
        posting: &Posting,
        document: &Document,
    ) -> Vec<(String, Edit)> {
        let (Some(basis), Some(speller)) = (&self.basis, tools.speller) else { return Vec::new() };
        let index = self.findings().iter().position(|finding| key.is(finding));
        let Some((finding, word)) = index.and_then(|index| Some((&self.findings()[index], self.words(index)?))) else {
            return Vec::new();
        };
        let request = tools.request(posting, document, basis);
        let edit = |to: String| Some((to.clone(), tools.reviewer.reword(&request, &finding.place.origin, word, &to)?));
        speller.suggest(word).into_iter().filter_map(edit).collect()
    }
}

/// What a posting is looked at with.
#[derive(Clone, Copy)]
pub struct Tools<'a> {
    /// The rules.
    pub reviewer: &'a Reviewer,
    /// The dictionary of the posting's language, once it is ready.
    pub speller: Option<&'a Speller>,
    /// The templates.
    pub catalog: &'a Catalog,
}

impl<'a> Tools<'a> {
    fn request(self, posting: &'a Posting, document: &'a Document, basis: &'a Basis) -> Request<'a> {
        Request {
            employer: basis.employer,
            off: &basis.off,
            speller: self.speller,
            own_words: &basis.own_words,
            ..Request::of(posting, document, self.catalog, basis.today)
        }
    }
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
            // A posting has no tables.
            BlockKind::Title(_)
            | BlockKind::Heading(_)
            | BlockKind::Subheading(_)
            | BlockKind::Facts { .. }
            | BlockKind::Table(_)
            | BlockKind::PageBreak => {}
        }
    }
    found
}

/// The words of a passage of a document, as the review reads them.
fn passage(document: &Document, block: usize, item: usize) -> Option<String> {
    Some(match &document.blocks.get(block)?.kind {
        BlockKind::Title(words) | BlockKind::Heading(words) | BlockKind::Subheading(words) => words.clone(),
        BlockKind::Paragraph(text) => text.words(),
        BlockKind::Bullets(bullets) | BlockKind::Numbers(bullets) => bullets.get(item)?.text.words(),
        BlockKind::Facts { rows, .. } => rows.get(item)?.value.words(),
        BlockKind::Table(_) | BlockKind::PageBreak => return None,
    })
}

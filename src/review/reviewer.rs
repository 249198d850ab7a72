//! Runs the rules.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::lexicon::Lexicon;
use super::technologies::Finder;
use super::{Finding, Lean, Measures, Passage, RULES, Reads, Severity, Speller, Subject, gender_lean};
use crate::catalog::Catalog;
use crate::document::Document;
use crate::posting::Posting;

/// What is known of the employer beyond what a posting says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Employer {
    /// How many people work there; `None`: not said.
    pub employees: Option<u32>,
}

/// What is to be reviewed, and against what.
#[derive(Clone)]
pub struct Request<'a> {
    /// The posting; `None` for a plain text.
    pub posting: Option<&'a Posting>,
    /// The posting's document.
    pub document: Option<&'a Document>,
    /// Of a plain text: its words. Of a posting: left empty.
    pub passages: Vec<Passage<'a>>,
    /// Of a plain text: BCP 47 tag of its language. Of a posting: its document says it.
    pub language: &'a str,
    /// The templates that the [`Reviewer`] was made with.
    pub catalog: &'a Catalog,
    /// Today, where the person is: laws come into force on a day.
    pub today: Date,
    /// What is known of the employer.
    pub employer: Employer,
    /// Ids of the rules that the person turned off.
    pub off: &'a BTreeSet<String>,
    /// The dictionary for the language; `None`: spelling is not looked at.
    pub speller: Option<&'a Speller>,
    /// Words of the person's own dictionary, in small letters.
    pub own_words: &'a BTreeSet<String>,
}

impl<'a> Request<'a> {
    /// A posting with all rules on and nothing known of the employer.
    pub fn of(posting: &'a Posting, document: &'a Document, catalog: &'a Catalog, today: Date) -> Self {
        static NONE: BTreeSet<String> = BTreeSet::new();
        Self {
            posting: Some(posting),
            document: Some(document),
            passages: Vec::new(),
            language: "en-US",
            catalog,
            today,
            employer: Employer::default(),
            off: &NONE,
            speller: None,
            own_words: &NONE,
        }
    }

    /// A plain text with all rules on. `language` is a BCP 47 tag: `en-US`.
    pub fn of_text(passages: Vec<Passage<'a>>, language: &'a str, catalog: &'a Catalog, today: Date) -> Self {
        static NONE: BTreeSet<String> = BTreeSet::new();
        Self {
            posting: None,
            document: None,
            passages,
            language,
            catalog,
            today,
            employer: Employer::default(),
            off: &NONE,
            speller: None,
            own_words: &NONE,
        }
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// Worst first, then in reading order; what was dismissed comes last.
    pub findings: Vec<Finding>,
    /// How much there is to read and how hard it is.
    pub measures: Measures,
}

impl Review {
    /// Findings that were not dismissed, worst first.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.dismissed.is_none())
    }

    /// How many open findings are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.open().filter(|finding| finding.severity == severity).count()
    }
}

/// The rules made ready for a catalogue. Made once, in the background; used after every edit.
#[derive(Debug)]
pub struct Reviewer {
    pub(super) lexicon: Lexicon,
    pub(super) technologies: Finder,
}

impl Reviewer {
    /// Prepares the word lists and the names of technologies of a catalogue.
    pub fn new(catalog: &Catalog) -> Self {
        Self { lexicon: Lexicon::new(&catalog.review), technologies: Finder::new(&catalog.technologies) }
    }

    /// Counts the gendered words of a posting or text: see [`super::gender_lean`].
    pub fn gender_lean(&self, request: &Request<'_>, technical_senses: bool) -> Lean {
        gender_lean(&Subject::new(request, self), technical_senses)
    }

    /// Runs every rule that is on. The same request gives the same review.
    pub fn review(&self, request: &Request<'_>) -> Review {
        let subject = Subject::new(request, self);
        let mut findings = Vec::new();
        for rule in RULES {
            let can = rule.reads == Reads::Words || subject.posting.is_some();
            if can && !request.off.contains(rule.id) {
                (rule.run)(rule, &subject, &mut findings);
            }
        }
        if let Some(posting) = request.posting {
            for finding in &mut findings {
                finding.dismissed = posting.dismissal(finding.rule, &finding.about).map(|told| told.note.clone());
            }
        }
        let order = |finding: &Finding| {
            let at = finding.place.at.as_ref().map(|at| (at.block, at.item, at.range.start));
            (finding.dismissed.is_some(), finding.severity, at.is_some(), at, finding.place.origin.clone())
        };
        findings.sort_by_cached_key(order);
        Review { findings, measures: subject.measures }
    }
}

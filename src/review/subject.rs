//! What a rule looks at.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;

use super::measures;
use super::passage;
use super::rules::law::Touches;
use super::tokens;
use super::{At, Employer, Hit, Listed, Measures, Mention, Passage, Place, Request, Reviewer, Speller, Token};
use crate::catalog::{Catalog, Phrase};
use crate::document::Document;
use crate::posting::Posting;

/// A posting, or a plain text, made ready to be looked at by every rule.
pub struct Subject<'a> {
    /// The posting; `None` for a plain text.
    pub posting: Option<&'a Posting>,
    /// Its document; `None` for a plain text.
    pub document: Option<&'a Document>,
    /// The templates.
    pub catalog: &'a Catalog,
    /// Today, where the person is.
    pub today: Date,
    /// What is known of the employer.
    pub employer: Employer,
    /// BCP 47 tag of the posting's language and region: `en-US`.
    pub language: &'a str,
    /// The dictionary for the language, where spelling is looked at.
    pub speller: Option<&'a Speller>,
    /// Words of the person's own dictionary, in small letters.
    pub own_words: &'a BTreeSet<String>,
    /// The words, in reading order.
    pub passages: Vec<Passage<'a>>,
    /// How much there is to read and how hard it is.
    pub measures: Measures,
    hits: Vec<Hit>,
    technologies: Vec<Mention>,
    /// The pay laws that the posting comes under, once a rule has asked.
    pub(super) laws: OnceCell<Vec<Touches<'a>>>,
}

impl<'a> Subject<'a> {
    pub(super) fn new(request: &Request<'a>, reviewer: &Reviewer) -> Self {
        let passages = match (request.posting, request.document) {
            (Some(posting), Some(document)) => passage::of_document(document, posting),
            _ => request.passages.clone(),
        };
        let hits = reviewer.lexicon.hits(&passages);
        let technologies = reviewer.technologies.mentions(&passages);
        let mut subject = Self {
            posting: request.posting,
            document: request.document,
            catalog: request.catalog,
            today: request.today,
            employer: request.employer,
            language: request.document.map_or(request.language, |document| &document.language),
            speller: request.speller,
            own_words: request.own_words,
            passages,
            measures: Measures::default(),
            hits,
            technologies,
            laws: OnceCell::new(),
        };
        subject.measures = measures::measure(&subject, |passage, range| subject.is_technical(passage, &range));
        subject
    }

    /// The words that one list of the templates found, in reading order.
    pub fn listed(&self, list: Listed) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(move |hit| hit.list == list)
    }

    /// The phrases that a rule's word list found, in reading order.
    pub fn hits(&self, rule: &str) -> impl Iterator<Item = (&Hit, &'a Phrase)> {
        let phrases = &self.catalog.review.phrases;
        self.hits
            .iter()
            .filter(|hit| hit.list == Listed::Phrase)
            .filter_map(move |hit| phrases.get(hit.phrase).map(|phrase| (hit, phrase)))
            .filter(move |(_, phrase)| phrase.rule == rule)
    }

    /// The technologies of the catalogue that the passages name, in reading order.
    pub fn technologies(&self) -> &[Mention] {
        &self.technologies
    }

    /// The technologies that one passage names, in reading order.
    pub fn technologies_in(&self, passage: usize) -> &[Mention] {
        let first = self.technologies.partition_point(|mention| mention.passage < passage);
        let rest = &self.technologies[first..];
        &rest[..rest.partition_point(|mention| mention.passage == passage)]
    }

    /// True if bytes of a passage belong to the name of a technology, so that they are neither
    /// spelled nor read as English.
    pub fn is_technical(&self, passage: usize, range: &Range<usize>) -> bool {
        let touches = |mention: &Mention| mention.range.start < range.end && range.start < mention.range.end;
        self.technologies_in(passage).iter().any(touches)
    }

    /// The place of words of a passage, or of a passage as a whole.
    pub fn place(&self, passage: usize, range: Option<Range<usize>>) -> Place {
        let at = &self.passages[passage];
        let range = range.unwrap_or(0..at.text.len());
        let line = at.line.map(|line| line + at.text[..range.start].matches('\n').count());
        Place { origin: at.origin.clone(), at: Some(At { block: at.block, item: at.item, line, range }) }
    }

    /// The words of a passage.
    pub fn words(&self, passage: usize) -> impl Iterator<Item = Token<'_>> {
        tokens::words(&self.passages[passage].text)
    }
}

//! Finds the phrases of the templates in one pass over the words.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Passage;
use super::tokens::whole;
use crate::catalog::ReviewWords;

/// The lists of the templates whose words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the lists' own")]
pub enum Listed {
    Phrase,
    Stem,
    Acronym,
    Certification,
}

/// Words of the templates at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The list of `catalog.review` that they are in.
    pub list: Listed,
    /// Index into that list.
    pub phrase: usize,
    /// Index into the subject's passages.
    pub passage: usize,
    /// Bytes of the passage's text.
    pub range: Range<usize>,
}

/// What a pattern of the automaton stands for.
#[derive(Clone, Copy, Debug)]
struct Pattern {
    list: Listed,
    phrase: usize,
    /// True: the word may go on, as `passion*`.
    open: bool,
    /// True: words in which the phrase means something else.
    except: bool,
}

/// All words of all lists as one automaton.
#[derive(Debug)]
pub(super) struct Lexicon {
    automaton: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
}

impl Lexicon {
    /// Takes a while: some milliseconds for a thousand phrases.
    pub(super) fn new(review: &ReviewWords) -> Self {
        let mut texts = Vec::new();
        let mut patterns = Vec::new();
        let mut add = |list: Listed, phrase: usize, words: &str, open: bool, except: bool| {
            let (words, star) = words.strip_suffix('*').map_or((words, false), |stem| (stem, true));
            for text in spellings(words).into_iter().filter(|text| !text.is_empty()) {
                texts.push(text);
                patterns.push(Pattern { list, phrase, open: open || star, except });
            }
        };
        for (index, phrase) in review.phrases.iter().enumerate() {
            phrase.words.iter().for_each(|words| add(Listed::Phrase, index, words, false, false));
            phrase.except.iter().for_each(|words| add(Listed::Phrase, index, words, false, true));
        }
        for (index, stem) in review.stems.iter().enumerate() {
            add(Listed::Stem, index, &stem.stem, true, false);
            stem.except.iter().for_each(|words| add(Listed::Stem, index, words, false, true));
        }
        for (index, acronym) in review.acronyms.iter().enumerate() {
            add(Listed::Acronym, index, &acronym.short, false, false);
        }
        for (index, certification) in review.certifications.iter().enumerate() {
            certification.words.iter().for_each(|words| add(Listed::Certification, index, words, false, false));
        }
        Self { automaton: automaton(&texts), patterns }
    }

    /// All words of the lists in the passages, in reading order. Of one phrase's words that overlap, the
    /// longest counts; where its exceptions stand it is not found.
    pub(super) fn hits(&self, passages: &[Passage<'_>]) -> Vec<Hit> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut hits: Vec<Hit> = Vec::new();
        let mut excepted: Vec<Hit> = Vec::new();
        for (index, passage) in passages.iter().enumerate() {
            let text = &*passage.text;
            let first = hits.len();
            excepted.clear();
            for found in automaton.find_overlapping_iter(text) {
                let pattern = self.patterns[found.pattern().as_usize()];
                let (start, mut end) = (found.start(), found.end());
                if pattern.open {
                    end += text[end..].chars().take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
                }
                if whole(text, start, end) {
                    let hit = Hit { list: pattern.list, phrase: pattern.phrase, passage: index, range: start..end };
                    if pattern.except { excepted.push(hit) } else { hits.push(hit) }
                }
            }
            let inside = |a: &Hit, b: &Hit| {
                (a.list, a.phrase) == (b.list, b.phrase) && a.range.start >= b.range.start && a.range.end <= b.range.end
            };
            let mut here = hits.split_off(first);
            here.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end), hit.phrase));
            for hit in here {
                let longer = hits[first..].iter().any(|other| inside(&hit, other));
                if !longer && !excepted.iter().any(|other| inside(&hit, other)) {
                    hits.push(hit);
                }
            }
        }
        hits
    }
}

/// Finds all of some texts in one pass, in any ASCII case, those within others too; `None`, and a line in the
/// log, if there are more than fit.
pub(super) fn automaton(texts: &[String]) -> Option<AhoCorasick> {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::Standard)
        .build(texts)
        .inspect_err(|error| tracing::error!(%error, "words of the review cannot be searched for"))
        .ok()
}

/// The ways in which people write a phrase: hyphens as they are, typographic or as spaces,
/// apostrophes straight or not.
fn spellings(words: &str) -> Vec<String> {
    let mut all = vec![words.to_owned()];
    if words.contains('-') {
        all.push(words.replace('-', " "));
        all.push(words.replace('-', "\u{2011}"));
        all.push(words.replace('-', "\u{2010}"));
    }
    if words.contains('\'') {
        let curly: Vec<String> = all.iter().map(|words| words.replace('\'', "\u{2019}")).collect();
        all.extend(curly);
    }
    all
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::super::passage::{PassageKind, Section};
    use super::*;
    use crate::catalog::Phrase;
    use crate::document::Origin;

    fn found(words: &[&str], except: &[&str], text: &str) -> Vec<String> {
        let review = ReviewWords { phrases: vec![Phrase::for_tests("x", words, except)], ..ReviewWords::default() };
        let passage = Passage {
            text: Cow::Borrowed(text),
            kind: PassageKind::Paragraph,
            section: Section::Other,
            origin: Origin::Fixed,
            block: 0,
            item: 0,
            line: Some(1),
        };
        let hits = Lexicon::new(&review).hits(&[passage]);
        hits.into_iter().map(|hit| text[hit.range].to_owned()).collect()
    }

    #[test]
    fn phrases_are_found_as_whole_words_in_any_case() {
        assert_eq!(found(&["guru"], &[], "A Guru of gurus, GURU!"), ["Guru", "GURU"]);
    }

    #[test]
    fn a_star_takes_the_rest_of_the_word() {
        assert_eq!(found(&["passion*"], &[], "passionate, passion; compassion"), ["passionate", "passion"]);
    }

    #[test]
    fn hyphens_and_apostrophes_may_be_written_in_any_way() {
        assert_eq!(found(&["fast-paced"], &[], "fast paced, fast\u{2011}paced").len(), 2);
        assert_eq!(found(&["bachelor's"], &[], "a bachelor\u{2019}s").len(), 1);
    }

    #[test]
    fn an_exception_hides_only_the_words_inside_it() {
        assert_eq!(found(&["master"], &["scrum master"], "a scrum master and a master"), ["master"]);
    }

    #[test]
    fn of_overlapping_words_the_longest_counts() {
        assert_eq!(found(&["US citizen", "US citizens only"], &[], "US citizens only"), ["US citizens only"]);
    }
}

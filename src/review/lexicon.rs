//! Finds the phrases of the templates in one pass over the words.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Passage;
use super::tokens::whole;
use crate::catalog::Phrase;

/// A phrase of the templates at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index into `catalog.review.phrases`.
    pub phrase: usize,
    /// Index into the subject's passages.
    pub passage: usize,
    /// Bytes of the passage's text.
    pub range: Range<usize>,
}

/// What a pattern of the automaton stands for.
#[derive(Clone, Copy, Debug)]
struct Pattern {
    phrase: usize,
    /// True: the word may go on, as `passion*`.
    open: bool,
    /// True: words in which the phrase means something else.
    except: bool,
}

/// All phrases as one automaton.
#[derive(Debug)]
pub(super) struct Lexicon {
    automaton: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
}

impl Lexicon {
    /// Takes a while: some milliseconds for a thousand phrases.
    pub(super) fn new(phrases: &[Phrase]) -> Self {
        let mut texts = Vec::new();
        let mut patterns = Vec::new();
        for (index, phrase) in phrases.iter().enumerate() {
            let ours = phrase.words.iter().map(|words| (words, false));
            for (words, except) in ours.chain(phrase.except.iter().map(|words| (words, true))) {
                let (words, open) = match words.strip_suffix('*') {
                    Some(stem) => (stem, true),
                    None => (words.as_str(), false),
                };
                for text in spellings(words) {
                    texts.push(text);
                    patterns.push(Pattern { phrase: index, open, except });
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(&texts)
            .inspect_err(|error| tracing::error!(%error, "the phrases of the review cannot be searched for"))
            .ok();
        Self { automaton, patterns }
    }

    /// All phrases in the passages, in reading order. Of one phrase's words that overlap, the
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
                    let hit = Hit { phrase: pattern.phrase, passage: index, range: start..end };
                    if pattern.except { excepted.push(hit) } else { hits.push(hit) }
                }
            }
            let inside =
                |a: &Hit, b: &Hit| a.phrase == b.phrase && a.range.start >= b.range.start && a.range.end <= b.range.end;
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
    use crate::document::Origin;

    fn found(words: &[&str], except: &[&str], text: &str) -> Vec<String> {
        let phrases = [Phrase::for_tests("x", words, except)];
        let passage = Passage {
            text: Cow::Borrowed(text),
            kind: PassageKind::Paragraph,
            section: Section::Other,
            origin: Origin::Fixed,
            block: 0,
            item: 0,
            line: Some(1),
        };
        let hits = Lexicon::new(&phrases).hits(&[passage]);
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

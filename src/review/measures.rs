//! How much there is to read, how hard it is, and how that compares with real postings.

use std::ops::Range;

use super::syllables::syllables;
use super::{PassageKind, Section, Subject};
use crate::document::Stats;

/// The measures of a posting or a text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measures {
    /// Words as people count them, between spaces.
    pub words: usize,
    /// Minutes to read at [`Stats::WORDS_A_MINUTE`], rounded, at least 1 if there is a word.
    pub minutes: u32,
    /// Reading grade by Flesch and Kincaid: years of school in the United States. Each bullet and
    /// line is a sentence, and names of technologies are left out of the syllables; `None`
    /// without a sentence of three words.
    pub grade: Option<f64>,
    /// The same with every word's syllables counted, for comparison with other programs.
    pub grade_of_all_words: Option<f64>,
    /// Points of "What you bring", experience and education among them.
    pub must: usize,
    /// Points that are nice to have.
    pub nice: usize,
    /// Points of what one will do.
    pub duties: usize,
}

impl Measures {
    /// Requirements and nice-to-haves together.
    pub fn requirements(&self) -> usize {
        self.must + self.nice
    }
}

/// How a measure is spread over 4,629 English software postings of 1,188 companies, 2017 to 2025,
/// nine in ten of them from one remote-work board.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Norm {
    /// A tenth of the postings have less.
    pub p10: f64,
    /// A quarter have less.
    pub p25: f64,
    /// Half have less.
    pub p50: f64,
    /// Three quarters have less.
    pub p75: f64,
    /// Nine tenths have less.
    pub p90: f64,
}

impl Norm {
    /// How many postings the figures are of.
    pub const POSTINGS: u32 = 4_629;
    /// Words.
    pub const WORDS: Self = Self { p10: 330.0, p25: 447.0, p50: 631.0, p75: 856.0, p90: 1_102.0 };
    /// Requirements and nice-to-haves together; the tenth is that of requirements alone.
    pub const REQUIREMENTS: Self = Self { p10: 5.0, p25: 6.9, p50: 10.0, p75: 14.0, p90: 18.0 };
    /// Duties.
    pub const DUTIES: Self = Self { p10: 4.0, p25: 5.2, p50: 7.0, p75: 9.7, p90: 13.0 };
    /// Reading grade.
    pub const GRADE: Self = Self { p10: 10.4, p25: 11.3, p50: 12.4, p75: 13.5, p90: 14.5 };

    /// The share of real postings that have less, 0.01 to 0.99; between the known points on a
    /// straight line.
    pub fn share_below(&self, value: f64) -> f64 {
        let points =
            [(0.0, 0.0), (self.p10, 0.1), (self.p25, 0.25), (self.p50, 0.5), (self.p75, 0.75), (self.p90, 0.9)];
        let share = points.windows(2).find(|pair| value <= pair[1].0).map_or_else(
            || 0.9 + 0.1 * (1.0 - self.p90 / value),
            |pair| pair[0].1 + (pair[1].1 - pair[0].1) * (value - pair[0].0) / (pair[1].0 - pair[0].0),
        );
        share.clamp(0.01, 0.99)
    }
}

/// Measures a subject. `technical` says whether the bytes of a passage name a technology.
pub(super) fn measure(subject: &Subject<'_>, technical: impl Fn(usize, Range<usize>) -> bool) -> Measures {
    let mut measures = Measures::default();
    let mut grade = Grade::default();
    for (index, passage) in subject.passages.iter().enumerate() {
        if passage.kind == PassageKind::Bullet {
            match passage.section {
                Section::Must | Section::Education => measures.must += 1,
                Section::Nice => measures.nice += 1,
                Section::Duties => measures.duties += 1,
                _ => {}
            }
        }
        if passage.kind == PassageKind::Fact {
            measures.words += words(&passage.text).count();
        } else {
            grade.passage(&passage.text, |range| technical(index, range));
        }
    }
    measures.words += grade.words;
    let minutes = (measures.words + Stats::WORDS_A_MINUTE / 2) / Stats::WORDS_A_MINUTE;
    measures.minutes = u32::try_from(minutes.max(usize::from(measures.words > 0))).unwrap_or(u32::MAX);
    measures.grade = grade.value(grade.syllables, grade.counted);
    measures.grade_of_all_words = grade.value(grade.syllables + grade.technical, grade.words);
    measures
}

/// Words between spaces that have a letter or a digit, with their bytes.
pub(super) fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let start = text.as_ptr() as usize;
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).map(move |word| {
        let at = word.as_ptr() as usize - start;
        (at..at + word.len(), word)
    })
}

/// True if a word between spaces ends a sentence.
pub(super) fn ends_sentence(word: &str) -> bool {
    let word = word.trim_end_matches(['"', '\'', ')', ']', '\u{201d}', '\u{2019}', '*', '_']);
    word.ends_with(['.', '!', '?']) && !word.ends_with("e.g.") && !word.ends_with("i.e.")
}

/// What the formula of Flesch and Kincaid (1975) needs.
#[derive(Default)]
struct Grade {
    words: usize,
    sentences: usize,
    /// Words whose syllables were counted, and those.
    counted: usize,
    syllables: usize,
    /// Syllables of the words that were not counted.
    technical: usize,
}

impl Grade {
    /// Sentences of one or two words are none, as textstat has it.
    const LEAST_WORDS: usize = 3;

    fn passage(&mut self, text: &str, technical: impl Fn(Range<usize>) -> bool) {
        let mut in_sentence = 0;
        for (range, word) in words(text) {
            self.words += 1;
            in_sentence += 1;
            if technical(range) {
                self.technical += syllables(word);
            } else {
                self.counted += 1;
                self.syllables += syllables(word);
            }
            if ends_sentence(word) {
                self.sentences += usize::from(in_sentence >= Self::LEAST_WORDS);
                in_sentence = 0;
            }
        }
        self.sentences += usize::from(in_sentence >= Self::LEAST_WORDS);
    }

    #[expect(clippy::cast_precision_loss, reason = "no text has 2^52 words")]
    fn value(&self, syllables: usize, counted: usize) -> Option<f64> {
        if self.sentences == 0 || counted == 0 {
            return None;
        }
        let a_sentence = self.words as f64 / self.sentences as f64;
        let a_word = syllables as f64 / counted as f64;
        Some(0.39 * a_sentence + 11.8 * a_word - 15.59)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grade(text: &str) -> f64 {
        let mut grade = Grade::default();
        grade.passage(text, |_| false);
        grade.value(grade.syllables, grade.counted).unwrap_or(f64::NAN)
    }

    #[test]
    fn a_text_has_the_grade_of_the_formula() {
        // Six words, one sentence, seven syllables: 0.39 × 6 + 11.8 × 7 / 6 - 15.59.
        assert!((grade("The cat sat on the table.") - 0.5167).abs() < 0.001);
        assert!(grade("").is_nan());
        assert!(grade("Two words").is_nan());
    }

    #[test]
    fn long_words_and_sentences_are_harder() {
        assert!(grade("You write the code and you test it.") < 4.0);
        assert!(
            grade("Organisational responsibilities necessitate considerable interdepartmental communication.") > 20.0
        );
    }

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        assert!(!ends_sentence("e.g.") && !ends_sentence("(i.e.") && ends_sentence("done.)") && ends_sentence("why?"));
    }

    /// Only of words were all five points counted. The other quarters are put between the tenth
    /// and the middle where a logarithm that is normally spread has them; of words that gives
    /// 449 and 846.
    #[test]
    fn quarters_that_were_not_counted_lie_where_a_normal_spread_has_them() {
        let between = |from: f64, to: f64| from * ((to / from).ln() * 0.6745 / 1.2816).exp();
        for norm in [Norm::WORDS, Norm::REQUIREMENTS, Norm::DUTIES, Norm::GRADE] {
            let (p25, p75) = (between(norm.p50, norm.p10), between(norm.p50, norm.p90));
            assert!((p25 / norm.p25 - 1.0).abs() < 0.03 && (p75 / norm.p75 - 1.0).abs() < 0.03, "{norm:?} {p25} {p75}");
        }
    }

    #[test]
    fn the_share_of_postings_with_less_grows_from_end_to_end() {
        let norm = Norm::WORDS;
        let shares: Vec<f64> = (0..3_000).map(|words| norm.share_below(f64::from(words))).collect();
        assert!(shares.is_sorted() && shares[0] <= 0.01 && shares[2_999] > 0.95);
        assert!((norm.share_below(631.0) - 0.5).abs() < 1e-9);
        for norm in [Norm::REQUIREMENTS, Norm::DUTIES, Norm::GRADE] {
            assert!([norm.p10, norm.p25, norm.p50, norm.p75, norm.p90].is_sorted());
        }
    }
}

//! The words of a passage.

use unicode_segmentation::UnicodeSegmentation as _;

/// A word with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// Where it begins, in bytes.
    pub start: usize,
    /// The word as it is written.
    pub text: &'a str,
}

impl Token<'_> {
    /// Its bytes in the passage.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start..self.start + self.text.len()
    }
}

/// The words of a text by Unicode's rules (UAX #29). Of `C++`, `.NET` and `CI/CD` these are the
/// letters alone; names with signs are found by the lexicon.
pub(super) fn words(text: &str) -> impl Iterator<Item = Token<'_>> {
    text.unicode_word_indices().map(|(start, text)| Token { start, text })
}

/// True if the bytes `start..end` of `text` are not part of a longer word.
pub(super) fn whole(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let first = text[start..end].chars().next();
    let last = text[start..end].chars().next_back();
    let joins = |a: Option<char>, b: Option<char>| {
        a.is_some_and(char::is_alphanumeric) && b.is_some_and(|b| b.is_alphanumeric() || b == '_')
    };
    !joins(first, before) && !joins(last, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_where_they_stand() {
        let found: Vec<(usize, &str)> = words("Build café-ready APIs.").map(|t| (t.start, t.text)).collect();
        assert_eq!(found, [(0, "Build"), (6, "café"), (12, "ready"), (18, "APIs")]);
    }

    #[test]
    fn a_part_of_a_word_is_not_whole() {
        assert!(whole("a guru, yes", 2, 6));
        assert!(!whole("gurus", 0, 4));
        assert!(whole("use C++ well", 4, 7));
        assert!(!whole("naïveté", 0, 4));
    }
}

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
pub(super) fn words(text: &str) -> Words<'_> {
    if text.is_ascii() { Words::Ascii(Ascii { text, at: 0 }) } else { Words::Any(text.unicode_word_indices()) }
}

/// The words of a text, in their order.
pub enum Words<'a> {
    /// Most texts: the same rules, for these letters alone and many times as fast.
    Ascii(Ascii<'a>),
    /// All others.
    Any(unicode_segmentation::UnicodeWordIndices<'a>),
}

impl<'a> Iterator for Words<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        match self {
            Self::Ascii(words) => words.next(),
            Self::Any(words) => words.next().map(|(start, text)| Token { start, text }),
        }
    }
}

/// The words of a text of ASCII letters.
pub struct Ascii<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Ascii<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let bytes = self.text.as_bytes();
        let joins = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        loop {
            let start = self.at + bytes[self.at..].iter().position(|byte| joins(*byte))?;
            let mut end = start + 1;
            while let Some(&byte) = bytes.get(end) {
                let (before, after) = (bytes[end - 1], bytes.get(end + 1).copied().unwrap_or(b' '));
                let letters = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
                let digits = before.is_ascii_digit() && after.is_ascii_digit();
                match byte {
                    byte if joins(byte) => {}
                    b'\'' | b'.' if letters || digits => {}
                    b':' if letters => {}
                    b',' | b';' if digits => {}
                    _ => break,
                }
                end += 1;
            }
            self.at = end;
            let text = &self.text[start..end];
            if text.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
                return Some(Token { start, text });
            }
        }
    }
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
    fn words_of_ascii_are_those_of_unicode() {
        // Every text of up to six of the letters that the rules tell apart.
        let letters = ['a', '1', '\'', '.', ':', ',', ';', '_', '-', ' '];
        let mut text = String::new();
        for number in 0..1_000_000_u32 {
            text.clear();
            let mut rest = number;
            for _ in 0..6 {
                text.push(letters[(rest % 10) as usize]);
                rest /= 10;
            }
            let theirs = text.unicode_word_indices().map(|(start, text)| Token { start, text });
            assert!(words(&text).eq(theirs), "{text:?}");
        }
    }

    #[test]
    fn a_part_of_a_word_is_not_whole() {
        assert!(whole("a guru, yes", 2, 6));
        assert!(!whole("gurus", 0, 4));
        assert!(whole("use C++ well", 4, 7));
        assert!(!whole("naïveté", 0, 4));
    }
}

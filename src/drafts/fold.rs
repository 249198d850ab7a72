//! Words as search sees them: without case, accents and punctuation.
//!
//! The same rule cuts what is put into the index and what is asked for, so that the two can never
//! disagree; SQLite only keeps the words. "Łódź" and "lodz", "C++" and "c++" are the same word,
//! and each sign of Chinese or Japanese is one.

use std::ops::Range;

use icu_normalizer::DecomposingNormalizer;

/// The longest word that is told apart from another, in characters.
const LONGEST: usize = 64;

/// Each word of a text: where it stands, in bytes, and how search sees it.
pub(super) fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    ranges(text).map(|at| (at.clone(), fold(&text[at]))).filter(|(_, word)| !word.is_empty())
}

/// Where the words of a text stand, in bytes.
pub(super) fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_letter)?;
        at = start + length(&text[start..]);
        Some(start..at)
    })
}

/// True if a word of a text begins with one that search sees as `wanted`, or is it.
pub(super) fn begins_with(word: &str, wanted: &str, whole: bool) -> bool {
    if word.is_ascii() {
        // Nearly every word is decided here, without a copy of it.
        let (word, wanted) = (word.as_bytes(), wanted.as_bytes());
        return word.get(..wanted.len()).is_some_and(|start| start.eq_ignore_ascii_case(wanted))
            && (!whole || word.len() == wanted.len());
    }
    let word = fold(word);
    if whole { word == wanted } else { word.starts_with(wanted) }
}

/// The words of a text, each once, parted by spaces.
pub(super) fn distinct(text: &str) -> String {
    let mut all: Vec<String> = words(text).map(|(_, word)| word).collect();
    all.sort_unstable();
    all.dedup();
    all.join(" ")
}

/// A text as a key to sort and compare by.
pub(super) fn key(text: &str) -> String {
    let all: Vec<String> = words(text).map(|(_, word)| word).collect();
    all.join(" ")
}

/// How many bytes the word has that begins here.
fn length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let Some((_, first)) = chars.next() else { return 0 };
    if is_sign(first) {
        return first.len_utf8();
    }
    while let Some((at, c)) = chars.next() {
        if is_sign(c) {
            return at;
        }
        if is_letter(c) || is_mark(c) {
            continue;
        }
        if !matches!(c, '+' | '#') {
            return at;
        }
        // "C++" and "C#" are words; "front+back" is two.
        let mut end = at + 1;
        while chars.next_if(|(_, c)| matches!(c, '+' | '#')).is_some() {
            end += 1;
        }
        return if chars.peek().is_some_and(|(_, next)| is_letter(*next)) { at } else { end };
    }
    text.len()
}

fn is_letter(c: char) -> bool {
    // Asked of every character of every text that is shown: the usual ones first.
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() }
}

/// A sign that is a word by itself, in writing without spaces.
fn is_sign(c: char) -> bool {
    !c.is_ascii()
        && matches!(u32::from(c), 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}

/// A mark on the letter before it: accents, points of Hebrew, vowels of Arabic.
fn is_mark(c: char) -> bool {
    !c.is_ascii()
        && matches!(u32::from(c),
        0x0300..=0x036F | 0x0591..=0x05BD | 0x05BF..=0x05C7 | 0x064B..=0x065F | 0x0670
        | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF)
}

fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.chars().take(LONGEST).map(|c| c.to_ascii_lowercase()).collect();
    }
    let parts = DecomposingNormalizer::new_nfkd().normalize(word).to_lowercase();
    let mut folded = String::with_capacity(parts.len());
    for c in parts.chars().filter(|c| !is_mark(*c)).take(LONGEST) {
        match c {
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ø' => folded.push('o'),
            'ı' => folded.push('i'),
            'ħ' => folded.push('h'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            // What a ligature or a fraction comes apart into may be no letter.
            c if is_letter(c) || matches!(c, '+' | '#') => folded.push(c),
            _ => {}
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        words(text).map(|(_, word)| word).collect()
    }

    #[test]
    fn case_accents_and_punctuation_make_no_difference() {
        assert_eq!(all("Łódź, KRAKÓW; São-Paulo"), ["lodz", "krakow", "sao", "paulo"]);
        assert_eq!(all("Straße Ærø İstanbul ﬁne"), ["strasse", "aero", "istanbul", "fine"]);
        assert_eq!(all("e\u{301}te\u{301}"), ["ete"], "accents that stand apart from their letter");
    }

    #[test]
    fn names_of_languages_stay_apart() {
        assert_eq!(all("C, C++, C# and F#/.NET, Node.js"), ["c", "c++", "c#", "and", "f#", "net", "node", "js"]);
        assert_eq!(all("front+back + more #1"), ["front", "back", "more", "1"]);
    }

    #[test]
    fn each_sign_of_a_writing_without_spaces_is_a_word() {
        assert_eq!(all("東京の Rust"), ["東", "京", "の", "rust"]);
        assert_eq!(all("مُهَنْدِس"), ["مهندس"]);
    }

    #[test]
    fn a_word_stands_where_it_is_said_to_stand() {
        let text = "über Łódź; C++!";
        let found: Vec<&str> = words(text).map(|(at, _)| &text[at]).collect();
        assert_eq!(found, ["über", "Łódź", "C++"]);
    }

    #[test]
    fn every_character_can_be_a_part_of_a_text() {
        for c in '\0'..=char::MAX {
            let text = format!("a{c}b+{c}");
            for (at, word) in words(&text) {
                assert!(text.get(at).is_some());
                assert!(!word.is_empty() && !word.contains([' ', '"', '*']), "{c:?} gives {word:?}");
            }
        }
    }
}

//! What WordprocessingML can carry of any text: which characters stay, and which way they run.
//!
//! Comes in: text as a person typed it. Goes out: text that is legal in XML 1.0, with `\n` and
//! `\t` as its only control characters, and its parts by direction.

use std::borrow::Cow;

/// Text with what a Word file cannot hold taken out. Every kind of line end becomes `\n` (the
/// vertical tab, too: it is what Word copies for a line break inside a paragraph). Other control
/// characters and Unicode's noncharacters are dropped.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| c == '\n' || legal(c)) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                kept.push('\n');
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            c if legal(c) => kept.push(c),
            _ => {}
        }
    }
    Cow::Owned(kept)
}

/// Clean text on one line: each stretch of white space is one space.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in clean(text).split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// True if a character stays as it is: line ends do not, `\t` does.
fn legal(c: char) -> bool {
    match c {
        '\t' => true,
        '\u{2028}' | '\u{2029}' => false,
        '\u{fdd0}'..='\u{fdef}' => false,
        c => !c.is_control() && (c as u32 & 0xfffe) != 0xfffe,
    }
}

/// Which way a text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// As Latin does.
    LeftToRight,
    /// As Arabic and Hebrew do.
    RightToLeft,
}

impl Direction {
    /// The direction of a paragraph: that of its first letter (rule P2 of Unicode's UAX #9).
    pub(super) fn of(text: &str) -> Self {
        Self::of_first_letter(text).unwrap_or(Self::LeftToRight)
    }

    /// The direction of the first letter; `None`: there is no letter.
    pub(super) fn of_first_letter(text: &str) -> Option<Self> {
        text.chars().find_map(strong)
    }
}

/// True if text runs right to left anywhere.
pub(super) fn has_right_to_left(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| strong(c) == Some(Direction::RightToLeft))
}

/// Splits text where its direction changes. Spaces, digits and signs between two directions go
/// with the paragraph's own.
pub(super) fn by_direction(text: &str, paragraph: Direction) -> Vec<(&str, Direction)> {
    if text.is_empty() {
        return Vec::new();
    }
    if paragraph == Direction::LeftToRight && !has_right_to_left(text) {
        return vec![(text, Direction::LeftToRight)];
    }
    let mut parts = Vec::new();
    let mut start = 0;
    let mut after_letter = 0;
    let mut current = None;
    for (at, c) in text.char_indices() {
        let Some(direction) = strong(c) else { continue };
        if let Some(previous) = current.filter(|previous| *previous != direction) {
            let end = if previous == paragraph { at } else { after_letter };
            parts.push((&text[start..end], previous));
            start = end;
        }
        current = Some(direction);
        after_letter = at + c.len_utf8();
    }
    if start < text.len() {
        parts.push((&text[start..], current.unwrap_or(paragraph)));
    }
    parts
}

/// The direction of a letter; `None` for what has none of its own.
///
/// A test of ranges stands in for the Unicode Character Database: the blocks below are those
/// whose unassigned characters default to R or AL in `DerivedBidiClass.txt` (Unicode 16).
fn strong(c: char) -> Option<Direction> {
    match c {
        '\u{200e}' => Some(Direction::LeftToRight),
        '\u{200f}' | '\u{61c}' => Some(Direction::RightToLeft),
        c if !c.is_alphabetic() => None,
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => Some(Direction::RightToLeft),
        _ => Some(Direction::LeftToRight),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{LeftToRight, RightToLeft};

    #[test]
    fn control_characters_and_noncharacters_are_dropped_and_the_rest_stays() {
        assert_eq!(clean("a\0b\u{1}c\u{7f}d\u{9f}e\u{fffe}f\u{ffff}g\u{1fffe}h\u{fdd0}i"), "abcdefghi");
        assert_eq!(clean("tab\tnew\nline"), "tab\tnew\nline");
        assert_eq!(clean("👩🏽‍💻 é \u{202e}x\u{fffd}"), "👩🏽‍💻 é \u{202e}x\u{fffd}");
        assert!(matches!(clean("plain\ntext"), Cow::Borrowed(_)));
    }

    #[test]
    fn every_kind_of_line_end_is_one_line_break() {
        assert_eq!(clean("a\r\nb\rc\u{b}d\u{c}e\u{85}f\u{2028}g\u{2029}h\r\n"), "a\nb\nc\nd\ne\nf\ng\nh\n");
    }

    #[test]
    fn one_line_has_single_spaces_and_no_ends() {
        assert_eq!(one_line("  Senior\r\n\tEngineer\u{0} \u{b} "), "Senior Engineer");
    }

    #[test]
    fn a_paragraph_runs_as_its_first_letter_does() {
        assert_eq!(Direction::of("2026: שלום world"), RightToLeft);
        assert_eq!(Direction::of("Rust, שלום"), LeftToRight);
        assert_eq!(Direction::of("12 (3)"), LeftToRight);
        assert_eq!(Direction::of("مهندس"), RightToLeft);
        assert_eq!(Direction::of("日本"), LeftToRight);
    }

    #[test]
    fn text_splits_where_its_direction_changes_and_loses_nothing() {
        assert_eq!(
            by_direction("Rust שלום 12 end", LeftToRight),
            [("Rust ", LeftToRight), ("שלום", RightToLeft), (" 12 end", LeftToRight)]
        );
        assert_eq!(by_direction("שלום, Rust!", RightToLeft), [("שלום, ", RightToLeft), ("Rust!", LeftToRight)],);
        assert_eq!(by_direction(" 12 ", RightToLeft), [(" 12 ", RightToLeft)]);
        assert_eq!(by_direction("", RightToLeft), []);
        for paragraph in [LeftToRight, RightToLeft] {
            let text = "1 a ש 2 ב b, c ג";
            let joined: String = by_direction(text, paragraph).iter().map(|(part, _)| *part).collect();
            assert_eq!(joined, text);
        }
    }
}

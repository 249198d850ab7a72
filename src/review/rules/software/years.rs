//! Reads how many years a text asks for: `5+ years`, `3 to 5 yrs`, `at least seven years`.

use std::ops::Range;

/// A number of years in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Years {
    /// The fewest that will do.
    pub least: u16,
    /// The most, of a range.
    pub most: Option<u16>,
    /// Bytes of the text, from the number to the word.
    pub range: Range<usize>,
    /// Bytes of the number alone: `5`, `3-5`, with no plus sign.
    pub number: Range<usize>,
}

const NUMBERS: [&str; 16] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen",
];

/// Every number of years in a text, in reading order.
pub(super) fn years(text: &str) -> Vec<Years> {
    let mut all = Vec::new();
    let bytes = text.as_bytes();
    for (at, _) in text.match_indices(['y', 'Y']) {
        let Some(end) = word_of_years(text, at) else { continue };
        let before = text[..at].trim_end_matches([' ', '\u{a0}', '-', '\u{2011}']);
        if before.len() == at && !before.ends_with(|c: char| c.is_ascii_digit() || c == '+') {
            continue;
        }
        let before = before.strip_suffix("or more").or_else(|| before.strip_suffix("plus")).unwrap_or(before);
        let before = before.trim_end().trim_end_matches('+').trim_end();
        let Some((last, start)) = number(before) else { continue };
        let (least, most, start) = match range_before(&text[..start]) {
            Some((first, first_at)) if first <= last => (first, Some(last), first_at),
            _ => (last, None, start),
        };
        // "1,500 years", "v2.5 years", "$3 years"
        let odd = start > 0 && matches!(bytes[start - 1], b'.' | b',' | b'$' | b'/' | b'#');
        if !odd {
            all.push(Years { least, most, range: start..end, number: start..before.len() });
        }
    }
    all
}

/// Where the word for years ends that begins at `at`.
fn word_of_years(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let word = rest.find(|c: char| !c.is_ascii_alphabetic()).map_or(rest, |end| &rest[..end]);
    let known = ["years", "year", "yrs", "yr", "yoe"].iter().any(|one| one.eq_ignore_ascii_case(word));
    let begins = !text[..at].ends_with(char::is_alphabetic);
    (known && begins).then_some(at + word.len())
}

/// The number at the end of a text, and where it begins.
fn number(text: &str) -> Option<(u16, usize)> {
    let digits = text.len() - text.bytes().rev().take_while(u8::is_ascii_digit).count();
    if digits < text.len() {
        let value = text[digits..].parse().ok().filter(|years| *years <= 60)?;
        let free = !text[..digits].ends_with(char::is_alphabetic);
        return free.then_some((value, digits));
    }
    let start = text
        .rfind(|c: char| !c.is_ascii_alphabetic())
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let value = NUMBERS.iter().position(|word| word.eq_ignore_ascii_case(&text[start..]))?;
    Some((u16::try_from(value).ok()?, start))
}

/// The first number of a range whose second begins where `text` ends.
fn range_before(text: &str) -> Option<(u16, usize)> {
    let text = text.trim_end();
    let text = text
        .strip_suffix(['-', '\u{2013}', '\u{2014}', '\u{2011}', '~'])
        .or_else(|| text.strip_suffix(" to"))
        .or_else(|| text.strip_suffix(" or"))?;
    number(text.trim_end().trim_end_matches('+').trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u16, Option<u16>, &str)> {
        years(text).into_iter().map(|years| (years.least, years.most, &text[years.range])).collect()
    }

    #[test]
    fn years_are_read_as_people_write_them() {
        for (text, least, most, words) in [
            ("5+ years of Go", 5, None, "5+ years"),
            ("at least 7 years", 7, None, "7 years"),
            ("3-5 years", 3, Some(5), "3-5 years"),
            ("3 \u{2013} 5+ yrs", 3, Some(5), "3 \u{2013} 5+ yrs"),
            ("two to four years", 2, Some(4), "two to four years"),
            ("Ten years of COBOL", 10, None, "Ten years"),
            ("5 or more years", 5, None, "5 or more years"),
            ("10-year plan", 10, None, "10-year"),
            ("6+years", 6, None, "6+years"),
        ] {
            assert_eq!(read(text), [(least, most, words)], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_years() {
        for text in
            ["", "Two yearly goals", "last year", "1,500 years", "in 2014 years", "v5 years", "ä years", "many years"]
        {
            assert!(read(text).is_empty(), "{text}: {:?}", read(text));
        }
    }
}

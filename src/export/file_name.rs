//! A name for an exported file that every system takes.

use unicode_segmentation::UnicodeSegmentation as _;

use super::clean;
use crate::document::Document;

/// The most characters of a name, without its ending.
const MOST_CHARS: usize = 120;
/// The most bytes of a name: Linux takes 255 with the ending, and emoji are four bytes each.
const MOST_BYTES: usize = 200;

/// The name of a posting without a title.
const UNTITLED: &str = "Job posting";

/// A file name without its ending: "Senior Backend Engineer - Northlight Systems".
///
/// Every system takes it: no character or name that Windows refuses, no blank or dot at the
/// ends, at most 120 characters. A document without a title is called "Job posting".
pub fn suggested_file_name(document: &Document) -> String {
    let parts = [&document.meta.title, &document.meta.author].map(|part| part_of_name(part));
    let said: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let mut whole = said.join(" - ");
    if whole.is_empty() {
        whole.push_str(UNTITLED);
    } else if is_reserved(&whole) {
        whole = format!("{UNTITLED} {whole}");
    }
    let mut name = String::new();
    let mut chars = 0;
    for cluster in whole.graphemes(true) {
        chars += cluster.chars().count();
        if chars > MOST_CHARS || name.len() + cluster.len() > MOST_BYTES {
            break;
        }
        name.push_str(cluster);
    }
    if name.len() < whole.len() {
        name.truncate(open_bracket(&name).unwrap_or(name.len()));
    }
    match trim(&name) {
        // The first letter alone had more than a name may have.
        "" => UNTITLED.to_owned(),
        name => name.to_owned(),
    }
}

/// One part without what a file name may not hold.
fn part_of_name(part: &str) -> String {
    let mut name = String::with_capacity(part.len());
    for c in clean::one_line_of(part).chars() {
        match c {
            '/' | '\\' | '|' => name.push('-'),
            ':' => name.push_str(" -"),
            '<' | '>' | '"' | '?' | '*' => {}
            // Marks that turn the direction of writing can hide what a file's ending is.
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c => name.push(c),
        }
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    trim(&words.join(" ")).to_owned()
}

/// Where a bracket opens that the name does not close, if something stands before it.
fn open_bracket(name: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in name.char_indices() {
        match c {
            '(' | '[' | '{' => open.push((at, c)),
            ')' | ']' | '}' => {
                let partner = match c {
                    ')' => '(',
                    ']' => '[',
                    _ => '{',
                };
                if open.last().is_some_and(|(_, opened)| *opened == partner) {
                    open.pop();
                }
            }
            _ => {}
        }
    }
    open.first().map(|(at, _)| *at).filter(|at| !trim(name.get(..*at).unwrap_or_default()).is_empty())
}

/// Dots at the end vanish on Windows, at the start hide the file elsewhere, and a hyphen at the
/// start looks like an option of a command.
fn trim(name: &str) -> &str {
    name.trim_start_matches(|c: char| c.is_whitespace() || c == '.' || c == '-')
        .trim_end_matches(|c: char| c.is_whitespace() || c == '.' || c == '-')
}

/// Names that Windows keeps for devices, with any ending.
/// Source: "Naming Files, Paths, and Namespaces", Microsoft Learn.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str()) {
        return true;
    }
    let port = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    port.is_some_and(|rest| rest.chars().count() == 1 && rest.chars().all(|c| c.is_ascii_digit() || "¹²³".contains(c)))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::document::{Meta, Paper};

    fn name(title: &str, company: &str) -> String {
        suggested_file_name(&Document {
            language: "en-US".to_owned(),
            paper: Paper::A4,
            meta: Meta {
                title: title.to_owned(),
                author: company.to_owned(),
                created: Timestamp::UNIX_EPOCH,
                modified: Timestamp::UNIX_EPOCH,
            },
            header: None,
            footer: String::new(),
            blocks: Vec::new(),
        })
    }

    #[test]
    fn a_file_is_named_for_title_and_company() {
        assert_eq!(
            name("Senior Backend Engineer", "Northlight Systems"),
            "Senior Backend Engineer - Northlight Systems"
        );
        assert_eq!(name("Senior C++ Developer", ""), "Senior C++ Developer");
        assert_eq!(name("", "Acme"), "Acme");
        assert_eq!(name(" \n", "..."), "Job posting");
    }

    #[test]
    fn characters_that_windows_refuses_are_gone() {
        assert_eq!(
            name("Front-end/Back-end: \"Lead\" <m/f/d>?*", "A|B\\C\tGmbH."),
            "Front-end-Back-end - Lead m-f-d - A-B-C GmbH"
        );
        assert_eq!(name("../../etc/passwd", ""), "etc-passwd");
        assert_eq!(name("-o --force", ""), "o --force");
        assert_eq!(name("invoice\u{202e}fdp.exe", ""), "invoicefdp.exe");
    }

    #[test]
    fn names_that_windows_keeps_for_devices_are_not_used() {
        for reserved in ["con", "NUL", "Aux.v2", "COM1", "lpt¹", "com9.x.y"] {
            assert_eq!(name(reserved, ""), format!("Job posting {reserved}"));
        }
        assert_eq!(name("Console", ""), "Console");
        assert_eq!(name("COM", ""), "COM");
        assert_eq!(name("com10", ""), "com10");
    }

    proptest::proptest! {
        #[test]
        fn every_system_takes_the_name_of_any_posting(title: String, company: String, reserved in "(con|nul|com1|)[. ]{0,3}") {
            let name = name(&format!("{reserved}{title}"), &company);
            proptest::prop_assert!(!name.is_empty() && name.len() <= 200 && name.chars().count() <= 120);
            proptest::prop_assert!(!name.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*']));
            proptest::prop_assert!(!name.chars().any(char::is_control) && !is_reserved(&name));
            proptest::prop_assert_eq!(trim(&name), &name);
        }
    }

    #[test]
    fn a_long_name_is_not_cut_within_brackets() {
        let places = "Berlin, Hamburg, Cologne, Frankfurt, Stuttgart, Leipzig, Dresden, Bremen, Hanover, Nuremberg";
        let title = format!("Senior Backend Engineer (m/f/d) (remote or in {places})");
        assert_eq!(name(&title, "Acme"), "Senior Backend Engineer (m-f-d)");
        let title = format!("Engineer [remote (in {places} {places})]");
        assert_eq!(name(&title, "Acme"), "Engineer");
        // What is not cut stays as it is, and what begins with a bracket is a name all the same.
        assert_eq!(name("Engineer (", "Acme"), "Engineer ( - Acme");
        assert!(name(&format!("({places} {places})"), "").starts_with("(Berlin, Hamburg"));
    }

    #[test]
    fn a_long_name_is_cut_between_letters_as_people_see_them() {
        let long = name(&"word ".repeat(60), "Acme");
        assert!(long.chars().count() <= 120 && !long.ends_with(' '), "{long}");
        assert_eq!(name(&format!("a{}", "\u{301}".repeat(300)), ""), "Job posting");
        assert_eq!(name(&format!("con.{}", "x".repeat(300)), "").chars().count(), 120);
        let family = "👨‍👩‍👧‍👦";
        let emoji = name(&family.repeat(50), "");
        assert!(emoji.len() <= 200 && emoji.len().is_multiple_of(family.len()), "{emoji}");
    }
}

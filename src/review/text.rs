//! A plain text or Markdown as passages, for reviewing what did not come from Rolewright.
//!
//! Lines are told apart by their marks: bullets, headings, the rest. What a heading says tells
//! the section. Words are all that is read; rules about fields and lists have nothing to look at.

use std::borrow::Cow;

use super::{Passage, PassageKind, Section};
use crate::document::Origin;

/// The beginnings and words of English headings by section, commonest first, as counted over
/// the headings of 4,629 postings. The first that is in a heading decides.
const HEADINGS: &[(Section, &[&str])] = &[
    (
        Section::Statement,
        &[
            "equal opportunit",
            "equal employment",
            "eeo",
            "diversity",
            "inclusi",
            "accommodation",
            "our commitment",
            "privacy",
        ],
    ),
    (
        Section::Nice,
        &[
            "nice to have",
            "nice-to-have",
            "preferred",
            "bonus",
            "desired",
            "desirable",
            "good to have",
            "plus",
            "even better",
        ],
    ),
    (
        Section::Benefits,
        &[
            "benefit",
            "perks",
            "we offer",
            "compensation",
            "salary",
            "pay range",
            "what's in it",
            "why join",
            "why work",
        ],
    ),
    (Section::Steps, &["hiring process", "interview process", "how we hire", "next steps", "recruitment process"]),
    (Section::Apply, &["how to apply", "apply"]),
    (Section::Learn, &["you'll learn", "you will learn"]),
    (Section::Education, &["education"]),
    (
        Section::Must,
        &[
            "requirement",
            "qualification",
            "what you bring",
            "you bring",
            "you have",
            "about you",
            "who you are",
            "skills",
            "looking for",
            "experience",
            "must have",
            "must-have",
            "what you need",
            "you'll need",
            "you should have",
        ],
    ),
    (
        Section::Duties,
        &[
            "responsibilit",
            "you'll do",
            "you will do",
            "duties",
            "you'll be doing",
            "the role",
            "day to day",
            "your role",
            "your impact",
            "what you do",
            "tasks",
            "the job",
        ],
    ),
    (
        Section::About,
        &["about us", "who we are", "our company", "company description", "our mission", "about the company"],
    ),
    (Section::Summary, &["summary", "overview", "job description", "description"]),
];

/// Reads a text. Passages are slices of it but for nothing: `line` counts from 1, and a passage
/// that goes over several lines holds their line breaks.
pub fn passages(text: &str) -> Vec<Passage<'_>> {
    let mut reader = Reader { text, passages: Vec::new(), section: Section::Other };
    let mut fenced = false;
    let mut open: Option<Open> = None;
    let mut start = 0;
    for (number, line) in text.split('\n').enumerate() {
        let here = start..start + line.len();
        start = here.end + 1;
        let words = line.trim();
        if words.starts_with("```") || words.starts_with("~~~") {
            fenced = !fenced;
        }
        let (kind, at) = match kind(words, reader.passages.is_empty() && open.is_none()) {
            _ if fenced || words.chars().all(|c| !c.is_alphanumeric()) => {
                // A line of signs under words is their underline, elsewhere a rule.
                if words.len() >= 3
                    && words.bytes().all(|b| b == words.as_bytes()[0] && b"=-".contains(&b))
                    && let Some(above) = open.take_if(|above| above.line == number)
                {
                    reader.close(Open { kind: PassageKind::Heading, ..above });
                }
                reader.close_all(&mut open);
                continue;
            }
            (kind, mark) => (kind, here.start + (line.len() - line.trim_start().len()) + mark),
        };
        let end = here.start + line.trim_end().len();
        match &mut open {
            Some(open) if kind == PassageKind::Paragraph && goes_on(&text[open.start..open.end], words) => {
                open.end = end
            }
            _ => {
                reader.close_all(&mut open);
                open = Some(Open { kind, line: number + 1, start: at.min(end), end });
            }
        }
        if kind != PassageKind::Paragraph && kind != PassageKind::Bullet {
            reader.close_all(&mut open);
        }
    }
    reader.close_all(&mut open);
    reader.passages
}

/// A passage whose end is not yet known.
struct Open {
    kind: PassageKind,
    line: usize,
    start: usize,
    end: usize,
}

struct Reader<'a> {
    text: &'a str,
    passages: Vec<Passage<'a>>,
    section: Section,
}

impl Reader<'_> {
    fn close_all(&mut self, open: &mut Option<Open>) {
        if let Some(open) = open.take() {
            self.close(open);
        }
    }

    fn close(&mut self, open: Open) {
        let words = bare(&self.text[open.start..open.end]);
        if !words.contains(char::is_alphanumeric) {
            return;
        }
        if matches!(open.kind, PassageKind::Heading) {
            self.section = section(words);
        }
        self.passages.push(Passage {
            text: Cow::Borrowed(words),
            kind: open.kind,
            section: if open.kind == PassageKind::Title { Section::Top } else { self.section },
            origin: Origin::Fixed,
            block: self.passages.len(),
            item: 0,
            line: Some(open.line),
        });
    }
}

/// A passage without the stars and underscores that Markdown puts around it.
fn bare(words: &str) -> &str {
    words.trim().trim_matches(|c| matches!(c, '*' | '_' | '#')).trim()
}

/// What a line is, and how many bytes of it are its mark.
fn kind(words: &str, first: bool) -> (PassageKind, usize) {
    let heading = if first { PassageKind::Title } else { PassageKind::Heading };
    let level = words.bytes().take_while(|b| *b == b'#').count();
    if (1..=6).contains(&level) && words[level..].starts_with(' ') {
        return (heading, level);
    }
    if let Some(mark) = bullet(words) {
        return (PassageKind::Bullet, mark);
    }
    let plain = bare(words);
    let bold = words.starts_with("**") && words.trim_end_matches(':').ends_with("**") && words.len() > 4;
    let letters = || plain.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().count() > 2 && letters().all(char::is_uppercase);
    let short = plain.split_whitespace().count() <= 8;
    if short && (bold || capitals || plain.ends_with(':')) && !plain.ends_with(['.', '!', ',']) {
        return (heading, 0);
    }
    (if first && short { PassageKind::Title } else { PassageKind::Paragraph }, 0)
}

/// How many bytes of a line are the mark of a bullet or a number.
fn bullet(words: &str) -> Option<usize> {
    let mark = words.chars().next()?;
    let mut length = mark.len_utf8();
    if mark.is_ascii_digit() {
        length = words.bytes().take_while(u8::is_ascii_digit).count();
        if length > 2 || !words[length..].starts_with(['.', ')']) {
            return None;
        }
        length += 1;
    } else if !matches!(mark, '-' | '*' | '+' | '•' | '◦' | '▪' | '‣' | '·' | '●' | '○' | '–' | '—' | '■')
    {
        return None;
    }
    let rest = &words[length..];
    let space = rest.len() - rest.trim_start().len();
    (space > 0 || (!mark.is_ascii() && !rest.is_empty())).then_some(length + space)
}

/// True if a line goes on with the sentence above it: texts that were wrapped at a width.
fn goes_on(above: &str, words: &str) -> bool {
    let last = above.rsplit('\n').next().unwrap_or(above);
    let width = last.chars().count();
    (50..=100).contains(&width)
        && !last.trim_end().ends_with(['.', '!', '?', ':', ';'])
        && words.chars().next().is_some_and(|first| first.is_lowercase() || first == '(')
}

fn section(heading: &str) -> Section {
    let heading = heading.to_lowercase().replace('\u{2019}', "'");
    let found = HEADINGS.iter().find(|(_, words)| words.iter().any(|words| heading.contains(words)));
    found.map_or(Section::Other, |(section, _)| *section)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(PassageKind, Section, usize, &str)> {
        passages(text)
            .into_iter()
            .map(|passage| match passage.text {
                Cow::Borrowed(words) => (passage.kind, passage.section, passage.line.unwrap_or(0), words),
                Cow::Owned(_) => panic!("a passage is a slice of the text"),
            })
            .collect()
    }

    #[test]
    fn headings_bullets_and_paragraphs_are_told_apart() {
        use PassageKind::{Bullet, Heading, Paragraph, Title};
        let text = "# Backend Developer\n\nWe make maps.\n\n## What you'll do\n- Build tiles\n* Draw roads\n\n\
            **Nice to have**\n1. Rust\n\nEQUAL OPPORTUNITY\nAll are welcome.\n";
        assert_eq!(
            read(text),
            [
                (Title, Section::Top, 1, "Backend Developer"),
                (Paragraph, Section::Other, 3, "We make maps."),
                (Heading, Section::Duties, 5, "What you'll do"),
                (Bullet, Section::Duties, 6, "Build tiles"),
                (Bullet, Section::Duties, 7, "Draw roads"),
                (Heading, Section::Nice, 9, "Nice to have"),
                (Bullet, Section::Nice, 10, "Rust"),
                (Heading, Section::Statement, 12, "EQUAL OPPORTUNITY"),
                (Paragraph, Section::Statement, 13, "All are welcome."),
            ]
        );
    }

    #[test]
    fn a_wrapped_paragraph_is_one_and_keeps_its_lines() {
        let text =
            "Developer\n\nWe make maps for people who walk, and we have done so for\nlong enough to like it.\nNext.";
        let found = read(text);
        assert_eq!(found[1].3, "We make maps for people who walk, and we have done so for\nlong enough to like it.");
        assert_eq!(found[2].3, "Next.");
        assert_eq!(found[2].2, 5);
    }

    #[test]
    fn an_underlined_line_is_a_heading_and_code_is_not_read() {
        let found = read("Title\n\nRequirements\n------------\n- Rust\n\n```\nlet guru = 1;\n```\n\n---\nEnd of it.");
        let words: Vec<&str> = found.iter().map(|passage| passage.3).collect();
        assert_eq!(words, ["Title", "Requirements", "Rust", "End of it."]);
        assert_eq!(found[2].1, Section::Must);
    }

    #[test]
    fn nothing_and_odd_things_are_read_without_a_panic() {
        for text in
            ["", "\n\n", "•", "#", "**", "- ", "é\u{301}", "1.", "---\n---", "```", "\u{feff}", "***\n***", "______"]
        {
            passages(text);
        }
        assert!(passages("").is_empty());
    }
}

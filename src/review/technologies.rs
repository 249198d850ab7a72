//! Finds the technologies that a posting names, in one pass over the words.

use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::Passage;
use super::lexicon::automaton;
use super::tokens::whole;
use crate::catalog::Technology;

/// Words after a name that make it a technology's.
const TECHNICAL: &[&str] = &[
    "app",
    "application",
    "applications",
    "apps",
    "based",
    "backend",
    "code",
    "codebase",
    "compiler",
    "developer",
    "developers",
    "ecosystem",
    "engineer",
    "engineers",
    "experience",
    "expertise",
    "framework",
    "frameworks",
    "language",
    "microservices",
    "programmer",
    "programming",
    "runtime",
    "services",
    "stack",
];

/// A technology of the catalogue, named at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Index into `catalog.technologies`.
    pub technology: usize,
    /// Index into the subject's passages.
    pub passage: usize,
    /// Bytes of the passage's text.
    pub range: Range<usize>,
    /// True: it is spelled as its makers would not.
    pub wrong: bool,
}

/// How a spelling counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// In any case.
    AnyCase,
    /// With these capitals.
    Exact,
    /// With these capitals, as an English word or a letter has them too.
    Plain,
    /// With these capitals, and they are a mistake.
    Wrong,
}

#[derive(Debug)]
struct Spelling {
    technology: usize,
    text: String,
    how: How,
}

/// All spellings of all technologies as one automaton.
#[derive(Debug)]
pub(super) struct Finder {
    automaton: Option<AhoCorasick>,
    /// For each pattern of the automaton the spellings that differ from it in case alone.
    spellings: Vec<Vec<Spelling>>,
}

/// A mention that may still turn out to be an English word.
struct Candidate {
    mention: Mention,
    sure: bool,
}

impl Finder {
    /// Takes some milliseconds for a few hundred technologies.
    pub(super) fn new(technologies: &[Technology]) -> Self {
        let mut patterns: HashMap<String, usize> = HashMap::new();
        let mut texts: Vec<String> = Vec::new();
        let mut spellings: Vec<Vec<Spelling>> = Vec::new();
        for (technology, one) in technologies.iter().enumerate() {
            let names = std::iter::once(&one.name).filter(|name| !one.plain_words.contains(name));
            let any = names.chain(&one.aliases).map(|text| (text, if short(text) { How::Exact } else { How::AnyCase }));
            let plain = one.plain_words.iter().map(|text| (text, How::Plain));
            let wrong = one.wrong.iter().map(|text| (text, How::Wrong));
            for (text, how) in any.chain(plain).chain(wrong).filter(|(text, _)| !text.is_empty()) {
                let pattern = *patterns.entry(text.to_ascii_lowercase()).or_insert_with_key(|lower| {
                    texts.push(lower.clone());
                    spellings.push(Vec::new());
                    texts.len() - 1
                });
                spellings[pattern].push(Spelling { technology, text: text.clone(), how });
            }
        }
        Self { automaton: automaton(&texts), spellings }
    }

    /// Every technology that the passages name, in reading order. Of names that overlap, the
    /// longest counts.
    pub(super) fn mentions(&self, passages: &[Passage<'_>]) -> Vec<Mention> {
        let mut all = Vec::new();
        let mut here: Vec<Candidate> = Vec::new();
        for (passage, one) in passages.iter().enumerate() {
            here.clear();
            self.candidates(&one.text, passage, &mut here);
            settle(&one.text, &mut here);
            all.extend(here.drain(..).filter(|candidate| candidate.sure).map(|candidate| candidate.mention));
        }
        all
    }

    fn candidates(&self, text: &str, passage: usize, into: &mut Vec<Candidate>) {
        let Some(automaton) = &self.automaton else { return };
        for found in automaton.find_overlapping_iter(text) {
            let range = found.range();
            if !whole(text, range.start, range.end) || within_address(text, &range) {
                continue;
            }
            let Some(spelling) = self.spelling(found.pattern().as_usize(), &text[range.clone()]) else { continue };
            if spelling.how == How::Plain && joined(text, &range) {
                continue;
            }
            let sure = spelling.how != How::Plain || (range.len() > 1 && !begins_sentence(text, range.start));
            let wrong = spelling.how == How::Wrong;
            into.push(Candidate { mention: Mention { technology: spelling.technology, passage, range, wrong }, sure });
        }
        into.sort_by_key(|one| (one.mention.range.start, std::cmp::Reverse(one.mention.range.end)));
        let mut end = 0;
        into.retain(|one| {
            let first = one.mention.range.start >= end;
            if first {
                end = one.mention.range.end;
            }
            first
        });
    }

    /// The spelling with exactly these letters, or else one that counts in any case.
    fn spelling(&self, pattern: usize, text: &str) -> Option<&Spelling> {
        let all = self.spellings.get(pattern)?;
        let exact = all.iter().find(|spelling| spelling.text == text);
        exact.or_else(|| all.iter().find(|spelling| spelling.how == How::AnyCase))
    }
}

/// Two letters in other cases are too often something else.
fn short(text: &str) -> bool {
    text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// True within a web or e-mail address, and for `.net` at the end of a name of one.
fn within_address(text: &str, range: &Range<usize>) -> bool {
    let blank = text[..range.start].char_indices().rev().find(|(_, c)| c.is_whitespace());
    let start = blank.map_or(0, |(at, c)| at + c.len_utf8());
    let end = text[range.end..].find(char::is_whitespace).map_or(text.len(), |at| range.end + at);
    let word = &text[start..end];
    let domain = text.as_bytes()[range.start] == b'.' && text[..range.start].ends_with(char::is_alphanumeric);
    word.contains("://")
        || word.contains('@')
        || word.contains("www.")
        || [".com", ".io/", ".org", ".dev/"].iter().any(|ending| word.contains(ending))
        || (domain && !text[range.clone()].starts_with(".NET"))
}

/// True if a plain word is part of a longer one, or a season or step: `Go-to-market`, `Spring 2027`.
fn joined(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let on = after.strip_prefix(['-', '\u{2011}', '\u{2010}']);
    let based =
        on.is_some_and(|rest| ["based", "native", "centric", "first", "like"].iter().any(|w| rest.starts_with(w)));
    let year = after.trim_start().as_bytes();
    let year = year.len() >= 4 && year.starts_with(b"20") && year[2..4].iter().all(u8::is_ascii_digit);
    let title = [" To ", " to ", " Live", "&"].iter().any(|words| after.starts_with(words)) && range.len() <= 2;
    (on.is_some() && !based) || before.ends_with(['-', '\u{2011}', '\u{2010}', '&']) || year || title
}

/// True if a sentence begins here, so that a capital says nothing.
fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|c: char| !c.is_alphanumeric() && !".!?\n".contains(c));
    let short = ["e.g.", "i.e.", "incl.", "esp.", "vs."].iter().any(|short| before.ends_with(short));
    before.is_empty() || (before.ends_with(['.', '!', '?', '\n']) && !short)
}

/// Decides on plain words where a sentence begins and on single letters: something technical
/// must stand beside them.
fn settle(text: &str, all: &mut [Candidate]) {
    for at in 0..all.len() {
        let before = at.checked_sub(1).map(|before| (all[before].sure, all[before].mention.range.end));
        let range = all[at].mention.range.clone();
        let beside = before.is_some_and(|(sure, end)| sure && listed(&text[end..range.start]));
        let alone = text.trim_matches(|c: char| c.is_whitespace() || c == '.').len() == range.len() && range.len() > 1;
        let after = &text[range.end..];
        let told = range.len() > 1 && (after.starts_with(':') || after.starts_with(" ("));
        all[at].sure |= beside || alone || told || says_technical(after);
    }
    for at in (0..all.len().saturating_sub(1)).rev() {
        let range = all[at].mention.range.clone();
        let next = &all[at + 1];
        let beside = next.sure && listed(&text[range.end..next.mention.range.start]);
        all[at].sure |= beside;
    }
}

/// True if these letters join the names of a list.
fn listed(between: &str) -> bool {
    between.len() <= 8
        && between
            .split(|c: char| c.is_whitespace() || ",/&+|;()".contains(c))
            .all(|word| matches!(word, "" | "and" | "or" | "with"))
}

/// True if the next word makes a name technical: `Go developer`, `Spring framework`.
fn says_technical(after: &str) -> bool {
    let Some(rest) = after.strip_prefix([' ', '/', '-']) else { return false };
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    TECHNICAL.iter().any(|technical| technical.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::super::fixture::catalog;
    use super::super::passage::{PassageKind, Section};
    use super::*;
    use crate::document::Origin;

    fn all(text: &str) -> Vec<(String, bool)> {
        static FINDER: std::sync::OnceLock<Finder> = std::sync::OnceLock::new();
        let passage = Passage {
            text: Cow::Borrowed(text),
            kind: PassageKind::Paragraph,
            section: Section::Other,
            origin: Origin::Fixed,
            block: 0,
            item: 0,
            line: Some(1),
        };
        let finder = FINDER.get_or_init(|| Finder::new(&catalog().technologies));
        let name = |mention: Mention| (catalog().technologies[mention.technology].id.to_string(), mention.wrong);
        finder.mentions(&[passage]).into_iter().map(name).collect()
    }

    fn ids(text: &str) -> Vec<String> {
        all(text).into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn technologies_are_found_by_any_of_their_spellings() {
        assert_eq!(ids("Kubernetes, k8s and KUBERNETES on AWS."), ["kubernetes", "kubernetes", "kubernetes", "aws"]);
        assert_eq!(ids("You know C++, C#, ASP.NET Core and .NET 8."), ["cpp", "csharp", "aspnet-core", "dotnet"]);
        assert_eq!(ids("Postgres or Ruby on Rails"), ["postgresql", "rails"]);
    }

    #[test]
    fn of_names_that_overlap_the_longest_counts() {
        assert_eq!(ids("React Native, Spring Boot, GitHub Actions"), ["react-native", "spring-boot", "github-actions"]);
        assert_eq!(ids("JavaScript is not Java"), ["javascript", "java"]);
    }

    #[test]
    fn a_wrong_spelling_is_told() {
        assert_eq!(all("Github, Javascript"), [("github".to_owned(), true), ("javascript".to_owned(), true)]);
        assert_eq!(all("GitHub, JavaScript"), [("github".to_owned(), false), ("javascript".to_owned(), false)]);
        assert!(all("open searches in a graph ql").is_empty(), "a mistake counts with its capitals alone");
    }

    #[test]
    fn english_words_are_no_technologies() {
        for text in [
            "Go to our site.",
            "We go far. Express yourself, spring into action!",
            "React to incidents quickly",
            "You swiftly helm a team and rust never sleeps.",
            "Spring 2027 internship",
            "Our Go-to-market and Go Live plans",
            "Series C company, Plan C, R&D",
            "Excel at what you do. Spark joy.",
        ] {
            assert!(ids(text).is_empty(), "{text}: {:?}", ids(text));
        }
    }

    #[test]
    fn words_with_their_capitals_within_a_sentence_are() {
        assert_eq!(ids("You write Go and Rust, e.g. Spring."), ["go", "rust", "spring"]);
        assert_eq!(ids("Go-based services"), ["go"]);
    }

    #[test]
    fn a_technical_neighbour_makes_the_first_word_and_single_letters_sure() {
        assert_eq!(ids("Go, Rust or Python"), ["go", "rust", "python"]);
        assert_eq!(ids("Go developer. React experience. Swift"), ["go", "react"]);
        assert_eq!(ids("Rust"), ["rust"]);
        assert_eq!(ids("C/C++, R and SQL, C programming"), ["c", "cpp", "r", "sql", "c"]);
    }

    #[test]
    fn addresses_name_no_technology() {
        assert!(ids("https://github.com/us, jobs@python.example, www.react.example, behance.net").is_empty());
    }

    #[test]
    fn any_text_is_searched_without_a_panic() {
        for text in ["", "\u{a0}Go\u{2003}C\u{2011}x", "ä.NETß Go", "\u{3000}C++\u{3000}"] {
            let _ = ids(text);
        }
    }
}

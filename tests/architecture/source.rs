//! Rust source as words and marks, without comments and without what stands in quotes.

use std::collections::BTreeSet;

/// One file.
pub struct Source {
    /// Its path in the project.
    pub name: String,
    tokens: Vec<String>,
}

impl Source {
    /// Reads a file's text.
    pub fn new(name: String, text: &str) -> Self {
        Self { name, tokens: tokens(text) }
    }

    /// Words, `::`, and single marks, in order.
    pub fn tokens(&self) -> &[String] {
        &self.tokens
    }

    /// The words alone.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().map(String::as_str).filter(|token| is_word(token))
    }

    /// The names that follow a dot and are called.
    pub fn methods(&self) -> impl Iterator<Item = &str> {
        self.tokens.windows(3).filter(|three| three[0] == "." && three[2] == "(").map(|three| three[1].as_str())
    }

    /// Which of these rooms are named, by `crate::`, by climbing out with `super::`, or by the
    /// crate's own name.
    pub fn rooms_named<'a>(&self, rooms: &[&'a str]) -> BTreeSet<&'a str> {
        let roots = ["crate", "super", "rolewright"];
        paths(&self.tokens)
            .iter()
            .filter(|path| path.first().is_some_and(|first| roots.contains(&first.as_str())))
            .filter_map(|path| path.iter().find(|part| part.as_str() != "self" && !roots.contains(&part.as_str())))
            .filter_map(|first| rooms.iter().copied().find(|room| room == first))
            .collect()
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Every path of the source, groups spread out: `a::{b, c::d}` is `a::b` and `a::c::d`.
pub fn paths(tokens: &[String]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let next = if is_word(&tokens[at]) { path(tokens, at, &[], &mut found) } else { at + 1 };
        at = next.max(at + 1);
    }
    found
}

/// Reads the path that begins at a word; returns where it ends.
fn path(tokens: &[String], mut at: usize, before: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut parts = before.to_vec();
    loop {
        parts.push(tokens[at].clone());
        at += 1;
        if tokens.get(at).is_none_or(|token| token != "::") {
            break;
        }
        match tokens.get(at + 1) {
            Some(token) if is_word(token) => at += 1,
            Some(token) if token == "{" => {
                at += 2;
                while let Some(token) = tokens.get(at) {
                    if token == "}" {
                        return at + 1;
                    }
                    at = if is_word(token) { path(tokens, at, &parts, found) } else { at + 1 };
                }
                return at;
            }
            _ => break,
        }
    }
    found.push(parts);
    at
}

fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        if c == '/' && next == Some('/') {
            at = end_of_line(&chars, at);
        } else if c == '/' && next == Some('*') {
            at = end_of_block(&chars, at);
        } else if c == '"' {
            at = end_of_string(&chars, at);
        } else if c == '\'' {
            at = end_of_character_or_lifetime(&chars, at);
        } else if c.is_alphanumeric() || c == '_' {
            let end = (at..chars.len()).find(|i| !(chars[*i].is_alphanumeric() || chars[*i] == '_'));
            let word: String = chars[at..end.unwrap_or(chars.len())].iter().collect();
            at = end.unwrap_or(chars.len());
            if matches!(word.as_str(), "r" | "br" | "cr")
                && let Some(end) = end_of_raw_string(&chars, at)
            {
                at = end;
                continue;
            }
            tokens.push(word);
        } else if c == ':' && next == Some(':') {
            tokens.push("::".to_owned());
            at += 2;
        } else {
            if !c.is_whitespace() {
                tokens.push(c.to_string());
            }
            at += 1;
        }
    }
    tokens
}

fn end_of_line(chars: &[char], at: usize) -> usize {
    (at..chars.len()).find(|i| chars[*i] == '\n').unwrap_or(chars.len())
}

fn end_of_block(chars: &[char], mut at: usize) -> usize {
    let mut depth = 0;
    while at + 1 < chars.len() {
        match (chars[at], chars[at + 1]) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    chars.len()
}

fn end_of_string(chars: &[char], mut at: usize) -> usize {
    at += 1;
    while let Some(&c) = chars.get(at) {
        match c {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    at
}

/// After `r`: the hashes, the string, the hashes. `None`: it is no raw string.
fn end_of_raw_string(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars[at..].iter().take_while(|c| **c == '#').count();
    let mut at = at + hashes;
    if chars.get(at) != Some(&'"') {
        return None;
    }
    loop {
        at += 1;
        let c = chars.get(at)?;
        if *c == '"' && chars[at + 1..].iter().take_while(|c| **c == '#').count() >= hashes {
            return Some(at + 1 + hashes);
        }
    }
}

fn end_of_character_or_lifetime(chars: &[char], at: usize) -> usize {
    match (chars.get(at + 1), chars.get(at + 2)) {
        (Some('\\'), _) => (at + 3..chars.len()).find(|i| chars[*i] == '\'').map_or(chars.len(), |i| i + 1),
        (Some(_), Some('\'')) => at + 3,
        // A lifetime: its name is read as a word.
        _ => at + 1,
    }
}

#[test]
fn comments_and_quotes_are_no_source() {
    let text = r##"
        // egui one
        /* egui /* two */ egui */
        let a = "egui \" three"; let b = r#"egui " four"#; let c = '"'; let d = '\''; let e: &'static str = f;
        //! crate::app
    "##;
    let source = Source::new(String::new(), text);
    let words: Vec<&str> = source.words().collect();
    assert_eq!(words, ["let", "a", "let", "b", "let", "c", "let", "d", "let", "e", "static", "str", "f"]);
}

#[test]
fn groups_are_spread_out() {
    let source = Source::new(String::new(), "use a::{b, c::{self, D as E}, f::*}; g::h(i::J::K); x.exists()");
    let found: Vec<String> = paths(source.tokens()).iter().map(|path| path.join("::")).collect();
    for path in ["a::b", "a::c::self", "a::c::D", "a::f", "g::h", "i::J::K"] {
        assert!(found.iter().any(|known| known == path), "{path} is missing in {found:?}");
    }
    assert_eq!(source.methods().collect::<Vec<_>>(), ["exists"]);
}

#[test]
fn a_room_is_named_by_any_way_up() {
    let text =
        "use crate::{drafts::Store, files}; use super::super::export; fn a(b: rolewright::app::C, document: u8) {}";
    let rooms = ["app", "document", "drafts", "export", "files"];
    let named: Vec<&str> = Source::new(String::new(), text).rooms_named(&rooms).into_iter().collect();
    assert_eq!(named, ["app", "drafts", "export", "files"]);
}

//! Text that a person typed, as blocks: paragraphs, bullets and links.

use super::{Block, BlockKind, Bullet, Origin, Span, Text};

/// The blocks of a text. A blank line ends a paragraph; lines that begin with "- " or "• "
/// become bullets; a line break inside a paragraph stays.
pub fn blocks(text: &str, origin: &Origin) -> Vec<Block> {
    let mut made = Blocks { origin, paragraph: String::new(), bullets: Vec::new(), blocks: Vec::new() };
    for line in text.lines().map(str::trim) {
        match bullet(line) {
            Some(words) => made.bullet(words),
            None if line.is_empty() => made.end_paragraph(),
            None => made.line(line),
        }
    }
    made.end_paragraph();
    made.end_bullets();
    made.blocks
}

/// The points of a text: its bullets and its paragraphs alike.
pub(super) fn points(text: &str, origin: &Origin) -> Vec<Bullet> {
    let mut points = Vec::new();
    for block in blocks(text, origin) {
        match block.kind {
            BlockKind::Bullets(bullets) => points.extend(bullets),
            BlockKind::Paragraph(text) => points.push(Bullet { text, origin: block.origin }),
            _ => {}
        }
    }
    points
}

/// The words of a line that is a bullet; they may be empty.
fn bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['-', '•'])?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim())
}

struct Blocks<'a> {
    origin: &'a Origin,
    paragraph: String,
    bullets: Vec<Bullet>,
    blocks: Vec<Block>,
}

impl Blocks<'_> {
    fn line(&mut self, line: &str) {
        self.end_bullets();
        if !self.paragraph.is_empty() {
            self.paragraph.push('\n');
        }
        self.paragraph.push_str(line);
    }

    fn bullet(&mut self, words: &str) {
        self.end_paragraph();
        if !words.is_empty() {
            self.bullets.push(Bullet { text: linked(words), origin: self.origin.clone() });
        }
    }

    fn end_paragraph(&mut self) {
        if !self.paragraph.is_empty() {
            let kind = BlockKind::Paragraph(linked(&std::mem::take(&mut self.paragraph)));
            self.blocks.push(Block { kind, origin: self.origin.clone() });
        }
    }

    fn end_bullets(&mut self) {
        if !self.bullets.is_empty() {
            let kind = BlockKind::Bullets(std::mem::take(&mut self.bullets));
            self.blocks.push(Block { kind, origin: self.origin.clone() });
        }
    }
}

/// The text with web and e-mail addresses in it made links. Punctuation after an address, and
/// a bracket that was opened before it, stay outside.
pub fn linked(text: &str) -> Text {
    let mut spans = Vec::new();
    let mut plain_from = 0;
    let mut at = 0;
    while let Some((start, end, link)) = next_link(text, at) {
        if start > plain_from {
            spans.push(Span { text: text[plain_from..start].to_owned(), link: None });
        }
        spans.push(Span { text: text[start..end].to_owned(), link: Some(link) });
        plain_from = end;
        at = end;
    }
    if plain_from < text.len() || spans.is_empty() {
        spans.push(Span { text: text[plain_from..].to_owned(), link: None });
    }
    Text(spans)
}

/// The first address from a place on: start, end, where it leads.
fn next_link(text: &str, from: usize) -> Option<(usize, usize, String)> {
    let mut at = from;
    while let Some(found) = text[at..].find([':', '@']) {
        let sign = at + found;
        let link = if text.as_bytes()[sign] == b':' { web_at(text, from, sign) } else { email_at(text, from, sign) };
        if link.is_some() {
            return link;
        }
        at = sign + 1;
    }
    None
}

/// A web address whose `:` is at `colon`.
fn web_at(text: &str, from: usize, colon: usize) -> Option<(usize, usize, String)> {
    let before = &text.as_bytes()[from..colon];
    let scheme = ["https", "http"].into_iter().find(|scheme| {
        before.len() >= scheme.len() && before[before.len() - scheme.len()..].eq_ignore_ascii_case(scheme.as_bytes())
    })?;
    let start = colon - scheme.len();
    let rest = text[colon..].strip_prefix("://")?;
    if text[from..start].chars().next_back().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let stops = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»');
    let rest = without_end_punctuation(&rest[..rest.find(stops).unwrap_or(rest.len())]);
    if !rest.starts_with(|c: char| c.is_alphanumeric() || c == '[') {
        return None;
    }
    let end = colon + "://".len() + rest.len();
    Some((start, end, format!("{scheme}://{rest}")))
}

/// An address without the punctuation of the sentence that it ends.
fn without_end_punctuation(mut address: &str) -> &str {
    while let Some(last) = address.chars().next_back() {
        let outside = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '…' | '*' | '_' => true,
            ')' => address.matches(')').count() > address.matches('(').count(),
            ']' => address.matches(']').count() > address.matches('[').count(),
            '}' => address.matches('}').count() > address.matches('{').count(),
            _ => false,
        };
        if !outside {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address
}

/// An e-mail address whose `@` is at `sign`.
fn email_at(text: &str, from: usize, sign: usize) -> Option<(usize, usize, String)> {
    let local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let before = &text[from..sign];
    let start = before.char_indices().rev().take_while(|(_, c)| local(*c)).last().map(|(index, _)| index)?;
    let start = from + start + (before[start..].len() - before[start..].trim_start_matches(['.', '-']).len());
    let after = &text[sign + 1..];
    let end = after.find(|c| !domain(c)).unwrap_or(after.len());
    let host = after[..end].trim_end_matches(['.', '-']);
    let labels_good =
        host.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
    let last_good = host.rsplit_once('.').is_some_and(|(_, last)| last.chars().count() >= 2);
    if start == sign || !labels_good || !last_good {
        return None;
    }
    let end = sign + 1 + host.len();
    Some((start, end, format!("mailto:{}", text[start..end].replace('%', "%25"))))
}

/// Where a text leads that is meant as an address: "northlight.example/jobs" as well as
/// "https://northlight.example/jobs". `None`: it is no single address.
pub(super) fn address(text: &str) -> Option<String> {
    if let Some((0, end, link)) = next_link(text, 0) {
        return (end == text.len()).then_some(link);
    }
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let plain = !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '@'));
    let dotted = host.split('.').count() > 1 && host.split('.').all(|label| !label.is_empty());
    let named = host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    (plain && dotted && named && !text[host.len()..].starts_with(':')).then(|| format!("https://{text}"))
}

#[cfg(test)]
mod tests;

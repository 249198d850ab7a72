//! Document to plain text that pastes well into any job board.
//!
//! Comes in: a [`Document`] and how the person likes their text. Goes out: UTF-8 without blanks
//! at the ends of lines, without two blank lines in a row, and with one line end at the end.
//! The page's header and footer belong to paper and are left out.

use serde::{Deserialize, Serialize};
use unicode_width::UnicodeWidthStr as _;

use super::clean::{self, Line};
use crate::document::{BlockKind, Bullet, Document, Fact, Row, Span, Table};

/// How the text is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextOptions {
    /// Columns after which a line is broken, at least [`TextOptions::NARROWEST`]; `None`: one
    /// line a paragraph, which web forms like best.
    pub wrap: Option<usize>,
    /// What stands before a point of a list.
    pub bullet: BulletMark,
    /// How headings stand out.
    pub headings: HeadingStyle,
    /// How a line ends.
    pub newline: Newline,
}

impl TextOptions {
    /// The fewest columns to wrap at; a smaller number counts as this one.
    pub const NARROWEST: usize = 20;
}

/// What stands before a point of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BulletMark {
    /// `-`, which every form takes.
    #[default]
    Hyphen,
    /// `•`.
    Dot,
}

impl BulletMark {
    /// The character itself.
    pub fn mark(self) -> char {
        match self {
            Self::Hyphen => '-',
            Self::Dot => '•',
        }
    }
}

/// How headings stand out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HeadingStyle {
    /// IN CAPITALS.
    #[default]
    Capitals,
    /// With a line of `=` (title) or `-` (headings) below.
    Underlined,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Newline {
    /// A line feed: macOS, Linux, the web.
    #[default]
    Lf,
    /// Carriage return and line feed: older programs on Windows.
    Crlf,
}

impl Newline {
    /// What files have on the system this program was built for.
    pub fn native() -> Self {
        if cfg!(windows) { Self::Crlf } else { Self::Lf }
    }
}

/// The document as text. An empty document gives an empty text.
pub fn write(document: &Document, options: &TextOptions) -> String {
    let columns = options.wrap.map(|columns| columns.max(TextOptions::NARROWEST));
    let layout = Layout { options, columns };
    let mut out = String::new();
    let mut under_heading = false;
    for block in &document.blocks {
        let lines = layout.block(&block.kind);
        if lines.is_empty() {
            continue;
        }
        // A heading keeps to what it heads; everything else stands by itself.
        if !out.is_empty() && !under_heading {
            out.push('\n');
        }
        for line in lines {
            out.push_str(&line);
            out.push('\n');
        }
        under_heading = matches!(block.kind, BlockKind::Heading(_));
    }
    match options.newline {
        Newline::Lf => out,
        Newline::Crlf => out.replace('\n', "\r\n"),
    }
}

struct Layout<'a> {
    options: &'a TextOptions,
    columns: Option<usize>,
}

impl Layout<'_> {
    /// The lines of a block; none if there is nothing to read in it.
    fn block(&self, kind: &BlockKind) -> Vec<String> {
        match kind {
            BlockKind::Title(words) => self.heading(words, "="),
            BlockKind::Heading(words) => self.heading(words, "-"),
            BlockKind::Subheading(words) => {
                let mut out = Vec::new();
                let words = clean::one_line_of(words);
                if !words.is_empty() {
                    self.wrap("", "", &words, &mut out);
                }
                out
            }
            BlockKind::Table(table) => self.table(table),
            BlockKind::PageBreak => Vec::new(),
            BlockKind::Facts { rows, .. } => rows.iter().flat_map(|row| self.fact(row)).collect(),
            BlockKind::Paragraph(text) => {
                let mut out = Vec::new();
                for line in clean::lines(text) {
                    if line.is_empty() {
                        out.push(String::new());
                    } else {
                        self.wrap("", "", &words_of(&line), &mut out);
                    }
                }
                out
            }
            BlockKind::Bullets(items) => self.list(items, |_| format!("{} ", self.options.bullet.mark())),
            BlockKind::Numbers(items) => self.list(items, |number| format!("{number}. ")),
        }
    }

    fn heading(&self, words: &str, under: &str) -> Vec<String> {
        let words = clean::one_line_of(words);
        let mut out = Vec::new();
        if words.is_empty() {
            return out;
        }
        match self.options.headings {
            HeadingStyle::Capitals => self.wrap("", "", &words.to_uppercase(), &mut out),
            HeadingStyle::Underlined => {
                self.wrap("", "", &words, &mut out);
                let width = out.iter().map(|line| line.width()).max().unwrap_or_default();
                out.push(under.repeat(width.max(1)));
            }
        }
        out
    }

    fn fact(&self, fact: &Fact) -> Vec<String> {
        let mut out = Vec::new();
        let value = words_of(&clean::one_line(&fact.value));
        let label = clean::one_line_of(&fact.label);
        if value.is_empty() {
            return out;
        }
        let line = if label.is_empty() { value } else { format!("{label}: {value}") };
        self.wrap("", "  ", &line, &mut out);
        out
    }

    /// Row by row, a blank line between them: what names the row, and below it a line for each other
    /// cell, with the column's heading before it. What is to be filled in has a line to write on.
    fn table(&self, table: &Table) -> Vec<String> {
        let mut out = Vec::new();
        for row in &table.rows {
            let lines = self.table_row(table, row);
            if !out.is_empty() && !lines.is_empty() {
                out.push(String::new());
            }
            out.extend(lines);
        }
        out
    }

    fn table_row(&self, table: &Table, row: &Row) -> Vec<String> {
        let mut out = Vec::new();
        for (index, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
            let heading = clean::one_line_of(&column.heading);
            let lines = cell.paragraphs.iter().flat_map(clean::lines).filter(|line| !line.is_empty());
            let said: Vec<String> = lines.map(|line| words_of(&line)).collect();
            let names_row = index == 0 && cell.lead;
            let indent = if names_row { "" } else { "  " };
            match said.as_slice() {
                [] if heading.is_empty() => {}
                [] => self.wrap(indent, "    ", &format!("{heading}: {TO_FILL_IN}"), &mut out),
                [name, more @ ..] if names_row => {
                    self.wrap("", "", name, &mut out);
                    for line in more {
                        self.wrap("  ", "  ", line, &mut out);
                    }
                }
                [only] => self.wrap(indent, "    ", &labelled(&heading, only), &mut out),
                lines => {
                    if !heading.is_empty() {
                        self.wrap(indent, "    ", &format!("{heading}:"), &mut out);
                    }
                    for line in lines {
                        self.wrap("    ", "    ", line, &mut out);
                    }
                }
            }
        }
        out
    }

    fn list(&self, items: &[Bullet], mark: impl Fn(usize) -> String) -> Vec<String> {
        let mut out = Vec::new();
        let readable = items.iter().map(|item| clean::lines(&item.text)).filter(|lines| !lines.is_empty());
        for (index, lines) in readable.enumerate() {
            let mark = mark(index + 1);
            let hang = " ".repeat(mark.width());
            // A list has no blank lines within: they would end it.
            for (row, line) in lines.iter().filter(|line| !line.is_empty()).enumerate() {
                let first = if row == 0 { &mark } else { &hang };
                self.wrap(first, &hang, &words_of(line), &mut out);
            }
        }
        out
    }

    /// Lays `words` into lines, the first after `first`, the others after `hang`. Lines break
    /// at blanks only: an address or a long word is never cut, it stands out instead.
    fn wrap(&self, first: &str, hang: &str, words: &str, out: &mut Vec<String>) {
        let Some(columns) = self.columns else {
            out.push(format!("{first}{words}"));
            return;
        };
        let mut line = first.to_owned();
        let mut width = first.width();
        let mut begun = false;
        for word in words.split(' ') {
            if begun && width + 1 + word.width() > columns {
                out.push(std::mem::replace(&mut line, hang.to_owned()));
                width = hang.width();
                begun = false;
            }
            if begun {
                line.push(' ');
                width += 1;
            }
            line.push_str(word);
            width += word.width();
            begun = true;
        }
        out.push(line);
    }
}

/// Where something is to be filled in by hand.
const TO_FILL_IN: &str = "________";

fn labelled(label: &str, words: &str) -> String {
    if label.is_empty() { words.to_owned() } else { format!("{label}: {words}") }
}

/// A line with each link's address behind its words, unless they say the same.
fn words_of(line: &Line) -> String {
    line.iter().map(words_of_span).collect()
}

fn words_of_span(span: &Span) -> String {
    let Some(link) = &span.link else { return span.text.clone() };
    let address = clean::shown_address(link);
    let bare = |text: &str| {
        let lower = text.to_lowercase();
        let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or(&lower);
        rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_owned()
    };
    // "acme.example/jobs" for https://acme.example/jobs: the whole address is the one that
    // programs recognise as a link.
    if bare(&span.text) == bare(&address) { address } else { format!("{} ({address})", span.text) }
}

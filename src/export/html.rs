//! Document to HTML for the clipboard: what a mail or a web form keeps of a paste.
//!
//! Comes in: a [`Document`]. Goes out: a fragment of headings, paragraphs, lists, tables and
//! links, with everything a person typed escaped. No scripts, no classes, no colours, no fonts:
//! the text takes on the look of the place it is pasted into. The only style there is undoes
//! what programs do to a table's row headings, and draws the lines of a sheet to fill in.

use std::fmt::Write as _;

use super::clean::{self, Line};
use crate::document::{Block, BlockKind, Bullet, Cell, Document, Fact, Table, Text};

/// The document as an HTML fragment: one `div` with the posting's language.
pub fn write(document: &Document) -> String {
    let page = Page { right_to_left: is_right_to_left(&document.language) };
    let mut out = String::with_capacity(4096);
    let direction = if page.right_to_left { " dir=\"rtl\"" } else { "" };
    let _ = writeln!(out, "<div lang=\"{}\"{direction}>", escape(&document.language));
    for block in &document.blocks {
        page.block(block, &mut out);
    }
    out.push_str("</div>\n");
    out
}

struct Page {
    right_to_left: bool,
}

impl Page {
    fn block(&self, block: &Block, out: &mut String) {
        match &block.kind {
            BlockKind::Title(words) => self.element("h1", &clean::lines(&Text::plain(words.as_str())), out),
            BlockKind::Heading(words) => self.element("h2", &clean::lines(&Text::plain(words.as_str())), out),
            BlockKind::Subheading(words) => self.element("h3", &clean::lines(&Text::plain(words.as_str())), out),
            BlockKind::Table(table) => self.table(table, out),
            BlockKind::PageBreak => {}
            BlockKind::Paragraph(text) => {
                for paragraph in clean::lines(text).split(Vec::is_empty) {
                    self.element("p", paragraph, out);
                }
            }
            BlockKind::Bullets(items) => self.list("ul", items, out),
            BlockKind::Numbers(items) => self.list("ol", items, out),
            BlockKind::Facts { rows, .. } => self.facts(rows, out),
        }
    }

    /// One element around lines; nothing if there is nothing to read.
    fn element(&self, name: &str, lines: &[Line], out: &mut String) {
        if !lines.is_empty() {
            let _ = writeln!(out, "<{name}{}>{}</{name}>", self.direction(lines), inner(lines));
        }
    }

    fn list(&self, name: &str, items: &[Bullet], out: &mut String) {
        let mut points = String::new();
        for item in items {
            self.element("li", &clean::lines(&item.text), &mut points);
        }
        if !points.is_empty() {
            let _ = writeln!(out, "<{name}>\n{points}</{name}>");
        }
    }

    fn facts(&self, rows: &[Fact], out: &mut String) {
        // Left alone, programs centre row headings and set them against the middle of long values.
        let side = if self.right_to_left { "right" } else { "left" };
        let gap = if self.right_to_left { "left" } else { "right" };
        let mut body = String::new();
        for row in rows {
            let label = clean::lines(&Text::plain(row.label.as_str()));
            let value = clean::lines(&row.value);
            if value.is_empty() {
                continue;
            }
            let _ = writeln!(
                body,
                "<tr><th scope=\"row\"{} style=\"text-align:{side};vertical-align:top;padding-{gap}:1em\">{}</th><td{}>{}</td></tr>",
                self.direction(&label),
                inner(&label),
                self.direction(&value),
                inner(&value),
            );
        }
        if !body.is_empty() {
            let _ = writeln!(out, "<table>\n{body}</table>");
        }
    }

    /// A table with borders: without them, what is to be filled in has no place on the page.
    fn table(&self, table: &Table, out: &mut String) {
        const BORDER: &str = "border:1px solid;padding:4px 6px;vertical-align:top";
        if table.columns.is_empty() {
            return;
        }
        let side = if self.right_to_left { "right" } else { "left" };
        let empty = Cell { paragraphs: Vec::new(), lead: false };
        let mut head = String::new();
        for column in &table.columns {
            let words = clean::lines(&Text::plain(column.heading.as_str()));
            let direction = self.direction(&words);
            let width = column.width;
            let _ = write!(
                head,
                "<th scope=\"col\"{direction} style=\"{BORDER};text-align:{side};width:{width}%\">{}</th>",
                inner(&words)
            );
        }
        let mut body = String::new();
        for row in &table.rows {
            body.push_str("<tr>");
            for index in 0..table.columns.len() {
                let cell = row.cells.get(index).unwrap_or(&empty);
                let tag = if cell.lead { "th scope=\"row\"" } else { "td" };
                let weight = if cell.lead { ";font-weight:normal" } else { "" };
                let _ = write!(body, "<{tag} style=\"{BORDER};text-align:{side}{weight}\">{}", self.cell(cell));
                body.push_str(if cell.lead { "</th>" } else { "</td>" });
            }
            body.push_str("</tr>\n");
        }
        let caption = escape(&clean::one_line_of(&table.caption));
        let _ = writeln!(
            out,
            "<table title=\"{caption}\" style=\"border-collapse:collapse;width:100%\">\n\
             <thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"
        );
    }

    fn cell(&self, cell: &Cell) -> String {
        let mut out = String::new();
        let mut first = true;
        for paragraph in &cell.paragraphs {
            let lines = clean::lines(paragraph);
            if lines.is_empty() {
                continue;
            }
            if !out.is_empty() {
                out.push_str("<br>");
            }
            let words = inner(&lines);
            if cell.lead && first {
                let _ = write!(out, "<b>{words}</b>");
            } else {
                out.push_str(&words);
            }
            first = false;
        }
        // An empty cell has no height in some programs.
        if out.is_empty() { "&nbsp;".to_owned() } else { out }
    }

    /// The direction of a piece whose letters run against the page's: left to the reader's
    /// program, which looks at the first letter.
    fn direction(&self, lines: &[Line]) -> &'static str {
        let against = |c: char| if self.right_to_left { c.is_ascii_alphabetic() } else { runs_right_to_left(c) };
        let found = lines.iter().flatten().any(|span| span.text.chars().any(against));
        if found { " dir=\"auto\"" } else { "" }
    }
}

/// Lines with breaks between; blank ones are none here.
fn inner(lines: &[Line]) -> String {
    let mut out = String::new();
    for line in lines.iter().filter(|line| !line.is_empty()) {
        if !out.is_empty() {
            out.push_str("<br>\n");
        }
        for span in line {
            match &span.link {
                Some(link) => {
                    let _ = write!(out, "<a href=\"{}\">{}</a>", escape(link), escape(&span.text));
                }
                None => out.push_str(&escape(&span.text)),
            }
        }
    }
    out
}

/// Text that is safe between tags and between double quotes.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Written out, so that it survives programs that take it for a blank.
            '\u{a0}' => out.push_str("&nbsp;"),
            c => out.push(c),
        }
    }
    out
}

/// Languages written from right to left, by ISO 639 code.
fn is_right_to_left(language: &str) -> bool {
    let code = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(&code.as_str())
}

/// Letters of the blocks that Unicode gives to scripts written from right to left (the
/// defaults of `DerivedBidiClass.txt`).
fn runs_right_to_left(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff)
}

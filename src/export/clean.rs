//! What a person typed, made fit for a medium that has lines and nothing else.
//!
//! Comes in: a [`Text`] with anything in it. Goes out: lines of spans without control
//! characters, tabs, doubled blanks or blanks at the ends, so that the writers of text and HTML
//! need not think about them.

use crate::document::{Span, Text};

/// A line of spans. An empty one stands between two paragraphs.
pub(super) type Line = Vec<Span>;

/// The lines of a text. Blank lines at the ends are gone, several in a row are one. A text with
/// nothing to read gives no line.
pub(super) fn lines(text: &Text) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![Vec::new()];
    for span in &text.0 {
        let link = address(span);
        let normal = normal(&span.text);
        if normal.trim().is_empty() && link.is_some() {
            // A link without words is still a way somewhere: its address is its words.
            push(&mut lines, &shown_address(link.as_deref().unwrap_or_default()), link.as_deref());
            continue;
        }
        for (index, part) in normal.split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            push(&mut lines, part, link.as_deref());
        }
    }
    for line in &mut lines {
        tidy(line);
    }
    lines.dedup_by(|second, first| second.is_empty() && first.is_empty());
    if lines.first().is_some_and(Vec::is_empty) {
        lines.remove(0);
    }
    if lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines
}

/// A text as one line, for places that have no room for more.
pub(super) fn one_line(text: &Text) -> Line {
    let mut line = Vec::new();
    for part in lines(text) {
        if !line.is_empty() && !part.is_empty() {
            line.push(Span { text: " ".to_owned(), link: None });
        }
        line.extend(part);
    }
    line
}

/// Words without links as one line.
pub(super) fn one_line_of(words: &str) -> String {
    one_line(&Text::plain(words)).into_iter().map(|span| span.text).collect()
}

/// The address of a span, if it is one that may be followed from a posting. Blanks in it are
/// written as `%20`, so that it stays one word.
pub(super) fn address(span: &Span) -> Option<String> {
    let link: String = span.link.as_deref()?.trim().chars().filter(|c| !c.is_control()).collect();
    let known = ["https:", "http:", "mailto:"];
    let follows = |scheme: &&str| link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let scheme = known.iter().find(|scheme| follows(scheme))?;
    (link.len() > scheme.len()).then(|| link.split_whitespace().collect::<Vec<_>>().join("%20"))
}

/// An address as one shows it: a mail address without `mailto:` and what follows a `?`.
pub(super) fn shown_address(address: &str) -> String {
    match address.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => {
            address[7..].split('?').next().unwrap_or_default().to_owned()
        }
        _ => address.to_owned(),
    }
}

/// Every line end as `\n`, every tab as a blank, and nothing that has no meaning in plain text.
fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' => out.push('\n'),
            '\u{2029}' => out.push_str("\n\n"),
            '\t' => out.push(' '),
            // A soft hyphen shows as a hyphen in many web forms; a byte order mark shows as a box.
            '\u{ad}' | '\u{feff}' => {}
            c if c.is_control() || is_noncharacter(c) => {}
            c => out.push(c),
        }
    }
    out
}

fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

fn push(lines: &mut [Line], text: &str, link: Option<&str>) {
    if text.is_empty() {
        return;
    }
    // There is always a line: the list begins with one.
    let Some(line) = lines.last_mut() else { return };
    match line.last_mut() {
        Some(last) if last.link.as_deref() == link => last.text.push_str(text),
        _ => line.push(Span { text: text.to_owned(), link: link.map(str::to_owned) }),
    }
}

/// No blank at the ends of a line, no two in a row, none at the ends of a link's words.
fn tidy(line: &mut Line) {
    let mut out: Line = Vec::with_capacity(line.len());
    let mut owed_blank = false;
    for span in line.drain(..) {
        let mut text = String::with_capacity(span.text.len());
        for c in span.text.chars() {
            if c == ' ' {
                owed_blank = true;
                continue;
            }
            if owed_blank {
                owed_blank = false;
                if !text.is_empty() {
                    text.push(' ');
                } else if !out.is_empty() {
                    blank_between(&mut out, &mut text, span.link.is_none());
                }
            }
            text.push(c);
        }
        if !text.is_empty() {
            out.push(Span { text, link: span.link });
        }
    }
    *line = out;
}

/// Puts a blank between two spans where no link is made longer by it.
fn blank_between(out: &mut Line, text: &mut String, into_this: bool) {
    match out.last_mut() {
        _ if into_this => text.push(' '),
        Some(last) if last.link.is_none() => last.text.push(' '),
        _ => out.push(Span { text: " ".to_owned(), link: None }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &Text) -> Vec<String> {
        lines(text).iter().map(|line| line.iter().map(|s| s.text.as_str()).collect()).collect()
    }

    #[test]
    fn line_ends_of_every_system_are_lines_and_tabs_are_blanks() {
        let text = Text::plain("a\tb\r\nc\rd\u{2028}e\u{b}f");
        assert_eq!(shown(&text), ["a b", "c", "d", "e", "f"]);
    }

    #[test]
    fn blank_lines_are_one_and_none_is_left_at_the_ends() {
        let text = Text::plain("\n\n one \n\n \t \n\n two\n\n");
        assert_eq!(shown(&text), ["one", "", "two"]);
    }

    #[test]
    fn control_characters_go_and_letters_of_every_script_stay() {
        let text = Text::plain("\u{feff}a\u{0}\u{7}\u{1b}b soft\u{ad}ly \u{fffe}שלום 👩‍💻 می‌خواهم");
        assert_eq!(shown(&text), ["ab softly שלום 👩‍💻 می‌خواهم"]);
    }

    #[test]
    fn blanks_between_a_link_and_its_neighbours_are_one_and_outside_the_link() {
        let link = Some("https://a.example".to_owned());
        let text = Text(vec![
            Span { text: "see ".to_owned(), link: None },
            Span { text: " our page ".to_owned(), link: link.clone() },
            Span { text: " today".to_owned(), link: None },
        ]);
        let line = &lines(&text)[0];
        assert_eq!(
            line.iter().map(|s| (s.text.as_str(), s.link.is_some())).collect::<Vec<_>>(),
            [("see ", false), ("our page", true), (" today", false)]
        );
    }

    #[test]
    fn nothing_to_read_gives_no_line() {
        assert!(lines(&Text::default()).is_empty());
        assert!(lines(&Text::plain(" \n\t\u{0} ")).is_empty());
    }

    #[test]
    fn only_addresses_that_a_posting_may_hold_are_followed() {
        let span = |link: &str| Span { text: "x".to_owned(), link: Some(link.to_owned()) };
        assert_eq!(address(&span(" HTTPS://a.example/b c ")).as_deref(), Some("HTTPS://a.example/b%20c"));
        assert_eq!(address(&span("mailto:a@b.example")).as_deref(), Some("mailto:a@b.example"));
        assert_eq!(address(&span("java\nscript:alert(1)")), None);
        assert_eq!(address(&span("javascript:alert(1)")), None);
        assert_eq!(address(&span("https:")), None);
        assert_eq!(address(&span("")), None);
    }
}

//! What of a typed or pasted text is kept: everything but control characters. Nothing is trimmed,
//! because a space at the end is where the next word begins.

/// The most characters of a label that is made from an item's own text.
const LABEL_CHARS: usize = 60;

/// Text of several lines: line ends become `\n`; tabs stay; other control characters go.
pub(super) fn lines(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            '\t' => kept.push(c),
            c if c.is_control() => {}
            c => kept.push(c),
        }
        after_return = c == '\r';
    }
    kept
}

/// Text of one line: as [`lines`], with each line end a space.
pub(super) fn line(text: &str) -> String {
    lines(text).replace('\n', " ")
}

/// A short name for an item of one's own: its text, cut after a whole word where that is
/// possible, with “…” for what is cut.
pub(super) fn label(text: &str) -> String {
    let text = text.trim();
    let Some((cut, _)) = text.char_indices().nth(LABEL_CHARS) else { return text.to_owned() };
    let head = &text[..cut];
    let whole = match head.rfind(char::is_whitespace) {
        _ if text[cut..].starts_with(char::is_whitespace) => head,
        Some(space) if space > cut / 2 => &head[..space],
        _ => head,
    };
    format!("{}…", whole.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_of_every_kind_are_one_and_control_characters_go() {
        assert_eq!(lines("a\r\nb\rc\u{2028}d\u{0}\u{7}\te "), "a\nb\nc\nd\te ");
        assert_eq!(line("a\r\n\r\nb\tc"), "a  b\tc");
    }

    #[test]
    fn a_label_is_cut_after_a_whole_word() {
        assert_eq!(label("  COBOL "), "COBOL");
        let long = "You have kept COBOL programs running that other people rely on every day";
        assert_eq!(label(long), "You have kept COBOL programs running that other people rely…");
        assert_eq!(label(&"ß".repeat(61)), format!("{}…", "ß".repeat(60)));
        assert_eq!(label(&"ß".repeat(60)), "ß".repeat(60));
    }
}

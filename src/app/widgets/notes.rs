//! What is to be said about words in a text field: marks under them, and why under the pointer
//! or the cursor.

use std::ops::Range;

use egui::text_edit::TextEditOutput;
use egui::{Rect, Response, Tooltip, Ui};

use super::finding::{WordNote, finding_tip, pieces, underline};
use crate::app::theme::Theme;

/// Marks the words of `notes` in a field that was just shown. Returns all that is said about its
/// words, for a screen reader; `None`: none of them stands in it.
pub(super) fn notes_ui(ui: &Ui, field: &TextEditOutput, notes: &[WordNote]) -> Option<String> {
    let theme = Theme::of(ui);
    let painter = ui.painter().with_clip_rect(field.text_clip_rect.intersect(ui.clip_rect()));
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|at| field.text_clip_rect.contains(*at));
    let response = &field.response.response;
    let cursor = field.cursor_range.filter(|_| response.has_focus()).map(|range| range.primary.index.0);
    let mut said = String::new();
    let mut under: Option<(&WordNote, Rect, bool)> = None;
    for note in notes {
        let text = field.galley.text();
        let mut stands = false;
        for bytes in occurrences(text, &note.words) {
            stands = true;
            let chars = text[..bytes.start].chars().count()..text[..bytes.end].chars().count();
            let at_cursor = cursor.is_some_and(|at| chars.contains(&at) || at == chars.end);
            for piece in pieces(&field.galley, chars) {
                let piece = piece.at(field.galley_pos);
                underline(&painter, piece, note.severity, theme.severity(note.severity));
                let pointed = pointer.is_some_and(|at| response.hovered() && piece.rect.contains(at));
                if pointed || (at_cursor && under.is_none()) {
                    under = Some((note, piece.rect, pointed));
                }
            }
        }
        if stands {
            if !said.is_empty() {
                said.push(' ');
            }
            said.push_str(&format!("{}. {}", note.title, note.reason));
        }
    }
    if let Some((note, rect, pointed)) = under
        && painter.clip_rect().intersects(rect)
    {
        tip(response, rect, pointed, note);
    }
    (!said.is_empty()).then_some(said)
}

/// Under the pointer after the usual moment, at the cursor at once.
fn tip(response: &Response, rect: Rect, pointed: bool, note: &WordNote) {
    let mut tooltip = if pointed { Tooltip::for_enabled(response) } else { Tooltip::for_widget(response) };
    tooltip.popup = tooltip.popup.anchor(rect);
    tooltip.show(|ui| finding_tip(ui, note.severity, &note.title, &note.reason));
}

/// Where words stand in a text, as bytes of it: whole words, in any ASCII case, with any blanks
/// between them, as a passage of the document and the field behind it differ in those.
pub fn occurrences(text: &str, words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let parts: Vec<&str> = words.split_whitespace().collect();
    let Some(first) = parts.first().and_then(|part| part.chars().next()) else { return found };
    let mut from = 0;
    while let Some(step) = text[from..].find(|c: char| c.eq_ignore_ascii_case(&first)) {
        let start = from + step;
        match end_of(text, start, &parts).filter(|end| is_whole(text, start, *end)) {
            Some(end) => {
                found.push(start..end);
                from = end;
            }
            None => from = start + text[start..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// Where the parts end that begin at `start`.
fn end_of(text: &str, start: usize, parts: &[&str]) -> Option<usize> {
    let mut at = start;
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            let rest = text[at..].trim_start();
            let blanks = text.len() - rest.len() - at;
            if blanks == 0 {
                return None;
            }
            at += blanks;
        }
        let end = at + part.len();
        if !text.get(at..end)?.eq_ignore_ascii_case(part) {
            return None;
        }
        at = end;
    }
    Some(at)
}

fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let joins = |inner: Option<char>, outer: Option<char>| {
        inner.is_some_and(char::is_alphanumeric) && outer.is_some_and(char::is_alphanumeric)
    };
    let inside = &text[start..end];
    !joins(inside.chars().next(), text[..start].chars().next_back())
        && !joins(inside.chars().next_back(), text[end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, words: &str) -> Vec<&'a str> {
        occurrences(text, words).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn words_are_found_whole_in_any_case_and_with_any_blanks() {
        assert_eq!(found("A Rockstar, rockstars, ROCKSTAR", "rockstar"), ["Rockstar", "ROCKSTAR"]);
        assert_eq!(found("wear  many\nhats, wearmany hats", "wear many hats"), ["wear  many\nhats"]);
        assert_eq!(found("über C++ und c++", "C++"), ["C++", "c++"]);
        assert_eq!(found("äfast-pacedä", "fast-paced"), Vec::<&str>::new());
    }

    #[test]
    fn nothing_is_found_of_nothing_and_in_nothing() {
        assert!(found("text", "").is_empty());
        assert!(found("text", " \n").is_empty());
        assert!(found("", "text").is_empty());
        assert!(found("ä", "äö").is_empty());
    }
}

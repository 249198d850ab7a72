//! Two texts side by side. What was removed is struck out and what was added underlined, each in a
//! colour; a screen reader hears "removed" and "added".

use egui::text::LayoutJob;
use egui::{Label, RichText, Stroke, TextFormat, Ui};

use crate::app::theme::{Theme, size, space, text};
use crate::drafts::{Change, Comparison, Piece, Side};

/// Paints the texts under their names. `fresh`: shows the first change.
pub(super) fn sides_ui(ui: &mut Ui, comparison: &Comparison, names: [String; 2], fresh: bool) {
    let theme = Theme::of(ui.ctx());
    // Room for the bar.
    let width = (ui.available_width() - 2.0 * space::L) / 2.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for name in names {
            let words = RichText::new(name).font(text::small_semibold()).color(theme.text);
            ui.allocate_ui(egui::vec2(width, size::TARGET), |ui| {
                ui.set_width(width);
                ui.add(Label::new(words).truncate());
            });
        }
    });
    super::super::scroll().id_salt("comparison").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let changed = |side: &Side| side.as_ref().is_none_or(|pieces| pieces.iter().any(|p| p.change != Change::Same));
        let first = comparison.lines.iter().position(|sides| sides.iter().any(changed));
        for (index, sides) in comparison.lines.iter().enumerate() {
            let line = ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::L;
                for side in sides {
                    ui.allocate_ui(egui::vec2(width, 0.0), |ui| {
                        ui.set_width(width);
                        side_ui(ui, theme, side);
                    });
                }
            });
            if fresh && first == Some(index) {
                line.response.scroll_to_me(Some(egui::Align::Center));
            }
        }
    });
}

fn side_ui(ui: &mut Ui, theme: &Theme, side: &Side) {
    let Some(pieces) = side else { return };
    let mut job = LayoutJob::default();
    for piece in pieces {
        job.append(&piece.text, 0.0, format(theme, piece.change));
    }
    let response = ui.add(Label::new(job).wrap());
    if pieces.iter().any(|piece| piece.change != Change::Same) {
        response.ctx.accesskit_node_builder(response.id, |node| node.set_value(spoken(pieces)));
    }
}

fn format(theme: &Theme, change: Change) -> TextFormat {
    let plain = TextFormat::simple(text::body(), theme.text);
    match change {
        Change::Same => TextFormat { color: theme.muted, ..plain },
        Change::Removed => TextFormat {
            background: theme.must_soft,
            strikethrough: Stroke::new(size::LINE, theme.must),
            color: theme.must,
            ..plain
        },
        Change::Added => TextFormat {
            background: theme.accent_soft,
            underline: Stroke::new(size::LINE, theme.accent),
            color: theme.accent,
            ..plain
        },
    }
}

/// A line with its changes in words.
fn spoken(pieces: &[Piece]) -> String {
    let mut words = String::new();
    for piece in pieces {
        match piece.change {
            Change::Same => words.push_str(&piece.text),
            Change::Removed => words.push_str(&format!(" (removed: {}) ", piece.text.trim())),
            Change::Added => words.push_str(&format!(" (added: {}) ", piece.text.trim())),
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::compare;

    #[test]
    fn a_change_is_said_in_words() {
        let comparison = compare("You build services in Go.", "You build services in Rust.");
        let said: Vec<String> = comparison.lines[0].iter().flatten().map(|pieces| spoken(pieces)).collect();
        assert_eq!(said, ["You build services in (removed: Go) .", "You build services in (added: Rust) ."]);
    }
}

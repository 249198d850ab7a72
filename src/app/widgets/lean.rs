//! How far something leans to one of two sides: a small mark for one answer, a bar for all.

use egui::{Align2, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::paint;
use crate::app::theme::{Theme, radius, size, space, text};

/// Paints a small scale in the middle of `rect`'s height: from its middle to how far `lean` goes,
/// −2 the left end and 2 the right one. What leans nowhere is a hollow ring in the middle.
pub(super) fn lean_mark(painter: &Painter, theme: &Theme, rect: Rect, lean: i8, colour: egui::Color32) {
    let rect = rect.shrink2(vec2(size::MARK / 2.0, 0.0));
    let centre = rect.center();
    let end = pos2(centre.x + rect.width() / 4.0 * f32::from(lean.clamp(-2, 2)), centre.y);
    painter.hline(rect.x_range(), centre.y, Stroke::new(size::LINE, theme.edge));
    painter.vline(
        centre.x,
        centre.y - size::MARK / 2.0..=centre.y + size::MARK / 2.0,
        Stroke::new(size::LINE, theme.edge),
    );
    if lean == 0 {
        painter.circle(end, size::MARK / 2.0 - size::LINE, theme.panel, Stroke::new(size::FOCUS_RING, colour));
    } else {
        painter.line_segment([centre, end], Stroke::new(size::FOCUS_RING, colour));
        painter.circle_filled(end, size::MARK / 2.0, colour);
    }
}

/// The mark alone, before words that say the same.
pub fn lean_sign(ui: &mut Ui, lean: i8) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(size::LEAN_MARK, text::READING_LINE_SMALL), Sense::hover());
    lean_mark(ui.painter(), theme, rect, lean, theme.accent);
}

/// A bar over the full width between two named sides. `share` is where the mark stands, from −1 to
/// 1; within `near` of the middle the ground is shaded. `words` says it to screen readers.
pub fn lean_bar(ui: &mut Ui, sides: [&str; 2], share: f32, near: f32, words: &str) -> Response {
    let theme = Theme::of(ui);
    let names = size::TARGET;
    let wanted = vec2(ui.available_width(), names + size::CHECKBOX);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Meter);
        node.set_label(words);
        node.set_numeric_value(f64::from(share));
        node.set_min_numeric_value(-1.0);
        node.set_max_numeric_value(1.0);
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let (top, bar) = (rect.with_max_y(rect.top() + names), rect.with_min_y(rect.top() + names));
    let colour = |there: bool| if there { theme.text } else { theme.muted };
    let left = paint::line(ui, sides[0], text::small_semibold(), colour(share < -near), rect.width() / 2.0);
    let right = paint::line(ui, sides[1], text::small_semibold(), colour(share > near), rect.width() / 2.0);
    paint::at_left(ui, top, top.left(), left);
    paint::at_right(ui, top, top.right(), right);
    ui.painter().text(top.center(), Align2::CENTER_CENTER, "either", text::small(), theme.muted);

    let track = Rect::from_center_size(bar.center(), vec2(bar.width(), size::MARK));
    let inner = track.shrink2(vec2(size::CHECKBOX / 2.0, 0.0));
    let x = |share: f32| egui::lerp(inner.left()..=inner.right(), (share.clamp(-1.0, 1.0) + 1.0) / 2.0);
    let line = Stroke::new(size::LINE, theme.line);
    let painter = ui.painter();
    painter.rect(track, radius::SMALL, theme.quiet, line, StrokeKind::Inside);
    let middle = Rect::from_x_y_ranges(x(-near)..=x(near), track.y_range());
    painter.rect_filled(middle, 0, theme.pressed);
    let (from, to) = (x(0.0).min(x(share)), x(0.0).max(x(share)));
    painter.rect_filled(Rect::from_x_y_ranges(from..=to, track.y_range().shrink(size::LINE)), 0, theme.accent);
    painter.vline(x(0.0), track.expand(space::XS).y_range(), Stroke::new(size::LINE, theme.edge));
    let ring = Stroke::new(size::FOCUS_RING, theme.panel);
    painter.circle(pos2(x(share), track.center().y), size::CHECKBOX / 2.0, theme.accent, ring);
    response
}

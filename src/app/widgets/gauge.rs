//! Where a figure stands among those of many others: a line from the tenth to the ninetieth in a
//! hundred, its middle half shaded, and a mark.

use egui::{Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use crate::app::theme::{Theme, radius, size, space};
use crate::review::Norm;

/// The part of the width, at each end, for what lies beyond the line.
const BEYOND: f64 = 0.06;

/// Shows where `value` stands, `width` points wide; `words` says it, under the pointer and for
/// screen readers.
pub fn gauge(ui: &mut Ui, width: f32, norm: &Norm, value: f64, words: &str) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::TARGET.min(ui.available_height())), Sense::hover());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Meter);
        node.set_label(words);
        node.set_numeric_value(value);
    });
    if ui.is_rect_visible(rect) {
        // A mark at an end lies within.
        let rect = rect.shrink2(vec2(size::MARK / 2.0 + size::LINE, 0.0));
        let x = |value: f64| {
            let part = (value - norm.p10) / (norm.p90 - norm.p10);
            let part = (part.clamp(-BEYOND, 1.0 + BEYOND) + BEYOND) / (1.0 + 2.0 * BEYOND);
            egui::lerp(rect.left()..=rect.right(), part as f32)
        };
        let y = rect.center().y;
        let bar = |from: f32, to: f32, height: f32| {
            Rect::from_center_size(pos2((from + to) / 2.0, y), vec2(to - from, height))
        };
        let painter = ui.painter();
        painter.rect_filled(bar(x(norm.p10), x(norm.p90), space::XS), radius::SMALL, theme.quiet);
        let middle = bar(x(norm.p25), x(norm.p75), size::MARK);
        let edge = Stroke::new(size::LINE, theme.line);
        painter.rect(middle, radius::SMALL, theme.accent_soft, edge, StrokeKind::Inside);
        let mark = Rect::from_center_size(pos2(x(value), y), Vec2::splat(size::MARK + 2.0));
        painter.circle(mark.center(), mark.width() / 2.0, theme.accent, Stroke::new(size::LINE, theme.panel));
    }
    response.on_hover_text(words)
}

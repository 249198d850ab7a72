//! What several widgets paint alike.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, Color32, FontId, Galley, Pos2, Rect, Response, Sense, Stroke, StrokeKind, TextFormat, Ui, pos2};

use crate::app::theme::{Theme, icons, radius, size, text};

/// One line of text, cut with an ellipsis at `max_width` points.
pub(super) fn line(ui: &Ui, words: &str, font: FontId, colour: Color32, max_width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(font, colour));
    job.wrap = TextWrapping::truncate_at_width(max_width.max(0.0));
    ui.painter().layout_job(job)
}

/// Paints `galley` with its left edge at `left`, in the middle of `rect`'s height.
pub(super) fn at_left(ui: &Ui, rect: Rect, left: f32, galley: Arc<Galley>) {
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(left, top), galley, Color32::PLACEHOLDER);
}

/// Paints `galley` with its right edge at `right`, in the middle of `rect`'s height.
pub(super) fn at_right(ui: &Ui, rect: Rect, right: f32, galley: Arc<Galley>) {
    let left = right - galley.size().x;
    at_left(ui, rect, left, galley);
}

/// Paints an icon around `centre`.
pub(super) fn icon(ui: &Ui, centre: Pos2, glyph: &str, points: f32, colour: Color32) {
    ui.painter().text(centre, Align2::CENTER_CENTER, glyph, text::icon(points), colour);
}

/// Allocates room for an icon that only repeats what a word beside it says, and paints it: screen
/// readers do not see it.
pub(super) fn icon_beside(ui: &mut Ui, glyph: &str, points: f32, colour: Color32) {
    let height = points.max(ui.text_style_height(&egui::TextStyle::Body));
    let (rect, _) = ui.allocate_exact_size(egui::vec2(points, height), Sense::hover());
    icon(ui, rect.center(), glyph, points, colour);
}

/// The fill of something that lies bare on its ground until it is pointed at.
pub(super) fn bare_fill(theme: &Theme, response: &Response) -> Color32 {
    if response.is_pointer_button_down_on() {
        theme.pressed
    } else if response.hovered() {
        theme.hover
    } else {
        Color32::TRANSPARENT
    }
}

/// The box of a check box, ticked or not, around `centre`.
pub(super) fn check_box(ui: &Ui, theme: &Theme, centre: Pos2, checked: bool) {
    let rect = Rect::from_center_size(centre, egui::Vec2::splat(size::CHECKBOX));
    if checked {
        ui.painter().rect_filled(rect, radius::SMALL, theme.accent);
        icon(ui, centre, icons::CHECK, size::ICON_SMALL, theme.on_accent);
    } else {
        let edge = Stroke::new(size::LINE, theme.edge);
        ui.painter().rect(rect, radius::SMALL, theme.panel, edge, StrokeKind::Inside);
    }
}

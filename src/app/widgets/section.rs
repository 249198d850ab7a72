//! The header of a section that unfolds.

use egui::{Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::paint;
use crate::app::theme::{Theme, icons, radius, set_ring_radius, size, space, text};

/// Shows a header over the full width under a hairline: chevron, label, and at the right in few
/// words what is inside. `clicked()` asks to unfold or fold it.
pub fn section_header(ui: &mut Ui, label: &str, summary: &str, open: bool) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::SECTION), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_expanded(open);
        if !summary.is_empty() {
            node.set_description(summary);
        }
    });
    set_ring_radius(&response.ctx, response.id, radius::MEDIUM);
    if !ui.is_rect_visible(rect) {
        return response;
    }

    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(size::LINE, theme.line));
    let ground = rect.expand2(vec2(space::S, -space::XS / 2.0));
    ui.painter().rect_filled(ground, radius::MEDIUM, paint::bare_fill(theme, &response));
    let chevron = if open { icons::CHEVRON_DOWN } else { icons::CHEVRON_RIGHT };
    let centre = egui::pos2(rect.left() + size::ICON_SMALL / 2.0, rect.center().y);
    paint::icon(ui, centre, chevron, size::ICON_SMALL, theme.muted);

    let left = rect.left() + size::ICON_SMALL + space::XS;
    let words = paint::line(ui, label, text::semibold(), theme.text, rect.right() - left);
    let summary_left = left + words.size().x + space::M;
    paint::at_left(ui, rect, left, words);
    let summary = paint::line(ui, summary, text::body(), theme.muted, rect.right() - summary_left);
    paint::at_right(ui, rect, rect.right(), summary);
    response
}

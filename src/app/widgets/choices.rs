//! One of several answers below each other, each with how far it leans to one of two sides.

use egui::{Color32, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::lean::lean_mark;
use super::paint;
use super::segmented::moved_by_key;
use crate::app::theme::{Theme, radius, set_ring_radius, size, space, text};

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice<'a> {
    /// Its words.
    pub label: &'a str,
    /// How far it leans: from −2, the left side, to 2, the right one.
    pub lean: i8,
    /// The same in words.
    pub words: &'a str,
}

/// Shows `choices` over the full width, and returns the index of one that was asked for: by click,
/// by Space or Enter, by the arrow keys. To screen readers it is a group of radio buttons.
pub fn choices(ui: &mut Ui, name: &str, choices: &[Choice<'_>], selected: Option<usize>) -> Option<usize> {
    ui.push_id(("choices", name), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::RadioGroup);
            node.set_label(name);
        });
        ui.spacing_mut().item_spacing.y = 0.0;
        let words_shown = ui.available_width() >= size::CHOICE_WITH_WORDS;
        let rows: Vec<Response> = choices
            .iter()
            .enumerate()
            .map(|(index, choice)| row_ui(ui, choice, selected == Some(index), words_shown))
            .collect();
        let clicked = rows.iter().position(Response::clicked).filter(|&index| Some(index) != selected);
        clicked.or_else(|| moved_by_key(ui, &rows))
    })
    .inner
}

fn row_ui(ui: &mut Ui, choice: &Choice<'_>, selected: bool, words_shown: bool) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), selected, choice.label));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(choice.words));
    set_ring_radius(&response.ctx, response.id, radius::MEDIUM);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let hot = response.hovered() || response.has_focus();
    let ground = match (selected, hot) {
        (true, _) => theme.accent_soft,
        (false, true) => theme.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, radius::MEDIUM, ground);
    let centre = pos2(rect.left() + space::S + size::CHECKBOX / 2.0, rect.center().y);
    if selected {
        ui.painter().circle_filled(centre, size::CHECKBOX / 2.0, theme.accent);
        ui.painter().circle_filled(centre, size::CHECKBOX / 5.0, theme.on_accent);
    } else {
        let edge = Stroke::new(size::LINE, theme.edge);
        ui.painter().circle(centre, (size::CHECKBOX - size::LINE) / 2.0, theme.panel, edge);
    }

    let colour = if selected || hot { theme.text } else { theme.muted };
    let mut right = rect.right() - space::S;
    let mark = Rect::from_min_max(pos2(right - size::LEAN_MARK, rect.top()), pos2(right, rect.bottom()));
    let lean = if selected { theme.accent } else { colour };
    lean_mark(ui.painter(), theme, mark, choice.lean, lean);
    right = mark.left() - space::M;
    if words_shown {
        let words = paint::line(ui, choice.words, text::small(), colour, rect.width() / 3.0);
        right -= words.size().x + space::M;
        paint::at_right(ui, rect, mark.left() - space::M, words);
    }
    let left = centre.x + size::CHECKBOX / 2.0 + space::S;
    let font = if selected { text::medium() } else { text::body() };
    let label = paint::line(ui, choice.label, font, theme.text, right - left);
    let cut = label.elided;
    paint::at_left(ui, rect, left, label);
    match (cut, words_shown) {
        (true, _) => response.on_hover_text(format!("{} ({})", choice.label, choice.words)),
        (false, false) => response.on_hover_text(choice.words),
        (false, true) => response,
    }
}

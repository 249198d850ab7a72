//! A choice of a few, side by side: Developer | Engineer.

use egui::{
    EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::paint;
use crate::app::theme::{Theme, radius, set_ring_radius, size, space, text};

/// Shows `options` over the full width with `selected` raised, and returns another index when that
/// was asked for: by click, or by the arrow keys. To screen readers it is a group of radio buttons.
pub fn segmented(ui: &mut Ui, name: &str, options: &[&str], selected: usize) -> Option<usize> {
    let theme = Theme::of(ui);
    let wanted = vec2(ui.available_width(), size::CONTROL + space::XS);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let mut group = ui.new_child(UiBuilder::new().id_salt(("segmented", name)).max_rect(rect));
    group.ctx().accesskit_node_builder(group.unique_id(), |node| {
        node.set_role(Role::RadioGroup);
        node.set_label(name);
    });
    let line = Stroke::new(size::LINE, theme.line);
    group.painter().rect(rect, radius::CONTROL, theme.quiet, line, StrokeKind::Inside);

    let inner = rect.shrink(size::FOCUS_RING);
    let width = inner.width() / options.len().max(1) as f32;
    let mut responses = Vec::with_capacity(options.len());
    for (index, label) in options.iter().enumerate() {
        let left = inner.left() + width * index as f32;
        let segment = Rect::from_min_size(egui::pos2(left, inner.top()), vec2(width, inner.height()));
        let id: Id = group.unique_id().with(index);
        responses.push(segment_ui(&mut group, theme, segment, id, label, index == selected));
    }

    let clicked = responses.iter().position(|response| response.clicked()).filter(|&index| index != selected);
    clicked.or_else(|| moved_by_key(ui, &responses))
}

fn segment_ui(ui: &mut Ui, theme: &Theme, rect: Rect, id: Id, label: &str, selected: bool) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), selected, label));
    set_ring_radius(&response.ctx, id, radius::MEDIUM);
    if selected {
        let edge = Stroke::new(size::LINE, theme.edge);
        ui.painter().rect(rect, radius::MEDIUM, theme.panel, edge, StrokeKind::Inside);
    }
    let (font, colour) = match (selected, response.hovered()) {
        (true, _) => (text::medium(), theme.text),
        (false, true) => (text::medium(), theme.text),
        (false, false) => (text::medium(), theme.muted),
    };
    let galley = paint::line(ui, label, font, colour, rect.width() - 2.0 * space::XS);
    paint::at_left(ui, rect, rect.center().x - galley.size().x / 2.0, galley);
    response
}

/// The neighbour that an arrow key asks for, which then has the keyboard.
pub(super) fn moved_by_key(ui: &Ui, responses: &[Response]) -> Option<usize> {
    let focused = responses.iter().position(Response::has_focus)?;
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(responses[focused].id, arrows));
    let step = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        if pressed(Key::ArrowRight) || pressed(Key::ArrowDown) {
            Some(1)
        } else if pressed(Key::ArrowLeft) || pressed(Key::ArrowUp) {
            Some(responses.len() - 1)
        } else {
            None
        }
    })?;
    let next = (focused + step) % responses.len();
    responses[next].request_focus();
    (next != focused).then_some(next)
}

//! A row of a list of toggles: a check box, a label, and a place for more at the right.

use egui::{Color32, Layout, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::paint;
use crate::app::theme::{Theme, icons, radius, set_ring_radius, size, space, text};

/// What happened to a [`check_row`].
#[derive(Clone, Debug)]
pub struct CheckRow {
    /// Whether it was asked to be switched: by click, by Space, by a screen reader.
    pub toggled: bool,
    /// Whether the pointer is over the row or the keyboard in it.
    pub hot: bool,
    /// The row itself.
    pub response: Response,
}

/// Shows a row over the full width. Off, its label is muted; `lit`, it has the accent's soft ground.
/// `trailing` is laid out from the right and told whether the row is hot; a strength pill and a
/// [`row_menu`] go there.
pub fn check_row(ui: &mut Ui, label: &str, checked: bool, lit: bool, trailing: impl FnOnce(&mut Ui, bool)) -> CheckRow {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), checked, label));
    set_ring_radius(&response.ctx, response.id, radius::MEDIUM);
    let hot = ui.rect_contains_pointer(rect) || focus_within(ui, &response);
    let toggled = response.clicked();
    let ground = match (lit, hot) {
        (true, _) => theme.accent_soft,
        (false, true) => theme.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    let visible = ui.is_rect_visible(rect);
    if visible {
        ui.painter().rect_filled(rect.expand2(vec2(space::S, 0.0)), radius::MEDIUM, ground);
        let centre = egui::pos2(rect.left() + size::CHECKBOX / 2.0, rect.center().y);
        paint::check_box(ui, theme, centre, checked);
    }

    // Out of sight, too: a screen reader and Shift+Tab come to what lies in the row from below.
    let slot = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(egui::Align::Center));
    // A child that takes no room of its own: the row is the room.
    let mut slot = ui.new_child(slot);
    slot.spacing_mut().item_spacing.x = space::XS;
    trailing(&mut slot, hot);
    let used = slot.min_rect();
    if !visible {
        return CheckRow { toggled, hot, response };
    }
    let left = rect.left() + size::CHECKBOX + space::S + size::FOCUS_RING / 2.0;
    let right = used.left().min(rect.right()) - space::S;
    let colour = if checked || hot { theme.text } else { theme.muted };
    let galley = paint::line(ui, label, text::body(), colour, right - left);
    let cut = galley.elided;
    paint::at_left(ui, rect, left, galley);
    let response = if cut { response.on_hover_text(label) } else { response };
    CheckRow { toggled, hot, response }
}

/// A check box alone, called `name`; `clicked()` says that it was asked to be switched.
pub fn check_box(ui: &mut Ui, name: &str, checked: bool) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(egui::Vec2::splat(size::TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), checked, name));
    set_ring_radius(&response.ctx, response.id, radius::SMALL);
    if ui.is_rect_visible(rect) {
        paint::check_box(ui, theme, rect.center(), checked);
    }
    response
}

/// A check box with its label on a low line of the full width; a screen reader calls it `name`.
/// `clicked()` says that it was asked to be switched.
pub fn check_line(ui: &mut Ui, label: &str, name: &str, checked: bool) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), checked, name));
    set_ring_radius(&response.ctx, response.id, radius::SMALL);
    if ui.is_rect_visible(rect) {
        paint::check_box(ui, theme, egui::pos2(rect.left() + size::CHECKBOX / 2.0, rect.center().y), checked);
        let left = rect.left() + size::CHECKBOX + space::S;
        let colour = if checked || response.hovered() { theme.text } else { theme.muted };
        let galley = paint::line(ui, label, text::body(), colour, rect.right() - left);
        paint::at_left(ui, rect, left, galley);
    }
    response
}

/// Whether the row, or something that lies in it, has the keyboard.
fn focus_within(ui: &Ui, row: &Response) -> bool {
    let Some(id) = ui.memory(|memory| memory.focused()) else { return false };
    id == row.id
        || ui
            .read_response(id)
            .is_some_and(|inner| inner.layer_id == row.layer_id && row.rect.contains_rect(inner.rect))
}

/// The "more" button of a row: always there for keyboard and screen readers, seen when the row is
/// `hot` or its menu open. Returns what `entries` returned while open.
pub fn row_menu<R>(ui: &mut Ui, hot: bool, name: &str, entries: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(egui::Vec2::splat(size::TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    set_ring_radius(&response.ctx, response.id, radius::MEDIUM);
    let popup = egui::Popup::default_response_id(&response);
    if hot || egui::Popup::is_id_open(ui, popup) {
        ui.painter().rect_filled(rect, radius::MEDIUM, paint::bare_fill(theme, &response));
        paint::icon(ui, rect.center(), icons::MORE, size::ICON, theme.muted);
    }
    super::menu::popup(&response, popup, egui::accesskit::HasPopup::Menu, size::MENU_WIDTH, entries)
}

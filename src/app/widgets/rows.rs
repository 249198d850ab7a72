//! Rows of lists that are no toggles, and small things around controls.

use std::ops::Range;

use egui::text::LayoutJob;
use egui::{Color32, FontId, Layout, Response, Role, Sense, Stroke, TextFormat, Ui, UiBuilder, WidgetInfo, vec2};

use super::button::{Look, Parts};
use super::paint;
use crate::app::theme::{Theme, icons, radius, set_ring_radius, size, space, text};

/// A row to click: an icon, words, and in few words more at the right.
pub fn list_row(ui: &mut Ui, icon: &str, words: &str, aside: &str) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(aside));
    set_ring_radius(&response.ctx, response.id, radius::MEDIUM);
    if ui.is_rect_visible(rect) {
        ui.painter().rect_filled(rect, radius::MEDIUM, paint::bare_fill(theme, &response));
        let centre = egui::pos2(rect.left() + space::S + size::ICON / 2.0, rect.center().y);
        paint::icon(ui, centre, icon, size::ICON, theme.muted);
        let aside = paint::line(ui, aside, text::small(), theme.muted, rect.width() * 0.6);
        let left = rect.left() + space::S + size::ICON + space::S;
        let room = rect.right() - space::S - aside.size().x - space::M - left;
        paint::at_right(ui, rect, rect.right() - space::S, aside);
        let words = paint::line(ui, words, text::medium(), theme.text, room);
        paint::at_left(ui, rect, left, words);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A tall row to click, with content of its own and buttons that lie on it; `lit`, it has the
/// accent's soft ground.
pub fn card_row(ui: &mut Ui, name: &str, height: f32, lit: bool, content: impl FnOnce(&mut Ui)) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    set_ring_radius(&response.ctx, response.id, radius::MEDIUM);
    if ui.is_rect_visible(rect) {
        let fill = if lit { theme.accent_soft } else { paint::bare_fill(theme, &response) };
        ui.painter().rect_filled(rect, if lit { 0 } else { radius::MEDIUM }, fill);
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(size::LINE, theme.line));
        let inner = UiBuilder::new().max_rect(rect.shrink2(vec2(space::S, 0.0))).id_salt(response.id);
        content(&mut ui.new_child(inner));
    }
    response
}

/// One line of text in which the words at `found`, in bytes of it, stand out.
pub fn marked_line(ui: &mut Ui, words: &str, found: &[Range<usize>], font: FontId, colour: Color32) -> Response {
    let theme = Theme::of(ui);
    let plain = TextFormat::simple(font.clone(), colour);
    let marked = TextFormat { color: theme.text, background: theme.selection, ..TextFormat::simple(font, colour) };
    let mut job = LayoutJob::default();
    let mut done = 0;
    for at in found {
        // Places that are not in this text are no reason to stop.
        let (Some(before), Some(word)) = (words.get(done..at.start), words.get(at.clone())) else { continue };
        job.append(before, 0.0, plain.clone());
        job.append(word, 0.0, marked.clone());
        done = at.end;
    }
    job.append(words.get(done..).unwrap_or_default(), 0.0, plain);
    ui.add(egui::Label::new(job).truncate())
}

/// A command in the palette; `marked`: Enter takes it.
pub fn palette_row(ui: &mut Ui, icon: Option<&str>, words: &str, keys: &str, marked: bool) -> Response {
    let mut item = super::MenuItem::new(words).shortcut((!keys.is_empty()).then_some(keys));
    if let Some(icon) = icon {
        item = item.icon(icon);
    }
    let response = super::menu::entry(ui, item, Role::ListBoxOption, marked);
    response.ctx.accesskit_node_builder(response.id, |node| node.set_selected(marked));
    response
}

/// A word in the bar at the bottom that does something; `name` says what.
pub fn status_button(ui: &mut Ui, words: &str, name: &str) -> Response {
    let theme = Theme::of(ui);
    let galley = ui.painter().layout_no_wrap(words.to_owned(), text::small(), Color32::PLACEHOLDER);
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x + 2.0 * space::XS, size::TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("{name}: {words}")));
    set_ring_radius(&response.ctx, response.id, radius::SMALL);
    if ui.is_rect_visible(rect) {
        ui.painter().rect_filled(rect, radius::SMALL, paint::bare_fill(theme, &response));
        let colour = if response.hovered() { theme.text } else { theme.muted };
        let top = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley_with_override_text_color(egui::pos2(rect.left() + space::XS, top), galley, colour);
    }
    response.on_hover_text(name)
}

/// The handle by which a row is dragged.
pub fn drag_handle(ui: &mut Ui) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(size::TARGET, size::ROW), Sense::hover());
    paint::icon(ui, rect.center(), icons::GRIP, size::ICON, theme.muted);
}

/// The buttons at the foot of a dialog, from the right: the main one first.
pub fn dialog_buttons<R>(ui: &mut Ui, buttons: impl FnOnce(&mut Ui) -> R) -> R {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::CONTROL), Sense::hover());
    let inner = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(egui::Align::Center));
    buttons(&mut ui.new_child(inner))
}

/// The one main action of a place, with an icon before its words, or switched off.
pub fn primary_button_with(ui: &mut Ui, icon: Option<&str>, words: &str, enabled: bool) -> Response {
    ui.add_enabled_ui(enabled, |ui| {
        Parts { look: Look::Primary, icon, text: words, name: None, chevron: false }.show(ui)
    })
    .inner
}

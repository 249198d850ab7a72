//! Buttons: the one main action, the outlined others, icons, and links.

use egui::{Color32, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::paint;
use crate::app::theme::{Theme, icons, radius, size, space, text};

/// How a button with text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Filled with the accent.
    Primary,
    /// Outlined.
    Outlined,
}

/// A button's parts; [`Parts::show`] lays them out and paints them.
pub(super) struct Parts<'a> {
    pub look: Look,
    pub icon: Option<&'a str>,
    pub text: &'a str,
    /// What a screen reader calls it, if that is not its text.
    pub name: Option<&'a str>,
    /// A chevron at the right: it opens a menu.
    pub chevron: bool,
}

impl Parts<'_> {
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let galley = ui.painter().layout_no_wrap(self.text.to_owned(), text::medium(), Color32::PLACEHOLDER);
        let part = size::ICON + space::XS;
        let icons_width = part * (f32::from(self.icon.is_some()) + f32::from(self.chevron));
        let wanted = vec2(galley.size().x + icons_width + 2.0 * space::M, size::CONTROL);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        let name = self.name.unwrap_or(self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
        if !ui.is_rect_visible(rect) {
            return response;
        }

        let pointed = response.hovered() || response.is_pointer_button_down_on();
        let (fill, edge, colour) = match self.look {
            Look::Primary if pointed => (theme.accent_hover, Color32::TRANSPARENT, theme.on_accent),
            Look::Primary => (theme.accent, Color32::TRANSPARENT, theme.on_accent),
            Look::Outlined if response.is_pointer_button_down_on() => (theme.pressed, theme.line, theme.text),
            Look::Outlined if pointed => (theme.hover, theme.line, theme.text),
            Look::Outlined => (theme.button, theme.line, theme.text),
        };
        ui.painter().rect(rect, radius::CONTROL, fill, Stroke::new(size::LINE, edge), StrokeKind::Inside);
        let mut left = rect.left() + space::M;
        if let Some(glyph) = self.icon {
            let centre = egui::pos2(left + size::ICON / 2.0, rect.center().y);
            paint::icon(ui, centre, glyph, size::ICON, colour);
            left += part;
        }
        let top = rect.center().y - galley.size().y / 2.0;
        ui.painter().galley_with_override_text_color(egui::pos2(left, top), galley, colour);
        if self.chevron {
            let centre = egui::pos2(rect.right() - space::M - size::ICON / 2.0 + space::XS / 2.0, rect.center().y);
            paint::icon(ui, centre, icons::CHEVRON_DOWN, size::ICON_SMALL, colour);
        }
        response
    }
}

/// The one main action of a place.
pub fn primary_button(ui: &mut Ui, text: &str) -> Response {
    Parts { look: Look::Primary, icon: None, text, name: None, chevron: false }.show(ui)
}

/// Any other action.
pub fn quiet_button(ui: &mut Ui, text: &str) -> Response {
    Parts { look: Look::Outlined, icon: None, text, name: None, chevron: false }.show(ui)
}

/// Any other action, with an icon before its words.
pub fn quiet_button_with_icon(ui: &mut Ui, icon: &str, text: &str) -> Response {
    Parts { look: Look::Outlined, icon: Some(icon), text, name: None, chevron: false }.show(ui)
}

/// As [`quiet_button_with_icon`], where several say the same: for a screen reader it is
/// "`text`: `about`".
pub fn quiet_button_about(ui: &mut Ui, icon: &str, text: &str, about: &str) -> Response {
    let name = format!("{text}: {about}");
    Parts { look: Look::Outlined, icon: Some(icon), text, name: Some(&name), chevron: false }.show(ui)
}

/// An icon to press; `name` is its tooltip and its name for screen readers.
pub fn icon_button(ui: &mut Ui, icon: &str, name: &str) -> Response {
    icon_button_with_shortcut(ui, icon, name, None)
}

/// As [`icon_button`], with the keys that do the same in the tooltip.
pub fn icon_button_with_shortcut(ui: &mut Ui, icon: &str, name: &str, shortcut: Option<&str>) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if let Some(keys) = shortcut {
        response.ctx.accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(keys));
    }
    if ui.is_rect_visible(rect) {
        ui.painter().rect_filled(rect, radius::CONTROL, paint::bare_fill(theme, &response));
        let colour = if response.hovered() || response.has_focus() { theme.text } else { theme.muted };
        paint::icon(ui, rect.center(), icon, size::ICON, colour);
    }
    response.on_hover_ui(|ui| {
        ui.horizontal(|ui| {
            ui.label(name);
            if let Some(keys) = shortcut {
                ui.weak(keys);
            }
        });
    })
}

/// An action within text or at the foot of a card, in the accent.
pub fn link_button(ui: &mut Ui, words: &str) -> Response {
    link(ui, words, words, |theme| theme.accent)
}

/// As [`link_button`], for an action of second rank ("Dismiss…").
pub fn muted_link_button(ui: &mut Ui, words: &str) -> Response {
    link(ui, words, words, |theme| theme.muted)
}

/// Words of a list that lead to what they name; a screen reader calls them `name`.
pub fn text_button(ui: &mut Ui, words: &str, name: &str) -> Response {
    link(ui, words, name, |theme| theme.text)
}

/// As [`link_button`], where several say the same: for a screen reader it is "`words`: `about`".
/// Words that are too long for the place are cut, and shown in full under the pointer.
pub fn link_button_about(ui: &mut Ui, words: &str, about: &str) -> Response {
    link(ui, words, &format!("{words}: {about}"), |theme| theme.accent)
}

/// As [`link_button_about`], for an action of second rank.
pub fn muted_link_button_about(ui: &mut Ui, words: &str, about: &str) -> Response {
    link(ui, words, &format!("{words}: {about}"), |theme| theme.muted)
}

fn link(ui: &mut Ui, words: &str, name: &str, colour: fn(&Theme) -> Color32) -> Response {
    let colour = colour(Theme::of(ui));
    let galley = paint::line(ui, words, text::medium(), colour, ui.max_rect().width());
    let cut = galley.elided;
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, size::TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        let bottom = rect.center().y + galley.size().y / 2.0;
        paint::at_left(ui, rect, rect.left(), galley);
        if response.hovered() {
            ui.painter().hline(rect.x_range(), bottom, Stroke::new(size::LINE, colour));
        }
    }
    crate::app::theme::set_ring_radius(&response.ctx, response.id, radius::SMALL);
    let response = if cut { response.on_hover_text(words) } else { response };
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

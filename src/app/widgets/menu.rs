//! Menus that open from a button, and their entries.

use egui::accesskit::{HasPopup, Toggled};
use egui::{Color32, Id, Popup, PopupCloseBehavior, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::button::{Look, Parts};
use super::paint;
use crate::app::theme::{Theme, icons, menu_style, radius, set_ring_radius, size, space, text};

/// How the button of a menu looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuLook {
    /// Filled with the accent: the main action ("Export").
    Primary,
    /// Outlined ("Copy").
    Quiet,
}

/// A button with a chevron that opens a menu of [`menu_item`]s. A click on an entry closes it, so
/// does Escape; the keyboard then comes back to the button. Returns what `entries` returned while open.
pub fn menu_button<R>(
    ui: &mut Ui,
    look: MenuLook,
    words: &str,
    entries: impl FnOnce(&mut Ui) -> R,
) -> (Response, Option<R>) {
    let look = match look {
        MenuLook::Primary => Look::Primary,
        MenuLook::Quiet => Look::Outlined,
    };
    let response = Parts { look, icon: None, text: words, name: None, chevron: true }.show(ui);
    let inner = popup(&response, Popup::default_response_id(&response), HasPopup::Menu, size::MENU_WIDTH, entries);
    (response, inner)
}

/// What opens from `button`, under it; it says so to screen readers, and gives the keyboard back.
pub(super) fn popup<R>(
    button: &Response,
    id: Id,
    kind: HasPopup,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let ctx = &button.ctx;
    let was_open = Popup::is_id_open(ctx, id);
    let close = match kind {
        HasPopup::Listbox => PopupCloseBehavior::CloseOnClickOutside,
        _ => PopupCloseBehavior::CloseOnClick,
    };
    let inner = Popup::menu(button).id(id).width(width).style(menu_style).close_behavior(close).show(|ui| {
        ui.set_min_width(width);
        content(ui)
    });
    let is_open = Popup::is_id_open(ctx, id);
    ctx.accesskit_node_builder(button.id, |node| {
        node.set_has_popup(kind);
        node.set_expanded(is_open);
    });
    if was_open && !is_open && !ctx.input(|input| input.pointer.any_click()) {
        button.request_focus();
    }
    inner.map(|inner| inner.inner)
}

/// An entry of a menu.
#[derive(Clone, Copy, Debug, Default)]
#[must_use = "show it"]
pub struct MenuItem<'a> {
    label: &'a str,
    icon: Option<&'a str>,
    shortcut: Option<&'a str>,
    checked: Option<bool>,
    disabled: bool,
}

impl<'a> MenuItem<'a> {
    /// An entry that says `label`.
    pub fn new(label: &'a str) -> Self {
        Self { label, ..Self::default() }
    }

    /// With an icon before it.
    pub fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With the keys that do the same at its right.
    pub fn shortcut(mut self, keys: Option<&'a str>) -> Self {
        self.shortcut = keys;
        self
    }

    /// One of a choice, with a tick when it is the chosen one.
    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
        self
    }

    /// Whether it can be chosen now.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.disabled = !enabled;
        self
    }

    /// Shows it; `clicked()` says that it was chosen.
    pub fn show(self, ui: &mut Ui) -> Response {
        let role = if self.checked.is_some() { Role::MenuItemRadio } else { Role::MenuItem };
        let response = ui.add_enabled_ui(!self.disabled, |ui| entry(ui, self, role, false)).inner;
        // egui closes a menu for the pointer alone; Enter and a screen reader choose, too.
        if response.clicked() {
            ui.close();
        }
        response
    }
}

/// A plain entry of a menu.
pub fn menu_item(ui: &mut Ui, label: &str) -> Response {
    MenuItem::new(label).show(ui)
}

/// A hairline between groups of entries.
pub fn menu_separator(ui: &mut Ui) {
    let width = if ui.is_sizing_pass() { 0.0 } else { ui.available_width() };
    let (rect, _) = ui.allocate_exact_size(vec2(width, space::S + size::LINE), Sense::hover());
    let line = egui::Stroke::new(size::LINE, Theme::of(ui).line);
    ui.painter().hline(rect.x_range(), rect.center().y, line);
}

/// An entry of a menu or a list; `lit` when the keyboard is on it although it has no focus.
pub(super) fn entry(ui: &mut Ui, item: MenuItem<'_>, role: Role, lit: bool) -> Response {
    let theme = Theme::of(ui);
    let label = ui.painter().layout_no_wrap(item.label.to_owned(), text::body(), theme.text);
    let keys = item.shortcut.map(|keys| ui.painter().layout_no_wrap(keys.to_owned(), text::small(), theme.muted));
    let icon_width = if item.icon.is_some() { size::ICON + space::S } else { 0.0 };
    let right_width = keys.as_ref().map_or(0.0, |keys| space::XL + keys.size().x)
        + if item.checked.is_some() { space::L + size::ICON_SMALL } else { 0.0 };
    let wanted = 2.0 * space::S + icon_width + label.size().x + right_width;
    let width = if ui.is_sizing_pass() { wanted } else { wanted.max(ui.available_width()) };
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::MENU_ITEM), Sense::click());

    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), item.label));
    response.ctx.accesskit_node_builder(response.id, |node| {
        match (role, item.checked) {
            (Role::ListBoxOption, Some(checked)) => node.set_selected(checked),
            (_, Some(checked)) => node.set_toggled(if checked { Toggled::True } else { Toggled::False }),
            (_, None) => {}
        }
        if let Some(keys) = item.shortcut {
            node.set_keyboard_shortcut(keys);
        }
    });
    set_ring_radius(&response.ctx, response.id, radius::SMALL);
    if !ui.is_rect_visible(rect) {
        return response;
    }

    let fill = if lit || response.has_focus() { theme.hover } else { paint::bare_fill(theme, &response) };
    if fill != Color32::TRANSPARENT {
        ui.painter().rect_filled(rect, radius::MEDIUM, fill);
    }
    if let Some(glyph) = item.icon {
        let centre = egui::pos2(rect.left() + space::S + size::ICON / 2.0, rect.center().y);
        paint::icon(ui, centre, glyph, size::ICON, theme.muted);
    }
    paint::at_left(ui, rect, rect.left() + space::S + icon_width, label);
    if let Some(keys) = keys {
        paint::at_right(ui, rect, rect.right() - space::S, keys);
    }
    if item.checked == Some(true) {
        let centre = egui::pos2(rect.right() - space::S - size::ICON_SMALL / 2.0, rect.center().y);
        paint::icon(ui, centre, icons::CHECK, size::ICON_SMALL, theme.accent);
    }
    response
}

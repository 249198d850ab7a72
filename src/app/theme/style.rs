//! Our tokens as an egui [`Style`], so that egui's own widgets look like ours.

use egui::style::{ScrollAnimation, ScrollStyle, Selection, Style, TextCursorStyle, WidgetVisuals, Widgets};
use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Stroke, TextStyle, Vec2, Visuals, vec2};

use super::{ANIMATION_SECONDS, Theme, radius, size, space, text};

/// The style of one look.
pub(super) fn style(theme: &Theme, reduced_motion: bool) -> Style {
    let base = if theme.dark { Visuals::dark() } else { Visuals::light() };
    let mut style = Style { visuals: visuals(theme, base), ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, text::small()),
        (TextStyle::Body, text::body()),
        (TextStyle::Button, text::body()),
        (TextStyle::Heading, text::heading()),
        (TextStyle::Monospace, FontId::new(text::SMALL, FontFamily::Monospace)),
    ]
    .into();

    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space::S, space::S);
    spacing.window_margin = Margin::same(space::L as i8);
    spacing.menu_margin = Margin::same(space::XS as i8);
    spacing.button_padding = vec2(space::M, space::XS);
    spacing.interact_size = Vec2::splat(size::CONTROL);
    spacing.icon_width = size::CHECKBOX;
    spacing.icon_width_inner = size::MARK;
    spacing.icon_spacing = space::S;
    spacing.combo_height = size::SELECT_LIST;
    spacing.menu_width = size::MENU_WIDTH;
    spacing.menu_spacing = 0.0;
    spacing.tooltip_width = size::MEASURE;
    spacing.slider_rail_height = space::XS;
    spacing.scroll = ScrollStyle {
        bar_width: space::S,
        floating_width: space::XS,
        floating_allocated_width: 0.0,
        handle_min_length: space::XXL,
        // The handle is painted in the text's colour, thinned out.
        foreground_color: true,
        dormant_handle_opacity: 0.25,
        active_handle_opacity: 0.4,
        interact_handle_opacity: 0.6,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        ..ScrollStyle::floating()
    };
    style.interaction.tooltip_delay = 0.4;
    style.interaction.selectable_labels = false;
    set_motion(&mut style, reduced_motion);
    style
}

/// Movement as the system asks for it.
pub(super) fn set_motion(style: &mut Style, reduced: bool) {
    style.animation_time = if reduced { 0.0 } else { ANIMATION_SECONDS };
    style.scroll_animation =
        if reduced { ScrollAnimation::none() } else { ScrollAnimation::duration(ANIMATION_SECONDS) };
    // A blink repaints the whole window twice a second, over the wire on a remote desktop: at rest
    // nothing moves.
    style.visuals.text_cursor.blink = false;
}

fn visuals(theme: &Theme, base: Visuals) -> Visuals {
    Visuals {
        dark_mode: theme.dark,
        weak_text_color: Some(theme.muted),
        widgets: widgets(theme),
        selection: Selection { bg_fill: theme.selection, stroke: Stroke::new(size::LINE, theme.text) },
        hyperlink_color: theme.accent,
        faint_bg_color: theme.hover,
        extreme_bg_color: theme.field,
        text_edit_bg_color: Some(theme.field),
        code_bg_color: theme.quiet,
        warn_fg_color: theme.should,
        error_fg_color: theme.must,
        window_corner_radius: CornerRadius::same(radius::DIALOG),
        window_shadow: theme.dialog_shadow,
        window_fill: theme.panel,
        window_stroke: Stroke::new(size::LINE, theme.line),
        menu_corner_radius: CornerRadius::same(radius::CONTROL),
        panel_fill: theme.panel,
        popup_shadow: theme.popup_shadow,
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(size::FOCUS_RING, theme.accent),
            ..TextCursorStyle::default()
        },
        indent_has_left_vline: false,
        slider_trailing_fill: true,
        handle_shape: egui::style::HandleShape::Circle,
        ..base
    }
}

fn widgets(theme: &Theme) -> Widgets {
    let state = |fill: Color32, bg_fill: Color32, edge: Color32, text: Color32| WidgetVisuals {
        bg_fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(size::LINE, edge),
        corner_radius: CornerRadius::same(radius::CONTROL),
        fg_stroke: Stroke::new(size::LINE, text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: state(theme.panel, theme.panel, theme.line, theme.text),
        inactive: state(theme.button, theme.quiet, theme.edge, theme.text),
        hovered: state(theme.hover, theme.hover, theme.muted, theme.text),
        active: state(theme.pressed, theme.pressed, theme.muted, theme.text),
        open: state(theme.hover, theme.hover, theme.edge, theme.text),
    }
}

/// The style of menus and lists that pop up, for [`egui::containers::menu::MenuConfig::style`]
/// and [`egui::Popup::style`]: entries without edges, full width, one under the other.
pub fn menu_style(style: &mut Style) {
    let visuals = &mut style.visuals.widgets;
    for state in [&mut visuals.inactive, &mut visuals.hovered, &mut visuals.active, &mut visuals.open] {
        state.bg_stroke = Stroke::NONE;
        state.corner_radius = CornerRadius::same(radius::MEDIUM);
    }
    visuals.inactive.weak_bg_fill = Color32::TRANSPARENT;
    style.spacing.button_padding = vec2(space::S, 0.0);
    style.spacing.interact_size.y = size::MENU_ITEM;
    style.spacing.item_spacing.y = 0.0;
}

/// The style of the words of the menu bar: muted until pointed at or opened.
pub fn menu_bar_style(style: &mut Style) {
    menu_style(style);
    style.visuals.widgets.inactive.fg_stroke.color = style.visuals.weak_text_color();
}

//! Text that is not a control.

use egui::{Label, Response, RichText, Ui};

use crate::app::theme::{Theme, size, space, text};

/// The label over a group of rows.
pub fn group_label(ui: &mut Ui, words: &str) -> Response {
    let colour = Theme::of(ui).muted;
    ui.add(Label::new(RichText::new(words).font(text::group()).color(colour)).truncate())
}

/// The heading of a panel or of a part of one.
pub fn heading(ui: &mut Ui, words: &str) -> Response {
    let response = ui.add(Label::new(RichText::new(words).font(text::heading())));
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(egui::Role::Heading);
        node.clear_value();
        node.set_label(words);
    });
    response
}

/// The name of a part of a form, over fields that have labels of their own.
pub fn part_label(ui: &mut Ui, words: &str) {
    ui.add_space(space::XS);
    ui.label(RichText::new(words).font(text::small_semibold()).color(Theme::of(ui.ctx()).text));
    ui.add_space(space::S);
}

/// A small icon that repeats what the word beside it says: screen readers do not see it.
pub fn icon_mark(ui: &mut Ui, icon: &str, colour: egui::Color32) {
    super::paint::icon_beside(ui, icon, size::ICON_SMALL, colour);
}

/// Text of second rank, as large as any.
pub fn muted(ui: &mut Ui, words: &str) -> Response {
    let colour = Theme::of(ui).muted;
    ui.add(Label::new(RichText::new(words).color(colour)).wrap())
}

/// Text of second rank, small: where a thing comes from, what the bar at the bottom says.
pub fn small_muted(ui: &mut Ui, words: &str) -> Response {
    let colour = Theme::of(ui).muted;
    ui.add(Label::new(RichText::new(words).font(text::small()).color(colour)).wrap())
}

/// What is wrong, small, with its sign.
pub fn small_error(ui: &mut Ui, words: &str) -> Response {
    use crate::app::theme::icons;
    let theme = Theme::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.label(RichText::new(icons::ERROR).font(text::icon(size::ICON_SMALL)).color(theme.must));
        ui.add(Label::new(RichText::new(words).font(text::small()).color(theme.must)).wrap())
    })
    .inner
}

//! What a list shows when there is nothing in it.

use egui::{RichText, Ui};

use crate::app::theme::{Theme, size, space};

/// Shows an icon, what is (not) here, what to do about it, and the buttons to do it with; in the
/// middle of the width. Returns what `actions` returned.
pub fn empty_state<R>(ui: &mut Ui, icon: &str, title: &str, words: &str, actions: impl FnOnce(&mut Ui) -> R) -> R {
    let theme = Theme::of(ui);
    ui.vertical_centered(|ui| {
        ui.set_max_width(size::MEASURE.min(ui.available_width()));
        ui.add_space(space::XXL);
        super::paint::icon_beside(ui, icon, size::ICON_LARGE, theme.muted);
        ui.add_space(space::S);
        super::label::heading(ui, title);
        ui.label(RichText::new(words).color(theme.muted));
        ui.add_space(space::M);
        let inner = actions(ui);
        ui.add_space(space::XXL);
        inner
    })
    .inner
}

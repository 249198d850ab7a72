//! A whole number to type, with a button at each side of it for a little less and a little more.

use std::ops::RangeInclusive;

use egui::{Response, RichText, Ui};

use super::button::icon_button;
use super::field::Field;
use crate::app::theme::{Theme, icons, size, space, text};

/// Shows `label` over a field for `typed`, which stands for `value`, called "`label`: `about`". Its
/// buttons step to the next multiple of `step`. Returns the field, and the number that a button
/// asks for.
pub fn stepper(
    ui: &mut Ui,
    (label, about): (&str, &str),
    typed: &mut String,
    value: u16,
    within: RangeInclusive<u16>,
    step: u16,
) -> (Response, Option<u16>) {
    let theme = Theme::of(ui);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.label(RichText::new(label).font(text::small_medium()).color(theme.muted));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let mut asked = None;
            let step = step.max(1);
            let less = value.saturating_sub(1) / step * step;
            let more = (value / step).saturating_add(1).saturating_mul(step);
            let mut button = |ui: &mut Ui, icon: &str, word: &str, to: u16| {
                let to = to.clamp(*within.start(), *within.end());
                let name = format!("{word} {}: {about}", label.to_lowercase());
                if ui.add_enabled_ui(to != value, |ui| icon_button(ui, icon, &name)).inner.clicked() {
                    asked = Some(to);
                }
            };
            button(ui, icons::MINUS, "Less", less);
            let name = format!("{label}: {about}");
            let field = ui.scope(|ui| {
                ui.set_max_width(size::NUMBER);
                Field::new(label, typed).name(&name).label_hidden().char_limit(3).show(ui)
            });
            button(ui, icons::PLUS, "More", more);
            (field.inner, asked)
        })
        .inner
    })
    .inner
}

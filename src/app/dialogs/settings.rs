//! Colours, size, motion, text export.

use egui::Context;

use super::write::text_options_ui;
use super::{Facts, scroll, show};
use crate::app::action::{Action, Actions};
use crate::app::theme::{size, space};
use crate::app::widgets;
use crate::drafts::{Theme, Zoom};

/// Paints it. False: close.
pub(super) fn settings_ui(ctx: &Context, facts: &Facts<'_>, actions: &mut Actions) -> bool {
    show(ctx, "settings", "Settings", size::DIALOG, |ui| {
        let mut settings = facts.settings.clone();
        scroll().max_height(ctx.content_rect().height() * 0.6).show(ui, |ui| {
            widgets::group_label(ui, "Colours");
            let themes = [Theme::System, Theme::Light, Theme::Dark];
            let selected = themes.iter().position(|theme| *theme == settings.theme).unwrap_or(0);
            if let Some(theme) = widgets::segmented(ui, "Colours", &["As the system", "Light", "Dark"], selected)
                .and_then(|index| themes.get(index))
            {
                settings.theme = *theme;
            }
            ui.add_space(space::M);
            let sizes = [80_u16, 90, 100, 110, 125, 150, 175, 200];
            let words: Vec<String> = sizes.iter().map(|percent| format!("{percent}%")).collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let selected = sizes.iter().position(|percent| *percent == settings.zoom.percent());
            if let Some(percent) = widgets::Select::new("Size of the window's text", &words)
                .selected(selected)
                .labelled()
                .show(ui)
                .and_then(|index| sizes.get(index))
            {
                settings.zoom = Zoom::new(*percent);
            }
            ui.add_space(space::M);
            let reduced = settings.reduced_motion.unwrap_or(false);
            if widgets::check_row(ui, "No movement when things open and close", reduced, false, |_, _| {}).toggled {
                settings.reduced_motion = Some(!reduced);
            }
            ui.add_space(space::M);
            widgets::group_label(ui, "Text export");
            if let Some(options) = text_options_ui(ui, facts.text_options) {
                actions.push(Action::TextOptions(options));
            }
        });
        if settings != *facts.settings {
            actions.push(Action::Settings(Box::new(settings)));
        }
        ui.add_space(space::L);
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| keep = !widgets::primary_button(ui, "Close").clicked());
        keep
    })
}

//! Puts what a person chose in the settings to use.

use egui::{Context, ThemePreference};

use crate::drafts::{Settings, Theme as Choice};

/// Colours, size of the text, motion.
pub fn apply_settings(ctx: &Context, settings: &Settings) {
    ctx.options_mut(|options| {
        // Where the system does not say, light is what offices use.
        options.fallback_theme = egui::Theme::Light;
        // Ctrl and plus zoom the page, not the window.
        options.zoom_with_keyboard = false;
    });
    ctx.set_theme(match settings.theme {
        Choice::System => ThemePreference::System,
        Choice::Light => ThemePreference::Light,
        Choice::Dark => ThemePreference::Dark,
    });
    ctx.set_zoom_factor(settings.zoom.factor());
    super::set_reduced_motion(ctx, settings.reduced_motion.unwrap_or(false));
}

/// The application's icon, for systems that take it from the window.
pub fn app_icon() -> Option<egui::IconData> {
    let png = include_bytes!("../../../assets/icon/rolewright-256.png");
    let image = image::load_from_memory_with_format(png, image::ImageFormat::Png).ok()?.to_rgba8();
    Some(egui::IconData { width: image.width(), height: image.height(), rgba: image.into_raw() })
}

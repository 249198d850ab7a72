//! How the window looks: typefaces, colours, sizes, and egui's own widgets dressed in them.
//!
//! [`install`] once, then read [`Theme::of`], [`space`], [`size`], [`radius`] and [`text`]. Nothing
//! outside this room names a colour or a size in pixels; clippy refuses the first.
#![expect(clippy::disallowed_methods, reason = "this is where colours are named")]

mod focus;
mod fonts;
pub mod icons;
pub mod paper;
mod settings;
mod style;
pub mod text;
mod tokens;

use egui::{Color32, Context};

use crate::review::Severity;

pub use focus::set_ring_radius;
pub use settings::{app_icon, apply_settings};
pub use style::{menu_bar_style, menu_style};
pub use tokens::{ANIMATION_SECONDS, DARK, LIGHT, Theme, radius, size, space};

impl Theme {
    /// The look that `ctx` (or a `Ui`, which stands for its context) has now.
    pub fn of(ctx: &Context) -> &'static Self {
        match ctx.theme() {
            egui::Theme::Dark => &DARK,
            egui::Theme::Light => &LIGHT,
        }
    }

    /// The colour of findings of this severity.
    pub fn severity(&self, severity: Severity) -> Color32 {
        match severity {
            Severity::Must => self.must,
            Severity::Should => self.should,
            Severity::Consider => self.consider,
        }
    }

    /// The ground under words that such a finding is about.
    pub fn severity_soft(&self, severity: Severity) -> Color32 {
        match severity {
            Severity::Must => self.must_soft,
            Severity::Should => self.should_soft,
            Severity::Consider => self.consider_soft,
        }
    }

    /// The look whose colours can be read on the sheet of paper, which is light in both.
    pub fn on_paper() -> &'static Self {
        &LIGHT
    }
}

/// Installs typefaces, both looks and the focus ring. Once, when the window is made.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    let reduced = reduced_motion(ctx);
    ctx.set_style_of(egui::Theme::Light, style::style(&LIGHT, reduced));
    ctx.set_style_of(egui::Theme::Dark, style::style(&DARK, reduced));
    ctx.add_plugin(focus::FocusRing::default());
}

#[derive(Clone, Copy, Default)]
struct ReducedMotion(bool);

/// Stops all movement, or allows it again.
pub fn set_reduced_motion(ctx: &Context, reduced: bool) {
    ctx.data_mut(|data| data.insert_temp(egui::Id::NULL, ReducedMotion(reduced)));
    ctx.all_styles_mut(|style| style::set_motion(style, reduced));
}

/// Whether movement is stopped.
pub fn reduced_motion(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp::<ReducedMotion>(egui::Id::NULL)).unwrap_or_default().0
}

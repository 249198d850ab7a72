//! A message that stays until it is dealt with, across the place it is about.

use egui::{Frame, Margin, RichText, Role, Ui};

use super::paint;
use crate::app::theme::{Theme, icons, radius, size, space, text};

/// How grave it is. Each has a shape and a word as well as a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BannerKind {
    /// Something to know.
    Info,
    /// Something to look after.
    Warning,
    /// Something that went wrong.
    Error,
}

impl BannerKind {
    fn word(self) -> &'static str {
        match self {
            Self::Info => "Note",
            Self::Warning => "Warning",
            Self::Error => "Problem",
        }
    }
}

/// Shows `words` with `actions` (buttons, links) beneath, and returns what `actions` returned.
pub fn banner<R>(ui: &mut Ui, kind: BannerKind, words: &str, actions: impl FnOnce(&mut Ui) -> R) -> R {
    let theme = Theme::of(ui);
    let (icon, colour, ground) = match kind {
        BannerKind::Info => (icons::INFO, theme.consider, theme.consider_soft),
        BannerKind::Warning => (icons::WARNING, theme.should, theme.should_soft),
        BannerKind::Error => (icons::ERROR, theme.must, theme.must_soft),
    };
    Frame::new()
        .fill(ground)
        .stroke(egui::Stroke::new(size::LINE, theme.line))
        .corner_radius(radius::CONTROL)
        .inner_margin(Margin::symmetric(space::M as i8, space::S as i8))
        .show(ui, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(if kind == BannerKind::Info { Role::Status } else { Role::Alert });
                node.set_label(format!("{}: {words}", kind.word()));
            });
            ui.set_min_width(ui.available_width());
            ui.horizontal_top(|ui| {
                paint::icon_beside(ui, icon, size::ICON, colour);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = space::XS;
                    // Without actions there is to be no empty line for them.
                    ui.spacing_mut().interact_size.y = 0.0;
                    ui.label(RichText::new(kind.word()).font(text::semibold()).color(colour));
                    ui.add(egui::Label::new(words).wrap());
                    ui.horizontal_wrapped(|ui| {
                        ui.spacing_mut().item_spacing.x = space::M;
                        actions(ui)
                    })
                    .inner
                })
                .inner
            })
            .inner
        })
        .inner
}

//! Before an export: what must be fixed, once, and the export is still the person's choice.

use egui::{Context, RichText};

use super::{WriteKind, scroll, show};
use crate::app::action::{Action, Actions};
use crate::app::review::{Key, ReviewAction};
use crate::app::theme::{Theme, size, space, text};
use crate::app::widgets;
use crate::review::{Finding, Severity};

/// What must be fixed, and what was to be written.
#[derive(Clone, Debug)]
pub struct MustFixDialog {
    kind: WriteKind,
    findings: Vec<Finding>,
}

impl MustFixDialog {
    /// For an export of this kind.
    pub fn new(kind: WriteKind, findings: Vec<Finding>) -> Self {
        Self { kind, findings }
    }
}

/// Paints it. False: close.
pub(super) fn must_fix_ui(ctx: &Context, dialog: &MustFixDialog, actions: &mut Actions) -> bool {
    let title = match dialog.findings.len() {
        1 => "Fix 1 thing first?".to_owned(),
        count => format!("Fix {count} things first?"),
    };
    let mut keep = true;
    let shown = show(ctx, "must-fix", &title, size::DIALOG, |ui| {
        let theme = Theme::of(ui.ctx());
        let words = "Each is against a law in force, or plainly false. Whether to export all the same is up to you.";
        widgets::muted(ui, words);
        ui.add_space(space::M);
        scroll().max_height(ctx.content_rect().height() * 0.5).show(ui, |ui| {
            for (index, finding) in dialog.findings.iter().enumerate() {
                ui.push_id(index, |ui| {
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = space::S;
                        widgets::severity_mark(ui, Severity::Must);
                        ui.vertical(|ui| {
                            ui.spacing_mut().item_spacing.y = space::XS / 2.0;
                            let title = RichText::new(&finding.title).font(text::semibold()).color(theme.text);
                            ui.add(egui::Label::new(title).wrap());
                            ui.add(egui::Label::new(&finding.reason).wrap());
                            let source = finding.source.line();
                            widgets::small_muted(ui, &source);
                            if widgets::link_button_about(ui, "Show me", &finding.title).clicked() {
                                actions.push(Action::Review(ReviewAction::GoTo(Key::of(finding))));
                                keep = false;
                            }
                        });
                    });
                });
                ui.add_space(space::S);
            }
        });
        ui.add_space(space::M);
        widgets::dialog_buttons(ui, |ui| {
            if widgets::quiet_button(ui, "Export anyway").clicked() {
                actions.push(Action::Review(ReviewAction::ExportAnyway(dialog.kind)));
                keep = false;
            }
            if widgets::quiet_button(ui, "Cancel").clicked() {
                keep = false;
            }
        });
        true
    });
    shown && keep
}

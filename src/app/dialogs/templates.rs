//! The person's own templates: how to add them, and what could not be used.

use egui::{Context, RichText};

use super::{Facts, scroll, show};
use crate::app::action::{Action, Actions};
use crate::app::theme::{Theme, icons, size, space, text};
use crate::app::widgets;

const EXAMPLE: &str = "[[skill]]\nid = \"our-ledger\"\nlabel = \"Our ledger\"\ngroup = \"data\"\nmust = \"You have kept books in a ledger of your own.\"\nnice = \"Experience with double-entry ledgers.\"\nlearn = \"You will learn our ledger with us.\"";

/// How to add templates. False: close.
pub(super) fn help_ui(ctx: &Context, facts: &Facts<'_>, actions: &mut Actions) -> bool {
    let folder = facts.data_dir.join("templates");
    show(ctx, "templates-help", "Your own templates", size::DIALOG, |ui| {
        let theme = Theme::of(ui.ctx());
        let words = "Put text files that end in .toml into this folder. Their entries are added to ours; an entry with the \
                     id of one of ours takes its place. Rolewright reads them when it starts.";
        ui.label(RichText::new(words).color(theme.text));
        ui.add_space(space::S);
        ui.label(RichText::new(folder.display().to_string()).font(text::monospace()).color(theme.text));
        ui.add_space(space::XS);
        if folder.is_dir() && widgets::quiet_button_with_icon(ui, icons::FOLDER_OPEN, "Show in folder").clicked() {
            actions.push(Action::OpenFolder(folder.clone()));
        }
        ui.add_space(space::M);
        widgets::group_label(ui, "A skill, for example");
        ui.label(RichText::new(EXAMPLE).font(text::monospace()).color(theme.text));
        ui.add_space(space::M);
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| keep = !widgets::primary_button(ui, "Close").clicked());
        keep
    })
}

/// What could not be used. False: close.
pub(super) fn problems_ui(ctx: &Context, facts: &Facts<'_>, actions: &mut Actions) -> bool {
    let folder = facts.data_dir.join("templates");
    show(ctx, "template-problems", "Problems in your templates", size::DIALOG, |ui| {
        let theme = Theme::of(ui.ctx());
        if facts.faults.is_empty() {
            ui.label(RichText::new("Everything in your templates folder could be used.").color(theme.text));
        } else {
            ui.label(
                RichText::new(
                    "These could not be used; everything else is loaded. Mend the file and start Rolewright again.",
                )
                .color(theme.text),
            );
        }
        ui.add_space(space::S);
        scroll().max_height(ctx.content_rect().height() * 0.5).show(ui, |ui| {
            for fault in facts.faults {
                ui.add_space(space::S);
                ui.label(RichText::new(fault.to_string()).color(theme.text));
            }
        });
        ui.add_space(space::M);
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| {
            keep = !widgets::primary_button(ui, "Close").clicked();
            if widgets::quiet_button_with_icon(ui, icons::FOLDER_OPEN, "Show in folder").clicked() {
                actions.push(Action::OpenFolder(folder.clone()));
            }
        });
        keep
    })
}

//! Every key, in one list made from the table of commands, and the keys of the panel.

use super::{scroll, show};
use egui::{Context, RichText, Ui};

use crate::app::command::{Command, MENUS};
use crate::app::theme::{Theme, size, space, text};
use crate::app::widgets;

/// Keys that are no command.
const PANEL_KEYS: [(&str, &str); 7] = [
    ("Go to the next or previous control", "Tab, Shift+Tab"),
    ("Turn a skill, duty or benefit on or off", "Space"),
    ("Edit its wording", "F2"),
    ("Move it up or down", "Alt+Up, Alt+Down"),
    ("Remove one of your own", "Delete"),
    ("Add what you typed in the filter", "Enter"),
    ("Close a dialog, or end editing a wording", "Escape"),
];

/// Paints it. False: close.
pub(super) fn shortcuts_ui(ctx: &Context) -> bool {
    show(ctx, "shortcuts", "Keyboard shortcuts", size::DIALOG, |ui| {
        scroll().max_height(ctx.content_rect().height() * 0.6).show(ui, |ui| {
            for (menu, commands) in MENUS {
                let with_keys: Vec<Command> =
                    commands.iter().copied().flatten().filter(|command| command.shortcut().is_some()).collect();
                if with_keys.is_empty() {
                    continue;
                }
                group(ui, menu);
                for command in with_keys {
                    let keys: Vec<String> = command
                        .shortcut()
                        .iter()
                        .chain(command.other_shortcuts())
                        .map(|keys| ui.ctx().format_shortcut(keys))
                        .collect();
                    row(ui, command.label().trim_end_matches('…'), &keys.join(", "));
                }
            }
            group(ui, "In the left panel");
            for (words, keys) in PANEL_KEYS {
                row(ui, words, keys);
            }
        });
        ui.add_space(space::M);
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| keep = !widgets::primary_button(ui, "Close").clicked());
        keep
    })
}

fn group(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(space::M);
    ui.label(RichText::new(words).font(text::group_semibold()).color(theme.muted));
    ui.add_space(space::XS);
}

fn row(ui: &mut Ui, words: &str, keys: &str) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        ui.label(RichText::new(words).color(theme.text));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.label(RichText::new(keys).font(text::medium()).color(theme.muted));
        });
    });
}

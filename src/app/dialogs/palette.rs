//! Every command by name: type, choose with the arrow keys, Enter.

use egui::{Context, Key, Modifiers};

use super::{Facts, scroll, show};
use crate::app::action::{Action, Actions};
use crate::app::command::Command;
use crate::app::theme::{size, space};
use crate::app::widgets;

/// What was typed and what is marked.
#[derive(Clone, Debug, Default)]
pub struct PaletteDialog {
    typed: String,
    marked: usize,
}

/// Paints it. False: close.
pub(super) fn palette_ui(ctx: &Context, dialog: &mut PaletteDialog, facts: &Facts<'_>, actions: &mut Actions) -> bool {
    show(ctx, "palette", "Find a command", size::DIALOG, |ui| {
        let mut found: Vec<Command> = Command::all()
            .filter(|command| command.works_in(facts.place))
            .filter(|command| {
                *command != Command::Palette && (*command != Command::TemplateProblems || !facts.faults.is_empty())
            })
            .filter(|command| matches(*command, &dialog.typed))
            .collect();
        // What is called so comes before what is only described so.
        found.sort_by_key(|command| !named(*command, &dialog.typed));
        let (up, down, enter) = ui.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::ArrowDown),
                input.key_pressed(Key::Enter),
            )
        });
        let response =
            widgets::Field::new("Command", &mut dialog.typed).label_hidden().placeholder("Type a command").show(ui);
        if response.changed() {
            dialog.marked = 0;
        }
        if down {
            dialog.marked += 1;
        }
        if up {
            dialog.marked = dialog.marked.saturating_sub(1);
        }
        dialog.marked = dialog.marked.min(found.len().saturating_sub(1));
        let mut chosen = if enter { found.get(dialog.marked).copied() } else { None };
        if enter && chosen.is_none() {
            // Enter takes the keyboard from a field of one line.
            response.request_focus();
        }
        ui.add_space(space::S);
        scroll().max_height(size::SELECT_LIST).show(ui, |ui| {
            for (index, command) in found.iter().enumerate() {
                let named = match command {
                    Command::Undo => facts.can_undo,
                    Command::Redo => facts.can_redo,
                    _ => None,
                };
                let words =
                    named.map_or_else(|| command.label().to_owned(), |name| format!("{}: {name}", command.label()));
                let keys = command.shortcut().map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
                let row = widgets::palette_row(ui, command.icon(), &words, &keys, index == dialog.marked);
                if index == dialog.marked && (up || down) {
                    row.scroll_to_me(None);
                }
                if row.clicked() {
                    chosen = Some(*command);
                }
            }
            if found.is_empty() {
                widgets::small_muted(ui, "No command has these words.");
            }
        });
        if let Some(command) = chosen {
            actions.push(Action::CloseDialog);
            actions.push(Action::Command(command));
            return false;
        }
        true
    })
}

/// True if every word typed is in the command's name.
fn named(command: Command, typed: &str) -> bool {
    let words = command.label().to_lowercase();
    typed.to_lowercase().split_whitespace().all(|word| words.contains(word))
}

/// True if every word typed is in the command's words.
fn matches(command: Command, typed: &str) -> bool {
    let words = format!("{} {}", command.label(), command.tooltip()).to_lowercase();
    typed.to_lowercase().split_whitespace().all(|word| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_found_by_its_words_in_any_order() {
        assert!(matches(Command::ExportWord, "word exp"));
        assert!(matches(Command::ExportWord, "DOCX"));
        assert!(!matches(Command::ExportWord, "zoom"));
    }
}

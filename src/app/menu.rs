//! The menu bar, made from the table of commands.

use egui::{RichText, Ui};

use super::action::{Action, Actions};
use super::command::{Command, MENUS, Place};
use super::theme::{Theme, icons, menu_bar_style, space, text};
use super::widgets::{self, MenuItem};
use crate::drafts::Theme as ThemeChoice;

/// What the menus need to know.
pub struct MenuState {
    /// What the window shows.
    pub place: Place,
    /// What undo would undo.
    pub undo: Option<String>,
    /// What redo would do again.
    pub redo: Option<String>,
    /// Which colours are chosen.
    pub theme: ThemeChoice,
    /// Problems in the person's templates.
    pub faults: usize,
}

impl MenuState {
    /// A command's words now: undo and redo say of what.
    pub fn words(&self, command: Command) -> String {
        let named = match command {
            Command::Undo => self.undo.as_deref(),
            Command::Redo => self.redo.as_deref(),
            _ => None,
        };
        named.map_or_else(|| command.label().to_owned(), |name| format!("{}: {name}", command.label()))
    }

    /// True if it can be done now.
    pub fn enabled(&self, command: Command) -> bool {
        match command {
            Command::Undo => self.undo.is_some(),
            Command::Redo => self.redo.is_some(),
            Command::TemplateProblems => self.faults > 0,
            _ => command.works_in(self.place),
        }
    }

    fn icon(&self, command: Command) -> Option<&'static str> {
        let chosen = match command {
            Command::ThemeSystem => self.theme == ThemeChoice::System,
            Command::ThemeLight => self.theme == ThemeChoice::Light,
            Command::ThemeDark => self.theme == ThemeChoice::Dark,
            _ => false,
        };
        if chosen { Some(icons::CHECK) } else { command.icon() }
    }
}

/// Paints the menu bar.
pub fn menu_ui(ui: &mut Ui, state: &MenuState, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    ui.scope(|ui| {
        egui::MenuBar::new().style(menu_bar_style).ui(ui, |ui| {
            ui.label(RichText::new("Rolewright").font(text::semibold()).color(theme.text));
            ui.add_space(space::S);
            for (name, commands) in MENUS {
                ui.menu_button(RichText::new(name).color(theme.muted), |ui| {
                    for command in commands {
                        entry_ui(ui, *command, state, actions);
                    }
                });
            }
        });
    });
}

fn entry_ui(ui: &mut Ui, command: Option<Command>, state: &MenuState, actions: &mut Actions) {
    let Some(command) = command else {
        widgets::menu_separator(ui);
        return;
    };
    let keys = command.shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut)).unwrap_or_default();
    let words = state.words(command);
    let mut item =
        MenuItem::new(&words).shortcut((!keys.is_empty()).then_some(keys.as_str())).enabled(state.enabled(command));
    if let Some(icon) = state.icon(command) {
        item = item.icon(icon);
    }
    if item.show(ui).clicked() {
        actions.push(Action::Command(command));
        ui.close();
    }
}

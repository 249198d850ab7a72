//! The bar with the title, undo and redo, the state of saving, copy and export.

use egui::{Align, Layout, RichText, Ui};

use super::action::{Action, Actions};
use super::command::Command;
use super::editor::SaveState;
use super::theme::{Theme, icons, size, space, text};
use super::widgets::{self, MenuItem, MenuLook, Select};
use crate::drafts::Status;

/// What the bar shows.
pub enum ToolbarState {
    /// A posting is open.
    Posting {
        /// Its title.
        title: String,
        /// Its company; may be empty.
        company: String,
        /// How far it is on its way to its readers.
        status: Status,
        /// What was done to it.
        work: WorkState,
    },
    /// A posting's hiring kit is open.
    HiringKit {
        /// The posting's title.
        title: String,
        /// What was done to it.
        work: WorkState,
    },
    /// Another screen.
    Screen {
        /// Its name.
        name: &'static str,
        /// True: there is a posting to go back to.
        back: bool,
    },
}

/// What was done to the open posting, and whether it is safe.
pub struct WorkState {
    /// What undo would undo.
    pub undo: Option<String>,
    /// What redo would do again.
    pub redo: Option<String>,
    /// True: another window has it.
    pub read_only: bool,
    /// How far it is saved.
    pub save: SaveState,
    /// True after Ctrl+S.
    pub emphasis: bool,
    /// True: it is not saved, and what to do about it is not to be seen.
    pub unexplained: bool,
}

/// Paints the bar.
pub fn toolbar_ui(ui: &mut Ui, state: ToolbarState, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| match state {
        ToolbarState::Screen { name, back } => {
            if back && widgets::quiet_button_with_icon(ui, icons::CHEVRON_LEFT, "Back to the posting").clicked() {
                actions.push(Action::BackToEditor);
            }
            ui.label(RichText::new(name).font(text::heading()).color(theme.text));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if name == "Drafts" {
                    if widgets::primary_button_with(ui, Some(icons::PLUS), Command::NewPosting.label(), true).clicked()
                    {
                        actions.push(Action::Command(Command::NewPosting));
                    }
                } else if widgets::quiet_button_with_icon(ui, icons::FILE_TEXT, Command::ShowDrafts.label()).clicked() {
                    actions.push(Action::Command(Command::ShowDrafts));
                }
                if name == "Developer or engineer?"
                    && widgets::quiet_button_with_icon(ui, icons::PLUS, Command::NewPosting.label()).clicked()
                {
                    actions.push(Action::Command(Command::NewPosting));
                }
                if widgets::quiet_button_with_icon(ui, icons::FOLDER_OPEN, Command::OpenFile.label()).clicked() {
                    actions.push(Action::Command(Command::OpenFile));
                }
            });
        }
        ToolbarState::HiringKit { title, work } => {
            if widgets::quiet_button_with_icon(ui, icons::CHEVRON_LEFT, "Back to the posting").clicked() {
                actions.push(Action::BackToEditor);
            }
            ui.add_space(space::XS);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if widgets::primary_button(ui, "Export kit…").clicked() {
                    actions.push(Action::Command(Command::ExportKit));
                }
                copy_menu(ui, actions);
                work_ui(ui, &work, actions);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    title_ui(ui, &format!("Hiring kit: {title}"));
                });
            });
        }
        ToolbarState::Posting { title, company, status, work } => {
            if widgets::quiet_button_with_icon(ui, icons::CHEVRON_LEFT, Command::ShowDrafts.label()).clicked() {
                actions.push(Action::Command(Command::ShowDrafts));
            }
            ui.add_space(space::XS);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                export_menu(ui, actions);
                copy_menu(ui, actions);
                let wide = ui.ctx().content_rect().width() >= size::NARROW_WINDOW;
                if wide && widgets::quiet_button_with_icon(ui, icons::LIST_CHECKS, Command::HiringKit.label()).clicked()
                {
                    actions.push(Action::Command(Command::HiringKit));
                }
                work_ui(ui, &work, actions);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    // The status keeps its room, however long the title.
                    ui.set_max_width((ui.available_width() - size::STATUS).max(0.0));
                    title_ui(ui, &title);
                    company_ui(ui, company.trim(), theme);
                    status_ui(ui, status, actions);
                });
            });
        }
    });
}

fn title_ui(ui: &mut Ui, title: &str) {
    let words = RichText::new(title).font(text::heading()).color(Theme::of(ui.ctx()).text);
    ui.add(egui::Label::new(words).truncate());
}

/// Undo, redo, and whether it is saved; from the right.
fn work_ui(ui: &mut Ui, work: &WorkState, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(space::XS);
    if work.read_only {
        ui.label(RichText::new("Only read here").font(text::medium()).color(theme.should));
    } else {
        if work.unexplained && widgets::link_button(ui, "What to do").clicked() {
            actions.push(Action::ExplainNotSaved);
        }
        save_ui(ui, theme, work.save, work.emphasis);
    }
    ui.add_space(space::XS);
    for (command, icon, name) in [(Command::Redo, icons::REDO, &work.redo), (Command::Undo, icons::UNDO, &work.undo)] {
        let words = match name {
            Some(name) => format!("{}: {name}", command.label()),
            None => command.label().to_owned(),
        };
        let keys = command.shortcut().map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
        let button = |ui: &mut Ui| widgets::icon_button_with_shortcut(ui, icon, &words, Some(&keys));
        if ui.add_enabled_ui(name.is_some(), button).inner.clicked() {
            actions.push(Action::Command(command));
        }
    }
    ui.add_space(space::S);
}

/// The company, if there is one and room for a useful part of its name.
fn company_ui(ui: &mut Ui, company: &str, theme: &Theme) {
    if company.is_empty() {
        return;
    }
    let words = format!("{company} ·");
    let whole = ui.painter().layout_no_wrap(words.clone(), text::body(), theme.muted).size().x;
    if whole.min(size::COMPANY_MIN) <= ui.available_width() {
        ui.add(egui::Label::new(RichText::new(words).font(text::body()).color(theme.muted)).truncate());
    }
}

/// How far the posting is: chosen here, and looked for on the drafts screen.
fn status_ui(ui: &mut Ui, status: Status, actions: &mut Actions) {
    let words = Status::ALL.map(|status| status.label());
    let selected = Status::ALL.iter().position(|one| *one == status);
    let select = Select::new("Status", &words).selected(selected).bare(status != Status::Draft);
    if let Some(status) = select.show(ui).and_then(|index| Status::ALL.get(index)) {
        actions.push(Action::SetStatus(*status));
    }
}

fn export_menu(ui: &mut Ui, actions: &mut Actions) {
    widgets::menu_button(ui, MenuLook::Primary, "Export", |ui| {
        menu(ui, &[Command::ExportWord, Command::ExportText, Command::SaveCopy], actions);
        widgets::menu_separator(ui);
        menu(ui, &[Command::HiringKit, Command::ExportKit], actions);
    });
}

fn copy_menu(ui: &mut Ui, actions: &mut Actions) {
    widgets::menu_button(ui, MenuLook::Quiet, "Copy", |ui| {
        menu(ui, &[Command::CopyFormatted, Command::CopyPlain], actions)
    });
}

fn menu(ui: &mut Ui, commands: &[Command], actions: &mut Actions) {
    for command in commands {
        let keys = command.shortcut().map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
        let mut item = MenuItem::new(command.label()).shortcut((!keys.is_empty()).then_some(keys.as_str()));
        if let Some(icon) = command.icon() {
            item = item.icon(icon);
        }
        if item.show(ui).clicked() {
            actions.push(Action::Command(*command));
        }
    }
}

/// "Saving…", "Saved 10:42", "Not saved".
fn save_ui(ui: &mut Ui, theme: &Theme, save: SaveState, emphasis: bool) {
    let (words, color) = match save {
        SaveState::Changed { .. } | SaveState::Saving => ("Saving…".to_owned(), theme.muted),
        SaveState::Saved(at) => {
            let local = at.to_zoned_datetime(jiff::tz::TimeZone::system());
            (format!("Saved {}", local.strftime("%H:%M")), if emphasis { theme.accent } else { theme.muted })
        }
        SaveState::NotSaved { reason, .. } => (format!("Not saved: {reason}"), theme.must),
    };
    let font = if emphasis || matches!(save, SaveState::NotSaved { .. }) { text::medium() } else { text::body() };
    ui.label(RichText::new(words).font(font).color(color));
}

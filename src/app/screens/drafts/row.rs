//! A draft in the list.

use egui::{Align, Layout, RichText, Ui};
use jiff::Timestamp;

use super::super::when;
use crate::app::action::{Action, Actions};
use crate::app::theme::{Theme, icons, size, space, text};
use crate::app::widgets;
use crate::app::worker::Change;
use crate::drafts::{DraftInfo, Hit, Shelf, Status};

/// What was asked of a row beside actions of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowAsked {
    /// Switch its box.
    Toggle,
    /// Select everything between it and the last one.
    Range,
    /// Delete it for good.
    Delete,
}

/// Paints a row.
pub fn row_ui(
    ui: &mut Ui,
    hit: &Hit,
    shelf: Shelf,
    selected: bool,
    now: Timestamp,
    actions: &mut Actions,
) -> Option<RowAsked> {
    let theme = Theme::of(ui.ctx());
    let draft = &hit.draft;
    let about = about(draft);
    let name = format!("{}{}{}", draft.title, if about.is_empty() { "" } else { ", " }, about.join(", "));
    let mut asked = None;
    let mut action = None;
    let response = widgets::card_row(ui, &name, size::DRAFT_ROW, selected, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if widgets::check_box(ui, &format!("Select {}", draft.title), selected).clicked() {
                let shift = ui.input(|input| input.modifiers.shift);
                asked = Some(if shift { RowAsked::Range } else { RowAsked::Toggle });
            }
            ui.add_space(space::XS);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                action = buttons_ui(ui, draft, shelf, &mut asked);
                ui.label(RichText::new(when_of(draft, shelf, now)).font(text::small()).color(theme.muted));
                status_ui(ui, theme, draft.status);
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.add_space(space::M);
                    ui.spacing_mut().item_spacing.y = space::XS / 2.0;
                    widgets::marked_line(ui, &draft.title, &hit.in_title, text::medium(), theme.text);
                    match &hit.excerpt {
                        Some(excerpt) => {
                            widgets::marked_line(ui, &excerpt.text, &excerpt.found, text::small(), theme.muted);
                        }
                        None => {
                            let words = if about.is_empty() {
                                "No company or place yet".to_owned()
                            } else {
                                about.join(" · ")
                            };
                            let words = RichText::new(words).font(text::small()).color(theme.muted);
                            ui.add(egui::Label::new(words).truncate());
                        }
                    }
                });
            });
        });
    });
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_description(format!("{}, {}", draft.status.label(), when_of(draft, shelf, now)));
    });
    if let Some(action) = action {
        actions.push(action);
    } else if asked.is_none() && response.clicked() {
        let modifiers = ui.input(|input| input.modifiers);
        if modifiers.shift {
            asked = Some(RowAsked::Range);
        } else if modifiers.command {
            asked = Some(RowAsked::Toggle);
        } else if shelf != Shelf::Trash {
            actions.push(Action::OpenDraft(draft.id));
        }
    }
    asked
}

/// A row that is on its way: its place is kept.
pub fn waiting_row_ui(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), size::DRAFT_ROW), egui::Sense::hover());
    let line = egui::Stroke::new(size::LINE, Theme::of(ui.ctx()).line);
    ui.painter().hline(rect.x_range(), rect.bottom(), line);
}

fn buttons_ui(ui: &mut Ui, draft: &DraftInfo, shelf: Shelf, row: &mut Option<RowAsked>) -> Option<Action> {
    let change = |change| Some(Action::ChangeDrafts { ids: [draft.id].into(), change });
    if shelf == Shelf::Trash {
        if widgets::icon_button(ui, icons::TRASH, &format!("Delete {} for good", draft.title)).clicked() {
            *row = Some(RowAsked::Delete);
        }
        let restore = widgets::icon_button(ui, icons::RESET, &format!("Restore {}", draft.title));
        return restore.clicked().then(|| change(Change::Restore)).flatten();
    }
    let mut asked = None;
    if widgets::icon_button(ui, icons::TRASH, &format!("Move {} to the trash", draft.title)).clicked() {
        asked = change(Change::Trash);
    }
    if widgets::icon_button(ui, icons::COPY, &format!("Duplicate {}", draft.title)).clicked() {
        asked = Some(Action::DuplicateDraft(draft.id));
    }
    asked
}

fn about(draft: &DraftInfo) -> Vec<&str> {
    let all = [draft.company.as_str(), draft.place.as_str(), draft.reference.as_str()];
    all.into_iter().filter(|part| !part.is_empty()).collect()
}

fn when_of(draft: &DraftInfo, shelf: Shelf, now: Timestamp) -> String {
    match (shelf, draft.trashed) {
        (Shelf::Trash, Some(trashed)) => format!("thrown away {}", when(trashed, now)),
        _ => when(draft.changed, now),
    }
}

/// How far it is, unless it is just a draft.
fn status_ui(ui: &mut Ui, theme: &Theme, status: Status) {
    let colour = match status {
        Status::Draft => return,
        Status::Ready => theme.consider,
        Status::Published => theme.accent,
        Status::Closed => theme.muted,
    };
    ui.add_space(space::XS);
    ui.label(RichText::new(status.label()).font(text::small_medium()).color(colour));
}

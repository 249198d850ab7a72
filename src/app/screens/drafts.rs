//! All drafts, newest change first, with a filter; and the trash.

use egui::{Align, Key, Layout, RichText, Ui};
use jiff::Timestamp;

use super::when;
use crate::app::action::{Action, Actions};
use crate::app::theme::{Theme, icons, size, space, text};
use crate::app::widgets;
use crate::drafts::DraftInfo;

/// What is listed.
#[derive(Default)]
pub struct DraftsScreen {
    drafts: Vec<DraftInfo>,
    trash: Vec<DraftInfo>,
    filter: String,
    show_trash: bool,
    /// True: asked to empty the trash, which no undo brings back.
    emptying: bool,
}

impl DraftsScreen {
    /// Takes a new listing.
    pub fn set(&mut self, drafts: Vec<DraftInfo>, trash: Vec<DraftInfo>) {
        self.drafts = drafts;
        self.trash = trash;
        self.emptying = false;
    }
}

/// Paints the screen.
pub fn drafts_ui(ui: &mut Ui, state: &mut DraftsScreen, clock: fn() -> Timestamp, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    let now = clock();
    let width = size::DIALOG_WIDE.min(ui.available_width() - 2.0 * space::L);
    let side = ((ui.available_width() - width) / 2.0).max(space::L);
    ui.horizontal_top(|ui| {
        ui.add_space(side);
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.add_space(space::XL);
            let tabs = [format!("Drafts · {}", state.drafts.len()), format!("Trash · {}", state.trash.len())];
            let labels: Vec<&str> = tabs.iter().map(String::as_str).collect();
            if let Some(index) = widgets::segmented(ui, "Show drafts or trash", &labels, usize::from(state.show_trash))
            {
                state.show_trash = index == 1;
            }
            ui.add_space(space::M);
            let filter = widgets::Field::new("Filter drafts", &mut state.filter)
                .label_hidden()
                .placeholder("Filter by title, company, place or reference")
                .show(ui);
            // egui takes the keyboard from a field at Escape before the field is shown.
            if filter.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) && !state.filter.is_empty() {
                state.filter.clear();
                filter.request_focus();
            }
            ui.add_space(space::M);
            if state.show_trash && !state.trash.is_empty() {
                empty_trash_ui(ui, state, actions);
            }
            let wanted = state.filter.to_lowercase();
            let all = if state.show_trash { &state.trash } else { &state.drafts };
            let found: Vec<&DraftInfo> = all
                .iter()
                .filter(|draft| {
                    let words =
                        format!("{} {} {} {}", draft.title, draft.company, draft.place, draft.reference).to_lowercase();
                    wanted.split_whitespace().all(|word| words.contains(word))
                })
                .collect();
            if found.is_empty() {
                let (title, words) = match (all.is_empty(), state.show_trash) {
                    (true, true) => ("The trash is empty", "What you move to the trash can be restored from here."),
                    (true, false) => ("No drafts yet", "What you write is kept here as you work."),
                    (false, _) => ("No draft has these words", "Try fewer letters, or another word of the title."),
                };
                widgets::empty_state(ui, icons::FILE_TEXT, title, words, |_| {});
                return;
            }
            // Only the rows in sight are painted, however many there are.
            egui::ScrollArea::vertical().auto_shrink([false, false]).show_rows(
                ui,
                size::DRAFT_ROW,
                found.len(),
                |ui, range| {
                    for draft in found.get(range).unwrap_or_default() {
                        if state.show_trash {
                            trash_row_ui(ui, theme, draft, now, actions);
                        } else {
                            draft_row_ui(ui, theme, draft, now, actions);
                        }
                    }
                },
            );
        });
    });
}

fn empty_trash_ui(ui: &mut Ui, state: &mut DraftsScreen, actions: &mut Actions) {
    ui.horizontal(|ui| {
        if state.emptying {
            widgets::small_muted(ui, "These drafts will be gone for good; no undo brings them back.");
            if widgets::quiet_button_with_icon(ui, icons::TRASH, "Delete them for good").clicked() {
                actions.push(Action::EmptyTrash);
            }
            if widgets::quiet_button(ui, "Keep them").clicked() {
                state.emptying = false;
            }
        } else if widgets::quiet_button_with_icon(ui, icons::TRASH, "Empty the trash").clicked() {
            state.emptying = true;
        }
    });
    ui.add_space(space::S);
}

fn row(ui: &mut Ui, theme: &Theme, draft: &DraftInfo, now: Timestamp, buttons: impl FnOnce(&mut Ui)) -> egui::Response {
    let about: Vec<&str> = [draft.company.as_str(), draft.place.as_str(), draft.reference.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let name = format!("{}{}{}", draft.title, if about.is_empty() { "" } else { ", " }, about.join(", "));
    widgets::card_row(ui, &name, size::DRAFT_ROW, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            buttons(ui);
            ui.label(RichText::new(when(draft.changed, now)).font(text::small()).color(theme.muted));
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.add_space(space::S);
                ui.spacing_mut().item_spacing.y = space::XS / 2.0;
                ui.add(egui::Label::new(RichText::new(&draft.title).font(text::medium()).color(theme.text)).truncate());
                ui.add(
                    egui::Label::new(
                        RichText::new(if about.is_empty() {
                            "No company or place yet".to_owned()
                        } else {
                            about.join(" · ")
                        })
                        .font(text::small())
                        .color(theme.muted),
                    )
                    .truncate(),
                );
            });
        });
    })
}

fn draft_row_ui(ui: &mut Ui, theme: &Theme, draft: &DraftInfo, now: Timestamp, actions: &mut Actions) {
    let mut asked = None;
    let response = row(ui, theme, draft, now, |ui| {
        if widgets::icon_button(ui, icons::TRASH, &format!("Move {} to the trash", draft.title)).clicked() {
            asked = Some(Action::TrashDraft(draft.id));
        }
        if widgets::icon_button(ui, icons::COPY, &format!("Duplicate {}", draft.title)).clicked() {
            asked = Some(Action::DuplicateDraft(draft.id));
        }
    });
    match asked {
        Some(action) => actions.push(action),
        None if response.clicked() => actions.push(Action::OpenDraft(draft.id)),
        None => {}
    }
}

fn trash_row_ui(ui: &mut Ui, theme: &Theme, draft: &DraftInfo, now: Timestamp, actions: &mut Actions) {
    row(ui, theme, draft, now, |ui| {
        if widgets::quiet_button_with_icon(ui, icons::RESET, &format!("Restore {}", draft.title)).clicked() {
            actions.push(Action::RestoreDraft(draft.id));
        }
    });
}

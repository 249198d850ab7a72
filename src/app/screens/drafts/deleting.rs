//! Deleting what is in the trash for good: the one thing here that no undo brings back, and so it
//! is asked about, in its place.

use std::sync::Arc;

use egui::Ui;
use uuid::Uuid;

use crate::app::action::{Action, Actions};
use crate::app::theme::icons;
use crate::app::widgets;

/// What is to be deleted, if the person agrees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleting {
    /// `None`: everything that is in the trash.
    ids: Option<Arc<[Uuid]>>,
    /// What it is, in words.
    what: String,
    /// True until the button that keeps it has been given the keyboard.
    opened: bool,
}

impl Deleting {
    /// Everything in the trash.
    pub fn all() -> Self {
        Self { ids: None, what: "Everything in the trash".to_owned(), opened: true }
    }

    /// One draft.
    pub fn one(id: Uuid, title: &str) -> Self {
        Self { ids: Some([id].into()), what: format!("“{title}”"), opened: true }
    }

    /// Several.
    pub fn these(ids: Arc<[Uuid]>) -> Self {
        let what = if ids.len() == 1 { "1 draft".to_owned() } else { format!("{} drafts", ids.len()) };
        Self { ids: Some(ids), what, opened: true }
    }
}

/// The line above the trash: how long it keeps what is in it, or the question.
pub fn trash_ui(ui: &mut Ui, state: &mut Option<Deleting>, actions: &mut Actions) {
    ui.horizontal(|ui| match state {
        None => {
            if widgets::quiet_button_with_icon(ui, icons::TRASH, "Empty the trash").clicked() {
                *state = Some(Deleting::all());
            }
            widgets::small_muted(ui, "What is here is deleted after 30 days.");
        }
        Some(deleting) => {
            let agreed = widgets::quiet_button_with_icon(ui, icons::TRASH, "Delete for good").clicked();
            let keep = widgets::quiet_button(ui, "Keep");
            if std::mem::take(&mut deleting.opened) {
                keep.request_focus();
            }
            let words = format!("{} will be gone for good: there is no undo for this.", deleting.what);
            widgets::small_muted(ui, &words);
            if agreed {
                actions.push(Action::DeleteForGood(deleting.ids.take()));
                *state = None;
            } else if keep.clicked() {
                *state = None;
            }
        }
    });
}

//! What can be done with the drafts that are selected: one line in place of their count.

use egui::Ui;

use super::Selection;
use crate::app::action::{Action, Actions};
use crate::app::dialogs::{Dialog, FolderDialog};
use crate::app::theme::{Theme, space, text};
use crate::app::widgets::{self, Select};
use crate::app::worker::{Change, Drafts, Job};
use crate::drafts::{Shelf, Status};

/// Paints the line. Returns true if what is selected is to be deleted for good.
pub fn bulk_ui(ui: &mut Ui, selection: &mut Selection, shelf: Shelf, folder: &str, actions: &mut Actions) -> bool {
    let mut delete = false;
    let theme = Theme::of(ui.ctx());
    let count = selection.len();
    ui.spacing_mut().item_spacing.x = space::M;
    ui.label(egui::RichText::new(format!("{count} selected")).font(text::medium()).color(theme.text));
    let change = |change| Action::ChangeDrafts { ids: selection.ids(), change };
    if shelf == Shelf::Trash {
        if widgets::link_button(ui, "Restore").clicked() {
            actions.push(change(Change::Restore));
        }
        delete = widgets::link_button(ui, "Delete for good…").clicked();
    } else {
        let words = Status::ALL.map(|status| status.label());
        let status = Select::new("Status of what is selected", &words).placeholder("Set status").bare(true);
        if let Some(status) = status.show(ui).and_then(|index| Status::ALL.get(index)) {
            actions.push(change(Change::Status(*status)));
        }
        if shelf == Shelf::Archive {
            if widgets::link_button(ui, "Take out of the archive").clicked() {
                actions.push(change(Change::Unarchive));
            }
        } else if widgets::link_button(ui, "Archive").clicked() {
            actions.push(change(Change::Archive));
        }
        if widgets::link_button(ui, "Duplicate").clicked() {
            actions.push(Action::BeginJob(Job::Duplicate { ids: selection.ids() }));
        }
        if widgets::link_button(ui, "Export…").clicked() {
            let drafts = Drafts::These(selection.ids());
            actions.push(Action::Show(Dialog::Folder(FolderDialog::export(drafts, Some(count), folder))));
        }
        if widgets::link_button(ui, "Move to the trash").clicked() {
            actions.push(change(Change::Trash));
        }
    }
    if widgets::muted_link_button(ui, "Select none").clicked() {
        selection.clear();
    }
    delete
}

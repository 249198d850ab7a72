//! Editing the wording of an item, under its row.

use egui::{Key, Ui};

use super::items::Row;
use super::panel::Panel;
use crate::app::action::Action;
use crate::app::theme::{icons, space};
use crate::app::widgets;
use crate::document::Origin;
use crate::posting::{Edit, ItemEdit, List};

/// The field under a row. Typing shows in the posting at once; Escape or "Done" closes it.
pub fn wording_ui(ui: &mut Ui, panel: &mut Panel<'_>, list: List, row: &Row) {
    let mut typed = row.sentence.clone();
    let label = format!("Wording of {}", row.label);
    ui.add_space(space::XS);
    let notes = panel.review.notes(&Origin::Item(list, row.id.clone()));
    let response = widgets::Field::new(&label, &mut typed).rows(2).notes(notes).show(ui);
    if std::mem::take(&mut panel.state.wording_opened) {
        response.request_focus();
    }
    if response.changed() && typed != row.sentence {
        panel.edit(Edit::Item { list, id: row.id.clone(), change: ItemEdit::Wording(Some(typed)) });
    }
    // egui takes the keyboard from a field at Escape before the field is shown.
    let mut close = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    ui.horizontal(|ui| {
        close |= widgets::quiet_button_with_icon(ui, icons::CHECK, "Done").clicked();
        if row.reworded && !row.own && widgets::quiet_button_with_icon(ui, icons::RESET, "Reset to ours").clicked() {
            panel.edit(Edit::Item { list, id: row.id.clone(), change: ItemEdit::Wording(None) });
        }
    });
    ui.add_space(space::S);
    if close {
        panel.state.wording = None;
        panel.state.refocus = Some((list, row.id.clone()));
        panel.actions.push(Action::EndStep);
    }
}

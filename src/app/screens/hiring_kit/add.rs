//! Where an entry of one's own is added to a list.

use egui::{Key, Ui};

use super::entries::{Entries, SIX};
use super::fields;
use crate::app::action::Action;
use crate::app::theme::{icons, size, space};
use crate::app::widgets;
use crate::posting::{KitEdit, KitList};

/// A field and a button; Enter adds, too, and the next can be typed at once.
pub(super) fn add_ui(ui: &mut Ui, cx: &mut Entries<'_>, list: KitList) {
    let one = fields::one(list);
    let article = if one.starts_with('a') { "an" } else { "a" };
    let own = if list == KitList::Unfair { one.to_owned() } else { format!("{one} of your own") };
    let mut name = own.clone();
    name.replace_range(..1, &own[..1].to_uppercase());
    let mut typed = cx.state.adding.get(&list).cloned().unwrap_or_default();
    let refused = cx.state.refused.as_ref() == Some(&(list, None));
    let hint = format!("Add {article} {own}…");
    let (response, pressed) = ui
        .horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let room = ui.available_width() - size::CONTROL - space::S;
            let field = widgets::Field::new(&name, &mut typed).label_hidden().placeholder(&hint);
            // What is wrong stands below the field, not between it and the button.
            let response = ui.vertical(|ui| {
                ui.set_max_width(room);
                field.error(refused.then_some(SIX)).show(ui)
            });
            let button = widgets::icon_button(ui, icons::PLUS, &format!("Add {article} {one}"));
            (response.inner, button.clicked())
        })
        .inner;
    if response.changed() {
        cx.state.refused = None;
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let text = typed.trim().to_owned();
    if (entered || pressed) && !text.is_empty() {
        if cx.has_room(list) {
            typed.clear();
            cx.actions.push(Action::EndStep);
            cx.edit(KitEdit::Add { list, text, checks: Vec::new() });
        } else {
            cx.state.refused = Some((list, None));
            ui.ctx().request_repaint();
        }
        response.request_focus();
    }
    cx.state.adding.insert(list, typed);
}

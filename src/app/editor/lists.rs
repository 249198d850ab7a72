//! Skills, duties, benefits, steps: toggles by group with a filter, or what is on in its order.

use egui::{Key, Modifiers, Response, Ui};

use super::items::{Row, matches_filter};
use super::panel::{Panel, group_label};
use super::state::ListView;
use super::wording::wording_ui;
use crate::app::theme::{icons, menu_style, size, space};
use crate::app::widgets;
use crate::catalog::Strength;
use crate::document::Origin;
use crate::posting::{Edit, ItemEdit, List, Offer};

struct ListWords {
    filter_label: &'static str,
    filter_hint: &'static str,
    reorder: &'static str,
    empty: &'static str,
}

fn words_of(list: List) -> ListWords {
    match list {
        List::Skills => ListWords {
            filter_label: "Filter skills",
            filter_hint: "Filter, or type a skill of your own",
            reorder: "Reorder skills",
            empty: "No skill is on. Choose some first.",
        },
        List::Duties => ListWords {
            filter_label: "Filter duties",
            filter_hint: "Filter, or type a duty of your own",
            reorder: "Reorder duties",
            empty: "No duty is on. Choose some first.",
        },
        List::Benefits => ListWords {
            filter_label: "Filter benefits",
            filter_hint: "Filter, or type a benefit of your own",
            reorder: "Reorder benefits",
            empty: "No benefit is on. Choose some first.",
        },
        List::Steps => ListWords {
            filter_label: "Filter hiring steps",
            filter_hint: "Filter, or type a step of your own",
            reorder: "Reorder hiring steps",
            empty: "No step is on. Choose some first.",
        },
    }
}

/// "7 must · 4 nice · 1 to learn".
pub fn skills_summary(panel: &Panel<'_>) -> String {
    let count = |strength| panel.posting.skills.items.iter().filter(|item| item.strength == Some(strength)).count();
    let parts = [(Strength::Must, "must"), (Strength::Nice, "nice"), (Strength::Learn, "to learn")];
    let parts: Vec<String> = parts
        .into_iter()
        .map(|(strength, word)| (count(strength), word))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    if parts.is_empty() { "none".to_owned() } else { parts.join(" · ") }
}

/// "7 of 14".
pub fn count_summary(panel: &mut Panel<'_>, list: List) -> String {
    let all = panel.rows(list);
    let on = all.iter().filter(|row| row.strength.is_some()).count();
    if on == 0 { "none".to_owned() } else { format!("{on} of {}", all.len()) }
}

/// A whole list.
pub fn list_ui(ui: &mut Ui, panel: &mut Panel<'_>, list: List) {
    let all = panel.rows(list);
    let view = panel.state.views.get(&list).copied().unwrap_or_default();
    let on = all.iter().filter(|row| row.strength.is_some()).count();
    match view {
        ListView::All => all_ui(ui, panel, list, &all),
        ListView::Order => {
            let words = if on == 0 {
                words_of(list).empty
            } else {
                "Drag a line by its handle, or press Alt with the arrow keys."
            };
            widgets::small_muted(ui, words);
            ui.add_space(space::S);
            if widgets::quiet_button_with_icon(ui, icons::CHEVRON_LEFT, "Show all").clicked() {
                panel.state.views.insert(list, ListView::All);
            }
            ui.add_space(space::S);
            order_ui(ui, panel, list, &all);
        }
    }
}

fn all_ui(ui: &mut Ui, panel: &mut Panel<'_>, list: List, all: &[Row]) {
    let words = words_of(list);
    let mut filter = panel.state.filters.get(&list).cloned().unwrap_or_default();
    let response = ui
        .horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let room = ui.available_width() - size::CONTROL - space::S;
            let field =
                widgets::Field::new(words.filter_label, &mut filter).label_hidden().placeholder(words.filter_hint);
            let response = ui.scope(|ui| {
                ui.set_max_width(room);
                field.show(ui)
            });
            if widgets::icon_button(ui, icons::GRIP, words.reorder).clicked() {
                panel.state.views.insert(list, ListView::Order);
            }
            response.inner
        })
        .inner;
    if panel.state.filter_wanted == Some(list) {
        panel.state.filter_wanted = None;
        response.request_focus();
        response.scroll_to_me(None);
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    // egui takes the keyboard from a field at Escape before the field is shown.
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) && !filter.is_empty() {
        filter.clear();
        response.request_focus();
    }
    let typed = filter.trim().to_owned();
    let found: Vec<&Row> = all.iter().filter(|row| matches_filter(row, &typed)).collect();
    let exact = all.iter().any(|row| row.label.eq_ignore_ascii_case(&typed));
    if entered && !typed.is_empty() {
        match found.as_slice() {
            [] => add_own(panel, list, &typed),
            [only] => toggle(panel, list, only),
            _ => {}
        }
        if found.len() <= 1 {
            filter.clear();
        }
        response.request_focus();
    }
    panel.state.filters.insert(list, filter);

    let mut groups: Vec<Option<crate::catalog::Id>> =
        panel.catalog.groups.iter().map(|group| Some(group.id.clone())).collect();
    groups.push(None);
    for group in groups {
        let mut members = found.iter().filter(|row| row.group == group).peekable();
        if members.peek().is_none() {
            continue;
        }
        let label = match &group {
            Some(id) => {
                panel.catalog.groups.iter().find(|g| g.id == *id).map_or(id.as_str(), |g| g.label.as_str()).to_owned()
            }
            None => "Your own".to_owned(),
        };
        group_label(ui, &label);
        for row in members {
            row_ui(ui, panel, list, row);
        }
    }
    if !typed.is_empty() && !exact {
        ui.add_space(space::S);
        if widgets::quiet_button_with_icon(ui, icons::PLUS, &format!("Add “{typed}”")).clicked() {
            add_own(panel, list, &typed);
            panel.state.filters.remove(&list);
        }
    }
}

fn add_own(panel: &mut Panel<'_>, list: List, text: &str) {
    panel.edit(Edit::AddOwn { list, text: text.to_owned(), strength: Strength::Must });
}

/// Off, or on as strongly as it is proposed for the role: a nice-to-have that was switched off by
/// mistake does not come back as a demand.
fn toggle(panel: &mut Panel<'_>, list: List, row: &Row) {
    let proposed = || Offer::find(list, &row.id, panel.catalog).and_then(|offer| offer.proposed(&panel.posting.role));
    let strength = if row.strength.is_some() { None } else { Some(proposed().unwrap_or(Strength::Must)) };
    change(panel, list, row, ItemEdit::Strength(strength));
}

fn change(panel: &mut Panel<'_>, list: List, row: &Row, change: ItemEdit) {
    panel.edit(Edit::Item { list, id: row.id.clone(), change });
}

/// What is on, in the posting's order: drag by the handle, or Alt with the arrow keys.
fn order_ui(ui: &mut Ui, panel: &mut Panel<'_>, list: List, all: &[Row]) {
    let order: Vec<Row> = panel
        .posting
        .list(list)
        .items
        .iter()
        .filter(|item| item.strength.is_some())
        .filter_map(|item| all.iter().find(|row| row.id == item.id).cloned())
        .collect();
    let response = egui_dnd::dnd(ui, egui::Id::unique(("order", list))).show(order.iter(), |ui, row, handle, _| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            handle.ui(ui, |ui| {
                widgets::drag_handle(ui);
            });
            row_ui(ui, panel, list, row);
        });
    });
    if let Some(update) = response.final_update()
        && let Some(row) = order.get(update.from)
    {
        // The place after taking the item out of the list.
        let to = if update.to > update.from { update.to - 1 } else { update.to };
        change(panel, list, row, ItemEdit::MoveTo(to));
    }
}

/// One row: on or off, strength, and what else can be done with it. It is itself wherever it
/// stands, so that the keyboard stays on it when rows before it come and go.
fn row_ui(ui: &mut Ui, panel: &mut Panel<'_>, list: List, row: &Row) {
    ui.push_id(("row", list, row.id.as_str()), |ui| row_inside_ui(ui, panel, list, row));
}

fn row_inside_ui(ui: &mut Ui, panel: &mut Panel<'_>, list: List, row: &Row) {
    let origin = Origin::Item(list, row.id.clone());
    let lit = panel.lit(&origin);
    let finding = panel.review.worst(&origin);
    let mut wanted = None;
    let mut asked = Asked::default();
    let shown = widgets::check_row(ui, &row.label, row.strength.is_some(), lit, |ui, hot| {
        if list.has_strengths()
            && let Some(strength) = row.strength
            && let Some(new) = widgets::strength_pill(ui, &row.label, strength)
        {
            wanted = Some(ItemEdit::Strength(Some(new)));
        }
        if let Some((severity, _)) = finding {
            ui.add_space(space::XS);
            widgets::severity_mark(ui, severity);
        }
        widgets::row_menu(ui, hot, &format!("More for {}", row.label), |ui| menu_ui(ui, row, &mut asked));
    });
    if let Some((_, words)) = finding {
        ui.ctx().accesskit_node_builder(shown.response.id, |node| node.set_description(words));
    }
    panel.tie(&origin, &shown.response);
    if panel.state.refocus.as_ref() == Some(&(list, row.id.clone())) {
        panel.state.refocus = None;
        shown.response.request_focus();
    }
    if shown.toggled {
        toggle(panel, list, row);
    }
    if let Some(edit) = wanted {
        change(panel, list, row, edit);
    }
    keys(ui, panel, list, row, &shown.response);
    egui::Popup::context_menu(&shown.response).style(menu_style).show(|ui| menu_ui(ui, row, &mut asked));
    asked.carry_out(panel, list, row);
    if panel.state.wording.as_ref() == Some(&(list, row.id.clone())) {
        wording_ui(ui, panel, list, row);
    }
}

/// F2 edits the wording, Alt and an arrow moves, Delete removes an own item.
fn keys(ui: &Ui, panel: &mut Panel<'_>, list: List, row: &Row, response: &Response) {
    if !response.has_focus() {
        return;
    }
    let (reword, up, down, remove) = ui.input_mut(|input| {
        (
            input.consume_key(Modifiers::NONE, Key::F2),
            input.consume_key(Modifiers::ALT, Key::ArrowUp),
            input.consume_key(Modifiers::ALT, Key::ArrowDown),
            row.own && input.consume_key(Modifiers::NONE, Key::Delete),
        )
    });
    if reword {
        panel.state.edit_wording(list, row.id.clone());
    }
    if up {
        move_by(panel, list, row, -1);
    }
    if down {
        move_by(panel, list, row, 1);
    }
    if remove {
        change(panel, list, row, ItemEdit::Remove);
    }
}

/// Moves an item among those that are on; for skills among those of its strength, since each
/// strength is a list of its own in the posting.
fn move_by(panel: &mut Panel<'_>, list: List, row: &Row, step: isize) {
    let on: Vec<_> = panel.posting.list(list).items.iter().filter(|item| item.strength.is_some()).collect();
    let Some(at) = on.iter().position(|item| item.id == row.id) else { return };
    let same: Vec<usize> = (0..on.len()).filter(|index| on[*index].strength == row.strength).collect();
    let Some(place) = same.iter().position(|index| *index == at) else { return };
    let Some(to) = place.checked_add_signed(step).and_then(|place| same.get(place)) else { return };
    panel.state.refocus = Some((list, row.id.clone()));
    change(panel, list, row, ItemEdit::MoveTo(*to));
}

/// What was asked for in a row's menu.
#[derive(Default)]
struct Asked {
    reword: bool,
    step: isize,
    reset: bool,
    remove: bool,
    show: bool,
}

impl Asked {
    fn carry_out(self, panel: &mut Panel<'_>, list: List, row: &Row) {
        if self.reword {
            panel.state.edit_wording(list, row.id.clone());
        }
        if self.step != 0 {
            move_by(panel, list, row, self.step);
        }
        if self.reset {
            change(panel, list, row, ItemEdit::Wording(None));
        }
        if self.remove {
            change(panel, list, row, ItemEdit::Remove);
        }
        if self.show {
            panel.state.reveal_in_page = Some(Origin::Item(list, row.id.clone()));
        }
    }
}

fn menu_ui(ui: &mut Ui, row: &Row, asked: &mut Asked) {
    let mut item = |icon: &str, words: &str, keys: &str, enabled: bool| {
        let keys = (!keys.is_empty()).then_some(keys);
        widgets::MenuItem::new(words).icon(icon).shortcut(keys).enabled(enabled).show(ui).clicked()
    };
    let on = row.strength.is_some();
    asked.reword |= item(icons::EDIT, "Edit wording…", "F2", true);
    if item(icons::ARROW_UP, "Move up", "Alt+Up", on) {
        asked.step = -1;
    }
    if item(icons::ARROW_DOWN, "Move down", "Alt+Down", on) {
        asked.step = 1;
    }
    if row.reworded {
        asked.reset |= item(icons::RESET, "Reset to ours", "", true);
    }
    if row.own {
        asked.remove |= item(icons::TRASH, "Remove", "Del", true);
    }
    if on {
        asked.show |= item(icons::EYE, "Show in the posting", "", true);
    }
}

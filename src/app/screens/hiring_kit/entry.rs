//! One entry: its row with a check box, and unfolded below it everything that can be said otherwise.

use egui::{Key, Margin, Modifiers, Response, RichText, Stroke, Ui};

use super::entries::{Entries, SIX};
use super::fields;
use crate::app::action::Action;
use crate::app::theme::{Theme, icons, size, space, text};
use crate::app::widgets;
use crate::catalog::{Id, Task};
use crate::document::Origin;
use crate::kit::{Entry, EntryText};
use crate::posting::{CriterionPart, EntryEdit, KitField, KitList};

/// Paints an entry. It is itself wherever it stands, so that the keyboard stays in it.
pub(super) fn entry_ui(ui: &mut Ui, cx: &mut Entries<'_>, entry: &Entry) {
    ui.push_id(("entry", entry.list, entry.id.as_str()), |ui| {
        let key = (entry.list, entry.id.clone());
        let row = row_ui(ui, cx, entry);
        if cx.state.open.as_ref() == Some(&key) && unfolded_ui(ui, cx, entry) {
            cx.state.open = None;
            row.request_focus();
        }
    });
}

fn origin(entry: &Entry) -> Origin {
    Origin::Kit(entry.list, entry.id.clone())
}

/// The row. Space and a click switch the entry, Enter and F2 unfold it, Delete takes away an own one.
fn row_ui(ui: &mut Ui, cx: &mut Entries<'_>, entry: &Entry) -> Response {
    let theme = Theme::of(ui.ctx());
    let key = (entry.list, entry.id.clone());
    let origin = origin(entry);
    let open = cx.state.open.as_ref() == Some(&key);
    let mut unfold = false;
    let shown = widgets::check_row(ui, &entry.label, entry.on, cx.lit(&origin), |ui, _| {
        let icon = if open { icons::CHEVRON_DOWN } else { icons::CHEVRON_RIGHT };
        let button = widgets::icon_button(ui, icon, &format!("Edit: {}", entry.label));
        ui.ctx().accesskit_node_builder(button.id, |node| node.set_expanded(open));
        unfold |= button.clicked();
        let said = said(entry);
        if !said.is_empty() {
            ui.label(RichText::new(said).font(text::small()).color(theme.muted));
        }
    });
    let row = shown.response;
    let by_enter = row.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    unfold |= by_enter || (row.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F2)));
    if shown.toggled && !by_enter {
        switch(ui, cx, entry);
    }
    if entry.own && row.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete)) {
        cx.change(entry, EntryEdit::Reset);
    }
    if unfold {
        cx.state.open = if open { None } else { Some(key.clone()) };
        cx.state.sheets.reveal = Some(origin.clone());
        cx.state.number = None;
        ui.ctx().request_repaint();
    }
    if cx.state.refused.as_ref() == Some(&(entry.list, Some(entry.id.clone()))) {
        widgets::small_error(ui, SIX);
    }
    if cx.state.goto.as_ref() == Some(&key) {
        cx.state.goto = None;
        row.scroll_to_me(Some(egui::Align::TOP));
        row.request_focus();
    }
    tie(cx, &origin, &row);
    row
}

/// Lights the lines of the entry on the sheets, and shows them there.
fn tie(cx: &mut Entries<'_>, origin: &Origin, response: &Response) {
    if response.hovered() {
        cx.state.sheets.lit = Some(origin.clone());
    }
    if response.gained_focus() {
        cx.state.sheets.reveal = Some(origin.clone());
    }
    if response.lost_focus() {
        cx.actions.push(Action::EndStep);
    }
}

/// What a row says of its entry in few words.
fn said(entry: &Entry) -> String {
    let number = match (entry.list, entry.number) {
        (KitList::Tasks, Some(number)) => format!("{} min", number.value),
        (KitList::Attributes, Some(number)) => format!("weight {}", number.value),
        _ => String::new(),
    };
    let changed = !entry.own && entry.texts.iter().any(|text| text.by_hand);
    match (number.is_empty(), changed) {
        (_, false) => number,
        (true, true) => "reworded".to_owned(),
        (false, true) => format!("reworded · {number}"),
    }
}

fn switch(ui: &Ui, cx: &mut Entries<'_>, entry: &Entry) {
    if !entry.on && !cx.has_room(entry.list) {
        cx.state.refused = Some((entry.list, Some(entry.id.clone())));
        ui.ctx().request_repaint();
        return;
    }
    cx.change(entry, EntryEdit::On(!entry.on));
}

/// Everything of an entry. Returns whether it is to be folded again.
fn unfolded_ui(ui: &mut Ui, cx: &mut Entries<'_>, entry: &Entry) -> bool {
    let theme = Theme::of(ui.ctx());
    let left = ui.max_rect().left() + size::CHECKBOX / 2.0;
    let indent = (size::CHECKBOX + space::S) as i8;
    let mut fold = false;
    let shown = egui::Frame::new().inner_margin(Margin { left: indent, ..Margin::ZERO }).show(ui, |ui| {
        ui.add_space(space::S);
        if let Some(number) = entry.number {
            number_ui(ui, cx, entry, number.by_hand);
        }
        let rubric = |text: &&EntryText| matches!(text.field, KitField::Criterion(..));
        for text in entry.texts.iter().filter(|text| !rubric(text)) {
            fold |= text_ui(ui, cx, entry, text.field);
        }
        if entry.list == KitList::Tasks {
            fold |= rubric_ui(ui, cx, entry);
        }
        let chooses = entry.own || matches!(entry.list, KitList::Tasks | KitList::Attributes);
        if chooses && !matches!(entry.list, KitList::Unfair | KitList::Texts) {
            checks_ui(ui, cx, entry);
        }
        let (icon, words) = if entry.own { (icons::TRASH, "Remove") } else { (icons::RESET, "Reset everything") };
        if (entry.own || entry.by_hand) && widgets::quiet_button_about(ui, icon, words, &entry.label).clicked() {
            cx.change(entry, EntryEdit::Reset);
            fold |= entry.own;
        }
        ui.add_space(space::M);
    });
    let line = shown.response.rect.y_range();
    ui.painter().vline(left, line.shrink(space::XS), Stroke::new(size::LINE, theme.line));
    fold
}

/// A text of the entry. Returns whether Escape left it.
fn text_ui(ui: &mut Ui, cx: &mut Entries<'_>, entry: &Entry, field: KitField) -> bool {
    let stored = entry.texts.iter().find(|text| text.field == field);
    let now = stored.map_or("", |text| text.text.as_str());
    let mut typed = now.to_owned();
    let label = fields::label(field);
    let name = fields::name(field);
    let about = format!("{name}: {}", entry.label);
    let shown = widgets::Field::new(&label, &mut typed).name(&about).placeholder(fields::placeholder(field));
    let id = ui.make_persistent_id(("kit field", field));
    let shown = match field {
        KitField::Label | KitField::Criterion(_, CriterionPart::Name) => shown,
        field if field.has_lines() => shown.rows(2),
        _ => shown.paragraph(),
    };
    let response = shown.id(id).show(ui);
    if response.changed() && typed != now {
        cx.change(entry, EntryEdit::Text(field, Some(typed)));
    }
    tie(cx, &origin(entry), &response);
    let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    let main = entry.own && field == entry.list.main_field();
    if stored.is_some_and(|text| text.by_hand && !text.ours.is_empty()) && !main {
        let of = format!("{name} of {}", entry.label);
        if widgets::muted_link_button_about(ui, "Reset", &of).on_hover_text("Back to our words").clicked() {
            cx.actions.push(Action::EndStep);
            cx.change(entry, EntryEdit::Text(field, None));
        }
    }
    ui.add_space(space::M);
    escaped
}

/// The criteria of a task, and a button for one more.
fn rubric_ui(ui: &mut Ui, cx: &mut Entries<'_>, entry: &Entry) -> bool {
    let mut fold = false;
    let count = entry.criteria();
    widgets::part_label(ui, "How the result is judged");
    for number in 1..=count {
        for part in CriterionPart::ALL {
            fold |= text_ui(ui, cx, entry, KitField::Criterion(number, part));
        }
    }
    if count >= Task::MOST_CRITERIA {
        widgets::small_muted(ui, "Eight criteria are as many as one person can judge with care.");
    } else if widgets::quiet_button_about(ui, icons::PLUS, "Add a criterion", &entry.label).clicked() {
        let field = KitField::Criterion(count + 1, CriterionPart::Name);
        cx.actions.push(Action::EndStep);
        cx.change(entry, EntryEdit::Text(field, Some(String::new())));
        cx.actions.push(Action::EndStep);
    }
    ui.add_space(space::M);
    fold
}

/// Minutes of a task, weight of an attribute: half-typed ones stay until they are left.
fn number_ui(ui: &mut Ui, cx: &mut Entries<'_>, entry: &Entry, by_hand: bool) {
    let Some(within) = entry.list.number() else { return };
    let (label, step) = fields::number(entry.list);
    let value = entry.number();
    let half = cx.state.number.as_ref().filter(|(list, id, _)| (*list, id) == (entry.list, &entry.id));
    let mut typed = half.map_or_else(|| value.to_string(), |(_, _, typed)| typed.clone());
    let (field, asked) = widgets::stepper(ui, (label, &entry.label), &mut typed, value, within.clone(), step);
    tie(cx, &origin(entry), &field);
    let mut wanted = asked;
    if field.changed() {
        let read = typed.trim().parse::<u16>().ok().filter(|number| within.contains(number));
        wanted = wanted.or(read);
        cx.state.number = Some((entry.list, entry.id.clone(), typed));
    }
    if field.lost_focus() || asked.is_some() {
        cx.state.number = None;
    }
    if let Some(number) = wanted.filter(|number| *number != value) {
        cx.change(entry, EntryEdit::Number(Some(number)));
    }
    if by_hand {
        let of = format!("{label} of {}", entry.label);
        if widgets::muted_link_button_about(ui, "Reset", &of).on_hover_text("Back to our number").clicked() {
            cx.state.number = None;
            cx.actions.push(Action::EndStep);
            cx.change(entry, EntryEdit::Number(None));
        }
    }
    let words = format!("{} to {}.", within.start(), within.end());
    widgets::small_muted(
        ui,
        &if entry.list == KitList::Tasks {
            format!("{words} All candidates get as long.")
        } else {
            format!("{words} It weighs as much as the must-haves behind it, unless you say otherwise.")
        },
    );
    ui.add_space(space::M);
}

/// The requirements of the posting that the entry checks.
fn checks_ui(ui: &mut Ui, cx: &mut Entries<'_>, entry: &Entry) {
    widgets::part_label(ui, "What it checks");
    let kit = cx.made.kit.clone();
    for need in &kit.needs {
        let on = entry.checks.contains(&need.id);
        let name = format!("Checks {}: {}", need.label, entry.label);
        if widgets::check_line(ui, &need.label, &name, on).clicked() {
            let mut checks = wanted(cx, entry);
            if on {
                checks.retain(|id| *id != need.id);
            } else {
                checks.push(need.id.clone());
            }
            cx.change(entry, EntryEdit::Checks(checks));
        }
    }
    ui.add_space(space::M);
}

/// What the entry checks, requirements included that the posting does not have at the moment.
fn wanted(cx: &Entries<'_>, entry: &Entry) -> Vec<Id> {
    let by_hand = cx.made.posting.kit.get(entry.list, &entry.id).and_then(|change| change.checks.clone());
    let task = (entry.list == KitList::Tasks).then(|| cx.catalog.kit.task(&entry.id)).flatten();
    by_hand.or_else(|| task.map(|task| task.skills.clone())).unwrap_or_else(|| entry.checks.clone())
}

//! Who checks what: must-haves that nobody checks first, then every requirement with what checks
//! it, then checks that no requirement asks for.

use egui::{Align, Layout, RichText, Ui};

use super::made::Made;
use super::state::HiringKitScreen;
use crate::app::action::{Action, Actions};
use crate::app::theme::{Theme, icons, size, space, text};
use crate::app::widgets;
use crate::catalog::{Catalog, Strength};
use crate::kit::{Entry, Kit, Need, Part, Traced, trace};
use crate::posting::{Edit, EntryEdit, KitEdit, KitList};
use crate::review::Severity;

/// Paints it.
pub(super) fn coverage_ui(
    ui: &mut Ui,
    made: &Made,
    catalog: &Catalog,
    state: &mut HiringKitScreen,
    actions: &mut Actions,
) {
    let kit = &made.kit;
    let trace = trace(kit);
    ui.spacing_mut().item_spacing.y = 0.0;
    widgets::heading(ui, "Who checks what");
    ui.add_space(space::S);
    if kit.needs.is_empty() {
        widgets::small_muted(
            ui,
            "The posting asks for nothing yet. Each skill that you switch on there is checked here.",
        );
    }
    minutes_ui(ui, kit, catalog);
    let nobody: Vec<&Need> = trace.unchecked().collect();
    for need in &nobody {
        ui.add_space(space::M);
        unchecked_ui(ui, kit, need, state, actions);
    }
    if nobody.is_empty() && kit.musts().next().is_some() {
        widgets::small_muted(ui, "Every must-have is checked at least once.");
    }
    for (words, strength) in [("Must-haves", Strength::Must), ("Nice to have", Strength::Nice)] {
        let checked = |traced: &&Traced<'_>| {
            traced.need.strength == strength && !nobody.iter().any(|need| need.id == traced.need.id)
        };
        let mut needs = trace.needs.iter().filter(checked).peekable();
        if needs.peek().is_none() {
            continue;
        }
        ui.add_space(space::L);
        widgets::group_label(ui, words);
        for traced in needs {
            need_ui(ui, kit, traced, state);
        }
    }
    if !trace.orphans.is_empty() {
        ui.add_space(space::L);
        widgets::group_label(ui, "No requirement asks for these");
        for entry in trace.orphans {
            orphan_ui(ui, entry, actions);
        }
    }
    ui.add_space(space::XXL);
}

/// How long all tasks take, and whether that is more than one can ask for.
fn minutes_ui(ui: &mut Ui, kit: &Kit, catalog: &Catalog) {
    let theme = Theme::of(ui.ctx());
    let count = kit.on(KitList::Tasks).count();
    if count == 0 {
        return;
    }
    let tasks = if count == 1 { "1 task".to_owned() } else { format!("{count} tasks") };
    let minutes = kit.task_minutes();
    let words = format!("{tasks}, about {minutes} minutes for each candidate.");
    if kit.is_long() {
        signed_ui(ui, Severity::Should, &words);
        widgets::small_muted(ui, catalog.words.get("kit.task.long"));
    } else {
        ui.label(RichText::new(words).font(text::small()).color(theme.text));
    }
    ui.add_space(space::S);
}

/// Words with the sign of how grave they are.
fn signed_ui(ui: &mut Ui, severity: Severity, words: &str) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.spacing_mut().interact_size.y = 0.0;
        widgets::severity_mark(ui, severity);
        let words = RichText::new(words).font(text::small_medium()).color(theme.severity(severity));
        ui.add(egui::Label::new(words).wrap());
    });
}

fn unchecked_ui(ui: &mut Ui, kit: &Kit, need: &Need, state: &mut HiringKitScreen, actions: &mut Actions) {
    if name_ui(ui, need).clicked() {
        go_to(kit, need, state);
    }
    signed_ui(ui, Severity::Should, "Nobody checks this");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        for (list, words) in [(KitList::Questions, "Ask in the interview"), (KitList::Rows, "Look for it in résumés")]
        {
            if let Some(entry) = kit.entry(list, &need.id)
                && widgets::link_button_about(ui, words, &need.label).clicked()
            {
                actions.push(Action::Edit(switch(entry, true)));
            }
        }
    });
}

fn switch(entry: &Entry, on: bool) -> Edit {
    Edit::Kit(KitEdit::Entry { list: entry.list, id: entry.id.clone(), change: EntryEdit::On(on) })
}

/// A requirement's name: a press goes to what checks it.
fn name_ui(ui: &mut Ui, need: &Need) -> egui::Response {
    widgets::text_button(ui, &need.label, &format!("Go to {}", need.label))
}

/// A requirement with what checks it: a tick or a dash, and always the word.
fn need_ui(ui: &mut Ui, kit: &Kit, traced: &Traced<'_>, state: &mut HiringKitScreen) {
    ui.add_space(space::XS);
    let response = name_ui(ui, traced.need);
    if response.clicked() {
        go_to(kit, traced.need, state);
    }
    let tasks = match traced.tasks.len() {
        0 | 1 => "Task".to_owned(),
        several => format!("{several} tasks"),
    };
    let marks =
        [("Résumé".to_owned(), &traced.rows), (tasks, &traced.tasks), ("Interview".to_owned(), &traced.questions)];
    let by: Vec<&str> = marks.iter().filter(|(_, by)| !by.is_empty()).map(|(words, _)| words.as_str()).collect();
    let said = if by.is_empty() { "Checked by nothing".to_owned() } else { format!("Checked by: {}", by.join(", ")) };
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(said));
    ui.allocate_ui_with_layout(
        egui::vec2(ui.available_width(), size::PILL),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for (words, by) in &marks {
                mark_ui(ui, words, !by.is_empty());
                ui.add_space(space::S);
            }
        },
    );
}

fn mark_ui(ui: &mut Ui, words: &str, checked: bool) {
    let theme = Theme::of(ui.ctx());
    let (icon, colour) = if checked { (icons::CHECK, theme.accent) } else { (icons::MINUS, theme.muted) };
    widgets::icon_mark(ui, icon, colour);
    let colour = if checked { theme.text } else { theme.muted };
    ui.label(RichText::new(words).font(text::small()).color(colour));
}

/// To its row or its question: what the part that is shown has, or else what is on.
fn go_to(kit: &Kit, need: &Need, state: &mut HiringKitScreen) {
    let lists = match state.part {
        Part::Interview => [KitList::Questions, KitList::Rows],
        _ => [KitList::Rows, KitList::Questions],
    };
    let here = |list: &&KitList| state.part.lists().contains(list) && kit.entry(**list, &need.id).is_some();
    let on = |list: &&KitList| kit.entry(**list, &need.id).is_some_and(|entry| entry.on);
    let any = |list: &&KitList| kit.entry(**list, &need.id).is_some();
    let list = lists.iter().find(here).or_else(|| lists.iter().find(on)).or_else(|| lists.iter().find(any));
    if let Some(list) = list {
        state.go_to(*list, need.id.clone());
    }
}

/// A check that no requirement asks for, and what to do about it.
fn orphan_ui(ui: &mut Ui, entry: &Entry, actions: &mut Actions) {
    ui.add_space(space::XS);
    let mut one = entry.list.one().to_owned();
    one.replace_range(..1, &one[..1].to_uppercase());
    let name = format!("{one}: {}", entry.label);
    if widgets::text_button(ui, &name, &format!("Go to {name}")).clicked() {
        actions.push(Action::GoTo(crate::document::Origin::Kit(entry.list, entry.id.clone())));
    }
    if entry.on {
        signed_ui(ui, Severity::Consider, "Switched on all the same");
        if widgets::link_button_about(ui, "Switch it off", &name).clicked() {
            actions.push(Action::Edit(switch(entry, false)));
        }
    } else {
        widgets::small_muted(ui, "Kept, and off");
    }
}

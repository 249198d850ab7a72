//! The left side: what a part is made of, list by list.

use egui::{Margin, ScrollArea, Ui};

use super::add::add_ui;
use super::entry::entry_ui;
use super::fields;
use super::made::Made;
use super::state::HiringKitScreen;
use crate::app::action::{Action, Actions};
use crate::app::theme::space;
use crate::app::widgets;
use crate::catalog::{Catalog, Id, Strength};
use crate::document::Origin;
use crate::kit::{Entry, Kit, MOST_ATTRIBUTES, Part};
use crate::posting::{Edit, EntryEdit, InterviewLength, KitEdit, KitList};

/// What the left side is painted from, and where it puts what it asks for.
pub(super) struct Entries<'a> {
    pub made: &'a Made,
    pub catalog: &'a Catalog,
    pub state: &'a mut HiringKitScreen,
    pub actions: &'a mut Actions,
}

impl Entries<'_> {
    /// Asks for a change to an entry.
    pub fn change(&mut self, entry: &Entry, change: EntryEdit) {
        self.edit(KitEdit::Entry { list: entry.list, id: entry.id.clone(), change });
    }

    /// Asks for a change.
    pub fn edit(&mut self, edit: KitEdit) {
        self.state.refused = None;
        self.actions.push(Action::Edit(Edit::Kit(edit)));
    }

    /// True if an attribute more can be told apart.
    pub fn has_room(&self, list: KitList) -> bool {
        list != KitList::Attributes || self.made.kit.on(list).count() < MOST_ATTRIBUTES
    }

    /// True if a line of the entry is under the pointer on the sheets.
    pub fn lit(&self, origin: &Origin) -> bool {
        self.state.sheets.hovered.as_ref() == Some(origin)
    }
}

/// Why a seventh attribute is not taken.
pub(super) const SIX: &str =
    "At most six attributes: more cannot be told apart after an interview. Switch another one off first.";

/// Paints the left side.
pub(super) fn entries_ui(ui: &mut Ui, mut cx: Entries<'_>) {
    cx.state.sheets.lit = None;
    let margin = Margin::symmetric(space::S as i8, 0);
    let part = cx.state.part;
    let scroll = ScrollArea::vertical().id_salt(("kit entries", part)).auto_shrink([false, false]);
    scroll.content_margin(margin).show(ui, |ui| {
        // Rows touch; what needs air asks for it.
        ui.spacing_mut().item_spacing.y = 0.0;
        if part == Part::Interview {
            length_ui(ui, &mut cx);
        }
        for list in part.lists() {
            list_ui(ui, &mut cx, *list);
            ui.add_space(space::L);
        }
        texts_ui(ui, &mut cx, part);
        ui.add_space(space::XXL);
    });
    // An entry that is not there is not waited for.
    cx.state.goto = None;
}

fn length_ui(ui: &mut Ui, cx: &mut Entries<'_>) {
    let labels = InterviewLength::ALL.map(|length| format!("{} minutes", length.minutes()));
    let labels = labels.each_ref().map(String::as_str);
    let selected = InterviewLength::ALL.iter().position(|length| *length == cx.made.kit.length).unwrap_or(0);
    widgets::group_label(ui, "How long one interview is");
    ui.add_space(space::XS);
    if let Some(length) = widgets::segmented(ui, "How long one interview is", &labels, selected)
        .and_then(|index| InterviewLength::ALL.get(index))
    {
        cx.edit(KitEdit::Length(*length));
    }
    ui.add_space(space::S);
}

/// A list in its groups, and where one adds to it.
fn list_ui(ui: &mut Ui, cx: &mut Entries<'_>, list: KitList) {
    let kit = cx.made.kit.clone();
    for group in Group::of(list) {
        let members: Vec<&Entry> = kit.list(list).filter(|entry| Group::of_entry(entry, &kit) == *group).collect();
        if members.is_empty() {
            continue;
        }
        ui.add_space(space::S);
        widgets::group_label(ui, &group.label(list, &kit));
        if *group == Group::Orphans {
            widgets::small_muted(
                ui,
                "The posting asks for none of these any more. What you changed is kept, and left out of the sheets \
                 unless you switch it on.",
            );
        }
        ui.add_space(space::XS);
        for entry in members {
            entry_ui(ui, cx, entry);
        }
    }
    ui.add_space(space::S);
    add_ui(ui, cx, list);
}

/// The texts that stand once on this part.
fn texts_ui(ui: &mut Ui, cx: &mut Entries<'_>, part: Part) {
    let kit = cx.made.kit.clone();
    let mut texts = part
        .texts()
        .iter()
        .filter_map(|id| Id::new(id).ok())
        .filter_map(|id| kit.entry(KitList::Texts, &id))
        .peekable();
    if texts.peek().is_none() {
        return;
    }
    widgets::group_label(ui, fields::heading(KitList::Texts));
    ui.add_space(space::XS);
    for entry in texts {
        entry_ui(ui, cx, entry);
    }
}

/// What stands together in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Must,
    Nice,
    /// Entries of a list that has no such groups.
    All,
    /// Entries for no requirement.
    Own,
    Orphans,
}

impl Group {
    fn of(list: KitList) -> &'static [Self] {
        match list {
            KitList::Rows | KitList::Questions => &[Self::Must, Self::Nice, Self::Own, Self::Orphans],
            _ => &[Self::All, Self::Orphans],
        }
    }

    fn of_entry(entry: &Entry, kit: &Kit) -> Self {
        if entry.orphan {
            return Self::Orphans;
        }
        if !matches!(entry.list, KitList::Rows | KitList::Questions) {
            return Self::All;
        }
        let asked = entry.checks.iter().filter_map(|id| kit.need(id)).map(|need| need.strength).min();
        match asked {
            Some(Strength::Must) => Self::Must,
            Some(_) => Self::Nice,
            None => Self::Own,
        }
    }

    fn label(self, list: KitList, kit: &Kit) -> String {
        match self {
            Self::Must => "Must-haves".to_owned(),
            Self::Nice => "Nice to have".to_owned(),
            Self::Own => "Your own".to_owned(),
            Self::Orphans => "No longer asked for".to_owned(),
            Self::All if list == KitList::Tasks && kit.task_minutes() > 0 => {
                format!("{}, {} minutes together", fields::heading(list), kit.task_minutes())
            }
            Self::All => fields::heading(list).to_owned(),
        }
    }
}

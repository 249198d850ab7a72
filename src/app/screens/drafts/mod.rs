//! All drafts: found by words and filters, put in order, selected, and on three shelves. Only what
//! is in sight is asked for and painted, however many there are.

mod bulk;
mod deleting;
mod filters;
mod listing;
mod row;
mod selection;

use egui::{Align, Key, Layout, Modifiers, Ui};
use jiff::Timestamp;
use uuid::Uuid;

use crate::app::action::{Action, Actions};
use crate::app::theme::{icons, size, space};
use crate::app::widgets;
use crate::app::worker::{Change, Overview};
use crate::catalog::Catalog;
use crate::drafts::{Page, Query, Shelf};
use deleting::Deleting;
use filters::Filters;
use listing::Listing;
use row::RowAsked;
use selection::Selection;

/// The shelves, in the order of their tabs.
const SHELVES: [(Shelf, &str); 3] = [(Shelf::Current, "Drafts"), (Shelf::Archive, "Archived"), (Shelf::Trash, "Trash")];

/// What is looked for, what was found, what is selected.
#[derive(Default)]
pub struct DraftsScreen {
    words: String,
    filters: Filters,
    shelf: usize,
    query: Query,
    listing: Listing,
    selection: Selection,
    counts: [usize; 3],
    companies: Vec<String>,
    /// Drafts that are to be deleted for good, if the person agrees.
    deleting: Option<Deleting>,
    /// True: the keyboard is in the search.
    searching: bool,
    /// True: the keyboard goes to the search next.
    focus: bool,
    /// When the list was asked for again because search did not know all words, in seconds.
    asked_again: f64,
    /// True: the list is shown from its beginning next.
    to_top: bool,
}

/// What the screen needs from the window.
pub struct DraftsCx<'a> {
    /// What the filters offer.
    pub catalog: &'a Catalog,
    /// The time.
    pub now: Timestamp,
    /// Where drafts are written to unless another folder is chosen.
    pub folder: &'a str,
}

impl DraftsScreen {
    /// Takes how many drafts there are where; what is shown may have changed with it.
    pub fn set_overview(&mut self, overview: &Overview) {
        self.counts = overview.shelves;
        self.companies.clone_from(&overview.companies);
        self.listing.renew();
    }

    /// Takes a page of what was looked for.
    pub fn take_page(&mut self, generation: u64, offset: usize, page: Page) {
        self.listing.take(generation, offset, page);
    }

    /// Takes what was to be selected.
    pub fn take_ids(&mut self, generation: u64, ids: Vec<Uuid>) {
        if generation == self.listing.generation() {
            self.selection.extend(ids);
        }
    }

    /// Drafts were changed: those that went elsewhere are no longer selected.
    pub fn changed(&mut self, change: Change) {
        if !matches!(change, Change::Status(_)) {
            self.selection.clear();
        }
    }

    /// Drafts were deleted for good.
    pub fn deleted(&mut self) {
        self.selection.clear();
        self.deleting = None;
    }

    /// Gives the keyboard to the search.
    pub fn focus_search(&mut self) {
        self.focus = true;
    }

    fn shelf(&self) -> Shelf {
        SHELVES[self.shelf].0
    }

    /// Looks for something else, if it is something else.
    fn look(&mut self, now: Timestamp) {
        let query = self.filters.query(&self.words, self.shelf(), now);
        // A span of time moves with every frame; it is asked for anew when something else is.
        let moved = Query {
            changed_since: self.query.changed_since,
            changed_before: self.query.changed_before,
            ..query.clone()
        };
        let same_span = query.changed_since.is_some() == self.query.changed_since.is_some()
            && query.changed_before.is_some() == self.query.changed_before.is_some();
        if moved != self.query || !same_span || !self.listing.is_known() && self.listing.generation() == 0 {
            self.query = query;
            self.listing.renew();
            self.selection.clear();
            self.to_top = true;
        }
    }
}

/// Paints the screen.
pub fn drafts_ui(ui: &mut Ui, state: &mut DraftsScreen, cx: &DraftsCx<'_>, actions: &mut Actions) {
    let width = size::DRAFTS.min(ui.available_width() - 2.0 * space::L);
    let side = ((ui.available_width() - width) / 2.0).max(space::L);
    ui.horizontal_top(|ui| {
        ui.add_space(side);
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.add_space(space::L);
            head_ui(ui, state, cx);
            if state.shelf() == Shelf::Trash && state.counts[2] > 0 {
                deleting::trash_ui(ui, &mut state.deleting, actions);
            }
            select_all_keys(ui, state, actions);
            count_ui(ui, state, cx, actions);
            state.look(cx.now);
            look_again(ui, state);
            list_ui(ui, state, cx, actions);
        });
    });
}

fn head_ui(ui: &mut Ui, state: &mut DraftsScreen, cx: &DraftsCx<'_>) {
    let tabs: Vec<String> =
        SHELVES.iter().zip(state.counts).map(|((_, name), count)| format!("{name} · {}", grouped(count))).collect();
    let tabs: Vec<&str> = tabs.iter().map(String::as_str).collect();
    if let Some(index) = widgets::segmented(ui, "Show drafts, archive or trash", &tabs, state.shelf) {
        state.shelf = index;
        state.deleting = None;
    }
    ui.add_space(space::S);
    let search = widgets::Field::new("Search drafts", &mut state.words)
        .label_hidden()
        .placeholder("Search titles, companies, places, references and every word")
        .show(ui);
    state.searching = search.has_focus();
    if std::mem::take(&mut state.focus) {
        search.request_focus();
    }
    // egui takes the keyboard from a field at Escape before the field is shown.
    if search.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) && !state.words.is_empty() {
        state.words.clear();
        search.request_focus();
    }
    ui.add_space(space::XS);
    filters::filters_ui(ui, &mut state.filters, cx.catalog, &state.companies);
}

/// Ctrl+A selects all that was found, unless words are being typed; Escape selects none.
fn select_all_keys(ui: &Ui, state: &mut DraftsScreen, actions: &mut Actions) {
    if ui.memory(|memory| memory.top_modal_layer().is_some()) {
        return;
    }
    if (!ui.ctx().text_edit_focused() || (state.searching && state.words.is_empty()))
        && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A))
    {
        select_all(state, actions);
    }
    if !state.selection.is_empty()
        && !ui.ctx().text_edit_focused()
        && !egui::Popup::is_any_open(ui.ctx())
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    {
        state.selection.clear();
    }
}

fn select_all(state: &mut DraftsScreen, actions: &mut Actions) {
    select_rows(state, 0, i32::MAX as usize, actions);
}

fn select_rows(state: &mut DraftsScreen, from: usize, count: usize, actions: &mut Actions) {
    let query = Query { offset: from, limit: count, ..state.query.clone() };
    actions.push(Action::FindIds { generation: state.listing.generation(), query: Box::new(query) });
}

/// How many were found and their order; or, if some are selected, what can be done with them.
fn count_ui(ui: &mut Ui, state: &mut DraftsScreen, cx: &DraftsCx<'_>, actions: &mut Actions) {
    let total = state.listing.total;
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        ui.add_space(space::S);
        if total > 0 {
            let all = state.selection.len() >= total;
            let name = if all { "Select no draft" } else { "Select all drafts" };
            if widgets::check_box(ui, name, all).clicked() {
                if all {
                    state.selection.clear();
                } else {
                    select_all(state, actions);
                }
            }
            ui.add_space(space::XS);
        }
        if state.selection.is_empty() {
            if total > 0 {
                widgets::small_muted(ui, &count_words(state));
            }
        } else {
            let shelf = state.shelf();
            if bulk::bulk_ui(ui, &mut state.selection, shelf, cx.folder, actions) {
                state.deleting = Some(Deleting::these(state.selection.ids()));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if state.selection.is_empty() {
                filters::order_ui(ui, &mut state.filters, !state.words.trim().is_empty());
            }
        });
    });
}

fn count_words(state: &DraftsScreen) -> String {
    let listing = &state.listing;
    let total = grouped(listing.total);
    let mut words = match (listing.is_exact, listing.total) {
        (true, 1) => "1 draft".to_owned(),
        (true, _) => format!("{total} drafts"),
        (false, _) => format!("The best {total}; more words narrow it down"),
    };
    if listing.unindexed > 0 && !state.words.trim().is_empty() {
        words.push_str(&format!(". {} more are still being read", grouped(listing.unindexed)));
    }
    words
}

/// 100000 as "100,000".
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn list_ui(ui: &mut Ui, state: &mut DraftsScreen, cx: &DraftsCx<'_>, actions: &mut Actions) {
    let total = state.listing.total;
    if total == 0 {
        ask(state, 0..0, actions);
        if state.listing.is_known() {
            nothing_ui(ui, state);
        }
        return;
    }
    let mut area = egui::ScrollArea::vertical().auto_shrink([false, false]);
    if std::mem::take(&mut state.to_top) {
        area = area.vertical_scroll_offset(0.0);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, size::DRAFT_ROW, total, |ui, range| {
        ask(state, range.clone(), actions);
        for index in range {
            let Some(hit) = state.listing.row(index) else {
                row::waiting_row_ui(ui);
                continue;
            };
            let id = hit.draft.id;
            let selected = state.selection.has(id);
            // A row keeps its identity when it scrolls, and with it the keyboard.
            let asked = ui.push_id(id, |ui| row::row_ui(ui, hit, state.shelf(), selected, cx.now, actions)).inner;
            match asked {
                Some(RowAsked::Toggle) => state.selection.toggle(index, id),
                Some(RowAsked::Delete) => state.deleting = Some(Deleting::one(id, &hit.draft.title)),
                Some(RowAsked::Range) => {
                    let (from, count) = state.selection.range_to(index);
                    select_rows(state, from, count, actions);
                }
                None => {}
            }
        }
    });
}

/// Asks for the rows in sight that are not there.
fn ask(state: &mut DraftsScreen, range: std::ops::Range<usize>, actions: &mut Actions) {
    let generation = state.listing.generation();
    for page in state.listing.wanted(range) {
        actions.push(Action::Search { generation, query: Box::new(listing::page_of(&state.query, page)) });
    }
}

/// While search does not know all words yet, it is asked again each second.
fn look_again(ui: &Ui, state: &mut DraftsScreen) {
    if state.listing.unindexed == 0 || state.words.trim().is_empty() {
        return;
    }
    let now = ui.input(|input| input.time);
    if now >= state.asked_again + 1.0 {
        state.asked_again = now;
        state.listing.renew();
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_secs(1));
}

fn nothing_ui(ui: &mut Ui, state: &mut DraftsScreen) {
    let empty = state.counts[state.shelf] == 0;
    let (title, words) = match (empty, state.shelf()) {
        (true, Shelf::Trash) => ("The trash is empty", "What you move to the trash can be restored from here."),
        (true, Shelf::Archive) => ("The archive is empty", "Put away what you want to keep but not to see."),
        (true, Shelf::Current) => ("No drafts yet", "What you write is kept here as you work."),
        (false, _) if state.words.trim().is_empty() => ("No draft is like that", "Leave out one of the choices above."),
        (false, _) => ("No draft has these words", "Try fewer letters, another word, or leave out a choice above."),
    };
    widgets::empty_state(ui, icons::FILE_TEXT, title, words, |_| {});
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!([0, 999, 1_000, 100_000, 1_234_567].map(grouped), ["0", "999", "1,000", "100,000", "1,234,567"]);
    }
}

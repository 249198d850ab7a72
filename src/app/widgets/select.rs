//! A choice from a list that pops up, with a box to filter long lists.

use egui::accesskit::HasPopup;
use egui::{
    Color32, Id, Key, Modifiers, Popup, Response, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui,
    WidgetInfo, vec2,
};

use super::menu::{MenuItem, entry, popup};
use super::paint;
use crate::app::theme::{Theme, icons, radius, size, space, text};

/// A select of full width without a label above it. Returns the index of another option when that
/// was chosen.
pub fn select<S: AsRef<str>>(ui: &mut Ui, name: &str, selected: Option<usize>, options: &[S]) -> Option<usize> {
    Select::new(name, options).selected(selected).show(ui)
}

/// A select: Space, Enter, a click or an arrow downwards opens it; arrows move, Enter takes, Escape leaves.
#[must_use = "show it"]
pub struct Select<'a, S> {
    name: &'a str,
    options: &'a [S],
    selected: Option<usize>,
    placeholder: &'a str,
    filter: bool,
    label_shown: bool,
    width: Option<f32>,
    bare: Option<bool>,
}

/// What a shown select tells.
#[derive(Clone, Debug)]
pub struct Selected {
    /// The index of another option, if one was chosen.
    pub chosen: Option<usize>,
    /// The button that opens the list.
    pub response: Response,
}

/// Widest words of a bare select, in points: a company's name can be long.
const WIDEST: f32 = 200.0;

/// What is typed in the filter box of an open select, and which match the arrows are on.
#[derive(Clone, Default)]
struct Filter {
    words: String,
    active: usize,
}

impl<'a, S: AsRef<str>> Select<'a, S> {
    /// A choice called `name` among `options`.
    pub fn new(name: &'a str, options: &'a [S]) -> Self {
        Self {
            name,
            options,
            selected: None,
            placeholder: "Choose…",
            filter: false,
            label_shown: false,
            width: None,
            bare: None,
        }
    }

    /// The index of what is chosen now.
    pub fn selected(mut self, selected: Option<usize>) -> Self {
        self.selected = selected.filter(|&index| index < self.options.len());
        self
    }

    /// What to show while nothing is chosen.
    pub fn placeholder(mut self, words: &'a str) -> Self {
        self.placeholder = words;
        self
    }

    /// With a box that narrows the list: countries, currencies.
    pub fn filter(mut self) -> Self {
        self.filter = true;
        self
    }

    /// With its name above it, as a [`super::Field`] has.
    pub fn labelled(mut self) -> Self {
        self.label_shown = true;
        self
    }

    /// So many points wide, instead of all there is.
    pub fn width(mut self, points: f32) -> Self {
        self.width = Some(points);
        self
    }

    /// Only its words and a chevron, as wide as they are; muted, or in the accent when `chosen`:
    /// a filter in a line of several.
    pub fn bare(mut self, chosen: bool) -> Self {
        self.bare = Some(chosen);
        self
    }

    /// Shows it. Returns the index of another option when that was chosen.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        self.show_full(ui).chosen
    }

    /// As [`Select::show`], with the button's response.
    pub fn show_full(self, ui: &mut Ui) -> Selected {
        ui.scope(|ui| self.show_inside(ui)).inner
    }

    fn show_inside(self, ui: &mut Ui) -> Selected {
        if self.label_shown {
            ui.spacing_mut().item_spacing.y = space::XS;
            let words = RichText::new(self.name).font(text::small_medium()).color(Theme::of(ui).muted);
            ui.add(egui::Label::new(words).truncate());
        }
        let response = match self.bare {
            Some(chosen) => self.bare_button_ui(ui, chosen),
            None => self.button_ui(ui),
        };
        let width = response.rect.width().max(if self.bare.is_some() { size::MENU_WIDTH } else { 0.0 });
        let id = Popup::default_response_id(&response);
        let opened = !Popup::is_id_open(ui, id) && (response.clicked() || self.arrow_opens(ui, &response));
        if opened && !response.clicked() {
            Popup::open_id(ui, id);
        }
        let chosen = popup(&response, id, HasPopup::Listbox, width, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::ListBox);
                node.set_label(self.name);
            });
            let chosen = if self.filter { self.filtered_list_ui(ui, id, opened) } else { self.list_ui(ui, opened) };
            if chosen.is_some() {
                ui.close();
            }
            chosen
        })
        .flatten();
        if chosen.is_some() {
            // Picked with the pointer or the keyboard, the keyboard goes on from here.
            response.request_focus();
        }
        Selected { chosen: chosen.filter(|_| chosen != self.selected), response }
    }

    fn arrow_opens(&self, ui: &Ui, response: &Response) -> bool {
        if !response.has_focus() {
            return false;
        }
        let filter = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown))
    }

    fn button_ui(&self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::click());
        let current = self.selected.map(|index| self.options[index].as_ref());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), self.name);
            info.current_text_value = current.map(str::to_owned);
            info
        });
        if ui.is_rect_visible(rect) {
            let fill = if response.hovered() { theme.hover } else { theme.field };
            ui.painter().rect(rect, radius::CONTROL, fill, Stroke::new(size::LINE, theme.edge), StrokeKind::Inside);
            let colour = if current.is_some() { theme.text } else { theme.muted };
            let left = rect.left() + space::M;
            let chevron = rect.right() - space::S - size::ICON_SMALL / 2.0;
            let room = chevron - size::ICON_SMALL - left;
            let words = paint::line(ui, current.unwrap_or(self.placeholder), text::body(), colour, room);
            paint::at_left(ui, rect, left, words);
            paint::icon(ui, egui::pos2(chevron, rect.center().y), icons::CHEVRON_DOWN, size::ICON_SMALL, theme.muted);
        }
        response
    }

    fn bare_button_ui(&self, ui: &mut Ui, chosen: bool) -> Response {
        let theme = Theme::of(ui);
        let current = self.selected.map(|index| self.options[index].as_ref());
        let words = paint::line(ui, current.unwrap_or(self.placeholder), text::body(), Color32::PLACEHOLDER, WIDEST);
        let wanted = vec2(words.size().x + space::XS + size::ICON_SMALL + 2.0 * space::XS, size::MENU_ITEM);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), self.name);
            info.current_text_value = current.map(str::to_owned);
            info
        });
        crate::app::theme::set_ring_radius(&response.ctx, response.id, radius::MEDIUM);
        if ui.is_rect_visible(rect) {
            ui.painter().rect_filled(rect, radius::MEDIUM, paint::bare_fill(theme, &response));
            let colour = match (chosen, response.hovered()) {
                (true, _) => theme.accent,
                (false, true) => theme.text,
                (false, false) => theme.muted,
            };
            let top = rect.center().y - words.size().y / 2.0;
            let left = rect.left() + space::XS;
            ui.painter().galley_with_override_text_color(egui::pos2(left, top), words, colour);
            let chevron = egui::pos2(rect.right() - space::XS - size::ICON_SMALL / 2.0, rect.center().y);
            paint::icon(ui, chevron, icons::CHEVRON_DOWN, size::ICON_SMALL, colour);
        }
        response
    }

    fn list_ui(&self, ui: &mut Ui, opened: bool) -> Option<usize> {
        list_area(ui, |ui| {
            let mut chosen = None;
            for (index, option) in self.options.iter().enumerate() {
                let selected = self.selected == Some(index);
                let response = option_ui(ui, option.as_ref(), selected, false);
                if opened && (selected || (self.selected.is_none() && index == 0)) {
                    response.request_focus();
                    response.scroll_to_me(Some(egui::Align::Center));
                }
                if response.gained_focus() {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(index);
                }
            }
            chosen
        })
    }

    fn filtered_list_ui(&self, ui: &mut Ui, id: Id, opened: bool) -> Option<usize> {
        let state_id = id.with("filter");
        let mut state = if opened { Filter::default() } else { ui.data(|d| d.get_temp(state_id)).unwrap_or_default() };
        let (up, down, enter) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            (pressed(Key::ArrowUp), pressed(Key::ArrowDown), pressed(Key::Enter) && !opened)
        });

        // Room for the focus ring.
        ui.add_space(size::FOCUS_RING);
        let edit = TextEdit::singleline(&mut state.words)
            .id(id.with("words"))
            .desired_width(f32::INFINITY)
            .frame(super::field::frame(Theme::of(ui), Theme::of(ui).edge))
            .hint_text("Type to filter");
        let edit = ui.add(edit).accessible_name(format!("Filter {}", self.name));
        if opened {
            edit.request_focus();
        }
        let matches = matching(self.options, &state.words);
        if edit.changed() {
            state.active = 0;
        } else if opened {
            state.active = self.selected.unwrap_or(0);
        }
        let last = matches.len().saturating_sub(1);
        if down {
            state.active = (state.active + 1).min(last);
        } else if up {
            state.active = state.active.saturating_sub(1);
        }
        let moved = up || down || opened || edit.changed();

        let mut chosen = None;
        if enter {
            chosen = matches.get(state.active).copied();
        }
        ui.add_space(space::XS);
        if matches.is_empty() {
            super::label::small_muted(ui, "Nothing matches. Try fewer letters.");
        }
        let clicked = list_area(ui, |ui| {
            let mut clicked = None;
            for (place, &index) in matches.iter().enumerate() {
                let active = place == state.active;
                let selected = self.selected == Some(index);
                let response = option_ui(ui, self.options[index].as_ref(), selected, active);
                if active {
                    ui.ctx().accesskit_node_builder(edit.id, |node| {
                        node.set_active_descendant(response.id.accesskit_id());
                    });
                    if moved {
                        response.scroll_to_me(None);
                    }
                }
                if response.clicked() {
                    clicked = Some(index);
                }
            }
            clicked
        });
        ui.data_mut(|data| data.insert_temp(state_id, state));
        chosen.or(clicked)
    }
}

fn list_area<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ScrollArea::vertical().max_height(size::SELECT_LIST).show(ui, content).inner
}

fn option_ui(ui: &mut Ui, label: &str, selected: bool, active: bool) -> Response {
    entry(ui, MenuItem::new(label).checked(selected), Role::ListBoxOption, active)
}

/// The indices of the options that hold `words`, those that begin with them first.
fn matching<S: AsRef<str>>(options: &[S], words: &str) -> Vec<usize> {
    let words = words.trim().to_lowercase();
    let rank = |index: &usize| {
        let option = options[*index].as_ref().to_lowercase();
        if option.starts_with(&words) { Some(0) } else { option.contains(&words).then_some(1) }
    };
    let mut found: Vec<(u8, usize)> =
        (0..options.len()).filter_map(|index| rank(&index).map(|rank| (rank, index))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::matching;

    #[test]
    fn a_filter_puts_what_begins_with_the_words_first() {
        let options = ["Australia", "Austria", "Belarus", "United States"];
        assert_eq!(matching(&options, ""), [0, 1, 2, 3]);
        assert_eq!(matching(&options, "us"), [0, 1, 2]);
        assert_eq!(matching(&options, " UNI "), [3]);
        assert_eq!(matching(&["Sausage", "US dollar"], "us"), [1, 0]);
        assert!(matching(&options, "x").is_empty());
    }
}

//! The left panel: the role above, then the sections in the order of a posting. Each section is
//! a file of its own that asks for edits and changes nothing.

use std::rc::Rc;

use egui::{Response, Ui};

use super::items::Row;
use super::state::{EditorUi, Section};
use super::{about, apply_section, basics, company, education, lists, pay};
use crate::app::action::{Action, Actions};
use crate::app::review::Current;
use crate::app::theme::{radius, space};
use crate::app::widgets;
use crate::catalog::{Catalog, Track};
use crate::document::Origin;
use crate::posting::{Edit, List, Posting};

/// A choice among more than this many has a box to filter them.
const FILTER_FROM: usize = 12;

/// What a section paints from, and where it puts what it asks for.
pub struct Panel<'a> {
    /// The posting.
    pub posting: &'a Posting,
    /// What it could say.
    pub catalog: &'a Catalog,
    /// What is open, filtered, half-typed.
    pub state: &'a mut EditorUi,
    /// What the review says about it.
    pub review: &'a Current,
    /// What is asked for.
    pub actions: &'a mut Actions,
}

impl Panel<'_> {
    /// Asks for a change.
    pub fn edit(&mut self, edit: Edit) {
        self.actions.push(Action::Edit(edit));
    }

    /// The rows of a list.
    pub fn rows(&mut self, list: List) -> Rc<[Row]> {
        self.state.rows.get(list, self.posting, self.catalog)
    }

    /// True if the line that this control makes is under the pointer in the preview.
    pub fn lit(&self, origin: &Origin) -> bool {
        self.state.hover_page.as_ref() == Some(origin)
    }

    /// Ties a control to its line in the preview: a click there comes here, the pointer here
    /// lights it there, the keyboard here shows it there; leaving ends the undo step.
    pub fn tie(&mut self, origin: &Origin, response: &Response) {
        if self.state.goto.as_ref() == Some(origin) {
            self.state.goto = None;
            response.scroll_to_me(Some(egui::Align::Center));
            response.request_focus();
        }
        if response.hovered() {
            self.state.hover_panel = Some(origin.clone());
        }
        if response.gained_focus() {
            self.state.reveal_in_page = Some(origin.clone());
        }
        if response.lost_focus() {
            self.actions.push(Action::EndStep);
        }
    }

    /// A one-line text.
    pub fn line(
        &mut self,
        ui: &mut Ui,
        origin: &Origin,
        label: &str,
        value: &str,
        hint: &str,
        make: impl FnOnce(String) -> Edit,
    ) {
        let mut typed = value.to_owned();
        let notes = self.review.notes(origin);
        let response = lit_ui(ui, self.lit(origin), |ui| {
            widgets::Field::new(label, &mut typed).placeholder(hint).notes(notes).show(ui)
        });
        ui.add_space(space::M);
        self.tie(origin, &response);
        if response.changed() && typed != value {
            self.edit(make(typed));
        }
    }

    /// A text of several lines.
    pub fn area(
        &mut self,
        ui: &mut Ui,
        origin: &Origin,
        label: &str,
        value: &str,
        hint: &str,
        make: impl FnOnce(String) -> Edit,
    ) {
        let mut typed = value.to_owned();
        let notes = self.review.notes(origin);
        let response = lit_ui(ui, self.lit(origin), |ui| {
            widgets::Field::new(label, &mut typed).placeholder(hint).rows(4).notes(notes).show(ui)
        });
        ui.add_space(space::M);
        self.tie(origin, &response);
        if response.changed() && typed != value {
            self.edit(make(typed));
        }
    }

    /// A text whose value is not one, such as an amount: what is half-typed stays until it can
    /// be read; `read` says what it means, or what is wrong.
    #[expect(clippy::too_many_arguments, reason = "a field is what it shows, what it reads and what it asks for")]
    pub fn typed<T: PartialEq>(
        &mut self,
        ui: &mut Ui,
        origin: &Origin,
        (key, label, hint): (&'static str, &str, &str),
        value: &T,
        shown: &str,
        read: impl Fn(&str) -> Result<T, String>,
        make: impl FnOnce(T) -> Edit,
    ) {
        let mut typed = self.state.buffers.get(key).cloned().unwrap_or_else(|| shown.to_owned());
        let problem = if self.state.buffers.contains_key(key) { read_problem(&typed, &read) } else { None };
        let response = lit_ui(ui, self.lit(origin), |ui| {
            widgets::Field::new(label, &mut typed).placeholder(hint).error(problem.as_deref()).show(ui)
        });
        ui.add_space(space::M);
        self.tie(origin, &response);
        if response.changed() {
            self.state.buffers.insert(key, typed.clone());
            if let Ok(new) = read(&typed)
                && new != *value
            {
                self.edit(make(new));
            }
        } else if response.lost_focus() && problem.is_none() {
            self.state.buffers.remove(key);
        }
    }

    /// One of several, with a word for each.
    pub fn choice<T: PartialEq + Clone, S: AsRef<str>>(
        &mut self,
        ui: &mut Ui,
        origin: &Origin,
        label: &str,
        value: &T,
        options: &[(T, S)],
        make: impl FnOnce(T) -> Edit,
    ) {
        let words: Vec<&str> = options.iter().map(|(_, words)| words.as_ref()).collect();
        let selected = options.iter().position(|(option, _)| option == value);
        let mut select = widgets::Select::new(label, &words).selected(selected).labelled();
        if words.len() > FILTER_FROM {
            select = select.filter();
        }
        let chosen = lit_ui(ui, self.lit(origin), |ui| select.show_full(ui));
        ui.add_space(space::M);
        self.tie(origin, &chosen.response);
        if let Some((option, _)) = chosen.chosen.and_then(|index| options.get(index))
            && option != value
        {
            self.edit(make(option.clone()));
        }
    }
}

fn read_problem<T>(typed: &str, read: &impl Fn(&str) -> Result<T, String>) -> Option<String> {
    read(typed).err()
}

/// Shows something with the accent's soft ground beneath it if it is `lit`.
fn lit_ui<R>(ui: &mut Ui, lit: bool, content: impl FnOnce(&mut Ui) -> R) -> R {
    let ground = ui.painter().add(egui::Shape::Noop);
    let shown = ui.scope(content);
    if lit {
        let theme = crate::app::theme::Theme::of(ui.ctx());
        let rect = shown.response.rect.expand2(egui::vec2(space::S, space::XS));
        ui.painter().set(ground, egui::Shape::rect_filled(rect, radius::CONTROL, theme.accent_soft));
    }
    shown.inner
}

/// Paints the whole panel.
pub fn panel_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    panel.state.hover_panel = None;
    egui::Frame::new().inner_margin(egui::Margin::symmetric(space::S as i8, 0)).show(ui, |ui| role_ui(ui, panel));
    ui.add_space(space::M);
    let inset = egui::Margin::symmetric(space::S as i8, 0);
    let scroll = egui::ScrollArea::vertical().id_salt("controls").auto_shrink([false, false]).content_margin(inset);
    scroll.show(ui, |ui| {
        // Rows and headers touch; what needs air asks for it.
        ui.spacing_mut().item_spacing.y = 0.0;
        for section in Section::ALL {
            let open = panel.state.is_open(section);
            let under_pointer = panel.state.hover_page.as_ref().and_then(Section::of) == Some(section);
            // A section is itself whatever is unfolded above it, and so is what has the keyboard in it.
            ui.push_id(section.key(), |ui| {
                let header = lit_ui(ui, under_pointer && !open, |ui| {
                    widgets::section_header(ui, section.label(), &summary(panel, section), open)
                });
                if header.clicked() {
                    panel.state.toggle(section);
                    panel.actions.push(Action::SectionsChanged);
                }
                if open {
                    section_ui(ui, panel, section);
                    ui.add_space(space::M);
                }
            });
        }
        ui.add_space(space::XXL);
    });
    // A control that is not there, such as one that a filter hides, is not waited for.
    panel.state.goto = None;
}

fn role_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let role = panel.posting.role.clone();
    let specialisms: Vec<&str> = panel.catalog.specialisms.iter().map(|s| s.label.as_str()).collect();
    let levels = panel.catalog.levels_to_choose(role.level);
    let labels: Vec<&str> = levels.iter().map(|l| l.label.as_str()).collect();
    let specialism = panel.catalog.specialisms.iter().position(|s| s.id == role.specialism);
    let level = levels.iter().position(|l| l.id == role.level);
    ui.columns(2, |columns| {
        let chosen = widgets::select(&mut columns[0], "Specialism", specialism, &specialisms);
        if let Some(new) = chosen.and_then(|index| panel.catalog.specialisms.get(index)) {
            panel.actions.push(Action::Edit(Edit::Specialism(new.id.clone())));
        }
        let chosen = widgets::select(&mut columns[1], "Level", level, &labels);
        if let Some(new) = chosen.and_then(|index| levels.get(index)) {
            panel.actions.push(Action::Edit(Edit::Level(new.id)));
        }
    });
    ui.add_space(space::S);
    let labels: Vec<&str> = Track::ALL.iter().map(|track| track.label()).collect();
    let selected = Track::ALL.iter().position(|track| *track == role.track).unwrap_or(0);
    if let Some(index) = widgets::segmented(ui, "Developer or engineer", &labels, selected)
        && let Some(track) = Track::ALL.get(index)
    {
        panel.edit(Edit::Track(*track));
    }
}

fn section_ui(ui: &mut Ui, panel: &mut Panel<'_>, section: Section) {
    match section {
        Section::Basics => basics::basics_ui(ui, panel),
        Section::About => about::about_ui(ui, panel),
        Section::Skills => lists::list_ui(ui, panel, List::Skills),
        Section::Duties => lists::list_ui(ui, panel, List::Duties),
        Section::Education => education::education_ui(ui, panel),
        Section::Pay => {
            pay::pay_ui(ui, panel);
            ui.add_space(space::M);
            lists::list_ui(ui, panel, List::Benefits);
        }
        Section::Hiring => lists::list_ui(ui, panel, List::Steps),
        Section::Company => company::company_ui(ui, panel),
        Section::Apply => apply_section::apply_ui(ui, panel),
    }
}

/// What a folded section says of itself.
fn summary(panel: &mut Panel<'_>, section: Section) -> String {
    match section {
        Section::Basics => basics::summary(panel.posting),
        Section::About => if panel.posting.summary.on { "" } else { "off" }.to_owned(),
        Section::Skills => lists::skills_summary(panel),
        Section::Duties => lists::count_summary(panel, List::Duties),
        Section::Education => education::summary(panel.posting),
        Section::Pay => pay::summary(panel.posting),
        Section::Hiring => lists::count_summary(panel, List::Steps),
        Section::Company => company::summary(panel.posting),
        Section::Apply => apply_section::summary(panel.posting),
    }
}

/// A muted group label.
pub fn group_label(ui: &mut Ui, words: &str) {
    ui.add_space(space::S);
    widgets::group_label(ui, words);
    ui.add_space(space::XS);
}

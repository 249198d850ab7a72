//! Developer or engineer: on the left the questions, or the two side by side; on the right what
//! the answers lean to, why, and how to use it.

mod lean;
mod levels;
mod questions;
mod side_by_side;

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use crate::app::action::Actions;
use crate::app::theme::{Theme, size, space};
use crate::app::widgets;
use crate::catalog::{Catalog, Id, Level, Role, Track};
use crate::chooser::{self, Answers, Lean};
use crate::posting::Posting;

/// The things that the left side can show.
const TABS: [&str; 3] = ["Questions", "Side by side", "Levels"];

/// What was answered and chosen so far. It is kept while the window is open.
pub struct ChooseScreen {
    answers: Answers,
    specialism: Option<Id>,
    level: Level,
    /// The side chosen by hand; `None`: the one that the answers lean to.
    track: Option<Track>,
    tab: usize,
    /// True: it was opened from a posting, which is to be changed rather than a new one begun.
    for_open: bool,
    /// True: the left side is shown from its beginning next.
    to_top: bool,
}

/// What the screen needs from the window.
pub struct ChooseCx<'a> {
    /// Questions and roles.
    pub catalog: &'a Catalog,
    /// The posting that is open.
    pub open: Option<&'a Posting>,
}

impl ChooseScreen {
    /// Nothing answered yet.
    pub fn new() -> Self {
        Self {
            answers: Answers::default(),
            specialism: None,
            level: Level::Mid,
            track: None,
            tab: 0,
            for_open: false,
            to_top: false,
        }
    }

    /// Shows it for a role, that of the posting on the screen before if there is one; what that says
    /// by itself is answered.
    pub fn begin(&mut self, role: Option<&Role>, open: Option<(&Posting, &Catalog)>) {
        let for_open = open.is_some();
        if let Some((posting, catalog)) = open {
            self.answers.from_posting(posting, catalog);
        }
        if let Some(role) = role {
            self.specialism = Some(role.specialism.clone());
            self.level = role.level;
        }
        self.track = None;
        self.for_open = for_open;
        self.to_top = true;
    }

    /// The role that the choices come to.
    fn role(&self, lean: &Lean<'_>, cx: &ChooseCx<'_>) -> Option<Role> {
        let specialism = self.specialism.as_ref().filter(|id| cx.catalog.specialism(id).is_some());
        let specialism = specialism.or_else(|| cx.catalog.specialisms.first().map(|first| &first.id))?.clone();
        let open = cx.open.filter(|_| self.for_open).map(|posting| posting.role.track);
        let track = self.track.or(lean.side.track()).or(open).unwrap_or(Track::Developer);
        Some(Role { specialism, track, level: self.level })
    }
}

/// Paints the screen.
pub fn choose_ui(ui: &mut Ui, state: &mut ChooseScreen, cx: &ChooseCx<'_>, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    let lean = chooser::lean(cx.catalog, &state.answers);
    let wide = ui.available_width() > size::NARROW_WINDOW;
    let side = if wide { size::LEFT_PANEL } else { (ui.available_width() * 0.4).min(size::RIGHT_PANEL) };
    let margin = Margin::symmetric(space::S as i8, 0);
    let mut answers = None;
    let mut level = None;
    Panel::right("lean")
        .frame(Frame::new().fill(theme.desk).inner_margin(margin))
        .exact_size(side)
        .resizable(false)
        .show(ui, |ui| lean::lean_ui(ui, state, &lean, cx, actions));
    CentralPanel::default().frame(Frame::new().fill(theme.panel)).show(ui, |ui| {
        let mut scroll = ScrollArea::vertical().id_salt(state.tab).auto_shrink([false, false]);
        if std::mem::take(&mut state.to_top) {
            scroll = scroll.vertical_scroll_offset(0.0);
        }
        scroll.show(ui, |ui| {
            let width = size::DIALOG_WIDE.min(ui.available_width() - 2.0 * space::L);
            let side = ((ui.available_width() - width) / 2.0).max(space::L);
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.add_space(space::L);
                    if let Some(tab) = widgets::segmented(ui, "What to show", &TABS, state.tab) {
                        state.tab = tab;
                    }
                    ui.add_space(space::L);
                    match (state.tab, state.role(&lean, cx)) {
                        (1, Some(role)) => side_by_side::side_by_side_ui(ui, &role, cx),
                        (2, Some(role)) => {
                            if let Some(chosen) = levels::levels_ui(ui, &role, cx) {
                                level = Some(chosen);
                            }
                        }
                        _ => answers = questions::questions_ui(ui, &state.answers, cx.catalog),
                    }
                    ui.add_space(space::XXL);
                });
            });
        });
    });
    if let Some(level) = level {
        state.level = level;
        ui.ctx().request_discard("a level changed the role");
    }
    if let Some(answers) = answers {
        state.answers = answers;
        // The lean, painted before the questions, is to be that of the answers.
        ui.ctx().request_discard("an answer changed the lean");
    }
}

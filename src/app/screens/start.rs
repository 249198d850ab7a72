//! The start screen: a new posting in three choices, recent drafts, open a file.

use egui::{RichText, Ui};
use jiff::Timestamp;

use super::when;
use crate::app::Keeping;
use crate::app::action::{Action, Actions};
use crate::app::command::Command;
use crate::app::theme::{Theme, icons, size, space, text};
use crate::app::widgets;
use crate::catalog::{Catalog, Id, Level, Role, Track};
use crate::drafts::DraftInfo;

/// The choices made so far.
pub struct StartScreen {
    specialism: Option<Id>,
    track: Track,
    level: Level,
    recent: Vec<DraftInfo>,
    /// Whether drafts are kept.
    pub keeping: Keeping,
}

impl StartScreen {
    /// As last time, or the first specialism, engineer, senior.
    pub fn new(catalog: &Catalog, last: Option<&Role>, keeping: Keeping) -> Self {
        let known = last.filter(|role| catalog.specialism(&role.specialism).is_some());
        Self {
            specialism: known
                .map(|role| role.specialism.clone())
                .or_else(|| catalog.specialisms.first().map(|specialism| specialism.id.clone())),
            track: known.map_or(Track::Developer, |role| role.track),
            level: known.map_or(Level::Mid, |role| role.level),
            recent: Vec::new(),
            keeping,
        }
    }

    /// The role chosen so far.
    pub fn role(&self) -> Option<Role> {
        let specialism = self.specialism.clone()?;
        Some(Role { specialism, track: self.track, level: self.level })
    }

    /// Takes the newest of the drafts.
    pub fn set_recent(&mut self, drafts: &[DraftInfo]) {
        self.recent = drafts.to_vec();
    }
}

/// Paints the screen.
pub fn start_ui(
    ui: &mut Ui,
    state: &mut StartScreen,
    catalog: &Catalog,
    clock: fn() -> Timestamp,
    actions: &mut Actions,
) {
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let width = size::DIALOG.min(ui.available_width() - 2.0 * space::L);
        let side = ((ui.available_width() - width) / 2.0).max(space::L);
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.add_space(space::XXL);
                new_ui(ui, state, catalog, actions);
                ui.add_space(space::XXL);
                recent_ui(ui, state, clock(), actions);
                ui.add_space(space::XXL);
            });
        });
    });
}

fn new_ui(ui: &mut Ui, state: &mut StartScreen, catalog: &Catalog, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    ui.label(RichText::new("Whom are you looking for?").font(text::title()).color(theme.text));
    ui.add_space(space::S);
    ui.label(
        RichText::new("Three choices, and the posting is written. Everything can be changed afterwards.")
            .color(theme.muted),
    );
    ui.add_space(space::L);

    let labels: Vec<&str> = catalog.specialisms.iter().map(|specialism| specialism.label.as_str()).collect();
    let selected = catalog.specialisms.iter().position(|s| Some(&s.id) == state.specialism.as_ref()).unwrap_or(0);
    widgets::group_label(ui, "Specialism");
    if let Some(index) = widgets::segmented(ui, "Specialism", &labels, selected) {
        state.specialism = catalog.specialisms.get(index).map(|s| s.id.clone());
    }
    let specialism = state.specialism.as_ref().and_then(|id| catalog.specialism(id));
    if let Some(specialism) = specialism {
        widgets::small_muted(ui, &specialism.hint);
    }
    ui.add_space(space::M);

    widgets::group_label(ui, "Developer or engineer");
    let labels: Vec<&str> = Track::ALL.iter().map(|track| track.label()).collect();
    let selected = Track::ALL.iter().position(|track| *track == state.track).unwrap_or(0);
    if let Some(track) =
        widgets::segmented(ui, "Developer or engineer", &labels, selected).and_then(|i| Track::ALL.get(i))
    {
        state.track = *track;
    }
    if let Some(specialism) = specialism {
        widgets::small_muted(ui, &specialism.words(state.track).hint);
    }
    if widgets::link_button(ui, Command::Choose.label()).clicked() {
        actions.push(Action::Command(Command::Choose));
    }
    ui.add_space(space::M);

    widgets::group_label(ui, "Level");
    let levels = catalog.levels_to_choose(state.level);
    let labels: Vec<&str> = levels.iter().map(|level| level.label.as_str()).collect();
    let selected = levels.iter().position(|level| level.id == state.level).unwrap_or(0);
    if let Some(level) = widgets::segmented(ui, "Level", &labels, selected).and_then(|i| levels.get(i)) {
        state.level = level.id;
    }
    if let Some(level) = catalog.level(state.level) {
        widgets::small_muted(ui, &level.hint);
    }
    ui.add_space(space::L);

    if let Some(role) = state.role() {
        ui.horizontal(|ui| {
            if widgets::primary_button_with(ui, Some(icons::PLUS), "Write the posting", true).clicked() {
                actions.push(Action::Begin(role.clone()));
            }
            ui.add_space(space::S);
            ui.label(RichText::new(catalog.title(&role)).font(text::medium()).color(theme.muted));
        });
    }
}

fn recent_ui(ui: &mut Ui, state: &StartScreen, now: Timestamp, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    ui.label(RichText::new("Recent drafts").font(text::heading()).color(theme.text));
    ui.add_space(space::S);
    if state.recent.is_empty() {
        let words = match state.keeping {
            Keeping::Yes => "No drafts yet. What you write is saved here as you work.",
            Keeping::Salvaging => "Your drafts are here as soon as what can be read of the damaged file is saved.",
            Keeping::No => "Drafts are not kept at the moment, because their folder could not be opened.",
        };
        widgets::small_muted(ui, words);
    }
    for draft in &state.recent {
        let about = if draft.company.is_empty() { String::new() } else { format!("{} · ", draft.company) };
        let aside = format!("{about}{}", when(draft.changed, now));
        if widgets::list_row(ui, icons::FILE_TEXT, &draft.title, &aside).clicked() {
            actions.push(Action::OpenDraft(draft.id));
        }
    }
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        for command in [Command::ShowDrafts, Command::OpenFile, Command::CompanyProfile] {
            let words = if command == Command::ShowDrafts { "All drafts" } else { command.label() };
            if widgets::quiet_button_with_icon(ui, command.icon().unwrap_or(icons::FILE_TEXT), words).clicked() {
                actions.push(Action::Command(command));
            }
        }
    });
}

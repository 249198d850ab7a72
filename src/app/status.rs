//! The bar at the bottom: how much there is to read, on which paper, in which language.

use std::path::PathBuf;

use egui::{Align, Layout, RichText, Ui};

use super::action::{Action, Actions};
use super::command::Command;
use super::review::{ReviewAction, count_words, measured};
use super::theme::{Theme, radius, size, space, text};
use super::widgets;
use crate::document::{Field, Origin, Paper, Stats};
use crate::drafts::Zoom;
use crate::posting::PostingLocale;
use crate::review::{Measures, Severity};

/// What the bar shows.
pub enum StatusState {
    /// A posting is open.
    Posting {
        /// How much there is to read.
        stats: Stats,
        /// What the review says, once it has looked.
        review: Option<StatusReview>,
        /// Pages, once the preview was painted.
        pages: Option<usize>,
        /// The paper.
        paper: Paper,
        /// Its language and region.
        locale: PostingLocale,
        /// The page's zoom.
        zoom: Zoom,
    },
    /// Another screen: where the drafts are.
    Folder(PathBuf),
    /// Another screen, and there is no store to keep drafts in.
    NothingKept,
}

/// What the review says in few words.
#[derive(Clone, Copy, Debug)]
pub struct StatusReview {
    /// Open findings, worst first, as [`Severity::ALL`].
    pub counts: [usize; 3],
    /// How much there is to read, and how hard it is.
    pub measures: Measures,
}

/// Long work that is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// What it is, as the beginning of a line.
    pub what: WorkKind,
    /// How much of it is done.
    pub done: usize,
    /// How much there is to do; 0: not known yet.
    pub total: usize,
    /// True: it was told to stop, and comes to that.
    pub stopping: bool,
}

/// What long work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkKind {
    Export,
    Duplicate,
    OpenFolder,
    Backup,
    Restore,
    Relocate,
}

impl WorkKind {
    fn label(self) -> &'static str {
        match self {
            Self::Export => "Writing files",
            Self::Duplicate => "Duplicating drafts",
            Self::OpenFolder => "Opening files",
            Self::Backup => "Backing up",
            Self::Restore => "Restoring the backup",
            Self::Relocate => "Moving the drafts",
        }
    }

    /// True: its parts are things a person counts.
    fn counts(self) -> bool {
        matches!(self, Self::Export | Self::Duplicate | Self::OpenFolder)
    }
}

impl Work {
    /// It has just begun.
    pub fn new(what: WorkKind) -> Self {
        Self { what, done: 0, total: 0, stopping: false }
    }

    fn part(self) -> f32 {
        if self.total == 0 { 0.0 } else { (self.done as f32 / self.total as f32).min(1.0) }
    }

    fn words(self) -> String {
        let what = self.what.label();
        if self.stopping {
            "Stopping…".to_owned()
        } else if self.total == 0 {
            format!("{what}…")
        } else if self.what.counts() {
            format!("{what}: {} of {} done", self.done, self.total)
        } else {
            format!("{what}: {:.0}% done", self.part() * 100.0)
        }
    }
}

/// Paints the bar. `work`: long work that is being done.
pub fn status_ui(ui: &mut Ui, state: &StatusState, work: Option<Work>, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    if let Some(work) = work {
        work_ui(ui, work, actions);
        return;
    }
    let say = |ui: &mut Ui, words: String| {
        ui.add(egui::Label::new(RichText::new(words).font(text::small()).color(theme.muted)).truncate());
    };
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| match state {
        StatusState::NothingKept => {
            say(ui, "Drafts are not kept at the moment. Save a copy of what you write.".to_owned());
        }
        StatusState::Folder(folder) => {
            say(ui, format!("Everything stays on this computer, in {}", folder.display()));
        }
        StatusState::Posting { stats, review, pages, paper, locale, zoom } => {
            if let Some(review) = review {
                counts_ui(ui, &review.counts, actions);
                ui.add_space(space::S);
            }
            let measured = review.as_ref().map(|review| measured(&review.measures)).unwrap_or_default();
            let wide = ui.max_rect().width() >= size::STATUS_BAR_WIDE;
            let picture = |ui: &mut Ui, name: &str| {
                if let Some(one) = measured.iter().find(|one| wide && one.name == name) {
                    widgets::gauge(ui, size::MEASURE_SMALL, &one.norm, one.value, &one.words);
                    ui.add_space(space::S);
                }
            };
            let words = review.as_ref().map_or(stats.words, |review| review.measures.words);
            say(ui, if words == 1 { "1 word".to_owned() } else { format!("{words} words") });
            picture(ui, "Words");
            for (name, one, many) in [("Duties", "duty", "duties"), ("Requirements", "requirement", "requirements")] {
                if let Some(measure) = measured.iter().find(|one| wide && one.name == name) {
                    say(ui, format!("{} {}", measure.figures, if measure.figures == "1" { one } else { many }));
                    picture(ui, name);
                }
            }
            if let Some(grade) = measured.iter().find(|one| one.name == "Reading grade") {
                let words = RichText::new(format!("Grade {}", grade.figures)).font(text::small()).color(theme.muted);
                ui.add(egui::Label::new(words).truncate()).on_hover_text(&grade.words);
                ui.add_space(space::S);
            }
            say(ui, format!("{} min to read", stats.minutes_to_read));
            ui.add_space(space::S);
            let pages = pages.map_or_else(String::new, |n| {
                if n == 1 { "About 1 page · ".to_owned() } else { format!("About {n} pages · ") }
            });
            say(ui, format!("{pages}{}", paper.label()));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if widgets::status_button(ui, &format!("{}%", zoom.percent()), "Page zoom: back to 100%").clicked() {
                    actions.push(Action::Command(Command::ZoomReset));
                }
                if widgets::status_button(ui, &format!("English ({})", locale.region.code()), "Language and region")
                    .clicked()
                {
                    actions.push(Action::GoTo(Origin::Field(Field::Locale)));
                }
            });
        }
    });
}

/// What the review found, by number: a press shows or hides it.
fn counts_ui(ui: &mut Ui, counts: &[usize; 3], actions: &mut Actions) {
    let parts: Vec<(Severity, usize)> =
        Severity::ALL.into_iter().zip(counts.iter().copied()).filter(|(_, count)| *count > 0).collect();
    let words: Vec<String> = parts.iter().map(|(severity, count)| count_words(*severity, *count)).collect();
    let words = if words.is_empty() { "nothing to fix".to_owned() } else { words.join(", ") };
    if widgets::counts_button(ui, &parts, &format!("Review: {words}")).clicked() {
        actions.push(Action::Review(ReviewAction::Toggle));
    }
}

/// How far long work is, in place of everything else, and a way to end it.
fn work_ui(ui: &mut Ui, work: Work, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.label(RichText::new(work.words()).font(text::small()).color(theme.text));
        let (rect, bar) = ui.allocate_exact_size(egui::vec2(size::MENU_WIDTH, space::XS), egui::Sense::hover());
        let part = work.part();
        ui.painter().rect_filled(rect, radius::SMALL, theme.quiet);
        let filled = egui::Rect::from_min_size(rect.min, egui::vec2(rect.width() * part, rect.height()));
        ui.painter().rect_filled(filled, radius::SMALL, theme.accent);
        bar.ctx.accesskit_node_builder(bar.id, |node| {
            node.set_role(egui::Role::ProgressIndicator);
            node.set_label("Progress");
            node.set_numeric_value(f64::from(part) * 100.0);
        });
        if !work.stopping && widgets::link_button(ui, "Stop").clicked() {
            actions.push(Action::CancelJob);
        }
    });
}

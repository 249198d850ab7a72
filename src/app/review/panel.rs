//! The right panel: how good the posting is. Findings as cards, the worst first, then those that
//! were dismissed.

use std::collections::HashMap;

use egui::{Align, Layout, Margin, RichText, Stroke, Ui, accesskit};

use super::Current;
use super::beside::beside_ui;
use super::card::{Card, card_ui, dismissed_ui};
use super::state::{ReviewAction, ReviewUi};
use crate::app::action::{Action, Actions};
use crate::app::theme::{Theme, icons, size, space, text};
use crate::app::widgets;
use crate::review::{Finding, RULES, Severity};

/// What the panel shows.
pub struct Shown<'a> {
    /// The review.
    pub current: &'a Current,
    /// True: there will be none in this window.
    pub failed: bool,
    /// Rules that are turned on.
    pub rules_on: usize,
}

/// "2 to fix": a count of findings in words.
pub fn count_words(severity: Severity, count: usize) -> String {
    match severity {
        Severity::Must => format!("{count} to fix"),
        Severity::Should => format!("{count} should fix"),
        Severity::Consider => format!("{count} to consider"),
    }
}

/// Paints the panel.
pub fn panel_ui(ui: &mut Ui, shown: &Shown<'_>, state: &mut ReviewUi, actions: &mut Actions) {
    let current = shown.current;
    // Open ones come first, so that their place here is that among all.
    let open: Vec<&Finding> = current.findings().iter().filter(|finding| finding.dismissed.is_none()).collect();
    let dismissed: Vec<&Finding> = current.findings().iter().filter(|finding| finding.dismissed.is_some()).collect();
    state.focus_card = state.next_card.take().and_then(|card| open.len().checked_sub(1).map(|last| card.min(last)));
    let inset = |ui: &mut Ui, content: &mut dyn FnMut(&mut Ui)| {
        egui::Frame::new().inner_margin(Margin::symmetric(space::S as i8, 0)).show(ui, |ui| content(ui));
    };
    inset(ui, &mut |ui| head_ui(ui, shown, actions));
    ui.add_space(space::S);
    let margin = Margin::symmetric(space::S as i8, 0);
    // In a low window it lies below the cards, else at the foot of the panel, always in sight.
    let at_foot = current.is_there() && ui.available_height() > size::FOOT_FROM;
    let height = ui.available_height() - if at_foot { size::FOOT } else { 0.0 };
    let scroll = egui::ScrollArea::vertical().id_salt("findings").auto_shrink([false, false]).content_margin(margin);
    scroll.max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if current.is_there() && open.is_empty() {
            nothing_ui(ui, shown, !dismissed.is_empty());
        }
        cards_ui(ui, current, &open, state, actions);
        if !dismissed.is_empty() {
            ui.add_space(space::XS);
            let summary = dismissed.len().to_string();
            if widgets::section_header(ui, "Dismissed", &summary, state.dismissed_open).clicked() {
                state.dismissed_open = !state.dismissed_open;
            }
            if state.dismissed_open {
                for (index, finding) in dismissed.iter().enumerate() {
                    ui.push_id(("dismissed", index), |ui| dismissed_ui(ui, finding, actions));
                    ui.add_space(space::S);
                }
            }
        }
        if current.is_there() && !at_foot {
            ui.add_space(space::M);
            beside_ui(ui, &current.measures());
        }
        ui.add_space(space::L);
    });
    if at_foot {
        let line = ui.available_rect_before_wrap();
        ui.painter().hline(line.x_range(), line.top(), Stroke::new(size::LINE, Theme::of(ui.ctx()).line));
        ui.add_space(space::M);
        inset(ui, &mut |ui| beside_ui(ui, &current.measures()));
    }
    if state.scrolling > 0 {
        state.scrolling -= 1;
        ui.ctx().request_repaint();
    }
    // What is not there any more is not waited for.
    state.card_wanted = false;
    state.card_revealed = false;
    state.focus_card = None;
}

fn head_ui(ui: &mut Ui, shown: &Shown<'_>, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.spacing_mut().interact_size.y = 0.0;
    let row = egui::vec2(ui.available_width(), size::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(size::CONTROL);
        widgets::heading(ui, "Review");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if widgets::icon_button(ui, icons::CLOSE, "Hide the review").clicked() {
                actions.push(Action::Review(ReviewAction::Toggle));
            }
        });
    });
    let muted = |ui: &mut Ui, words: String| {
        ui.label(RichText::new(words).font(text::body()).color(theme.muted));
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS + 1.0;
        if shown.failed {
            muted(ui, "The review could not start. The rest of Rolewright works.".to_owned());
        } else if !shown.current.is_there() {
            muted(ui, "Reading the rules…".to_owned());
        } else {
            let counts = Severity::ALL.map(|severity| (severity, shown.current.count(severity)));
            if counts.iter().all(|(_, count)| *count == 0) {
                muted(ui, "Nothing to fix".to_owned());
            }
            for (severity, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
                widgets::severity_mark(ui, severity);
                muted(ui, count_words(severity, count));
                ui.add_space(space::XS);
            }
        }
    });
}

/// A quiet line that says so, and what was looked for.
fn nothing_ui(ui: &mut Ui, shown: &Shown<'_>, dismissed: bool) {
    let all = RULES.len();
    let rules =
        if shown.rules_on == all { format!("{all} rules") } else { format!("{} of {all} rules", shown.rules_on) };
    let more = if dismissed { "anything more" } else { "anything" };
    let words = format!(
        "{rules} looked at this posting: what readers need, pay laws, length and form, software sense, fair wording \
         and spelling. None of them has {more} to say."
    );
    widgets::muted(ui, &words);
    ui.add_space(space::M);
}

fn cards_ui(ui: &mut Ui, current: &Current, open: &[&Finding], state: &mut ReviewUi, actions: &mut Actions) {
    let mut mendable: HashMap<&str, usize> = HashMap::new();
    for finding in open.iter().filter(|finding| !finding.fixes.is_empty()) {
        *mendable.entry(finding.rule).or_default() += 1;
    }
    let mut seen: HashMap<(&str, &str), usize> = HashMap::new();
    ui.scope(|ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(accesskit::Role::List);
            node.set_label("Findings");
        });
        for (number, finding) in open.iter().enumerate() {
            // A card is itself wherever it stands, so that what has the keyboard in it keeps it.
            let nth = seen.entry((finding.rule, &finding.about)).or_default();
            let id = ("finding", finding.rule, finding.about.as_str(), *nth);
            *nth += 1;
            let alike = mendable.get(finding.rule).copied().unwrap_or(0);
            ui.push_id(id, |ui| {
                card_ui(ui, &Card { finding, number, words: current.words(number), alike }, state, actions)
            });
            ui.add_space(space::S + 2.0);
        }
    });
}

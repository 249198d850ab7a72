//! What the answers lean to, how to use it, and why, answer by answer.

use egui::{Label, Margin, RichText, ScrollArea, Ui, accesskit};

use super::{ChooseCx, ChooseScreen};
use crate::app::action::{Action, Actions};
use crate::app::theme::{Theme, icons, space, text};
use crate::app::widgets::{self, Select};
use crate::catalog::{Role, Track};
use crate::chooser::{Lean, NEAR_SHARE, Reason, Use, using};

/// Paints the right side.
pub(super) fn lean_ui(
    ui: &mut Ui,
    state: &mut ChooseScreen,
    lean: &Lean<'_>,
    cx: &ChooseCx<'_>,
    actions: &mut Actions,
) {
    // The bar of the scroll area lies in the gutter.
    let margin = Margin::symmetric(space::S as i8, 0);
    let scroll = ScrollArea::vertical().id_salt("lean").auto_shrink([false, false]).content_margin(margin);
    scroll.show(ui, |ui| {
        ui.add_space(space::L);
        told_ui(ui, lean, cx);
        ui.add_space(space::L);
        use_ui(ui, state, lean, cx, actions);
        if !lean.reasons.is_empty() {
            ui.add_space(space::XL);
            widgets::heading(ui, "Why");
            for reason in &lean.reasons {
                ui.add_space(space::L);
                reason_ui(ui, reason);
            }
        }
        ui.add_space(space::XXL);
    });
}

fn told_ui(ui: &mut Ui, lean: &Lean<'_>, cx: &ChooseCx<'_>) {
    let figures = lean.figures(cx.catalog.questions.len());
    let headline = widgets::heading(ui, lean.headline());
    // Who cannot see it is told when it changes.
    ui.ctx().accesskit_node_builder(headline.id, |node| node.set_live(accesskit::Live::Polite));
    ui.add_space(space::XS);
    let words = format!("{}. {figures}", lean.headline());
    let sides = Track::ALL.map(Track::label);
    widgets::lean_bar(ui, sides, lean.share, NEAR_SHARE, &words);
    ui.add_space(space::XS);
    widgets::small_muted(ui, &figures);
    if let Some(advice) = lean.advice() {
        ui.add_space(space::S);
        reading(ui, &advice);
    }
}

fn use_ui(ui: &mut Ui, state: &mut ChooseScreen, lean: &Lean<'_>, cx: &ChooseCx<'_>, actions: &mut Actions) {
    let Some(role) = state.role(lean, cx) else { return };
    let catalog = cx.catalog;
    let labels: Vec<&str> = Track::ALL.iter().map(|track| track.label()).collect();
    let selected = Track::ALL.iter().position(|track| *track == role.track).unwrap_or(0);
    if let Some(track) = widgets::segmented(ui, "Developer or engineer", &labels, selected) {
        state.track = Track::ALL.get(track).copied();
    }
    ui.add_space(space::S);
    ui.columns(2, |columns| {
        let labels: Vec<&str> = catalog.specialisms.iter().map(|specialism| specialism.label.as_str()).collect();
        let selected = catalog.specialisms.iter().position(|specialism| specialism.id == role.specialism);
        if let Some(index) = Select::new("Specialism", &labels).selected(selected).labelled().show(&mut columns[0]) {
            state.specialism = catalog.specialisms.get(index).map(|specialism| specialism.id.clone());
        }
        let levels = catalog.levels_to_choose(role.level);
        let labels: Vec<&str> = levels.iter().map(|level| level.label.as_str()).collect();
        let selected = levels.iter().position(|level| level.id == role.level);
        if let Some(index) = Select::new("Level", &labels).selected(selected).labelled().show(&mut columns[1])
            && let Some(level) = levels.get(index)
        {
            state.level = level.id;
        }
    });
    ui.add_space(space::M);
    buttons_ui(ui, state.for_open, &role, cx, actions);
}

/// The main one does what the screen was opened for.
fn buttons_ui(ui: &mut Ui, for_open: bool, role: &Role, cx: &ChooseCx<'_>, actions: &mut Actions) {
    let title = cx.catalog.title(role);
    let Some(posting) = cx.open else {
        if widgets::primary_button_with(ui, Some(icons::PLUS), "Write the posting", true).clicked() {
            actions.push(Action::Begin(role.clone()));
        }
        widgets::small_muted(ui, &title);
        return;
    };
    let convert = using(role, Some(posting), cx.catalog);
    let words = match &convert {
        Use::Already => format!("The open posting is that of a {title} already."),
        _ => format!(
            "{} becomes {title}. What you changed by hand stays, and one undo takes it back.",
            posting.title(cx.catalog)
        ),
    };
    let enabled = convert != Use::Already;
    let open = "Use for the open posting";
    let new = "Begin a new posting";
    let (used, begun) = if for_open {
        let used = widgets::primary_button_with(ui, Some(icons::CHECK), open, enabled).clicked();
        widgets::small_muted(ui, &words);
        (used, widgets::quiet_button_with_icon(ui, icons::PLUS, new).clicked())
    } else {
        let begun = widgets::primary_button_with(ui, Some(icons::PLUS), new, true).clicked();
        widgets::small_muted(ui, &title);
        let used = ui.add_enabled_ui(enabled, |ui| widgets::quiet_button_with_icon(ui, icons::CHECK, open)).inner;
        widgets::small_muted(ui, &words);
        (used.clicked(), begun)
    };
    if let (true, Use::Convert(edit)) = (used, convert) {
        actions.push(Action::Edit(edit));
        actions.push(Action::BackToEditor);
    }
    if begun {
        actions.push(Action::Begin(role.clone()));
    }
}

fn reason_ui(ui: &mut Ui, reason: &Reason<'_>) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = space::XS / 2.0;
    widgets::small_muted(ui, &reason.question.text);
    ui.add(Label::new(RichText::new(&reason.answer.label).font(text::medium()).color(theme.text)).wrap());
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing.x = space::S;
        widgets::lean_sign(ui, reason.answer.lean);
        let words = match reason.weight {
            0 => "0, to neither".to_owned(),
            ..0 => format!("{} towards a developer", reason.weight.abs()),
            _ => format!("{} towards an engineer", reason.weight),
        };
        ui.label(RichText::new(words).font(text::small_medium()).color(theme.text));
    });
    reading(ui, &reason.answer.because);
    if let Some(source) = &reason.answer.source {
        widgets::small_muted(ui, &format!("{source}. Not legal advice."));
    }
}

fn reading(ui: &mut Ui, words: &str) {
    let words = RichText::new(words).font(text::small()).color(Theme::of(ui.ctx()).text);
    ui.add(Label::new(words.line_height(Some(text::READING_LINE_SMALL))).wrap());
}

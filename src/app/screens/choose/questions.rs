//! The questions, each with its answers and what they weigh.

use egui::{Align, Layout, RichText, Ui};

use crate::app::theme::{Theme, space, text};
use crate::app::widgets::{self, Choice};
use crate::catalog::{Catalog, Question};
use crate::chooser::{Answers, leans_to};

/// Paints them all. Returns the answers if one was given or taken back.
pub(super) fn questions_ui(ui: &mut Ui, answers: &Answers, catalog: &Catalog) -> Option<Answers> {
    let mut changed = None;
    widgets::muted(
        ui,
        "Answer what you can and leave out the rest. Each mark shows how far an answer leans: \
         to the left a developer, to the right an engineer. There are no other weights.",
    );
    for (index, question) in catalog.questions.iter().enumerate() {
        ui.add_space(space::XL);
        if let Some(answer) = question_ui(ui, index + 1, question, answers.get(&question.id)) {
            let mut answers = answers.clone();
            answers.set(&question.id, answer);
            changed = Some(answers);
        }
    }
    if !answers.is_empty() {
        ui.add_space(space::XL);
        if widgets::quiet_button(ui, "Skip all questions").clicked() {
            changed = Some(Answers::default());
        }
    }
    changed
}

/// Returns the answer that was asked for, `None` within to skip it.
fn question_ui(ui: &mut Ui, number: usize, question: &Question, answer: Option<usize>) -> Option<Option<usize>> {
    let theme = Theme::of(ui.ctx());
    let mut asked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.label(RichText::new(number.to_string()).font(text::heading()).color(theme.muted));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if answer.is_some() && widgets::muted_link_button_about(ui, "Skip", &question.text).clicked() {
                asked = Some(None);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                widgets::heading(ui, &question.text);
            });
        });
    });
    widgets::small_muted(ui, &question.why);
    ui.add_space(space::XS);
    let choices: Vec<Choice<'_>> = (question.answers.iter())
        .map(|answer| Choice { label: &answer.label, lean: answer.lean, words: leans_to(answer.lean.into()) })
        .collect();
    if let Some(index) = widgets::choices(ui, &question.text, &choices, answer) {
        asked = Some(Some(index));
    }
    asked
}

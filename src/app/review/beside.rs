//! Where the posting stands among real ones: words, duties, requirements, reading grade.

use egui::{RichText, Ui, vec2};

use crate::app::theme::{Theme, size, text};
use crate::app::widgets;
use crate::review::{Measures, Norm};

/// One measure beside its norm.
pub struct Measured {
    /// Its name, in sentence case.
    pub name: &'static str,
    /// Its value.
    pub value: f64,
    /// The value in figures.
    pub figures: String,
    /// How real postings are.
    pub norm: Norm,
    /// What it is and how it compares, in a sentence or two.
    pub words: String,
}

/// The measures that are compared.
pub fn measured(measures: &Measures) -> Vec<Measured> {
    let count = |name, one: &str, many: &str, value: usize, norm: Norm| {
        let figures = value.to_string();
        let noun = if value == 1 { one } else { many };
        let subject = format!("{figures} {noun}");
        let words = compared(&subject, "more", "fewer", value as f64, &norm, 0);
        Measured { name, value: value as f64, figures, norm, words }
    };
    let mut all = vec![
        count("Words", "word", "words", measures.words, Norm::WORDS),
        count("Duties", "duty", "duties", measures.duties, Norm::DUTIES),
        count("Requirements", "requirement", "requirements", measures.requirements(), Norm::REQUIREMENTS),
    ];
    if let Some(grade) = measures.grade {
        let figures = format!("{grade:.1}");
        let subject = format!("Reading grade {figures}");
        let words = compared(&subject, "harder to read", "easier to read", grade, &Norm::GRADE, 1);
        all.push(Measured { name: "Reading grade", value: grade, figures, norm: Norm::GRADE, words });
    }
    all
}

/// "612 words: more than about half of 4,629 real postings. The middle half has 447 to 856."
fn compared(subject: &str, more: &str, less: &str, value: f64, norm: &Norm, decimals: usize) -> String {
    let share = norm.share_below(value);
    let than = if share < 0.05 { format!("{less} than nearly all") } else { format!("{more} than {}", part(share)) };
    format!(
        "{subject}: {than} of {} real postings. The middle half has {:.decimals$} to {:.decimals$}.",
        postings(),
        norm.p25,
        norm.p75
    )
}

/// A share as people say it.
fn part(share: f64) -> &'static str {
    const PARTS: [(f64, &str); 8] = [
        (0.15, "about a tenth"),
        (0.22, "about a fifth"),
        (0.29, "about a quarter"),
        (0.42, "about a third"),
        (0.58, "about half"),
        (0.70, "about two thirds"),
        (0.80, "about three quarters"),
        (0.95, "about nine in ten"),
    ];
    PARTS.iter().find(|(below, _)| share < *below).map_or("nearly all", |(_, words)| words)
}

/// "4,629".
fn postings() -> String {
    let all = Norm::POSTINGS;
    format!("{},{:03}", all / 1_000, all % 1_000)
}

/// Paints all of them under a heading.
pub fn beside_ui(ui: &mut Ui, measures: &Measures) {
    let theme = Theme::of(ui.ctx());
    // Lines of words, not of controls.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let name = |words: &str| RichText::new(words.to_owned()).font(text::small()).color(theme.muted);
    ui.label(RichText::new(format!("Beside {} real postings", postings())).font(text::semibold()).color(theme.text));
    ui.add_space(crate::app::theme::space::XS);
    for one in measured(measures) {
        ui.horizontal(|ui| {
            let row = vec2(size::MEASURE_NAME, size::MARK * 2.5);
            ui.allocate_ui_with_layout(row, egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.set_min_size(row);
                ui.add(egui::Label::new(name(one.name)).truncate());
            });
            let width = (ui.available_width() - size::MEASURE_VALUE).max(0.0);
            widgets::gauge(ui, width, &one.norm, one.value, &one.words);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(RichText::new(one.figures).font(text::small()).color(theme.text));
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_compared_in_words() {
        let measures = Measures { words: 612, duties: 1, must: 9, nice: 2, grade: Some(9.84), ..Measures::default() };
        let said: Vec<String> = measured(&measures).into_iter().map(|one| one.words).collect();
        assert_eq!(
            said,
            [
                "612 words: more than about half of 4,629 real postings. The middle half has 447 to 856.",
                "1 duty: fewer than nearly all of 4,629 real postings. The middle half has 5 to 10.",
                "11 requirements: more than about half of 4,629 real postings. The middle half has 7 to 14.",
                "Reading grade 9.8: harder to read than about a tenth of 4,629 real postings. The middle half has 11.3 to 13.5.",
            ]
        );
    }
}

//! Developer and engineer side by side: what a posting for each would begin with.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Label, Layout, RichText, Stroke, Ui};

use super::ChooseCx;
use crate::app::theme::{Theme, size, space, text};
use crate::app::widgets;
use crate::catalog::{Role, Track};
use crate::chooser::{Comparison, Difference, Differences, compare};

/// Paints the comparison for a role's specialism and level.
pub(super) fn side_by_side_ui(ui: &mut Ui, role: &Role, cx: &ChooseCx<'_>) {
    let comparison = compare(cx.catalog, &role.specialism, role.level);
    widgets::muted(
        ui,
        "What a new posting for each would begin with. Everything can be turned on or off for both afterwards.",
    );
    ui.add_space(space::L);
    two(ui, |ui, side| {
        widgets::heading(ui, &comparison.titles[side]);
        if let Some(words) = comparison.words {
            widgets::small_muted(ui, &words[side].hint);
            if !words[side].also_called.is_empty() {
                ui.add_space(space::XS);
                widgets::small_muted(ui, &format!("Also searched for: {}", words[side].also_called.join(", ")));
            }
        }
    });
    differences_ui(ui, "Skills", &comparison.skills, true);
    differences_ui(ui, "Duties", &comparison.duties, false);
    differences_ui(ui, "Education", &comparison.education, false);
    level_ui(ui, &comparison);
    if let Some(words) = comparison.words {
        part_ui(ui, "Career");
        two(ui, |ui, side| reading(ui, &words[side].career));
    }
}

fn level_ui(ui: &mut Ui, comparison: &Comparison<'_>) {
    let Some(level) = comparison.level else { return };
    part_ui(ui, &format!("At this level: {}", level.label.to_lowercase()));
    two(ui, |ui, side| {
        for words in [&level.autonomy, &level.scope, &level.mentoring] {
            reading(ui, words.get(Track::ALL[side]));
            ui.add_space(space::XS);
        }
    });
}

fn differences_ui(ui: &mut Ui, name: &str, differences: &Differences<'_>, strengths: bool) {
    part_ui(ui, name);
    if !differences.shared.is_empty() {
        widgets::group_label(ui, "Both");
        for entry in &differences.shared {
            entry_ui(ui, entry, None, strengths);
        }
        ui.add_space(space::S);
    }
    if !(differences.developer.is_empty() && differences.engineer.is_empty()) {
        two(ui, |ui, side| {
            let track = Track::ALL[side];
            widgets::group_label(ui, &format!("{} alone", track.label()));
            let only = differences.only(track);
            if only.is_empty() {
                widgets::small_muted(ui, "Nothing that the other has not");
            }
            for entry in only {
                entry_ui(ui, entry, Some(side), strengths);
            }
        });
    }
    if differences.either > 0 {
        ui.add_space(space::XS);
        widgets::small_muted(ui, &format!("{} more can be turned on for either.", differences.either));
    }
}

/// The name of a part, under a hairline.
pub(super) fn part_ui(ui: &mut Ui, name: &str) {
    ui.add_space(space::L);
    let line = ui.available_rect_before_wrap();
    ui.painter().hline(line.x_range(), line.top(), Stroke::new(size::LINE, Theme::of(ui.ctx()).line));
    ui.add_space(space::M);
    widgets::heading(ui, name);
    ui.add_space(space::XS);
}

/// An entry with how strongly it is asked for; for both, where that differs, by whom.
fn entry_ui(ui: &mut Ui, entry: &Difference<'_>, side: Option<usize>, strengths: bool) {
    let theme = Theme::of(ui.ctx());
    let mut job = LayoutJob::default();
    job.append(entry.label, 0.0, TextFormat::simple(text::body(), theme.text));
    let words = match (strengths, side, entry.strengths) {
        (false, ..) => None,
        (true, None, [Some(developer), Some(engineer)]) if entry.differs() => {
            Some(format!("{} for a developer, {} for an engineer", developer.label(), engineer.label()))
        }
        (true, side, all) => all[side.unwrap_or(0)].map(|strength| strength.label().to_owned()),
    };
    if let Some(words) = words {
        job.append(&format!(", {words}"), 0.0, TextFormat::simple(text::small(), theme.muted));
    }
    ui.add(Label::new(job).wrap());
}

pub(super) fn reading(ui: &mut Ui, words: &str) {
    let words = RichText::new(words).color(Theme::of(ui.ctx()).text);
    ui.add(Label::new(words.line_height(Some(text::READING_LINE))).wrap());
}

/// Two columns: developer, engineer.
fn two(ui: &mut Ui, mut content: impl FnMut(&mut Ui, usize)) {
    ui.spacing_mut().item_spacing.x = space::XL;
    ui.columns(2, |columns| {
        for (side, ui) in columns.iter_mut().enumerate() {
            // Columns justify their text; this is read.
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                content(ui, side);
            });
        }
    });
}

//! What each level changes: how freely one works, how far it reaches, who guides whom, and years.

use egui::{Label, RichText, Ui};

use super::ChooseCx;
use super::side_by_side::{part_ui, reading};
use crate::app::theme::{Theme, space, text};
use crate::app::widgets;
use crate::catalog::{Level, LevelWords, Role};

/// Paints the levels of a role's specialism and track. Returns the one that is to be used.
pub(super) fn levels_ui(ui: &mut Ui, role: &Role, cx: &ChooseCx<'_>) -> Option<Level> {
    widgets::muted(
        ui,
        "A level changes how freely one works, how far the work reaches and who guides whom. Years are what one \
         commonly sees, and never a requirement by themselves. A ladder of your own can take the place of this one: \
         see Help, Your own templates.",
    );
    let mut chosen = None;
    for level in cx.catalog.levels_to_choose(role.level) {
        if level_ui(ui, level, role, cx) {
            chosen = Some(level.id);
        }
    }
    chosen
}

/// True if the level was chosen.
fn level_ui(ui: &mut Ui, level: &LevelWords, role: &Role, cx: &ChooseCx<'_>) -> bool {
    let title = cx.catalog.title(&Role { level: level.id, ..role.clone() });
    part_ui(ui, &level.label);
    ui.spacing_mut().item_spacing.y = space::XS;
    widgets::small_muted(ui, &format!("{title} · {}", years(level)));
    let said = [
        ("Autonomy", &level.autonomy),
        ("Scope", &level.scope),
        ("Influence", &level.mentoring),
        ("Experience", &level.experience),
        ("Next", &level.career),
    ];
    for (name, words) in said {
        let words = words.get(role.track);
        if !words.is_empty() {
            ui.add_space(space::XS);
            let name = RichText::new(name).font(text::small_medium()).color(Theme::of(ui.ctx()).muted);
            ui.add(Label::new(name));
            reading(ui, words);
        }
    }
    ui.add_space(space::XS);
    if level.id == role.level {
        widgets::small_muted(ui, "This is the level chosen on the right.");
        return false;
    }
    widgets::link_button_about(ui, "Use this level", &level.label).clicked()
}

/// "0 to 3 years", "from 5 years".
fn years(level: &LevelWords) -> String {
    match (level.years_from, level.years_to) {
        (0, Some(0)) => "no years expected".to_owned(),
        (from, Some(to)) => format!("commonly {from} to {to} years"),
        (from, None) => format!("commonly {from} years and more"),
    }
}

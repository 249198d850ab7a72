//! Colours, size, motion, text export; what the review looks for; the person's own dictionary.

use egui::{Context, Key, Ui};

use super::write::text_options_ui;
use super::{Facts, scroll, show};
use crate::app::action::{Action, Actions};
use crate::app::theme::{icons, size, space};
use crate::app::widgets;
use crate::drafts::{Settings, Theme, Zoom};
use crate::review::{Group, RULES, Rule};

/// The pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SettingsPage {
    /// Colours, size, motion, text export.
    #[default]
    Window,
    /// What the review looks for.
    Review,
    /// Words that the person spells so on purpose.
    Dictionary,
}

impl SettingsPage {
    const ALL: [Self; 3] = [Self::Window, Self::Review, Self::Dictionary];

    fn label(self) -> &'static str {
        match self {
            Self::Window => "Window and export",
            Self::Review => "Review",
            Self::Dictionary => "Dictionary",
        }
    }
}

/// The page that is open and what is typed on it.
#[derive(Clone, Debug, Default)]
pub struct SettingsDialog {
    page: SettingsPage,
    word: String,
}

impl SettingsDialog {
    /// Open at a page.
    pub fn at(page: SettingsPage) -> Self {
        Self { page, word: String::new() }
    }
}

/// Paints it. False: close.
pub(super) fn settings_ui(
    ctx: &Context,
    dialog: &mut SettingsDialog,
    facts: &Facts<'_>,
    actions: &mut Actions,
) -> bool {
    show(ctx, "settings", "Settings", size::DIALOG, |ui| {
        let mut settings = facts.settings.clone();
        let labels = SettingsPage::ALL.map(SettingsPage::label);
        let selected = SettingsPage::ALL.iter().position(|page| *page == dialog.page).unwrap_or(0);
        if let Some(page) =
            widgets::segmented(ui, "Page", &labels, selected).and_then(|index| SettingsPage::ALL.get(index))
        {
            dialog.page = *page;
        }
        ui.add_space(space::M);
        let height = ctx.content_rect().height() * 0.6 - size::CONTROL;
        // Each page scrolls for itself, and the dialog stays as high as it is.
        scroll().id_salt(selected).max_height(height).auto_shrink([false, false]).show(ui, |ui| match dialog.page {
            SettingsPage::Window => window_ui(ui, &mut settings, facts, actions),
            SettingsPage::Review => review_ui(ui, &mut settings),
            SettingsPage::Dictionary => dictionary_ui(ui, dialog, &mut settings),
        });
        if settings != *facts.settings {
            actions.push(Action::Settings(Box::new(settings)));
        }
        ui.add_space(space::L);
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| keep = !widgets::primary_button(ui, "Close").clicked());
        keep
    })
}

fn window_ui(ui: &mut Ui, settings: &mut Settings, facts: &Facts<'_>, actions: &mut Actions) {
    widgets::group_label(ui, "Colours");
    let themes = [Theme::System, Theme::Light, Theme::Dark];
    let selected = themes.iter().position(|theme| *theme == settings.theme).unwrap_or(0);
    if let Some(theme) = widgets::segmented(ui, "Colours", &["As the system", "Light", "Dark"], selected)
        .and_then(|index| themes.get(index))
    {
        settings.theme = *theme;
    }
    ui.add_space(space::M);
    let sizes = [80_u16, 90, 100, 110, 125, 150, 175, 200];
    let words: Vec<String> = sizes.iter().map(|percent| format!("{percent}%")).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let selected = sizes.iter().position(|percent| *percent == settings.zoom.percent());
    if let Some(percent) = widgets::Select::new("Size of the window's text", &words)
        .selected(selected)
        .labelled()
        .show(ui)
        .and_then(|index| sizes.get(index))
    {
        settings.zoom = Zoom::new(*percent);
    }
    ui.add_space(space::M);
    let reduced = settings.reduced_motion.unwrap_or(false);
    if widgets::check_row(ui, "No movement when things open and close", reduced, false, |_, _| {}).toggled {
        settings.reduced_motion = Some(!reduced);
    }
    ui.add_space(space::M);
    widgets::group_label(ui, "Text export");
    if let Some(options) = text_options_ui(ui, facts.text_options) {
        actions.push(Action::TextOptions(options));
    }
}

/// Every rule by its group, with what it looks for and where the advice comes from.
fn review_ui(ui: &mut Ui, settings: &mut Settings) {
    widgets::small_muted(ui, "What the review looks for in every posting. What is turned off is never mentioned.");
    for group in Group::ALL {
        let mut rules = RULES.iter().filter(|rule| rule.group == group).peekable();
        if rules.peek().is_none() {
            continue;
        }
        ui.add_space(space::M);
        widgets::group_label(ui, group.label());
        for rule in rules {
            rule_ui(ui, rule, settings);
        }
    }
}

fn rule_ui(ui: &mut Ui, rule: &Rule, settings: &mut Settings) {
    ui.push_id(rule.id, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let on = !settings.review_off.contains(rule.id);
        let row = widgets::check_row(ui, rule.name, on, false, |_, _| {});
        let source = rule.source.line();
        ui.ctx().accesskit_node_builder(row.response.id, |node| {
            node.set_description(format!("{} Source: {source}.", rule.looks_for));
        });
        if row.toggled {
            if on {
                settings.review_off.insert(rule.id.to_owned());
            } else {
                settings.review_off.remove(rule.id);
            }
        }
        ui.horizontal_top(|ui| {
            ui.add_space(size::CHECKBOX + space::S);
            ui.vertical(|ui| {
                widgets::small_muted(ui, rule.looks_for);
                widgets::small_muted(ui, &source);
            });
        });
        ui.add_space(space::S);
    });
}

/// Words to add and to take away.
fn dictionary_ui(ui: &mut Ui, dialog: &mut SettingsDialog, settings: &mut Settings) {
    widgets::small_muted(ui, "Words that you spell so on purpose, in every posting. Spelling leaves them alone.");
    ui.add_space(space::S);
    let mut entered = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let room = (ui.available_width() - size::MENU_WIDTH / 2.0).max(0.0);
        let field = widgets::Field::new("New word", &mut dialog.word).label_hidden().placeholder("A word of your own");
        let response = ui.scope(|ui| {
            ui.set_max_width(room);
            field.show(ui)
        });
        let response = response.inner;
        entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if entered {
            // For the next word.
            response.request_focus();
        }
        entered |= widgets::quiet_button(ui, "Add").clicked();
    });
    if entered {
        let words = dialog.word.split_whitespace().map(|word| word.trim_matches([',', ';', '.']));
        settings.dictionary.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
        dialog.word.clear();
    }
    ui.add_space(space::S);
    if settings.dictionary.is_empty() {
        widgets::muted(ui, "No words yet.");
    }
    let mut removed = None;
    for word in &settings.dictionary {
        ui.horizontal(|ui| {
            if widgets::icon_button(ui, icons::TRASH, &format!("Remove “{word}”")).clicked() {
                removed = Some(word.clone());
            }
            ui.label(word);
        });
    }
    if let Some(word) = removed {
        settings.dictionary.remove(&word);
    }
}

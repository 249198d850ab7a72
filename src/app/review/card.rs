//! One finding as a card: how much it weighs, what is wrong, why, who says so, and what can be
//! done about it.

use egui::accesskit;
use egui::{
    Align, Frame, Key as KeyboardKey, Layout, Margin, Response, RichText, Sense, Stroke, Ui, UiBuilder, WidgetInfo,
};

use super::state::{Key, ReviewAction, ReviewUi};
use crate::app::action::{Action, Actions};
use crate::app::theme::{Theme, radius, set_ring_radius, size, space, text};
use crate::app::widgets::{self, MenuItem};
use crate::posting::{Dismissal, Edit};
use crate::review::{Finding, Group};

/// What a card shows beside its finding.
pub struct Card<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// Its place among the cards.
    pub number: usize,
    /// The words that it is about.
    pub words: Option<&'a str>,
    /// How many findings of its rule *Fix all* would mend.
    pub alike: usize,
}

/// Paints a card.
pub fn card_ui(ui: &mut Ui, card: &Card<'_>, state: &mut ReviewUi, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    let finding = card.finding;
    let lit = state.current.as_ref().is_some_and(|key| key.is(finding));
    // The pointer may click anywhere on it; for the keyboard and screen readers the title is what one presses.
    let whole = ui.scope_builder(UiBuilder::new().sense(Sense::CLICK), |ui| {
        let response = ui.response();
        let edge = if lit {
            theme.severity(finding.severity)
        } else if response.hovered() {
            theme.edge
        } else {
            theme.line
        };
        Frame::new()
            .fill(theme.field)
            .stroke(Stroke::new(size::LINE, edge))
            .corner_radius(radius::CONTROL)
            .inner_margin(Margin::symmetric(space::M as i8, space::S as i8 + 2))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = space::XS;
                content_ui(ui, card, state, actions)
            })
            .inner
    });
    ui.ctx().accesskit_node_builder(whole.response.id, |node| {
        node.set_role(accesskit::Role::ListItem);
        node.set_label(format!("{}: {}", widgets::severity_words(finding.severity), finding.title));
    });
    let title = whole.inner;
    let mut wanted = lit && std::mem::take(&mut state.card_wanted);
    if state.focus_card == Some(card.number) {
        state.focus_card = None;
        wanted = true;
    }
    if wanted {
        title.request_focus();
    }
    if wanted || lit && std::mem::take(&mut state.card_revealed) {
        let rect = whole.response.rect.expand(space::S);
        // Of a card higher than the panel the beginning is shown. At once, as a movement would
        // be overtaken by the focus ring's, which wants no more than the title in sight.
        let align = (rect.height() > ui.clip_rect().height()).then_some(Align::TOP);
        ui.scroll_to_rect_animation(rect, align, egui::style::ScrollAnimation::none());
        // The scroll area moves two frames after it was asked to, and asks for one of them.
        state.scrolling = 2;
    }
    if title.clicked() || whole.response.clicked() {
        actions.push(Action::Review(ReviewAction::GoTo(Key::of(finding))));
    }
    whole.response.on_hover_cursor(egui::CursorIcon::PointingHand);
}

/// Paints what is on a card and returns its title.
fn content_ui(ui: &mut Ui, card: &Card<'_>, state: &mut ReviewUi, actions: &mut Actions) -> Response {
    let theme = Theme::of(ui.ctx());
    let finding = card.finding;
    let corner = egui::Rect::from_min_size(ui.cursor().min, egui::vec2(ui.available_width(), size::TARGET))
        .translate(egui::vec2(space::XS, -space::XS));
    // Lines of words, not of controls.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS + 1.0;
        widgets::severity_mark(ui, finding.severity);
        let words = RichText::new(widgets::severity_words(finding.severity)).font(text::group_semibold());
        ui.label(words.color(theme.severity(finding.severity)));
    });
    let title = title_ui(ui, finding);
    let reason = RichText::new(&finding.reason).color(theme.text).line_height(Some(text::READING_LINE));
    ui.add(egui::Label::new(reason).wrap());
    let source = finding.source.line();
    let source = RichText::new(source).font(text::small()).color(theme.muted);
    ui.add(egui::Label::new(source.line_height(Some(text::READING_LINE_SMALL))).wrap());
    let key = Key::of(finding);
    if state.note.as_ref().is_some_and(|(open, _)| *open == key) {
        note_ui(ui, card, state, actions);
    } else {
        buttons_ui(ui, card, state, actions);
    }
    more_ui(ui, card, corner, state, actions);
    title
}

/// What is wrong, as something to press.
fn title_ui(ui: &mut Ui, finding: &Finding) -> Response {
    let theme = Theme::of(ui.ctx());
    let galley = ui.painter().layout(finding.title.clone(), text::semibold(), theme.text, ui.available_width());
    let whole_line = egui::vec2(ui.available_width(), galley.size().y);
    let (rect, response) = ui.allocate_exact_size(whole_line, Sense::click());
    let name = format!("{}: {}", widgets::severity_words(finding.severity), finding.title);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        let (source, evidence) = (&finding.source.text, finding.source.evidence.label());
        node.set_description(format!("{} Source: {source} ({evidence}).", finding.reason));
    });
    set_ring_radius(&response.ctx, response.id, radius::SMALL);
    ui.painter().galley(rect.min, galley, theme.text);
    response
}

fn buttons_ui(ui: &mut Ui, card: &Card<'_>, state: &mut ReviewUi, actions: &mut Actions) {
    let finding = card.finding;
    let about = finding.title.as_str();
    // What was pressed with the keyboard goes away with its card: the next one takes the keyboard.
    let mut ask = |state: &mut ReviewUi, keyboard: bool, what| {
        if keyboard {
            state.next_card = Some(card.number);
        }
        actions.push(Action::Review(what));
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::M, 0.0);
        match finding.fixes.first() {
            Some(fix) => {
                let link = widgets::link_button_about(ui, &fix.label, about);
                if link.clicked() {
                    ask(state, link.has_focus(), ReviewAction::Edit(fix.edit.clone()));
                }
                if card.alike > 1 {
                    let link = widgets::link_button_about(ui, &format!("Fix all {}", card.alike), about);
                    let link = link.on_hover_text("Every finding of this kind at once; one undo takes it back.");
                    if link.clicked() {
                        ask(state, link.has_focus(), ReviewAction::FixAll(finding.rule));
                    }
                }
            }
            None if finding.group == Group::Spelling && card.words.is_some() => {
                spelling_ui(ui, card, state, &mut ask);
            }
            None => {
                if widgets::link_button_about(ui, "Go there", about).clicked() {
                    ask(state, false, ReviewAction::GoTo(Key::of(finding)));
                }
            }
        }
        if widgets::muted_link_button_about(ui, "Dismiss…", about).clicked() {
            state.open_note(Key::of(finding));
        }
    });
}

/// What can be done about a word that no dictionary has.
fn spelling_ui(
    ui: &mut Ui,
    card: &Card<'_>,
    state: &mut ReviewUi,
    ask: &mut impl FnMut(&mut ReviewUi, bool, ReviewAction),
) {
    let about = card.finding.title.as_str();
    let key = Key::of(card.finding);
    let suggested = state.suggested.as_ref().filter(|(of, _)| *of == key).map(|(_, found)| found.clone());
    match suggested {
        None => {
            let link = widgets::link_button_about(ui, "Suggest…", about);
            if link.clicked() {
                // The keyboard goes to the card itself, before what was found.
                ask(state, link.has_focus(), ReviewAction::Suggest(key));
            }
        }
        Some(found) if found.is_empty() => {
            widgets::small_muted(ui, "No word is like it.");
        }
        Some(found) => {
            for (word, edit) in found {
                let link = widgets::link_button_about(ui, &format!("Use “{word}”"), about);
                if link.clicked() {
                    ask(state, link.has_focus(), ReviewAction::Edit(edit));
                }
            }
        }
    }
    let learn = widgets::link_button_about(ui, "Add to dictionary", about);
    if learn.clicked()
        && let Some(word) = card.words
    {
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s")).unwrap_or(word);
        ask(state, learn.has_focus(), ReviewAction::Learn(word.to_lowercase()));
    }
}

/// What is done more rarely, in the card's upper right corner.
fn more_ui(ui: &mut Ui, card: &Card<'_>, corner: egui::Rect, state: &mut ReviewUi, actions: &mut Actions) {
    let finding = card.finding;
    let mut asked = None;
    let place = UiBuilder::new().max_rect(corner).layout(Layout::right_to_left(Align::Min));
    widgets::row_menu(&mut ui.new_child(place), true, &format!("More: {}", finding.title), |ui| {
        let mut item = |words: &str, what: ReviewAction| {
            let item = MenuItem::new(words).show(ui);
            if item.clicked() {
                asked = Some((item.has_focus(), what));
            }
        };
        for fix in finding.fixes.iter().skip(1) {
            item(&fix.label, ReviewAction::Edit(fix.edit.clone()));
        }
        if !finding.fixes.is_empty() {
            item("Show the control", ReviewAction::GoTo(Key::of(finding)));
        }
        item("Look for this no more", ReviewAction::TurnOff(finding.rule));
    });
    if let Some((keyboard, what)) = asked {
        if keyboard {
            state.next_card = Some(card.number);
        }
        actions.push(Action::Review(what));
    }
}

/// The line for a note: Enter dismisses, Escape leaves.
fn note_ui(ui: &mut Ui, card: &Card<'_>, state: &mut ReviewUi, actions: &mut Actions) {
    let finding = card.finding;
    let Some((_, typed)) = &mut state.note else { return };
    ui.add_space(space::XS);
    let label = format!("Note on dismissing: {}", finding.title);
    let field = widgets::Field::new(&label, typed).label_hidden().placeholder("Why it can stay (may be empty)");
    let response = field.show(ui);
    let note = typed.clone();
    if std::mem::take(&mut state.note_opened) {
        response.request_focus();
        response.scroll_to_me(None);
    }
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let (entered, left) =
        (response.lost_focus() && pressed(KeyboardKey::Enter), response.lost_focus() && pressed(KeyboardKey::Escape));
    let (mut dismiss, mut leave) = (entered, left);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        dismiss |= widgets::link_button_about(ui, "Dismiss", &finding.title).clicked();
        leave |= widgets::muted_link_button_about(ui, "Cancel", &finding.title).clicked();
    });
    if dismiss {
        state.note = None;
        state.next_card = Some(card.number);
        let dismissal = Dismissal { rule: finding.rule.to_owned(), about: finding.about.clone(), note };
        actions.push(Action::Review(ReviewAction::Edit(Edit::Dismiss(dismissal))));
    } else if leave {
        state.note = None;
        state.next_card = Some(card.number);
        ui.ctx().request_repaint();
    }
}

/// Paints a finding that was dismissed: its title, the note, and the way back.
pub fn dismissed_ui(ui: &mut Ui, finding: &Finding, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = space::XS / 2.0;
    ui.add(egui::Label::new(RichText::new(&finding.title).color(theme.text)).wrap());
    if let Some(note) = finding.dismissed.as_deref().filter(|note| !note.is_empty()) {
        widgets::small_muted(ui, &format!("“{note}”"));
    }
    if widgets::link_button_about(ui, "Bring back", &finding.title).clicked() {
        let edit = Edit::Undismiss { rule: finding.rule.to_owned(), about: finding.about.clone() };
        actions.push(Action::Review(ReviewAction::Edit(edit)));
    }
}

//! Keeps the review true, and does what is asked for about findings.

use std::sync::Arc;

use super::{Basis, Key, ReviewAction, Tools};
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::dialogs::{Dialog, MustFixDialog, WriteKind};
use crate::app::editor::Editor;
use crate::app::notice::Notice;
use crate::app::{App, Screen};
use crate::document::Origin;
use crate::review::{Employer, Finding, RULES, Reviewer, Severity, Speller};

impl App {
    /// Begins to prepare the rules: after the first frame, which waits for nothing.
    pub(in crate::app) fn begin_review(&mut self, ctx: &egui::Context) {
        let ctx = ctx.clone();
        self.rules.begin(self.catalog.clone(), move || ctx.request_repaint());
    }

    /// Looks at the open posting again if it has changed, or the day, or the settings.
    pub(in crate::app) fn refresh_review(&mut self, ctx: &egui::Context) {
        let Some((reviewer, speller)) = self.reviewing(ctx) else { return };
        let Some(editor) = &mut self.editor else { return };
        let basis = Basis {
            version: editor.version(),
            today: (self.clock)().to_zoned_datetime(jiff::tz::TimeZone::system()).date(),
            employer: Employer { employees: self.profile.as_ref().and_then(|profile| profile.employees) },
            off: self.settings.review_off.clone(),
            speller: speller.as_ref().map(|speller| speller.tag()),
            own_words: self.settings.dictionary.iter().map(|word| word.to_lowercase()).collect(),
        };
        let tools = Tools { reviewer: &reviewer, speller: speller.as_deref(), catalog: &self.catalog };
        let (posting, document) = (editor.posting().clone(), editor.document().clone());
        if editor.review.refresh(tools, &posting, &document, basis) {
            // They hold a field's words as they were.
            editor.ui.review.suggested = None;
        }
    }

    /// The rules, and the dictionary for the open posting, as far as they are ready.
    fn reviewing(&mut self, ctx: &egui::Context) -> Option<(Arc<Reviewer>, Option<Arc<Speller>>)> {
        let reviewer = self.rules.rules()?;
        let language = &self.editor.as_ref()?.document().language;
        let ctx = ctx.clone();
        Some((reviewer, self.rules.speller(language, move || ctx.request_repaint())))
    }

    /// True if the review lies over the page, for want of room beside it.
    pub(in crate::app) fn review_is_over_the_page(&self, ctx: &egui::Context) -> bool {
        ctx.content_rect().width() < crate::app::theme::size::NARROW_WINDOW
    }

    /// True if the review is shown.
    pub(in crate::app) fn review_is_open(&self, ctx: &egui::Context) -> bool {
        if self.review_is_over_the_page(ctx) {
            self.editor.as_ref().is_some_and(|editor| editor.ui.review.overlay)
        } else {
            self.settings.review_panel.unwrap_or(true)
        }
    }

    pub(in crate::app) fn show_review(&mut self, show: bool, ctx: &egui::Context) {
        if self.review_is_over_the_page(ctx) {
            if let Some(editor) = &mut self.editor {
                editor.ui.review.overlay = show;
            }
        } else if self.settings.review_panel.unwrap_or(true) != show {
            self.settings.review_panel = Some(show);
            self.keep_settings();
        }
        ctx.request_repaint();
    }

    /// Goes to the next finding in reading order, or the one before.
    pub(in crate::app) fn step_finding(&mut self, forward: bool, ctx: &egui::Context) {
        let Some(editor) = &mut self.editor else { return };
        let Some(next) = editor.review.step(editor.ui.review.current.as_ref(), forward) else { return };
        let state = &mut editor.ui.review;
        state.current = Some(next);
        state.card_wanted = true;
        state.words_wanted = true;
        self.show_review(true, ctx);
    }

    /// Does what is asked for about findings.
    pub(in crate::app) fn review_work(&mut self, action: ReviewAction, ctx: &egui::Context) {
        match action {
            ReviewAction::GoTo(key) => self.go_to_finding(key),
            ReviewAction::Light(key) => {
                if let Some(editor) = &mut self.editor {
                    editor.ui.review.current = Some(key);
                    editor.ui.review.card_revealed = true;
                }
            }
            ReviewAction::Edit(edit) => {
                self.actions.push(Action::EndStep);
                self.actions.push(Action::Edit(edit));
            }
            ReviewAction::FixAll(rule) => {
                let Some((reviewer, speller)) = self.reviewing(ctx) else { return };
                let Some(editor) = &self.editor else { return };
                let tools = Tools { reviewer: &reviewer, speller: speller.as_deref(), catalog: &self.catalog };
                let edit = editor.review.fix_all(rule, tools, editor.posting(), editor.document());
                self.actions.extend(edit.map(Action::Edit));
            }
            ReviewAction::Suggest(key) => {
                let Some((reviewer, speller)) = self.reviewing(ctx) else { return };
                let Some(editor) = &mut self.editor else { return };
                let tools = Tools { reviewer: &reviewer, speller: speller.as_deref(), catalog: &self.catalog };
                let found = editor.review.suggestions(&key, tools, editor.posting(), editor.document());
                editor.ui.review.suggested = Some((key, found));
                ctx.request_repaint();
            }
            ReviewAction::Learn(word) => {
                let mut settings = self.settings.clone();
                settings.dictionary.insert(word);
                self.set_settings(settings, ctx);
                ctx.request_repaint();
            }
            ReviewAction::TurnOff(rule) => {
                let mut settings = self.settings.clone();
                settings.review_off.insert(rule.to_owned());
                self.set_settings(settings, ctx);
                let name = RULES.iter().find(|known| known.id == rule).map_or(rule, |known| known.name);
                self.notice = Some(Notice {
                    commands: vec![Command::ReviewSettings],
                    ..Notice::info(format!(
                        "“{name}” is not looked for any more, in no posting. The settings turn it on again."
                    ))
                });
                ctx.request_repaint();
            }
            ReviewAction::ExportAnyway(kind) => {
                if let Some(editor) = &self.editor {
                    let agreed = self.agreed.entry(editor.posting().id).or_default();
                    agreed.extend(must_fix(editor).map(Key::of));
                }
                self.show_write_dialog(kind);
            }
            ReviewAction::Toggle => self.show_review(!self.review_is_open(ctx), ctx),
        }
    }

    /// Shows the dialog of an export; before it, what must be fixed, unless the person has chosen
    /// to export with just that in this session.
    pub(in crate::app) fn export_after_review(&mut self, kind: WriteKind) {
        let Some(editor) = &self.editor else { return };
        let agreed = self.agreed.get(&editor.posting().id);
        let is_new = |finding: &&Finding| !agreed.is_some_and(|agreed| agreed.contains(&Key::of(finding)));
        if must_fix(editor).any(|finding| is_new(&finding)) {
            let findings = must_fix(editor).cloned().collect();
            self.dialog = Some(Dialog::MustFix(MustFixDialog::new(kind, findings)));
        } else {
            self.show_write_dialog(kind);
        }
    }

    fn go_to_finding(&mut self, key: Key) {
        let Some(editor) = &mut self.editor else { return };
        let Some(origin) = editor.review.find(&key).map(|finding| finding.place.origin.clone()) else { return };
        editor.ui.review.current = Some(key);
        editor.ui.review.words_wanted = true;
        if origin != Origin::Fixed {
            self.actions.push(Action::GoTo(origin));
        }
        self.screen = Screen::Editor;
    }
}

/// What must be fixed and was not dismissed.
fn must_fix(editor: &Editor) -> impl Iterator<Item = &Finding> {
    let open = editor.review.findings().iter().filter(|finding| finding.dismissed.is_none());
    open.filter(|finding| finding.severity == Severity::Must)
}

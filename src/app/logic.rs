//! Before painting: finished work and dialogs are taken in, shortcuts heard, drafts saved.

use std::time::Duration;

use super::action::Action;
use super::command::Command;
use super::screens::StartScreen;
use super::worker::{Kept, Request};
use super::{App, Keeping, Screen, theme};
use crate::drafts::{Settings, WindowSize};

/// A change is sent to the disk when this long has passed without another, in seconds …
const QUIET: f64 = 0.4;
/// … and at the latest this long after the first one, so that typing without a pause is kept too.
const LATEST: f64 = 0.8;

impl App {
    /// Everything that happens before a frame is painted.
    pub(super) fn before_painting(&mut self, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        while let Some(reply) = self.worker.take() {
            self.take_reply(reply, ctx);
        }
        self.take_dialog_answer();
        self.hear_shortcuts(ctx);
        self.take_dropped_files(ctx);
        self.carry_out_all(ctx, frame);
        self.refresh_review(ctx);
        self.autosave(ctx);
        self.remember_window(ctx);
        self.show_title(ctx);
        if ctx.input(|input| input.viewport().close_requested()) {
            self.close_cleanly();
        }
    }

    fn take_dialog_answer(&mut self) {
        let Some(pending) = &self.pending_dialog else { return };
        let Some(answer) = pending.take() else { return };
        let pick = pending.pick.clone();
        self.pending_dialog = None;
        if let Some(dialog) = &mut self.dialog {
            dialog.picked(&pick, answer, &mut self.actions);
        }
    }

    fn hear_shortcuts(&mut self, ctx: &egui::Context) {
        let typing = ctx.text_edit_focused();
        // egui takes Ctrl+Shift+E for Ctrl+E as well, so the longer ones are heard first.
        let shift = |command: &Command| command.shortcut().is_some_and(|keys| keys.modifiers.shift);
        let (longer, others): (Vec<_>, Vec<_>) = Command::all().partition(shift);
        for command in longer.into_iter().chain(others) {
            // A text field has an undo of its own.
            if typing && matches!(command, Command::Undo | Command::Redo) {
                continue;
            }
            if self.dialog.is_some() && command != Command::Quit {
                continue;
            }
            let heard = command
                .shortcut()
                .iter()
                .chain(command.other_shortcuts())
                .any(|shortcut| ctx.input_mut(|input| input.consume_shortcut(shortcut)));
            if heard {
                self.actions.push(Action::Command(command));
            }
        }
    }

    fn take_dropped_files(&mut self, ctx: &egui::Context) {
        let paths: Vec<_> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if let Some(path) = paths.into_iter().next() {
            self.actions.push(Action::OpenPath(path));
        }
    }

    fn autosave(&mut self, ctx: &egui::Context) {
        let (now, focused) = ctx.input(|input| (input.time, input.focused));
        if std::mem::replace(&mut self.focused, focused) != focused && focused {
            self.worker.send(Request::Heartbeat);
        }
        let Some(editor) = &mut self.editor else { return };
        let Some(due) = editor.save_due(now, QUIET, LATEST) else { return };
        if due <= 0.0 || !focused {
            self.save_now();
        } else {
            ctx.request_repaint_after(Duration::from_secs_f64(due));
        }
    }

    /// Sends the open posting to the disk if it has changed since.
    pub(super) fn save_now(&mut self) {
        for editor in [&mut self.editor, &mut self.aside].into_iter().flatten() {
            if editor.begin_save() {
                let title = editor.posting().title(&self.catalog).into_owned();
                let document = editor.document().clone();
                self.worker.send(Request::Save { posting: editor.posting().clone(), title, document });
            }
        }
    }

    /// Saves and waits until it is done, as when the window closes; the next start begins afresh.
    pub(super) fn close_cleanly(&mut self) {
        self.stop.pull();
        self.save_now();
        self.keep_settings();
        self.worker.send(Request::SetOpenDraft(None));
        if !self.worker.flush(Duration::from_secs(10)) {
            tracing::error!("the last save did not finish in ten seconds");
        }
    }

    /// Keeps the settings on disk.
    pub(super) fn keep_settings(&self) {
        self.worker.send(Request::PutSettings(Box::new(self.settings.clone())));
    }

    fn remember_window(&mut self, ctx: &egui::Context) {
        if self.first_frame {
            return;
        }
        let (size, maximised) = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.inner_rect.map(|rect| rect.size()), viewport.maximized.unwrap_or(false))
        });
        let Some(size) = size else { return };
        let zoom = ctx.zoom_factor();
        // Whole points are enough.
        let whole = |points: f32| (points * zoom).round().clamp(1.0, 65_000.0) as u16;
        let seen = if maximised {
            let old = self.settings.window.unwrap_or(WindowSize {
                width: whole(theme::size::WINDOW.x / zoom),
                height: whole(theme::size::WINDOW.y / zoom),
                maximised,
            });
            WindowSize { maximised, ..old }
        } else {
            WindowSize { width: whole(size.x), height: whole(size.y), maximised }
        };
        if self.settings.window != Some(seen) {
            // Kept with the next change of settings, or when the window closes.
            self.settings.window = Some(seen);
        }
    }

    fn show_title(&mut self, ctx: &egui::Context) {
        let title = match (&self.editor, self.screen) {
            (Some(editor), Screen::Editor) => format!("{} · Rolewright", editor.posting().title(&self.catalog)),
            (Some(editor), Screen::HiringKit) => {
                format!("Hiring kit: {} · Rolewright", editor.posting().title(&self.catalog))
            }
            _ => "Rolewright".to_owned(),
        };
        if title != self.shown_title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
    }

    /// Puts to use what another store keeps for the window.
    pub(super) fn take_kept(&mut self, kept: Kept, ctx: &egui::Context) {
        let Kept { settings, text_options, profile, left_open: _ } = kept;
        // The window stays as large as it is.
        self.settings = Settings { window: self.settings.window, ..settings };
        (self.text_options, self.profile) = (text_options, profile);
        theme::apply_settings(ctx, &self.settings);
        self.keeping = Keeping::Yes;
        self.start = StartScreen::new(&self.catalog, self.settings.last_role.as_ref(), self.keeping);
    }

    /// Replaces the settings and puts them to use.
    pub(super) fn set_settings(&mut self, settings: Settings, ctx: &egui::Context) {
        self.settings = settings;
        theme::apply_settings(ctx, &self.settings);
        self.keep_settings();
    }
}

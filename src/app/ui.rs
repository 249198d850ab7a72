//! Painting: bars, panel, page, screens, the open dialog. What is asked for is carried out
//! between the panel and the page, so that a toggle shows in the same frame.

use egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::command::Place;
use super::editor::{Editor, PanelCx, SaveState, panel_ui, preview_ui};
use super::theme::{Theme, size, space};
use super::worker::Request;
use super::{App, Keeping, Screen, dialogs, menu, notice, screens, status, toolbar};
use crate::review::Severity;

impl App {
    /// Paints a frame.
    pub(super) fn paint_ui(&mut self, ui: &mut Ui, frame: Option<&eframe::Frame>) {
        let ctx = ui.ctx().clone();
        let theme = Theme::of(&ctx);
        let bar = Frame::new().fill(theme.desk).inner_margin(Margin::symmetric(space::L as i8, 0));

        Panel::top("menu").frame(bar).exact_size(size::MENU_BAR).show_separator_line(false).show(ui, |ui| {
            menu::menu_ui(ui, &self.menu_state(), &mut self.actions);
        });
        Panel::top("toolbar").frame(bar).exact_size(size::TOOLBAR).show(ui, |ui| {
            toolbar::toolbar_ui(ui, self.toolbar_state(), &mut self.actions);
        });
        Panel::bottom("status").frame(bar).exact_size(size::STATUS_BAR).show(ui, |ui| {
            let state = self.status_state();
            status::status_ui(ui, &state, self.work, &mut self.actions);
        });
        if let Some(shown) = &self.notice {
            Panel::top("notice").frame(bar.inner_margin(Margin::symmetric(space::L as i8, space::S as i8))).show(
                ui,
                |ui| {
                    notice::notice_ui(ui, shown, &mut self.actions);
                },
            );
        }

        match self.screen {
            Screen::Editor => self.editor_ui(ui, &ctx, frame),
            Screen::HiringKit => self.hiring_kit_ui(ui, &ctx, frame),
            Screen::Start => {
                self.central(ui, |app, ui| {
                    screens::start_ui(ui, &mut app.start, &app.catalog, app.clock, &mut app.actions)
                });
            }
            Screen::Choose => {
                self.central(ui, |app, ui| {
                    let open = app.editor.as_ref().map(|editor| &**editor.posting());
                    let cx = screens::ChooseCx { catalog: &app.catalog, open };
                    screens::choose_ui(ui, &mut app.choose, &cx, &mut app.actions);
                });
            }
            Screen::Drafts => {
                let folder = self.export_folder().display().to_string();
                self.central(ui, |app, ui| {
                    let cx = screens::DraftsCx { catalog: &app.catalog, now: (app.clock)(), folder: &folder };
                    screens::drafts_ui(ui, &mut app.drafts, &cx, &mut app.actions);
                });
            }
        }
        self.dialog_ui(&ctx);
        self.carry_out_all(&ctx, frame);
        if std::mem::take(&mut self.first_frame) {
            // Nothing waits for it, the window least of all.
            self.worker.send(Request::DailyBackup);
            self.begin_review(&ctx);
        }
    }

    fn central(&mut self, ui: &mut Ui, paint: impl FnOnce(&mut Self, &mut Ui)) {
        let fill = Theme::of(ui.ctx()).panel;
        CentralPanel::default().frame(Frame::new().fill(fill)).show(ui, |ui| paint(self, ui));
    }

    fn editor_ui(&mut self, ui: &mut Ui, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        let theme = Theme::of(ctx);
        let Some(editor) = &mut self.editor else {
            self.screen = Screen::Start;
            ctx.request_repaint();
            return;
        };
        if editor.ui.panel_open {
            // Lit rows and headers reach out by half of the gutter.
            let side = space::S as i8;
            let panel_frame = Frame::new().fill(theme.panel).inner_margin(Margin {
                left: side,
                right: side,
                top: space::L as i8,
                bottom: 0,
            });
            let width = self.settings.left_panel_width.map_or(size::LEFT_PANEL, f32::from);
            let shown = Panel::left("say")
                .frame(panel_frame)
                .default_size(width)
                .size_range(size::LEFT_PANEL_MIN..=(ctx.content_rect().width() * 0.6).max(size::LEFT_PANEL_MIN))
                .resizable(true)
                .show(ui, |ui| {
                    let posting = editor.posting().clone();
                    panel_ui(
                        ui,
                        &mut PanelCx {
                            posting: &posting,
                            catalog: &self.catalog,
                            state: &mut editor.ui,
                            review: &editor.review,
                            actions: &mut self.actions,
                        },
                    );
                });
            self.settings.left_panel_width = Some(shown.response.rect.width().round() as u16);
        }
        // Edits asked for on the left are made before the page is painted: same frame.
        self.carry_out_all(ctx, frame);
        self.refresh_review(ctx);
        self.review_ui(ui);
        self.carry_out_all(ctx, frame);
        self.refresh_review(ctx);
        let zoom = self.settings.page_zoom;
        let actions = &mut self.actions;
        if let Some(editor) = &mut self.editor {
            CentralPanel::default().frame(Frame::new().fill(theme.desk)).show(ui, |ui| {
                preview_ui(ui, editor, zoom, actions);
            });
        }
    }

    fn dialog_ui(&mut self, ctx: &egui::Context) {
        let Some(mut dialog) = self.dialog.take() else { return };
        let facts = dialogs::Facts {
            settings: &self.settings,
            text_options: &self.text_options,
            faults: &self.faults,
            data_dir: &self.data_dir,
            drafts_dir: &self.drafts_dir,
            keeping: self.keeping,
            can_undo: self.editor.as_ref().and_then(|editor| editor.undo_name()),
            can_redo: self.editor.as_ref().and_then(|editor| editor.redo_name()),
            place: self.place(),
            waiting: self.pending_dialog.is_some(),
        };
        let keep = dialogs::dialog_ui(ctx, &mut dialog, &facts, &mut self.actions);
        if keep {
            self.dialog = Some(dialog);
        }
    }

    fn menu_state(&self) -> menu::MenuState {
        let place = self.place();
        let editor = self.editor.as_ref().filter(|_| place != Place::Elsewhere);
        menu::MenuState {
            place,
            undo: editor.and_then(|editor| editor.undo_name()).map(str::to_owned),
            redo: editor.and_then(|editor| editor.redo_name()).map(str::to_owned),
            theme: self.settings.theme,
            faults: self.faults.len(),
        }
    }

    fn toolbar_state(&self) -> toolbar::ToolbarState {
        match (self.screen, &self.editor) {
            (Screen::Editor, Some(editor)) => toolbar::ToolbarState::Posting {
                title: editor.posting().title(&self.catalog).into_owned(),
                company: editor.posting().company.name.clone(),
                status: editor.status,
                work: self.work_state(editor),
            },
            (Screen::HiringKit, Some(editor)) => toolbar::ToolbarState::HiringKit {
                title: editor.posting().title(&self.catalog).into_owned(),
                work: self.work_state(editor),
            },
            (Screen::Drafts, editor) => toolbar::ToolbarState::Screen { name: "Drafts", back: editor.is_some() },
            (Screen::Choose, editor) => {
                toolbar::ToolbarState::Screen { name: "Developer or engineer?", back: editor.is_some() }
            }
            (_, editor) => toolbar::ToolbarState::Screen { name: "New posting", back: editor.is_some() },
        }
    }

    fn work_state(&self, editor: &Editor) -> toolbar::WorkState {
        toolbar::WorkState {
            read_only: editor.read_only,
            undo: editor.undo_name().map(str::to_owned),
            redo: editor.redo_name().map(str::to_owned),
            save: editor.save,
            emphasis: editor.say_saved,
            unexplained: matches!(editor.save, SaveState::NotSaved { .. })
                && !self.notice.as_ref().is_some_and(|notice| notice.not_saved),
        }
    }

    fn status_state(&mut self) -> status::StatusState {
        match (self.screen, &self.editor) {
            (Screen::HiringKit, Some(editor)) => {
                let (document, stats) = self.hiring_kit.document(editor.posting(), &self.catalog);
                status::StatusState::Posting {
                    stats,
                    review: None,
                    pages: self.hiring_kit.page_count(),
                    paper: document.paper,
                    locale: editor.posting().locale.clone(),
                    zoom: self.settings.page_zoom,
                }
            }
            (Screen::Editor, Some(editor)) => status::StatusState::Posting {
                stats: editor.stats(),
                review: editor.review.is_there().then(|| status::StatusReview {
                    counts: Severity::ALL.map(|severity| editor.review.count(severity)),
                    measures: editor.review.measures(),
                }),
                pages: editor.page_count(),
                paper: editor.document().paper,
                locale: editor.posting().locale.clone(),
                zoom: self.settings.page_zoom,
            },
            _ if self.keeping == Keeping::Yes => status::StatusState::Folder(self.drafts_dir.clone()),
            _ => status::StatusState::NothingKept,
        }
    }
}

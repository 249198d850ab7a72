//! The hiring kit of the open posting: above which part of it, on the left what that is made of, in
//! the middle the sheets that an export writes, on the right who checks what.

mod add;
mod coverage;
mod entries;
mod entry;
mod fields;
mod made;
mod sheet;
mod state;

pub use state::HiringKitScreen;

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use self::entries::{Entries, entries_ui};
use self::made::Made;
use crate::app::dialogs::{Dialog, KitExportDialog};
use crate::app::theme::{Theme, size, space, text};
use crate::app::widgets::{self, Select};
use crate::app::{App, Screen};
use crate::catalog::Id;
use crate::export::Format;
use crate::kit::Part;
use crate::posting::KitList;

impl App {
    /// Shows the kit of the open posting, at an entry if one is named.
    pub(in crate::app) fn show_kit(&mut self, entry: Option<(KitList, Id)>) {
        let Some(editor) = &mut self.editor else { return };
        editor.end_step();
        if let Some((list, id)) = entry {
            self.hiring_kit.go_to(list, id);
        }
        self.screen = Screen::HiringKit;
    }

    /// Asks where to write the kit of the open posting.
    pub(in crate::app) fn show_kit_export(&mut self, format: Option<Format>) {
        let Some(editor) = &self.editor else { return };
        let made = self.hiring_kit.made(editor.posting(), &self.catalog);
        let files = made.all(&self.catalog);
        let chosen = &self.hiring_kit.export;
        let format = format.unwrap_or(chosen.format);
        let folder = self.export_folder().display().to_string();
        let dialog = KitExportDialog::new(folder, files, &chosen.left_out, format);
        self.dialog = Some(Dialog::KitExport(Box::new(dialog)));
    }

    /// Paints the screen. What is asked for on the left is carried out before the sheets are
    /// painted, so that it shows in the same frame.
    pub(in crate::app) fn hiring_kit_ui(&mut self, ui: &mut Ui, ctx: &egui::Context, frame: Option<&eframe::Frame>) {
        let theme = Theme::of(ctx);
        if self.editor.is_none() {
            self.screen = Screen::Start;
            ctx.request_repaint();
            return;
        }
        let bar = Frame::new().fill(theme.desk).inner_margin(Margin::symmetric(space::L as i8, space::S as i8));
        Panel::top("parts").frame(bar).show(ui, |ui| parts_ui(ui, &mut self.hiring_kit));

        let part = self.hiring_kit.part;
        if self.hiring_kit.entries_open {
            let width = self.settings.left_panel_width.map_or(size::LEFT_PANEL, f32::from);
            let widest = (ctx.content_rect().width() * 0.6).max(size::LEFT_PANEL_MIN);
            let shown = Panel::left("kit entries")
                .frame(side_frame(theme))
                .default_size(width)
                .size_range(size::LEFT_PANEL_MIN..=widest)
                .resizable(true)
                .show(ui, |ui| {
                    self.with_made(|app, made| {
                        if part == Part::Coverage {
                            app.coverage_ui(ui, &made);
                        } else {
                            let entries = Entries {
                                made: &made,
                                catalog: &app.catalog,
                                state: &mut app.hiring_kit,
                                actions: &mut app.actions,
                            };
                            entries_ui(ui, entries);
                        }
                    });
                });
            self.settings.left_panel_width = Some(shown.response.rect.width().round() as u16);
        }
        self.carry_out_all(ctx, frame);

        let room = ctx.content_rect().width() >= size::NARROW_WINDOW;
        if room && self.hiring_kit.coverage_open && part != Part::Coverage {
            let width = self.settings.right_panel_width.map_or(size::RIGHT_PANEL, f32::from);
            let widest = (ctx.content_rect().width() * 0.4).max(size::RIGHT_PANEL_MIN);
            let shown = Panel::right("kit coverage")
                .frame(side_frame(theme))
                .default_size(width)
                .size_range(size::RIGHT_PANEL_MIN..=widest)
                .resizable(true)
                .show(ui, |ui| self.with_made(|app, made| app.coverage_ui(ui, &made)));
            self.settings.right_panel_width = Some(shown.response.rect.width().round() as u16);
            self.carry_out_all(ctx, frame);
        }

        let zoom = self.settings.page_zoom;
        CentralPanel::default().frame(Frame::new().fill(theme.desk)).show(ui, |ui| {
            self.with_made(|app, made| sheet::sheet_ui(ui, &made, &mut app.hiring_kit, zoom, &mut app.actions));
        });
    }

    /// What is made of the open posting; nothing is done without one.
    fn with_made(&mut self, show: impl FnOnce(&mut Self, Made)) {
        let Some(editor) = &self.editor else { return };
        let made = self.hiring_kit.made(editor.posting(), &self.catalog);
        show(self, made);
    }

    fn coverage_ui(&mut self, ui: &mut Ui, made: &Made) {
        let margin = Margin::symmetric(space::S as i8, 0);
        let scroll = ScrollArea::vertical().id_salt("coverage").auto_shrink([false, false]).content_margin(margin);
        scroll.show(ui, |ui| {
            coverage::coverage_ui(ui, made, &self.catalog, &mut self.hiring_kit, &mut self.actions);
        });
    }
}

/// Lit rows and headers reach out by half of the gutter, as in the editor.
fn side_frame(theme: &Theme) -> Frame {
    let side = space::S as i8;
    Frame::new().fill(theme.panel).inner_margin(Margin { left: side, right: side, top: side, bottom: 0 })
}

/// Which part is shown, and whom it is for.
fn parts_ui(ui: &mut Ui, state: &mut HiringKitScreen) {
    let labels = Part::ALL.map(Part::label);
    let selected = Part::ALL.iter().position(|part| *part == state.part).unwrap_or(0);
    let name = "Part of the kit";
    let widest = labels.iter().map(|label| {
        ui.painter().layout_no_wrap((*label).to_owned(), text::medium(), Theme::of(ui.ctx()).text).size().x
    });
    let wanted = (widest.fold(0.0, f32::max) + 2.0 * space::S) * labels.len() as f32;
    let chosen = if wanted <= ui.available_width() {
        ui.scope(|ui| {
            ui.set_max_width((wanted + space::XXL * labels.len() as f32).min(ui.available_width()));
            widgets::segmented(ui, name, &labels, selected)
        })
        .inner
    } else {
        Select::new(name, &labels).selected(Some(selected)).width(size::LEFT_PANEL).show(ui)
    };
    if let Some(part) = chosen.and_then(|index| Part::ALL.get(index)) {
        state.show(*part);
    }
    widgets::small_muted(ui, state.part.hint());
}

//! The middle: the sheets as an export writes them.

use egui::{Label, Margin, RichText, ScrollArea, Sense, Ui};

use super::made::Made;
use super::state::HiringKitScreen;
use crate::app::action::{Action, Actions};
use crate::app::theme::{Theme, space};
use crate::document::{BlockKind, Origin};
use crate::drafts::Zoom;

/// The layout.
#[derive(Default)]
pub struct Sheets {}

impl Sheets {
    /// Pages.
    pub fn count(&self) -> Option<usize> {
        None
    }
}

/// Paints them.
pub(super) fn sheet_ui(ui: &mut Ui, made: &Made, state: &mut HiringKitScreen, _zoom: Zoom, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    let mut lines: Vec<(String, Origin)> = Vec::new();
    for block in &made.document.blocks {
        let origin = &block.origin;
        match &block.kind {
            BlockKind::Title(words) | BlockKind::Heading(words) | BlockKind::Subheading(words) => {
                lines.push((words.clone(), origin.clone()));
            }
            BlockKind::Paragraph(text) => lines.push((text.words(), origin.clone())),
            BlockKind::Bullets(list) | BlockKind::Numbers(list) => {
                lines.extend(list.iter().map(|bullet| (bullet.text.words(), bullet.origin.clone())));
            }
            BlockKind::Facts { .. } | BlockKind::PageBreak => {}
            BlockKind::Table(table) => {
                for row in &table.rows {
                    for cell in &row.cells {
                        lines.extend(cell.paragraphs.iter().map(|text| (text.words(), row.origin.clone())));
                    }
                }
            }
        }
    }
    let before = state.hover_sheet.take();
    let reveal = state.reveal.take();
    ScrollArea::vertical().auto_shrink([false, false]).content_margin(Margin::same(space::L as i8)).show(ui, |ui| {
        let mut revealed = false;
        for (words, origin) in lines {
            let lit = state.hover_panel.as_ref() == Some(&origin);
            let colour = if lit { theme.accent } else { theme.text };
            let response =
                ui.add(Label::new(RichText::new(words).color(colour)).wrap().sense(Sense::CLICK | Sense::HOVER));
            if !revealed && reveal.as_ref() == Some(&origin) {
                revealed = true;
                response.scroll_to_me(Some(egui::Align::Center));
            }
            if response.clicked() && origin != Origin::Fixed {
                actions.push(Action::GoTo(origin.clone()));
            }
            if response.hovered() && origin != Origin::Fixed {
                state.hover_sheet = Some(origin);
            }
        }
    });
    if state.hover_sheet != before {
        ui.ctx().request_repaint();
    }
}

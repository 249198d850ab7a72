//! Where the review lies: beside the page, or over it in a narrow window.

use egui::{Area, Frame, Id, Key as KeyboardKey, Margin, Modifiers, Order, Panel, Popup, Rect, Stroke, Ui, pos2};

use super::panel::{Shown, panel_ui};
use crate::app::App;
use crate::app::theme::{Theme, radius, size, space};
use crate::review::RULES;

impl App {
    /// Paints the review where there is room for it, if it is shown.
    pub(in crate::app) fn review_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        if !self.review_is_open(&ctx) {
            return;
        }
        let theme = Theme::of(&ctx);
        // Lit cards and headers reach out by half of the gutter, as on the left.
        let side = space::S as i8;
        let frame = Frame::new().fill(theme.panel).inner_margin(Margin {
            left: side,
            right: side,
            top: space::S as i8,
            bottom: 0,
        });
        if self.review_is_over_the_page(&ctx) {
            self.overlay_ui(ui, frame);
            return;
        }
        let width = self.settings.right_panel_width.map_or(size::RIGHT_PANEL, f32::from);
        let widest = (ctx.content_rect().width() * 0.4).max(size::RIGHT_PANEL_MIN);
        let shown = Panel::right("review")
            .frame(frame)
            .default_size(width)
            .size_range(size::RIGHT_PANEL_MIN..=widest)
            .resizable(true)
            .show(ui, |ui| self.findings_ui(ui));
        self.settings.right_panel_width = Some(shown.response.rect.width().round() as u16);
    }

    /// Over the right edge of the page; Escape closes it.
    fn overlay_ui(&mut self, ui: &mut Ui, frame: Frame) {
        let ctx = ui.ctx().clone();
        let theme = Theme::of(&ctx);
        let room = ui.available_rect_before_wrap();
        let width = size::RIGHT_PANEL.min(room.width() - space::L);
        let rect = Rect::from_min_max(pos2(room.right() - width, room.top()), room.max);
        let frame =
            frame.shadow(theme.popup_shadow).stroke(Stroke::new(size::LINE, theme.line)).corner_radius(radius::PAPER);
        let inner = rect.size() - frame.total_margin().sum();
        // Before it is painted: what Escape closes there is closed when it has been.
        let noting = self.editor.as_ref().is_some_and(|editor| editor.ui.review.note.is_some());
        let busy = noting || self.dialog.is_some() || ctx.text_edit_focused() || Popup::is_any_open(&ctx);
        Area::new(Id::unique("review over the page"))
            .order(Order::Middle)
            .fixed_pos(rect.min)
            .constrain(false)
            .movable(false)
            .accessible_name("Review")
            .show(&ctx, |ui| {
                frame.show(ui, |ui| {
                    ui.set_min_size(inner);
                    ui.set_max_size(inner);
                    self.findings_ui(ui);
                });
            });
        if !busy && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, KeyboardKey::Escape)) {
            self.show_review(false, &ctx);
        }
    }

    fn findings_ui(&mut self, ui: &mut Ui) {
        let Some(editor) = &mut self.editor else { return };
        let off = RULES.iter().filter(|rule| self.settings.review_off.contains(rule.id)).count();
        let shown = Shown { current: &editor.review, failed: self.rules.failed(), rules_on: RULES.len() - off };
        panel_ui(ui, &shown, &mut editor.ui.review, &mut self.actions);
    }
}

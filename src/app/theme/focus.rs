//! The ring around whatever has the keyboard: one for all widgets, egui's and ours.

use egui::accesskit::{Action, ActionRequest, TreeId};
use egui::{Context, CornerRadius, Id, Rect, Stroke, StrokeKind, Ui};

use super::{Theme, radius, size};

/// Paints the ring at the end of each pass, on the layer of the widget that has the keyboard.
///
/// When the keyboard comes to a widget that is scrolled out of sight, it is scrolled to: egui does
/// that for no widget by itself.
#[derive(Default)]
pub(super) struct FocusRing {
    /// What had the keyboard at the end of the last pass.
    last: Option<Id>,
    /// What the next pass is to scroll to.
    out_of_sight: Option<Id>,
    /// Passes to go until what is scrolled to is painted where it belongs: egui moves a scroll area
    /// two passes after it was asked to, and does not ask for the second itself.
    scrolling: u8,
}

impl egui::Plugin for FocusRing {
    fn debug_name(&self) -> &'static str {
        "focus ring"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut egui::RawInput) {
        if let Some(id) = self.out_of_sight.take() {
            self.scrolling = 2;
            // What a screen reader sends for the same wish.
            input.events.push(egui::Event::AccessKitActionRequest(ActionRequest {
                action: Action::ScrollIntoView,
                target_tree: TreeId::ROOT,
                target_node: id.accesskit_id(),
                data: None,
            }));
        }
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx();
        self.look_for_focus(ctx);
        if let Some(id) = ctx.memory(|memory| memory.focused())
            && let Some(response) = ctx.read_response(id)
            && response.rect.is_positive()
        {
            let corners = ring_radius(ctx, id).unwrap_or(radius::CONTROL);
            // A ring within the ring's own width of the widget: a gap of one point shows the ground
            // between, so that it can be seen around a filled button, too.
            let gap = size::LINE;
            let outer = gap + size::FOCUS_RING;
            let clip = response.interact_rect.expand(outer).intersect(ctx.content_rect());
            let rect: Rect = response.rect.expand(outer).intersect(ctx.content_rect());
            let accent = Theme::of(ctx).accent;
            ctx.layer_painter(response.layer_id).with_clip_rect(clip).rect_stroke(
                rect,
                CornerRadius::same(corners.saturating_add(outer as u8)),
                Stroke::new(size::FOCUS_RING, accent),
                StrokeKind::Inside,
            );
        }
    }
}

impl FocusRing {
    fn look_for_focus(&mut self, ctx: &Context) {
        if self.scrolling > 0 {
            self.scrolling -= 1;
            ctx.request_repaint();
        }
        let focused = ctx.memory(|memory| memory.focused());
        if focused == self.last {
            return;
        }
        self.last = focused;
        // What the pointer pressed must not move away under it.
        let pointed = ctx.input(|input| input.pointer.any_down() || input.pointer.any_released());
        if let Some(id) = focused
            && !pointed
            && let Some(response) = ctx.read_response(id)
            && !response.interact_rect.contains_rect(response.rect.shrink(size::LINE))
        {
            self.out_of_sight = Some(id);
            ctx.request_repaint();
        }
    }
}

#[derive(Clone, Copy)]
struct RingRadius(u8);

fn ring_radius(ctx: &Context, id: Id) -> Option<u8> {
    ctx.data(|data| data.get_temp::<RingRadius>(id)).map(|radius| radius.0)
}

/// Says that the corners of the widget `id` are not the usual ones, so that the ring follows them.
pub fn set_ring_radius(ctx: &Context, id: Id, radius: u8) {
    ctx.data_mut(|data| data.insert_temp(id, RingRadius(radius)));
}

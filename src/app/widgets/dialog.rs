//! A dialog over the window: it takes the keyboard, Escape leaves it, and the keyboard goes back to
//! where it was.

use egui::{Context, Frame, Id, LayerId, Layout, Margin, Modal, Ui};

use super::button::icon_button;
use super::label::heading;
use crate::app::theme::{Theme, icons, radius, size, space};

/// What came of a [`dialog`] in this frame.
#[derive(Debug)]
pub struct DialogResponse<R> {
    /// What the content returned.
    pub inner: R,
    /// Whether the person asked to leave: by Escape, the cross, a click beside it, or `ui.close()`.
    pub close: bool,
}

/// Shows a dialog called `title`, `width` points wide. Call it in every frame while it is open.
///
/// In the first frame the keyboard goes to the first control of `content` unless `content` gave it
/// to another; when the dialog is no longer shown it goes back to what had it before.
pub fn dialog<R>(
    ctx: &Context,
    id: impl std::hash::Hash + std::fmt::Debug,
    title: &str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> DialogResponse<R> {
    let theme = Theme::of(ctx);
    let id = Id::unique(("dialog", id));
    let before = ctx.memory(|memory| memory.focused());
    let state = ctx.plugin_or_default::<FocusKeeper>().lock().keep(id, before);
    if let (Focus::Opened, Some(before)) = (state, before) {
        ctx.memory_mut(|memory| memory.surrender_focus(before));
    }

    let frame = Frame::new()
        .fill(theme.panel)
        .stroke(egui::Stroke::new(size::LINE, theme.line))
        .corner_radius(radius::DIALOG)
        .shadow(theme.dialog_shadow)
        .inner_margin(Margin::same(space::XL as i8));
    let width = width.min(ctx.content_rect().width() - 4.0 * space::XL).max(0.0);
    let area = Modal::default_area(id).accessible_name(title);
    let modal = Modal::new(id).area(area).backdrop_color(theme.veil).frame(frame).show(ctx, |ui| {
        ui.set_width(width);
        // The cross is laid out first but comes last for the keyboard: see below.
        let (head, _) = ui.allocate_exact_size(egui::vec2(width, size::CONTROL), egui::Sense::hover());
        ui.scope_builder(
            egui::UiBuilder::new().max_rect(head).layout(Layout::left_to_right(egui::Align::Center)),
            |ui| heading(ui, title),
        );
        ui.add_space(space::S);
        let inner = content(ui);
        let corner = egui::UiBuilder::new().max_rect(head).layout(Layout::right_to_left(egui::Align::Center));
        let cross = ui.new_child(corner).scope(|ui| icon_button(ui, icons::CLOSE, "Close")).inner;
        (inner, cross)
    });

    let layer = modal.response.layer_id;
    let (inner, cross) = modal.inner;
    if state != Focus::Settled {
        settle_focus(ctx, id, layer);
    }
    let close = cross.clicked()
        || modal.backdrop_response.clicked()
        || modal.response.should_close()
        || (modal.is_top_modal
            && !modal.any_popup_open
            && ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)));
    DialogResponse { inner, close }
}

/// Gives the keyboard to the first control on `layer` unless one of them has it already. In the
/// first pass egui only measures the dialog and no control is enabled: then it waits for the next.
fn settle_focus(ctx: &Context, dialog: Id, layer: LayerId) {
    let controls: Vec<Id> = ctx.viewport(|viewport| {
        let widgets = viewport.this_pass.widgets.get_layer(layer);
        widgets.filter(|widget| widget.enabled && widget.sense.is_focusable()).map(|widget| widget.id).collect()
    });
    let Some(&first) = controls.first() else { return };
    if !ctx.memory(|memory| memory.focused()).is_some_and(|focused| controls.contains(&focused)) {
        ctx.memory_mut(|memory| memory.request_focus(first));
    }
    ctx.plugin_or_default::<FocusKeeper>().lock().settled(dialog);
}

/// How far a dialog is with taking the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    /// It was not shown in the last pass.
    Opened,
    /// None of its controls could take it yet.
    Pending,
    /// It has taken it.
    Settled,
}

/// Remembers for each open dialog what had the keyboard before, and gives it back.
#[derive(Default)]
struct FocusKeeper {
    open: Vec<Kept>,
}

struct Kept {
    dialog: Id,
    before: Option<Id>,
    shown: bool,
    settled: bool,
}

impl FocusKeeper {
    /// Notes that `dialog` is shown in this pass, and says how far it is.
    fn keep(&mut self, dialog: Id, before: Option<Id>) -> Focus {
        if let Some(kept) = self.open.iter_mut().find(|kept| kept.dialog == dialog) {
            kept.shown = true;
            return if kept.settled { Focus::Settled } else { Focus::Pending };
        }
        // One that takes the place of another gives back what that one would have.
        let replaced = self.open.iter_mut().find(|kept| !kept.shown).and_then(|kept| kept.before.take());
        self.open.push(Kept { dialog, before: replaced.or(before), shown: true, settled: false });
        Focus::Opened
    }

    fn settled(&mut self, dialog: Id) {
        if let Some(kept) = self.open.iter_mut().find(|kept| kept.dialog == dialog) {
            kept.settled = true;
        }
    }
}

impl egui::Plugin for FocusKeeper {
    fn debug_name(&self) -> &'static str {
        "dialog focus"
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        for kept in self.open.extract_if(.., |kept| !std::mem::take(&mut kept.shown)) {
            // Unless what the dialog led to has taken the keyboard already.
            let taken = ui
                .memory(|memory| memory.focused())
                .is_some_and(|focused| ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get(focused).is_some()));
            if let Some(before) = kept.before.filter(|_| !taken) {
                ui.memory_mut(|memory| memory.request_focus(before));
            }
        }
    }
}

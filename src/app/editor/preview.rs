//! The middle: the sheets of paper. Hovering a line lights its control on the left; clicking a
//! line goes there.

use egui::{Color32, CursorIcon, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::Editor;
use super::page_marks::PageMarks;
use super::pagination::{Cache, Pages, Unit};
use crate::app::action::{Action, Actions};
use crate::app::review::Current;
use crate::app::theme::{Theme, paper, radius, space};
use crate::document::{Document, Origin};
use crate::drafts::Zoom;

/// Paints the pages of the posting; `zoom` is the page's own.
pub fn preview_ui(ui: &mut Ui, editor: &mut Editor, zoom: Zoom, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    let width = paper_width(ui, zoom);
    let document = editor.document.clone();
    let state = Lighting {
        page: editor.ui.hover_page.take(),
        panel: editor.ui.hover_panel.clone(),
        reveal: editor.ui.reveal_in_page.take(),
    };
    let pages = editor.pages.get(ui.ctx(), theme, &document, editor.version, width);
    let lit = editor.ui.review.current.clone();
    let mut marks = PageMarks {
        current: &editor.review,
        lit: lit.as_ref(),
        // What is not on the page is not waited for.
        wanted: std::mem::take(&mut editor.ui.review.words_wanted),
        signed: Vec::new(),
    };
    editor.ui.hover_page = pages_ui(ui, theme, "preview", pages, &document, &state, &mut marks, actions);
}

/// Sheets of paper for a document that is no posting: what was set last, and what is lit.
#[derive(Default)]
pub struct Sheets {
    pages: Cache,
    /// The origin under the pointer on the paper.
    pub hovered: Option<Origin>,
    /// The origin that is lit because its control is under the pointer.
    pub lit: Option<Origin>,
    /// Where to scroll to next.
    pub reveal: Option<Origin>,
    unmarked: Current,
}

impl Sheets {
    /// How many there are, once they have been painted.
    pub fn page_count(&self) -> Option<usize> {
        self.pages.count()
    }
}

/// Paints a document as sheets of paper, as its export will look. `version` changes with the
/// document. A click on a line asks for [`Action::GoTo`].
pub fn sheets_ui(
    ui: &mut Ui,
    sheets: &mut Sheets,
    document: &Document,
    version: u64,
    zoom: Zoom,
    actions: &mut Actions,
) {
    let theme = Theme::of(ui.ctx());
    let width = paper_width(ui, zoom);
    let state = Lighting { page: sheets.hovered.take(), panel: sheets.lit.clone(), reveal: sheets.reveal.take() };
    let pages = sheets.pages.get(ui.ctx(), theme, document, version, width);
    let mut marks = PageMarks { current: &sheets.unmarked, lit: None, wanted: false, signed: Vec::new() };
    sheets.hovered = pages_ui(ui, theme, "sheets", pages, document, &state, &mut marks, actions);
}

fn paper_width(ui: &Ui, zoom: Zoom) -> f32 {
    let width = paper::WIDTH_AT_100.min(ui.available_width() - 2.0 * space::XL) * zoom.factor();
    width.max(paper::WIDTH_AT_100 / 4.0).round()
}

/// Paints pages below each other. Returns the origin under the pointer.
#[expect(clippy::too_many_arguments, reason = "all of it describes one view of pages")]
fn pages_ui(
    ui: &mut Ui,
    theme: &Theme,
    name: &str,
    pages: &Pages,
    document: &Document,
    state: &Lighting,
    marks: &mut PageMarks<'_>,
    actions: &mut Actions,
) -> Option<Origin> {
    let mut hovered = None;
    // A fade would lie on the sheet like a stain.
    ui.spacing_mut().scroll.fade.strength = 0.0;
    let scroll = egui::ScrollArea::both().id_salt(name).auto_shrink([false, false]);
    scroll.show(ui, |ui| {
        let margin = space::XL;
        let outer = ui.available_width().max(pages.size.x + 2.0 * margin);
        let total = vec2(outer, margin + pages.pages.len() as f32 * (pages.size.y + margin));
        let (rect, _) = ui.allocate_exact_size(total, Sense::hover());
        let x = rect.left() + ((outer - pages.size.x) / 2.0).round();
        for (index, page) in pages.pages.iter().enumerate() {
            let y = rect.top() + margin + index as f32 * (pages.size.y + margin);
            let sheet = Rect::from_min_size(pos2(x, y), pages.size);
            sheet_ui(ui, theme, pages, sheet, document, index == 0);
            for (place, unit) in page.iter().enumerate() {
                let offset = sheet.min.to_vec2();
                if unit_ui(ui, theme, pages, offset, unit, (index, place), state, marks, actions) {
                    hovered = Some(unit.origin.clone());
                }
            }
        }
    });
    if hovered != state.page {
        // The panel on the left was painted before the pointer was known to be here.
        ui.ctx().request_repaint();
    }
    hovered
}

/// What is lit, and what to scroll to.
struct Lighting {
    page: Option<Origin>,
    panel: Option<Origin>,
    reveal: Option<Origin>,
}

fn sheet_ui(ui: &Ui, theme: &Theme, pages: &Pages, sheet: Rect, document: &Document, first: bool) {
    let painter = ui.painter();
    painter.add(theme.paper_shadow.as_shape(sheet, radius::PAPER));
    painter.rect(sheet, radius::PAPER, theme.paper, Stroke::new(1.0, theme.paper_line), StrokeKind::Outside);
    let _ = first;
    if let Some(header) = &document.header
        && let Some(logo) = &header.logo
        && let Some(texture) = logo_texture(ui.ctx(), logo)
    {
        let (width, height) = logo.size();
        let size = Vec2::new(width as f32, height as f32);
        let fit = (paper::LOGO_MAX * pages.scale / size).min_elem().min(pages.scale * 72.0 / 96.0);
        let place = Rect::from_min_size(
            sheet.min + vec2(paper::MARGIN, paper::MARGINAL_DISTANCE * 0.6) * pages.scale,
            size * fit,
        );
        egui::Image::from_texture((texture.id(), place.size())).paint_at(ui, place);
    }
}

/// The logo as a texture, decoded once.
fn logo_texture(ctx: &egui::Context, logo: &crate::posting::Logo) -> Option<egui::TextureHandle> {
    let id = egui::Id::unique((
        "logo",
        logo.png().len(),
        logo.size(),
        logo.png().iter().take(256).fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(*byte))),
    ));
    if let Some(texture) = ctx.data(|data| data.get_temp::<egui::TextureHandle>(id)) {
        return Some(texture);
    }
    let image = image::load_from_memory_with_format(logo.png(), image::ImageFormat::Png).ok()?.to_rgba8();
    let size = [image.width() as usize, image.height() as usize];
    let pixels = egui::ColorImage::from_rgba_unmultiplied(size, image.as_raw());
    let texture = ctx.load_texture("logo", pixels, egui::TextureOptions::LINEAR);
    ctx.data_mut(|data| data.insert_temp(id, texture.clone()));
    Some(texture)
}

/// Paints one unit. Returns whether the pointer is over it.
#[expect(clippy::too_many_arguments, reason = "all of it describes one unit")]
fn unit_ui(
    ui: &mut Ui,
    theme: &Theme,
    pages: &Pages,
    offset: Vec2,
    unit: &Unit,
    place: (usize, usize),
    state: &Lighting,
    marks: &mut PageMarks<'_>,
    actions: &mut Actions,
) -> bool {
    let rect = unit.rect.translate(offset);
    let target = rect.expand2(vec2(space::S, paper::BULLET.after * pages.scale / 2.0));
    let goes_somewhere = unit.origin != Origin::Fixed;
    // Clickable, but no stop for Tab: the controls themselves are.
    let sense = if goes_somewhere { Sense::CLICK | Sense::HOVER } else { Sense::hover() };
    let response = ui.interact(target, ui.scope_id().with(("unit", place)), sense);
    if !unit.words.is_empty() {
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &unit.words));
    }
    if unit.heading {
        // A label's words are its value; a heading's are its name.
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(egui::accesskit::Role::Heading);
            node.clear_value();
            node.set_label(unit.words.as_str());
        });
    }
    let lit =
        goes_somewhere && (state.page.as_ref() == Some(&unit.origin) || state.panel.as_ref() == Some(&unit.origin));
    if goes_somewhere && state.reveal.as_ref() == Some(&unit.origin) && !ui.clip_rect().contains_rect(rect) {
        ui.scroll_to_rect(rect, Some(egui::Align::Center));
    }
    let visible = ui.is_rect_visible(target);
    // A heading leads to what stands first below it, and is lit by itself alone.
    if visible && lit && (!unit.heading || response.hovered()) {
        ui.painter().rect_filled(target, radius::SMALL, theme.paper_lit);
    }
    // Out of sight, too: it may be what is to be scrolled to.
    marks.unit_ui(ui, unit, rect, pages.scale, &response, actions);
    if visible {
        let painter = ui.painter();
        for cell in &unit.cells {
            let ground = if cell.heading { theme.paper_table } else { Color32::TRANSPARENT };
            let place = cell.rect.translate(rect.min.to_vec2());
            painter.rect(place, 0.0, ground, Stroke::new(1.0, theme.paper_grid), StrokeKind::Middle);
        }
        for line in &unit.lines {
            let y = rect.top() + line;
            painter.hline(rect.x_range(), y, Stroke::new(1.0, theme.paper_line));
        }
        if let Some((centre, radius)) = unit.bullet {
            painter.circle_filled(rect.min + centre.to_vec2(), radius, theme.ink);
        }
        for (at, job) in &unit.texts {
            let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job.clone()));
            ui.painter().galley(rect.min + at.to_vec2(), galley, theme.ink);
        }
    }
    if !goes_somewhere {
        return false;
    }
    if response.clicked() {
        actions.push(Action::GoTo(unit.origin.clone()));
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    response.hovered()
}

//! How a finding of the review looks wherever it shows: a shape of its own for each severity
//! beside words, and a mark of its own under them. Never the colour alone.

use std::ops::Range;

use egui::{
    Color32, Galley, Painter, Pos2, Rect, Response, RichText, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::paint;
use crate::app::theme::{Theme, icons, radius, set_ring_radius, size, space, text};
use crate::review::Severity;

/// What is to be said about words in a text field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordNote {
    /// The words; they are marked wherever they stand in the field.
    pub words: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, short.
    pub title: String,
    /// Why it matters.
    pub reason: String,
}

/// Paints the sign of a severity around `centre`: a disc, a triangle, a hollow square.
pub fn severity_shape(painter: &Painter, centre: Pos2, severity: Severity, colour: Color32) {
    let half = size::MARK / 2.0;
    match severity {
        Severity::Must => {
            painter.circle_filled(centre, half, colour);
        }
        Severity::Should => {
            let corners = vec![
                centre + vec2(0.0, -half),
                centre + vec2(half * 1.15, half * 0.9),
                centre + vec2(-half * 1.15, half * 0.9),
            ];
            painter.add(Shape::convex_polygon(corners, colour, Stroke::NONE));
        }
        Severity::Consider => {
            let square = Rect::from_center_size(centre, Vec2::splat(size::MARK - size::LINE));
            painter.rect_stroke(square, 1, Stroke::new(1.5, colour), StrokeKind::Inside);
        }
    }
}

/// Allocates room for the sign of a severity and paints it. A word beside it says the same, so
/// screen readers do not see it.
pub fn severity_mark(ui: &mut Ui, severity: Severity) {
    let (rect, _) = ui.allocate_exact_size(vec2(size::MARK + 1.0, text::SMALL + space::XS), Sense::hover());
    severity_shape(ui.painter(), rect.center(), severity, Theme::of(ui).severity(severity));
}

/// What the pointer or the keyboard on marked words shows.
pub fn finding_tip(ui: &mut Ui, severity: Severity, title: &str, reason: &str) {
    let theme = Theme::of(ui);
    egui::Frame::new().inner_margin(space::XS).show(ui, |ui| {
        ui.set_max_width(size::TIP);
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.spacing_mut().interact_size.y = 0.0;
            severity_mark(ui, severity);
            let words = RichText::new(severity_words(severity)).font(text::group_semibold());
            ui.label(words.color(theme.severity(severity)));
        });
        ui.add(egui::Label::new(RichText::new(title).font(text::medium()).color(theme.text)).wrap());
        let reason = RichText::new(reason).font(text::small()).color(theme.muted);
        ui.add(egui::Label::new(reason.line_height(Some(text::READING_LINE_SMALL))).wrap());
    });
}

/// "Must fix" and its like, as a card or a tooltip begins.
pub fn severity_words(severity: Severity) -> &'static str {
    match severity {
        Severity::Must => "Must fix",
        Severity::Should => "Should fix",
        Severity::Consider => "Consider",
    }
}

/// A button that shows how many findings there are of each severity; without any, a tick.
pub fn counts_button(ui: &mut Ui, counts: &[(Severity, usize)], name: &str) -> Response {
    let theme = Theme::of(ui);
    let figures: Vec<_> = counts
        .iter()
        .map(|(severity, count)| {
            (*severity, ui.painter().layout_no_wrap(count.to_string(), text::small_medium(), theme.text))
        })
        .collect();
    let part = |galley: &Galley| size::MARK + space::XS + galley.size().x;
    let parts: f32 = figures.iter().map(|(_, galley)| part(galley)).sum();
    let width = if figures.is_empty() { size::ICON_SMALL } else { parts + space::S * (figures.len() - 1) as f32 };
    let (rect, response) = ui.allocate_exact_size(vec2(width + 2.0 * space::XS, size::TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    set_ring_radius(&response.ctx, response.id, radius::SMALL);
    if ui.is_rect_visible(rect) {
        ui.painter().rect_filled(rect, radius::SMALL, paint::bare_fill(theme, &response));
        let mut left = rect.left() + space::XS;
        if figures.is_empty() {
            let centre = pos2(left + size::ICON_SMALL / 2.0, rect.center().y);
            paint::icon(ui, centre, icons::CHECK, size::ICON_SMALL, theme.muted);
        }
        for (severity, galley) in figures {
            let centre = pos2(left + size::MARK / 2.0, rect.center().y);
            severity_shape(ui.painter(), centre, severity, theme.severity(severity));
            let next = left + part(&galley) + space::S;
            paint::at_left(ui, rect, left + size::MARK + space::XS, galley);
            left = next;
        }
    }
    response.on_hover_text(name)
}

/// A run of characters on one line of a laid-out text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Where it stands, from the text's upper left corner.
    pub rect: Rect,
    /// Where its letters stand, from there.
    pub baseline: f32,
}

impl Piece {
    /// The same in a text that is painted at `origin`.
    #[must_use]
    pub fn at(self, origin: Pos2) -> Self {
        Self { rect: self.rect.translate(origin.to_vec2()), baseline: self.baseline + origin.y }
    }
}

/// Where characters of a text stand, line by line, blanks at the ends of a line left out.
pub fn pieces(galley: &Galley, chars: Range<usize>) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut first = 0;
    for row in &galley.rows {
        let count = row.glyphs.len();
        let from = chars.start.saturating_sub(first).min(count);
        let to = chars.end.saturating_sub(first).min(count);
        let glyphs = &row.glyphs[from..to.max(from)];
        let ink = |glyph: &&egui::epaint::text::Glyph| !glyph.chr.is_whitespace();
        if let (Some(left), Some(right)) = (glyphs.iter().find(ink), glyphs.iter().rev().find(ink)) {
            let baseline = row.pos.y + left.pos.y;
            let rect = Rect::from_min_max(
                pos2(row.pos.x + left.pos.x, baseline - left.font_ascent),
                pos2(row.pos.x + right.max_x(), baseline - left.font_ascent + left.font_height),
            );
            found.push(Piece { rect, baseline });
        }
        first += count + usize::from(row.ends_with_newline);
    }
    found
}

/// Marks words from beneath: a wave, dashes or dots, as the severity is.
pub fn underline(painter: &Painter, piece: Piece, severity: Severity, colour: Color32) {
    let y = piece.baseline + size::UNDERLINE_GAP;
    let (left, right) = (piece.rect.left(), piece.rect.right());
    match severity {
        Severity::Must => {
            let step = 2.0 * size::UNDERLINE;
            let count = ((right - left) / step).ceil().max(2.0) as usize;
            let points = (0..=count)
                .map(|index| {
                    let up = if index % 2 == 0 { -size::UNDERLINE } else { size::UNDERLINE };
                    pos2((left + index as f32 * step).min(right), y + up)
                })
                .collect();
            painter.add(Shape::line(points, Stroke::new(1.25, colour)));
        }
        Severity::Should => {
            painter.extend(Shape::dashed_line(
                &[pos2(left, y), pos2(right, y)],
                Stroke::new(1.5, colour),
                space::XS + 1.0,
                3.0,
            ));
        }
        Severity::Consider => {
            painter.extend(Shape::dotted_line(
                &[pos2(left + 1.0, y), pos2(right, y)],
                colour,
                3.5,
                size::UNDERLINE * 0.8,
            ));
        }
    }
}

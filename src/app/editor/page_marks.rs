//! What the review says about the page: marks under words, signs beside lines, and why under the
//! pointer.

use egui::{Color32, Pos2, Rect, Response, Tooltip, Ui, vec2};

use super::pagination::{Unit, shown_length};
use crate::app::action::{Action, Actions};
use crate::app::review::{Current, Key, ReviewAction};
use crate::app::theme::{Theme, paper, radius, size, space};
use crate::app::widgets::{Piece, finding_tip, pieces, severity_shape, underline};
use crate::review::Finding;

/// What there is to mark on the page, and what has been.
pub struct PageMarks<'a> {
    /// The review.
    pub current: &'a Current,
    /// The finding that is lit.
    pub lit: Option<&'a Key>,
    /// True: the words of that finding are to be scrolled to.
    pub wanted: bool,
    /// Findings whose sign stands beside a line already: a field can be several paragraphs.
    pub signed: Vec<usize>,
}

/// A finding at a place of a unit: its words there, or a sign beside it.
struct Placed<'a> {
    finding: &'a Finding,
    pieces: Vec<Piece>,
    sign: Option<Pos2>,
}

impl Placed<'_> {
    fn is_under(&self, pointer: Pos2) -> bool {
        let near = |piece: &Piece| piece.rect.expand2(vec2(1.0, size::UNDERLINE_GAP)).contains(pointer);
        self.pieces.iter().any(near)
            || self
                .sign
                .is_some_and(|at| Rect::from_center_size(at, vec2(size::TARGET, size::TARGET)).contains(pointer))
    }

    fn rect(&self, unit: Rect) -> Rect {
        self.pieces.iter().map(|piece| piece.rect).reduce(Rect::union).unwrap_or(unit)
    }
}

impl<'a> PageMarks<'a> {
    /// Paints what is said about a unit whose upper left corner is that of `rect`: under its
    /// words, so before them.
    pub fn unit_ui(
        &mut self,
        ui: &Ui,
        unit: &Unit,
        rect: Rect,
        scale: f32,
        response: &Response,
        actions: &mut Actions,
    ) {
        let placed = self.placed(ui, unit, rect, scale);
        if placed.is_empty() {
            return;
        }
        let theme = Theme::on_paper();
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|_| response.hovered());
        let mut said = String::new();
        let mut pointed = None;
        for one in &placed {
            let finding = one.finding;
            let colour = theme.severity(finding.severity);
            let lit = self.lit.is_some_and(|key| key.is(finding));
            if lit {
                self.lit_ui(ui, one, rect, theme.severity_soft(finding.severity));
            }
            for piece in &one.pieces {
                underline(ui.painter(), *piece, finding.severity, colour);
            }
            if let Some(at) = one.sign {
                severity_shape(ui.painter(), at, finding.severity, colour);
            }
            if pointed.is_none() && pointer.is_some_and(|at| one.is_under(at)) {
                pointed = Some(one);
            }
            if !said.is_empty() {
                said.push(' ');
            }
            said.push_str(&format!("{}. {}", finding.title, finding.reason));
        }
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(said));
        if let Some(one) = pointed {
            if response.clicked() {
                actions.push(Action::Review(ReviewAction::Light(Key::of(one.finding))));
            }
            let mut tooltip = Tooltip::for_enabled(response);
            tooltip.popup = tooltip.popup.anchor(one.rect(rect));
            tooltip.show(|ui| finding_tip(ui, one.finding.severity, &one.finding.title, &one.finding.reason));
        }
    }

    fn lit_ui(&mut self, ui: &Ui, one: &Placed<'_>, unit: Rect, ground: Color32) {
        for piece in &one.pieces {
            let around = piece.rect.expand2(vec2(2.0, size::LINE));
            ui.painter().rect_filled(around, radius::SMALL, ground);
        }
        if one.pieces.is_empty() {
            ui.painter().rect_filled(unit.expand2(vec2(space::S, size::FOCUS_RING)), radius::SMALL, ground);
        }
        if std::mem::take(&mut self.wanted) {
            let rect = one.rect(unit);
            if !ui.clip_rect().contains_rect(rect.expand(space::S)) {
                ui.scroll_to_rect(rect, Some(egui::Align::Center));
            }
        }
    }

    fn placed(&mut self, ui: &Ui, unit: &Unit, rect: Rect, scale: f32) -> Vec<Placed<'a>> {
        let Some(passage) = unit.passage else { return Vec::new() };
        let current = self.current;
        let findings = current.findings();
        let mut placed = Vec::new();
        // Signs stand in the margin, one under the other if there are several.
        let mut signs = 0.0;
        let first_line = paper::BODY.line * scale / 2.0;
        let mut sign = || {
            let at = rect.left_top() + vec2(-size::SIGN_GAP - signs * (size::MARK + space::XS), first_line);
            signs += 1.0;
            Some(at)
        };
        for mark in current.marks(passage.block, passage.item) {
            let Some(finding) = findings.get(mark.finding) else { continue };
            let words = unit.words.get(passage.start..).unwrap_or_default();
            let (Some(before), Some(marked)) = (words.get(..mark.range.start), words.get(mark.range.clone())) else {
                continue;
            };
            if marked.is_empty() {
                placed.push(Placed { finding, pieces: Vec::new(), sign: sign() });
                continue;
            }
            let Some((at, job)) = unit.texts.get(passage.text) else { continue };
            let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job.clone()));
            let from = shown_length(before);
            let origin = rect.min + at.to_vec2();
            let stands = pieces(&galley, from..from + shown_length(marked));
            placed.push(Placed {
                finding,
                pieces: stands.into_iter().map(|piece| piece.at(origin)).collect(),
                sign: None,
            });
        }
        for index in current.whole(&unit.origin) {
            if unit.heading && passage.block > 0 || self.signed.contains(index) {
                continue;
            }
            if let Some(finding) = findings.get(*index) {
                self.signed.push(*index);
                placed.push(Placed { finding, pieces: Vec::new(), sign: sign() });
            }
        }
        placed
    }
}

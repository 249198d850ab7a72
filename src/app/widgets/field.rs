//! A text field with its label above it and, if there is one, a hint or what is wrong beneath it.

use egui::{Color32, Frame, Id, Margin, Response, RichText, Stroke, TextEdit, Ui};

use super::finding::WordNote;
use super::label::small_muted;
use crate::app::theme::{Theme, icons, radius, size, space, text};

/// A labelled text field. Full width, one line unless [`Field::rows`] says otherwise.
#[must_use = "show it"]
pub struct Field<'a> {
    label: &'a str,
    name: Option<&'a str>,
    value: &'a mut String,
    placeholder: &'a str,
    hint: Option<&'a str>,
    error: Option<&'a str>,
    rows: usize,
    paragraph: bool,
    label_shown: bool,
    id: Option<Id>,
    limit: Option<usize>,
    notes: &'a [WordNote],
}

impl<'a> Field<'a> {
    /// A field called `label` for `value`.
    pub fn new(label: &'a str, value: &'a mut String) -> Self {
        Self {
            label,
            name: None,
            value,
            placeholder: "",
            hint: None,
            error: None,
            rows: 1,
            paragraph: false,
            label_shown: true,
            id: None,
            limit: None,
            notes: &[],
        }
    }

    /// What is to be said about words in it: they are marked, and the pointer or the cursor on
    /// them shows why.
    pub fn notes(mut self, notes: &'a [WordNote]) -> Self {
        self.notes = notes;
        self
    }

    /// What a screen reader calls it, where several fields have the same label.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// What the empty field shows, as an example.
    pub fn placeholder(mut self, example: &'a str) -> Self {
        self.placeholder = example;
        self
    }

    /// A line beneath that helps.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// A line beneath that says what is wrong; it takes the place of the hint.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// Several lines.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows.max(1);
        self
    }

    /// One paragraph, on as many lines as it needs: Enter begins no other.
    pub fn paragraph(mut self) -> Self {
        self.paragraph = true;
        self.rows(2)
    }

    /// Without its label above: the name is for screen readers alone (a filter box).
    pub fn label_hidden(mut self) -> Self {
        self.label_shown = false;
        self
    }

    /// An id of one's own, to give it the keyboard from elsewhere.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// At most so many characters.
    pub fn char_limit(mut self, characters: usize) -> Self {
        self.limit = Some(characters);
        self
    }

    /// Shows it; the response is that of the text field: `changed()`, `lost_focus()`.
    pub fn show(self, ui: &mut Ui) -> Response {
        ui.scope(|ui| self.show_inside(ui)).inner
    }

    fn show_inside(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        ui.spacing_mut().item_spacing.y = space::XS;
        let label = self.label_shown.then(|| {
            let words = RichText::new(self.label).font(text::small_medium()).color(theme.muted);
            ui.add(egui::Label::new(words).truncate()).id
        });
        let id = self.id.unwrap_or_else(|| ui.make_persistent_id(("field", self.name.unwrap_or(self.label))));
        let edit = if self.rows > 1 {
            let edit = TextEdit::multiline(self.value).desired_rows(self.rows);
            if self.paragraph { edit.return_key(None) } else { edit }
        } else {
            TextEdit::singleline(self.value)
        };
        let mut edit = edit
            .id(id)
            .desired_width(f32::INFINITY)
            .frame(frame(theme, if self.error.is_some() { theme.must } else { theme.edge }))
            .hint_text(RichText::new(self.placeholder).color(theme.muted));
        if let Some(limit) = self.limit {
            edit = edit.char_limit(limit);
        }
        let shown = edit.show(ui);
        let said = if self.notes.is_empty() { None } else { super::notes::notes_ui(ui, &shown, self.notes) };
        let response = shown.response.response;
        let response = match (self.name, label) {
            (Some(name), _) => response.accessible_name(name),
            (None, Some(label)) => response.labelled_by(label),
            (None, None) => response.accessible_name(self.label),
        };
        let beneath = match (self.error, self.hint) {
            (Some(error), _) => Some(error_line(ui, theme, error).id),
            (None, Some(hint)) => Some(small_muted(ui, hint).id),
            (None, None) => None,
        };
        ui.ctx().accesskit_node_builder(response.id, |node| {
            if let Some(beneath) = beneath {
                node.push_described_by(beneath.accesskit_id());
            }
            if let Some(said) = said {
                node.set_description(said);
            }
            if self.error.is_some() {
                node.set_invalid(egui::accesskit::Invalid::True);
            }
        });
        response
    }
}

/// The frame of a text field, one control high around one line of text.
pub(super) fn frame(theme: &Theme, edge: Color32) -> Frame {
    Frame::new()
        .fill(theme.field)
        .stroke(Stroke::new(size::LINE, edge))
        .corner_radius(radius::CONTROL)
        .inner_margin(Margin::symmetric((space::M - size::LINE) as i8, (space::S - size::LINE) as i8))
}

fn error_line(ui: &mut Ui, theme: &Theme, error: &str) -> Response {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        super::paint::icon_beside(ui, icons::ERROR, size::ICON_SMALL, theme.must);
        ui.add(egui::Label::new(RichText::new(error).font(text::small()).color(theme.must)).wrap())
    })
    .inner
}

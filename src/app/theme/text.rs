//! The type scale: a [`FontId`] for each kind of text. Sizes in points.

use egui::{FontFamily, FontId};

/// Interface text.
pub const BODY: f32 = 13.5;
/// A posting's title in the bar, a panel's or dialog's heading.
pub const HEADING: f32 = 15.0;
/// The name of a screen.
pub const TITLE: f32 = 20.0;
/// The status bar, hints under fields, the source of a finding.
pub const SMALL: f32 = 12.5;
/// Labels over groups, pills.
pub const GROUP: f32 = 11.5;

/// From one line to the next of interface text that is read, not scanned.
pub const READING_LINE: f32 = 18.5;
/// The same for small text.
pub const READING_LINE_SMALL: f32 = 16.5;

/// The families beside egui's own two, by the name under which they are installed.
pub(super) const MEDIUM_FAMILY: &str = "medium";
pub(super) const SEMIBOLD_FAMILY: &str = "semibold";
pub(super) const PAPER_FAMILY: &str = "paper";
pub(super) const PAPER_BOLD_FAMILY: &str = "paper-bold";
pub(super) const ICONS_FAMILY: &str = "icons";

fn named(size: f32, family: &'static str) -> FontId {
    FontId::new(size, FontFamily::Name(family.into()))
}

/// Interface text.
pub fn body() -> FontId {
    FontId::proportional(BODY)
}

/// Interface text with a little weight: buttons, what is selected.
pub fn medium() -> FontId {
    named(BODY, MEDIUM_FAMILY)
}

/// Interface text with weight: section labels.
pub fn semibold() -> FontId {
    named(BODY, SEMIBOLD_FAMILY)
}

/// Text of second rank.
pub fn small() -> FontId {
    FontId::proportional(SMALL)
}

/// Text of second rank with a little weight: the label over a field.
pub fn small_medium() -> FontId {
    named(SMALL, MEDIUM_FAMILY)
}

/// The name of a part of a form.
pub fn small_semibold() -> FontId {
    named(SMALL, SEMIBOLD_FAMILY)
}

/// A label over a group of rows, and a quiet pill.
pub fn group() -> FontId {
    named(GROUP, MEDIUM_FAMILY)
}

/// A pill that says something important.
pub fn group_semibold() -> FontId {
    named(GROUP, SEMIBOLD_FAMILY)
}

/// A heading within the window.
pub fn heading() -> FontId {
    named(HEADING, SEMIBOLD_FAMILY)
}

/// The name of a screen.
pub fn title() -> FontId {
    named(TITLE, SEMIBOLD_FAMILY)
}

/// The paper's text, at a size the paper decides.
pub fn paper(size: f32) -> FontId {
    named(size, PAPER_FAMILY)
}

/// The paper's headings and strong text.
pub fn paper_bold(size: f32) -> FontId {
    named(size, PAPER_BOLD_FAMILY)
}

/// A glyph of [`super::icons`].
pub fn icon(size: f32) -> FontId {
    named(size, ICONS_FAMILY)
}

/// Text whose letters are all as wide: ids, paths.
pub fn monospace() -> FontId {
    FontId::monospace(SMALL)
}

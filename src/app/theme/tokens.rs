//! Every colour, distance and size of the window, by name. Nothing outside the theme names one.
//!
//! Where the drawn mock was not readable enough the token differs, by measurement (see
//! `tests/theme.rs`): light `muted` is darker (#62676e for #6a6f76, which had 4.3:1 on a lit
//! row), and the outline of check boxes and text fields is a colour of its own, `edge`, at 3:1,
//! because the mock's hairline (1.3:1) was the only sign of an empty field.

use egui::{Color32, Shadow};

/// The colours of one look, light or dark. All opaque unless the name says shadow or veil.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Whether this is the dark look.
    pub dark: bool,
    /// What panels and the sheet of paper lie on.
    pub desk: Color32,
    /// Side panels, dialogs and menus.
    pub panel: Color32,
    /// A card on a panel, the inside of a text field or a select.
    pub field: Color32,
    /// An outlined button at rest.
    pub button: Color32,
    /// What the pointer is over.
    pub hover: Color32,
    /// What is being pressed.
    pub pressed: Color32,
    /// A quiet fill: the track of a segmented control, a "nice to have" pill.
    pub quiet: Color32,
    /// Hairlines that part one thing from another.
    pub line: Color32,
    /// The outline of a control where the outline is its only sign: 3:1 against what it lies on.
    pub edge: Color32,
    /// Text.
    pub text: Color32,
    /// Text of second rank: hints, units, summaries, what is switched off.
    pub muted: Color32,
    /// What is chosen, the one main action, links, the focus ring.
    pub accent: Color32,
    /// The main action under the pointer.
    pub accent_hover: Color32,
    /// A ground for what is chosen or lit.
    pub accent_soft: Color32,
    /// Text and ticks on `accent` and `accent_hover`.
    pub on_accent: Color32,
    /// The ground of selected text, under `text`.
    pub selection: Color32,
    /// The sheet of paper.
    pub paper: Color32,
    /// What is printed on it.
    pub ink: Color32,
    /// Its headings.
    pub paper_heading: Color32,
    /// Its text of second rank.
    pub paper_muted: Color32,
    /// The hairlines printed on it.
    pub paper_line: Color32,
    /// The grid of a table on the paper.
    pub paper_grid: Color32,
    /// Behind a table's headings on the paper.
    pub paper_table: Color32,
    /// Links on it.
    pub paper_link: Color32,
    /// A line of it whose control is under the pointer.
    pub paper_lit: Color32,
    /// A finding that must be fixed; an error.
    pub must: Color32,
    /// A finding that should be fixed; a warning.
    pub should: Color32,
    /// A finding to consider; a note.
    pub consider: Color32,
    /// The grounds of a banner of these three ranks.
    pub must_soft: Color32,
    /// See `must_soft`.
    pub should_soft: Color32,
    /// See `must_soft`.
    pub consider_soft: Color32,
    /// Under menus, popups and tooltips.
    pub popup_shadow: Shadow,
    /// Under dialogs.
    pub dialog_shadow: Shadow,
    /// Under the sheet of paper.
    pub paper_shadow: Shadow,
    /// Over the window while a dialog is open.
    pub veil: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn shadow(offset_y: i8, blur: u8, alpha: u8) -> Shadow {
    Shadow { offset: [0, offset_y], blur, spread: 0, color: Color32::from_black_alpha(alpha) }
}

/// The light look.
pub static LIGHT: Theme = Theme {
    dark: false,
    desk: rgb(0xf4f3f0),
    panel: rgb(0xfbfaf8),
    field: rgb(0xf4f3f0),
    button: rgb(0xfbfaf8),
    hover: rgb(0xefede9),
    pressed: rgb(0xe6e3dd),
    quiet: rgb(0xedebe6),
    line: rgb(0xe3e0da),
    edge: rgb(0x87847e),
    text: rgb(0x1f2328),
    muted: rgb(0x5f646b),
    accent: rgb(0x0f5f5c),
    accent_hover: rgb(0x0b4b49),
    accent_soft: rgb(0xe1efed),
    on_accent: rgb(0xffffff),
    selection: rgb(0xbfdedb),
    paper: rgb(0xffffff),
    ink: rgb(0x20242a),
    paper_heading: rgb(0x173a5e),
    paper_muted: rgb(0x5b6168),
    paper_line: rgb(0xd4d4d2),
    paper_grid: rgb(0xb9b4aa),
    paper_table: rgb(0xf3f1ec),
    paper_link: rgb(0x1d4f91),
    paper_lit: rgb(0xe1efed),
    must: rgb(0xb3261e),
    should: rgb(0x8a5a00),
    consider: rgb(0x2457a6),
    must_soft: rgb(0xfaeceb),
    should_soft: rgb(0xf8f0e0),
    consider_soft: rgb(0xeaf0f9),
    popup_shadow: shadow(4, 16, 28),
    dialog_shadow: shadow(12, 40, 48),
    paper_shadow: shadow(2, 16, 20),
    veil: Color32::from_black_alpha(72),
};

/// The dark look.
pub static DARK: Theme = Theme {
    dark: true,
    desk: rgb(0x17191b),
    panel: rgb(0x1d2023),
    field: rgb(0x17191b),
    button: rgb(0x1d2023),
    hover: rgb(0x272b2f),
    pressed: rgb(0x2f3439),
    quiet: rgb(0x292d31),
    line: rgb(0x2d3135),
    edge: rgb(0x767d84),
    text: rgb(0xe7e8ea),
    muted: rgb(0x9aa1a8),
    accent: rgb(0x5cc0b5),
    accent_hover: rgb(0x77cfc5),
    accent_soft: rgb(0x183533),
    on_accent: rgb(0x0d1f1e),
    selection: rgb(0x24514d),
    paper: rgb(0xf7f6f3),
    ink: rgb(0x20242a),
    paper_heading: rgb(0x173a5e),
    paper_muted: rgb(0x5b6168),
    paper_line: rgb(0xcfcecb),
    paper_grid: rgb(0xb2ada3),
    paper_table: rgb(0xebe9e3),
    paper_link: rgb(0x1d4f91),
    paper_lit: rgb(0xd8ebe8),
    must: rgb(0xf2938c),
    should: rgb(0xe0b566),
    consider: rgb(0x8fb6f2),
    must_soft: rgb(0x3a2423),
    should_soft: rgb(0x332b1b),
    consider_soft: rgb(0x1f2a3b),
    popup_shadow: shadow(4, 16, 110),
    dialog_shadow: shadow(12, 40, 140),
    paper_shadow: shadow(2, 16, 90),
    veil: Color32::from_black_alpha(130),
};

/// Distances in points, in steps of 4.
pub mod space {
    /// Between things that belong together: an icon and its word.
    pub const XS: f32 = 4.0;
    /// Between neighbours.
    pub const S: f32 = 8.0;
    /// Inside a control, left and right.
    pub const M: f32 = 12.0;
    /// The gutter of a panel.
    pub const L: f32 = 16.0;
    /// Between groups; the inside of a dialog.
    pub const XL: f32 = 24.0;
    /// Around something that stands alone.
    pub const XXL: f32 = 32.0;
}

/// Sizes in points.
pub mod size {
    /// Height of buttons, fields and selects.
    pub const CONTROL: f32 = 32.0;
    /// Height of a row in a list of toggles.
    pub const ROW: f32 = 32.0;
    /// Height of an entry of a menu.
    pub const MENU_ITEM: f32 = 28.0;
    /// Narrowest menu.
    pub const MENU_WIDTH: f32 = 180.0;
    /// The window when it first opens.
    pub const WINDOW: egui::Vec2 = egui::vec2(1280.0, 820.0);
    /// The smallest window.
    pub const MIN_WINDOW: egui::Vec2 = egui::vec2(720.0, 480.0);
    /// Height of a draft in the list of drafts.
    pub const DRAFT_ROW: f32 = 56.0;
    /// Width of the list of drafts.
    pub const DRAFTS: f32 = 920.0;
    /// Width of a dialog with two texts side by side.
    pub const DIALOG_TEXTS: f32 = 1080.0;
    /// Room kept for a posting's status in the bar.
    pub const STATUS: f32 = 96.0;
    /// The narrowest that a company's name is cut to beside a title; with less room it is left out.
    pub const COMPANY_MIN: f32 = 96.0;
    /// Width of the list of versions.
    pub const VERSIONS: f32 = 272.0;
    /// Highest list of licences before it scrolls.
    pub const LICENCES: f32 = 112.0;
    /// Highest list of a select before it scrolls.
    pub const SELECT_LIST: f32 = 320.0;
    /// Smallest thing to hit with a pointer (WCAG 2.2, 2.5.8): pills, links.
    pub const TARGET: f32 = 24.0;
    /// Height of a pill as painted.
    pub const PILL: f32 = 22.0;
    /// The box of a check box.
    pub const CHECKBOX: f32 = 17.0;
    /// An icon beside text.
    pub const ICON: f32 = 16.0;
    /// A small icon: a chevron, the tick in a box.
    pub const ICON_SMALL: f32 = 14.0;
    /// The icon of an empty state.
    pub const ICON_LARGE: f32 = 32.0;
    /// A dot or other mark beside a word.
    pub const MARK: f32 = 8.0;
    /// The widest window in which the review lies over the page instead of beside it.
    pub const NARROW_WINDOW: f32 = 1100.0;
    /// How far below the letters' foot the mark under words runs.
    pub const UNDERLINE_GAP: f32 = 2.5;
    /// Height of the foot of the right panel, and the least height of a panel with one.
    pub const FOOT: f32 = 140.0;
    /// See `FOOT`.
    pub const FOOT_FROM: f32 = 420.0;
    /// Width of the name of a measure, and of its figure.
    pub const MEASURE_NAME: f32 = 92.0;
    /// See `MEASURE_NAME`.
    pub const MEASURE_VALUE: f32 = 44.0;
    /// Width of a measure's picture in the bar at the bottom.
    pub const MEASURE_SMALL: f32 = 64.0;
    /// Narrowest bar at the bottom with those pictures in it.
    pub const STATUS_BAR_WIDE: f32 = 1000.0;
    /// From a line of the page to the sign beside it.
    pub const SIGN_GAP: f32 = 18.0;
    /// Half the height of the wave, and the width of the dots, under words.
    pub const UNDERLINE: f32 = 1.25;
    /// Width of the mark that shows how far an answer leans.
    pub const LEAN_MARK: f32 = 56.0;
    /// Narrowest answer that says so in words, too.
    pub const CHOICE_WITH_WORDS: f32 = 640.0;
    /// Width of a field for a number of three digits.
    pub const NUMBER: f32 = 56.0;
    /// Height of a section's header.
    pub const SECTION: f32 = 38.0;
    /// Height of the menu bar.
    pub const MENU_BAR: f32 = 32.0;
    /// Height of the bar with the title and the main actions.
    pub const TOOLBAR: f32 = 52.0;
    /// Height of the bar at the bottom.
    pub const STATUS_BAR: f32 = 28.0;
    /// Width of the left panel, "what you say".
    pub const LEFT_PANEL: f32 = 372.0;
    /// Narrowest left panel.
    pub const LEFT_PANEL_MIN: f32 = 300.0;
    /// Width of the right panel, "how good it is".
    pub const RIGHT_PANEL: f32 = 312.0;
    /// Narrowest right panel.
    pub const RIGHT_PANEL_MIN: f32 = 260.0;
    /// A small dialog: one question.
    pub const DIALOG_SMALL: f32 = 400.0;
    /// A dialog with a form or a list.
    pub const DIALOG: f32 = 560.0;
    /// A dialog with columns.
    pub const DIALOG_WIDE: f32 = 760.0;
    /// Widest tooltip about a finding.
    pub const TIP: f32 = 300.0;
    /// Widest a text to read may run.
    pub const MEASURE: f32 = 440.0;
    /// Height of the window around the choices of a kit's export.
    pub const KIT_EXPORT_AROUND: f32 = 324.0;
    /// A hairline.
    pub const LINE: f32 = 1.0;
    /// The ring around what has the keyboard.
    pub const FOCUS_RING: f32 = 2.0;
}

/// Radii of corners, in points.
pub mod radius {
    /// The box of a check box, a lit line of the paper.
    pub const SMALL: u8 = 4;
    /// An entry of a menu, a segment.
    pub const MEDIUM: u8 = 6;
    /// Controls, cards, menus.
    pub const CONTROL: u8 = 8;
    /// Dialogs.
    pub const DIALOG: u8 = 12;
    /// A pill: half of `size::PILL`.
    pub const PILL: u8 = 11;
    /// The sheet of paper.
    pub const PAPER: u8 = 2;
}

/// How long a movement that explains something takes, in seconds.
pub const ANIMATION_SECONDS: f32 = 0.1;

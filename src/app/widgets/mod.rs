//! The few controls of our own, each accessible by name. They show what they are given and return
//! what was asked for; they change nothing but egui's memory of what is open.

mod banner;
mod button;
mod check_row;
mod choices;
mod dialog;
mod empty_state;
mod field;
mod finding;
mod gauge;
mod label;
mod lean;
mod menu;
mod notes;
mod paint;
mod rows;
mod section;
mod segmented;
mod select;
mod stepper;
mod strength_pill;

pub use banner::{BannerKind, banner};
pub use button::{
    icon_button, icon_button_with_shortcut, link_button, link_button_about, muted_link_button, muted_link_button_about,
    primary_button, quiet_button, quiet_button_about, quiet_button_with_icon, text_button,
};
pub use check_row::{CheckRow, check_box, check_line, check_row, row_menu};
pub use choices::{Choice, choices};
pub use dialog::{DialogResponse, dialog};
pub use empty_state::empty_state;
pub use field::Field;
pub use finding::{
    Piece, WordNote, counts_button, finding_tip, pieces, severity_mark, severity_shape, severity_words, underline,
};
pub use gauge::gauge;
pub use label::{group_label, heading, icon_mark, muted, part_label, small_error, small_muted};
pub use lean::{lean_bar, lean_sign};
pub use menu::{MenuItem, MenuLook, menu_button, menu_item, menu_separator};
pub use notes::occurrences;
pub use rows::{
    card_row, dialog_buttons, drag_handle, list_row, marked_line, palette_row, primary_button_with, status_button,
};
pub use section::section_header;
pub use segmented::segmented;
pub use select::{Select, Selected, select};
pub use stepper::stepper;
pub use strength_pill::strength_pill;

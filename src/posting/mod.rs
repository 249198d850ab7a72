//! What this recruiter *has* said: the [`Posting`] as plain data, every way to change it
//! ([`Edit`]) and the way back ([`History`]).
//!
//! Comes in: a role and a catalogue to propose from, then edits. Goes out: the posting that
//! [`crate::document`] puts into words. Nothing here reads a clock or a file: times are arguments.

mod apply;
mod edit;
mod history;
mod kit_changes;
mod kit_names;
mod list;
mod model;
mod names;
mod offer;
mod profile;
mod propose;
mod text;
mod typing;
mod values;

pub use edit::{Edit, EditError, EducationEdit, ItemEdit, PayEdit};
pub use history::History;
pub use kit_changes::*;
pub use kit_names::*;
pub use model::*;
pub use offer::Offer;
pub use profile::CompanyProfile;
pub use values::{BadCountry, BadLogo, currency_of};

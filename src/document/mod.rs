//! What the reader *will* see: a posting put into words.
//!
//! Comes in: a [`crate::posting::Posting`] and a [`crate::catalog::Catalog`]. Goes out: a
//! [`Document`] that the preview and every exporter read, and nothing else. Each block knows
//! the control it came from ([`Origin`]). What is off leaves no trace.

mod build;
mod education;
mod facts;
#[cfg(test)]
mod fixture;
mod keys;
mod locale;
mod model;
mod rich;
mod stats;
mod wording;

pub use crate::posting::currency_of;
pub use build::{about, build};
pub use education::{alternatives as education_alternatives, proposed_sentences as proposed_education};
pub use facts::pay_text;
pub use locale::{LocaleFormat, paper_of};
pub use model::*;
pub use rich::{blocks as rich_blocks, linked};
pub use stats::Stats;
pub use wording::{country_name, item_text, one_line, proposed_prose, prose_text};

#[cfg(test)]
mod tests;

//! Developer or engineer: which of the two the answers to plain questions lean to and why, and
//! how the two differ in the catalogue.
//!
//! Comes in: a catalogue with its questions, [`Answers`], a specialism and a level. Goes out: a
//! [`Lean`] whose reasons add up to it, a [`Comparison`], and the [`Use`] that turns the choice
//! into a posting. Nothing here reads a clock or a file.

mod answers;
mod compare;
mod lean;
mod using;

pub use answers::Answers;
pub use compare::{Comparison, Difference, Differences, compare};
pub use lean::{Lean, NEAR_SHARE, Reason, Side, lean, leans_to};
pub use using::{Use, using};

#[cfg(test)]
mod tests;

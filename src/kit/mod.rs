//! How a posting's requirements are checked: the hiring kit, which is always in step with it.
//!
//! Comes in: a [`Posting`](crate::posting::Posting) with what a person changed in its kit, and a
//! catalogue. Goes out: a [`Kit`] of rows, tasks, questions and attributes that know which
//! requirement they check, a [`Trace`] of who checks what, and a
//! [`Document`](crate::document::Document) for each [`Part`]. Nothing here reads a clock or a file.

mod attributes;
mod build;
mod model;
mod needs;
mod parts;
mod tasks;
mod trace;
mod unfair;

pub use build::build;
pub use model::*;
pub use parts::{Part, document};
pub use trace::{Trace, Traced, trace};

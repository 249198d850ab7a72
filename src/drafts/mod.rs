//! Where postings live between days: the draft store in the person's data folder, the settings
//! and the company profile beside it, and the `.rolewright` file that carries one posting from
//! machine to machine.
//!
//! Comes in: a [`Posting`](crate::posting::Posting) and its title. Goes out: the same posting,
//! and a list of what there is. Whatever a call here answered with `Ok` is on disk.

mod error;
mod open;
pub mod posting_file;
mod schema;
mod settings;
mod store;

pub use error::StoreError;
pub use posting_file::{PathError, PostingFileError};
pub use settings::{Settings, Theme, WindowSize, Zoom};
pub use store::{DraftInfo, DraftStore};

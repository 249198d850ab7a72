//! Where postings live between days: the draft store in the person's data folder, the settings
//! and the company profile beside it, and the `.rolewright` file that carries one posting from
//! machine to machine.
//!
//! Comes in: a [`Posting`](crate::posting::Posting) and its title. Goes out: the same posting,
//! a list of what there is, what it was before. Whatever a call here answered with `Ok` is on
//! disk. Nothing here reads the clock: times are given.

mod backup;
mod bits;
mod board;
mod bulk;
mod carve;
mod check;
mod claims;
mod compare;
mod delta;
mod error;
mod fold;
mod home;
mod index;
mod open;
pub mod posting_file;
mod query;
mod relocate;
mod remains;
mod rescue;
mod rows;
mod salvage;
mod save;
mod schema;
mod search;
mod settings;
mod shelves;
mod status;
mod store;
mod text;
mod thin;
mod versions;

pub use backup::{BackupFile, BackupKind, GoOn, Progress, Restored, backups};
pub use bulk::{Bulk, posting_files_in};
pub use claims::{Claim, Holder, Interrupted};
pub use compare::{Change, Comparison, Piece, Side, compare};
pub use error::StoreError;
pub use home::{home, remember as remember_home};
pub use posting_file::{PathError, PostingFileError};
pub use query::{Excerpt, Hit, Order, Page, Query};
pub use relocate::{RelocateError, Relocated, relocate};
pub use rows::DraftInfo;
pub use salvage::{Salvage, salvage};
pub use save::{Revision, Save, Saved};
pub use settings::{Settings, Theme, WindowSize, Zoom};
pub use status::{Shelf, Status};
pub use store::{ChangeMark, DraftStore};
pub use text::plain_text;
pub use versions::{Version, VersionId, VersionKind};

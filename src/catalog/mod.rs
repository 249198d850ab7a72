//! What a posting *can* say: specialisms, levels, skills, duties, education and the fixed words
//! of a posting, read from the TOML files in `templates/` and from the person's own folder.
//!
//! Comes in: TOML text. Goes out: a [`Catalog`], and a [`Fault`] for each file or entry that
//! could not be used. Nothing here knows any posting.

mod advice;
mod kit_words;
mod load;
mod model;
mod pay_law;
mod question;
mod rules;
mod sense;

pub use advice::*;
pub use kit_words::*;
pub use load::{Count, Fault, Kind, KitShelf, Loaded, Source, load_built_in, load_from_texts, load_with_folder};
pub use model::*;
pub use pay_law::*;
pub use question::*;
pub use sense::*;

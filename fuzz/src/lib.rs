//! The rooms that the reader of `.rolewright` files needs, built from their own sources (the
//! links beside this file) without the window, so that a clean machine has the fuzzer soon.
#![allow(dead_code, missing_docs, reason = "a part of the rooms")]

pub mod catalog;
pub mod files;
pub mod posting;

pub mod drafts {
    pub mod posting_file;
    mod text;

    pub use text::plain_text;
}

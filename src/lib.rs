//! Rolewright: a job-posting builder for software roles.
//!
//! One way through the house: `templates/` → [`catalog`]; a click or a key → an
//! [`posting::Edit`] → [`posting::Posting`] → [`document::Document`] → preview, export, review.
//! `ARCHITECTURE.md` says which room does what and who may know whom.

pub mod app;
pub mod catalog;
pub mod chooser;
pub mod cli;
pub mod document;
pub mod drafts;
pub mod export;
pub mod files;
pub mod kit;
pub mod posting;
pub mod review;

//! The window as people use it, found and worked through what it tells a screen reader. No
//! picture is compared here and no dialog of the system opens.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod choose;
mod commands;
#[path = "../common/mod.rs"]
mod common;
mod desk;
mod drafts;
mod finding;
mod hiring_kit;
mod keeping;
mod keyboard;
mod lists;
mod main_job;
mod moving;
mod names;
mod preview;
mod profile;
mod remembering;
mod review;
mod roles;
mod trouble;

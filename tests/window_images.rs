//! Pictures of the window, held against those in `tests/snapshots/images`. Few on purpose: they
//! show that nothing is cut off, overlaps or has lost its colour, which no other test can see.
//!
//! They need a Vulkan adapter (Debian: `mesa-vulkan-drivers`; a graphics card is not needed), so
//! they are behind a feature. To take them anew after a change to the window:
//! `UPDATE_SNAPSHOTS=1 cargo test --features image-snapshots --test window_images`, and look at
//! each of them.

#![cfg(feature = "image-snapshots")]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test stops where it fails")]

mod common;

use std::path::{Path, PathBuf};

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use rolewright::app::{App, AppOptions};
use rolewright::drafts::{DraftStore, Settings, Theme};
use rolewright::posting::Posting;

/// The middle of a working day, wherever the test runs: the window shows local times.
fn local(hour: i8, minute: i8) -> Timestamp {
    let time = civil::date(2026, 11, 24).at(hour, minute, 0, 0);
    TimeZone::system().to_timestamp(time).unwrap()
}

fn now() -> Timestamp {
    local(10, 42)
}

/// A folder whose name is the same on every machine, as the start screen shows it. Each test has
/// its own, and begins with an empty one.
fn data_dir(name: &str) -> PathBuf {
    let folder = Path::new("target").join("window-images").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    folder
}

/// The window over a store that holds two drafts.
fn window(name: &str, theme: Theme, size: [f32; 2]) -> Harness<'static, App> {
    let folder = data_dir(name);
    let store = DraftStore::open(&folder).unwrap();
    store.put_setting(Settings::KEY, &Settings { theme, ..Settings::default() }).unwrap();
    let catalog = common::catalog();
    let drafts = [("frontend-engineer", local(9, 5)), ("backend-engineer", local(10, 41))];
    for (name, changed) in drafts {
        let posting = Posting { changed, ..posting(name) };
        store.save(&posting, &posting.title(&catalog)).unwrap();
    }
    drop(store);

    let mut window = Harness::builder()
        .with_size(size)
        .with_max_steps(12)
        // The harness has a system of its own, dark if nobody says otherwise.
        .with_theme(if theme == Theme::Dark { egui::Theme::Dark } else { egui::Theme::Light })
        .with_render_cursor(false)
        .build_eframe(move |cc| App::new(cc, AppOptions::for_tests(&folder, now)));
    window.run();
    window
}

fn posting(name: &str) -> Posting {
    common::eight().into_iter().find(|(known, _)| *known == name).expect("one of the eight").1
}

/// The window with the posting of the design's picture open in it.
fn editor(name: &str, theme: Theme, size: [f32; 2]) -> Harness<'static, App> {
    let mut window = window(name, theme, size);
    // As a screen reader does it: in a small window the row is out of sight.
    window.get_by_label_contains("Senior Backend Engineer").click_accesskit();
    window.run();
    assert!(window.state().posting().is_some(), "the draft is not open");
    window
}

#[test]
fn the_start_screen() {
    window("start", Theme::Light, [1440.0, 900.0]).snapshot("start");
}

#[test]
fn the_editor_in_light() {
    editor("editor-light", Theme::Light, [1440.0, 900.0]).snapshot("editor-light");
}

#[test]
fn the_editor_in_dark() {
    editor("editor-dark", Theme::Dark, [1440.0, 900.0]).snapshot("editor-dark");
}

/// The hiring kit of that posting.
fn hiring_kit(name: &str, theme: Theme) -> Harness<'static, App> {
    let mut window = editor(name, theme, [1440.0, 900.0]);
    window.get_by_label("Hiring kit").click_accesskit();
    window.run();
    window
}

#[test]
fn the_hiring_kit_in_light() {
    hiring_kit("hiring-kit-light", Theme::Light).snapshot("hiring-kit-light");
}

#[test]
fn the_hiring_kit_in_dark() {
    hiring_kit("hiring-kit-dark", Theme::Dark).snapshot("hiring-kit-dark");
}

#[test]
fn a_narrow_window() {
    editor("editor-narrow", Theme::Light, [720.0, 480.0]).snapshot("editor-narrow");
}

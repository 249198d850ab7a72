//! What the window remembers from one day to the next.

use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use rolewright::drafts::Theme;
use rolewright::export::text::{BulletMark, Newline, TextOptions};

use crate::desk::Desk;

fn reopen(desk: Desk) -> Desk {
    let mut desk = desk.restarted();
    desk.press("Senior Backend Engineer");
    desk
}

fn unfolded(desk: &Desk, section: &str) -> bool {
    desk.find_role(Role::Button, section).accesskit_node().data().is_expanded() == Some(true)
}

#[test]
fn sections_stay_folded_and_unfolded() {
    let mut desk = Desk::writing();
    assert!(unfolded(&desk, "Skills"));
    desk.press("Skills");
    desk.press("Duties");
    let mut desk = reopen(desk);
    assert!(!unfolded(&desk, "Skills"));
    assert!(unfolded(&desk, "Duties"));
    desk.menu("View", "Open all sections");
    let desk = reopen(desk);
    assert!(unfolded(&desk, "Skills") && unfolded(&desk, "How to apply"));
}

#[test]
fn sections_that_a_click_on_the_page_unfolded_stay_so_after_a_crash_too() {
    let mut desk = Desk::writing();
    desk.press("Language and region: English (US)");
    assert!(unfolded(&desk, "Basics"));
    desk.wait(1.0);
    let desk = desk.crashed();
    assert!(unfolded(&desk, "Basics"));
}

#[test]
fn colours_and_sizes_stay() {
    let mut desk = Desk::writing();
    desk.menu("View", "Dark colours");
    desk.menu("View", "Zoom in");
    let mut desk = reopen(desk);
    assert_eq!(desk.settings().theme, Theme::Dark);
    assert_eq!(desk.window.ctx.options(|options| options.theme_preference), egui::ThemePreference::Dark);
    assert!(desk.has("Page zoom: back to 100%: 110%"));

    desk.menu("File", "Settings…");
    desk.press("Light");
    assert_eq!(desk.window.ctx.theme(), egui::Theme::Light);
    desk.choose("Size of the window's text", "125%");
    desk.press("No movement when things open and close");
    let desk = reopen(desk);
    assert_eq!(desk.window.ctx.zoom_factor(), 1.25);
    assert_eq!(desk.settings().theme, Theme::Light);
    assert_eq!(desk.settings().reduced_motion, Some(true));
}

#[test]
fn the_left_panel_keeps_its_width_however_often_the_window_is_opened() {
    let desk = Desk::writing();
    let width = |desk: &Desk| desk.find("Skills").rect().width();
    let usual = width(&desk);
    let mut desk = reopen(desk);
    assert_eq!(width(&desk), usual, "it grows by itself");
    let edge = desk.find("Skills").rect().right() + 16.0;
    // The edge is where the pointer says so.
    let edge = (0..40)
        .map(|step| egui::pos2(edge - 20.0 + step as f32, 500.0))
        .find(|pos| {
            desk.window.hover_at(*pos);
            desk.window.run();
            desk.window.output().platform_output.cursor_icon == egui::CursorIcon::ResizeHorizontal
        })
        .expect("the panel has an edge to drag");
    desk.drag(edge, edge + egui::vec2(80.0, 0.0));
    let wide = width(&desk);
    // Give or take where on its edge it was taken.
    assert!((wide - usual - 80.0).abs() < 10.0, "{usual} became {wide}");
    let desk = reopen(desk);
    assert_eq!(width(&desk), wide);
    let desk = reopen(desk);
    assert_eq!(width(&desk), wide);
}

#[test]
fn how_text_is_written_stays() {
    let mut desk = Desk::writing();
    desk.menu("File", "Export to text…");
    desk.choose("Bullets", "Dot (•)");
    desk.choose("Line ends", "As on Windows");
    let path = desk.out("dots.txt");
    desk.write_to(&path, "Write the text file");
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(written.contains("• ") && written.contains("\r\n"), "{written}");
    let mut desk = reopen(desk);
    let options: TextOptions = desk.store().get_setting("text-options").unwrap().unwrap();
    assert_eq!((options.bullet, options.newline), (BulletMark::Dot, Newline::Crlf));
    desk.menu("File", "Export to text…");
    assert_eq!(desk.value("Bullets"), "Dot (•)");
    assert_eq!(std::path::Path::new(&desk.value("File")).parent(), path.parent());
}

#[test]
fn the_last_role_is_proposed_for_the_next_posting() {
    let desk = Desk::writing();
    let mut desk = desk.restarted();
    assert!(desk.is_on("Backend") && desk.is_on("Engineer") && desk.is_on("Senior"));
    desk.press("Write the posting");
    desk.assert_sees("Senior Backend Engineer");
}

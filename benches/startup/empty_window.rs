//! An eframe window with nothing in it, for `compare.sh` to hold Rolewright's window against:
//! built from the same crates with the same options, it says on standard error when it paints.

use eframe::egui;

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |_| {});
        tracing::debug!(target: "empty_window::frames", number = ui.ctx().cumulative_frame_nr(), "painted");
    }
}

fn main() -> eframe::Result {
    tracing_subscriber::fmt()
        .with_env_filter("empty_window=debug")
        .with_ansi(false)
        .with_writer(std::io::stderr)
        .init();
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size(rolewright::app::theme::size::WINDOW),
        persist_window: false,
        system_font_fallback: true,
        ..Default::default()
    };
    eframe::run_native("Empty window", options, Box::new(|_| Ok(Box::new(Empty))))
}

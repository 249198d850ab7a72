//! Opening the window: which renderer, which one next if it cannot start, and what to say if
//! none can.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{App, AppOptions};

/// What the command line asks of the window.
#[derive(Clone, Debug)]
pub struct WindowRequest {
    /// A `.rolewright` file to open.
    pub file: Option<PathBuf>,
    /// Where drafts, settings and templates are.
    pub data_dir: PathBuf,
}

/// The renderers tried, first to last. glow starts faster and needs less memory; wgpu is what
/// macOS wants, and works on Windows' remote desktops, where glow often cannot start.
fn renderers() -> &'static [(&'static str, eframe::Renderer)] {
    #[cfg(windows)]
    {
        &[("OpenGL", eframe::Renderer::Glow), ("Direct3D", eframe::Renderer::Wgpu)]
    }
    #[cfg(target_os = "macos")]
    {
        &[("Metal", eframe::Renderer::Wgpu)]
    }
    #[cfg(not(any(windows, target_os = "macos")))]
    {
        &[("OpenGL", eframe::Renderer::Glow)]
    }
}

/// Opens the window and returns when it is closed: 0, or 1 if no window could open.
pub fn run(request: &WindowRequest) -> ExitCode {
    let log = super::log_file::start(&request.data_dir);
    let mut failures = Vec::new();
    for (name, renderer) in renderers() {
        match try_run(request, *renderer) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(reason) => {
                tracing::error!(renderer = name, reason, "the window could not open");
                failures.push(format!("{name}: {reason}"));
            }
        }
    }
    let message = failure_message(&failures, log.as_deref());
    show_failure(&message);
    ExitCode::FAILURE
}

fn try_run(request: &WindowRequest, renderer: eframe::Renderer) -> Result<(), String> {
    let options = AppOptions::for_window(request);
    let native = native_options(&options, renderer);
    // winit and the graphics drivers can panic instead of failing; to the person it is the same.
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(move || {
        eframe::run_native("Rolewright", native, Box::new(move |cc| Ok(Box::new(App::new(cc, options)))))
    }));
    match outcome {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(without_source_line(&error.to_string())),
        Err(panic) => Err(panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
            .unwrap_or_else(|| "it stopped without a reason".to_owned())),
    }
}

/// winit's errors name the line of its source; to the person that is noise.
fn without_source_line(reason: &str) -> String {
    let Some(at) = reason.find("os error at ") else { return reason.to_owned() };
    let rest = reason.get(at..).unwrap_or_default();
    match rest.find(".rs:").and_then(|file| rest.get(file + 4..)).and_then(|line| line.split_once(": ")) {
        Some((_, cause)) => cause.trim_end_matches('.').to_owned() + ".",
        None => reason.to_owned(),
    }
}

fn native_options(options: &AppOptions, renderer: eframe::Renderer) -> eframe::NativeOptions {
    let size = options.window_size();
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Rolewright")
        .with_app_id("rolewright")
        .with_inner_size(size)
        .with_min_inner_size(super::theme::size::MIN_WINDOW)
        .with_maximized(options.maximised());
    if let Some(icon) = super::theme::app_icon() {
        viewport = viewport.with_icon(icon);
    }
    #[cfg_attr(not(any(windows, target_os = "macos")), expect(unused_mut, reason = "wgpu is not everywhere"))]
    let mut native = eframe::NativeOptions {
        viewport,
        renderer,
        // Our own settings live in the draft store, which is written whole or not at all.
        persist_window: false,
        // Text a person pastes may be in any script; ours covers Latin, Greek and Cyrillic.
        system_font_fallback: true,
        ..Default::default()
    };
    #[cfg(any(windows, target_os = "macos"))]
    {
        // The fast graphics card of a hybrid laptop is slow to wake and not worth it here.
        if let eframe::egui_wgpu::WgpuSetup::CreateNew(setup) = &mut native.wgpu_options.wgpu_setup {
            setup.power_preference = eframe::wgpu::PowerPreference::LowPower;
        }
    }
    native
}

/// One message: what failed, what to install or set, what works all the same.
fn failure_message(failures: &[String], log: Option<&Path>) -> String {
    let mut text = String::from("Rolewright could not open its window.\n");
    for failure in failures {
        text.push_str("  ");
        text.push_str(failure);
        text.push('\n');
    }
    text.push_str("\nYour drafts are safe.\n");
    if cfg!(windows) {
        text.push_str("What helps: update the graphics driver, or start Rolewright on the computer itself instead of over a remote desktop.\n");
    } else if cfg!(target_os = "macos") {
        text.push_str("What helps: update macOS.\n");
    } else {
        text.push_str(
            "What helps: start it in a graphical session, where DISPLAY or WAYLAND_DISPLAY is set, and install\n\
             the system's OpenGL and keyboard libraries. On Debian and Ubuntu:\n  \
             apt install libegl1 libgl1-mesa-dri libxkbcommon-x11-0 libxcursor1 libxi6\n",
        );
    }
    text.push_str("\nWithout a window, “rolewright export FILE.rolewright -o OUT.docx” works all the same; “rolewright --help” lists the rest.\n");
    if let Some(log) = log {
        text.push_str(&format!("The log: {}\n", log.display()));
    }
    text
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn show_failure(message: &str) {
    eprint!("{message}");
    #[cfg(any(windows, target_os = "macos"))]
    {
        rfd::MessageDialog::new()
            .set_level(rfd::MessageLevel::Error)
            .set_title("Rolewright")
            .set_description(message)
            .show();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_the_cause_without_the_line_of_somebodys_source() {
        let raw = "winit EventLoopError: os error at /x/winit-0.30.13/src/linux/mod.rs:788: Failed to open connection to X server";
        assert_eq!(without_source_line(raw), "Failed to open connection to X server.");
        assert_eq!(without_source_line("no EGL display"), "no EGL display");
    }

    #[test]
    fn the_failure_message_names_the_cause_the_way_without_a_window_and_the_log() {
        let text = failure_message(&["OpenGL: no display".to_owned()], Some(Path::new("/data/rolewright.log")));
        for part in ["OpenGL: no display", "rolewright export", "/data/rolewright.log", "safe"] {
            assert!(text.contains(part), "{part} is missing in {text}");
        }
    }
}

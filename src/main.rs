//! Reads the command line, then opens the window or does the one job.

// Windows: this is a console program, so that `rolewright export` can say what it did in the
// terminal it was typed in, and scripts can wait for it and read its exit code; a windows
// program can do neither without unsafe calls. What a console program does badly is opening a
// window from the desktop: a black console would stand behind it. So there the window belongs
// to a copy of the program without a console (`window_without_console`), and the first one
// ends at once. (From Windows 11 24H2 on, the package's manifest can keep even the console's
// short flash away, by `consoleAllocationPolicy` = `detached`.)

use std::process::ExitCode;

use rolewright::cli::{self, Outcome, WindowRequest};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Outcome::Exit(code) => code,
        Outcome::OpenWindow(request) => open_window(request),
    }
}

/// Opens the window, or hands it to a copy of the program that has no console.
fn open_window(request: WindowRequest) -> ExitCode {
    #[cfg(windows)]
    if window_without_console() {
        return ExitCode::SUCCESS;
    }
    let WindowRequest { file, data_dir } = request;
    rolewright::app::run(&rolewright::app::WindowRequest { file, data_dir })
}

/// Starts this program again, with the same words, apart from any console. True if that worked;
/// false in the copy itself, which then opens the window.
#[cfg(windows)]
fn window_without_console() -> bool {
    use std::os::windows::process::CommandExt as _;
    use std::process::{Command, Stdio};

    /// `DETACHED_PROCESS` of processthreadsapi.h: the new process has no console.
    const DETACHED_PROCESS: u32 = 0x0000_0008;
    /// Tells the copy that it is one.
    const MARK: &str = "ROLEWRIGHT_WITHOUT_CONSOLE";

    if std::env::var_os(MARK).is_some() {
        return false;
    }
    let Ok(program) = std::env::current_exe() else { return false };
    Command::new(program)
        .args(std::env::args_os().skip(1))
        .env(MARK, "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .creation_flags(DETACHED_PROCESS)
        .spawn()
        .is_ok()
}

//! The log and the panic report, both in the data folder. Neither holds a word of a posting.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// A log that grows past this is begun anew: 1 MiB.
const MAX_BYTES: u64 = 1 << 20;

/// Starts the log and the panic report. Returns where the log is, or `None` if it could not be
/// opened, which is no reason not to start.
pub fn start(data_dir: &Path) -> Option<PathBuf> {
    let path = data_dir.join("rolewright.log");
    let folder = data_dir.to_owned();
    std::panic::set_hook(Box::new(move |info| report(&folder, info)));
    crate::files::make_private_folder(data_dir).ok()?;
    let begin_anew = std::fs::metadata(&path).is_ok_and(|meta| meta.len() > MAX_BYTES);
    let file = private().append(!begin_anew).truncate(begin_anew).open(&path).ok()?;
    let filter = tracing_subscriber::EnvFilter::try_from_env("ROLEWRIGHT_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,rolewright=info"));
    let started = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(false)
        .with_writer(Mutex::new(file))
        .try_init()
        .is_ok();
    if started {
        tracing::info!(version = env!("CARGO_PKG_VERSION"), os = std::env::consts::OS, "start");
    }
    Some(path)
}

/// A file for its owner alone.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.create(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}

/// Writes where it happened, never what was said: a panic's message can quote a posting.
fn report(folder: &Path, info: &std::panic::PanicHookInfo<'_>) {
    let place = info.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    let fixed = info
        .payload()
        .downcast_ref::<&'static str>()
        .copied()
        .unwrap_or("(the message is left out: it may quote a posting)");
    tracing::error!(place, "panic");
    let text = format!(
        "Rolewright {} stopped at {place}.\n{fixed}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        std::backtrace::Backtrace::force_capture()
    );
    let path = folder.join("panic.txt");
    if let Ok(mut file) = private().append(true).open(path) {
        // There is nobody left to tell.
        let _ = file.write_all(text.as_bytes());
    }
}

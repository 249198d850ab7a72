//! The same jobs without a window.
//!
//! Comes in: the words of the command line. Goes out: an exit code with everything said, or the
//! request to open the window. Exit codes: 0 done, 1 could not, 2 not understood. What was done
//! is said on standard output; errors and warnings go to standard error and name the file and
//! the reason.

mod args;
mod choose;
mod drafts;
mod export;
mod kit;
mod new;
mod review;
mod templates;
mod values;

use std::ffi::OsString;
use std::fmt;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _, error::ErrorKind};

use crate::catalog::Fault;
use crate::files::FileError;
use args::{Cli, Command, TemplatesCommand};

/// The variable that names the data folder where no option does.
pub const DATA_DIR_VARIABLE: &str = "ROLEWRIGHT_DATA_DIR";

/// What is left to do after the command line was read.
#[derive(Debug)]
#[must_use]
pub enum Outcome {
    /// Open the window.
    OpenWindow(WindowRequest),
    /// All is done and said: end with this code.
    Exit(ExitCode),
}

/// What the window is to open with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowRequest {
    /// A `.rolewright` file to open first: an absolute path of something that is there.
    pub file: Option<PathBuf>,
    /// The folder for drafts and templates: an absolute path, perhaps not there yet.
    pub data_dir: PathBuf,
}

/// The system told nobody where this person's files belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "There is no home folder to keep drafts in. Name a folder with --data-dir or in the variable {DATA_DIR_VARIABLE}."
)]
pub struct NoDataDir;

/// The folder for drafts and templates: the option, else the variable `ROLEWRIGHT_DATA_DIR`,
/// else the system's place for a program's data. Nothing is made there. On Windows it is the
/// folder that stays on the machine: a roaming one may lie on a network drive, where a
/// database does not belong.
///
/// # Errors
/// [`NoDataDir`] if nothing names one.
pub fn data_dir(option: Option<&Path>) -> Result<PathBuf, NoDataDir> {
    let variable = || std::env::var_os(DATA_DIR_VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from);
    let named = option.map(Path::to_owned).or_else(variable);
    let folder = match named {
        Some(folder) => folder,
        None => directories::ProjectDirs::from("org", "Rolewright", "Rolewright")
            .map(|dirs| dirs.data_local_dir().to_owned())
            .ok_or(NoDataDir)?,
    };
    std::path::absolute(folder).map_err(|_| NoDataDir)
}

/// The person's own templates within the data folder.
pub fn templates_dir(data_dir: &Path) -> PathBuf {
    data_dir.join("templates")
}

/// Reads the command line, the program's name first, and does its job.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Outcome {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            // Nobody can be told if this fails.
            let _ = error.print();
            // Help and version come this way, too, with 0.
            return Outcome::Exit(ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2)));
        }
    };
    let option = cli.data_dir.as_deref();
    let done = match (cli.file, cli.command) {
        (None, Some(Command::New(args))) => new::run(&args, option),
        (None, Some(Command::Export(args))) => export::run(&args, option),
        (None, Some(Command::Review(args))) => review::run(&args, option),
        (None, Some(Command::Choose(args))) => choose::run(&args, option),
        (None, Some(Command::Kit(args))) => kit::run(&args, option),
        (None, Some(Command::Drafts(args))) => drafts::run(&args, option),
        (None, Some(Command::Templates(TemplatesCommand::Check { folder }))) => {
            templates::check(folder.as_deref(), option)
        }
        (file, None) => match window(file.as_deref(), option) {
            Ok(request) => return Outcome::OpenWindow(request),
            Err(failure) => Err(failure),
        },
        (Some(file), Some(_)) => {
            Err(Failure::Usage(format!("“{}” stands before a command; name files after it", file.display())))
        }
    };
    Outcome::Exit(match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Said) => ExitCode::from(1),
        Err(Failure::Because(reason)) => {
            error(&reason);
            ExitCode::from(1)
        }
        Err(Failure::Usage(reason)) => {
            let _ = Cli::command().error(ErrorKind::ValueValidation, reason).print();
            ExitCode::from(2)
        }
    })
}

fn window(file: Option<&Path>, option: Option<&Path>) -> Result<WindowRequest, Failure> {
    let data_dir = data_dir(option)?;
    let Some(file) = file else { return Ok(WindowRequest { file: None, data_dir }) };
    if !file.exists() {
        let is_a_word = file.extension().is_none() && file.components().count() == 1;
        return Err(if is_a_word {
            Failure::Usage(format!("“{}” is neither a command nor a file", file.display()))
        } else {
            Failure::Because(format!("There is no file “{}”. Check the name and the folder.", file.display()))
        });
    }
    let file = std::path::absolute(file).map_err(|error| Failure::because(file, &error))?;
    Ok(WindowRequest { file: Some(file), data_dir })
}

/// Why a job ends without its result.
enum Failure {
    /// Each reason was said when it came up.
    Said,
    /// For a reason, in sentences.
    Because(String),
    /// The command line asks for what cannot be.
    Usage(String),
}

impl Failure {
    fn because(file: &Path, reason: &dyn fmt::Display) -> Self {
        Self::Because(format!("{}: {reason}", file.display()))
    }
}

impl From<NoDataDir> for Failure {
    fn from(error: NoDataDir) -> Self {
        Self::Because(error.to_string())
    }
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Self::Because(if error.is_exists() {
            format!(
                "There is a file “{}” already, and it is as it was. Choose another name, or replace it with --force.",
                error.path.display()
            )
        } else {
            error.to_string()
        })
    }
}

/// Says what was done. A closed pipe is no reason to stop.
fn say(words: &str) {
    let _ = writeln!(io::stdout().lock(), "{words}");
}

fn error(reason: &str) {
    let _ = writeln!(io::stderr().lock(), "error: {reason}");
}

/// Says which templates could not be used. The job goes on with the rest.
fn warn_of(faults: &[Fault]) {
    for fault in faults {
        warn(&fault.to_string());
    }
}

fn warn(reason: &str) {
    let _ = writeln!(io::stderr().lock(), "warning: {reason}");
}

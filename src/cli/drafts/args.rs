//! `rolewright drafts …`, as clap reads it.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use crate::catalog::{Id, Track};
use crate::cli::values::{self, one_of};
use crate::drafts::{Order, Status};

const EXAMPLES: &str = "\
Examples:
  rolewright drafts list --status ready
      The drafts that wait to be published, the newest change first.
  rolewright drafts search backend berlin
      Drafts with words that begin so, the best first.
  rolewright drafts show 3f9c
      A draft, by its id or the beginning or end of it.
  rolewright drafts export --all -o folder
      Every draft as a .rolewright file.
  rolewright drafts import folder
      Take such files back.
  rolewright drafts backup
      Copy the whole store, also while a window is open.
  rolewright drafts check --repair
      Save what can be read of a damaged store.

Exit codes: 0 done, 1 could not or something is wrong, 2 not understood.";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(in crate::cli) struct DraftsArgs {
    #[command(subcommand)]
    pub command: DraftsCommand,
    /// Say it as JSON
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum DraftsCommand {
    /// List drafts, the newest change first
    List(FilterArgs),
    /// Find drafts that have all these words
    Search {
        /// Words or their beginnings, without regard to case and accents; "in quotes": whole
        #[arg(required = true)]
        words: Vec<String>,
        #[command(flatten)]
        filter: FilterArgs,
    },
    /// Show a draft's text and its versions
    Show {
        /// Its id, or at least four characters from its beginning or end
        id: String,
    },
    /// Write drafts to files
    Export(ExportArgs),
    /// Take .rolewright files into the store
    Import {
        /// Files, or folders of them
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Copy the whole store to the folder of backups
    Backup {
        /// Another folder for this one
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
    },
    /// Put a backup in the place of all drafts; what is there is kept as a backup
    Restore {
        /// The backup; without it, the backups are listed
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Look whether every draft can be read
    Check {
        /// Move a damaged store aside and save what can be read of it
        #[arg(long)]
        repair: bool,
    },
}

#[derive(Debug, Args)]
pub(in crate::cli) struct FilterArgs {
    /// Only those of this status; more than once: any of them
    #[arg(long, value_parser = one_of(Status::ALL.map(|status| (status.id(), status)).to_vec()))]
    pub status: Vec<Status>,
    /// Only those of this field of work; more than once: any of them
    #[arg(long, value_name = "ID", value_parser = values::id)]
    pub specialism: Vec<Id>,
    /// Only developers or only engineers
    #[arg(long, value_parser = one_of(values::tracks()))]
    pub track: Option<Track>,
    /// Only those of this employer
    #[arg(long, value_parser = values::words)]
    pub company: Option<String>,
    /// Only those changed on that day or later: 2027-03-01
    #[arg(long, value_name = "DATE")]
    pub since: Option<Date>,
    /// Only those changed on that day or earlier
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,
    /// Those in the archive
    #[arg(long, conflicts_with = "trash")]
    pub archive: bool,
    /// Those in the trash
    #[arg(long)]
    pub trash: bool,
    /// In which order
    #[arg(long, value_parser = one_of(Order::ALL.map(|order| (order.id(), order)).to_vec()), default_value = "best")]
    pub sort: Order,
    /// The other way round
    #[arg(long)]
    pub reverse: bool,
    /// How many to show
    #[arg(long, value_name = "NUMBER", default_value_t = 50)]
    pub limit: usize,
    /// How many to pass over
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub offset: usize,
}

/// What a draft is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum As {
    Posting,
    Document(crate::export::Format),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ExportArgs {
    /// The drafts
    #[arg(value_name = "ID", required_unless_present = "all", conflicts_with = "all")]
    pub ids: Vec<String>,
    /// Every draft that is not in the trash
    #[arg(long)]
    pub all: bool,
    /// The folder to write to; it is made if it is not there
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    /// The kind of file
    #[arg(long, default_value = "rolewright", value_parser = one_of(kinds()))]
    pub format: As,
}

fn kinds() -> Vec<(&'static str, As)> {
    let documents = values::formats().into_iter().map(|(name, format)| (name, As::Document(format)));
    std::iter::once(("rolewright", As::Posting)).chain(documents).collect()
}

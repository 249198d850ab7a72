//! The command line, as clap reads it.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Parser, Subcommand};
use iso_currency::Currency;
use rust_decimal::Decimal;

use super::drafts::args::DraftsArgs;
use super::values::{self, Place, one_of};
use crate::catalog::{Id, Level, Track};
use crate::export::Format;
use crate::export::text::{BulletMark, HeadingStyle, Newline, TextOptions};
use crate::kit::Part;
use crate::posting::{Closing, Country, Employment, PayPeriod, PostingLocale, Start};
use crate::review::Severity;

const EXAMPLES: &str = "\
Examples:
  rolewright
      Open the window.
  rolewright posting.rolewright
      Open a posting in the window.
  rolewright new --specialism backend --track engineer --level senior \\
      --company \"Northlight Systems\" --city Denver --region Colorado --country US \\
      --pay-min 142000 --pay-max 168000 --currency USD -o posting.rolewright
      Begin a posting.
  rolewright export posting.rolewright -o posting.docx
      Write it as a Word document.
  rolewright export *.rolewright -o folder --format text --wrap 72
      Write several as text.
  rolewright drafts search backend berlin
      Find a draft.
  rolewright review posting.rolewright --fail-on must
      Say what could be better, and end with 1 if the law or plain sense is against it.
  rolewright choose
      Find out whether you need a developer or an engineer.
  rolewright kit posting.rolewright -o folder --to docx
      Write how its requirements are checked: a file for each part.
  rolewright templates check
      Check your own templates.

Exit codes: 0 done, 1 could not, 2 not understood.";

const NEW_EXAMPLES: &str = "\
Examples:
  rolewright new --specialism software --track developer --level junior -o posting.rolewright
  rolewright new --specialism frontend --track engineer --level staff \\
      --work-model hybrid --days 2 --full-time --hours 40 --closing until-filled \\
      --locale en-GB -o posting.rolewright";

const EXPORT_EXAMPLES: &str = "\
Examples:
  rolewright export posting.rolewright -o posting.docx
  rolewright export posting.rolewright -o posting.txt --headings underlined --bullet dot
  rolewright export a.rolewright b.rolewright -o folder --format docx --force";

/// Builds job postings for software roles. Without a command it opens the window.
#[derive(Debug, Parser)]
#[command(name = "rolewright", version, after_help = EXAMPLES, max_term_width = 100)]
pub(super) struct Cli {
    /// A posting to open in the window
    #[arg(value_name = "FILE.rolewright")]
    pub file: Option<PathBuf>,

    /// The folder for drafts and templates [env: ROLEWRIGHT_DATA_DIR]
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,

    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Begin a posting and write it as a .rolewright file
    New(Box<NewArgs>),
    /// Write postings as Word documents or text
    Export(ExportArgs),
    /// Say what could be better about postings or texts, why, and how sure that is
    Review(ReviewArgs),
    /// Developer or engineer? Asks ten questions, and says which it leans to and why
    Choose(ChooseArgs),
    /// Write the hiring kit of a posting: what to look for, tasks, questions, scorecard
    Kit(KitArgs),
    /// The drafts that Rolewright keeps: find, export, back up, repair
    Drafts(DraftsArgs),
    /// Your own templates
    #[command(subcommand)]
    Templates(TemplatesCommand),
}

#[derive(Debug, Subcommand)]
pub(super) enum TemplatesCommand {
    /// Say which templates cannot be used, and why
    Check {
        /// The folder to check; without it, your templates in the data folder
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
#[command(after_help = NEW_EXAMPLES, group = ArgGroup::new("time"))]
pub(super) struct NewArgs {
    /// Its field of work: software, backend, frontend, fullstack, or one of your templates
    #[arg(long, value_name = "ID", value_parser = values::id)]
    pub specialism: Id,
    /// Developer or engineer
    #[arg(long, value_parser = one_of(values::tracks()))]
    pub track: Track,
    /// The job level
    #[arg(long, value_parser = one_of(values::levels()))]
    pub level: Level,
    /// The file to write
    #[arg(short, long, value_name = "FILE.rolewright", value_parser = values::posting_path)]
    pub output: PathBuf,
    /// Replace the file if it is there
    #[arg(long)]
    pub force: bool,
    /// Leave out what the saved company profile says
    #[arg(long)]
    pub no_profile: bool,

    /// The title; without it, one is made from the role
    #[arg(long, value_parser = values::words)]
    pub title: Option<String>,
    /// The employer
    #[arg(long, value_parser = values::words)]
    pub company: Option<String>,
    /// The team or department
    #[arg(long, value_parser = values::words)]
    pub team: Option<String>,
    /// The employer's reference number
    #[arg(long, value_name = "NUMBER", value_parser = values::words)]
    pub reference: Option<String>,
    /// Language and region, for words, dates, numbers and paper: en-US, en-GB
    #[arg(long, value_parser = values::locale)]
    pub locale: Option<PostingLocale>,

    /// The place of work: the town
    #[arg(long, value_parser = values::words, help_heading = "Place and time")]
    pub city: Option<String>,
    /// State, province or region
    #[arg(long, value_parser = values::words, help_heading = "Place and time")]
    pub region: Option<String>,
    /// The country, by its two letters: US, DE
    #[arg(long, value_parser = Country::new, help_heading = "Place and time")]
    pub country: Option<Country>,
    /// Where the work is done
    #[arg(long, value_parser = one_of(values::places()), help_heading = "Place and time")]
    pub work_model: Option<Place>,
    /// Hybrid: days a week on site
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(1..=6), help_heading = "Place and time")]
    pub days: Option<u8>,
    /// Remote: where one may live, as in "anywhere in Germany"
    #[arg(long, value_name = "WORDS", value_parser = values::words, help_heading = "Place and time")]
    pub within: Option<String>,
    /// The kind of contract
    #[arg(long, value_parser = one_of(values::employments()), help_heading = "Place and time")]
    pub employment: Option<Employment>,
    /// Full time
    #[arg(long, group = "time", help_heading = "Place and time")]
    pub full_time: bool,
    /// Part time
    #[arg(long, group = "time", help_heading = "Place and time")]
    pub part_time: bool,
    /// Hours a week
    #[arg(long, value_name = "NUMBER", requires = "time", value_parser = values::hours, help_heading = "Place and time")]
    pub hours: Option<Decimal>,
    /// When the work starts: 2027-03-01, or asap
    #[arg(long, value_name = "DATE", value_parser = values::start, help_heading = "Place and time")]
    pub start: Option<Start>,

    /// The least one offers: 142000, 38.50
    #[arg(long, value_name = "AMOUNT", value_parser = values::amount, help_heading = "Pay")]
    pub pay_min: Option<Decimal>,
    /// The most one offers
    #[arg(long, value_name = "AMOUNT", value_parser = values::amount, help_heading = "Pay")]
    pub pay_max: Option<Decimal>,
    /// The currency, by its three letters; without it, the region's
    #[arg(long, value_name = "CODE", value_parser = values::currency, help_heading = "Pay")]
    pub currency: Option<Currency>,
    /// What the amounts are paid for
    #[arg(long, value_parser = one_of(values::periods()), help_heading = "Pay")]
    pub period: Option<PayPeriod>,

    /// How long one can apply: 2027-03-01, or until-filled
    #[arg(long, value_name = "DATE", value_parser = values::closing, help_heading = "Applying")]
    pub closing: Option<Closing>,
    /// Where to apply: an address that begins with https://
    #[arg(long, value_name = "ADDRESS", value_parser = values::link, help_heading = "Applying")]
    pub apply_link: Option<String>,
    /// Where to apply: an e-mail address
    #[arg(long, value_name = "ADDRESS", value_parser = values::email, help_heading = "Applying")]
    pub apply_email: Option<String>,
    /// Whom to ask for adjustments in the process
    #[arg(long, value_name = "WORDS", value_parser = values::words, help_heading = "Applying")]
    pub contact: Option<String>,
}

#[derive(Debug, Args)]
#[command(after_help = EXPORT_EXAMPLES)]
pub(super) struct ExportArgs {
    /// The postings
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The file to write, its ending saying what kind: .docx or .txt; for several files a folder
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// The kind of file, where no ending says it
    #[arg(long, value_parser = one_of(values::formats()))]
    pub format: Option<Format>,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub text: TextArgs,
}

const REVIEW_EXAMPLES: &str = "\
Examples:
  rolewright review posting.rolewright
  rolewright review *.rolewright --json --fail-on should
  rolewright review old-posting.md
  rolewright review --as text --language en-GB -
      Read a text from standard input.
  rolewright review --rules
      List the rules, what each looks for and where it comes from.

Exit codes: 0 nothing at the threshold of --fail-on, 1 something is or could not be read,
2 not understood. It is advice, and on law not legal advice.";

#[derive(Debug, Args)]
#[command(after_help = REVIEW_EXAMPLES)]
pub(super) struct ReviewArgs {
    /// Postings (.rolewright) or texts (.txt, .md); - is a text from standard input
    #[arg(required_unless_present = "rules", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to read every file, whatever its ending
    #[arg(long = "as", value_name = "KIND", value_parser = one_of(values::review_kinds()))]
    pub read_as: Option<ReviewKind>,
    /// Write JSON
    #[arg(long)]
    pub json: bool,
    /// End with 1 if there is a finding this bad or worse
    #[arg(long, value_name = "SEVERITY", value_parser = one_of(values::severities()))]
    pub fail_on: Option<Severity>,
    /// Leave out a rule; may be said several times
    #[arg(long = "without", value_name = "RULE", value_parser = values::rule)]
    pub without: Vec<String>,
    /// People the employer has, where a law depends on it
    #[arg(long, value_name = "NUMBER")]
    pub employees: Option<u32>,
    /// Leave out your settings, dictionary and company profile
    #[arg(long)]
    pub no_profile: bool,
    /// Language and region of texts: en-US, en-GB
    #[arg(long, value_parser = values::locale)]
    pub language: Option<PostingLocale>,
    /// List the rules
    #[arg(long, conflicts_with_all = ["files", "fail_on", "without", "employees"])]
    pub rules: bool,
}

const CHOOSE_EXAMPLES: &str = "\
Examples:
  rolewright choose
      Ask here, one question after the other; Enter skips one, q ends.
  rolewright choose --answers answers.toml --json
      Take the answers from a file of lines such as scope = \"structure\".
  rolewright choose --questions
      List the questions with their answers and what each weighs.";

#[derive(Debug, Args)]
#[command(after_help = CHOOSE_EXAMPLES)]
pub(super) struct ChooseArgs {
    /// Answers from a .toml or .json file: question = answer, by their ids; what is not there is skipped
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    /// Write JSON; questions are then asked on standard error
    #[arg(long)]
    pub json: bool,
    /// List the questions with their answers and ids
    #[arg(long, conflicts_with = "answers")]
    pub questions: bool,
}

const KIT_EXAMPLES: &str = "\
Examples:
  rolewright kit posting.rolewright -o folder
      Write all parts as Word documents.
  rolewright kit posting.rolewright -o folder --parts screening,interview --to txt
      Write two parts as text.

Parts: screening (what to look for in a résumé), candidate (the tasks as the candidate gets them),
assessment (the tasks with rubrics), interview (questions and what answers show), scorecard,
coverage (which requirement is checked by what).";

#[derive(Debug, Args)]
#[command(after_help = KIT_EXAMPLES)]
pub(super) struct KitArgs {
    /// The posting
    #[arg(value_name = "FILE.rolewright")]
    pub file: PathBuf,
    /// The folder to write to; it is made if it is not there
    #[arg(short, long, value_name = "FOLDER")]
    pub output: PathBuf,
    /// The parts to write, separated by commas; without it, all
    #[arg(long, value_name = "PARTS", value_delimiter = ',', value_parser = one_of(values::parts()))]
    pub parts: Vec<Part>,
    /// The kind of file
    #[arg(long, value_name = "KIND", default_value = "docx", value_parser = one_of(values::kinds()))]
    pub to: Format,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub text: TextArgs,
}

/// How a file is read for review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReviewKind {
    Posting,
    Text,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Text only")]
pub(super) struct TextArgs {
    /// Break lines after this many columns; without it, a paragraph is one line
    #[arg(long, value_name = "COLUMNS", value_parser = values::columns)]
    wrap: Option<usize>,
    /// What stands before a point: - or •
    #[arg(long, value_parser = one_of(values::bullets()))]
    bullet: Option<BulletMark>,
    /// How headings stand out
    #[arg(long, value_parser = one_of(values::heading_styles()))]
    headings: Option<HeadingStyle>,
    /// How lines end; without it, as this system does
    #[arg(long, value_parser = one_of(values::newlines()))]
    newline: Option<Newline>,
}

impl TextArgs {
    /// True if any was given.
    pub fn any(&self) -> bool {
        self.wrap.is_some() || self.bullet.is_some() || self.headings.is_some() || self.newline.is_some()
    }

    pub fn options(&self) -> TextOptions {
        TextOptions {
            wrap: self.wrap,
            bullet: self.bullet.unwrap_or_default(),
            headings: self.headings.unwrap_or_default(),
            newline: self.newline.unwrap_or_else(Newline::native),
        }
    }
}

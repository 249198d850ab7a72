//! What is asked of the worker, and what it answers.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use jiff::Timestamp;
use uuid::Uuid;

use crate::document::Document;
use crate::drafts::{
    BackupFile, Comparison, DraftInfo, DraftStore, Holder, Page, Query, Restored, Salvage, Settings, Status, Version,
    VersionId,
};
use crate::export::{Format, text::TextOptions};
use crate::files::Existing;
use crate::posting::{CompanyProfile, Logo, Posting};

/// Work to do.
#[derive(Debug)]
pub enum Request {
    /// Save a draft. `document` is the posting put into words, for search.
    Save { posting: Arc<Posting>, title: String, document: Arc<Document> },
    /// Read a draft and show it.
    Load { id: Uuid, how: Opening },
    /// Open what was open when a window last ended without closing: what the store knows of, or
    /// else this draft.
    Resume(Option<Uuid>),
    /// Say that this window lives, and hear whether another one has taken over its draft.
    Heartbeat,
    /// Save what can be read of a damaged store, and open that.
    Salvage,
    /// Make a backup because it was asked for.
    Backup(Stop),
    /// Make one if there is none of today, without a word about it; tidy up.
    DailyBackup,
    /// List the backups that there are.
    Backups,
    /// Keep backups in another folder from now on.
    SetBackupFolder(PathBuf),
    /// Put a backup in the place of everything.
    RestoreBackup { path: PathBuf, stop: Stop },
    /// Keep drafts in another folder from now on.
    Relocate { folder: PathBuf, stop: Stop },
    /// Remember which draft is open, in case this is not closed but ends.
    SetOpenDraft(Option<Uuid>),
    /// What the start screen and the head of the drafts screen show.
    Overview,
    /// A page of the drafts that are looked for. Unless it is the newest search, it is dropped.
    Search { generation: u64, query: Box<Query> },
    /// The identities of all drafts that a query finds, from its offset on, at most its limit.
    Ids { generation: u64, query: Box<Query> },
    /// Make a new draft of an old one and show it.
    Duplicate { id: Uuid, new_id: Uuid },
    /// Change where drafts lie or how far they are.
    Change { ids: Arc<[Uuid]>, change: Change },
    /// Delete drafts that are in the trash for good; `None`: all of them.
    DeleteForGood(Option<Arc<[Uuid]>>),
    /// Do something long, a piece at a time.
    Begin(Job),
    /// End it where it is.
    CancelJob,
    /// List the versions of a draft.
    Versions(Uuid),
    /// Compare two of them. `current` is the posting as it is now.
    Compare { id: Uuid, current: Arc<Posting>, sides: [Which; 2] },
    /// Put a version in the draft's place and show it.
    RestoreVersion { id: Uuid, version: VersionId },
    /// Keep what a draft is as a version.
    KeepVersion { id: Uuid, note: String },
    /// Keep the settings.
    PutSettings(Box<Settings>),
    /// Keep the text export's options.
    PutTextOptions(TextOptions),
    /// Keep the company profile.
    PutProfile(Box<CompanyProfile>),
    /// Write a document, and keep what it was made of as a version.
    Export {
        draft: Uuid,
        document: Arc<Document>,
        format: Format,
        options: TextOptions,
        path: PathBuf,
        existing: Existing,
    },
    /// Write parts of a draft's hiring kit, all or none, and keep what they were made of.
    ExportKit { draft: Uuid, files: Box<KitFiles>, options: TextOptions },
    /// Write a `.rolewright` file.
    SaveCopy { posting: Arc<Posting>, path: PathBuf, existing: Existing },
    /// Read a `.rolewright` file and show it as a draft.
    OpenFile { path: PathBuf, new_id: Uuid },
    /// Read a PNG file.
    ReadLogo(PathBuf),
    /// Tell when everything before it is done.
    Flush(Sender<()>),
}

/// What became of it.
#[derive(Debug)]
pub enum Reply {
    /// A draft is on disk as it was at `changed`. `conflict`: another window had saved it in
    /// between, and what that had saved is kept as this version.
    Saved { id: Uuid, changed: Timestamp, conflict: Option<VersionId> },
    /// A draft could not be saved: why in two or three words, and in full.
    NotSaved { id: Uuid, short: &'static str, reason: String },
    /// A draft to show.
    Loaded(Box<Loaded>),
    /// Another window has the draft open.
    Taken { id: Uuid, holder: Holder },
    /// Another window has taken over the draft.
    TakenOver(Uuid),
    /// The backups in a folder, the newest first.
    Backups { folder: PathBuf, backups: Vec<BackupFile> },
    /// A backup has taken the place of everything; what was there is kept in a file.
    Restored { restored: Restored, kept: Box<Kept> },
    /// What could be read of a damaged store is in a new one.
    Salvaged { salvage: Salvage, kept: Box<Kept> },
    /// Drafts are kept in another folder from now on.
    Relocated(Box<Moved>),
    /// The next start opens this folder, which it would not have before.
    Remembered(PathBuf),
    /// There is no store: why.
    NoStore(String),
    /// What the start screen and the head of the drafts screen show.
    Overview(Overview),
    /// A page of drafts.
    Found { generation: u64, offset: usize, page: Page },
    /// The identities of all that was found, in its order.
    Ids { generation: u64, ids: Vec<Uuid> },
    /// Drafts were changed.
    Changed { ids: Arc<[Uuid]>, change: Change },
    /// So many drafts were deleted for good.
    DeletedForGood(usize),
    /// How far the long work is.
    Progress { done: usize, total: usize },
    /// The long work has ended.
    JobEnded(JobEnd),
    /// The versions of a draft, the newest first.
    Versions { id: Uuid, versions: Vec<Version> },
    /// Two versions side by side.
    Compared { id: Uuid, sides: [Which; 2], comparison: Box<Comparison> },
    /// A version was kept.
    VersionKept,
    /// A file is written.
    Written { path: PathBuf },
    /// So many parts of the hiring kit are written to a folder.
    KitWritten { folder: PathBuf, count: usize },
    /// There are files of these names, and nobody said that they may be replaced. Nothing was written.
    KitExists { names: Vec<String> },
    /// There is a file of that name, and nobody said that it may be replaced.
    Exists { path: PathBuf },
    /// A file could not be written.
    NotWritten { reason: String },
    /// A logo was read.
    LogoRead(Logo),
    /// Something else went wrong: what, what is safe, what to do.
    Failed(String),
}

/// Ends long work when it is pulled, also work that hears no request meanwhile.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Ends the work at its next step.
    pub fn pull(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// True if it was pulled.
    pub fn is_pulled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Parts of a hiring kit to write to a folder.
#[derive(Clone, Debug)]
pub struct KitFiles {
    /// Where to. It is made if its own folder is there.
    pub folder: PathBuf,
    /// Names, with their ending, and what is in them.
    pub files: Vec<(String, Arc<Document>)>,
    /// As what.
    pub format: Format,
    /// What to do with files that are there already.
    pub existing: Existing,
}

/// What a store keeps for the window beside the drafts.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Colours, sizes, what was open.
    pub settings: Settings,
    /// The text export's options.
    pub text_options: TextOptions,
    /// What every new posting begins with.
    pub profile: Option<CompanyProfile>,
    /// The draft that the last window had open when it ended without closing.
    pub left_open: Option<Uuid>,
}

impl Kept {
    /// The setting of the text export's options.
    pub const TEXT_OPTIONS: &str = "text-options";
    /// The setting that names the draft that is open: if the window ends without closing, the next
    /// one opens it.
    pub const OPEN_DRAFT: &str = "open-draft";

    /// Reads it. What cannot be read is as on the first day.
    pub fn read(store: &DraftStore) -> Self {
        Self {
            settings: store.get_setting(Settings::KEY).ok().flatten().unwrap_or_default(),
            text_options: store.get_setting(Self::TEXT_OPTIONS).ok().flatten().unwrap_or_default(),
            profile: store.get_profile().ok().flatten(),
            left_open: store.get_setting::<Option<Uuid>>(Self::OPEN_DRAFT).ok().flatten().flatten(),
        }
    }
}

/// How drafts came to another folder.
#[derive(Debug)]
pub struct Moved {
    /// The folder.
    pub folder: PathBuf,
    /// How many drafts are there now.
    pub drafts: usize,
    /// The titles of drafts that could not be read of the old store.
    pub lost: Vec<String>,
    /// False: something of the old store could not be read.
    pub is_whole: bool,
    /// Why the next start opens the old folder, if it does.
    pub not_remembered: Option<String>,
    /// What the store there keeps for the window.
    pub kept: Kept,
}

/// A draft to show.
#[derive(Debug)]
pub struct Loaded {
    /// The posting.
    pub posting: Posting,
    /// How far it is on its way.
    pub status: Status,
    /// True: the store has it as it is.
    pub saved: bool,
    /// True: another window has it open, and here it is only read.
    pub read_only: bool,
    /// Where it came from, if that is not plain.
    pub message: Option<String>,
}

/// How a draft is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// To be changed, unless another window has it open.
    Ask,
    /// To be changed, whoever has it open.
    TakeOver,
    /// To be read.
    ReadOnly,
    /// To be changed, if it is there and free: it was open when a window ended without closing.
    AfterCrash,
}

/// What the start screen and the head of the drafts screen show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// The drafts changed last.
    pub recent: Vec<DraftInfo>,
    /// How many drafts lie on the desk, in the archive, in the trash.
    pub shelves: [usize; 3],
    /// Every company that a draft names.
    pub companies: Vec<String>,
}

/// A change to where drafts lie or how far they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// How far they are.
    Status(Status),
    /// Put away, to be kept.
    Archive,
    /// Taken out of the archive.
    Unarchive,
    /// Thrown away.
    Trash,
    /// Taken out of the trash.
    Restore,
}

/// One side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// A version that was kept.
    Version(VersionId),
    /// The draft as it is now.
    Now,
}

/// Long work, done a piece at a time so that saving never waits for it.
#[derive(Clone, Debug)]
pub enum Job {
    /// Write drafts to a folder, one file each.
    Export { drafts: Drafts, folder: PathBuf, form: ManyForm, options: TextOptions },
    /// Make a copy of each draft.
    Duplicate { ids: Arc<[Uuid]> },
    /// Take in every `.rolewright` file of a folder.
    OpenFolder { folder: PathBuf },
}

/// Which drafts.
#[derive(Clone, Debug)]
pub enum Drafts {
    /// These.
    These(Arc<[Uuid]>),
    /// All on the desk and in the archive.
    All,
}

/// In what form many drafts are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ManyForm {
    /// For another Rolewright, or for safe keeping.
    #[default]
    Copy,
    /// For their readers.
    Export(Format),
}

/// How long work ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobEnd {
    /// What was done, in a sentence or two.
    pub text: String,
    /// True: something could not be done.
    pub trouble: bool,
    /// Where files were written.
    pub folder: Option<PathBuf>,
    /// True: they are exports, and the next ones go there as well.
    pub exported: bool,
}

impl JobEnd {
    /// It did not come about: why.
    pub fn trouble(text: impl Into<String>) -> Self {
        Self { trouble: true, ..Self::stopped(text) }
    }

    /// Somebody stopped it.
    pub fn stopped(text: impl Into<String>) -> Self {
        Self { text: text.into(), trouble: false, folder: None, exported: false }
    }
}

//! What a panel or dialog can ask for. Painting only collects these; [`super::App`] carries them
//! out afterwards, so nothing changes while it is being painted.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use uuid::Uuid;

use super::command::Command;
use super::dialogs::Dialog;
use super::file_dialog::Pick;
use super::review::ReviewAction;
use super::worker::{Change, Job, KitFiles, Opening, Which};
use crate::catalog::Role;
use crate::document::Origin;
use crate::drafts::{Query, Settings, Status, VersionId};
use crate::export::{Format, text::TextOptions};
use crate::files::Existing;
use crate::kit::Part;
use crate::posting::{CompanyProfile, Edit};

/// Something asked for.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Action {
    /// Change the posting.
    Edit(Edit),
    /// Typing in a field has ended: the next change is an undo step of its own.
    EndStep,
    Command(Command),
    /// A new posting for a role.
    Begin(Role),
    OpenDraft(Uuid),
    OpenAs(Uuid, Opening),
    RestoreBackup(PathBuf),
    KeepBackupsIn(PathBuf),
    KeepDraftsIn(PathBuf),
    /// Show again why the posting is not saved, and what to do.
    ExplainNotSaved,
    DuplicateDraft(Uuid),
    TrashDraft(Uuid),
    ChangeDrafts {
        ids: Arc<[Uuid]>,
        change: Change,
    },
    /// Delete drafts that are in the trash for good; `None`: all of them.
    DeleteForGood(Option<Arc<[Uuid]>>),
    /// Look for drafts.
    Search {
        generation: u64,
        query: Box<Query>,
    },
    /// Look up drafts to select.
    FindIds {
        generation: u64,
        query: Box<Query>,
    },
    /// Begin something long.
    BeginJob(Job),
    CancelJob,
    /// How far the open posting is.
    SetStatus(Status),
    CompareVersions([Which; 2]),
    RestoreVersion(VersionId),
    /// Keep what the posting is now, with a note.
    KeepVersion(String),
    /// Open a `.rolewright` file.
    OpenPath(PathBuf),
    Export {
        format: Format,
        path: PathBuf,
        existing: Existing,
    },
    /// Write parts of the hiring kit, all but those that were left out.
    ExportKit {
        files: Box<KitFiles>,
        left_out: BTreeSet<Part>,
    },
    SaveCopyTo {
        path: PathBuf,
        existing: Existing,
    },
    /// Show the system's file dialog.
    Pick(Pick),
    ReadLogo(PathBuf),
    PutProfile(Box<CompanyProfile>),
    /// Put the profile's words into the open posting as well.
    UseProfile,
    Settings(Box<Settings>),
    TextOptions(TextOptions),
    /// Show a dialog in place of the one that is open, if any.
    Show(Dialog),
    CloseDialog,
    DismissNotice,
    /// Something about findings of the review.
    Review(ReviewAction),
    /// Go to the control that a piece of the document came from.
    GoTo(Origin),
    /// Open a folder in the system's file manager.
    OpenFolder(PathBuf),
    /// Back to the editor from another screen.
    BackToEditor,
    /// Sections were folded or unfolded: remember which.
    SectionsChanged,
    /// To the start screen.
    ShowStart,
}

/// The list that painting adds to.
pub type Actions = Vec<Action>;

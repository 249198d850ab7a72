//! The window: the only room that knows egui. It shows a posting's document and its controls,
//! collects what is asked for as [`action::Action`]s, and carries them out.
//!
//! `logic.rs` is what happens before painting, `ui.rs` the painting, `carry_out.rs` what is done
//! with the actions; each panel and dialog is a file of its own.

pub mod action;
mod carry_out;
mod clipboard;
pub mod command;
mod dialogs;
mod drafts_work;
mod editor;
mod file_dialog;
mod launch;
mod log_file;
mod logic;
mod menu;
mod notice;
mod replies;
mod review;
mod screens;
mod status;
pub mod theme;
mod toolbar;
mod ui;
pub mod widgets;
mod worker;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

pub use launch::{WindowRequest, run};

use crate::catalog::{Catalog, Fault, Loaded, load_with_folder};
use crate::drafts::{DraftStore, Settings, StoreError, VersionId, home};
use crate::export::text::TextOptions;
use crate::posting::CompanyProfile;
use action::Actions;
use clipboard::Clipboard;
use dialogs::Dialog;
use editor::Editor;
use file_dialog::PendingDialog;
use notice::Notice;
use review::Making;
use screens::{ChooseScreen, DraftsScreen, HiringKitScreen, StartScreen};
use status::Work;
use worker::{Kept, Request, Stop, Tools, Worker};

/// What the window is opened with.
pub struct AppOptions {
    data_dir: PathBuf,
    open: Option<PathBuf>,
    store: Opened,
    kept: Kept,
    clock: fn() -> Timestamp,
    inline: bool,
}

impl AppOptions {
    /// For a real window: opens the store, reads the settings.
    pub fn for_window(request: &WindowRequest) -> Self {
        Self::new(&request.data_dir, request.file.clone(), Timestamp::now, false)
    }

    /// For tests: everything at once on one thread, the given clock, the clipboard in memory,
    /// no dialogs of the system.
    pub fn for_tests(data_dir: &Path, clock: fn() -> Timestamp) -> Self {
        Self::new(data_dir, None, clock, true)
    }

    fn new(data_dir: &Path, open: Option<PathBuf>, clock: fn() -> Timestamp, inline: bool) -> Self {
        let store = Opened::of(DraftStore::open_home(data_dir));
        let kept = if let Opened::Store(store) = &store { Kept::read(store) } else { Kept::default() };
        Self { data_dir: data_dir.to_owned(), open, store, kept, clock, inline }
    }

    /// The window's size in points.
    pub fn window_size(&self) -> egui::Vec2 {
        self.kept
            .settings
            .window
            .map_or(theme::size::WINDOW, |size| egui::vec2(f32::from(size.width), f32::from(size.height)))
    }

    /// True if the window filled the screen when it was last closed.
    pub fn maximised(&self) -> bool {
        self.kept.settings.window.is_some_and(|size| size.maximised)
    }
}

/// What came of opening the store.
enum Opened {
    /// It is open.
    Store(Box<DraftStore>),
    /// What can be read of it is to be saved first. That can take a while, and so the window is
    /// shown meanwhile.
    Damaged,
    /// It cannot be opened: where it should be, if that is known, and why not.
    Refused(Option<PathBuf>, String),
}

impl Opened {
    fn of(opened: Result<DraftStore, StoreError>) -> Self {
        match opened {
            Ok(store) => Self::Store(Box::new(store)),
            Err(StoreError::Damaged { .. }) => Self::Damaged,
            Err(error) => {
                let reason = error.to_string();
                let folder = if let StoreError::ChosenFolderGone { folder, .. } = error { Some(folder) } else { None };
                Self::Refused(folder, reason)
            }
        }
    }
}

/// Whether drafts are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// In the store.
    Yes,
    /// As soon as what can be read of a damaged store is in a new one.
    Salvaging,
    /// There is no store that could be opened.
    No,
}

/// The screens; the editor shows the posting in [`App::editor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    Start,
    Choose,
    Drafts,
    Editor,
    /// The hiring kit of the posting in [`App::editor`].
    HiringKit,
}

/// The window's state.
pub struct App {
    data_dir: PathBuf,
    /// Where drafts and settings are: the data folder, unless another one was chosen.
    drafts_dir: PathBuf,
    clock: fn() -> Timestamp,
    catalog: Arc<Catalog>,
    faults: Vec<Fault>,
    worker: Worker,
    settings: Settings,
    text_options: TextOptions,
    profile: Option<CompanyProfile>,
    screen: Screen,
    start: StartScreen,
    choose: ChooseScreen,
    hiring_kit: HiringKitScreen,
    drafts: DraftsScreen,
    editor: Option<Editor>,
    dialog: Option<Dialog>,
    notice: Option<Notice>,
    pending_dialog: Option<PendingDialog>,
    /// Long work that is being done.
    work: Option<Work>,
    /// Ends it.
    stop: Stop,
    /// The posting that was open when a backup began to take the place of everything.
    aside: Option<Editor>,
    /// What another window had saved when this one saved over it.
    conflict: Option<(Uuid, VersionId)>,
    /// The rules of the review.
    rules: Making,
    /// What must be fixed, by posting, that the person has exported with in this session.
    agreed: HashMap<Uuid, HashSet<review::Key>>,
    clipboard: Clipboard,
    actions: Actions,
    /// True: the window has the keyboard.
    focused: bool,
    /// The title that the window's frame shows now.
    shown_title: String,
    /// True until the first frame has been painted.
    first_frame: bool,
    /// Whether drafts are kept.
    keeping: Keeping,
    /// True: a file was named that is to be opened first.
    opens_file: bool,
}

impl App {
    /// Builds the window's state and installs fonts and theme.
    pub fn new(cc: &eframe::CreationContext<'_>, options: AppOptions) -> Self {
        Self::with_context(&cc.egui_ctx, options)
    }

    /// As [`App::new`], for a context without a window.
    pub fn with_context(ctx: &egui::Context, options: AppOptions) -> Self {
        theme::install(ctx);
        let AppOptions { data_dir, open, store, kept, clock, inline } = options;
        let Kept { settings, text_options, profile, left_open } = kept;
        theme::apply_settings(ctx, &settings);

        let Loaded { catalog, faults, .. } = load_with_folder("en", Some(&data_dir.join("templates")));
        editor::name_countries(&catalog.words);
        let mut drafts_dir = home(&data_dir).unwrap_or_else(|_| data_dir.clone());
        let (store, keeping, trouble) = match store {
            Opened::Store(store) => (Some(*store), Keeping::Yes, None),
            Opened::Damaged => (None, Keeping::Salvaging, Some(Notice::salvaging())),
            Opened::Refused(folder, reason) => {
                drafts_dir = folder.unwrap_or(drafts_dir);
                (None, Keeping::No, Some(Notice::no_store(reason)))
            }
        };
        let catalog = Arc::new(catalog);
        let tools = |store| Tools { store, data_dir: data_dir.clone(), catalog: catalog.clone(), clock };
        let waker = || {
            let ctx = ctx.clone();
            move || ctx.request_repaint()
        };
        let (worker, clipboard) = if inline {
            (Worker::inline(tools(store), waker()), Clipboard::Memory(None))
        } else {
            // Without threads there is nothing to fall back to but doing the work here.
            let worker = match Worker::thread(tools(store), waker()) {
                Ok(worker) => worker,
                Err(error) => {
                    tracing::error!(%error, "no worker thread");
                    Worker::inline(tools(DraftStore::open_home(&data_dir).ok()), waker())
                }
            };
            (worker, Clipboard::System(None))
        };
        if keeping == Keeping::Salvaging {
            worker.send(Request::Salvage);
        }
        worker.send(Request::Overview);
        if open.is_none() {
            worker.send(Request::Resume(left_open));
        }
        let faulty = (!faults.is_empty()).then(|| Notice::template_faults(faults.len()));
        let mut app = Self {
            start: StartScreen::new(&catalog, settings.last_role.as_ref(), keeping),
            keeping,
            opens_file: open.is_some(),
            drafts_dir,
            data_dir,
            clock,
            catalog,
            faults,
            worker,
            settings,
            text_options,
            profile,
            screen: Screen::Start,
            choose: ChooseScreen::new(),
            hiring_kit: HiringKitScreen::new(),
            drafts: DraftsScreen::default(),
            editor: None,
            dialog: None,
            notice: trouble.or(faulty),
            pending_dialog: None,
            work: None,
            stop: Stop::default(),
            aside: None,
            conflict: None,
            rules: Making::new(inline),
            agreed: HashMap::new(),
            clipboard,
            actions: Actions::new(),
            focused: true,
            shown_title: String::new(),
            first_frame: true,
        };
        if let Some(path) = open {
            app.actions.push(action::Action::OpenPath(path));
        }
        app
    }

    /// The posting that is open, for tests.
    pub fn posting(&self) -> Option<&crate::posting::Posting> {
        self.editor.as_ref().map(|editor| editor.posting().as_ref())
    }

    /// What was copied last, if the clipboard is in memory: plain text and HTML.
    pub fn copied(&self) -> Option<&(String, Option<String>)> {
        match &self.clipboard {
            Clipboard::Memory(copied) => copied.as_ref(),
            Clipboard::System(_) => None,
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.before_painting(ctx, Some(frame));
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.paint_ui(ui, Some(frame));
        // How soon the first frame comes, and that none comes at rest: benches/startup reads it.
        tracing::debug!(target: "rolewright::frames", number = ui.ctx().cumulative_frame_nr(), "painted");
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }

    #[cfg(not(target_os = "macos"))]
    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.close_cleanly();
    }

    #[cfg(target_os = "macos")]
    fn on_exit(&mut self) {
        self.close_cleanly();
    }
}

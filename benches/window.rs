//! Times a frame of the window at 1440×900: layout and tessellation, all that happens before the
//! graphics card. It runs the whole `App` on an egui context of its own; no window opens.
//!
//! `cargo bench --bench window` ends with each frame beside an empty one, measured in turn.
#![allow(clippy::expect_used, reason = "a bench stops where it fails")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use divan::Bencher;
use eframe::App as _;
use egui::accesskit::{Action, ActionRequest, Node, NodeId, Role, TreeId};
use egui::{Event, Key, Modifiers, Pos2, RawInput, Rect, pos2, vec2};
use rolewright::app::{App, AppOptions, theme};
use rolewright::drafts::posting_file;
use rolewright::drafts::{DraftStore, Settings};
use rolewright::files::Existing;
use tempfile::TempDir;

fn main() {
    divan::main();
    // With a filter or an option only what was asked for.
    if std::env::args().skip(1).eq(["--bench"]) {
        beside_an_empty_frame();
    }
}

/// A skill that the posting can turn on and off, and that is in view.
const SKILL: &str = "Docker";

/// What is done before each frame.
#[derive(Clone, Copy, Debug)]
enum Frame {
    /// Nothing: the frame that any event asks for.
    Still,
    /// The pointer moves within a line of the page, and within the window.
    Hover,
    /// A skill is turned on, or off: the document is built, the page set anew.
    Toggle,
    /// A letter is typed in a skill's wording, or taken away.
    Letter,
    /// Developer to engineer, or back: every list is proposed anew.
    Track,
}

const ALL: [Frame; 5] = [Frame::Still, Frame::Hover, Frame::Toggle, Frame::Letter, Frame::Track];

/// As the window is after the start: skills unfolded.
#[divan::bench(args = ALL)]
fn frame(bencher: Bencher<'_, '_>, frame: Frame) {
    let mut window = Window::new(&["skills"], frame);
    bencher.bench_local(|| window.frame());
}

/// While a screen reader or an automation reads along.
#[divan::bench(args = ALL)]
fn frame_with_accesskit(bencher: Bencher<'_, '_>, frame: Frame) {
    let mut window = Window::new(&["skills"], frame);
    window.stage.ctx.enable_accesskit();
    bencher.bench_local(|| window.frame());
}

/// Every section unfolded: ten times as many controls as fit in the window.
#[divan::bench(args = ALL)]
fn frame_with_all_sections(bencher: Bencher<'_, '_>, frame: Frame) {
    let mut window = Window::new(&SECTIONS, frame);
    bencher.bench_local(|| window.frame());
}

/// The least that a frame can cost: our fonts and look, nothing to show.
#[divan::bench]
fn empty_frame(bencher: Bencher<'_, '_>) {
    let mut window = Empty::new();
    bencher.bench_local(|| window.frame());
}

const SECTIONS: [&str; 9] = ["basics", "about", "skills", "duties", "education", "pay", "hiring", "company", "apply"];

/// Each frame and an empty one in turn, so that a machine that slows down slows both.
#[expect(clippy::print_stdout, reason = "the result")]
fn beside_an_empty_frame() {
    const ROUNDS: usize = 400;
    println!("\nmedians of {ROUNDS} frames      frame   empty frame   ratio");
    for (name, sections, accesskit) in
        [("", &["skills"][..], false), (" with AccessKit", &["skills"], true), (" with all sections", &SECTIONS, false)]
    {
        for frame in ALL {
            let mut ours = Window::new(sections, frame);
            let mut empty = Empty::new();
            if accesskit {
                ours.stage.ctx.enable_accesskit();
                empty.stage.ctx.enable_accesskit();
            }
            let mut times: [Vec<Duration>; 2] = Default::default();
            for _ in 0..ROUNDS {
                let begin = Instant::now();
                divan::black_box(ours.frame());
                let between = Instant::now();
                divan::black_box(empty.frame());
                times[0].push(between - begin);
                times[1].push(between.elapsed());
            }
            let [ours, empty] = times.map(|mut times| {
                times.sort_unstable();
                times[ROUNDS / 2].as_secs_f64() * 1e6
            });
            let name = format!("{frame:?}{name}");
            println!("{name:<26} {ours:>6.0} µs  {empty:>6.0} µs  {:>8.1}", ours / empty);
        }
    }
}

/// A context that stands for the window.
struct Stage {
    ctx: egui::Context,
    time: f64,
}

impl Stage {
    fn new() -> Self {
        Self { ctx: egui::Context::default(), time: 0.0 }
    }

    /// One frame, until the triangles are there. Returns them and what a screen reader is told.
    fn run(&mut self, input: RawInput, ui: impl FnMut(&mut egui::Ui)) -> (usize, Vec<(NodeId, Node)>) {
        // Time creeps: a save must not come due, which the window leaves to another thread.
        self.time += 1e-6;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
            time: Some(self.time),
            focused: true,
            ..input
        };
        let mut output = self.ctx.run_ui(input, ui);
        // They would go to the graphics card.
        output.textures_delta.clear();
        let triangles = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        (triangles.len(), output.platform_output.accesskit_update.map(|update| update.nodes).unwrap_or_default())
    }
}

/// A window with nothing in it.
struct Empty {
    stage: Stage,
}

impl Empty {
    fn new() -> Self {
        let stage = Stage::new();
        theme::install(&stage.ctx);
        let mut empty = Self { stage };
        for _ in 0..10 {
            empty.frame();
        }
        empty
    }

    fn frame(&mut self) -> usize {
        self.stage
            .run(RawInput::default(), |ui| {
                egui::CentralPanel::default().show(ui, |_| {});
            })
            .0
    }
}

/// Our window, with the longest of the eight postings open.
struct Window {
    stage: Stage,
    app: App,
    eframe: eframe::Frame,
    what: Frame,
    /// How many frames were painted.
    count: usize,
    /// Where the pointer moves, and what is clicked: the second first, then in turn.
    spots: [Pos2; 2],
    targets: Vec<NodeId>,
    _folder: TempDir,
}

impl Window {
    fn new(sections: &[&str], what: Frame) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let stage = Stage::new();
        let mut settings = Settings::default();
        settings.open_sections.extend(SECTIONS.map(|key| (key.to_owned(), sections.contains(&key))));
        {
            let store = DraftStore::open(folder.path()).expect("a store");
            store.put_setting(Settings::KEY, &settings).expect("settings");
        }
        let options = AppOptions::for_tests(folder.path(), || jiff::Timestamp::UNIX_EPOCH);
        let app = App::with_context(&stage.ctx, options);
        let eframe = eframe::Frame::_new_kittest();
        let mut window =
            Self { stage, app, eframe, what, count: 0, spots: [Pos2::ZERO; 2], targets: Vec::new(), _folder: folder };
        window.begin();
        window
    }

    /// Opens the posting and makes ready for what is to be measured.
    fn begin(&mut self) {
        let (_, posting) = common::eight().pop().expect("there are eight");
        let path = self._folder.path().join("one.rolewright");
        posting_file::write(&path, &posting, Existing::Refuse).expect("a file");
        self.run(RawInput { dropped_files: vec![Arc::new(Dropped(path))], ..RawInput::default() });
        self.stage.ctx.enable_accesskit();
        let nodes = self.settle();
        assert!(self.app.posting().is_some(), "the posting did not open");
        let find = |role: Role, label: &str| {
            let found = nodes.iter().find(|(_, node)| node.role() == role && node.label() == Some(label));
            found.unwrap_or_else(|| panic!("there is no {role:?} called {label}"))
        };
        match self.what {
            Frame::Still => {}
            Frame::Hover => self.spots = [pos2(900.0, 300.0), pos2(900.0, 304.0)],
            Frame::Toggle | Frame::Letter => {
                let row = find(Role::CheckBox, SKILL).0;
                self.run(act(row, Action::Focus));
                if matches!(self.what, Frame::Letter) {
                    self.run(press(Key::F2));
                }
            }
            Frame::Track => {
                self.targets = ["Engineer", "Developer"].map(|label| find(Role::RadioButton, label).0).to_vec();
            }
        }
        self.settle();
        self.stage.ctx.disable_accesskit();
        // What is to be measured happens; otherwise fast figures would mean nothing.
        let before = self.app.posting().cloned();
        self.frame();
        let changes = !matches!(self.what, Frame::Still | Frame::Hover);
        assert_eq!(before.as_ref() != self.app.posting(), changes, "{:?} does not do what it says", self.what);
        for _ in 0..9 {
            self.frame();
        }
    }

    fn settle(&mut self) -> Vec<(NodeId, Node)> {
        for _ in 0..5 {
            self.run(RawInput::default());
        }
        self.run(RawInput::default())
    }

    fn run(&mut self, input: RawInput) -> Vec<(NodeId, Node)> {
        let Self { stage, app, eframe, .. } = self;
        let paint = |ui: &mut egui::Ui| {
            app.logic(&ui.ctx().clone(), eframe);
            app.ui(ui, eframe);
        };
        stage.run(input, paint).1
    }

    fn frame(&mut self) -> usize {
        self.count += 1;
        let turn = self.count % 2;
        let input = match self.what {
            Frame::Still => RawInput::default(),
            Frame::Hover => with(vec![Event::PointerMoved(self.spots[turn])]),
            Frame::Toggle => press(Key::Space),
            Frame::Letter if turn == 1 => with(vec![Event::Text("x".to_owned())]),
            Frame::Letter => press(Key::Backspace),
            Frame::Track => act(self.targets[turn], Action::Click),
        };
        self.run(input).len()
    }
}

fn with(events: Vec<Event>) -> RawInput {
    RawInput { events, ..RawInput::default() }
}

fn press(key: Key) -> RawInput {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    with(vec![event(true), event(false)])
}

fn act(target_node: NodeId, action: Action) -> RawInput {
    with(vec![Event::AccessKitActionRequest(ActionRequest {
        action,
        target_tree: TreeId::ROOT,
        target_node,
        data: None,
    })])
}

/// A file dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("only its path is asked for".to_owned())
    }
}

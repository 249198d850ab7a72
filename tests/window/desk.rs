//! A window with a person at it: found by accessible names, worked by pointer, keyboard or a
//! screen reader's actions. One folder, one window, a clock that stands still.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers, Pos2, Vec2};
use egui_kittest::kittest::{AccessKitNode, NodeT};
use egui_kittest::{Harness, Node};
use jiff::Timestamp;
use rolewright::app::{App, AppOptions};
use rolewright::document::BlockKind;
use rolewright::drafts::{DraftStore, Settings, posting_file};
use rolewright::files::Existing;
use rolewright::posting::Posting;
use tempfile::TempDir;

/// Ctrl, or Cmd on a Mac: as the system sends it.
pub const CTRL: Modifiers = Modifiers::CTRL.plus(Modifiers::COMMAND);
/// The same with Shift.
pub const CTRL_SHIFT: Modifiers = CTRL.plus(Modifiers::SHIFT);

/// The window's size when it first opens.
pub const USUAL: Vec2 = Vec2::new(1280.0, 820.0);

/// The time at this desk.
pub fn clock() -> Timestamp {
    Timestamp::from_second(1_795_516_920).unwrap()
}

pub struct Desk {
    folder: Rc<TempDir>,
    pub window: Harness<'static, App>,
}

fn open_window(data: &Path, size: Vec2) -> Harness<'static, App> {
    // Going to a control that is out of sight takes six: click, unfold, find it, scroll, settle.
    let builder = Harness::builder().with_size(size).with_max_steps(6);
    let mut window = builder.build_eframe(|cc| App::new(cc, AppOptions::for_tests(data, clock)));
    window.run();
    window
}

fn close_window(window: Harness<'static, App>) {
    let mut app = window.into_state();
    #[cfg(not(target_os = "macos"))]
    eframe::App::on_exit(&mut app, None);
    #[cfg(target_os = "macos")]
    eframe::App::on_exit(&mut app);
}

impl Desk {
    /// A window on an empty folder.
    pub fn new() -> Self {
        Self::prepared(|_| {})
    }

    /// A window on a folder with something in it already.
    pub fn prepared(prepare: impl FnOnce(&Path)) -> Self {
        Self::sized(USUAL, prepare)
    }

    /// As [`Self::prepared`], of another size.
    pub fn sized(size: Vec2, prepare: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        std::fs::create_dir(&data).unwrap();
        std::fs::create_dir(folder.path().join("out")).unwrap();
        prepare(&data);
        let window = open_window(&data, size);
        Self { folder: Rc::new(folder), window }
    }

    /// A second window on the same folder.
    pub fn beside(&self) -> Self {
        Self { folder: self.folder.clone(), window: open_window(&self.data(), USUAL) }
    }

    /// A window with a senior backend engineer's posting open.
    pub fn writing() -> Self {
        let mut desk = Self::new();
        desk.begin();
        desk
    }

    /// A window with a given posting open.
    pub fn reading(posting: &Posting) -> Self {
        Self::reading_sized(posting, USUAL)
    }

    /// The same in a window of another size.
    pub fn reading_sized(posting: &Posting, size: Vec2) -> Self {
        let mut desk = Self::sized(size, |_| {});
        let path = desk.out("given.rolewright");
        posting_file::write(&path, posting, Existing::Refuse).unwrap();
        desk.keys(CTRL, Key::O);
        desk.fill("File", path.to_str().unwrap());
        desk.press("Open");
        assert_eq!(desk.dialog(), None);
        desk
    }

    /// The same in a window so tall that nothing on the left has to be scrolled to.
    pub fn writing_tall() -> Self {
        let mut desk = Self::sized(Vec2::new(1280.0, 4000.0), |_| {});
        desk.begin();
        desk
    }

    /// On the start screen: backend, engineer, senior, go.
    pub fn begin(&mut self) {
        self.press("Backend");
        self.press("Engineer");
        self.press("Senior");
        self.press("Write the posting");
    }

    /// Closes the window and opens it again on the same folder.
    pub fn restarted(self) -> Self {
        let Self { folder, window } = self;
        close_window(window);
        let window = open_window(&folder.path().join("data"), USUAL);
        Self { folder, window }
    }

    /// The window is gone from one moment to the next; opens it again on the same folder.
    pub fn crashed(self) -> Self {
        let Self { folder, window } = self;
        drop(window);
        let window = open_window(&folder.path().join("data"), USUAL);
        Self { folder, window }
    }

    /// Closes the window, does something to the folder, and opens it again.
    pub fn damaged(self, damage: impl FnOnce()) -> Self {
        let Self { folder, window } = self;
        close_window(window);
        damage();
        let window = open_window(&folder.path().join("data"), USUAL);
        Self { folder, window }
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A path in a folder that can be written to.
    pub fn out(&self, name: &str) -> PathBuf {
        self.folder.path().join("out").join(name)
    }

    pub fn is_dark(&self) -> bool {
        self.window.ctx.theme() == egui::Theme::Dark
    }

    pub fn store(&self) -> DraftStore {
        DraftStore::open(&self.data()).unwrap()
    }

    pub fn settings(&self) -> Settings {
        self.store().get_setting(Settings::KEY).unwrap().unwrap_or_default()
    }

    pub fn posting(&self) -> &Posting {
        self.window.state().posting().expect("a posting is open")
    }

    // --- what is to be seen

    pub fn nodes(&self) -> Vec<Node<'_>> {
        self.window.root().children_recursive().filter(|node| !node.accesskit_node().is_hidden()).collect()
    }

    /// Every control called `name` (exactly); while a dialog is open that has one, those in it.
    pub fn all(&self, name: &str) -> Vec<Node<'_>> {
        let named = |node: &Node<'_>| is_control(node) && name_of(&node.accesskit_node()) == name;
        if let Some(dialog) = self.dialog_node() {
            let within: Vec<_> = dialog.children_recursive().filter(named).collect();
            if !within.is_empty() {
                return within;
            }
        }
        self.nodes().into_iter().filter(named).collect()
    }

    /// The one control whose name begins like this.
    #[track_caller]
    pub fn find_like(&self, beginning: &str) -> String {
        let found: Vec<_> = self.control_names().into_iter().filter(|name| name.starts_with(beginning)).collect();
        assert_eq!(found.len(), 1, "controls that begin with {beginning:?}: {found:?} of {:?}", self.control_names());
        found[0].clone()
    }

    /// The one text field called `name`.
    #[track_caller]
    pub fn field(&self, name: &str) -> Node<'_> {
        let found: Vec<_> = self.all(name).into_iter().filter(is_text).collect();
        assert_eq!(found.len(), 1, "text fields called {name:?}; there are {:?}", self.control_names());
        found[0]
    }

    pub fn has(&self, name: &str) -> bool {
        !self.all(name).is_empty()
    }

    /// The one control called `name`.
    #[track_caller]
    pub fn find(&self, name: &str) -> Node<'_> {
        let found = self.all(name);
        match found.as_slice() {
            [only] => *only,
            [] => panic!("nothing is called {name:?}; there are {:?}", self.control_names()),
            several => panic!("{} controls are called {name:?}: {several:?}", several.len()),
        }
    }

    /// The one control of this role called `name`.
    #[track_caller]
    pub fn find_role(&self, role: Role, name: &str) -> Node<'_> {
        let found: Vec<_> = self.all(name).into_iter().filter(|node| node.accesskit_node().role() == role).collect();
        assert_eq!(found.len(), 1, "{role:?}s called {name:?}; there are {:?}", self.control_names());
        found[0]
    }

    pub fn control_names(&self) -> Vec<String> {
        self.nodes().into_iter().filter(is_control).map(|node| name_of(&node.accesskit_node())).collect()
    }

    /// All words on the window but those in fields.
    pub fn words(&self) -> Vec<String> {
        self.nodes()
            .iter()
            .filter(|node| !is_control(node))
            .map(|node| said(&node.accesskit_node()))
            .filter(|words| !words.is_empty())
            .collect()
    }

    /// True if a label, heading or message holds these words.
    pub fn sees(&self, words: &str) -> bool {
        self.words().iter().any(|said| said.contains(words))
    }

    #[track_caller]
    pub fn assert_sees(&self, words: &str) {
        assert!(self.sees(words), "{words:?} is not on the window; there is {:#?}", self.words());
    }

    #[track_caller]
    pub fn assert_sees_not(&self, words: &str) {
        assert!(!self.sees(words), "{words:?} is on the window");
    }

    /// The posting's lines as they should stand on the page, made afresh.
    pub fn lines(&self) -> Vec<String> {
        let document = self.window.state().fresh_document().expect("a posting is open");
        let mut lines = Vec::new();
        for block in &document.blocks {
            match &block.kind {
                BlockKind::Title(words) | BlockKind::Heading(words) | BlockKind::Subheading(words) => {
                    lines.push(words.clone());
                }
                BlockKind::Paragraph(text) => lines.push(text.words()),
                BlockKind::Bullets(list) | BlockKind::Numbers(list) => {
                    lines.extend(list.iter().map(|bullet| bullet.text.words()));
                }
                BlockKind::Facts { rows, .. } => {
                    lines.extend(rows.iter().map(|row| format!("{}: {}", row.label, row.value.words())));
                }
                BlockKind::Table(_) | BlockKind::PageBreak => unreachable!("a posting has none"),
            }
        }
        lines
    }

    /// The page shows the posting as it is now, line for line.
    #[track_caller]
    pub fn assert_page_is_true(&self) {
        let words = self.words();
        let mut shown = words.iter();
        for line in self.lines() {
            assert!(shown.any(|words| *words == line), "{line:?} is missing or in another place in {words:#?}");
        }
    }

    pub fn is_on(&self, name: &str) -> bool {
        self.find(name).accesskit_node().toggled() == Some(Toggled::True)
    }

    pub fn value(&self, name: &str) -> String {
        let found: Vec<_> = self.all(name).into_iter().filter(|node| node.value().is_some()).collect();
        assert_eq!(found.len(), 1, "controls with a value called {name:?}; there are {:?}", self.control_names());
        found[0].value().unwrap_or_default()
    }

    fn dialog_node(&self) -> Option<Node<'_>> {
        // Menus and lists that pop up have the same role, but no name.
        self.nodes().into_iter().find(|node| {
            let node = node.accesskit_node();
            node.role() == Role::Dialog && !name_of(&node).is_empty()
        })
    }

    /// The title of the dialog that is open.
    pub fn dialog(&self) -> Option<String> {
        self.dialog_node().map(|node| name_of(&node.accesskit_node()))
    }

    /// The name of what has the keyboard.
    pub fn focused(&self) -> Option<String> {
        let nodes = self.nodes();
        nodes.iter().find(|node| is_control(node) && node.is_focused()).map(|node| name_of(&node.accesskit_node()))
    }

    // --- what one does

    /// Works a control by its default action, as a screen reader does.
    #[track_caller]
    pub fn press(&mut self, name: &str) {
        let node = self.find(name);
        assert!(!node.accesskit_node().is_disabled(), "{name:?} is switched off");
        let within = |dialog: Node<'_>| dialog.children_recursive().any(|node| name_of(&node.accesskit_node()) == name);
        assert!(self.dialog_node().is_none_or(within), "{name:?} lies behind the dialog {:?}", self.dialog());
        node.click_accesskit();
        self.window.run();
    }

    /// The same, with the first of several of that name.
    #[track_caller]
    pub fn press_first(&mut self, name: &str) {
        let nodes = self.all(name);
        nodes.first().unwrap_or_else(|| panic!("nothing is called {name:?}")).click_accesskit();
        self.window.run();
    }

    #[track_caller]
    pub fn press_role(&mut self, role: Role, name: &str) {
        self.find_role(role, name).click_accesskit();
        self.window.run();
    }

    /// Clicks a control with the pointer.
    #[track_caller]
    pub fn click(&mut self, name: &str) {
        self.find(name).click();
        self.window.run();
    }

    /// Opens a menu of the menu bar and takes an entry.
    #[track_caller]
    pub fn menu(&mut self, menu: &str, entry: &str) {
        self.click_menu(menu);
        self.press_role(Role::MenuItem, entry);
    }

    #[track_caller]
    pub fn click_menu(&mut self, menu: &str) {
        let nodes = self.all(menu);
        let top = nodes.iter().min_by(|a, b| a.rect().top().total_cmp(&b.rect().top()));
        top.unwrap_or_else(|| panic!("there is no menu {menu:?}")).click();
        self.window.run();
    }

    #[track_caller]
    pub fn focus(&mut self, name: &str) {
        self.find(name).focus();
        self.window.run();
        assert_eq!(self.focused().as_deref(), Some(name));
    }

    /// Replaces what a field holds.
    #[track_caller]
    pub fn fill(&mut self, field: &str, text: &str) {
        self.field(field).focus();
        self.window.run();
        assert_eq!(self.focused().as_deref(), Some(field));
        self.keys(CTRL, Key::A);
        if text.is_empty() {
            self.key(Key::Backspace);
        } else {
            self.text(text);
        }
    }

    /// Types where the keyboard is.
    pub fn text(&mut self, text: &str) {
        self.window.event(egui::Event::Text(text.to_owned()));
        self.window.run();
    }

    pub fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        if modifiers.is_none() {
            self.window.key_press(key);
        } else {
            self.window.key_press_modifiers(modifiers, key);
        }
        self.window.run();
    }

    /// Chooses from a select.
    #[track_caller]
    pub fn choose(&mut self, select: &str, option: &str) {
        self.press_role(Role::ComboBox, select);
        self.press_role(Role::ListBoxOption, option);
    }

    /// Presses Tab until the control called `name` has the keyboard.
    #[track_caller]
    pub fn tab_to(&mut self, name: &str) {
        self.walk_to(Modifiers::NONE, name);
    }

    /// The same with Shift+Tab.
    #[track_caller]
    pub fn tab_back_to(&mut self, name: &str) {
        self.walk_to(Modifiers::SHIFT, name);
    }

    #[track_caller]
    fn walk_to(&mut self, modifiers: Modifiers, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..300 {
            self.keys(modifiers, Key::Tab);
            match self.focused() {
                Some(focused) if focused == name => return,
                focused => passed.push(focused),
            }
        }
        panic!("Tab does not come to {name:?}; it comes to {passed:?}");
    }

    /// The window loses the keyboard and gets it back.
    pub fn look_away_and_back(&mut self) {
        for focused in [false, true] {
            self.window.event(egui::Event::WindowFocused(focused));
            self.window.input_mut().focused = focused;
            self.window.run();
        }
    }

    /// Lets time pass at rest.
    pub fn wait(&mut self, seconds: f32) {
        self.window.run_steps((seconds / 0.25).ceil() as usize);
    }

    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.window.hover_at(from);
        self.window.run_steps(1);
        self.window.drag_at(from);
        self.window.run_steps(1);
        for step in 1..=8 {
            self.window.hover_at(from + (to - from) * (step as f32 / 8.0));
            self.window.run_steps(1);
        }
        self.window.drop_at(to);
        self.window.run_steps(4);
        self.window.run();
    }

    /// Exports, or saves a copy, by typing the path.
    #[track_caller]
    pub fn write_to(&mut self, path: &Path, button: &str) {
        self.fill("File", path.to_str().unwrap());
        self.press(button);
    }
}

fn is_control(node: &Node<'_>) -> bool {
    egui::accessibility::is_input(node.accesskit_node().role())
}

fn is_text(node: &Node<'_>) -> bool {
    matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput)
}

pub fn name_of(node: &AccessKitNode<'_>) -> String {
    node.label().unwrap_or_default()
}

fn said(node: &AccessKitNode<'_>) -> String {
    if node.role() == Role::Label { node.value() } else { node.label() }.unwrap_or_default()
}

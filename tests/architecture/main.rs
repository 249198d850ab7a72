//! The plan of the house, held against the source: which room may know which, where the window's
//! crates may be named, which rooms may not look at a clock, a file or the environment, and that
//! there is no network anywhere. `ARCHITECTURE.md` gives the reasons.

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use source::{Source, paths};

/// Each room of `src/` and the rooms it may know. A new room needs a line here.
const ROOMS: [(&str, &[&str]); 11] = [
    ("catalog", &[]),
    ("files", &[]),
    ("posting", &["catalog"]),
    ("document", &["catalog", "posting"]),
    ("kit", &["catalog", "posting", "document"]),
    ("review", &["catalog", "posting", "document", "kit"]),
    ("chooser", &["catalog", "posting"]),
    ("export", &["catalog", "posting", "document"]),
    ("drafts", &["catalog", "posting", "files"]),
    ("cli", &["catalog", "posting", "document", "kit", "review", "chooser", "export", "drafts", "files"]),
    ("app", &["catalog", "posting", "document", "kit", "review", "chooser", "export", "drafts", "files"]),
];

/// Crates that only the window may name.
const WINDOW: [&str; 9] =
    ["egui", "eframe", "egui_dnd", "egui_extras", "rfd", "arboard", "winit", "egui_wgpu", "egui_glow"];

/// Rooms whose answers depend on their arguments alone.
const PURE: [&str; 6] = ["posting", "document", "kit", "review", "chooser", "export"];

/// What a pure room may not name: the beginning of a path …
const IMPURE_MODULES: [&[&str]; 8] = [
    &["std", "fs"],
    &["std", "env"],
    &["std", "io", "stdin"],
    &["std", "net"],
    &["std", "process"],
    &["std", "thread"],
    &["std", "time", "SystemTime"],
    &["std", "time", "Instant"],
];

/// … the end of one …
const IMPURE_CALLS: [&[&str]; 8] = [
    &["SystemTime", "now"],
    &["Instant", "now"],
    &["Timestamp", "now"],
    &["ZonedDateTime", "now"],
    &["TimeZone", "system"],
    &["Uuid", "now_v7"],
    &["Uuid", "new_v4"],
    &["File", "open"],
];

/// … or a method of a path that asks the disk.
const IMPURE_METHODS: [&str; 9] = [
    "exists",
    "try_exists",
    "is_file",
    "is_dir",
    "metadata",
    "symlink_metadata",
    "canonicalize",
    "read_dir",
    "read_link",
];

/// Crates that speak to other machines, or would be the first step to it. tokio is not among them:
/// Cargo.lock names it for wasm-bindgen, for browsers alone, and its network part needs mio.
const NETWORK: [&str; 20] = [
    "attohttpc",
    "async-std",
    "curl",
    "h2",
    "h3",
    "hyper",
    "isahc",
    "mio",
    "minreq",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "sentry",
    "socket2",
    "surf",
    "tungstenite",
    "ureq",
    "websocket",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder, in a fixed order.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the folder is there").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The files of `src/` by room: a folder's name, or a file's without its ending.
fn rooms() -> BTreeMap<String, Vec<Source>> {
    let src = root().join("src");
    let mut rooms: BTreeMap<String, Vec<Source>> = BTreeMap::new();
    for path in rust_files(&src) {
        let inside = path.strip_prefix(&src).expect("it was found there");
        let first = inside.components().next().expect("a file has a name").as_os_str();
        let room = Path::new(first).with_extension("").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).expect("the file can be read");
        let name = path.strip_prefix(root()).expect("it is in the project").to_string_lossy().replace('\\', "/");
        rooms.entry(room).or_default().push(Source::new(name, &text));
    }
    rooms
}

fn assert_none(found: Vec<String>, rule: &str) {
    assert!(found.is_empty(), "{rule}\n  {}", found.join("\n  "));
}

#[test]
fn every_room_is_in_the_plan() {
    let known: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).chain(["lib", "main"]).collect();
    let built = rooms();
    let found: BTreeSet<&str> = built.keys().map(String::as_str).collect();
    assert_eq!(found, known, "a room of src/ is not in the plan, or one of the plan is not in src/");
}

#[test]
fn a_room_knows_only_the_rooms_below_it() {
    let built = rooms();
    let mut found = Vec::new();
    let mut arrows = 0;
    for (room, allowed) in ROOMS {
        for source in &built[room] {
            for other in source.rooms_named(&ROOMS.map(|(name, _)| name)) {
                arrows += usize::from(other != room);
                if other != room && !allowed.contains(&other) {
                    found.push(format!("{} names crate::{other}", source.name));
                }
            }
        }
    }
    assert_none(found, "arrows point down only:");
    assert!(arrows > 50, "the test sees no arrows any more ({arrows})");
}

#[test]
fn only_the_window_names_the_windows_crates() {
    let mut found = Vec::new();
    for (room, sources) in rooms() {
        let names = |source: &Source| source.words().filter(|word| WINDOW.contains(word)).count();
        if room == "app" {
            assert!(sources.iter().map(names).sum::<usize>() > 100, "the test does not see egui in src/app any more");
        } else if room != "main" {
            let naming = sources.iter().filter(|source| names(source) > 0);
            found.extend(naming.map(|source| source.name.clone()));
        }
    }
    assert_none(found, "outside src/app and src/main.rs nothing names egui, eframe, rfd and their like:");
}

#[test]
fn what_a_posting_says_and_exports_to_depends_on_no_clock_file_or_environment() {
    let built = rooms();
    let mut found = Vec::new();
    for room in PURE {
        for source in &built[room] {
            for path in paths(source.tokens()) {
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                let impure = IMPURE_MODULES.iter().any(|start| path.starts_with(start))
                    || IMPURE_CALLS.iter().any(|end| path.ends_with(end));
                if impure {
                    found.push(format!("{} names {}", source.name, path.join("::")));
                }
            }
            let methods = source.methods().filter(|method| IMPURE_METHODS.contains(method));
            found.extend(methods.map(|method| format!("{} calls .{method}()", source.name)));
        }
    }
    assert_none(found, "what these rooms need is in their arguments:");
}

#[test]
fn nothing_speaks_to_a_network() {
    let mut found = Vec::new();
    for source in rooms().values().flatten() {
        let sockets = ["TcpStream", "TcpListener", "UdpSocket", "UnixStream", "UnixListener", "UnixDatagram"];
        for path in paths(source.tokens()) {
            let net = path.first().is_some_and(|first| first == "std") && path.iter().any(|part| part == "net");
            if net || path.iter().any(|part| sockets.contains(&part.as_str())) {
                found.push(format!("{} names {}", source.name, path.join("::")));
            }
        }
    }
    assert_none(found, "nothing leaves the machine:");

    let lock = std::fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock can be read");
    let names: Vec<&str> = lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    assert!(names.contains(&"egui"), "the test cannot read Cargo.lock any more");
    let found = NETWORK.iter().filter(|name| names.contains(name)).map(ToString::to_string).collect();
    assert_none(found, "no dependency speaks to a network:");
}

//! `rolewright kit`, by the real program: which files it writes, what they say, and what it refuses.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]

use std::fs;
use std::io::Read as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use jiff::Timestamp;
use rolewright::catalog::{Id, Level, Role, Track, load_built_in};
use rolewright::drafts::posting_file;
use rolewright::files::Existing;
use rolewright::posting::{Edit, EntryEdit, KitEdit, KitList, Posting, TextField};
use uuid::Uuid;

struct Desk(tempfile::TempDir);

impl Desk {
    /// A desk with a posting, a senior backend engineer's, in `posting.rolewright`.
    fn new(edits: &[Edit]) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let catalog = load_built_in("en");
        let role = Role { specialism: Id::new("backend").unwrap(), track: Track::Engineer, level: Level::Senior };
        let now: Timestamp = "2026-11-25T09:00:00Z".parse().unwrap();
        let mut posting = Posting::new(Uuid::nil(), role, None, &catalog, now);
        Edit::Text(TextField::Company, "Northlight".to_owned()).apply(&mut posting, &catalog, now).unwrap();
        for edit in edits {
            edit.apply(&mut posting, &catalog, now).unwrap();
        }
        posting_file::write(&desk.path("posting.rolewright"), &posting, Existing::Refuse).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, args: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rolewright"));
        command.arg("kit").args(args).current_dir(self.0.path()).env("ROLEWRIGHT_DATA_DIR", self.path("data"));
        Said(command.stdin(Stdio::null()).output().unwrap())
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.path(folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }
}

struct Said(Output);

impl Said {
    fn err(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    fn code(&self) -> Option<i32> {
        self.0.status.code()
    }

    #[track_caller]
    fn done(&self) -> String {
        assert_eq!((self.code(), self.err().as_str()), (Some(0), ""));
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }
}

#[test]
fn all_parts_are_written_as_word_documents_into_a_folder_that_is_made() {
    let desk = Desk::new(&[]);
    let said = desk.run(&["posting.rolewright", "-o", "out"]).done();
    assert_eq!(said.lines().count(), 6, "{said}");
    let role = "Senior Backend Engineer - Northlight.docx";
    let names =
        ["Interview guide", "Scorecard", "Screening sheet", "Skills assessment", "Tasks for you", "Who checks what"];
    assert_eq!(desk.names("out"), names.map(|name| format!("{name} - {role}")));
    for name in desk.names("out") {
        let file = fs::File::open(desk.path(&format!("out/{name}"))).unwrap();
        let mut package = zip::ZipArchive::new(file).unwrap();
        let mut document = String::new();
        package.by_name("word/document.xml").unwrap().read_to_string(&mut document).unwrap();
        assert!(document.contains("Senior Backend Engineer"), "{name}");
    }
}

#[test]
fn chosen_parts_are_written_as_text() {
    let desk = Desk::new(&[]);
    desk.run(&["posting.rolewright", "-o", "out", "--parts", "interview,screening", "--to", "txt"]).done();
    let role = "Senior Backend Engineer - Northlight.txt";
    assert_eq!(desk.names("out"), [format!("Interview guide - {role}"), format!("Screening sheet - {role}")]);
    let guide = desk.text(&format!("out/Interview guide - {role}"));
    assert!(guide.contains("Thank you for taking the time") && guide.contains("at Northlight"), "{guide}");
}

#[test]
fn files_in_the_way_are_named_and_nothing_is_written_beside_them() {
    let desk = Desk::new(&[]);
    fs::create_dir(desk.path("out")).unwrap();
    let name = "out/Scorecard - Senior Backend Engineer - Northlight.docx";
    fs::write(desk.path(name), "mine").unwrap();
    let said = desk.run(&["posting.rolewright", "-o", "out"]);
    assert_eq!(said.code(), Some(1));
    assert!(said.err().contains("Scorecard") && said.err().contains("nothing was written"), "{}", said.err());
    assert_eq!(desk.names("out").len(), 1);
    assert_eq!(desk.text(name), "mine");
    desk.run(&["posting.rolewright", "-o", "out", "--force"]).done();
    assert_eq!(desk.names("out").len(), 6);
}

#[test]
fn what_a_person_changed_is_in_the_files_and_what_nobody_checks_is_told() {
    let off =
        |list, id: &str| Edit::Kit(KitEdit::Entry { list, id: Id::new(id).unwrap(), change: EntryEdit::On(false) });
    let add = Edit::Kit(KitEdit::Add {
        list: KitList::Questions,
        text: "Which of your designs would you undo?".to_owned(),
        checks: Vec::new(),
    });
    let need = "need-experience";
    let desk = Desk::new(&[off(KitList::Rows, need), off(KitList::Questions, need), add]);
    let said = desk.run(&["posting.rolewright", "-o", "out", "--parts", "interview", "--to", "txt"]);
    assert_eq!(said.code(), Some(0));
    assert_eq!(said.err().trim(), "warning: nobody will check this must-have: Experience");
    let guide = desk.text("out/Interview guide - Senior Backend Engineer - Northlight.txt");
    assert!(guide.contains("Which of your designs would you undo?"), "{guide}");
}

#[test]
fn what_cannot_be_is_refused_with_the_choices() {
    let desk = Desk::new(&[]);
    let said = desk.run(&["posting.rolewright", "-o", "out", "--parts", "intervew"]);
    assert_eq!(said.code(), Some(2));
    assert!(said.err().contains("interview") && said.err().contains("scorecard"), "{}", said.err());
    let said = desk.run(&["posting.rolewright", "-o", "out", "--wrap", "72"]);
    assert_eq!(said.code(), Some(2));
    fs::write(desk.path("a-file"), "mine").unwrap();
    let said = desk.run(&["posting.rolewright", "-o", "a-file"]);
    assert_eq!(said.code(), Some(1));
    assert!(said.err().contains("“a-file” is a file"), "{}", said.err());
    assert_eq!(desk.text("a-file"), "mine");
    let said = desk.run(&["nothing.rolewright", "-o", "out"]);
    assert_eq!(said.code(), Some(1));
    assert!(said.err().contains("nothing.rolewright"), "{}", said.err());
    assert!(!desk.path("out").exists());
}

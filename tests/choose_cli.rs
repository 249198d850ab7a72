//! `rolewright choose`, by the real program: asked in the terminal, answered by a file.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rolewright"));
        command.arg("choose").args(args).current_dir(self.0.path()).env("ROLEWRIGHT_DATA_DIR", self.data());
        command
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    fn run(&self, args: &[&str]) -> Said {
        Said(self.command(args).stdin(Stdio::null()).output().unwrap())
    }

    fn typing(&self, args: &[&str], typed: &str) -> Said {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // It may have ended before it read everything.
        let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
        Said(child.wait_with_output().unwrap())
    }

    fn file(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }
}

struct Said(Output);

impl Said {
    fn out(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    fn err(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    #[track_caller]
    fn done(&self) -> String {
        assert_eq!((self.0.status.code(), self.err().as_str()), (Some(0), ""), "{}", self.out());
        self.out()
    }

    #[track_caller]
    fn failed(&self, words: &[&str]) {
        assert_eq!(self.0.status.code(), Some(1), "{}", self.err());
        for word in words {
            assert!(self.err().contains(word), "no “{word}” in: {}", self.err());
        }
        assert_eq!(self.out(), "");
    }

    #[track_caller]
    fn json(&self) -> Value {
        assert_eq!(self.0.status.code(), Some(0), "{}", self.err());
        serde_json::from_str(&self.out()).unwrap()
    }
}

const ENGINEER: &str = "scope = \"structure\"\nclients = \"assess\"\ntesting = \"much\"\nplace = \"texas\"\n";

#[test]
fn questions_are_asked_one_after_the_other_and_the_lean_is_told_with_its_reasons() {
    let said = Desk::new().typing(&[], "1\n1\n\n2\nq\n").done();
    assert!(said.contains("1 of 10. How far does the work reach?\nScope is the main difference"), "{said}");
    assert!(said.contains("  4  The structure of the whole system (leans far towards an engineer)\n"), "{said}");
    assert!(said.contains("So far a developer.\n\n2 of 10."), "{said}");
    assert!(said.contains("5 of 10. ") && !said.contains("6 of 10. "), "{said}");
    assert!(said.contains("So far a developer.\n5 of at most 6 towards a developer; 3 of 10 questions answered."));
    let reason =
        "\n-2  How far does the work reach? Single tasks within a structure that stands\n    A developer works";
    assert!(said.contains(reason), "{said}");
    assert!(said.contains("rolewright new --track developer"), "{said}");
}

#[test]
fn what_is_no_answer_is_asked_again_and_the_end_of_the_input_ends_it() {
    let said = Desk::new().typing(&[], "9\nthree\n3\n").done();
    assert_eq!(said.matches("Type a number from 1 to 4, Enter to skip, or q to end: ").count(), 2, "{said}");
    assert!(said.contains("\n+1  How far does the work reach? Several parts"), "{said}");
}

#[test]
fn all_skipped_is_the_middle() {
    let said = Desk::new().typing(&[], &"\n".repeat(10)).done();
    assert!(said.ends_with("In the middle: nothing is answered yet.\nAnswer any of the 10 questions, in any order.\n"));
}

#[test]
fn a_file_answers_as_toml_and_as_json_and_what_it_leaves_out_is_skipped() {
    let desk = Desk::new();
    desk.file("a.toml", ENGINEER);
    desk.file("a.json", r#"{"scope": "structure", "clients": "assess", "testing": "much", "place": "texas"}"#);
    let told = desk.run(&["--answers", "a.toml", "--json"]).json();
    assert_eq!(told, desk.run(&["--answers", "a.json", "--json"]).json());
    assert_eq!((&told["side"], &told["sum"], &told["most"]), (&"engineer".into(), &5.into(), &6.into()));
    assert_eq!((&told["answered"], &told["questions"]), (&4.into(), &10.into()));
    let reasons = told["reasons"].as_array().unwrap();
    let sum: i64 = reasons.iter().map(|reason| reason["weight"].as_i64().unwrap()).sum();
    assert_eq!(told["sum"], sum);
    assert!(reasons[3]["source"].as_str().unwrap().contains("1001.301"), "{told}");
    assert_eq!(told["open"].as_array().unwrap().len(), 6);

    let words = desk.run(&["--answers", "a.toml"]).done();
    assert!(words.starts_with("So far an engineer.\n5 of at most 6 towards an engineer; 4 of 10"), "{words}");
    assert!(words.contains("Texas Occupations Code") && words.contains("Not legal advice."), "{words}");
}

#[test]
fn near_the_middle_it_says_what_would_decide() {
    let desk = Desk::new();
    desk.file("a.toml", "scope = \"tasks\"\ndesign = \"overall\"\n");
    let said = desk.run(&["--answers", "a.toml"]).done();
    assert!(said.starts_with("In the middle.\n"), "{said}");
    assert!(said.contains("use the two titles for each other") && said.contains("What would decide most: "), "{said}");
    assert!(!said.contains("rolewright new"), "{said}");
}

#[test]
fn a_file_that_cannot_be_used_is_named_with_the_reason() {
    let desk = Desk::new();
    desk.run(&["--answers", "none.toml"]).failed(&["none.toml"]);
    desk.file("a.toml", "scop = \"tasks\"\n");
    desk.run(&["--answers", "a.toml"]).failed(&["a.toml", "there is no question “scop”", "scope, clients, design"]);
    desk.file("a.toml", "scope = \"all\"\n");
    desk.run(&["--answers", "a.toml"]).failed(&["“scope” has no answer “all”; there are tasks, feature"]);
    desk.file("a.toml", "scope = 3\n");
    desk.run(&["--answers", "a.toml"]).failed(&["a.toml", "line 1"]);
    desk.file("a.json", "[");
    desk.run(&["--answers", "a.json"]).failed(&["a.json"]);
}

#[test]
fn the_weights_can_be_listed_and_are_those_of_ones_own_templates() {
    let desk = Desk::new();
    let said = desk.run(&["--questions"]).done();
    assert!(said.starts_with("scope: How far does the work reach?\n  -2  tasks: Single tasks"), "{said}");
    let templates = desk.data().join("templates");
    fs::create_dir_all(&templates).unwrap();
    let own = "[[question]]\nid = \"degree\"\ntext = \"Does it need a degree?\"\nwhy = \"We ask for it.\"\nanswers = [\n\
               { id = \"no\", label = \"No\", lean = -2, because = \"So it is here.\" },\n\
               { id = \"yes\", label = \"Yes\", lean = 2, because = \"So it is here.\" } ]\n";
    fs::write(templates.join("own.toml"), own).unwrap();
    let said = desk.run(&["--questions", "--json"]).json();
    let degree = said["questions"].as_array().unwrap().iter().find(|question| question["id"] == "degree").unwrap();
    assert_eq!(degree["answers"][1]["lean"], 2);
}

#[test]
fn json_asks_on_standard_error_and_keeps_standard_output_clean() {
    let said = Desk::new().typing(&["--json"], "4\nq\n");
    assert_eq!(said.json()["side"], "engineer");
    assert!(said.err().contains("1 of 10. How far"), "{}", said.err());
}

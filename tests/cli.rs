//! The command line, by the real program: what it writes, what it says, how it ends.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rolewright::catalog::load_built_in;
use rolewright::drafts::{DraftStore, posting_file};
use rolewright::posting::{Closing, CompanyProfile, Posting, WorkModel};

/// A folder of its own for files and one for the data.
struct Desk {
    folder: tempfile::TempDir,
    data: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = || tempfile::tempdir().expect("a temporary folder");
        Self { folder: folder(), data: folder() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, args: &[&str]) -> Said {
        Said(self.command(args).output().expect("the program starts"))
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rolewright"));
        command.args(args).current_dir(self.folder.path()).env("ROLEWRIGHT_DATA_DIR", self.data.path());
        command
    }

    /// A posting file made by `new`.
    fn posting(&self, name: &str, more: &[&str]) -> Posting {
        let mut args = vec!["new", "--specialism", "backend", "--track", "engineer", "--level", "senior", "-o", name];
        args.extend(more);
        self.run(&args).is_done();
        posting_file::from_bytes(&fs::read(self.path(name)).unwrap()).unwrap()
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn template(&self, text: &str) {
        let folder = self.data.path().join("templates");
        fs::create_dir_all(&folder).unwrap();
        fs::File::create(folder.join("mine.toml"))
            .and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()))
            .unwrap();
    }
}

/// How the program ended and what it said.
struct Said(Output);

impl Said {
    fn err(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    fn out(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    #[track_caller]
    fn ends_with(&self, code: i32, words: &[&str]) {
        assert_eq!(self.0.status.code(), Some(code), "{}", self.err());
        for word in words {
            assert!(self.err().contains(word), "no “{word}” in: {}", self.err());
        }
    }

    #[track_caller]
    fn is_done(&self) -> &Self {
        self.ends_with(0, &[]);
        assert_eq!(self.err(), "");
        self
    }
}

#[test]
fn help_has_examples_and_version_is_one_line() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]);
    assert!(help.is_done().out().contains("Examples:\n  rolewright\n"), "{}", help.out());
    for command in [["new", "--help"], ["export", "--help"]] {
        assert!(desk.run(&command).is_done().out().contains("Examples:"));
    }
    assert_eq!(desk.run(&["--version"]).is_done().out(), format!("rolewright {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_new_posting_has_the_facts_it_was_given() {
    let desk = Desk::new();
    let posting = desk.posting(
        "p.rolewright",
        &[
            "--title",
            "Platform Engineer",
            "--company",
            " Acme ",
            "--team",
            "Core",
            "--city",
            "Berlin",
            "--region",
            "Berlin",
            "--country",
            "de",
            "--work-model",
            "hybrid",
            "--days",
            "2",
            "--employment",
            "permanent",
            "--part-time",
            "--hours",
            "32.5",
            "--pay-min",
            "62000",
            "--pay-max",
            "78000.50",
            "--currency",
            "eur",
            "--period",
            "year",
            "--start",
            "asap",
            "--closing",
            "2027-03-01",
            "--apply-link",
            "https://acme.example/1",
            "--apply-email",
            "jobs@acme.example",
            "--contact",
            "Kim",
            "--reference",
            "B-7",
            "--locale",
            "en-GB",
        ],
    );
    let catalog = load_built_in("en");
    assert_eq!(posting.title(&catalog), "Platform Engineer");
    assert_eq!((posting.company.name.as_str(), posting.team.as_str()), ("Acme", "Core"));
    assert_eq!(posting.locations.len(), 1);
    assert_eq!(posting.locations[0].country.map(|country| country.code().to_owned()).as_deref(), Some("DE"));
    assert_eq!(posting.work_model, Some(WorkModel::Hybrid { days: Some(2) }));
    let hours = posting.hours.unwrap();
    assert!(!hours.full_time && hours.per_week.unwrap().to_string() == "32.5");
    assert_eq!(posting.pay.min.unwrap().to_string(), "62000");
    assert_eq!(posting.pay.max, Some("78000.50".parse().unwrap()));
    assert_eq!(posting.pay.currency.code(), "EUR");
    assert_eq!(posting.closing, Closing::On(jiff::civil::date(2027, 3, 1)));
    assert_eq!(
        (posting.apply_link.as_str(), posting.apply_email.as_str()),
        ("https://acme.example/1", "jobs@acme.example")
    );
    assert_eq!((posting.adjustments_contact.as_str(), posting.reference.as_str()), ("Kim", "B-7"));
    assert_eq!(posting.locale.region.code(), "GB");
    assert!(posting.skills.items.iter().any(|item| item.strength.is_some()), "skills are proposed");
}

#[test]
fn the_currency_follows_the_region_where_none_is_named() {
    let desk = Desk::new();
    let posting = desk.posting("p.rolewright", &["--locale", "en-GB", "--pay-min", "50000"]);
    assert_eq!(posting.pay.currency.code(), "GBP");
}

#[test]
fn values_that_cannot_be_are_usage_errors_that_say_what_to_write() {
    let desk = Desk::new();
    let cases: [(&[&str], &str); 17] = [
        (&["--currency", "XYZ1"], "ISO 4217"),
        (&["--country", "Germany"], "two letters"),
        (&["--closing", "01.03.2027"], "2027-03-01"),
        (&["--start", "2027-02-30"], "2027-03-01"),
        (&["--pay-min", "142,000"], "without separators"),
        (&["--pay-min", "90000", "--pay-max", "80000"], "--pay-min 90000 is more than --pay-max 80000"),
        (&["--days", "2"], "--work-model hybrid"),
        (&["--work-model", "on-site", "--within", "Spain"], "--work-model remote"),
        (&["--work-model", "hybrid", "--days", "9"], "1..=6"),
        (&["--hours", "40"], "--full-time|--part-time"),
        (&["--full-time", "--hours", "200"], "168"),
        (&["--full-time", "--part-time"], "cannot be used with"),
        (&["--locale", "xx-US"], "no templates"),
        (&["--apply-link", "acme.example"], "https://"),
        (&["--apply-email", "acme"], "jobs@example.com"),
        (&["--title", "  "], "needs words"),
        (&["--employment", "forever"], "permanent"),
    ];
    for (more, words) in cases {
        let mut args =
            vec!["new", "--specialism", "backend", "--track", "engineer", "--level", "mid", "-o", "p.rolewright"];
        args.extend(more);
        desk.run(&args).ends_with(2, &[words]);
        assert!(!desk.path("p.rolewright").exists(), "{more:?} wrote a file");
    }
    let unknown = ["new", "--specialism", "plumbing", "--track", "engineer", "--level", "mid", "-o", "p.rolewright"];
    desk.run(&unknown).ends_with(2, &["no specialism “plumbing”", "backend"]);
    let ending = ["new", "--specialism", "backend", "--track", "engineer", "--level", "mid", "-o", "p.docx"];
    desk.run(&ending).ends_with(2, &[".rolewright"]);
}

#[test]
fn a_file_that_is_there_is_replaced_by_force_only() {
    let desk = Desk::new();
    let args = ["new", "--specialism", "backend", "--track", "engineer", "--level", "mid", "-o", "p.rolewright"];
    desk.run(&args).is_done();
    let before = desk.text("p.rolewright");
    desk.run(&args).ends_with(1, &["p.rolewright", "already", "--force"]);
    assert_eq!(desk.text("p.rolewright"), before);
    let mut forced = args.to_vec();
    forced.push("--force");
    desk.run(&forced).is_done();
    assert_ne!(desk.text("p.rolewright"), before, "another posting has another id");
}

#[test]
fn the_company_profile_is_used_unless_it_is_left_out() {
    let desk = Desk::new();
    let profile: CompanyProfile = serde_json::from_str(r#"{ "company": { "name": "Northlight" } }"#).unwrap();
    DraftStore::open(desk.data.path()).unwrap().put_profile(&profile).unwrap();
    assert_eq!(desk.posting("with.rolewright", &[]).company.name, "Northlight");
    assert_eq!(desk.posting("own.rolewright", &["--company", "Acme"]).company.name, "Acme");
    assert_eq!(desk.posting("without.rolewright", &["--no-profile"]).company.name, "");
}

#[test]
fn the_data_folder_is_the_options_before_the_variables_and_is_not_made_by_reading() {
    let desk = Desk::new();
    let profile: CompanyProfile = serde_json::from_str(r#"{ "company": { "name": "Northlight" } }"#).unwrap();
    DraftStore::open(desk.data.path()).unwrap().put_profile(&profile).unwrap();
    let elsewhere = desk.path("elsewhere");
    let option = ["--data-dir", elsewhere.to_str().unwrap()];
    assert_eq!(desk.posting("p.rolewright", &option).company.name, "");
    assert!(!elsewhere.exists());
}

#[test]
fn the_ending_of_the_output_says_what_is_written() {
    let desk = Desk::new();
    desk.posting("p.rolewright", &["--company", "Acme"]);
    desk.run(&["export", "p.rolewright", "-o", "p.docx"]).is_done();
    assert!(fs::read(desk.path("p.docx")).unwrap().starts_with(b"PK"), "a Word file is a zip file");
    desk.run(&["export", "p.rolewright", "-o", "p.TXT", "--newline", "lf"]).is_done();
    let text = desk.text("p.TXT");
    assert!(text.starts_with("SENIOR BACKEND ENGINEER\n\n") && text.contains("Acme"), "{text}");
    desk.run(&["export", "p.rolewright", "-o", "p.pdf"]).ends_with(2, &["p.pdf", ".docx or .txt"]);
    desk.run(&["export", "p.rolewright", "-o", "q.docx", "--format", "text"]).ends_with(2, &["different things"]);
}

#[test]
fn text_is_laid_out_as_asked() {
    let desk = Desk::new();
    desk.posting("p.rolewright", &[]);
    let asked = ["--wrap", "60", "--bullet", "dot", "--headings", "underlined", "--newline", "crlf"];
    let mut args = vec!["export", "p.rolewright", "-o", "p.txt"];
    args.extend(asked);
    desk.run(&args).is_done();
    let text = desk.text("p.txt");
    assert!(text.starts_with("Senior Backend Engineer\r\n====="), "{text}");
    assert!(text.contains("\r\n• "), "{text}");
    assert!(
        text.lines().all(|line| line.chars().count() <= 60 || !line.trim_start_matches("• ").contains(' ')),
        "{text}"
    );
    desk.run(&["export", "p.rolewright", "-o", "p.docx", "--wrap", "60"]).ends_with(2, &["for text only"]);
    desk.run(&["export", "p.rolewright", "-o", "q.txt", "--wrap", "3"]).ends_with(2, &["20"]);
}

#[test]
fn several_postings_go_into_a_folder_and_a_bad_one_stops_none_of_the_others() {
    let desk = Desk::new();
    desk.posting("a.rolewright", &[]);
    desk.posting("b.rolewright", &[]);
    fs::copy(desk.path("a.rolewright"), desk.path("cut.rolewright")).unwrap();
    fs::OpenOptions::new().write(true).open(desk.path("cut.rolewright")).unwrap().set_len(300).unwrap();
    let files = ["export", "a.rolewright", "gone.rolewright", "cut.rolewright", "b.rolewright", "-o", "out"];
    desk.run(&files).ends_with(2, &["--format"]);
    let mut args = files.to_vec();
    args.extend(["--format", "docx"]);
    let said = desk.run(&args);
    said.ends_with(
        1,
        &["error: There is no file “gone.rolewright”", "error: cut.rolewright: it is not a whole JSON file"],
    );
    assert!(said.out().contains("a.docx") && said.out().contains("b.docx"), "{}", said.out());
    assert!(desk.path("out/a.docx").is_file() && desk.path("out/b.docx").is_file());
    desk.run(&["export", "a.rolewright", "b.rolewright", "-o", "one.docx"])
        .ends_with(2, &["several files need a folder"]);
}

#[test]
fn two_postings_of_one_name_do_not_overwrite_each_other() {
    let desk = Desk::new();
    fs::create_dir(desk.path("x")).unwrap();
    desk.posting("a.rolewright", &["--company", "First"]);
    desk.posting("x/A.rolewright", &["--company", "Second"]);
    let args = ["export", "a.rolewright", "x/A.rolewright", "-o", "out", "--format", "text", "--force"];
    desk.run(&args).ends_with(1, &["A.rolewright: another posting was just written"]);
    assert!(desk.text("out/a.txt").contains("First"));
}

#[test]
fn an_export_never_takes_the_place_of_its_posting() {
    let desk = Desk::new();
    desk.posting("a.rolewright", &[]);
    let before = desk.text("a.rolewright");
    let args = ["export", "a.rolewright", "-o", "a.rolewright", "--format", "text", "--force"];
    desk.run(&args).ends_with(1, &["the posting itself"]);
    assert_eq!(desk.text("a.rolewright"), before);
}

#[test]
fn an_existing_export_is_kept_without_force() {
    let desk = Desk::new();
    desk.posting("a.rolewright", &[]);
    desk.run(&["export", "a.rolewright", "-o", "a.txt"]).is_done();
    fs::OpenOptions::new().write(true).open(desk.path("a.txt")).unwrap().set_len(5).unwrap();
    desk.run(&["export", "a.rolewright", "-o", "a.txt"]).ends_with(1, &["a.txt", "it is as it was", "--force"]);
    assert_eq!(desk.text("a.txt").len(), 5);
    desk.run(&["export", "a.rolewright", "-o", "a.txt", "--force"]).is_done();
    assert!(desk.text("a.txt").len() > 500);
}

#[test]
fn a_posting_of_a_newer_program_is_refused_with_the_reason() {
    let desk = Desk::new();
    desk.posting("a.rolewright", &[]);
    let newer = desk.text("a.rolewright").replace("\"version\": 1,", "\"version\": 99,");
    rolewright::files::replace(&desk.path("n.rolewright"), newer.as_bytes(), rolewright::files::Existing::Refuse)
        .unwrap();
    desk.run(&["export", "n.rolewright", "-o", "n.txt"]).ends_with(1, &["n.rolewright", "newer", "99"]);
    assert!(!desk.path("n.txt").exists());
}

const FAULTY: &str = "[[benefit]]\nid = \"boat\"\nlabel = \"Boat\"\ngroup = \"time\"\ntext = 7\n";

#[test]
fn a_faulty_template_is_named_with_line_and_column() {
    let desk = Desk::new();
    desk.run(&["templates", "check"]).is_done();
    desk.template(FAULTY);
    let said = desk.run(&["templates", "check"]);
    said.ends_with(1, &["mine.toml:5:"]);
    let folder = desk.data.path().join("templates");
    desk.run(&["templates", "check", folder.to_str().unwrap()]).ends_with(1, &["mine.toml:5:"]);
    desk.template(&FAULTY.replace('7', "\"You may use our boat.\""));
    assert!(desk.run(&["templates", "check"]).is_done().out().contains("No faults"));
    desk.run(&["templates", "check", "nowhere"]).ends_with(1, &["no folder “nowhere”"]);
}

#[test]
fn faulty_templates_are_warned_of_and_the_work_goes_on() {
    let desk = Desk::new();
    desk.template(FAULTY);
    let args = ["new", "--specialism", "backend", "--track", "engineer", "--level", "mid", "-o", "p.rolewright"];
    desk.run(&args).ends_with(0, &["warning: ", "mine.toml:5:"]);
    let said = desk.run(&["export", "p.rolewright", "p.rolewright", "-o", "out", "--format", "text"]);
    assert_eq!(said.err().matches("warning: ").count(), 1, "{}", said.err());
    assert!(desk.path("out/p.txt").is_file());
}

#[test]
fn words_that_are_no_command_are_not_taken_for_a_file() {
    let desk = Desk::new();
    desk.run(&["exprot"]).ends_with(2, &["neither a command nor a file"]);
    desk.run(&["gone.rolewright"]).ends_with(1, &["There is no file “gone.rolewright”"]);
    desk.run(&["p.rolewright", "templates", "check"]).ends_with(2, &["name files after it"]);
    desk.run(&["templates"]).ends_with(2, &["check"]);
    desk.run(&["new", "--nonsense"]).ends_with(2, &["--nonsense"]);
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_home_the_option_to_name_a_folder_is_said() {
    let desk = Desk::new();
    let said = desk
        .command(&["templates", "check"])
        .env_remove("HOME")
        .env("ROLEWRIGHT_DATA_DIR", "")
        .env("XDG_DATA_HOME", "")
        .output();
    // The user database may know a home even so.
    let said = Said(said.unwrap());
    assert!(said.0.status.success() || said.err().contains("--data-dir"), "{}", said.err());
}

#[cfg(unix)]
#[test]
fn a_folder_that_takes_no_files_is_named_and_nothing_is_left() {
    let desk = Desk::new();
    desk.posting("a.rolewright", &[]);
    if Path::new("/sys").is_dir() {
        desk.run(&["export", "a.rolewright", "-o", "/sys/a.docx"]).ends_with(1, &["/sys/a.docx", "was not written"]);
    }
    desk.run(&["export", "a.rolewright", "-o", "gone/a.docx"]).ends_with(1, &["there is no folder “gone”"]);
    desk.run(&["export", "a.rolewright", "-o", "/dev/null", "--format", "text", "--force"])
        .ends_with(1, &["no ordinary file"]);
}

#[test]
fn review_says_file_place_and_rule_and_ends_with_1_where_the_threshold_is_met() {
    let desk = Desk::new();
    desk.posting(
        "a.rolewright",
        &["--company", "Northlight Systems", "--city", "Denver", "--region", "CO", "--country", "US"],
    );
    let said = desk.run(&["review", "a.rolewright"]);
    assert_eq!(said.0.status.code(), Some(0));
    let out = String::from_utf8(said.0.stdout).unwrap();
    assert!(out.contains("a.rolewright:pay: must fix: "), "{out}");
    assert!(out.contains("[law-pay]") && out.contains("C.R.S. 8-5-201") && out.contains("ot legal advice"), "{out}");
    for (threshold, code) in [("must", 1), ("should", 1)] {
        let said = desk.run(&["review", "a.rolewright", "--fail-on", threshold]);
        assert_eq!(said.0.status.code(), Some(code), "{threshold}");
    }
    let off = ["review", "a.rolewright", "--fail-on", "must", "--without", "law-pay", "--without", "law-benefits"];
    let said = desk.run(&[&off[..], &["--without", "law-deadline", "--without", "law-apply"]].concat());
    assert_eq!(said.0.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.0.stdout));
}

#[test]
fn review_reads_texts_as_words_with_lines_and_says_what_it_skipped() {
    let desk = Desk::new();
    fs::write(
        desk.path("old.md"),
        "# Backend Developer\n\nWe make maps.\n\n## You bring\n- You are a rockstar\n- The requirments\n",
    )
    .unwrap();
    let said = desk.run(&["review", "old.md", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&said.0.stdout).unwrap();
    let file = &json["files"][0];
    assert_eq!(file["read_as"], "text");
    let find = |rule: &str| file["findings"].as_array().unwrap().iter().find(|found| found["rule"] == rule).cloned();
    let jargon = find("jargon").unwrap();
    assert_eq!((&jargon["line"], &jargon["words"]), (&6.into(), &"rockstar".into()));
    assert_eq!(find("spelling").unwrap()["words"], "requirments");
    assert!(file["skipped"].as_array().unwrap().iter().any(|rule| rule == "law-pay"));
    let said = desk.run(&["review", "old.md"]);
    let out = String::from_utf8(said.0.stdout).unwrap();
    assert!(out.contains("old.md:6: consider: ") && out.contains("were skipped"), "{out}");
}

#[test]
fn review_lists_its_rules_and_refuses_what_it_does_not_know() {
    let desk = Desk::new();
    let out = String::from_utf8(desk.run(&["review", "--rules"]).0.stdout).unwrap();
    for words in ["Fair wording", "[technology-years]", "field experiment: ", "not legal advice"] {
        assert!(out.contains(words), "{words} is not in {out}");
    }
    assert_eq!(desk.run(&["review"]).0.status.code(), Some(2));
    assert_eq!(desk.run(&["review", "x.txt", "--without", "nothing"]).0.status.code(), Some(2));
    assert_eq!(desk.run(&["review", "missing.txt"]).0.status.code(), Some(1));
    fs::write(desk.path("x.docx"), [0x50, 0x4b, 0xff, 0xfe]).unwrap();
    let said = desk.run(&["review", "x.docx"]);
    assert!(String::from_utf8(said.0.stderr).unwrap().contains("Say --as posting or --as text"));
    let said = desk.run(&["review", "x.docx", "--as", "text"]);
    assert!(String::from_utf8(said.0.stderr).unwrap().contains("no UTF-8 text"));
}

#[test]
fn review_knows_the_settings_of_the_window() {
    let desk = Desk::new();
    fs::write(desk.path("old.txt"), "Developer\n\nYou are a rockstar of requirments.\n").unwrap();
    let rules = |args: &[&str]| {
        let said = desk.run(&[&["review", "old.txt", "--json"], args].concat());
        let json: serde_json::Value = serde_json::from_slice(&said.0.stdout).unwrap();
        let found = json["files"][0]["findings"].as_array().unwrap().clone();
        found.iter().map(|found| found["rule"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(rules(&[]).iter().any(|rule| rule == "jargon") && rules(&[]).iter().any(|rule| rule == "spelling"));
    let settings = rolewright::drafts::Settings {
        review_off: ["jargon".to_owned()].into(),
        dictionary: ["Requirments".to_owned()].into(),
        ..Default::default()
    };
    let store = DraftStore::open(desk.data.path()).unwrap();
    store.put_setting(rolewright::drafts::Settings::KEY, &settings).unwrap();
    assert!(!rules(&[]).iter().any(|rule| rule == "jargon" || rule == "spelling"));
    assert!(rules(&["--no-profile"]).iter().any(|rule| rule == "jargon"));
}

//! The eight shared postings as files, by the real program: what the command line writes is what
//! the library writes. `ROLEWRIGHT_SAMPLES=FOLDER cargo test --test golden_files` leaves the Word
//! files in that folder, for validators and for looking at them.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::path::PathBuf;
use std::process::Command;

use rolewright::drafts::posting_file;
use rolewright::export::{Format, TextOptions, write};
use rolewright::files::Existing;

#[test]
fn the_command_line_exports_the_eight_postings_as_the_library_does() {
    let desk = tempfile::tempdir().unwrap();
    let asked = std::env::var_os("ROLEWRIGHT_SAMPLES").filter(|folder| !folder.is_empty());
    let folder = asked.map_or_else(|| desk.path().join("samples"), PathBuf::from);
    let catalog = common::catalog();

    let mut files = Vec::new();
    for (name, posting) in common::eight() {
        let file = desk.path().join(name).with_extension("rolewright");
        posting_file::write(&file, &posting, Existing::Refuse).unwrap();
        files.push(file);
    }
    let said = Command::new(env!("CARGO_BIN_EXE_rolewright"))
        .arg("export")
        .args(&files)
        .args(["--format", "docx", "--force", "-o"])
        .arg(&folder)
        // A path of its own: the person's templates would change the words.
        .env("ROLEWRIGHT_DATA_DIR", desk.path().join("data"))
        .output()
        .unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));

    for (name, posting) in common::eight() {
        let written = std::fs::read(folder.join(name).with_extension("docx")).unwrap();
        let document = rolewright::document::build(&posting, &catalog);
        let expected = write(&document, Format::Docx, &TextOptions::default()).unwrap();
        assert!(written == expected, "{name}.docx is not what the library writes");
    }
}

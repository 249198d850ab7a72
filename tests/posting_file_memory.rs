//! A file of any size costs no more memory than a posting file may have: the rest is refused
//! before it is read, or while it is.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test, of files made by hand"
)]

#[path = "common/sample.rs"]
mod sample;

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

use rolewright::drafts::posting_file::{self, MAX_BYTES};

const FILE: &str = "ROLEWRIGHT_TEST_FILE";

/// A number of this process from the system's own account, in bytes.
fn of_status(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1024
}

/// Not a test of its own: reads the file that it is told, and says the most memory it had beyond
/// what it began with.
#[test]
fn as_the_program_that_reads() {
    let Ok(file) = std::env::var(FILE) else { return };
    let before = of_status("VmHWM");
    let read = posting_file::read(Path::new(&file));
    println!("\nread {} with {}", read.is_ok(), of_status("VmHWM") - before);
    if let Err(error) = read {
        assert!(error.to_string().len() < 4_000, "a message as long as the file");
    }
}

/// Whether the file was read, and with how many bytes of memory.
fn reading(path: &Path) -> (bool, u64) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "as_the_program_that_reads", "--nocapture"])
        .env(FILE, path)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let line = said.lines().find(|line| line.starts_with("read ")).unwrap_or_else(|| panic!("{said}"));
    let words: Vec<&str> = line.split(' ').collect();
    (words[1] == "true", words[3].parse().unwrap())
}

#[test]
fn a_file_of_any_size_costs_no_more_than_a_posting_may_have() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huge.rolewright");
    for gigabytes in [1, 40] {
        File::create(&path).unwrap().set_len(gigabytes << 30).unwrap();
        let (read, bytes) = reading(&path);
        assert!(!read && bytes < 4 << 20, "{gigabytes} GB cost {bytes} bytes");
    }
    // One whose end nobody knows.
    let (read, bytes) = reading(Path::new("/dev/zero"));
    assert!(!read && bytes < 4 * MAX_BYTES as u64, "{bytes}");
}

#[test]
fn what_fills_the_allowed_size_costs_a_few_times_as_much_at_most() {
    let folder = tempfile::tempdir().unwrap();
    let whole = String::from_utf8(posting_file::to_bytes(&sample::posting())).unwrap();
    let path = folder.path().join("full.rolewright");
    let head = r#"{"kind":"rolewright-posting","version":1,"posting":"#;
    let fill = |piece: &str| piece.repeat((MAX_BYTES - whole.len() - 1_000) / piece.len());
    let item = r#"{"id":"a","strength":"must","label":"","ours":""},"#;
    let files = [
        // One long text, many small values that are passed over, many small ones that are not.
        whole.replacen("\"Seating\"", &format!("\"{}\"", fill("é")), 1),
        whole.replacen("\"team\"", &format!("\"unknown\": [{}0], \"team\"", fill("0,")), 1),
        whole.replacen("\"team\"", &format!("\"unknown\": {{{}\"\":0}}, \"team\"", fill("\"\":{},")), 1),
        format!("{head}{{\"duties\":{{\"items\":[{}", fill(item)),
        format!("{head}{}", fill("[")),
    ];
    for (n, text) in files.iter().enumerate() {
        assert!(text.len() <= MAX_BYTES);
        fs::write(&path, text).unwrap();
        let (read, bytes) = reading(&path);
        assert_eq!(read, n < 3, "file {n}");
        assert!(bytes < 12 * MAX_BYTES as u64, "file {n} cost {bytes} bytes");
    }
}

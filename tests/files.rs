//! Writing files: the old one or the new one, never half of one, and plain words when it fails.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::print_stderr, reason = "a test")]

use std::fs;
use std::path::Path;

use rolewright::files::{Existing, FileError, FileFault, Task, read_limited, replace, replace_all, sweep_unfinished};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn put(path: &Path, bytes: &[u8]) {
    replace(path, bytes, Existing::Refuse).unwrap();
}

/// The words a person reads; there must be some for each fault.
fn told(result: Result<(), FileError>) -> (FileFault, Task, String) {
    let error = result.unwrap_err();
    let message = error.to_string();
    assert!(message.ends_with('.') && !message.contains("  ") && !message.contains("os error"), "{message}");
    (error.fault, error.task, message)
}

#[test]
fn a_new_file_is_written_whole_and_nothing_stays_beside_it() {
    let folder = folder();
    put(&folder.path().join("a.txt"), b"hello");
    assert_eq!(fs::read(folder.path().join("a.txt")).unwrap(), b"hello");
    assert_eq!(names(folder.path()), ["a.txt"]);
}

#[test]
fn an_existing_file_is_replaced_only_after_the_person_agreed() {
    let folder = folder();
    let path = folder.path().join("a.txt");
    put(&path, b"old");
    let (fault, _, message) = told(replace(&path, b"new", Existing::Refuse));
    assert!(matches!(fault, FileFault::Exists));
    assert!(message.contains("a.txt") && message.contains("It is as it was"), "{message}");
    assert_eq!(fs::read(&path).unwrap(), b"old");
    replace(&path, b"new", Existing::Replace).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(names(folder.path()), ["a.txt"]);
}

#[test]
fn files_that_belong_together_are_all_written_or_none_is() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    put(&at("b"), b"old");
    fs::create_dir(at("c")).unwrap();
    let files = ["a", "b", "c", "d"].map(|name| (at(name), b"new".to_vec()));
    let (fault, _, message) = told(replace_all(&files, Existing::Replace));
    assert!(matches!(fault, FileFault::IsFolder), "{fault:?}");
    assert!(message.contains('c'), "{message}");
    assert_eq!(names(folder.path()), ["b", "c"], "what was new is gone again");
    assert_eq!(fs::read(at("b")).unwrap(), b"old", "what was there is back");

    fs::remove_dir(at("c")).unwrap();
    let (fault, ..) = told(replace_all(&files, Existing::Refuse));
    assert!(matches!(fault, FileFault::Exists));
    assert_eq!(names(folder.path()), ["b"]);
    replace_all(&files, Existing::Replace).unwrap();
    assert_eq!(names(folder.path()), ["a", "b", "c", "d"]);
    assert_eq!(fs::read(at("b")).unwrap(), b"new");
}

#[test]
fn a_missing_folder_is_named() {
    let folder = folder();
    let (fault, task, message) = told(replace(&folder.path().join("gone/a.txt"), b"x", Existing::Replace));
    assert!(matches!(fault, FileFault::FolderMissing(ref missing) if missing.ends_with("gone")));
    assert_eq!(task, Task::Write { kept: false });
    assert!(message.contains("there is no folder"), "{message}");
}

#[test]
fn a_file_in_the_place_of_a_folder_is_said_to_be_one() {
    let folder = folder();
    put(&folder.path().join("a"), b"x");
    let (fault, ..) = told(replace(&folder.path().join("a/b.txt"), b"x", Existing::Replace));
    assert!(matches!(fault, FileFault::FolderIsFile(_)), "{fault:?}");
    assert_eq!(fs::read(folder.path().join("a")).unwrap(), b"x");
}

#[test]
fn a_folder_is_not_written_over() {
    let folder = folder();
    for path in [folder.path().to_owned(), folder.path().join(".."), Path::new("/").to_owned()] {
        let (fault, ..) = told(replace(&path, b"x", Existing::Replace));
        assert!(matches!(fault, FileFault::IsFolder), "{fault:?}");
    }
    let (fault, ..) = told(replace(Path::new(""), b"x", Existing::Replace));
    assert!(matches!(fault, FileFault::BadName), "{fault:?}");
}

#[test]
fn a_name_that_is_too_long_is_said_to_be_too_long() {
    let folder = folder();
    let (fault, _, message) = told(replace(&folder.path().join("x".repeat(300)), b"x", Existing::Replace));
    assert!(matches!(fault, FileFault::NameTooLong), "{fault:?}");
    assert!(message.len() < 200, "{message}");
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_file_marked_as_read_only_stays() {
    let folder = folder();
    let path = folder.path().join("a.txt");
    put(&path, b"old");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let (fault, task, message) = told(replace(&path, b"new", Existing::Replace));
    assert!(matches!(fault, FileFault::ReadOnlyFile), "{fault:?}");
    assert_eq!(task, Task::Write { kept: true });
    assert!(message.contains("The old file is as it was"), "{message}");
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["a.txt"]);
}

#[test]
fn reading_stops_at_the_limit_and_says_so() {
    let folder = folder();
    let path = folder.path().join("a");
    put(&path, b"12345");
    assert_eq!(read_limited(&path, 5).unwrap(), b"12345");
    let error = read_limited(&path, 4).unwrap_err();
    assert!(matches!(error.fault, FileFault::TooBig { most: 4 }));
    assert!(error.to_string().contains("at most 4 bytes"), "{error}");
    let error = read_limited(&folder.path().join("gone"), 4).unwrap_err();
    assert!(matches!(error.fault, FileFault::Missing) && error.to_string().contains("There is no file"), "{error}");
    let error = read_limited(folder.path(), 4).unwrap_err();
    assert!(matches!(error.fault, FileFault::IsFolder), "{error}");
    let error = read_limited(&path.join("b"), 4).unwrap_err();
    assert!(matches!(error.fault, FileFault::Missing), "{error}");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_replaced_file_keeps_its_permissions_and_a_new_one_is_like_any_other() {
        let folder = folder();
        let path = folder.path().join("a");
        put(&path, b"old");
        fs::File::create(folder.path().join("plain")).unwrap();
        assert_eq!(mode(&path), mode(&folder.path().join("plain")));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        replace(&path, b"new", Existing::Replace).unwrap();
        assert_eq!(mode(&path), 0o640);
    }

    #[test]
    fn a_link_stays_and_the_file_it_leads_to_is_written() {
        let folder = folder();
        fs::create_dir(folder.path().join("far")).unwrap();
        let real = folder.path().join("far/real.txt");
        put(&real, b"old");
        symlink("far/real.txt", folder.path().join("link")).unwrap();
        symlink("link", folder.path().join("second")).unwrap();
        replace(&folder.path().join("second"), b"new", Existing::Replace).unwrap();
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert!(fs::symlink_metadata(folder.path().join("second")).unwrap().is_symlink());
        assert_eq!(names(&folder.path().join("far")), ["real.txt"]);

        let (fault, ..) = told(replace(&folder.path().join("link"), b"x", Existing::Refuse));
        assert!(matches!(fault, FileFault::Exists));
    }

    #[test]
    fn a_link_to_nothing_gets_its_file_and_a_link_to_itself_an_answer() {
        let folder = folder();
        symlink("later.txt", folder.path().join("link")).unwrap();
        put(&folder.path().join("link"), b"new");
        assert_eq!(fs::read(folder.path().join("later.txt")).unwrap(), b"new");
        symlink("circle", folder.path().join("circle")).unwrap();
        let (fault, ..) = told(replace(&folder.path().join("circle"), b"x", Existing::Replace));
        assert!(matches!(fault, FileFault::LinksInACircle), "{fault:?}");
    }

    #[test]
    fn a_folder_that_takes_no_files_is_named() {
        // Permission bits do not bind the system's administrator; these folders do.
        for forbidden in ["/proc", "/sys"] {
            if !Path::new(forbidden).is_dir() {
                eprintln!("skipped: no {forbidden} here");
                continue;
            }
            let (fault, _, message) = told(replace(&Path::new(forbidden).join("a.txt"), b"x", Existing::Replace));
            assert!(matches!(fault, FileFault::NotAllowed(_) | FileFault::ReadOnlyDisk), "{fault:?}");
            assert!(message.contains("was not written"), "{message}");
        }
    }

    #[test]
    fn a_device_is_not_written_over() {
        let (fault, ..) = told(replace(Path::new("/dev/null"), b"x", Existing::Replace));
        assert!(matches!(fault, FileFault::IsDevice), "{fault:?}");
    }

    /// A tiny disk of its own, where the person running the tests may make one.
    struct TinyDisk(tempfile::TempDir);

    impl TinyDisk {
        fn mount(options: &str) -> Option<Self> {
            let folder = folder();
            let mounted = std::process::Command::new("mount")
                .args(["-t", "tmpfs", "-o", options, "tmpfs"])
                .arg(folder.path())
                .output()
                .is_ok_and(|output| output.status.success());
            if !mounted {
                eprintln!("skipped: a small disk can be mounted by the administrator only");
            }
            mounted.then_some(Self(folder))
        }

        fn remount_read_only(&self) {
            let done = std::process::Command::new("mount").args(["-o", "remount,ro"]).arg(self.0.path()).status();
            assert!(done.unwrap().success());
        }
    }

    impl Drop for TinyDisk {
        fn drop(&mut self) {
            let _ = std::process::Command::new("umount").arg(self.0.path()).status();
        }
    }

    #[test]
    fn a_full_disk_leaves_the_old_file_and_nothing_else() {
        let Some(disk) = TinyDisk::mount("size=64k") else { return };
        let path = disk.0.path().join("a.txt");
        put(&path, b"old");
        let (fault, task, message) = told(replace(&path, &vec![b'x'; 200_000], Existing::Replace));
        assert!(matches!(fault, FileFault::DiskFull), "{fault:?}");
        assert_eq!(task, Task::Write { kept: true });
        assert!(message.contains("the disk is full. The old file is as it was."), "{message}");
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(disk.0.path()), ["a.txt"]);
    }

    #[test]
    fn a_read_only_disk_is_said_to_be_one() {
        let Some(disk) = TinyDisk::mount("size=64k") else { return };
        let path = disk.0.path().join("a.txt");
        put(&path, b"old");
        disk.remount_read_only();
        let (fault, ..) = told(replace(&path, b"new", Existing::Replace));
        assert!(matches!(fault, FileFault::ReadOnlyDisk), "{fault:?}");
        assert_eq!(fs::read(&path).unwrap(), b"old");
    }

    const CHILD: &str = "ROLEWRIGHT_TEST_WRITES_TO";
    const LENGTH: usize = 3_000_000;

    /// Not a test of its own: the process that the next test kills.
    #[test]
    fn writes_until_killed() {
        let Some(path) = std::env::var_os(CHILD) else { return };
        loop {
            for letter in [b'a', b'b'] {
                replace(Path::new(&path), &vec![letter; LENGTH], Existing::Replace).unwrap();
            }
        }
    }

    #[test]
    fn a_program_killed_while_writing_leaves_a_whole_file() {
        let folder = folder();
        let path = folder.path().join("a.txt");
        for round in 0..12_u64 {
            let mut child = std::process::Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "unix::writes_until_killed"])
                .env(CHILD, &path)
                .stdout(std::process::Stdio::null())
                .spawn()
                .unwrap();
            while !path.exists() {
                std::thread::sleep(std::time::Duration::from_millis(1));
            }
            std::thread::sleep(std::time::Duration::from_millis(15 + round * 7));
            child.kill().unwrap();
            child.wait().unwrap();
            let bytes = fs::read(&path).unwrap();
            assert_eq!(bytes.len(), LENGTH, "half a file in round {round}");
            assert!(bytes.iter().all(|byte| *byte == bytes[0]), "two files in one in round {round}");
        }
        let strays = names(folder.path());
        let temporary = |name: &&String| name.starts_with(".rolewright-") && name.ends_with(".tmp");
        assert_eq!(strays.iter().filter(|name| !temporary(name)).collect::<Vec<_>>(), ["a.txt"]);
    }
}

#[test]
fn what_was_never_finished_is_swept_after_a_day_and_nothing_else() {
    let folder = folder();
    let now = std::time::SystemTime::now();
    let hours_ago = |name: &str, hours: u64| {
        let path = folder.path().join(name);
        put(&path, b"x");
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(now - std::time::Duration::from_secs(3600 * hours)).unwrap();
    };
    for name in [".rolewright-aB3.tmp", ".rolewright-aB3.new", ".rolewright-aB3.tmp-wal"] {
        hours_ago(name, 30);
    }
    let kept = [
        (".rolewright-fresh.tmp", 2),
        (".rolewright-session-7", 900),
        ("rolewright.sqlite3", 900),
        ("somebody.tmp", 900),
    ];
    for (name, hours) in kept {
        hours_ago(name, hours);
    }
    fs::create_dir(folder.path().join(".rolewright-folder.tmp")).unwrap();
    let before = now - std::time::Duration::from_secs(24 * 3600);
    assert_eq!(sweep_unfinished(folder.path(), before).unwrap(), 3);
    assert_eq!(
        names(folder.path()),
        [
            ".rolewright-folder.tmp",
            ".rolewright-fresh.tmp",
            ".rolewright-session-7",
            "rolewright.sqlite3",
            "somebody.tmp"
        ]
    );
}

//! When drafts cannot be kept where they are: what the window says, and another folder for them.

use std::path::{Path, PathBuf};
use std::process::Command;

use egui::Key;
use rolewright::drafts::DraftStore;
use rolewright::files::{Existing, replace};

use crate::desk::{CTRL, Desk};

/// A disk of its own at a folder, which goes with this.
struct Disk(PathBuf);

impl Disk {
    /// `None`: only root may have one made.
    fn at(folder: &Path, size: &str) -> Option<Self> {
        let options = format!("size={size},mode=700");
        let made = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(folder).output();
        made.is_ok_and(|made| made.status.success()).then(|| Self(folder.to_owned()))
    }

    fn remount(&self, options: &str) {
        let done = Command::new("mount").args(["-o", &format!("remount,{options}")]).arg(&self.0).status().unwrap();
        assert!(done.success());
    }

    /// Leaves not a byte.
    fn fill(&self) {
        let mut rest = 4 << 20;
        let mut n = 0;
        while rest > 0 {
            n += 1;
            if replace(&self.0.join(format!("filler-{n}")), &vec![0; rest], Existing::Refuse).is_err() {
                rest /= 2;
            }
        }
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// A window whose data is on a small disk, with a posting open.
fn on_a_small_disk() -> Option<(Disk, Desk)> {
    let mut disk = None;
    let mut desk = Desk::prepared(|data| disk = Disk::at(data, "8m"));
    let disk = disk?;
    desk.begin();
    retitle(&mut desk, "Lighthouse keeper");
    desk.assert_sees("Saved ");
    Some((disk, desk))
}

fn retitle(desk: &mut Desk, title: &str) {
    if !desk.has("Title") {
        desk.press("Basics");
    }
    desk.fill("Title", title);
    desk.wait(1.0);
}

#[track_caller]
fn keep_drafts_in(desk: &mut Desk, folder: &Path) {
    assert_eq!(desk.dialog().as_deref(), Some("Folder of the drafts"));
    desk.fill("Folder", folder.to_str().unwrap());
    desk.press("Keep drafts there");
    assert_eq!(desk.dialog(), None);
}

fn title_in(folder: &Path, desk: &Desk) -> Option<String> {
    DraftStore::open(folder).unwrap().load(desk.posting().id).unwrap().title
}

#[test]
fn drafts_are_kept_in_another_folder_from_now_on_and_the_next_start_opens_it() {
    let mut desk = Desk::writing();
    retitle(&mut desk, "Lighthouse keeper");
    let there = desk.out("elsewhere");
    desk.menu("Backup", "Folder of the drafts…");
    desk.assert_sees("Your drafts are in");
    desk.assert_sees(desk.data().to_str().unwrap());
    keep_drafts_in(&mut desk, &there);
    desk.assert_sees("Your drafts are kept in ");
    desk.assert_sees("1 draft is there");
    retitle(&mut desk, "Bridge keeper");
    desk.assert_sees("Saved ");
    assert_eq!(title_in(&there, &desk).as_deref(), Some("Bridge keeper"));
    assert_eq!(title_in(&desk.data(), &desk).as_deref(), Some("Lighthouse keeper"), "the old folder is as it was");

    let mut desk = desk.restarted();
    desk.assert_sees(there.to_str().unwrap());
    desk.keys(CTRL, Key::D);
    let row = desk.find_like("Bridge keeper");
    desk.press(&row);
    assert_eq!(desk.posting().title.as_deref(), Some("Bridge keeper"));

    // And back: what was changed last stands.
    desk.menu("Backup", "Folder of the drafts…");
    let data = desk.data();
    keep_drafts_in(&mut desk, &data);
    assert_eq!(title_in(&desk.data(), &desk).as_deref(), Some("Bridge keeper"));
    let desk = desk.restarted();
    desk.assert_sees(desk.data().to_str().unwrap());
}

#[test]
fn the_folder_that_drafts_are_in_already_is_refused_and_the_posting_stays_open() {
    let mut desk = Desk::writing();
    let data = desk.data();
    desk.menu("Backup", "Folder of the drafts…");
    keep_drafts_in(&mut desk, &data);
    desk.assert_sees("already. Nothing was changed.");
    assert!(desk.has("Choose another folder…"));
    retitle(&mut desk, "Bridge keeper");
    assert_eq!(title_in(&data, &desk).as_deref(), Some("Bridge keeper"));
}

#[test]
fn a_window_that_has_no_folder_takes_another_and_says_when_the_choice_could_not_be_kept() {
    let mut desk = Desk::prepared(|data| {
        std::fs::remove_dir(data).unwrap();
        replace(data, b"in the way", Existing::Refuse).unwrap();
    });
    desk.menu("View", "Dark colours");
    desk.begin();
    desk.assert_sees("Not saved: no drafts folder");
    let there = desk.out("elsewhere");
    desk.press("Choose another folder…");
    desk.assert_sees("This folder cannot be used at the moment");
    keep_drafts_in(&mut desk, &there);
    desk.assert_sees("Saved ");
    desk.assert_sees("But the next start opens the old folder");
    assert_eq!(title_in(&there, &desk), desk.posting().title);
    assert!(desk.is_dark(), "a new store knows no colours; those of the window stay");

    // It is kept as soon as that can be done.
    std::fs::remove_file(desk.data()).unwrap();
    retitle(&mut desk, "Bridge keeper");
    desk.assert_sees("The next start opens your drafts in ");
    let mut desk = desk.restarted();
    assert!(desk.is_dark());
    desk.keys(CTRL, Key::D);
    desk.find_like("Bridge keeper");
}

#[test]
fn what_to_do_about_a_draft_that_is_not_saved_is_shown_again_after_it_was_dismissed() {
    let mut desk = Desk::prepared(|data| {
        std::fs::remove_dir(data).unwrap();
        replace(data, b"in the way", Existing::Refuse).unwrap();
    });
    desk.begin();
    assert!(!desk.has("What to do"), "it is to be seen");
    desk.press("Dismiss");
    assert!(!desk.has("Choose another folder…"));
    desk.press("What to do");
    assert!(desk.has("Choose another folder…") && desk.has("Save a copy…"));
    desk.assert_sees("Rolewright keeps trying.");
}

#[test]
#[cfg(unix)]
fn a_folder_removed_while_it_is_open_is_said_and_everything_goes_to_another() {
    let mut desk = Desk::writing();
    retitle(&mut desk, "Lighthouse keeper");
    desk.keys(CTRL, Key::N);
    desk.press("Write the posting");
    std::fs::remove_dir_all(desk.data()).unwrap();
    retitle(&mut desk, "Bridge keeper");
    desk.assert_sees("Not saved: no drafts folder");
    let there = desk.out("elsewhere");
    desk.press("Choose another folder…");
    keep_drafts_in(&mut desk, &there);
    desk.assert_sees("2 drafts are there");
    desk.assert_sees("Saved ");
    assert_eq!(title_in(&there, &desk).as_deref(), Some("Bridge keeper"));
    let mut desk = desk.restarted();
    desk.keys(CTRL, Key::D);
    desk.find_like("Lighthouse keeper");
    desk.find_like("Bridge keeper");
}

#[test]
#[cfg(unix)]
fn a_store_that_is_put_back_after_it_was_removed_is_used_again() {
    let mut desk = Desk::writing();
    retitle(&mut desk, "Lighthouse keeper");
    let (file, copy) = (desk.data().join("rolewright.sqlite3"), desk.out("copy"));
    desk.store().backup_to(&copy, crate::desk::clock(), &mut |_| true).unwrap();
    let backup = std::fs::read_dir(&copy).unwrap().next().unwrap().unwrap().path();
    std::fs::remove_dir_all(desk.data()).unwrap();
    retitle(&mut desk, "Bridge keeper");
    desk.assert_sees("Not saved: no drafts folder");
    std::fs::create_dir(desk.data()).unwrap();
    std::fs::rename(backup, &file).unwrap();
    desk.wait(6.0);
    desk.assert_sees("Saved ");
    desk.assert_sees("Everything is saved again.");
    assert_eq!(title_in(&desk.data(), &desk).as_deref(), Some("Bridge keeper"));
}

#[test]
fn a_chosen_folder_that_is_not_there_is_named_and_no_empty_store_takes_its_place() {
    let mut desk = Desk::writing();
    let there = desk.out("memory-stick");
    desk.menu("Backup", "Folder of the drafts…");
    keep_drafts_in(&mut desk, &there);
    let (drawer, stick) = (desk.out("drawer"), there.clone());
    let mut desk = desk.damaged(|| std::fs::rename(&stick, &drawer).unwrap());
    desk.assert_sees("the folder that you chose");
    assert!(!there.exists());
    desk.press("Choose another folder…");
    desk.assert_sees(there.to_str().unwrap());
    desk.key(Key::Escape);
    // The stick is in again: the next save finds it.
    std::fs::rename(desk.out("drawer"), &there).unwrap();
    desk.begin();
    desk.assert_sees("Saved ");
    assert_eq!(DraftStore::open(&there).unwrap().list().unwrap().len(), 2);
}

#[test]
fn a_full_disk_is_said_and_everything_goes_to_another_folder() {
    let Some((disk, mut desk)) = on_a_small_disk() else { return };
    disk.fill();
    retitle(&mut desk, "Bridge keeper");
    desk.assert_sees("Not saved: disk full");
    desk.assert_sees("is full. What was saved before is safe.");
    desk.wait(12.0);
    desk.assert_sees("Not saved: disk full");
    let there = desk.out("elsewhere");
    desk.press("Choose another folder…");
    keep_drafts_in(&mut desk, &there);
    desk.assert_sees("Saved ");
    desk.assert_sees("Your drafts are kept in ");
    assert_eq!(title_in(&there, &desk).as_deref(), Some("Bridge keeper"));
    // Once there is room, the next start knows of it.
    disk.remount("size=16m");
    retitle(&mut desk, "Lighthouse keeper");
    let mut desk = desk.restarted();
    desk.keys(CTRL, Key::D);
    desk.find_like("Lighthouse keeper");
}

#[test]
fn saving_goes_on_by_itself_when_a_full_disk_has_room_again() {
    let Some((disk, mut desk)) = on_a_small_disk() else { return };
    disk.fill();
    retitle(&mut desk, "Bridge keeper");
    desk.assert_sees("Not saved: disk full");
    disk.remount("size=16m");
    desk.wait(6.0);
    desk.assert_sees("Everything is saved again.");
    assert_eq!(title_in(&desk.data(), &desk).as_deref(), Some("Bridge keeper"));
}

#[test]
fn a_disk_that_became_read_only_is_said_and_everything_goes_to_another_folder() {
    let Some((disk, desk)) = on_a_small_disk() else { return };
    let id = desk.posting().id;
    let mut desk = desk.damaged(|| disk.remount("ro"));
    desk.begin();
    desk.assert_sees("Not saved: ");
    let there = desk.out("elsewhere");
    desk.press("Choose another folder…");
    keep_drafts_in(&mut desk, &there);
    desk.assert_sees("1 draft is there");
    desk.assert_sees("But the next start opens the old folder");
    desk.assert_sees("Saved ");
    let store = DraftStore::open(&there).unwrap();
    assert_eq!(store.load(id).unwrap().title.as_deref(), Some("Lighthouse keeper"));
}

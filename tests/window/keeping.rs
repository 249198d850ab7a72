//! That nothing is lost: saving that fails and goes on, versions, crashes, two windows, backups.

use egui::Key;
use rolewright::drafts::{VersionKind, backups};

use crate::desk::{CTRL, CTRL_SHIFT, Desk};

fn name_company(desk: &mut Desk, company: &str) {
    if !desk.has("Company") {
        desk.press("Basics");
    }
    desk.fill("Company", company);
    desk.wait(1.0);
}

#[test]
fn a_save_that_fails_is_said_and_tried_until_it_succeeds() {
    let mut desk = Desk::prepared(|data| {
        std::fs::remove_dir(data).unwrap();
        rolewright::files::replace(data, b"in the way", rolewright::files::Existing::Refuse).unwrap();
    });
    desk.begin();
    desk.assert_sees("Not saved: no drafts folder");
    desk.assert_sees("Rolewright keeps trying.");
    desk.press("Dismiss");
    desk.wait(12.0);
    desk.assert_sees("Not saved: no drafts folder");
    desk.assert_sees_not("Rolewright keeps trying.");

    std::fs::remove_file(desk.data()).unwrap();
    desk.wait(6.0);
    desk.assert_sees("Saved ");
    assert_eq!(desk.store().load(desk.posting().id).unwrap().id, desk.posting().id);
}

#[test]
fn a_version_kept_by_hand_is_compared_with_now_and_put_back() {
    let mut desk = Desk::writing();
    name_company(&mut desk, "Northlight Systems");
    desk.menu("File", "Keep this version…");
    desk.fill("Note", "As agreed");
    desk.key(Key::Enter);
    assert_eq!(desk.dialog(), None);
    desk.assert_sees("This version is kept.");
    name_company(&mut desk, "Harbor Systems");

    desk.keys(CTRL_SHIFT, Key::H);
    assert_eq!(desk.dialog().as_deref(), Some("Versions of this posting"));
    let agreed = desk.control_names().into_iter().find(|name| name.contains("As agreed")).unwrap();
    desk.press(&agreed);
    desk.assert_sees("(removed: Northlight) Systems");
    desk.assert_sees("(added: Harbor) Systems");
    desk.press("Restore this version");
    assert_eq!(desk.dialog(), None);
    assert_eq!(desk.posting().company.name, "Northlight Systems");
    desk.assert_sees("That version is back.");
    // What was there is a version, too.
    let kept = desk.store().versions(desk.posting().id).unwrap();
    assert!(kept.iter().any(|version| version.kind == VersionKind::Restore));
    assert_eq!(desk.store().load(desk.posting().id).unwrap().company.name, "Northlight Systems");
}

#[test]
fn an_export_and_an_import_are_kept_as_versions() {
    let mut desk = Desk::writing();
    desk.keys(CTRL, Key::E);
    desk.write_to(&desk.out("posting.docx"), "Write the Word file");
    let versions = desk.store().versions(desk.posting().id).unwrap();
    assert_eq!((versions[0].kind, versions[0].note.as_str()), (VersionKind::Export, "posting.docx"));

    let path = desk.out("copy.rolewright");
    desk.keys(CTRL_SHIFT, Key::S);
    desk.write_to(&path, "Save the copy");
    desk.keys(CTRL, Key::O);
    desk.fill("File", path.to_str().unwrap());
    desk.press("Open");
    let versions = desk.store().versions(desk.posting().id).unwrap();
    assert_eq!((versions[0].kind, versions[0].note.as_str()), (VersionKind::Import, "copy.rolewright"));
}

#[test]
fn after_a_crash_the_draft_that_was_open_is_there_and_one_line_says_so() {
    let mut desk = Desk::writing();
    name_company(&mut desk, "Northlight Systems");
    let id = desk.posting().id;
    let desk = desk.crashed();
    assert_eq!(desk.posting().id, id);
    assert_eq!(desk.posting().company.name, "Northlight Systems");
    desk.assert_sees("Rolewright did not close properly last time.");
    // Closed properly, the next start begins afresh.
    let desk = desk.restarted();
    assert!(desk.window.state().posting().is_none());
    desk.assert_sees_not("did not close properly");
}

#[test]
fn a_draft_that_another_window_has_open_is_read_or_taken_over() {
    let mut first = Desk::writing();
    name_company(&mut first, "Northlight Systems");
    let mut second = first.beside();
    assert!(second.window.state().posting().is_none(), "a window beside another is no crash");
    second.keys(CTRL, Key::D);
    let row = second.find_like("Senior Backend Engineer, Northlight");
    second.press(&row);
    assert_eq!(second.dialog().as_deref(), Some("Open in another window"));
    second.assert_sees("another window on this machine, since today");
    second.press("Open to read");
    second.assert_sees("Only read here");
    second.press("Rust");
    second.assert_sees("here it is only read");
    assert_eq!(second.posting().skills, first.posting().skills);

    second.press("Take it over");
    second.assert_sees_not("Only read here");
    second.press("Rust");
    second.wait(1.0);
    assert_ne!(second.posting().skills, first.posting().skills);

    // The first hears of it as soon as somebody looks at it.
    first.look_away_and_back();
    first.assert_sees("Another window has taken over this draft.");
    first.assert_sees("Only read here");
    first.press("Kotlin");
    assert_eq!(first.store().load(first.posting().id).unwrap().skills, second.posting().skills);
}

#[test]
fn two_windows_that_change_a_draft_lose_neither_text() {
    let mut first = Desk::writing();
    name_company(&mut first, "Northlight Systems");
    let mut second = first.beside();
    second.keys(CTRL, Key::D);
    let row = second.find_like("Senior Backend Engineer, Northlight");
    second.press(&row);
    second.press("Take it over");
    name_company(&mut second, "Harbor Systems");
    name_company(&mut first, "Ostwind Systems");
    first.assert_sees("Another window changed this draft as well. Both texts are kept");
    let id = first.posting().id;
    let store = first.store();
    assert_eq!(store.load(id).unwrap().company.name, "Ostwind Systems");
    let conflict = store.versions(id).unwrap().into_iter().find(|one| one.kind == VersionKind::Conflict).unwrap();
    assert_eq!(store.version(id, conflict.id).unwrap().company.name, "Harbor Systems");
    // And the two are shown side by side.
    first.press("Versions of this posting…");
    first.assert_sees("(removed: Harbor) Systems");
    first.assert_sees("(added: Ostwind) Systems");
}

#[test]
fn a_backup_is_made_each_day_and_by_hand_and_brings_everything_back() {
    let mut desk = Desk::writing();
    name_company(&mut desk, "Northlight Systems");
    let folder = desk.store().backup_folder().unwrap();
    assert_eq!(backups(&folder).unwrap().len(), 1, "one on the first use of the day");
    desk.menu("Backup", "Back up now");
    desk.assert_sees("Backed up to ");
    assert_eq!(backups(&folder).unwrap().len(), 2);

    name_company(&mut desk, "Harbor Systems");
    desk.menu("Backup", "Restore from backup…");
    assert_eq!(desk.dialog().as_deref(), Some("Restore from a backup"));
    desk.press("Restore");
    desk.assert_sees("The backup is back, with 1 draft.");
    let row = desk.find_like("Senior Backend Engineer, Northlight");
    desk.press(&row);
    assert_eq!(desk.posting().company.name, "Northlight Systems");
}

#[test]
fn a_backup_brings_back_colours_and_the_profile_at_once() {
    let mut desk = Desk::writing();
    desk.menu("View", "Dark colours");
    desk.menu("Backup", "Back up now");
    desk.menu("View", "Light colours");
    assert!(!desk.is_dark());
    desk.menu("Backup", "Restore from backup…");
    desk.press("Restore");
    desk.assert_sees("The backup is back");
    assert!(desk.is_dark());
    let desk = desk.restarted();
    assert!(desk.is_dark(), "the colours of the backup are not overwritten when the window closes");
}

#[test]
fn a_backup_that_is_none_leaves_the_posting_open_as_it_was() {
    let mut desk = Desk::writing();
    name_company(&mut desk, "Northlight Systems");
    let path = desk.out("no-backup.sqlite3");
    rolewright::files::replace(&path, b"nothing of the kind", rolewright::files::Existing::Refuse).unwrap();
    desk.menu("Backup", "Restore from backup…");
    desk.fill("Backup", path.to_str().unwrap());
    desk.press("Restore");
    desk.assert_sees("no-backup.sqlite3");
    assert_eq!(desk.posting().company.name, "Northlight Systems");
    assert!(desk.has("Company"), "the editor is shown again");
    desk.menu("Edit", "Undo: type the company");
    desk.wait(1.0);
    assert_eq!(desk.store().load(desk.posting().id).unwrap().company.name, "");
}

#[test]
fn what_a_damaged_store_held_is_saved_and_told() {
    let desk = Desk::writing();
    let (mine, data) = (desk.posting().clone(), desk.data());
    let of = |number: u128, about: &str| {
        let mut posting = mine.clone();
        posting.id = uuid::Uuid::from_u128(number);
        posting.company.about = about.to_owned();
        posting
    };
    let (kept, lost) = (of(1, "What a reader still has."), of(2, &"gone ".repeat(8_000)));
    let desk = desk.damaged(|| {
        let store = rolewright::drafts::DraftStore::open(&data).unwrap();
        store.save(&kept, "The kept one").unwrap();
        store.save(&lost, "The lost one").unwrap();
        drop(store);
        let file = data.join("rolewright.sqlite3");
        let mut bytes = std::fs::read(&file).unwrap();
        // The text of one draft is overwritten wherever it fills a page; the file's end is torn.
        let mut torn = 0;
        for page in bytes.chunks_exact_mut(4096) {
            if page[8..].windows(5).all(|window| b"gone gone ".windows(5).any(|piece| piece == window)) {
                page[8..].fill(0);
                torn += 1;
            }
        }
        assert!(torn >= 8, "{torn} pages");
        bytes.extend(b"torn");
        rolewright::files::replace(&file, &bytes, rolewright::files::Existing::Replace).unwrap();
    });
    desk.assert_sees("The drafts file was damaged.");
    desk.assert_sees("The damaged file is kept as it was.");
    desk.assert_sees("The lost one");
    let store = desk.store();
    assert_eq!(store.load(mine.id).unwrap(), mine);
    assert_eq!(store.load(kept.id).unwrap(), kept);
    assert_eq!(store.info(kept.id).unwrap().title, "The kept one");
    assert!(store.load(lost.id).is_err());
    assert!(store.check(&mut |_| true).unwrap().is_empty());
}

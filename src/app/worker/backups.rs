//! Backups, made on a thread of their own so that saving never waits for them; and stores that
//! take the place of the one that was open: a backup, or what was saved of a damaged one.

use std::path::Path;
use std::time::SystemTime;

use jiff::{SignedDuration, Timestamp};

use super::Hand;
use super::bench::{Bench, NO_STORE};
use super::message::{JobEnd, Kept, Moved, Reply, Stop};
use crate::drafts::{
    DraftStore, Progress, RelocateError, Relocated, StoreError, backups, home, relocate, remember_home, salvage,
};
use crate::files;

/// How long an unfinished file is left alone: another window may be writing it.
const DAY: SignedDuration = SignedDuration::from_hours(24);

impl Bench {
    pub fn back_up(&mut self, daily: bool, stop: Stop) {
        let Some(store) = &self.store else {
            if !daily {
                self.reply(Reply::JobEnded(JobEnd::trouble(NO_STORE)));
            }
            return;
        };
        let (hand, now) = (self.hand.clone(), self.now());
        if !self.threads {
            make(store, daily, now, &hand, &stop);
            return;
        }
        let folder = store.path().parent().map(Path::to_owned).unwrap_or_default();
        let spawned = std::thread::Builder::new().name("rolewright-backup".to_owned()).spawn(move || {
            match DraftStore::open(&folder) {
                Ok(store) => make(&store, daily, now, &hand, &stop),
                Err(error) => failed(&error, daily, &hand),
            }
        });
        if let Err(error) = spawned {
            tracing::error!(%error, "no thread for a backup");
            if !daily {
                let text = format!("No backup was made, because the system gave no thread for it: {error}.");
                self.reply(Reply::JobEnded(JobEnd::trouble(text)));
            }
        }
    }

    pub fn list_backups(&self) {
        self.with_store(|store| {
            let folder = store.backup_folder()?;
            let backups = backups(&folder)?;
            Ok(Some(Reply::Backups { folder, backups }))
        });
    }

    pub fn restore_backup(&mut self, path: &Path, stop: &Stop) {
        let held = self.held;
        self.let_go();
        let now = self.now();
        let hand = self.hand.clone();
        let Some(store) = &mut self.store else {
            self.reply(Reply::JobEnded(JobEnd::trouble(NO_STORE)));
            return;
        };
        match store.restore_backup(path, now, &mut |Progress { done, total }| {
            hand.reply(Reply::Progress { done, total });
            !stop.is_pulled()
        }) {
            Ok(restored) => {
                let kept = Box::new(Kept::read(store));
                self.revisions.clear();
                (self.counted, self.unindexed) = (None, true);
                self.reply(Reply::Restored { restored, kept });
                self.overview();
            }
            Err(error) => {
                if let Some(held) = held {
                    self.hold(held);
                }
                self.reply(Reply::JobEnded(match error {
                    StoreError::Cancelled { .. } => JobEnd::stopped("You stopped it. Your drafts are as they were."),
                    error => JobEnd::trouble(error.to_string()),
                }));
            }
        }
    }

    /// Goes on with a store in another folder, which gets everything that can be read of this one.
    pub fn relocate(&mut self, folder: &Path, stop: &Stop) {
        let held = self.held;
        self.let_go();
        let hand = self.hand.clone();
        let moved = relocate(self.store.as_ref(), &self.data_dir, folder, &mut |Progress { done, total }| {
            hand.reply(Reply::Progress { done, total });
            !stop.is_pulled()
        });
        match moved {
            Ok(Relocated { store, drafts, lost, from_is_whole, remembered }) => {
                let folder = store.path().parent().unwrap_or(folder).to_owned();
                let kept = Kept::read(&store);
                self.store = Some(store);
                self.revisions.clear();
                (self.counted, self.unindexed) = (None, true);
                // Closing the old store can have made the room that was missing.
                let remembered = remembered.or_else(|_| remember_home(&self.data_dir, &folder));
                self.to_remember = remembered.is_err().then(|| folder.clone());
                let not_remembered = remembered.err().map(|error| error.to_string());
                let moved = Moved { folder, drafts, lost, is_whole: from_is_whole, not_remembered, kept };
                self.reply(Reply::Relocated(Box::new(moved)));
                self.overview();
            }
            Err(error) => {
                tracing::warn!(reason = error.log_name(), "the drafts stay where they are");
                self.reply(Reply::JobEnded(match error {
                    RelocateError::Cancelled => JobEnd::stopped(error.to_string()),
                    error => JobEnd::trouble(error.to_string()),
                }));
            }
        }
        if let Some(held) = held {
            self.hold(held);
        }
    }

    /// Tries again to remember which folder the next start is to open.
    pub fn remember_folder(&mut self) {
        if let Some(folder) = self.to_remember.take() {
            match remember_home(&self.data_dir, &folder) {
                Ok(()) => self.reply(Reply::Remembered(folder)),
                Err(_) => self.to_remember = Some(folder),
            }
        }
    }

    /// Saves what can be read of a damaged store, which is moved aside untouched, and opens that.
    pub fn salvage(&mut self) {
        let now = self.now();
        let opened = home(&self.data_dir).and_then(|folder| Ok((salvage(&folder, now)?, DraftStore::open(&folder)?)));
        match opened {
            Ok((salvage, store)) => {
                let kept = Box::new(Kept::read(&store));
                self.store = Some(store);
                (self.counted, self.unindexed) = (None, true);
                self.reply(Reply::Salvaged { salvage, kept });
                self.overview();
            }
            Err(error) => self.reply(Reply::NoStore(error.to_string())),
        }
    }
}

fn make(store: &DraftStore, daily: bool, now: Timestamp, hand: &Hand, stop: &Stop) {
    let mut go_on = |Progress { done, total }| {
        if !daily {
            hand.reply(Reply::Progress { done, total });
        }
        !stop.is_pulled()
    };
    let made = if daily {
        sweep(store, now);
        // What has been in the trash for too long is in the backup of the day for the last time.
        store.backup_daily(now, &mut go_on).and_then(|_| store.purge_trash(now)).map(|_| None)
    } else {
        store.backup_now(now, &mut go_on).map(Some)
    };
    match made {
        Ok(None) => {}
        Ok(Some(path)) => {
            let text = format!("Backed up to {}.", path.display());
            let folder = path.parent().map(Path::to_owned);
            hand.reply(Reply::JobEnded(JobEnd { text, trouble: false, folder, exported: false }));
        }
        Err(error) => failed(&error, daily, hand),
    }
}

/// Removes what was begun beside the store and its backups, more than a day ago, and never finished.
fn sweep(store: &DraftStore, now: Timestamp) {
    let Ok(before) = now.checked_sub(DAY).and_then(SystemTime::try_from) else { return };
    let folders = [store.path().parent().map(Path::to_owned), store.backup_folder().ok()];
    for folder in folders.into_iter().flatten() {
        match files::sweep_unfinished(&folder, before) {
            Ok(0) => {}
            Ok(swept) => tracing::info!(swept, "unfinished files were removed"),
            // There may be no backups yet.
            Err(error) => tracing::debug!(%error, "no look for unfinished files"),
        }
    }
}

/// A backup that nobody asked for is no reason to interrupt: the next start tries again.
fn failed(error: &StoreError, daily: bool, hand: &Hand) {
    tracing::warn!(reason = error.log_name(), "no backup");
    if !daily {
        hand.reply(Reply::JobEnded(match error {
            StoreError::Cancelled { .. } => JobEnd::stopped(error.to_string()),
            error => JobEnd::trouble(error.to_string()),
        }));
    }
}

//! Backups: made on a thread of their own, so that saving never waits for them.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Timestamp;

use super::Hand;
use super::bench::{Bench, NO_STORE};
use super::message::{JobEnd, Reply};
use crate::drafts::{DraftStore, Progress, StoreError, backups};

impl Bench {
    pub fn back_up(&mut self, daily: bool) {
        let Some(store) = &self.store else {
            if !daily {
                self.reply(Reply::Failed(NO_STORE.to_owned()));
            }
            return;
        };
        self.stop = Arc::default();
        let (hand, stop, now) = (self.hand.clone(), self.stop.clone(), self.now());
        if !self.threads {
            make(store, daily, now, &hand, &stop);
            return;
        }
        let folder = self.folder.clone();
        let spawned = std::thread::Builder::new().name("rolewright-backup".to_owned()).spawn(move || {
            match DraftStore::open(&folder) {
                Ok(store) => make(&store, daily, now, &hand, &stop),
                Err(error) => failed(&error, daily, &hand),
            }
        });
        if let Err(error) = spawned {
            tracing::error!(%error, "no thread for a backup");
        }
    }

    pub fn list_backups(&self) {
        self.with_store(|store| {
            let folder = store.backup_folder()?;
            let backups = backups(&folder)?;
            Ok(Some(Reply::Backups { folder, backups }))
        });
    }

    pub fn restore_backup(&mut self, path: &Path) {
        self.let_go();
        let now = self.now();
        let hand = self.hand.clone();
        let Some(store) = &mut self.store else {
            self.reply(Reply::Failed(NO_STORE.to_owned()));
            return;
        };
        match store.restore_backup(path, now, &mut |Progress { done, total }| {
            hand.reply(Reply::Progress { done, total });
            true
        }) {
            Ok(restored) => {
                self.revisions.clear();
                self.unindexed = true;
                self.reply(Reply::Restored(restored));
                self.overview();
            }
            Err(error) => {
                self.reply(Reply::JobEnded(JobEnd {
                    text: error.to_string(),
                    trouble: true,
                    folder: None,
                    exported: false,
                }));
            }
        }
    }
}

fn make(store: &DraftStore, daily: bool, now: Timestamp, hand: &Hand, stop: &AtomicBool) {
    let mut go_on = |Progress { done, total }| {
        if !daily {
            hand.reply(Reply::Progress { done, total });
        }
        !stop.load(Ordering::Relaxed)
    };
    let made = if daily {
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

/// A backup that nobody asked for is no reason to interrupt: the next start tries again.
fn failed(error: &StoreError, daily: bool, hand: &Hand) {
    tracing::warn!(reason = error.log_name(), "no backup");
    if !daily {
        hand.reply(Reply::JobEnded(JobEnd { text: error.to_string(), trouble: true, folder: None, exported: false }));
    }
}

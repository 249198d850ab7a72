//! Who has which draft open, across windows and programs.
//!
//! Each store that claims a draft is a *session*: a row with the machine, the process and when it
//! was last seen, and a small file beside the store that is locked as long as the program lives.
//! The system takes the lock off when the program ends, however it ends, so on the same machine
//! it is known for certain whether a session is alive, without a guess from process numbers. Of
//! another machine that shares the folder only the time it was last seen is known.

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension as _};
use uuid::Uuid;

use super::rows::{text, time};
use super::{DraftStore, StoreError};

/// What became of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It is yours until it is released or somebody takes it over.
    Mine,
    /// Somebody else has it open.
    TakenBy(Holder),
}

/// Who has a draft open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The machine's name.
    pub host: String,
    /// True: it is this machine.
    pub is_this_machine: bool,
    /// The process's number there.
    pub process: u32,
    /// Since when it has the draft open.
    pub since: Timestamp,
    /// When it last said that it lives.
    pub seen: Timestamp,
}

/// A draft that was open when a program on this machine ended without closing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interrupted {
    /// The draft.
    pub id: Uuid,
    /// Since when it was open.
    pub since: Timestamp,
    /// When the program last said that it lived.
    pub seen: Timestamp,
}

/// A session of this store.
#[derive(Debug)]
pub(super) struct Session {
    name: Uuid,
    key: i64,
    /// What we claimed and did not give back, with since when.
    claimed: BTreeMap<Uuid, Timestamp>,
    /// Locked as long as it is open.
    _lock: File,
}

const CLAIMING: &str = "note who has the draft open";

impl DraftStore {
    /// How long a session on another machine counts as alive after it was last seen. Call
    /// [`heartbeat`](Self::heartbeat) once a minute or so.
    pub const STALE_AFTER: SignedDuration = SignedDuration::from_mins(5);

    /// Says that this store has a draft open, saved already or not. What a program that has ended
    /// had claimed is free.
    ///
    /// # Errors
    /// What kept the claim from being noted.
    pub fn claim(&self, id: Uuid, now: Timestamp) -> Result<Claim, StoreError> {
        self.claim_if(id, now, false)
    }

    /// The same, whoever has it: the person agreed. The other one is told at its next heartbeat,
    /// and if it saves all the same, both texts are kept.
    ///
    /// # Errors
    /// What kept the claim from being noted.
    pub fn take_over(&self, id: Uuid, now: Timestamp) -> Result<(), StoreError> {
        self.claim_if(id, now, true).map(drop)
    }

    /// Says that the draft is closed.
    ///
    /// # Errors
    /// What kept that from being noted.
    pub fn release(&self, id: Uuid) -> Result<(), StoreError> {
        let mut session = self.session.borrow_mut();
        let Some(session) = session.as_mut() else { return Ok(()) };
        session.claimed.remove(&id);
        self.conn
            .execute("DELETE FROM claim WHERE id = ?1 AND session = ?2", (id.as_bytes(), session.key))
            .map(drop)
            .map_err(self.failed(CLAIMING))
    }

    /// Says that this store's program lives. Returns the drafts that somebody has taken over.
    ///
    /// # Errors
    /// What kept that from being noted.
    pub fn heartbeat(&self, now: Timestamp) -> Result<Vec<Uuid>, StoreError> {
        if self.session.borrow().is_none() {
            return Ok(Vec::new());
        }
        let failed = self.failed(CLAIMING);
        let transaction = self.begin(CLAIMING)?;
        let key = self.session_key(&transaction, now)?;
        let mut session = self.session.borrow_mut();
        let Some(session) = session.as_mut() else { return Ok(Vec::new()) };
        let mut lost = Vec::new();
        for (id, since) in &session.claimed {
            // A restored backup knows of no claims: ours come back unless somebody was faster.
            transaction
                .execute(
                    "INSERT OR IGNORE INTO claim VALUES (?1, ?2, ?3)",
                    (id.as_bytes(), key, since.as_microsecond()),
                )
                .map_err(&failed)?;
            let holder: i64 = transaction
                .query_row("SELECT session FROM claim WHERE id = ?1", [id.as_bytes()], |row| row.get(0))
                .map_err(&failed)?;
            if holder != key {
                lost.push(*id);
            }
        }
        transaction
            .execute("UPDATE session SET seen = ?2 WHERE key = ?1", (key, now.as_microsecond()))
            .map_err(&failed)?;
        transaction.commit().map_err(&failed)?;
        session.claimed.retain(|id, _| !lost.contains(id));
        Ok(lost)
    }

    /// The drafts that were open when a program on this machine ended without closing them, the
    /// last seen first. They are told once: ask at the start, before anything is claimed.
    ///
    /// # Errors
    /// What kept the store from being read or changed.
    pub fn last_open(&self) -> Result<Vec<Interrupted>, StoreError> {
        let doing = "look what was open";
        let failed = self.failed(doing);
        let folder = self.folder();
        let transaction = self.begin(doing)?;
        let mut open = Vec::new();
        for (key, name) in sessions_of(&transaction, &host()).map_err(&failed)? {
            if lives(&folder, &name) {
                continue;
            }
            let sql =
                "SELECT claim.id, claim.since, session.seen FROM claim JOIN session ON session.key = claim.session
                       WHERE session.key = ?1";
            let mut statement = transaction.prepare_cached(sql).map_err(&failed)?;
            let rows = statement.query_map([key], |row| {
                Ok(Interrupted { id: Uuid::from_bytes(row.get(0)?), since: time(row.get(1)?), seen: time(row.get(2)?) })
            });
            for row in rows.map_err(&failed)? {
                open.push(row.map_err(&failed)?);
            }
            transaction.execute("DELETE FROM session WHERE key = ?1", [key]).map_err(&failed)?;
            // Nobody needs it; if it stays it does no harm.
            let _ = fs::remove_file(lock_path(&folder, &name));
        }
        transaction.commit().map_err(&failed)?;
        open.sort_by_key(|one| std::cmp::Reverse((one.seen, one.since)));
        Ok(open)
    }

    fn folder(&self) -> PathBuf {
        self.path.parent().unwrap_or(Path::new(".")).to_owned()
    }

    fn claim_if(&self, id: Uuid, now: Timestamp, by_force: bool) -> Result<Claim, StoreError> {
        let failed = self.failed(CLAIMING);
        let transaction = self.begin(CLAIMING)?;
        let key = self.session_key(&transaction, now)?;
        if let Some((holder, other, name)) = holder(&transaction, id).map_err(&failed)? {
            let is_alive = if other.is_this_machine {
                lives(&self.folder(), &name)
            } else {
                now.duration_since(other.seen) < Self::STALE_AFTER
            };
            if holder != key && is_alive && !by_force {
                transaction.commit().map_err(&failed)?;
                return Ok(Claim::TakenBy(other));
            }
        }
        let since = now.as_microsecond();
        transaction
            .execute(
                "INSERT INTO claim VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET
                    session = excluded.session, since = iif(session = excluded.session, since, excluded.since)",
                (id.as_bytes(), key, since),
            )
            .map_err(&failed)?;
        transaction.commit().map_err(&failed)?;
        if let Some(session) = self.session.borrow_mut().as_mut() {
            session.claimed.entry(id).or_insert(now);
        }
        Ok(Claim::Mine)
    }

    /// The row of this store's session, which is begun if it was not or is no longer there.
    fn session_key(&self, conn: &Connection, now: Timestamp) -> Result<i64, StoreError> {
        let failed = self.failed(CLAIMING);
        let mut session = self.session.borrow_mut();
        let (name, lock) = match session.as_ref() {
            Some(session) => (session.name, None),
            None => {
                let name = Uuid::now_v7();
                let locked = lock(&lock_path(&self.folder(), &name.to_string()));
                let lock = locked.map_err(|source| StoreError::Folder { folder: self.folder(), source })?;
                (name, Some(lock))
            }
        };
        let now = now.as_microsecond();
        let key = conn
            .query_row(
                "INSERT INTO session (name, host, process, began, seen) VALUES (?1, ?2, ?3, ?4, ?4)
                 ON CONFLICT (name) DO UPDATE SET seen = excluded.seen RETURNING key",
                (name.to_string(), host(), std::process::id(), now),
                |row| row.get(0),
            )
            .map_err(failed)?;
        match (session.as_mut(), lock) {
            (None, Some(lock)) => *session = Some(Session { name, key, claimed: BTreeMap::new(), _lock: lock }),
            (Some(session), _) => session.key = key,
            (None, None) => {}
        }
        Ok(key)
    }
}

impl Drop for DraftStore {
    fn drop(&mut self) {
        let Some(session) = self.session.take() else { return };
        // If this fails, the lock's end says the same a moment later.
        if let Err(error) = self.conn.execute("DELETE FROM session WHERE name = ?1", [session.name.to_string()]) {
            let reason = self.failed(CLAIMING)(error);
            tracing::warn!(reason = reason.log_name(), "what was open could not be given back");
            return;
        }
        let path = lock_path(&self.folder(), &session.name.to_string());
        drop(session);
        let _ = fs::remove_file(path);
    }
}

fn host() -> String {
    gethostname::gethostname().to_string_lossy().into_owned()
}

fn lock_path(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{LOCK_PREFIX}{name}{LOCK_SUFFIX}"))
}

fn lock(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.create_new(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let file = options.open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(std::io::ErrorKind::ResourceBusy.into()),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// True if the program of a session on this machine runs. A file system without locks says so:
/// better to ask before taking over than to take over.
fn lives(folder: &Path, name: &str) -> bool {
    if name.parse::<Uuid>().is_err() {
        return false;
    }
    match File::options().write(true).open(lock_path(folder, name)) {
        Ok(file) => file.try_lock().is_err(),
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

/// True if a program on this machine that lives has claimed a draft of the store in this folder.
pub(super) fn is_somebody_here(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let session = name.strip_prefix(LOCK_PREFIX).and_then(|name| name.strip_suffix(LOCK_SUFFIX));
        session.is_some_and(|session| lives(folder, session))
    })
}

const LOCK_PREFIX: &str = ".rolewright-session-";
const LOCK_SUFFIX: &str = ".lock";

fn sessions_of(conn: &Connection, host: &str) -> rusqlite::Result<Vec<(i64, String)>> {
    conn.prepare_cached("SELECT key, name FROM session WHERE host = ?1")?
        .query_map([host], |row| Ok((row.get(0)?, text(row, 1)?)))?
        .collect()
}

/// Who holds a draft: the session's key, who that is, its name.
fn holder(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<(i64, Holder, String)>> {
    let own = host();
    conn.prepare_cached(
        "SELECT session.key, host, process, since, seen, name
         FROM claim JOIN session ON session.key = claim.session WHERE id = ?1",
    )?
    .query_row([id.as_bytes()], |row| {
        let host = text(row, 1)?;
        let holder = Holder {
            is_this_machine: host == own,
            host,
            process: row.get(2)?,
            since: time(row.get(3)?),
            seen: time(row.get(4)?),
        };
        Ok((row.get(0)?, holder, text(row, 5)?))
    })
    .optional()
}

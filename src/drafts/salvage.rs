//! A damaged store: looked at, moved aside untouched, and everything readable put into a new one.
//!
//! What is read first is what SQLite still reads, row by row, so that one bad page costs its own
//! rows; then the bytes themselves are gone through ([`carve`](super::carve)) for postings that
//! no index leads to any more. All of it happens in a folder of its own. Only when the new store
//! is whole the two change places, so that a full disk or a crash on the way changes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use uuid::Uuid;

use super::carve::{Carved, carve};
use super::rows::{bytes, text};
use super::{
    BackupFile, DraftStore, Save, StoreError, backup, claims, delta, open, posting_file, save, shelves, versions,
};
use crate::posting::Posting;

/// What of a damaged store was brought into a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvage {
    /// The folder that the damaged files were moved to, as they were.
    pub aside: PathBuf,
    /// How many drafts are in the new store, those in the trash included.
    pub drafts: usize,
    /// How many of them no index led to any more: they were found among the bytes, and a draft
    /// that was deleted lately may be among them.
    pub from_remains: usize,
    /// How many of them are as their newest version was: what was written after that is lost.
    pub from_versions: usize,
    /// How many versions are in the new store.
    pub versions: usize,
    /// How many versions were listed and could not be read.
    pub lost_versions: usize,
    /// The titles of the drafts that were listed and whose text could not be read.
    pub lost: Vec<String>,
    /// True: the settings and the company profile are there, as far as any were found.
    pub settings: bool,
    /// The newest backup that there is, if something is missing.
    pub newest_backup: Option<BackupFile>,
}

const SALVAGING: &str = "save what can be read of the damaged store";

/// Makes a new store of what can be read of the one in `folder`, and moves that one aside. Every
/// window that has it open must be closed first.
///
/// # Errors
/// [`StoreError::Newer`] and [`StoreError::Foreign`] for a file that this program must not touch;
/// [`StoreError::InUse`]; otherwise what kept it
/// from being done. The store is then where it was, as it was.
pub fn salvage(folder: &Path, now: Timestamp) -> Result<Salvage, StoreError> {
    let path = folder.join(open::FILE_NAME);
    let no_folder = |source| StoreError::Folder { folder: folder.to_owned(), source };
    let seen = match open::look(&path) {
        Err(error @ StoreError::Newer { .. }) => return Err(error),
        Err(error) if open::is_of_another_program(&error) => return Err(error),
        seen => seen,
    };
    if claims::is_somebody_here(folder) {
        return Err(StoreError::InUse { doing: SALVAGING, path });
    }
    let room = tempfile::Builder::new().prefix(".rolewright-salvage-").tempdir_in(folder).map_err(no_folder)?;
    let (old, new) = (room.path().join("old"), room.path().join("new"));
    files_of(&path)
        .into_iter()
        .try_for_each(|(file, _)| {
            fs::create_dir_all(&old)?;
            let name = file.file_name().unwrap_or_default();
            fs::copy(&file, old.join(name)).map(drop)
        })
        .map_err(no_folder)?;
    let old = old.join(open::FILE_NAME);

    let store = DraftStore::open(&new)?;
    let mut found = Found::default();
    let transaction = store.begin(SALVAGING)?;
    let is_whole = read_rows(&old, &transaction, &mut found).map_err(store.failed(SALVAGING))?;
    if !is_whole || !found.bodiless.is_empty() {
        let log = fs::read(open::log_of(&path)).unwrap_or_default();
        let carved = carve(&fs::read(&path).map_err(no_folder)?, &log);
        put_carved(carved, &transaction, &mut found).map_err(store.failed(SALVAGING))?;
    }
    bodies_from_versions(&transaction, &mut found).map_err(store.failed(SALVAGING))?;
    transaction.commit().map_err(store.failed(SALVAGING))?;
    if let (Err(error @ StoreError::Foreign { .. }), true) = (seen, found.there.is_empty()) {
        return Err(error);
    }
    let sound = store.check(&mut |_| true)?;
    drop(store);
    if let Some(fault) = sound.first() {
        return Err(StoreError::Damaged { doing: SALVAGING, path, why: fault.clone() });
    }

    let aside = aside(folder, now).map_err(no_folder)?;
    for (file, _) in files_of(&path) {
        let name = file.file_name().unwrap_or_default();
        fs::rename(&file, aside.join(name)).map_err(no_folder)?;
    }
    fs::rename(new.join(open::FILE_NAME), &path).map_err(no_folder)?;
    open::sync_folder(&aside).and_then(|()| open::sync_folder(folder)).map_err(no_folder)?;

    let store = DraftStore::open(folder)?;
    let backups = backup::backups(&store.backup_folder()?)?;
    Ok(Salvage {
        aside,
        drafts: found.there.len(),
        from_remains: found.from_remains,
        from_versions: found.from_versions,
        versions: found.versions,
        lost_versions: found.lost_versions,
        lost: found.lost.into_values().collect(),
        settings: found.settings,
        newest_backup: backups.into_iter().next(),
    })
}

#[derive(Default)]
struct Found {
    there: BTreeSet<Uuid>,
    from_remains: usize,
    from_versions: usize,
    versions: usize,
    lost_versions: usize,
    /// Keys of drafts in the new store whose text is still looked for.
    bodiless: BTreeMap<Uuid, i64>,
    lost: BTreeMap<Uuid, String>,
    settings: bool,
}

/// The store's file and those beside it that belong to it, as far as they are there.
fn files_of(path: &Path) -> Vec<(PathBuf, u64)> {
    ["", "-wal", "-shm", "-journal"]
        .into_iter()
        .filter_map(|ending| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            let about = fs::metadata(&name).ok()?;
            Some((PathBuf::from(name), about.len()))
        })
        .collect()
}

/// A new folder for the damaged files.
fn aside(folder: &Path, now: Timestamp) -> std::io::Result<PathBuf> {
    let name = format!("damaged-{}", TimeZone::UTC.to_datetime(now).strftime("%Y-%m-%d-%H%M%S"));
    let mut n = 1;
    loop {
        let aside = folder.join(if n == 1 { name.clone() } else { format!("{name}-{n}") });
        let made = {
            let mut builder = fs::DirBuilder::new();
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder.create(&aside)
        };
        match made {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && n < 1_000 => n += 1,
            made => return made.map(|()| aside),
        }
    }
}

/// Brings over what SQLite still reads. Returns whether that was everything.
///
/// What cannot be read of the old store is no error; what cannot be written to the new one is.
fn read_rows(old: &Path, new: &Connection, found: &mut Found) -> rusqlite::Result<bool> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let Ok(old) = Connection::open_with_flags(old, flags) else { return Ok(false) };
    // A bad page is met where it lies, not looked for before anything else is read.
    let _ = old.pragma_update(None, "cell_size_check", true);
    let mut is_whole = settings(&old, new, found)?;
    let columns = columns(&old, "draft");
    if columns.is_empty() {
        return Ok(false);
    }
    let (keys, all) = keys(&old, "draft");
    is_whole &= all;
    for key in keys {
        is_whole &= read_draft(&old, new, key, &columns, found)?;
    }
    if !this_columns(&old, "version").is_empty() {
        is_whole &= read_versions(&old, new, found)?;
    }
    Ok(is_whole)
}

fn settings(old: &Connection, new: &Connection, found: &mut Found) -> rusqlite::Result<bool> {
    let mut all = Vec::new();
    let read = old.prepare("SELECT key, value FROM setting").and_then(|mut statement| {
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            all.push((text(row, 0)?, text(row, 1)?));
        }
        Ok(())
    });
    for (name, json) in &all {
        new.execute("INSERT OR REPLACE INTO setting VALUES (?1, ?2)", [name, json])?;
    }
    found.settings = read.is_ok();
    Ok(read.is_ok())
}

/// The columns of a table that it has in the old store and in the new one.
fn columns(old: &Connection, table: &str) -> Vec<String> {
    let known = this_columns(old, table);
    let ours = [
        "key",
        "id",
        "title",
        "company",
        "place",
        "reference",
        "specialism",
        "track",
        "level",
        "created",
        "changed",
        "trashed",
        "status",
        "archived",
        "revision",
        "saved",
        "title_key",
        "company_key",
    ];
    ours.into_iter().filter(|column| known.iter().any(|one| one == column)).map(str::to_owned).collect()
}

fn this_columns(conn: &Connection, table: &str) -> Vec<String> {
    let read = conn.prepare("SELECT name FROM pragma_table_info(?1)").and_then(|mut statement| {
        statement.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()
    });
    read.unwrap_or_default()
}

/// The keys of a table: from the front until the first bad page, from the back until the last,
/// and by each index that may lead past them. Returns whether one way led through.
fn keys(old: &Connection, table: &str) -> (BTreeSet<i64>, bool) {
    let mut keys = BTreeSet::new();
    let mut is_whole = false;
    // An index may lack rows, so that its end proves nothing.
    for (how, proves) in [("NOT INDEXED ORDER BY key", true), ("NOT INDEXED ORDER BY key DESC", true), ("", false)] {
        let sql = format!("SELECT key FROM {table} {how}");
        let read = old.prepare(&sql).and_then(|mut statement| {
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                if let Ok(key) = row.get(0) {
                    keys.insert(key);
                }
            }
            Ok(())
        });
        is_whole |= read.is_ok() && proves;
    }
    (keys, is_whole)
}

fn read_draft(
    old: &Connection,
    new: &Connection,
    key: i64,
    columns: &[String],
    found: &mut Found,
) -> rusqlite::Result<bool> {
    let names = columns.join(", ");
    let row = old.prepare_cached(&format!("SELECT {names} FROM draft WHERE key = ?1")).and_then(|mut statement| {
        statement.query_row([key], |row| (0..columns.len()).map(|n| row.get(n)).collect::<Result<Vec<Value>, _>>())
    });
    let body = old
        .prepare_cached("SELECT posting FROM body WHERE draft = ?1")
        .and_then(|mut statement| statement.query_row([key], |row| bytes(row, 0)));
    let Ok(row) = row else { return Ok(false) };
    let named = |name: &str| columns.iter().position(|column| column == name).and_then(|n| row.get(n));
    let Some(id) = named("id").and_then(|id| if let Value::Blob(id) = id { Uuid::from_slice(id).ok() } else { None })
    else {
        return Ok(false);
    };
    let marks = vec!["?"; columns.len()].join(", ");
    let inserted =
        new.prepare_cached(&format!("INSERT INTO draft ({names}) VALUES ({marks})"))?.execute(params_from_iter(&row));
    // A value that has the wrong form, or an identity that is there twice.
    if let Err(error) = inserted {
        let is_about_the_row = error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation);
        return if is_about_the_row { Ok(false) } else { Err(error) };
    }
    let body = body.ok().filter(|body| posting_file::from_own_bytes(body).is_ok());
    let Some(body) = body else {
        let title = if let Some(Value::Text(title)) = named("title") { title.clone() } else { String::new() };
        found.lost.insert(id, title);
        found.bodiless.insert(id, key);
        return Ok(false);
    };
    put_body(new, key, &body)?;
    let words: rusqlite::Result<String> = old
        .prepare_cached("SELECT text FROM words WHERE draft = ?1")
        .and_then(|mut statement| statement.query_row([key], |row| text(row, 0)));
    if let Ok(words) = words {
        new.prepare_cached("INSERT INTO words VALUES (?1, ?2)")?.execute((key, words))?;
    }
    found.there.insert(id);
    Ok(true)
}

fn put_body(new: &Connection, key: i64, body: &[u8]) -> rusqlite::Result<()> {
    let body = String::from_utf8_lossy(body);
    new.prepare_cached("INSERT INTO body VALUES (?1, ?2)")?.execute((key, body)).map(drop)
}

/// Brings over the versions of the drafts that are there, as far as they can be read.
fn read_versions(old: &Connection, new: &Connection, found: &mut Found) -> rusqlite::Result<bool> {
    let (keys, mut is_whole) = keys(old, "content");
    let mut whole: BTreeMap<i64, Vec<u8>> = BTreeMap::new();
    let mut sound = BTreeSet::new();
    // First those that are whole: the others are differences to them.
    for wanted_whole in [true, false] {
        for key in &keys {
            let row: rusqlite::Result<(i64, Option<i64>, Vec<u8>)> =
                old.prepare_cached("SELECT draft, base, data FROM content WHERE key = ?1").and_then(|mut statement| {
                    statement.query_row([key], |row| Ok((row.get(0)?, row.get(1)?, bytes(row, 2)?)))
                });
            let Ok((draft, base, data)) = row else {
                is_whole = false;
                continue;
            };
            if base.is_none() != wanted_whole {
                continue;
            }
            let read = match base {
                None => delta::unpack(&data),
                Some(base) => whole.get(&base).and_then(|whole| delta::apply(whole, &data)),
            };
            let Some(read) = read.filter(|bytes| posting_file::from_own_bytes(bytes).is_ok()) else {
                is_whole = false;
                continue;
            };
            let put = new
                .prepare_cached(
                    "INSERT INTO content SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM draft WHERE key = ?2)",
                )?
                .execute((key, draft, base, data))?;
            if put > 0 {
                sound.insert(*key);
                if base.is_none() {
                    whole.insert(*key, read);
                }
            }
        }
    }
    let (keys, all) = self::keys(old, "version");
    is_whole &= all;
    for key in keys {
        let sql =
            "SELECT key, draft, content, revision, time, kind, note, title, added, removed FROM version WHERE key = ?1";
        let row = old.prepare_cached(sql).and_then(|mut statement| {
            statement.query_row([key], |row| (0..10).map(|n| row.get(n)).collect::<Result<Vec<Value>, _>>())
        });
        let row = row.ok().filter(|row| matches!(row[2], Value::Integer(content) if sound.contains(&content)));
        let put = match row {
            Some(row) => new
                .prepare_cached("INSERT OR IGNORE INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?
                .execute(params_from_iter(row)),
            None => Ok(0),
        };
        if put.unwrap_or(0) == 0 {
            found.lost_versions += 1;
            is_whole = false;
        } else {
            found.versions += 1;
        }
    }
    Ok(is_whole)
}

/// Brings over what only the bytes still had.
fn put_carved(carved: Carved, new: &Connection, found: &mut Found) -> rusqlite::Result<()> {
    let Carved { postings, lines, settings } = carved;
    for (id, posting) in postings {
        if found.there.contains(&id) {
            continue;
        }
        if let Some(key) = found.bodiless.remove(&id) {
            put_body(new, key, posting_file::to_compact(&posting).as_bytes())?;
            found.there.insert(id);
            found.lost.remove(&id);
            found.from_remains += 1;
            continue;
        }
        let line = lines.get(&id);
        let title = line.map_or_else(|| title_of(&posting), |line| line.title.clone());
        let _saved = save::write(new, &Save::new(&posting, &title))?;
        if let Some(line) = line {
            let (trashed, archived) = (line.trashed, line.archived);
            shelves::place(new, id, line.status, archived, trashed)?;
        }
        found.there.insert(id);
        found.lost.remove(&id);
        found.from_remains += 1;
    }
    for (id, line) in lines {
        if !found.there.contains(&id) {
            found.lost.entry(id).or_insert(line.title);
        }
    }
    for (name, json) in settings {
        new.execute("INSERT OR IGNORE INTO setting VALUES (?1, ?2)", [name, json])?;
        found.settings = true;
    }
    Ok(())
}

/// Gives drafts whose text is lost that of their newest version. One that has none goes.
fn bodies_from_versions(new: &Connection, found: &mut Found) -> rusqlite::Result<()> {
    for (id, key) in std::mem::take(&mut found.bodiless) {
        match versions::newest_bytes(new, key)? {
            Some(body) => {
                put_body(new, key, &body)?;
                found.there.insert(id);
                found.lost.remove(&id);
                found.from_versions += 1;
            }
            None => drop(new.execute("DELETE FROM draft WHERE key = ?1", [key])?),
        }
    }
    Ok(())
}

/// A title for a posting whose line in the list is lost.
fn title_of(posting: &Posting) -> String {
    let role = &posting.role;
    posting
        .title
        .clone()
        .unwrap_or_else(|| format!("Recovered: {} {} {}", role.level.id(), role.specialism.as_str(), role.track.id()))
}

//! What can be read of a damaged store, row by row, into a new one: a bad page costs its own rows.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;

use super::rows::{bytes, text};
use super::{delta, posting_file, versions};

/// What was brought over, and what not.
#[derive(Default)]
pub(super) struct Found {
    pub there: BTreeSet<Uuid>,
    pub from_remains: usize,
    pub from_versions: usize,
    pub versions: usize,
    pub lost_versions: usize,
    /// Keys of drafts in the new store whose text is still looked for.
    pub bodiless: BTreeMap<Uuid, i64>,
    pub lost: BTreeMap<Uuid, String>,
    pub settings: bool,
}

/// Brings over what SQLite still reads. Returns whether that was everything.
///
/// What cannot be read of the old store is no error; what cannot be written to the new one is.
pub(super) fn read_rows(old: &Connection, new: &Connection, found: &mut Found) -> rusqlite::Result<bool> {
    let mut is_whole = settings(old, new, "REPLACE")?;
    found.settings = is_whole;
    let columns = columns(old, "draft");
    if columns.is_empty() {
        return Ok(false);
    }
    let (keys, all) = keys(old, "draft");
    is_whole &= all;
    for key in keys {
        is_whole &= read_draft(old, new, key, &columns, found)?;
    }
    if !this_columns(old, "version").is_empty() {
        is_whole &= read_versions(old, new, found)?;
    }
    Ok(is_whole)
}

/// Brings over the settings; of one that is there, `conflict` says what becomes of it. Returns
/// whether they were all read.
pub(super) fn settings(old: &Connection, new: &Connection, conflict: &str) -> rusqlite::Result<bool> {
    let mut all = Vec::new();
    let read = old.prepare("SELECT key, value FROM setting").and_then(|mut statement| {
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            all.push((text(row, 0)?, text(row, 1)?));
        }
        Ok(())
    });
    for (name, json) in &all {
        new.execute(&format!("INSERT OR {conflict} INTO setting VALUES (?1, ?2)"), [name, json])?;
    }
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

/// The identities of all drafts whose line can be read, and whether those are all.
pub(super) fn ids(old: &Connection) -> (Vec<Uuid>, bool) {
    let (keys, mut is_whole) = keys(old, "draft");
    let mut ids = Vec::with_capacity(keys.len());
    for key in keys {
        let read = old
            .prepare_cached("SELECT id FROM draft WHERE key = ?1")
            .and_then(|mut statement| statement.query_row([key], |row| row.get(0).map(Uuid::from_bytes)));
        match read {
            Ok(id) => ids.push(id),
            Err(_) => is_whole = false,
        }
    }
    (ids, is_whole)
}

/// The words of a draft that search has, if they can be read.
pub(super) fn words_of(old: &Connection, id: Uuid) -> Option<String> {
    old.prepare_cached("SELECT text FROM words JOIN draft ON draft.key = words.draft WHERE draft.id = ?1")
        .and_then(|mut statement| statement.query_row([id.as_bytes()], |row| text(row, 0)))
        .ok()
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

pub(super) fn put_body(new: &Connection, key: i64, body: &[u8]) -> rusqlite::Result<()> {
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

/// Gives drafts whose text is lost that of their newest version. One that has none goes.
pub(super) fn bodies_from_versions(new: &Connection, found: &mut Found) -> rusqlite::Result<()> {
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

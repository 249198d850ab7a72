//! What only the bytes of a damaged store still had ([`carve`](super::carve)), put into the new one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension as _};
use uuid::Uuid;

use super::carve::{Carved, Content, VersionLine};
use super::rescue::{Found, put_body};
use super::{Save, delta, posting_file, save, shelves};
use crate::posting::Posting;

/// Brings over what only the bytes still had.
pub(super) fn put(carved: Carved, new: &Connection, found: &mut Found) -> rusqlite::Result<()> {
    let Carved { postings, lines, settings, keys, contents, versions } = carved;
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
    put_versions(new, &keys, &contents, versions, found)
}

/// Brings over the versions of drafts that have none yet.
fn put_versions(
    new: &Connection,
    keys: &HashMap<i64, Uuid>,
    contents: &BTreeMap<i64, Content>,
    versions: BTreeMap<i64, VersionLine>,
    found: &mut Found,
) -> rusqlite::Result<()> {
    let has_some = new
        .prepare("SELECT DISTINCT draft FROM version")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<BTreeSet<i64>>>()?;
    // Contents in the new store, by their old key; those that are whole with their bytes.
    let mut there: HashMap<i64, i64> = HashMap::new();
    for version in versions.into_values() {
        let Some((bytes, posting)) = bytes_of(contents, version.content) else {
            found.lost_versions += usize::from(keys.contains_key(&version.draft));
            continue;
        };
        // What the list said, else what the posting says of itself.
        let id = keys.get(&version.draft).copied().unwrap_or(posting.id);
        let draft: Option<i64> = new
            .prepare_cached("SELECT key FROM draft WHERE id = ?1")?
            .query_row([id.as_bytes()], |row| row.get(0))
            .optional()?;
        let Some(draft) = draft.filter(|draft| !has_some.contains(draft)) else { continue };
        let content = match there.get(&version.content) {
            Some(content) => *content,
            None => {
                new.prepare_cached("INSERT INTO content (draft, data) VALUES (?1, ?2)")?
                    .execute((draft, delta::pack(&bytes)))?;
                *there.entry(version.content).or_insert(new.last_insert_rowid())
            }
        };
        let ([revision, time, added, removed], [kind, note, title]) = (version.numbers, version.words);
        new.prepare_cached(
            "INSERT INTO version (draft, content, revision, time, kind, note, title, added, removed)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((draft, content, revision, time, kind, note, title, added, removed))?;
        found.versions += 1;
    }
    Ok(())
}

/// The bytes of a version and the posting in them, if they are sound.
fn bytes_of(contents: &BTreeMap<i64, Content>, key: i64) -> Option<(Vec<u8>, Posting)> {
    let content = contents.get(&key)?;
    let bytes = match content.base {
        None => delta::unpack(&content.data)?,
        Some(base) => {
            let base = contents.get(&base).filter(|base| base.base.is_none())?;
            delta::apply(&delta::unpack(&base.data)?, &content.data)?
        }
    };
    let posting = posting_file::from_own_bytes(&bytes).ok()?;
    Some((bytes, posting))
}

/// A title for a posting whose line in the list is lost.
fn title_of(posting: &Posting) -> String {
    let role = &posting.role;
    posting
        .title
        .clone()
        .unwrap_or_else(|| format!("Recovered: {} {} {}", role.level.id(), role.specialism.as_str(), role.track.id()))
}

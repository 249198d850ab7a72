//! What the drafts commands say as JSON: one object a command, on one line. Names and meanings
//! stay; new ones may come.

use serde_json::{Value, json};

use crate::drafts::{BackupFile, Bulk, DraftInfo, Hit, Page, Salvage, Version};

pub(super) fn say(value: &Value) {
    crate::cli::say(&value.to_string());
}

pub(super) fn page(page: &Page) -> Value {
    json!({
        "total": page.total,
        "total_is_exact": page.total_is_exact,
        "unindexed": page.unindexed,
        "drafts": page.hits.iter().map(hit).collect::<Vec<_>>(),
    })
}

fn hit(hit: &Hit) -> Value {
    let mut value = draft(&hit.draft);
    if let (Value::Object(fields), Some(excerpt)) = (&mut value, &hit.excerpt) {
        let found: Vec<_> = excerpt.found.iter().map(|at| &excerpt.text[at.clone()]).collect();
        fields.insert("excerpt".to_owned(), json!({ "text": excerpt.text, "found": found }));
    }
    value
}

pub(super) fn draft(draft: &DraftInfo) -> Value {
    json!({
        "id": draft.id,
        "title": draft.title,
        "company": draft.company,
        "place": draft.place,
        "reference": draft.reference,
        "specialism": draft.role.as_ref().map(|role| role.specialism.as_str()),
        "track": draft.role.as_ref().map(|role| role.track.id()),
        "level": draft.role.as_ref().map(|role| role.level.id()),
        "status": draft.status.id(),
        "created": draft.created,
        "changed": draft.changed,
        "archived": draft.archived,
        "trashed": draft.trashed,
    })
}

pub(super) fn version(version: &Version) -> Value {
    json!({
        "version": version.id.number(),
        "time": version.time,
        "kind": version.kind.id(),
        "note": version.note,
        "title": version.title,
        "words_added": version.added,
        "words_removed": version.removed,
    })
}

pub(super) fn backup(backup: &BackupFile) -> Value {
    json!({ "file": backup.path, "made": backup.made, "kind": backup.kind.id(), "bytes": backup.bytes })
}

pub(super) fn salvage(done: &Salvage) -> Value {
    json!({
        "aside": done.aside,
        "drafts": done.drafts,
        "from_remains": done.from_remains,
        "from_versions": done.from_versions,
        "versions": done.versions,
        "lost_versions": done.lost_versions,
        "lost": done.lost,
        "settings": done.settings,
        "newest_backup": done.newest_backup.as_ref().map(|backup| &backup.path),
    })
}

pub(super) fn bulk(bulk: &Bulk) -> Value {
    let done: Vec<_> = bulk.done.iter().map(|(id, file)| json!({ "id": id, "file": file })).collect();
    json!({ "done": done, "known": bulk.known, "faults": bulk.faults })
}

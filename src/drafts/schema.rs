//! The shape of the store and the chain of steps that brings an older one up to it.
//!
//! A store carries the version of its shape in `user_version` and says that it is ours in
//! `application_id`. A new shape is a new step at the end of [`STEPS`]; a step that was once
//! released is never changed again.

use rusqlite::{Connection, Transaction, TransactionBehavior};

/// Says in the file's header that it is a Rolewright store: the letters "Rolw".
pub(super) const APPLICATION_ID: i32 = i32::from_be_bytes(*b"Rolw");

/// What brings a store from version *n* to version *n* + 1, beginning with nothing.
pub(super) const STEPS: &[&str] = &[V1, V2, V3];

/// The version that this program writes and the newest that it reads.
pub(super) const VERSION: i64 = STEPS.len() as i64;

/// The tables of each store that this program takes for whole: those of version 1 are in all.
pub(super) fn tables(version: i64) -> &'static [&'static str] {
    const TABLES: &[&str] =
        &["draft", "body", "setting", "words", "found", "headline", "term", "content", "version", "session", "claim"];
    if version < 2 { &TABLES[..3] } else { TABLES }
}

/// `draft` is what a list shows, a hundred or so bytes a row, so that listing reads few pages;
/// `body` has the posting itself, as a `.rolewright` file without line breaks. Times are
/// microseconds since 1970 UTC. `key` is a row's name inside the store: it stays the same when
/// the file is rebuilt, for indexes and versions that refer to it.
const V1: &str = "
    CREATE TABLE draft (
        key        INTEGER PRIMARY KEY,
        id         BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        title      TEXT NOT NULL,
        company    TEXT NOT NULL,
        place      TEXT NOT NULL,
        reference  TEXT NOT NULL,
        specialism TEXT NOT NULL,
        track      TEXT NOT NULL,
        level      TEXT NOT NULL,
        created    INTEGER NOT NULL,
        changed    INTEGER NOT NULL,
        trashed    INTEGER
    ) STRICT;
    CREATE INDEX draft_by_change ON draft (changed) WHERE trashed IS NULL;
    CREATE INDEX draft_by_trash ON draft (trashed) WHERE trashed IS NOT NULL;
    CREATE TABLE body (
        draft   INTEGER PRIMARY KEY REFERENCES draft (key) ON DELETE CASCADE,
        posting TEXT NOT NULL
    ) STRICT;
    CREATE TABLE setting (
        key   TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
";

/// Version 2.
///
/// - `draft`: `status`; `archived`, the time it was put away; `revision`, which counts its saves;
///   `saved`, the time of the last one (nothing: unknown, from version 1); `unindexed`, 1 while
///   search does not know its newest words; `title_key` and `company_key`, to sort and compare by.
/// - `words`: the whole text, for search and its excerpts.
/// - `found` has each word of a draft, `headline` those of its title and of company, place and
///   reference. Both hold words that are folded already (`fold.rs`), so the simplest cutter does,
///   which takes every character beyond ASCII for a letter. `term` has each word that was ever in
///   `found`: it tells which words begin so, where that is quicker than to ask the index.
/// - `version`: what a draft was at a time. `content` holds the bytes: whole and deflated, or as
///   the difference to another one, its `base`.
/// - `session`: a running program; `claim`: the drafts that it has open.
const V2: &str = "
    ALTER TABLE draft ADD COLUMN status TEXT NOT NULL DEFAULT 'draft';
    ALTER TABLE draft ADD COLUMN archived INTEGER;
    ALTER TABLE draft ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE draft ADD COLUMN saved INTEGER;
    ALTER TABLE draft ADD COLUMN unindexed INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE draft ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
    ALTER TABLE draft ADD COLUMN company_key TEXT NOT NULL DEFAULT '';
    DROP INDEX draft_by_change;
    CREATE INDEX draft_by_change ON draft (changed, key, archived) WHERE trashed IS NULL;
    CREATE INDEX draft_by_title ON draft (title_key, key, archived) WHERE trashed IS NULL;
    CREATE INDEX draft_by_company ON draft (company_key, key, archived) WHERE trashed IS NULL;
    CREATE INDEX draft_by_kind ON draft (status, specialism, track, archived) WHERE trashed IS NULL;
    CREATE INDEX draft_unindexed ON draft (key) WHERE unindexed = 1;
    CREATE TABLE words (
        draft INTEGER PRIMARY KEY REFERENCES draft (key) ON DELETE CASCADE,
        text  TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE found USING fts5 (
        words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
        tokenize = \"ascii tokenchars '+#'\"
    );
    CREATE VIRTUAL TABLE headline USING fts5 (
        title, rest, content = '', contentless_delete = 1, detail = column, prefix = '1 2 3',
        tokenize = \"ascii tokenchars '+#'\"
    );
    CREATE TABLE term (word TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TRIGGER draft_leaves_search AFTER DELETE ON draft BEGIN
        DELETE FROM found WHERE rowid = old.key;
        DELETE FROM headline WHERE rowid = old.key;
    END;
    CREATE TABLE content (
        key   INTEGER PRIMARY KEY,
        draft INTEGER NOT NULL REFERENCES draft (key) ON DELETE CASCADE,
        base  INTEGER REFERENCES content (key),
        data  BLOB NOT NULL
    ) STRICT;
    CREATE INDEX content_by_draft ON content (draft);
    CREATE INDEX content_by_base ON content (base) WHERE base IS NOT NULL;
    CREATE TABLE version (
        key      INTEGER PRIMARY KEY,
        draft    INTEGER NOT NULL REFERENCES draft (key) ON DELETE CASCADE,
        content  INTEGER NOT NULL REFERENCES content (key),
        revision INTEGER NOT NULL,
        time     INTEGER NOT NULL,
        kind     TEXT NOT NULL,
        note     TEXT NOT NULL,
        title    TEXT NOT NULL,
        added    INTEGER NOT NULL,
        removed  INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX version_by_draft ON version (draft, revision);
    CREATE INDEX version_by_content ON version (content);
    CREATE TABLE session (
        key     INTEGER PRIMARY KEY,
        name    TEXT NOT NULL UNIQUE,
        host    TEXT NOT NULL,
        process INTEGER NOT NULL,
        began   INTEGER NOT NULL,
        seen    INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE claim (
        id      BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
        session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
        since   INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX claim_by_session ON claim (session);
";

/// Version 3.
///
/// - `draft_by_created` and `draft_archived`: an order and a shelf that are asked for at each
///   keystroke.
/// - `version.added` and `removed`: below zero until the change is measured.
const V3: &str = "
    CREATE INDEX draft_by_created ON draft (created, key, archived) WHERE trashed IS NULL;
    CREATE INDEX draft_archived ON draft (key) WHERE archived IS NOT NULL;
    CREATE INDEX version_unmeasured ON version (draft) WHERE added < 0;
";

/// Brings a store up to the last of `steps` in one transaction: it is wholly at the new version
/// or wholly as it was. The version is read inside the transaction, because another program may
/// have done the work a moment ago. A newer store is left alone.
pub(super) fn migrate(conn: &Connection, steps: &[&str]) -> rusqlite::Result<()> {
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    let version = user_version(&transaction)?;
    let done = usize::try_from(version).unwrap_or(usize::MAX);
    let Some(left) = steps.get(done..).filter(|left| !left.is_empty()) else {
        return Ok(());
    };
    for step in left {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", steps.len() as i64)?;
    transaction.commit()
}

/// The version in the store's header.
pub(super) fn user_version(conn: &Connection) -> rusqlite::Result<i64> {
    conn.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// The application id in the store's header.
pub(super) fn application_id(conn: &Connection) -> rusqlite::Result<i32> {
    conn.pragma_query_value(None, "application_id", |row| row.get(0))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    const TWO: &str = "ALTER TABLE draft ADD COLUMN status TEXT NOT NULL DEFAULT 'draft';";
    const THREE: &str = "CREATE TABLE version (key INTEGER PRIMARY KEY) STRICT;";
    const BROKEN: &str = "CREATE TABLE half (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);";

    fn at_version(steps: usize) -> Connection {
        let conn = Connection::open_in_memory().unwrap();
        migrate(&conn, &[V1, TWO, THREE][..steps]).unwrap();
        conn
    }

    fn has_table(conn: &Connection, name: &str) -> bool {
        conn.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?1").unwrap().exists([name]).unwrap()
    }

    #[test]
    fn every_older_version_reaches_the_newest_by_the_same_chain() {
        for from in 0..=3 {
            let conn = at_version(from);
            migrate(&conn, &[V1, TWO, THREE]).unwrap();
            assert_eq!(user_version(&conn).unwrap(), 3, "from {from}");
            assert_eq!(application_id(&conn).unwrap(), APPLICATION_ID);
            conn.prepare("SELECT status FROM draft").unwrap();
            assert!(has_table(&conn, "version"));
        }
    }

    #[test]
    fn a_step_that_fails_leaves_the_store_at_its_old_version() {
        let conn = at_version(1);
        assert!(migrate(&conn, &[V1, TWO, BROKEN]).is_err());
        assert_eq!(user_version(&conn).unwrap(), 1);
        assert!(!has_table(&conn, "half"));
        assert!(conn.prepare("SELECT status FROM draft").is_err(), "the good step is taken back too");
    }

    #[test]
    fn a_newer_store_is_left_alone() {
        let conn = at_version(3);
        migrate(&conn, &[V1]).unwrap();
        assert_eq!(user_version(&conn).unwrap(), 3);
    }

    #[test]
    fn the_list_of_tables_is_what_the_steps_make() {
        let conn = at_version(0);
        migrate(&conn, STEPS).unwrap();
        for table in tables(VERSION) {
            assert!(has_table(&conn, table), "{table}");
        }
        let first = at_version(1);
        for table in tables(1) {
            assert!(has_table(&first, table), "{table}");
        }
    }
}

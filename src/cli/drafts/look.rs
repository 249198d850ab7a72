//! `drafts list`, `search` and `show`: looking, which changes nothing and makes nothing.

use std::path::Path;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use super::args::FilterArgs;
use super::{count, draft_of, existing, json, needed, no_drafts};
use crate::catalog::load_with_folder;
use crate::cli::{Failure, say, templates_dir, warn_of};
use crate::document;
use crate::drafts::{Page, Query, Shelf};
use crate::export::text::TextOptions;
use crate::export::{self, Format};

pub(super) fn list(folder: &Path, words: &[String], args: &FilterArgs, json: bool) -> Result<(), Failure> {
    let query = query(words, args)?;
    let Some(store) = existing(folder)? else {
        if json {
            json::say(&json::page(&Page { total_is_exact: true, ..Page::default() }));
        } else {
            say(&no_drafts(folder));
        }
        return Ok(());
    };
    if !words.is_empty() {
        store.index_pending(usize::MAX >> 1)?;
    }
    let page = store.search(&query)?;
    if json {
        json::say(&json::page(&page));
        return Ok(());
    }
    for hit in &page.hits {
        let draft = &hit.draft;
        let about: Vec<&str> = [draft.company.as_str(), &draft.place, &draft.reference]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let day = TimeZone::system().to_datetime(draft.changed).strftime("%Y-%m-%d %H:%M").to_string();
        say(format!("{}  {day}  {:9}  {}  {}", draft.id, draft.status.id(), draft.title, about.join(" · ")).trim_end());
        if let Some(excerpt) = &hit.excerpt {
            say(&format!("    {}", excerpt.text));
        }
    }
    let shown = page.hits.len();
    if shown < page.total || !page.total_is_exact || shown == 0 {
        let more = if page.total_is_exact { "" } else { "more than " };
        say(&format!("{shown} of {more}{}.", count(page.total, "draft")));
    }
    Ok(())
}

fn query(words: &[String], args: &FilterArgs) -> Result<Query, Failure> {
    let start = |day: Date| {
        let start = TimeZone::system().to_timestamp(day.at(0, 0, 0, 0));
        start.map_err(|error| Failure::Usage(format!("{day} is no day that this system knows: {error}")))
    };
    let after = |day: Date| day.checked_add(1.day()).map_or(Ok(Timestamp::MAX), start);
    Ok(Query {
        words: words.join(" "),
        shelf: match (args.archive, args.trash) {
            (true, _) => Shelf::Archive,
            (_, true) => Shelf::Trash,
            _ => Shelf::Current,
        },
        statuses: args.status.clone(),
        specialisms: args.specialism.clone(),
        track: args.track,
        company: args.company.clone(),
        changed_since: args.since.map(start).transpose()?,
        changed_before: args.until.map(after).transpose()?,
        order: args.sort,
        reversed: args.reverse,
        offset: args.offset,
        limit: args.limit,
    })
}

pub(super) fn show(folder: &Path, id: &str, json: bool) -> Result<(), Failure> {
    let store = needed(folder)?;
    let id = draft_of(&store, id)?;
    let (info, posting, versions) = (store.info(id)?, store.load(id)?, store.versions(id)?);
    if json {
        let versions: Vec<_> = versions.iter().map(json::version).collect();
        let draft = json::draft(&info);
        json::say(&serde_json::json!({ "draft": draft, "posting": posting, "versions": versions }));
        return Ok(());
    }
    let loaded = load_with_folder(&posting.locale.language, Some(&templates_dir(folder)));
    warn_of(&loaded.faults);
    let document = document::build(&posting, &loaded.catalog);
    let bytes = export::write(&document, Format::Text, &TextOptions::default())
        .map_err(|error| Failure::Because(error.to_string()))?;
    say(String::from_utf8_lossy(&bytes).trim_end());
    say("");
    say(&format!("{} · {} · {}", info.id, info.status.label(), count(versions.len(), "version")));
    for version in versions {
        let time = TimeZone::system().to_datetime(version.time).strftime("%Y-%m-%d %H:%M").to_string();
        let change = format!("+{} -{} words", version.added, version.removed);
        say(format!("{time}  {:8}  {change:18}  {}", version.kind.id(), version.note).trim_end());
    }
    Ok(())
}

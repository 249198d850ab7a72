//! The words of a single item or text: by hand, from the catalogue, or as last shown.

use std::borrow::Cow;

use super::keys;
use crate::catalog::{Catalog, Entry, Id, Strength, Words};
use crate::posting::{Country, Item, List, Posting, Prose, Worded};

/// The sentence of an item as the posting shows it (or would, if it is off): by hand, else the
/// catalogue's at the item's strength, else as it was last shown, else its label.
pub fn item_text<'a>(list: List, item: &'a Item, catalog: &'a Catalog) -> &'a str {
    let by_hand = item.wording.as_deref().map(str::trim).filter(|text| !text.is_empty());
    by_hand
        .or_else(|| if item.own { None } else { catalog_text(list, item, catalog) })
        .or_else(|| not_blank(&item.ours))
        .unwrap_or_else(|| item.label.trim())
}

fn catalog_text<'a>(list: List, item: &Item, catalog: &'a Catalog) -> Option<&'a str> {
    let find = |entries: &'a [Entry], id: &Id| entries.iter().find(|entry| entry.id == *id).map(|e| e.text.as_str());
    let text = match list {
        List::Skills => catalog.skill(&item.id).map(|s| s.sentence(item.strength.unwrap_or(Strength::Must))),
        List::Duties => find(&catalog.duties, &item.id),
        List::Benefits => find(&catalog.benefits, &item.id),
        List::Steps => find(&catalog.steps, &item.id),
    };
    text.and_then(not_blank)
}

fn not_blank(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// A proposed text as the posting shows it: by hand or ours.
pub fn prose_text(posting: &Posting, which: Prose, catalog: &Catalog) -> String {
    match worded(posting, which).wording.as_deref().and_then(not_blank) {
        Some(text) => text.to_owned(),
        None => proposed_prose(posting, which, catalog),
    }
}

/// The switch and the words by hand of a proposed text.
pub(super) fn worded(posting: &Posting, which: Prose) -> &Worded {
    match which {
        Prose::Summary => &posting.summary,
        Prose::Experience => &posting.experience,
        Prose::Career => &posting.career,
        Prose::Statement => &posting.statement,
    }
}

/// Our text for the posting's role, whatever the person wrote; empty if the catalogue has none.
pub fn proposed_prose(posting: &Posting, which: Prose, catalog: &Catalog) -> String {
    let track = posting.role.track;
    let role = catalog.specialism(&posting.role.specialism).map(|s| s.words(track));
    let level = catalog.level(posting.role.level);
    match which {
        Prose::Summary => {
            let parts = [
                role.map(|words| words.about.as_str()),
                level.map(|words| words.scope.get(track)),
                level.map(|words| words.autonomy.get(track)),
                level.map(|words| words.mentoring.get(track)),
            ];
            parts.into_iter().flatten().filter_map(not_blank).collect::<Vec<_>>().join(" ")
        }
        Prose::Experience => level.map_or("", |words| words.experience.get(track)).trim().to_owned(),
        Prose::Career => {
            let parts = [level.map(|words| words.career.get(track)), role.map(|words| words.career.as_str())];
            parts.into_iter().flatten().filter_map(not_blank).collect::<Vec<_>>().join(" ")
        }
        Prose::Statement => match catalog.words.has(keys::STATEMENT_DEFAULT) {
            true => catalog.words.get(keys::STATEMENT_DEFAULT).to_owned(),
            false => String::new(),
        },
    }
}

/// A country by the name people use.
pub fn country_name(country: Country, words: &Words) -> Cow<'_, str> {
    let key = format!("country.{}", country.code());
    if words.has(&key) {
        return Cow::Owned(words.get(&key).to_owned());
    }
    match rust_iso3166::from_alpha2(country.code()) {
        Some(known) => Cow::Borrowed(known.name),
        None => Cow::Owned(country.code().to_owned()),
    }
}

/// "A, B or C"; empty for an empty list.
pub(super) fn any_of<S: AsRef<str>>(items: &[S], words: &Words) -> String {
    let Some((first, others)) = items.split_first() else { return String::new() };
    let mut list = first.as_ref().to_owned();
    for (index, next) in others.iter().enumerate() {
        let key = if index + 1 == others.len() { keys::LIST_LAST } else { keys::LIST_MORE };
        list = words.fill(key, &[("list", &list), ("next", next.as_ref())]);
    }
    list
}

/// The text with a capital at its start.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// One line of text: runs of white space become one space, the ends are trimmed.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

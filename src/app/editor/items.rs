//! The rows of a list: what the catalogue offers for the role, what the posting has beside it,
//! and the recruiter's own.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::catalog::{Catalog, Id, Strength};
use crate::posting::{Item, List, Offer, Posting};

/// A row of a list in the panel.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// Which item.
    pub id: Id,
    /// Its short name.
    pub label: String,
    /// Its group; `None`: the recruiter's own, or one that the templates no longer have.
    pub group: Option<Id>,
    /// `None`: off.
    pub strength: Option<Strength>,
    /// True: the recruiter's own.
    pub own: bool,
    /// True: worded by hand.
    pub reworded: bool,
    /// Its sentence in the posting, or as it would be.
    pub sentence: String,
}

/// The rows of each list, made when first asked for and kept until the posting changes.
#[derive(Default)]
pub struct RowCache(BTreeMap<List, Rc<[Row]>>);

impl RowCache {
    /// The rows of a list.
    pub fn get(&mut self, list: List, posting: &Posting, catalog: &Catalog) -> Rc<[Row]> {
        self.0.entry(list).or_insert_with(|| rows(list, posting, catalog).into()).clone()
    }

    /// The posting has changed.
    pub fn forget(&mut self) {
        self.0.clear();
    }
}

/// All rows of a list in the catalogue's order, the recruiter's own last.
fn rows(list: List, posting: &Posting, catalog: &Catalog) -> Vec<Row> {
    let items = posting.list(list);
    let mut rows = Vec::new();
    let mut known = std::collections::HashSet::new();
    for offer in Offer::all(list, catalog) {
        let item = items.get(offer.id());
        if offer.offered(&posting.role) || item.is_some_and(|item| item.strength.is_some() || item.wording.is_some()) {
            known.insert(offer.id());
            let strength = item.and_then(|item| item.strength);
            rows.push(Row {
                id: offer.id().clone(),
                label: offer.label().to_owned(),
                group: Some(offer.group().clone()),
                strength,
                own: false,
                reworded: item.is_some_and(|item| item.wording.is_some()),
                sentence: item
                    .and_then(|item| item.wording.clone())
                    .unwrap_or_else(|| offer.sentence(strength.unwrap_or(Strength::Must)).to_owned()),
            });
        }
    }
    let rest = items.items.iter().filter(|item| !known.contains(&item.id) && (item.own || item.strength.is_some()));
    rows.extend(rest.map(own_row));
    rows
}

fn own_row(item: &Item) -> Row {
    Row {
        id: item.id.clone(),
        label: item.label.clone(),
        group: None,
        strength: item.strength,
        own: item.own,
        reworded: item.wording.is_some(),
        sentence: item
            .wording
            .clone()
            .unwrap_or_else(|| if item.ours.is_empty() { item.label.clone() } else { item.ours.clone() }),
    }
}

/// True if every word typed begins a word of the label or the sentence, whatever the case.
pub fn matches_filter(row: &Row, filter: &str) -> bool {
    if filter.is_empty() {
        return true;
    }
    let haystack = format!("{} {}", row.label, row.sentence).to_lowercase();
    let words: Vec<&str> = haystack.split(|c: char| !(c.is_alphanumeric() || matches!(c, '#' | '+' | '.'))).collect();
    filter.to_lowercase().split_whitespace().all(|typed| words.iter().any(|word| word.starts_with(typed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(label: &str, sentence: &str) -> Row {
        Row {
            id: Id::new("x").unwrap(),
            label: label.to_owned(),
            group: None,
            strength: None,
            own: false,
            reworded: false,
            sentence: sentence.to_owned(),
        }
    }

    #[test]
    fn a_filter_finds_the_beginnings_of_words_in_any_case() {
        let row = row("PostgreSQL under load", "You have run PostgreSQL in C++ shops.");
        assert!(matches_filter(&row, "post"));
        assert!(matches_filter(&row, "LOAD pos"));
        assert!(matches_filter(&row, "c++"));
        assert!(matches_filter(&row, ""));
        assert!(!matches_filter(&row, "greSQL"));
        assert!(!matches_filter(&row, "post redis"));
    }
}

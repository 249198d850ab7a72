//! The entries that the review reads.

use super::row::Row;
use crate::catalog::Phrase;

pub(super) fn phrase(row: &mut Row<'_, '_>) -> Option<Phrase> {
    let id = row.id();
    let rule = row.text("rule");
    let words = row.texts("words");
    let instead = row.texts("instead");
    let except = row.texts("except");
    let why = row.optional_text("why");
    if words.is_empty() {
        row.problem_at("words", "“words” of a phrase needs at least one text to look for".to_owned());
    }
    Some(Phrase { id: id?, rule: rule?, words, instead, except, why })
}

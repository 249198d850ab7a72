//! Mends everything of one kind at once.

use std::collections::HashSet;

use super::{RULES, Request, Reviewer, Subject};
use crate::document::{Origin, build};
use crate::posting::Edit;

/// The most fixes that one press makes: far more than a posting has findings of a kind.
const MOST: usize = 200;

/// The first fix of every finding of a rule, as one edit with a name, so that one undo takes all
/// of it back. After each fix the posting is looked at again, as one can mend several findings
/// or move the words of the next. Findings without a fix, and those that were dismissed, stay.
///
/// `None`: there is nothing of this kind that can be mended, or the request has no posting.
pub fn fix_all(reviewer: &Reviewer, request: &Request<'_>, rule: &str) -> Option<Edit> {
    let known = RULES.iter().find(|known| known.id == rule)?;
    let mut posting = request.posting?.clone();
    let mut edits: Vec<Edit> = Vec::new();
    // What was mended last, and of how many.
    let mut last: Option<(String, usize)> = None;
    // A fix that leaves as many findings as there were is not tried for ever.
    let mut vain: HashSet<String> = HashSet::new();
    for _ in 0..MOST {
        let document = build(&posting, request.catalog);
        let again = Request { posting: Some(&posting), document: Some(&document), ..request.clone() };
        let review = reviewer.review(&again);
        let of_kind = || review.open().filter(|finding| finding.rule == rule);
        let count = of_kind().count();
        if let Some((about, before)) = last.take()
            && count >= before
        {
            vain.insert(about);
        }
        let next = of_kind()
            .filter(|finding| !vain.contains(&finding.about))
            .find_map(|finding| Some((finding.about.clone(), finding.fixes.first()?.edit.clone())));
        let Some((about, edit)) = next else { break };
        let mut after = posting.clone();
        match edit.apply(&mut after, request.catalog, posting.changed) {
            Ok(()) if after != posting => {
                posting = after;
                edits.push(edit);
            }
            Ok(()) => {}
            Err(error) => tracing::warn!(rule, %error, "a fix could not be applied"),
        }
        last = Some((about, count));
    }
    let mut name = known.name.chars();
    let name: String = name.next().map(char::to_lowercase).into_iter().flatten().chain(name).collect();
    (!edits.is_empty()).then(|| Edit::All { name: format!("fix all: {name}"), edits })
}

impl Reviewer {
    /// The edit that replaces words of a field or item: a suggestion for a word that no
    /// dictionary has, which is looked up only when a person asks. `None`: they do not stand in
    /// its editable words, or the request has no posting.
    pub fn reword(&self, request: &Request<'_>, origin: &Origin, from: &str, to: &str) -> Option<Edit> {
        Subject::new(request, self).reword(origin, from, to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Dismissal, History, Prose};
    use crate::review::fixture::{TODAY, catalog, edited, found, posting};

    fn with_summary(words: &str) -> crate::posting::Posting {
        edited(posting(), [Edit::Prose(Prose::Summary, Some(words.to_owned()))])
    }

    fn all_of(rule: &str, posting: &crate::posting::Posting) -> Option<Edit> {
        let document = build(posting, catalog());
        fix_all(&Reviewer::new(catalog()), &Request::of(posting, &document, catalog(), TODAY), rule)
    }

    #[test]
    fn everything_of_a_kind_goes_at_once_and_comes_back_with_one_undo() {
        let before = with_summary("You are a rockstar.\n\nWork is fast-paced, as a rockstar likes it.");
        assert!(found("jargon", &before).len() >= 2);
        let edit = all_of("jargon", &before).unwrap();
        let mut history = History::new(before.clone());
        assert!(history.apply(&edit, catalog(), before.changed).unwrap());
        assert!(found("jargon", history.posting()).is_empty());
        assert_eq!(history.undo_name(), Some("fix all: jargon and pressure"));
        assert!(history.undo(before.changed));
        assert_eq!(history.posting().summary, before.summary);
        assert_eq!(history.undo_name(), None);
    }

    #[test]
    fn what_was_dismissed_stays() {
        let before = with_summary("A rockstar whose work is fast-paced.");
        let kept = found("jargon", &before)[0].about.clone();
        let dismissal = Dismissal { rule: "jargon".to_owned(), about: kept.clone(), note: String::new() };
        let before = edited(before, [Edit::Dismiss(dismissal)]);
        let after = edited(before.clone(), [all_of("jargon", &before).unwrap()]);
        let left: Vec<String> = found("jargon", &after).into_iter().map(|finding| finding.about).collect();
        assert_eq!(left, [kept]);
    }

    #[test]
    fn where_nothing_can_be_mended_there_is_no_edit() {
        assert_eq!(all_of("jargon", &posting()), None);
        assert_eq!(all_of("company-missing", &posting()), None, "only a person knows the company");
        assert_eq!(all_of("no-such-rule", &posting()), None);
    }
}

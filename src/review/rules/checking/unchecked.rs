//! A must-have that nothing in the hiring kit checks.

use super::*;
use crate::catalog::Strength;
use crate::document::Origin;
use crate::kit::{build, trace};
use crate::posting::{Edit, EntryEdit, ItemEdit, KitEdit, KitList, List};

pub(crate) static RULE: Rule = Rule {
    id: "must-unchecked",
    group: Group::Checking,
    name: "Nobody will check a must-have",
    looks_for: "A must-have for which no row, task or question of the hiring kit is switched on.",
    severity: Severity::Consider,
    source: Source::new(Evidence::Convention, "Structured hiring: what is asked for is judged, by the same evidence"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    // A kit that nobody changed checks everything.
    let checks = |list: KitList| list != KitList::Attributes && list != KitList::Texts && list != KitList::Unfair;
    if !posting.kit.entries.iter().any(|entry| checks(entry.list)) {
        return;
    }
    let kit = build(posting, subject.catalog);
    for need in trace(&kit).unchecked() {
        let title = format!("Nobody will check this must-have: {}", need.label);
        let reason = "People without it will not apply, and no row, task or question finds out who has it.";
        let place = Place { origin: need.origin.clone(), at: None };
        let switch = |list| {
            let has = kit.entry(list, &need.id)?;
            Some(Edit::Kit(KitEdit::Entry { list, id: has.id.clone(), change: EntryEdit::On(true) }))
        };
        let nice = match &need.origin {
            Origin::Item(list @ List::Skills, id) => {
                let change = ItemEdit::Strength(Some(Strength::Nice));
                Some(Edit::Item { list: *list, id: id.clone(), change })
            }
            _ => None,
        };
        findings.push(
            rule.finding(place, title, reason)
                .maybe_fix("Ask in the interview", switch(KitList::Questions))
                .maybe_fix("Look for it in résumés", switch(KitList::Rows))
                .maybe_fix("Make it nice to have", nice),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Id;
    use crate::review::fixture::{assert_fix_works, edited, found, posting};

    /// The posting with every row, task and question that is on switched off.
    fn without_checks() -> crate::posting::Posting {
        let posting = posting();
        let kit = build(&posting, crate::review::fixture::catalog());
        let off = kit.entries.iter().filter(|entry| entry.on && entry.list != KitList::Texts);
        let edits: Vec<Edit> = off
            .map(|entry| {
                Edit::Kit(KitEdit::Entry { list: entry.list, id: entry.id.clone(), change: EntryEdit::On(false) })
            })
            .collect();
        edited(posting, edits)
    }

    #[test]
    fn a_must_have_that_nothing_checks_is_told_where_it_stands_and_can_be_checked_again() {
        assert!(found(RULE.id, &posting()).is_empty());
        let bare = without_checks();
        let kit = build(&bare, crate::review::fixture::catalog());
        let findings = found(RULE.id, &bare);
        assert_eq!(findings.len(), kit.musts().count());
        assert!(findings.iter().all(|finding| finding.title.starts_with("Nobody will check this must-have: ")));
        assert_fix_works(RULE.id, &bare);
    }

    #[test]
    fn one_check_is_enough() {
        let bare = without_checks();
        let kit = build(&bare, crate::review::fixture::catalog());
        let ids: Vec<Id> = kit.musts().map(|need| need.id.clone()).collect();
        let on =
            |id: &Id| Edit::Kit(KitEdit::Entry { list: KitList::Rows, id: id.clone(), change: EntryEdit::On(true) });
        assert!(found(RULE.id, &edited(bare, ids.iter().map(on))).is_empty());
    }
}

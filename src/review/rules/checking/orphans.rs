//! A check in the hiring kit that no requirement asks for.

use super::*;
use crate::document::Origin;
use crate::kit::{build, trace};
use crate::posting::{Edit, EntryEdit, KitEdit};

pub(crate) static RULE: Rule = Rule {
    id: "check-without-requirement",
    group: Group::Checking,
    name: "A check that no requirement asks for",
    looks_for: "A row, task, question or attribute that is switched on, though the posting has no such requirement.",
    severity: Severity::Consider,
    source: Source::new(Evidence::Convention, "Structured hiring: nobody is judged by what was not asked for"),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(posting) = subject.posting else { return };
    if !posting.kit.entries.iter().any(|entry| entry.on == Some(true) || entry.checks.is_some()) {
        return;
    }
    let kit = build(posting, subject.catalog);
    for entry in trace(&kit).orphans.into_iter().filter(|entry| entry.on) {
        let title = format!("No requirement asks for the {} “{}”", entry.list.one(), entry.label);
        let reason =
            "Candidates cannot prepare for what the posting does not ask, and it decides about them all the same.";
        let place = Place { origin: Origin::Kit(entry.list, entry.id.clone()), at: None };
        let off = Edit::Kit(KitEdit::Entry { list: entry.list, id: entry.id.clone(), change: EntryEdit::On(false) });
        findings.push(rule.finding(place, title, reason).fix("Switch it off", off));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Id;
    use crate::posting::{ItemEdit, KitField, KitList, List, Posting};
    use crate::review::fixture::{assert_fix_works, edited, found, posting};

    fn change(list: KitList, id: &Id, change: EntryEdit) -> Edit {
        Edit::Kit(KitEdit::Entry { list, id: id.clone(), change })
    }

    fn turned_off(posting: Posting, id: &Id) -> Posting {
        edited(posting, [Edit::Item { list: List::Skills, id: id.clone(), change: ItemEdit::Strength(None) }])
    }

    #[test]
    fn a_question_switched_on_for_a_requirement_that_is_gone_is_told() {
        let id = posting().skills.on().next().map(|item| item.id.clone()).expect("there are skills");
        let worded = change(KitList::Questions, &id, EntryEdit::Text(KitField::Question, Some("How so?".to_owned())));
        let gone = turned_off(edited(posting(), [worded]), &id);
        assert!(found(RULE.id, &gone).is_empty(), "it is kept, but off");
        let on = edited(gone, [change(KitList::Questions, &id, EntryEdit::On(true))]);
        assert_eq!(found(RULE.id, &on).len(), 1);
        assert_fix_works(RULE.id, &on);
    }
}

//! Who checks what: each requirement with the rows, tasks, questions and attributes that are on.

use crate::catalog::{Id, Strength};
use crate::posting::KitList;

use super::{Entry, Kit, Need};

/// Which requirement is checked by what, and what is left over on either side.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace<'a> {
    /// Each requirement, in the posting's order.
    pub needs: Vec<Traced<'a>>,
    /// Entries that are on, or that a person worked on, for requirements that the posting does
    /// not have.
    pub orphans: Vec<&'a Entry>,
}

/// A requirement and what checks it.
#[derive(Clone, Debug, PartialEq)]
pub struct Traced<'a> {
    /// The requirement.
    pub need: &'a Need,
    /// Rows of the screening sheet.
    pub rows: Vec<&'a Entry>,
    /// Tasks of the assessment.
    pub tasks: Vec<&'a Entry>,
    /// Questions of the interview.
    pub questions: Vec<&'a Entry>,
    /// Attributes of the scorecard that it counts for.
    pub attributes: Vec<&'a Entry>,
}

impl Traced<'_> {
    /// True if a row, a task or a question checks it; an attribute alone only counts what they found.
    pub fn is_checked(&self) -> bool {
        !(self.rows.is_empty() && self.tasks.is_empty() && self.questions.is_empty())
    }
}

impl<'a> Trace<'a> {
    /// The must-haves that nothing checks.
    pub fn unchecked(&self) -> impl Iterator<Item = &'a Need> {
        let unchecked = self.needs.iter().filter(|traced| !traced.is_checked());
        unchecked.map(|traced| traced.need).filter(|need| need.strength == Strength::Must)
    }
}

/// Traces a kit.
pub fn trace(kit: &Kit) -> Trace<'_> {
    let by = |list, need: &Id| kit.on(list).filter(|entry| entry.checks.contains(need)).collect();
    let needs = kit.needs.iter().map(|need| Traced {
        need,
        rows: by(KitList::Rows, &need.id),
        tasks: by(KitList::Tasks, &need.id),
        questions: by(KitList::Questions, &need.id),
        attributes: by(KitList::Attributes, &need.id),
    });
    Trace { needs: needs.collect(), orphans: kit.entries.iter().filter(|entry| entry.orphan).collect() }
}

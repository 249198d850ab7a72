//! The tasks of the skills assessment: the fewest small ones that together show every must-have.

use std::collections::BTreeSet;

use crate::catalog::{Criterion, Id, Task};
use crate::posting::{CriterionPart, KitField, KitList};

use super::Kit;
use super::build::{Draft, Maker};

pub(super) fn add(kit: &mut Kit, maker: &Maker<'_>) {
    let role = &maker.posting.role;
    let tasks = &maker.catalog.kit.tasks;
    let musts: BTreeSet<&Id> = kit.musts().map(|need| &need.id).collect();
    let fitting: Vec<&Task> = tasks.iter().filter(|task| task.fits(role)).collect();
    let chosen = cover(&fitting, &musts);
    let mut drafts = Vec::new();
    for task in tasks {
        let change = maker.change(KitList::Tasks, &task.id);
        let wanted = task.fits(role) && task.skills.iter().any(|id| kit.need(id).is_some());
        let worked_on = change.is_some_and(|change| change.is_work() || change.on == Some(true));
        if wanted || worked_on {
            let mut draft = of(task, maker);
            draft.on = chosen.contains(&&task.id) || (wanted && change.is_some_and(|change| change.is_work()));
            drafts.push(draft);
        }
    }
    let gone = |id: &Id| maker.catalog.kit.task(id).is_none();
    for change in &maker.posting.kit.entries {
        if change.list == KitList::Tasks && change.is_work() && (change.own || gone(&change.id)) {
            let mut draft = maker.own(change);
            draft.number = Some(OWN_MINUTES);
            drafts.push(draft);
        }
    }
    for draft in drafts {
        let entry = maker.finish(draft, kit);
        kit.entries.push(entry);
    }
}

/// The minutes of a person's own task until they say how long it takes.
const OWN_MINUTES: u16 = 30;

fn of(task: &Task, maker: &Maker<'_>) -> Draft {
    let mut texts = vec![
        (KitField::Label, task.label.clone()),
        (KitField::Brief, task.brief.join("\n")),
        (KitField::Deliver, task.deliver.join("\n")),
        (KitField::Materials, task.materials.join("\n")),
    ];
    for (number, criterion) in (1..).zip(task.rubric(maker.track())) {
        texts.extend(of_criterion(number, criterion));
    }
    Draft {
        label: task.label.clone(),
        texts,
        number: Some(task.minutes),
        checks: task.skills.clone(),
        ..Draft::new(KitList::Tasks, task.id.clone())
    }
}

fn of_criterion(number: u8, criterion: &Criterion) -> [(KitField, String); 4] {
    let texts = [&criterion.criterion, &criterion.weak, &criterion.sound, &criterion.strong];
    let mut parts = CriterionPart::ALL.into_iter().zip(texts);
    std::array::from_fn(|_| {
        let (part, text) = parts.next().expect("there are as many parts as texts");
        (KitField::Criterion(number, part), text.clone())
    })
}

/// Tasks that together show all of `musts` that any task shows, chosen one after the other: the
/// one that shows most of what is left, of equal ones the shortest, then the first. What turns
/// out not to be needed any more is left out again.
fn cover<'a>(tasks: &[&'a Task], musts: &BTreeSet<&Id>) -> Vec<&'a Id> {
    let shows = |task: &Task, left: &BTreeSet<&Id>| task.skills.iter().filter(|id| left.contains(id)).count();
    let mut left = musts.clone();
    let mut chosen: Vec<&'a Task> = Vec::new();
    loop {
        let best = tasks
            .iter()
            .copied()
            .filter(|task| !chosen.iter().any(|taken| taken.id == task.id))
            .map(|task| (shows(task, &left), task))
            .filter(|(count, _)| *count > 0)
            .min_by_key(|(count, task)| (usize::MAX - count, task.minutes));
        let Some((_, task)) = best else { break };
        left.retain(|id| !task.skills.contains(id));
        chosen.push(task);
    }
    let needed = |without: &Task, chosen: &[&Task]| {
        musts.iter().any(|id| {
            without.skills.contains(id)
                && !chosen.iter().any(|other| other.id != without.id && other.skills.contains(id))
        })
    };
    let mut at = 0;
    while at < chosen.len() {
        if needed(chosen[at], &chosen) {
            at += 1;
        } else {
            chosen.remove(at);
        }
    }
    chosen.into_iter().map(|task| &task.id).collect()
}

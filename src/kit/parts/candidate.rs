//! The task sheet: what the candidate gets, a page for each task, without how it is judged.

use crate::document::{BlockKind, Origin};
use crate::posting::{KitField, KitList};

use super::{Page, origin};
use crate::kit::Entry;

pub(super) fn write(page: &mut Page<'_>) {
    let kit = page.kit;
    if kit.on(KitList::Tasks).next().is_none() {
        return page.nothing();
    }
    page.text("candidate-letter");
    let contact = page.posting.adjustments_contact.trim().trim_end_matches('.');
    if !contact.is_empty() {
        let words = page.catalog.words.fill("apply.adjustments", &[("contact", contact)]);
        page.paragraph(words, &Origin::Fixed);
    }
    let mut number = 0;
    for task in kit.on(KitList::Tasks) {
        number += 1;
        if number > 1 {
            page.push(BlockKind::PageBreak, Origin::Fixed);
        }
        let heading = page.fill("task.numbered", &[("number", &number.to_string()), ("task", &task.label)]);
        page.heading(heading, &origin(task));
        brief(page, task);
    }
}

/// What the candidate reads of a task: time, brief, what to hand in.
pub(super) fn brief(page: &mut Page<'_>, task: &Entry) {
    let origin = origin(task);
    if task.number() > 0 {
        let minutes = page.fill("task.minutes", &[("minutes", &task.number().to_string())]);
        page.paragraph(minutes, &origin);
    }
    for line in task.lines(KitField::Brief) {
        page.paragraph(line, &origin);
    }
    if task.lines(KitField::Deliver).next().is_some() {
        page.subheading(page.word("task.deliver"), &origin);
        page.bullets(task.lines(KitField::Deliver), &origin);
    }
}

//! The skills assessment: each task with what to prepare and how its result is judged.

use crate::document::{Origin, Row};
use crate::posting::{CriterionPart, KitField, KitList};

use super::{Page, candidate, empty, lead, origin, short};
use crate::kit::Entry;

pub(super) fn write(page: &mut Page<'_>) {
    let kit = page.kit;
    if kit.on(KitList::Tasks).next().is_none() {
        return page.nothing();
    }
    page.text("assessment-rules");
    let minutes = kit.task_minutes();
    let all = kit.on(KitList::Tasks).count();
    let total = page.fill("task.total", &[("tasks", &all.to_string()), ("minutes", &minutes.to_string())]);
    page.paragraph(
        if all == 1 { page.fill("task.total_one", &[("minutes", &minutes.to_string())]) } else { total },
        &Origin::Fixed,
    );
    if kit.is_long() {
        page.paragraph(page.word("task.long"), &Origin::Fixed);
    }
    let mut number = 0;
    for task in kit.on(KitList::Tasks) {
        number += 1;
        let heading = page.fill("task.numbered", &[("number", &number.to_string()), ("task", &task.label)]);
        let origin = origin(task);
        page.heading(heading, &origin);
        let checked = page.checked(task);
        if !checked.is_empty() {
            page.paragraph(page.fill("task.checks", &[("skills", &checked)]), &origin);
        }
        candidate::brief(page, task);
        if task.lines(KitField::Materials).next().is_some() {
            page.subheading(page.word("task.materials"), &origin);
            page.bullets(task.lines(KitField::Materials), &origin);
        }
        rubric(page, task);
    }
}

fn rubric(page: &mut Page<'_>, task: &Entry) {
    let part = |number, part| task.get(KitField::Criterion(number, part));
    let rows: Vec<Row> = (1..=task.criteria())
        .filter(|number| !part(*number, CriterionPart::Name).is_empty())
        .map(|number| Row {
            cells: vec![
                lead(part(number, CriterionPart::Name), []),
                short(part(number, CriterionPart::Weak)),
                short(part(number, CriterionPart::Sound)),
                short(part(number, CriterionPart::Strong)),
                empty(),
            ],
            origin: origin(task),
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    page.subheading(page.word("task.rubric"), &origin(task));
    let caption = page.fill("caption.rubric", &[("task", &task.label)]);
    page.table(&caption, &[("criterion", 18), ("weak", 24), ("sound", 24), ("strong", 24), ("score", 10)], rows);
    let notes = Row { cells: vec![empty(), empty()], origin: origin(task) };
    let caption = page.fill("caption.notes", &[("task", &task.label)]);
    page.table(&caption, &[("assessor", 30), ("notes", 70)], vec![notes]);
}

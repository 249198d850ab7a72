//! Who checks what: each requirement with its row, tasks, question and attribute.

use crate::catalog::Strength;
use crate::document::{BlockKind, Bullet, Origin, Row, Text};
use crate::kit::{Entry, Traced, trace};
use crate::posting::KitList;

use super::{Page, cell, lead, origin};

pub(super) fn write(page: &mut Page<'_>) {
    let kit = page.kit;
    let trace = trace(kit);
    if trace.needs.is_empty() {
        return page.nothing();
    }
    page.paragraph(page.word("coverage.about"), &Origin::Fixed);
    let unchecked: Vec<String> = trace.unchecked().map(|need| need.label.clone()).collect();
    if unchecked.is_empty() {
        page.paragraph(page.word("coverage.all"), &Origin::Fixed);
    } else {
        page.heading(page.word("heading.unchecked"), &Origin::Fixed);
        page.paragraph(page.word("coverage.unchecked"), &Origin::Fixed);
        page.bullets(unchecked.iter().map(String::as_str), &Origin::Fixed);
    }
    for (key, strength) in [("must", Strength::Must), ("nice", Strength::Nice)] {
        let rows: Vec<Row> =
            trace.needs.iter().filter(|one| one.need.strength == strength).map(|one| row(page, one)).collect();
        if rows.is_empty() {
            continue;
        }
        page.heading(page.word(&format!("heading.{key}")), &Origin::Fixed);
        let caption = page.word(&format!("caption.{key}"));
        let columns = [("need", 28), ("row", 12), ("tasks", 26), ("question", 14), ("attribute", 20)];
        page.table(&caption, &columns, rows);
    }
    if !trace.orphans.is_empty() {
        page.heading(page.word("heading.orphans"), &Origin::Fixed);
        page.paragraph(page.word("coverage.orphans"), &Origin::Fixed);
        let bullets = trace.orphans.iter().map(|entry| {
            let key = match entry.list {
                KitList::Rows => "coverage.row",
                KitList::Tasks => "coverage.task",
                KitList::Questions => "coverage.question",
                _ => "coverage.attribute",
            };
            Bullet { text: Text::plain(page.fill(key, &[("name", &entry.label)])), origin: origin(entry) }
        });
        let bullets = BlockKind::Bullets(bullets.collect());
        page.push(bullets, Origin::Fixed);
    }
}

fn row(page: &Page<'_>, traced: &Traced<'_>) -> Row {
    let names = |entries: &[&Entry]| {
        let names: Vec<Text> = entries.iter().map(|entry| Text::plain(entry.label.as_str())).collect();
        if names.is_empty() { cell([Text::plain(page.word("coverage.none"))]) } else { cell(names) }
    };
    let yes = |entries: &[&Entry]| {
        let key = if entries.is_empty() { "coverage.none" } else { "coverage.yes" };
        cell([Text::plain(page.word(key))])
    };
    Row {
        cells: vec![
            lead(&traced.need.label, []),
            yes(&traced.rows),
            names(&traced.tasks),
            yes(&traced.questions),
            names(&traced.attributes),
        ],
        origin: traced.need.origin.clone(),
    }
}

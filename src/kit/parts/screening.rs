//! The screening sheet: what a résumé shows of each requirement.

use crate::catalog::Strength;
use crate::document::{Origin, Row, Text};
use crate::posting::{KitField, KitList};

use super::{Page, cell, empty, lead, origin};
use crate::kit::Entry;

pub(super) fn write(page: &mut Page<'_>) {
    page.text("screening-rules");
    let columns = [("candidate", 40), ("screened_by", 35), ("date", 25)];
    let blank = Row { cells: vec![empty(), empty(), empty()], origin: Origin::Fixed };
    let caption = page.word("caption.candidate");
    let kit = page.kit;
    let entries: Vec<&Entry> = kit.on(KitList::Rows).collect();
    if entries.is_empty() {
        return page.nothing();
    }
    page.table(&caption, &columns, vec![blank]);
    let strength = |entry: &Entry| entry.checks.iter().filter_map(|id| kit.need(id)).map(|need| need.strength).min();
    for (key, wanted) in [("must", Some(Strength::Must)), ("nice", Some(Strength::Nice)), ("more", None)] {
        let rows: Vec<Row> =
            entries.iter().filter(|entry| strength(entry) == wanted).map(|entry| row(page, entry)).collect();
        let Some(first) = rows.first() else { continue };
        let first = first.origin.clone();
        page.heading(page.word(&format!("heading.{key}")), &first);
        let caption = page.word(&format!("caption.{key}"));
        page.table(&caption, &[("requirement", 41), ("anchors", 36), ("score", 7), ("notes", 16)], rows);
    }
}

fn row(page: &Page<'_>, entry: &Entry) -> Row {
    let mut said = Vec::new();
    for id in &entry.checks {
        let sentence = page.kit.need(id).map_or("", |need| need.sentence.as_str());
        said.push(Text::plain(sentence));
    }
    let fill = |key: &str, text: &str| Text::plain(page.fill(key, &[("text", text)]));
    let evidence = entry.get(KitField::Evidence);
    if !evidence.is_empty() {
        said.push(fill("screening.evidence", evidence));
    }
    for (key, field) in [("screening.counts", KitField::Counts), ("screening.counts_not", KitField::CountsNot)] {
        let lines: Vec<&str> = entry.lines(field).collect();
        if !lines.is_empty() {
            said.push(fill(key, &lines.join(" ")));
        }
    }
    let anchors = [1, 2, 3].map(|score| entry.get(KitField::Anchor(score)));
    let zero = Text::plain(page.word("score.zero_resume"));
    let anchors = std::iter::once(zero).chain(page.scores(anchors));
    let said = said.into_iter().filter(|text| !text.is_blank());
    Row { cells: vec![lead(&entry.label, said), cell(anchors), empty(), empty()], origin: origin(entry) }
}

//! The scorecard: a few attributes, each with what stands behind it, scored alone.

use crate::document::{BlockKind, Origin, Row, Text};
use crate::posting::{KitField, KitList};

use super::{Page, cell, empty, lead, origin, short};
use crate::kit::Entry;

pub(super) fn write(page: &mut Page<'_>) {
    let kit = page.kit;
    page.text("scoring-rules");
    let attributes: Vec<&Entry> = kit.on(KitList::Attributes).collect();
    if attributes.is_empty() {
        return page.nothing();
    }
    let blank = Row { cells: vec![empty(), empty(), empty()], origin: Origin::Fixed };
    let caption = page.word("caption.candidate");
    page.table(&caption, &[("candidate", 40), ("interviewer", 35), ("date", 25)], vec![blank]);

    page.heading(page.word("heading.alone"), &Origin::Fixed);
    let rows = attributes.iter().map(|attribute| row(page, attribute)).collect();
    let caption = page.word("caption.scorecard");
    let columns = [("attribute", 31), ("anchors", 36), ("weight", 9), ("score", 8), ("evidence", 16)];
    page.table(&caption, &columns, rows);
    let points: u16 = attributes.iter().map(|attribute| attribute.number()).sum();
    let most = (points * 3).to_string();
    page.paragraph(page.fill("scorecard.total", &[("most", &most)]), &Origin::Fixed);
    page.paragraph(page.word("scorecard.weights"), &Origin::Fixed);

    page.push(BlockKind::PageBreak, Origin::Fixed);
    page.heading(page.word("heading.together"), &Origin::Fixed);
    page.paragraph(page.word("scorecard.together"), &Origin::Fixed);
    let rows = attributes
        .iter()
        .map(|attribute| Row {
            cells: vec![
                lead(&attribute.label, []),
                short(attribute.number().to_string()),
                empty(),
                empty(),
                empty(),
                empty(),
            ],
            origin: origin(attribute),
        })
        .collect();
    let caption = page.word("caption.together");
    let columns = [("attribute", 34), ("weight", 10), ("first", 14), ("second", 14), ("third", 14), ("agreed", 14)];
    page.table(&caption, &columns, rows);
}

fn row(page: &Page<'_>, attribute: &Entry) -> Row {
    let mut said = vec![Text::plain(attribute.get(KitField::About))];
    let checked = page.checked(attribute);
    if !checked.is_empty() {
        said.push(Text::plain(page.fill("scorecard.from", &[("skills", &checked)])));
    }
    let said = said.into_iter().filter(|text| !text.is_blank());
    let anchors = [KitField::Weak, KitField::Sound, KitField::Strong].map(|field| attribute.get(field));
    let zero = Text::plain(page.word("score.zero"));
    Row {
        cells: vec![
            lead(&attribute.label, said),
            cell(std::iter::once(zero).chain(page.scores(anchors))),
            short(attribute.number().to_string()),
            empty(),
            empty(),
        ],
        origin: origin(attribute),
    }
}

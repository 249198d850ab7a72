//! Whatever a person types, wherever: the file parses and says it.

use proptest::prelude::*;
use rolewright::document::{Block, BlockKind, Bullet, Cell, Column, Document, Fact, Origin, Row, Span, Table, Text};

use crate::exported;
use crate::samples::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Any Unicode in any field gives a file that parses, and says what was said.
    #[test]
    fn any_text_in_any_field_gives_a_file_that_parses(document in any_document()) {
        let package = exported(&document);
        for name in package.names().into_iter().filter(|name| name.ends_with(".xml") || name.ends_with(".rels")) {
            package.tree(&name);
        }
        let words = package.tree("word/document.xml").words();
        prop_assert_eq!(visible(&words), visible(&said(&document)));
    }
}

/// Letters and digits only, so that layout and dropped controls do not matter.
fn visible(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn said(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        match &block.kind {
            BlockKind::Title(words) | BlockKind::Heading(words) | BlockKind::Subheading(words) => out.push_str(words),
            BlockKind::Paragraph(text) => out.push_str(&text.words()),
            BlockKind::Bullets(items) | BlockKind::Numbers(items) => {
                out.extend(items.iter().map(|item| item.text.words()));
            }
            BlockKind::Facts { label_heading, value_heading, rows } => {
                out.push_str(label_heading);
                out.push_str(value_heading);
                for row in rows {
                    out.push_str(&row.label);
                    out.push_str(&row.value.words());
                }
            }
            BlockKind::Table(table) => {
                out.extend(table.columns.iter().map(|column| column.heading.clone()));
                for row in &table.rows {
                    out.extend(row.cells.iter().take(table.columns.len()).map(Cell::words));
                }
            }
            BlockKind::PageBreak => {}
        }
    }
    out
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC{0,20}",
        "[\\x00-\\x20<>&\"'\u{fffe}\u{ffff}\u{85}\u{2028}אبa-c{}]{0,30}",
        Just("]]>".to_owned()),
        Just("{page}{pages}{language}{ordered}{numbers}".to_owned()),
    ]
}

fn any_rich() -> impl Strategy<Value = Text> {
    let link = prop_oneof![
        Just(None),
        any_text().prop_map(Some),
        any_text().prop_map(|rest| Some(format!("https://example.com/{rest}"))),
        any_text().prop_map(|rest| Some(format!("https://{rest}.example/"))),
        any_text().prop_map(|rest| Some(format!("mailto:{rest}@example.com?subject={rest}"))),
    ];
    let span = (any_text(), link).prop_map(|(text, link)| Span { text, link });
    proptest::collection::vec(span, 0..3).prop_map(Text)
}

fn any_block() -> impl Strategy<Value = Block> {
    let items = || proptest::collection::vec(any_rich().prop_map(|text| Bullet { text, origin: Origin::Fixed }), 1..3);
    let rows = proptest::collection::vec(
        (any_text(), any_rich()).prop_map(|(label, value)| Fact { label, value, origin: Origin::Fixed }),
        0..3,
    );
    let cell = (proptest::collection::vec(any_rich(), 0..3), any::<bool>())
        .prop_map(|(paragraphs, lead)| Cell { paragraphs, lead });
    let row = proptest::collection::vec(cell, 0..4).prop_map(|cells| Row { cells, origin: Origin::Fixed });
    let column = (any_text(), 0..60_u8).prop_map(|(heading, width)| Column { heading, width });
    let table = (any_text(), proptest::collection::vec(column, 0..4), proptest::collection::vec(row, 0..3))
        .prop_map(|(caption, columns, rows)| Table { caption, columns, rows });
    prop_oneof![
        table.prop_map(BlockKind::Table),
        Just(BlockKind::PageBreak),
        any_text().prop_map(BlockKind::Subheading),
        any_text().prop_map(BlockKind::Title),
        any_text().prop_map(BlockKind::Heading),
        any_rich().prop_map(BlockKind::Paragraph),
        items().prop_map(BlockKind::Bullets),
        items().prop_map(BlockKind::Numbers),
        (any_text(), any_text(), rows).prop_map(|(label_heading, value_heading, rows)| BlockKind::Facts {
            label_heading,
            value_heading,
            rows
        }),
    ]
    .prop_map(block)
}

fn any_document() -> impl Strategy<Value = Document> {
    let blocks = proptest::collection::vec(any_block(), 0..6);
    (blocks, any_text(), any_text(), any_text(), any_text(), any_text(), any::<bool>()).prop_map(
        |(blocks, title, author, language, header_text, footer, with_logo)| {
            let mut document = document(blocks);
            document.meta.title = title;
            document.meta.author = author;
            document.language = language;
            let logo = with_logo.then(|| logo(12, 8));
            document.header = Some(header(&header_text, logo));
            document.footer = footer;
            document
        },
    )
}

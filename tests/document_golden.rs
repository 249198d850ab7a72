//! What the eight postings say, word for word, and which control each line comes from.
//!
//! A change of words, order or origin shows here; look at it, then `cargo insta accept`.

mod common;

use std::fmt::Write as _;

use rolewright::document::{Block, BlockKind, Document, Origin, Text, build};

#[test]
fn the_eight_postings_read_as_before() {
    let catalog = common::catalog();
    for (name, posting) in common::eight() {
        insta::assert_snapshot!(name, shown(&build(&posting, &catalog)));
    }
}

#[test]
fn the_same_posting_gives_the_same_document() {
    let catalog = common::catalog();
    for ((name, one), (_, other)) in common::eight().into_iter().zip(common::eight()) {
        assert_eq!(build(&one, &catalog), build(&other, &catalog), "{name}");
    }
}

#[test]
fn no_line_is_empty_and_no_word_has_a_gap_or_an_unfilled_place() {
    let catalog = common::catalog();
    for (name, posting) in common::eight() {
        let document = build(&posting, &catalog);
        for (_, text) in lines(&document) {
            let text = text.words();
            assert!(!text.trim().is_empty(), "{name}: an empty line");
            assert!(!text.contains("  ") && !text.contains('{'), "{name}: {text}");
        }
        let kinds: Vec<_> = document.blocks.iter().map(|block| &block.kind).collect();
        assert!(matches!(kinds[0], BlockKind::Title(_)), "{name}");
        assert!(!matches!(kinds[kinds.len() - 1], BlockKind::Heading(_)), "{name}: a heading without a section");
        for pair in kinds.windows(2) {
            let both = matches!(pair, [BlockKind::Heading(_), BlockKind::Heading(_)]);
            assert!(!both, "{name}: a heading without a section");
        }
    }
}

fn lines(document: &Document) -> Vec<(Origin, Text)> {
    document.blocks.iter().flat_map(block_lines).collect()
}

fn block_lines(block: &Block) -> Vec<(Origin, Text)> {
    match &block.kind {
        BlockKind::Title(text) | BlockKind::Heading(text) | BlockKind::Subheading(text) => {
            vec![(block.origin.clone(), Text::plain(text.clone()))]
        }
        BlockKind::Paragraph(text) => vec![(block.origin.clone(), text.clone())],
        BlockKind::Bullets(points) | BlockKind::Numbers(points) => {
            points.iter().map(|point| (point.origin.clone(), point.text.clone())).collect()
        }
        BlockKind::Facts { rows, .. } => rows
            .iter()
            .map(|row| {
                let mut text = Text::plain(format!("{} | ", row.label));
                text.0.extend(row.value.0.iter().cloned());
                (row.origin.clone(), text)
            })
            .collect(),
        BlockKind::Table(_) | BlockKind::PageBreak => unreachable!("a posting has none"),
    }
}

/// Kind, words and origin, a line each; links as `[words](where)`, odd characters as escapes.
fn shown(document: &Document) -> String {
    let stats = document.stats();
    let mut out = String::new();
    let meta = &document.meta;
    let _ = writeln!(
        out,
        "{} on {}, {} words, {} min",
        document.language,
        document.paper.label(),
        stats.words,
        stats.minutes_to_read
    );
    let _ = writeln!(out, "meta: {:?} by {:?}, {} to {}", meta.title, meta.author, meta.created, meta.modified);
    if let Some(header) = &document.header {
        let logo = header.logo.as_ref().map(|logo| format!("{logo:?}, {:?}", header.logo_alt));
        let _ = writeln!(out, "header: {:?} {}", header.text, logo.unwrap_or_default());
    }
    let _ = writeln!(out, "footer: {:?}\n", document.footer);
    for block in &document.blocks {
        let mark = match &block.kind {
            BlockKind::Title(_) => "title",
            BlockKind::Facts { label_heading, value_heading, .. } => {
                let _ = writeln!(out, "facts    {label_heading} | {value_heading}");
                "fact"
            }
            BlockKind::Heading(_) => "\nheading",
            BlockKind::Paragraph(_) => "text",
            BlockKind::Bullets(_) => "bullet",
            BlockKind::Numbers(_) => "number",
            BlockKind::Subheading(_) | BlockKind::Table(_) | BlockKind::PageBreak => unreachable!("a posting has none"),
        };
        for (origin, text) in block_lines(block) {
            let origin = match origin {
                Origin::Field(field) => format!("{field:?}"),
                Origin::Item(list, id) => format!("{list:?}/{id}"),
                Origin::Kit(..) | Origin::Fixed => "-".to_owned(),
            };
            let _ = writeln!(out, "{mark:8} {}  ‹{origin}›", spans(&text));
        }
    }
    out
}

fn spans(text: &Text) -> String {
    let mut out = String::new();
    for span in &text.0 {
        let words: String = span.text.chars().map(visible).collect();
        match &span.link {
            Some(link) => {
                let _ = write!(out, "[{words}]({link})");
            }
            None => out.push_str(&words),
        }
    }
    out
}

/// The character, or its escape if one could not see it in a file.
fn visible(c: char) -> String {
    match c {
        '\u{a0}' | '\u{202f}' | '\u{202a}'..='\u{202e}' | '\u{fffe}' => c.escape_unicode().to_string(),
        c if c.is_control() => c.escape_default().to_string(),
        c => c.to_string(),
    }
}

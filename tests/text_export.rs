//! Text and HTML of documents: golden files, and what holds for every document.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test, which prepares files by hand")]

mod common;

use jiff::Timestamp;
use proptest::prelude::*;
use rolewright::document::{
    Block, BlockKind, Bullet, Cell, Column, Document, Fact, Field, Meta, Origin, Paper, Row, Span, Table, Text, build,
};
use rolewright::export::text::{BulletMark, HeadingStyle, Newline, TextOptions};
use rolewright::export::{html, text};

fn linked(words: &str, link: &str) -> Span {
    Span { text: words.to_owned(), link: Some(link.to_owned()) }
}

fn plain(words: &str) -> Span {
    Span { text: words.to_owned(), link: None }
}

fn block(kind: BlockKind) -> Block {
    Block { kind, origin: Origin::Fixed }
}

fn heading(words: &str) -> Block {
    block(BlockKind::Heading(words.to_owned()))
}

fn paragraph(spans: impl Into<Vec<Span>>) -> Block {
    block(BlockKind::Paragraph(Text(spans.into())))
}

fn points(items: &[&str]) -> Vec<Bullet> {
    items.iter().map(|words| Bullet { text: Text::plain(*words), origin: Origin::Fixed }).collect()
}

fn fact(label: &str, value: Text) -> Fact {
    Fact { label: label.to_owned(), value, origin: Origin::Field(Field::Pay) }
}

fn document(blocks: Vec<Block>) -> Document {
    Document {
        language: "en-US".to_owned(),
        paper: Paper::Letter,
        meta: Meta {
            title: "Senior Backend Engineer".to_owned(),
            author: "Northlight Systems".to_owned(),
            created: Timestamp::UNIX_EPOCH,
            modified: Timestamp::UNIX_EPOCH,
        },
        header: None,
        footer: "Page {page} of {pages}".to_owned(),
        blocks,
    }
}

/// A posting with every kind of block.
fn posting() -> Document {
    document(vec![
        block(BlockKind::Title("Senior Backend Engineer".to_owned())),
        block(BlockKind::Facts {
            label_heading: "Detail".to_owned(),
            value_heading: "This role".to_owned(),
            rows: vec![
                fact("Company", Text::plain("Northlight Systems")),
                fact(
                    "Location",
                    Text::plain("Denver, Colorado, United States, three days a week on site, the others from home"),
                ),
                fact("Pay", Text::plain("$142,000 to $168,000 a year, before tax")),
                fact(
                    "Contact",
                    Text(vec![linked("people@northlight.example", "mailto:people@northlight.example?subject=Job")]),
                ),
            ],
        }),
        heading("About the role"),
        paragraph([plain(
            "You design and run the services behind our weather products, which answer 40,000 questions a second when a storm comes up.",
        )]),
        paragraph([
            plain("Our "),
            linked(
                "engineering handbook",
                "https://handbook.northlight.example/how-we-work/and-a-long-address-that-no-one-would-type-by-hand",
            ),
            plain(" is open, as is "),
            linked("northlight.example/code", "https://www.northlight.example/code/"),
            plain("."),
        ]),
        heading("What you will do"),
        block(BlockKind::Bullets(points(&[
            "Design services that other teams build on, and write down why they are as they are.",
            "Find what slows us down, measure it, and take it away.\nThat includes meetings.",
            "Read Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungen aloud.",
        ]))),
        heading("How we hire"),
        block(BlockKind::Numbers(points(&[
            "A call of thirty minutes with the person you would report to.",
            "A task of two hours, at home, in a language that you choose.",
        ]))),
        heading("How to apply"),
        paragraph([linked("Apply on our site", "https://northlight.example/jobs/42"), plain(" by March 1, 2027.")]),
    ])
}

fn options(wrap: Option<usize>, headings: HeadingStyle, bullet: BulletMark) -> TextOptions {
    TextOptions { wrap, bullet, headings, newline: Newline::Lf }
}

#[test]
fn golden_one_line_a_paragraph() {
    insta::assert_snapshot!(text::write(&posting(), &TextOptions::default()));
}

#[test]
fn golden_wrapped_with_headings_underlined_and_dots() {
    let options = options(Some(60), HeadingStyle::Underlined, BulletMark::Dot);
    insta::assert_snapshot!(text::write(&posting(), &options));
}

/// Everything a posting can say, as job boards get it.
#[test]
fn golden_texts_of_the_eight_postings() {
    let catalog = common::catalog();
    for (name, posting) in common::eight() {
        let document = build(&posting, &catalog);
        let text = text::write(&document, &TextOptions::default());
        insta::assert_snapshot!(format!("eight_{name}"), text);
        let wrapped = options(Some(72), HeadingStyle::Underlined, BulletMark::Dot);
        for text in [text, text::write(&document, &wrapped)] {
            assert!(!text.contains("\n\n\n") && !text.contains(" \n"), "{name}: blanks");
            assert!(!text.contains(['{', '}']), "{name}: a place that nothing filled");
        }
    }
}

#[test]
fn golden_html_of_a_posting_that_says_everything() {
    let catalog = common::catalog();
    let (_, posting) = common::eight().pop().unwrap();
    insta::assert_snapshot!(html::write(&build(&posting, &catalog)));
}

#[test]
fn golden_html() {
    insta::assert_snapshot!(html::write(&posting()));
}

#[test]
fn golden_html_of_hostile_text() {
    let mut hostile = document(vec![
        block(BlockKind::Title("C# & <script>alert('x')</script>".to_owned())),
        heading("שלום עולם"),
        paragraph([
            plain("one\nline \"two\"\n\nnext paragraph "),
            linked("click\"><img src=x onerror=alert(1)>", "https://a.example/?q=\"><b>&x='"),
            linked("no link", "javascript:alert(1)"),
        ]),
        block(BlockKind::Bullets(points(&["  \n ", "kept"]))),
        block(BlockKind::Bullets(points(&["\t"]))),
        block(BlockKind::Facts {
            label_heading: String::new(),
            value_heading: String::new(),
            rows: vec![fact("Name", Text::plain("")), fact("Pay", Text::plain("82\u{a0}000 €"))],
        }),
    ]);
    insta::assert_snapshot!(html::write(&hostile));
    hostile.language = "ar\"><script>".to_owned();
    let page = html::write(&hostile);
    assert!(page.starts_with("<div lang=\"ar&quot;&gt;&lt;script&gt;\""), "{page}");
}

#[test]
fn a_language_written_from_right_to_left_turns_the_page() {
    let mut page = posting();
    page.language = "he-IL".to_owned();
    let html = html::write(&page);
    assert!(html.starts_with("<div lang=\"he-IL\" dir=\"rtl\">"), "{html}");
    assert!(html.contains("text-align:right") && html.contains("padding-left"), "{html}");
    assert!(html.contains("<h1 dir=\"auto\">Senior Backend Engineer</h1>"), "{html}");
}

#[test]
fn windows_line_ends_are_on_every_line() {
    let lf = text::write(&posting(), &TextOptions::default());
    let crlf = text::write(&posting(), &TextOptions { newline: Newline::Crlf, ..TextOptions::default() });
    assert_eq!(crlf.replace("\r\n", "\n"), lf);
    assert_eq!(crlf.matches('\n').count(), crlf.matches("\r\n").count());
}

#[test]
fn an_address_stands_behind_its_words_only_where_it_says_something_else() {
    let written = |words: &str, link: &str| {
        text::write(&document(vec![paragraph([linked(words, link), plain(".")])]), &TextOptions::default())
    };
    assert_eq!(written("our site", "https://a.example/jobs"), "our site (https://a.example/jobs).\n");
    assert_eq!(written("https://a.example/jobs", "https://a.example/jobs"), "https://a.example/jobs.\n");
    assert_eq!(written("a.example/jobs", "https://a.example/jobs/"), "https://a.example/jobs/.\n");
    assert_eq!(written("jobs@a.example", "mailto:jobs@a.example?subject=Hi"), "jobs@a.example.\n");
    assert_eq!(written("Write to us", "mailto:jobs@a.example"), "Write to us (jobs@a.example).\n");
    assert_eq!(written("", "https://a.example"), "https://a.example.\n");
    assert_eq!(written("trap", "javascript:alert(1)"), "trap.\n");
}

#[test]
fn addresses_and_long_words_are_never_broken() {
    let address = format!("https://a.example/{}", "path/".repeat(30));
    let word = "x".repeat(90);
    let page = document(vec![
        paragraph([plain("Before it "), linked("read this", &address), plain(" and after")]),
        block(BlockKind::Bullets(points(&[word.as_str(), "next"]))),
    ]);
    let text = text::write(&page, &options(Some(40), HeadingStyle::Capitals, BulletMark::Hyphen));
    assert!(text.contains(&format!("\n({address})\nand after\n")), "{text}");
    assert!(text.contains(&format!("\n- {word}\n- next\n")), "{text}");
}

#[test]
fn wide_letters_count_as_two_columns() {
    let page = document(vec![paragraph([plain("日本語日本語 日本語日本語 日本語日本語")])]);
    let text = text::write(&page, &options(Some(26), HeadingStyle::Capitals, BulletMark::Hyphen));
    assert_eq!(text, "日本語日本語 日本語日本語\n日本語日本語\n");
}

#[test]
fn more_than_nine_points_hang_under_their_own_numbers() {
    let page = document(vec![block(BlockKind::Numbers(points(&["some words here and there"; 10])))]);
    let text = text::write(&page, &options(Some(20), HeadingStyle::Capitals, BulletMark::Hyphen));
    assert!(text.starts_with("1. some words here\n   and there\n2. "), "{text}");
    assert!(text.ends_with("10. some words here\n    and there\n"), "{text}");
}

#[test]
fn blocks_with_nothing_to_read_leave_no_trace() {
    let page = document(vec![
        heading(" \t"),
        paragraph([plain("\n\n")]),
        block(BlockKind::Bullets(points(&["", "\u{7}"]))),
        paragraph([plain("Only this.")]),
        block(BlockKind::Numbers(points(&["", "kept", " "]))),
    ]);
    assert_eq!(text::write(&page, &TextOptions::default()), "Only this.\n\n1. kept\n");
    assert_eq!(text::write(&document(vec![]), &TextOptions::default()), "");
}

#[test]
fn saved_choices_of_an_older_program_are_completed() {
    let saved: TextOptions = serde_json::from_str(r#"{"bullet":"dot","wrap":72}"#).unwrap();
    assert_eq!(saved, options(Some(72), HeadingStyle::Capitals, BulletMark::Dot));
    let again: TextOptions = serde_json::from_str(&serde_json::to_string(&saved).unwrap()).unwrap();
    assert_eq!(again, saved);
}

fn any_text() -> impl Strategy<Value = Text> {
    let words = prop_oneof![any::<String>(), "[ a-z\\n\\t\\r]{0,40}", "[א-ת ،-ي 👩‍💻\u{85}\u{2028}]{0,12}"];
    let link = prop_oneof![
        3 => Just(None),
        1 => Just(Some("https://a.example/b".to_owned())),
        1 => any::<String>().prop_map(|path| Some(format!("https://{path}"))),
        1 => any::<String>().prop_map(Some),
    ];
    prop::collection::vec((words, link), 0..4)
        .prop_map(|spans| Text(spans.into_iter().map(|(text, link)| Span { text, link }).collect()))
}

fn any_block() -> impl Strategy<Value = Block> {
    let bullets = || prop::collection::vec(any_text().prop_map(|text| Bullet { text, origin: Origin::Fixed }), 0..4);
    let facts =
        prop::collection::vec((any::<String>(), any_text()).prop_map(|(label, value)| fact(&label, value)), 0..4);
    let cell = (prop::collection::vec(any_text(), 0..3), any::<bool>())
        .prop_map(|(paragraphs, lead)| Cell { paragraphs, lead });
    let row = prop::collection::vec(cell, 0..4).prop_map(|cells| Row { cells, origin: Origin::Fixed });
    let columns = prop::collection::vec((any::<String>(), 0..60_u8), 0..4)
        .prop_map(|columns| columns.into_iter().map(|(heading, width)| Column { heading, width }).collect::<Vec<_>>());
    let table = (any::<String>(), columns, prop::collection::vec(row, 0..3))
        .prop_map(|(caption, columns, rows)| Table { caption, columns, rows });
    prop_oneof![
        table.prop_map(BlockKind::Table),
        Just(BlockKind::PageBreak),
        any::<String>().prop_map(BlockKind::Subheading),
        any::<String>().prop_map(BlockKind::Title),
        any::<String>().prop_map(BlockKind::Heading),
        any_text().prop_map(BlockKind::Paragraph),
        bullets().prop_map(BlockKind::Bullets),
        bullets().prop_map(BlockKind::Numbers),
        facts.prop_map(|rows| BlockKind::Facts { label_heading: String::new(), value_heading: String::new(), rows }),
    ]
    .prop_map(block)
}

/// A screening sheet: a row with everything, and one that says little.
fn sheet() -> Document {
    let cell =
        |words: &[&str], lead| Cell { paragraphs: words.iter().map(|words| Text::plain(*words)).collect(), lead };
    let column = |heading: &str, width| Column { heading: heading.to_owned(), width };
    let row = |cells| Row { cells, origin: Origin::Fixed };
    let table = Table {
        caption: "Must-haves & more".to_owned(),
        columns: vec![column("Requirement", 40), column("Anchors", 40), column("Score, 0 to 3", 20)],
        rows: vec![
            row(vec![
                cell(
                    &["PostgreSQL", "You have run PostgreSQL in production: schema changes, indexes and slow queries."],
                    true,
                ),
                cell(&["1: Names it.", "2: Used it."], false),
                cell(&[], false),
            ]),
            row(vec![cell(&["Go"], true), cell(&["1: <Names> it."], false), cell(&["2"], false)]),
        ],
    };
    document(vec![
        block(BlockKind::Title("Screening sheet".to_owned())),
        block(BlockKind::Subheading("Must-haves".to_owned())),
        block(BlockKind::Table(table)),
        block(BlockKind::PageBreak),
        block(BlockKind::Paragraph(Text::plain("The end."))),
    ])
}

#[test]
fn golden_html_of_a_sheet() {
    insta::assert_snapshot!(html::write(&sheet()));
}

#[test]
fn a_row_of_html_has_a_cell_for_each_column_and_a_table_without_columns_is_none() {
    let cell = |words: &str| Cell { paragraphs: vec![Text::plain(words)], lead: false };
    let page = |columns: usize, cells: &[&str]| {
        let columns = (0..columns).map(|_| Column { heading: "Heading".to_owned(), width: 10 }).collect();
        let rows = vec![Row { cells: cells.iter().map(|words| cell(words)).collect(), origin: Origin::Fixed }];
        html::write(&document(vec![block(BlockKind::Table(Table { caption: String::new(), columns, rows }))]))
    };
    for cells in [&["one"][..], &["one", "two"], &["one", "two", "three"]] {
        assert_eq!(page(2, cells).matches("<td").count(), 2, "{cells:?}");
    }
    assert!(!page(0, &["one"]).contains("<table"));
}

#[test]
fn a_table_is_read_row_by_row_with_room_for_what_is_to_be_filled_in() {
    let text = text::write(&sheet(), &options(Some(50), HeadingStyle::Capitals, BulletMark::Hyphen));
    let expected = "\
SCREENING SHEET

Must-haves

PostgreSQL
  You have run PostgreSQL in production: schema
  changes, indexes and slow queries.
  Anchors:
    1: Names it.
    2: Used it.
  Score, 0 to 3: ________

Go
  Anchors: 1: <Names> it.
  Score, 0 to 3: 2

The end.
";
    assert_eq!(text, expected);
}

#[test]
fn a_table_is_a_table_in_html_with_headings_for_columns_and_rows() {
    let page = html::write(&sheet());
    assert!(page.contains("<table title=\"Must-haves &amp; more\""), "{page}");
    assert!(page.contains("<thead><tr><th scope=\"col\""), "{page}");
    assert!(page.contains("<th scope=\"row\"") && page.contains("<b>PostgreSQL</b><br>You have run"), "{page}");
    assert!(page.contains("1: &lt;Names&gt; it.") && page.contains(">&nbsp;</td>"), "{page}");
    assert!(page.contains("<h3>Must-haves</h3>"), "{page}");
}

proptest! {
    #[test]
    fn any_document_gives_tidy_text(
        blocks in prop::collection::vec(any_block(), 0..6),
        wrap in prop::option::of(0_usize..90),
        underlined: bool,
    ) {
        let headings = if underlined { HeadingStyle::Underlined } else { HeadingStyle::Capitals };
        let text = text::write(&document(blocks), &options(wrap, headings, BulletMark::Dot));
        prop_assert!(text.is_empty() || text.ends_with('\n'));
        prop_assert!(!text.starts_with('\n') && !text.ends_with("\n\n"), "blank at an end: {text:?}");
        prop_assert!(!text.contains("\n\n\n"), "two blank lines: {text:?}");
        for line in text.lines() {
            prop_assert!(!line.ends_with(' '), "a blank at the end: {line:?}");
            prop_assert!(!line.chars().any(char::is_control), "a control character: {line:?}");
        }
    }

    #[test]
    fn any_document_gives_html_whose_tags_are_ours_and_match(blocks in prop::collection::vec(any_block(), 0..6)) {
        let page = html::write(&document(blocks));
        let mut open: Vec<String> = Vec::new();
        for piece in page.split('<').skip(1) {
            let (tag, _) = piece.split_once('>').expect("each < opens a tag of ours");
            let name = tag.split(' ').next().unwrap_or_default();
            if let Some(name) = name.strip_prefix('/') {
                let opened = open.pop();
                prop_assert_eq!(opened.as_deref(), Some(name));
            } else if name != "br" {
                prop_assert!(["div", "h1", "h2", "h3", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "b", "a"].contains(&name));
                open.push(name.to_owned());
            }
        }
        prop_assert!(open.is_empty());
        prop_assert!(!page.chars().any(|c| c.is_control() && c != '\n'));
    }
}

//! What a Word file must be, whatever the posting says. The files are read back with zip and
//! quick-xml, never with the library that helped to write them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test stops where it fails")]

mod any_text;
#[path = "../common/mod.rs"]
mod common;
mod package;
mod samples;

use std::collections::{BTreeMap, BTreeSet};

use package::Package;
use rolewright::document::{Block, BlockKind, Cell, Column, Document, Origin, Paper, Row, Table, Text};
use rolewright::export::docx;
use samples::*;

fn exported(document: &Document) -> Package {
    Package::read(&docx::write(document).unwrap())
}

/// Golden parts: what changes here changes in front of a recruiter.
#[test]
fn golden_parts_of_a_typical_posting() {
    let package = exported(&with_logo(Paper::Letter));
    insta::assert_snapshot!("typical_entries", package.names().join("\n"));
    for (name, snapshot) in [
        ("word/document.xml", "typical_document"),
        ("word/_rels/document.xml.rels", "typical_document_rels"),
        ("word/header1.xml", "typical_header"),
        ("word/_rels/header1.xml.rels", "typical_header_rels"),
        ("word/footer1.xml", "typical_footer"),
        ("word/styles.xml", "typical_styles"),
        ("word/numbering.xml", "typical_numbering"),
        ("word/settings.xml", "typical_settings"),
        ("docProps/core.xml", "typical_core"),
        ("docProps/app.xml", "typical_app"),
        ("[Content_Types].xml", "typical_content_types"),
    ] {
        insta::assert_snapshot!(snapshot, package.tree(name).pretty());
    }
}

/// The eight postings that all goldens share. What they have in common is in the test above.
#[test]
fn golden_parts_of_the_eight_postings() {
    for (name, document) in eight() {
        let package = exported(&document);
        for (part, kind) in [("word/document.xml", "document"), ("word/_rels/document.xml.rels", "document_rels")] {
            insta::assert_snapshot!(format!("{name}_{kind}"), package.tree(part).pretty());
        }
    }
}

fn eight() -> Vec<(&'static str, Document)> {
    let catalog = common::catalog();
    let documents = common::eight().into_iter();
    documents.map(|(name, posting)| (name, rolewright::document::build(&posting, &catalog))).collect()
}

#[test]
fn golden_body_of_hard_text() {
    let package = exported(&hard());
    insta::assert_snapshot!("hard_document", package.tree("word/document.xml").pretty());
    insta::assert_snapshot!("hard_document_rels", package.tree("word/_rels/document.xml.rels").pretty());
    insta::assert_snapshot!("hard_footer", package.tree("word/footer1.xml").pretty());
}

#[test]
fn the_same_document_gives_the_same_bytes_whatever_was_exported_before() {
    let document = with_logo(Paper::A4);
    let first = docx::write(&document).unwrap();
    docx::write(&hard()).unwrap();
    assert!(docx::write(&document).unwrap() == first, "a second export in the same thread differs");
    let elsewhere: Vec<_> = (0..2)
        .map(|n| {
            let document = document.clone();
            std::thread::spawn(move || {
                for _ in 0..n {
                    docx::write(&hard()).unwrap();
                }
                docx::write(&document).unwrap()
            })
        })
        .collect();
    for thread in elsewhere {
        assert!(thread.join().unwrap() == first, "an export in another thread differs");
    }
}

/// Another process has another seed for its hash maps: this one writes the file twice over.
#[test]
fn the_same_document_gives_the_same_bytes_in_another_process() {
    const CHILD: &str = "ROLEWRIGHT_TEST_DOCX_OUT";
    if let Some(path) = std::env::var_os(CHILD) {
        #[allow(clippy::disallowed_methods, reason = "a file of the test's own")]
        std::fs::write(path, docx::write(&hard()).unwrap()).unwrap();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let here = docx::write(&hard()).unwrap();
    for run in 0..2 {
        let path = folder.path().join(format!("{run}.docx"));
        let status = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "the_same_document_gives_the_same_bytes_in_another_process"])
            .env(CHILD, &path)
            .stdout(std::process::Stdio::null())
            .status()
            .unwrap();
        assert!(status.success());
        assert!(std::fs::read(&path).unwrap() == here, "another process wrote other bytes");
    }
}

#[test]
fn the_package_is_one_that_word_writes_itself() {
    for document in all() {
        let bytes = docx::write(&document).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        for index in 0..archive.len() {
            let entry = archive.by_index(index).unwrap();
            let name = entry.name().unwrap().into_owned();
            assert_eq!(index == 0, name == "[Content_Types].xml");
            assert!(!entry.is_dir(), "{}", name);
            assert_eq!(entry.unix_mode().unwrap() & 0o777, 0o644, "{}", name);
            assert_eq!(entry.compression(), zip::CompressionMethod::Deflated);
            assert_eq!(entry.last_modified().unwrap(), zip::DateTime::default());
        }
    }
}

#[test]
fn every_part_is_related_and_typed_and_every_relationship_leads_somewhere() {
    for document in all() {
        let package = exported(&document);
        let types = package.tree("[Content_Types].xml");
        let typed: BTreeSet<String> =
            types.all("Override").iter().map(|t| t.attribute("PartName").unwrap()[1..].to_owned()).collect();
        let mut related = BTreeSet::new();
        for name in package.names().into_iter().filter(|name| name.ends_with(".rels")) {
            let folder = name.split("_rels/").next().unwrap();
            let owner = format!("{folder}{}", name.rsplit('/').next().unwrap().strip_suffix(".rels").unwrap());
            let rels = package.tree(&name);
            let mut ids = BTreeSet::new();
            for rel in rels.all("Relationship") {
                assert!(ids.insert(rel.attribute("Id").unwrap().to_owned()), "an id twice in {name}");
                if rel.attribute("TargetMode").is_none() {
                    related.insert(format!("{folder}{}", rel.attribute("Target").unwrap()));
                }
            }
            if package.names().contains(&owner) {
                for used in package.tree(&owner).relationship_ids() {
                    assert!(ids.contains(&used), "{owner} uses {used}, which {name} lacks");
                }
            }
        }
        let parts: BTreeSet<String> =
            package.names().into_iter().filter(|n| !n.ends_with(".rels") && n != "[Content_Types].xml").collect();
        assert_eq!(related, parts);
        assert_eq!(typed, parts.into_iter().filter(|name| name.ends_with(".xml")).collect());
    }
}

#[test]
fn every_style_and_number_that_is_used_is_defined() {
    for document in all() {
        let package = exported(&document);
        let styles: BTreeSet<String> = package.tree("word/styles.xml").values("w:style", "w:styleId");
        let numbers: BTreeSet<String> = package.tree("word/numbering.xml").values("w:num", "w:numId");
        for name in package.names().into_iter().filter(|name| name.starts_with("word/") && name.ends_with(".xml")) {
            let tree = package.tree(&name);
            for element in ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"] {
                assert!(tree.values(element, "w:val").is_subset(&styles), "{element} in {name}");
            }
            assert!(tree.values("w:numId", "w:val").is_subset(&numbers), "{name}");
        }
    }
}

#[test]
fn each_numbered_list_counts_by_itself() {
    let package = exported(&document(vec![numbers(&["a", "b"]), heading("Between"), numbers(&["c"]), numbers(&["d"])]));
    let body = package.tree("word/document.xml");
    let used: Vec<_> = body.all("w:numId").iter().map(|n| n.attribute("w:val").unwrap().to_owned()).collect();
    assert_eq!(used, ["3", "3", "4", "5"]);
    let numbering = package.tree("word/numbering.xml");
    let definitions: BTreeMap<_, _> = numbering
        .all("w:num")
        .into_iter()
        .map(|num| {
            (
                num.attribute("w:numId").unwrap().to_owned(),
                num.all("w:abstractNumId")[0].attribute("w:val").unwrap().to_owned(),
            )
        })
        .collect();
    assert_eq!(definitions.values().collect::<BTreeSet<_>>().len(), definitions.len());
    let nsids = numbering.values("w:nsid", "w:val");
    assert_eq!(nsids.len(), numbering.all("w:abstractNum").len());
}

#[test]
fn the_facts_are_a_table_with_a_header_row_that_fills_the_text_width() {
    for (paper, width) in [(Paper::A4, 11_906 - 2 * 1_247), (Paper::Letter, 12_240 - 2 * 1_247)] {
        let body = exported(&typical(paper)).tree("word/document.xml");
        let table = body.all("w:tbl")[0].clone();
        let rows = table.all("w:tr");
        assert_eq!(rows.len(), 7);
        assert!(rows.iter().all(|row| row.all("w:cantSplit").len() == 1));
        assert_eq!(rows.iter().map(|row| row.all("w:tblHeader").len()).collect::<Vec<_>>(), [1, 0, 0, 0, 0, 0, 0]);
        assert_eq!(rows[0].words(), "FactDetails");
        let columns: u32 =
            table.all("w:gridCol").iter().map(|column| column.attribute("w:w").unwrap().parse::<u32>().unwrap()).sum();
        assert_eq!(columns, width);
        assert_eq!(table.all("w:tblCaption")[0].attribute("w:val"), Some("Senior Backend Engineer"));
        assert_eq!(
            table.all("w:tblDescription")[0].attribute("w:val"),
            Some("Location, Employment, Team, Pay, Start, Apply by")
        );
    }
}

#[test]
fn links_lead_out_and_a_bad_address_is_plain_text() {
    let package = exported(&hard());
    let body = package.tree("word/document.xml");
    let rels = package.tree("word/_rels/document.xml.rels");
    let targets: BTreeMap<_, _> = rels
        .all("Relationship")
        .into_iter()
        .filter(|rel| rel.attribute("TargetMode") == Some("External"))
        .map(|rel| (rel.attribute("Id").unwrap().to_owned(), rel.attribute("Target").unwrap().to_owned()))
        .collect();
    let links: Vec<_> = body
        .all("w:hyperlink")
        .into_iter()
        .map(|link| (link.words(), targets[link.attribute("r:id").unwrap()].clone()))
        .skip(1)
        .collect();
    let expected = [
        ("quotes", "https://example.com/?a=%22b%22&c=%27d%27#x%23y"),
        ("host", "https://xn--mnchen-3ya.example/stra%C3%9Fe"),
        ("mail", "mailto:o'neil+jobs@example.com?subject=Bewerbung%20f%C3%BCr%20C++%20&%20Rust"),
        ("IPv6", "https://[2001:db8::1]:8443/"),
    ];
    assert_eq!(links, expected.map(|(words, target)| (words.to_owned(), target.to_owned())));
    assert!(body.words().contains("Bad links: script, broken, relative."));
}

#[test]
fn text_that_runs_from_right_to_left_is_marked_so() {
    let body = exported(&hard()).tree("word/document.xml");
    let paragraph = |words: &str| {
        body.all("w:p").into_iter().find(|p| p.words().contains(words)).unwrap_or_else(|| panic!("no {words}"))
    };
    let hebrew = paragraph("אנחנו");
    assert_eq!(hebrew.all("w:bidi").len(), 1);
    let marked: Vec<_> = hebrew.all("w:r").iter().map(|run| (run.words(), run.all("w:rtl").len())).collect();
    assert_eq!(
        marked,
        [
            ("אנחנו מחפשים מהנדסת ".to_owned(), 1),
            ("Rust".to_owned(), 0),
            (" עם ניסיון של 5 שנים, בתל אביב.".to_owned(), 1)
        ]
    );
    let english = paragraph("An English sentence");
    assert_eq!(english.all("w:bidi").len(), 0);
    assert_eq!(english.all("w:rtl").len(), 1);
}

#[test]
fn line_breaks_tabs_and_spaces_are_kept() {
    let body = exported(&document(vec![paragraph("  a \r\n\tb\n\n c  ")])).tree("word/document.xml");
    assert_eq!(body.words(), "  a \n\tb\n\n c  ");
    assert!(body.all("w:t").iter().all(|t| t.attribute("xml:space") == Some("preserve")));
}

#[test]
fn a_header_shows_the_name_the_logo_or_both_and_none_is_no_part() {
    let with = |header| Document { header, ..minimal() };
    let package = exported(&with(Some(header("Northlight", None))));
    assert_eq!(package.tree("word/header1.xml").words(), "Northlight");
    assert!(!package.names().iter().any(|name| name.contains("media")));

    let package = exported(&with(Some(header("Northlight", Some(logo(900, 100))))));
    let tree = package.tree("word/header1.xml");
    assert_eq!(tree.words(), "\tNorthlight");
    assert_eq!(tree.all("wp:docPr")[0].attribute("descr"), Some("Logo of Northlight"));
    assert_eq!(tree.all("wp:extent")[0].attribute("cx"), Some("1512000"));
    assert_eq!(tree.all("wp:extent")[0].attribute("cy"), Some("168000"));
    assert_eq!(package.bytes("word/media/logo.png"), logo(900, 100).png());

    let nameless =
        Some(rolewright::document::Header { text: String::new(), logo: Some(logo(9, 9)), logo_alt: String::new() });
    let tree = exported(&with(nameless)).tree("word/header1.xml");
    assert_eq!(tree.words(), "");
    assert_eq!(tree.all("wp:docPr")[0].attribute("descr"), Some("Logo"));

    for empty in [None, Some(header(" \u{0}", None))] {
        let package = exported(&with(empty));
        assert!(!package.names().iter().any(|name| name.contains("header")));
        assert!(package.tree("word/document.xml").all("w:headerReference").is_empty());
    }
}

#[test]
fn the_footer_counts_pages_where_its_words_say_so() {
    let fields = |footer: &str| {
        let package = exported(&Document { footer: footer.to_owned(), ..minimal() });
        let tree = package.tree("word/footer1.xml");
        let codes: Vec<_> = tree.all("w:instrText").iter().map(|code| code.words()).collect();
        (tree.words(), codes.join(" "))
    };
    assert_eq!(fields("Page {page} of {pages}"), ("Page PAGE1 of NUMPAGES1".to_owned(), "PAGE NUMPAGES".to_owned()));
    assert_eq!(
        fields("{pages}/{page} {pager} {page"),
        ("NUMPAGES1/PAGE1 {pager} {page".to_owned(), "NUMPAGES PAGE".to_owned())
    );
    let package = exported(&Document { footer: String::new(), ..minimal() });
    assert!(!package.names().iter().any(|name| name.contains("footer")));
}

#[test]
fn the_file_says_who_wrote_it_when_and_in_which_language() {
    let mut document = hard();
    document.language = "de-AT".to_owned();
    let package = exported(&document);
    let core = package.tree("docProps/core.xml");
    let value = |name: &str| core.all(name)[0].words();
    assert_eq!(value("dc:title"), "Line one line two & <more>");
    assert_eq!(value("dc:creator"), "Northlight Systems");
    assert_eq!(value("dc:language"), "de-AT");
    assert_eq!(value("dcterms:created"), "2026-11-03T09:00:00Z");
    assert_eq!(value("dcterms:modified"), "2026-11-24T16:20:31Z");
    assert_eq!(package.tree("word/styles.xml").values("w:lang", "w:val"), BTreeSet::from(["de-AT".to_owned()]));

    document.language = "\"><x".to_owned();
    assert_eq!(
        exported(&document).tree("word/styles.xml").values("w:lang", "w:val"),
        BTreeSet::from(["en".to_owned()])
    );
    document.meta.author = String::new();
    assert!(exported(&document).tree("docProps/core.xml").all("dc:creator").is_empty());
}

#[test]
fn golden_body_of_sheets_to_fill_in() {
    insta::assert_snapshot!("sheets_document", exported(&sheets(Paper::A4)).tree("word/document.xml").pretty());
}

/// A sheet to fill in, then another page.
fn sheet() -> Document {
    let cell =
        |words: &[&str], lead| Cell { paragraphs: words.iter().map(|words| Text::plain(*words)).collect(), lead };
    let column = |heading: &str, width| Column { heading: heading.to_owned(), width };
    let rows = vec![
        Row { cells: vec![cell(&["PostgreSQL", "As asked."], true), cell(&[], false)], origin: Origin::Fixed },
        Row { cells: vec![cell(&["Go"], true), cell(&["2"], false)], origin: Origin::Fixed },
    ];
    let columns = vec![column("Requirement", 70), column("Score", 30)];
    let table = Table { caption: "Must-haves & more".to_owned(), columns, rows };
    document(vec![
        block(BlockKind::Title("Screening sheet".to_owned())),
        block(BlockKind::Table(table)),
        paragraph("Below."),
        block(BlockKind::PageBreak),
        block(BlockKind::Subheading("Next".to_owned())),
    ])
}

#[test]
fn a_table_repeats_its_headings_keeps_its_rows_whole_and_leaves_room_to_write() {
    let tree = exported(&sheet()).tree("word/document.xml");
    let rows = tree.all("w:tr");
    assert_eq!(rows.len(), 3);
    let has = |row: usize, name: &str| !rows[row].all(name).is_empty();
    assert!(has(0, "w:tblHeader") && !has(1, "w:tblHeader"));
    assert!((0..3).all(|row| has(row, "w:cantSplit")));
    assert!(has(1, "w:trHeight") && !has(2, "w:trHeight"), "the row with an empty cell alone");
    assert_eq!(tree.values("w:tblCaption", "w:val"), BTreeSet::from(["Must-haves & more".to_owned()]));
    assert_eq!(tree.values("w:tblDescription", "w:val"), BTreeSet::from(["Requirement, Score".to_owned()]));
    let widths: u32 =
        tree.all("w:gridCol").iter().map(|column| column.attribute("w:w").unwrap().parse::<u32>().unwrap()).sum();
    assert_eq!(widths, 11_906 - 2 * 1_247, "the columns are as wide as the text");
    let styles = tree.values("w:pStyle", "w:val");
    for style in ["ColumnHeading", "RowName", "CellText", "Heading2"] {
        assert!(styles.contains(style), "{style}: {styles:?}");
    }
    assert_eq!(tree.all("w:pageBreakBefore").len(), 1);
}

#[test]
fn a_question_stays_on_the_page_of_the_table_that_scores_it() {
    let kept = |blocks: Vec<Block>| {
        let body = exported(&document(blocks)).tree("word/document.xml");
        body.all("w:p").iter().filter(|paragraph| !paragraph.all("w:keepNext").is_empty()).count()
    };
    let sheet = || table("Sheet", &[("Name", 100)], vec![row(vec![lead(&["a"])])]);
    let question = || vec![paragraph("Why?"), bullets(&["How?", "When?"]), sheet()];
    let below_subheading = [vec![block(BlockKind::Subheading("1. SQL".to_owned()))], question()].concat();
    assert_eq!(kept(below_subheading), 3);
    // Elsewhere a list keeps its first two points together, as ever.
    assert_eq!(kept([vec![heading("Rules")], question()].concat()), 1);
}

#[test]
fn a_row_that_fills_much_of_a_page_may_go_over_two() {
    let document = |words: &str| {
        document(vec![table("Sheet", &[("Name", 30), ("Notes", 70)], vec![row(vec![lead(&["Go"]), cell(&[words])])])])
    };
    let may_split = |words: &str| {
        let tree = exported(&document(words)).tree("word/document.xml");
        tree.all("w:tr")[1].all("w:cantSplit").is_empty()
    };
    assert!(!may_split(&"Names what they built. ".repeat(40)));
    assert!(may_split(&"Names what they built. ".repeat(200)));
    assert!(may_split(&"1\n".repeat(30)));
}

#[test]
fn whatever_follows_a_page_break_begins_the_page_and_a_last_one_makes_none() {
    let breaks = |after: Vec<Block>| {
        let mut blocks = vec![paragraph("Before."), block(BlockKind::PageBreak), block(BlockKind::PageBreak)];
        blocks.extend(after);
        let body = exported(&document(blocks)).tree("word/document.xml");
        let paragraphs = body.all("w:p");
        let begins = |at: &usize| !paragraphs[*at].all("w:pageBreakBefore").is_empty();
        (0..paragraphs.len()).filter(begins).collect::<Vec<_>>()
    };
    let rows = || vec![row(vec![lead(&["a"])])];
    assert_eq!(breaks(vec![paragraph("After.")]), [1]);
    assert_eq!(breaks(vec![bullets(&["One.", "Two."])]), [1]);
    assert_eq!(breaks(vec![block(BlockKind::Subheading("After".to_owned()))]), [1]);
    assert_eq!(breaks(vec![table("Sheet", &[("Name", 100)], rows()), paragraph("Below.")]), [1]);
    assert_eq!(breaks(vec![facts(vec![fact("Pay", "$1")]), paragraph("Below.")]), [1]);
    assert_eq!(breaks(vec![]), [] as [usize; 0]);
}

#[test]
fn what_stands_below_a_sheet_has_room_above_and_nothing_below_makes_no_page() {
    let sheet = || table("Sheet", &[("Name", 100)], vec![row(vec![lead(&["a"])])]);
    let spacing = |after: Vec<Block>, attribute: &str| {
        let body = exported(&document([vec![sheet()], after].concat())).tree("word/document.xml");
        let below = body.all("w:p")[2].clone();
        below.all("w:spacing").first().and_then(|spacing| spacing.attribute(attribute).map(str::to_owned))
    };
    assert_eq!(spacing(vec![paragraph("Below.")], "w:before").as_deref(), Some("120"));
    assert_eq!(spacing(vec![bullets(&["Below."])], "w:before").as_deref(), Some("120"));
    assert_eq!(spacing(vec![bullets(&["Below.", "More."])], "w:before").as_deref(), Some("120"));
    assert_eq!(spacing(vec![], "w:lineRule").as_deref(), Some("exact"));
}

fn all() -> Vec<Document> {
    let by_hand = vec![
        minimal(),
        document(vec![]),
        typical(Paper::A4),
        with_logo(Paper::Letter),
        hard(),
        sheets(Paper::A4),
        sheets(Paper::Letter),
        document(vec![facts(vec![fact("Only", "a table")])]),
    ];
    by_hand.into_iter().chain(eight().into_iter().map(|(_, document)| document)).collect()
}

/// Writes files to look at and to judge with other programs.
#[test]
#[ignore = "writes files into the system's temporary folder"]
#[allow(clippy::disallowed_methods, clippy::print_stdout, reason = "files to look at")]
fn write_samples() {
    let folder = std::env::temp_dir().join("rolewright-docx");
    std::fs::create_dir_all(&folder).unwrap();
    let mut plain = typical(Paper::A4);
    plain.header = None;
    for (name, document) in [
        ("minimal", minimal()),
        ("typical-a4", typical(Paper::A4)),
        ("typical-letter", typical(Paper::Letter)),
        ("no-header", plain),
        ("logo-a4", with_logo(Paper::A4)),
        ("logo-letter", with_logo(Paper::Letter)),
        ("hard", hard()),
        ("sheets-a4", sheets(Paper::A4)),
        ("sheets-letter", sheets(Paper::Letter)),
        ("three-pages", long(Paper::Letter, 60)),
        ("huge", long(Paper::A4, 4_000)),
    ]
    .into_iter()
    .chain(eight())
    {
        std::fs::write(folder.join(format!("{name}.docx")), docx::write(&document).unwrap()).unwrap();
    }
    println!("{}", folder.display());
}

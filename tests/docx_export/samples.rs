//! Documents made by hand: what exporters must write, whatever the catalogue says today.

#![allow(dead_code, reason = "the tests and the bench use different ones")]
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use image::ImageEncoder as _;
use rolewright::document::{
    Block, BlockKind, Bullet, Cell, Column, Document, Fact, Header, Meta, Origin, Paper, Row, Span, Table, Text,
};
use rolewright::posting::Logo;

pub fn block(kind: BlockKind) -> Block {
    Block { kind, origin: Origin::Fixed }
}

pub fn heading(words: &str) -> Block {
    block(BlockKind::Heading(words.to_owned()))
}

pub fn paragraph(words: &str) -> Block {
    block(BlockKind::Paragraph(Text::plain(words)))
}

pub fn bullet(words: &str) -> Bullet {
    Bullet { text: Text::plain(words), origin: Origin::Fixed }
}

pub fn bullets(items: &[&str]) -> Block {
    block(BlockKind::Bullets(items.iter().map(|item| bullet(item)).collect()))
}

pub fn numbers(items: &[&str]) -> Block {
    block(BlockKind::Numbers(items.iter().map(|item| bullet(item)).collect()))
}

pub fn fact(label: &str, value: &str) -> Fact {
    Fact { label: label.to_owned(), value: Text::plain(value), origin: Origin::Fixed }
}

pub fn facts(rows: Vec<Fact>) -> Block {
    block(BlockKind::Facts { label_heading: "Fact".to_owned(), value_heading: "Details".to_owned(), rows })
}

pub fn span(text: &str, link: Option<&str>) -> Span {
    Span { text: text.to_owned(), link: link.map(str::to_owned) }
}

pub fn cell(paragraphs: &[&str]) -> Cell {
    Cell { paragraphs: paragraphs.iter().map(|words| Text::plain(*words)).collect(), lead: false }
}

/// A cell that names its row.
pub fn lead(paragraphs: &[&str]) -> Cell {
    Cell { lead: true, ..cell(paragraphs) }
}

pub fn row(cells: Vec<Cell>) -> Row {
    Row { cells, origin: Origin::Fixed }
}

pub fn table(caption: &str, columns: &[(&str, u8)], rows: Vec<Row>) -> Block {
    let columns = columns.iter().map(|(heading, width)| Column { heading: (*heading).to_owned(), width: *width });
    block(BlockKind::Table(Table { caption: caption.to_owned(), columns: columns.collect(), rows }))
}

/// A document of these blocks, without a header.
pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        language: "en-US".to_owned(),
        paper: Paper::A4,
        meta: Meta {
            title: "Senior Backend Engineer".to_owned(),
            author: "Northlight Systems".to_owned(),
            created: "2026-11-03T09:00:00Z".parse().unwrap(),
            modified: "2026-11-24T16:20:31.5Z".parse().unwrap(),
        },
        header: None,
        footer: "Page {page} of {pages}".to_owned(),
        blocks,
    }
}

/// The title and nothing else.
pub fn minimal() -> Document {
    document(vec![block(BlockKind::Title("Senior Backend Engineer".to_owned()))])
}

/// Sheets to fill in: every way in which tables, breaks and headings can stand to each other, and
/// what is hard to set in a cell.
pub fn sheets(paper: Paper) -> Document {
    let word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung";
    let long = "Names the tables, the indexes and the queries they wrote, and what became faster by it. ".repeat(60);
    let linked = Cell {
        paragraphs: vec![Text(vec![
            span("As said on ", None),
            span("our site", Some("https://northlight.example/jobs")),
            span(".", None),
        ])],
        lead: false,
    };
    let columns = [("Requirement", 34), ("Anchors, 0 to 3", 36), ("Score", 8), ("Notes", 22)];
    let four = |first, second| row(vec![first, second, cell(&[]), cell(&[" \t", "\n"])]);
    let must = vec![
        four(
            lead(&["PostgreSQL", "You have run PostgreSQL in production.", "Evidence: names schemas & <indexes>."]),
            cell(&["0: Nothing.", "1: Names it.", "2: Has used it.\nWith a second line.", "3: Made it fast."]),
        ),
        four(lead(&[word, word]), linked),
        four(lead(&["עברית", "ניסיון עם Rust בצוות"]), cell(&["日本語の経験", "C++ & Rust \u{0}👩🏽‍💻"])),
        four(lead(&["A long one"]), cell(&[&long])),
        row(vec![lead(&["Fewer cells than columns"])]),
        row(vec![cell(&["a"]), cell(&["b"]), cell(&["c"]), cell(&["d"]), cell(&["one too many"])]),
    ];
    let plain = (1..=30).map(|number| row(vec![cell(&[&format!("Row {number}")]), cell(&["2"]), cell(&["yes"])]));
    let blank = || vec![row(vec![cell(&[]), cell(&[])])];
    let sheet = vec![
        block(BlockKind::Title("Screening sheet".to_owned())),
        paragraph("Senior Backend Engineer, Northlight Systems"),
        table("Candidate & date", &[("Candidate's number", 60), ("Date", 40)], blank()),
        heading("Must-haves"),
        table("Must-haves & more", &columns, must),
        table("Touching the one before", &[("Name", 30), ("Date", 0)], blank()),
        bullets(&["A point below a table.", "Another."]),
        block(BlockKind::Subheading("A heading within a section".to_owned())),
        paragraph("Its words."),
        block(BlockKind::PageBreak),
        table("Begins a page", &[("Criterion", 50), ("Points", 25), ("Met", 25)], plain.collect()),
        paragraph("A paragraph below a table."),
        block(BlockKind::PageBreak),
        block(BlockKind::PageBreak),
        facts(vec![fact("Facts", "begin a page, too")]),
        table("No columns, so nothing", &[], vec![row(vec![cell(&["unseen"])])]),
        table("No rows", &[("Alone", 100)], vec![]),
        block(BlockKind::PageBreak),
    ];
    Document { paper, header: Some(header("Northlight Systems", None)), ..document(sheet) }
}

/// A posting as long as most are: about 600 words.
pub fn typical(paper: Paper) -> Document {
    let mut document = document(vec![
        block(BlockKind::Title("Senior Backend Engineer".to_owned())),
        facts(vec![
            fact("Location", "Denver, Colorado, hybrid: 2 days a week on site"),
            fact("Employment", "Full-time, permanent"),
            fact("Team", "Payments platform"),
            fact("Pay", "$142,000 to $168,000 a year, plus a bonus of up to 10%"),
            fact("Start", "March 1, 2027"),
            fact("Apply by", "January 15, 2027"),
        ]),
        heading("About the role"),
        paragraph(
            "You will shape the services that move 40 million payments a month. You look at the whole system: how it \
             is built, how it is tested, how it grows, and what it will cost us in three years.",
        ),
        paragraph(
            "You choose how to reach the goals of your area and you explain your choices to the people who live with \
             them. Two colleagues at the start of their careers will come to you with questions.",
        ),
        heading("What you will do"),
        bullets(&[
            "Design, test and scale payment services and the databases and interfaces under them.",
            "Find what slows the system down and remove it at its root.",
            "Solve structural problems that reach across several teams, and write down what you learned.",
            "Propose improvements to customers and colleagues, with the figures that support them.",
            "Write code that others can change in five years.",
            "Plan capacity for the next year from measured load rather than from guesses.",
            "Take part in an on-call rota of eight people, one week in eight, with a day off after it.",
        ]),
        heading("What you bring"),
        bullets(&[
            "You have built services in Rust, Go or Java that other people rely on.",
            "You have run PostgreSQL under load: indexes, locks, replication, migrations.",
            "You can design a system, name what will break first, and defend the design with numbers.",
            "You have found faults across process and network boundaries with traces and metrics.",
            "You review other people's changes so that they learn something from it.",
            "You explain a technical choice to people who do not write software.",
            "You hold a bachelor's degree in computer science, software engineering or mathematics, or have equivalent \
             experience.",
        ]),
        heading("Nice to have"),
        bullets(&[
            "Experience with Go, at work or on your own projects.",
            "Experience with message queues such as Apache Kafka or RabbitMQ.",
            "Experience with the mathematics of capacity and queueing.",
        ]),
        heading("What you will learn with us"),
        bullets(&["You will learn how card networks clear and settle.", "You will learn Kubernetes with us."]),
        heading("Pay and benefits"),
        bullets(&[
            "Health, dental and vision insurance from the first day, for you and your family.",
            "25 days of paid leave besides public holidays.",
            "16 weeks of paid parental leave for every parent.",
            "$2,000 a year for courses, books and conferences, and the time to use it.",
            "A pension plan that we match up to 5% of your pay.",
        ]),
        heading("How we hire"),
        numbers(&[
            "A call of 30 minutes about you, the role and the pay.",
            "A conversation of 60 minutes about a system that you built.",
            "A task of two hours at a time of your choice, paid, on code like ours.",
            "A talk with the two people you would work with most, and with your manager.",
            "Our answer within five working days, with reasons either way.",
        ]),
        heading("Where this role can lead"),
        paragraph(
            "Engineers here grow into staff and principal roles with a reach across teams, or into leading a team. You \
             can go back the other way, too, and people have.",
        ),
        heading("About us"),
        paragraph(
            "Northlight Systems builds the payment services behind 300 shops and ticket offices in North America. We \
             are 140 people in Denver and Montreal, profitable since 2019 and owned by those who work here.",
        ),
        heading("Equal opportunity"),
        paragraph(
            "We decide by what the work asks for. We welcome applications from everyone, whatever their age, \
             disability, ethnicity, family, gender, religion or orientation, and we adjust the process where you need it.",
        ),
        heading("How to apply"),
        block(BlockKind::Paragraph(Text(vec![
            span("Apply at ", None),
            span("northlight.example/jobs/sbe-14", Some("https://northlight.example/jobs/sbe-14?ref=posting&lang=en")),
            span(" or write to ", None),
            span("jobs@northlight.example", Some("mailto:jobs@northlight.example?subject=SBE 14")),
            span(". For adjustments, call Ana Ruiz on +1 303 555 0100. Reference: SBE-14.", None),
        ]))),
    ]);
    document.paper = paper;
    document.header = Some(header("Northlight Systems", None));
    document
}

pub fn header(text: &str, logo: Option<Logo>) -> Header {
    let logo_alt = if logo.is_some() { format!("Logo of {text}") } else { String::new() };
    Header { text: text.to_owned(), logo, logo_alt }
}

/// [`typical`] with a logo in its header.
pub fn with_logo(paper: Paper) -> Document {
    let mut document = typical(paper);
    document.header = Some(header("Northlight Systems", Some(logo(480, 160))));
    document
}

/// A logo of a size in pixels: a disc and a bar on white.
pub fn logo(width: u32, height: u32) -> Logo {
    let radius = i64::from(height) / 2;
    let pixels: Vec<u8> = (0..height)
        .flat_map(|y| (0..width).map(move |x| (i64::from(x), i64::from(y))))
        .flat_map(|(x, y)| {
            let disc = (x - radius).pow(2) + (y - radius).pow(2) < radius.pow(2);
            let bar = x > radius * 2 + radius / 3 && (y - radius).abs() < radius / 2;
            if disc {
                [0x0f, 0x5f, 0x5c]
            } else if bar {
                [0x17, 0x3a, 0x5e]
            } else {
                [0xff, 0xff, 0xff]
            }
        })
        .collect();
    let mut png = Vec::new();
    image::codecs::png::PngEncoder::new(&mut png)
        .write_image(&pixels, width, height, image::ExtendedColorType::Rgb8)
        .unwrap();
    Logo::from_png(&png).unwrap()
}

/// Everything at once that text can do to a writer.
pub fn hard() -> Document {
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
    let mut document = document(vec![
        block(BlockKind::Title("C++ & <Rust>\u{0} “Engineer” 👩🏽‍💻 at \"O'Neil\"".to_owned())),
        facts(vec![
            fact("Location & <place>", &long),
            fact(&long, "A value beside a very long label"),
            fact("Two lines", "First line\nsecond line\tafter a tab"),
            Fact {
                label: "Link".to_owned(),
                value: Text(vec![span(&long, Some("https://example.com/a b?q=<ü>&x=[1]|{2}"))]),
                origin: Origin::Fixed,
            },
            fact("מיקום", "תל אביב, Rust 2027"),
        ]),
        heading("Controls \u{1}\u{b}\u{c}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff} end"),
        paragraph("  two spaces before,  between, and after  "),
        paragraph("line one\r\nline two\rline three\n\nafter an empty line\ttab"),
        paragraph(&long),
        paragraph("אנחנו מחפשים מהנדסת Rust עם ניסיון של 5 שנים, בתל אביב."),
        paragraph("نبحث عن مهندس برمجيات (Rust) في دبي."),
        paragraph("An English sentence with שלום עולם and 12 numbers in it."),
        paragraph("Emoji 🚀🇩🇪👨‍👩‍👧‍👦, combining e\u{301}, CJK 日本語 中文 한국어, math 𝒳, private \u{e000}."),
        paragraph(""),
        bullets(&["Bullet one\nwith a second line", "תבליט מימין"]),
        numbers(&["first", "second"]),
        heading("Again"),
        numbers(&["first again", "second again"]),
        block(BlockKind::Paragraph(Text(vec![
            span("Bad links: ", None),
            span("script", Some("javascript:alert(1)")),
            span(", ", None),
            span("broken", Some("https://")),
            span(", ", None),
            span("relative", Some("jobs/1")),
            span(". Good ones: ", None),
            span("quotes", Some("https://example.com/?a=\"b\"&c='d'#x#y")),
            span(", ", None),
            span("host", Some("https://münchen.example/straße")),
            span(", ", None),
            span("mail", Some("mailto:o'neil+jobs@example.com?subject=Bewerbung für C++ & Rust")),
            span(", ", None),
            span("", Some("https://example.com/no-words")),
            span("IPv6", Some("https://[2001:db8::1]:8443/")),
            span(".", None),
        ]))),
        facts(vec![fact("Table", "after text")]),
        facts(vec![fact("Table", "at the end")]),
    ]);
    document.header = Some(header("אור צפון \u{0}Systems <&>", Some(logo(900, 30))));
    document.footer = "Seite {page} von {pages} {page {other}".to_owned();
    document.meta.title = "Line one\nline two \u{3}& <more>".to_owned();
    document
}

/// Sections until there are about this many words.
pub fn long(paper: Paper, sections: usize) -> Document {
    let base = typical(paper);
    let mut document = base.clone();
    while document.blocks.len() < sections {
        document.blocks.extend(base.blocks[2..].iter().cloned());
    }
    document.blocks.truncate(sections.max(base.blocks.len()));
    document
}

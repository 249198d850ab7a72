//! The shapes of a document: blocks of text, each with its origin.

use jiff::Timestamp;
use serde::Serialize;

use crate::catalog::Id;
use crate::posting::{KitList, List, Logo};

/// A posting as its reader sees it, in reading order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Document {
    /// BCP 47 tag: `en-US`.
    pub language: String,
    /// The paper it is printed on.
    pub paper: Paper,
    /// What the file says about itself.
    pub meta: Meta,
    /// The line at the top of each page; `None`: no header.
    pub header: Option<Header>,
    /// The words of the page number at the foot, with `{page}` and `{pages}`.
    pub footer: String,
    /// In reading order. The first is the title.
    pub blocks: Vec<Block>,
}

/// The most blocks that stay on the page of the table below them.
const KEPT: usize = 4;

impl Document {
    /// For each block, whether it stays on the page of the table below it: what stands between a
    /// subheading and a table, such as a question with its follow-ups, if that is not much.
    pub fn kept_with_tables(&self) -> Vec<bool> {
        let mut kept = vec![false; self.blocks.len()];
        for (table, _) in self.blocks.iter().enumerate().filter(|(_, block)| matches!(block.kind, BlockKind::Table(_)))
        {
            let between = |block: &&Block| matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Bullets(_));
            let above = self.blocks[..table].iter().rev().take_while(between).count();
            let first = table - above;
            let below_subheading =
                first > 0 && self.blocks.get(first - 1).is_some_and(|one| matches!(one.kind, BlockKind::Subheading(_)));
            if below_subheading && above <= KEPT {
                kept[first..table].fill(true);
            }
        }
        kept
    }
}

/// What a file says about itself. Times come from the posting, never from a clock.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Meta {
    /// The posting's title.
    pub title: String,
    /// The company; empty: not said.
    pub author: String,
    /// When the posting was begun.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
}

/// Paper sizes, portrait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Paper {
    /// 210 mm × 297 mm.
    A4,
    /// 8.5 in × 11 in.
    Letter,
}

impl Paper {
    /// Width and height in twentieths of a point.
    pub fn size_twips(self) -> (u32, u32) {
        match self {
            Self::A4 => (11_906, 16_838),
            Self::Letter => (12_240, 15_840),
        }
    }

    /// The name people know it by.
    pub fn label(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
        }
    }
}

/// The line at the top of each page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Header {
    /// The company's name; may be empty if there is a logo.
    pub text: String,
    /// The company's logo.
    #[serde(skip)]
    pub logo: Option<Logo>,
    /// Alternative text of the logo: "Logo of Northlight Systems".
    pub logo_alt: String,
}

/// One block of a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The control it came from.
    pub origin: Origin,
}

/// The kinds of block. A list is one block, so that a writer can open and close it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum BlockKind {
    /// The posting's title: once, first.
    Title(String),
    /// A table of label and value, at least one row.
    Facts {
        /// Heading of the label column, for readers that cannot see the table.
        label_heading: String,
        /// Heading of the value column.
        value_heading: String,
        /// In reading order.
        rows: Vec<Fact>,
    },
    /// A section's heading.
    Heading(String),
    /// A heading within a section.
    Subheading(String),
    /// A paragraph.
    Paragraph(Text),
    /// A bulleted list, at least one item.
    Bullets(Vec<Bullet>),
    /// A numbered list, at least one item.
    Numbers(Vec<Bullet>),
    /// A table with a row of headings.
    Table(Table),
    /// What follows begins on a new page.
    PageBreak,
}

/// A table to read or to fill in by hand: at least one column and one row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// What it is, for readers that cannot see it; not shown.
    pub caption: String,
    /// Left to right, as the language is written.
    pub columns: Vec<Column>,
    /// In reading order; each has a cell for each column.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its share of the width in per cent; those of a table make 100.
    pub width: u8,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// A cell for each column.
    pub cells: Vec<Cell>,
    /// The control it came from.
    pub origin: Origin,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// Its paragraphs; none: room to write by hand.
    pub paragraphs: Vec<Text>,
    /// True: the first paragraph names the row and stands out.
    pub lead: bool,
}

impl Cell {
    /// True if there is nothing to read in it: room to write by hand.
    pub fn is_blank(&self) -> bool {
        self.paragraphs.iter().all(Text::is_blank)
    }

    /// The words of all paragraphs, a line each.
    pub fn words(&self) -> String {
        self.paragraphs.iter().map(Text::words).collect::<Vec<_>>().join("\n")
    }
}

/// A row of the facts table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    /// "Location".
    pub label: String,
    /// "Denver, Colorado".
    pub value: Text,
    /// The control it came from.
    pub origin: Origin,
}

/// A point of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bullet {
    /// Its words.
    pub text: Text,
    /// The control it came from.
    pub origin: Origin,
}

/// Text in spans. May hold any Unicode a person typed, `\n` and `\t` among it; a writer
/// decides what its format can carry.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Text(pub Vec<Span>);

/// A run of text of one kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Span {
    /// The words shown.
    pub text: String,
    /// Where they lead: an `https:`, `http:` or `mailto:` address.
    pub link: Option<String>,
}

impl Text {
    /// Text without links.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Span { text: text.into(), link: None }])
    }

    /// The words alone.
    pub fn words(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    /// True if there is nothing to read.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|span| span.text.trim().is_empty())
    }
}

/// The control that a piece of the document came from: where a click in the preview goes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum Origin {
    /// A control that is there once.
    Field(Field),
    /// An item of a list.
    Item(List, Id),
    /// An entry of the hiring kit.
    Kit(KitList, Id),
    /// A heading of the document, which no control says.
    Fixed,
}

/// Controls that are there once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[expect(missing_docs, reason = "the names are the posting's fields")]
pub enum Field {
    Title,
    Company,
    AboutCompany,
    Team,
    Locations,
    WorkModel,
    Employment,
    Hours,
    Pay,
    Bonus,
    Equity,
    Start,
    Closing,
    ApplyLink,
    ApplyEmail,
    AdjustmentsContact,
    Reference,
    Locale,
    Summary,
    Experience,
    Education,
    Career,
    Statement,
}

//! The document in docx-rs' terms.
//!
//! Comes in: a [`Document`]. Goes out: the three parts that hold its words (document, header,
//! footer) as docx-rs writes them, and a [`Plan`] of what docx-rs has no words for.

use docx_rs::{
    AlignmentType, BreakType, Docx, FieldCharType, Footer, Header, HeightRule, Hyperlink, HyperlinkData, IndentLevel,
    InstrNUMPAGES, InstrPAGE, InstrText, LineSpacing, LineSpacingType, NumberingId, PageMargin, Paragraph,
    ParagraphChild, Run, Tab, TabValueType, Table, TableCell, TableLayoutType, TableRow, TextAlignmentType, WidthType,
    XMLDocx,
};

use super::link;
use super::logo::picture;
use super::text::{self, Direction};
use crate::document::{
    BlockKind, Bullet, Cell, Column, Document, Fact, Header as PageHeader, Table as DocumentTable, Text,
};

/// The page's margins: 22 mm, in twentieths of a point.
const MARGIN: u32 = 1_247;
/// From the paper's edge to the header and the footer: 12 mm.
const EDGE: i32 = 680;
/// The label column's part of the facts table, in hundredths.
const LABEL_PERCENT: u32 = 27;

/// The space after a list, in twentieths of a point: that of a paragraph, where the points of a
/// list stand closer together.
const AFTER_LIST: u32 = 100;

/// The space above a paragraph that follows a table, in twentieths of a point.
const BELOW_TABLE: u32 = 120;
/// The least height of a row with something to fill in by hand: 12 mm, in twentieths of a point.
const ROOM_TO_WRITE: f32 = 680.0;
/// Rows with more lines than this may go over two pages, where a whole one would leave much of a
/// page empty; about half a page.
const MOST_LINES_KEPT: usize = 26;
/// The width of a letter in a cell, in twentieths of a point: the mean of Calibri at 9.5 points.
const LETTER: usize = 93;
/// What stands left and right of the words in a cell, in twentieths of a point.
const CELL_SIDES: usize = 170;

/// The number of every bulleted list in `numbering.xml`.
const BULLETS: usize = 1;
/// The number of the first numbered list; below it are the two of the styles.
pub(super) const FIRST_ORDERED: usize = 3;

/// What docx-rs built, and what the finishing step must add.
pub(super) struct Built {
    pub(super) parts: XMLDocx,
    pub(super) plan: Plan,
}

/// What the finishing step must know beside the parts.
#[derive(Default)]
pub(super) struct Plan {
    /// The addresses of the links, the first being relationship [`link_id`]`(0)`.
    pub(super) links: Vec<String>,
    /// How many numbered lists there are, from [`FIRST_ORDERED`] up.
    pub(super) ordered_lists: usize,
    /// What each table says about itself, in reading order.
    pub(super) tables: Vec<TableWords>,
    /// The alternative text of the logo; `None`: there is no logo.
    pub(super) logo_alt: Option<String>,
    /// True if there is a header or a footer.
    pub(super) header: bool,
    pub(super) footer: bool,
}

/// What a table says to a reader that cannot see it.
pub(super) struct TableWords {
    pub(super) caption: String,
    pub(super) description: String,
    /// Its columns run from right to left.
    pub(super) right_to_left: bool,
}

/// The relationship of a link.
pub(super) fn link_id(index: usize) -> String {
    format!("rIdLink{}", index + 1)
}

/// Builds the parts of a document.
pub(super) fn build(document: &Document) -> Built {
    let mut builder = Builder {
        plan: Plan::default(),
        text_width: text_width(document),
        title: title(document),
        page_break: false,
        keep: false,
    };
    let mut docx = Docx::new();
    let (width, height) = document.paper.size_twips();
    let margin = i32::try_from(MARGIN).unwrap_or(i32::MAX);
    docx = docx.page_size(width, height).page_margin(PageMargin {
        top: margin,
        right: margin,
        bottom: margin,
        left: margin,
        header: EDGE,
        footer: EDGE,
        gutter: 0,
    });
    if let Some(header) = document.header.as_ref().and_then(|header| builder.header(header)) {
        docx = docx.header(header);
    }
    if let Some(footer) = builder.footer(&document.footer) {
        docx = docx.footer(footer);
    }
    docx = builder.blocks(document, docx);
    Built { parts: docx.build(), plan: builder.plan }
}

/// The title to go by, on one line: the document's, or that of its first block.
pub(super) fn title(document: &Document) -> String {
    let title = text::one_line(&document.meta.title);
    if !title.is_empty() {
        return title;
    }
    match document.blocks.first().map(|block| &block.kind) {
        Some(BlockKind::Title(title)) => text::one_line(title),
        _ => title,
    }
}

/// The columns' widths in twentieths of a point: together the width of the text.
fn column_widths(table: &DocumentTable, text_width: u32) -> Vec<usize> {
    let shares: u32 = table.columns.iter().map(|column| u32::from(column.width.max(1))).sum::<u32>().max(1);
    let mut left = text_width;
    let last = table.columns.len().saturating_sub(1);
    let width = |(index, column): (usize, &Column)| {
        let width = if index == last { left } else { text_width * u32::from(column.width.max(1)) / shares };
        left -= width.min(left);
        width as usize
    };
    table.columns.iter().enumerate().map(width).collect()
}

/// About how many lines a cell of this width has.
fn lines(cell: &Cell, width: usize) -> usize {
    let letters = (width.saturating_sub(CELL_SIDES) / LETTER).max(1);
    let of_text = |words: &Text| -> usize {
        words.words().split('\n').map(|line| line.chars().count().div_ceil(letters).max(1)).sum()
    };
    cell.paragraphs.iter().map(of_text).sum()
}

/// A paragraph that Word wants and nobody should see: a point high.
fn no_room() -> Paragraph {
    let spacing = LineSpacing::new().before(0).after(0).line_rule(LineSpacingType::Exact).line(20);
    Paragraph::new().line_spacing(spacing)
}

/// The width between the margins, in twentieths of a point.
fn text_width(document: &Document) -> u32 {
    document.paper.size_twips().0 - 2 * MARGIN
}

struct Builder {
    plan: Plan,
    text_width: u32,
    title: String,
    /// True: the next paragraph begins a page.
    page_break: bool,
    /// True: what is being built stays on the page of the table below it.
    keep: bool,
}

impl Builder {
    fn blocks(&mut self, document: &Document, mut docx: Docx) -> Docx {
        let mut after_table = false;
        let kept = document.kept_with_tables();
        for (block, keep) in document.blocks.iter().zip(kept) {
            self.keep = keep;
            if matches!(&block.kind, BlockKind::Table(table) if table.columns.is_empty()) {
                continue;
            }
            let is_table = matches!(block.kind, BlockKind::Facts { .. } | BlockKind::Table(_));
            if is_table && self.page_break {
                docx = docx.add_paragraph(self.begin(no_room()));
            } else if after_table && is_table {
                // Word makes one table of two that touch.
                docx = docx.add_paragraph(Paragraph::new());
            }
            let below_table = after_table;
            after_table = is_table;
            docx = match &block.kind {
                BlockKind::Title(words) => docx.add_paragraph(self.plain("Title", words)),
                BlockKind::Heading(words) => docx.add_paragraph(self.plain("Heading1", words)),
                BlockKind::Subheading(words) => docx.add_paragraph(self.plain("Heading2", words)),
                BlockKind::Paragraph(words) => {
                    let mut paragraph = self.begin(Paragraph::new());
                    if self.keep {
                        paragraph = paragraph.keep_next(true);
                    }
                    if below_table {
                        paragraph = paragraph.line_spacing(LineSpacing::new().before(BELOW_TABLE));
                    }
                    docx.add_paragraph(self.rich(paragraph, words))
                }
                BlockKind::Table(table) => docx.add_table(self.table(table)),
                BlockKind::PageBreak => {
                    self.page_break = true;
                    after_table = below_table;
                    docx
                }
                BlockKind::Facts { label_heading, value_heading, rows } => {
                    docx.add_table(self.facts(label_heading, value_heading, rows))
                }
                BlockKind::Bullets(items) => self.list(docx, "ListBullet", BULLETS, items, below_table),
                BlockKind::Numbers(items) => {
                    let number = FIRST_ORDERED + self.plan.ordered_lists;
                    self.plan.ordered_lists += 1;
                    self.list(docx, "ListNumber", number, items, below_table)
                }
            };
        }
        if after_table || document.blocks.is_empty() {
            // Word wants a paragraph at the end of the text; below a sheet that fills its page it
            // would make another one.
            let last = document.blocks.iter().rfind(|block| block.kind != BlockKind::PageBreak);
            let below_sheet = last.is_some_and(|block| matches!(block.kind, BlockKind::Table(_)));
            docx = docx.add_paragraph(if below_sheet { no_room() } else { Paragraph::new() });
        }
        docx
    }

    fn list(&mut self, mut docx: Docx, style: &str, number: usize, items: &[Bullet], below_table: bool) -> Docx {
        for (index, item) in items.iter().enumerate() {
            let mut paragraph =
                self.begin(Paragraph::new()).style(style).numbering(NumberingId::new(number), IndentLevel::new(0));
            let left = items.len() - 1 - index;
            let mut spacing = LineSpacing::new();
            if below_table && index == 0 {
                spacing = spacing.before(BELOW_TABLE);
            }
            if left == 0 {
                spacing = spacing.after(AFTER_LIST);
            }
            if left == 0 || below_table && index == 0 {
                paragraph = paragraph.line_spacing(spacing);
            }
            if self.keep || left > 0 && (index == 0 || left == 1) {
                // No point of a list stands alone at the foot or at the top of a page.
                paragraph = paragraph.keep_next(true);
            }
            docx = docx.add_paragraph(self.rich(paragraph, &item.text));
        }
        docx
    }

    fn facts(&mut self, label_heading: &str, value_heading: &str, rows: &[Fact]) -> Table {
        let label = self.text_width * LABEL_PERCENT / 100;
        let widths = [label, self.text_width - label].map(|width| width as usize);
        let cell = |width: usize, paragraph| TableCell::new().width(width, WidthType::Dxa).add_paragraph(paragraph);
        let row = |label, value| TableRow::new(vec![cell(widths[0], label), cell(widths[1], value)]).cant_split();

        let mut table = Vec::with_capacity(rows.len() + 1);
        table.push(row(self.plain("TableHeading", label_heading), self.plain("TableHeading", value_heading)));
        for fact in rows {
            let value = self.rich(Paragraph::new().style("TableText"), &fact.value);
            table.push(row(self.plain("TableLabel", &fact.label), value));
        }
        let labels: Vec<String> = rows.iter().map(|fact| text::one_line(&fact.label)).collect();
        self.plan.tables.push(TableWords {
            caption: self.title.clone(),
            description: labels.join(", "),
            right_to_left: Direction::of(&labels.concat()) == Direction::RightToLeft,
        });
        Table::new(table)
            .style("FactsTable")
            .width(self.text_width as usize, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .set_grid(widths.to_vec())
    }

    /// A table with a row of headings, which is repeated on each page, and room to write in what is
    /// empty.
    fn table(&mut self, table: &DocumentTable) -> Table {
        let widths = column_widths(table, self.text_width);
        let mut rows = Vec::with_capacity(table.rows.len() + 1);
        let heads = table.columns.iter().zip(&widths).map(|(column, width)| {
            let cell = TableCell::new().width(*width, WidthType::Dxa);
            cell.add_paragraph(self.plain("ColumnHeading", &column.heading))
        });
        rows.push(TableRow::new(heads.collect()).cant_split());
        for row in &table.rows {
            let mut to_fill_in = false;
            let cells = widths.iter().enumerate().map(|(index, width)| {
                let cell = row.cells.get(index);
                to_fill_in |= cell.is_none_or(Cell::is_blank);
                self.cell(cell, *width)
            });
            let mut built = TableRow::new(cells.collect());
            let lines = row.cells.iter().zip(&widths).map(|(cell, width)| lines(cell, *width)).max();
            if lines.unwrap_or_default() <= MOST_LINES_KEPT {
                built = built.cant_split();
            }
            rows.push(if to_fill_in {
                built.row_height(ROOM_TO_WRITE).height_rule(HeightRule::AtLeast)
            } else {
                built
            });
        }
        let headings: Vec<String> = table.columns.iter().map(|column| text::one_line(&column.heading)).collect();
        self.plan.tables.push(TableWords {
            caption: text::one_line(&table.caption),
            description: headings.join(", "),
            right_to_left: Direction::of(&headings.concat()) == Direction::RightToLeft,
        });
        Table::new(rows)
            .style("SheetTable")
            .width(self.text_width as usize, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .set_grid(widths)
    }

    fn cell(&mut self, cell: Option<&Cell>, width: usize) -> TableCell {
        let mut built = TableCell::new().width(width, WidthType::Dxa);
        let paragraphs = cell.filter(|cell| !cell.is_blank()).map_or(&[][..], |cell| &cell.paragraphs);
        for (index, words) in paragraphs.iter().enumerate() {
            let style = if index == 0 && cell.is_some_and(|cell| cell.lead) { "RowName" } else { "CellText" };
            built = built.add_paragraph(self.rich(Paragraph::new().style(style), words));
        }
        if paragraphs.is_empty() {
            // Word wants a paragraph in every cell.
            built = built.add_paragraph(Paragraph::new().style("CellText"));
        }
        built
    }

    fn header(&mut self, header: &PageHeader) -> Option<Header> {
        let name = text::one_line(&header.text);
        if name.is_empty() && header.logo.is_none() {
            return None;
        }
        self.plan.header = true;
        let mut paragraph = Paragraph::new().style("Header");
        if let Some(logo) = &header.logo {
            let alt = [&header.logo_alt, &header.text].map(|words| text::one_line(words));
            self.plan.logo_alt = alt.into_iter().find(|words| !words.is_empty()).or_else(|| Some("Logo".to_owned()));
            paragraph = paragraph.add_run(Run::new().add_image(picture(logo)));
            if !name.is_empty() {
                // The logo at the left margin, the name at the right one, at half its height.
                paragraph.property = paragraph.property.text_alignment(TextAlignmentType::Center);
                let tab = Tab::new().val(TabValueType::Right).pos(self.text_width as usize);
                paragraph = paragraph.align(AlignmentType::Left).add_tab(tab).add_run(Run::new().add_tab());
            }
        }
        if !name.is_empty() {
            let direction = Direction::of(&name);
            for run in runs(&name, direction) {
                paragraph = paragraph.add_run(run);
            }
        }
        Some(Header::new().add_paragraph(paragraph))
    }

    fn footer(&mut self, words: &str) -> Option<Footer> {
        let words = text::one_line(words);
        if words.is_empty() {
            return None;
        }
        self.plan.footer = true;
        let direction = Direction::of(&words.replace("{pages}", "").replace("{page}", ""));
        let mut paragraph = directed(Paragraph::new().style("Footer"), direction);
        let mut rest = words.as_str();
        while let Some(at) = rest.find("{page") {
            let (before, token) = rest.split_at(at);
            let (field, after) = if let Some(after) = token.strip_prefix("{page}") {
                (InstrText::PAGE(InstrPAGE {}), after)
            } else if let Some(after) = token.strip_prefix("{pages}") {
                (InstrText::NUMPAGES(InstrNUMPAGES {}), after)
            } else {
                let (head, after) = rest.split_at(at + "{page".len());
                paragraph = add_runs(paragraph, runs(head, direction));
                rest = after;
                continue;
            };
            paragraph = add_runs(paragraph, runs(before, direction));
            paragraph = add_runs(paragraph, number_field(field));
            rest = after;
        }
        Some(Footer::new().add_paragraph(add_runs(paragraph, runs(rest, direction))))
    }

    /// A paragraph of words without links.
    fn plain(&mut self, style: &str, words: &str) -> Paragraph {
        let direction = Direction::of(words);
        let paragraph = self.begin(Paragraph::new());
        add_runs(directed(paragraph.style(style), direction), runs(words, direction))
    }

    /// Puts a paragraph on a new page if that was asked for before it.
    fn begin(&mut self, paragraph: Paragraph) -> Paragraph {
        if std::mem::take(&mut self.page_break) { paragraph.page_break_before(true) } else { paragraph }
    }

    /// A paragraph's words, links among them.
    fn rich(&mut self, paragraph: Paragraph, words: &Text) -> Paragraph {
        let first = words.0.iter().find_map(|span| Direction::of_first_letter(&span.text));
        let direction = first.unwrap_or(Direction::LeftToRight);
        let mut paragraph = directed(paragraph, direction);
        for span in &words.0 {
            let address = span.link.as_deref().and_then(link::address);
            let runs = runs(&span.text, direction);
            match address {
                Some(address) if !text::one_line(&span.text).is_empty() => {
                    let rid = link_id(self.plan.links.len());
                    self.plan.links.push(address);
                    let runs = runs.into_iter().map(|run| ParagraphChild::Run(Box::new(run.style("Hyperlink"))));
                    // Not `Hyperlink::new`: its ids count up through the life of the process.
                    let link = HyperlinkData::External { rid, path: String::new() };
                    paragraph = paragraph.add_hyperlink(Hyperlink { link, history: Some(1), children: runs.collect() });
                }
                _ => paragraph = add_runs(paragraph, runs),
            }
        }
        paragraph
    }
}

/// Marks a paragraph that runs from right to left.
fn directed(mut paragraph: Paragraph, direction: Direction) -> Paragraph {
    if direction == Direction::RightToLeft {
        paragraph.property = paragraph.property.bidi(true);
    }
    paragraph
}

fn add_runs(mut paragraph: Paragraph, runs: Vec<Run>) -> Paragraph {
    paragraph.children.extend(runs.into_iter().map(|run| ParagraphChild::Run(Box::new(run))));
    paragraph
}

/// Words as runs, each of one direction, with line breaks and tabs as Word has them. No words,
/// no runs.
fn runs(words: &str, paragraph: Direction) -> Vec<Run> {
    let words = text::clean(words);
    text::by_direction(&words, paragraph).into_iter().map(|(part, _)| run(part)).collect()
}

fn run(words: &str) -> Run {
    let mut run = Run::new();
    for piece in words.split_inclusive(['\n', '\t']) {
        let plain = piece.trim_end_matches(['\n', '\t']);
        if !plain.is_empty() {
            run = run.add_text(plain);
        }
        run = match piece.as_bytes().last() {
            Some(b'\n') => run.add_break(BreakType::TextWrapping),
            Some(b'\t') => run.add_tab(),
            _ => run,
        };
    }
    run
}

/// A field that Word fills in, with "1" until it does.
fn number_field(field: InstrText) -> Vec<Run> {
    vec![
        Run::new().add_field_char(FieldCharType::Begin, false),
        Run::new().add_instr_text(field),
        Run::new().add_field_char(FieldCharType::Separate, false),
        Run::new().add_text("1"),
        Run::new().add_field_char(FieldCharType::End, false),
    ]
}

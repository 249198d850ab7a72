//! Sets the rows of a table: a row of headings, cells with room to write, and rows that are taller
//! than a page in pieces.

use std::rc::Rc;

use egui::text::LayoutJob;
use egui::{Pos2, Rect, pos2, vec2};

use super::{CellBox, Setter, Unit};
use crate::app::theme::paper;
use crate::document::{Cell, Origin, Row, Table, Text};

/// The paragraphs of a cell.
type Paragraphs = Vec<(LayoutJob, paper::Style)>;

impl Setter<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        if table.columns.is_empty() {
            return;
        }
        let shares: f32 = table.columns.iter().map(|column| f32::from(column.width.max(1))).sum();
        let widths: Vec<f32> =
            table.columns.iter().map(|column| self.text_width * f32::from(column.width.max(1)) / shares).collect();
        let padding = 2.0 * paper::TABLE_PADDING * self.scale;
        let heads = table.columns.iter().zip(&widths).map(|(column, width)| {
            let words = Text::plain(column.heading.as_str());
            let style = paper::COLUMN_HEADING;
            vec![(self.job(&words, style, self.theme.paper_muted, width - padding), style)]
        });
        let words = table.columns.iter().map(|column| column.heading.as_str()).collect::<Vec<_>>().join(", ");
        let words = format!("{}: {words}", table.caption);
        let headings = Rc::new(self.cells(&widths, heads.collect(), 0.0, &Origin::Fixed, words, true));
        self.push((*headings).clone(), paper::Style { before: 0.0, after: 0.0, ..paper::CELL }, true);
        let most = self.text_height - headings.rect.height();
        for row in &table.rows {
            let mut words = read_out(table, row);
            let blank = |index: usize| row.cells.get(index).is_none_or(Cell::is_blank);
            let least = if (0..widths.len()).any(blank) { paper::ROOM_TO_WRITE * self.scale } else { 0.0 };
            let cells = widths.iter().enumerate().map(|(index, width)| {
                row.cells.get(index).map_or_else(Vec::new, |cell| self.paragraphs(cell, width - padding))
            });
            let mut cells: Vec<Paragraphs> = cells.collect();
            while !cells.is_empty() {
                let (fit, more) = self.split(cells, most);
                // A row in pieces is read once.
                let unit = self.cells(&widths, fit, least, &row.origin, std::mem::take(&mut words), false);
                self.push(unit, paper::Style { before: 0.0, after: 0.0, ..paper::CELL }, false);
                if let Some(last) = self.loose.last_mut() {
                    last.headings = Some(headings.clone());
                }
                cells = more;
            }
        }
    }

    /// The paragraphs of a cell; none if there is nothing to read.
    fn paragraphs(&self, cell: &Cell, width: f32) -> Paragraphs {
        if cell.is_blank() {
            return Vec::new();
        }
        let style = |index| if index == 0 && cell.lead { paper::ROW_NAME } else { paper::CELL };
        let set = |(index, words)| (self.job(words, style(index), self.theme.ink, width), style(index));
        cell.paragraphs.iter().enumerate().map(set).collect()
    }

    /// What of a row fits into a height, and what does not: no cells if all of it does.
    fn split(&self, cells: Vec<Paragraphs>, most: f32) -> (Vec<Paragraphs>, Vec<Paragraphs>) {
        let mut all_fits = true;
        let (fit, more): (Vec<_>, Vec<_>) = cells
            .into_iter()
            .map(|paragraphs| {
                let (fit, more) = self.split_cell(paragraphs, most);
                all_fits &= more.is_empty();
                (fit, more)
            })
            .unzip();
        (fit, if all_fits { Vec::new() } else { more })
    }

    fn split_cell(&self, paragraphs: Paragraphs, most: f32) -> (Paragraphs, Paragraphs) {
        let (mut fit, mut more) = (Vec::new(), Vec::new());
        let mut y = paper::TABLE_MARGIN * self.scale;
        let mut gap = 0.0_f32;
        for (job, style) in paragraphs {
            if !more.is_empty() {
                more.push((job, style));
                continue;
            }
            y += gap.max(style.before * self.scale);
            gap = style.after * self.scale;
            let galley = self.ctx.fonts_mut(|fonts| fonts.layout_job(job.clone()));
            let line = style.line * self.scale;
            // A line less than there is room for, against rounding; at least one, to come to an end.
            let room = (most - paper::TABLE_MARGIN * self.scale - gap - y) / line - 0.01;
            let room = (room.max(0.0) as usize).max(usize::from(fit.is_empty()));
            if galley.rows.len() <= room {
                y += galley.rows.len() as f32 * line;
                fit.push((job, style));
                continue;
            }
            let letters: usize = galley.rows.iter().take(room).map(|row| row.char_count_including_newline().0).sum();
            if letters > 0 {
                let (head, tail) = cut(&job, letters);
                fit.push((head, style));
                more.push((tail, style));
            } else {
                more.push((job, style));
            }
        }
        (fit, more)
    }

    /// A row of cells, each with its paragraphs.
    fn cells(
        &self,
        widths: &[f32],
        cells: Vec<Paragraphs>,
        least: f32,
        origin: &Origin,
        words: String,
        heading: bool,
    ) -> Unit {
        let padding = paper::TABLE_PADDING * self.scale;
        let margin = paper::TABLE_MARGIN * self.scale;
        let mut texts = Vec::new();
        let mut height = least;
        let mut left = 0.0;
        for (width, paragraphs) in widths.iter().zip(cells) {
            let mut y = margin;
            let mut gap = 0.0_f32;
            for (job, style) in paragraphs {
                // Of the space below one and above the next, the larger counts.
                y += gap.max(style.before * self.scale);
                let tall = self.height(&job, style);
                texts.push((pos2(left + padding, y), job));
                y += tall;
                gap = style.after * self.scale;
            }
            height = height.max(y + gap + margin);
            left += width;
        }
        let mut left = 0.0;
        let boxes = widths.iter().map(|width| {
            let rect = Rect::from_min_size(pos2(left, 0.0), vec2(*width, height));
            left += width;
            CellBox { rect, heading }
        });
        Unit {
            cells: boxes.collect(),
            rect: Rect::from_min_size(Pos2::ZERO, vec2(self.text_width, height)),
            texts,
            bullet: None,
            lines: Vec::new(),
            passage: None,
            origin: origin.clone(),
            words,
            heading: false,
        }
    }
}

/// A text before and after a number of characters; a line end between them is left out.
fn cut(job: &LayoutJob, letters: usize) -> (LayoutJob, LayoutJob) {
    let at = job.text.char_indices().nth(letters).map_or(job.text.len(), |(at, _)| at);
    let part = |from: usize, to: usize| {
        let mut part = LayoutJob { wrap: job.wrap.clone(), ..LayoutJob::default() };
        for section in &job.sections {
            let words = job.text.get(section.byte_range.start.0.max(from)..section.byte_range.end.0.min(to));
            if let Some(words) = words.filter(|words| !words.is_empty()) {
                part.append(words, 0.0, section.format.clone());
            }
        }
        part
    };
    let end = if job.text[..at].ends_with('\n') { at - 1 } else { at };
    (part(0, end), part(at, job.text.len()))
}

/// A row for a screen reader: each cell after its column's heading.
fn read_out(table: &Table, row: &Row) -> String {
    let cells = row.cells.iter().zip(&table.columns).map(|(cell, column)| {
        if cell.is_blank() {
            format!("{}: to fill in", column.heading)
        } else if cell.lead {
            cell.words()
        } else {
            format!("{}: {}", column.heading, cell.words())
        }
    });
    cells.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use super::*;
    use crate::app::editor::pagination::{Pages, set};
    use crate::app::theme::{self, Theme};
    use crate::document::{Block, BlockKind, Column, Document, Meta, Paper};

    fn cell(paragraphs: &[&str]) -> Cell {
        Cell { paragraphs: paragraphs.iter().map(|words| Text::plain(*words)).collect(), lead: false }
    }

    fn table(rows: Vec<Vec<Cell>>) -> BlockKind {
        let columns = [("Name", 30), ("Notes", 70)];
        let columns = columns.map(|(heading, width)| Column { heading: heading.to_owned(), width }).into();
        let rows = rows.into_iter().map(|cells| Row { cells, origin: Origin::Fixed }).collect();
        BlockKind::Table(Table { caption: "Sheet".to_owned(), columns, rows })
    }

    /// The pages of a document of these blocks, without a page number.
    fn pages(blocks: Vec<BlockKind>) -> Pages {
        let now = jiff::Timestamp::UNIX_EPOCH;
        let document = Document {
            language: "en-US".to_owned(),
            paper: Paper::A4,
            meta: Meta { title: String::new(), author: String::new(), created: now, modified: now },
            header: None,
            footer: String::new(),
            blocks: blocks.into_iter().map(|kind| Block { kind, origin: Origin::Fixed }).collect(),
        };
        let mut pages = None;
        let ctx = egui::Context::default();
        theme::install(&ctx);
        ctx.run_ui(egui::RawInput::default(), |ui| {
            pages = Some(set(ui.ctx(), Theme::of(ui.ctx()), &document, 600.0));
        })
        .drop_without_applying_deltas();
        pages.unwrap()
    }

    fn assert_on_the_paper(pages: &Pages) {
        let margin = paper::MARGIN * pages.scale;
        let text = Rect::from_min_max(pos2(margin, margin), (pages.size - vec2(margin, margin)).to_pos2()).expand(0.5);
        for unit in pages.pages.iter().flatten() {
            assert!(text.contains_rect(unit.rect), "{:?} is not within {text:?}: {}", unit.rect, unit.words);
        }
    }

    #[test]
    fn headings_stand_above_the_rows_of_each_page_and_are_read_once() {
        let rows = (1..=60).map(|number| vec![cell(&[&number.to_string()]), cell(&["A\nB"])]).collect();
        let pages = pages(vec![table(rows)]);
        assert!(pages.pages.len() > 2);
        assert_on_the_paper(&pages);
        for (index, page) in pages.pages.iter().enumerate() {
            assert!(page[0].cells.iter().all(|cell| cell.heading) && !page[1].cells[0].heading, "page {index}");
            assert_eq!(page[0].words, if index == 0 { "Sheet: Name, Notes" } else { "" });
        }
        let rows: Vec<_> = pages.pages.iter().flatten().filter(|unit| unit.words.starts_with("Name: ")).collect();
        assert_eq!(rows.len(), 60);
    }

    #[test]
    fn a_row_taller_than_a_page_goes_on_over_leaf_and_no_word_is_lost() {
        let long: String = (0..1500).map(|number| format!("word{number} ")).collect();
        let breaks = "x\n".repeat(150);
        for words in [long.as_str(), &breaks, &"endless".repeat(1200)] {
            let pages = pages(vec![table(vec![vec![cell(&["A", "B"]), cell(&["First.", words, "Last."])]])]);
            assert!(pages.pages.len() > 1);
            assert_on_the_paper(&pages);
            let units = pages.pages.iter().flatten().filter(|unit| !unit.cells.iter().any(|cell| cell.heading));
            let set: String = units.flat_map(|unit| &unit.texts).map(|(_, job)| job.text.as_str()).collect();
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            // The first column's two stand before the second's.
            assert_eq!(letters(&set), letters(&format!("ABFirst.{words}Last.")));
        }
    }

    #[test]
    fn what_has_nothing_to_read_has_room_to_write_and_says_so() {
        for blank in [vec![cell(&["Go"])], vec![cell(&["Go"]), cell(&[])], vec![cell(&["Go"]), cell(&[" ", "\t\n"])]] {
            let said = if blank.len() == 2 { "Name: Go\nNotes: to fill in" } else { "Name: Go" };
            let pages = pages(vec![table(vec![blank])]);
            let row = &pages.pages[0][1];
            assert_eq!(row.words, said);
            assert!(row.rect.height() > 33.0 * pages.scale, "{}", row.rect.height());
        }
        let full = pages(vec![table(vec![vec![cell(&["Go"]), cell(&["2"])]])]);
        assert!(full.pages[0][1].rect.height() < 25.0 * full.scale);
    }

    #[test]
    fn a_break_begins_a_page_even_below_a_heading_and_a_table_without_columns_is_none() {
        let words = || BlockKind::Paragraph(Text::plain("Words."));
        let none = BlockKind::Table(Table { caption: String::new(), columns: Vec::new(), rows: Vec::new() });
        let blocks = vec![
            BlockKind::PageBreak,
            BlockKind::Heading("Heading".to_owned()),
            BlockKind::PageBreak,
            none,
            words(),
            BlockKind::PageBreak,
        ];
        let pages = pages(blocks);
        let counts: Vec<usize> = pages.pages.iter().map(Vec::len).collect();
        assert_eq!(counts, [1, 1]);
    }
}

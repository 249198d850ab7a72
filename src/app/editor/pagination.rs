//! Sets a document on pages as Word will, near enough to say how many there are: the same type
//! sizes and widths, headings kept with what follows, paragraphs moved whole.

mod table;

use std::rc::Rc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Pos2, Rect, Stroke, Vec2, pos2, vec2};

use crate::app::theme::{Theme, paper, text};
use crate::document::{BlockKind, Bullet, Document, Origin, Text};

/// A cell of a table.
#[derive(Clone, Copy, Debug)]
pub struct CellBox {
    /// Where, from the unit's upper left corner.
    pub rect: Rect,
    /// True: it is in the row of headings.
    pub heading: bool,
}

/// Something on a page: a title, a heading, a paragraph, a point, a row of facts.
#[derive(Clone)]
pub struct Unit {
    /// Where, from the page's upper left corner, in the window's points.
    pub rect: Rect,
    /// Texts and where they go.
    pub texts: Vec<(Pos2, LayoutJob)>,
    /// The centre and radius of a bullet.
    pub bullet: Option<(Pos2, f32)>,
    /// Heights of hairlines across the text width.
    pub lines: Vec<f32>,
    /// The cells of a table's row.
    pub cells: Vec<CellBox>,
    /// The passage that one of the texts is.
    pub passage: Option<PassageAt>,
    /// The control it came from.
    pub origin: Origin,
    /// Its words, for a screen reader.
    pub words: String,
    /// What it is, for a screen reader.
    pub heading: bool,
}

/// Where the words of a text stand in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassageAt {
    /// Which of the unit's texts.
    pub text: usize,
    /// Where in the unit's words it begins, in bytes.
    pub start: usize,
    /// The block of the document.
    pub block: usize,
    /// The bullet or row of the block.
    pub item: usize,
}

/// A document on pages.
pub struct Pages {
    /// Units of each page.
    pub pages: Vec<Vec<Unit>>,
    /// A page's size in the window's points.
    pub size: Vec2,
    /// The window's points to a point of type.
    pub scale: f32,
}

/// What the pages depend on.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    version: u64,
    width: f32,
    pixels_per_point: f32,
    dark: bool,
}

/// The pages as last set.
#[derive(Default)]
pub struct Cache {
    key: Option<Key>,
    pages: Option<Pages>,
}

impl Cache {
    /// How many pages there were when last set.
    pub fn count(&self) -> Option<usize> {
        self.pages.as_ref().map(|pages| pages.pages.len())
    }

    /// The pages of a document on paper of this width; `version` changes with the document.
    pub fn get(&mut self, ctx: &egui::Context, theme: &Theme, document: &Document, version: u64, width: f32) -> &Pages {
        let key = Key { version, width, pixels_per_point: ctx.pixels_per_point(), dark: theme.dark };
        if self.key != Some(key) {
            self.pages = None;
            self.key = Some(key);
        }
        self.pages.get_or_insert_with(|| set(ctx, theme, document, width))
    }
}

/// A unit that has no place yet.
struct Loose {
    unit: Unit,
    before: f32,
    after: f32,
    height: f32,
    keep_with_next: bool,
    /// True: it begins a page.
    new_page: bool,
    /// A row of a table has the row of headings, to be repeated on each page.
    headings: Option<Rc<Unit>>,
}

struct Setter<'a> {
    ctx: &'a egui::Context,
    theme: &'a Theme,
    scale: f32,
    text_width: f32,
    /// The height between the margins.
    text_height: f32,
    loose: Vec<Loose>,
    /// The block that is being set, and the bullet or row of it.
    at: (usize, usize),
    /// True: the next unit begins a page.
    new_page: bool,
    /// True: the last block was a table.
    below_table: bool,
    /// True: what is being set stays on the page of the table below it.
    keep: bool,
}

/// Sets a document on pages.
pub fn set(ctx: &egui::Context, theme: &Theme, document: &Document, width: f32) -> Pages {
    let (paper_width, paper_height) = document.paper.size_twips();
    let scale = width / (paper_width as f32 / 20.0);
    let size = vec2(width, paper_height as f32 / 20.0 * scale);
    let text_width = width - 2.0 * paper::MARGIN * scale;
    let mut setter = Setter {
        ctx,
        theme,
        scale,
        text_width,
        text_height: size.y - 2.0 * paper::MARGIN * scale,
        loose: Vec::new(),
        at: (0, 0),
        new_page: false,
        below_table: false,
        keep: false,
    };
    for (index, (block, keep)) in document.blocks.iter().zip(document.kept_with_tables()).enumerate() {
        setter.at = (index, 0);
        setter.keep = keep;
        setter.block(&block.kind, &block.origin);
    }
    let mut pages = place(setter.loose, size, scale);
    let count = pages.len();
    for (index, page) in pages.iter_mut().enumerate() {
        marginals(ctx, theme, document, index, count, size, scale, page);
    }
    Pages { pages, size, scale }
}

impl Setter<'_> {
    fn block(&mut self, kind: &BlockKind, origin: &Origin) {
        match kind {
            BlockKind::Title(words) => {
                self.paragraph(&Text::plain(words.clone()), paper::TITLE, self.theme.paper_heading, origin, true);
            }
            BlockKind::Heading(words) => {
                self.paragraph(&Text::plain(words.clone()), paper::HEADING, self.theme.paper_heading, origin, true);
            }
            BlockKind::Subheading(words) => {
                self.paragraph(&Text::plain(words.clone()), paper::SUBHEADING, self.theme.paper_heading, origin, true);
            }
            BlockKind::Paragraph(words) => {
                let before = if self.below_table { paper::BELOW_TABLE } else { paper::BODY.before };
                let style = paper::Style { before, ..paper::BODY };
                self.paragraph(words, style, self.theme.ink, origin, false);
            }
            BlockKind::Table(table) => self.table(table),
            BlockKind::PageBreak => self.new_page = true,
            BlockKind::Bullets(bullets) => {
                let last = bullets.len().saturating_sub(1);
                for (index, bullet) in bullets.iter().enumerate() {
                    self.at.1 = index;
                    self.point(bullet, None, index == last);
                }
            }
            BlockKind::Numbers(bullets) => {
                let last = bullets.len().saturating_sub(1);
                for (index, bullet) in bullets.iter().enumerate() {
                    self.at.1 = index;
                    self.point(bullet, Some(index + 1), index == last);
                }
            }
            BlockKind::Facts { label_heading, value_heading, rows } => {
                self.row(label_heading, &Text::plain(value_heading), &Origin::Fixed, paper::FACT_HEADING, false);
                let last = rows.len().saturating_sub(1);
                for (index, row) in rows.iter().enumerate() {
                    self.at.1 = index;
                    self.row(&row.label, &row.value, &row.origin, paper::FACT, index == last);
                }
            }
        }
        self.below_table = matches!(kind, BlockKind::Table(_)) || (self.below_table && *kind == BlockKind::PageBreak);
    }

    fn job(&self, words: &Text, style: paper::Style, color: Color32, width: f32) -> LayoutJob {
        let font = if style.bold { text::paper_bold } else { text::paper };
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        for span in &words.0 {
            let mut format = format(style, font(style.size * self.scale), color, self.scale);
            if span.link.is_some() {
                format.color = self.theme.paper_link;
                format.underline = Stroke::new(self.scale * 0.6, self.theme.paper_link);
            }
            job.append(&shown(&span.text), 0.0, format);
        }
        job
    }

    /// By the count of its lines: a painted line is rounded to whole pixels, and over a page that
    /// would make another page at another size of the window.
    fn height(&self, job: &LayoutJob, style: paper::Style) -> f32 {
        let lines = self.ctx.fonts_mut(|fonts| fonts.layout_job(job.clone())).rows.len();
        lines as f32 * style.line * self.scale
    }

    fn paragraph(&mut self, words: &Text, style: paper::Style, color: Color32, origin: &Origin, heading: bool) {
        let job = self.job(words, style, color, self.text_width);
        let height = self.height(&job, style);
        self.push(
            Unit {
                rect: Rect::from_min_size(Pos2::ZERO, vec2(self.text_width, height)),
                texts: vec![(Pos2::ZERO, job)],
                bullet: None,
                lines: Vec::new(),
                cells: Vec::new(),
                passage: Some(self.passage(0, 0)),
                origin: origin.clone(),
                words: words.words(),
                heading,
            },
            style,
            heading,
        );
    }

    fn point(&mut self, bullet: &Bullet, number: Option<usize>, last: bool) {
        // A list ends as a paragraph does.
        let after = if last { paper::BODY.after } else { paper::BULLET.after };
        let before = if self.below_table && self.at.1 == 0 { paper::BELOW_TABLE } else { paper::BULLET.before };
        let style = paper::Style { before, after, ..paper::BULLET };
        let indent = paper::INDENT * self.scale;
        let job = self.job(&bullet.text, style, self.theme.ink, self.text_width - indent);
        let height = self.height(&job, style);
        let mut texts = vec![(pos2(indent, 0.0), job)];
        let mut mark = None;
        match number {
            Some(number) => {
                let label = Text::plain(format!("{number}."));
                texts.push((Pos2::ZERO, self.job(&label, style, self.theme.ink, indent)));
            }
            None => {
                mark = Some((
                    pos2(paper::BULLET_CENTRE, style.line * 0.47) * self.scale,
                    paper::BULLET_RADIUS * self.scale,
                ))
            }
        }
        self.push(
            Unit {
                rect: Rect::from_min_size(Pos2::ZERO, vec2(self.text_width, height)),
                texts,
                bullet: mark,
                lines: Vec::new(),
                cells: Vec::new(),
                passage: Some(self.passage(0, 0)),
                origin: bullet.origin.clone(),
                words: bullet.text.words(),
                heading: false,
            },
            style,
            false,
        );
    }

    /// A row of the facts table, the header row among them.
    fn row(&mut self, label: &str, value: &Text, origin: &Origin, style: paper::Style, last: bool) {
        let padding = paper::CELL_PADDING * self.scale;
        let column = self.text_width * paper::FACT_LABEL_SHARE;
        let label_job = self.job(&Text::plain(label), style, self.theme.paper_muted, column - 2.0 * padding);
        let color = if *origin == Origin::Fixed { self.theme.paper_muted } else { self.theme.ink };
        let value_job = self.job(value, style, color, self.text_width - column - 2.0 * padding);
        let (above, below) = (style.before * self.scale, style.after * self.scale);
        let height = self.height(&label_job, style).max(self.height(&value_job, style)) + above + below;
        let unit = Unit {
            rect: Rect::from_min_size(Pos2::ZERO, vec2(self.text_width, height)),
            texts: vec![(pos2(padding, above), label_job), (pos2(column + padding, above), value_job)],
            bullet: None,
            lines: vec![height],
            cells: Vec::new(),
            // The header row is no passage.
            passage: (*origin != Origin::Fixed).then(|| self.passage(1, label.len() + ": ".len())),
            origin: origin.clone(),
            words: format!("{label}: {}", value.words()),
            heading: false,
        };
        let spacing = paper::Style { before: 0.0, after: if last { paper::AFTER_FACTS } else { 0.0 }, ..style };
        self.push(unit, spacing, !last);
    }

    fn passage(&self, text: usize, start: usize) -> PassageAt {
        PassageAt { text, start, block: self.at.0, item: self.at.1 }
    }

    fn push(&mut self, unit: Unit, style: paper::Style, keep_with_next: bool) {
        let height = unit.rect.height();
        self.loose.push(Loose {
            unit,
            before: style.before * self.scale,
            after: style.after * self.scale,
            height,
            keep_with_next: keep_with_next || self.keep,
            new_page: std::mem::take(&mut self.new_page),
            headings: None,
        });
    }
}

/// Text as an exported file has it: tabs as blanks, control characters and what is no character
/// left out.
fn shown(text: &str) -> String {
    text.chars().filter(is_shown).collect::<String>().replace('\t', TAB)
}

const TAB: &str = "    ";

fn is_shown(c: &char) -> bool {
    matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

/// How many characters of the page a beginning of a text makes.
pub fn shown_length(text: &str) -> usize {
    text.chars().filter(is_shown).map(|c| if c == '\t' { TAB.len() } else { 1 }).sum()
}

fn format(style: paper::Style, font_id: FontId, color: Color32, scale: f32) -> TextFormat {
    TextFormat {
        font_id,
        line_height: Some(style.line * scale),
        color,
        valign: egui::Align::Center,
        ..Default::default()
    }
}

/// Gives each unit its place: a unit that does not fit goes to the next page, with the headings
/// before it.
fn place(loose: Vec<Loose>, size: Vec2, scale: f32) -> Vec<Vec<Unit>> {
    let (top, left) = (paper::MARGIN * scale, paper::MARGIN * scale);
    let bottom = size.y - paper::MARGIN * scale;
    let mut pages = vec![Vec::new()];
    let mut y = top;
    let mut rest: std::collections::VecDeque<Loose> = loose.into();
    let mut gap = 0.0_f32;
    while !rest.is_empty() {
        // A run that must stay together: headings and what they stand over.
        let mut run = 1;
        let keeps = |at: usize, rest: &std::collections::VecDeque<Loose>| {
            rest.get(at).is_some_and(|item| item.keep_with_next) && rest.get(at + 1).is_some_and(|next| !next.new_page)
        };
        while keeps(run - 1, &rest) {
            run += 1;
        }
        let at_top = pages.last().is_some_and(Vec::is_empty);
        let height_of = |run: usize| {
            let mut height = 0.0;
            let mut space = gap;
            for (index, item) in rest.iter().take(run).enumerate() {
                // As in Word from 2013 on, the larger of the space below one and above the next counts.
                let above = if at_top && index == 0 { 0.0 } else { space.max(item.before) };
                height += above + item.height;
                space = item.after;
            }
            height
        };
        let mut height = height_of(run);
        while run > 1 && height > bottom - top {
            // More than a page cannot stay together.
            run -= 1;
            height = height_of(run);
        }
        let begins = rest.front().is_some_and(|item| item.new_page);
        if !at_top && (begins || y + height > bottom) {
            pages.push(Vec::new());
            y = top;
            gap = 0.0;
            if let Some(headings) = rest.front().and_then(|item| item.headings.clone()) {
                let mut unit = (*headings).clone();
                // They are read once, where the table begins.
                unit.words.clear();
                let height = unit.rect.height();
                unit.rect = unit.rect.translate(vec2(left, y));
                y += height;
                if let Some(page) = pages.last_mut() {
                    page.push(unit);
                }
            }
        }
        for _ in 0..run {
            let Some(mut item) = rest.pop_front() else { break };
            let first = pages.last().is_some_and(Vec::is_empty);
            y += if first { 0.0 } else { gap.max(item.before) };
            item.unit.rect = item.unit.rect.translate(vec2(left, y));
            y += item.height;
            gap = item.after;
            if let Some(page) = pages.last_mut() {
                page.push(item.unit);
            }
        }
    }
    pages
}

/// The company's name at the top, the page's number at the foot.
#[expect(clippy::too_many_arguments, reason = "all of it describes one page")]
fn marginals(
    ctx: &egui::Context,
    theme: &Theme,
    document: &Document,
    index: usize,
    count: usize,
    size: Vec2,
    scale: f32,
    page: &mut Vec<Unit>,
) {
    let width = size.x - 2.0 * paper::MARGIN * scale;
    let mut line = |words: String, style: paper::Style, y: f32, origin: Origin| {
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        job.wrap.max_rows = 1;
        job.append(&words, 0.0, format(style, text::paper(style.size * scale), theme.paper_muted, scale));
        let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job.clone()));
        let x = width - galley.size().x;
        page.push(Unit {
            rect: Rect::from_min_size(pos2(paper::MARGIN * scale + x, y), galley.size()),
            texts: vec![(Pos2::ZERO, job)],
            bullet: None,
            lines: Vec::new(),
            cells: Vec::new(),
            passage: None,
            origin,
            words,
            heading: false,
        });
    };
    if let Some(header) = document.header.as_ref().filter(|header| !header.text.is_empty()) {
        let y = paper::MARGINAL_DISTANCE * scale;
        line(header.text.clone(), paper::HEADER, y, Origin::Field(crate::document::Field::Company));
    }
    let words = document.footer.replace("{page}", &(index + 1).to_string()).replace("{pages}", &count.to_string());
    if !words.is_empty() {
        let y = size.y - (paper::MARGINAL_DISTANCE + paper::FOOTER.line) * scale;
        line(words, paper::FOOTER, y, Origin::Fixed);
    }
}

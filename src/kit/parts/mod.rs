//! The documents of a kit, one file each.

mod assessment;
mod candidate;
mod coverage;
mod interview;
mod scorecard;
mod screening;

use crate::catalog::Catalog;
use crate::document::{self, Block, BlockKind, Bullet, Cell, Column, Document, Origin, Row, Table, Text, one_line};
use crate::posting::{KitField, KitList, Posting};

use super::{Entry, Kit};

/// The documents that a kit is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// What to look for in a résumé, requirement by requirement.
    Screening,
    /// The tasks as the candidate gets them, without how they are judged.
    Candidate,
    /// The tasks with their rubrics.
    Assessment,
    /// Questions, follow-ups, what answers show.
    Interview,
    /// What is scored after the interviews.
    Scorecard,
    /// Which requirement is checked by what.
    Coverage,
}

impl Part {
    /// All parts, in the order in which a search uses them.
    pub const ALL: [Self; 6] =
        [Self::Screening, Self::Candidate, Self::Assessment, Self::Interview, Self::Scorecard, Self::Coverage];

    /// The name used in settings and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Screening => "screening",
            Self::Candidate => "candidate",
            Self::Assessment => "assessment",
            Self::Interview => "interview",
            Self::Scorecard => "scorecard",
            Self::Coverage => "coverage",
        }
    }

    /// Its name in the window.
    pub fn label(self) -> &'static str {
        match self {
            Self::Screening => "Screening sheet",
            Self::Candidate => "Task sheet",
            Self::Assessment => "Skills assessment",
            Self::Interview => "Interview guide",
            Self::Scorecard => "Scorecard",
            Self::Coverage => "Who checks what",
        }
    }

    /// Whom it is for, in one line.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Screening => "For whoever reads résumés: evidence for each requirement, scored 0 to 3",
            Self::Candidate => "For the candidate: the tasks without how they are judged",
            Self::Assessment => "For whoever judges the tasks: the same tasks with a rubric for each",
            Self::Interview => "For interviewers: the same questions for everybody, and what answers show",
            Self::Scorecard => "For each interviewer alone, before anybody talks about the candidate",
            Self::Coverage => "For the hiring team: each requirement, and what checks it",
        }
    }

    /// The lists whose entries it shows.
    pub fn lists(self) -> &'static [KitList] {
        match self {
            Self::Screening => &[KitList::Rows],
            Self::Candidate | Self::Assessment => &[KitList::Tasks],
            Self::Interview => &[KitList::Questions, KitList::Unfair],
            Self::Scorecard => &[KitList::Attributes],
            Self::Coverage => &[],
        }
    }

    /// The texts of [`KitList::TEXTS`] that it shows.
    pub fn texts(self) -> &'static [&'static str] {
        match self {
            Self::Screening => &["screening-rules"],
            Self::Candidate => &["candidate-letter"],
            Self::Assessment => &["assessment-rules"],
            Self::Interview => &["interview-rules", "opening", "closing"],
            Self::Scorecard => &["scoring-rules"],
            Self::Coverage => &[],
        }
    }
}

/// The document of a part. One that has nothing to show says so in a sentence.
pub fn document(part: Part, kit: &Kit, posting: &Posting, catalog: &Catalog) -> Document {
    let mut page = Page { kit, posting, catalog, blocks: Vec::with_capacity(64) };
    let title = page.word(&format!("part.{}", part.id()));
    page.push(BlockKind::Title(title.clone()), Origin::Fixed);
    let role = one_line(&posting.title(catalog));
    let company = one_line(&posting.company.name);
    let whom: Vec<&str> = [role.as_str(), company.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
    if !whom.is_empty() {
        page.push(BlockKind::Paragraph(Text::plain(whom.join(", "))), Origin::Fixed);
    }
    match part {
        Part::Screening => screening::write(&mut page),
        Part::Candidate => candidate::write(&mut page),
        Part::Assessment => assessment::write(&mut page),
        Part::Interview => interview::write(&mut page),
        Part::Scorecard => scorecard::write(&mut page),
        Part::Coverage => coverage::write(&mut page),
    }
    let named = if role.is_empty() { title } else { format!("{title}: {role}") };
    document::about(posting, catalog, named, page.blocks)
}

/// A document being written.
struct Page<'a> {
    kit: &'a Kit,
    posting: &'a Posting,
    catalog: &'a Catalog,
    blocks: Vec<Block>,
}

impl Page<'_> {
    fn push(&mut self, kind: BlockKind, origin: Origin) {
        self.blocks.push(Block { kind, origin });
    }

    /// Our word for `kit.{key}`.
    fn word(&self, key: &str) -> String {
        self.catalog.words.get(&format!("kit.{key}")).to_owned()
    }

    /// Our words for `kit.{key}` with values in them.
    fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.catalog.words.fill(&format!("kit.{key}"), values)
    }

    fn heading(&mut self, text: String, origin: &Origin) {
        self.push(BlockKind::Heading(text), origin.clone());
    }

    fn subheading(&mut self, text: String, origin: &Origin) {
        self.push(BlockKind::Subheading(text), origin.clone());
    }

    fn paragraph(&mut self, text: impl Into<String>, origin: &Origin) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.push(BlockKind::Paragraph(document::linked(text.trim())), origin.clone());
        }
    }

    fn bullets<'t>(&mut self, texts: impl Iterator<Item = &'t str>, origin: &Origin) {
        let bullets: Vec<Bullet> =
            texts.map(|text| Bullet { text: document::linked(text), origin: origin.clone() }).collect();
        if !bullets.is_empty() {
            self.push(BlockKind::Bullets(bullets), origin.clone());
        }
    }

    /// A text that stands once, if it is on: lines that begin with "- " are points.
    fn text(&mut self, id: &str) {
        let Some(entry) = self.kit.on(KitList::Texts).find(|entry| entry.id.as_str() == id) else { return };
        let origin = origin(entry);
        self.blocks.extend(document::rich_blocks(entry.get(KitField::Text), &origin));
    }

    /// A table, unless it has no rows. Columns are a word of ours, or a text after `=`, and a width.
    fn table(&mut self, caption: &str, columns: &[(&str, u8)], rows: Vec<Row>) {
        let Some(first) = rows.first() else { return };
        let origin = first.origin.clone();
        let columns = columns
            .iter()
            .map(|(key, width)| Column {
                heading: key.strip_prefix('=').map_or_else(|| self.word(&format!("column.{key}")), str::to_owned),
                width: *width,
            })
            .collect();
        self.push(BlockKind::Table(Table { caption: caption.to_owned(), columns, rows }), origin);
    }

    /// Says that there is nothing to show.
    fn nothing(&mut self) {
        let words = self.word("nothing");
        self.paragraph(words, &Origin::Fixed);
    }

    /// The labels of the requirements that an entry checks: "SQL, Testing what you build".
    fn checked(&self, entry: &Entry) -> String {
        let needs = entry.checks.iter().filter_map(|id| self.kit.need(id));
        needs.map(|need| need.label.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// What earns a 1, a 2 and a 3, a line each; blank ones are left out.
    fn scores(&self, texts: [&str; 3]) -> Vec<Text> {
        let keys = ["score.one", "score.two", "score.three"];
        let lines = keys.into_iter().zip(texts).filter(|(_, text)| !text.is_empty());
        lines.map(|(key, text)| Text::plain(self.fill(key, &[("text", text)]))).collect()
    }
}

fn origin(entry: &Entry) -> Origin {
    Origin::Kit(entry.list, entry.id.clone())
}

/// A cell that names its row, with paragraphs below the name.
fn lead(name: &str, more: impl IntoIterator<Item = Text>) -> Cell {
    let paragraphs = std::iter::once(Text::plain(name)).chain(more).collect();
    Cell { paragraphs, lead: true }
}

/// A cell of paragraphs.
fn cell(paragraphs: impl IntoIterator<Item = Text>) -> Cell {
    Cell { paragraphs: paragraphs.into_iter().filter(|text| !text.is_blank()).collect(), lead: false }
}

/// A cell of one text.
fn short(text: impl Into<String>) -> Cell {
    cell([Text::plain(text)])
}

/// Room to write by hand.
fn empty() -> Cell {
    Cell { paragraphs: Vec::new(), lead: false }
}

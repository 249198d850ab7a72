//! A posting's words in reading order: what rules about words look at.

use std::borrow::Cow;

use crate::catalog::Strength;
use crate::document::{BlockKind, Document, Field, Origin, Text};
use crate::posting::{List, Posting};

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PassageKind {
    /// The posting's title.
    Title,
    /// The value of a row of the facts table.
    Fact,
    /// A section's heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A point of a list.
    Bullet,
}

/// The part of the posting that a passage belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the posting's sections")]
pub enum Section {
    /// Title, company, facts.
    Top,
    Summary,
    Duties,
    /// What one must bring, the experience among it.
    Must,
    Nice,
    Learn,
    Education,
    /// Pay and benefits.
    Benefits,
    Steps,
    Career,
    About,
    /// The equal-opportunity statement and its like.
    Statement,
    Apply,
    /// Of a plain text: a section that its heading does not tell.
    Other,
}

/// A run of words that stands by itself.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    /// Its words, links and all.
    pub text: Cow<'a, str>,
    /// What it is.
    pub kind: PassageKind,
    /// Where it belongs.
    pub section: Section,
    /// The control it came from; [`Origin::Fixed`] in a plain text.
    pub origin: Origin,
    /// See [`super::At::block`].
    pub block: usize,
    /// See [`super::At::item`].
    pub item: usize,
    /// See [`super::At::line`].
    pub line: Option<usize>,
}

impl Passage<'_> {
    /// True if its words are an advertisement's own: not a heading, not a fact, not the
    /// equal-opportunity statement.
    pub fn is_prose(&self) -> bool {
        matches!(self.kind, PassageKind::Title | PassageKind::Paragraph | PassageKind::Bullet)
            && self.section != Section::Statement
    }
}

/// The passages of a document.
pub(super) fn of_document<'a>(document: &'a Document, posting: &Posting) -> Vec<Passage<'a>> {
    let mut passages = Vec::with_capacity(96);
    for (block, one) in document.blocks.iter().enumerate() {
        let mut push = |item: usize, kind: PassageKind, origin: &Origin, text: Cow<'a, str>| {
            let section = if block == 0 { Section::Top } else { section(origin, kind, posting) };
            passages.push(Passage { text, kind, section, origin: origin.clone(), block, item, line: None });
        };
        match &one.kind {
            // A posting has no tables.
            BlockKind::Table(_) | BlockKind::PageBreak => {}
            BlockKind::Title(text) => push(0, PassageKind::Title, &one.origin, text.into()),
            BlockKind::Heading(text) | BlockKind::Subheading(text) => {
                push(0, PassageKind::Heading, &one.origin, text.into())
            }
            BlockKind::Paragraph(text) => push(0, PassageKind::Paragraph, &one.origin, words(text)),
            BlockKind::Bullets(bullets) | BlockKind::Numbers(bullets) => {
                for (item, bullet) in bullets.iter().enumerate() {
                    push(item, PassageKind::Bullet, &bullet.origin, words(&bullet.text));
                }
            }
            BlockKind::Facts { rows, .. } => {
                for (item, row) in rows.iter().enumerate() {
                    push(item, PassageKind::Fact, &row.origin, words(&row.value));
                }
            }
        }
    }
    passages
}

fn words(text: &Text) -> Cow<'_, str> {
    match text.0.as_slice() {
        [one] => Cow::Borrowed(&one.text),
        _ => Cow::Owned(text.words()),
    }
}

fn section(origin: &Origin, kind: PassageKind, posting: &Posting) -> Section {
    if kind == PassageKind::Fact {
        return Section::Top;
    }
    match origin {
        Origin::Item(List::Skills, id) => match posting.skills.get(id).and_then(|item| item.strength) {
            Some(Strength::Nice) => Section::Nice,
            Some(Strength::Learn) => Section::Learn,
            _ => Section::Must,
        },
        Origin::Item(List::Duties, _) => Section::Duties,
        Origin::Item(List::Benefits, _) => Section::Benefits,
        Origin::Item(List::Steps, _) => Section::Steps,
        Origin::Field(Field::Summary) => Section::Summary,
        Origin::Field(Field::Experience) => Section::Must,
        Origin::Field(Field::Education) => Section::Education,
        Origin::Field(Field::Pay | Field::Bonus | Field::Equity) => Section::Benefits,
        Origin::Field(Field::Career) => Section::Career,
        Origin::Field(Field::AboutCompany) => Section::About,
        Origin::Field(Field::Statement) => Section::Statement,
        Origin::Field(Field::ApplyLink | Field::ApplyEmail | Field::Closing | Field::AdjustmentsContact) => {
            Section::Apply
        }
        Origin::Field(_) | Origin::Kit(..) | Origin::Fixed => Section::Top,
    }
}

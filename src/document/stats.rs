//! How long a document is to read.

use unicode_segmentation::UnicodeSegmentation as _;

use super::{BlockKind, Document};

/// The length of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Words by Unicode's rules (UAX #29), title, facts and headings among them.
    pub words: usize,
    /// Minutes to read at [`Stats::WORDS_A_MINUTE`], rounded; at least 1 if there is a word.
    pub minutes_to_read: u32,
}

impl Stats {
    /// Silent reading of English: 238 words a minute is the mean for non-fiction in Brysbaert
    /// (2019), "How many words do we read per minute?", Journal of Memory and Language 109;
    /// rounded down, as a posting has lists and names in it.
    pub const WORDS_A_MINUTE: usize = 230;

    fn of(words: usize) -> Self {
        let minutes = (words + Self::WORDS_A_MINUTE / 2) / Self::WORDS_A_MINUTE;
        let minutes_to_read = u32::try_from(minutes.max(usize::from(words > 0))).unwrap_or(u32::MAX);
        Self { words, minutes_to_read }
    }
}

impl Document {
    /// How long it is to read: everything in its blocks, without header and footer.
    pub fn stats(&self) -> Stats {
        let mut words = 0;
        let mut count = |text: &str| words += text.unicode_words().count();
        for block in &self.blocks {
            match &block.kind {
                BlockKind::Title(text) | BlockKind::Heading(text) | BlockKind::Subheading(text) => count(text),
                BlockKind::Paragraph(text) => count(&text.words()),
                BlockKind::Bullets(bullets) | BlockKind::Numbers(bullets) => {
                    bullets.iter().for_each(|bullet| count(&bullet.text.words()));
                }
                BlockKind::Facts { rows, .. } => rows.iter().for_each(|row| {
                    count(&row.label);
                    count(&row.value.words());
                }),
                BlockKind::Table(table) => {
                    table.columns.iter().for_each(|column| count(&column.heading));
                    table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| count(&cell.words()));
                }
                BlockKind::PageBreak => {}
            }
        }
        Stats::of(words)
    }
}

//! What is looked for: words, filters, an order and a page; and what comes back.

use std::ops::Range;

use jiff::Timestamp;

use super::board::Word;
use super::{DraftInfo, Shelf, Status, fold};
use crate::catalog::{Id, Track};

/// What is looked for. The default is the first page of everything on the desk, the newest
/// change first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Words that must all be there, in title, company, place, reference or text, each at least
    /// as the beginning of a word. A word in double quotes must be there whole.
    pub words: String,
    /// Where to look.
    pub shelf: Shelf,
    /// Any of these; none: any at all.
    pub statuses: Vec<Status>,
    /// Any of these; none: any at all.
    pub specialisms: Vec<Id>,
    /// Developer or engineer; `None`: both.
    pub track: Option<Track>,
    /// The employer, without regard to case and accents; `None`: any.
    pub company: Option<String>,
    /// Changed then or later.
    pub changed_since: Option<Timestamp>,
    /// Changed before that.
    pub changed_before: Option<Timestamp>,
    /// In which order.
    pub order: Order,
    /// True: the other way round.
    pub reversed: bool,
    /// How many to pass over.
    pub offset: usize,
    /// How many to give.
    pub limit: usize,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            words: String::new(),
            shelf: Shelf::default(),
            statuses: Vec::new(),
            specialisms: Vec::new(),
            track: None,
            company: None,
            changed_since: None,
            changed_before: None,
            order: Order::default(),
            reversed: false,
            offset: 0,
            limit: 50,
        }
    }
}

/// In which order drafts come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// With words: those with all words in the title first, then those with all words in title,
    /// company, place or reference, then those with the words anywhere; the newest change first
    /// among equals. Without words, as [`Order::Changed`].
    #[default]
    Best,
    /// The newest change first.
    Changed,
    /// The last begun first.
    Created,
    /// By title, from A to Z.
    Title,
    /// By company, from A to Z.
    Company,
    /// By status: draft, ready, published, closed; the newest change first among equals.
    Status,
}

impl Order {
    /// All, in the order of a menu.
    pub const ALL: [Self; 6] = [Self::Best, Self::Changed, Self::Created, Self::Title, Self::Company, Self::Status];

    /// Its name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Changed => "changed",
            Self::Created => "created",
            Self::Title => "title",
            Self::Company => "company",
            Self::Status => "status",
        }
    }
}

/// A page of what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The drafts of this page, in order.
    pub hits: Vec<Hit>,
    /// How many there are on all pages.
    pub total: usize,
    /// False: there are more than `total`, which is where looking for the best ones ended. More
    /// words, or another order, find the rest.
    pub total_is_exact: bool,
    /// How many drafts have words that search does not know yet, and so may be missing here.
    pub unindexed: usize,
}

/// A draft that was found, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The draft.
    pub draft: DraftInfo,
    /// The words found in its title, in bytes of it.
    pub in_title: Vec<Range<usize>>,
    /// The words found in its text; `None`: nothing was looked for, or nothing is there.
    pub excerpt: Option<Excerpt>,
}

/// A piece of a text with words that were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// One line, with “…” where something was left out.
    pub text: String,
    /// The words found, in bytes of it.
    pub found: Vec<Range<usize>>,
}

/// A word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    word: String,
    /// False: the beginning of a word will do.
    whole: bool,
}

impl Wanted {
    /// The words that somebody typed.
    pub fn all(typed: &str) -> Vec<Self> {
        let mut wanted: Vec<Self> = Vec::new();
        for (n, part) in typed.split('"').enumerate() {
            for (_, word) in fold::words(part) {
                wanted.push(Self { word, whole: n % 2 == 1 });
            }
        }
        let last = wanted.len().saturating_sub(1);
        for (n, one) in wanted.iter_mut().enumerate() {
            // "c berlin" is about C, not about everything that begins with c; "c" alone is on its
            // way to more.
            one.whole |= n < last && one.word.chars().count() == 1;
        }
        wanted.dedup();
        wanted
    }

    /// For each, the words of the index of which a draft must have one. `begins` gives the words
    /// of the store that begin so, or `None` if those are many.
    pub fn words<E>(
        all: &[Self],
        mut begins: impl FnMut(&str) -> Result<Option<Vec<String>>, E>,
    ) -> Result<Vec<Vec<Word>>, E> {
        let whole = |word: String| Word { word, whole: true };
        all.iter()
            .map(|one| {
                if one.whole {
                    return Ok(vec![whole(one.word.clone())]);
                }
                Ok(match begins(&one.word)? {
                    None => vec![Word { word: one.word.clone(), whole: false }],
                    // No word begins so: one that is nowhere says that.
                    Some(words) if words.is_empty() => vec![whole(one.word.clone())],
                    Some(words) => words.into_iter().map(whole).collect(),
                })
            })
            .collect()
    }

    fn is(&self, word: &str) -> bool {
        fold::begins_with(word, &self.word, self.whole)
    }
}

/// Where a text has any of the words.
pub(super) fn places(text: &str, wanted: &[Wanted]) -> Vec<Range<usize>> {
    fold::ranges(text).filter(|at| wanted.iter().any(|one| one.is(&text[at.clone()]))).collect()
}

/// The piece of a text that has the most of the words, about as long as a line.
pub(super) fn excerpt(text: &str, wanted: &[Wanted]) -> Option<Excerpt> {
    /// How much is shown, and how much of it stands before the first word found, in bytes.
    const LENGTH: usize = 160;
    const BEFORE: usize = 40;
    let all = places(text, wanted);
    // Where most words are near one another; the first such place.
    let near = |first: &Range<usize>| {
        let end = first.start + LENGTH - BEFORE;
        let within = || all.iter().filter(|one| one.start >= first.start && one.end <= end);
        wanted.iter().filter(|wanted| within().any(|one| wanted.is(&text[one.clone()]))).count()
    };
    // Of a text that has the words everywhere the beginning is as good as the end.
    let first = all.iter().take(64).rev().max_by_key(|one| near(one))?;
    let start = word_start(text, first.start.saturating_sub(BEFORE), first.start);
    let end = word_end(text, start + LENGTH, first.end);
    let mut shown = String::with_capacity(LENGTH + 8);
    if start > 0 {
        shown.push('…');
    }
    let shift = shown.len();
    // A line end or a tab is one byte, as a space is: places stay where they are.
    shown.extend(text[start..end].chars().map(|c| if c.is_ascii_whitespace() { ' ' } else { c }));
    if end < text.len() {
        shown.push('…');
    }
    let found = all
        .iter()
        .filter(|one| one.start >= start && one.end <= end)
        .map(|one| one.start - start + shift..one.end - start + shift)
        .collect();
    Some(Excerpt { text: shown, found })
}

/// The start of the first word from `from` on, at most `most`.
fn word_start(text: &str, from: usize, most: usize) -> usize {
    let from = text.floor_char_boundary(from);
    if from == 0 {
        return 0;
    }
    let gap = text[from..most].find(char::is_whitespace);
    gap.map_or(from, |gap| most - text[from + gap..most].trim_start().len())
}

/// The end of the last whole word before `to`, at least `least`.
fn word_end(text: &str, to: usize, least: usize) -> usize {
    if to >= text.len() {
        return text.trim_end().len().max(least);
    }
    let to = text.floor_char_boundary(to).max(least);
    text[least..to].rfind(char::is_whitespace).map_or(to, |gap| least + text[least..least + gap].trim_end().len())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    fn marked(excerpt: &Excerpt) -> Vec<&str> {
        excerpt.found.iter().map(|at| &excerpt.text[at.clone()]).collect()
    }

    #[test]
    fn each_word_is_a_beginning_unless_it_is_quoted_or_a_letter_before_another() {
        let words = |typed: &str| {
            let begins = |word: &str| {
                let few = word.len() > 3;
                Ok::<_, std::convert::Infallible>(few.then(|| vec![format!("{word}a"), format!("{word}b")]))
            };
            let words = Wanted::words(&Wanted::all(typed), begins).unwrap();
            let said = |one: &Word| format!("{}{}", one.word, if one.whole { "" } else { "*" });
            let each = |one: &Vec<Word>| one.iter().map(said).collect::<Vec<_>>().join("|");
            words.iter().map(each).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(words("Sen Łódź"), "sen* lodza|lodzb");
        assert_eq!(words("\"Java\" ber"), "java ber*");
        assert_eq!(words("c ber"), "c ber*");
        assert_eq!(words(" -- "), "");
    }

    #[test]
    fn an_excerpt_shows_the_words_in_one_line_with_its_neighbours() {
        let text = format!("{}\nYou plan Dienstpläne in Łódź.\n{}", "before ".repeat(40), "after ".repeat(40));
        let found = excerpt(&text, &Wanted::all("lodz dienst")).unwrap();
        assert_eq!(marked(&found), ["Dienstpläne", "Łódź"]);
        assert!(found.text.starts_with("…before") && found.text.ends_with("after…"), "{}", found.text);
        assert!(!found.text.contains('\n'));
        assert!(found.text.len() < 200);
    }

    #[test]
    fn the_excerpt_is_taken_where_most_words_are_together() {
        let text = format!("Rust. {} Rust in Berlin.", "x ".repeat(200));
        assert_eq!(marked(&excerpt(&text, &Wanted::all("rust berlin")).unwrap()), ["Rust", "Berlin"]);
        assert_eq!(excerpt(&text, &Wanted::all("nothing")), None);
    }

    #[test]
    fn an_excerpt_never_cuts_a_character() {
        for shift in 0..8 {
            for word in ["🦀🦀🦀", "żółć", "東京", "e\u{301}e\u{301}"] {
                let text = format!("{}{} rust {}", "a".repeat(shift), word.repeat(30), word.repeat(60));
                let found = excerpt(&text, &Wanted::all("rust")).unwrap();
                assert_eq!(marked(&found), ["rust"], "{shift} {word}");
            }
        }
    }
}

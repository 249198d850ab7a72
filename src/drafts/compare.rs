//! Two texts side by side, with the words that were added and removed.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

/// Beyond this many lines or words one side is shown as all removed and the other as all added:
/// comparing takes time that grows with the product of the two.
const MOST: usize = 20_000;

/// Two texts, line by line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The lines, each with what it became.
    pub lines: Vec<[Side; 2]>,
    /// How many words are new.
    pub added: usize,
    /// How many words are gone.
    pub removed: usize,
}

/// A line on one side; `None`: there is none here.
pub type Side = Option<Vec<Piece>>;

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its words, with the spaces between.
    pub text: String,
    /// Whether the other side has it.
    pub change: Change,
}

/// Whether both sides have a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// They have.
    Same,
    /// Only the first.
    Removed,
    /// Only the second.
    Added,
}

/// Compares two texts. Pure: the same texts give the same comparison.
pub fn compare(before: &str, after: &str) -> Comparison {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let mut comparison = Comparison::default();
    for op in operations(&old, &new) {
        match op {
            DiffOp::Equal { old_index, len, .. } => {
                for line in &old[old_index..old_index + len] {
                    let same = || Some(vec![Piece { text: (*line).to_owned(), change: Change::Same }]);
                    comparison.lines.push([same(), same()]);
                }
            }
            op => {
                let (gone, came) = (&old[op.old_range()], &new[op.new_range()]);
                pair(&mut comparison, gone, came);
            }
        }
    }
    comparison
}

/// How many words were added and how many removed.
pub(super) fn words_changed(before: &str, after: &str) -> (usize, usize) {
    let comparison = compare(before, after);
    (comparison.added, comparison.removed)
}

/// Sets lines that were replaced beside those that replaced them: each beside the next one that
/// has at least half of its words.
fn pair(comparison: &mut Comparison, gone: &[&str], came: &[&str]) {
    let mut next = 0;
    for old in gone {
        // Few lines are replaced at once; of many only the nearest are looked at.
        let near = came.iter().skip(next).take(20);
        let like = near.map(|new| words(old, new)).position(|change| change.is_some());
        match like {
            None => comparison.push(Some(old), None),
            Some(skip) => {
                for new in &came[next..next + skip] {
                    comparison.push(None, Some(new));
                }
                comparison.push(Some(old), Some(came[next + skip]));
                next += skip + 1;
            }
        }
    }
    for new in &came[next..] {
        comparison.push(None, Some(new));
    }
}

impl Comparison {
    fn push(&mut self, old: Option<&str>, new: Option<&str>) {
        let sides = match (old, new) {
            (Some(old), Some(new)) => words(old, new).map(|[old, new]| [Some(old), Some(new)]).unwrap_or_default(),
            (old, new) => [
                old.map(|text| vec![Piece { text: text.to_owned(), change: Change::Removed }]),
                new.map(|text| vec![Piece { text: text.to_owned(), change: Change::Added }]),
            ],
        };
        for piece in sides.iter().flatten().flatten() {
            match piece.change {
                Change::Same => {}
                Change::Removed => self.removed += piece.text.unicode_words().count(),
                Change::Added => self.added += piece.text.unicode_words().count(),
            }
        }
        self.lines.push(sides);
    }
}

/// Two lines word by word; `None`: they have little in common.
fn words(old: &str, new: &str) -> Option<[Vec<Piece>; 2]> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_word_bounds().collect(), new.split_word_bounds().collect());
    let mut sides = [Vec::new(), Vec::new()];
    let mut same = 0;
    for op in operations(&old, &new) {
        let (gone, came) = (&old[op.old_range()], &new[op.new_range()]);
        let is_same = matches!(op, DiffOp::Equal { .. });
        if is_same {
            same += count(gone);
        }
        let change = |other| if is_same { Change::Same } else { other };
        push(&mut sides[0], gone, change(Change::Removed));
        push(&mut sides[1], came, change(Change::Added));
    }
    (same * 2 >= count(&old).min(count(&new)).max(1)).then_some(sides)
}

fn count(words: &[&str]) -> usize {
    words.iter().filter(|word| word.contains(char::is_alphanumeric)).count()
}

fn push(side: &mut Vec<Piece>, words: &[&str], change: Change) {
    if words.is_empty() {
        return;
    }
    match side.last_mut() {
        Some(last) if last.change == change => last.text.push_str(&words.concat()),
        _ => side.push(Piece { text: words.concat(), change }),
    }
}

fn operations(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    if old.len().max(new.len()) > MOST && old != new {
        return vec![DiffOp::Replace { old_index: 0, old_len: old.len(), new_index: 0, new_len: new.len() }];
    }
    capture_diff_slices(Algorithm::Myers, old, new)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn side(comparison: &Comparison, side: usize) -> Vec<String> {
        let mark = |piece: &Piece| match piece.change {
            Change::Same => piece.text.clone(),
            Change::Removed => format!("[-{}-]", piece.text),
            Change::Added => format!("[+{}+]", piece.text),
        };
        let line = |sides: &[Side; 2]| {
            sides[side].as_ref().map_or_else(|| "~".to_owned(), |pieces| pieces.iter().map(mark).collect())
        };
        comparison.lines.iter().map(line).collect()
    }

    #[test]
    fn a_changed_word_is_marked_within_its_line() {
        let compared = compare("Title\nYou build services in Go.", "Title\nYou build big services in Rust.");
        assert_eq!(side(&compared, 0), ["Title", "You build services in [-Go-]."]);
        assert_eq!(side(&compared, 1), ["Title", "You build [+big +]services in [+Rust+]."]);
        assert_eq!((compared.added, compared.removed), (2, 1));
    }

    #[test]
    fn lines_that_came_and_went_stand_alone() {
        let compared = compare("One is here.\nTwo was there.", "Zero came first, before all.\nOne is here.");
        assert_eq!(side(&compared, 0), ["~", "One is here.", "[-Two was there.-]"]);
        assert_eq!(side(&compared, 1), ["[+Zero came first, before all.+]", "One is here.", "~"]);
    }

    #[test]
    fn a_huge_text_is_compared_in_bounded_time() {
        let (a, b) = ("a\n".repeat(MOST + 1), "b c d\n".repeat(MOST + 1));
        assert_eq!(compare(&a, &b).removed, MOST + 1);
        assert_eq!(compare(&a, &a).added, 0);
    }

    proptest! {
        #[test]
        fn each_side_reads_as_its_text(before in "([ab ]{0,6}\n?){0,8}", after in "([ab ]{0,6}\n?){0,8}") {
            let compared = compare(&before, &after);
            for (n, text) in [&before, &after].into_iter().enumerate() {
                let lines: Vec<String> = compared.lines.iter().filter_map(|sides| sides[n].as_ref())
                    .map(|pieces| pieces.iter().map(|piece| piece.text.as_str()).collect()).collect();
                prop_assert_eq!(lines, text.lines().map(str::to_owned).collect::<Vec<_>>());
            }
        }
    }
}

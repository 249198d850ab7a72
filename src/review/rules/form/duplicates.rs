//! The same said twice.

use super::*;
use crate::document::Origin;
use crate::posting::{Edit, ItemEdit};

pub(crate) static RULE: Rule = Rule {
    id: "said-twice",
    group: Group::Form,
    name: "The same said twice",
    looks_for: "Two points that are the same, or that share four fifths of their words.",
    severity: Severity::Should,
    source: Source::new(Evidence::Convention, "Plain sense: a reader wonders what the second one adds"),
    reads: Reads::Words,
    run,
};

/// Words that two points may share without saying the same.
const SMALL: [&str; 40] = [
    "a",
    "an",
    "and",
    "are",
    "as",
    "at",
    "be",
    "by",
    "can",
    "do",
    "for",
    "from",
    "have",
    "how",
    "in",
    "is",
    "it",
    "its",
    "of",
    "on",
    "or",
    "our",
    "own",
    "so",
    "such",
    "that",
    "the",
    "their",
    "them",
    "they",
    "this",
    "to",
    "use",
    "we",
    "what",
    "when",
    "with",
    "you",
    "your",
    "experience",
];

/// A point's words that count, as hashes in order, so that two are compared without looking at letters.
struct Point {
    passage: usize,
    words: Vec<u64>,
}

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let mut points: Vec<Point> = Vec::new();
    for (index, passage) in subject.passages.iter().enumerate() {
        if passage.kind != PassageKind::Bullet || !passage.is_prose() {
            continue;
        }
        let mut words: Vec<u64> = subject.words(index).filter_map(|token| hash(token.text)).collect();
        words.sort_unstable();
        words.dedup();
        // Of one or two words, the same one may stand by itself in two lists.
        let twin = points.iter().find(|other| words.len() > 2 && alike(&words, &other.words));
        if let Some(twin) = twin {
            let same = twin.words == words;
            let first = &subject.passages[twin.passage].text;
            let title = format!("{} “{}”", if same { "Said twice:" } else { "Nearly the same as" }, shortened(first));
            let reason = "A reader wonders what the second point adds.";
            let mut finding = rule.finding(subject.place(index, None), title, reason);
            if !same {
                finding = finding.severity(Severity::Consider);
            }
            if let Origin::Item(list, id) = &passage.origin {
                let off = Edit::Item { list: *list, id: id.clone(), change: ItemEdit::Strength(None) };
                finding = finding.fix("Turn this one off", off);
            } else {
                finding = finding.about(&shortened(&passage.text));
            }
            findings.push(finding);
        }
        points.push(Point { passage: index, words });
    }
}

/// FNV-1a over the letters in small, but for small words and a plural s.
fn hash(word: &str) -> Option<u64> {
    if word.len() <= 10 && SMALL.iter().any(|small| small.eq_ignore_ascii_case(word)) {
        return None;
    }
    let word = if word.len() > 3 { word.strip_suffix(['s', 'S']).unwrap_or(word) } else { word };
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in word.bytes() {
        hash = (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3);
    }
    Some(hash)
}

/// True if they share four fifths of all words that either has.
fn alike(one: &[u64], other: &[u64]) -> bool {
    let (least, most) = (one.len().min(other.len()), one.len().max(other.len()));
    if least * 5 < most * 4 {
        return false;
    }
    let (mut shared, mut a, mut b) = (0, 0, 0);
    while a < one.len() && b < other.len() {
        match one[a].cmp(&other[b]) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => (shared, a, b) = (shared + 1, a + 1, b + 1),
        }
    }
    shared * 5 >= (one.len() + other.len() - shared) * 4
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(48) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Strength;
    use crate::posting::List;
    use crate::review::fixture::{assert_fix_works, edited, found, posting};

    fn with(texts: &[&str]) -> crate::posting::Posting {
        let own = |text: &&str| Edit::AddOwn { list: List::Duties, text: (*text).to_owned(), strength: Strength::Must };
        edited(posting(), texts.iter().map(own))
    }

    #[test]
    fn the_same_point_twice_is_told_and_the_fix_turns_it_off() {
        let twice = with(&["Paint the garden shed green.", "Paint the garden sheds green"]);
        assert_eq!(found(RULE.id, &twice)[0].severity, Severity::Should);
        assert_fix_works(RULE.id, &twice);
    }

    #[test]
    fn nearly_the_same_is_worth_a_thought() {
        let near =
            with(&["Paint the large wooden garden shed green", "Paint the large wooden garden shed green daily"]);
        assert_eq!(found(RULE.id, &near)[0].severity, Severity::Consider);
    }

    #[test]
    fn points_that_share_some_words_and_our_own_are_not() {
        assert_eq!(found(RULE.id, &with(&["Paint the garden shed", "Sell the garden shed to neighbours"])), []);
        assert_eq!(found(RULE.id, &with(&["Rust", "Rust"])), []);
    }
}

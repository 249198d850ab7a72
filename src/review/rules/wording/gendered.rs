//! Gendered words: to whom a posting is felt to speak.

use std::ops::Range;

use super::*;
use crate::catalog::{Side, Stem};
use crate::document::Origin;
use crate::posting::Edit;
use crate::review::{Fix, Listed, replace_words};

pub(crate) static RULE: Rule = Rule {
    id: "gendered",
    group: Group::Wording,
    name: "Gendered words",
    looks_for: "A posting in which words that studies found to be masculine outweigh feminine ones by four or more, or the other way round; technical senses and words that no posting can do without are left out.",
    severity: Severity::Consider,
    source: Source::new(
        Evidence::Study,
        "Gaucher, Friesen & Kay 2011 (doi 10.1037/a0022530) found that such words put women off; Castilla & Rho 2023 found negligible effects; with 37,920 people neutral words raised applications from women (PMC11848290)",
    ),
    reads: Reads::Words,
    run,
};

/// How far the words of one side may outweigh the other's.
const SLACK: usize = 3;

/// How many words a finding names.
const NAMED: usize = 6;

/// To whom the words of a posting are felt to speak.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lean {
    /// How many masculine words there are.
    pub masculine: usize,
    /// How many feminine words there are.
    pub feminine: usize,
    /// The words, in reading order.
    pub words: Vec<LeanWord>,
}

/// A gendered word at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeanWord {
    /// Index into `catalog.review.stems`.
    pub stem: usize,
    /// Index into the subject's passages.
    pub passage: usize,
    /// Bytes of the passage's text.
    pub range: Range<usize>,
}

impl Lean {
    fn add(&mut self, stems: &[Stem], word: LeanWord) {
        match stems[word.stem].lean {
            Side::Masculine => self.masculine += 1,
            Side::Feminine => self.feminine += 1,
        }
        self.words.push(word);
    }
}

/// Counts gendered words. With `technical_senses` each word counts once, headings, facts and
/// standard statements are skipped, and so are words that mean something technical; without, it
/// is the count of the public Gender Decoder over all words.
pub fn gender_lean(subject: &Subject<'_>, technical_senses: bool) -> Lean {
    if technical_senses { known_senses(subject) } else { plain(subject) }
}

fn known_senses(subject: &Subject<'_>) -> Lean {
    let stems = &subject.catalog.review.stems;
    let mut lean = Lean::default();
    let mut statement = (usize::MAX, false);
    for hit in subject.listed(Listed::Stem) {
        let passage = &subject.passages[hit.passage];
        if statement.0 != hit.passage {
            statement = (hit.passage, !passage.is_prose() || is_statement(passage));
        }
        let word = &passage.text[hit.range.clone()];
        let same = |other: &LeanWord| {
            subject.passages[other.passage].text[other.range.clone()].eq_ignore_ascii_case(word)
                || (other.passage == hit.passage && other.range.start == hit.range.start)
        };
        if statement.1 || subject.is_technical(hit.passage, &hit.range) || lean.words.iter().any(same) {
            continue;
        }
        lean.add(stems, LeanWord { stem: hit.phrase, passage: hit.passage, range: hit.range.clone() });
    }
    lean
}

/// The stems with a hyphen at which the Gender Decoder does not split a word.
const UNSPLIT: [&str; 7] = [
    "co-operat",
    "inter-personal",
    "inter-dependen",
    "inter-persona",
    "self-confiden",
    "self-relian",
    "self-sufficien",
];

fn plain(subject: &Subject<'_>) -> Lean {
    let stems = &subject.catalog.review.stems;
    let mut lean = Lean::default();
    for (passage, one) in subject.passages.iter().enumerate() {
        let text = &*one.text;
        let separates = |c: char| !c.is_ascii() || c.is_ascii_whitespace() || ".,<>*?!\"[]@':;()/&".contains(c);
        let mut start = 0;
        for word in text.split(separates) {
            let at = start;
            start += word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
            let begins = |word: &str, stem: &str| {
                word.len() >= stem.len() && word.as_bytes()[..stem.len()].eq_ignore_ascii_case(stem.as_bytes())
            };
            let mut part_at = at;
            let whole = UNSPLIT.iter().any(|stem| begins(word, stem));
            for part in word.split(|c| c == '-' && !whole) {
                let range = part_at..part_at + part.len();
                part_at = range.end + 1;
                // One word may count for both sides, but once for each.
                for side in [Side::Masculine, Side::Feminine] {
                    let found = stems.iter().position(|stem| stem.lean == side && begins(part, &stem.stem));
                    if let Some(stem) = found {
                        lean.add(stems, LeanWord { stem, passage, range: range.clone() });
                    }
                }
            }
        }
    }
    lean
}

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let stems = &subject.catalog.review.stems;
    let lean = known_senses(subject);
    let of = |side: Side| lean.words.iter().filter(move |word| advised(stems, word, side));
    let (masculine, feminine) = (of(Side::Masculine).count(), of(Side::Feminine).count());
    if masculine.abs_diff(feminine) <= SLACK {
        return;
    }
    let side = if masculine > feminine { Side::Masculine } else { Side::Feminine };
    let name = if side == Side::Masculine { "masculine" } else { "feminine" };
    let text = |word: &LeanWord| subject.passages[word.passage].text[word.range.clone()].to_lowercase();
    let advice: Vec<String> = of(side)
        .take(NAMED)
        .map(|word| match instead(&stems[word.stem], &text(word)) {
            Some(instead) => format!("“{}” ({instead})", text(word)),
            None => format!("“{}”", text(word)),
        })
        .collect();
    let rest = of(side).count() - advice.len();
    let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    let title = format!("The words lean to the {name}");
    let reason = format!(
        "Studies differ on how much it matters; a neutral word costs nothing where there is one: {}{more}.",
        advice.join(", ")
    );
    let mut finding = rule.finding(Place { origin: Origin::Fixed, at: None }, title, reason);
    finding.about = "words".to_owned();
    let apart = masculine.abs_diff(feminine);
    finding.fixes.extend(neutral(subject, stems, &lean, side, apart));
    findings.push(finding);
}

fn instead<'a>(stem: &'a Stem, word: &str) -> Option<&'a str> {
    stem.instead.iter().find(|(from, _)| from == word).map(|(_, to)| to.as_str())
}

/// One edit that gives every word its neutral one, if that brings the sides near enough.
fn neutral(subject: &Subject<'_>, stems: &[Stem], lean: &Lean, side: Side, apart: usize) -> Option<Fix> {
    let text = |passage: usize, range: &Range<usize>| subject.passages[passage].text[range.clone()].to_lowercase();
    let mut texts: Vec<(&Origin, String)> = Vec::new();
    let mut gone = Vec::new();
    for word in lean.words.iter().filter(|word| advised(stems, word, side)) {
        let from = text(word.passage, &word.range);
        let Some(to) = instead(&stems[word.stem], &from) else { continue };
        let mut everywhere = true;
        for hit in subject.listed(Listed::Stem).filter(|hit| text(hit.passage, &hit.range) == from) {
            let origin = &subject.passages[hit.passage].origin;
            let known = texts.iter().position(|(other, _)| *other == origin);
            let at = known.or_else(|| {
                texts.push((origin, subject.source_text(origin)?));
                Some(texts.len() - 1)
            });
            let Some(at) = at else {
                everywhere &= !subject.passages[hit.passage].is_prose();
                continue;
            };
            texts[at].1 = replace_words(&texts[at].1, &from, to);
        }
        if everywhere {
            gone.push(from);
        }
    }
    let edits: Vec<Edit> = texts
        .into_iter()
        .filter(|(origin, text)| subject.source_text(origin).as_ref() != Some(text))
        .filter_map(|(origin, text)| subject.set_text(origin, text))
        .collect();
    let enough = apart.saturating_sub(gone.len()) <= SLACK;
    (enough && !edits.is_empty()).then(|| Fix {
        label: "Use neutral words".to_owned(),
        edit: Edit::All { name: "use neutral words".to_owned(), edits },
    })
}

fn advised(stems: &[Stem], word: &LeanWord, side: Side) -> bool {
    stems[word.stem].lean == side && !stems[word.stem].common
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::Prose;
    use crate::review::fixture::{assert_fix_works, catalog, edited, found, posting, subject_of};

    fn words(text: &str) -> Vec<String> {
        subject_of(text, |subject| {
            let lean = gender_lean(subject, true);
            let word = |word: &LeanWord| subject.passages[word.passage].text[word.range.clone()].to_lowercase();
            lean.words.iter().map(word).collect()
        })
    }

    #[test]
    fn the_stems_are_those_of_the_gender_decoder() {
        let stems = &catalog().review.stems;
        let of = |side: Side| stems.iter().filter(|stem| stem.lean == side).count();
        assert_eq!((of(Side::Masculine), of(Side::Feminine)), (52, 49));
        assert!(UNSPLIT.iter().all(|unsplit| stems.iter().any(|stem| stem.stem == *unsplit)));
    }

    #[test]
    fn neutral_words_are_neutral() {
        let stems = &catalog().review.stems;
        for stem in stems.iter().filter(|stem| !stem.common) {
            for (_, to) in &stem.instead {
                let gendered = |word: &str| stems.iter().any(|stem| !stem.common && word.starts_with(&stem.stem));
                assert!(!to.split([' ', '-']).any(gendered), "{}: {to}", stem.id);
            }
        }
    }

    #[test]
    fn technical_senses_do_not_count() {
        for text in [
            "Analytics, principles, business logic and competencies",
            "Test-driven and event-driven work in Objective-C",
            "Active-active clusters with a persistence layer",
            "Sharding, SharePoint and C-sharp",
            "Responsive pages, dependency updates, a commit, a child process",
            "Any kind of generator may yield values.",
        ] {
            assert_eq!(words(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_word_counts_once_and_only_in_prose() {
        assert_eq!(words("An ambitious plan and an ambitious team support us"), ["ambitious", "support"]);
        assert!(words("We hire without regard to race, religion, gender or age and support all.").is_empty());
    }

    #[test]
    fn without_technical_senses_it_is_the_gender_decoder() {
        let count = |text: &str| {
            subject_of(text, |subject| {
                let lean = gender_lean(subject, false);
                (lean.masculine, lean.feminine)
            })
        };
        assert_eq!(count("Analytics; lead, LEADING. Sharing (support) support"), (3, 3));
        assert_eq!(count("self-confident test-driven co-operation un-kind"), (2, 2));
        assert_eq!(count("naïve leadnaïve kind_of"), (1, 1));
    }

    #[test]
    fn a_strong_lean_is_told_once_and_neutral_words_mend_it() {
        let text = "You are ambitious, assertive, adventurous and fearless, and you dominate hard problems.";
        let leaning = edited(posting(), [Edit::Prose(Prose::Summary, Some(text.to_owned()))]);
        let told = found(RULE.id, &leaning);
        assert_eq!(told.len(), 1);
        assert!(told[0].reason.contains("“ambitious” (far-reaching)"), "{}", told[0].reason);
        assert_fix_works(RULE.id, &leaning);
        assert!(found(RULE.id, &posting()).is_empty());
    }
}

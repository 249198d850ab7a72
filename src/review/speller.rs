//! Spelling against the open dictionaries that we ship.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt;
use std::sync::{Mutex, PoisonError};

use spellbook::Dictionary;

/// The dictionaries of SCOWL, size 60: `assets/dictionaries/`, licence beside them.
const DICTIONARIES: [(&str, &str, &str, &str); 2] = [
    (
        "en-US",
        "American English",
        include_str!("../../assets/dictionaries/en-US.aff"),
        include_str!("../../assets/dictionaries/en-US.dic"),
    ),
    (
        "en-GB",
        "British English",
        include_str!("../../assets/dictionaries/en-GB.aff"),
        include_str!("../../assets/dictionaries/en-GB.dic"),
    ),
];

/// Words of our field that dictionaries lack.
const SOFTWARE: &str = include_str!("../../assets/dictionaries/software.txt");

/// Regions whose English follows the American dictionary; the rest follows the British.
const AMERICAN: [&str; 4] = ["US", "PH", "PR", "LR"];

/// Parts before a hyphen that are no words by themselves.
const PREFIXES: [&str; 24] = [
    "anti", "auto", "bi", "co", "cyber", "eco", "geo", "hyper", "inter", "intra", "macro", "mega", "meta", "micro",
    "mid", "multi", "nano", "neuro", "non", "omni", "pre", "semi", "ultra", "uni",
];

/// Beginnings that make a new word of a known one.
const BEGINNINGS: [&str; 27] = [
    "anti", "auto", "co", "cyber", "de", "dis", "geo", "hyper", "in", "inter", "micro", "mis", "multi", "neuro", "non",
    "out", "over", "photo", "post", "pre", "re", "sub", "super", "tele", "trans", "un", "under",
];

/// Endings that make a new word of a known one, and what the known one has instead.
const ENDINGS: [(&str, &str); 18] = [
    ("able", ""),
    ("ability", ""),
    ("ers", ""),
    ("er", ""),
    ("ing", ""),
    ("ed", ""),
    ("ish", ""),
    ("less", ""),
    ("ness", ""),
    ("wise", ""),
    ("like", ""),
    ("ality", "al"),
    ("ability", "able"),
    ("ization", "ize"),
    ("isation", "ise"),
    ("ations", "e"),
    ("s", ""),
    ("ly", ""),
];

/// A dictionary, ready to be asked. It takes some 20 ms to make and a few megabytes to keep: make
/// it in the background, once for a language.
pub struct Speller {
    tag: &'static str,
    name: &'static str,
    dictionary: Dictionary,
    software: HashSet<&'static str>,
    /// What was found out about words that nobody knows, so that a word is thought about once.
    slips: Mutex<HashMap<String, bool>>,
}

impl fmt::Debug for Speller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Speller({})", self.tag)
    }
}

impl Speller {
    /// The tag of the dictionary that a language and region use: `en-CA` uses `en-GB`. `None`: we
    /// have none for it, and nothing is said about its spelling.
    pub fn dictionary_for(language: &str) -> Option<&'static str> {
        let (language, region) = language.split_once('-').unwrap_or((language, "US"));
        (language == "en").then(|| if AMERICAN.contains(&region) { "en-US" } else { "en-GB" })
    }

    /// Reads the dictionary for a language and region; `None` if we have none.
    pub fn new(language: &str) -> Option<Self> {
        let wanted = Self::dictionary_for(language)?;
        let (tag, name, aff, dic) = DICTIONARIES.into_iter().find(|dictionary| dictionary.0 == wanted)?;
        let dictionary = Dictionary::new(aff, dic)
            .inspect_err(|error| tracing::error!(%error, tag, "a dictionary of ours cannot be read"))
            .ok()?;
        let software = SOFTWARE.lines().filter(|line| !line.starts_with('#')).collect();
        Some(Self { tag, name, dictionary, software, slips: Mutex::default() })
    }

    /// The dictionary's tag: `en-GB`.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// The dictionary's name for people: "British English".
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// True if it is a word: of the dictionary, of software, or of the person's own (in small
    /// letters). British spelling may have -ize.
    pub fn knows(&self, word: &str, own: &BTreeSet<String>) -> bool {
        if self.dictionary.check(word) {
            return true;
        }
        let lower = word.to_lowercase();
        let straight = lower.replace('\u{2019}', "'");
        let base = straight.strip_suffix("'s").unwrap_or(&straight);
        self.software.contains(base)
            || own.contains(base)
            || (base != lower && self.dictionary.check(base))
            || (self.tag == "en-GB" && base.contains("iz") && self.dictionary.check(&base.replacen("iz", "is", 1)))
    }

    /// True if an unknown word is probably a slip: it is long enough to tell, not made of known
    /// parts, and one letter away from a known word. What is like no known word is far more often
    /// a name or a term than a mistake (19 in 20 over 211 real postings), so it is not marked.
    /// Thinking about a word takes up to a millisecond, once.
    pub(super) fn is_slip(&self, word: &str) -> bool {
        let lower = word.to_lowercase().replace('\u{2019}', "'");
        let lower = lower.strip_suffix("'s").unwrap_or(&lower);
        if lower.len() < 5 || lower.len() > 24 || !lower.bytes().all(|b| b.is_ascii_lowercase()) {
            return false;
        }
        let known = |slips: &HashMap<String, bool>| slips.get(lower).copied();
        if let Some(told) = known(&self.slips.lock().unwrap_or_else(PoisonError::into_inner)) {
            return told;
        }
        let told = !self.is_made_of_parts(lower) && self.is_near_a_word(lower);
        let mut slips = self.slips.lock().unwrap_or_else(PoisonError::into_inner);
        if slips.len() < 10_000 {
            slips.insert(lower.to_owned(), told);
        }
        told
    }

    fn has(&self, word: &str) -> bool {
        self.dictionary.check(word) || self.software.contains(word)
    }

    /// "timeslot", "geocoding", "shippable": two words, or one with a beginning or an ending.
    fn is_made_of_parts(&self, word: &str) -> bool {
        let two = (4..=word.len().saturating_sub(4)).any(|at| self.has(&word[..at]) && self.has(&word[at..]));
        let begun =
            BEGINNINGS.iter().filter_map(|begin| word.strip_prefix(begin)).any(|rest| rest.len() > 3 && self.has(rest));
        let ended = ENDINGS.iter().any(|(end, instead)| {
            let stem = word.strip_suffix(end).filter(|stem| stem.len() > 3);
            stem.is_some_and(|stem| {
                let doubled = stem.as_bytes();
                let single = doubled[doubled.len() - 1] == doubled[doubled.len() - 2];
                self.has(&format!("{stem}{instead}"))
                    || self.has(&format!("{stem}e"))
                    || (single && self.has(&stem[..stem.len() - 1]))
            })
        });
        two || begun || ended
    }

    /// True if one letter more, less, other or swapped makes a word of it. A last letter more or
    /// less does not count: that is a plural or a word cut for short.
    fn is_near_a_word(&self, word: &str) -> bool {
        let letters = word.as_bytes();
        let mut other = String::with_capacity(word.len() + 1);
        let mut found = |parts: [&str; 3]| {
            other.clear();
            parts.iter().for_each(|part| other.push_str(part));
            other.len() > 3 && self.has(&other)
        };
        const ALPHABET: &str = "abcdefghijklmnopqrstuvwxyz";
        for at in 0..letters.len() {
            let (before, after) = word.split_at(at);
            let rest = &after[1..];
            if at + 1 < letters.len() {
                if found([before, rest, ""]) {
                    return true;
                }
                let swapped = [&rest[..1], &after[..1]].concat();
                if letters[at] != letters[at + 1] && found([before, &swapped, &rest[1..]]) {
                    return true;
                }
            }
            for letter in 0..26 {
                let letter = &ALPHABET[letter..=letter];
                if found([before, letter, after]) || (at > 0 && found([before, letter, rest])) {
                    return true;
                }
            }
        }
        false
    }

    /// True if it may stand before a hyphen.
    pub(super) fn is_prefix(word: &str) -> bool {
        PREFIXES.iter().any(|prefix| prefix.eq_ignore_ascii_case(word))
    }

    /// Words that may have been meant, likeliest first, at most five. It takes some 30 ms: only
    /// when a person asks.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        let lower = word.to_lowercase();
        let mut words: Vec<String> = self
            .software
            .iter()
            .filter(|known| one_letter_apart(&lower, known))
            .map(|known| (*known).to_owned())
            .collect();
        words.sort_unstable();
        let mut more = Vec::new();
        self.dictionary.suggest(word, &mut more);
        words.extend(more);
        words.truncate(5);
        words
    }
}

/// True if one letter more, less, other or swapped makes one word of the other.
fn one_letter_apart(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 if same == short.len() => false,
        0 => {
            let swapped = same + 1 < short.len() && short[same] == long[same + 1] && short[same + 1] == long[same];
            short[same + 1..] == long[same + 1..] || (swapped && short[same + 2..] == long[same + 2..])
        }
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::OnceLock;

    use super::*;

    pub(crate) fn american() -> &'static Speller {
        static SPELLER: OnceLock<Speller> = OnceLock::new();
        SPELLER.get_or_init(|| Speller::new("en-US").expect("we ship it"))
    }

    fn none() -> BTreeSet<String> {
        BTreeSet::new()
    }

    #[test]
    fn the_region_chooses_the_dictionary() {
        assert_eq!(Speller::dictionary_for("en-US"), Some("en-US"));
        assert_eq!(Speller::dictionary_for("en-DE"), Some("en-GB"));
        assert_eq!(Speller::dictionary_for("de-DE"), None);
        let british = Speller::new("en-IE").expect("we ship it");
        assert!(
            british.knows("colour", &none())
                && british.knows("organize", &none())
                && british.knows("organise", &none())
        );
        assert!(!british.knows("color", &none()));
        assert!(american().knows("color", &none()) && !american().knows("colour", &none()));
    }

    #[test]
    fn words_of_software_and_ones_own_are_known() {
        assert!(american().knows("observability", &none()) && american().knows("runbook's", &none()));
        assert!(!american().knows("Northlighter", &none()));
        assert!(american().knows("Northlighter", &BTreeSet::from(["northlighter".to_owned()])));
    }

    #[test]
    fn a_slip_is_told_from_a_term_and_from_a_made_word() {
        for slip in ["lifecyle", "organiational", "enefits", "independant", "acheive", "fileystems", "recieve"] {
            assert!(american().is_slip(slip), "{slip}");
        }
        for word in ["timeslot", "geocoding", "shippable", "scriptable", "petaflop", "wargames", "telemedicine", "perf"]
        {
            assert!(!american().is_slip(word), "{word}");
        }
    }

    #[test]
    fn suggestions_come_when_asked_for() {
        assert!(american().suggest("requirment").contains(&"requirement".to_owned()));
        assert_eq!(american().suggest("lifecyle")[0], "lifecycle");
        assert!(american().suggest("fornted").contains(&"fronted".to_owned()));
        assert!(american().suggest("xqzvw").len() <= 5);
    }

    #[test]
    fn the_list_of_software_words_is_in_order_and_in_small_letters() {
        let words: Vec<&str> = SOFTWARE.lines().skip(1).collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(words.iter().all(|word| *word == word.to_lowercase() && !word.is_empty()));
    }
}

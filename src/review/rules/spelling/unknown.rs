//! A word that is in no dictionary.

use std::collections::HashSet;

use super::*;
use crate::review::{Section, Speller, Token};

pub(crate) static RULE: Rule = Rule {
    id: "spelling",
    group: Group::Spelling,
    name: "Spelling",
    looks_for: "Words that no dictionary has for the posting's language, and that are one letter away from one that it has. \
                Names, words of software and your own words are left alone.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Convention,
        "The SCOWL word lists for American and British English, size 60, and our own list of software words",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    common(rule, subject, findings);
    let Some(speller) = subject.speller else { return };
    let names = names(subject);
    let first = findings.len();
    for (index, passage) in subject.passages.iter().enumerate() {
        if matches!(passage.kind, PassageKind::Fact) || passage.section == Section::Apply {
            continue;
        }
        let text = &*passage.text;
        for token in subject.words(index) {
            if !is_plain(text, token)
                || subject.is_technical(index, &token.range())
                || names.contains(bare(token.text).to_lowercase().as_str())
                || is_name(text, token, passage.kind)
                || speller.knows(token.text, subject.own_words)
                || !speller.is_slip(token.text)
                || may_be_a_name(token.text)
                || (text[token.range().end..].starts_with('-') && Speller::is_prefix(token.text))
            {
                continue;
            }
            let finding = rule.at(
                subject,
                index,
                token.range(),
                format!("“{}” may be misspelled", token.text),
                format!("It is not in the dictionary for {}.", speller.name()),
            );
            if findings[first..].iter().all(|other| other.about != finding.about) {
                findings.push(finding);
            }
        }
    }
}

/// Common mistakes that are more than one letter away from the word, from the templates.
fn common(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let first = findings.len();
    for (hit, phrase) in subject.hits(rule.id) {
        let passage = &subject.passages[hit.passage];
        let words = &passage.text[hit.range.clone()];
        let title = format!("“{words}” is misspelled");
        let mut finding = rule.at(subject, hit.passage, hit.range.clone(), title, "It is a common slip.");
        if findings[first..].iter().any(|other| other.about == finding.about) {
            continue;
        }
        for instead in &phrase.instead {
            finding = finding.maybe_fix(format!("Use “{instead}”"), subject.reword(&passage.origin, words, instead));
        }
        findings.push(finding);
    }
}

/// True for a short word with a capital, which at the beginning of a sentence may be a name.
fn may_be_a_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().count() < 7
}

/// The word without the ending of a possessive.
fn bare(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s")).unwrap_or(word)
}

/// True for what is spelled at all: not initials, not `camelCase`, not a number, not part of an
/// address or a path.
fn is_plain(text: &str, token: Token<'_>) -> bool {
    let word = bare(token.text);
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_alphabetic);
    let rest = letters.all(|letter| letter.is_lowercase() || matches!(letter, '\'' | '\u{2019}'));
    let signs = ['@', '/', '\\', '_', '.', ':', '#', '&', '='];
    let range = token.range();
    let before = text[..range.start].chars().next_back();
    let mut after = text[range.end..].chars();
    let (next, then) = (after.next(), after.next());
    let inside = |sign: Option<char>, beyond: Option<char>| {
        sign.is_some_and(|sign| signs.contains(&sign)) && beyond.is_some_and(char::is_alphanumeric)
    };
    // "and/or" and "design/build" are words all the same; "docs.rs" and "a@b" are not.
    let before_that = text[..range.start].chars().rev().nth(1);
    let glued = (inside(next, then) && next != Some('/')) || (inside(before, before_that) && before != Some('/'));
    let address = || {
        word_around(text, &range).is_some_and(|word| word.contains("//") || word.contains("www.") || word.contains('@'))
    };
    first && rest && word.chars().count() > 2 && !glued && !address()
}

/// What stands between spaces around some bytes.
fn word_around<'t>(text: &'t str, range: &std::ops::Range<usize>) -> Option<&'t str> {
    let start = text[..range.start].rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let end = text[range.end..].find(char::is_whitespace).map_or(text.len(), |at| range.end + at);
    text.get(start..end)
}

/// True if a word has a capital where a plain one would not: within a sentence. Titles and
/// headings have capitals everywhere, so there every one may be a name.
fn is_name(text: &str, token: Token<'_>, kind: PassageKind) -> bool {
    if !token.text.starts_with(char::is_uppercase) {
        return false;
    }
    matches!(kind, PassageKind::Title | PassageKind::Heading) || !begins_sentence(&text[..token.start])
}

fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric() && !".!?:\n".contains(c));
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n'])
}

/// Words of the names that the posting itself gives, in small letters: those of its fields, and
/// those that have a capital within some sentence.
fn names(subject: &Subject<'_>) -> HashSet<String> {
    let mut names = HashSet::new();
    let mut add = |text: &str| {
        for word in text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| word.len() > 2) {
            names.insert(bare(word).to_lowercase());
        }
    };
    if let Some(posting) = subject.posting {
        add(&posting.company.name);
        add(&posting.team);
        add(&posting.adjustments_contact);
        for place in &posting.locations {
            add(&place.city);
            add(&place.region);
        }
    }
    for (index, passage) in subject.passages.iter().enumerate() {
        if matches!(passage.kind, PassageKind::Paragraph | PassageKind::Bullet) {
            for token in subject.words(index) {
                if is_name(&passage.text, token, passage.kind) {
                    names.insert(bare(token.text).to_lowercase());
                }
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Prose, TextField};
    use crate::review::fixture::{edited, found, marked, posting};

    #[test]
    fn a_misspelled_word_is_marked_once() {
        assert_eq!(marked(RULE.id, "The requirments are few. These requirments matter."), ["requirments"]);
        assert_eq!(marked(RULE.id, "Maintian the code. Deploing it."), ["Maintian", "Deploing"]);
    }

    #[test]
    fn a_common_mistake_has_its_fix() {
        let summary = Edit::Prose(Prose::Summary, Some("The maintainance of servers.".to_owned()));
        let after = crate::review::fixture::assert_fix_works(RULE.id, &edited(posting(), [summary]));
        assert_eq!(after.summary.wording.as_deref(), Some("The maintenance of servers."));
    }

    #[test]
    fn names_initials_addresses_and_technologies_are_left_alone() {
        for text in [
            "You work with Zorblatt and the NGFW team.",
            "Zorblatt is ours, and you build Zorblatt's core.",
            "Write to jobs@qwertz.example or see https://qwertz.example/stellen/xyzzy.",
            "Use kubectl, PostgreSQL, gRPC and useState with backends.",
            "You know nftables, petaflops and odometry, and ride a kart.",
            "A multi-tenant, non-blocking, pre-production system with CI/CD and/or scripts.",
            "You'll review our customers\u{2019} code; it doesn't bite.",
        ] {
            assert_eq!(marked(RULE.id, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_names_of_the_posting_are_known() {
        let company = |name: &str| Edit::Text(TextField::Company, name.to_owned());
        let summary = Edit::Prose(Prose::Summary, Some("Northen is where you work.".to_owned()));
        assert_eq!(found(RULE.id, &edited(posting(), [company("Acme"), summary.clone()])).len(), 1);
        assert!(found(RULE.id, &edited(posting(), [company("Northen"), summary])).is_empty());
    }

    #[test]
    fn our_own_templates_are_spelled_right() {
        assert_eq!(found(RULE.id, &posting()), []);
    }
}

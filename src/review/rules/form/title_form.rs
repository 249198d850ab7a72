//! What does not belong into a title.

use super::*;
use crate::posting::Edit;

pub(crate) static RULE: Rule = Rule {
    id: "title-form",
    group: Group::Form,
    name: "Signs and extras in the title",
    looks_for: "Titles in capitals, with exclamation marks, emoji or other signs, with pay, or with words such as “urgent” and “hiring”.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Convention,
        "Indeed's posting rules for titles: no pay, capitals, symbols or slogans",
    ),
    reads: Reads::Words,
    run,
};

/// Words that sell instead of naming the job.
const SLOGANS: [&str; 7] = ["urgent", "urgently", "hiring", "wanted", "immediate", "apply", "asap"];

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(index) = subject.passages.iter().position(|passage| passage.kind == PassageKind::Title) else { return };
    let passage = &subject.passages[index];
    let text = &*passage.text;
    let reason = "Job boards turn such titles down or show them lower, and people do not search for it.";

    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let plain = title_case(text);
    if letters().count() >= 8 && letters().all(char::is_uppercase) && plain.chars().any(char::is_lowercase) {
        let fix = subject.posting.map(|_| Edit::Title(Some(plain.clone())));
        let finding = rule.finding(subject.place(index, None), "The title is in capitals", reason).about("capitals");
        findings.push(finding.maybe_fix(format!("Use “{plain}”"), fix));
    }
    if let Some((at, sign)) = text.char_indices().find(|(_, c)| is_sign(*c)) {
        let range = at..at + sign.len_utf8();
        let without: String = text.chars().filter(|c| !is_sign(*c)).collect();
        let without = without.split_whitespace().collect::<Vec<_>>().join(" ");
        let fix = subject.posting.filter(|_| without.chars().any(char::is_alphanumeric));
        let fix = fix.map(|_| Edit::Title(Some(without.clone())));
        let finding = rule.at(subject, index, range, format!("“{sign}” in the title"), reason);
        findings.push(finding.maybe_fix(format!("Use “{without}”"), fix));
    }
    let pay = text.char_indices().find(|(at, c)| {
        let next = text[at + c.len_utf8()..].trim_start().chars().next();
        matches!(c, '$' | '€' | '£') && next.is_some_and(|c| c.is_ascii_digit())
    });
    if let Some((at, sign)) = pay {
        let range = at..at + sign.len_utf8();
        findings.push(rule.at(subject, index, range, "Pay in the title", reason));
    }
    for token in subject.words(index) {
        if SLOGANS.iter().any(|word| token.text.eq_ignore_ascii_case(word)) {
            findings.push(rule.at(subject, index, token.range(), format!("“{}” in the title", token.text), reason));
            return;
        }
    }
}

/// Signs that no job's name has: "C#", "C++", ".NET", "(f/m/x)", "UI/UX" and "R&D" have theirs.
fn is_sign(c: char) -> bool {
    matches!(c, '!' | '*' | '~' | '^' | '=' | '?' | '★' | '☆' | '►' | '•' | '|' | '<' | '>' | '{' | '}')
        || matches!(u32::from(c), 0x2190..=0x21ff | 0x2300..=0x27bf | 0x2b00..=0x2bff | 0x1f000..=0x1faff)
}

/// The title with a capital for each word; words of two or three letters are kept, as they may be initials.
fn title_case(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        if word.chars().filter(|c| c.is_alphabetic()).count() <= 3 {
            return word.to_owned();
        }
        let mut first = true;
        word.chars()
            .flat_map(|c| {
                let keeps = !c.is_alphabetic() || std::mem::take(&mut first);
                first |= !c.is_alphabetic() && c != '\'';
                if keeps { vec![c] } else { c.to_lowercase().collect() }
            })
            .collect()
    });
    words.collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::Edit;
    use crate::review::Section;
    use crate::review::fixture::{assert_fix_works, edited, marked_in, posting};

    fn title(text: &str) -> Vec<String> {
        marked_in(RULE.id, text, PassageKind::Title, Section::Top)
    }

    #[test]
    fn what_boards_turn_down_is_told() {
        assert_eq!(title("SENIOR BACKEND DEVELOPER"), ["SENIOR BACKEND DEVELOPER"]);
        assert_eq!(title("Backend Developer!!"), ["!"]);
        assert_eq!(title("🚀 Backend Developer"), ["🚀"]);
        assert_eq!(title("Backend Developer $120k"), ["$"]);
        assert_eq!(title("We are hiring a developer"), ["hiring"]);
    }

    #[test]
    fn names_of_jobs_are_not() {
        for text in [
            "C# Developer",
            ".NET Engineer (f/m/x)",
            "C++ Engineer",
            "UI/UX Developer",
            "R&D Engineer",
            "QA Lead",
            "SRE",
        ] {
            assert!(title(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_fix_keeps_the_words() {
        let shout = edited(posting(), [Edit::Title(Some("SENIOR QA ENGINEER, FULL-STACK".to_owned()))]);
        assert_eq!(assert_fix_works(RULE.id, &shout).title.as_deref(), Some("Senior QA Engineer, Full-Stack"));
        let rocket = edited(posting(), [Edit::Title(Some("🚀 Backend Developer!".to_owned()))]);
        assert_eq!(assert_fix_works(RULE.id, &rocket).title.as_deref(), Some("Backend Developer"));
    }
}

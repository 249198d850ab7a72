//! The edits that put other words in the place of some.

use super::Subject;
use super::tokens::whole;
use crate::document::{Field, Origin, item_text, prose_text};
use crate::posting::{Edit, EducationEdit, ItemEdit, Prose, TextField};

impl Subject<'_> {
    /// The words behind a field or item as a person would edit them; `None` for what is not
    /// edited as a text, and in a plain text.
    pub fn source_text(&self, origin: &Origin) -> Option<String> {
        let posting = self.posting?;
        match origin {
            Origin::Item(list, id) => {
                let item = posting.list(*list).get(id)?;
                Some(item_text(*list, item, self.catalog).to_owned())
            }
            Origin::Field(Field::Title) => Some(posting.title(self.catalog).into_owned()),
            Origin::Field(Field::Education) => {
                let by_hand = posting.education.wording.clone();
                by_hand
                    .or_else(|| Some(crate::document::proposed_education(&posting.education, self.catalog).join(" ")))
            }
            Origin::Field(field) => match (text_field(*field), prose(*field)) {
                (Some(field), _) => Some(field.get(posting).to_owned()),
                (_, Some(prose)) => Some(prose_text(posting, prose, self.catalog)),
                _ => None,
            },
            Origin::Kit(..) | Origin::Fixed => None,
        }
    }

    /// The edit that gives a field or item these words.
    pub fn set_text(&self, origin: &Origin, text: String) -> Option<Edit> {
        self.posting?;
        match origin {
            Origin::Item(list, id) => {
                Some(Edit::Item { list: *list, id: id.clone(), change: ItemEdit::Wording(Some(text)) })
            }
            Origin::Field(Field::Title) => Some(Edit::Title(Some(text))),
            Origin::Field(Field::Education) => Some(Edit::Education(EducationEdit::Wording(Some(text)))),
            Origin::Field(field) => match (text_field(*field), prose(*field)) {
                (Some(field), _) => Some(Edit::Text(field, text)),
                (_, Some(prose)) => Some(Edit::Prose(prose, Some(text))),
                _ => None,
            },
            Origin::Kit(..) | Origin::Fixed => None,
        }
    }

    /// The edit that replaces words wherever they stand in a field or item; `None` if they do
    /// not stand in its editable words, or if nothing would be left.
    pub fn reword(&self, origin: &Origin, from: &str, to: &str) -> Option<Edit> {
        let before = self.source_text(origin)?;
        let after = replace_words(&before, from, to);
        (after != before && !after.trim().is_empty()).then(|| self.set_text(origin, after)).flatten()
    }
}

fn text_field(field: Field) -> Option<TextField> {
    Some(match field {
        Field::Company => TextField::Company,
        Field::AboutCompany => TextField::AboutCompany,
        Field::Team => TextField::Team,
        Field::Reference => TextField::Reference,
        Field::ApplyLink => TextField::ApplyLink,
        Field::ApplyEmail => TextField::ApplyEmail,
        Field::AdjustmentsContact => TextField::AdjustmentsContact,
        Field::Bonus => TextField::Bonus,
        Field::Equity => TextField::Equity,
        _ => return None,
    })
}

fn prose(field: Field) -> Option<Prose> {
    Some(match field {
        Field::Summary => Prose::Summary,
        Field::Experience => Prose::Experience,
        Field::Career => Prose::Career,
        Field::Statement => Prose::Statement,
        _ => return None,
    })
}

/// Replaces each whole-word `from`, in any ASCII case, by `to`. A capital at the beginning stays
/// one, "a" and "an" before it follow, and words that are left out leave no double space.
pub fn replace_words(text: &str, from: &str, to: &str) -> String {
    if from.is_empty() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + to.len());
    let mut rest = 0;
    let mut at = 0;
    // True: what comes next begins a sentence, as the words that did were left out.
    let mut begins = false;
    while let Some(start) = find_ascii_case(text, from, at) {
        let end = start + from.len();
        if !whole(text, start, end) {
            at = start + text[start..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        if rest < start {
            push_cased(&mut out, &text[rest..start], begins);
            begins = false;
        }
        if to.is_empty() {
            rest = left_out(&mut out, text, end);
            begins |= begins_sentence(&out);
        } else {
            let capital = text[start..].chars().next().is_some_and(char::is_uppercase)
                && !from.chars().next().is_some_and(char::is_uppercase);
            article(&mut out, to);
            push_cased(&mut out, to, capital || begins);
            begins = false;
            rest = end;
        }
        at = rest;
    }
    push_cased(&mut out, &text[rest..], begins);
    out
}

fn find_ascii_case(text: &str, wanted: &str, from: usize) -> Option<usize> {
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    let last = text.len().checked_sub(wanted.len())?;
    (from..=last).find(|start| text[*start..start + wanted.len()].eq_ignore_ascii_case(wanted))
}

fn push_cased(out: &mut String, words: &str, capital: bool) {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if capital => out.extend(first.to_uppercase()),
        Some(first) => out.push(first),
        None => {}
    }
    out.push_str(letters.as_str());
}

/// "a" or "an" at the end of `out`, as the next words want it.
fn article(out: &mut String, next: &str) {
    let vowel = next.chars().next().is_some_and(|first| "aeiouAEIOU".contains(first));
    for (have, want, when) in
        [(" a ", " an ", vowel), (" an ", " a ", !vowel), ("A ", "An ", vowel), ("An ", "A ", !vowel)]
    {
        let at_start = have.starts_with('A');
        if when && out.ends_with(have) && (!at_start || out.len() == have.len() || out.ends_with(&format!(" {have}"))) {
            out.truncate(out.len() - have.len());
            out.push_str(want);
            return;
        }
    }
}

/// Leaves words out: the space or comma after them goes too. Gives where the text goes on.
fn left_out(out: &mut String, text: &str, end: usize) -> usize {
    let after = &text[end..];
    if let Some(rest) = after.strip_prefix(", ").or_else(|| after.strip_prefix(' ')) {
        article(out, rest);
        return text.len() - rest.len();
    }
    if out.ends_with(' ') {
        out.pop();
    }
    end
}

fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_replaced_whole_and_in_their_case() {
        assert_eq!(replace_words("A guru for gurus. Guru!", "guru", "expert"), "An expert for gurus. Expert!");
        assert_eq!(replace_words("Find an expert.", "expert", "person"), "Find a person.");
        assert_eq!(replace_words("Use Github.", "Github", "GitHub"), "Use GitHub.");
        assert_eq!(replace_words("äguru guruä", "guru", "x"), "äguru guruä");
    }

    #[test]
    fn what_is_left_out_leaves_no_gap() {
        assert_eq!(replace_words("You have excellent skills.", "excellent", ""), "You have skills.");
        assert_eq!(replace_words("Excellent skills. Excellent, kind words", "excellent", ""), "Skills. Kind words");
        assert_eq!(replace_words("Work fast-paced.", "fast-paced", ""), "Work.");
        assert_eq!(replace_words("", "x", ""), "");
        assert_eq!(replace_words("excellent excellent or é", "excellent", ""), "Or é");
        assert_eq!(replace_words("Excellent, excellent", "excellent", ""), "");
        assert_eq!(replace_words("Join an excellent team.", "excellent", ""), "Join a team.");
    }
}

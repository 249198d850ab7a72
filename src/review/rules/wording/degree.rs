//! A degree with nothing that counts in its place.

use super::*;
use crate::document::{Field, Origin};
use crate::posting::{Edit, EducationEdit};
use crate::review::Section;

pub(crate) static RULE: Rule = Rule {
    id: "degree-alone",
    group: Group::Wording,
    name: "A degree with no alternative",
    looks_for: "A degree that is asked for, with no word on what counts in its place.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Measured,
        "Of 4,629 software postings, 36 % name a degree and a third of those count experience in its place",
    ),
    reads: Reads::Words,
    run,
};

/// Words that say that a degree is not the only way.
const WAYS: &[&str] = &[
    "substitute",
    "without degree",
    "without a degree",
    "comparable",
    "similar qualification",
    "different route",
    "another route",
    "different path",
    "non-traditional",
    "you probably",
    "equivalent",
    "equal experience",
    "or experience",
    "or relevant",
    "or related experience",
    "or similar experience",
    "or practical",
    "practical experience",
    "or work experience",
    "or professional experience",
    "or industry experience",
    "or demonstrated",
    "or proven",
    "or hands-on",
    "and/or experience",
    "and/or",
    "in lieu",
    "in place of",
    "instead of",
    "boot camp",
    "bootcamp",
    "self-taught",
    "self-directed",
    "self taught",
    "apprenticeship",
    "certification",
];

/// Words that say that a degree is not demanded.
const SOFT: &[&str] = &[
    "preferred",
    "prefer",
    "a plus",
    "nice to have",
    "nice-to-have",
    "desirable",
    "desired",
    "bonus",
    "ideally",
    "advantage",
    "optional",
    "welcome",
    "not required",
    "not necessary",
    "count",
];

const REASON: &str =
    "People who learned another way will not apply; say what counts in its place, or say why only a degree will do.";

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let mut seen = Vec::new();
    for (hit, _) in subject.hits(rule.id) {
        let passage = &subject.passages[hit.passage];
        let asks = matches!(passage.section, Section::Must | Section::Education | Section::Other | Section::Summary);
        let words = &passage.text[hit.range.clone()];
        // "10 ms in the cache" is no degree.
        let small = words.len() <= 5 && words.starts_with(char::is_lowercase);
        if !passage.is_prose() || !asks || small || seen.contains(&hit.passage) || is_statement(passage) {
            continue;
        }
        seen.push(hit.passage);
        if has_alternative(subject, hit.passage) || is_about_the_team(passage) {
            continue;
        }
        let finding = rule
            .at(subject, hit.passage, hit.range.clone(), "A degree with no alternative", REASON)
            .maybe_fix("Count equivalent experience", fix(subject, &passage.origin));
        findings.push(finding);
    }
}

/// Looks at the passage itself and at its neighbours in the same section.
fn has_alternative(subject: &Subject<'_>, at: usize) -> bool {
    let section = subject.passages[at].section;
    let near = at.saturating_sub(1)..(at + 2).min(subject.passages.len());
    near.filter(|index| subject.passages[*index].section == section || *index == at).any(|index| {
        let text = subject.passages[index].text.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        // What is preferred in the next line says nothing about this one.
        has(WAYS) || (index == at && has(SOFT))
    })
}

/// True for "our team holds degrees in …".
fn is_about_the_team(passage: &Passage<'_>) -> bool {
    let text = passage.text.to_lowercase();
    ["our team", "our founders", "our engineers", "we have a degree", "tuition", "working towards", "pursuing"]
        .iter()
        .any(|words| text.contains(words))
}

fn fix(subject: &Subject<'_>, origin: &Origin) -> Option<Edit> {
    let posting = subject.posting?;
    if *origin == Origin::Field(Field::Education) && posting.education.wording.is_none() {
        return Some(Edit::Education(EducationEdit::OrEquivalent(true)));
    }
    let before = subject.source_text(origin)?;
    subject.set_text(origin, format!("{} Equivalent experience counts the same.", before.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Id;
    use crate::posting::{Edit, EducationEdit};
    use crate::review::PassageKind;
    use crate::review::fixture::{assert_fix_works, edited, found, marked, marked_in, posting};

    fn without_alternative() -> crate::posting::Posting {
        let alternatives: Vec<Id> = posting().education.alternatives.into_iter().collect();
        let off = alternatives.into_iter().map(|id| Edit::Education(EducationEdit::Alternative(id, false)));
        let edits = off.chain([
            Edit::Education(EducationEdit::On(true)),
            Edit::Education(EducationEdit::Degree(Some(Id::new("bachelor").unwrap()))),
            Edit::Education(EducationEdit::OrEquivalent(false)),
        ]);
        edited(posting(), edits.collect::<Vec<_>>())
    }

    #[test]
    fn a_degree_alone_is_told_and_counting_experience_mends_it() {
        let after = assert_fix_works(RULE.id, &without_alternative());
        assert!(after.education.or_equivalent);
        assert!(found(RULE.id, &posting()).is_empty(), "a new posting counts experience");
    }

    #[test]
    fn words_by_hand_are_mended_too() {
        let words = "You hold a bachelor's degree in computer science.".to_owned();
        let by_hand = edited(without_alternative(), [Edit::Education(EducationEdit::Wording(Some(words)))]);
        assert_fix_works(RULE.id, &by_hand);
    }

    #[test]
    fn a_degree_with_another_way_is_left_alone() {
        for text in ["A BSc in physics is required.", "Bachelor's degree in computer science", "You need a CS degree."]
        {
            assert_eq!(marked(RULE.id, text).len(), 1, "{text}");
        }
        for text in [
            "Bachelor's degree in computer science or equivalent experience",
            "A degree in mathematics is a plus.",
            "Bachelor's degree, a boot camp or self-directed study",
            "Answers within 10 ms in the cache",
            "You scale to a high degree.",
            "A degree of freedom",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
        let nice = marked_in(RULE.id, "Master's degree", PassageKind::Bullet, Section::Nice);
        assert!(nice.is_empty());
    }
}

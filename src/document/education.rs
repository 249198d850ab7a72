//! Education put into words.

use super::wording::{any_of, capitalised, one_line};
use super::{Bullet, Field, Origin, Text, keys, rich};
use crate::catalog::{Catalog, EducationPart, Id};
use crate::posting::Education;

/// The points about education, each a sentence or, by hand, as the person divided them; none
/// if nothing is asked for.
pub(super) fn points(education: &Education, catalog: &Catalog) -> Vec<Bullet> {
    let origin = Origin::Field(Field::Education);
    if !education.on {
        return Vec::new();
    }
    if let Some(text) = education.wording.as_deref().filter(|text| !text.trim().is_empty()) {
        return rich::points(text, &origin);
    }
    let sentences = proposed_sentences(education, catalog);
    sentences.into_iter().map(|text| Bullet { text: Text::plain(text), origin: origin.clone() }).collect()
}

/// Our sentences for what was chosen, whatever the person wrote by hand.
pub fn proposed_sentences(education: &Education, catalog: &Catalog) -> Vec<String> {
    let words = &catalog.words;
    let parts = &catalog.education;
    let degree = education.degree.as_ref().map(|id| capitalised(&part_words(&parts.degrees, id)));
    let fields = any_of(&fields(education, catalog), words);
    let mut alternatives = chosen(&parts.alternatives, education.alternatives.iter());
    let or = education.or_equivalent;
    let pick = |plain, with| if or { with } else { plain };

    let asked = match (&degree, fields.is_empty()) {
        (Some(degree), true) => {
            words.fill(pick(keys::EDUCATION_DEGREE, keys::EDUCATION_DEGREE_OR), &[("degree", degree)])
        }
        (Some(degree), false) => words.fill(
            pick(keys::EDUCATION_DEGREE_IN, keys::EDUCATION_DEGREE_IN_OR),
            &[("degree", degree), ("fields", &fields)],
        ),
        (None, false) => words.fill(pick(keys::EDUCATION_FIELDS, keys::EDUCATION_FIELDS_OR), &[("fields", &fields)]),
        (None, true) => String::new(),
    };
    let instead = if alternatives.is_empty() {
        String::new()
    } else if asked.is_empty() {
        if or {
            alternatives.push(words.get(keys::EDUCATION_EQUIVALENT).to_owned());
        }
        words.fill(keys::EDUCATION_NO_DEGREE, &[("alternatives", &any_of(&alternatives, words))])
    } else {
        words.fill(keys::EDUCATION_SAME_WEIGHT, &[("alternatives", &any_of(&alternatives, words))])
    };
    let extras = parts.extras.iter().filter(|part| education.extras.contains(&part.id)).map(|p| one_line(&p.words));
    [asked, instead].into_iter().chain(extras).filter(|sentence| !sentence.is_empty()).collect()
}

/// What the posting accepts in the place of a degree, in words that stand inside a sentence;
/// none if it asks for no education.
pub fn alternatives(education: &Education, catalog: &Catalog) -> Vec<String> {
    if !education.on {
        return Vec::new();
    }
    let mut words = chosen(&catalog.education.alternatives, education.alternatives.iter());
    if education.or_equivalent {
        words.push(catalog.words.get(keys::EDUCATION_EQUIVALENT).to_owned());
    }
    words
}

/// The fields of study: the catalogue's, then the person's own; "a related field" stays last.
fn fields(education: &Education, catalog: &Catalog) -> Vec<String> {
    let is_related = |id: &&Id| id.as_str().starts_with("related");
    let parts = &catalog.education.fields;
    let mut fields = chosen(parts, education.fields.iter().filter(|id| !is_related(id)));
    fields.extend(education.own_fields.iter().map(|own| one_line(own)).filter(|own| !own.is_empty()));
    fields.extend(chosen(parts, education.fields.iter().filter(is_related)));
    fields
}

/// The words of the parts chosen, in the catalogue's order, then those it does not know.
fn chosen<'a>(parts: &[EducationPart], ids: impl Iterator<Item = &'a Id>) -> Vec<String> {
    let mut ids: Vec<&Id> = ids.collect();
    ids.sort_by_key(|id| parts.iter().position(|part| part.id == **id).unwrap_or(usize::MAX));
    ids.into_iter().map(|id| part_words(parts, id)).filter(|words| !words.is_empty()).collect()
}

/// The words of a part; its id in words on a machine whose templates lack it.
fn part_words(parts: &[EducationPart], id: &Id) -> String {
    parts.iter().find(|part| part.id == *id).map_or_else(|| id.as_str().replace('-', " "), |part| one_line(&part.words))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::fixture::catalog;
    use super::*;

    fn sentences(with: Value) -> Vec<String> {
        let education: Education = serde_json::from_value(with).unwrap();
        points(&education, &catalog()).iter().map(|point| point.text.words()).collect()
    }

    #[test]
    fn a_degree_names_its_fields_and_what_counts_as_much() {
        assert_eq!(
            sentences(json!({
                "on": true, "degree": "bachelor", "or_equivalent": true,
                "fields": ["computer-science", "related-field", "software-engineering"],
                "own_fields": [" information\ntechnology ", ""],
                "alternatives": ["boot-camp", "portfolio", "self-taught"], "extras": ["licence"],
            })),
            [
                "A bachelor's degree in computer science, software engineering, information technology or a related \
                 field, or equivalent experience.",
                "We give the same weight to a coding boot camp, self-directed study or a portfolio of projects.",
                "You hold a licence where the law asks for one.",
            ]
        );
    }

    #[test]
    fn without_a_degree_the_alternatives_speak_for_themselves() {
        assert_eq!(
            sentences(json!({ "on": true, "or_equivalent": true, "alternatives": ["boot-camp"] })),
            ["No degree is needed: a coding boot camp or equivalent experience can show what you know."]
        );
        assert_eq!(
            sentences(json!({ "on": true, "or_equivalent": true, "fields": ["computer-science"] })),
            ["A background in computer science, or equivalent experience."]
        );
        assert!(sentences(json!({ "on": true, "or_equivalent": true })).is_empty(), "equivalent to nothing");
        assert!(sentences(json!({ "on": false, "degree": "bachelor" })).is_empty());
    }

    #[test]
    fn words_by_hand_replace_all_of_it_and_may_be_several_points() {
        let by_hand =
            json!({ "on": true, "degree": "bachelor", "wording": "A degree helps.\n\n- A diploma does, too." });
        assert_eq!(sentences(by_hand), ["A degree helps.", "A diploma does, too."]);
        assert_eq!(
            sentences(json!({ "on": true, "degree": "bachelor", "or_equivalent": false, "wording": " " })),
            ["A bachelor's degree."]
        );
    }

    #[test]
    fn a_part_that_the_templates_lack_is_said_by_its_name() {
        assert_eq!(
            sentences(
                json!({ "on": true, "degree": "a-diploma", "or_equivalent": false, "fields": ["applied-maths"], "extras": ["gone"] })
            ),
            ["A diploma in applied maths."]
        );
    }

    #[test]
    fn every_combination_is_a_clean_sentence() {
        let fields = ["computer-science", "software-engineering", "related-field"];
        let alternatives = ["boot-camp", "self-taught", "portfolio"];
        let mut seen = 0;
        for degree in [Value::Null, json!("bachelor"), json!("master"), json!("doctorate")] {
            for with_fields in 0..=3 {
                for own in [json!([]), json!(["mathematics"])] {
                    for or in [false, true] {
                        for with_alternatives in 0..=3 {
                            let said = sentences(json!({
                                "on": true, "degree": degree, "or_equivalent": or, "own_fields": own,
                                "fields": fields[..with_fields], "alternatives": alternatives[..with_alternatives],
                            }));
                            let asked = !degree.is_null() || with_fields > 0 || own != json!([]);
                            assert_eq!(said.len(), usize::from(asked) + usize::from(with_alternatives > 0), "{said:?}");
                            for sentence in said {
                                assert_clean(&sentence);
                                seen += 1;
                            }
                        }
                    }
                }
            }
        }
        assert!(seen > 400);
    }

    fn assert_clean(sentence: &str) {
        assert!(sentence.starts_with(char::is_uppercase) && sentence.ends_with('.'), "{sentence}");
        let faults = [
            "  ", " ,", ",,", ", .", ",.", "..", " .", " or.", " or,", " or or ", " in.", " in,", " in or ", " to.",
            ": or", "{", "}",
        ];
        for fault in faults {
            assert!(!sentence.contains(fault), "“{fault}” in “{sentence}”");
        }
    }
}

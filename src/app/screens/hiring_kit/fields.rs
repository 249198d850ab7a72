//! What the texts of an entry are called.

use crate::posting::{CriterionPart, KitField, KitList};

/// The label over a field.
pub(super) fn label(field: KitField) -> String {
    let words = match field {
        KitField::Label => "Name",
        KitField::About => "What it means",
        KitField::Evidence => "Evidence in a résumé",
        KitField::Counts => "Counts as well",
        KitField::CountsNot => "Does not count",
        KitField::Brief => "Task, as the candidate reads it",
        KitField::Deliver => "What to hand in",
        KitField::Materials => "What to prepare",
        KitField::Question => "Question",
        KitField::FollowUps => "Follow-ups, one a line",
        KitField::Weak | KitField::Criterion(_, CriterionPart::Weak) => "1: weak",
        KitField::Sound | KitField::Criterion(_, CriterionPart::Sound) => "2: sound",
        KitField::Strong | KitField::Criterion(_, CriterionPart::Strong) => "3: strong",
        KitField::Ask => "Do not ask",
        KitField::Better => "Ask instead",
        KitField::Why => "Why",
        KitField::Source => "Who says so",
        KitField::Text => "Text",
        KitField::Anchor(score) => return format!("What earns a {score}"),
        KitField::Criterion(number, CriterionPart::Name) => return format!("Criterion {number}"),
    };
    words.to_owned()
}

/// Its name among all fields of an entry.
pub(super) fn name(field: KitField) -> String {
    match field {
        KitField::Criterion(number, part) if part != CriterionPart::Name => {
            format!("Criterion {number}, {}", label(field))
        }
        field => label(field),
    }
}

/// What an empty field asks for.
pub(super) fn placeholder(field: KitField) -> &'static str {
    match field {
        KitField::Counts | KitField::CountsNot | KitField::Deliver | KitField::Materials | KitField::FollowUps => {
            "One a line"
        }
        KitField::Weak | KitField::Sound | KitField::Strong => "What such an answer shows",
        KitField::Anchor(_) => "What such a résumé shows",
        KitField::Criterion(_, CriterionPart::Name) => "What is judged, in a few words",
        KitField::Criterion(..) => "What such a result shows",
        _ => "",
    }
}

/// The label over the number of an entry, and by how much its buttons change it.
pub(super) fn number(list: KitList) -> (&'static str, u16) {
    if list == KitList::Tasks { ("Minutes", 5) } else { ("Weight", 1) }
}

/// What a list is called over its entries, where they have no other groups.
pub(super) fn heading(list: KitList) -> &'static str {
    match list {
        KitList::Rows => "Rows",
        KitList::Tasks => "Tasks",
        KitList::Questions => "Questions",
        KitList::Attributes => "Attributes, at most six",
        KitList::Unfair => "What not to ask",
        KitList::Texts => "Words around it",
    }
}

/// One entry of a list, as a button that adds one says it.
pub(super) fn one(list: KitList) -> &'static str {
    match list {
        KitList::Rows => "row",
        KitList::Tasks => "task",
        KitList::Questions => "question",
        KitList::Attributes => "attribute",
        KitList::Unfair => "question not to ask",
        KitList::Texts => "text",
    }
}

//! The rules, one a file. A new one needs a line in [`RULES`].

mod checking;
mod complete;
mod form;
pub(super) mod law;
#[cfg(test)]
mod silence;
mod software;
mod spelling;
mod wording;

use super::{Evidence, Finding, Group, PassageKind, Place, Reads, Rule, Severity, Source, Subject};

pub use wording::gendered::{Lean, LeanWord, gender_lean};

/// Every rule, in the order in which they are listed.
pub static RULES: &[&Rule] = &[
    // Completeness
    &complete::title::RULE,
    &complete::company::RULE,
    &complete::place::RULE,
    &complete::country::RULE,
    &complete::remote::RULE,
    &complete::pay::RULE,
    &complete::employment::RULE,
    &complete::closing::RULE,
    &complete::closed::RULE,
    &complete::start::RULE,
    &complete::apply::RULE,
    &complete::address::RULE,
    &complete::contact::RULE,
    &complete::summary::RULE,
    &complete::duties::RULE,
    &complete::requirements::RULE,
    // Pay law
    &law::pay::RULE,
    &law::benefits::RULE,
    &law::deadline::RULE,
    &law::apply::RULE,
    &law::vacancy::RULE,
    &law::ai_screening::RULE,
    &law::fair_chance::RULE,
    &law::spread::RULE,
    &law::title::RULE,
    &law::canadian::RULE,
    &law::exclusion::RULE,
    &law::history::RULE,
    &law::open_ended::RULE,
    &law::vague::RULE,
    &law::reversed::RULE,
    &law::period::RULE,
    &law::wide::RULE,
    // Length and form
    &form::length::RULE,
    &form::list_length::RULE,
    &form::nice_share::RULE,
    &form::bullet_length::RULE,
    &form::paragraph_length::RULE,
    &form::grade::RULE,
    &form::title_length::RULE,
    &form::title_form::RULE,
    &form::title_level::RULE,
    &form::duplicates::RULE,
    // Software sense
    &software::technology_years::RULE,
    &software::years_for_level::RULE,
    &software::certifications::RULE,
    &software::rivals::RULE,
    &software::stack::RULE,
    &software::acronyms::RULE,
    &software::brand_spelling::RULE,
    &software::mandates::RULE,
    // Fair wording
    &wording::gendered::RULE,
    &wording::gendered_nouns::RULE,
    &wording::age::RULE,
    &wording::status::RULE,
    &wording::native_speaker::RULE,
    &wording::ability::RULE,
    &wording::protected_questions::RULE,
    &wording::degree::RULE,
    &wording::jargon::RULE,
    &wording::puffery::RULE,
    &wording::terms::RULE,
    // Spelling
    &spelling::unknown::RULE,
    // Hiring kit
    &checking::unchecked::RULE,
    &checking::orphans::RULE,
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_rule_has_a_name_of_its_own_and_explains_itself() {
        let mut ids = HashSet::new();
        for rule in RULES {
            assert!(ids.insert(rule.id), "two rules are called {}", rule.id);
            assert!(rule.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", rule.id);
            assert!(
                !rule.name.ends_with('.') && rule.looks_for.ends_with('.'),
                "{}: name without, sentence with full stop",
                rule.id
            );
            assert!(!rule.source.text.is_empty(), "{} names no source", rule.id);
        }
    }

    #[test]
    fn rules_are_listed_by_group() {
        let groups: Vec<Group> = RULES.iter().map(|rule| rule.group).collect();
        let mut sorted = groups.clone();
        sorted.sort();
        assert_eq!(groups, sorted);
    }

    #[test]
    fn every_phrase_of_the_templates_belongs_to_a_rule() {
        let catalog = crate::review::fixture::catalog();
        for phrase in &catalog.review.phrases {
            assert!(RULES.iter().any(|rule| rule.id == phrase.rule), "{}: no rule {}", phrase.id, phrase.rule);
        }
    }
}

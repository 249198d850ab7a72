//! The rules, one a file. A new one needs a line in [`RULES`].

mod complete;
mod form;
mod law;
mod software;
mod spelling;
mod wording;

use super::{Evidence, Finding, Group, PassageKind, Place, Reads, Rule, Severity, Source, Subject};

/// Every rule, in the order in which they are listed.
pub static RULES: &[&Rule] = &[
    // Completeness
    &complete::company::RULE,
    // Pay law
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
    // Fair wording
    &wording::jargon::RULE,
    // Spelling
    &spelling::unknown::RULE,
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

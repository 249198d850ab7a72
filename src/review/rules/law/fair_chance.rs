//! That people with a criminal record are considered, where a law asks postings to say so.

use super::asked::{Missing, missing, with_sentence};
use super::*;
use crate::document::Field;

pub(crate) static RULE: Rule = Rule {
    id: "law-fair-chance",
    group: Group::PayLaw,
    name: "Applicants with a criminal record",
    looks_for: "A posting that does not say that people with a record are considered, for a place whose law asks for it.",
    severity: Severity::Must,
    source: Source::new(Evidence::Law, "Los Angeles County Code ch. 8.300. Not legal advice."),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    // The rule's phrases are words that say it.
    if subject.hits(rule.id).next().is_some() {
        return;
    }
    let chance = Missing {
        asked: Asked::FairChance,
        field: Field::Statement,
        title: "Nothing on applicants with a record",
        what: "that qualified applicants with a criminal record are considered",
    };
    missing(rule, subject, findings, &chance, |finding| {
        let said = "We consider qualified applicants with arrest or conviction records.";
        finding.maybe_fix("Add it to the statement", with_sentence(subject, Field::Statement, said))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::{assert_fix_works, found};
    use crate::review::rules::law::tests::at;

    #[test]
    fn the_county_outside_its_cities_asks_for_it() {
        let posting = at("Marina del Rey", "CA", "US");
        assert_eq!(found(RULE.id, &posting).len(), 1);
        assert_fix_works(RULE.id, &posting);
        assert!(found(RULE.id, &at("Los Angeles", "CA", "US")).is_empty());
    }
}

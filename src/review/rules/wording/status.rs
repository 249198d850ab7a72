//! Citizenship, kinds of visa and origin.

use super::*;
use crate::posting::Posting;

pub(crate) static RULE: Rule = Rule {
    id: "status",
    group: Group::Wording,
    name: "Citizenship and origin",
    looks_for: "A citizenship, a kind of visa or experience in one country, where no law or contract is named.",
    severity: Severity::Must,
    source: Source::new(
        Evidence::Law,
        "8 USC 1324b (US): no preference by citizenship unless a law, regulation or public contract requires it",
    ),
    reads: Reads::Words,
    run,
};

/// Words that say that a law or a contract asks for a citizenship.
const GROUNDS: [&str; 17] = [
    "clearance",
    "itar",
    "export control",
    "federal",
    "government contract",
    "government customer",
    "public trust",
    "required by law",
    "by law",
    "regulation",
    "or national",
    "and national",
    "department of defense",
    "dod ",
    "ministry of defen",
    "classified",
    "national security",
];

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let first = findings.len();
    let mut grounds = None;
    for (hit, phrase) in subject.hits(rule.id) {
        let passage = &subject.passages[hit.passage];
        if !passage.is_prose() || is_statement(passage) {
            continue;
        }
        let canadian = phrase.id.as_str() == "status-canadian-experience";
        if !canadian && *grounds.get_or_insert_with(|| has_grounds(subject)) {
            continue;
        }
        let mut finding = phrase_at(rule, subject, hit, phrase, "Origin", "It turns away people who may work there.");
        finding.severity = Severity::Should;
        if canadian && subject.posting.is_some_and(|posting| in_ontario(posting, subject)) {
            finding = finding.severity(Severity::Must).source(Source::new(
                Evidence::Law,
                "Employment Standards Act, 2000 (Ontario), as amended by the Working for Workers Four Act, 2024; in force since 1 January 2026",
            ));
        }
        if !findings[first..].iter().any(|other| other.about == finding.about) {
            findings.push(finding);
        }
    }
}

/// True if the posting names a law, a regulation or a public contract somewhere.
fn has_grounds(subject: &Subject<'_>) -> bool {
    subject.passages.iter().any(|passage| {
        let text = passage.text.to_lowercase();
        GROUNDS.iter().any(|ground| text.contains(ground))
    })
}

/// True if Ontario's rule on postings applies: a place there, and not fewer than 25 people.
fn in_ontario(posting: &Posting, subject: &Subject<'_>) -> bool {
    let ontario = posting.locations.iter().any(|location| {
        let region = location.region.trim();
        let canada = location.country.is_some_and(|country| country.code() == "CA");
        canada && (region.eq_ignore_ascii_case("on") || region.eq_ignore_ascii_case("ontario"))
    });
    let large = subject.employer.employees.is_none_or(|employees| employees >= 25);
    ontario && large && subject.today >= jiff::civil::date(2026, 1, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Country, Edit, Location, Prose};
    use crate::review::fixture::{edited, found, marked, posting};

    #[test]
    fn a_citizenship_is_marked_unless_a_law_or_contract_asks_for_it() {
        for (text, words) in [
            ("US citizens only.", "US citizens only"),
            ("H-1B only please", "H-1B only"),
            ("Green card holders only", "Green card holders only"),
            ("Canadian experience is an asset.", "Canadian experience"),
        ] {
            assert_eq!(marked(RULE.id, text), [words], "{text}");
        }
        for text in [
            "US citizens only, as the security clearance demands it.",
            "You must be a US citizen under ITAR.",
            "Be a good citizen of the open-source community.",
            "Security is a first-class citizen.",
            "You need the right to work in the US.",
            "We offer help with visas.",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn canadian_experience_is_against_the_law_in_ontario_alone() {
        let place = |region: &str| Location {
            region: region.to_owned(),
            country: Some(Country::try_from("CA".to_owned()).unwrap()),
            ..Location::default()
        };
        let words = "You bring Canadian experience.".to_owned();
        let posting = edited(posting(), [Edit::Prose(Prose::Summary, Some(words))]);
        for (region, severity) in [("Ontario", Severity::Must), ("QC", Severity::Should)] {
            let there = edited(posting.clone(), [Edit::Locations(vec![place(region)])]);
            assert_eq!(found(RULE.id, &there)[0].severity, severity, "{region}");
        }
    }
}

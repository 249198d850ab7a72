//! "Canadian experience", which Ontario forbids to ask for.

use super::*;
use crate::catalog::Barred;

pub(crate) static RULE: Rule = Rule {
    id: "canadian-experience",
    group: Group::PayLaw,
    name: "Canadian experience",
    looks_for: "A demand for experience gained in Canada.",
    severity: Severity::Must,
    source: Source::new(
        Evidence::Law,
        "Employment Standards Act, 2000 (Ontario), since 1 January 2026, for employers of 25 people or more. Not legal advice.",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let mut applying = None;
    for (hit, phrase) in subject.hits(rule.id) {
        let passage = &subject.passages[hit.passage];
        let words = &passage.text[hit.range.clone()];
        if denied(&passage.text[sentence(&passage.text, &hit.range)]) {
            continue;
        }
        let laws = applying.get_or_insert_with(|| super::applying(subject));
        let bars =
            |one: &&Applies<'_>| one.law.bars.contains(&Barred::CanadianExperience) && one.weight <= Severity::Should;
        let law = laws.iter().filter(bars).min_by_key(|one| one.weight);
        let reason = match law.filter(|law| law.here) {
            Some(law) if law.size_decides => format!(
                "{} forbids postings to ask for it, for employers of {} people or more, and it shuts out people who learnt the same elsewhere.",
                capital(&law.law.name),
                law.law.employees
            ),
            Some(law) => format!("{} forbids postings to ask for it.", capital(&law.law.name)),
            None => {
                "It shuts out people who learnt the same elsewhere; Ontario forbids postings to ask for it.".to_owned()
            }
        };
        let title = format!("“{words}” is asked for");
        let mut finding = rule.at(subject, hit.passage, hit.range.clone(), title, reason).severity(Severity::Should);
        if let Some(law) = law {
            finding = finding.severity(law.weight).source(source([law.law], subject.today));
        }
        for instead in &phrase.instead {
            finding = finding.maybe_fix(format!("Use “{instead}”"), subject.reword(&passage.origin, words, instead));
        }
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Posting, Prose};
    use crate::review::Employer;
    use crate::review::fixture::{assert_fix_works, edited, found_by, marked, posting};
    use crate::review::rules::law::tests::at;

    fn asking(posting: Posting) -> Posting {
        edited(posting, [Edit::Prose(Prose::Experience, Some("You have two years of Canadian experience.".to_owned()))])
    }

    #[test]
    fn it_is_forbidden_in_ontario_and_unwise_elsewhere() {
        let employer = Employer { employees: Some(25) };
        let severity = |posting: &Posting| found_by(RULE.id, posting, employer)[0].severity;
        assert_eq!(severity(&asking(at("Toronto", "Ontario", "CA"))), Severity::Must);
        assert_eq!(severity(&asking(at("Calgary", "Alberta", "CA"))), Severity::Should);
        let after = assert_fix_works(RULE.id, &asking(posting()));
        assert_eq!(after.experience.wording.as_deref(), Some("You have two years of experience."));
    }

    #[test]
    fn what_is_not_asked_for_is_fine() {
        for text in [
            "No Canadian experience is needed.",
            "Canadian experience is not required.",
            "Our Canadian team shares its experience.",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
        assert_eq!(marked(RULE.id, "Canadian work experience required"), ["Canadian work experience"]);
    }
}

//! Certifications that can no longer be had.

use super::*;
use crate::review::Listed;

pub(crate) static RULE: Rule = Rule {
    id: "certification-ended",
    group: Group::Software,
    name: "Certifications that ended",
    looks_for: "Certifications that nobody can take any more.",
    severity: Severity::Should,
    source: Source::new(Evidence::Convention, "The issuers' own notices, in the templates' certifications.toml"),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let first = findings.len();
    for hit in subject.listed(Listed::Certification) {
        let passage = &subject.passages[hit.passage];
        let words = &passage.text[hit.range.clone()];
        let Some(certification) = subject.catalog.review.certifications.get(hit.phrase) else { continue };
        // Capitals that make a name: "MTA" is one, "mta" is not.
        let short = !certification.words.iter().any(|one| one.contains(' ') && one.eq_ignore_ascii_case(words));
        if !passage.is_prose() || (short && words.contains(char::is_lowercase)) {
            continue;
        }
        let reason = format!(
            "Nobody can take it since {}, so only people who hold an old one can meet it; ask for {}.",
            certification.ended, certification.successor
        );
        let finding = rule
            .at(subject, hit.passage, hit.range.clone(), format!("{words} can no longer be had"), reason)
            .source(Source::owned(Evidence::Convention, certification.source.clone()));
        if !findings[first..].iter().any(|other| other.about == finding.about) {
            let edit = subject.reword(&passage.origin, words, &certification.successor);
            findings.push(finding.maybe_fix(format!("Ask for {}", certification.successor), edit));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Prose};
    use crate::review::fixture::{assert_fix_works, edited, marked, posting};

    #[test]
    fn certifications_that_ended_are_marked_and_others_are_not() {
        assert_eq!(marked(RULE.id, "MCSE or MCSA required"), ["MCSE", "MCSA"]);
        assert_eq!(marked(RULE.id, "AWS Certified Big Data - Specialty"), ["AWS Certified Big Data - Specialty"]);
        for text in [
            "CCNA, CISSP and CKA",
            "AWS Certified Developer",
            "Mail servers (mta) and mcse",
            "Azure Administrator Associate",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_fix_names_the_successor() {
        let words = "You hold an MCSE.".to_owned();
        assert_fix_works(RULE.id, &edited(posting(), [Edit::Prose(Prose::Summary, Some(words))]));
    }
}

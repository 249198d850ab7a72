//! A title for people of any gender, where a law asks for one.

use super::*;
use crate::review::PassageKind;

pub(crate) static RULE: Rule = Rule {
    id: "law-title",
    group: Group::PayLaw,
    name: "A title for people of any gender",
    looks_for: "A title that names a gender, for a place whose law asks for titles that do not.",
    severity: Severity::Consider,
    source: Source::new(Evidence::Law, "Directive (EU) 2023/970 art. 5(3). Not legal advice."),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for (hit, phrase) in subject.hits(rule.id) {
        let passage = &subject.passages[hit.passage];
        if passage.kind != PassageKind::Title {
            continue;
        }
        let applying = applying(subject);
        let Some(one) = applying.iter().find(|one| one.here && one.law.asks.contains(&Asked::NeutralTitle)) else {
            return;
        };
        let words = &passage.text[hit.range.clone()];
        let reason = "European law asks for titles that name no gender.";
        let mut finding = rule.at(subject, hit.passage, hit.range.clone(), format!("The title says “{words}”"), reason);
        for instead in &phrase.instead {
            finding = finding.maybe_fix(format!("Use “{instead}”"), subject.reword(&passage.origin, words, instead));
        }
        findings.push(finding.source(source([one.law], subject.today)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Posting};
    use crate::review::fixture::{assert_fix_works, edited, found};
    use crate::review::rules::law::tests::at;

    fn titled(posting: Posting, title: &str) -> Posting {
        edited(posting, [Edit::Title(Some(title.to_owned()))])
    }

    #[test]
    fn a_title_with_a_gender_is_told_in_europe() {
        let posting = titled(at("Milan", "", "IT"), "Software salesman");
        assert_eq!(found(RULE.id, &posting)[0].severity, Severity::Consider);
        assert_eq!(assert_fix_works(RULE.id, &posting).title.as_deref(), Some("Software sales representative"));
        assert!(found(RULE.id, &titled(at("Denver", "CO", "US"), "Software salesman")).is_empty());
        assert!(found(RULE.id, &titled(at("Milan", "", "IT"), "Human Factors Engineer")).is_empty());
    }
}

//! That software judges applicants, where a law asks postings to say so.

use super::asked::with_sentence;
use super::*;
use crate::document::Field;

pub(crate) static RULE: Rule = Rule {
    id: "law-ai-screening",
    group: Group::PayLaw,
    name: "Artificial intelligence in screening",
    looks_for: "A posting that says nothing of artificial intelligence in screening, for a place where it must if any is used.",
    severity: Severity::Consider,
    source: Source::new(Evidence::Law, "O. Reg. 476/24 (Ontario), in templates/pay_laws.toml. Not legal advice."),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    // The rule's phrases are words that say it. Whether any is used, we cannot know.
    if subject.hits(rule.id).next().is_some() {
        return;
    }
    let applying = applying(subject);
    for one in applying.iter().filter(|one| one.here && one.law.asks.contains(&Asked::AiScreening)) {
        let reason = format!(
            "{} asks a posting to say so if software with artificial intelligence screens, assesses or selects.",
            capital(&one.law.name)
        );
        let title = "Is artificial intelligence used to screen?";
        let finding = rule.finding(Place::field(Field::Summary), title, reason).about(one.law.id.as_str());
        let said = "We use artificial intelligence to screen applicants.";
        let edit = with_sentence(subject, Field::Summary, said);
        findings.push(finding.source(source([one.law], subject.today)).maybe_fix("Say that it is used", edit));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::{assert_fix_works, found};
    use crate::review::rules::law::tests::at;

    #[test]
    fn ontario_asks_for_artificial_intelligence_in_screening() {
        let posting = at("Toronto", "Ontario", "CA");
        assert_eq!(found(RULE.id, &posting)[0].severity, Severity::Consider);
        assert_fix_works(RULE.id, &posting);
        assert!(found(RULE.id, &at("Denver", "CO", "US")).is_empty());
    }
}

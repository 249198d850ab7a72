//! Questions about what someone earned before.

use super::*;

pub(crate) static RULE: Rule = Rule {
    id: "pay-history",
    group: Group::PayLaw,
    name: "What someone earned before",
    looks_for: "A question about what an applicant earns or earned.",
    severity: Severity::Must,
    source: Source::new(
        Evidence::Law,
        "Forbidden in many US states (list of the American Association of University Women), parts of Canada and by Directive (EU) 2023/970 art. 5; see templates/pay_laws.toml. \
         Not legal advice.",
    ),
    reads: Reads::Words,
    run,
};

/// Words that ask an applicant for something.
const ASKS: [&str; 21] = [
    "send",
    "include",
    "including",
    "state",
    "stating",
    "provide",
    "share",
    "mention",
    "specify",
    "submit",
    "indicate",
    "tell",
    "what",
    "cv",
    "resume",
    "résumé",
    "expected",
    "application",
    "apply",
    "required",
    "please",
];

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let mut worst = None;
    for (hit, _) in subject.hits(rule.id) {
        let passage = &subject.passages[hit.passage];
        let words = &passage.text[hit.range.clone()];
        let around = &passage.text[sentence(&passage.text, &hit.range)];
        let asks = around
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| ASKS.iter().any(|ask| ask.eq_ignore_ascii_case(word)));
        if !asks || denied(around) {
            continue;
        }
        let laws = worst.get_or_insert_with(|| forbidding(subject));
        let (severity, reason) = match laws.as_slice() {
            [] => (
                Severity::Should,
                "Many places forbid to ask, and what someone earned says little about what the work is worth."
                    .to_owned(),
            ),
            [(severity, law), ..] => {
                (*severity, format!("{} forbids asking what an applicant earned.", capital(&law.name)))
            }
        };
        let title = format!("Asks what someone earned: “{words}”");
        let mut finding = rule.at(subject, hit.passage, hit.range.clone(), title, reason).severity(severity);
        if let [(_, law), ..] = laws.as_slice() {
            let statute = law.history.as_deref().unwrap_or(&law.statute);
            let check = if law.check { " One source only; check it." } else { "" };
            let text = format!(
                "{}: {statute}.{check} Last checked {}. Not legal advice.",
                capital(&law.name),
                day(law.last_checked)
            );
            finding = finding.source(Source::owned(Evidence::Law, text));
        }
        findings.push(finding);
    }
}

/// The laws of the posting's places that forbid it, the surest first. They bind employers of any
/// size.
fn forbidding<'a>(subject: &Subject<'a>) -> Vec<(Severity, &'a PayLaw)> {
    let laws = touching(subject).iter().filter(|one| one.law.history.is_some() && one.law.in_force);
    let mut laws: Vec<(Severity, &PayLaw)> = laws
        .map(|one| match one.holds == Holds::Yes && !one.law.check {
            true => (Severity::Must, one.law),
            false => (Severity::Should, one.law),
        })
        .collect();
    laws.sort_by_key(|(severity, _)| *severity);
    laws
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Posting, TextField};
    use crate::review::fixture::{edited, found, marked, posting};
    use crate::review::rules::law::tests::at;

    fn asking(posting: Posting) -> Posting {
        let words = "Apply with your CV and your salary history.".to_owned();
        edited(posting, [Edit::Text(TextField::AboutCompany, words)])
    }

    #[test]
    fn a_question_weighs_what_the_place_makes_of_it() {
        let denver = found(RULE.id, &asking(at("Denver", "CO", "US")));
        assert_eq!(denver[0].severity, Severity::Must);
        assert!(denver[0].source.text.contains("C.R.S. 8-5-102"));
        assert_eq!(found(RULE.id, &asking(posting()))[0].severity, Severity::Should);
        assert_eq!(found(RULE.id, &asking(at("Berlin", "", "DE")))[0].severity, Severity::Should);
        assert_eq!(found(RULE.id, &asking(at("Richmond", "VA", "US")))[0].severity, Severity::Should);
    }

    #[test]
    fn questions_are_told_from_other_words() {
        assert_eq!(marked(RULE.id, "Please state your current salary."), ["current salary"]);
        assert_eq!(marked(RULE.id, "Send your resume with current CTC and notice period."), ["current CTC"]);
        for text in [
            "We do not ask for your salary history.",
            "You build reports on salary history for payroll teams.",
            "Please tell us your salary expectations.",
            "We pay at least your current salary.",
            "We will never ask what your current salary is.",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}");
        }
    }
}

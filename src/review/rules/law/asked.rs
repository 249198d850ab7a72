//! Findings for what laws ask and a posting does not say.

use super::*;
use crate::document::{Field, Origin};
use crate::posting::Edit;

/// What is missing, in words.
pub(super) struct Missing {
    /// What the laws ask for.
    pub asked: Asked,
    /// Where it would be said.
    pub field: Field,
    /// For titles: "No pay".
    pub title: &'static str,
    /// What postings must state, in a sentence: "the pay or its range".
    pub what: &'static str,
}

/// One finding for each law of a place of work, and one for all laws of places from which the
/// work can be done. `mend` adds fixes.
pub(super) fn missing(
    rule: &Rule,
    subject: &Subject<'_>,
    findings: &mut Vec<Finding>,
    missing: &Missing,
    mend: impl Fn(Finding) -> Finding,
) {
    let applying = applying(subject);
    let asking = || applying.iter().filter(|one| one.law.asks.contains(&missing.asked));
    for one in asking().filter(|one| one.here) {
        let law = one.law;
        let title = format!("{}: {}", missing.title, law.name);
        let finding = rule.finding(Place::field(missing.field), title, reason(one, missing.what, subject));
        let finding = finding.severity(one.weight).source(source([law], subject.today));
        findings.push(mend(finding.about(law.id.as_str())));
    }
    // Of work from anywhere in the world, pay alone is worth a thought.
    let weights: &[Severity] =
        if missing.asked == Asked::Pay { &[Severity::Should, Severity::Consider] } else { &[Severity::Should] };
    for &weight in weights {
        let far: Vec<&PayLaw> = asking().filter(|one| !one.here && one.weight == weight).map(|one| one.law).collect();
        if far.is_empty() {
            continue;
        }
        let names = all_of(far.iter().map(|law| law.name.as_str()));
        let some = if far.len() == 1 { "" } else { "some " };
        let reason = format!(
            "People in {names} could do this work, and {some}laws there ask postings to state {}, depending on where \
             you have people and how many.",
            missing.what
        );
        let title = match far.as_slice() {
            [one] => format!("{}: remote work from {}", missing.title, one.name),
            all => format!("{}: remote work from {} places with a law", missing.title, all.len()),
        };
        let finding = rule.finding(Place::field(missing.field), title, reason).severity(weight);
        findings.push(mend(finding.source(source(far, subject.today)).about("remote")));
    }
}

/// Why one law of a place of work matters.
fn reason(one: &Applies<'_>, what: &str, subject: &Subject<'_>) -> String {
    let law = one.law;
    let name = capital(&law.name);
    let size = match law.employees {
        0 | 1 => String::new(),
        count => format!(" if you employ {count} people or more"),
    };
    let unknown = if one.size_decides { "; the company profile can say how many you are" } else { "" };
    let day = day(law.since);
    match (law.told, one.coming, law.in_force) {
        (_, true, _) => format!("From {day}, {name} will ask postings to state {what}{size}."),
        (_, _, false) => format!(
            "A directive of {} asks for {what} in the posting or before the first interview; its states were to \
             make that law by {day}, and not all have.",
            law.name
        ),
        (Told::InPosting, ..) if subject.employer.employees.is_some() => {
            format!("{name} requires postings to state {what}.")
        }
        (Told::InPosting, ..) => format!("{name} requires postings to state {what}{size}{unknown}."),
        (Told::BeforeInterview, ..) => {
            format!("{name}: applicants must be told {what} in the posting or before the first interview.")
        }
        (Told::OnRequest, ..) => {
            format!("{name} does not ask for it in the posting, but applicants must be told {what} later on.")
        }
    }
}

/// The edit that adds a sentence to a text that appears in the posting; `None` if it does not.
pub(super) fn with_sentence(subject: &Subject<'_>, field: Field, sentence: &str) -> Option<Edit> {
    let posting = subject.posting?;
    let on = match field {
        Field::Summary => posting.summary.on,
        Field::Statement => posting.statement.on,
        _ => false,
    };
    let origin = Origin::Field(field);
    let before = subject.source_text(&origin).filter(|text| on && !text.trim().is_empty())?;
    subject.set_text(&origin, format!("{} {sentence}", before.trim_end()))
}

//! Nice-to-haves against must-haves.

use super::*;
use crate::review::Section;

pub(crate) static RULE: Rule = Rule {
    id: "nice-to-haves",
    group: Group::Form,
    name: "More nice-to-haves than must-haves",
    looks_for: "A posting with more nice-to-haves than must-haves, or more than nine of them.",
    severity: Severity::Consider,
    source: Source::new(
        Evidence::FieldExperiment,
        "Uber, 616 postings and about 60,000 applicants (AEA registry 2963): dropping optional qualifications, with \
         other changes, raised applications by 7 %",
    ),
    reads: Reads::Posting,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let (must, nice) = (subject.measures.must, subject.measures.nice);
    if nice < 4 || (nice <= must && nice <= 9) {
        return;
    }
    let Some(place) = first_of(subject, Section::Nice) else { return };
    let reason = "Optional points keep people from applying who could do the work; keep the few that would decide.";
    findings.push(rule.finding(place, format!("{nice} nice-to-haves against {must} must-haves"), reason));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Strength;
    use crate::posting::{Edit, List};
    use crate::review::fixture::{edited, found, posting};

    fn with(more: usize) -> usize {
        let own = |n| Edit::AddOwn { list: List::Skills, text: format!("Part {n}"), strength: Strength::Nice };
        found(RULE.id, &edited(posting(), (0..more).map(own))).len()
    }

    #[test]
    fn a_few_are_well_and_more_than_must_haves_are_told() {
        assert_eq!((with(0), with(12)), (0, 1));
    }
}

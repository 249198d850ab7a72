//! Years of experience that do not fit the level.

use super::years::{Years, years};
use super::*;
use crate::catalog::Level;

pub(crate) static RULE: Rule = Rule {
    id: "years-for-level",
    group: Group::Software,
    name: "Years that do not fit the level",
    looks_for: "More or far fewer years of experience than the level in the title has: a junior role with five years, a senior one with one.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::VendorData,
        "Datapeople: employers commonly write 1 to 3 years for junior, 4 to 7 for middle and 8 or more for senior roles",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(level) = level(subject) else { return };
    let Some(words) = subject.catalog.levels.iter().find(|words| words.id == level) else { return };
    let Some((passage, asked)) = most(subject) else { return };
    let (from, to) = (u16::from(words.years_from), words.years_to.map(u16::from));
    // Few years of one technology say nothing about all of them, and a degree stands for some.
    let general = subject.technologies_in(passage).is_empty() && !subject.passages[passage].text.contains("egree");
    let low = level_is_open(level) && asked.least * 2 < from && general;
    let high = to.filter(|to| asked.least > *to);
    // A year more than a junior's three says little; an intern's none is none.
    let far = high.is_some_and(|to| asked.least >= to + 2);
    if high.is_none() && !low {
        return;
    }
    if level == Level::Mid && !far {
        return;
    }
    let label = words.label.to_lowercase();
    let at = &subject.passages[passage];
    let said = &at.text[asked.range.clone()];
    let (title, reason) = match high {
        Some(0) => (
            format!("{said} of experience for an {label}"),
            "An intern is at the beginning; people who have worked for years will not apply.".to_owned(),
        ),
        Some(to) => (
            format!("{said} of experience at the level {label}"),
            format!("One expects {from} to {to} years at this level; people with more look for the next one."),
        ),
        None => (
            format!("{said} of experience at the level {label}"),
            format!("One expects about {from} years or more at this level; check the level or the years."),
        ),
    };
    let mut finding = rule.at(subject, passage, asked.range.clone(), title, reason);
    let senior_far = far && level != Level::Mid;
    finding.severity = if senior_far { Severity::Should } else { Severity::Consider };
    if let Some(to) = high.filter(|to| *to > 0) {
        let fewer = format!("{} years", to.min(asked.least));
        finding = finding.maybe_fix(format!("Ask for {fewer}"), subject.reword(&at.origin, said, &fewer));
    }
    findings.push(finding);
}

/// Levels whose years have no upper end.
fn level_is_open(level: Level) -> bool {
    matches!(level, Level::Senior | Level::Staff | Level::Principal)
}

/// The posting's level; of a text, the one that its title names.
fn level(subject: &Subject<'_>) -> Option<Level> {
    if let Some(posting) = subject.posting {
        return Some(posting.role.level);
    }
    let title = subject.passages.iter().find(|passage| passage.kind == PassageKind::Title)?;
    let title = title.text.to_lowercase();
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).collect();
    let levels = [
        (Level::Intern, &["intern", "internship"][..]),
        (Level::Junior, &["junior", "jr", "graduate", "trainee"]),
        (Level::Principal, &["principal"]),
        (Level::Staff, &["staff"]),
        (Level::Senior, &["senior", "sr"]),
    ];
    let mut named = levels.iter().filter(|(_, names)| words.iter().any(|word| names.contains(word)));
    // "Junior to senior" and "Senior/Staff" are two.
    match (named.next(), named.next()) {
        (Some((level, _)), None) => Some(*level),
        _ => None,
    }
}

/// The most years that the requirements ask for, and where.
fn most(subject: &Subject<'_>) -> Option<(usize, Years)> {
    let mut most: Option<(usize, Years)> = None;
    for (index, passage) in subject.passages.iter().enumerate() {
        let asks = matches!(passage.section, Section::Must | Section::Education)
            && matches!(passage.kind, PassageKind::Paragraph | PassageKind::Bullet);
        if !asks {
            continue;
        }
        let text = passage.text.to_lowercase();
        if ["we have", "we've", "our ", "years old", "years of age", "preferred", " a plus", "within", "past ", "last "]
            .iter()
            .any(|other| text.contains(other))
        {
            continue;
        }
        for years in years(&passage.text) {
            let after = &text[years.range.end..];
            let experience = after.contains("experience") || after.contains("working") || after.contains("expertise");
            if experience && years.least <= 25 && most.as_ref().is_none_or(|(_, other)| years.least > other.least) {
                most = Some((index, years));
            }
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Track;
    use crate::posting::{Edit, Posting, Prose};
    use crate::review::fixture::{assert_fix_works, edited, found, of_role};

    fn asking(level: Level, words: &str) -> Posting {
        let posting = of_role("backend", Track::Engineer, level);
        edited(posting, [Edit::Prose(Prose::Experience, Some(words.to_owned()))])
    }

    #[test]
    fn a_junior_with_many_years_is_told_and_mended() {
        let posting = asking(Level::Junior, "You have 6+ years of experience.");
        assert_eq!(found(RULE.id, &posting)[0].severity, Severity::Should);
        assert_fix_works(RULE.id, &posting);
        let near = asking(Level::Junior, "You have 4 years of experience.");
        assert_eq!(found(RULE.id, &near)[0].severity, Severity::Consider);
    }

    #[test]
    fn a_senior_with_hardly_any_is_told_without_a_fix() {
        let found = found(RULE.id, &asking(Level::Senior, "You bring 1 year of work experience."));
        assert_eq!(found.len(), 1);
        assert!(found[0].fixes.is_empty());
    }

    #[test]
    fn years_that_fit_are_left_alone() {
        for (level, words) in [
            (Level::Junior, "You have 1-3 years of experience."),
            (Level::Mid, "You have 5 years of experience."),
            (Level::Senior, "You have 8 years of experience."),
            (Level::Senior, "You have 4 years of experience."),
            (Level::Junior, "Our people have 10 years of experience."),
            (Level::Junior, "You plan for the next 10 years."),
        ] {
            assert!(found(RULE.id, &asking(level, words)).is_empty(), "{words}");
        }
    }
}

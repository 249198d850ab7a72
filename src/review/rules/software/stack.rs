//! A stack that belongs to another kind of work than the title.

use super::*;
use crate::catalog::{Id, Stack};
use crate::review::Mention;

pub(crate) static RULE: Rule = Rule {
    id: "stack",
    group: Group::Software,
    name: "A stack of another specialism",
    looks_for: "Three or more must-haves that belong to another kind of work than the posting's: a backend role that asks for React, Redux and CSS.",
    severity: Severity::Consider,
    source: Source::new(
        Evidence::Measured,
        "In 4,629 software postings 81 % of front-end roles name React and 14 % of backend ones; Redux 17 and 1 %",
    ),
    reads: Reads::Words,
    run,
};

/// How many must-haves make a contradiction.
const FEW: usize = 3;

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(specialism) = specialism(subject) else { return };
    let demanded: Vec<&Mention> =
        subject.technologies().iter().filter(|mention| demands(&subject.passages[mention.passage])).collect();
    for stack in subject.catalog.review.stacks.iter().filter(|stack| stack.contradicts.contains(&specialism)) {
        let foreign = of(subject, &demanded, stack);
        let own = subject
            .catalog
            .review
            .stacks
            .iter()
            .filter(|other| !other.contradicts.contains(&specialism))
            .map(|other| of(subject, &demanded, other).len())
            .sum::<usize>();
        if foreign.len() < FEW || foreign.len() <= own {
            continue;
        }
        let names: Vec<&str> =
            foreign.iter().map(|mention| subject.catalog.technologies[mention.technology].name.as_str()).collect();
        let label = subject.catalog.specialisms.iter().find(|one| one.id == specialism).map_or("", |one| &one.label);
        let title = format!("{} in a role called {}", listed(&names), label.to_lowercase());
        let reason = format!(
            "These are {} technologies, so that readers cannot tell what the work is; change the title, or make them nice to have.",
            stack.label
        );
        let first = foreign[0];
        let mut finding = rule.at(subject, first.passage, first.range.clone(), title, reason);
        finding.about = format!("stack: {}", stack.id);
        findings.push(finding);
    }
}

/// The first mention of each technology of a stack.
fn of<'a>(subject: &Subject<'_>, demanded: &[&'a Mention], stack: &Stack) -> Vec<&'a Mention> {
    let mut found: Vec<&Mention> = Vec::new();
    for mention in demanded {
        let ours = (subject.catalog.technologies.get(mention.technology))
            .is_some_and(|technology| stack.technologies.contains(&technology.id));
        if ours && found.iter().all(|other| other.technology != mention.technology) {
            found.push(mention);
        }
    }
    found
}

/// The posting's specialism; of a text, the one that its title names.
fn specialism(subject: &Subject<'_>) -> Option<Id> {
    if let Some(posting) = subject.posting {
        return Some(posting.role.specialism.clone());
    }
    let title = subject.passages.iter().find(|passage| passage.kind == PassageKind::Title)?;
    let letters: String = title.text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let named = |word: &str| letters.contains(word);
    // "Full stack" and "frontend and backend" are both.
    match (named("frontend"), named("backend"), named("fullstack")) {
        (true, false, false) => Id::new("frontend").ok(),
        (false, true, false) => Id::new("backend").ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Level, Strength, Track};
    use crate::posting::{Edit, ItemEdit, List};
    use crate::review::fixture::{edited, found, of_role};

    fn asking(specialism: &str, skills: &[&str]) -> Vec<Finding> {
        let base = of_role(specialism, Track::Engineer, Level::Senior);
        let off = base.skills.items.iter().map(|item| Edit::Item {
            list: List::Skills,
            id: item.id.clone(),
            change: ItemEdit::Strength(None),
        });
        let must = skills.iter().map(|id| Edit::Item {
            list: List::Skills,
            id: Id::new(id).unwrap(),
            change: ItemEdit::Strength(Some(Strength::Must)),
        });
        let edits: Vec<Edit> = off.chain(must).collect();
        found(RULE.id, &edited(base, edits))
    }

    #[test]
    fn a_backend_role_with_a_front_end_stack_is_told() {
        assert_eq!(asking("backend", &["react", "redux", "tailwind-css"]).len(), 1);
    }

    #[test]
    fn a_stack_that_fits_or_is_mixed_is_left_alone() {
        assert!(asking("frontend", &["react", "redux", "tailwind-css"]).is_empty());
        assert!(asking("fullstack", &["react", "redux", "tailwind-css"]).is_empty());
        assert!(asking("backend", &["react", "postgresql", "go", "apache-kafka"]).is_empty());
    }
}

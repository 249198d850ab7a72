//! Technologies that do the same, asked for together.

use super::*;
use crate::catalog::{Rivals, Strength};
use crate::document::Origin;
use crate::posting::{Edit, ItemEdit, List};
use crate::review::{Fix, Mention};

pub(crate) static RULE: Rule = Rule {
    id: "rivals",
    group: Group::Software,
    name: "Rivals asked for together",
    looks_for: "Several technologies that do the same, each as a must-have: React and Angular and Vue.js, or three clouds.",
    severity: Severity::Consider,
    source: Source::new(
        Evidence::FieldExperiment,
        "Uber, 616 postings (AEA registry 2963): without optional qualifications 7 % more people applied; who knows one of a kind learns another",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for rivals in &subject.catalog.review.rivals {
        let demanded = demanded(subject, rivals);
        if demanded.len() <= usize::from(rivals.most) {
            continue;
        }
        let name = |mention: &&Mention| subject.catalog.technologies[mention.technology].name.as_str();
        let names: Vec<&str> = demanded.iter().map(name).collect();
        let last = demanded[demanded.len() - 1];
        let title = format!("{} as must-haves together", listed(&names));
        let reason = format!(
            "These {} do the same, few people have used them all, and who knows one learns another; ask for one of them.",
            rivals.label
        );
        let mut finding = rule.at(subject, last.passage, last.range.clone(), title, reason);
        finding.about = format!("rivals: {}", rivals.id);
        finding.fixes.extend(fix(subject, &demanded, rivals));
        findings.push(finding);
    }
}

/// The first mention of each of the rivals that the posting demands.
fn demanded<'a>(subject: &'a Subject<'_>, rivals: &Rivals) -> Vec<&'a Mention> {
    let mut demanded: Vec<&Mention> = Vec::new();
    for mention in subject.technologies() {
        let Some(technology) = subject.catalog.technologies.get(mention.technology) else { continue };
        let new = demanded.iter().all(|other| other.technology != mention.technology);
        if new && rivals.technologies.contains(&technology.id) {
            let passage = &subject.passages[mention.passage];
            if demands(passage) && !in_brackets(&passage.text, mention.range.start) && !beside_slash(passage, mention) {
                demanded.push(mention);
            }
        }
    }
    demanded
}

/// "React/Angular" means one of them.
fn beside_slash(passage: &Passage<'_>, mention: &Mention) -> bool {
    passage.text[..mention.range.start].trim_end().ends_with('/')
        || passage.text[mention.range.end..].trim_start().starts_with('/')
}

/// Makes all but the first nice-to-haves, if each is a skill of its own.
fn fix(subject: &Subject<'_>, demanded: &[&Mention], rivals: &Rivals) -> Option<Fix> {
    subject.posting?;
    let mut items = Vec::new();
    for mention in &demanded[usize::from(rivals.most)..] {
        let Origin::Item(List::Skills, id) = &subject.passages[mention.passage].origin else { return None };
        items.push(id.clone());
    }
    items.dedup();
    let kept = demanded[..usize::from(rivals.most)].iter().map(|mention| &subject.passages[mention.passage].origin);
    if kept.into_iter().any(|origin| matches!(origin, Origin::Item(List::Skills, id) if items.contains(id))) {
        return None;
    }
    let nice = |id| Edit::Item { list: List::Skills, id, change: ItemEdit::Strength(Some(Strength::Nice)) };
    let edits = items.into_iter().map(nice).collect();
    Some(Fix {
        label: "Make the others nice to have".to_owned(),
        edit: Edit::All { name: "make the others nice to have".to_owned(), edits },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Id, Level, Track};
    use crate::review::fixture::{assert_fix_works, edited, found, marked_in, of_role};

    fn asking(skills: &[&str]) -> crate::posting::Posting {
        let must = |id: &&str| Edit::Item {
            list: List::Skills,
            id: Id::new(id).unwrap(),
            change: ItemEdit::Strength(Some(Strength::Must)),
        };
        edited(of_role("frontend", Track::Developer, Level::Mid), skills.iter().map(must).collect::<Vec<_>>())
    }

    #[test]
    fn three_frameworks_as_must_haves_are_told_and_mended() {
        let posting = asking(&["react", "angular", "vue"]);
        assert!(found(RULE.id, &posting)[0].title.contains("Angular"));
        assert_fix_works(RULE.id, &posting);
    }

    #[test]
    fn one_of_many_is_left_alone() {
        assert!(found(RULE.id, &asking(&["react"])).is_empty());
        let marked = |text: &str| marked_in(RULE.id, text, PassageKind::Bullet, Section::Must);
        for text in [
            "React, Angular or Vue.js",
            "A framework such as React, Angular, Vue.js",
            "One of React, Angular, Vue.js",
            "A modern framework (React, Angular, Vue.js)",
            "React/Angular/Vue.js",
            "AWS and Azure",
            "PostgreSQL and Redis",
        ] {
            assert!(marked(text).is_empty(), "{text}");
        }
        assert_eq!(marked("React, Angular and Vue.js").len(), 1);
        assert_eq!(marked("AWS, Azure and GCP").len(), 1);
        let nice = marked_in(RULE.id, "React, Angular and Vue.js", PassageKind::Bullet, Section::Nice);
        assert!(nice.is_empty());
    }
}

//! Names of technologies as their makers write them.

use super::*;
use crate::catalog::Technology;

pub(crate) static RULE: Rule = Rule {
    id: "brand-spelling",
    group: Group::Software,
    name: "Spelling of technologies",
    looks_for: "Names of technologies that their makers write otherwise, such as “Github” or “Javascript”.",
    severity: Severity::Consider,
    source: Source::new(Evidence::Convention, "The makers' own spelling, in the templates' technologies.toml"),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let first = findings.len();
    for mention in subject.technologies().iter().filter(|mention| mention.wrong) {
        let passage = &subject.passages[mention.passage];
        let words = &passage.text[mention.range.clone()];
        let small = !passage.text.contains(char::is_lowercase);
        if small || is_code(&passage.text, &mention.range) {
            continue;
        }
        let Some(technology) = subject.catalog.technologies.get(mention.technology) else { continue };
        let right = right(technology, words);
        let reason = format!("Its makers write “{right}”, and engineers notice.");
        let title = format!("“{words}” is written “{right}”");
        let finding = rule.at(subject, mention.passage, mention.range.clone(), title, reason);
        if !findings[first..].iter().any(|other| other.about == finding.about) {
            let edit = subject.reword(&passage.origin, words, right);
            findings.push(finding.maybe_fix(format!("Use “{right}”"), edit));
        }
    }
}

/// The right spelling nearest to a wrong one: the one that has the same letters, or the name.
fn right<'a>(technology: &'a Technology, wrong: &str) -> &'a str {
    let letters =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let wanted = letters(wrong);
    let same = |text: &&String| letters(text) == wanted;
    let others = technology.aliases.iter().chain(&technology.plain_words);
    std::iter::once(&technology.name).chain(others).find(same).unwrap_or(&technology.name)
}

/// True if a name stands within code, a file name or a path: `docker-compose`, `aws/lambda`.
fn is_code(text: &str, range: &std::ops::Range<usize>) -> bool {
    let small = text[range.clone()].starts_with(char::is_lowercase);
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let tight = |c: char| "-_/.#`=$".contains(c);
    let follows = after.starts_with(tight) && after[1..].starts_with(char::is_alphanumeric);
    small && (before.ends_with(tight) || follows || after.starts_with('`'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Prose};
    use crate::review::fixture::{assert_fix_works, edited, marked, posting};

    #[test]
    fn wrong_spellings_are_marked_and_right_ones_are_not() {
        assert_eq!(
            marked(RULE.id, "Github, Javascript, NodeJS and Postgresql"),
            ["Github", "Javascript", "NodeJS", "Postgresql"]
        );
        for text in [
            "GitHub, JavaScript, Node.js, PostgreSQL, Postgres, gRPC, iOS, macOS and PyTorch",
            "See github.com/example or https://github.com/example.",
            "Write a docker-compose file.",
            "JAVASCRIPT AND GITHUB",
            "Go is nice; go home.",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}: {:?}", marked(RULE.id, text));
        }
    }

    #[test]
    fn the_fix_writes_the_makers_spelling() {
        let with = |words: &str| edited(posting(), [Edit::Prose(Prose::Summary, Some(words.to_owned()))]);
        let after = assert_fix_works(RULE.id, &with("You know Github and Dynamodb."));
        assert_eq!(after.summary.wording.as_deref(), Some("You know GitHub and Dynamodb."));
        let after = assert_fix_works(RULE.id, &after);
        assert_eq!(after.summary.wording.as_deref(), Some("You know GitHub and DynamoDB."));
    }
}

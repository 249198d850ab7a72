//! More years of a technology than it has existed.

use super::years::{Years, years};
use super::*;
use crate::catalog::Technology;
use crate::review::Mention;

pub(crate) static RULE: Rule = Rule {
    id: "technology-years",
    group: Group::Software,
    name: "More years than a technology has",
    looks_for: "Years of experience with a technology that has not existed for so long.",
    severity: Severity::Must,
    source: Source::new(Evidence::Convention, "Year of the first public release, in the templates' technologies.toml"),
    reads: Reads::Words,
    run,
};

/// Words that may stand between years and what they are years of.
const FILLERS: &[&str] = &[
    "a",
    "actively",
    "administering",
    "administration",
    "and",
    "and/or",
    "application",
    "applications",
    "apps",
    "at",
    "background",
    "building",
    "code",
    "coding",
    "commercial",
    "configuring",
    "creating",
    "deep",
    "demonstrable",
    "demonstrated",
    "deploying",
    "designing",
    "developer",
    "developing",
    "development",
    "direct",
    "engineering",
    "enterprise",
    "exp",
    "experience",
    "expertise",
    "extensive",
    "full-time",
    "hands",
    "hands-on",
    "implementing",
    "in",
    "industry",
    "least",
    "maintaining",
    "managing",
    "minimum",
    "of",
    "on",
    "operating",
    "practical",
    "production",
    "products",
    "professional",
    "programming",
    "proven",
    "real",
    "real-world",
    "recent",
    "relevant",
    "running",
    "scripting",
    "services",
    "software",
    "solid",
    "solutions",
    "strong",
    "successfully",
    "supporting",
    "systems",
    "the",
    "total",
    "using",
    "with",
    "work",
    "working",
    "world",
    "writing",
];

/// Technologies that years are asked of.
struct Asked<'a> {
    years: Years,
    of: Vec<&'a Mention>,
    /// True: all of them; false: one will do.
    all: bool,
}

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for (index, passage) in subject.passages.iter().enumerate() {
        let mentions = subject.technologies_in(index);
        if mentions.is_empty() || !passage.is_prose() {
            continue;
        }
        for years in years(&passage.text) {
            let Some(asked) = asked(&passage.text, years, mentions) else { continue };
            let young = |mention: &&Mention| {
                subject.catalog.technologies.get(mention.technology).filter(|one| asked.years.least > age(subject, one))
            };
            let too_young: Vec<&Mention> =
                asked.of.iter().copied().filter(|mention| young(mention).is_some()).collect();
            if too_young.is_empty() || (!asked.all && too_young.len() < asked.of.len()) {
                continue;
            }
            // What is youngest decides what is possible.
            let youngest = too_young.iter().filter_map(young).max_by_key(|one| one.released);
            if let Some(technology) = youngest {
                findings.push(finding(rule, subject, index, &asked.years, technology));
            }
        }
    }
}

/// How many years one can have worked with a technology.
fn age(subject: &Subject<'_>, technology: &Technology) -> u16 {
    let year = u16::try_from(subject.today.year()).unwrap_or(0);
    year.saturating_sub(technology.released)
}

fn finding(rule: &Rule, subject: &Subject<'_>, passage: usize, years: &Years, technology: &Technology) -> Finding {
    let at = &subject.passages[passage];
    let possible = age(subject, technology);
    let title = format!("{} years of {} are not possible", years.least, technology.name);
    let reason = format!(
        "{} first came out in {}, so that nobody can have more than {possible} {} of it.",
        technology.name,
        technology.released,
        if possible == 1 { "year" } else { "years" }
    );
    let mut finding = rule.at(subject, passage, years.range.clone(), title, reason);
    finding.about = format!("{} {}", finding.about, technology.id);
    let words = &at.text[years.range.clone()];
    if possible > 1 {
        let fewer = format!("{possible} years");
        let edit = subject.reword(&at.origin, words, &fewer);
        finding = finding.maybe_fix(format!("Ask for {fewer}"), edit);
    }
    let of = at.text[years.range.end..].starts_with(" of ");
    let lead = ["At least ", "at least ", "Minimum of ", "minimum of ", "Over ", "over ", "More than ", "more than "]
        .into_iter()
        .find(|lead| at.text[..years.range.start].ends_with(lead))
        .unwrap_or_default();
    let from = format!("{lead}{words}{}", if of { " of" } else { "" });
    let edit = subject.reword(&at.origin, &from.to_ascii_lowercase(), "");
    finding.maybe_fix("Leave the years out", edit)
}

/// What the years are years of: the list of technologies right after them, or the one right
/// before.
fn asked<'a>(text: &str, years: Years, mentions: &'a [Mention]) -> Option<Asked<'a>> {
    let next = mentions.iter().position(|mention| mention.range.start >= years.range.end);
    if let Some(first) = next
        && fills(&text[years.range.end..mentions[first].range.start])
    {
        let mut of = vec![&mentions[first]];
        let mut all = true;
        for pair in mentions[first..].windows(2) {
            let between = &text[pair[0].range.end..pair[1].range.start];
            let Some(together) = joins(between) else { break };
            all &= together;
            of.push(&pair[1]);
        }
        let last = of.last().map_or(0, |mention| mention.range.end);
        all &= of.len() == 1 || !open_ended(&text[last..]);
        // "5 years of Go or another language": one of many will do.
        let other = of.len() == 1 && open_ended(&text[last..]);
        return (!other).then_some(Asked { years, of, all });
    }
    let before = mentions.iter().rev().find(|mention| mention.range.end <= years.range.start)?;
    let own = ["(", ":", " (", ": ", " - ", " \u{2013} ", " \u{2014} "];
    let between = text[before.range.end..years.range.start].to_lowercase();
    let between = between.strip_prefix(" experience").or(between.strip_prefix(" development")).unwrap_or(&between);
    let between = between.trim_end_matches("at least ").trim_end_matches("minimum ").trim_end_matches("min ");
    // "Go (3 years) and Kubernetes", but not "Go: 3 years of Linux".
    let after = text[years.range.end..].trim_start_matches(" of").trim_start();
    let after = after.strip_prefix("experience").or(after.strip_prefix("exp")).unwrap_or(after).trim_start();
    let ends = after.is_empty() || after.starts_with([')', '.', ',', ';', '\n', ']']);
    (own.contains(&between) && ends).then(|| Asked { years, of: vec![before], all: true })
}

/// True if only words that say nothing of their own stand here.
fn fills(between: &str) -> bool {
    between.len() <= 90
        && !between.contains(['.', ';', '(', '\n'])
        && between
            .split(|c: char| c.is_whitespace() || ":,'\u{2019}/".contains(c))
            .all(|word| word.is_empty() || word == "s" || FILLERS.contains(&word.to_lowercase().as_str()))
}

/// Whether words join names of a list: as all of them, or as one of them. None: they do not.
fn joins(between: &str) -> Option<bool> {
    let words = between.trim().trim_matches(',').trim();
    match words.to_lowercase().as_str() {
        "" | "and" | "&" | "+" | "with" => Some(true),
        "or" | "/" | "and/or" | "or with" => Some(false),
        _ => None,
    }
}

/// True if a list goes on to others that would do: "or similar", "etc.".
fn open_ended(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', ',', ')', '(']).to_lowercase();
    ["or ", "/", "etc", "and/or", "and similar", "and other"].iter().any(|open| rest.starts_with(open))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::{Edit, Prose};
    use crate::review::fixture::{assert_fix_works, edited, marked, posting};

    #[test]
    fn more_years_than_there_are_is_a_mistake() {
        for (text, words) in [
            ("15+ years of experience with Kubernetes.", "15+ years"),
            ("At least 20 years of Go programming", "20 years"),
            ("Kubernetes (14+ years)", "14+ years"),
            ("You bring 16 years of hands-on AWS, Terraform and Docker experience.", "16 years"),
            ("React: 15+ years", "15+ years"),
            ("20 years of Go or Rust", "20 years"),
            ("15 years building services on Kubernetes", "15 years"),
        ] {
            assert_eq!(marked(RULE.id, text), [words], "{text}");
        }
    }

    #[test]
    fn years_that_can_be_had_are_left_alone() {
        for text in [
            "12+ years of Kubernetes",
            "10+ years of experience with Java, C++ or Rust.",
            "20 years of software experience, some of it with Kubernetes",
            "20+ years in the industry. Kubernetes is new to us.",
            "15 years of experience in languages such as Go",
            "For 20 years we have built tools; today they run on Kubernetes.",
            "15 years of Java or Kotlin",
            "15 years of Rust or another language",
            "5-20 years of React",
            "Kubernetes, and 20 years of Linux",
        ] {
            assert!(marked(RULE.id, text).is_empty(), "{text}: {:?}", marked(RULE.id, text));
        }
    }

    #[test]
    fn the_fix_asks_for_what_is_possible() {
        let with = |words: &str| edited(posting(), [Edit::Prose(Prose::Summary, Some(words.to_owned()))]);
        let after = assert_fix_works(RULE.id, &with("You have 15+ years of Kubernetes."));
        assert_eq!(after.summary.wording.as_deref(), Some("You have 12 years of Kubernetes."));
    }

    #[test]
    fn the_years_can_be_left_out_instead() {
        let words = "At least 15 years of Kubernetes experience.".to_owned();
        let posting = edited(posting(), [Edit::Prose(Prose::Summary, Some(words))]);
        let found = crate::review::fixture::found(RULE.id, &posting);
        let after = edited(posting, [found[0].fixes[1].edit.clone()]);
        assert_eq!(after.summary.wording.as_deref(), Some("Kubernetes experience."));
    }
}

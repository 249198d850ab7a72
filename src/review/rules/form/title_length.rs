//! How long the title is.

use super::*;

/// Longer ones are cut off in lists of search results.
const MOST: usize = 60;

pub(crate) static RULE: Rule = Rule {
    id: "title-length",
    group: Group::Form,
    name: "A long title",
    looks_for: "Titles of more than 60 characters; about 35 are best.",
    severity: Severity::Should,
    source: Source::new(
        Evidence::Convention,
        "Job boards cut titles off near 60 characters; LinkedIn refuses more than 200",
    ),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let title = subject.passages.iter().position(|passage| passage.kind == PassageKind::Title);
    let Some(index) = title else { return };
    let length = subject.passages[index].text.chars().count();
    if length > MOST {
        let reason = "Lists of search results cut it off, so its end is not read.";
        findings.push(rule.finding(subject.place(index, None), format!("A title of {length} characters"), reason));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Section;
    use crate::review::fixture::marked_in;

    #[test]
    fn only_a_long_title_is_told() {
        let of = |length: usize| marked_in(RULE.id, &"x".repeat(length), PassageKind::Title, Section::Top).len();
        assert_eq!((of(35), of(60), of(61)), (0, 0, 1));
    }
}

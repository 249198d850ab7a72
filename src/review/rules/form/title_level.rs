//! The level, said more than once in the title.

use super::*;

/// Words for a level, those for the same one in a row.
const LEVELS: [&[&str]; 7] = [
    &["intern", "internship", "trainee"],
    &["junior", "jr", "entry-level", "graduate"],
    &["mid", "mid-level", "intermediate"],
    &["senior", "sr", "experienced"],
    &["staff"],
    &["principal"],
    &["lead"],
];

pub(crate) static RULE: Rule = Rule {
    id: "title-level",
    group: Group::Form,
    name: "Level twice in the title",
    looks_for: "Titles that name a level twice, such as “Senior Sr. Developer”, or two that exclude each other.",
    severity: Severity::Should,
    source: Source::new(Evidence::Convention, "Indeed's posting rules for titles"),
    reads: Reads::Words,
    run,
};

fn run(rule: &Rule, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(index) = subject.passages.iter().position(|passage| passage.kind == PassageKind::Title) else { return };
    let text = &subject.passages[index].text;
    let mut before: Option<usize> = None;
    for token in subject.words(index) {
        let level = LEVELS.iter().position(|words| words.iter().any(|word| token.text.eq_ignore_ascii_case(word)));
        let Some(level) = level else { continue };
        match before {
            None => before = Some(level),
            // "Senior Staff", "Lead Principal" and "Junior to Senior" are titles people have.
            Some(other) if other == level || (other.min(level) == 1 && other.max(level) == 3 && !is_range(text)) => {
                let title = format!("The title says “{}” and its level already", token.text);
                let reason = "Search shows the title as it is, and twice reads like a slip.";
                let words = token.text.to_owned();
                let fix = subject.reword(&subject.passages[index].origin, &words, "");
                let finding = rule.at(subject, index, token.range(), title, reason);
                let fix = fix.filter(|_| other != level);
                findings.push(finding.maybe_fix(format!("Leave out “{words}”"), fix));
                return;
            }
            Some(_) => {}
        }
    }
}

/// True for "Junior/Senior", "Junior to Senior", "Junior or Senior".
fn is_range(text: &str) -> bool {
    ["/", " to ", " or ", "-", "–", " and "].iter().any(|sign| text.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Section;
    use crate::review::fixture::marked_in;

    fn title(text: &str) -> Vec<String> {
        marked_in(RULE.id, text, PassageKind::Title, Section::Top)
    }

    #[test]
    fn a_level_twice_is_told() {
        assert_eq!(title("Senior Sr. Backend Developer"), ["Sr"]);
        assert_eq!(title("Junior Senior Developer"), ["Senior"]);
    }

    #[test]
    fn titles_people_have_are_not() {
        for text in
            ["Senior Staff Engineer", "Lead Developer", "Junior to Senior Developer", "Mid/Senior Engineer", "Engineer"]
        {
            assert!(title(text).is_empty(), "{text}");
        }
    }
}

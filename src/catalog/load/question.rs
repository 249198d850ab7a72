//! The questions of the role chooser.

use std::collections::HashSet;

use super::row::Row;
use crate::catalog::{Answer, Question};

pub(super) fn question(row: &mut Row<'_, '_>) -> Option<Question> {
    let id = row.id();
    let text = row.text("text");
    let why = row.text("why");
    let answers = row.inner_list("answers", "an answer", answer);
    let mut ids = HashSet::new();
    if let Some(twice) = answers.iter().find(|answer| !ids.insert(answer.id.clone())) {
        let reason = format!("two answers are called “{}”; give each an id of its own", twice.id);
        row.problem_at("answers", reason);
    }
    if answers.len() < 2 {
        row.problem_at("answers", "“answers” of a question needs at least two answers".to_owned());
    }
    Some(Question { id: id?, text: text?, why: why?, answers })
}

fn answer(row: &mut Row<'_, '_>) -> Option<Answer> {
    let id = row.id();
    let label = row.label();
    let lean = row.whole("lean", -Answer::MOST, Answer::MOST);
    let because = row.text("because");
    let source = row.optional_text("source");
    let places = row.texts("places");
    Some(Answer { id: id?, label: label?, lean: lean?, because: because?, source, places })
}

#[cfg(test)]
mod tests {
    use crate::catalog::load_from_texts;

    const GOOD: &str = r#"
[[question]]
id = "scope"
text = "How far does the work reach?"
why = "It sets the two apart."

[[question.answers]]
id = "feature"
label = "A feature"
lean = -2
because = "It is a small piece."

[[question.answers]]
id = "whole"
label = "The whole"
lean = 1
because = "It is the structure."
source = "A statute"
"#;

    #[test]
    fn a_question_is_read_with_its_answers_in_order() {
        let loaded = load_from_texts(&[("chooser.toml", GOOD)]);
        assert_eq!(loaded.faults, []);
        let question = &loaded.catalog.questions[0];
        assert_eq!((question.id.as_str(), question.most()), ("scope", 2));
        let leans: Vec<_> = question.answers.iter().map(|answer| (answer.id.as_str(), answer.lean)).collect();
        assert_eq!(leans, [("feature", -2), ("whole", 1)]);
        assert_eq!(question.answers[1].source.as_deref(), Some("A statute"));
        assert_eq!(question.answer("whole"), Some(1));
    }

    #[test]
    fn a_faulty_question_is_left_out_and_says_where_and_why() {
        for (right, wrong, said) in [
            ("lean = -2", "lean = -3", "10:8: “lean” of an answer must be a whole number from -2 to 2, not -3"),
            (
                "lean = -2",
                "lean = \"far\"",
                "10:8: “lean” of an answer must be a whole number from -2 to 2, not a text",
            ),
            ("lean = -2", "", "7:1: an answer needs the field “lean”"),
            ("id = \"whole\"", "id = \"feature\"", "7:1: two answers are called “feature”"),
            ("because = \"It is a", "becuase = \"It is a", "11:1: “becuase” is no field of an answer"),
            ("why = \"It sets the two apart.\"", "", "2:1: a question needs the field “why”"),
        ] {
            let text = GOOD.replacen(right, wrong, 1);
            assert_ne!(text, GOOD, "{right}");
            let loaded = load_from_texts(&[("chooser.toml", &text)]);
            assert!(loaded.catalog.questions.is_empty(), "{wrong}");
            let faults: Vec<String> = loaded.faults.iter().map(ToString::to_string).collect();
            assert!(faults.iter().any(|fault| fault.contains(said)), "{wrong}: {faults:#?}");
        }
    }

    #[test]
    fn a_question_needs_two_answers() {
        let text = &GOOD[..GOOD.rfind("[[question.answers]]").unwrap()];
        let loaded = load_from_texts(&[("chooser.toml", text)]);
        assert!(loaded.faults[0].reason.contains("at least two answers"), "{:?}", loaded.faults);
    }
}

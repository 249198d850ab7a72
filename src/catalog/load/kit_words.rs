//! The entries of the hiring kit.

use super::Kind;
use super::entries::by_track;
use super::row::Row;
use crate::catalog::{
    Answers3, Attribute, Background, ByTrack, Criterion, InterviewCheck, LevelCheck, ResumeCheck, SkillCheck, Task,
    UnfairQuestion,
};

pub(super) fn check(row: &mut Row<'_, '_>) -> Option<SkillCheck> {
    let skill = row.reference("skill", Kind::Skill);
    let attribute = row.reference("attribute", Kind::Attribute);
    let also = row.references("also", Kind::Attribute);
    let evidence = by_track(row, "evidence");
    let counts = row.texts("counts");
    let counts_not = row.texts("counts_not");
    let anchors = anchors(row);
    let interview = interview(row);
    let resume = ResumeCheck { evidence: evidence?, counts, counts_not, anchors: anchors? };
    Some(SkillCheck { skill: skill?, attribute: attribute?, also, resume, interview: interview? })
}

pub(super) fn level_check(row: &mut Row<'_, '_>) -> Option<LevelCheck> {
    let level = row.level("level");
    let evidence = by_track(row, "evidence");
    let anchors = anchors(row);
    let interview = interview(row);
    Some(LevelCheck { level: level?, evidence: evidence?, anchors: anchors?, interview: interview? })
}

/// What earns a 1, a 2 and a 3 on paper: a list of three, each a text or one for each track.
fn anchors(row: &mut Row<'_, '_>) -> Option<[ByTrack; 3]> {
    let read = row.by_track_list("resume");
    match <[ByTrack; 3]>::try_from(read) {
        Ok(three) => Some(three),
        Err(read) => {
            let reason = format!("“resume” needs three texts, for a 1, a 2 and a 3; there are {}", read.len());
            row.problem_at("resume", reason);
            None
        }
    }
}

fn interview(row: &mut Row<'_, '_>) -> Option<InterviewCheck> {
    let question = by_track(row, "question");
    let follow_ups = row.texts("follow_ups");
    let answers = answers(row);
    Some(InterviewCheck { question: question?, follow_ups, answers: answers? })
}

fn answers(row: &mut Row<'_, '_>) -> Option<Answers3> {
    let weak = by_track(row, "weak");
    let sound = by_track(row, "sound");
    let strong = by_track(row, "strong");
    Some(Answers3 { weak: weak?, sound: sound?, strong: strong? })
}

pub(super) fn background(row: &mut Row<'_, '_>) -> Option<Background> {
    let specialism = row.reference("specialism", Kind::Specialism);
    let counts = row.texts("counts");
    let counts_not = row.texts("counts_not");
    Some(Background { specialism: specialism?, counts, counts_not })
}

pub(super) fn task(row: &mut Row<'_, '_>) -> Option<Task> {
    let id = row.id();
    let label = row.label();
    let specialisms = row.references("specialisms", Kind::Specialism);
    let tracks = row.tracks("tracks");
    let levels = row.levels("levels");
    let minutes = row.number("minutes", 5, 240);
    let skills = row.references("skills", Kind::Skill);
    let brief = row.texts("brief");
    let deliver = row.texts("deliver");
    let materials = row.texts("materials");
    let developer = row.inner_list("developer", "a criterion", criterion);
    let engineer = row.inner_list("engineer", "a criterion", criterion);
    for (name, rubric) in [("developer", &developer), ("engineer", &engineer)] {
        if !(1..=usize::from(Task::MOST_CRITERIA)).contains(&rubric.len()) {
            let most = Task::MOST_CRITERIA;
            let reason = format!("“{name}” of a task needs 1 to {most} criteria; there are {}", rubric.len());
            row.problem_at(name, reason);
        }
    }
    if brief.is_empty() {
        row.problem_at("brief", "“brief” of a task needs at least one paragraph".to_owned());
    }
    Some(Task {
        id: id?,
        label: label?,
        specialisms,
        tracks,
        levels,
        minutes: minutes?,
        skills,
        brief,
        deliver,
        materials,
        developer,
        engineer,
    })
}

fn criterion(row: &mut Row<'_, '_>) -> Option<Criterion> {
    let criterion = row.text("criterion");
    let weak = row.text("weak");
    let sound = row.text("sound");
    let strong = row.text("strong");
    Some(Criterion { criterion: criterion?, weak: weak?, sound: sound?, strong: strong? })
}

pub(super) fn attribute(row: &mut Row<'_, '_>) -> Option<Attribute> {
    let id = row.id();
    let label = by_track(row, "label");
    let about = by_track(row, "about");
    let answers = answers(row);
    Some(Attribute { id: id?, label: label?, about: about?, answers: answers? })
}

pub(super) fn unfair_question(row: &mut Row<'_, '_>) -> Option<UnfairQuestion> {
    let id = row.id();
    let ask = row.text("ask");
    let better = row.text("better");
    let why = row.text("why");
    let source = row.text("source");
    let places = row.texts("places");
    let last_checked = row.optional_date("last_checked");
    for place in &places {
        let (country, region) = place.split_once('-').unwrap_or((place, "XX"));
        let capitals = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if !capitals(country) || !capitals(region) || rust_iso3166::from_alpha2(country).is_none() {
            let reason = format!("“{place}” is no place; use ISO 3166's letters, such as GB or US-CA");
            row.problem_at("places", reason);
        }
    }
    Some(UnfairQuestion { id: id?, ask: ask?, better: better?, why: why?, source: source?, places, last_checked })
}

#[cfg(test)]
mod tests {
    use crate::catalog::{ByTrack, Catalog, Fault, Track, load_from_texts};

    const GOOD: &str = r#"
[[group]]
id = "data"
label = "Data"

[[skill]]
id = "sql"
label = "SQL"
group = "data"
must = "You write SQL."
nice = "Experience with SQL."
learn = "You will learn SQL."

[[attribute]]
id = "knowledge"
label = { developer = "Knowing", engineer = "Knowing why" }
about = "What one knows."
weak = "Guesses."
sound = "Knows."
strong = "Explains."

[[check]]
skill = "sql"
attribute = "knowledge"
evidence = "Names tables."
counts = ["Reports."]
resume = ["One.", "Two.", { developer = "Three.", engineer = "Four." }]
question = { developer = "Which query?", engineer = "Which schema?" }
follow_ups = ["How?"]
weak = "Names none."
sound = "Names one."
strong = "Names a plan."

[[task]]
id = "count"
label = "Count"
minutes = 20
skills = ["sql"]
brief = ["Count the rows."]
materials = ["A table."]
[[task.developer]]
criterion = "The count"
weak = "Wrong."
sound = "Right."
strong = "Right with gaps."
[[task.engineer]]
criterion = "The cost"
weak = "Unknown."
sound = "Known."
strong = "Measured."

[[unfair_question]]
id = "children"
ask = "Do you have children?"
better = "Can you be on call?"
why = "It has nothing to do with the work."
source = "Act 1"
places = ["GB", "US-CA"]
last_checked = 2026-11-25
"#;

    fn load(text: &str) -> (Catalog, Vec<String>) {
        let loaded = load_from_texts(&[("kit.toml", text)]);
        (loaded.catalog, loaded.faults.iter().map(Fault::to_string).collect())
    }

    #[test]
    fn checks_tasks_and_attributes_are_read_by_track() {
        let (catalog, faults) = load(GOOD);
        assert_eq!(faults, Vec::<String>::new());
        let kit = &catalog.kit;
        let check = &kit.checks[0];
        assert_eq!(check.interview.question.get(Track::Engineer), "Which schema?");
        assert_eq!(check.resume.anchors[2].get(Track::Developer), "Three.");
        assert_eq!(check.resume.anchors[0], ByTrack::Both("One.".to_owned()));
        assert_eq!(kit.attributes[0].label.get(Track::Engineer), "Knowing why");
        assert_eq!(kit.tasks[0].rubric(Track::Engineer)[0].criterion, "The cost");
        assert_eq!(kit.unfair[0].places, ["GB", "US-CA"]);
    }

    #[test]
    fn a_faulty_entry_is_left_out_and_says_where_and_why() {
        for (right, wrong, said) in [
            ("skill = \"sql\"", "skill = \"sqk\"", "there is no skill “sqk”; did you mean “sql”?"),
            ("attribute = \"knowledge\"", "attribute = \"x\"", "there is no attribute “x”; attributes are knowledge"),
            ("[\"One.\", \"Two.\", ", "[\"One.\", ", "“resume” needs three texts, for a 1, a 2 and a 3; there are 2"),
            ("minutes = 20", "minutes = 0", "“minutes” of a task must be a whole number from 5 to 240, not 0"),
            ("\"US-CA\"", "\"California\"", "“California” is no place; use ISO 3166's letters, such as GB or US-CA"),
            ("brief = [\"Count the rows.\"]", "brief = []", "“brief” of a task needs at least one paragraph"),
        ] {
            let text = GOOD.replacen(right, wrong, 1);
            assert_ne!(text, GOOD, "{right}");
            let (_, faults) = load(&text);
            assert!(faults.iter().any(|fault| fault.contains(said)), "{wrong}: {faults:#?}");
        }
    }
}

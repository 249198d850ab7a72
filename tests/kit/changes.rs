//! How the kit follows the posting, and how a person's changes stay.

use super::*;
use rolewright::document::Document;
use rolewright::export::{TextOptions, text};
use rolewright::kit::{MOST_ATTRIBUTES, Part, document, trace};
use rolewright::posting::{History, InterviewLength, KitField, NEED_EXPERIENCE};

fn senior() -> Posting {
    posting("backend", Track::Engineer, Level::Senior)
}

/// Headings as they are written, not in capitals.
fn options() -> TextOptions {
    TextOptions { headings: text::HeadingStyle::Underlined, ..TextOptions::default() }
}

fn words(part: Part, posting: &Posting) -> String {
    let document: Document = document(part, &kit(posting), posting, &CATALOG);
    text::write(&document, &options())
}

#[test]
fn a_skill_that_is_switched_off_leaves_the_kit_and_undo_brings_it_back() {
    let mut history = History::new(with(&senior(), [skill("postgresql", Some(Strength::Must))]));
    let before = kit(history.posting());
    assert!(find(&before, KitList::Rows, "postgresql").is_some());
    assert!(words(Part::Screening, history.posting()).contains("PostgreSQL"));

    history.apply(&skill("postgresql", None), &CATALOG, now()).unwrap();
    let without = kit(history.posting());
    assert!(find(&without, KitList::Rows, "postgresql").is_none());
    assert!(find(&without, KitList::Questions, "postgresql").is_none());
    assert!(without.entries.iter().all(|entry| !entry.checks.contains(&id("postgresql"))));
    assert!(!words(Part::Screening, history.posting()).contains("PostgreSQL in production"));

    history.undo(now());
    assert_eq!(kit(history.posting()), before);
}

#[test]
fn a_nice_to_have_has_a_row_and_a_question_that_is_off_and_what_is_learned_has_none() {
    let posting = with(&senior(), [skill("go", Some(Strength::Nice)), skill("kubernetes", Some(Strength::Learn))]);
    let kit = kit(&posting);
    assert!(find(&kit, KitList::Rows, "go").unwrap().on);
    assert!(!find(&kit, KitList::Questions, "go").unwrap().on);
    assert!(find(&kit, KitList::Rows, "kubernetes").is_none());
}

#[test]
fn words_by_hand_stay_when_the_posting_changes_and_are_shown_when_nothing_asks_for_them() {
    let reworded = EntryEdit::Text(KitField::Question, Some("Which index did you drop last, and why?".to_owned()));
    let posting =
        with(&senior(), [skill("postgresql", Some(Strength::Must)), entry(KitList::Questions, "postgresql", reworded)]);
    assert!(words(Part::Interview, &posting).contains("Which index did you drop last"));

    for change in [Edit::Track(Track::Developer), Edit::Level(Level::Mid), Edit::Specialism(id("fullstack"))] {
        let changed = with(&posting, [change]);
        assert!(words(Part::Interview, &changed).contains("Which index did you drop last"));
    }
    let gone = with(&posting, [skill("postgresql", None)]);
    let kit_without = kit(&gone);
    let kept = find(&kit_without, KitList::Questions, "postgresql").unwrap();
    assert!(kept.orphan && !kept.on && kept.by_hand);
    assert_eq!(kept.label, "PostgreSQL");
    assert!(!words(Part::Interview, &gone).contains("Which index did you drop last"));
    assert_eq!(trace(&kit_without).orphans, [kept]);
    assert!(words(Part::Coverage, &gone).contains("Question: PostgreSQL"));

    let back = with(&gone, [skill("postgresql", Some(Strength::Must))]);
    assert!(words(Part::Interview, &back).contains("Which index did you drop last"));
}

#[test]
fn what_is_switched_off_leaves_no_trace_in_its_part() {
    let posting = senior();
    let all = kit(&posting);
    let question = all.on(KitList::Questions).next().unwrap();
    let asked = question.get(KitField::Question).to_owned();
    let off = with(&posting, [entry(KitList::Questions, question.id.as_str(), EntryEdit::On(false))]);
    assert!(words(Part::Interview, &posting).contains(&asked));
    assert!(!words(Part::Interview, &off).contains(&asked));
    let on = with(&off, [entry(KitList::Questions, question.id.as_str(), EntryEdit::On(true))]);
    assert!(words(Part::Interview, &on).contains(&asked));
    let reset = with(&off, [entry(KitList::Questions, question.id.as_str(), EntryEdit::Reset)]);
    assert_eq!(reset.kit, posting.kit);
}

#[test]
fn a_part_with_nothing_on_says_so() {
    let posting = senior();
    let all = kit(&posting);
    let off = |list| {
        let edits: Vec<Edit> = all.on(list).map(|one| entry(list, one.id.as_str(), EntryEdit::On(false))).collect();
        with(&posting, edits)
    };
    for (part, list) in [
        (Part::Screening, KitList::Rows),
        (Part::Candidate, KitList::Tasks),
        (Part::Assessment, KitList::Tasks),
        (Part::Scorecard, KitList::Attributes),
    ] {
        assert!(words(part, &off(list)).contains("Nothing is switched on"), "{part:?}");
    }
}

#[test]
fn ones_own_rows_tasks_questions_and_attributes_are_part_of_the_kit() {
    let add = |list, text: &str| Edit::Kit(KitEdit::Add { list, text: text.to_owned(), checks: vec![id("sql")] });
    let posting = with(
        &posting("backend", Track::Developer, Level::Senior),
        [
            add(KitList::Rows, "Worked with our billing system"),
            add(KitList::Tasks, "Mend an invoice"),
            add(KitList::Questions, "Tell me about an invoice that was wrong."),
            // There is room for six.
            entry(KitList::Attributes, "design", EntryEdit::On(false)),
            add(KitList::Attributes, "Care with money"),
            add(KitList::Unfair, "Which bank are you with?"),
            entry(KitList::Tasks, "own-1", EntryEdit::Text(KitField::Brief, Some("This invoice is wrong.".to_owned()))),
            entry(KitList::Tasks, "own-1", EntryEdit::Number(Some(25))),
        ],
    );
    for (part, said) in [
        (Part::Screening, "Worked with our billing system"),
        (Part::Candidate, "This invoice is wrong."),
        (Part::Assessment, "Mend an invoice"),
        (Part::Interview, "Tell me about an invoice that was wrong."),
        (Part::Interview, "Which bank are you with?"),
        (Part::Scorecard, "Care with money"),
        (Part::Coverage, "Mend an invoice"),
    ] {
        assert!(words(part, &posting).contains(said), "{part:?}: {said}");
    }
    let kit = kit(&posting);
    assert_eq!(find(&kit, KitList::Tasks, "own-1").unwrap().number(), 25);
    let gone = with(&posting, [entry(KitList::Rows, "own-1", EntryEdit::Reset)]);
    assert!(!words(Part::Screening, &gone).contains("billing system"));
}

#[test]
fn a_scorecard_never_has_more_than_six_attributes() {
    let add = |n: usize| {
        Edit::Kit(KitEdit::Add { list: KitList::Attributes, text: format!("Attribute {n}"), checks: Vec::new() })
    };
    let posting = with(&senior(), (0..8).map(add));
    let kit = kit(&posting);
    assert_eq!(kit.on(KitList::Attributes).count(), MOST_ATTRIBUTES);
    assert!(kit.list(KitList::Attributes).count() > MOST_ATTRIBUTES);
}

#[test]
fn a_weight_is_the_number_of_must_haves_behind_it_until_a_person_sets_another() {
    let posting = senior();
    let kit_before = kit(&posting);
    for attribute in kit_before.on(KitList::Attributes) {
        let musts = attribute.checks.iter().filter(|id| kit_before.need(id).unwrap().strength == Strength::Must);
        assert_eq!(usize::from(attribute.number()), musts.count().clamp(1, 5), "{}", attribute.id);
    }
    let name = kit_before.on(KitList::Attributes).next().unwrap().id.clone();
    let heavy = with(&posting, [entry(KitList::Attributes, name.as_str(), EntryEdit::Number(Some(99)))]);
    let number = find(&kit(&heavy), KitList::Attributes, name.as_str()).unwrap().number.unwrap();
    assert!(number.by_hand && number.value == 5);
}

#[test]
fn the_interview_is_planned_for_the_chosen_length() {
    let posting = senior();
    assert!(words(Part::Interview, &posting).contains("interviews of 45 minutes"));
    let short = with(&posting, [Edit::Kit(KitEdit::Length(InterviewLength::Thirty))]);
    let said = words(Part::Interview, &short);
    assert!(said.contains("interviews of 30 minutes"));
    assert!(
        said.contains("questions 1 to 3")
            && said.contains("questions 1 to 5")
            && said.contains("If there is time left")
    );
}

#[test]
fn a_developer_and_an_engineer_get_the_same_task_and_another_rubric() {
    let developer = posting("backend", Track::Developer, Level::Senior);
    let engineer = with(&developer, [Edit::Track(Track::Engineer)]);
    let (one, other) = (kit(&developer), kit(&engineer));
    let shared: Vec<_> =
        one.list(KitList::Tasks).filter_map(|task| Some((task, other.entry(KitList::Tasks, &task.id)?))).collect();
    assert!(!shared.is_empty());
    for (task, again) in shared {
        assert_eq!(task.get(KitField::Brief), again.get(KitField::Brief));
        let rubric = |task: &Entry| {
            let parts = task.texts.iter().filter(|text| matches!(text.field, KitField::Criterion(..)));
            parts.map(|text| text.text.clone()).collect::<Vec<_>>()
        };
        assert_ne!(rubric(task), rubric(again), "{}", task.id);
    }
}

#[test]
fn a_skill_typed_in_has_a_general_check_that_names_it() {
    let add = Edit::AddOwn { list: List::Skills, text: "COBOL on a mainframe".to_owned(), strength: Strength::Must };
    let posting = with(&senior(), [add]);
    let said = words(Part::Interview, &posting);
    assert!(said.contains("a piece of work that depended on COBOL on a mainframe"), "{said}");
    assert!(words(Part::Screening, &posting).contains("COBOL on a mainframe"));
}

#[test]
fn the_candidate_does_not_see_how_a_task_is_judged() {
    let posting = senior();
    let kit = kit(&posting);
    let said = words(Part::Candidate, &posting);
    for task in kit.on(KitList::Tasks) {
        assert!(said.contains(task.lines(KitField::Brief).next().unwrap()));
        for text in &task.texts {
            let secret = matches!(text.field, KitField::Criterion(..) | KitField::Materials);
            assert!(!secret || text.text.lines().all(|line| !said.contains(line)), "{}: {}", task.id, text.field);
        }
    }
}

#[test]
fn education_counts_what_the_posting_accepts() {
    let posting = senior();
    let kit = kit(&posting);
    let row = find(&kit, KitList::Rows, rolewright::posting::NEED_EDUCATION).unwrap();
    assert!(row.get(KitField::Counts).contains("Equivalent experience."), "{}", row.get(KitField::Counts));
    let strict = Edit::Education(rolewright::posting::EducationEdit::OrEquivalent(false));
    let strict = with(&posting, [strict]);
    let kit = super::kit(&strict);
    let row = find(&kit, KitList::Rows, rolewright::posting::NEED_EDUCATION).unwrap();
    assert!(!row.get(KitField::Counts).contains("Equivalent experience."));
}

#[test]
fn no_sheet_asks_for_a_name_a_photo_or_a_school() {
    for (name, posting) in every_role() {
        let said = words(Part::Screening, &posting);
        assert!(said.contains("Candidate's number"), "{name}");
        for asked in ["Name:", "Photo:", "School:", "University:", "Age:"] {
            assert!(!said.contains(asked), "{name}: {asked}");
        }
    }
}

#[test]
fn edits_have_names_and_wrong_ones_say_what_is_wrong() {
    let posting = senior();
    let edit = entry(KitList::Questions, NEED_EXPERIENCE, EntryEdit::On(false));
    assert_eq!(edit.name(&posting, &CATALOG), "turn off the question “Experience”");
    let wrong = entry(KitList::Tasks, "no-such-task", EntryEdit::On(false));
    let error = wrong.apply(&mut posting.clone(), &CATALOG, now()).unwrap_err();
    assert_eq!(error.to_string(), "there is no task “no-such-task” in this hiring kit or its templates");
    let blank = Edit::Kit(KitEdit::Add { list: KitList::Rows, text: " \n".to_owned(), checks: Vec::new() });
    assert!(blank.apply(&mut posting.clone(), &CATALOG, now()).is_err());
}

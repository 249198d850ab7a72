//! What the source article says, held against the built-in questions; and what holds for all
//! answers.

use std::sync::LazyLock;

use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

use super::{Answers, Side, Use, compare, lean, leans_to, using};
use crate::catalog::{Catalog, Id, Level, Role, Track, load_built_in, load_from_texts};
use crate::posting::{Edit, History, Posting};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| load_built_in("en"));

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn answers(given: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for (question, answer) in given {
        let question = CATALOG.questions.iter().find(|one| one.id.as_str() == *question).expect(question);
        answers.set(&question.id, Some(question.answer(answer).expect(answer)));
    }
    answers
}

/// What each answer says by the source article: −1 of a developer, 1 of an engineer, 0 of both or
/// of neither. Written from the article, not from the templates.
const ARTICLE: [(&str, &str, i32); 34] = [
    // "smaller tasks within the structure" against "the overall design structure".
    ("scope", "tasks", -1),
    ("scope", "feature", -1),
    ("scope", "parts", 1),
    ("scope", "structure", 1),
    // "primarily responsible for consulting with clients"; both recommend upgrades; "clients,
    // customer success teams and quality assurance", needs assessed systematically.
    ("clients", "consult", -1),
    ("clients", "upgrades", 0),
    ("clients", "assess", 1),
    // "write programs according to designs"; "design … functional solutions"; "overall software
    // structure design".
    ("design", "others", -1),
    ("design", "own", -1),
    ("design", "overall", 1),
    // "testing, analysis and scaling" is the engineer's; "resolve problems during the development
    // process" the developer's.
    ("testing", "little", -1),
    ("testing", "own-work", -1),
    ("testing", "much", 1),
    // "resolve issues as they arise" against "anticipate issues", "technical debt".
    ("debt", "as-it-comes", -1),
    ("debt", "points-out", -1),
    ("debt", "owns", 1),
    // "creativity", "attention to detail", "analyze software needs" against "mathematical skills".
    ("method", "invention", -1),
    ("method", "analysis", -1),
    ("method", "calculation", 1),
    // "typically operate alone", "guide team members" against "delegate tasks to developer teams".
    ("delegating", "alone", -1),
    ("delegating", "guides", -1),
    ("delegating", "teams", 1),
    // "greater creativity" against "principles", "long-term planning".
    ("latitude", "free", -1),
    ("latitude", "within", -1),
    ("latitude", "bound", 1),
    // "may substitute a degree" against "usually have a formal degree"; a bachelor's is usual.
    ("degree", "other-ways", -1),
    ("degree", "either", 0),
    ("degree", "formal", 1),
    // Where a license is needed depends on the place, not on the work.
    ("place", "texas", 0),
    ("place", "alberta", 0),
    ("place", "canada", 0),
    ("place", "germany", 0),
    ("place", "united-kingdom", 0),
    ("place", "elsewhere", 0),
];

#[test]
fn every_answer_alone_moves_the_lean_the_way_the_article_states() {
    let mut seen = 0;
    for (question, answer, way) in &ARTICLE {
        let answers = answers(&[(question, answer)]);
        let lean = lean(&CATALOG, &answers);
        assert_eq!(lean.sum.signum(), *way, "{question}: {answer}");
        let side = match way {
            -1 => Side::Developer,
            1 => Side::Engineer,
            _ => Side::Near,
        };
        assert_eq!(lean.side, side, "{question}: {answer}");
        seen += 1;
    }
    let there_are: usize = CATALOG.questions.iter().map(|question| question.answers.len()).sum();
    assert_eq!(seen, there_are, "an answer of the templates is missing in the table");
}

#[test]
fn answers_typical_of_each_side_in_the_article_give_that_side() {
    let developer = answers(&[
        ("scope", "tasks"),
        ("clients", "consult"),
        ("design", "own"),
        ("testing", "own-work"),
        ("debt", "as-it-comes"),
        ("method", "invention"),
        ("delegating", "alone"),
        ("latitude", "free"),
        ("degree", "other-ways"),
        ("place", "elsewhere"),
    ]);
    let engineer = answers(&[
        ("scope", "structure"),
        ("clients", "assess"),
        ("design", "overall"),
        ("testing", "much"),
        ("debt", "owns"),
        ("method", "calculation"),
        ("delegating", "teams"),
        ("latitude", "bound"),
        ("degree", "formal"),
        ("place", "elsewhere"),
    ]);
    let (developer, engineer) = (lean(&CATALOG, &developer), lean(&CATALOG, &engineer));
    assert_eq!((developer.side, developer.headline()), (Side::Developer, "Clearly a developer"));
    assert_eq!((engineer.side, engineer.headline()), (Side::Engineer, "Clearly an engineer"));
    assert!(developer.share < -0.8 && engineer.share > 0.9, "{} {}", developer.share, engineer.share);
    assert_eq!(engineer.figures(10), "16 of at most 17 towards an engineer; 10 of 10 questions answered.");
    assert_eq!((developer.advice(), engineer.advice()), (None, None));
}

#[test]
fn with_few_answers_it_says_so_far() {
    let few = answers(&[("scope", "structure"), ("design", "overall"), ("debt", "owns"), ("method", "calculation")]);
    assert_eq!(lean(&CATALOG, &few).headline(), "So far an engineer");
    let mut more = few;
    let testing = CATALOG.questions.iter().find(|question| question.id.as_str() == "testing").unwrap();
    more.set(&testing.id, testing.answer("much"));
    assert_eq!(lean(&CATALOG, &more).headline(), "Clearly an engineer");
}

#[test]
fn all_skipped_is_exactly_the_middle() {
    let nothing = Answers::default();
    let lean = lean(&CATALOG, &nothing);
    assert_eq!((lean.sum, lean.most, lean.share, lean.side), (0, 0, 0.0, Side::Near));
    assert!(lean.reasons.is_empty());
    assert_eq!(lean.headline(), "In the middle: nothing is answered yet");
    assert_eq!(lean.figures(10), "Answer any of the 10 questions, in any order.");
    assert_eq!(lean.open.len(), 9, "the place cannot decide");
}

#[test]
fn answers_that_outweigh_each_other_are_in_the_middle_and_what_would_decide_is_named() {
    let mixed = answers(&[("scope", "tasks"), ("design", "overall"), ("degree", "formal"), ("method", "analysis")]);
    let lean = lean(&CATALOG, &mixed);
    assert_eq!((lean.sum, lean.side, lean.headline()), (0, Side::Near, "In the middle"));
    assert_eq!(lean.figures(10), "Both sides weigh the same; 4 of 10 questions answered.");
    let advice = lean.advice().unwrap();
    assert!(advice.starts_with("Many employers use the two titles for each other"), "{advice}");
    assert!(advice.contains("What has this person to do with clients? How much of the work is testing"), "{advice}");
}

#[test]
fn near_the_middle_with_everything_answered_the_team_is_asked() {
    let all = answers(&[
        ("scope", "tasks"),
        ("clients", "consult"),
        ("design", "others"),
        ("testing", "little"),
        ("debt", "owns"),
        ("method", "calculation"),
        ("delegating", "teams"),
        ("latitude", "bound"),
        ("degree", "formal"),
    ]);
    let lean = lean(&CATALOG, &all);
    assert_eq!((lean.sum, lean.most, lean.side, lean.headline()), (1, 17, Side::Near, "Near the middle"));
    assert!(lean.open.is_empty());
    assert!(lean.advice().unwrap().contains("Ask the team"));
}

#[test]
fn the_side_is_told_from_a_fifth_of_what_was_possible() {
    let at = |sum: i32, most: i32| {
        // One question that can weigh 1 for each point: answered one way or the other.
        let mut text = String::new();
        for n in 0..most {
            text.push_str(&format!(
                "[[question]]\nid = \"q{n}\"\ntext = \"Q?\"\nwhy = \"W.\"\nanswers = [\n\
                 {{ id = \"a\", label = \"A\", lean = -1, because = \"B.\" }},\n\
                 {{ id = \"b\", label = \"B\", lean = 0, because = \"B.\" }},\n\
                 {{ id = \"c\", label = \"C\", lean = 1, because = \"B.\" }} ]\n"
            ));
        }
        let loaded = load_from_texts(&[("chooser.toml", &text)]);
        assert_eq!(loaded.faults, []);
        let mut answers = Answers::default();
        for (n, question) in loaded.catalog.questions.iter().enumerate() {
            let far = n < sum.unsigned_abs() as usize;
            answers.set(
                &question.id,
                Some(if !far {
                    1
                } else if sum < 0 {
                    0
                } else {
                    2
                }),
            );
        }
        let lean = lean(&loaded.catalog, &answers);
        assert_eq!((lean.sum, lean.most), (sum, most));
        (lean.side, lean.headline())
    };
    assert_eq!(at(1, 6), (Side::Near, "Near the middle"));
    assert_eq!(at(1, 5), (Side::Engineer, "Rather an engineer"));
    assert_eq!(at(-1, 5), (Side::Developer, "Rather a developer"));
    assert_eq!(at(2, 4), (Side::Engineer, "Clearly an engineer"));
    assert_eq!(at(-2, 4), (Side::Developer, "Clearly a developer"));
}

#[test]
fn what_is_law_names_its_source() {
    let place = CATALOG.questions.iter().find(|question| question.id.as_str() == "place").unwrap();
    for answer in place.answers.iter().filter(|answer| answer.id.as_str() != "elsewhere") {
        assert!(answer.source.is_some(), "{}", answer.id);
    }
}

#[test]
fn the_comparison_is_what_the_catalogue_proposes() {
    let backend = id("backend");
    let comparison = compare(&CATALOG, &backend, Level::Senior);
    assert_eq!(comparison.titles, ["Senior Backend Developer", "Senior Backend Engineer"]);
    for track in Track::ALL {
        let role = Role { specialism: backend.clone(), track, level: Level::Senior };
        let proposed: Vec<&Id> =
            CATALOG.skills.iter().filter(|skill| skill.proposed(&role).is_some()).map(|skill| &skill.id).collect();
        let told = comparison.skills.shared.iter().chain(comparison.skills.only(track));
        let mut told: Vec<&Id> = told.map(|difference| difference.id).collect();
        told.sort_by_key(|id| CATALOG.skills.iter().position(|skill| skill.id == **id));
        assert_eq!(told, proposed);
    }
    let [developer, engineer] = comparison.words.unwrap();
    assert!(developer.career.contains("project manager") && engineer.career.contains("application engineer"));
}

#[test]
fn for_every_specialism_and_level_the_two_can_share_skills_and_differ_in_skills_and_duties() {
    for specialism in &CATALOG.specialisms {
        for level in Level::ALL {
            let comparison = compare(&CATALOG, &specialism.id, level);
            for (name, differences) in [("skills", &comparison.skills), ("duties", &comparison.duties)] {
                let place = format!("{} {} {name}", specialism.id, level.id());
                assert!(!differences.developer.is_empty(), "{place}: developer");
                assert!(!differences.engineer.is_empty(), "{place}: engineer");
            }
            assert!(comparison.skills.either > 0, "{} {}", specialism.id, level.id());
        }
    }
}

#[test]
fn using_a_choice_converts_the_open_posting_with_one_undo_or_begins_one() {
    let now = Timestamp::from_second(1_795_516_920).unwrap();
    let role = |track, level| Role { specialism: id("backend"), track, level };
    let engineer = role(Track::Engineer, Level::Senior);
    assert_eq!(using(&engineer, None, &CATALOG), Use::Begin(engineer.clone()));

    let posting = Posting::new(Uuid::nil(), role(Track::Developer, Level::Senior), None, &CATALOG, now);
    let Use::Convert(edit) = using(&engineer, Some(&posting), &CATALOG) else { panic!("it converts") };
    assert_eq!(edit, Edit::Track(Track::Engineer));
    assert_eq!(using(&posting.role, Some(&posting), &CATALOG), Use::Already);

    let further = Role { specialism: id("fullstack"), ..role(Track::Engineer, Level::Staff) };
    let Use::Convert(edit) = using(&further, Some(&posting), &CATALOG) else { panic!("it converts") };
    assert_eq!(edit.name(&posting, &CATALOG), "switch to Staff Full-Stack Engineer");
    let mut history = History::new(posting.clone());
    history.apply(&edit, &CATALOG, now).unwrap();
    assert_eq!(history.posting().role, further);
    history.undo(now);
    assert_eq!(history.posting().role, posting.role);
    assert_eq!(history.undo_name(), None);
}

fn any_answers() -> impl Strategy<Value = Answers> {
    let one = prop_oneof![1 => Just(None), 4 => (0..8_usize).prop_map(Some)];
    proptest::collection::vec(one, CATALOG.questions.len()).prop_map(|given| {
        let mut answers = Answers::default();
        for (question, index) in CATALOG.questions.iter().zip(given) {
            answers.set(&question.id, index);
        }
        answers
    })
}

proptest! {
    #[test]
    fn reasons_always_add_up_to_the_lean(answers in any_answers()) {
        let lean = lean(&CATALOG, &answers);
        prop_assert_eq!(lean.reasons.iter().map(|reason| reason.weight).sum::<i32>(), lean.sum);
        prop_assert!(lean.sum.abs() <= lean.most);
        prop_assert_eq!(lean.reasons.len(), answers.count(&CATALOG));
        for reason in &lean.reasons {
            prop_assert_eq!(reason.weight, i32::from(reason.answer.lean));
            prop_assert_eq!(answers.of(reason.question), Some(reason.answer));
            prop_assert!(leans_to(reason.weight).starts_with("leans"));
        }
        // Each question is a reason, or open, or cannot weigh anything.
        for question in &CATALOG.questions {
            let told = lean.reasons.iter().any(|reason| reason.question.id == question.id);
            let open = lean.open.iter().any(|one| one.id == question.id);
            prop_assert!(told != open || question.most() == 0 && !open);
        }
        let track = lean.side.track();
        prop_assert!(track.is_none_or(|track| (track == Track::Engineer) == (lean.sum > 0)));
        prop_assert_eq!(lean.side == Side::Near, lean.sum == 0 || lean.sum.abs() * 5 < lean.most);
        prop_assert!(lean.share.abs() <= 1.0 && (lean.share > 0.0) == (lean.sum > 0));
    }

    #[test]
    fn an_answer_further_to_one_side_never_moves_the_lean_to_the_other(
        answers in any_answers(), which in 0..10_usize, a in 0..4_usize, b in 0..4_usize,
    ) {
        let question = &CATALOG.questions[which];
        let (Some(one), Some(other)) = (question.answers.get(a), question.answers.get(b)) else { return Ok(()) };
        let with = |index| {
            let mut answers = answers.clone();
            answers.set(&question.id, Some(index));
            lean(&CATALOG, &answers).sum
        };
        prop_assert_eq!((with(a) - with(b)).signum(), (i32::from(one.lean) - i32::from(other.lean)).signum());
    }
}

#[test]
fn a_posting_answers_where_the_work_is_unless_a_person_did() {
    let catalog = load_built_in("en");
    let role = Role { specialism: Id::new("backend").unwrap(), track: Track::Engineer, level: Level::Mid };
    let now = "2026-11-25T09:00:00Z".parse().unwrap();
    let place = catalog.questions.iter().find(|question| question.id.as_str() == "place").unwrap();
    for (country, region, answer) in [
        ("US", "TX", Some("texas")),
        ("US", "Texas", Some("texas")),
        ("CA", "Alberta", Some("alberta")),
        ("CA", "Ontario", Some("canada")),
        ("US", "Ohio", None),
    ] {
        let mut posting = Posting::new(Uuid::nil(), role.clone(), None, &catalog, now);
        let country = crate::posting::Country::new(country).unwrap();
        posting.locations =
            vec![crate::posting::Location { city: String::new(), region: region.to_owned(), country: Some(country) }];
        let mut answers = Answers::default();
        answers.from_posting(&posting, &catalog);
        assert_eq!(answers.of(place).map(|answer| answer.id.as_str()), answer, "{region}");
        assert_eq!(answers.count(&catalog), usize::from(answer.is_some()), "it answers nothing else");
        let elsewhere = place.answer("elsewhere");
        answers.set(&place.id, elsewhere);
        answers.from_posting(&posting, &catalog);
        assert_eq!(answers.get(&place.id), elsewhere);
    }
}

//! What the kit of every role holds.

use std::collections::BTreeSet;

use super::*;
use rolewright::document::{Block, BlockKind};
use rolewright::kit::{MOST_ATTRIBUTES, Part, document, trace};
use rolewright::posting::{KitField, NEED_EDUCATION, NEED_EXPERIENCE};

#[test]
fn every_must_have_has_a_row_a_question_a_task_and_an_attribute() {
    for (name, posting) in every_role() {
        let kit = kit(&posting);
        let trace = trace(&kit);
        assert_eq!(trace.unchecked().count(), 0, "{name}");
        assert!(trace.orphans.is_empty(), "{name}: {:?}", trace.orphans);
        for traced in &trace.needs {
            let what = format!("{name}, {}", traced.need.id);
            let skill = ![NEED_EXPERIENCE, NEED_EDUCATION].contains(&traced.need.id.as_str());
            let must = traced.need.strength == Strength::Must;
            assert_eq!(traced.rows.len(), 1, "{what}: rows");
            let scored = traced.need.id.as_str() != NEED_EDUCATION;
            assert_eq!(traced.attributes.is_empty(), !scored, "{what}: attributes");
            if must && traced.need.id.as_str() != NEED_EDUCATION {
                assert_eq!(traced.questions.len(), 1, "{what}: questions");
            }
            if must && skill {
                assert!(!traced.tasks.is_empty(), "{what}: tasks");
            }
        }
    }
}

#[test]
fn experience_is_a_need_where_the_posting_says_it() {
    for (name, posting) in every_role() {
        let kit = kit(&posting);
        assert!(kit.need(&id(NEED_EXPERIENCE)).is_some(), "{name}");
    }
    let quiet = posting("backend", Track::Developer, Level::Mid);
    let quiet = with(&quiet, [Edit::ProseOn(rolewright::posting::Prose::Experience, false)]);
    assert!(kit(&quiet).need(&id(NEED_EXPERIENCE)).is_none());
}

#[test]
fn no_text_is_empty_and_no_reference_dangles() {
    for (name, posting) in every_role() {
        let kit = kit(&posting);
        let needs: BTreeSet<&Id> = kit.needs.iter().map(|need| &need.id).collect();
        let mut ids = BTreeSet::new();
        for entry in &kit.entries {
            let what = format!("{name}, {:?} {}", entry.list, entry.id);
            assert!(ids.insert((entry.list, &entry.id)), "{what} is there twice");
            assert!(!entry.label.trim().is_empty(), "{what} has no label");
            for text in &entry.texts {
                let may_be_empty = text.field == KitField::CountsNot;
                assert!(may_be_empty || !text.text.trim().is_empty(), "{what}: {} is empty", text.field);
                assert!(!text.text.contains(['{', '}']), "{what}: {}", text.text);
            }
            assert!(entry.checks.iter().all(|id| needs.contains(id)), "{what} checks what is not there");
        }
        for list in KitList::ALL {
            assert!(kit.on(list).next().is_some(), "{name}: {list:?} is empty");
        }
        assert!(kit.on(KitList::Attributes).count() <= MOST_ATTRIBUTES, "{name}");
    }
}

#[test]
fn the_tasks_of_a_role_take_an_afternoon_at_most() {
    for (name, posting) in every_role() {
        let kit = kit(&posting);
        let tasks: Vec<_> = kit.on(KitList::Tasks).map(|task| (task.id.as_str(), task.number())).collect();
        assert!(kit.task_minutes() <= 165, "{name}: {} minutes in {tasks:?}", kit.task_minutes());
        assert!((2..=6).contains(&tasks.len()), "{name}: {tasks:?}");
    }
}

#[test]
fn each_specialism_has_three_tasks_of_its_own_and_people_have_tasks_for_all() {
    for specialism in &CATALOG.specialisms {
        let own = CATALOG.kit.tasks.iter().filter(|task| task.specialisms == [specialism.id.clone()]);
        assert!(own.count() >= 3, "{}", specialism.id);
    }
    let general = CATALOG.kit.tasks.iter().filter(|task| task.specialisms.is_empty());
    assert!(general.count() >= 3);
    for task in &CATALOG.kit.tasks {
        assert!(task.developer != task.engineer, "{}: both tracks are judged alike", task.id);
    }
}

#[test]
fn every_skill_of_the_templates_has_a_check_of_its_own() {
    let checked: BTreeSet<&Id> = CATALOG.kit.checks.iter().map(|check| &check.skill).collect();
    let missing: Vec<&Id> = CATALOG.skills.iter().map(|skill| &skill.id).filter(|id| !checked.contains(id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for level in Level::ALL {
        assert!(CATALOG.kit.level(level).is_some(), "{level:?}");
    }
    for specialism in &CATALOG.specialisms {
        assert!(CATALOG.kit.background(&specialism.id).is_some(), "{}", specialism.id);
    }
}

#[test]
fn full_stack_work_counts_for_backend_and_front_end_alone_does_not() {
    let kit = kit(&posting("backend", Track::Engineer, Level::Senior));
    let row = find(&kit, KitList::Rows, NEED_EXPERIENCE).unwrap();
    assert!(row.get(KitField::Counts).to_lowercase().contains("full-stack"), "{}", row.get(KitField::Counts));
    assert!(row.get(KitField::CountsNot).to_lowercase().contains("front-end"), "{}", row.get(KitField::CountsNot));
}

#[test]
fn every_part_of_every_role_has_something_to_read() {
    for (name, posting) in every_role() {
        let kit = kit(&posting);
        for part in Part::ALL {
            let document = document(part, &kit, &posting, &CATALOG);
            let what = format!("{name}, {}", part.id());
            assert!(matches!(&document.blocks[0].kind, BlockKind::Title(title) if !title.contains("kit.")), "{what}");
            assert!(document.blocks.len() > 4, "{what}: {} blocks", document.blocks.len());
            for block in &document.blocks {
                let words = words_of(block);
                assert!(!words.contains("kit."), "{what}: a word is missing: {words}");
                assert!(!words.contains(['{', '}']), "{what}: a place is not filled: {words}");
                check_table(block, &what);
            }
        }
    }
}

fn check_table(block: &Block, what: &str) {
    let BlockKind::Table(table) = &block.kind else { return };
    assert!(!table.rows.is_empty() && !table.caption.is_empty(), "{what}");
    let width: u32 = table.columns.iter().map(|column| u32::from(column.width)).sum();
    assert_eq!(width, 100, "{what}: {}", table.caption);
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len(), "{what}: {}", table.caption);
    }
}

/// The words of a block, whatever it is.
fn words_of(block: &Block) -> String {
    match &block.kind {
        BlockKind::Title(text) | BlockKind::Heading(text) | BlockKind::Subheading(text) => text.clone(),
        BlockKind::Paragraph(text) => text.words(),
        BlockKind::Bullets(bullets) | BlockKind::Numbers(bullets) => {
            bullets.iter().map(|bullet| bullet.text.words()).collect::<Vec<_>>().join("\n")
        }
        BlockKind::Facts { rows, .. } => rows.iter().map(|row| row.value.words()).collect::<Vec<_>>().join("\n"),
        BlockKind::Table(table) => {
            let heads = table.columns.iter().map(|column| column.heading.clone());
            let cells = table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs);
            heads.chain(cells.map(|text| text.words())).collect::<Vec<_>>().join("\n")
        }
        BlockKind::PageBreak => String::new(),
    }
}

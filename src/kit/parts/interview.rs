//! The interview guide: opening, time plan, structured questions, closing, what not to ask.

use crate::catalog::Strength;
use crate::document::{Origin, Row};
use crate::posting::{InterviewLength, KitField, KitList};

use super::{Page, empty, lead, origin, short};
use crate::kit::Entry;

/// How an interview of some length is divided, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Welcome, and how the talk goes.
    pub opening: u16,
    /// All questions together.
    pub questions: u16,
    /// The candidate's own questions.
    pub theirs: u16,
    /// What comes next, and thanks.
    pub closing: u16,
}

/// The minutes that a question with its follow-ups needs at least.
const A_QUESTION: u16 = 6;

impl Plan {
    /// The plan of an interview. Times are our own practice, no standard: six minutes a question.
    pub fn of(length: InterviewLength) -> Self {
        match length {
            InterviewLength::Thirty => Self { opening: 3, questions: 18, theirs: 6, closing: 3 },
            InterviewLength::FortyFive => Self { opening: 4, questions: 30, theirs: 7, closing: 4 },
            InterviewLength::Sixty => Self { opening: 4, questions: 42, theirs: 9, closing: 5 },
        }
    }

    /// How many questions there is time for.
    pub fn room(self) -> usize {
        usize::from(self.questions / A_QUESTION)
    }
}

pub(super) fn write(page: &mut Page<'_>) {
    let kit = page.kit;
    let questions = in_order(page);
    page.text("interview-rules");
    plan(page, questions.len());
    said(page, "opening");
    if questions.is_empty() {
        page.nothing();
    }
    let room = Plan::of(kit.length).room();
    for (index, question) in questions.iter().enumerate() {
        if index == 0 {
            page.heading(page.word("heading.questions"), &origin(question));
        }
        if index == room {
            page.heading(page.word("heading.more_questions"), &origin(question));
            let minutes = kit.length.minutes().to_string();
            page.paragraph(page.fill("interview.more", &[("minutes", &minutes)]), &Origin::Fixed);
        }
        ask(page, index + 1, question);
    }
    said(page, "closing");
    unfair(page);
}

/// The questions that are on: must-haves that no task checks first, then the other must-haves,
/// then the rest, each in the posting's order.
fn in_order<'a>(page: &Page<'a>) -> Vec<&'a Entry> {
    let kit = page.kit;
    let mut questions: Vec<&Entry> = kit.on(KitList::Questions).collect();
    let must = |entry: &Entry| {
        let mut needs = entry.checks.iter().filter_map(|id| kit.need(id));
        needs.any(|need| need.strength == Strength::Must)
    };
    let by_task =
        |entry: &Entry| entry.checks.iter().any(|id| kit.on(KitList::Tasks).any(|task| task.checks.contains(id)));
    questions.sort_by_key(|entry| match (must(entry), by_task(entry)) {
        (true, false) => 0,
        (true, true) => 1,
        (false, _) => 2,
    });
    questions
}

/// What the interviewer says at the beginning or the end.
fn said(page: &mut Page<'_>, id: &str) {
    let entry = page.kit.on(KitList::Texts).find(|entry| entry.id.as_str() == id);
    if let Some(entry) = entry.filter(|entry| !entry.get(KitField::Text).is_empty()) {
        page.heading(entry.label.clone(), &origin(entry));
        page.text(id);
    }
}

/// The time plan: a column for each length.
fn plan(page: &mut Page<'_>, questions: usize) {
    page.heading(page.word("heading.plan"), &Origin::Fixed);
    let minutes = page.kit.length.minutes().to_string();
    page.paragraph(page.fill("interview.length", &[("minutes", &minutes)]), &Origin::Fixed);
    let plans = InterviewLength::ALL.map(Plan::of);
    let time = |page: &Page<'_>, minutes: u16| page.fill("interview.minutes", &[("minutes", &minutes.to_string())]);
    let mut rows = Vec::new();
    let mut row = |name: String, cells: [String; 3]| {
        let cells = std::iter::once(lead(&name, [])).chain(cells.into_iter().map(short)).collect();
        rows.push(Row { cells, origin: Origin::Fixed });
    };
    row(page.word("interview.opening"), plans.map(|plan| time(page, plan.opening)));
    row(
        page.word("interview.questions"),
        plans.map(|plan| {
            let minutes = time(page, plan.questions);
            match questions.min(plan.room()) {
                0 => minutes,
                1 => page.fill("interview.one_question", &[("time", &minutes)]),
                last => page.fill("interview.some_questions", &[("time", &minutes), ("last", &last.to_string())]),
            }
        }),
    );
    row(page.word("interview.theirs"), plans.map(|plan| time(page, plan.theirs)));
    row(page.word("interview.closing"), plans.map(|plan| time(page, plan.closing)));
    let heads = InterviewLength::ALL.map(|length| format!("={}", time(page, length.minutes())));
    let caption = page.word("caption.plan");
    page.table(&caption, &[("step", 34), (&heads[0], 22), (&heads[1], 22), (&heads[2], 22)], rows);
}

fn ask(page: &mut Page<'_>, number: usize, question: &Entry) {
    let origin = origin(question);
    let checked = page.checked(question);
    let name = if checked.is_empty() { page.word("interview.own") } else { checked };
    let heading = page.fill("interview.numbered", &[("number", &number.to_string()), ("skill", &name)]);
    page.subheading(heading, &origin);
    page.paragraph(question.get(KitField::Question), &origin);
    page.bullets(question.lines(KitField::FollowUps), &origin);
    let cells = vec![
        short(question.get(KitField::Weak)),
        short(question.get(KitField::Sound)),
        short(question.get(KitField::Strong)),
        empty(),
        empty(),
    ];
    let caption = page.fill("caption.answers", &[("skill", &name)]);
    let columns = [("weak", 23), ("sound", 23), ("strong", 23), ("score", 9), ("notes", 22)];
    page.table(&caption, &columns, vec![Row { cells, origin }]);
}

fn unfair(page: &mut Page<'_>) {
    let kit = page.kit;
    let rows: Vec<Row> = kit
        .on(KitList::Unfair)
        .map(|entry| {
            let why = [entry.get(KitField::Why), entry.get(KitField::Source)];
            let why = why.into_iter().filter(|text| !text.is_empty()).map(crate::document::Text::plain);
            Row {
                cells: vec![lead(entry.get(KitField::Ask), []), short(entry.get(KitField::Better)), super::cell(why)],
                origin: origin(entry),
            }
        })
        .collect();
    let Some(first) = rows.first() else { return };
    let first = first.origin.clone();
    page.heading(page.word("heading.unfair"), &first);
    page.paragraph(page.word("interview.unfair"), &Origin::Fixed);
    let caption = page.word("caption.unfair");
    page.table(&caption, &[("not", 31), ("better", 34), ("why", 35)], rows);
}

//! The entries of one file: which fields each kind has, and what is wrong with those that
//! cannot be used.

use std::collections::HashSet;

use toml::de::{DeTable, DeValue};

use super::Kind;
use super::row::{Problem, Reference, Row, Value, each_track};
use super::saying::{describe, hint};
use super::{advice, kit_words, pay_law, question, sense};
use crate::catalog::{
    Acronym, Attribute, Background, ByTrack, Certification, EducationPart, Entry, Group, Id, LevelCheck, LevelWords,
    OnRule, PayLaw, Phrase, Question, Rivals, Skill, SkillCheck, Specialism, Stack, Stem, Task, Technology, TrackWords,
    UnfairQuestion,
};

/// An entry with the place where it stands and the ids it names.
pub(super) struct Found<T> {
    pub value: T,
    pub at: usize,
    pub references: Vec<Reference>,
}

/// A fixed text with its key: `heading.duties`.
pub(super) struct Word {
    pub key: String,
    pub text: String,
}

/// What one file holds.
#[derive(Default)]
pub(super) struct Parsed {
    pub specialisms: Vec<Found<Specialism>>,
    pub levels: Vec<Found<LevelWords>>,
    pub groups: Vec<Found<Group>>,
    pub skills: Vec<Found<Skill>>,
    pub duties: Vec<Found<Entry>>,
    pub benefits: Vec<Found<Entry>>,
    pub steps: Vec<Found<Entry>>,
    pub degrees: Vec<Found<EducationPart>>,
    pub fields: Vec<Found<EducationPart>>,
    pub alternatives: Vec<Found<EducationPart>>,
    pub extras: Vec<Found<EducationPart>>,
    pub technologies: Vec<Found<Technology>>,
    pub phrases: Vec<Found<Phrase>>,
    pub pay_laws: Vec<Found<PayLaw>>,
    pub stems: Vec<Found<Stem>>,
    pub rivals: Vec<Found<Rivals>>,
    pub stacks: Vec<Found<Stack>>,
    pub acronyms: Vec<Found<Acronym>>,
    pub certifications: Vec<Found<Certification>>,
    pub questions: Vec<Found<Question>>,
    pub checks: Vec<Found<SkillCheck>>,
    pub level_checks: Vec<Found<LevelCheck>>,
    pub backgrounds: Vec<Found<Background>>,
    pub tasks: Vec<Found<Task>>,
    pub attributes: Vec<Found<Attribute>>,
    pub unfair_questions: Vec<Found<UnfairQuestion>>,
    pub words: Vec<Found<Word>>,
    pub problems: Vec<Problem>,
}

/// What names an entry among those of its kind.
pub(super) trait Keyed {
    /// Its id as text.
    fn key(&self) -> &str;
}

macro_rules! keyed {
    ($($kind:ty),*) => { $(impl Keyed for $kind {
        fn key(&self) -> &str {
            self.id.as_str()
        }
    })* };
}
keyed!(
    Specialism,
    Group,
    Skill,
    Entry,
    EducationPart,
    Technology,
    Phrase,
    PayLaw,
    Stem,
    Rivals,
    Stack,
    Acronym,
    Certification,
    Question,
    Task,
    Attribute,
    UnfairQuestion
);

impl Keyed for SkillCheck {
    fn key(&self) -> &str {
        self.skill.as_str()
    }
}

impl Keyed for LevelCheck {
    fn key(&self) -> &str {
        self.level.id()
    }
}

impl Keyed for Background {
    fn key(&self) -> &str {
        self.specialism.as_str()
    }
}

impl Keyed for LevelWords {
    fn key(&self) -> &str {
        self.id.id()
    }
}

impl Keyed for Word {
    fn key(&self) -> &str {
        &self.key
    }
}

/// The ids of the groups in a file, in their order; of a faulty file none.
pub(super) fn group_order(text: &str) -> Vec<String> {
    parse(text).groups.into_iter().map(|group| group.value.id.into()).collect()
}

/// True if a file has entries of a kind; false of one that is no TOML.
pub(super) fn names(text: &str, kind: Kind) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    DeTable::parse(text).is_ok_and(|table| table.get_ref().contains_key(kind.key()))
}

/// Reads a file. One that is no TOML gives one problem and nothing else.
pub(super) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    match DeTable::parse(text) {
        Ok(table) => parsed.file(table.get_ref()),
        Err(error) => parsed.problems.push(Problem {
            at: error.span().map_or(0, |span| span.start),
            reason: format!(
                "the file was left out, because it cannot be read from here on: {}",
                plain(error.message())
            ),
        }),
    }
    parsed
}

/// The TOML reader's words for the mistakes people make most, in plain ones.
fn plain(message: &str) -> String {
    let said = [
        ("duplicate key", "this name is already used above in the same entry; each field may stand once"),
        (
            "string values must be quoted",
            "a value is missing, or a text without quotes around it; write it as in label = \"Rust\"",
        ),
        ("invalid basic string", "a text has no closing quote, or a backslash that should be doubled"),
        ("invalid literal string", "a text has no closing quote"),
        ("invalid multi-line", "a text in three quotes is not closed"),
        ("key with no value", "a name needs “=” and a value after it"),
        ("missing value", "a value is missing after “=”"),
        ("unclosed array table", "the two closing brackets “]]” are missing"),
        ("unclosed array", "a list is not closed with “]”"),
        ("unclosed table", "the closing bracket “]” is missing"),
        ("unclosed inline table", "the closing brace “}” is missing"),
        ("missing comma between array", "a comma is missing between two values of a list"),
        ("missing comma between key", "a comma is missing between two fields in braces"),
        ("missing assignment", "a name needs “=” and a value after it"),
        ("unexpected key or value", "something stands after the value; begin a new line, or check the quotes"),
        ("invalid unquoted key", "a name may have letters, digits, hyphens and underscores only"),
    ];
    let known = said.iter().find(|(theirs, _)| message.starts_with(theirs));
    known.map_or_else(|| message.lines().next().unwrap_or(message).to_owned(), |(_, ours)| (*ours).to_owned())
}

impl Parsed {
    fn file(&mut self, table: &DeTable<'_>) {
        let keys = Kind::ALL.map(Kind::key);
        for (key, value) in table {
            let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.key() == key.get_ref()) else {
                let hint = hint(key.get_ref(), "kinds", keys.into_iter());
                let reason = format!("“{}” is no kind of entry{hint}", key.get_ref());
                self.problems.push(Problem { at: key.span().start, reason });
                continue;
            };
            let problems = &mut self.problems;
            match kind {
                Kind::Specialism => each(kind, value, &mut self.specialisms, problems, specialism),
                Kind::Level => each(kind, value, &mut self.levels, problems, level),
                Kind::Group => each(kind, value, &mut self.groups, problems, group),
                Kind::Skill => each(kind, value, &mut self.skills, problems, skill),
                Kind::Duty => each(kind, value, &mut self.duties, problems, entry),
                Kind::Benefit => each(kind, value, &mut self.benefits, problems, entry),
                Kind::Step => each(kind, value, &mut self.steps, problems, entry),
                Kind::Degree => each(kind, value, &mut self.degrees, problems, education_part),
                Kind::Field => each(kind, value, &mut self.fields, problems, education_part),
                Kind::Alternative => each(kind, value, &mut self.alternatives, problems, education_part),
                Kind::Extra => each(kind, value, &mut self.extras, problems, education_part),
                Kind::Technology => each(kind, value, &mut self.technologies, problems, technology),
                Kind::Phrase => each(kind, value, &mut self.phrases, problems, advice::phrase),
                Kind::PayLaw => each(kind, value, &mut self.pay_laws, problems, pay_law::pay_law),
                Kind::Stem => each(kind, value, &mut self.stems, problems, sense::stem),
                Kind::Rivals => each(kind, value, &mut self.rivals, problems, sense::rivals),
                Kind::Stack => each(kind, value, &mut self.stacks, problems, sense::stack),
                Kind::Acronym => each(kind, value, &mut self.acronyms, problems, sense::acronym),
                Kind::Certification => each(kind, value, &mut self.certifications, problems, sense::certification),
                Kind::Question => each(kind, value, &mut self.questions, problems, question::question),
                Kind::Check => each(kind, value, &mut self.checks, problems, kit_words::check),
                Kind::LevelCheck => each(kind, value, &mut self.level_checks, problems, kit_words::level_check),
                Kind::Background => each(kind, value, &mut self.backgrounds, problems, kit_words::background),
                Kind::Task => each(kind, value, &mut self.tasks, problems, kit_words::task),
                Kind::Attribute => each(kind, value, &mut self.attributes, problems, kit_words::attribute),
                Kind::UnfairQuestion => {
                    each(kind, value, &mut self.unfair_questions, problems, kit_words::unfair_question);
                }
                Kind::Word => words(value, String::new(), &mut self.words, problems),
            }
        }
    }
}

/// Reads the entries of one kind. What has a problem is left out.
fn each<'a, 'i, T: Keyed>(
    kind: Kind,
    value: &'a Value<'i>,
    into: &mut Vec<Found<T>>,
    problems: &mut Vec<Problem>,
    read: impl Fn(&mut Row<'a, 'i>) -> Option<T>,
) {
    let DeValue::Array(list) = value.get_ref() else {
        let reason = format!("write [[{0}]] with two brackets on each side, once before each {0}", kind.key());
        return problems.push(Problem { at: value.span().start, reason });
    };
    let mut keys = HashSet::new();
    for one in list {
        let at = one.span().start;
        let DeValue::Table(table) = one.get_ref() else {
            let reason = format!("{} must be a table of fields, not {}", kind.one(), describe(one.get_ref()));
            problems.push(Problem { at, reason });
            continue;
        };
        let mut row = Row::new(table, kind.one(), at);
        let entry = read(&mut row);
        row.unknown_fields();
        if let Some(entry) = &entry
            && !keys.insert(entry.key().to_owned())
        {
            let at = table.get("id").map_or(at, |id| id.span().start);
            row.problem(
                at,
                format!("this file already has {} “{}”; give each an id of its own", kind.one(), entry.key()),
            );
        }
        match entry {
            Some(value) if row.problems.is_empty() => into.push(Found { value, at, references: row.references }),
            _ => problems.append(&mut row.problems),
        }
    }
}

/// Nested tables of texts, with the names on the way joined by dots.
fn words(value: &Value<'_>, key: String, into: &mut Vec<Found<Word>>, problems: &mut Vec<Problem>) {
    match value.get_ref() {
        DeValue::Table(table) => {
            for (name, value) in table {
                let key = if key.is_empty() { name.get_ref().to_string() } else { format!("{key}.{}", name.get_ref()) };
                words(value, key, into, problems);
            }
        }
        DeValue::String(text) if !key.is_empty() => {
            let text = text.trim().chars().filter(|c| *c == '\n' || !c.is_control()).collect();
            into.push(Found { value: Word { key, text }, at: value.span().start, references: Vec::new() });
        }
        other => {
            let name = if key.is_empty() { "words" } else { &key };
            let reason = format!("“{name}” must be a text in quotes or a table of texts, not {}", describe(other));
            problems.push(Problem { at: value.span().start, reason });
        }
    }
}

fn specialism(row: &mut Row<'_, '_>) -> Option<Specialism> {
    let id = row.id();
    let label = row.label();
    let hint = row.text_or_empty("hint");
    let developer = row.inner("developer", "a developer's words", track_words);
    let engineer = row.inner("engineer", "an engineer's words", track_words);
    Some(Specialism { id: id?, label: label?, hint: hint?, developer: developer?, engineer: engineer? })
}

fn track_words(row: &mut Row<'_, '_>) -> Option<TrackWords> {
    let title = row.text("title");
    let about = row.text("about");
    let career = row.text_or_empty("career");
    let hint = row.text_or_empty("hint");
    let also_called = row.texts("also_called");
    Some(TrackWords { title: title?, about: about?, career: career?, hint: hint?, also_called })
}

fn level(row: &mut Row<'_, '_>) -> Option<LevelWords> {
    let id = row.level("id");
    let label = row.label();
    let title = row.text("title");
    let years_from = row.number("years_from", 0, 60);
    let years_to = row.optional_number("years_to", 0, 60);
    let experience = by_track(row, "experience");
    let autonomy = by_track(row, "autonomy");
    let scope = by_track(row, "scope");
    let mentoring = by_track(row, "mentoring");
    let career = optional_by_track(row, "career");
    let offered = row.flag("offered", true);
    let hint = row.text_or_empty("hint");
    if let Some(title) = &title
        && !title.contains("{title}")
    {
        row.problem_at("title", "“title” of a level needs {title} in it, where the specialism's title goes".to_owned());
    }
    if let (Some(from), Some(to)) = (years_from, years_to)
        && to < from
    {
        row.problem_at("years_to", "“years_to” of a level must not be less than “years_from”".to_owned());
    }
    let narrow = |years: u16| u8::try_from(years).ok();
    Some(LevelWords {
        id: id?,
        label: label?,
        title: title?,
        years_from: narrow(years_from?)?,
        years_to: years_to.and_then(narrow),
        experience: experience?,
        autonomy: autonomy?,
        scope: scope?,
        mentoring: mentoring?,
        career,
        offered,
        hint: hint?,
    })
}

pub(super) fn by_track(row: &mut Row<'_, '_>, name: &'static str) -> Option<ByTrack> {
    row.text_or(name, "a text for each track", ByTrack::Both, each_track)
}

/// As [`by_track`], of a field that may be missing: an empty text then.
fn optional_by_track(row: &mut Row<'_, '_>, name: &'static str) -> ByTrack {
    if row.has(name) { by_track(row, name).unwrap_or_default() } else { ByTrack::default() }
}

fn group(row: &mut Row<'_, '_>) -> Option<Group> {
    let id = row.id();
    let label = row.label();
    Some(Group { id: id?, label: label? })
}

fn skill(row: &mut Row<'_, '_>) -> Option<Skill> {
    let id = row.id();
    let label = row.label();
    let group = row.reference("group", Kind::Group);
    let specialisms = specialisms(row);
    let tracks = row.tracks("tracks");
    let must = row.text("must");
    let nice = row.text("nice");
    let learn = row.text("learn");
    let technology = row.optional_reference("technology", Kind::Technology);
    let on = rules(row);
    let article = row.optional_text("article");
    Some(Skill {
        id: id?,
        label: label?,
        group: group?,
        specialisms,
        tracks,
        must: must?,
        nice: nice?,
        learn: learn?,
        technology,
        on,
        article,
    })
}

fn entry(row: &mut Row<'_, '_>) -> Option<Entry> {
    let id = row.id();
    let label = row.label();
    let group = row.reference("group", Kind::Group);
    let specialisms = specialisms(row);
    let tracks = row.tracks("tracks");
    let text = row.text("text");
    let on = rules(row);
    let article = row.optional_text("article");
    Some(Entry { id: id?, label: label?, group: group?, specialisms, tracks, text: text?, on, article })
}

fn specialisms(row: &mut Row<'_, '_>) -> Vec<Id> {
    row.references("specialisms", Kind::Specialism)
}

fn rules(row: &mut Row<'_, '_>) -> Vec<OnRule> {
    row.inner_list("on", "a rule", |row| {
        let strength = row.strength("strength");
        let tracks = row.tracks("tracks");
        let levels = row.levels("levels");
        let specialisms = specialisms(row);
        Some(OnRule { strength, tracks, levels, specialisms })
    })
}

fn education_part(row: &mut Row<'_, '_>) -> Option<EducationPart> {
    let id = row.id();
    let label = row.label();
    let words = row.text("words");
    let on = rules(row);
    Some(EducationPart { id: id?, label: label?, words: words?, on })
}

fn technology(row: &mut Row<'_, '_>) -> Option<Technology> {
    let id = row.id();
    let name = row.text("name");
    let released = row.number("released", 1940, 2100);
    let aliases = row.texts("aliases");
    let plain_words = row.texts("plain_words");
    let wrong = row.texts("wrong");
    Some(Technology { id: id?, name: name?, released: released?, aliases, plain_words, wrong })
}

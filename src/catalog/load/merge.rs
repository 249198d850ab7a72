//! Puts the files together: adds and replaces by id, checks the ids that entries name, counts
//! what came from the person's own files.

use std::collections::HashSet;

use super::entries::{Found, Keyed, Parsed, Word, parse};
use super::row::{Problem, Reference};
use super::saying::{hint, place};
use super::{Count, Fault, File, Kind, KitShelf, Loaded};
use crate::catalog::{Catalog, Id, KitWords, Level, Words};

/// The ids that entries may name.
type Known = HashSet<(Kind, Id)>;

/// A file with what is in it.
struct Part<'a> {
    file: &'a File<'a>,
    text: &'a str,
    parsed: Parsed,
}

/// Reads the files and puts them together, in their order.
pub(super) fn load(files: &[File<'_>]) -> Loaded {
    let mut parts: Vec<Part<'_>> = files
        .iter()
        .map(|file| {
            let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
            Part { file, text, parsed: parse(text) }
        })
        .collect();
    let mut own = Vec::new();
    let mut catalog = Catalog::default();
    let mut merge = Merge { parts: &mut parts, known: Known::new(), own: &mut own };

    merge.list(Kind::Specialism, &mut catalog.specialisms, |parsed| &mut parsed.specialisms);
    merge.list(Kind::Group, &mut catalog.groups, |parsed| &mut parsed.groups);
    merge.list(Kind::Technology, &mut catalog.technologies, |parsed| &mut parsed.technologies);
    merge.known.extend(catalog.specialisms.iter().map(|s| (Kind::Specialism, s.id.clone())));
    merge.known.extend(catalog.groups.iter().map(|g| (Kind::Group, g.id.clone())));
    merge.known.extend(catalog.technologies.iter().map(|t| (Kind::Technology, t.id.clone())));

    merge.list(Kind::Level, &mut catalog.levels, |parsed| &mut parsed.levels);
    merge.list(Kind::Skill, &mut catalog.skills, |parsed| &mut parsed.skills);
    merge.list(Kind::Duty, &mut catalog.duties, |parsed| &mut parsed.duties);
    merge.list(Kind::Benefit, &mut catalog.benefits, |parsed| &mut parsed.benefits);
    merge.list(Kind::Step, &mut catalog.steps, |parsed| &mut parsed.steps);
    merge.list(Kind::Degree, &mut catalog.education.degrees, |parsed| &mut parsed.degrees);
    merge.list(Kind::Field, &mut catalog.education.fields, |parsed| &mut parsed.fields);
    merge.list(Kind::Alternative, &mut catalog.education.alternatives, |parsed| &mut parsed.alternatives);
    merge.list(Kind::Extra, &mut catalog.education.extras, |parsed| &mut parsed.extras);
    merge.list(Kind::Phrase, &mut catalog.review.phrases, |parsed| &mut parsed.phrases);
    merge.list(Kind::PayLaw, &mut catalog.review.pay_laws, |parsed| &mut parsed.pay_laws);
    merge.list(Kind::Stem, &mut catalog.review.stems, |parsed| &mut parsed.stems);
    merge.list(Kind::Rivals, &mut catalog.review.rivals, |parsed| &mut parsed.rivals);
    merge.list(Kind::Stack, &mut catalog.review.stacks, |parsed| &mut parsed.stacks);
    merge.list(Kind::Acronym, &mut catalog.review.acronyms, |parsed| &mut parsed.acronyms);
    merge.list(Kind::Certification, &mut catalog.review.certifications, |parsed| &mut parsed.certifications);
    merge.list(Kind::Question, &mut catalog.questions, |parsed| &mut parsed.questions);
    let mut kit = KitWords::default();
    merge.list(Kind::Attribute, &mut kit.attributes, |parsed| &mut parsed.attributes);
    merge.known.extend(catalog.skills.iter().map(|skill| (Kind::Skill, skill.id.clone())));
    merge.known.extend(kit.attributes.iter().map(|attribute| (Kind::Attribute, attribute.id.clone())));
    merge.list(Kind::Check, &mut kit.checks, |parsed| &mut parsed.checks);
    merge.list(Kind::LevelCheck, &mut kit.levels, |parsed| &mut parsed.level_checks);
    merge.list(Kind::Background, &mut kit.backgrounds, |parsed| &mut parsed.backgrounds);
    merge.list(Kind::Task, &mut kit.tasks, |parsed| &mut parsed.tasks);
    merge.list(Kind::UnfairQuestion, &mut kit.unfair, |parsed| &mut parsed.unfair_questions);
    merge.words(&mut catalog.words);
    catalog.kit = KitShelf::of(kit);
    catalog.levels.sort_by_key(|words| Level::ALL.iter().position(|level| *level == words.id));

    own.sort_by_key(|count: &Count| count.kind);
    let mut faults = Vec::new();
    for Part { file, text, parsed } in parts {
        let mut problems = parsed.problems;
        problems.sort_by_key(|problem| problem.at);
        faults.extend(problems.into_iter().map(|problem| Fault {
            source: file.source.clone(),
            place: Some(place(text, problem.at)),
            reason: problem.reason,
        }));
    }
    Loaded { catalog, faults, own, own_files: files.iter().filter(|file| file.own).count() }
}

struct Merge<'a, 'f> {
    parts: &'a mut [Part<'f>],
    known: Known,
    own: &'a mut Vec<Count>,
}

impl Merge<'_, '_> {
    /// Adds the entries of one kind to `list`; one of the same id is replaced in its place.
    fn list<T: Keyed>(&mut self, kind: Kind, list: &mut Vec<T>, pick: impl Fn(&mut Parsed) -> &mut Vec<Found<T>>) {
        let mut count = Count { kind, added: 0, replaced: 0 };
        for part in &mut *self.parts {
            for found in std::mem::take(pick(&mut part.parsed)) {
                let mut sound = true;
                for reference in &found.references {
                    if !self.known.contains(&(reference.kind, reference.id.clone())) {
                        part.problem(reference.at, unknown(&self.known, reference));
                        sound = false;
                    }
                }
                if !sound {
                    continue;
                }
                match list.iter_mut().find(|entry| entry.key() == found.value.key()) {
                    Some(_) if !part.file.own => {
                        part.problem(found.at, format!("{} “{}” is in two files", kind.one(), found.value.key()));
                    }
                    Some(entry) => {
                        *entry = found.value;
                        count.replaced += 1;
                    }
                    None => {
                        list.push(found.value);
                        count.added += usize::from(part.file.own);
                    }
                }
            }
        }
        self.count(count);
    }

    /// Takes the fixed texts. The person's own may only replace, and name the places they have.
    fn words(&mut self, words: &mut Words) {
        let mut count = Count { kind: Kind::Word, added: 0, replaced: 0 };
        for part in &mut *self.parts {
            for Found { value: Word { key, text }, at, .. } in std::mem::take(&mut part.parsed.words) {
                if part.file.own {
                    match check_word(words, &key, &text) {
                        Ok(()) => count.replaced += 1,
                        Err(reason) => {
                            part.problem(at, reason);
                            continue;
                        }
                    }
                } else if words.0.contains_key(&key) {
                    part.problem(at, format!("the word “{key}” is in two files"));
                    continue;
                }
                words.0.insert(key, text);
            }
        }
        self.count(count);
    }

    fn count(&mut self, count: Count) {
        if count.added + count.replaced > 0 {
            self.own.push(count);
        }
    }
}

impl Part<'_> {
    fn problem(&mut self, at: usize, reason: String) {
        self.parsed.problems.push(Problem { at, reason });
    }
}

/// Why an id that an entry names is no good, and what to do.
fn unknown(known: &Known, reference: &Reference) -> String {
    let mut names: Vec<&str> =
        known.iter().filter(|(kind, _)| *kind == reference.kind).map(|(_, id)| id.as_str()).collect();
    names.sort_unstable();
    let key = reference.kind.key();
    let mut hint = hint(reference.id.as_str(), reference.kind.several(), names.iter().copied());
    if names.is_empty() || (names.len() > 20 && !hint.contains("did you mean")) {
        hint = format!("; add it first, as [[{key}]]");
    }
    format!("there is no {key} “{}”{hint}", reference.id)
}

/// Refuses a key that nothing reads, and a `{place}` that nothing fills.
fn check_word(words: &Words, key: &str, text: &str) -> Result<(), String> {
    let Some(ours) = words.0.get(key) else {
        let near = hint(key, "", words.0.keys().map(String::as_str));
        let near = if near.starts_with("; did") { near } else { String::new() };
        return Err(format!("no posting uses the word “{key}”{near}"));
    };
    let there_are = places(ours);
    match places(text).into_iter().find(|place| !there_are.contains(place)) {
        None => Ok(()),
        Some(place) if there_are.is_empty() => {
            Err(format!("“{{{place}}}” is filled by nothing in “{key}”; write it without braces"))
        }
        Some(place) => {
            let names: Vec<String> = there_are.iter().map(|name| format!("{{{name}}}")).collect();
            Err(format!("“{{{place}}}” is filled by nothing in “{key}”; it can have {}", names.join(", ")))
        }
    }
}

/// The names in braces.
fn places(text: &str) -> Vec<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

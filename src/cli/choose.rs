//! `rolewright choose`: developer or engineer, asked in the terminal or answered by a file.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::path::Path;

use serde_json::{Value, json};

use super::args::ChooseArgs;
use super::{Failure, data_dir, say, templates_dir, warn_of};
use crate::catalog::{Answer, Catalog, Question, load_with_folder};
use crate::chooser::{Answers, Lean, lean, leans_to};
use crate::files;
use crate::posting::PostingLocale;

/// The longest file of answers that is read: a hundred times what ten answers need.
const MAX_BYTES: u64 = 1 << 16;

pub(super) fn run(args: &ChooseArgs, option: Option<&Path>) -> Result<(), Failure> {
    let folder = templates_dir(&data_dir(option)?);
    let loaded = load_with_folder(&PostingLocale::default().language, Some(&folder));
    warn_of(&loaded.faults);
    let catalog = loaded.catalog;
    if args.questions {
        list(&catalog, args.json);
        return Ok(());
    }
    let answers = match &args.answers {
        Some(file) => read(file, &catalog)?,
        None if args.json => ask(&catalog, &mut io::stdin().lock(), &mut io::stderr().lock()),
        None => ask(&catalog, &mut io::stdin().lock(), &mut io::stdout().lock()),
    };
    let lean = lean(&catalog, &answers);
    if args.json {
        say(&as_json(&lean, &catalog).to_string())
    } else {
        say(&in_words(&lean, &catalog))
    }
    Ok(())
}

/// Reads answers by id from a file.
fn read(file: &Path, catalog: &Catalog) -> Result<Answers, Failure> {
    let bytes = files::read_limited(file, MAX_BYTES)?;
    let text = String::from_utf8(bytes).map_err(|error| Failure::because(file, &error))?;
    let is_json = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let given: BTreeMap<String, String> = if is_json {
        serde_json::from_str(&text).map_err(|error| Failure::because(file, &error))?
    } else {
        toml::from_str(&text).map_err(|error| Failure::because(file, &error.to_string().trim_end()))?
    };
    let mut answers = Answers::default();
    for (name, answer) in &given {
        let Some(question) = catalog.questions.iter().find(|question| question.id.as_str() == name) else {
            let ids = catalog.questions.iter().map(|question| question.id.as_str());
            return Err(Failure::because(file, &format!("there is no question “{name}”; there are {}", join(ids))));
        };
        let Some(index) = question.answer(answer) else {
            let ids = question.answers.iter().map(|answer| answer.id.as_str());
            let reason = format!("“{name}” has no answer “{answer}”; there are {}", join(ids));
            return Err(Failure::because(file, &reason));
        };
        answers.set(&question.id, Some(index));
    }
    Ok(answers)
}

fn join<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(", ")
}

/// What was typed after a question.
enum Typed {
    Answer(usize),
    Skip,
    End,
    Other,
}

/// Asks question by question, until all were asked, `q` was typed or the input ends.
fn ask(catalog: &Catalog, input: &mut dyn BufRead, output: &mut dyn Write) -> Answers {
    let mut answers = Answers::default();
    let count = catalog.questions.len();
    for (number, question) in catalog.questions.iter().enumerate() {
        // Where nobody can read the question any more, nobody is asked.
        if put(question, number + 1, count, output).is_err() {
            break;
        }
        let typed = loop {
            let typed = hear(question.answers.len(), input);
            if !matches!(typed, Typed::Other) {
                break typed;
            }
            let most = question.answers.len();
            if write!(output, "Type a number from 1 to {most}, Enter to skip, or q to end: ").is_err() {
                break Typed::End;
            }
            let _ = output.flush();
        };
        match typed {
            Typed::Answer(index) => answers.set(&question.id, Some(index)),
            Typed::Skip | Typed::Other => {}
            Typed::End => break,
        }
        let _ = writeln!(output, "{}.\n", lean(catalog, &answers).headline());
    }
    let _ = writeln!(output);
    answers
}

fn put(question: &Question, number: usize, count: usize, output: &mut dyn Write) -> io::Result<()> {
    writeln!(output, "{number} of {count}. {}", question.text)?;
    writeln!(output, "{}", question.why)?;
    for (index, answer) in question.answers.iter().enumerate() {
        writeln!(output, "  {}  {} ({})", index + 1, answer.label, leans_to(answer.lean.into()))?;
    }
    write!(output, "Your answer, Enter to skip, q to end: ")?;
    output.flush()
}

fn hear(most: usize, input: &mut dyn BufRead) -> Typed {
    let mut line = String::new();
    match input.read_line(&mut line) {
        Ok(0) | Err(_) => return Typed::End,
        Ok(_) => {}
    }
    match line.trim() {
        "" => Typed::Skip,
        "q" | "Q" => Typed::End,
        typed => match typed.parse::<usize>() {
            Ok(number) if (1..=most).contains(&number) => Typed::Answer(number - 1),
            _ => Typed::Other,
        },
    }
}

/// A weight with its sign, two columns wide.
fn signed(weight: i32) -> String {
    if weight == 0 { " 0".to_owned() } else { format!("{weight:+}") }
}

fn in_words(lean: &Lean<'_>, catalog: &Catalog) -> String {
    let mut lines = vec![format!("{}.", lean.headline()), lean.figures(catalog.questions.len())];
    lines.extend(lean.advice());
    for reason in &lean.reasons {
        lines.push(String::new());
        lines.push(format!("{}  {} {}", signed(reason.weight), reason.question.text, reason.answer.label));
        lines.push(format!("    {}", reason.answer.because));
        lines.extend(reason.answer.source.as_ref().map(|source| format!("    {source}. Not legal advice.")));
    }
    if let Some(track) = lean.side.track() {
        lines.push(String::new());
        lines.push(format!("To begin a posting: rolewright new --track {} … (see rolewright new --help)", track.id()));
    }
    lines.join("\n")
}

fn as_json(lean: &Lean<'_>, catalog: &Catalog) -> Value {
    let reasons = lean.reasons.iter().map(|reason| {
        json!({
            "question": reason.question.id,
            "text": reason.question.text,
            "answer": reason.answer.id,
            "label": reason.answer.label,
            "weight": reason.weight,
            "because": reason.answer.because,
            "source": reason.answer.source,
        })
    });
    json!({
        "side": lean.side.id(),
        "headline": lean.headline(),
        "sum": lean.sum,
        "most": lean.most,
        "share": if lean.most == 0 { 0.0 } else { f64::from(lean.sum) / f64::from(lean.most) },
        "answered": lean.reasons.len(),
        "questions": catalog.questions.len(),
        "reasons": reasons.collect::<Vec<_>>(),
        "open": lean.open.iter().map(|question| &question.id).collect::<Vec<_>>(),
        "advice": lean.advice(),
        "legal_advice": false,
    })
}

/// Every question, its answers and their weights, by the ids that a file of answers uses.
fn list(catalog: &Catalog, json: bool) {
    if json {
        let answer = |answer: &Answer| {
            json!({
                "id": answer.id,
                "label": answer.label,
                "lean": answer.lean,
                "because": answer.because,
                "source": answer.source,
            })
        };
        let all: Vec<Value> = (catalog.questions.iter())
            .map(|question| {
                let answers: Vec<Value> = question.answers.iter().map(answer).collect();
                json!({ "id": question.id, "text": question.text, "why": question.why, "answers": answers })
            })
            .collect();
        say(&json!({ "questions": all }).to_string());
        return;
    }
    for question in &catalog.questions {
        say(&format!("{}: {}", question.id, question.text));
        for answer in &question.answers {
            say(&format!("  {}  {}: {}", signed(answer.lean.into()), answer.id, answer.label));
        }
    }
}

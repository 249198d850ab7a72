//! `rolewright review`: what could be better about postings and texts.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use jiff::ZonedDateTime;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::args::{ReviewArgs, ReviewKind};
use super::{Failure, data_dir, error, say, templates_dir, warn_of};
use crate::catalog::{Catalog, load_with_folder};
use crate::document;
use crate::drafts::{DraftStore, Settings, StoreError, home, posting_file};
use crate::files;
use crate::posting::Posting;
use crate::review::{
    Employer, Finding, Group, RULES, Reads, Request, Review, Reviewer, Severity, Speller, origin_key, text,
};

/// The longest text that is read: some hundred times the longest posting we know.
const MAX_TEXT_BYTES: u64 = 4 << 20;

pub(super) fn run(args: &ReviewArgs, option: Option<&Path>) -> Result<(), Failure> {
    if args.rules {
        rules(args.json);
        return Ok(());
    }
    let data_dir = data_dir(option)?;
    let own = if args.no_profile { Own::default() } else { Own::of(&data_dir)? };
    let mut desk = Desk {
        templates: templates_dir(&data_dir),
        catalogs: BTreeMap::new(),
        spellers: BTreeMap::new(),
        off: args.without.iter().cloned().chain(own.off).collect(),
        own_words: own.words,
        employer: Employer { employees: args.employees.or(own.employees) },
        today: ZonedDateTime::now().date(),
        language: args.language.as_ref().map(|locale| format!("{}-{}", locale.language, locale.region.code())),
    };
    let mut failed = false;
    let mut reached = false;
    let mut all = Vec::new();
    for file in &args.files {
        match desk.review(file, args.read_as) {
            Ok(told) => {
                reached |= args.fail_on.is_some_and(|worst| told.review.open().any(|found| found.severity <= worst));
                if args.json { all.push(told.json()) } else { told.say() }
            }
            Err(Failure::Because(reason) | Failure::Usage(reason)) => {
                error(&reason);
                failed = true;
            }
            Err(Failure::Said) => failed = true,
        }
    }
    if args.json {
        say(&json!({ "files": all, "legal_advice": false }).to_string());
    }
    if failed || reached { Err(Failure::Said) } else { Ok(()) }
}

/// What the person has settled in the window.
#[derive(Default)]
struct Own {
    /// Rules turned off.
    off: BTreeSet<String>,
    /// Words of their own dictionary, in small letters.
    words: BTreeSet<String>,
    /// People employed, from the company profile.
    employees: Option<u32>,
}

impl Own {
    /// Reads the store, if there is one.
    fn of(data_dir: &Path) -> Result<Self, Failure> {
        let read = || {
            if !DraftStore::is_in(&home(data_dir)?) {
                return Ok(Self::default());
            }
            let store = DraftStore::open_home(data_dir)?;
            let settings: Settings = store.get_setting(Settings::KEY)?.unwrap_or_default();
            Ok(Self {
                off: settings.review_off,
                words: settings.dictionary.iter().map(|word| word.to_lowercase()).collect(),
                employees: store.get_profile()?.and_then(|profile| profile.employees),
            })
        };
        read().map_err(|error: StoreError| {
            Failure::Because(format!("{error} With --no-profile files are reviewed without your settings."))
        })
    }
}

/// What several files share.
struct Desk {
    templates: PathBuf,
    catalogs: BTreeMap<String, (Catalog, Reviewer)>,
    spellers: BTreeMap<&'static str, Option<Speller>>,
    off: BTreeSet<String>,
    own_words: BTreeSet<String>,
    employer: Employer,
    today: Date,
    language: Option<String>,
}

/// What is reviewed.
enum Read {
    Posting(Box<Posting>),
    Text(String),
}

impl Desk {
    fn review(&mut self, file: &Path, read_as: Option<ReviewKind>) -> Result<Told, Failure> {
        let read = read(file, read_as)?;
        let (language, tag) = match &read {
            Read::Posting(posting) => {
                let locale = &posting.locale;
                (locale.language.clone(), format!("{}-{}", locale.language, locale.region.code()))
            }
            Read::Text(_) => {
                let tag = self.language.clone().unwrap_or_else(|| "en-US".to_owned());
                (tag.split('-').next().unwrap_or("en").to_owned(), tag)
            }
        };
        let folder = &self.templates;
        let (catalog, reviewer) = &*self.catalogs.entry(language).or_insert_with_key(|language| {
            let loaded = load_with_folder(language, Some(folder));
            warn_of(&loaded.faults);
            let reviewer = Reviewer::new(&loaded.catalog);
            (loaded.catalog, reviewer)
        });
        let tags = match &read {
            // Nobody said which English a text is in: the one with fewer mistakes.
            Read::Text(_) if self.language.is_none() => vec!["en-US", "en-GB"],
            _ => Speller::dictionary_for(&tag).into_iter().collect(),
        };
        if !self.off.contains("spelling") {
            for tag in &tags {
                self.spellers.entry(tag).or_insert_with(|| Speller::new(tag));
            }
        }
        let with = |request: Request<'_>| {
            let request = Request { employer: self.employer, off: &self.off, own_words: &self.own_words, ..request };
            let spellers = tags.iter().map(|tag| self.spellers.get(tag).and_then(Option::as_ref));
            let mistakes =
                |review: &Review| review.findings.iter().filter(|found| found.group == Group::Spelling).count();
            let reviews = spellers.map(|speller| reviewer.review(&Request { speller, ..request.clone() }));
            reviews.min_by_key(mistakes).unwrap_or_else(|| reviewer.review(&request))
        };
        Ok(match &read {
            Read::Posting(posting) => {
                let document = document::build(posting, catalog);
                let review = with(Request::of(posting, &document, catalog, self.today));
                let quotes = review.findings.iter().map(|finding| quote(finding, &document)).collect();
                Told { file: file.to_owned(), review, quotes, is_text: false }
            }
            Read::Text(words) => {
                let passages = text::passages(words);
                let texts: Vec<String> = passages.iter().map(|passage| passage.text.to_string()).collect();
                let review = with(Request::of_text(passages, &tag, catalog, self.today));
                let quotes = review
                    .findings
                    .iter()
                    .map(|finding| {
                        let at = finding.place.at.as_ref()?;
                        texts.get(at.block)?.get(at.range.clone()).map(str::to_owned)
                    })
                    .collect();
                Told { file: file.to_owned(), review, quotes, is_text: true }
            }
        })
    }
}

fn read(file: &Path, read_as: Option<ReviewKind>) -> Result<Read, Failure> {
    let from_input = file == Path::new("-");
    let ending = file.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    let kind = match (read_as, ending.as_deref()) {
        (Some(kind), _) => kind,
        (None, Some("rolewright")) => ReviewKind::Posting,
        (None, Some("txt" | "text" | "md" | "markdown")) => ReviewKind::Text,
        (None, _) if from_input => ReviewKind::Text,
        (None, _) => {
            return Err(Failure::Because(format!(
                "{}: what kind of file is it? Say --as posting or --as text.",
                file.display()
            )));
        }
    };
    match kind {
        ReviewKind::Posting if !from_input => posting_file::read(file)
            .map(|posting| Read::Posting(Box::new(posting)))
            .map_err(|error| Failure::Because(error.to_string())),
        ReviewKind::Posting => {
            let bytes = standard_input()?;
            posting_file::from_bytes(&bytes)
                .map(|posting| Read::Posting(Box::new(posting)))
                .map_err(|error| Failure::because(file, &error))
        }
        ReviewKind::Text => {
            let bytes = if from_input { standard_input()? } else { files::read_limited(file, MAX_TEXT_BYTES)? };
            String::from_utf8(bytes).map(Read::Text).map_err(|error| {
                let at = error.utf8_error().valid_up_to();
                Failure::Because(format!(
                    "{}: it is no UTF-8 text from byte {at} on. Save it as UTF-8 in your editor; Word files cannot be read here.",
                    file.display()
                ))
            })
        }
    }
}

fn standard_input() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(MAX_TEXT_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::Because(format!("standard input: {error}")))?;
    if bytes.len() as u64 > MAX_TEXT_BYTES {
        return Err(Failure::Because(format!("standard input: more than {} MB is no posting.", MAX_TEXT_BYTES >> 20)));
    }
    Ok(bytes)
}

/// The words that a finding is about.
fn quote(finding: &Finding, document: &document::Document) -> Option<String> {
    use crate::document::BlockKind;
    let at = finding.place.at.as_ref()?;
    let words = match &document.blocks.get(at.block)?.kind {
        BlockKind::Title(words) | BlockKind::Heading(words) | BlockKind::Subheading(words) => words.clone(),
        BlockKind::Paragraph(words) => words.words(),
        BlockKind::Bullets(bullets) | BlockKind::Numbers(bullets) => bullets.get(at.item)?.text.words(),
        BlockKind::Facts { rows, .. } => rows.get(at.item)?.value.words(),
        BlockKind::Table(_) | BlockKind::PageBreak => return None,
    };
    words.get(at.range.clone()).map(str::to_owned)
}

/// The review of one file.
struct Told {
    file: PathBuf,
    review: Review,
    /// The words of each finding.
    quotes: Vec<Option<String>>,
    is_text: bool,
}

impl Told {
    /// Where a finding is: the line of a text, the field or item of a posting.
    fn place(finding: &Finding) -> String {
        match finding.place.at.as_ref().and_then(|at| at.line) {
            Some(line) => line.to_string(),
            None => origin_key(&finding.place.origin),
        }
    }

    fn say(&self) {
        let file = self.file.display();
        for finding in self.review.open() {
            say(&format!(
                "{file}:{}: {}: {} [{}]\n    {}\n    {}: {}",
                Self::place(finding),
                finding.severity.label(),
                finding.title,
                finding.rule,
                finding.reason,
                finding.source.evidence.label(),
                finding.source.text,
            ));
        }
        let counts = Severity::ALL.map(|severity| format!("{} {}", self.review.count(severity), severity.label()));
        let dismissed = self.review.findings.len() - self.review.open().count();
        let dismissed = if dismissed > 0 { format!(", {dismissed} dismissed") } else { String::new() };
        let measures = &self.review.measures;
        let grade = measures.grade.map_or_else(String::new, |grade| format!(", grade {grade:.1}"));
        say(&format!(
            "{file}: {}{dismissed}; {} words{grade}, {} min to read",
            counts.join(", "),
            measures.words,
            measures.minutes,
        ));
        if self.is_text {
            say(&format!(
                "{file}: read as words only; {} rules about a posting's fields were skipped",
                skipped().len()
            ));
        }
    }

    fn json(&self) -> Value {
        let findings: Vec<Value> = self
            .review
            .findings
            .iter()
            .zip(&self.quotes)
            .map(|(finding, quote)| {
                let at = finding.place.at.as_ref();
                json!({
                    "rule": finding.rule,
                    "group": finding.group,
                    "severity": finding.severity,
                    "place": origin_key(&finding.place.origin),
                    "line": at.and_then(|at| at.line),
                    "words": quote,
                    "start": at.map(|at| at.range.start),
                    "end": at.map(|at| at.range.end),
                    "title": finding.title,
                    "reason": finding.reason,
                    "source": finding.source,
                    "fixes": finding.fixes.iter().map(|fix| &fix.label).collect::<Vec<_>>(),
                    "dismissed": finding.dismissed,
                })
            })
            .collect();
        let measures = &self.review.measures;
        json!({
            "file": self.file.display().to_string(),
            "read_as": if self.is_text { "text" } else { "posting" },
            "counts": {
                "must": self.review.count(Severity::Must),
                "should": self.review.count(Severity::Should),
                "consider": self.review.count(Severity::Consider),
            },
            "measures": {
                "words": measures.words,
                "minutes": measures.minutes,
                "grade": measures.grade.map(|grade| (grade * 100.0).round() / 100.0),
                "must": measures.must,
                "nice": measures.nice,
                "duties": measures.duties,
            },
            "skipped": if self.is_text { skipped() } else { Vec::new() },
            "findings": findings,
        })
    }
}

/// Ids of the rules that a plain text has nothing for.
fn skipped() -> Vec<&'static str> {
    RULES.iter().filter(|rule| rule.reads == Reads::Posting).map(|rule| rule.id).collect()
}

/// Lists the rules: the program's own account of itself.
fn rules(as_json: bool) {
    if as_json {
        let all: Vec<Value> = RULES
            .iter()
            .map(|rule| {
                json!({
                    "rule": rule.id,
                    "group": rule.group,
                    "name": rule.name,
                    "looks_for": rule.looks_for,
                    "severity": rule.severity,
                    "source": rule.source,
                    "reads": rule.reads,
                })
            })
            .collect();
        return say(&json!({ "rules": all }).to_string());
    }
    for group in Group::ALL {
        say(&format!("{}\n", group.label()));
        for rule in RULES.iter().filter(|rule| rule.group == group) {
            say(&format!(
                "  {} [{}], at worst {}\n      {}\n      {}: {}\n",
                rule.name,
                rule.id,
                rule.severity.label(),
                rule.looks_for,
                rule.source.evidence.label(),
                rule.source.text,
            ));
        }
    }
    say("Advice on pay law is not legal advice.");
}

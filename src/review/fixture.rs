//! Postings and texts for the rules' tests.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use uuid::Uuid;

use super::*;
use crate::catalog::{Catalog, Id, Level, Role, Track, load_built_in};
use crate::document::{Origin, build};
use crate::posting::{Edit, Posting};

/// The day on which tests look at postings.
pub(crate) const TODAY: Date = date(2026, 11, 25);

/// The built-in templates, read once.
pub(crate) fn catalog() -> &'static Catalog {
    static CATALOG: std::sync::OnceLock<Catalog> = std::sync::OnceLock::new();
    CATALOG.get_or_init(|| load_built_in("en"))
}

fn reviewer() -> &'static Reviewer {
    static REVIEWER: std::sync::OnceLock<Reviewer> = std::sync::OnceLock::new();
    REVIEWER.get_or_init(|| Reviewer::new(catalog()))
}

/// A new posting of the templates: a senior backend engineer's.
pub(crate) fn posting() -> Posting {
    of_role("backend", Track::Engineer, Level::Senior)
}

/// A new posting for a role.
pub(crate) fn of_role(specialism: &str, track: Track, level: Level) -> Posting {
    let role = Role { specialism: Id::new(specialism).unwrap(), track, level };
    let now: Timestamp = "2026-11-25T09:00:00Z".parse().unwrap();
    Posting::new(Uuid::nil(), role, None, catalog(), now)
}

/// The posting with edits applied.
pub(crate) fn edited(mut posting: Posting, edits: impl IntoIterator<Item = Edit>) -> Posting {
    let now = posting.changed;
    for edit in edits {
        edit.apply(&mut posting, catalog(), now).unwrap();
    }
    posting
}

/// What one rule finds in a posting.
pub(crate) fn found(rule: &str, posting: &Posting) -> Vec<Finding> {
    found_by(rule, posting, Employer::default())
}

/// What one rule finds in a posting of an employer.
pub(crate) fn found_by(rule: &str, posting: &Posting, employer: Employer) -> Vec<Finding> {
    assert!(RULES.iter().any(|known| known.id == rule), "there is no rule {rule}");
    let document = build(posting, catalog());
    let speller = (rule == "spelling").then(speller::tests::american);
    let request = Request { employer, speller, ..Request::of(posting, &document, catalog(), TODAY) };
    reviewer().review(&request).findings.into_iter().filter(|finding| finding.rule == rule).collect()
}

/// The words that one rule marks in a text of one paragraph.
pub(crate) fn marked(rule: &str, text: &str) -> Vec<String> {
    marked_in(rule, text, PassageKind::Paragraph, Section::Other)
}

/// The words that one rule marks in a text that is a passage of some kind.
pub(crate) fn marked_in(rule: &str, text: &str, kind: PassageKind, section: Section) -> Vec<String> {
    assert!(RULES.iter().any(|known| known.id == rule), "there is no rule {rule}");
    let passages = vec![Passage {
        text: Cow::Borrowed(text),
        kind,
        section,
        origin: Origin::Fixed,
        block: 0,
        item: 0,
        line: Some(1),
    }];
    let speller = (rule == "spelling").then(speller::tests::american);
    let request = Request { speller, ..Request::of_text(passages, "en-US", catalog(), TODAY) };
    let findings = reviewer().review(&request).findings.into_iter().filter(|finding| finding.rule == rule);
    findings.filter_map(|finding| Some(text[finding.place.at?.range].to_owned())).collect()
}

/// Looks at a text of one paragraph as a rule does.
pub(crate) fn subject_of<T>(text: &str, look: impl FnOnce(&Subject<'_>) -> T) -> T {
    let passages = vec![Passage {
        text: Cow::Borrowed(text),
        kind: PassageKind::Paragraph,
        section: Section::Other,
        origin: Origin::Fixed,
        block: 0,
        item: 0,
        line: Some(1),
    }];
    look(&Subject::new(&Request::of_text(passages, "en-US", catalog(), TODAY), reviewer()))
}

/// Applies a finding's first fix and says that the rule then finds this no more.
pub(crate) fn assert_fix_works(rule: &str, posting: &Posting) -> Posting {
    let before = found(rule, posting);
    let finding = before.first().expect("the rule finds something");
    let fix = finding.fixes.first().expect("the finding has a fix");
    let after = edited(posting.clone(), [fix.edit.clone()]);
    let still = found(rule, &after);
    assert!(still.iter().all(|other| other.about != finding.about), "still there after the fix: {still:?}");
    after
}

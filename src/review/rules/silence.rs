//! What no rule may speak of: known false alarms, and our own templates.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::catalog::{Level, Track};
use crate::document::{Origin, build};
use crate::posting::{Edit, PayEdit, Posting, TextField, WorkModel};
use crate::review::fixture::{TODAY, catalog, edited, of_role};
use crate::review::{Finding, Group, Passage, PassageKind, Request, Reviewer, Section, Severity};

fn reviewer() -> &'static Reviewer {
    static REVIEWER: std::sync::OnceLock<Reviewer> = std::sync::OnceLock::new();
    REVIEWER.get_or_init(|| Reviewer::new(catalog()))
}

/// Findings about words in texts, each a point of the requirements.
fn about(texts: &[&str]) -> Vec<Finding> {
    let passages = texts
        .iter()
        .enumerate()
        .map(|(block, text)| Passage {
            text: Cow::Owned((*text).to_owned()),
            kind: PassageKind::Bullet,
            section: Section::Must,
            origin: Origin::Fixed,
            block,
            item: 0,
            line: Some(block + 1),
        })
        .collect();
    let request = Request::of_text(passages, "en-US", catalog(), TODAY);
    let about_words = |finding: &Finding| {
        finding.group == Group::Wording || (finding.group == Group::Software && finding.place.at.is_some())
    };
    reviewer().review(&request).findings.into_iter().filter(about_words).collect()
}

#[test]
fn known_false_alarms_stay_silent() {
    let senses = [
        "You know analytics, design principles and business logic.",
        "You work test-driven, and build event-driven services.",
        "You have written Objective-C.",
        "You build on your competencies.",
        "You have run active-active clusters with a persistence layer.",
        "You have done sharding, and kept SharePoint and C-sharp code.",
        "You build responsive pages, and keep every dependency up to date.",
        "You write a good commit message, and know how a child process ends.",
        "You know what kind of generator may yield, and why.",
        "A master's degree or equivalent experience, or work as a scrum master.",
        "You keep master data, and a webmaster account.",
        "You have mastery of Git.",
        "Go is used here; you may go far.",
        "We use Swift and Spring since spring.",
        "You know React Native, cloud-native tools and native code.",
        "You are a good citizen of the open-source community.",
        "Security is a first-class citizen.",
        "You close outstanding issues in a mature code base.",
        "You know white-box and black-box tests.",
        "You know dynamic languages and strongly typed ones.",
        "You kept a service up around the clock with Gunicorn.",
        "Walk us through your design; we want to hear from you.",
        "Our company is young, and so is its market.",
        "You have built brute-force and greedy algorithms.",
        "Our unicorn start-up has grown.",
    ];
    let found = about(&senses);
    assert!(found.is_empty(), "{found:#?}");
}

/// A new posting with what only a person can know filled in.
fn filled(specialism: &str, track: Track, level: Level) -> Posting {
    let amount = |thousands: i64| Some(Decimal::from(thousands * 1000));
    edited(
        of_role(specialism, track, level),
        [
            Edit::Text(TextField::Company, "Northlight Systems".to_owned()),
            Edit::Text(TextField::ApplyLink, "https://northlight.example/jobs".to_owned()),
            Edit::WorkModel(Some(WorkModel::OnSite)),
            Edit::Pay(PayEdit::Min(amount(90))),
            Edit::Pay(PayEdit::Max(amount(110))),
        ],
    )
}

#[test]
fn a_new_posting_has_nothing_worse_than_advice_and_little_of_it() {
    for specialism in &catalog().specialisms {
        for track in Track::ALL {
            for level in Level::ALL {
                let posting = filled(specialism.id.as_str(), track, level);
                let document = build(&posting, catalog());
                let request = Request { off: &BTreeSet::new(), ..Request::of(&posting, &document, catalog(), TODAY) };
                let review = reviewer().review(&request);
                let ours = |finding: &&Finding| matches!(finding.group, Group::Wording | Group::Software);
                let found: Vec<&Finding> = review.findings.iter().filter(ours).collect();
                let role = format!("{} {track:?} {level:?}", specialism.id);
                assert!(found.iter().all(|finding| finding.severity == Severity::Consider), "{role}: {found:#?}");
                assert!(found.len() <= 1, "{role}: {found:#?}");
            }
        }
    }
}

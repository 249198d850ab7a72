//! Whatever a person writes, the review points at words that are there, and its fixes mend.

use proptest::prelude::*;
use rolewright::document::{Block, BlockKind, Document, build};
use rolewright::posting::{Edit, EditError, Posting, Prose};
use rolewright::review::{At, Finding, Request, text};

use super::{CATALOG, REVIEWER, SPELLER, TODAY, arbitrary, review};

/// Words that rules look for, and others.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => proptest::sample::select(vec![
            "rockstar", "fast-paced", "You", "build", "Rust", "10+ years of Kubernetes", "he/she", "master", "slave",
            "native speaker", "US citizens only", "competitive salary", "up to $120,000", "GitHub", "Javascript", "young",
            "degree", "excellent", "responsibilities", "requirments", "maintainance", "–", "\u{2011}", "’", "🚀", "é",
            "recent graduate", "Vim", "C++", ".", "!", "React", "Angular", "Vue", "salary history", "or", "and", "\n",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ];
    // The same word twice in a row would stand there again after one of the two is left out.
    proptest::collection::vec(word, 0..40).prop_map(|mut words| {
        words.dedup();
        words.join(" ")
    })
}

/// The words of a passage of a document.
fn passage(document: &Document, at: &At) -> Option<String> {
    let Block { kind, .. } = document.blocks.get(at.block)?;
    Some(match kind {
        BlockKind::Title(text) | BlockKind::Heading(text) => text.clone(),
        BlockKind::Paragraph(text) => text.words(),
        BlockKind::Bullets(bullets) | BlockKind::Numbers(bullets) => bullets.get(at.item)?.text.words(),
        BlockKind::Facts { rows, .. } => rows.get(at.item)?.value.words(),
        BlockKind::Subheading(_) | BlockKind::Table(_) | BlockKind::PageBreak => return None,
    })
}

fn points_at_words(finding: &Finding, words: &str) -> bool {
    finding.place.at.as_ref().is_some_and(|at| words.get(at.range.clone()).is_some())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_in_any_text_stand_on_letters_of_it(words in words(), noise in any::<String>()) {
        let text = format!("{words}\n- {noise}\n{words}");
        let passages = text::passages(&text);
        let texts: Vec<String> = passages.iter().map(|passage| passage.text.to_string()).collect();
        let request = Request { speller: Some(&SPELLER), ..Request::of_text(passages, "en-US", &CATALOG, TODAY) };
        for finding in REVIEWER.review(&request).findings {
            if let Some(at) = &finding.place.at {
                prop_assert!(points_at_words(&finding, &texts[at.block]), "{finding:?}");
                let line = at.line.unwrap_or(0);
                prop_assert!((1..=text.split('\n').count()).contains(&line), "{finding:?}");
            }
            prop_assert!(finding.fixes.is_empty(), "a text cannot be edited: {finding:?}");
        }
    }

    #[test]
    fn findings_in_any_posting_stand_on_letters_of_its_document(posting in arbitrary::posting(), words in words()) {
        let mut posting = posting;
        posting.summary.wording = Some(words.clone());
        posting.summary.on = true;
        posting.title = Some(words);
        let document = build(&posting, &CATALOG);
        for finding in review(&posting).findings {
            if let Some(at) = &finding.place.at {
                let words = passage(&document, at);
                prop_assert!(words.is_some_and(|words| points_at_words(&finding, &words)), "{finding:?}");
            }
        }
    }

    #[test]
    fn every_fix_takes_its_finding_away(words in words(), about in words(), arbitrary in arbitrary::posting()) {
        let mut posting = arbitrary;
        posting.summary.wording = Some(words);
        posting.summary.on = true;
        posting.company.about = about;
        for finding in review(&posting).findings {
            for fix in &finding.fixes {
                let mut fixed = posting.clone();
                let done = fix.edit.apply(&mut fixed, &CATALOG, posting.changed);
                if matches!(done, Err(EditError::BadAmount(_))) {
                    // A file can hold amounts that no window takes; the fix is then refused with a message.
                    continue;
                }
                prop_assert!(done.is_ok(), "{done:?}: {finding:?}");
                let still = review(&fixed);
                let same = |other: &&Finding| other.rule == finding.rule && other.about == finding.about;
                prop_assert!(still.findings.iter().find(same).is_none(), "{fix:?} leaves {finding:?}");
            }
        }
    }
}

#[test]
fn a_dismissed_finding_is_kept_as_such_and_comes_last() {
    let mut posting = begun();
    let summary = Edit::Prose(Prose::Summary, Some("You are a rockstar.".to_owned()));
    let now = posting.changed;
    summary.apply(&mut posting, &CATALOG, now).unwrap();
    let found = review(&posting).findings.into_iter().find(|found| found.rule == "jargon").unwrap();
    let dismissal = rolewright::posting::Dismissal {
        rule: found.rule.to_owned(),
        about: found.about.clone(),
        note: "our band".to_owned(),
    };
    Edit::Dismiss(dismissal).apply(&mut posting, &CATALOG, now).unwrap();
    let review = review(&posting);
    assert!(review.open().all(|open| open.about != found.about));
    assert_eq!(review.findings.last().unwrap().dismissed.as_deref(), Some("our band"));
}

fn begun() -> Posting {
    use rolewright::catalog::{Id, Level, Role, Track};
    let role = Role { specialism: Id::new("backend").unwrap(), track: Track::Engineer, level: Level::Senior };
    Posting::new(uuid::Uuid::nil(), role, None, &CATALOG, "2026-11-25T09:00:00Z".parse().unwrap())
}

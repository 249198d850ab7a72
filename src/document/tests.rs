//! What a posting turns into, and what it does not.
use serde_json::{Value, json};

use super::fixture::{catalog, id, posting, words};
use super::*;
use crate::posting::{List, Posting, Prose};

/// The document as lines: `#` a heading, `-` a bullet, `1.` a step, `label = value` a fact.
fn lines(with: Value) -> Vec<String> {
    let document = build(&posting(with), &catalog());
    document.blocks.iter().flat_map(block_lines).collect()
}

fn block_lines(block: &Block) -> Vec<String> {
    match &block.kind {
        BlockKind::Table(_) | BlockKind::PageBreak | BlockKind::Subheading(_) => unreachable!("a posting has none"),
        BlockKind::Title(text) => vec![format!("## {text}")],
        BlockKind::Heading(text) => vec![format!("# {text}")],
        BlockKind::Paragraph(text) => vec![text.words()],
        BlockKind::Bullets(points) => points.iter().map(|point| format!("- {}", point.text.words())).collect(),
        BlockKind::Numbers(points) => points.iter().map(|point| format!("1. {}", point.text.words())).collect(),
        BlockKind::Facts { rows, .. } => rows.iter().map(|r| format!("{} = {}", r.label, r.value.words())).collect(),
    }
}

/// The rows of the facts table.
fn facts(with: Value) -> Vec<String> {
    lines(with)[1..].to_vec()
}

fn item(name: &str, strength: Value) -> Value {
    json!({ "id": name, "strength": strength, "label": name })
}

#[test]
fn every_key_that_the_code_uses_is_in_the_templates_and_no_other() {
    let words = words();
    for key in keys::ALL {
        assert!(words.has(key), "{key} is missing in templates/en/words.toml");
    }
    let file: toml::Table = include_str!("../../templates/en/words.toml").parse().unwrap();
    for (group, entries) in file["words"].as_table().unwrap().iter().filter(|(group, _)| *group != "country") {
        for key in entries.as_table().unwrap().keys() {
            let key = format!("{group}.{key}");
            assert!(keys::ALL.contains(&key.as_str()), "{key} is used nowhere");
        }
    }
}

#[test]
fn a_posting_that_says_nothing_is_a_title_alone() {
    let document = build(&posting(json!({})), &catalog());
    assert_eq!(document.blocks.iter().flat_map(block_lines).collect::<Vec<_>>(), ["## Senior Backend Engineer"]);
    assert_eq!(document.header, None);
    assert_eq!(document.meta.author, "");
    assert_eq!((document.language.as_str(), document.paper), ("en-US", Paper::Letter));
}

#[test]
fn blank_texts_and_items_that_are_off_leave_no_trace() {
    let blank = json!({ "on": true, "wording": "  \n\n - \n" });
    let said = lines(json!({
        "title": "  ", "team": " ", "reference": "\n", "apply_link": " ", "apply_email": " ", "adjustments_contact": " ",
        "company": { "name": " ", "about": "\n \n" },
        "locations": [{ "city": " ", "region": "" }],
        "skills": { "items": [item("rust", Value::Null), item("gone", Value::Null)] },
        "duties": { "items": [item("build", Value::Null)] },
        "benefits": { "items": [item("leave", Value::Null)] },
        "steps": { "items": [{ "id": "own", "own": true, "strength": "must", "label": "  " }] },
        "education": { "on": true },
        "pay": { "currency": "USD", "bonus": " ", "equity": "" },
        "closing": { "kind": "unsaid" },
    }));
    assert_eq!(said, ["## Senior Backend Engineer"]);
    let mut one = posting(json!({ "summary": blank, "statement": { "on": true, "wording": "  " } }));
    one.statement.on = false;
    assert_eq!(prose_text(&one, Prose::Statement, &catalog()), words().get(keys::STATEMENT_DEFAULT));
}

#[test]
fn sections_stand_in_the_order_readers_expect() {
    let on = json!({ "on": true });
    let education = json!({ "on": true, "degree": "bachelor", "stands_alone": true });
    let headings: Vec<String> = lines(json!({
        "company": { "name": "Northlight Systems", "about": "We move payments." },
        "summary": on, "experience": on, "career": on, "statement": on,
        "skills": { "items": [item("rust", json!("must")), item("go", json!("nice")), item("sql", json!("learn"))] },
        "duties": { "items": [item("build", json!("must"))] },
        "benefits": { "items": [item("leave", json!("must"))] },
        "steps": { "items": [item("talk", json!("must"))] },
        "education": education,
        "apply_email": "jobs@northlight.example",
    }))
    .into_iter()
    .filter(|line| line.starts_with("# "))
    .collect();
    assert_eq!(
        headings,
        [
            "# About the role",
            "# What you will do",
            "# What you bring",
            "# Nice to have",
            "# What you will learn here",
            "# Education",
            "# Benefits",
            "# How we hire",
            "# Where this role can lead",
            "# About Northlight Systems",
            "# Equal opportunity",
            "# How to apply",
        ]
    );
}

#[test]
fn requirements_begin_with_experience_and_end_with_education() {
    let said = lines(json!({
        "experience": { "on": true },
        "skills": { "items": [item("rust", json!("must"))] },
        "education": { "on": true, "degree": "bachelor", "fields": ["related-field", "computer-science"], "or_equivalent": true },
    }));
    assert_eq!(
        said[1..],
        [
            "# What you bring",
            "- You have five years of experience.",
            "- You have built services in Rust.",
            "- A bachelor's degree in computer science or a related field, or equivalent experience.",
        ]
    );
}

#[test]
fn the_summary_is_made_of_role_and_level_without_the_empty_parts() {
    let said = lines(json!({ "summary": { "on": true } }));
    assert_eq!(said[2], "About the Engineer. Your work reaches several teams. You choose the way.");
}

#[test]
fn an_item_is_worded_by_hand_then_by_the_catalogue_then_as_last_shown_then_by_its_label() {
    let said = lines(json!({ "skills": { "items": [
        { "id": "rust", "strength": "must", "label": "Rust", "ours": "Old words.", "wording": " You know Rust. " },
        { "id": "go", "strength": "must", "label": "Go", "ours": "Old words.", "wording": " " },
        { "id": "gone", "strength": "must", "label": "Gone", "ours": "Words of another machine." },
        { "id": "away", "strength": "must", "label": "Away" },
        { "id": "sql", "own": true, "strength": "must", "label": "My own SQL" },
    ] } }));
    assert_eq!(
        said[2..],
        [
            "- You know Rust.",
            "- You have built services in Go.",
            "- Words of another machine.",
            "- Away",
            "- My own SQL",
        ]
    );
}

#[test]
fn strength_decides_the_sentence() {
    let catalog = catalog();
    let mut item: crate::posting::Item = serde_json::from_value(item("rust", json!("learn"))).unwrap();
    assert_eq!(item_text(List::Skills, &item, &catalog), "You will learn Rust with us.");
    item.strength = None;
    assert_eq!(item_text(List::Skills, &item, &catalog), "You have built services in Rust.");
}

#[test]
fn place_and_work_model_share_a_row_as_a_person_would_say_it() {
    let denver = json!({ "city": "Denver", "region": "Colorado", "country": "US" });
    let hybrid = json!({ "kind": "hybrid", "days": 2 });
    assert_eq!(
        facts(json!({ "locations": [denver], "work_model": hybrid })),
        ["Location = Denver, Colorado, hybrid: 2 days a week on site"]
    );
    let berlin = json!({ "city": "Berlin", "region": "Berlin", "country": "DE" });
    assert_eq!(
        facts(json!({ "locations": [denver, berlin], "work_model": { "kind": "hybrid", "days": 1 } })),
        ["Location = Denver, Colorado; Berlin, Germany", "Work model = Hybrid: 1 day a week on site"]
    );
    assert_eq!(facts(json!({ "locations": [denver] })), ["Location = Denver, Colorado"]);
    assert_eq!(facts(json!({ "locations": [{ "country": "US" }] })), ["Location = United States"]);
    assert_eq!(facts(json!({ "work_model": { "kind": "hybrid" } })), ["Work model = Hybrid"]);
    assert_eq!(facts(json!({ "work_model": { "kind": "on-site" } })), ["Work model = On site"]);
    assert_eq!(facts(json!({ "work_model": { "kind": "remote", "within": "" } })), ["Location = Remote"]);
    assert_eq!(
        facts(json!({ "work_model": { "kind": "remote", "within": "anywhere in {days} Germany" } })),
        ["Location = Remote: anywhere in {days} Germany"]
    );
}

#[test]
fn employment_and_hours_are_said_as_far_as_they_are_known() {
    let hours = |per_week: Value| json!({ "full_time": true, "per_week": per_week });
    assert_eq!(
        facts(json!({ "employment": "permanent", "hours": hours(json!("37.5")) })),
        ["Employment = Full-time, permanent", "Hours = 37.5 hours a week"]
    );
    assert_eq!(facts(json!({ "employment": "fixed-term" })), ["Employment = Fixed-term"]);
    assert_eq!(
        facts(json!({ "employment": "internship", "hours": hours(Value::Null) })),
        ["Employment = Full-time internship"]
    );
    assert_eq!(facts(json!({ "hours": hours(Value::Null) })), ["Employment = Full-time"]);
    assert_eq!(
        facts(json!({ "hours": { "full_time": false, "per_week": "1" } })),
        ["Employment = Part-time", "Hours = 1 hour a week"]
    );
}

#[test]
fn pay_is_said_as_a_range_a_bound_or_an_amount() {
    let pay = |with: Value| {
        let mut pay = json!({ "currency": "USD" });
        with.as_object().unwrap().iter().for_each(|(key, value)| pay[key] = value.clone());
        facts(json!({ "pay": pay }))
    };
    assert_eq!(pay(json!({ "min": "142000", "max": "168000" })), ["Pay = $142,000 to $168,000 a year"]);
    assert_eq!(pay(json!({ "min": "142000" })), ["Pay = From $142,000 a year"]);
    assert_eq!(pay(json!({ "max": "168000" })), ["Pay = Up to $168,000 a year"]);
    assert_eq!(
        pay(json!({ "min": "40", "max": "40.00", "period": "hour", "basis": "gross" })),
        ["Pay = $40 an hour, before tax"]
    );
    assert_eq!(
        pay(json!({ "min": "142000", "bonus": "Plus a bonus of 10%.", "equity": "stock options" })),
        ["Pay = From $142,000 a year, plus a bonus of 10%", "Equity = Stock options"]
    );
    assert_eq!(pay(json!({ "bonus": "plus 10%", "equity": "" })), ["Bonus = 10%"]);
}

#[test]
fn start_and_closing_are_said_in_words() {
    assert_eq!(
        facts(
            json!({ "start": { "kind": "on", "date": "2027-03-01" }, "closing": { "kind": "on", "date": "2027-01-31" } })
        ),
        ["Start = March 1, 2027", "Apply by = January 31, 2027"]
    );
    assert_eq!(
        facts(json!({ "start": { "kind": "as-soon-as-possible" }, "closing": { "kind": "until-filled" } })),
        ["Start = As soon as possible", "Applications = Open until filled"]
    );
}

#[test]
fn pay_leads_the_benefits_where_it_is_said() {
    let benefits = json!({ "items": [item("leave", json!("must"))] });
    let said = lines(json!({ "benefits": benefits, "pay": { "currency": "USD", "min": "10", "period": "hour" } }));
    assert_eq!(said[2..], ["# Pay and benefits", "- Pay: from $10 an hour.", "- Thirty days of leave."]);
}

#[test]
fn the_way_to_apply_has_links_and_the_closing_date() {
    let document = build(
        &posting(json!({
            "apply_link": "northlight.example/jobs", "apply_email": "jobs@northlight.example",
            "adjustments_contact": "Ana Sousa, ana@northlight.example.",
            "closing": { "kind": "until-filled" },
        })),
        &catalog(),
    );
    let texts = document.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Paragraph(text) => Some(text),
        _ => None,
    });
    let links: Vec<_> = texts.flat_map(|text| &text.0).filter_map(|span| span.link.as_deref()).collect();
    assert_eq!(
        links,
        ["https://northlight.example/jobs", "mailto:jobs@northlight.example", "mailto:ana@northlight.example"]
    );
    let said: Vec<_> = document.blocks.iter().skip(2).flat_map(block_lines).collect();
    assert_eq!(
        said,
        [
            "# How to apply",
            "Apply online: northlight.example/jobs",
            "Apply by e-mail: jobs@northlight.example",
            "We take applications until the role is filled.",
            "If you need an adjustment at any step, contact Ana Sousa, ana@northlight.example.",
        ]
    );
}

#[test]
fn a_heading_leads_where_the_first_thing_below_it_leads() {
    let document = build(
        &posting(json!({
            "summary": { "on": true }, "skills": { "items": [item("rust", json!("nice"))] },
            "education": { "on": true, "degree": "master" },
        })),
        &catalog(),
    );
    let origins: Vec<_> = document.blocks.iter().map(|block| block.origin.clone()).collect();
    let (summary, education) = (Origin::Field(Field::Summary), Origin::Field(Field::Education));
    let rust = Origin::Item(List::Skills, id("rust"));
    assert_eq!(
        origins,
        [Origin::Field(Field::Title), summary.clone(), summary, education.clone(), education, rust.clone(), rust]
    );
}

#[test]
fn the_header_names_company_and_logo() {
    let mut posting: Posting = posting(json!({ "company": { "name": " Northlight\nSystems " } }));
    let mut png = Vec::new();
    image::DynamicImage::new_rgb8(2, 1).write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    posting.company.logo = Some(crate::posting::Logo::from_png(&png).unwrap());
    let header = build(&posting, &catalog()).header.unwrap();
    assert_eq!((header.text.as_str(), header.logo_alt.as_str()), ("Northlight Systems", "Logo of Northlight Systems"));
    posting.company.name.clear();
    let header = build(&posting, &catalog()).header.unwrap();
    assert_eq!((header.text.as_str(), header.logo_alt.as_str()), ("", "Company logo"));
}

#[test]
fn a_document_tells_how_long_it_is_to_read() {
    let stats = |words: usize| {
        let summary = vec!["word"; words - 6].join(" ");
        build(&posting(json!({ "summary": { "on": true, "wording": summary } })), &catalog()).stats()
    };
    assert_eq!(stats(612), Stats { words: 612, minutes_to_read: 3 });
    assert_eq!(stats(10), Stats { words: 10, minutes_to_read: 1 });
    assert_eq!(Stats::default(), Stats { words: 0, minutes_to_read: 0 });
}

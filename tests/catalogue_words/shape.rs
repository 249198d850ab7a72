//! Rules about the catalogue as a whole: what is there, what refers to what, what is proposed.

use std::collections::{BTreeMap, BTreeSet};

use rolewright::catalog::{Id, Level, OnRule, Role, Strength, Track, load_with_folder};

use crate::texts::{Faults, catalog, education, entries, name, roles, texts};

#[test]
fn every_built_in_file_is_used_whole() {
    let mut faults = Faults::default();
    for fault in load_with_folder("en", None).faults {
        faults.add(&format!("{:?} {:?}", fault.source, fault.place), "", &fault.reason);
    }
    faults.none();
}

#[test]
fn the_catalogue_has_four_specialisms_and_seven_levels() {
    let catalog = catalog();
    let ids: Vec<_> = catalog.specialisms.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(BTreeSet::from_iter(ids), BTreeSet::from(["software", "backend", "frontend", "fullstack"]));
    let levels: Vec<_> = catalog.levels.iter().map(|l| l.id).collect();
    assert_eq!(levels, Level::ALL);
    for level in &catalog.levels {
        assert!(level.title.contains("{title}"), "en/levels.toml, {}: the title needs {{title}}", level.id.id());
        assert!(level.years_to.is_none_or(|to| level.years_from <= to), "en/levels.toml, {}: years", level.id.id());
    }
}

#[test]
fn every_role_has_25_skills_and_12_duties_to_choose_from() {
    let catalog = catalog();
    let mut faults = Faults::default();
    for role in roles(&catalog) {
        let skills = catalog.skills.iter().filter(|s| s.offered(&role)).count();
        let duties = catalog.duties.iter().filter(|d| d.offered(&role)).count();
        if skills < 25 || duties < 12 {
            faults.add(&name(&role), "", &format!("{skills} skills and {duties} duties"));
        }
    }
    faults.none();
}

#[test]
fn every_point_of_the_source_articles_lists_is_there_once_for_its_track() {
    let catalog = catalog();
    let mut found: BTreeMap<String, Vec<(String, Vec<Track>)>> = BTreeMap::new();
    let tagged = (catalog.skills.iter().map(|s| (&s.article, &s.id, &s.tracks)))
        .chain(catalog.duties.iter().map(|d| (&d.article, &d.id, &d.tracks)));
    for (article, id, tracks) in tagged {
        if let Some(tag) = article {
            found.entry(tag.clone()).or_default().push((id.to_string(), tracks.clone()));
        }
    }
    let mut faults = Faults::default();
    for (track, list, last) in [
        (Track::Developer, "skill", 8),
        (Track::Engineer, "skill", 8),
        (Track::Developer, "duty", 5),
        (Track::Engineer, "duty", 6),
    ] {
        for number in 1..=last {
            let tag = format!("{}-{list}-{number}", track.id());
            match found.remove(&tag).unwrap_or_default().as_slice() {
                [(_, tracks)] if *tracks == [track] => {}
                [(id, tracks)] => faults.add(&tag, id, &format!("is for {tracks:?}")),
                [] => faults.add(&tag, "", "is missing"),
                many => faults.add(&tag, &format!("{many:?}"), "stands more than once"),
            }
        }
    }
    for (tag, entries) in found {
        faults.add(&tag, &format!("{entries:?}"), "is no point of the article");
    }
    faults.none();
}

#[test]
fn every_name_that_an_entry_refers_to_exists_and_ids_are_unique() {
    let catalog = catalog();
    let mut faults = Faults::default();
    let mut check = |place: &str, group: &Id, specialisms: &[Id], on: &[OnRule]| {
        if !catalog.groups.iter().any(|g| g.id == *group) {
            faults.add(place, group.as_str(), "is a group that en/groups.toml lacks");
        }
        for id in specialisms.iter().chain(on.iter().flat_map(|rule| &rule.specialisms)) {
            if catalog.specialism(id).is_none() {
                faults.add(place, id.as_str(), "is a specialism that en/roles lacks");
            }
        }
    };
    for skill in &catalog.skills {
        check(&format!("en/skills, {}", skill.id), &skill.group, &skill.specialisms, &skill.on);
    }
    for (place, _, entry) in entries(&catalog) {
        check(&place, &entry.group, &entry.specialisms, &entry.on);
    }
    for skill in &catalog.skills {
        if let Some(id) = skill.technology.as_ref().filter(|id| catalog.technology(id).is_none()) {
            faults.add(
                &format!("en/skills, {}", skill.id),
                id.as_str(),
                "is a technology that technologies.toml lacks",
            );
        }
    }
    let lists: [(&str, Vec<&Id>); 8] = [
        ("skills", catalog.skills.iter().map(|s| &s.id).collect()),
        ("duties", catalog.duties.iter().map(|e| &e.id).collect()),
        ("benefits", catalog.benefits.iter().map(|e| &e.id).collect()),
        ("steps", catalog.steps.iter().map(|e| &e.id).collect()),
        ("groups", catalog.groups.iter().map(|g| &g.id).collect()),
        ("specialisms", catalog.specialisms.iter().map(|s| &s.id).collect()),
        ("technologies", catalog.technologies.iter().map(|t| &t.id).collect()),
        ("education", education(&catalog).iter().map(|(_, part)| &part.id).collect()),
    ];
    for (list, ids) in lists {
        let mut seen = BTreeSet::new();
        for id in ids.into_iter().filter(|id| !seen.insert(*id)) {
            faults.add(list, id.as_str(), "is there twice");
        }
    }
    faults.none();
}

#[test]
fn technologies_have_a_plausible_first_year() {
    let catalog = catalog();
    let year = |id: &str| catalog.technology(&Id::new(id).unwrap()).map(|t| t.released);
    for technology in &catalog.technologies {
        let released = technology.released;
        assert!((1950..=2026).contains(&released), "technologies.toml, {}: {released}", technology.id);
    }
    // What is built on something cannot be older than it.
    for (older, younger) in [
        ("javascript", "typescript"),
        ("javascript", "react"),
        ("react", "nextjs"),
        ("react", "redux"),
        ("react", "react-native"),
        ("angularjs", "angular"),
        ("css", "tailwind-css"),
        ("nodejs", "express"),
        ("nodejs", "nestjs"),
        ("nodejs", "webpack"),
        ("nodejs", "vite"),
        ("javascript", "nodejs"),
        ("c", "cpp"),
        ("java", "scala"),
        ("java", "kotlin"),
        ("java", "spring-boot"),
        ("dotnet", "aspnet-core"),
        ("python", "django"),
        ("python", "flask"),
        ("python", "fastapi"),
        ("ruby", "rails"),
        ("php", "laravel"),
        ("aws", "dynamodb"),
        ("aws", "aws-lambda"),
        ("linux", "docker"),
        ("docker", "kubernetes"),
        ("git", "github-actions"),
        ("git", "gitlab-ci"),
        ("sql", "postgresql"),
        ("typescript", "nestjs"),
    ] {
        let (Some(first), Some(second)) = (year(older), year(younger)) else {
            panic!("technologies.toml lacks {older} or {younger}");
        };
        assert!(first <= second, "technologies.toml: {younger} ({second}) is older than {older} ({first})");
    }
}

/// Technologies of which a team uses one: asking for two of them asks for a person nobody is.
const RIVALS: [&[&str]; 7] = [
    &["react", "angular", "vue", "svelte"],
    &["aws", "azure", "google-cloud"],
    &["postgresql", "mysql", "sql-server", "oracle-database"],
    &["github-actions", "gitlab-ci", "jenkins"],
    &["python", "java", "csharp", "go", "ruby", "php", "kotlin", "rust", "scala", "elixir"],
    &["cypress", "playwright", "selenium"],
    &["vite", "webpack"],
];

#[test]
fn a_new_posting_begins_with_a_fair_number_of_everything() {
    let catalog = catalog();
    let mut faults = Faults::default();
    for role in roles(&catalog) {
        let early = matches!(role.level, Level::Intern | Level::Junior);
        let at = |strength| catalog.skills.iter().filter(|s| s.proposed(&role) == Some(strength)).count();
        let (must, nice, learn) = (at(Strength::Must), at(Strength::Nice), at(Strength::Learn));
        let duties = catalog.duties.iter().filter(|d| d.proposed(&role)).count();
        let (musts, learns) = if early { (4..=6, 1..=2) } else { (6..=9, 0..=0) };
        let fair = musts.contains(&must)
            && (3..=6).contains(&nice)
            && must + nice <= 14
            && learns.contains(&learn)
            && (5..=9).contains(&duties);
        if !fair {
            faults.add(
                &name(&role),
                &format!("{must} must, {nice} nice, {learn} learn, {duties} duties"),
                "out of range",
            );
        }
        for rivals in RIVALS {
            let on = catalog.skills.iter().filter(|s| rivals.contains(&s.id.as_str()) && s.proposed(&role).is_some());
            let on: Vec<_> = on.map(|s| s.id.as_str()).collect();
            if on.len() > 1 {
                faults.add(&name(&role), &on.join(", "), "are rivals and proposed together");
            }
        }
    }
    faults.none();
}

#[test]
fn every_rule_decides_for_some_role() {
    let catalog = catalog();
    let roles = roles(&catalog);
    let mut faults = Faults::default();
    let mut check = |place: &str, on: &[OnRule], offered: &dyn Fn(&Role) -> bool| {
        for (n, rule) in on.iter().enumerate() {
            let decides = |role: &&Role| rule.matches(role) && !on[..n].iter().any(|earlier| earlier.matches(role));
            if !roles.iter().filter(decides).any(offered) {
                faults.add(place, &format!("{rule:?}"), &format!("rule {} never decides", n + 1));
            }
        }
    };
    for skill in &catalog.skills {
        check(&format!("en/skills/{}.toml, {}", skill.group, skill.id), &skill.on, &|role| skill.offered(role));
    }
    for (place, _, entry) in entries(&catalog) {
        check(&place, &entry.on, &|role| entry.offered(role));
    }
    for (_, part) in education(&catalog) {
        check(&format!("en/education.toml, {}", part.id), &part.on, &|_| true);
    }
    faults.none();
}

#[test]
fn every_group_has_entries_and_no_label_is_empty() {
    let catalog = catalog();
    let mut used: BTreeSet<&Id> = catalog.skills.iter().map(|s| &s.group).collect();
    used.extend(entries(&catalog).into_iter().map(|(_, _, entry)| &entry.group));
    for group in &catalog.groups {
        assert!(used.contains(&group.id), "en/groups.toml, {}: no entry is listed under it", group.id);
    }
    for text in texts(&catalog) {
        assert!(!text.words.is_empty(), "{}: is empty", text.place);
    }
}

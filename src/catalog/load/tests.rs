#![allow(clippy::disallowed_methods, reason = "a test may write half a file")]
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::fs;

use super::*;
use crate::catalog::{Id, Level, Role, Strength, Track};

const BASE: &str = r#"
[[group]]
id = "languages"
label = "Languages"

[[technology]]
id = "rust"
name = "Rust"
released = 2015

[[specialism]]
id = "backend"
label = "Backend"
hint = "Services"
[specialism.developer]
title = "Backend Developer"
about = "You build."
career = ""
hint = ""
[specialism.engineer]
title = "Backend Engineer"
about = "You design."
career = ""
hint = ""
also_called = ["Platform Engineer"]

[[level]]
id = "senior"
label = "Senior"
title = "Senior {title}"
years_from = 5
experience = { developer = "You have built.", engineer = "You have designed." }
autonomy = "You decide."
scope = "Your team."
mentoring = ""
hint = ""

[[level]]
id = "junior"
label = "Junior"
title = "Junior {title}"
years_from = 0
years_to = 2
experience = ""
autonomy = ""
scope = ""
mentoring = ""
hint = ""

[[skill]]
id = "rust"
label = "Rust"
group = "languages"
technology = "rust"
must = "You write Rust."
nice = "Experience with Rust."
learn = "You will learn Rust."
on = [{ strength = "nice", tracks = ["engineer"], levels = ["senior"], specialisms = ["backend"] }]

[[skill]]
id = "go"
label = "Go"
group = "languages"
must = "You write Go."
nice = "Experience with Go."
learn = "You will learn Go."

[words.heading]
duties = "What you will do"
[words.pay]
range = "{min} to {max}"
"#;

const SQL: &str = r#"
[[skill]]
id = "sql"
label = "SQL"
group = "languages"
must = "You write SQL."
nice = "Experience with SQL."
learn = "You will learn SQL."
"#;

/// Loads the base and one file of the person's own.
fn with_own(text: &str) -> Loaded {
    merge::load(&[
        File { source: Source::BuiltIn("base.toml".into()), text: BASE.into(), own: false },
        File { source: Source::File("own.toml".into()), text: text.into(), own: true },
    ])
}

fn faults(loaded: &Loaded) -> Vec<String> {
    loaded.faults.iter().map(ToString::to_string).collect()
}

fn skill_ids(loaded: &Loaded) -> Vec<&str> {
    loaded.catalog.skills.iter().map(|skill| skill.id.as_str()).collect()
}

#[test]
fn a_whole_catalogue_is_read_with_every_field() {
    let loaded = load_from_texts(&[("base.toml", BASE)]);
    assert_eq!(faults(&loaded), [""; 0]);
    let catalog = loaded.catalog;
    let role = Role { specialism: Id::new("backend").unwrap(), track: Track::Engineer, level: Level::Senior };
    assert_eq!(catalog.title(&role), "Senior Backend Engineer");
    assert_eq!(catalog.skills[0].proposed(&role), Some(Strength::Nice));
    assert_eq!(catalog.skills[1].proposed(&role), None);
    assert_eq!(catalog.skills[0].technology, Some(Id::new("rust").unwrap()));
    assert_eq!(catalog.technologies[0].released, 2015);
    let levels: Vec<Level> = catalog.levels.iter().map(|level| level.id).collect();
    assert_eq!(levels, [Level::Junior, Level::Senior], "in the order of levels, not of the file");
    assert_eq!(catalog.levels[1].experience.get(Track::Engineer), "You have designed.");
    assert_eq!(catalog.specialisms[0].engineer.also_called, ["Platform Engineer"]);
    assert_eq!(catalog.words.fill("pay.range", &[("min", "1"), ("max", "2")]), "1 to 2");
}

#[test]
fn a_rule_without_strength_is_a_must_have() {
    let loaded = with_own(&format!("{SQL}on = [{{}}]"));
    assert_eq!(loaded.catalog.skills[2].on[0].strength, Some(Strength::Must));
}

#[test]
fn an_own_entry_takes_the_place_of_ours_or_comes_last_and_is_counted() {
    let replaced = SQL.replace("sql", "rust").replace("SQL", "Rust 2");
    let loaded = with_own(&format!("{SQL}{replaced}\n[words.heading]\nduties = \"Your work\""));
    assert_eq!(faults(&loaded), [""; 0]);
    assert_eq!(skill_ids(&loaded), ["rust", "go", "sql"]);
    assert_eq!(loaded.catalog.skills[0].label, "Rust 2");
    assert_eq!(loaded.catalog.words.get("heading.duties"), "Your work");
    assert_eq!(
        loaded.own,
        [Count { kind: Kind::Skill, added: 1, replaced: 1 }, Count { kind: Kind::Word, added: 0, replaced: 1 }]
    );
    assert_eq!(loaded.own_files, 1);
}

#[test]
fn a_syntax_error_names_the_place_and_drops_that_file_only() {
    for (text, place, reason) in [
        ("\n[[skill]]\nid = \"a\nlabel = 1", (3, 8), "no closing quote"),
        ("[[skill]]\nid = rust", (2, 6), "without quotes"),
        ("[[skill]]\nid = \"a\"\nid = \"b\"", (3, 1), "already used above"),
        ("[[skill]\nid = \"a\"", (1, 9), "closing brackets"),
        ("[[skill]]\nid", (2, 3), "needs “=”"),
        ("[[skill]]\nid = ", (2, 6), "value is missing"),
        ("[[skill]]\nmust = \"ä\" \"b\"", (2, 12), "something stands after"),
        ("[[skill]]\non = [{}", (2, 9), "not closed"),
    ] {
        let loaded = with_own(text);
        assert_eq!(skill_ids(&loaded), ["rust", "go"]);
        assert_eq!(loaded.faults.len(), 1, "{text}: {:?}", faults(&loaded));
        let fault = &loaded.faults[0];
        assert!(fault.reason.contains(reason), "{text}: {fault}");
        assert_eq!(fault.place, Some(place), "{text}: {fault}");
        assert_eq!(fault.source, Source::File("own.toml".into()));
    }
}

#[test]
fn a_faulty_entry_names_the_place_and_reason_and_drops_only_itself() {
    let good = SQL.trim_start();
    for (broken, fault) in [
        (
            good.replace("must =", "musst ="),
            vec![
                "own.toml:10:1: a skill needs the field “must”",
                "own.toml:14:1: “musst” is no field of a skill; did you mean “must”?",
            ],
        ),
        (
            good.replace("\"SQL\"", "3"),
            vec!["own.toml:12:9: “label” of a skill must be a text in quotes, not a number"],
        ),
        (
            good.replace("\"SQL\"", "\" \""),
            vec!["own.toml:12:9: “label” of a skill is empty; write something between the quotes"],
        ),
        (
            good.replace("\"sql\"", "\"S Q L\""),
            vec![
                "own.toml:11:6: “S Q L” is no id: use 1 to 64 lower-case letters, digits and hyphens, starting with a letter or digit",
            ],
        ),
        (
            good.replace("\"sql\"", "\"own-3\""),
            vec!["own.toml:11:6: the id “own-3” is kept for what is typed into a posting; choose another"],
        ),
        (
            good.replace("languages", "langauges"),
            vec!["own.toml:13:9: there is no group “langauges”; did you mean “languages”?"],
        ),
        (good.replace("languages", "tools"), vec!["own.toml:13:9: there is no group “tools”; groups are languages"]),
        (
            format!("{good}technology = \"cobol\""),
            vec!["own.toml:17:14: there is no technology “cobol”; technologies are rust"],
        ),
        (
            format!("{good}specialisms = [\"backend\", \"games\"]"),
            vec!["own.toml:17:27: there is no specialism “games”; specialisms are backend"],
        ),
        (
            format!("{good}tracks = \"engineer\""),
            vec!["own.toml:17:10: “tracks” of a skill must be a list in square brackets, not a text"],
        ),
        (
            format!("{good}tracks = [\"manager\"]"),
            vec!["own.toml:17:11: “manager” is no track; tracks are developer, engineer"],
        ),
        (
            format!("{good}on = [{{ strenght = \"must\" }}]"),
            vec!["own.toml:17:9: “strenght” is no field of a rule; did you mean “strength”?"],
        ),
        (
            format!("{good}on = [{{ strength = \"want\" }}]"),
            vec!["own.toml:17:20: “want” is no strength; strengths are must, nice, learn"],
        ),
        (
            format!("{good}on = [{{ levels = [\"senoir\"] }}]"),
            vec!["own.toml:17:19: “senoir” is no level; did you mean “senior”?"],
        ),
        (
            format!("{good}on = \"always\""),
            vec!["own.toml:17:6: “on” of a skill must be a list in square brackets, not a text"],
        ),
    ] {
        let before = good.replace("sql", "before");
        let after = good.replace("sql", "after");
        let loaded = with_own(&format!("# é\n{before}\n{broken}\n{after}"));
        assert_eq!(skill_ids(&loaded), ["rust", "go", "before", "after"], "{broken}");
        assert_eq!(faults(&loaded), fault, "{broken}");
    }
}

#[test]
fn other_kinds_of_faults_are_named_too() {
    for (text, fault) in [
        ("[skill]\nid = \"a\"", "own.toml:1:1: write [[skill]] with two brackets on each side, once before each skill"),
        ("skill = [1]", "own.toml:1:10: a skill must be a table of fields, not a number"),
        ("[[skil]]", "own.toml:1:3: “skil” is no kind of entry; did you mean “skill”?"),
        (
            "[[technology]]\nid = \"a\"\nname = \"A\"\nreleased = 15",
            "own.toml:4:12: “released” of a technology must be a whole number from 1940 to 2100, not 15",
        ),
        (
            "[[technology]]\nid = \"a\"\nname = \"A\"\nreleased = 2015-01-01",
            "own.toml:4:12: “released” of a technology must be a whole number from 1940 to 2100, not a date",
        ),
        (
            "[words.heading]\ndutys = \"x\"",
            "own.toml:2:9: no posting uses the word “heading.dutys”; did you mean “heading.duties”?",
        ),
        (
            "[words.heading]\nduties = 3",
            "own.toml:2:10: “heading.duties” must be a text in quotes or a table of texts, not a number",
        ),
        ("words = 3", "own.toml:1:9: “words” must be a text in quotes or a table of texts, not a number"),
        (
            "[words.pay]\nrange = \"{min} to {maximum}\"",
            "own.toml:2:9: “{maximum}” is filled by nothing in “pay.range”; it can have {min}, {max}",
        ),
        (
            "[words.heading]\nduties = \"{x}\"",
            "own.toml:2:10: “{x}” is filled by nothing in “heading.duties”; write it without braces",
        ),
        (
            "[[group]]\nid = \"a\"\nlabel = \"A\"\n[[group]]\nid = \"a\"\nlabel = \"B\"",
            "own.toml:5:6: this file already has a group “a”; give each an id of its own",
        ),
    ] {
        let loaded = with_own(text);
        assert_eq!(faults(&loaded), [fault], "{text}");
    }
    let level = "[[level]]\nid = \"mid\"\nlabel = \"Mid\"\ntitle = \"Boss\"\nyears_from = 3\nyears_to = 1\n\
                 experience = 1\nautonomy = {developer = \"\"}\nscope = \"\"\nmentoring = \"\"\nhint = \"\"";
    assert_eq!(
        faults(&with_own(level)),
        [
            "own.toml:4:9: “title” of a level needs {title} in it, where the specialism's title goes",
            "own.toml:6:12: “years_to” of a level must not be less than “years_from”",
            "own.toml:7:14: “experience” of a level must be a text in quotes, or one for each track, not a number",
            "own.toml:8:12: a text for each track needs the field “engineer”",
        ]
    );
}

#[test]
fn an_entry_that_replaces_ours_badly_leaves_ours() {
    let loaded = with_own(&SQL.replace("sql", "rust").replace("languages", "nowhere"));
    assert_eq!(loaded.catalog.skills[0].label, "Rust");
    assert_eq!(loaded.faults.len(), 1);
}

#[test]
fn the_same_id_in_two_of_our_files_is_a_fault() {
    let loaded = load_from_texts(&[("a.toml", BASE), ("b.toml", "[[group]]\nid = \"languages\"\nlabel = \"Again\"")]);
    assert_eq!(faults(&loaded), ["templates/b.toml:1:1: a group “languages” is in two files"]);
    assert_eq!(loaded.catalog.groups[0].label, "Languages");
}

#[test]
fn line_breaks_and_control_characters_do_not_reach_the_posting() {
    let text = SQL.replace("\"You write SQL.\"", "\"\"\"\n You write\r\n  SQL\\u0007.\n\"\"\"");
    let loaded = with_own(&format!("\u{feff}{text}"));
    assert_eq!(faults(&loaded), [""; 0]);
    assert_eq!(loaded.catalog.skills[2].must, "You write SQL.");
}

#[test]
fn a_missing_folder_is_no_fault() {
    let dir = tempfile::tempdir().unwrap();
    let found = folder::read(&dir.path().join("nothing"));
    assert!(found.files.is_empty() && found.faults.is_empty());
}

#[test]
fn a_folder_is_read_by_path_with_folders_in_it_and_only_toml() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("b/c")).unwrap();
    fs::create_dir_all(dir.path().join(".git")).unwrap();
    for name in ["z.toml", "a.TOML", "b/c/d.toml", "b/note.txt", ".git/x.toml", "b/.hidden.toml"] {
        fs::write(dir.path().join(name), "").unwrap();
    }
    let found = folder::read(dir.path());
    let names: Vec<String> = found
        .files
        .iter()
        .map(|(path, _)| path.strip_prefix(dir.path()).unwrap().to_string_lossy().replace('\\', "/"))
        .collect();
    assert_eq!(names, ["a.TOML", "b/c/d.toml", "z.toml"]);
    assert!(found.faults.is_empty());
}

#[test]
fn files_too_large_or_not_in_utf8_are_refused_by_name_and_the_rest_is_read() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("big.toml"), vec![b'#'; (1 << 20) + 1]).unwrap();
    fs::write(dir.path().join("latin.toml"), b"# ok\nx = \"caf\xe9\"").unwrap();
    fs::write(dir.path().join("good.toml"), "").unwrap();
    let found = folder::read(dir.path());
    assert_eq!(found.files.len(), 1);
    assert_eq!(found.faults.len(), 2);
    assert_eq!(found.faults[0].source, Source::File(dir.path().join("big.toml")));
    assert!(found.faults[0].reason.contains("larger than 1 MiB"));
    assert_eq!(found.faults[1].place, Some((2, 9)));
    assert!(found.faults[1].reason.contains("UTF-8"));
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_end_and_broken_links_are_named() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("good.toml"), "").unwrap();
    std::os::unix::fs::symlink(dir.path(), dir.path().join("loop")).unwrap();
    std::os::unix::fs::symlink(dir.path().join("gone"), dir.path().join("broken.toml")).unwrap();
    let found = folder::read(dir.path());
    assert_eq!(found.files.len(), 1);
    let faults: Vec<&Path> = found
        .faults
        .iter()
        .map(|fault| match &fault.source {
            Source::File(path) => path.as_path(),
            Source::BuiltIn(_) => Path::new(""),
        })
        .collect();
    assert_eq!(faults, [dir.path().join("broken.toml"), dir.path().join("loop")]);
}

#[test]
fn a_file_in_place_of_the_folder_is_named() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let found = folder::read(file.path());
    assert_eq!(found.faults.len(), 1);
}

#[test]
fn the_persons_folder_is_used_after_the_built_in_templates() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("mine.toml"), "[[group]]\nid = \"mine\"\nlabel = \"Mine\"").unwrap();
    let loaded = load_with_folder("en", Some(dir.path()));
    assert_eq!(faults(&loaded), [""; 0]);
    assert_eq!(loaded.catalog.groups.last().map(|group| group.label.as_str()), Some("Mine"));
}

#[test]
fn the_built_in_templates_have_no_faults() {
    let loaded = load_with_folder("en", None);
    assert_eq!(faults(&loaded), [""; 0]);
    assert!(loaded.own.is_empty());
}

#[test]
fn built_in_skills_and_duties_stand_in_the_order_of_their_groups() {
    let catalog = load_built_in("en");
    let place = |group: &Id| catalog.groups.iter().position(|one| one.id == *group);
    let skills: Vec<_> = catalog.skills.iter().map(|skill| place(&skill.group)).collect();
    let duties: Vec<_> = catalog.duties.iter().map(|duty| place(&duty.group)).collect();
    assert!(!skills.is_empty() && !duties.is_empty());
    assert!(skills.is_sorted(), "{skills:?}");
    assert!(duties.is_sorted(), "{duties:?}");
}

#[test]
fn a_language_without_templates_gives_the_english_ones() {
    assert_eq!(load_built_in("xx"), load_built_in("en"));
}

#[test]
fn the_example_in_the_guide_can_be_used_as_it_stands() {
    let guide = include_str!("../../../templates/README.md");
    let example = guide.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let base = BASE.replace(
        "[[level]]\nid = \"senior\"",
        "[[specialism]]\nid = \"software\"\nlabel = \"S\"\nhint = \"\"\n\
        developer = {title = \"D\", about = \"A\", career = \"\", hint = \"\"}\n\
        engineer = {title = \"E\", about = \"A\", career = \"\", hint = \"\"}\n[[level]]\nid = \"senior\"",
    );
    let loaded = load_from_texts(&[("base.toml", &base), ("guide.toml", example)]);
    assert_eq!(faults(&loaded), [""; 0]);
    assert_eq!(skill_ids(&loaded).last(), Some(&"cobol"));
}

#[test]
fn a_technology_has_other_spellings_and_mistakes() {
    let text = "[[technology]]\nid = \"go\"\nname = \"Go\"\nreleased = 2009\naliases = [\"Golang\"]\nplain_words = [\"Go\"]\nwrong = [\"GO Lang\"]\n";
    let loaded = load_from_texts(&[("technologies.toml", text)]);
    assert_eq!(loaded.faults, []);
    let technology = &loaded.catalog.technologies[0];
    assert_eq!((technology.aliases.len(), technology.plain_words.len(), technology.wrong.len()), (1, 1, 1));

    let text = text.replace("[\"Golang\"]", "\"Golang\"");
    let faults = load_from_texts(&[("technologies.toml", &text)]).faults;
    assert_eq!(
        faults[0].to_string(),
        "templates/technologies.toml:5:11: “aliases” of a technology must be a list in square brackets, not a text"
    );
}

#[test]
fn what_the_review_knows_of_software_is_read_and_checked() {
    let text = r#"
[[technology]]
id = "a"
name = "A"
released = 2000
[[technology]]
id = "b"
name = "B"
released = 2000
[[stem]]
id = "bold"
stem = "bold"
lean = "masculine"
common = true
instead = { bold = "open" }
[[rivals]]
id = "ab"
label = "letters"
technologies = ["a", "b"]
most = 1
[[stack]]
id = "ab"
label = "letters"
technologies = ["a", "b"]
[[acronym]]
id = "abc"
short = "ABC"
long = "a b c"
[[certification]]
id = "old"
name = "Old"
words = ["Old"]
ended = "1 May 2020"
successor = "New"
source = "its maker"
"#;
    let loaded = load_from_texts(&[("own.toml", text)]);
    assert_eq!(loaded.faults, []);
    let review = &loaded.catalog.review;
    assert_eq!(review.stems[0].instead, [("bold".to_owned(), "open".to_owned())]);
    assert!(review.stems[0].common);
    assert_eq!((review.rivals.len(), review.stacks.len()), (1, 1));
    assert_eq!((review.acronyms.len(), review.certifications.len()), (1, 1));

    for (from, to, fault) in [
        ("\"masculine\"", "\"male\"", "13:8: “male” is no side; sides are masculine, feminine"),
        ("stem = \"bold\"", "stem = \"Bold\"", "12:8: “stem” must be small letters and hyphens"),
        ("common = true", "common = 1", "14:10: “common” of a gendered stem must be true or false, not a number"),
        (
            "{ bold = \"open\" }",
            "\"open\"",
            "15:11: “instead” of a gendered stem must be a table in braces, not a text",
        ),
        ("[\"a\", \"b\"]\nmost", "[\"a\"]\nmost", "19:16: “technologies” of rivals needs at least two ids"),
        ("most = 1", "most = 0", "20:8: “most” of a group of rivals must be a whole number from 1 to 20, not 0"),
        ("[\"a\", \"b\"]\n[[acr", "[\"a\", \"c\"]\n[[acr", "24:22: there is no technology “c”; did you mean “a”?"),
        ("long = \"a b c\"\n", "", "25:1: an acronym needs the field “long”"),
        ("words = [\"Old\"]", "words = []", "32:9: “words” of a certification needs at least one text to look for"),
    ] {
        assert!(text.contains(from), "{from}");
        let faults = load_from_texts(&[("own.toml", &text.replacen(from, to, 1))]).faults;
        assert_eq!(faults[0].to_string(), format!("templates/own.toml:{fault}"));
    }
}

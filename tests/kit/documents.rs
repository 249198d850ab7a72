//! The documents of four kits as golden files, and their Word files.
//! `ROLEWRIGHT_SAMPLES=FOLDER cargo test --test kit` leaves those in that folder, for validators.

use super::*;
use rolewright::export::{Format, TextOptions, text, write};
use rolewright::kit::{Part, document};

/// Each specialism once, both tracks, four levels.
fn four() -> [(&'static str, Posting); 4] {
    let company = |posting: Posting| {
        let name = Edit::Text(rolewright::posting::TextField::Company, "Northlight Systems".to_owned());
        with(&posting, [name])
    };
    [
        ("software-developer", company(posting("software", Track::Developer, Level::Junior))),
        ("backend-engineer", company(posting("backend", Track::Engineer, Level::Senior))),
        ("frontend-developer", company(posting("frontend", Track::Developer, Level::Lead))),
        ("fullstack-engineer", company(posting("fullstack", Track::Engineer, Level::Staff))),
    ]
}

#[test]
fn the_texts_of_four_kits_are_as_they_were() {
    for (name, posting) in four() {
        let kit = kit(&posting);
        for part in Part::ALL {
            let document = document(part, &kit, &posting, &CATALOG);
            let options = TextOptions { wrap: Some(100), ..TextOptions::default() };
            insta::assert_snapshot!(format!("{name}-{}", part.id()), text::write(&document, &options));
        }
    }
}

#[test]
fn every_part_is_written_as_word_and_text() {
    let samples = std::env::var_os("ROLEWRIGHT_SAMPLES").filter(|folder| !folder.is_empty());
    for (name, posting) in four() {
        let kit = kit(&posting);
        for part in Part::ALL {
            let document = document(part, &kit, &posting, &CATALOG);
            for format in Format::ALL {
                let bytes = write(&document, format, &TextOptions::default()).unwrap();
                assert!(bytes.len() > 500, "{name}, {}: {format:?}", part.id());
                if let (Some(folder), Format::Docx) = (&samples, format) {
                    let path = std::path::Path::new(folder).join(format!("kit-{name}-{}.docx", part.id()));
                    rolewright::files::replace(&path, &bytes, rolewright::files::Existing::Replace).unwrap();
                }
            }
        }
    }
}

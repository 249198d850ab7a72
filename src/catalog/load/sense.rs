//! The entries about software and about gendered words.

use super::Kind;
use super::row::Row;
use crate::catalog::{Acronym, Certification, Rivals, Stack, Stem};

pub(super) fn stem(row: &mut Row<'_, '_>) -> Option<Stem> {
    let id = row.id();
    let stem = row.text("stem");
    let lean = row.side("lean");
    let except = row.texts("except");
    let common = row.truth("common");
    let instead = row.text_pairs("instead");
    if stem.as_ref().is_some_and(|stem| stem.contains(|c: char| !c.is_ascii_lowercase() && c != '-')) {
        row.problem_at("stem", "“stem” must be small letters and hyphens".to_owned());
    }
    Some(Stem { id: id?, stem: stem?, lean: lean?, except, common, instead })
}

pub(super) fn rivals(row: &mut Row<'_, '_>) -> Option<Rivals> {
    let id = row.id();
    let label = row.label();
    let technologies = row.references("technologies", Kind::Technology);
    let most = row.number("most", 1, 20);
    if technologies.len() < 2 {
        row.problem_at("technologies", "“technologies” of rivals needs at least two ids".to_owned());
    }
    Some(Rivals { id: id?, label: label?, technologies, most: u8::try_from(most?).ok()? })
}

pub(super) fn stack(row: &mut Row<'_, '_>) -> Option<Stack> {
    let id = row.id();
    let label = row.label();
    let technologies = row.references("technologies", Kind::Technology);
    let contradicts = row.references("contradicts", Kind::Specialism);
    if technologies.is_empty() {
        row.problem_at("technologies", "“technologies” of a stack needs at least one id".to_owned());
    }
    Some(Stack { id: id?, label: label?, technologies, contradicts })
}

pub(super) fn acronym(row: &mut Row<'_, '_>) -> Option<Acronym> {
    let id = row.id();
    let short = row.text("short");
    let long = row.text("long");
    Some(Acronym { id: id?, short: short?, long: long? })
}

pub(super) fn certification(row: &mut Row<'_, '_>) -> Option<Certification> {
    let id = row.id();
    let name = row.text("name");
    let words = row.texts("words");
    let ended = row.text("ended");
    let successor = row.text("successor");
    let source = row.text("source");
    if words.is_empty() {
        row.problem_at("words", "“words” of a certification needs at least one text to look for".to_owned());
    }
    Some(Certification { id: id?, name: name?, words, ended: ended?, successor: successor?, source: source? })
}

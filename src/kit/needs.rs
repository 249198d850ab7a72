//! What the posting asks for, in the words and the order in which it asks.

use crate::catalog::{Catalog, Id, Strength};
use crate::document::{self, BlockKind, Bullet, Document, Field, Origin, Text};
use crate::posting::{List, NEED_EDUCATION, NEED_EXPERIENCE, Posting};

use super::Need;

/// The attribute of what nobody gave one.
const FALLBACK_ATTRIBUTE: &str = "knowledge";
/// The attribute of experience: how far and how freely one has worked.
const EXPERIENCE_ATTRIBUTE: &str = "reach";

/// The requirements of a posting, must-haves first. They are taken from the posting's document,
/// so that the kit asks for what its reader saw.
pub(super) fn needs(posting: &Posting, catalog: &Catalog) -> Vec<Need> {
    let document = document::build(posting, catalog);
    let mut needs: Vec<Need> = Vec::new();
    for (origin, text) in points(&document) {
        let Some((id, strength, label)) = named(origin, posting, catalog) else { continue };
        let words = text.words();
        match needs.iter_mut().find(|need| need.id == id) {
            Some(need) => {
                need.sentence.push(' ');
                need.sentence.push_str(words.trim());
            }
            None => needs.push(Need {
                attributes: attributes(&id, catalog),
                id,
                strength,
                label,
                sentence: words.trim().to_owned(),
                origin: origin.clone(),
            }),
        }
    }
    needs.sort_by_key(|need| need.strength);
    needs
}

/// Every point and paragraph with its origin.
fn points(document: &Document) -> impl Iterator<Item = (&Origin, &Text)> {
    document.blocks.iter().flat_map(|block| {
        let bullets: &[Bullet] = match &block.kind {
            BlockKind::Bullets(bullets) | BlockKind::Numbers(bullets) => bullets,
            _ => &[],
        };
        let paragraph = match &block.kind {
            BlockKind::Paragraph(text) => Some((&block.origin, text)),
            _ => None,
        };
        paragraph.into_iter().chain(bullets.iter().map(|bullet| (&bullet.origin, &bullet.text)))
    })
}

fn named(origin: &Origin, posting: &Posting, catalog: &Catalog) -> Option<(Id, Strength, String)> {
    let label = |key: &str| catalog.words.get(key).to_owned();
    match origin {
        Origin::Field(Field::Experience) => Some((experience(), Strength::Must, label("kit.need.experience"))),
        Origin::Field(Field::Education) => Some((education(), Strength::Must, label("kit.need.education"))),
        Origin::Item(List::Skills, id) => {
            let item = posting.list(List::Skills).get(id)?;
            let strength = item.strength.filter(|strength| *strength != Strength::Learn)?;
            let ours = if item.own { None } else { catalog.skill(id).map(|skill| skill.label.clone()) };
            Some((id.clone(), strength, ours.unwrap_or_else(|| item.label.clone())))
        }
        _ => None,
    }
}

/// The id of the experience that a posting asks for.
fn experience() -> Id {
    Id::new(NEED_EXPERIENCE).expect("it has lower-case letters and a hyphen")
}

/// The id of the education that a posting asks for.
fn education() -> Id {
    Id::new(NEED_EDUCATION).expect("it has lower-case letters and a hyphen")
}

/// The attributes that a requirement counts for.
fn attributes(need: &Id, catalog: &Catalog) -> Vec<Id> {
    let all = &catalog.kit.attributes;
    let named = |name: &str| all.iter().find(|one| one.id.as_str() == name).map(|one| one.id.clone());
    if need.as_str() == NEED_EDUCATION {
        return Vec::new();
    }
    if need.as_str() == NEED_EXPERIENCE
        && let Some(reach) = named(EXPERIENCE_ATTRIBUTE)
    {
        return vec![reach];
    }
    match catalog.kit.check(need) {
        Some(check) => std::iter::once(&check.attribute).chain(&check.also).cloned().collect(),
        None => named(FALLBACK_ATTRIBUTE).or_else(|| Some(all.first()?.id.clone())).into_iter().collect(),
    }
}

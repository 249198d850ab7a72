//! Developer and engineer side by side, as the catalogue proposes them.

use crate::catalog::{Catalog, EducationPart, Entry, Id, Level, LevelWords, Role, Skill, Strength, Track, TrackWords};

/// What a posting for each of the two would begin with.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'a> {
    /// The titles: developer, engineer.
    pub titles: [String; 2],
    /// "About the role" of each, if the specialism is in the catalogue.
    pub words: Option<[&'a TrackWords; 2]>,
    /// What the level says of each, if it is in the catalogue.
    pub level: Option<&'a LevelWords>,
    /// Skills.
    pub skills: Differences<'a>,
    /// Duties.
    pub duties: Differences<'a>,
    /// Degrees, fields of study, and what counts in their place.
    pub education: Differences<'a>,
}

/// What both have, and what one has alone; must-haves first, else in the catalogue's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Differences<'a> {
    /// What both have.
    pub shared: Vec<Difference<'a>>,
    /// What the developer has alone.
    pub developer: Vec<Difference<'a>>,
    /// What the engineer has alone.
    pub engineer: Vec<Difference<'a>>,
    /// How many more can be turned on for either, though they are not proposed to both.
    pub either: usize,
}

/// One entry of the catalogue that at least one of the two has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference<'a> {
    /// Its id.
    pub id: &'a Id,
    /// Its short name.
    pub label: &'a str,
    /// How strongly it is proposed: to the developer, to the engineer. What has no strengths is a
    /// must-have.
    pub strengths: [Option<Strength>; 2],
}

impl Difference<'_> {
    /// True if both have it, but not as strongly.
    pub fn differs(&self) -> bool {
        matches!(self.strengths, [Some(developer), Some(engineer)] if developer != engineer)
    }
}

/// Compares the two for a specialism and a level.
pub fn compare<'a>(catalog: &'a Catalog, specialism: &Id, level: Level) -> Comparison<'a> {
    let roles = Track::ALL.map(|track| Role { specialism: specialism.clone(), track, level });
    let education = &catalog.education;
    let parts =
        education.degrees.iter().chain(&education.fields).chain(&education.alternatives).chain(&education.extras);
    Comparison {
        titles: roles.each_ref().map(|role| catalog.title(role)),
        words: catalog.specialism(specialism).map(|found| Track::ALL.map(|track| found.words(track))),
        level: catalog.level(level),
        skills: Differences {
            either: catalog.skills.iter().filter(|skill| turned_on_for_either(skill, &roles)).count(),
            ..Differences::of(catalog.skills.iter().map(|skill| of_skill(skill, &roles)))
        },
        duties: Differences::of(catalog.duties.iter().map(|duty| of_entry(duty, &roles))),
        education: Differences::of(parts.map(|part| of_part(part, &roles))),
    }
}

/// True if both can have it and it is proposed to one of them at most.
fn turned_on_for_either(skill: &Skill, roles: &[Role; 2]) -> bool {
    roles.iter().all(|role| skill.offered(role)) && roles.iter().any(|role| skill.proposed(role).is_none())
}

fn of_skill<'a>(skill: &'a Skill, roles: &[Role; 2]) -> Difference<'a> {
    Difference { id: &skill.id, label: &skill.label, strengths: roles.each_ref().map(|role| skill.proposed(role)) }
}

fn of_entry<'a>(entry: &'a Entry, roles: &[Role; 2]) -> Difference<'a> {
    let strengths = roles.each_ref().map(|role| entry.proposed(role).then_some(Strength::Must));
    Difference { id: &entry.id, label: &entry.label, strengths }
}

fn of_part<'a>(part: &'a EducationPart, roles: &[Role; 2]) -> Difference<'a> {
    let strengths = roles.each_ref().map(|role| part.proposed(role).then_some(Strength::Must));
    Difference { id: &part.id, label: &part.label, strengths }
}

impl<'a> Differences<'a> {
    fn of(entries: impl Iterator<Item = Difference<'a>>) -> Self {
        let mut all = Self::default();
        let mut entries: Vec<_> = entries.collect();
        // Must-haves come first among the strengths.
        entries.sort_by_key(|entry| entry.strengths.iter().flatten().min().copied());
        for entry in entries {
            match entry.strengths {
                [Some(_), Some(_)] => all.shared.push(entry),
                [Some(_), None] => all.developer.push(entry),
                [None, Some(_)] => all.engineer.push(entry),
                [None, None] => {}
            }
        }
        all
    }

    /// What one of the two has alone.
    pub fn only(&self, track: Track) -> &[Difference<'a>] {
        match track {
            Track::Developer => &self.developer,
            Track::Engineer => &self.engineer,
        }
    }
}

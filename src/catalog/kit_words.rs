//! What the hiring kit is made from: how each requirement is checked, tasks with their rubrics,
//! what is scored, and what one must not ask.
//!
//! Scores are 0 to 3 everywhere: nothing shown, weak, sound, strong.

use jiff::civil::Date;

use super::{ByTrack, Id, Level, Role, Track};

/// Everything that the hiring kit knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KitWords {
    /// How skills are checked.
    pub checks: Vec<SkillCheck>,
    /// How the experience of a level is checked.
    pub levels: Vec<LevelCheck>,
    /// Which experience counts for a specialism.
    pub backgrounds: Vec<Background>,
    /// Tasks, in the order in which they are offered.
    pub tasks: Vec<Task>,
    /// What is scored, in the scorecard's order.
    pub attributes: Vec<Attribute>,
    /// What one must not ask.
    pub unfair: Vec<UnfairQuestion>,
}

/// How one skill is checked, on paper and in an interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillCheck {
    /// The [`Skill`](super::Skill) it checks; it names the entry too.
    pub skill: Id,
    /// The [`Attribute`] that it counts for.
    pub attribute: Id,
    /// Others that it counts for as well.
    pub also: Vec<Id>,
    /// What a résumé shows.
    pub resume: ResumeCheck,
    /// What is asked.
    pub interview: InterviewCheck,
}

/// What to look for in a résumé.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResumeCheck {
    /// What counts as evidence, in a sentence.
    pub evidence: ByTrack,
    /// What counts in its place.
    pub counts: Vec<String>,
    /// What does not count, though it looks alike.
    pub counts_not: Vec<String>,
    /// What earns a 1, a 2 and a 3.
    pub anchors: [ByTrack; 3],
}

/// A structured question, and what its answers show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterviewCheck {
    /// The question, on what the person did.
    pub question: ByTrack,
    /// What to ask on.
    pub follow_ups: Vec<String>,
    /// What answers show.
    pub answers: Answers3,
}

/// What earns a 1, a 2 and a 3: a weak, a sound and a strong result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers3 {
    /// For a 1.
    pub weak: ByTrack,
    /// For a 2.
    pub sound: ByTrack,
    /// For a 3.
    pub strong: ByTrack,
}

/// How the experience that a level asks for is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelCheck {
    /// Which level.
    pub level: Level,
    /// What a résumé shows; what counts is in the [`Background`] of the specialism.
    pub evidence: ByTrack,
    /// What earns a 1, a 2 and a 3 on paper.
    pub anchors: [ByTrack; 3],
    /// What is asked.
    pub interview: InterviewCheck,
}

/// Which experience counts for a specialism, and which does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Background {
    /// The specialism; it names the entry too.
    pub specialism: Id,
    /// What counts in its place.
    pub counts: Vec<String>,
    /// What does not count, though it looks alike.
    pub counts_not: Vec<String>,
}

/// A small task that shows skills at work: the same for both tracks, judged differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its name in files.
    pub id: Id,
    /// Its short name, at most 40 characters.
    pub label: String,
    /// The specialisms it is for; empty: all.
    pub specialisms: Vec<Id>,
    /// The tracks it is for; empty: both.
    pub tracks: Vec<Track>,
    /// The levels it is for; empty: all.
    pub levels: Vec<Level>,
    /// How long it takes, in minutes, 5 to 240.
    pub minutes: u16,
    /// The skills it shows.
    pub skills: Vec<Id>,
    /// What the candidate reads, a paragraph each.
    pub brief: Vec<String>,
    /// What the candidate hands in.
    pub deliver: Vec<String>,
    /// What the employer prepares.
    pub materials: Vec<String>,
    /// How a developer's result is judged, 1 to 8 criteria.
    pub developer: Vec<Criterion>,
    /// How an engineer's result is judged, 1 to 8 criteria.
    pub engineer: Vec<Criterion>,
}

impl Task {
    /// The most criteria that a rubric can have.
    pub const MOST_CRITERIA: u8 = 8;

    /// True if it is meant for the role.
    pub fn fits(&self, role: &Role) -> bool {
        (self.specialisms.is_empty() || self.specialisms.contains(&role.specialism))
            && (self.tracks.is_empty() || self.tracks.contains(&role.track))
            && (self.levels.is_empty() || self.levels.contains(&role.level))
    }

    /// The rubric of a track.
    pub fn rubric(&self, track: Track) -> &[Criterion] {
        match track {
            Track::Developer => &self.developer,
            Track::Engineer => &self.engineer,
        }
    }
}

/// A line of a rubric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// What is looked at, in few words.
    pub criterion: String,
    /// What a 1 looks like.
    pub weak: String,
    /// What a 2 looks like.
    pub sound: String,
    /// What a 3 looks like.
    pub strong: String,
}

/// What is scored once the interviews are over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name in files.
    pub id: Id,
    /// Its short name.
    pub label: ByTrack,
    /// What it means, in a sentence.
    pub about: ByTrack,
    /// What earns a 1, a 2 and a 3.
    pub answers: Answers3,
}

/// A question that one must not ask, with a better one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnfairQuestion {
    /// Its name in files.
    pub id: Id,
    /// The question.
    pub ask: String,
    /// What to ask in its place.
    pub better: String,
    /// Why not, in a sentence.
    pub why: String,
    /// The statute or the authority that says so.
    pub source: String,
    /// Countries (`GB`) and regions (`US-CA`) where the source holds; empty: good practice anywhere.
    pub places: Vec<String>,
    /// The day on which we last looked at the source; `None`: written down from general knowledge.
    pub last_checked: Option<Date>,
}

impl KitWords {
    /// How a skill is checked, if anybody wrote that down.
    pub fn check(&self, skill: &Id) -> Option<&SkillCheck> {
        self.checks.iter().find(|check| check.skill == *skill)
    }

    /// How the experience of a level is checked.
    pub fn level(&self, level: Level) -> Option<&LevelCheck> {
        self.levels.iter().find(|check| check.level == level)
    }

    /// Which experience counts for a specialism.
    pub fn background(&self, specialism: &Id) -> Option<&Background> {
        self.backgrounds.iter().find(|background| background.specialism == *specialism)
    }

    /// The task of that id.
    pub fn task(&self, id: &Id) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id == *id)
    }

    /// The attribute of that id.
    pub fn attribute(&self, id: &Id) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.id == *id)
    }
}

//! What the catalogue proposes for a role.

use super::{
    Catalog, EducationPart, Entry, Id, Level, LevelWords, OnRule, Role, Skill, Specialism, Strength, Technology,
};

impl OnRule {
    /// True if the rule speaks of this role.
    pub fn matches(&self, role: &Role) -> bool {
        (self.tracks.is_empty() || self.tracks.contains(&role.track))
            && (self.levels.is_empty() || self.levels.contains(&role.level))
            && (self.specialisms.is_empty() || self.specialisms.contains(&role.specialism))
    }
}

fn proposed(rules: &[OnRule], role: &Role) -> Option<Strength> {
    rules.iter().find(|rule| rule.matches(role)).and_then(|rule| rule.strength)
}

fn offered(specialisms: &[Id], tracks: &[super::Track], role: &Role) -> bool {
    (specialisms.is_empty() || specialisms.contains(&role.specialism))
        && (tracks.is_empty() || tracks.contains(&role.track))
}

impl Skill {
    /// True if the skill is listed for this role at all.
    pub fn offered(&self, role: &Role) -> bool {
        offered(&self.specialisms, &self.tracks, role)
    }

    /// How strongly it is proposed for this role, if it is.
    pub fn proposed(&self, role: &Role) -> Option<Strength> {
        if self.offered(role) { proposed(&self.on, role) } else { None }
    }
}

impl Entry {
    /// True if the entry is listed for this role at all.
    pub fn offered(&self, role: &Role) -> bool {
        offered(&self.specialisms, &self.tracks, role)
    }

    /// True if it is proposed for this role.
    pub fn proposed(&self, role: &Role) -> bool {
        self.offered(role) && proposed(&self.on, role).is_some()
    }
}

impl EducationPart {
    /// True if it is proposed for this role.
    pub fn proposed(&self, role: &Role) -> bool {
        proposed(&self.on, role).is_some()
    }
}

impl Catalog {
    /// The specialism of that id.
    pub fn specialism(&self, id: &Id) -> Option<&Specialism> {
        self.specialisms.iter().find(|s| s.id == *id)
    }

    /// The words of a level.
    pub fn level(&self, level: Level) -> Option<&LevelWords> {
        self.levels.iter().find(|l| l.id == level)
    }

    /// The levels to choose from, and the one that is chosen though it is not offered.
    pub fn levels_to_choose(&self, chosen: Level) -> Vec<&LevelWords> {
        self.levels.iter().filter(|level| level.offered || level.id == chosen).collect()
    }

    /// The skill of that id.
    pub fn skill(&self, id: &Id) -> Option<&Skill> {
        self.skills.iter().find(|s| s.id == *id)
    }

    /// The technology of that id.
    pub fn technology(&self, id: &Id) -> Option<&Technology> {
        self.technologies.iter().find(|t| t.id == *id)
    }

    /// The title proposed for a role: "Senior Backend Engineer". A specialism that is not in
    /// the catalogue gives its id.
    pub fn title(&self, role: &Role) -> String {
        let base = self.specialism(&role.specialism).map_or(role.specialism.as_str(), |s| &s.words(role.track).title);
        self.at_level(role.level, base)
    }

    /// What else candidates search for when they look for a role, each with its level: "Senior API
    /// Engineer".
    pub fn other_titles(&self, role: &Role) -> Vec<String> {
        let words = self.specialism(&role.specialism).map(|specialism| specialism.words(role.track));
        let names = words.map_or(&[][..], |words| &words.also_called);
        names.iter().map(|name| self.at_level(role.level, name)).collect()
    }

    fn at_level(&self, level: Level, title: &str) -> String {
        self.level(level).map_or_else(|| title.to_owned(), |words| words.title.replace("{title}", title))
    }
}

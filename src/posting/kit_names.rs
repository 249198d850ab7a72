//! What a hiring kit has, by name: its lists, the texts of an entry, how long an interview is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The id under which the kit checks the experience that the posting asks for.
pub const NEED_EXPERIENCE: &str = "need-experience";
/// The id under which the kit checks the education that the posting asks for.
pub const NEED_EDUCATION: &str = "need-education";

/// The lists of a hiring kit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KitList {
    /// Rows of the screening sheet, one for each requirement.
    Rows,
    /// Tasks of the skills assessment.
    Tasks,
    /// Questions of the interview, one for each requirement.
    Questions,
    /// Attributes of the scorecard.
    Attributes,
    /// Questions that one must not ask.
    Unfair,
    /// Texts that stand once, by [`KitList::TEXTS`].
    Texts,
}

impl KitList {
    /// All lists.
    pub const ALL: [Self; 6] = [Self::Rows, Self::Tasks, Self::Questions, Self::Attributes, Self::Unfair, Self::Texts];

    /// The ids of the texts that stand once.
    pub const TEXTS: [&'static str; 7] = [
        "screening-rules",
        "candidate-letter",
        "assessment-rules",
        "opening",
        "interview-rules",
        "closing",
        "scoring-rules",
    ];

    /// What one entry of it is called, inside a sentence.
    pub fn one(self) -> &'static str {
        match self {
            Self::Rows => "screening row",
            Self::Tasks => "task",
            Self::Questions => "question",
            Self::Attributes => "attribute",
            Self::Unfair => "question not to ask",
            Self::Texts => "text",
        }
    }

    /// The bounds of its number, where it has one: minutes of a task, weight of an attribute.
    pub fn number(self) -> Option<std::ops::RangeInclusive<u16>> {
        match self {
            Self::Tasks => Some(5..=240),
            Self::Attributes => Some(1..=5),
            _ => None,
        }
    }

    /// True if one can add entries of one's own.
    pub fn takes_own(self) -> bool {
        self != Self::Texts
    }

    /// The field that says what an entry of one's own is.
    pub fn main_field(self) -> KitField {
        match self {
            Self::Rows | Self::Tasks | Self::Attributes => KitField::Label,
            Self::Questions => KitField::Question,
            Self::Unfair => KitField::Ask,
            Self::Texts => KitField::Text,
        }
    }
}

/// The texts of an entry that can be put in one's own words. Those of several lines hold one
/// point or paragraph a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[expect(missing_docs, reason = "the names are those of the templates")]
pub enum KitField {
    Label,
    About,
    Evidence,
    Counts,
    CountsNot,
    /// What earns a score on paper, 1 to 3.
    Anchor(u8),
    Brief,
    Deliver,
    Materials,
    Question,
    FollowUps,
    Weak,
    Sound,
    Strong,
    Ask,
    Better,
    Why,
    Source,
    Text,
    /// A part of a criterion of a rubric, from 1.
    Criterion(u8, CriterionPart),
}

/// The parts of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the templates")]
pub enum CriterionPart {
    Name,
    Weak,
    Sound,
    Strong,
}

impl CriterionPart {
    /// All, in their order.
    pub const ALL: [Self; 4] = [Self::Name, Self::Weak, Self::Sound, Self::Strong];

    fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Weak => "weak",
            Self::Sound => "sound",
            Self::Strong => "strong",
        }
    }
}

impl KitField {
    const PLAIN: [(&'static str, Self); 18] = [
        ("label", Self::Label),
        ("about", Self::About),
        ("evidence", Self::Evidence),
        ("counts", Self::Counts),
        ("counts-not", Self::CountsNot),
        ("brief", Self::Brief),
        ("deliver", Self::Deliver),
        ("materials", Self::Materials),
        ("question", Self::Question),
        ("follow-ups", Self::FollowUps),
        ("weak", Self::Weak),
        ("sound", Self::Sound),
        ("strong", Self::Strong),
        ("ask", Self::Ask),
        ("better", Self::Better),
        ("why", Self::Why),
        ("source", Self::Source),
        ("text", Self::Text),
    ];

    /// True if it can have several lines.
    pub fn has_lines(self) -> bool {
        matches!(
            self,
            Self::Counts
                | Self::CountsNot
                | Self::Brief
                | Self::Deliver
                | Self::Materials
                | Self::FollowUps
                | Self::Text
        )
    }
}

/// As in files: `follow-ups`, `anchor-2`, `criterion-3-strong`.
impl fmt::Display for KitField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anchor(score) => write!(f, "anchor-{score}"),
            Self::Criterion(number, part) => write!(f, "criterion-{number}-{}", part.id()),
            plain => f.write_str(Self::PLAIN.iter().find(|(_, field)| field == plain).map_or("text", |(name, _)| name)),
        }
    }
}

/// A text that names no [`KitField`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no field of a hiring kit")]
pub struct BadKitField(String);

impl FromStr for KitField {
    type Err = BadKitField;

    fn from_str(text: &str) -> Result<Self, BadKitField> {
        if let Some((_, field)) = Self::PLAIN.iter().find(|(name, _)| *name == text) {
            return Ok(*field);
        }
        let score = text.strip_prefix("anchor-").and_then(|score| score.parse().ok());
        if let Some(score @ 1..=3) = score {
            return Ok(Self::Anchor(score));
        }
        let criterion = text.strip_prefix("criterion-").and_then(|rest| rest.split_once('-'));
        let criterion = criterion.and_then(|(number, part)| {
            let number = number.parse().ok().filter(|number| (1..=99).contains(number))?;
            Some(Self::Criterion(number, CriterionPart::ALL.into_iter().find(|known| known.id() == part)?))
        });
        criterion.ok_or_else(|| BadKitField(text.to_owned()))
    }
}

impl TryFrom<String> for KitField {
    type Error = BadKitField;
    fn try_from(text: String) -> Result<Self, BadKitField> {
        text.parse()
    }
}

impl From<KitField> for String {
    fn from(field: KitField) -> Self {
        field.to_string()
    }
}

/// How long one interview is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the minutes")]
pub enum InterviewLength {
    Thirty,
    #[default]
    FortyFive,
    Sixty,
}

impl InterviewLength {
    /// All, the shortest first.
    pub const ALL: [Self; 3] = [Self::Thirty, Self::FortyFive, Self::Sixty];

    /// In minutes.
    pub fn minutes(self) -> u16 {
        match self {
            Self::Thirty => 30,
            Self::FortyFive => 45,
            Self::Sixty => 60,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_read_as_it_is_written() {
        let mut fields: Vec<KitField> = KitField::PLAIN.iter().map(|(_, field)| *field).collect();
        fields.extend((1..=3).map(KitField::Anchor));
        fields.extend(CriterionPart::ALL.map(|part| KitField::Criterion(12, part)));
        for field in fields {
            assert_eq!(field.to_string().parse(), Ok(field));
        }
        for wrong in ["", "anchor-4", "anchor-", "criterion-0-weak", "criterion-1", "criterion-1-best", "Label"] {
            assert!(wrong.parse::<KitField>().is_err(), "{wrong}");
        }
    }
}

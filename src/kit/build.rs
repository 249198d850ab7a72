//! Posting and catalogue → kit: rows and questions here, the other lists in files of their own.

use crate::catalog::{Answers3, ByTrack, Catalog, Id, InterviewCheck, Strength, Track};
use crate::document::{education_alternatives, one_line};
use crate::posting::{KitChange, KitField, KitList, List, NEED_EDUCATION, NEED_EXPERIENCE, Posting};

use super::needs::needs;
use super::{Entry, EntryNumber, EntryText, Kit, attributes, tasks, unfair};

/// The kit of a posting. Pure: the same posting and catalogue give the same kit.
pub fn build(posting: &Posting, catalog: &Catalog) -> Kit {
    let needs = needs(posting, catalog);
    let mut kit = Kit { needs, entries: Vec::new(), length: posting.kit.length };
    let maker = Maker { posting, catalog };
    maker.of_needs(&mut kit, KitList::Rows);
    tasks::add(&mut kit, &maker);
    maker.of_needs(&mut kit, KitList::Questions);
    attributes::add(&mut kit, &maker);
    unfair::add(&mut kit, &maker);
    for id in KitList::TEXTS {
        let Ok(id) = Id::new(id) else { continue };
        let label = catalog.words.get(&format!("kit.text.{id}.label")).to_owned();
        let text = maker.fill(&format!("kit.text.{id}.text"));
        let draft = Draft { label, texts: vec![(KitField::Text, text)], ..Draft::new(KitList::Texts, id) };
        kit.entries.push(maker.finish(draft, &kit));
    }
    kit
}

/// What an entry is made from, before what a person changed is put over it.
pub(super) struct Draft {
    pub list: KitList,
    pub id: Id,
    pub label: String,
    pub texts: Vec<(KitField, String)>,
    pub number: Option<u16>,
    /// The requirements it checks as proposed, whether the posting has them or not.
    pub checks: Vec<Id>,
    /// True: on unless a person turned it off.
    pub on: bool,
}

impl Draft {
    pub fn new(list: KitList, id: Id) -> Self {
        Self { list, id, label: String::new(), texts: Vec::new(), number: None, checks: Vec::new(), on: true }
    }
}

/// What kits are made from.
pub(super) struct Maker<'a> {
    pub posting: &'a Posting,
    pub catalog: &'a Catalog,
}

impl Maker<'_> {
    pub fn track(&self) -> Track {
        self.posting.role.track
    }

    /// What a person changed of an entry.
    pub fn change(&self, list: KitList, id: &Id) -> Option<&KitChange> {
        self.posting.kit.get(list, id)
    }

    /// Our words with the posting's title and company in them.
    pub fn fill(&self, key: &str) -> String {
        let words = &self.catalog.words;
        let company = one_line(&self.posting.company.name);
        let company = if company.is_empty() { words.get("kit.company_unnamed") } else { &company };
        words.fill(key, &[("title", &one_line(&self.posting.title(self.catalog))), ("company", company)])
    }

    /// Rows or questions: one for each requirement, then those of a person's own and those that
    /// a person worked on for a requirement that is gone.
    fn of_needs(&self, kit: &mut Kit, list: KitList) {
        for need in &kit.needs.clone() {
            if list == KitList::Questions && need.id.as_str() == NEED_EDUCATION {
                continue;
            }
            let mut draft = self.of_need(list, &need.id, &need.label);
            draft.on = list == KitList::Rows || need.strength == Strength::Must;
            kit.entries.push(self.finish(draft, kit));
        }
        for change in &self.posting.kit.entries {
            if change.list != list || !change.is_work() || kit.entry(list, &change.id).is_some() {
                continue;
            }
            let mut draft = if change.own { self.own(change) } else { self.of_need(list, &change.id, &change.label) };
            draft.on = change.own;
            kit.entries.push(self.finish(draft, kit));
        }
    }

    /// A row or a question of a requirement.
    fn of_need(&self, list: KitList, id: &Id, label: &str) -> Draft {
        let texts = if list == KitList::Rows { self.row(id, label) } else { self.question(id, label) };
        Draft { label: label.to_owned(), texts, checks: vec![id.clone()], ..Draft::new(list, id.clone()) }
    }

    fn row(&self, id: &Id, label: &str) -> Vec<(KitField, String)> {
        let track = self.track();
        let kit = &self.catalog.kit;
        let words = &self.catalog.words;
        let general = |key: &str| words.fill(key, &[("skill", label)]);
        let (evidence, counts, counts_not, anchors) = match id.as_str() {
            NEED_EXPERIENCE if let Some(check) = kit.level(self.posting.role.level) => {
                let background = kit.background(&self.posting.role.specialism);
                (
                    check.evidence.get(track).to_owned(),
                    background.map_or_else(Vec::new, |background| background.counts.clone()),
                    background.map_or_else(Vec::new, |background| background.counts_not.clone()),
                    check.anchors.each_ref().map(|anchor| anchor.get(track).to_owned()),
                )
            }
            NEED_EDUCATION => {
                let counts = education_alternatives(&self.posting.education, self.catalog);
                let counts = counts.into_iter().map(|words| sentence(&words)).collect();
                let anchors = ["kit.education.one", "kit.education.two", "kit.education.three"];
                let counts_not = vec![words.get("kit.education.counts_not").to_owned()];
                let anchors = anchors.map(|key| words.get(key).to_owned());
                (words.get("kit.education.evidence").to_owned(), counts, counts_not, anchors)
            }
            _ => match self.check(id) {
                Some(check) => (
                    check.resume.evidence.get(track).to_owned(),
                    check.resume.counts.clone(),
                    check.resume.counts_not.clone(),
                    check.resume.anchors.each_ref().map(|anchor| anchor.get(track).to_owned()),
                ),
                None => (
                    general("kit.own.evidence"),
                    vec![general("kit.own.counts")],
                    vec![general("kit.own.counts_not")],
                    ["kit.own.one", "kit.own.two", "kit.own.three"].map(general),
                ),
            },
        };
        let [one, two, three] = anchors;
        vec![
            (KitField::Evidence, evidence),
            (KitField::Counts, counts.join("\n")),
            (KitField::CountsNot, counts_not.join("\n")),
            (KitField::Anchor(1), one),
            (KitField::Anchor(2), two),
            (KitField::Anchor(3), three),
        ]
    }

    fn question(&self, id: &Id, label: &str) -> Vec<(KitField, String)> {
        let level = || self.catalog.kit.level(self.posting.role.level).map(|check| &check.interview);
        let interview = match id.as_str() {
            NEED_EXPERIENCE => level(),
            _ => self.check(id).map(|check| &check.interview),
        };
        let general = |key: &str| self.catalog.words.fill(key, &[("skill", label)]);
        let both = |key: &str| ByTrack::Both(general(key));
        let ours = InterviewCheck {
            question: both("kit.own.question"),
            follow_ups: vec![general("kit.own.follow_up_1"), general("kit.own.follow_up_2")],
            answers: Answers3 {
                weak: both("kit.own.weak"),
                sound: both("kit.own.sound"),
                strong: both("kit.own.strong"),
            },
        };
        let interview = interview.unwrap_or(&ours);
        let mut texts = vec![
            (KitField::Question, interview.question.get(self.track()).to_owned()),
            (KitField::FollowUps, interview.follow_ups.join("\n")),
        ];
        texts.extend(self.answers(&interview.answers));
        texts
    }

    /// The check of a skill of the catalogue; a person's own skill has none, whatever its id.
    fn check(&self, id: &Id) -> Option<&crate::catalog::SkillCheck> {
        let own = self.posting.list(List::Skills).get(id).is_some_and(|item| item.own);
        if own { None } else { self.catalog.kit.check(id) }
    }

    pub fn answers(&self, answers: &Answers3) -> [(KitField, String); 3] {
        let track = self.track();
        [
            (KitField::Weak, answers.weak.get(track).to_owned()),
            (KitField::Sound, answers.sound.get(track).to_owned()),
            (KitField::Strong, answers.strong.get(track).to_owned()),
        ]
    }

    /// An entry of a person's own: the fields that its list has, empty but for what they wrote.
    pub fn own(&self, change: &KitChange) -> Draft {
        let fields: Vec<KitField> = match change.list {
            KitList::Rows => vec![
                KitField::Label,
                KitField::Evidence,
                KitField::Counts,
                KitField::CountsNot,
                KitField::Anchor(1),
                KitField::Anchor(2),
                KitField::Anchor(3),
            ],
            KitList::Questions => {
                vec![KitField::Question, KitField::FollowUps, KitField::Weak, KitField::Sound, KitField::Strong]
            }
            KitList::Tasks => vec![KitField::Label, KitField::Brief, KitField::Deliver, KitField::Materials],
            KitList::Attributes => {
                vec![KitField::Label, KitField::About, KitField::Weak, KitField::Sound, KitField::Strong]
            }
            KitList::Unfair => vec![KitField::Ask, KitField::Better, KitField::Why, KitField::Source],
            KitList::Texts => vec![KitField::Text],
        };
        Draft {
            label: change.label.clone(),
            texts: fields.into_iter().map(|field| (field, String::new())).collect(),
            checks: change.checks.clone().unwrap_or_default(),
            ..Draft::new(change.list, change.id.clone())
        }
    }

    /// Puts what a person changed over what we propose.
    pub fn finish(&self, draft: Draft, kit: &Kit) -> Entry {
        let Draft { list, id, label, texts, number, checks, on } = draft;
        let change = self.change(list, &id);
        let by_hand = |field: KitField| change.and_then(|change| change.texts.get(&field));
        let mut texts: Vec<EntryText> = texts
            .into_iter()
            .map(|(field, ours)| EntryText {
                field,
                text: by_hand(field).unwrap_or(&ours).clone(),
                by_hand: by_hand(field).is_some(),
                ours,
            })
            .collect();
        let added = change.into_iter().flat_map(|change| &change.texts);
        for (field, text) in added {
            // A criterion that a person added to a rubric.
            if matches!(field, KitField::Criterion(..)) && !texts.iter().any(|text| text.field == *field) {
                texts.push(EntryText { field: *field, text: text.clone(), ours: String::new(), by_hand: true });
            }
        }
        let ours = number;
        let number = list.number().and_then(|within| {
            let ours = ours?.clamp(*within.start(), *within.end());
            let chosen = change.and_then(|change| change.number);
            let value = chosen.map_or(ours, |number| number.clamp(*within.start(), *within.end()));
            Some(EntryNumber { value, ours, by_hand: chosen.is_some() })
        });
        let wanted = change.and_then(|change| change.checks.as_ref()).unwrap_or(&checks);
        let checks: Vec<Id> = kit.needs.iter().map(|need| &need.id).filter(|id| wanted.contains(id)).cloned().collect();
        // An own entry that names no requirement asks for none: it is an extra, not an orphan.
        let traced = matches!(list, KitList::Rows | KitList::Tasks | KitList::Questions | KitList::Attributes);
        let orphan = traced && checks.is_empty() && !(change.is_some_and(|change| change.own) && wanted.is_empty());
        let label_by_hand = by_hand(KitField::Label).map(|label| label.trim()).filter(|label| !label.is_empty());
        Entry {
            on: change.and_then(|change| change.on).unwrap_or(on && !orphan),
            own: change.is_some_and(|change| change.own),
            label: label_by_hand.map_or(label, str::to_owned),
            by_hand: change.is_some(),
            list,
            id,
            texts,
            number,
            checks,
            orphan,
        }
    }
}

/// Words as a sentence: a capital first, a full stop last.
fn sentence(words: &str) -> String {
    let words = words.trim().trim_end_matches('.');
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).chain(['.']).collect())
}

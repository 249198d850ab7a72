//! The shapes of a review: rules, findings, places, sources, fixes.

use std::borrow::Cow;
use std::ops::Range;

use serde::Serialize;

use super::Subject;
use crate::document::{Field, Origin};
use crate::posting::{Edit, List};

/// How much a finding weighs. The first is the worst, and [`Ord`] says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Against a law, or plainly false.
    Must,
    /// Known to cost applicants or trust.
    Should,
    /// Worth a thought.
    Consider,
}

impl Severity {
    /// All, worst first.
    pub const ALL: [Self; 3] = [Self::Must, Self::Should, Self::Consider];

    /// The words for a group of findings: "must fix".
    pub fn label(self) -> &'static str {
        match self {
            Self::Must => "must fix",
            Self::Should => "should fix",
            Self::Consider => "consider",
        }
    }
}

/// How strong the source of a piece of advice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// A statute or a regulation.
    Law,
    /// An experiment with real applicants.
    FieldExperiment,
    /// A published study.
    Study,
    /// Figures of a company that sells something to recruiters.
    VendorData,
    /// Counted by us over 4,629 real postings.
    Measured,
    /// What the field agrees on, or what plain logic says.
    Convention,
}

impl Evidence {
    /// All, strongest first.
    pub const ALL: [Self; 6] =
        [Self::Law, Self::FieldExperiment, Self::Study, Self::VendorData, Self::Measured, Self::Convention];

    /// The word for it: "field experiment".
    pub fn label(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::FieldExperiment => "field experiment",
            Self::Study => "study",
            Self::VendorData => "vendor data",
            Self::Measured => "measured",
            Self::Convention => "convention",
        }
    }
}

/// Where a piece of advice comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// How strong it is.
    pub evidence: Evidence,
    /// What it is, so that a person can look it up: statute and date, study and year.
    pub text: Cow<'static, str>,
}

impl Source {
    /// A source that is known when the program is built.
    pub const fn new(evidence: Evidence, text: &'static str) -> Self {
        Self { evidence, text: Cow::Borrowed(text) }
    }

    /// What it is and how strong, in one line: "Marinescu and Wolthoff 2020 · field experiment".
    pub fn line(&self) -> String {
        format!("{} · {}", self.text.trim_end_matches('.'), self.evidence.label())
    }

    /// A source that comes from the templates.
    pub fn owned(evidence: Evidence, text: impl Into<String>) -> Self {
        Self { evidence, text: Cow::Owned(text.into()) }
    }
}

/// The kinds of rules, in the order in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the labels say it")]
pub enum Group {
    Completeness,
    PayLaw,
    Form,
    Software,
    Wording,
    Spelling,
    Checking,
}

impl Group {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 7] =
        [Self::Completeness, Self::PayLaw, Self::Form, Self::Software, Self::Wording, Self::Spelling, Self::Checking];

    /// Its name, in sentence case.
    pub fn label(self) -> &'static str {
        match self {
            Self::Completeness => "Completeness",
            Self::PayLaw => "Pay law",
            Self::Form => "Length and form",
            Self::Software => "Software sense",
            Self::Wording => "Fair wording",
            Self::Spelling => "Spelling",
            Self::Checking => "Hiring kit",
        }
    }
}

/// What a rule needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reads {
    /// The posting's fields and lists; skipped for a plain text.
    Posting,
    /// Words alone.
    Words,
}

/// One rule: what it looks for, why, and how.
pub struct Rule {
    /// Its name in settings, on the command line and in dismissals: `pay-missing`. Never changed.
    pub id: &'static str,
    /// Where it is listed.
    pub group: Group,
    /// Its name for people, in sentence case: "Pay is missing".
    pub name: &'static str,
    /// What it looks for, in one sentence.
    pub looks_for: &'static str,
    /// The worst it gives.
    pub severity: Severity,
    /// Where the advice comes from; a finding may name a closer one.
    pub source: Source,
    /// What it needs.
    pub reads: Reads,
    /// Looks at a subject and adds what it finds.
    pub run: fn(&Rule, &Subject<'_>, &mut Vec<Finding>),
}

impl Rule {
    /// A finding of this rule. `title` is short and says what is wrong ("No pay range"), `reason`
    /// is one plain sentence on why it matters. Severity and source are the rule's own.
    pub fn finding(&self, place: Place, title: impl Into<String>, reason: impl Into<String>) -> Finding {
        let about = origin_key(&place.origin);
        Finding {
            rule: self.id,
            group: self.group,
            severity: self.severity,
            place,
            title: title.into(),
            reason: reason.into(),
            source: self.source.clone(),
            fixes: Vec::new(),
            about,
            dismissed: None,
        }
    }

    /// A finding at words of a passage: as [`Self::finding`], and a dismissal is remembered for
    /// these words in this field or item.
    pub fn at(
        &self,
        subject: &Subject<'_>,
        passage: usize,
        range: Range<usize>,
        title: impl Into<String>,
        reason: impl Into<String>,
    ) -> Finding {
        let words = subject.passages[passage].text[range.clone()].to_lowercase();
        let mut finding = self.finding(subject.place(passage, Some(range)), title, reason);
        finding.about = format!("{}: {words}", finding.about);
        finding
    }
}

/// Where in a posting a finding is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The field or item.
    pub origin: Origin,
    /// The words, where it is about words.
    pub at: Option<At>,
}

impl Place {
    /// A field as a whole.
    pub fn field(field: Field) -> Self {
        Self { origin: Origin::Field(field), at: None }
    }

    /// An item as a whole.
    pub fn item(list: List, id: &crate::catalog::Id) -> Self {
        Self { origin: Origin::Item(list, id.clone()), at: None }
    }
}

/// Words in a document or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// The block of the document; of a plain text, the number of the passage.
    pub block: usize,
    /// The bullet or row of the block; 0 for a block without.
    pub item: usize,
    /// The line of a plain text, from 1; `None` in a document.
    pub line: Option<usize>,
    /// Bytes of the passage's text, on character borders.
    pub range: Range<usize>,
}

/// One way to mend a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does, for a button, in sentence case: "Use “main”".
    pub label: String,
    /// The edit. Applied to the posting that was reviewed, it takes the finding away.
    pub edit: Edit,
}

/// Something that could be better.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The [`Rule`]'s id.
    pub rule: &'static str,
    /// The rule's group.
    pub group: Group,
    /// How much it weighs.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong, short: "No pay range".
    pub title: String,
    /// Why it matters, in one plain sentence.
    pub reason: String,
    /// Where the advice comes from.
    pub source: Source,
    /// Ways to mend it, the best first; empty: a person must think.
    pub fixes: Vec<Fix>,
    /// What a dismissal remembers together with the rule: the place, and the words if it is
    /// about words.
    pub about: String,
    /// The note of its dismissal, which may be empty; `None`: not dismissed.
    pub dismissed: Option<String>,
}

impl Finding {
    /// The same with another severity.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same with a closer source.
    #[must_use]
    pub fn source(mut self, source: Source) -> Self {
        self.source = source;
        self
    }

    /// The same with something more that tells it from others of its rule at its place, for
    /// dismissals: a jurisdiction, a technology.
    #[must_use]
    pub fn about(mut self, what: &str) -> Self {
        self.about.push_str(": ");
        self.about.push_str(what);
        self
    }

    /// The same with one more way to mend it.
    #[must_use]
    pub fn fix(mut self, label: impl Into<String>, edit: Edit) -> Self {
        self.fixes.push(Fix { label: label.into(), edit });
        self
    }

    /// The same with the fix, if there is one.
    #[must_use]
    pub fn maybe_fix(self, label: impl Into<String>, edit: Option<Edit>) -> Self {
        match edit {
            Some(edit) => self.fix(label, edit),
            None => self,
        }
    }
}

/// The name of a field or item in a dismissal: `title`, `skills/rust`. Kept with drafts, so it
/// does not change.
pub fn origin_key(origin: &Origin) -> String {
    match origin {
        Origin::Field(field) => kebab(&format!("{field:?}")),
        Origin::Item(list, id) => format!("{}/{id}", kebab(&format!("{list:?}"))),
        Origin::Kit(list, id) => format!("kit/{}/{id}", kebab(&format!("{list:?}"))),
        Origin::Fixed => "text".to_owned(),
    }
}

fn kebab(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 4);
    for (index, letter) in name.chars().enumerate() {
        if letter.is_uppercase() && index > 0 {
            key.push('-');
        }
        key.extend(letter.to_lowercase());
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Id;

    #[test]
    fn the_names_that_dismissals_keep_stay_the_same() {
        assert_eq!(origin_key(&Origin::Field(Field::AdjustmentsContact)), "adjustments-contact");
        assert_eq!(
            origin_key(&Origin::Item(List::Skills, Id::new("rust").unwrap_or_else(|_| unreachable!()))),
            "skills/rust"
        );
        assert_eq!(origin_key(&Origin::Fixed), "text");
    }

    #[test]
    fn the_worst_comes_first() {
        let mut all = vec![Severity::Consider, Severity::Must, Severity::Should];
        all.sort();
        assert_eq!(all, Severity::ALL);
    }
}

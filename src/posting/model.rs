//! The shapes of a posting. They are what a draft and a `.rolewright` file hold, so each new
//! field needs a default, and a changed one a migration.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use iso_currency::Currency;
use jiff::{Timestamp, civil::Date};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize};
use uuid::Uuid;

use crate::catalog::{Id, Role, Strength};

/// One job posting, with everything the recruiter said and everything proposed to them.
///
/// It stands on its own: each item that is on carries the words it was shown with, so that a
/// posting reads the same on a machine with other templates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Posting {
    /// Its identity, for the draft store.
    pub id: Uuid,
    /// What it is for.
    pub role: Role,
    /// The title by hand; `None`: proposed from the role.
    #[serde(default)]
    pub title: Option<String>,
    /// The employer.
    #[serde(default)]
    pub company: Company,
    /// The team or department; empty: not said.
    #[serde(default)]
    pub team: String,
    /// Places of work, the main one first.
    #[serde(default)]
    pub locations: Vec<Location>,
    /// Where the work is done; `None`: not said.
    #[serde(default)]
    pub work_model: Option<WorkModel>,
    /// The kind of contract; `None`: not said.
    #[serde(default)]
    pub employment: Option<Employment>,
    /// Full or part time; `None`: not said.
    #[serde(default)]
    pub hours: Option<Hours>,
    /// Pay.
    #[serde(default)]
    pub pay: Pay,
    /// When the work starts.
    #[serde(default)]
    pub start: Start,
    /// How long one can apply.
    #[serde(default)]
    pub closing: Closing,
    /// Where to apply: a link; empty: not said.
    #[serde(default)]
    pub apply_link: String,
    /// Where to apply: an e-mail address; empty: not said.
    #[serde(default)]
    pub apply_email: String,
    /// Whom to ask for adjustments in the process: a name, an address, a number.
    #[serde(default)]
    pub adjustments_contact: String,
    /// The employer's reference number.
    #[serde(default)]
    pub reference: String,
    /// Language and region: words, dates, numbers, paper.
    #[serde(default)]
    pub locale: PostingLocale,
    /// "About the role".
    #[serde(default)]
    pub summary: Worded,
    /// The requirement that says how much experience, from the level.
    #[serde(default)]
    pub experience: Worded,
    /// Skills and technologies, in the posting's order.
    #[serde(default)]
    pub skills: ItemList,
    /// Duties, in the posting's order.
    #[serde(default)]
    pub duties: ItemList,
    /// Education.
    #[serde(default)]
    pub education: Education,
    /// Benefits, in the posting's order.
    #[serde(default)]
    pub benefits: ItemList,
    /// "How we hire": the steps, in their order.
    #[serde(default)]
    pub steps: ItemList,
    /// Where the role can lead.
    #[serde(default)]
    pub career: Worded,
    /// "Equal opportunity": the statement.
    #[serde(default)]
    pub statement: Worded,
    /// Findings of the review that the person does not want to hear of again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dismissed: Vec<Dismissal>,
    /// What a person changed in the hiring kit that is made from it.
    #[serde(default, skip_serializing_if = "super::KitChanges::is_empty")]
    pub kit: super::KitChanges,
    /// When it was begun.
    pub created: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
}

/// A finding of the review that a person has put aside.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismissal {
    /// The rule's id.
    pub rule: String,
    /// What it was about: the place and the words, as the review names them.
    pub about: String,
    /// Why, in the person's words; may be empty.
    #[serde(default)]
    pub note: String,
}

/// A text that the catalogue proposes and that a person can put in their own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worded {
    /// False: it does not appear.
    pub on: bool,
    /// The text by hand; `None`: the catalogue's.
    #[serde(default)]
    pub wording: Option<String>,
}

impl Default for Worded {
    fn default() -> Self {
        Self { on: true, wording: None }
    }
}

/// The employer, as a posting says it. Copied from the company profile when a posting begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// Its name; empty: not said.
    #[serde(default)]
    pub name: String,
    /// "About us": paragraphs separated by blank lines; empty: not said.
    #[serde(default)]
    pub about: String,
    /// The logo in the header of the page.
    #[serde(default)]
    pub logo: Option<Logo>,
}

/// A PNG picture of at most [`Logo::MAX_BYTES`], checked when made.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Logo {
    pub(super) png: Arc<[u8]>,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// A place of work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// The town.
    #[serde(default)]
    pub city: String,
    /// State, province or region, as one writes it: "Colorado", "CO".
    #[serde(default)]
    pub region: String,
    /// The country.
    #[serde(default)]
    pub country: Option<Country>,
}

/// A country, by its ISO 3166-1 two-letter code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country(pub(super) [u8; 2]);

/// Where the work is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum WorkModel {
    /// At the place of work.
    OnSite,
    /// Some days at the place of work.
    Hybrid {
        /// Days a week on site, 1 to 6; `None`: not said.
        days: Option<u8>,
    },
    /// Away from the place of work.
    Remote {
        /// Where one may live: "anywhere in Germany"; empty: not said.
        within: String,
    },
}

/// The kind of contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the field's own")]
pub enum Employment {
    Permanent,
    FixedTerm,
    Temporary,
    Contractor,
    Internship,
    Apprenticeship,
}

/// Full or part time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// True: full time.
    pub full_time: bool,
    /// Hours a week, above 0 and at most 168; `None`: not said.
    pub per_week: Option<Decimal>,
}

/// Pay. Amounts are exact decimals in units of the currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pay {
    /// The least one offers; `None`: not said.
    #[serde(default)]
    pub min: Option<Decimal>,
    /// The most one offers; `None`: not said. Equal to `min`: a fixed amount.
    #[serde(default)]
    pub max: Option<Decimal>,
    /// The currency (ISO 4217).
    pub currency: Currency,
    /// True: a person or the company profile chose the currency; it no longer follows the region.
    #[serde(default)]
    pub currency_by_hand: bool,
    /// What the amounts are paid for.
    #[serde(default)]
    pub period: PayPeriod,
    /// Before or after tax; `None`: not said.
    #[serde(default)]
    pub basis: Option<PayBasis>,
    /// A note on bonus: "plus a bonus of up to 10%"; empty: not said.
    #[serde(default)]
    pub bonus: String,
    /// A note on equity; empty: not said.
    #[serde(default)]
    pub equity: String,
}

impl Default for Pay {
    fn default() -> Self {
        Self {
            min: None,
            max: None,
            currency: Currency::USD,
            currency_by_hand: false,
            period: PayPeriod::Year,
            basis: None,
            bonus: String::new(),
            equity: String::new(),
        }
    }
}

/// What an amount of pay is paid for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the field's own")]
pub enum PayPeriod {
    Hour,
    Day,
    Week,
    Month,
    #[default]
    Year,
}

/// Before or after tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PayBasis {
    /// Before tax.
    Gross,
    /// After tax.
    Net,
}

/// When the work starts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "date", rename_all = "kebab-case")]
pub enum Start {
    /// Not said.
    #[default]
    Unsaid,
    /// As soon as the person can.
    AsSoonAsPossible,
    /// On a day.
    On(Date),
}

/// How long one can apply.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "date", rename_all = "kebab-case")]
pub enum Closing {
    /// Not said.
    #[default]
    Unsaid,
    /// Open until filled.
    UntilFilled,
    /// Until the end of a day.
    On(Date),
}

/// The posting's language and region. They decide words, dates, numbers and paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostingLocale {
    /// ISO 639 code of a language that `templates/` has: `en`.
    pub language: String,
    /// The region whose habits are followed.
    pub region: Country,
}

/// The lists of a posting whose items are switched on and off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the field's own")]
pub enum List {
    Skills,
    Duties,
    Benefits,
    Steps,
}

impl List {
    /// All lists.
    pub const ALL: [Self; 4] = [Self::Skills, Self::Duties, Self::Benefits, Self::Steps];

    /// True if items have a strength; elsewhere an item that is on is [`Strength::Must`].
    pub fn has_strengths(self) -> bool {
        self == Self::Skills
    }
}

/// The items of one list that are on, that were proposed, or that a person touched, in the
/// posting's order. What is not here is off and is offered from the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemList {
    /// In the posting's order; ids are unique, also when read from a file that has one twice.
    #[serde(deserialize_with = "unique")]
    pub items: Vec<Item>,
    /// True once a person moved an item: proposals then go to the end instead of to the
    /// catalogue's order.
    #[serde(default)]
    pub ordered_by_hand: bool,
}

/// Reads items; of two with the same id the first counts.
fn unique<'de, D: Deserializer<'de>>(reader: D) -> Result<Vec<Item>, D::Error> {
    let mut items = Vec::<Item>::deserialize(reader)?;
    let mut ids = HashSet::new();
    items.retain(|item| ids.insert(item.id.clone()));
    Ok(items)
}

/// A skill, duty, benefit or step in a posting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The catalogue's id, or one of its own.
    pub id: Id,
    /// True: the recruiter's own; there is no catalogue entry behind it.
    #[serde(default)]
    pub own: bool,
    /// `None`: off.
    pub strength: Option<Strength>,
    /// True: a person chose the strength (or off); the role's proposals leave it alone.
    #[serde(default)]
    pub by_hand: bool,
    /// The short label it was last shown with.
    pub label: String,
    /// The catalogue's sentence it was last shown with, for a machine that lacks the entry.
    #[serde(default)]
    pub ours: String,
    /// The sentence by hand; `None`: the catalogue's.
    #[serde(default)]
    pub wording: Option<String>,
}

/// Education, as a posting asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Education {
    /// False: the posting says nothing about education.
    pub on: bool,
    /// A degree of the catalogue; `None`: no degree asked for.
    #[serde(default)]
    pub degree: Option<Id>,
    /// Fields of study of the catalogue, in the catalogue's order.
    #[serde(default)]
    pub fields: BTreeSet<Id>,
    /// Fields of the recruiter's own.
    #[serde(default)]
    pub own_fields: Vec<String>,
    /// "or equivalent experience": on unless a person turns it off.
    #[serde(default = "yes")]
    pub or_equivalent: bool,
    /// What counts in a degree's place, each by itself.
    #[serde(default)]
    pub alternatives: BTreeSet<Id>,
    /// Sentences of their own: master's for advanced roles, licence.
    #[serde(default)]
    pub extras: BTreeSet<Id>,
    /// True: a section of its own; false: folded into the requirements.
    #[serde(default)]
    pub stands_alone: bool,
    /// The words by hand; `None`: made from the parts.
    #[serde(default)]
    pub wording: Option<String>,
    /// Parts that a person chose; the role's proposals leave them alone.
    #[serde(default)]
    pub by_hand: BTreeSet<EducationChoice>,
}

fn yes() -> bool {
    true
}

impl Default for Education {
    fn default() -> Self {
        Self {
            on: false,
            degree: None,
            fields: BTreeSet::new(),
            own_fields: Vec::new(),
            or_equivalent: true,
            alternatives: BTreeSet::new(),
            extras: BTreeSet::new(),
            stands_alone: false,
            wording: None,
            by_hand: BTreeSet::new(),
        }
    }
}

/// One choice within education, to say which ones a person made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EducationChoice {
    /// Whether education appears at all.
    On,
    /// The degree.
    Degree,
    /// A field of study.
    Field(Id),
    /// An alternative.
    Alternative(Id),
    /// A sentence of its own.
    Extra(Id),
}

/// Plain one-line texts of a posting, for [`Edit::Text`](super::Edit::Text).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the posting's fields")]
pub enum TextField {
    Company,
    AboutCompany,
    Team,
    Reference,
    ApplyLink,
    ApplyEmail,
    AdjustmentsContact,
    Bonus,
    Equity,
}

/// Texts that the catalogue proposes, for [`Edit::Prose`](super::Edit::Prose).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the posting's fields")]
pub enum Prose {
    Summary,
    Experience,
    Career,
    Statement,
}

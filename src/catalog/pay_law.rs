//! What the law asks of a posting about pay, place by place.

use jiff::civil::Date;

use super::Id;

/// A law on pay in postings, and where it holds. Gathered from statutes and summaries; not legal
/// advice, which every finding made of it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayLaw {
    /// Its name in files.
    pub id: Id,
    /// The place as a sentence names it: "Colorado", "the District of Columbia".
    pub name: String,
    /// Countries it holds in, as ISO 3166-1 two-letter codes in capitals.
    pub countries: Vec<String>,
    /// Of a law of a part of a country: the ways in which people write the part, "Colorado", "CO".
    /// Empty together with `cities`: the whole country.
    pub regions: Vec<String>,
    /// Towns that tell the part by themselves, where a posting names no region.
    pub cities: Vec<String>,
    /// Of a county and its like: the ways to write the region that it lies in, where its towns
    /// tell it too.
    pub part_of: Vec<String>,
    /// It holds for employers of so many people and more.
    pub employees: u32,
    /// When applicants must be told.
    pub told: Told,
    /// What must be told.
    pub asks: Vec<Asked>,
    /// True: a range must have both ends.
    pub no_open_ends: bool,
    /// The most that the top of a yearly range may lie above its bottom, in the country's currency.
    pub max_spread: Option<u32>,
    /// A yearly range whose top is above this may be of any width.
    pub spread_free_above: Option<u32>,
    /// What a posting may not do.
    pub bars: Vec<Barred>,
    /// The statute that forbids asking what someone earned; `None`: we know of none.
    pub history: Option<String>,
    /// The statute, as lawyers cite it.
    pub statute: String,
    /// The day it came, or comes, into force.
    pub since: Date,
    /// False: the day has passed but the place has not yet made it its law.
    pub in_force: bool,
    /// The day on which we last looked.
    pub last_checked: Date,
    /// Where we looked.
    pub source: String,
    /// What else there is to know, in one sentence.
    pub note: Option<String>,
    /// True: one secondary source alone said it.
    pub check: bool,
}

/// When applicants must be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Told {
    /// In the posting.
    InPosting,
    /// In the posting or before the first interview.
    BeforeInterview,
    /// Later, such as on request or before an offer.
    OnRequest,
}

impl Told {
    /// All, with their names in files.
    pub const ALL: [(&'static str, Self); 3] =
        [("in-posting", Self::InPosting), ("before-interview", Self::BeforeInterview), ("on-request", Self::OnRequest)];
}

/// What a law asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// The pay, or its range.
    Pay,
    /// Benefits in general words.
    Benefits,
    /// Bonuses, commission, equity, where there are any.
    OtherPay,
    /// How to apply.
    Apply,
    /// Until when one can apply, or that it stays open.
    Deadline,
    /// That software judges applicants, where it does.
    AiScreening,
    /// Whether there is a vacancy.
    Vacancy,
    /// That people with a criminal record are considered.
    FairChance,
    /// A title for people of any gender.
    NeutralTitle,
}

impl Asked {
    /// All, with their names in files.
    pub const ALL: [(&'static str, Self); 9] = [
        ("pay", Self::Pay),
        ("benefits", Self::Benefits),
        ("other-pay", Self::OtherPay),
        ("apply", Self::Apply),
        ("deadline", Self::Deadline),
        ("ai-screening", Self::AiScreening),
        ("vacancy", Self::Vacancy),
        ("fair-chance", Self::FairChance),
        ("neutral-title", Self::NeutralTitle),
    ];
}

/// What a law forbids in a posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Barred {
    /// To ask for experience gained in Canada.
    CanadianExperience,
    /// To leave out the people who live there.
    ExcludingResidents,
}

impl Barred {
    /// All, with their names in files.
    pub const ALL: [(&'static str, Self); 2] =
        [("canadian-experience", Self::CanadianExperience), ("excluding-residents", Self::ExcludingResidents)];
}

//! Every way to change a posting. What an edit does is in `apply.rs`, what it is called in
//! `names.rs`.

use iso_currency::Currency;
use rust_decimal::Decimal;

use super::{
    Closing, Dismissal, Employment, Hours, KitEdit, KitList, List, Location, Logo, PayBasis, PayPeriod, PostingLocale,
    Prose, Start, TextField, WorkModel,
};
use crate::catalog::{Id, Level, Strength, Track};

/// One change to a posting. There is no other way to change one.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Another specialism: proposals follow, what was done by hand stays.
    Specialism(Id),
    /// Developer to engineer or back: proposals follow, what was done by hand stays.
    Track(Track),
    /// Another level: proposals follow, what was done by hand stays.
    Level(Level),
    /// The title by hand; `None`: proposed from the role again.
    Title(Option<String>),
    /// A plain text.
    Text(TextField, String),
    /// A proposed text by hand; `None`: ours again.
    Prose(Prose, Option<String>),
    /// A proposed text shown or not.
    ProseOn(Prose, bool),
    /// All places of work.
    Locations(Vec<Location>),
    /// Where the work is done. Hybrid days are brought within 1 to 6.
    WorkModel(Option<WorkModel>),
    /// The kind of contract.
    Employment(Option<Employment>),
    /// Full or part time. Hours a week are above 0 and at most 168.
    Hours(Option<Hours>),
    /// A part of pay.
    Pay(PayEdit),
    /// When the work starts.
    Start(Start),
    /// How long one can apply.
    Closing(Closing),
    /// Language and region. The currency follows if no amount is set yet and nobody chose it.
    Locale(PostingLocale),
    /// The company's logo.
    Logo(Option<Logo>),
    /// A change to an item of a list. What is not in the posting yet is taken from the catalogue.
    Item {
        /// Which list.
        list: List,
        /// Which item.
        id: Id,
        /// What happens to it.
        change: ItemEdit,
    },
    /// An item of one's own at the end of a list; `text` is its label and its sentence.
    AddOwn {
        /// Which list.
        list: List,
        /// The words, trimmed, not blank.
        text: String,
        /// [`Strength::Must`] for lists without strengths.
        strength: Strength,
    },
    /// A part of education.
    Education(EducationEdit),
    /// Puts a finding of the review aside; one that is already has its note replaced.
    Dismiss(Dismissal),
    /// Takes the dismissal of a finding back.
    Undismiss {
        /// The rule's id.
        rule: String,
        /// What the dismissal was about.
        about: String,
    },
    /// A change to the hiring kit.
    Kit(KitEdit),
    /// Several at once under one name, undone as one.
    All {
        /// The name, as in "Undo: use the company profile".
        name: String,
        /// In order.
        edits: Vec<Edit>,
    },
}

/// A change to an item of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemEdit {
    /// On at a strength, or off.
    Strength(Option<Strength>),
    /// The sentence by hand; `None`: ours again, and for an own item the text it was added with.
    /// An own item's label follows its sentence.
    Wording(Option<String>),
    /// To this place among the items that are on, 0 the first; beyond the last: to the end. An
    /// item that is off does not move.
    MoveTo(usize),
    /// Away with an own item; a catalogue item goes back to what is proposed.
    Remove,
}

/// A change to pay. Amounts are not negative and have at most 15 digits before the point and 4
/// after it.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are the fields of `Pay`")]
pub enum PayEdit {
    Min(Option<Decimal>),
    Max(Option<Decimal>),
    Currency(Currency),
    Period(PayPeriod),
    Basis(Option<PayBasis>),
}

/// A change to education.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are the fields of `Education`")]
pub enum EducationEdit {
    On(bool),
    Degree(Option<Id>),
    Field(Id, bool),
    OwnFields(Vec<String>),
    OrEquivalent(bool),
    Alternative(Id, bool),
    Extra(Id, bool),
    StandsAlone(bool),
    Wording(Option<String>),
}

/// Why an edit changed nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The id is in neither the posting nor the catalogue.
    #[error("there is no {} “{id}” in this posting or its templates", list.one())]
    NoSuchItem {
        /// Which list.
        list: List,
        /// Which id.
        id: Id,
    },
    /// An own item without words.
    #[error("an item needs words")]
    Blank,
    /// The specialism is not in the catalogue.
    #[error("there is no specialism “{0}” in the templates")]
    NoSuchSpecialism(Id),
    /// The part of education is in neither the posting nor the catalogue.
    #[error("there is no education part “{0}” in this posting or its templates")]
    NoSuchEducationPart(Id),
    /// The entry is neither in the posting's kit nor proposed.
    #[error("there is no {} “{id}” in this hiring kit or its templates", list.one())]
    NoSuchKitEntry {
        /// Which list.
        list: KitList,
        /// Which id.
        id: Id,
    },
    /// An amount that nobody is paid.
    #[error("pay cannot be {0}: use an amount from 0 with at most 15 digits before the point and 4 after it")]
    BadAmount(Decimal),
    /// Hours that a week does not have.
    #[error("a week cannot have {0} hours of work: use a number above 0, up to 168")]
    BadHours(Decimal),
}

//! What is open, filtered, hovered and half-typed in the editor.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::items::RowCache;
use crate::app::review::ReviewUi;
use crate::catalog::Id;
use crate::document::{Field, Origin};
use crate::drafts::Settings;
use crate::posting::List;

/// The sections of the left panel, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    Basics,
    About,
    Skills,
    Duties,
    Education,
    Pay,
    Hiring,
    Company,
    Apply,
}

impl Section {
    /// All sections, in their order.
    pub const ALL: [Self; 9] = [
        Self::Basics,
        Self::About,
        Self::Skills,
        Self::Duties,
        Self::Education,
        Self::Pay,
        Self::Hiring,
        Self::Company,
        Self::Apply,
    ];

    /// Its heading.
    pub fn label(self) -> &'static str {
        match self {
            Self::Basics => "Basics",
            Self::About => "About the role",
            Self::Skills => "Skills",
            Self::Duties => "Duties",
            Self::Education => "Education",
            Self::Pay => "Pay and benefits",
            Self::Hiring => "How you hire",
            Self::Company => "Career, company, statement",
            Self::Apply => "How to apply",
        }
    }

    /// The name the settings remember it by.
    pub fn key(self) -> &'static str {
        match self {
            Self::Basics => "basics",
            Self::About => "about",
            Self::Skills => "skills",
            Self::Duties => "duties",
            Self::Education => "education",
            Self::Pay => "pay",
            Self::Hiring => "hiring",
            Self::Company => "company",
            Self::Apply => "apply",
        }
    }

    /// Where the control of an origin is; `None`: above all sections, or nowhere.
    pub fn of(origin: &Origin) -> Option<Self> {
        match origin {
            Origin::Kit(..) | Origin::Fixed => None,
            Origin::Item(List::Skills, _) => Some(Self::Skills),
            Origin::Item(List::Duties, _) => Some(Self::Duties),
            Origin::Item(List::Benefits, _) => Some(Self::Pay),
            Origin::Item(List::Steps, _) => Some(Self::Hiring),
            Origin::Field(field) => Some(match field {
                Field::Title
                | Field::Company
                | Field::Team
                | Field::Locations
                | Field::WorkModel
                | Field::Employment
                | Field::Hours
                | Field::Start
                | Field::Closing
                | Field::Reference
                | Field::Locale => Self::Basics,
                Field::Summary | Field::Experience => Self::About,
                Field::Education => Self::Education,
                Field::Pay | Field::Bonus | Field::Equity => Self::Pay,
                Field::AboutCompany | Field::Career | Field::Statement => Self::Company,
                Field::ApplyLink | Field::ApplyEmail | Field::AdjustmentsContact => Self::Apply,
            }),
        }
    }
}

/// How a list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListView {
    /// Everything offered, by group.
    #[default]
    All,
    /// What is on, in the posting's order, to be reordered.
    Order,
}

/// What is open, filtered, hovered and half-typed.
#[derive(Default)]
pub struct EditorUi {
    open: BTreeSet<Section>,
    /// False: the page has the whole window.
    pub panel_open: bool,
    /// What each list offers.
    pub rows: RowCache,
    /// The filter of each list.
    pub filters: BTreeMap<List, String>,
    /// How each list is shown.
    pub views: BTreeMap<List, ListView>,
    /// The item whose wording is being edited.
    pub wording: Option<(List, Id)>,
    /// True until the field of that wording has been given the keyboard.
    pub wording_opened: bool,
    /// The control to show and give the keyboard; taken by the control itself.
    pub goto: Option<Origin>,
    /// The list whose filter gets the keyboard next.
    pub filter_wanted: Option<List>,
    /// The origin under the pointer in the preview, and in the panel: each lights the other.
    pub hover_page: Option<Origin>,
    /// See `hover_page`.
    pub hover_panel: Option<Origin>,
    /// Where the preview should scroll to, as when a control gets the keyboard.
    pub reveal_in_page: Option<Origin>,
    /// Half-typed texts of fields whose value is not a text, by the field's name.
    pub buffers: HashMap<&'static str, String>,
    /// What is open and chosen in the review.
    pub review: ReviewUi,
    /// The item that is to get the keyboard after it moved.
    pub refocus: Option<(List, Id)>,
}

impl EditorUi {
    /// As the person left it.
    pub fn new(settings: &Settings) -> Self {
        let open = Section::ALL
            .into_iter()
            .filter(|section| settings.open_sections.get(section.key()).copied().unwrap_or(*section == Section::Skills))
            .collect();
        Self { open, panel_open: true, ..Self::default() }
    }

    /// True if a section is unfolded.
    pub fn is_open(&self, section: Section) -> bool {
        self.open.contains(&section)
    }

    /// Folds or unfolds a section.
    pub fn toggle(&mut self, section: Section) {
        if !self.open.remove(&section) {
            self.open.insert(section);
        }
    }

    /// Folds or unfolds all.
    pub fn fold_all(&mut self, fold: bool) {
        self.open = if fold { BTreeSet::new() } else { Section::ALL.into_iter().collect() };
    }

    /// Which sections are unfolded, for the settings.
    pub fn open_sections(&self) -> impl Iterator<Item = (String, bool)> + '_ {
        Section::ALL.into_iter().map(|section| (section.key().to_owned(), self.is_open(section)))
    }

    /// Shows the control of an origin and gives it the keyboard.
    pub fn go_to(&mut self, origin: Origin) {
        if let Some(section) = Section::of(&origin) {
            self.open.insert(section);
        }
        if let Origin::Item(list, _) = &origin {
            // A filter could hide it.
            self.filters.remove(list);
        }
        self.panel_open = true;
        self.goto = Some(origin);
    }

    /// Opens the wording of an item and gives it the keyboard.
    pub fn edit_wording(&mut self, list: List, id: Id) {
        self.wording = Some((list, id));
        self.wording_opened = true;
    }

    /// Gives the keyboard to the filter of the first list that is unfolded, or of the skills.
    pub fn focus_filter(&mut self) {
        let list =
            if self.is_open(Section::Skills) || !self.is_open(Section::Duties) { List::Skills } else { List::Duties };
        self.open.insert(if list == List::Skills { Section::Skills } else { Section::Duties });
        self.panel_open = true;
        // Among what is on alone there is nothing to filter.
        self.views.remove(&list);
        self.filter_wanted = Some(list);
    }

    /// Forgets half-typed texts, as after an undo.
    pub fn forget_buffers(&mut self) {
        self.buffers.clear();
    }
}

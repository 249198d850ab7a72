//! What is shown, unfolded, half-typed and pointed at.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::made::Made;
use crate::app::editor::Sheets;
use crate::catalog::{Catalog, Id};
use crate::document::{Document, Stats};
use crate::export::Format;
use crate::kit::Part;
use crate::posting::{KitList, Posting};

/// The screen's state. It is kept while the window is open.
pub struct HiringKitScreen {
    /// The part that is shown.
    pub(super) part: Part,
    made: Option<Made>,
    /// The entry that is unfolded.
    pub(super) open: Option<(KitList, Id)>,
    /// The entry to show and give the keyboard; taken by its row.
    pub(super) goto: Option<(KitList, Id)>,
    /// What is typed for an entry of one's own.
    pub(super) adding: BTreeMap<KitList, String>,
    /// A half-typed number.
    pub(super) number: Option<(KitList, Id, String)>,
    /// Where more was asked for than a list takes; without an id: where one is added.
    pub(super) refused: Option<(KitList, Option<Id>)>,
    /// False: the sheets have the room on the left.
    pub(super) entries_open: bool,
    /// False: the sheets have the room on the right.
    pub(super) coverage_open: bool,
    /// What was chosen at the last export.
    pub(super) export: ExportChoice,
    /// The sheets: their layout, and what is lit on them and by them.
    pub(super) sheets: Sheets,
}

/// What is exported, and how.
pub(super) struct ExportChoice {
    pub left_out: BTreeSet<Part>,
    pub format: Format,
}

impl HiringKitScreen {
    /// As it is first shown.
    pub fn new() -> Self {
        Self {
            part: Part::Screening,
            made: None,
            open: None,
            goto: None,
            adding: BTreeMap::new(),
            number: None,
            refused: None,
            entries_open: true,
            coverage_open: true,
            export: ExportChoice { left_out: BTreeSet::new(), format: Format::Docx },
            sheets: Sheets::default(),
        }
    }

    /// The kit of a posting and the part that is shown; made anew only if one of them is another.
    pub(super) fn made(&mut self, posting: &Arc<Posting>, catalog: &Catalog) -> Made {
        let made = match self.made.take() {
            Some(made) if made.posting.id != posting.id => {
                // What was begun for another posting is not for this one.
                self.adding.clear();
                self.show(self.part);
                Made::new(posting, self.part, catalog)
            }
            Some(made) => made.renewed(posting, self.part, catalog),
            None => Made::new(posting, self.part, catalog),
        };
        self.made = Some(made.clone());
        made
    }

    /// The document of the part that is shown, and how much there is to read in it.
    pub fn document(&mut self, posting: &Arc<Posting>, catalog: &Catalog) -> (Arc<Document>, Stats) {
        let made = self.made(posting, catalog);
        (made.document, made.stats)
    }

    /// Pages of the sheets, once they have been painted.
    pub fn page_count(&self) -> Option<usize> {
        self.sheets.page_count()
    }

    /// Shows a part.
    pub(super) fn show(&mut self, part: Part) {
        self.part = part;
        self.open = None;
        self.number = None;
        self.refused = None;
    }

    /// Shows an entry, unfolded, and gives it the keyboard.
    pub(super) fn go_to(&mut self, list: KitList, id: Id) {
        let shows = |part: Part| {
            part.lists().contains(&list) || (list == KitList::Texts && part.texts().contains(&id.as_str()))
        };
        if !shows(self.part) {
            // The rubric is with the assessment; the candidate's sheet is the shorter of the two.
            let parts = [Part::Screening, Part::Assessment, Part::Candidate, Part::Interview, Part::Scorecard];
            if let Some(part) = parts.into_iter().find(|part| shows(*part)) {
                self.show(part);
            }
        }
        self.entries_open = true;
        self.open = Some((list, id.clone()));
        self.goto = Some((list, id));
    }

    /// Shows or hides what the part is made of.
    pub fn toggle_entries(&mut self) {
        self.entries_open = !self.entries_open;
    }

    /// Shows or hides who checks what.
    pub fn toggle_coverage(&mut self) {
        self.coverage_open = !self.coverage_open;
    }

    /// What is exported now is what the next export proposes.
    pub fn exported(&mut self, left_out: BTreeSet<Part>, format: Format) {
        self.export = ExportChoice { left_out, format };
    }
}

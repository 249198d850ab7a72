//! What is open, chosen and half-typed in the review.

use crate::app::dialogs::WriteKind;
use crate::posting::Edit;
use crate::review::Finding;

/// A finding by what it is about, so that it is itself after the next look at the posting.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The rule's id.
    pub rule: &'static str,
    /// What it is about.
    pub about: String,
}

impl Key {
    /// The key of a finding.
    pub fn of(finding: &Finding) -> Self {
        Self { rule: finding.rule, about: finding.about.clone() }
    }

    /// True if it is this finding's.
    pub fn is(&self, finding: &Finding) -> bool {
        self.rule == finding.rule && self.about == finding.about
    }
}

/// What can be asked for about findings.
#[derive(Clone, Debug)]
pub enum ReviewAction {
    /// Show its words and go to its control.
    GoTo(Key),
    /// Light it: its words were clicked.
    Light(Key),
    /// Mend it, dismiss it or bring it back.
    Edit(Edit),
    /// Mend all findings of a rule.
    FixAll(&'static str),
    /// Look for this no more.
    TurnOff(&'static str),
    /// Look up what a word may have been meant to be.
    Suggest(Key),
    /// Put a word into the person's own dictionary.
    Learn(String),
    /// Show or hide the panel.
    Toggle,
    /// Write the posting although something must be fixed.
    ExportAnyway(WriteKind),
}

/// What is open, chosen and half-typed in the review.
#[derive(Default)]
pub struct ReviewUi {
    /// The finding that is lit on the page and among the cards.
    pub current: Option<Key>,
    /// True: its card is to be scrolled to and given the keyboard.
    pub card_wanted: bool,
    /// True: its card is to be scrolled to.
    pub card_revealed: bool,
    /// True: its words on the page are to be scrolled to.
    pub words_wanted: bool,
    /// The finding that is being dismissed, and the note so far.
    pub note: Option<(Key, String)>,
    /// The finding whose word was looked up, and the edits that were found, by their words.
    pub suggested: Option<(Key, Vec<(String, Edit)>)>,
    /// True until the field of that note has been given the keyboard.
    pub note_opened: bool,
    /// True: those that were dismissed are unfolded.
    pub dismissed_open: bool,
    /// The card, by its number, that gets the keyboard in the next frame, when the one that had
    /// it has gone …
    pub next_card: Option<usize>,
    /// … and in this one.
    pub focus_card: Option<usize>,
    /// Frames to go until what was scrolled to is where it belongs.
    pub scrolling: u8,
    /// True: it lies over the page of a narrow window.
    pub overlay: bool,
}

impl ReviewUi {
    /// Opens the field for a note.
    pub fn open_note(&mut self, key: Key) {
        self.note = Some((key, String::new()));
        self.note_opened = true;
    }
}

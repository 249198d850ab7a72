//! The one table of commands: menus, toolbar, shortcuts, palette and the list of shortcuts are
//! all made from it.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::theme::icons;

/// Something a person can ask for that is not a change to the posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "`Command::label` says what each does")]
pub enum Command {
    NewPosting,
    ShowDrafts,
    OpenFile,
    OpenFolder,
    SaveNow,
    SaveCopy,
    Versions,
    KeepVersion,
    ExportWord,
    ExportText,
    HiringKit,
    ExportKit,
    ExportAll,
    BackUpNow,
    RestoreBackup,
    BackupFolder,
    DraftsFolder,
    CopyFormatted,
    CopyPlain,
    CompanyProfile,
    Settings,
    Quit,
    Undo,
    Redo,
    Find,
    DuplicateDraft,
    TrashDraft,
    Palette,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    TogglePanel,
    ToggleReview,
    NextFinding,
    PreviousFinding,
    ReviewSettings,
    OpenAllSections,
    CloseAllSections,
    TemplateProblems,
    TemplatesHelp,
    Choose,
    Shortcuts,
    About,
}

/// The menus of the menu bar, with the commands of each; `None` is a line between groups.
pub const MENUS: [(&str, &[Option<Command>]); 5] = [
    (
        "File",
        &[
            Some(Command::NewPosting),
            Some(Command::ShowDrafts),
            Some(Command::OpenFile),
            None,
            Some(Command::SaveNow),
            Some(Command::SaveCopy),
            Some(Command::Versions),
            Some(Command::KeepVersion),
            Some(Command::DuplicateDraft),
            Some(Command::TrashDraft),
            None,
            Some(Command::ExportWord),
            Some(Command::ExportText),
            None,
            Some(Command::HiringKit),
            Some(Command::ExportKit),
            None,
            Some(Command::CompanyProfile),
            Some(Command::Settings),
            None,
            Some(Command::Quit),
        ],
    ),
    (
        "Edit",
        &[
            Some(Command::Undo),
            Some(Command::Redo),
            None,
            Some(Command::CopyFormatted),
            Some(Command::CopyPlain),
            None,
            Some(Command::NextFinding),
            Some(Command::PreviousFinding),
            Some(Command::ReviewSettings),
            None,
            Some(Command::Find),
            Some(Command::Palette),
        ],
    ),
    (
        "View",
        &[
            Some(Command::TogglePanel),
            Some(Command::ToggleReview),
            Some(Command::OpenAllSections),
            Some(Command::CloseAllSections),
            None,
            Some(Command::ZoomIn),
            Some(Command::ZoomOut),
            Some(Command::ZoomReset),
            None,
            Some(Command::ThemeSystem),
            Some(Command::ThemeLight),
            Some(Command::ThemeDark),
        ],
    ),
    (
        "Backup",
        &[
            Some(Command::BackUpNow),
            Some(Command::RestoreBackup),
            Some(Command::BackupFolder),
            Some(Command::DraftsFolder),
            None,
            Some(Command::ExportAll),
            Some(Command::OpenFolder),
        ],
    ),
    (
        "Help",
        &[
            Some(Command::Choose),
            None,
            Some(Command::Shortcuts),
            Some(Command::TemplatesHelp),
            Some(Command::TemplateProblems),
            None,
            Some(Command::About),
        ],
    ),
];

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl Command {
    /// Every command, in the order of the menus.
    pub fn all() -> impl Iterator<Item = Self> {
        MENUS.iter().flat_map(|(_, commands)| commands.iter().copied().flatten())
    }

    /// Its words in menus and in the palette.
    pub fn label(self) -> &'static str {
        match self {
            Self::NewPosting => "New posting",
            Self::ShowDrafts => "Drafts",
            Self::OpenFile => "Open file…",
            Self::OpenFolder => "Open a folder of postings…",
            Self::SaveNow => "Save now",
            Self::SaveCopy => "Save a copy…",
            Self::Versions => "Versions of this posting…",
            Self::KeepVersion => "Keep this version…",
            Self::ExportWord => "Export to Word…",
            Self::ExportText => "Export to text…",
            Self::HiringKit => "Hiring kit",
            Self::ExportKit => "Export the hiring kit…",
            Self::ExportAll => "Export all drafts…",
            Self::BackUpNow => "Back up now",
            Self::RestoreBackup => "Restore from backup…",
            Self::BackupFolder => "Folder for backups…",
            Self::DraftsFolder => "Folder of the drafts…",
            Self::CopyFormatted => "Copy with formatting",
            Self::CopyPlain => "Copy as plain text",
            Self::CompanyProfile => "Company profile…",
            Self::Settings => "Settings…",
            Self::Quit => "Quit",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::Find => "Filter the list",
            Self::DuplicateDraft => "Duplicate this draft",
            Self::TrashDraft => "Move this draft to the trash",
            Self::Palette => "Find a command…",
            Self::ZoomIn => "Zoom in",
            Self::ZoomOut => "Zoom out",
            Self::ZoomReset => "Actual size",
            Self::ThemeSystem => "Colours of the system",
            Self::ThemeLight => "Light colours",
            Self::ThemeDark => "Dark colours",
            Self::TogglePanel => "Show or hide the left panel",
            Self::ToggleReview => "Show or hide the review panel",
            Self::NextFinding => "Next finding",
            Self::PreviousFinding => "Previous finding",
            Self::ReviewSettings => "What the review looks for…",
            Self::OpenAllSections => "Open all sections",
            Self::CloseAllSections => "Close all sections",
            Self::TemplateProblems => "Problems in your templates…",
            Self::TemplatesHelp => "Your own templates…",
            Self::Choose => "Help me choose",
            Self::Shortcuts => "Keyboard shortcuts…",
            Self::About => "About Rolewright…",
        }
    }

    /// One sentence more, for tooltips and the list of shortcuts.
    pub fn tooltip(self) -> &'static str {
        match self {
            Self::NewPosting => "Choose a role and begin.",
            Self::ShowDrafts => "All postings on this computer, and the trash.",
            Self::OpenFile => "Open a .rolewright file as a new draft.",
            Self::OpenFolder => "Every .rolewright file of a folder as a draft.",
            Self::SaveNow => "Rolewright saves as you work; this saves at once.",
            Self::SaveCopy => "Write this posting to a .rolewright file that another computer can open.",
            Self::Versions => "What it was before; compare any two, put one back.",
            Self::KeepVersion => "Keep what it is now, with a note.",
            Self::ExportWord => "Write a DOCX file for Word and applicant tracking systems.",
            Self::ExportText => "Write a plain text file for job boards.",
            Self::HiringKit => "Screening sheet, tasks, interview guide and scorecard, made from this posting.",
            Self::ExportKit => "Write the parts of the hiring kit to a folder, a file each.",
            Self::ExportAll => "Write every draft to a folder, one file each.",
            Self::BackUpNow => "A copy of everything; one is made each day as well.",
            Self::RestoreBackup => "Put a backup in the place of everything.",
            Self::BackupFolder => "Where backups are kept from now on.",
            Self::DraftsFolder => "Where drafts are kept, and how to keep them elsewhere.",
            Self::CopyFormatted => "Headings, lists and links survive in mails and web forms.",
            Self::CopyPlain => "Plain text for job boards.",
            Self::CompanyProfile => "What you say in every posting: name, about, logo, benefits.",
            Self::Settings => "Colours, zoom, motion, text export.",
            Self::Quit => "Everything is saved.",
            Self::Undo => "Take back the last change.",
            Self::Redo => "Do again what was undone.",
            Self::Find => "Go to the filter of skills or duties.",
            Self::DuplicateDraft => "Begin a new draft with the same words.",
            Self::TrashDraft => "It can be restored from the drafts screen.",
            Self::Palette => "Every command by name.",
            Self::ZoomIn => "A larger page.",
            Self::ZoomOut => "A smaller page.",
            Self::ZoomReset => "The page at 100%.",
            Self::ThemeSystem => "Light or dark as the system is.",
            Self::ThemeLight => "Always light.",
            Self::ThemeDark => "Always dark.",
            Self::TogglePanel => "Give the page the whole window.",
            Self::ToggleReview => "What could be better about this posting, on the right.",
            Self::NextFinding => "What the review says next, in reading order.",
            Self::PreviousFinding => "What the review says before, in reading order.",
            Self::ReviewSettings => "Every rule with its source, to turn on or off.",
            Self::OpenAllSections => "Unfold everything on the left.",
            Self::CloseAllSections => "Fold everything on the left.",
            Self::TemplateProblems => "What could not be used in your templates folder.",
            Self::TemplatesHelp => "Add skills, duties and words of your own.",
            Self::Choose => "Developer or engineer? Ten questions, and what the answers lean to.",
            Self::Shortcuts => "Every key, in one list.",
            Self::About => "Version, licences, where your data is.",
        }
    }

    /// Its main shortcut.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::NewPosting => (CTRL, Key::N),
            Self::ShowDrafts => (CTRL, Key::D),
            Self::OpenFile => (CTRL, Key::O),
            Self::SaveNow => (CTRL, Key::S),
            Self::SaveCopy => (CTRL_SHIFT, Key::S),
            Self::Versions => (CTRL_SHIFT, Key::H),
            Self::ExportWord => (CTRL, Key::E),
            Self::ExportText => (CTRL_SHIFT, Key::E),
            Self::CopyFormatted => (CTRL_SHIFT, Key::C),
            Self::HiringKit => (CTRL_SHIFT, Key::K),
            Self::Quit => (CTRL, Key::Q),
            Self::Undo => (CTRL, Key::Z),
            Self::Redo => (CTRL_SHIFT, Key::Z),
            Self::Find => (CTRL, Key::F),
            Self::Settings => (CTRL, Key::Comma),
            Self::Palette => (CTRL, Key::K),
            Self::ZoomIn => (CTRL, Key::Plus),
            Self::ZoomOut => (CTRL, Key::Minus),
            Self::ZoomReset => (CTRL, Key::Num0),
            Self::TogglePanel => (CTRL, Key::Backslash),
            Self::ToggleReview => (CTRL, Key::R),
            Self::NextFinding => (Modifiers::NONE, Key::F8),
            Self::PreviousFinding => (Modifiers::SHIFT, Key::F8),
            Self::Shortcuts => (Modifiers::NONE, Key::F1),
            Self::CopyPlain
            | Self::ExportKit
            | Self::OpenFolder
            | Self::KeepVersion
            | Self::ExportAll
            | Self::BackUpNow
            | Self::RestoreBackup
            | Self::BackupFolder
            | Self::DraftsFolder
            | Self::CompanyProfile
            | Self::ReviewSettings
            | Self::DuplicateDraft
            | Self::TrashDraft
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::OpenAllSections
            | Self::CloseAllSections
            | Self::TemplateProblems
            | Self::TemplatesHelp
            | Self::Choose
            | Self::About => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// Further keys that people know for the same thing.
    pub fn other_shortcuts(self) -> &'static [KeyboardShortcut] {
        const REDO: [KeyboardShortcut; 1] = [KeyboardShortcut::new(CTRL, Key::Y)];
        const ZOOM_IN: [KeyboardShortcut; 1] = [KeyboardShortcut::new(CTRL, Key::Equals)];
        match self {
            Self::Redo => &REDO,
            Self::ZoomIn => &ZOOM_IN,
            _ => &[],
        }
    }

    /// The icon where there is one.
    pub fn icon(self) -> Option<&'static str> {
        Some(match self {
            Self::NewPosting => icons::PLUS,
            Self::ShowDrafts => icons::FILE_TEXT,
            Self::OpenFile | Self::OpenFolder => icons::FOLDER_OPEN,
            Self::Versions => icons::HISTORY,
            Self::KeepVersion => icons::STAR,
            Self::BackUpNow => icons::ARCHIVE,
            Self::RestoreBackup => icons::RESET,
            Self::BackupFolder | Self::DraftsFolder => icons::FOLDER_OPEN,
            Self::SaveNow | Self::SaveCopy => icons::SAVE,
            Self::HiringKit => icons::LIST_CHECKS,
            Self::ExportWord | Self::ExportText | Self::ExportKit | Self::ExportAll => icons::FILE_DOWN,
            Self::CopyFormatted | Self::CopyPlain => icons::CLIPBOARD,
            Self::DuplicateDraft => icons::COPY,
            Self::CompanyProfile => icons::BUILDING,
            Self::Settings => icons::SETTINGS,
            Self::Quit => icons::LOG_OUT,
            Self::Undo => icons::UNDO,
            Self::Redo => icons::REDO,
            Self::Find => icons::SEARCH,
            Self::TrashDraft => icons::TRASH,
            Self::Palette => icons::COMMAND,
            Self::ZoomIn => icons::ZOOM_IN,
            Self::ZoomOut => icons::ZOOM_OUT,
            Self::ZoomReset => icons::SEARCH,
            Self::ThemeSystem => icons::MONITOR,
            Self::ThemeLight => icons::SUN,
            Self::ThemeDark => icons::MOON,
            Self::TogglePanel => icons::PANEL_LEFT,
            Self::ToggleReview => icons::PANEL_RIGHT,
            Self::NextFinding => icons::ARROW_DOWN,
            Self::PreviousFinding => icons::ARROW_UP,
            Self::ReviewSettings => icons::LIST_CHECKS,
            Self::OpenAllSections => icons::CHEVRON_DOWN,
            Self::CloseAllSections => icons::CHEVRON_RIGHT,
            Self::TemplateProblems => icons::WARNING,
            Self::TemplatesHelp => icons::HELP,
            Self::Choose => icons::SCALE,
            Self::Shortcuts => icons::KEYBOARD,
            Self::About => icons::INFO,
        })
    }

    /// True if it needs a posting to be open.
    pub fn needs_posting(self) -> bool {
        matches!(
            self,
            Self::SaveNow
                | Self::SaveCopy
                | Self::Versions
                | Self::KeepVersion
                | Self::ExportWord
                | Self::ExportText
                | Self::HiringKit
                | Self::ExportKit
                | Self::CopyFormatted
                | Self::CopyPlain
                | Self::Undo
                | Self::Redo
                | Self::Find
                | Self::DuplicateDraft
                | Self::TrashDraft
                | Self::TogglePanel
                | Self::ToggleReview
                | Self::NextFinding
                | Self::PreviousFinding
                | Self::OpenAllSections
                | Self::CloseAllSections
        )
    }

    /// True if it can be asked for in a place.
    pub fn works_in(self, place: Place) -> bool {
        match place {
            Place::Posting => true,
            Place::HiringKit => !self.needs_posting() || self.is_for_the_kit(),
            Place::Elsewhere => !self.needs_posting(),
        }
    }

    /// True if it means the hiring kit, too, where that is shown.
    fn is_for_the_kit(self) -> bool {
        matches!(
            self,
            Self::SaveNow
                | Self::SaveCopy
                | Self::Versions
                | Self::KeepVersion
                | Self::ExportWord
                | Self::ExportText
                | Self::HiringKit
                | Self::ExportKit
                | Self::CopyFormatted
                | Self::CopyPlain
                | Self::Undo
                | Self::Redo
                | Self::TogglePanel
                | Self::ToggleReview
        )
    }
}

/// What the window shows, as far as commands depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A posting.
    Posting,
    /// A posting's hiring kit.
    HiringKit,
    /// Neither.
    Elsewhere,
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_commands_share_a_shortcut() {
        let mut seen = HashSet::new();
        for command in Command::all() {
            for shortcut in command.shortcut().iter().chain(command.other_shortcuts()) {
                assert!(seen.insert(format!("{shortcut:?}")), "{command:?} shares {shortcut:?} with another command");
            }
        }
    }

    #[test]
    fn only_commands_that_ask_for_more_end_in_an_ellipsis() {
        for command in Command::all() {
            assert!(!command.label().ends_with('.'), "{command:?}");
            assert!(command.tooltip().ends_with('.'), "{command:?}");
        }
    }
}

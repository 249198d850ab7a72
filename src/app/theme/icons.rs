//! The icons we ship, by name: glyphs of the "icons" font family (see `assets/icons/README.md`).
//!
//! Use them with [`super::text::icon`] or through the widgets, which name each for screen readers.

/// Lucide's "archive".
pub const ARCHIVE: &str = "\u{e041}";
/// Lucide's "arrow-down".
pub const ARROW_DOWN: &str = "\u{e042}";
/// Lucide's "arrow-left".
pub const ARROW_LEFT: &str = "\u{e048}";
/// Lucide's "arrow-right".
pub const ARROW_RIGHT: &str = "\u{e049}";
/// Lucide's "arrow-up".
pub const ARROW_UP: &str = "\u{e04a}";
/// Lucide's "banknote".
pub const BANKNOTE: &str = "\u{e052}";
/// Lucide's "briefcase".
pub const BRIEFCASE: &str = "\u{e062}";
/// Lucide's "building-2".
pub const BUILDING: &str = "\u{e290}";
/// Lucide's "calendar".
pub const CALENDAR: &str = "\u{e063}";
/// Lucide's "check".
pub const CHECK: &str = "\u{e06c}";
/// Lucide's "chevron-down".
pub const CHEVRON_DOWN: &str = "\u{e06d}";
/// Lucide's "chevron-left".
pub const CHEVRON_LEFT: &str = "\u{e06e}";
/// Lucide's "chevron-right".
pub const CHEVRON_RIGHT: &str = "\u{e06f}";
/// Lucide's "chevron-up".
pub const CHEVRON_UP: &str = "\u{e070}";
/// Lucide's "circle".
pub const CIRCLE: &str = "\u{e076}";
/// Lucide's "circle-alert".
pub const ERROR: &str = "\u{e077}";
/// Lucide's "circle-check".
pub const CIRCLE_CHECK: &str = "\u{e226}";
/// Lucide's "circle-help".
pub const HELP: &str = "\u{e082}";
/// Lucide's "clipboard".
pub const CLIPBOARD: &str = "\u{e085}";
/// Lucide's "clock".
pub const CLOCK: &str = "\u{e087}";
/// Lucide's "command".
pub const COMMAND: &str = "\u{e09a}";
/// Lucide's "copy".
pub const COPY: &str = "\u{e09e}";
/// Lucide's "download".
pub const DOWNLOAD: &str = "\u{e0b2}";
/// Lucide's "ellipsis".
pub const MORE: &str = "\u{e0b6}";
/// Lucide's "external-link".
pub const EXTERNAL_LINK: &str = "\u{e0b9}";
/// Lucide's "eye".
pub const EYE: &str = "\u{e0ba}";
/// Lucide's "eye-off".
pub const EYE_OFF: &str = "\u{e0bb}";
/// Lucide's "file-down".
pub const FILE_DOWN: &str = "\u{e318}";
/// Lucide's "file-plus".
pub const FILE_PLUS: &str = "\u{e0c9}";
/// Lucide's "file-text".
pub const FILE_TEXT: &str = "\u{e0cc}";
/// Lucide's "folder-open".
pub const FOLDER_OPEN: &str = "\u{e247}";
/// Lucide's "funnel".
pub const FILTER: &str = "\u{e0dc}";
/// Lucide's "globe".
pub const GLOBE: &str = "\u{e0e8}";
/// Lucide's "graduation-cap".
pub const EDUCATION: &str = "\u{e234}";
/// Lucide's "grip-vertical".
pub const GRIP: &str = "\u{e0eb}";
/// Lucide's "hammer".
pub const HAMMER: &str = "\u{e0ec}";
/// Lucide's "history".
pub const HISTORY: &str = "\u{e1f5}";
/// Lucide's "image".
pub const IMAGE: &str = "\u{e0f6}";
/// Lucide's "info".
pub const INFO: &str = "\u{e0f9}";
/// Lucide's "keyboard".
pub const KEYBOARD: &str = "\u{e284}";
/// Lucide's "languages".
pub const LANGUAGES: &str = "\u{e0fe}";
/// Lucide's "link".
pub const LINK: &str = "\u{e102}";
/// Lucide's "list-checks".
pub const LIST_CHECKS: &str = "\u{e1d0}";
/// Lucide's "lock".
pub const LOCK: &str = "\u{e10b}";
/// Lucide's "log-out".
pub const LOG_OUT: &str = "\u{e10e}";
/// Lucide's "mail".
pub const MAIL: &str = "\u{e10f}";
/// Lucide's "map-pin".
pub const MAP_PIN: &str = "\u{e111}";
/// Lucide's "minus".
pub const MINUS: &str = "\u{e11c}";
/// Lucide's "monitor".
pub const MONITOR: &str = "\u{e11d}";
/// Lucide's "moon".
pub const MOON: &str = "\u{e11e}";
/// Lucide's "panel-left".
pub const PANEL_LEFT: &str = "\u{e12a}";
/// Lucide's "panel-right".
pub const PANEL_RIGHT: &str = "\u{e431}";
/// Lucide's "pencil".
pub const EDIT: &str = "\u{e1f9}";
/// Lucide's "plus".
pub const PLUS: &str = "\u{e13d}";
/// Lucide's "printer".
pub const PRINTER: &str = "\u{e141}";
/// Lucide's "redo-2".
pub const REDO: &str = "\u{e2a0}";
/// Lucide's "rotate-ccw".
pub const RESET: &str = "\u{e148}";
/// Lucide's "save".
pub const SAVE: &str = "\u{e14d}";
/// Lucide's "scale".
pub const SCALE: &str = "\u{e212}";
/// Lucide's "search".
pub const SEARCH: &str = "\u{e151}";
/// Lucide's "settings".
pub const SETTINGS: &str = "\u{e154}";
/// Lucide's "square".
pub const SQUARE: &str = "\u{e167}";
/// Lucide's "star".
pub const STAR: &str = "\u{e176}";
/// Lucide's "sun".
pub const SUN: &str = "\u{e178}";
/// Lucide's "trash-2".
pub const TRASH: &str = "\u{e18e}";
/// Lucide's "triangle-alert".
pub const WARNING: &str = "\u{e193}";
/// Lucide's "undo-2".
pub const UNDO: &str = "\u{e2a1}";
/// Lucide's "upload".
pub const UPLOAD: &str = "\u{e19e}";
/// Lucide's "user".
pub const USER: &str = "\u{e19f}";
/// Lucide's "users".
pub const USERS: &str = "\u{e1a4}";
/// Lucide's "x".
pub const CLOSE: &str = "\u{e1b2}";
/// Lucide's "zoom-in".
pub const ZOOM_IN: &str = "\u{e1b6}";
/// Lucide's "zoom-out".
pub const ZOOM_OUT: &str = "\u{e1b7}";

/// Every icon, for the test that the font has them all.
pub const ALL: &[&str] = &[
    ARCHIVE,
    ARROW_DOWN,
    ARROW_LEFT,
    ARROW_RIGHT,
    ARROW_UP,
    BANKNOTE,
    BRIEFCASE,
    BUILDING,
    CALENDAR,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CHEVRON_UP,
    CIRCLE,
    ERROR,
    CIRCLE_CHECK,
    HELP,
    CLIPBOARD,
    CLOCK,
    COMMAND,
    COPY,
    DOWNLOAD,
    MORE,
    EXTERNAL_LINK,
    EYE,
    EYE_OFF,
    FILE_DOWN,
    FILE_PLUS,
    FILE_TEXT,
    FOLDER_OPEN,
    FILTER,
    GLOBE,
    EDUCATION,
    GRIP,
    HAMMER,
    HISTORY,
    IMAGE,
    INFO,
    KEYBOARD,
    LANGUAGES,
    LINK,
    LIST_CHECKS,
    LOCK,
    LOG_OUT,
    MAIL,
    MAP_PIN,
    MINUS,
    MONITOR,
    MOON,
    PANEL_LEFT,
    PANEL_RIGHT,
    EDIT,
    PLUS,
    PRINTER,
    REDO,
    RESET,
    SAVE,
    SCALE,
    SEARCH,
    SETTINGS,
    SQUARE,
    STAR,
    SUN,
    TRASH,
    WARNING,
    UNDO,
    UPLOAD,
    USER,
    USERS,
    CLOSE,
    ZOOM_IN,
    ZOOM_OUT,
];

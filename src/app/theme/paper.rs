//! The typography of the sheet of paper, in points. The same figures as the Word house style in
//! `templates/docx/styles.xml`: whoever changes one changes the other. A line there is given in
//! 240ths of the type's own height, which for Carlito and Calibri is 1.22 of its size.

/// A run of vertical space and a size of type, in points.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Size of the type.
    pub size: f32,
    /// From one line to the next.
    pub line: f32,
    /// Space above.
    pub before: f32,
    /// Space below.
    pub after: f32,
    /// Bold or regular.
    pub bold: bool,
}

/// The posting's title.
pub const TITLE: Style = Style { size: 22.0, line: 28.2, before: 0.0, after: 8.0, bold: true };
/// A section's heading.
pub const HEADING: Style = Style { size: 13.5, line: 17.8, before: 11.0, after: 3.0, bold: true };
/// A paragraph.
pub const BODY: Style = Style { size: 11.0, line: 15.2, before: 0.0, after: 5.0, bold: false };
/// A point of a list.
pub const BULLET: Style = Style { size: 11.0, line: 15.2, before: 0.0, after: 1.5, bold: false };
/// A row of the facts table.
pub const FACT: Style = Style { size: 11.0, line: 14.1, before: 3.2, after: 2.25, bold: false };
/// The facts table's header row.
pub const FACT_HEADING: Style = Style { size: 8.5, line: 10.9, before: 2.0, after: 1.0, bold: false };
/// A heading within a section.
pub const SUBHEADING: Style = Style { size: 11.5, line: 15.4, before: 10.0, after: 3.0, bold: true };
/// The words of a table's cell.
pub const CELL: Style = Style { size: 9.5, line: 12.2, before: 1.5, after: 1.5, bold: false };
/// What names a row of a table.
pub const ROW_NAME: Style = Style { size: 9.5, line: 12.2, before: 1.5, after: 1.5, bold: true };
/// The heading of a table's column.
pub const COLUMN_HEADING: Style = Style { size: 8.5, line: 10.9, before: 1.5, after: 1.5, bold: true };
/// Space inside a table's cell, left and right.
pub const TABLE_PADDING: f32 = 4.25;
/// Space inside a table's cell, above and below its paragraphs.
pub const TABLE_MARGIN: f32 = 1.0;
/// The least height of a row with something to fill in by hand: 12 mm.
pub const ROOM_TO_WRITE: f32 = 34.0;
/// Space above a paragraph that follows a table.
pub const BELOW_TABLE: f32 = 6.0;
/// The line at the top of each page.
pub const HEADER: Style = Style { size: 10.0, line: 12.2, before: 0.0, after: 0.0, bold: false };
/// The page number.
pub const FOOTER: Style = Style { size: 9.0, line: 11.0, before: 0.0, after: 0.0, bold: false };

/// Margins of the page: 22 mm.
pub const MARGIN: f32 = 62.4;
/// From the edge of the page to its top and bottom lines.
pub const MARGINAL_DISTANCE: f32 = 34.0;
/// The indent of a list's text.
pub const INDENT: f32 = 18.4;
/// From the text's edge to the middle of a bullet.
pub const BULLET_CENTRE: f32 = 8.4;
/// The radius of a bullet.
pub const BULLET_RADIUS: f32 = 1.6;
/// Space below the facts table.
pub const AFTER_FACTS: f32 = 6.0;
/// The label column's share of the facts table.
pub const FACT_LABEL_SHARE: f32 = 0.27;
/// Space inside a cell, left and right.
pub const CELL_PADDING: f32 = 5.4;
/// The largest logo: 42 mm × 14 mm.
pub const LOGO_MAX: egui::Vec2 = egui::vec2(119.0, 39.7);
/// Width of the paper in the window at 100%, in the window's points, if there is room.
pub const WIDTH_AT_100: f32 = 720.0;

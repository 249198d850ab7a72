//! The order in which the schema wants the children of property elements.
//!
//! From ECMA-376 Part 1, transitional schema `wml.xsd` (5th edition): CT_PPr, CT_RPr (as Word
//! writes it: EG_RPrBase), CT_NumPr, CT_TblPr, CT_TcPr, CT_SectPr. Elements whose children may
//! come in any order (CT_TrPr) have no list.

/// The names of an element's children in schema order; `None`: they stay as they are.
pub(super) fn of(element: &str) -> Option<&'static [&'static str]> {
    match element {
        "w:pPr" => Some(PARAGRAPH),
        "w:rPr" => Some(RUN),
        "w:numPr" => Some(&["w:ilvl", "w:numId"]),
        "w:tblPr" => Some(TABLE),
        "w:tcPr" => Some(CELL),
        "w:sectPr" => Some(SECTION),
        _ => None,
    }
}

const PARAGRAPH: &[&str] = &[
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:framePr",
    "w:widowControl",
    "w:numPr",
    "w:suppressLineNumbers",
    "w:pBdr",
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:bidi",
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:mirrorIndents",
    "w:jc",
    "w:textDirection",
    "w:textAlignment",
    "w:outlineLvl",
    "w:rPr",
    "w:sectPr",
    "w:pPrChange",
];

const RUN: &[&str] = &[
    "w:rStyle",
    "w:rFonts",
    "w:b",
    "w:bCs",
    "w:i",
    "w:iCs",
    "w:caps",
    "w:smallCaps",
    "w:strike",
    "w:dstrike",
    "w:noProof",
    "w:vanish",
    "w:color",
    "w:spacing",
    "w:w",
    "w:kern",
    "w:position",
    "w:sz",
    "w:szCs",
    "w:highlight",
    "w:u",
    "w:bdr",
    "w:shd",
    "w:fitText",
    "w:vertAlign",
    "w:rtl",
    "w:cs",
    "w:lang",
    "w:specVanish",
];

const TABLE: &[&str] = &[
    "w:tblStyle",
    "w:tblpPr",
    "w:tblOverlap",
    "w:bidiVisual",
    "w:tblStyleRowBandSize",
    "w:tblStyleColBandSize",
    "w:tblW",
    "w:jc",
    "w:tblCellSpacing",
    "w:tblInd",
    "w:tblBorders",
    "w:shd",
    "w:tblLayout",
    "w:tblCellMar",
    "w:tblLook",
    "w:tblCaption",
    "w:tblDescription",
];

const CELL: &[&str] = &[
    "w:tcW",
    "w:gridSpan",
    "w:vMerge",
    "w:tcBorders",
    "w:shd",
    "w:noWrap",
    "w:tcMar",
    "w:textDirection",
    "w:tcFitText",
    "w:vAlign",
];

const SECTION: &[&str] = &[
    "w:headerReference",
    "w:footerReference",
    "w:type",
    "w:pgSz",
    "w:pgMar",
    "w:pgBorders",
    "w:pgNumType",
    "w:cols",
    "w:vAlign",
    "w:titlePg",
    "w:textDirection",
    "w:bidi",
    "w:docGrid",
];

//! What a region decides: which English it reads, and its paper.

use crate::document::Paper;
use crate::posting::{Country, PostingLocale};

/// Regions for which CLDR 48 has an English of their own.
const ENGLISH: &str = "AE AG AI AS AT AU BB BE BI BM BS BW BZ CA CC CH CK CM CX CY CZ DE DG DK DM EE ER ES FI FJ FK \
    FM FR GB GD GE GG GH GI GM GS GU GY HK HU ID IE IL IM IN IO IT JE JM JP KE KI KN KY LC LR LS LT LV MG MH MO MP MS \
    MT MU MV MW MY NA NF NG NL NO NR NU NZ PG PH PK PL PN PR PT PW RO RW SB SC SD SE SG SH SI SK SL SS SX SZ TC TK TO \
    TT TV TZ UA UG UM US VC VG VI VU WS ZA ZM ZW";

/// The other regions of Europe (UN M49 150).
const EUROPE: &str = "AD AL AX BA BG BY FO GR HR IS LI LU MC MD ME MK RS RU SJ SM VA";

/// Regions whose paper is US Letter; all others use A4. Source: CLDR 48, supplemental
/// `measurementData`, `paperSize`.
const LETTER: &str = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE";

/// True if a list of codes, divided by spaces, has this region.
pub(super) fn has(list: &str, region: Country) -> bool {
    list.split(' ').any(|code| code == region.code())
}

/// True if English is written there as in Europe for want of an English of its own.
pub(super) fn is_general_europe(region: Country) -> bool {
    has(EUROPE, region)
}

/// The tag that the formatters are made for.
pub(super) fn tag(locale: &PostingLocale) -> String {
    let region = match locale.language.as_str() {
        "en" if !has(ENGLISH, locale.region) => {
            if is_general_europe(locale.region) {
                "150"
            } else {
                "001"
            }
        }
        _ => locale.region.code(),
    };
    format!("{}-{region}", locale.language)
}

/// The paper used in a region: Letter in North America and the few others, else A4.
pub fn paper_of(region: Country) -> Paper {
    if has(LETTER, region) { Paper::Letter } else { Paper::A4 }
}

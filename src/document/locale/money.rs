//! The symbols of currencies and where they stand.
//!
//! Source: CLDR 48, `currencies` and `currencyFormats` of English in each region. Two departures
//! for the reader's sake: dollars are told apart as the press does it (C$, S$), and the yen
//! keeps its ¥ everywhere, as the yuan is always CN¥.

use iso_currency::Currency;

use super::regions;
use crate::posting::Country;

/// Code, symbol abroad (empty: the code), symbol at home, and where that is.
const SYMBOLS: &[(Currency, &str, &str, &str)] = &[
    (Currency::USD, "US$", "$", "AE AS EC GU IN JP MH MP PA PH PR SV UM US VI"),
    (Currency::EUR, "€", "€", ""),
    (Currency::GBP, "£", "GB£", "FK GI SH SS"),
    (Currency::CAD, "C$", "$", "CA"),
    (Currency::AUD, "A$", "$", "AU CC CX KI NF NR TV"),
    (Currency::NZD, "NZ$", "$", "CK NU NZ PN TK"),
    (Currency::HKD, "HK$", "HK$", ""),
    (Currency::SGD, "S$", "$", "SG"),
    (Currency::TWD, "NT$", "NT$", ""),
    (Currency::MXN, "MX$", "$", "MX"),
    (Currency::XCD, "EC$", "$", "AG AI DM GD KN LC MS VC"),
    (Currency::BRL, "R$", "R$", ""),
    (Currency::INR, "₹", "₹", ""),
    (Currency::JPY, "¥", "¥", ""),
    (Currency::CNY, "CN¥", "CN¥", ""),
    (Currency::KRW, "₩", "₩", ""),
    (Currency::ILS, "₪", "₪", ""),
    (Currency::PHP, "₱", "₱", ""),
    (Currency::VND, "₫", "₫", ""),
    (Currency::DKK, "", "kr.", "DK"),
    (Currency::NOK, "", "kr", "NO"),
    (Currency::SEK, "", "kr", "SE"),
    (Currency::ZAR, "", "R", "LS ZA"),
    (Currency::MYR, "", "RM", "MY"),
    (Currency::IDR, "", "Rp", "ID"),
    (Currency::PKR, "", "Rs", "PK"),
    (Currency::NGN, "", "₦", "NG"),
    (Currency::KES, "", "Ksh", "KE"),
    (Currency::GHS, "", "GH₵", "GH"),
    (Currency::GEL, "", "₾", "GE"),
    (Currency::BBD, "", "$", "BB"),
    (Currency::BMD, "", "$", "BM"),
    (Currency::BSD, "", "$", "BS"),
    (Currency::BZD, "", "$", "BZ"),
    (Currency::FJD, "", "$", "FJ"),
    (Currency::GYD, "", "$", "GY"),
    (Currency::JMD, "", "$", "JM"),
    (Currency::KYD, "", "$", "KY"),
    (Currency::NAD, "", "$", "NA"),
    (Currency::TTD, "", "$", "TT"),
];

/// Regions that write the amount first: "82.000 €".
const AMOUNT_FIRST: &str = "BE CZ DE DK EE ES FI FR GE HU IT LT LV NO PL PT RO SE SI SK UA";

/// Regions that write the symbol first and a space: "€ 82.000".
const SYMBOL_SPACED: &str = "AT CH MV NL";

const NO_BREAK_SPACE: char = '\u{a0}';

/// The symbol of a currency for readers in a region; its code if it has none.
pub(super) fn symbol(currency: Currency, region: Country) -> &'static str {
    match SYMBOLS.iter().find(|row| row.0 == currency) {
        Some((_, _, home, regions)) if regions::has(regions, region) => home,
        Some((_, abroad, _, _)) if !abroad.is_empty() => abroad,
        _ => currency.code(),
    }
}

/// Digits and symbol, as English in that region puts them.
pub(super) fn place(digits: &str, symbol: &str, region: Country) -> String {
    if regions::has(AMOUNT_FIRST, region) || regions::is_general_europe(region) {
        format!("{digits}{NO_BREAK_SPACE}{symbol}")
    } else if regions::has(SYMBOL_SPACED, region) || symbol.ends_with(char::is_alphabetic) {
        format!("{symbol}{NO_BREAK_SPACE}{digits}")
    } else {
        format!("{symbol}{digits}")
    }
}

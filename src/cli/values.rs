//! Single values of the command line: what they may be, and what to write instead of what
//! cannot be.

use std::path::PathBuf;
use std::str::FromStr as _;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use iso_currency::Currency;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::args::ReviewKind;
use crate::catalog::{BadId, Id, Level, Track};
use crate::drafts::posting_file;
use crate::export::Format;
use crate::export::text::{BulletMark, HeadingStyle, Newline, TextOptions};
use crate::kit::Part;
use crate::posting::{Closing, Country, Employment, PayPeriod, PostingLocale, Start};
use crate::review::{RULES, Severity};

/// The languages that `templates/` has.
const LANGUAGES: [&str; 1] = ["en"];

/// A choice by name. Help shows the names.
pub(super) fn one_of<T>(choices: Vec<(&'static str, T)>) -> impl TypedValueParser<Value = T>
where
    T: Clone + Send + Sync + 'static,
{
    let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
    PossibleValuesParser::new(names).try_map(move |name| {
        let found = choices.iter().find(|(choice, _)| *choice == name);
        found.map(|(_, value)| value.clone()).ok_or("not one of the choices")
    })
}

pub(super) fn severities() -> Vec<(&'static str, Severity)> {
    vec![("must", Severity::Must), ("should", Severity::Should), ("consider", Severity::Consider)]
}

pub(super) fn review_kinds() -> Vec<(&'static str, ReviewKind)> {
    vec![("posting", ReviewKind::Posting), ("text", ReviewKind::Text)]
}

/// The id of a rule of the review.
pub(super) fn rule(text: &str) -> Result<String, String> {
    let known = RULES.iter().any(|rule| rule.id == text);
    known.then(|| text.to_owned()).ok_or_else(|| format!("there is no rule “{text}”; --rules lists them"))
}

pub(super) fn tracks() -> Vec<(&'static str, Track)> {
    [Track::Developer, Track::Engineer].map(|track| (track.id(), track)).to_vec()
}

pub(super) fn levels() -> Vec<(&'static str, Level)> {
    Level::ALL.map(|level| (level.id(), level)).to_vec()
}

/// A work model before its days or its area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    OnSite,
    Hybrid,
    Remote,
}

pub(super) fn places() -> Vec<(&'static str, Place)> {
    vec![("on-site", Place::OnSite), ("hybrid", Place::Hybrid), ("remote", Place::Remote)]
}

pub(super) fn employments() -> Vec<(&'static str, Employment)> {
    vec![
        ("permanent", Employment::Permanent),
        ("fixed-term", Employment::FixedTerm),
        ("temporary", Employment::Temporary),
        ("contractor", Employment::Contractor),
        ("internship", Employment::Internship),
        ("apprenticeship", Employment::Apprenticeship),
    ]
}

pub(super) fn periods() -> Vec<(&'static str, PayPeriod)> {
    vec![
        ("hour", PayPeriod::Hour),
        ("day", PayPeriod::Day),
        ("week", PayPeriod::Week),
        ("month", PayPeriod::Month),
        ("year", PayPeriod::Year),
    ]
}

pub(super) fn formats() -> Vec<(&'static str, Format)> {
    vec![("docx", Format::Docx), ("text", Format::Text)]
}

/// The kinds of file by their endings.
pub(super) fn kinds() -> Vec<(&'static str, Format)> {
    Format::ALL.map(|format| (format.extension(), format)).into()
}

pub(super) fn parts() -> Vec<(&'static str, Part)> {
    Part::ALL.map(|part| (part.id(), part)).into()
}

pub(super) fn bullets() -> Vec<(&'static str, BulletMark)> {
    vec![("hyphen", BulletMark::Hyphen), ("dot", BulletMark::Dot)]
}

pub(super) fn heading_styles() -> Vec<(&'static str, HeadingStyle)> {
    vec![("capitals", HeadingStyle::Capitals), ("underlined", HeadingStyle::Underlined)]
}

pub(super) fn newlines() -> Vec<(&'static str, Newline)> {
    vec![("lf", Newline::Lf), ("crlf", Newline::Crlf)]
}

pub(super) fn id(text: &str) -> Result<Id, BadId> {
    Id::new(text)
}

/// Words that are not blank, trimmed.
pub(super) fn words(text: &str) -> Result<String, &'static str> {
    match text.trim() {
        "" => Err("it needs words; leave the option out to say nothing"),
        words => Ok(words.to_owned()),
    }
}

pub(super) fn posting_path(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let ending = posting_file::EXTENSION;
    if path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending)) {
        Ok(path)
    } else {
        Err(format!("the name of a posting file ends in .{ending}"))
    }
}

pub(super) fn locale(text: &str) -> Result<PostingLocale, String> {
    let Some((language, region)) = text.split_once(['-', '_']) else {
        return Err("write language and region, such as en-US".to_owned());
    };
    let language = language.to_ascii_lowercase();
    if !LANGUAGES.contains(&language.as_str()) {
        return Err(format!("there are no templates in “{language}”; there are for {}", LANGUAGES.join(", ")));
    }
    let region = Country::new(region).map_err(|error| error.to_string())?;
    Ok(PostingLocale { language, region })
}

/// An amount of money: digits, perhaps a point and up to three more (dinars have three).
pub(super) fn amount(text: &str) -> Result<Decimal, &'static str> {
    const SHAPE: &str = "write digits without separators, and a point before decimals: 142000 or 38.50";
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(decimals) || decimals.len() > 3 {
        return Err(SHAPE);
    }
    if whole.trim_start_matches('0').len() > 12 {
        return Err("an amount may have twelve digits at most");
    }
    Decimal::from_str(text).map_err(|_| SHAPE)
}

pub(super) fn currency(text: &str) -> Result<Currency, String> {
    Currency::from_code(&text.trim().to_ascii_uppercase())
        .ok_or_else(|| "use the three letters of ISO 4217, such as USD or EUR".to_owned())
}

/// Hours a week.
pub(super) fn hours(text: &str) -> Result<Decimal, &'static str> {
    let hours = amount(text).map_err(|_| "write a number such as 40 or 37.5")?;
    let possible = hours > Decimal::ZERO && hours <= Decimal::from(7 * 24);
    if possible { Ok(hours) } else { Err("a week has more than 0 and at most 168 hours") }
}

fn date(text: &str, other: &str) -> Result<Date, String> {
    let shape = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date = if shape { text.parse().ok() } else { None };
    date.ok_or_else(|| format!("write a date as year-month-day, such as 2027-03-01, or {other}"))
}

pub(super) fn start(text: &str) -> Result<Start, String> {
    if text == "asap" { Ok(Start::AsSoonAsPossible) } else { date(text, "asap").map(Start::On) }
}

pub(super) fn closing(text: &str) -> Result<Closing, String> {
    if text == "until-filled" { Ok(Closing::UntilFilled) } else { date(text, "until-filled").map(Closing::On) }
}

pub(super) fn link(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    let rest = ["https://", "http://"]
        .into_iter()
        .find(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
        .map(|scheme| &text[scheme.len()..]);
    match rest {
        Some(rest) if !rest.is_empty() && !rest.contains(char::is_whitespace) => Ok(text.to_owned()),
        Some(_) => Err("the address is not whole, or has blanks in it"),
        None => Err("begin the address with https://"),
    }
}

pub(super) fn email(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    let whole = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.contains('@') && !host.ends_with('.')
    });
    if whole && !text.contains(char::is_whitespace) {
        Ok(text.to_owned())
    } else {
        Err("write an e-mail address, such as jobs@example.com")
    }
}

pub(super) fn columns(text: &str) -> Result<usize, String> {
    const MOST: usize = 1000;
    let least = TextOptions::NARROWEST;
    match text.parse() {
        Ok(columns) if (least..=MOST).contains(&columns) => Ok(columns),
        _ => Err(format!("write a number of columns from {least} to {MOST}")),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact_and_separators_are_refused_rather_than_guessed() {
        assert_eq!(amount("142000").unwrap().to_string(), "142000");
        assert_eq!(amount("38.50").unwrap().to_string(), "38.50");
        for bad in ["142,000", "82.000,00", "1e5", "-1", "", ".5", "5.", "1.2345", "1234567890123", "٣"] {
            assert!(amount(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn dates_are_days_of_the_calendar() {
        assert_eq!(start("2028-02-29"), Ok(Start::On(jiff::civil::date(2028, 2, 29))));
        assert_eq!(closing("until-filled"), Ok(Closing::UntilFilled));
        for bad in ["2027-02-29", "01.03.2027", "2027-3-1", "20270301", "2027-03-01T10", "tomorrow", ""] {
            assert!(start(bad).is_err() && closing(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn locales_are_a_language_we_have_and_a_region_there_is() {
        let german = locale("en_de").unwrap();
        assert_eq!((german.language.as_str(), german.region.code()), ("en", "DE"));
        assert!(locale("en").unwrap_err().contains("en-US"));
        assert!(locale("de-DE").unwrap_err().contains("no templates"));
        assert!(locale("en-XX").unwrap_err().contains("XX"));
    }

    #[test]
    fn addresses_are_checked_before_they_stand_in_a_posting() {
        assert!(link("https://a.example/jobs?id=1").is_ok());
        assert!(link("a.example/jobs").unwrap_err().contains("https://"));
        assert!(link("https://").is_err() && link("https://a b").is_err() && link("javascript:x").is_err());
        assert!(email("jobs@a.example").is_ok());
        for bad in ["jobs", "@a.example", "jobs@a", "a@b@c.d", "a b@c.d", "a@b."] {
            assert!(email(bad).is_err(), "{bad}");
        }
    }
}

//! Laws on pay in postings.

use super::row::Row;
use crate::catalog::{Asked, Barred, PayLaw, Told};

pub(super) fn pay_law(row: &mut Row<'_, '_>) -> Option<PayLaw> {
    let id = row.id();
    let name = row.text("name");
    let countries = row.texts("countries");
    let regions = row.texts("regions");
    let cities = row.texts("cities");
    let part_of = row.texts("part_of");
    let employees = row.optional_amount("employees").unwrap_or(1);
    let told = row.choice("told", ("time to tell", "times to tell"), &Told::ALL).unwrap_or(Told::InPosting);
    let asks = row.choices("asks", ("thing to tell", "things to tell"), &Asked::ALL);
    let no_open_ends = row.flag("no_open_ends", false);
    let max_spread = row.optional_amount("max_spread");
    let spread_free_above = row.optional_amount("spread_free_above");
    let bars = row.choices("bars", ("thing to forbid", "things to forbid"), &Barred::ALL);
    let history = row.optional_text("history");
    let statute = row.text("statute");
    let since = row.date("since");
    let in_force = row.flag("in_force", true);
    let last_checked = row.date("last_checked");
    let source = row.text("source");
    let note = row.optional_text("note");
    let check = row.flag("check", false);
    if countries.is_empty() {
        row.problem_at("countries", "“countries” of a pay law needs at least one country".to_owned());
    }
    for country in &countries {
        let known = country.chars().all(|letter| letter.is_ascii_uppercase());
        if !known || rust_iso3166::from_alpha2(country).is_none() {
            let reason = format!("“{country}” is no country; use the two capitals of ISO 3166, such as US");
            row.problem_at("countries", reason);
        }
    }
    Some(PayLaw {
        id: id?,
        name: name?,
        countries,
        regions,
        cities,
        part_of,
        employees,
        told,
        asks,
        no_open_ends,
        max_spread,
        spread_free_above,
        bars,
        history,
        statute: statute?,
        since: since?,
        in_force,
        last_checked: last_checked?,
        source: source?,
        note,
        check,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::catalog::{Asked, load_built_in, load_from_texts};

    const GOOD: &str = r#"
[[pay_law]]
id = "utopia"
name = "Utopia"
countries = ["US"]
asks = ["pay"]
statute = "Act 1"
since = 2027-01-31
last_checked = 2026-11-25
source = "the act"
"#;

    #[test]
    fn a_law_needs_little_and_the_rest_has_its_usual_value() {
        let loaded = load_from_texts(&[("laws.toml", GOOD)]);
        assert_eq!(loaded.faults, []);
        let law = &loaded.catalog.review.pay_laws[0];
        assert_eq!((law.employees, law.in_force, law.check), (1, true, false));
        assert_eq!((law.since, law.asks.as_slice()), (date(2027, 1, 31), &[Asked::Pay][..]));
    }

    #[test]
    fn a_faulty_law_is_left_out_and_says_what_to_write() {
        for (wrong, right, reason) in [
            (
                "since = \"2027-01-31\"",
                "since = 2027-01-31",
                "laws.toml:8:9: “since” of a pay law must be a date without quotes, such as 2026-01-31, not a text",
            ),
            (
                "since = 2027-01-31T10:00:00",
                "since = 2027-01-31",
                "laws.toml:8:9: “since” of a pay law must be a date without quotes, such as 2026-01-31, not 2027-01-31T10:00:00",
            ),
            ("asks = [\"pai\"]", "asks = [\"pay\"]", "laws.toml:6:9: “pai” is no thing to tell; did you mean “pay”?"),
            (
                "countries = [\"USA\"]",
                "countries = [\"US\"]",
                "laws.toml:5:13: “USA” is no country; use the two capitals of ISO 3166, such as US",
            ),
            (
                "asks = [\"pay\"]\ncheck = \"yes\"",
                "asks = [\"pay\"]",
                "laws.toml:7:9: “check” of a pay law must be true or false, without quotes, not a text",
            ),
            (
                "asks = [\"pay\"]\nmax_spread = 5000000000",
                "asks = [\"pay\"]",
                "laws.toml:7:14: “max_spread” of a pay law must be a whole number from 1 to 4294967295, not 5000000000",
            ),
        ] {
            let loaded = load_from_texts(&[("laws.toml", &GOOD.replace(right, wrong))]);
            let faults: Vec<String> = loaded.faults.iter().map(|fault| fault.to_string()).collect();
            assert_eq!(faults, [format!("templates/{reason}")]);
            assert_eq!(loaded.catalog.review.pay_laws, []);
        }
    }

    #[test]
    fn the_built_in_laws_are_whole() {
        let laws = load_built_in("en").review.pay_laws;
        assert_eq!(laws.len(), 25);
        for law in &laws {
            assert!(!law.asks.is_empty(), "{}", law.id);
            assert!(law.last_checked >= date(2026, 11, 1), "{}", law.id);
            for note in law.note.iter() {
                assert!(note.ends_with('.'), "{}: {note}", law.id);
            }
        }
    }
}

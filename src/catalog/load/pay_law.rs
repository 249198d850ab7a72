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

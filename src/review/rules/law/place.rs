//! Which law holds at a place, as a person wrote it: "Denver, CO", "Washington" with "DC".

use crate::catalog::PayLaw;
use crate::posting::Location;

/// Whether a law holds at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holds {
    No,
    /// The place is likely meant: an abbreviation or a town without its country.
    Likely,
    Yes,
}

/// A name of a state that is a town's as well, in another place.
const TOWN_OR_STATE: &str = "Washington";

/// What people write for the two countries whose parts have laws of their own.
const COUNTRIES: [(&str, &str); 6] = [
    ("USA", "US"),
    ("US", "US"),
    ("United States", "US"),
    ("United States of America", "US"),
    ("Canada", "CA"),
    ("UK", "GB"),
];

/// A place taken apart.
struct Parts<'a> {
    city: &'a str,
    region: &'a str,
    country: Option<&'a str>,
}

/// Whether a law holds at a place.
pub(super) fn holds(law: &PayLaw, location: &Location) -> Holds {
    let code = location.country.as_ref().map(|country| country.code());
    let Parts { city, region, country } = parts(location, code);
    if let Some(country) = country
        && !law.countries.iter().any(|one| one == country)
    {
        return Holds::No;
    }
    if law.regions.is_empty() && law.cities.is_empty() {
        return if country.is_some() { Holds::Yes } else { Holds::No };
    }
    let sure = if country.is_some() { Holds::Yes } else { Holds::Likely };
    let named = |names: &[String], text: &str| names.iter().any(|name| same(name, text));
    if !region.is_empty() && !named(&law.part_of, region) {
        return match named(&law.regions, region) {
            true if letters(region) > 3 => Holds::Yes,
            true => sure,
            false => Holds::No,
        };
    }
    let state_as_city = letters(city) > 3 && !same(city, TOWN_OR_STATE) && named(&law.regions, city);
    match state_as_city || named(&law.cities, city) {
        true => sure,
        false => Holds::No,
    }
}

/// City, region and country, also where all of it was typed into one field.
fn parts<'a>(location: &'a Location, code: Option<&'a str>) -> Parts<'a> {
    let mut country = code;
    let (before, region) = last_part(&location.region, &mut country);
    let region = if region.is_empty() { before } else { region };
    if !region.is_empty() {
        return Parts { city: location.city.trim(), region, country };
    }
    let (city, region) = last_part(&location.city, &mut country);
    match (city, region) {
        ("", only) => match only.rsplit_once(' ') {
            Some((city, short)) if short.len() == 2 && short.bytes().all(|b| b.is_ascii_uppercase()) => {
                Parts { city, region: short, country }
            }
            _ => Parts { city: only, region: "", country },
        },
        (city, region) => Parts { city, region, country },
    }
}

/// The first and the last part of "Denver, CO, USA" once the country is taken off; of a single
/// part, nothing and that part.
fn last_part<'a>(text: &'a str, country: &mut Option<&'a str>) -> (&'a str, &'a str) {
    let mut rest = text.trim();
    if let Some((before, last)) = rest.rsplit_once(',')
        && let Some((_, code)) = COUNTRIES.iter().find(|(name, _)| same(name, last))
    {
        *country = country.or(Some(code));
        rest = before.trim();
    }
    match rest.rsplit_once(',') {
        Some((before, last)) => (before.split(',').next().unwrap_or(before).trim(), last.trim()),
        None => ("", rest),
    }
}

/// True if two names are the same but for case, full stops and spaces at the ends.
fn same(name: &str, text: &str) -> bool {
    let plain = |text| str::trim(text).bytes().filter(|byte| *byte != b'.').map(|byte| byte.to_ascii_lowercase());
    plain(name).eq(plain(text))
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::Country;
    use crate::review::fixture::catalog;

    fn at(city: &str, region: &str, country: &str) -> Location {
        Location { city: city.to_owned(), region: region.to_owned(), country: Country::new(country).ok() }
    }

    /// The laws that hold at a place, with a question mark where it is only likely.
    fn laws(city: &str, region: &str, country: &str) -> Vec<String> {
        let place = at(city, region, country);
        let laws = &catalog().review.pay_laws;
        let found = laws.iter().filter_map(|law| match holds(law, &place) {
            Holds::No => None,
            Holds::Likely => Some(format!("{}?", law.id)),
            Holds::Yes => Some(law.id.to_string()),
        });
        found.collect()
    }

    #[test]
    fn a_state_is_known_by_name_by_letters_and_by_its_towns() {
        for (city, region) in [
            ("Denver", "Colorado"),
            ("Denver", "CO"),
            ("", "colorado"),
            ("Denver", ""),
            ("Denver, CO", ""),
            ("Denver, CO, USA", ""),
            ("Denver CO", ""),
            ("Colorado", ""),
            ("Pueblo", "Colo., CO"),
            ("Pueblo", "Colorado, USA"),
        ] {
            assert_eq!(laws(city, region, "US"), ["colorado"], "{city} / {region}");
        }
        assert_eq!(laws("New York", "NY", "US"), ["new-york"]);
        assert_eq!(laws("New York", "", "US"), ["new-york"]);
        assert_eq!(laws("NYC", "", "US"), ["new-york"]);
        assert_eq!(laws("Jersey City", "N.J.", "US"), ["new-jersey"]);
    }

    #[test]
    fn washington_is_a_state_or_a_town() {
        assert_eq!(laws("Seattle", "Washington", "US"), ["washington"]);
        assert_eq!(laws("Vancouver", "WA", "US"), ["washington"]);
        assert_eq!(laws("Washington", "DC", "US"), ["dc"]);
        assert_eq!(laws("Washington", "D.C.", "US"), ["dc"]);
        assert_eq!(laws("Washington, DC", "", "US"), ["dc"]);
        assert_eq!(laws("Washington D.C.", "", "US"), ["dc"]);
        assert_eq!(laws("", "Washington, D.C.", "US"), ["dc"]);
        assert!(laws("Washington", "", "US").is_empty());
    }

    #[test]
    fn a_town_of_several_states_and_a_state_without_a_law_say_nothing() {
        for (city, region) in [
            ("Portland", ""),
            ("Portland", "Oregon"),
            ("Denver", "NC"),
            ("Austin", "Texas"),
            ("Ontario", "OR"),
            ("Springfield", ""),
            ("", ""),
        ] {
            assert!(laws(city, region, "US").is_empty(), "{city} / {region}");
        }
        assert_eq!(laws("Ontario", "California", "US"), ["california"]);
        assert_eq!(laws("Portland", "Maine", "US"), ["maine"]);
    }

    #[test]
    fn countries_keep_their_parts_apart() {
        assert_eq!(laws("Toronto", "ON", "CA"), ["ontario"]);
        assert_eq!(laws("Vancouver", "", "CA"), ["british-columbia"]);
        assert!(laws("Vancouver", "", "US").is_empty());
        assert!(laws("Montreal", "Quebec", "CA").is_empty());
        assert_eq!(laws("Berlin", "", "DE"), ["eu-late"]);
        assert_eq!(laws("Milan", "Lombardy", "IT"), ["eu-in-force"]);
        assert_eq!(laws("Warsaw", "", "PL"), ["poland"]);
        assert!(laws("London", "", "GB").is_empty());
        assert!(laws("Bogotá", "CO", "CO").is_empty());
    }

    #[test]
    fn without_a_country_letters_and_towns_are_only_likely() {
        assert_eq!(laws("Denver", "CO", ""), ["colorado?"]);
        assert_eq!(laws("Denver", "", ""), ["colorado?"]);
        assert_eq!(laws("Denver, CO, USA", "", ""), ["colorado"]);
        assert_eq!(laws("Denver", "Colorado", ""), ["colorado"]);
    }

    #[test]
    fn a_county_has_its_own_law_beside_the_states() {
        let both = ["california", "los-angeles-county"];
        assert_eq!(laws("Marina del Rey", "", "US"), both);
        assert_eq!(laws("Marina del Rey", "CA", "US"), both);
        assert_eq!(laws("Calabasas", "Los Angeles County", "US"), both);
        assert_eq!(laws("Los Angeles", "CA", "US"), ["california"]);
    }
}

//! From where work that is done away from the place of work can be done: "within" as a person
//! wrote it, such as "the United States except Colorado".

use crate::catalog::PayLaw;

/// How far remote work reaches into the place of a law.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reach {
    /// The place, or a country it is in, is named.
    pub named: bool,
    /// Anywhere in the world is meant.
    pub anywhere: bool,
    /// The place is named as one where people may not live.
    pub left_out: bool,
}

/// Words after which a place is left out.
const BUT: [&str; 9] = ["except", "excepting", "excluding", "excludes", "excluded", "outside", "without", "not", "but"];

const ANYWHERE: [&str; 6] = ["anywhere", "worldwide", "global", "globally", "everywhere", "the world"];

/// Names of countries and groups of them, with the codes that a law's countries have.
const AREAS: [(&str, &[&str]); 10] = [
    ("United States", &["US"]),
    ("USA", &["US"]),
    ("US", &["US"]),
    ("America", &["US"]),
    ("North America", &["US", "CA"]),
    ("Canada", &["CA"]),
    ("European Union", EU),
    ("EU", EU),
    ("EEA", EU),
    ("Europe", EU),
];

const EU: &[&str] = &[
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT",
    "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
];

/// Parts of the United States and Canada that have no law of their own here: where one is named,
/// its country is not meant as a whole.
const PARTS: [(&str, &str); 43] = [
    ("Alabama", "US"),
    ("Alaska", "US"),
    ("Arizona", "US"),
    ("Arkansas", "US"),
    ("Florida", "US"),
    ("Georgia", "US"),
    ("Idaho", "US"),
    ("Indiana", "US"),
    ("Iowa", "US"),
    ("Kansas", "US"),
    ("Kentucky", "US"),
    ("Louisiana", "US"),
    ("Michigan", "US"),
    ("Mississippi", "US"),
    ("Missouri", "US"),
    ("Montana", "US"),
    ("Nebraska", "US"),
    ("New Hampshire", "US"),
    ("New Mexico", "US"),
    ("North Carolina", "US"),
    ("North Dakota", "US"),
    ("Ohio", "US"),
    ("Oklahoma", "US"),
    ("Oregon", "US"),
    ("Pennsylvania", "US"),
    ("South Carolina", "US"),
    ("South Dakota", "US"),
    ("Tennessee", "US"),
    ("Texas", "US"),
    ("Utah", "US"),
    ("West Virginia", "US"),
    ("Wisconsin", "US"),
    ("Wyoming", "US"),
    ("Alberta", "CA"),
    ("Manitoba", "CA"),
    ("New Brunswick", "CA"),
    ("Newfoundland", "CA"),
    ("Nova Scotia", "CA"),
    ("Nunavut", "CA"),
    ("Quebec", "CA"),
    ("Saskatchewan", "CA"),
    ("Yukon", "CA"),
    ("Northwest Territories", "CA"),
];

/// The words of "within", made ready for every law.
pub(super) struct Within<'a> {
    inside: Vec<&'a str>,
    outside: Vec<&'a str>,
    /// Countries of which it names a part, so that it does not mean the whole.
    partly: Vec<&'static str>,
    /// The world, and no place.
    anywhere: bool,
}

impl<'a> Within<'a> {
    pub(super) fn new(text: &'a str, laws: &[PayLaw]) -> Self {
        let apart = |c: char| !c.is_alphanumeric() && c != '.' && c != '\'';
        let words: Vec<&str> = text.split(apart).filter(|word| !word.is_empty()).collect();
        let at = words.iter().position(|word| BUT.iter().any(|but| but.eq_ignore_ascii_case(word)));
        let at = at.unwrap_or(words.len());
        let (inside, outside) = (words[..at].to_vec(), words[at..].to_vec());
        let part = |law: &PayLaw| law.regions.iter().any(|name| says_part(&inside, name, law));
        let partly: Vec<&str> = ["US", "CA"]
            .into_iter()
            .filter(|code| {
                PARTS.iter().any(|(name, country)| country == code && says(&inside, name).is_some())
                    || laws.iter().any(|law| law.countries.iter().any(|country| country == code) && part(law))
            })
            .collect();
        let place =
            inside.iter().position(|word| word.eq_ignore_ascii_case("in") || word.eq_ignore_ascii_case("within"));
        let place = place.map_or(&[][..], |at| &inside[at + 1..]);
        let anywhere = outside.is_empty()
            && partly.is_empty()
            && ANYWHERE.iter().any(|words| says(&inside, words).is_some())
            && (place.is_empty() || says(place, "world").is_some());
        Self { inside, outside, partly, anywhere }
    }

    /// How far it reaches into a law's place.
    pub(super) fn reach(&self, law: &PayLaw) -> Reach {
        let mine = |words: &[&str]| law.regions.iter().chain(&law.cities).any(|name| says_part(words, name, law));
        let whole = law.regions.is_empty() && law.cities.is_empty();
        let country = || {
            let codes = || law.countries.iter().map(String::as_str);
            let area = |(name, in_it): &(&str, &[&str])| {
                codes().any(|code| in_it.contains(&code)) && says(&self.inside, name).is_some()
            };
            let partly = codes().any(|code| self.partly.contains(&code));
            !partly && AREAS.iter().any(area) || whole && codes().any(|code| says_country(&self.inside, code))
        };
        let left_out = !whole && mine(&self.outside);
        let named = !left_out && (!whole && mine(&self.inside) || country());
        Reach { named, anywhere: self.anywhere && !named && !left_out, left_out }
    }
}

/// A part of a country by one of its names. Letters alone count in capitals only, and the state
/// of Washington is not the town.
fn says_part(words: &[&str], name: &str, law: &PayLaw) -> bool {
    let Some(at) = says(words, name) else { return false };
    let next = words.get(at + name.split(' ').count()).copied().unwrap_or_default();
    let town = name == "Washington" && plain(next).eq(*b"dc") && law.id.as_str() == "washington";
    let letters = name.len() <= 3 && !plain_case(words[at]).eq(name.bytes());
    !town && !letters
}

/// A country by its name, such as "Germany".
fn says_country(words: &[&str], code: &str) -> bool {
    rust_iso3166::from_alpha2(code).is_some_and(|country| {
        let name = country.name.split([',', '(']).next().unwrap_or(country.name).trim();
        says(words, name).is_some()
    })
}

/// Where a name stands among words, in any case and without full stops. "us" in small letters is
/// no country.
fn says(words: &[&str], name: &str) -> Option<usize> {
    let count = name.split(' ').count();
    let capitals = name.len() <= 3;
    words.windows(count).position(|window| {
        window
            .iter()
            .zip(name.split(' '))
            .all(|(word, part)| if capitals { plain_case(word).eq(part.bytes()) } else { plain(word).eq(plain(part)) })
    })
}

fn plain(word: &str) -> impl Iterator<Item = u8> {
    plain_case(word).map(|byte| byte.to_ascii_lowercase())
}

fn plain_case(word: &str) -> impl Iterator<Item = u8> {
    word.bytes().filter(|byte| *byte != b'.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::fixture::catalog;

    /// The laws that "within" reaches by name.
    fn reached(within: &str) -> Vec<&'static str> {
        let laws = &catalog().review.pay_laws;
        let within = Within::new(within, laws);
        laws.iter().filter(|law| within.reach(law).named).map(|law| law.id.as_str()).collect()
    }

    fn anywhere(within: &str) -> bool {
        let laws = &catalog().review.pay_laws;
        laws.iter().any(|law| Within::new(within, laws).reach(law).anywhere)
    }

    #[test]
    fn a_country_reaches_all_its_parts() {
        for within in [
            "United States",
            "the US",
            "anywhere in the U.S.",
            "USA",
            "US only",
            "Anywhere in the U.S. (remote)",
            "North America",
        ] {
            let reached = reached(within);
            for law in ["colorado", "california", "new-york", "dc", "delaware"] {
                assert!(reached.contains(&law), "{within}: {reached:?}");
            }
        }
        assert_eq!(reached("Canada"), ["ontario", "british-columbia", "prince-edward-island"]);
        assert_eq!(reached("EU"), ["eu-in-force", "poland", "eu-late"]);
        assert_eq!(reached("Germany or Poland"), ["poland", "eu-late"]);
    }

    #[test]
    fn a_part_reaches_itself_alone() {
        assert_eq!(reached("Colorado"), ["colorado"]);
        assert_eq!(reached("Colorado, United States"), ["colorado"]);
        assert_eq!(reached("CO, WA or NY"), ["colorado", "washington", "new-york"]);
        assert_eq!(reached("Washington, D.C."), ["dc"]);
        assert_eq!(reached("Washington State, USA"), ["washington"]);
        assert_eq!(reached("New Jersey"), ["new-jersey"]);
        assert!(reached("Texas, USA").is_empty());
        assert!(reached("Ontario or Quebec, Canada").contains(&"ontario"));
    }

    #[test]
    fn words_are_not_taken_for_places() {
        assert!(reached("join us from home, or me").is_empty());
        assert!(reached("the UK").is_empty());
        assert!(reached("").is_empty());
        assert!(reached("three hours of Central European Time").is_empty());
    }

    #[test]
    fn what_is_left_out_is_not_reached() {
        let reached = reached("United States except Colorado");
        assert!(reached.contains(&"california") && !reached.contains(&"colorado"));
        let laws = &catalog().review.pay_laws;
        let colorado = laws.iter().find(|law| law.id.as_str() == "colorado").unwrap();
        assert!(Within::new("US, but not Colorado", laws).reach(colorado).left_out);
        assert!(!Within::new("US", laws).reach(colorado).left_out);
    }

    #[test]
    fn anywhere_is_the_world_unless_a_place_is_named() {
        for within in ["anywhere", "Anywhere in the world", "worldwide", "Global"] {
            assert!(anywhere(within), "{within}");
        }
        for within in ["anywhere in Germany", "anywhere in Colorado", "Europe", "", "anywhere but Colorado"] {
            assert!(!anywhere(within), "{within}");
        }
    }
}

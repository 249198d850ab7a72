//! The checked values of a posting: countries, logos, locales.

use std::sync::Arc;

use iso_currency::{Currency, Flag};

use super::{Country, Logo, PostingLocale};

/// Why a text is no country.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no country: use the two letters of ISO 3166, such as US or DE")]
pub struct BadCountry(String);

impl Country {
    /// The United States.
    pub const US: Self = Self(*b"US");

    /// From its two-letter code, in any case.
    ///
    /// # Errors
    /// [`BadCountry`] if ISO 3166-1 has no such code.
    pub fn new(code: &str) -> Result<Self, BadCountry> {
        let upper = code.trim().to_ascii_uppercase();
        match rust_iso3166::from_alpha2(&upper) {
            Some(_) => Ok(Self([upper.as_bytes()[0], upper.as_bytes()[1]])),
            None => Err(BadCountry(code.to_owned())),
        }
    }

    /// Its two letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

impl TryFrom<String> for Country {
    type Error = BadCountry;
    fn try_from(text: String) -> Result<Self, BadCountry> {
        Self::new(&text)
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.code().to_owned()
    }
}

impl Default for PostingLocale {
    fn default() -> Self {
        Self { language: "en".to_owned(), region: Country::US }
    }
}

/// The currency used in a country, for a first proposal; `None` where there is no currency
/// (Antarctica). From the list of ISO 4217 by way of `iso_currency`, without funds and
/// currencies that were replaced; where several are left, the one that wages are paid in.
pub fn currency_of(country: Country) -> Option<Currency> {
    match country.code() {
        // The list still has the convertible peso (gone since 2021), only the rand for Namibia,
        // and the colón (not issued since 2001).
        "CU" => return Some(Currency::CUP),
        "NA" => return Some(Currency::NAD),
        "SV" => return Some(Currency::USD),
        _ => {}
    }
    let known = country.code().parse().ok()?;
    let regular = |currency: &Currency| {
        currency.flags().iter().all(|flag| match flag {
            Flag::Fund | Flag::Special | Flag::Superseded(_) => false,
        })
    };
    Currency::from_country(known).into_iter().find(regular)
}

/// Why bytes are no logo.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum BadLogo {
    #[error("the picture is {0} kB; a logo may have 1,024 kB at most")]
    TooBig(usize),
    #[error("the file is no PNG picture, or a damaged one; save the logo as PNG and choose it again")]
    NoPng,
    #[error("the picture is {0} × {1} pixels; a logo may have 4,096 on a side at most")]
    TooLarge(u32, u32),
    #[error("the logo in the file is not in base64")]
    NoBase64,
}

impl Logo {
    /// The largest file taken: 1 MiB.
    pub const MAX_BYTES: usize = 1 << 20;
    /// The most pixels on a side.
    pub const MAX_SIDE: u32 = 4096;

    /// Checks a PNG file's bytes by decoding them whole.
    ///
    /// # Errors
    /// [`BadLogo`], with what to do.
    pub fn from_png(bytes: &[u8]) -> Result<Self, BadLogo> {
        if bytes.len() > Self::MAX_BYTES {
            return Err(BadLogo::TooBig(bytes.len() / 1024));
        }
        let mut reader = image::ImageReader::with_format(std::io::Cursor::new(bytes), image::ImageFormat::Png);
        let (width, height) = reader_size(bytes)?;
        if width > Self::MAX_SIDE || height > Self::MAX_SIDE {
            return Err(BadLogo::TooLarge(width, height));
        }
        let mut limits = image::Limits::default();
        limits.max_alloc = Some(128 << 20);
        reader.limits(limits);
        reader.decode().map_err(|_| BadLogo::NoPng)?;
        Ok(Self { png: Arc::from(bytes), width, height })
    }

    /// The PNG file.
    pub fn png(&self) -> &[u8] {
        &self.png
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }
}

fn reader_size(bytes: &[u8]) -> Result<(u32, u32), BadLogo> {
    image::ImageReader::with_format(std::io::Cursor::new(bytes), image::ImageFormat::Png)
        .into_dimensions()
        .map_err(|_| BadLogo::NoPng)
}

impl std::fmt::Debug for Logo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Logo({} × {} px, {} bytes)", self.width, self.height, self.png.len())
    }
}

impl TryFrom<String> for Logo {
    type Error = BadLogo;
    fn try_from(text: String) -> Result<Self, BadLogo> {
        use base64::Engine as _;
        let bytes = base64::engine::general_purpose::STANDARD.decode(text).map_err(|_| BadLogo::NoBase64)?;
        Self::from_png(&bytes)
    }
}

impl From<Logo> for String {
    fn from(logo: Logo) -> Self {
        use base64::Engine as _;
        base64::engine::general_purpose::STANDARD.encode(logo.png())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_country_has_the_currency_that_wages_are_paid_in() {
        for (country, currency) in [
            ("US", "USD"),
            ("GB", "GBP"),
            ("CA", "CAD"),
            ("CH", "CHF"),
            ("DE", "EUR"),
            ("IE", "EUR"),
            ("HR", "EUR"),
            ("BG", "EUR"),
            ("PL", "PLN"),
            ("SE", "SEK"),
            ("MX", "MXN"),
            ("CL", "CLP"),
            ("UY", "UYU"),
            ("BT", "BTN"),
            ("CU", "CUP"),
            ("NA", "NAD"),
            ("SV", "USD"),
            ("ZW", "ZWG"),
            ("SL", "SLE"),
            ("VE", "VED"),
        ] {
            let found = currency_of(Country::new(country).unwrap()).map(|currency| currency.code().to_owned());
            assert_eq!(found.as_deref(), Some(currency), "{country}");
        }
        assert_eq!(currency_of(Country::new("AQ").unwrap()), None);
    }
}

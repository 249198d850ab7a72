//! How a posting's language and region write numbers, money and dates.
//!
//! Digits, separators and dates are ICU4X's, from CLDR 49. Where the symbol of a currency
//! stands is in [`money`], as ICU4X has no stable currency formatter.

mod money;
mod regions;

use std::cell::RefCell;
use std::rc::Rc;

use icu_calendar::{Date as CalendarDate, Gregorian};
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets::YMD};
use icu_decimal::{DecimalFormatter, input::Decimal as IcuDecimal};
use icu_locale_core::Locale;
use iso_currency::Currency;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::posting::PostingLocale;

pub use regions::paper_of;

/// Writes numbers, money and dates for one locale. Cheap to make: what is costly is kept for
/// the thread.
pub struct LocaleFormat {
    shared: Rc<Shared>,
}

/// The formatters of one locale. ICU4X's are not for several threads, and take some 10 µs to make.
struct Shared {
    locale: PostingLocale,
    numbers: Option<DecimalFormatter>,
    dates: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
}

/// Locales kept for a thread; a program that shows one posting after another needs a few.
const KEPT: usize = 8;

thread_local! {
    static CACHE: RefCell<Vec<Rc<Shared>>> = const { RefCell::new(Vec::new()) };
}

impl Shared {
    fn new(locale: &PostingLocale) -> Self {
        let icu: Locale = regions::tag(locale).parse().unwrap_or(Locale::UNKNOWN);
        Self {
            locale: locale.clone(),
            numbers: DecimalFormatter::try_new((&icu).into(), Default::default()).ok(),
            dates: FixedCalendarDateTimeFormatter::try_new((&icu).into(), YMD::long()).ok(),
        }
    }
}

impl LocaleFormat {
    /// For a posting's locale. A region for which CLDR has no English of its own is written as
    /// English is in Europe (`en-150`) or in the world (`en-001`): the day before the month.
    pub fn new(locale: &PostingLocale) -> Self {
        let shared = CACHE.with_borrow_mut(|kept| {
            if let Some(found) = kept.iter().find(|shared| shared.locale == *locale) {
                return Rc::clone(found);
            }
            if kept.len() == KEPT {
                kept.remove(0);
            }
            let made = Rc::new(Shared::new(locale));
            kept.push(Rc::clone(&made));
            made
        });
        Self { shared }
    }

    /// "142,000", "82.000", "82 000", "37.5": every digit, zeros after the last one left out.
    pub fn number(&self, value: Decimal) -> String {
        self.digits(value, 0)
    }

    /// "$142,000", "82.000 €", "C$90,000": whole amounts without decimals, others with as many
    /// as the currency has, or more if the amount has more. A symbol of letters, and one
    /// after the number, is kept beside it by a no-break space.
    pub fn money(&self, amount: Decimal, currency: Currency) -> String {
        self.money_with(amount, currency, decimals(amount, currency))
    }

    /// Two amounts of a range, both with decimals if either needs them.
    pub fn money_pair(&self, min: Decimal, max: Decimal, currency: Currency) -> (String, String) {
        let places = decimals(min, currency).max(decimals(max, currency));
        (self.money_with(min, currency, places), self.money_with(max, currency, places))
    }

    /// "March 1, 2027", "1 March 2027".
    pub fn date(&self, date: Date) -> String {
        let (year, month, day) = (i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs());
        match (&self.shared.dates, CalendarDate::try_new_gregorian(year, month, day)) {
            (Some(dates), Ok(day)) => dates.format(&day).to_string(),
            _ => date.to_string(),
        }
    }

    fn money_with(&self, amount: Decimal, currency: Currency, places: u32) -> String {
        let locale = &self.shared.locale;
        let digits = self.digits(amount.abs(), places);
        let text = money::place(&digits, money::symbol(currency, locale.region), locale.region);
        if amount.is_sign_negative() && !amount.is_zero() { format!("-{text}") } else { text }
    }

    /// The number with at least `places` decimals.
    fn digits(&self, value: Decimal, places: u32) -> String {
        let value = value.normalize();
        let mut exact = IcuDecimal::from(value.mantissa());
        // A scale is at most 28, a number of places at most 4: both fit.
        exact.multiply_pow10(-(value.scale() as i16));
        exact.absolute.pad_end(-(places as i16));
        match &self.shared.numbers {
            Some(numbers) => numbers.format(&exact).to_string(),
            None => exact.to_string(),
        }
    }
}

/// How many decimals an amount needs.
fn decimals(amount: Decimal, currency: Currency) -> u32 {
    if amount.fract().is_zero() { 0 } else { u32::from(currency.exponent().unwrap_or(0).min(4)) }
}

#[cfg(test)]
mod tests;

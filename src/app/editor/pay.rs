//! Pay: amounts are exact, and what is half-typed is never read as something else.

use std::sync::OnceLock;

use egui::Ui;
use iso_currency::{Currency, IntoEnumIterator as _};
use rust_decimal::Decimal;

use super::panel::{Panel, group_label};
use crate::app::widgets;
use crate::document::{Field, LocaleFormat, Origin};
use crate::posting::{Edit, PayBasis, PayEdit, PayPeriod, Posting, TextField};

const ORIGIN: Origin = Origin::Field(Field::Pay);

/// "142,000 to 168,000 USD".
pub fn summary(posting: &Posting) -> String {
    let format = LocaleFormat::new(&posting.locale);
    let code = posting.pay.currency.code();
    match (posting.pay.min, posting.pay.max) {
        (Some(min), Some(max)) if min != max => format!("{} to {} {code}", format.number(min), format.number(max)),
        (Some(amount), _) | (None, Some(amount)) => format!("{} {code}", format.number(amount)),
        (None, None) => "not said".to_owned(),
    }
}

/// The section.
pub fn pay_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let pay = &panel.posting.pay;
    let format = LocaleFormat::new(&panel.posting.locale);
    let shown = |amount: Option<Decimal>| amount.map(|amount| format.number(amount)).unwrap_or_default();
    ui.columns(2, |columns| {
        let names = ("pay-min", "Minimum", "142,000");
        panel.typed(&mut columns[0], &ORIGIN, names, &pay.min, &shown(pay.min), read_amount, |amount| {
            Edit::Pay(PayEdit::Min(amount))
        });
        let names = ("pay-max", "Maximum", "168,000");
        panel.typed(&mut columns[1], &ORIGIN, names, &pay.max, &shown(pay.max), read_amount, |amount| {
            Edit::Pay(PayEdit::Max(amount))
        });
    });
    if let (Some(min), Some(max)) = (pay.min, pay.max)
        && min > max
    {
        widgets::small_error(ui, "The minimum is above the maximum.");
    }
    panel.choice(ui, &ORIGIN, "Currency", &pay.currency, currencies(), |currency| {
        Edit::Pay(PayEdit::Currency(currency))
    });
    let periods = [
        (PayPeriod::Year, "A year"),
        (PayPeriod::Month, "A month"),
        (PayPeriod::Week, "A week"),
        (PayPeriod::Day, "A day"),
        (PayPeriod::Hour, "An hour"),
    ];
    panel.choice(ui, &ORIGIN, "For", &pay.period, &periods, |period| Edit::Pay(PayEdit::Period(period)));
    let bases =
        [(None, "Not said"), (Some(PayBasis::Gross), "Before tax (gross)"), (Some(PayBasis::Net), "After tax (net)")];
    panel.choice(ui, &ORIGIN, "Tax", &pay.basis, &bases, |basis| Edit::Pay(PayEdit::Basis(basis)));
    panel.line(ui, &Origin::Field(Field::Bonus), "Bonus", &pay.bonus, "a bonus of up to 10%", |text| {
        Edit::Text(TextField::Bonus, text)
    });
    panel.line(ui, &Origin::Field(Field::Equity), "Equity", &pay.equity, "stock options after a year", |text| {
        Edit::Text(TextField::Equity, text)
    });
    group_label(ui, "Benefits");
}

/// All currencies, for choosing: "USD · United States dollar". Made once.
fn currencies() -> &'static [(Currency, String)] {
    static ALL: OnceLock<Vec<(Currency, String)>> = OnceLock::new();
    ALL.get_or_init(|| {
        Currency::iter().map(|currency| (currency, format!("{} · {}", currency.code(), currency.name()))).collect()
    })
}

/// An amount as people write one: "142,000", "82.000", "82 000", "45.50". Nothing typed means
/// not said. A mark followed by exactly three digits parts thousands; one followed by one or two
/// digits, and last, begins the decimals.
fn read_amount(typed: &str) -> Result<Option<Decimal>, String> {
    const EXAMPLE: &str = "Write an amount, such as 142,000 or 45.50.";
    let cleaned: String =
        typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '\u{202f}' | '\u{a0}')).collect();
    if cleaned.is_empty() {
        return Ok(None);
    }
    if !cleaned.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',')
        || !cleaned.contains(|c: char| c.is_ascii_digit())
    {
        return Err(EXAMPLE.to_owned());
    }
    let parts: Vec<&str> = cleaned.split(['.', ',']).collect();
    let (whole, decimals) = match parts.as_slice() {
        [whole] => ((*whole).to_owned(), ""),
        [head @ .., last] if last.len() <= 2 => (head.concat(), *last),
        all => (all.concat(), ""),
    };
    // Between thousands there are three digits, always.
    let grouped =
        if decimals.is_empty() && parts.len() > 1 { &parts[1..] } else { parts.get(1..parts.len() - 1).unwrap_or(&[]) };
    if grouped.iter().any(|group| group.len() != 3) {
        return Err(EXAMPLE.to_owned());
    }
    if whole.len() > 12 {
        return Err("That is more than twelve digits.".to_owned());
    }
    format!("{whole}.{decimals}0")
        .parse()
        .map(|amount: Decimal| Some(amount.normalize()))
        .map_err(|_| EXAMPLE.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let read = |typed| read_amount(typed).unwrap().map(|amount| amount.to_string());
        assert_eq!(read(""), None);
        assert_eq!(read("142,000"), Some("142000".to_owned()));
        assert_eq!(read("82.000"), Some("82000".to_owned()));
        assert_eq!(read("82 000"), Some("82000".to_owned()));
        assert_eq!(read("1,420,000.5"), Some("1420000.5".to_owned()));
        assert_eq!(read("45.50"), Some("45.5".to_owned()));
        assert_eq!(read("45,5"), Some("45.5".to_owned()));
        assert_eq!(read("1.234.567,89"), Some("1234567.89".to_owned()));
    }

    #[test]
    fn what_is_no_amount_is_refused_with_an_example() {
        for typed in ["competitive", "12,34,567", "1..2", ",", "9999999999999", "-5"] {
            assert!(read_amount(typed).is_err(), "{typed}");
        }
    }
}

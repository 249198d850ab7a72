//! The facts table: what the posting says in a word or a number.

use super::wording::{capitalised, country_name, one_line};
use super::{Fact, Field, LocaleFormat, Origin, keys, rich};
use crate::catalog::Words;
use crate::posting::{Closing, Employment, Location, Pay, PayBasis, PayPeriod, Posting, Start, WorkModel};

/// The rows, in their order; none for what is not said.
pub(super) fn rows(posting: &Posting, words: &Words, format: &LocaleFormat) -> Vec<Fact> {
    let mut rows = Rows { words, rows: Vec::with_capacity(10) };
    rows.add(keys::FACT_TEAM, one_line(&posting.team), Field::Team);
    rows.place(posting);
    rows.employment(posting, format);
    rows.pay(&posting.pay, format);
    match posting.start {
        Start::Unsaid => {}
        Start::AsSoonAsPossible => rows.add(keys::FACT_START, words.get(keys::START_SOON).to_owned(), Field::Start),
        Start::On(date) => rows.add(keys::FACT_START, format.date(date), Field::Start),
    }
    match posting.closing {
        Closing::Unsaid => {}
        Closing::UntilFilled => {
            rows.add(keys::FACT_OPEN, words.get(keys::CLOSING_UNTIL_FILLED).to_owned(), Field::Closing);
        }
        Closing::On(date) => rows.add(keys::FACT_CLOSING, format.date(date), Field::Closing),
    }
    rows.add(keys::FACT_REFERENCE, one_line(&posting.reference), Field::Reference);
    rows.rows
}

struct Rows<'a> {
    words: &'a Words,
    rows: Vec<Fact>,
}

impl Rows<'_> {
    fn add(&mut self, label: &str, value: String, field: Field) {
        if !value.is_empty() {
            let label = self.words.get(label).to_owned();
            self.rows.push(Fact { label, value: rich::linked(&value), origin: Origin::Field(field) });
        }
    }

    /// One place and the work model in one row; several places and the model in two.
    fn place(&mut self, posting: &Posting) {
        let words = self.words;
        let model = posting.work_model.as_ref().map(|model| work_model(model, words)).unwrap_or_default();
        let places: Vec<String> = posting
            .locations
            .iter()
            .map(|location| place(location, posting, words))
            .filter(|place| !place.is_empty())
            .collect();
        match places.as_slice() {
            [] => {
                let remote = matches!(posting.work_model, Some(WorkModel::Remote { .. }));
                let label = if remote { keys::FACT_LOCATION } else { keys::FACT_WORK_MODEL };
                self.add(label, capitalised(&model), Field::WorkModel);
            }
            [one] if !model.is_empty() => {
                let both = words.fill(keys::LOCATION_WITH_MODEL, &[("place", one), ("model", &model)]);
                self.add(keys::FACT_LOCATION, both, Field::Locations);
            }
            [first, others @ ..] => {
                let list = others
                    .iter()
                    .fold(first.clone(), |list, next| words.fill(keys::FACT_LIST, &[("first", &list), ("rest", next)]));
                self.add(keys::FACT_LOCATION, list, Field::Locations);
                self.add(keys::FACT_WORK_MODEL, capitalised(&model), Field::WorkModel);
            }
        }
    }

    fn employment(&mut self, posting: &Posting, format: &LocaleFormat) {
        let words = self.words;
        let time =
            posting.hours.map(|hours| words.get(if hours.full_time { keys::FULL_TIME } else { keys::PART_TIME }));
        let kind = posting.employment.map(|kind| words.get(employment_key(kind)));
        let both = match posting.employment {
            Some(Employment::Internship | Employment::Apprenticeship) => keys::EMPLOYMENT_BOTH_NOUN,
            _ => keys::EMPLOYMENT_BOTH,
        };
        let (text, field) = match (time, kind) {
            (Some(time), Some(kind)) => (words.fill(both, &[("hours", time), ("kind", kind)]), Field::Employment),
            (Some(time), None) => (time.to_owned(), Field::Hours),
            (None, Some(kind)) => (kind.to_owned(), Field::Employment),
            (None, None) => (String::new(), Field::Employment),
        };
        self.add(keys::FACT_EMPLOYMENT, capitalised(&text), field);
        if let Some(hours) = posting.hours.and_then(|hours| hours.per_week) {
            let one = hours == rust_decimal::Decimal::ONE;
            let key = if one { keys::HOURS_WEEK_ONE } else { keys::HOURS_WEEK };
            self.add(keys::FACT_HOURS, words.fill(key, &[("hours", &format.number(hours))]), Field::Hours);
        }
    }

    /// Pay with the notes that begin with "plus"; other notes have rows of their own.
    fn pay(&mut self, pay: &Pay, format: &LocaleFormat) {
        let words = self.words;
        let notes = [(keys::FACT_BONUS, &pay.bonus, Field::Bonus), (keys::FACT_EQUITY, &pay.equity, Field::Equity)];
        let Some(mut text) = pay_text(pay, format, words) else {
            for (label, note, field) in notes {
                self.add(label, capitalised(note_alone(&one_line(note), words)), field);
            }
            return;
        };
        let mut own_rows = Vec::new();
        for (label, note, field) in notes {
            let note = one_line(note);
            let alone = note_alone(&note, words);
            if alone.len() < note.len() {
                let note = alone.trim_end_matches('.');
                text = words.fill(keys::PAY_WITH_NOTE, &[("pay", &text), ("note", note)]);
            } else {
                own_rows.push((label, capitalised(&note), field));
            }
        }
        self.add(keys::FACT_PAY, capitalised(&text), Field::Pay);
        own_rows.into_iter().for_each(|(label, note, field)| self.add(label, note, field));
    }
}

/// A note on pay without its leading "plus".
fn note_alone<'a>(note: &'a str, words: &Words) -> &'a str {
    let plus = words.get(keys::PAY_PLUS);
    match (note.get(..plus.len()), note.get(plus.len()..)) {
        (Some(start), Some(rest)) if start.eq_ignore_ascii_case(plus) && rest.starts_with(' ') => rest.trim_start(),
        _ => note,
    }
}

/// "$142,000 to $168,000 a year, before tax"; `None` if no amount is said.
pub fn pay_text(pay: &Pay, format: &LocaleFormat, words: &Words) -> Option<String> {
    let period = words.get(match pay.period {
        PayPeriod::Hour => keys::PAY_HOUR,
        PayPeriod::Day => keys::PAY_DAY,
        PayPeriod::Week => keys::PAY_WEEK,
        PayPeriod::Month => keys::PAY_MONTH,
        PayPeriod::Year => keys::PAY_YEAR,
    });
    let amounts = match (pay.min, pay.max) {
        (None, None) => return None,
        (Some(min), Some(max)) if min == max => {
            let amount = format.money(min, pay.currency);
            words.fill(keys::PAY_FIXED, &[("amount", &amount), ("period", period)])
        }
        (Some(min), Some(max)) => {
            let (min, max) = format.money_pair(min, max, pay.currency);
            words.fill(keys::PAY_RANGE, &[("min", &min), ("max", &max), ("period", period)])
        }
        (Some(min), None) => {
            words.fill(keys::PAY_FROM, &[("min", &format.money(min, pay.currency)), ("period", period)])
        }
        (None, Some(max)) => {
            words.fill(keys::PAY_UP_TO, &[("max", &format.money(max, pay.currency)), ("period", period)])
        }
    };
    Some(match pay.basis {
        None => amounts,
        Some(PayBasis::Gross) => words.fill(keys::PAY_GROSS, &[("pay", &amounts)]),
        Some(PayBasis::Net) => words.fill(keys::PAY_NET, &[("pay", &amounts)]),
    })
}

/// "Denver, Colorado"; with the country where it is not the posting's own, or stands alone.
fn place(location: &Location, posting: &Posting, words: &Words) -> String {
    let city = one_line(&location.city);
    let mut region = one_line(&location.region);
    if region == city {
        region.clear();
    }
    let bare = city.is_empty() && region.is_empty();
    let country = location
        .country
        .filter(|country| bare || *country != posting.locale.region)
        .map(|country| country_name(country, words).into_owned())
        .unwrap_or_default();
    [city, region, country].into_iter().filter(|part| !part.is_empty()).fold(String::new(), |place, wider| {
        if place.is_empty() { wider } else { words.fill(keys::LOCATION_PART, &[("place", &place), ("wider", &wider)]) }
    })
}

fn work_model(model: &WorkModel, words: &Words) -> String {
    match model {
        WorkModel::OnSite => words.get(keys::WORK_ON_SITE).to_owned(),
        WorkModel::Hybrid { days: None | Some(0) } => words.get(keys::WORK_HYBRID).to_owned(),
        WorkModel::Hybrid { days: Some(1) } => words.get(keys::WORK_HYBRID_DAY).to_owned(),
        WorkModel::Hybrid { days: Some(days) } => words.fill(keys::WORK_HYBRID_DAYS, &[("days", &days.to_string())]),
        WorkModel::Remote { within } => match one_line(within) {
            within if within.is_empty() => words.get(keys::WORK_REMOTE).to_owned(),
            within => words.fill(keys::WORK_REMOTE_WITHIN, &[("within", &within)]),
        },
    }
}

fn employment_key(kind: Employment) -> &'static str {
    match kind {
        Employment::Permanent => keys::PERMANENT,
        Employment::FixedTerm => keys::FIXED_TERM,
        Employment::Temporary => keys::TEMPORARY,
        Employment::Contractor => keys::CONTRACTOR,
        Employment::Internship => keys::INTERNSHIP,
        Employment::Apprenticeship => keys::APPRENTICESHIP,
    }
}

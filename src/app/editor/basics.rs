//! Title, company, places, work model, contract, dates, reference, language and region.

use egui::Ui;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::panel::Panel;
use super::places::{countries, locales};
use crate::app::theme::{icons, space};
use crate::app::widgets;
use crate::document::{Field, Origin};
use crate::posting::{Closing, Country, Edit, Employment, Hours, Location, Posting, Start, TextField, WorkModel};

/// "7 of 9": how many of the facts that a reader looks for are said.
pub fn summary(posting: &Posting) -> String {
    let said = [
        !posting.company.name.is_empty(),
        !posting.team.is_empty(),
        posting.locations.iter().any(|place| !place.is_blank()),
        posting.work_model.is_some(),
        posting.employment.is_some(),
        posting.hours.is_some(),
        posting.start != Start::Unsaid,
        posting.closing != Closing::Unsaid,
        !posting.reference.is_empty(),
    ];
    format!("{} of {}", said.iter().filter(|said| **said).count(), said.len())
}

/// The section.
pub fn basics_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let posting = panel.posting;
    title_ui(ui, panel);
    ui.columns(2, |columns| {
        let company = Origin::Field(Field::Company);
        panel.line(&mut columns[0], &company, "Company", &posting.company.name, "Northlight Systems", |text| {
            Edit::Text(TextField::Company, text)
        });
        panel.line(&mut columns[1], &Origin::Field(Field::Team), "Team", &posting.team, "Payments", |text| {
            Edit::Text(TextField::Team, text)
        });
    });
    widgets::part_label(ui, "Place");
    locations_ui(ui, panel);
    work_model_ui(ui, panel);
    widgets::part_label(ui, "Contract");
    contract_ui(ui, panel);
    widgets::part_label(ui, "Dates");
    start_ui(ui, panel);
    closing_ui(ui, panel);
    widgets::part_label(ui, "For the file");
    panel.line(ui, &Origin::Field(Field::Reference), "Reference number", &posting.reference, "ENG-2027-014", |text| {
        Edit::Text(TextField::Reference, text)
    });
    locale_ui(ui, panel);
}

fn title_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    // A title emptied by hand stays empty here until another is typed, although the posting has ours.
    let shown = panel.posting.title.clone().unwrap_or_else(|| panel.catalog.title(&panel.posting.role));
    panel.line(ui, &Origin::Field(Field::Title), "Title", &shown, "Proposed from the role", |text| {
        Edit::Title(Some(text))
    });
    if panel.posting.title.is_some()
        && widgets::link_button(ui, &format!("Use our title: {}", panel.catalog.title(&panel.posting.role))).clicked()
    {
        panel.edit(Edit::Title(None));
    }
    let others = panel.catalog.other_titles(&panel.posting.role);
    if !others.is_empty() {
        let selected = others.iter().position(|other| Some(other) == panel.posting.title.as_ref());
        let select = widgets::Select::new("Other titles people search for", &others).selected(selected);
        if let Some(other) = select.placeholder("Other titles people search for").show(ui).and_then(|i| others.get(i)) {
            panel.edit(Edit::Title(Some(other.clone())));
        }
        ui.add_space(space::M);
    }
}

fn locations_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let origin = Origin::Field(Field::Locations);
    let mut places = panel.posting.locations.clone();
    if places.is_empty() {
        places.push(Location::default());
    }
    let several = places.len() > 1;
    let mut remove = None;
    for index in 0..places.len() {
        let of = if several { format!(" of place {}", index + 1) } else { String::new() };
        let place = places[index].clone();
        let with = |change: &dyn Fn(&mut Location)| {
            let mut all = places.clone();
            change(&mut all[index]);
            Edit::Locations(all)
        };
        ui.columns(2, |columns| {
            let (city, region) = (format!("City{of}"), format!("State or region{of}"));
            panel.line(&mut columns[0], &origin, &city, &place.city, "Denver", |text| {
                with(&|l| l.city.clone_from(&text))
            });
            panel.line(&mut columns[1], &origin, &region, &place.region, "Colorado", |text| {
                with(&|l| l.region.clone_from(&text))
            });
        });
        let mut options: Vec<(Option<Country>, &str)> = vec![(None, "Not said")];
        options.extend(countries().iter().map(|(country, name)| (Some(*country), name.as_str())));
        panel.choice(ui, &origin, &format!("Country{of}"), &place.country, &options, |country| {
            with(&|l| l.country = country)
        });
        if several
            && widgets::quiet_button_with_icon(ui, icons::TRASH, &format!("Remove place {}", index + 1)).clicked()
        {
            remove = Some(index);
        }
        if several {
            ui.add_space(space::S);
        }
    }
    if let Some(index) = remove {
        places.remove(index);
        panel.edit(Edit::Locations(places));
    } else if !places.iter().any(Location::is_blank)
        && widgets::quiet_button_with_icon(ui, icons::PLUS, "Add another place").clicked()
    {
        places.push(Location { country: places.last().and_then(|place| place.country), ..Location::default() });
        panel.edit(Edit::Locations(places));
    }
    ui.add_space(space::M);
}

fn work_model_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let origin = Origin::Field(Field::WorkModel);
    let model = panel.posting.work_model.clone();
    // What was said about days or places stays when one only looks at the options.
    let days = if let Some(WorkModel::Hybrid { days }) = model { days } else { None };
    let within = if let Some(WorkModel::Remote { within }) = &model { within.clone() } else { String::new() };
    let options = [
        (None, "Not said"),
        (Some(WorkModel::OnSite), "On site"),
        (Some(WorkModel::Hybrid { days }), "Hybrid"),
        (Some(WorkModel::Remote { within }), "Remote"),
    ];
    panel.choice(ui, &origin, "Work model", &model, &options, Edit::WorkModel);
    match &model {
        Some(WorkModel::Hybrid { days }) => {
            let mut options: Vec<(Option<u8>, String)> = vec![(None, "Not said".to_owned())];
            options.extend(
                (1..=6).map(|n| (Some(n), if n == 1 { "1 day a week".to_owned() } else { format!("{n} days a week") })),
            );
            panel.choice(ui, &origin, "Days on site", days, &options, |days| {
                Edit::WorkModel(Some(WorkModel::Hybrid { days }))
            });
        }
        Some(WorkModel::Remote { within }) => {
            panel.line(ui, &origin, "Remote from where", within, "anywhere in Germany", |text| {
                Edit::WorkModel(Some(WorkModel::Remote { within: text }))
            });
        }
        Some(WorkModel::OnSite) | None => {}
    }
}

fn contract_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let options = [
        (None, "Not said"),
        (Some(Employment::Permanent), "Permanent"),
        (Some(Employment::FixedTerm), "Fixed term"),
        (Some(Employment::Temporary), "Temporary"),
        (Some(Employment::Contractor), "Contractor"),
        (Some(Employment::Internship), "Internship"),
        (Some(Employment::Apprenticeship), "Apprenticeship"),
    ];
    let posting = panel.posting;
    panel.choice(ui, &Origin::Field(Field::Employment), "Employment", &posting.employment, &options, Edit::Employment);

    let origin = Origin::Field(Field::Hours);
    let full_time = posting.hours.map(|hours| hours.full_time);
    let per_week = posting.hours.and_then(|hours| hours.per_week);
    let options = [(None, "Not said"), (Some(true), "Full time"), (Some(false), "Part time")];
    panel.choice(ui, &origin, "Hours", &full_time, &options, |full_time| {
        Edit::Hours(full_time.map(|full_time| Hours { full_time, per_week }))
    });
    if let Some(full_time) = full_time {
        let shown = per_week.map(|hours| hours.normalize().to_string()).unwrap_or_default();
        panel.typed(ui, &origin, ("hours", "Hours a week", "40"), &per_week, &shown, read_hours, |per_week| {
            Edit::Hours(Some(Hours { full_time, per_week }))
        });
    }
}

/// Hours a week; nothing typed means not said.
fn read_hours(typed: &str) -> Result<Option<Decimal>, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let hours: Decimal =
        typed.replace(',', ".").parse().map_err(|_| "Write a number, such as 40 or 37.5.".to_owned())?;
    if hours > Decimal::ZERO && hours <= Decimal::from(168) {
        Ok(Some(hours))
    } else {
        Err("A week has 168 hours.".to_owned())
    }
}

/// A date as year-month-day.
fn read_date(typed: &str) -> Result<Date, String> {
    typed.trim().parse().map_err(|_| "Write the date as year-month-day, such as 2027-03-01.".to_owned())
}

#[derive(Clone, Copy, PartialEq)]
enum StartKind {
    Unsaid,
    Soon,
    On,
}

fn start_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let origin = Origin::Field(Field::Start);
    let start = panel.posting.start.clone();
    let kind = match start {
        Start::Unsaid => StartKind::Unsaid,
        Start::AsSoonAsPossible => StartKind::Soon,
        Start::On(_) => StartKind::On,
    };
    let default = next_month(panel.posting.changed);
    let options =
        [(StartKind::Unsaid, "Not said"), (StartKind::Soon, "As soon as possible"), (StartKind::On, "On a date")];
    panel.choice(ui, &origin, "Start", &kind, &options, |kind| {
        Edit::Start(match kind {
            StartKind::Unsaid => Start::Unsaid,
            StartKind::Soon => Start::AsSoonAsPossible,
            StartKind::On => Start::On(default),
        })
    });
    if let Start::On(date) = start {
        let names = ("start", "Start date (year-month-day)", "2027-03-01");
        panel.typed(ui, &origin, names, &date, &date.to_string(), read_date, |date| Edit::Start(Start::On(date)));
    }
}

#[derive(Clone, Copy, PartialEq)]
enum ClosingKind {
    Unsaid,
    UntilFilled,
    On,
}

fn closing_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let origin = Origin::Field(Field::Closing);
    let closing = panel.posting.closing.clone();
    let kind = match closing {
        Closing::Unsaid => ClosingKind::Unsaid,
        Closing::UntilFilled => ClosingKind::UntilFilled,
        Closing::On(_) => ClosingKind::On,
    };
    let default = next_month(panel.posting.changed);
    let options = [
        (ClosingKind::Unsaid, "Not said"),
        (ClosingKind::UntilFilled, "Open until filled"),
        (ClosingKind::On, "On a date"),
    ];
    panel.choice(ui, &origin, "Applications close", &kind, &options, |kind| {
        Edit::Closing(match kind {
            ClosingKind::Unsaid => Closing::Unsaid,
            ClosingKind::UntilFilled => Closing::UntilFilled,
            ClosingKind::On => Closing::On(default),
        })
    });
    if let Closing::On(date) = closing {
        let names = ("closing", "Closing date (year-month-day)", "2027-03-01");
        panel.typed(ui, &origin, names, &date, &date.to_string(), read_date, |date| Edit::Closing(Closing::On(date)));
    }
}

/// A month from the posting's last change: where a date begins that is about to be typed.
fn next_month(changed: jiff::Timestamp) -> Date {
    let today = changed.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    today.checked_add(jiff::Span::new().months(1)).unwrap_or(today)
}

/// The region decides dates, numbers, currency and paper.
fn locale_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let locale = panel.posting.locale.clone();
    let origin = Origin::Field(Field::Locale);
    panel.choice(ui, &origin, "Language and region", &locale, locales(), Edit::Locale);
    widgets::small_muted(ui, "Decides how dates, numbers and money are written, and the paper.");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_and_dates_are_read_or_refused_with_an_example() {
        assert_eq!(read_hours(""), Ok(None));
        assert_eq!(read_hours("37,5"), Ok(Some(Decimal::new(375, 1))));
        assert!(read_hours("200").is_err());
        assert!(read_hours("forty").unwrap_err().contains("40"));
        assert_eq!(read_date("2027-03-01"), Ok(Date::constant(2027, 3, 1)));
        assert!(read_date("1.3.2027").unwrap_err().contains("2027-03-01"));
    }
}

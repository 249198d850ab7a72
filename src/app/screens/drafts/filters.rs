//! What narrows the list besides words, and its order: one line of small choices.

use egui::Ui;
use jiff::{SignedDuration, Timestamp};

use crate::app::theme::{icons, space};
use crate::app::widgets::{self, Select};
use crate::catalog::{Catalog, Id, Track};
use crate::drafts::{Order, Query, Shelf, Status};

/// When a draft was changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum When {
    #[default]
    Any,
    Today,
    Week,
    Month,
    Year,
    Before,
}

impl When {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Any, "Changed any time"),
        (Self::Today, "Changed today"),
        (Self::Week, "In the last 7 days"),
        (Self::Month, "In the last 30 days"),
        (Self::Year, "In the last year"),
        (Self::Before, "More than a year ago"),
    ];

    /// Since when, and before when.
    fn span(self, now: Timestamp) -> (Option<Timestamp>, Option<Timestamp>) {
        let ago = |days: i64| now.checked_sub(SignedDuration::from_hours(24 * days)).ok();
        match self {
            Self::Any => (None, None),
            Self::Today => {
                let midnight = now.to_zoned_datetime(jiff::tz::TimeZone::system()).start_of_day();
                (midnight.ok().map(|midnight| midnight.timestamp()), None)
            }
            Self::Week => (ago(7), None),
            Self::Month => (ago(30), None),
            Self::Year => (ago(365), None),
            Self::Before => (None, ago(365)),
        }
    }
}

/// What narrows the list, and its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    status: Option<Status>,
    specialism: Option<Id>,
    track: Option<Track>,
    company: Option<String>,
    when: When,
    /// `None`: what fits best comes first.
    order: Option<Order>,
    reversed: bool,
}

impl Filters {
    /// True if anything is left out.
    pub fn narrow(&self) -> bool {
        *self != Self { order: self.order, reversed: self.reversed, ..Self::default() }
    }

    /// Leaves nothing out; the order stays.
    pub fn clear(&mut self) {
        *self = Self { order: self.order, reversed: self.reversed, ..Self::default() };
    }

    /// As the store is asked.
    pub fn query(&self, words: &str, shelf: Shelf, now: Timestamp) -> Query {
        let (changed_since, changed_before) = self.when.span(now);
        Query {
            words: words.to_owned(),
            shelf,
            statuses: self.status.into_iter().collect(),
            specialisms: self.specialism.iter().cloned().collect(),
            track: self.track,
            company: self.company.clone(),
            changed_since,
            changed_before,
            order: self.order.unwrap_or_default(),
            reversed: self.reversed,
            ..Query::default()
        }
    }
}

/// Paints the line.
pub fn filters_ui(ui: &mut Ui, filters: &mut Filters, catalog: &Catalog, companies: &[String]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, 0.0);
        choose(ui, "Status", &mut filters.status, "Any status", Status::ALL.map(|one| (one, one.label())));
        let specialisms = catalog.specialisms.iter().map(|one| (one.id.clone(), one.label.as_str()));
        choose(ui, "Specialism", &mut filters.specialism, "Any specialism", specialisms);
        choose(
            ui,
            "Developer or engineer",
            &mut filters.track,
            "Developer or engineer",
            Track::ALL.map(|one| (one, one.label())),
        );
        if !companies.is_empty() || filters.company.is_some() {
            let all = companies.iter().map(|name| (name.clone(), name.as_str()));
            choose(ui, "Company", &mut filters.company, "Any company", all);
        }
        let whens = When::ALL.map(|(_, words)| words);
        let selected = When::ALL.iter().position(|(when, _)| *when == filters.when);
        if let Some((when, _)) = Select::new("Changed when", &whens)
            .selected(selected)
            .bare(filters.when != When::Any)
            .show(ui)
            .and_then(|index| When::ALL.get(index))
        {
            filters.when = *when;
        }
        if filters.narrow() && widgets::link_button(ui, "Show all").clicked() {
            filters.clear();
        }
    });
}

/// Paints the order, from the right. `words`: something is looked for, so there is a best.
pub fn order_ui(ui: &mut Ui, filters: &mut Filters, words: bool) {
    let icon = if filters.reversed { icons::ARROW_UP } else { icons::ARROW_DOWN };
    if widgets::icon_button(ui, icon, "Turn the order round").clicked() {
        filters.reversed = !filters.reversed;
    }
    let mut orders = vec![
        (Some(Order::Changed), "Last changed first"),
        (Some(Order::Created), "Last begun first"),
        (Some(Order::Title), "By title"),
        (Some(Order::Company), "By company"),
        (Some(Order::Status), "By status"),
    ];
    if words {
        orders.insert(0, (None, "Best first"));
    } else if filters.order.is_none() {
        // Without words the best are those that were changed last.
        orders[0].0 = None;
    }
    let options: Vec<&str> = orders.iter().map(|(_, words)| *words).collect();
    let selected = orders.iter().position(|(order, _)| *order == filters.order);
    if let Some((order, _)) =
        Select::new("Order", &options).selected(selected).bare(false).show(ui).and_then(|index| orders.get(index))
    {
        filters.order = *order;
    }
}

fn choose<'a, T: PartialEq + Clone>(
    ui: &mut Ui,
    name: &str,
    value: &mut Option<T>,
    any: &'a str,
    all: impl IntoIterator<Item = (T, &'a str)>,
) {
    let (values, mut words): (Vec<T>, Vec<&str>) = all.into_iter().unzip();
    words.insert(0, any);
    let selected = value.as_ref().and_then(|value| values.iter().position(|one| one == value)).map_or(0, |at| at + 1);
    let mut select = Select::new(name, &words).selected(Some(selected)).bare(value.is_some());
    if words.len() > 12 {
        select = select.filter();
    }
    if let Some(index) = select.show(ui) {
        *value = index.checked_sub(1).and_then(|index| values.get(index).cloned());
    }
}

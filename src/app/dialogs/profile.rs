//! The company profile: what an employer says in every posting.

use egui::{Context, Ui};
use iso_currency::{Currency, IntoEnumIterator as _};

use super::{Facts, NO_ANSWER, scroll, show};
use crate::app::action::{Action, Actions};
use crate::app::editor::countries;
use crate::app::file_dialog::Pick;
use crate::app::theme::{icons, size, space};
use crate::app::widgets::{self, BannerKind};
use crate::posting::{Company, CompanyProfile, Country, Location, Logo, PostingLocale};

/// The profile as it is being edited.
#[derive(Clone, Debug)]
pub struct ProfileDialog {
    profile: CompanyProfile,
    benefits: String,
    employees: String,
    logo_path: String,
    in_posting: bool,
    use_now: bool,
    /// Why the logo was not taken.
    pub error: Option<String>,
    /// The system's dialog gave no file.
    pub no_answer: bool,
}

impl ProfileDialog {
    /// With the profile as it is.
    pub fn new(profile: Option<&CompanyProfile>, in_posting: bool) -> Self {
        let profile = profile.cloned().unwrap_or_else(|| CompanyProfile {
            company: Company::default(),
            benefits: Vec::new(),
            statement: String::new(),
            adjustments_contact: String::new(),
            apply_email: String::new(),
            apply_link: String::new(),
            location: Location::default(),
            currency: None,
            locale: PostingLocale::default(),
            employees: None,
        });
        let benefits = profile.benefits.join("\n");
        let employees = profile.employees.map(|count| count.to_string()).unwrap_or_default();
        Self {
            profile,
            benefits,
            employees,
            logo_path: String::new(),
            in_posting,
            use_now: false,
            error: None,
            no_answer: false,
        }
    }

    /// Takes a logo that was read.
    pub fn set_logo(&mut self, logo: Logo) {
        self.profile.company.logo = Some(logo);
        self.error = None;
        self.no_answer = false;
    }
}

/// Paints it. False: close.
pub(super) fn profile_ui(ctx: &Context, dialog: &mut ProfileDialog, facts: &Facts<'_>, actions: &mut Actions) -> bool {
    show(ctx, "profile", "Company profile", size::DIALOG, |ui| {
        widgets::small_muted(ui, "Saved once, and every new posting begins with it.");
        ui.add_space(space::S);
        scroll().max_height(ctx.content_rect().height() * 0.6).show(ui, |ui| {
            let profile = &mut dialog.profile;
            widgets::Field::new("Company name", &mut profile.company.name).show(ui);
            widgets::Field::new("About the company", &mut profile.company.about).rows(4).show(ui);
            widgets::Field::new("Benefits, one a line", &mut dialog.benefits).rows(4).show(ui);
            widgets::Field::new("Equal-opportunity statement", &mut profile.statement)
                .rows(3)
                .hint("Left empty, ours is used.")
                .show(ui);
            widgets::Field::new("Contact for adjustments", &mut profile.adjustments_contact).show(ui);
            widgets::Field::new("Apply by link", &mut profile.apply_link).show(ui);
            widgets::Field::new("Apply by e-mail", &mut profile.apply_email).show(ui);
            widgets::Field::new("City", &mut profile.location.city).show(ui);
            widgets::Field::new("State or region", &mut profile.location.region).show(ui);
            place_ui(ui, profile);
            widgets::Field::new("People employed", &mut dialog.employees)
                .hint("Optional. Some pay laws depend on it; it stands in no posting.")
                .show(ui);
            logo_ui(ui, dialog, facts, actions);
        });
        ui.add_space(space::M);
        if let Some(error) = &dialog.error {
            widgets::banner(ui, BannerKind::Error, error, |_| {});
            ui.add_space(space::M);
        }
        if dialog.in_posting
            && widgets::check_row(ui, "Use it in the open posting as well", dialog.use_now, false, |_, _| {}).toggled
        {
            dialog.use_now = !dialog.use_now;
        }
        let mut keep = true;
        widgets::dialog_buttons(ui, |ui| {
            if widgets::primary_button(ui, "Save the profile").clicked() {
                match count(&dialog.employees) {
                    Ok(employees) => {
                        let benefits = dialog.benefits.lines().map(str::trim).filter(|line| !line.is_empty());
                        let benefits = benefits.map(str::to_owned).collect();
                        let profile = CompanyProfile { benefits, employees, ..dialog.profile.clone() };
                        actions.push(Action::PutProfile(Box::new(profile)));
                        if dialog.use_now {
                            actions.push(Action::UseProfile);
                        }
                    }
                    Err(wrong) => dialog.error = Some(format!("People employed: {wrong}")),
                }
            }
            if widgets::quiet_button(ui, "Cancel").clicked() {
                keep = false;
            }
        });
        keep
    })
}

/// How many people, as typed: digits, with spaces, commas or full stops between thousands if one
/// likes; nothing: not said.
fn count(typed: &str) -> Result<Option<u32>, &'static str> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '.' | '\'' | '’')).collect();
    if digits.is_empty() {
        return Ok(None);
    }
    digits.parse().map(Some).map_err(|_| "write a whole number, such as 250, or leave it empty.")
}

fn place_ui(ui: &mut Ui, profile: &mut CompanyProfile) {
    let mut options: Vec<(Option<Country>, &str)> = vec![(None, "Not said")];
    options.extend(countries().iter().map(|(country, name)| (Some(*country), name.as_str())));
    pick(ui, "Country", &mut profile.location.country, &options);
    let names: Vec<String> =
        Currency::iter().map(|currency| format!("{} · {}", currency.code(), currency.name())).collect();
    let mut options: Vec<(Option<Currency>, &str)> = vec![(None, "The region's own")];
    options.extend(Currency::iter().map(Some).zip(names.iter().map(String::as_str)));
    pick(ui, "Currency", &mut profile.currency, &options);
    let options: Vec<(Country, &str)> = countries().iter().map(|(country, name)| (*country, name.as_str())).collect();
    pick(ui, "Region for dates, numbers and paper", &mut profile.locale.region, &options);
}

fn pick<T: PartialEq + Copy>(ui: &mut Ui, name: &str, value: &mut T, options: &[(T, &str)]) {
    let words: Vec<&str> = options.iter().map(|(_, words)| *words).collect();
    let selected = options.iter().position(|(option, _)| option == value);
    if let Some((option, _)) = widgets::Select::new(name, &words)
        .selected(selected)
        .labelled()
        .filter()
        .show(ui)
        .and_then(|index| options.get(index))
    {
        *value = *option;
    }
}

fn logo_ui(ui: &mut Ui, dialog: &mut ProfileDialog, facts: &Facts<'_>, actions: &mut Actions) {
    ui.add_space(space::S);
    let words = match &dialog.profile.company.logo {
        Some(logo) => format!("Logo: PNG, {} × {} pixels", logo.size().0, logo.size().1),
        None => "Logo: none".to_owned(),
    };
    widgets::group_label(ui, &words);
    ui.horizontal(|ui| {
        if widgets::quiet_button_with_icon(ui, icons::IMAGE, "Choose a logo…").clicked() && !facts.waiting {
            dialog.no_answer = false;
            actions.push(Action::Pick(Pick::Logo));
        }
        if dialog.profile.company.logo.is_some()
            && widgets::quiet_button_with_icon(ui, icons::TRASH, "Remove the logo").clicked()
        {
            dialog.profile.company.logo = None;
        }
    });
    if dialog.no_answer {
        widgets::small_muted(ui, NO_ANSWER);
    }
    widgets::Field::new("Or the path of a PNG file", &mut dialog.logo_path).show(ui);
    if !dialog.logo_path.trim().is_empty() && widgets::quiet_button(ui, "Take this logo").clicked() {
        actions.push(Action::ReadLogo(super::typed_path(&dialog.logo_path)));
    }
}

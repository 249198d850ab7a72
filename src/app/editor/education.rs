//! Education: degree, fields, "or equivalent experience", each alternative by itself.

use egui::Ui;

use super::panel::{Panel, group_label};
use crate::app::theme::icons;
use crate::app::widgets;
use crate::catalog::{EducationPart, Id};
use crate::document::{Field, Origin, proposed_education};
use crate::posting::{Edit, EducationEdit, Posting};

const ORIGIN: Origin = Origin::Field(Field::Education);

/// "degree or equivalent".
pub fn summary(posting: &Posting) -> String {
    let education = &posting.education;
    if !education.on {
        return "off".to_owned();
    }
    match (education.degree.is_some(), education.or_equivalent, education.alternatives.is_empty()) {
        (true, true, _) => "degree or equivalent".to_owned(),
        (true, false, true) => "degree".to_owned(),
        (true, false, false) => "degree or alternatives".to_owned(),
        (false, _, false) => "alternatives".to_owned(),
        (false, _, true) => "no degree".to_owned(),
    }
}

/// The section.
pub fn education_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let education = &panel.posting.education;
    let words = &panel.catalog.education;
    let row = widgets::check_row(ui, "Say something about education", education.on, panel.lit(&ORIGIN), |_, _| {});
    panel.tie(&ORIGIN, &row.response);
    if row.toggled {
        panel.edit(Edit::Education(EducationEdit::On(!education.on)));
    }
    if !education.on {
        return;
    }
    let mut options: Vec<(Option<Id>, String)> = vec![(None, "No degree asked for".to_owned())];
    options.extend(words.degrees.iter().map(|degree| (Some(degree.id.clone()), degree.label.clone())));
    panel.choice(ui, &ORIGIN, "Degree", &education.degree, &options, |degree| {
        Edit::Education(EducationEdit::Degree(degree))
    });
    toggle(ui, panel, "Or equivalent experience", education.or_equivalent, EducationEdit::OrEquivalent);
    if education.degree.is_some() {
        group_label(ui, "Fields of study");
        parts(ui, panel, &words.fields, |education, id| education.fields.contains(id), EducationEdit::Field);
        let own = education.own_fields.join("; ");
        panel.line(ui, &ORIGIN, "Other fields, with a semicolon between", &own, "physics; statistics", |text| {
            Edit::Education(EducationEdit::OwnFields(
                text.split(';').map(|field| field.trim_start().to_owned()).collect(),
            ))
        });
    }
    group_label(ui, "What counts as well");
    parts(
        ui,
        panel,
        &words.alternatives,
        |education, id| education.alternatives.contains(id),
        EducationEdit::Alternative,
    );
    if !words.extras.is_empty() {
        group_label(ui, "Besides");
        parts(ui, panel, &words.extras, |education, id| education.extras.contains(id), EducationEdit::Extra);
    }
    group_label(ui, "In the posting");
    toggle(ui, panel, "A section of its own", education.stands_alone, EducationEdit::StandsAlone);
    let shown = education.wording.clone().unwrap_or_else(|| proposed_education(education, panel.catalog).join("\n\n"));
    panel.area(ui, &ORIGIN, "Wording of education", &shown, "", |text| {
        Edit::Education(EducationEdit::Wording(Some(text)))
    });
    if education.wording.is_some()
        && widgets::quiet_button_with_icon(ui, icons::RESET, "Reset education to ours").clicked()
    {
        panel.edit(Edit::Education(EducationEdit::Wording(None)));
    }
}

fn toggle(ui: &mut Ui, panel: &mut Panel<'_>, label: &str, on: bool, make: impl FnOnce(bool) -> EducationEdit) {
    if widgets::check_row(ui, label, on, false, |_, _| {}).toggled {
        panel.edit(Edit::Education(make(!on)));
    }
}

fn parts(
    ui: &mut Ui,
    panel: &mut Panel<'_>,
    parts: &[EducationPart],
    on: impl Fn(&crate::posting::Education, &Id) -> bool,
    make: impl Fn(Id, bool) -> EducationEdit,
) {
    for part in parts {
        let is_on = on(&panel.posting.education, &part.id);
        toggle(ui, panel, &part.label, is_on, |now| make(part.id.clone(), now));
    }
}

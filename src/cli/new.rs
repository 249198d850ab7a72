//! `rolewright new`: a posting for a role, with the facts that the command line gives.

use std::path::Path;

use jiff::Timestamp;
use uuid::Uuid;

use super::args::NewArgs;
use super::values::Place;
use super::{Failure, data_dir, say, templates_dir, warn_of};
use crate::catalog::{Catalog, Role, load_with_folder};
use crate::drafts::{DraftStore, posting_file};
use crate::files::{self, Existing};
use crate::posting::{CompanyProfile, Edit, Hours, Location, PayEdit, Posting, PostingLocale, TextField, WorkModel};

pub(super) fn run(args: &NewArgs, option: Option<&Path>) -> Result<(), Failure> {
    let edits = edits(args).map_err(Failure::Usage)?;
    let data_dir = data_dir(option)?;
    let profile = if args.no_profile { None } else { profile(&data_dir)? };
    let usual = || profile.as_ref().map_or_else(PostingLocale::default, |profile| profile.locale.clone());
    let language = args.locale.clone().unwrap_or_else(usual).language;
    let loaded = load_with_folder(&language, Some(&templates_dir(&data_dir)));
    warn_of(&loaded.faults);
    let catalog = loaded.catalog;
    let role = Role { specialism: args.specialism.clone(), track: args.track, level: args.level };
    if catalog.specialism(&role.specialism).is_none() {
        return Err(Failure::Usage(no_such_specialism(args, &catalog)));
    }

    let now = Timestamp::now();
    let mut posting = Posting::new(Uuid::now_v7(), role, profile.as_ref(), &catalog, now);
    for edit in edits {
        edit.apply(&mut posting, &catalog, now).map_err(|error| Failure::Because(format!("{error}.")))?;
    }
    let existing = if args.force { Existing::Replace } else { Existing::Refuse };
    files::replace(&args.output, &posting_file::to_bytes(&posting), existing)?;
    say(&format!("Wrote “{}”: {}.", args.output.display(), posting.title(&catalog)));
    Ok(())
}

/// The saved company profile. A data folder that is not there yet is not made.
fn profile(data_dir: &Path) -> Result<Option<CompanyProfile>, Failure> {
    if !data_dir.is_dir() {
        return Ok(None);
    }
    let read = DraftStore::open_home(data_dir).and_then(|store| store.get_profile());
    read.map_err(|error| Failure::Because(format!("{error} With --no-profile the posting begins without the profile.")))
}

fn no_such_specialism(args: &NewArgs, catalog: &Catalog) -> String {
    let known: Vec<&str> = catalog.specialisms.iter().map(|specialism| specialism.id.as_str()).collect();
    format!("there is no specialism “{}” in the templates; there are {}", args.specialism, known.join(", "))
}

/// What the command line says, as edits in an order in which none undoes another: the locale
/// first, because the currency follows it.
fn edits(args: &NewArgs) -> Result<Vec<Edit>, String> {
    let mut edits = Vec::new();
    edits.extend(args.locale.clone().map(Edit::Locale));
    edits.extend(args.title.clone().map(|title| Edit::Title(Some(title))));
    let texts = [
        (TextField::Company, &args.company),
        (TextField::Team, &args.team),
        (TextField::Reference, &args.reference),
        (TextField::ApplyLink, &args.apply_link),
        (TextField::ApplyEmail, &args.apply_email),
        (TextField::AdjustmentsContact, &args.contact),
    ];
    edits.extend(texts.into_iter().filter_map(|(field, text)| Some(Edit::Text(field, text.clone()?))));
    if args.city.is_some() || args.region.is_some() || args.country.is_some() {
        // A place of its own: a town here with the profile's region would be nowhere.
        edits.push(Edit::Locations(vec![Location {
            city: args.city.clone().unwrap_or_default(),
            region: args.region.clone().unwrap_or_default(),
            country: args.country,
        }]));
    }
    edits.extend(work_model(args)?.map(|model| Edit::WorkModel(Some(model))));
    edits.extend(args.employment.map(|employment| Edit::Employment(Some(employment))));
    if args.full_time || args.part_time {
        edits.push(Edit::Hours(Some(Hours { full_time: args.full_time, per_week: args.hours })));
    }
    edits.extend(args.currency.map(|currency| Edit::Pay(PayEdit::Currency(currency))));
    edits.extend(args.period.map(|period| Edit::Pay(PayEdit::Period(period))));
    if let (Some(min), Some(max)) = (args.pay_min, args.pay_max)
        && min > max
    {
        return Err(format!("--pay-min {min} is more than --pay-max {max}"));
    }
    edits.extend(args.pay_min.map(|min| Edit::Pay(PayEdit::Min(Some(min)))));
    edits.extend(args.pay_max.map(|max| Edit::Pay(PayEdit::Max(Some(max)))));
    edits.extend(args.start.clone().map(Edit::Start));
    edits.extend(args.closing.clone().map(Edit::Closing));
    Ok(edits)
}

fn work_model(args: &NewArgs) -> Result<Option<WorkModel>, String> {
    if args.days.is_some() && args.work_model != Some(Place::Hybrid) {
        return Err("--days says something about --work-model hybrid only".to_owned());
    }
    if args.within.is_some() && args.work_model != Some(Place::Remote) {
        return Err("--within says something about --work-model remote only".to_owned());
    }
    Ok(args.work_model.map(|place| match place {
        Place::OnSite => WorkModel::OnSite,
        Place::Hybrid => WorkModel::Hybrid { days: args.days },
        Place::Remote => WorkModel::Remote { within: args.within.clone().unwrap_or_default() },
    }))
}

//! Rows of the store, as the rest of the program knows them. A value that cannot be right costs
//! itself alone: one bad byte must not hide a draft.

use jiff::Timestamp;
use rusqlite::Row;
use uuid::Uuid;

use super::Status;
use crate::catalog::{Id, Level, Role, Track};
use crate::posting::{Posting, WorkModel};

/// What a list shows of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftInfo {
    /// The posting's identity.
    pub id: Uuid,
    /// Its title, by hand or proposed, as it was when last saved.
    pub title: String,
    /// The employer; empty: not said.
    pub company: String,
    /// The main place of work in a word or two; empty: not said.
    pub place: String,
    /// The employer's reference number; empty: not said.
    pub reference: String,
    /// What it is for; `None`: a later version's role, or one that can no longer be read.
    pub role: Option<Role>,
    /// When it was begun, to the microsecond.
    pub created: Timestamp,
    /// When it was last changed, to the microsecond.
    pub changed: Timestamp,
    /// When it was put into the trash; `None`: it is not there.
    pub trashed: Option<Timestamp>,
    /// How far it is on its way.
    pub status: Status,
    /// When it was put away; `None`: it was not.
    pub archived: Option<Timestamp>,
}

/// The columns that [`info`] reads, in its order.
pub(super) const INFO: &str =
    "id, title, company, place, reference, specialism, track, level, created, changed, trashed, status, archived";

pub(super) fn info(row: &Row<'_>) -> rusqlite::Result<DraftInfo> {
    Ok(DraftInfo {
        id: Uuid::from_bytes(row.get(0)?),
        title: text(row, 1)?,
        company: text(row, 2)?,
        place: text(row, 3)?,
        reference: text(row, 4)?,
        role: role(&text(row, 5)?, &text(row, 6)?, &text(row, 7)?),
        created: time(row.get(8)?),
        changed: time(row.get(9)?),
        trashed: row.get::<_, Option<i64>>(10)?.map(time),
        status: Status::from_id(&text(row, 11)?).unwrap_or_default(),
        archived: row.get::<_, Option<i64>>(12)?.map(time),
    })
}

fn role(specialism: &str, track: &str, level: &str) -> Option<Role> {
    Some(Role {
        specialism: Id::new(specialism).ok()?,
        track: Track::ALL.into_iter().find(|one| one.id() == track)?,
        level: Level::ALL.into_iter().find(|one| one.id() == level)?,
    })
}

/// A text, with a mark for each byte that is not UTF-8.
pub(super) fn text(row: &Row<'_>, index: usize) -> rusqlite::Result<String> {
    Ok(String::from_utf8_lossy(row.get_ref(index)?.as_bytes()?).into_owned())
}

/// The bytes of a text or a blob; empty for NULL.
pub(super) fn bytes(row: &Row<'_>, index: usize) -> rusqlite::Result<Vec<u8>> {
    Ok(row.get_ref(index)?.as_bytes_or_null()?.unwrap_or_default().to_vec())
}

/// A number of things; none for a number below zero.
pub(super) fn number(row: &Row<'_>, index: usize) -> rusqlite::Result<usize> {
    Ok(usize::try_from(row.get::<_, i64>(index)?).unwrap_or(0))
}

/// A time from microseconds; one that no calendar has becomes the nearest that there is.
pub(super) fn time(microseconds: i64) -> Timestamp {
    let end = if microseconds < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_microsecond(microseconds).unwrap_or(end)
}

/// The main place of work in a word or two.
pub(super) fn place(posting: &Posting) -> String {
    let place = posting.locations.first();
    let said = place.and_then(|place| [&place.city, &place.region].into_iter().find(|text| !text.trim().is_empty()));
    match (said, place.and_then(|place| place.country), &posting.work_model) {
        (Some(said), _, _) => said.trim().to_owned(),
        (None, Some(country), _) => {
            // "Netherlands, Kingdom of the" and "Philippines (the)" are names for sorting.
            let name = rust_iso3166::from_alpha2(country.code()).map_or(country.code(), |country| country.name);
            name.split([',', '(']).next().unwrap_or(name).trim().to_owned()
        }
        (None, None, Some(WorkModel::Remote { within })) => within.trim().to_owned(),
        (None, None, _) => String::new(),
    }
}

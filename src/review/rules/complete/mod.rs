//! What a reader looks for first and must find.

use super::{Evidence, Finding, Group, Place, Reads, Rule, Severity, Source, Subject};
use crate::catalog::Id;
use crate::document::Origin;
use crate::posting::List;

pub(super) mod address;
pub(super) mod apply;
pub(super) mod closed;
pub(super) mod closing;
pub(super) mod company;
pub(super) mod contact;
pub(super) mod country;
pub(super) mod duties;
pub(super) mod employment;
pub(super) mod pay;
pub(super) mod place;
pub(super) mod remote;
pub(super) mod requirements;
pub(super) mod start;
pub(super) mod summary;
pub(super) mod title;

#[cfg(test)]
mod tests;

/// The place of a list in which nothing is on: an item that it could have, which leads to it.
fn list_place(list: List, first: Option<&Id>) -> Place {
    Place { origin: first.map_or(Origin::Fixed, |id| Origin::Item(list, id.clone())), at: None }
}

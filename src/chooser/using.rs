//! From a choice to a posting.

use crate::catalog::{Catalog, Role};
use crate::posting::{Edit, Posting};

/// What makes a choice come true.
#[derive(Clone, Debug, PartialEq)]
pub enum Use {
    /// Begin a posting for this role.
    Begin(Role),
    /// Make the open posting one for this role, undone as one. What was done by hand stays.
    Convert(Edit),
    /// The open posting is for this role already.
    Already,
}

/// How to use a role: for the open posting, or without one for a new posting.
pub fn using(role: &Role, open: Option<&Posting>, catalog: &Catalog) -> Use {
    let Some(posting) = open else { return Use::Begin(role.clone()) };
    let now = &posting.role;
    let mut edits = Vec::new();
    if now.specialism != role.specialism {
        edits.push(Edit::Specialism(role.specialism.clone()));
    }
    if now.track != role.track {
        edits.push(Edit::Track(role.track));
    }
    if now.level != role.level {
        edits.push(Edit::Level(role.level));
    }
    match edits.len() {
        0 => Use::Already,
        1 => Use::Convert(edits.swap_remove(0)),
        _ => Use::Convert(Edit::All { name: format!("switch to {}", catalog.title(role)), edits }),
    }
}

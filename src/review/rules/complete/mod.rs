//! What a reader looks for first and must find.

use super::{Evidence, Finding, Group, Place, Reads, Rule, Severity, Source, Subject};

pub(super) mod company;

//! Words that no dictionary has.

use super::{Evidence, Finding, Group, PassageKind, Reads, Rule, Severity, Source, Subject};

pub(super) mod unknown;

//! What is asked is what is checked: the posting's hiring kit.
//!
//! A kit proposes a check for every requirement, so these rules look at one only where a person
//! changed something of it.

use super::{Evidence, Finding, Group, Place, Reads, Rule, Severity, Source, Subject};

pub(super) mod orphans;
pub(super) mod unchecked;

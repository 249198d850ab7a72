//! How long a posting is and how it reads.

use super::{Evidence, Finding, Group, PassageKind, Place, Reads, Rule, Severity, Source, Subject};

pub(super) mod bullet_length;
pub(super) mod duplicates;
pub(super) mod grade;
pub(super) mod length;
pub(super) mod list_length;
pub(super) mod nice_share;
pub(super) mod paragraph_length;
pub(super) mod title_form;
pub(super) mod title_length;
pub(super) mod title_level;

/// The place of the first passage of a section, to lead a person to a list as a whole.
fn first_of(subject: &Subject<'_>, section: crate::review::Section) -> Option<Place> {
    let index = subject.passages.iter().position(|passage| {
        passage.section == section && matches!(passage.kind, PassageKind::Bullet | PassageKind::Paragraph)
    })?;
    Some(Place { origin: subject.passages[index].origin.clone(), at: None })
}

/// How many words a passage has, as people count them.
fn words(text: &str) -> usize {
    crate::review::measures::words(text).count()
}

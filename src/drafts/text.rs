//! The plain words of a posting, for search and for the size of a change, where nobody gave the
//! words of its document: what a person wrote, and the sentences that were shown with it.

use crate::posting::{List, Posting, Worded, WorkModel};

/// Everything a reader of the posting would read, as far as the posting itself holds it: one
/// line or paragraph each. Sentences that the catalogue makes when a document is built are not
/// in it.
pub fn plain_text(posting: &Posting) -> String {
    let mut lines: Vec<&str> = Vec::with_capacity(64);
    lines.extend(posting.title.as_deref());
    lines.extend([posting.company.name.as_str(), &posting.team, &posting.reference]);
    for place in &posting.locations {
        lines.extend([place.city.as_str(), &place.region]);
    }
    if let Some(WorkModel::Remote { within }) = &posting.work_model {
        lines.push(within);
    }
    lines.extend([posting.pay.bonus.as_str(), &posting.pay.equity]);
    let said = |worded: &Worded| worded.on.then(|| worded.wording.clone()).flatten().unwrap_or_default();
    let prose = [&posting.summary, &posting.experience, &posting.career, &posting.statement].map(said);
    lines.extend(prose.iter().map(String::as_str));
    for list in [List::Duties, List::Skills, List::Benefits, List::Steps] {
        for item in posting.list(list).on() {
            let shown = if item.ours.is_empty() { &item.label } else { &item.ours };
            lines.push(item.wording.as_ref().unwrap_or(shown));
        }
    }
    if posting.education.on {
        lines.extend(posting.education.own_fields.iter().map(String::as_str));
        lines.extend(posting.education.wording.as_deref());
    }
    lines.extend([
        posting.company.about.as_str(),
        &posting.apply_link,
        &posting.apply_email,
        &posting.adjustments_contact,
    ]);
    lines.retain(|line| !line.trim().is_empty());
    lines.join("\n")
}

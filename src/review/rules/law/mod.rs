//! What the law asks about pay, by place. The laws are in `templates/pay_laws.toml`.
//!
//! [`applying`] says which laws a posting must think of and how much each weighs; `asked.rs` makes
//! findings of what they ask and the posting does not say. Nothing here is legal advice, and every
//! finding says so.

mod asked;
mod place;
mod reach;

pub(super) mod ai_screening;
pub(super) mod apply;
pub(super) mod benefits;
pub(super) mod canadian;
pub(super) mod deadline;
pub(super) mod exclusion;
pub(super) mod fair_chance;
pub(super) mod history;
pub(super) mod open_ended;
pub(super) mod pay;
pub(super) mod period;
pub(super) mod reversed;
pub(super) mod spread;
pub(super) mod title;
pub(super) mod vacancy;
pub(super) mod vague;
pub(super) mod wide;

#[cfg(test)]
mod tests;

use self::place::{Holds, holds};
use self::reach::{Reach, Within};
use super::{Evidence, Finding, Group, Place, Reads, Rule, Severity, Source, Subject};
use crate::catalog::{Asked, PayLaw, Told};
use crate::posting::{Country, WorkModel};

/// A law, and how a posting comes under it.
pub(in crate::review) struct Touches<'a> {
    law: &'a PayLaw,
    /// Whether a place of work is there.
    holds: Holds,
    /// How far remote work reaches there.
    reach: Reach,
}

/// A law that a posting must think of.
pub(super) struct Applies<'a> {
    law: &'a PayLaw,
    /// True: a place of work is there; false: its work can be done from there.
    here: bool,
    /// How much it weighs if the posting does not do what it asks.
    weight: Severity,
    /// True: how many people the employer has decides, and is not known.
    size_decides: bool,
    /// True: it is not in force yet.
    coming: bool,
}

/// The laws of a posting's places and of the places from which its work can be done.
fn touching<'s, 'a>(subject: &'s Subject<'a>) -> &'s [Touches<'a>] {
    subject.laws.get_or_init(|| {
        let laws: &'a [PayLaw] = &subject.catalog.review.pay_laws;
        let Some(posting) = subject.posting else { return Vec::new() };
        let within = match &posting.work_model {
            Some(WorkModel::Remote { within }) => Some(Within::new(within, laws)),
            _ => None,
        };
        let touch = |law| {
            let held = posting.locations.iter().map(|location| holds(law, location)).max().unwrap_or(Holds::No);
            let reach = within.as_ref().map(|within| within.reach(law)).unwrap_or_default();
            Touches { law, holds: held, reach }
        };
        let touches = |one: &Touches<'_>| one.holds != Holds::No || one.reach != Reach::default();
        laws.iter().map(touch).filter(touches).collect()
    })
}

/// The laws that a posting must think of, with what each weighs: a violation only where a place
/// of work is certainly there, the employer is certainly large enough, and more than one source
/// says so.
pub(super) fn applying<'a>(subject: &Subject<'a>) -> Vec<Applies<'a>> {
    let mut applying = Vec::new();
    for &Touches { law, holds, reach } in touching(subject) {
        let size_decides = match subject.employer.employees {
            Some(employees) if employees < law.employees => continue,
            Some(_) => false,
            None => law.employees > 1,
        };
        let coming = law.since > subject.today;
        let settled = !coming && law.in_force;
        let here = holds != Holds::No;
        let weight = match law.told {
            Told::InPosting if here && settled && holds == Holds::Yes && !size_decides && !law.check => Severity::Must,
            Told::InPosting | Told::BeforeInterview if here && settled => Severity::Should,
            _ if here => Severity::Consider,
            Told::InPosting if settled && remote_counts(law, reach, subject) => Severity::Should,
            Told::InPosting if settled && reach.anywhere => Severity::Consider,
            _ => continue,
        };
        applying.push(Applies { law, here, weight, size_decides, coming });
    }
    applying
}

/// True if people in a law's place can do the work and the employer seems to mean them: the place
/// is named, or the world is and the employer is in the same country.
fn remote_counts(law: &PayLaw, reach: Reach, subject: &Subject<'_>) -> bool {
    let at_home = || {
        let places = subject.posting.map_or(&[][..], |posting| &posting.locations);
        let codes = places.iter().filter_map(|place| place.country.as_ref().map(Country::code));
        codes.into_iter().any(|code| law.countries.iter().any(|country| country == code))
    };
    let barred = reach.left_out && law.bars.contains(&crate::catalog::Barred::ExcludingResidents);
    reach.named || barred || reach.anywhere && at_home()
}

/// True if a law asks for something and its absence is more than worth a thought, so that a rule
/// of completeness need not say it again.
pub(super) fn asks(subject: &Subject<'_>, asked: Asked) -> bool {
    applying(subject).iter().any(|one| one.weight <= Severity::Should && one.law.asks.contains(&asked))
}

/// A day, as a sentence has it: "1 January 2026".
fn day(date: jiff::civil::Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// The source of findings about some laws: statute, since when, when we last looked, and that it
/// is no legal advice.
fn source<'a>(laws: impl IntoIterator<Item = &'a PayLaw>, today: jiff::civil::Date) -> Source {
    source_of(laws, today, |law| &law.statute)
}

fn source_of<'a>(
    laws: impl IntoIterator<Item = &'a PayLaw>,
    today: jiff::civil::Date,
    statute: impl Fn(&'a PayLaw) -> &'a str,
) -> Source {
    let mut text = String::new();
    let mut checked = None;
    let mut count = 0;
    let mut note = None;
    for law in laws {
        let since = match (law.in_force, law.since > today) {
            (false, _) => "due since",
            (true, true) => "from",
            (true, false) => "since",
        };
        if count > 0 {
            text.push_str("; ");
        }
        let check = if law.check { " (one source only; check it)" } else { "" };
        text.push_str(&format!("{}: {}, {since} {}{check}", capital(&law.name), statute(law), day(law.since)));
        checked = Some(checked.map_or(law.last_checked, |oldest: jiff::civil::Date| oldest.min(law.last_checked)));
        note = law.note.as_deref();
        count += 1;
    }
    text.push('.');
    if let (1, Some(note)) = (count, note) {
        text.push(' ');
        text.push_str(note);
    }
    if let Some(checked) = checked {
        text.push_str(&format!(" Last checked {}.", day(checked)));
    }
    text.push_str(" Not legal advice.");
    Source::owned(Evidence::Law, text)
}

/// "A, B and C".
fn all_of<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// With a capital at its start.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The sentence of a text around some bytes.
fn sentence(text: &str, range: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | ';' | '\n');
    let start = text[..range.start].rfind(ends).map_or(0, |at| at + 1);
    let end = text[range.end..].find(ends).map_or(text.len(), |at| range.end + at);
    start..end
}

/// True if a sentence says that something is not so: "no Canadian experience", "we never ask".
fn denied(sentence: &str) -> bool {
    let no = ["no", "not", "never", "don't", "don’t", "without", "won't", "won’t", "doesn't", "doesn’t", "cannot"];
    sentence
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '(' | ')'))
        .any(|word| no.iter().any(|no| no.eq_ignore_ascii_case(word)))
}

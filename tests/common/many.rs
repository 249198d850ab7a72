//! Many drafts that differ, to measure and to look at.

use rolewright::posting::Posting;

use crate::sample;

const LEVELS: [&str; 6] = ["Junior", "Senior", "Staff", "Lead", "Principal", "Intern"];
const FIELDS: [&str; 6] = ["Backend", "Frontend", "Full-Stack", "Platform", "Data", "Mobile"];
const TRACKS: [&str; 2] = ["Engineer", "Developer"];
const CITIES: [&str; 10] =
    ["Berlin", "Łódź", "Denver", "Dublin", "Köln", "Toronto", "Bengaluru", "Austin", "Malmö", "Zürich"];
const COMPANIES: [&str; 8] = [
    "Northlight Systems",
    "Corrib Instruments",
    "Köhler & Söhne",
    "Kaveri Learning",
    "Lantern Maps",
    "Shelfmark",
    "Harbor & Pine",
    "Acme",
];

/// One of many drafts, each with a title, place, company and team of its own.
pub fn draft(number: u32) -> (Posting, String) {
    let mut posting = sample::numbered(number);
    let pick = |words: &[&str], stride: u32| words[(number / stride) as usize % words.len()].to_owned();
    posting.locations[0].city = pick(&CITIES, 7);
    posting.company.name = format!("{} {}", pick(&COMPANIES, 3), number % 400);
    posting.team = format!("Team {:x}", number.wrapping_mul(2_654_435_761) >> 8);
    let title = format!("{} {} {}", pick(&LEVELS, 1), pick(&FIELDS, 5), pick(&TRACKS, 11));
    (posting, title)
}

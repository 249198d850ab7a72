//! Rows out of the bytes of a damaged store, without SQLite, page by page.
//!
//! A page that holds rows says so in its first byte and stands by itself: a row can be read
//! though everything above it is lost. A posting's body is a whole `.rolewright` file with its
//! identity inside, so nothing else is needed to know what it is. The format is the one of
//! <https://www.sqlite.org/fileformat2.html>.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use uuid::Uuid;

use super::Status;
use super::posting_file;
use super::rows::time;
use crate::posting::Posting;

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Carved {
    /// The newest body of each posting.
    pub postings: HashMap<Uuid, Posting>,
    /// What a list said of a draft.
    pub lines: HashMap<Uuid, Line>,
    /// Settings, as name and JSON.
    pub settings: HashMap<String, String>,
    /// Which draft a key was, as far as a list said so.
    pub keys: HashMap<i64, Uuid>,
    /// The bytes of versions, by their key.
    pub contents: BTreeMap<i64, Content>,
    /// What was said of versions, by their key.
    pub versions: BTreeMap<i64, VersionLine>,
}

/// The bytes of a version: whole, or a difference to its base.
#[derive(Debug)]
pub(super) struct Content {
    pub base: Option<i64>,
    pub data: Vec<u8>,
}

/// What was said of a version.
#[derive(Debug)]
pub(super) struct VersionLine {
    pub draft: i64,
    pub content: i64,
    /// Revision, time, words added and words removed.
    pub numbers: [i64; 4],
    /// Kind, note and title.
    pub words: [String; 3],
}

/// What a list said of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub title: String,
    pub changed: i64,
    pub trashed: Option<Timestamp>,
    pub status: Status,
    pub archived: Option<Timestamp>,
}

/// Reads what there is to read in a store's file and the log beside it.
pub(super) fn carve(file: &[u8], log: &[u8]) -> Carved {
    let mut carved = Carved::default();
    let size = page_size(file, log);
    let pages = Pages { file, size, from_log: pages_of_log(log, size) };
    for number in 1..=pages.count() {
        for page in pages.all(number) {
            // The first page begins with the file's own header.
            let start = if number == 1 { 100 } else { 0 };
            read_page(&pages, page, start, &mut carved);
        }
    }
    carved
}

/// The size of a page, which the store's own header, the log's or the habit of SQLite says.
fn page_size(file: &[u8], log: &[u8]) -> usize {
    let said = [
        file.get(16..18).map_or(0, |bytes| match u16::from_be_bytes([bytes[0], bytes[1]]) {
            1 => 65_536,
            size => usize::from(size),
        }),
        log.get(8..12).and_then(|bytes| bytes.try_into().ok()).map_or(0, |bytes| u32::from_be_bytes(bytes) as usize),
    ];
    said.into_iter().find(|size| size.is_power_of_two() && (512..=65_536).contains(size)).unwrap_or(4_096)
}

struct Pages<'a> {
    file: &'a [u8],
    size: usize,
    /// Newer forms of pages, the newest last.
    from_log: HashMap<usize, Vec<&'a [u8]>>,
}

impl<'a> Pages<'a> {
    fn count(&self) -> usize {
        let in_log = self.from_log.keys().max().copied().unwrap_or(0);
        self.file.len().div_ceil(self.size).max(in_log)
    }

    /// All forms of a page. The last one may be cut off.
    fn all(&self, number: usize) -> impl Iterator<Item = &'a [u8]> {
        let newer = self.from_log.get(&number).into_iter().flatten().copied();
        self.in_file(number).into_iter().chain(newer)
    }

    fn newest(&self, number: usize) -> Option<&'a [u8]> {
        self.from_log.get(&number).and_then(|all| all.last().copied()).or_else(|| self.in_file(number))
    }

    fn in_file(&self, number: usize) -> Option<&'a [u8]> {
        let start = number.checked_sub(1)?.checked_mul(self.size)?;
        let rest = self.file.get(start..)?;
        (!rest.is_empty()).then(|| &rest[..rest.len().min(self.size)])
    }
}

fn pages_of_log(log: &[u8], size: usize) -> HashMap<usize, Vec<&[u8]>> {
    let mut pages: HashMap<usize, Vec<&[u8]>> = HashMap::new();
    let Some(frames) = log.get(32..) else { return pages };
    let salt = &log[16..24];
    for frame in frames.chunks_exact(24 + size) {
        let Some(number) = number_at(frame, 0) else { continue };
        // An older use of the log has another salt; a page beyond 16 TiB is noise.
        if &frame[8..16] == salt && number > 0 {
            pages.entry(number).or_default().push(&frame[24..]);
        }
    }
    pages
}

fn number_at(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + 4)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(bytes)).ok()
}

fn read_page(pages: &Pages<'_>, page: &[u8], start: usize, carved: &mut Carved) {
    // 13: rows of a table; 10: rows of an index or of a table that is one.
    let is_table = match page.get(start) {
        Some(13) => true,
        Some(10) => false,
        _ => return,
    };
    let Some(count) = page.get(start + 3..start + 5) else { return };
    let count = usize::from(u16::from_be_bytes([count[0], count[1]]));
    for n in 0..count {
        let Some(at) = page.get(start + 8 + 2 * n..start + 10 + 2 * n) else { return };
        let at = usize::from(u16::from_be_bytes([at[0], at[1]]));
        if let Some((key, row)) = page.get(at..).and_then(|cell| payload(pages, cell, is_table))
            && let Some(values) = values(&row)
        {
            match key {
                Some(key) => take(key, &values, carved),
                None => take_setting(&values, carved),
            }
        }
    }
}

/// The key of a row, if it is one of a table, and its bytes, those that did not fit into its page
/// included.
fn payload(pages: &Pages<'_>, cell: &[u8], is_table: bool) -> Option<(Option<i64>, Vec<u8>)> {
    let mut rest = cell;
    let length = usize::try_from(varint(&mut rest)?).ok()?;
    let key = if is_table { Some(varint(&mut rest)?.cast_signed()) } else { None };
    let all = pages.count().checked_mul(pages.size)?;
    if length > all {
        return None;
    }
    let usable = pages.size;
    let most = if is_table { usable - 35 } else { (usable - 12) * 64 / 255 - 23 };
    if length <= most {
        return Some((key, rest.get(..length)?.to_vec()));
    }
    let least = (usable - 12) * 32 / 255 - 23;
    let here = least + (length - least) % (usable - 4);
    let here = if here <= most { here } else { least };
    let mut bytes = rest.get(..here)?.to_vec();
    let mut next = number_at(rest, here)?;
    while bytes.len() < length {
        let page = pages.newest(next)?;
        let part = (length - bytes.len()).min(usable - 4);
        bytes.extend_from_slice(page.get(4..4 + part)?);
        next = number_at(page, 0)?;
    }
    Some((key, bytes))
}

#[derive(Debug, PartialEq)]
enum Cell<'a> {
    Nothing,
    Number(i64),
    Text(&'a [u8]),
    Blob(&'a [u8]),
}

/// The values of a row.
fn values(row: &[u8]) -> Option<Vec<Cell<'_>>> {
    let mut header = row;
    let header_length = usize::try_from(varint(&mut header)?).ok()?;
    let mut body = row.get(header_length..)?;
    let mut types = row.get(row.len() - header.len()..header_length)?;
    let mut values = Vec::new();
    while !types.is_empty() {
        let kind = varint(&mut types)?;
        let length = match kind {
            0 | 8 | 9 => 0,
            1..=4 => usize::try_from(kind).ok()?,
            5 => 6,
            6 | 7 => 8,
            10 | 11 => return None,
            kind => usize::try_from((kind - 12) / 2).ok()?,
        };
        let (value, rest) = body.split_at_checked(length)?;
        body = rest;
        values.push(match kind {
            0 => Cell::Nothing,
            8 => Cell::Number(0),
            9 => Cell::Number(1),
            1..=6 => {
                let first = if value[0] & 0x80 == 0 { 0 } else { -1 };
                Cell::Number(value.iter().fold(first, |number: i64, byte| number << 8 | i64::from(*byte)))
            }
            // A float: none of ours.
            7 => return None,
            kind if kind % 2 == 0 => Cell::Blob(value),
            _ => Cell::Text(value),
        });
    }
    Some(values)
}

/// SQLite's numbers of one to nine bytes.
fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for n in 0..9 {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        if n == 8 {
            return Some(number << 8 | u64::from(*first));
        }
        number = number << 7 | u64::from(first & 0x7f);
        if first & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Keeps a row if it is one that we want. The row's own number stands as nothing in it.
fn take(key: i64, values: &[Cell<'_>], carved: &mut Carved) {
    match values {
        [Cell::Nothing, Cell::Text(body)] => {
            if let Ok(posting) = posting_file::from_own_bytes(body) {
                let older = carved.postings.get(&posting.id).is_none_or(|other| other.changed <= posting.changed);
                if older {
                    carved.postings.insert(posting.id, posting);
                }
            }
        }
        [Cell::Nothing, Cell::Number(_), base @ (Cell::Nothing | Cell::Number(_)), Cell::Blob(data)] => {
            let base = if let Cell::Number(base) = base { Some(*base) } else { None };
            carved.contents.insert(key, Content { base, data: data.to_vec() });
        }
        [
            Cell::Nothing,
            Cell::Number(draft),
            Cell::Number(content),
            Cell::Number(revision),
            Cell::Number(time),
            Cell::Text(kind),
            Cell::Text(note),
            Cell::Text(title),
            Cell::Number(added),
            Cell::Number(removed),
        ] => {
            let numbers = [*revision, *time, *added, *removed];
            let words = [kind, note, title].map(|text| words(text));
            carved.versions.insert(key, VersionLine { draft: *draft, content: *content, numbers, words });
        }
        [Cell::Nothing, Cell::Blob(id), Cell::Text(title), middle @ ..] if middle.len() >= 9 => {
            let Ok(id) = Uuid::from_slice(id) else { return };
            carved.keys.insert(key, id);
            let Cell::Number(changed) = middle[7] else { return };
            let when = |cell: Option<&Cell<'_>>| match cell {
                Some(Cell::Number(at)) => Some(time(*at)),
                _ => None,
            };
            let status = match middle.get(9) {
                Some(Cell::Text(status)) => Status::from_id(&words(status)).unwrap_or_default(),
                _ => Status::default(),
            };
            let line = Line {
                title: words(title),
                changed,
                trashed: when(middle.get(8)),
                status,
                archived: when(middle.get(10)),
            };
            let older = carved.lines.get(&id).is_none_or(|other| other.changed <= line.changed);
            if older {
                carved.lines.insert(id, line);
            }
        }
        _ => {}
    }
}

/// The same with a row of a table that is an index.
fn take_setting(values: &[Cell<'_>], carved: &mut Carved) {
    if let [Cell::Text(name), Cell::Text(json)] = values
        && is_json(json)
    {
        carved.settings.insert(words(name), words(json));
    }
}

fn is_json(bytes: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
}

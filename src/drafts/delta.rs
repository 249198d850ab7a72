//! A version in few bytes: whole and deflated, or as what it takes to make it of another one.
//!
//! A difference is a row of "these new bytes, then that piece of the other text", deflated. Both
//! forms carry zlib's checksum, so that damage is noticed instead of read.

use std::collections::HashMap;

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// The shortest piece that is taken over, in bytes.
const BLOCK: usize = 16;

/// The most that a version may have: a posting is a few kilobytes, its logo a megabyte.
const MOST: usize = 256 << 20;

/// zlib's own scale, 0 to 10: half the time of its best for a few bytes more.
const EFFORT: u8 = 6;

/// A text as it is, deflated.
pub(super) fn pack(whole: &[u8]) -> Vec<u8> {
    compress_to_vec_zlib(whole, EFFORT)
}

/// The text that was packed; `None`: it is damaged.
pub(super) fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    decompress_to_vec_zlib_with_limit(packed, MOST).ok()
}

/// What it takes to make `whole` of `base`.
pub(super) fn difference(base: &[u8], whole: &[u8]) -> Vec<u8> {
    let blocks: HashMap<&[u8], usize> =
        base.chunks_exact(BLOCK).enumerate().map(|(n, block)| (block, n * BLOCK)).collect();
    let mut steps = Vec::new();
    // `new` to `at` is what no piece of the base was found for yet.
    let (mut new, mut at, mut expected) = (0, 0, 0);
    while let Some(block) = whole.get(at..at + BLOCK) {
        // Right behind the last piece first: the text goes on after a changed word.
        let found = match base.get(expected + (at - new)..expected + (at - new) + BLOCK) {
            Some(next) if next == block => Some(expected + (at - new)),
            _ => blocks.get(block).copied(),
        };
        let Some(from) = found else {
            at += 1;
            continue;
        };
        let back = base[..from].iter().rev().zip(whole[new..at].iter().rev()).take_while(|(a, b)| a == b).count();
        let on = base[from..].iter().zip(&whole[at..]).take_while(|(a, b)| a == b).count();
        step(&mut steps, &whole[new..at - back], from - back, back + on);
        at += on;
        new = at;
        expected = from + on;
    }
    step(&mut steps, &whole[new..], 0, 0);
    compress_to_vec_zlib(&steps, EFFORT)
}

/// Makes the text of its base and the difference; `None`: one of them is damaged.
pub(super) fn apply(base: &[u8], difference: &[u8]) -> Option<Vec<u8>> {
    let steps = unpack(difference)?;
    let mut left = steps.as_slice();
    let mut whole = Vec::with_capacity(base.len());
    while !left.is_empty() {
        let new = take_number(&mut left)?;
        let (bytes, rest) = left.split_at_checked(new)?;
        whole.extend_from_slice(bytes);
        left = rest;
        let (from, length) = (take_number(&mut left)?, take_number(&mut left)?);
        whole.extend_from_slice(base.get(from..from.checked_add(length)?)?);
        if whole.len() > MOST {
            return None;
        }
    }
    Some(whole)
}

fn step(steps: &mut Vec<u8>, new: &[u8], from: usize, length: usize) {
    put_number(steps, new.len());
    steps.extend_from_slice(new);
    put_number(steps, from);
    put_number(steps, length);
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
fn put_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn take_number(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0_usize;
    for shift in (0..usize::BITS).step_by(7) {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= usize::from(first & 0x7f).checked_shl(shift)?;
        if first & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_changed_word_in_a_long_text_costs_a_few_bytes() {
        let base: String = (0..2_000).map(|n| format!("line {n} of a posting\n")).collect();
        let whole = base.replacen("line 900 of", "row number 900 of", 1).replace("line 1500 of a posting\n", "");
        let packed = difference(base.as_bytes(), whole.as_bytes());
        assert!(packed.len() < 60, "{} bytes", packed.len());
        assert_eq!(apply(base.as_bytes(), &packed).unwrap(), whole.as_bytes());
    }

    #[test]
    fn damage_never_gives_another_text() {
        let base = b"You have built services in Rust that other people rely on.".repeat(9);
        let whole = b"You have built services in Go that other people rely on.".repeat(9);
        for packed in [difference(&base, &whole), pack(&whole)] {
            for at in 2..packed.len() {
                let mut harmed = packed.clone();
                harmed[at] ^= 0x10;
                // A few bits fill the last byte up and mean nothing.
                let same = unpack(&harmed).is_none_or(|bytes| Some(bytes) == unpack(&packed));
                assert!(same, "byte {at}");
            }
        }
        assert_eq!(unpack(b"noise"), None);
    }

    proptest! {
        #[test]
        fn what_was_packed_comes_back(base in "[ab]{0,300}", whole in "[ab]{0,300}", cut in 0..300_usize) {
            for whole in [whole.clone(), format!("{}{whole}{}", &base[..cut.min(base.len())], base)] {
                let packed = difference(base.as_bytes(), whole.as_bytes());
                prop_assert_eq!(apply(base.as_bytes(), &packed).unwrap(), whole.as_bytes());
                prop_assert_eq!(unpack(&pack(whole.as_bytes())).unwrap(), whole.as_bytes());
            }
        }

        #[test]
        fn noise_never_panics(base in proptest::collection::vec(any::<u8>(), 0..50),
                              steps in proptest::collection::vec(any::<u8>(), 0..50)) {
            let _ = apply(&base, &compress_to_vec_zlib(&steps, 1));
            let _ = apply(&base, &steps);
        }
    }
}

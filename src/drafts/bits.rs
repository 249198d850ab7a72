//! Sets of drafts, as bits: a hundred thousand of them are 16 kB, and what is in two sets is known
//! in a few microseconds.

use rusqlite::Connection;
use rusqlite::functions::{Aggregate, Context, FunctionFlags};
use rusqlite::types::Value;

/// How many keys a block has.
const BLOCK: i64 = 1 << 16;
const WORDS: usize = (BLOCK / 64) as usize;

/// A set of drafts' keys, whatever numbers those are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits {
    /// In order. No block is empty unless its last key was taken out.
    blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Block {
    number: i64,
    words: Box<[u64; WORDS]>,
}

fn place(key: i64) -> (i64, usize, u64) {
    let within = key.rem_euclid(BLOCK) as usize;
    (key.div_euclid(BLOCK), within / 64, 1 << (within % 64))
}

impl Bits {
    pub fn insert(&mut self, key: i64) {
        let (number, word, bit) = place(key);
        let at = match self.blocks.last() {
            // Keys come in their order mostly.
            Some(last) if last.number == number => self.blocks.len() - 1,
            _ => match self.blocks.binary_search_by_key(&number, |block| block.number) {
                Ok(at) => at,
                Err(at) => {
                    self.blocks.insert(at, Block { number, words: Box::new([0; WORDS]) });
                    at
                }
            },
        };
        self.blocks[at].words[word] |= bit;
    }

    pub fn remove(&mut self, key: i64) {
        let (number, word, bit) = place(key);
        if let Ok(at) = self.blocks.binary_search_by_key(&number, |block| block.number) {
            self.blocks[at].words[word] &= !bit;
        }
    }

    pub fn has(&self, key: i64) -> bool {
        let (number, word, bit) = place(key);
        let at = self.blocks.binary_search_by_key(&number, |block| block.number);
        at.is_ok_and(|at| self.blocks[at].words[word] & bit != 0)
    }

    pub fn len(&self) -> usize {
        let words = self.blocks.iter().flat_map(|block| block.words.iter());
        words.map(|word| word.count_ones() as usize).sum()
    }

    /// Keeps what is in the other set, too.
    pub fn and(&mut self, other: &Self) {
        self.blocks.retain_mut(|block| {
            let at = other.blocks.binary_search_by_key(&block.number, |block| block.number);
            at.is_ok_and(|at| {
                block.words.iter_mut().zip(other.blocks[at].words.iter()).for_each(|(ours, theirs)| *ours &= theirs);
                true
            })
        });
    }

    /// Takes out what is in the other set.
    pub fn minus(&mut self, other: &Self) {
        for block in &mut self.blocks {
            if let Ok(at) = other.blocks.binary_search_by_key(&block.number, |block| block.number) {
                block.words.iter_mut().zip(other.blocks[at].words.iter()).for_each(|(ours, theirs)| *ours &= !theirs);
            }
        }
    }

    /// Takes in what is in the other set.
    pub fn or(&mut self, other: &Self) {
        for theirs in &other.blocks {
            match self.blocks.binary_search_by_key(&theirs.number, |block| block.number) {
                Ok(at) => {
                    let words = self.blocks[at].words.iter_mut().zip(theirs.words.iter());
                    words.for_each(|(ours, theirs)| *ours |= theirs);
                }
                Err(at) => self.blocks.insert(at, theirs.clone()),
            }
        }
    }

    /// The keys, the highest first.
    pub fn descending(&self) -> impl Iterator<Item = i64> {
        self.blocks.iter().rev().flat_map(|block| {
            let words = block.words.iter().enumerate().rev().filter(|(_, word)| **word != 0);
            words.flat_map(|(at, &word)| {
                let first = block.number * BLOCK + at as i64 * 64;
                (0..64).rev().filter(move |bit| word & 1 << bit != 0).map(move |bit| first + bit)
            })
        })
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.blocks.len() * (8 + 8 * WORDS));
        for block in &self.blocks {
            bytes.extend(block.number.to_le_bytes());
            block.words.iter().for_each(|word| bytes.extend(word.to_le_bytes()));
        }
        bytes
    }

    /// What [`gather`](install) gave.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let number = |bytes: &[u8]| bytes.try_into().map_or(0, u64::from_le_bytes);
        let blocks = bytes.chunks_exact(8 + 8 * WORDS).map(|block| {
            let (first, rest) = block.split_at(8);
            let mut words = Box::new([0; WORDS]);
            words.iter_mut().zip(rest.chunks_exact(8)).for_each(|(word, bytes)| *word = number(bytes));
            Block { number: number(first) as i64, words }
        });
        Self { blocks: blocks.collect() }
    }
}

/// What a query asks of a draft apart from words: those drafts, or all but those.
#[derive(Clone, Debug)]
pub(super) enum Allowed {
    These(Bits),
    AllBut(Bits),
}

impl Allowed {
    pub fn has(&self, key: i64) -> bool {
        match self {
            Self::These(bits) => bits.has(key),
            Self::AllBut(bits) => !bits.has(key),
        }
    }

    /// How many they are at most.
    pub fn most(&self) -> usize {
        match self {
            Self::These(bits) => bits.len(),
            Self::AllBut(_) => usize::MAX,
        }
    }

    /// Takes out of a set what is not allowed.
    pub fn filter(&self, bits: &mut Bits) {
        match self {
            Self::These(these) => bits.and(these),
            Self::AllBut(these) => bits.minus(these),
        }
    }
}

/// Teaches SQLite to hand over many keys at once, several times as quick as row by row:
/// `gather(key)` as a set, `listed(key)` in the order in which they come.
pub(super) fn install(conn: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DIRECTONLY;
    conn.create_aggregate_function("gather", 1, flags, Gather)?;
    conn.create_aggregate_function("listed", 1, flags, Listed)
}

/// The keys that `listed` gave.
pub(super) fn keys_of(bytes: &[u8]) -> Vec<i64> {
    bytes.chunks_exact(8).map(|bytes| bytes.try_into().map_or(0, i64::from_le_bytes)).collect()
}

struct Gather;

impl Aggregate<Bits, Value> for Gather {
    fn init(&self, _: &mut Context<'_>) -> rusqlite::Result<Bits> {
        Ok(Bits::default())
    }

    fn step(&self, context: &mut Context<'_>, bits: &mut Bits) -> rusqlite::Result<()> {
        bits.insert(context.get(0)?);
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, bits: Option<Bits>) -> rusqlite::Result<Value> {
        Ok(Value::Blob(bits.unwrap_or_default().to_bytes()))
    }
}

struct Listed;

impl Aggregate<Vec<u8>, Value> for Listed {
    fn init(&self, _: &mut Context<'_>) -> rusqlite::Result<Vec<u8>> {
        Ok(Vec::new())
    }

    fn step(&self, context: &mut Context<'_>, keys: &mut Vec<u8>) -> rusqlite::Result<()> {
        keys.extend(context.get::<i64>(0)?.to_le_bytes());
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, keys: Option<Vec<u8>>) -> rusqlite::Result<Value> {
        Ok(Value::Blob(keys.unwrap_or_default()))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn of(keys: &BTreeSet<i64>) -> Bits {
        let mut bits = Bits::default();
        keys.iter().rev().for_each(|key| bits.insert(*key));
        bits
    }

    fn keys() -> impl Strategy<Value = BTreeSet<i64>> {
        let key = prop_oneof![0..300_i64, 65_000..66_000_i64, Just(i64::MAX), Just(-1), any::<i64>()];
        proptest::collection::btree_set(key, 0..60)
    }

    proptest! {
        #[test]
        fn bits_are_sets(a in keys(), b in keys()) {
            let (x, y) = (of(&a), of(&b));
            let seen = |bits: &Bits| bits.descending().collect::<Vec<_>>();
            let down = |keys: BTreeSet<i64>| keys.into_iter().rev().collect::<Vec<_>>();
            prop_assert_eq!(seen(&x), down(a.clone()));
            prop_assert_eq!(x.len(), a.len());
            prop_assert!(b.iter().all(|key| x.has(*key) == a.contains(key)));
            let after = |change: fn(&mut Bits, &Bits)| { let mut x = x.clone(); change(&mut x, &y); seen(&x) };
            prop_assert_eq!(after(Bits::and), down(&a & &b));
            prop_assert_eq!(after(Bits::or), down(&a | &b));
            prop_assert_eq!(after(Bits::minus), down(&a - &b));
            prop_assert_eq!(seen(&Bits::from_bytes(&x.to_bytes())), down(a.clone()));
            let mut less = x.clone();
            b.iter().for_each(|key| less.remove(*key));
            prop_assert_eq!(seen(&less), down(&a - &b));
        }
    }

    #[test]
    fn sqlite_hands_over_a_set_and_an_order() {
        let conn = Connection::open_in_memory().unwrap();
        install(&conn).unwrap();
        let bytes = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, Vec<u8>>(0)).unwrap();
        let values = "(VALUES (3), (70000), (1))";
        let bits = Bits::from_bytes(&bytes(&format!("SELECT gather(column1) FROM {values}")));
        assert_eq!(bits.descending().collect::<Vec<_>>(), [70_000, 3, 1]);
        assert_eq!(keys_of(&bytes(&format!("SELECT listed(column1) FROM {values}"))), [3, 70_000, 1]);
        assert_eq!(Bits::from_bytes(&bytes("SELECT gather(1) WHERE false")), Bits::default());
    }
}

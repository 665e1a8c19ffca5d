//! The agenda: for each of many slots, one moment at which something is due there; knows the earliest.
//!
//! A winner tree: keys hold the moment in the high bits and the slot in the low ones, each inner node the smaller key of
//! its two children. Changing a slot walks one path of fixed length to the root, whatever is pending; cancelling is
//! changing to never. Four levels of nodes lie together in a block, so that a walk touches few lines of the cache.

use std::hint::select_unpredictable;

use crate::units::Instant;

/// Key of a slot with nothing due; the highest bit of every key is free.
const NEVER: u64 = u64::MAX >> 1;

/// Slots, or blocks below, of one block.
const FAN: usize = 16;

/// Four levels of nodes: the children of node `n` are `2 n` and `2 n + 1`, those of the lowest nodes the roots of other
/// blocks. Entry 0 is unused.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Block([u64; 2 * FAN]);

/// Moments by slot, the earliest at hand.
#[derive(Debug, Clone)]
pub(crate) struct Agenda {
    /// Key that is due first.
    first: u64,
    /// The children of block `b` are the `FAN` from `FAN b + 1` on; the last ones hold the slots.
    blocks: Vec<Block>,
    /// Number of the block that holds slot 0.
    lowest: usize,
    /// Low bits of a key that hold the slot.
    slot_bits: u32,
    /// Whether there is no slot but 0, so that there is nothing to compare.
    alone: bool,
}

/// The lesser of two keys, without a branch: which of them it is is chance, and would be guessed wrong too often.
#[inline(always)]
fn lesser(one: u64, other: u64) -> u64 {
    // As the sign of a difference the comparison stays a move on a condition; as a comparison it becomes a branch.
    let is_less = (other.wrapping_sub(one) as i64) < 0;
    select_unpredictable(is_less, other, one)
}

impl Block {
    const EMPTY: Self = Self([NEVER; 2 * FAN]);

    /// Sets a key of the lowest level; the result is the least of the block.
    #[inline(always)]
    fn put(&mut self, place: usize, key: u64) -> u64 {
        let Self(keys) = self;
        let mut node = FAN | (place % FAN);
        let mut least = key;
        keys[node] = key;
        for _ in 0..FAN.trailing_zeros() {
            let other = keys[node ^ 1];
            least = lesser(least, other);
            node /= 2;
            keys[node] = least;
        }
        least
    }

    /// A key of the lowest level.
    fn key(&self, place: usize) -> u64 {
        self.0[FAN | (place % FAN)]
    }
}

impl Agenda {
    /// An agenda that can tell moments before `end` apart, with nothing due.
    pub(crate) fn new(end: Instant, slots: usize) -> Self {
        let slot_bits = (end.as_ticks().max(1).leading_zeros().saturating_sub(1)).clamp(1, 32);
        let mut agenda = Self { first: NEVER, blocks: vec![Block::EMPTY], lowest: 0, slot_bits, alone: slots <= 1 };
        agenda.grow(slots);
        agenda
    }

    /// Most slots that the length of the horizon leaves room for.
    pub(crate) fn most_slots(&self) -> usize {
        1 << self.slot_bits
    }

    /// The earliest moment; `Self::beyond` when nothing is due.
    #[inline(always)]
    pub(crate) fn next_at(&self) -> Instant {
        Instant::ticks(self.first >> self.slot_bits)
    }

    /// A moment after all that can be due.
    pub(crate) fn beyond(&self) -> Instant {
        Instant::ticks(NEVER >> self.slot_bits)
    }

    /// The slot that is due first; meaningless when nothing is due.
    #[inline(always)]
    pub(crate) fn next_slot(&self) -> u32 {
        (self.first & ((1 << self.slot_bits) - 1)) as u32
    }

    /// Sets what is due in a slot; moments beyond the agenda's end are never due.
    #[inline(always)]
    pub(crate) fn set(&mut self, slot: u32, at: Instant) {
        let far = at.as_ticks() >= NEVER >> self.slot_bits;
        let key = if far { NEVER } else { at.as_ticks() << self.slot_bits | u64::from(slot) };
        self.place(slot as usize, key);
    }

    /// Makes nothing due in a slot.
    #[inline(always)]
    pub(crate) fn clear(&mut self, slot: u32) {
        self.place(slot as usize, NEVER);
    }

    /// Makes room for slots below `slots`.
    #[inline(always)]
    pub(crate) fn grow(&mut self, slots: usize) {
        if slots > self.slots() || self.alone && slots > 1 {
            self.add_level(slots);
        }
    }

    #[inline(always)]
    fn slots(&self) -> usize {
        (self.blocks.len() - self.lowest) * FAN
    }

    #[cold]
    fn add_level(&mut self, slots: usize) {
        if self.alone {
            self.alone = false;
            self.place(0, self.first);
        }
        let old = self.blocks.split_off(self.lowest);
        let mut across = old.len();
        while across * FAN < slots {
            self.lowest += across;
            across *= FAN;
        }
        self.blocks = vec![Block::EMPTY; self.lowest + across];
        for (slot, key) in old.iter().flat_map(|block| (0..FAN).map(|place| block.key(place))).enumerate() {
            self.place(slot, key);
        }
    }

    #[inline(always)]
    fn place(&mut self, slot: usize, key: u64) {
        if self.alone {
            self.first = key;
            return;
        }
        let (mut block, mut place, mut least) = (self.lowest + slot / FAN, slot % FAN, key);
        loop {
            least = self.blocks[block].put(place, least);
            if block == 0 {
                break;
            }
            (block, place) = ((block - 1) / FAN, (block - 1) % FAN);
        }
        self.first = least;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: Instant = Instant::ticks(1_000_000);

    #[test]
    fn moments_come_in_order_whatever_order_they_were_set_in() {
        let mut agenda = Agenda::new(END, 4);
        agenda.grow(100);
        for slot in 0..100 {
            agenda.set(slot, Instant::ticks(u64::from(slot) * 7_919 % 101));
        }
        let mut last = Instant::START;
        for _ in 0..100 {
            assert!(agenda.next_at() >= last);
            last = agenda.next_at();
            agenda.clear(agenda.next_slot());
        }
        assert_eq!(agenda.next_at(), agenda.beyond());
    }

    #[test]
    fn growing_keeps_what_is_due_and_a_moment_beyond_the_end_is_never_due() {
        let mut agenda = Agenda::new(END, 1);
        agenda.set(0, Instant::ticks(5));
        agenda.grow(2);
        agenda.set(1, Instant::NEVER);
        assert_eq!((agenda.next_at(), agenda.next_slot()), (Instant::ticks(5), 0));
        agenda.clear(0);
        assert_eq!(agenda.next_at(), agenda.beyond());
    }
}

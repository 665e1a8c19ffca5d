//! The agenda: for each of many slots, one moment at which something is due there; knows the earliest.
//!
//! A winner tree: leaf keys hold the moment in the high bits and the slot in the low ones, each inner node the smaller
//! key of its two children. Changing a slot walks one path of fixed length to the root, whatever is pending; cancelling
//! is changing to never.

use crate::units::Instant;

/// Key of a slot with nothing due.
const NEVER: u64 = u64::MAX;

/// Moments by slot, the earliest at hand.
#[derive(Debug, Clone)]
pub(crate) struct Agenda {
    /// Inner nodes from 1, then the leaves; entry 0 is unused.
    keys: Vec<u64>,
    /// Number of leaves, a power of two.
    leaves: usize,
    /// Low bits of a key that hold the slot.
    slot_bits: u32,
}

impl Agenda {
    /// An agenda that can tell moments before `end` apart, with nothing due.
    pub(crate) fn new(end: Instant, slots: usize) -> Self {
        let slot_bits = end.as_ticks().max(1).leading_zeros().clamp(1, 32);
        let leaves = slots.max(1).next_power_of_two();
        Self { keys: vec![NEVER; 2 * leaves], leaves, slot_bits }
    }

    /// Most slots that the length of the horizon leaves room for.
    pub(crate) fn most_slots(&self) -> usize {
        1 << self.slot_bits
    }

    /// The earliest moment; `Instant::NEVER` when nothing is due.
    #[inline(always)]
    pub(crate) fn next_at(&self) -> Instant {
        let key = self.keys[1];
        if key == NEVER { Instant::NEVER } else { Instant::ticks(key >> self.slot_bits) }
    }

    /// The slot that is due first; meaningless when nothing is due.
    #[inline(always)]
    pub(crate) fn next_slot(&self) -> u32 {
        (self.keys[1] & ((1 << self.slot_bits) - 1)) as u32
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
    pub(crate) fn grow(&mut self, slots: usize) {
        if slots <= self.leaves {
            return;
        }
        let old = self.keys.split_off(self.leaves);
        self.leaves = slots.next_power_of_two();
        self.keys = vec![NEVER; 2 * self.leaves];
        self.keys[self.leaves..self.leaves + old.len()].copy_from_slice(&old);
        for node in (1..self.leaves).rev() {
            self.keys[node] = self.keys[2 * node].min(self.keys[2 * node + 1]);
        }
    }

    #[inline(always)]
    fn place(&mut self, slot: usize, key: u64) {
        let keys = self.keys.as_mut_slice();
        let mut node = self.leaves + slot;
        let mut least = key;
        keys[node] = key;
        while node > 1 {
            least = least.min(keys[node ^ 1]);
            node >>= 1;
            keys[node] = least;
        }
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
        assert_eq!(agenda.next_at(), Instant::NEVER);
    }

    #[test]
    fn growing_keeps_what_is_due_and_a_moment_beyond_the_end_is_never_due() {
        let mut agenda = Agenda::new(END, 1);
        agenda.set(0, Instant::ticks(5));
        agenda.grow(2);
        agenda.set(1, Instant::NEVER);
        assert_eq!((agenda.next_at(), agenda.next_slot()), (Instant::ticks(5), 0));
        agenda.clear(0);
        assert_eq!(agenda.next_at(), Instant::NEVER);
    }
}

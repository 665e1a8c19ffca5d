//! The agenda: for each of many slots, one moment at which something is due there; knows the earliest.
//!
//! A winner tree: keys hold the moment in the high bits and the slot in the low ones, each inner node the smaller key of
//! its two children. Changing a slot walks one path to the root, whatever is pending; cancelling is changing to never;
//! of several slots due at the same moment the lowest is first.

use crate::units::{Instant, bits_beside};

/// Key of a slot with nothing due; no key is larger.
pub(super) const NEVER: u64 = f64::MAX.to_bits();

/// Moments by slot, the earliest at hand.
#[derive(Debug, Clone)]
pub(crate) struct Agenda {
    /// Key that is due first.
    first: u64,
    /// The earliest moment.
    next_at: Instant,
    /// The children of node `n` are `2 n` and `2 n + 1`; the second half are the slots, entry 0 is unused.
    nodes: Vec<Node>,
    /// A moment after all that can be due.
    beyond: Instant,
    /// Low bits of a key that hold the slot.
    slot_bits: u32,
    /// Those bits.
    slot_mask: u64,
}

/// A key, its bits taken for those of a floating-point number.
///
/// Of positive numbers the one that is less as a whole number is also less as a floating-point number, and finding the
/// lesser of two takes one instruction there, without a branch that would be guessed wrong too often.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node(f64);

impl Node {
    /// Nothing due.
    pub(super) const NEVER: Self = Self(f64::MAX);

    #[inline(always)]
    pub(super) fn of(key: u64) -> Self {
        Self(f64::from_bits(key))
    }

    #[inline(always)]
    pub(super) fn key(self) -> u64 {
        self.0.to_bits()
    }

    /// The lesser of two; neither is ever NaN.
    #[inline(always)]
    pub(super) fn lesser(self, other: Self) -> Self {
        if self.0 < other.0 { self } else { other }
    }
}

/// Sets the key of a slot of a tree of `NODES` nodes, a power of two; the result is the least key.
///
/// The size is known when this is compiled, so that the walk is a straight line.
#[inline(always)]
fn walk<const NODES: usize>(nodes: &mut [Node; NODES], slot: usize, key: u64) -> u64 {
    // The masks never change an index; they let the compiler see that it is inside the array.
    let mut node = ((NODES / 2) | slot) % NODES;
    let mut least = Node::of(key);
    nodes[node] = least;
    for _ in 1..NODES.trailing_zeros() {
        least = least.lesser(nodes[(node ^ 1) % NODES]);
        node = node / 2 % NODES;
        nodes[node] = least;
    }
    least.key()
}

/// Sets the key of a slot of a tree of any size.
#[inline(never)]
fn walk_any(nodes: &mut [Node], slot: usize, key: u64) -> u64 {
    let mut node = (nodes.len() / 2) | slot;
    let mut least = Node::of(key);
    nodes[node] = least;
    while node > 1 {
        least = least.lesser(nodes[node ^ 1]);
        node /= 2;
        nodes[node] = least;
    }
    least.key()
}

impl Agenda {
    /// An agenda that can tell moments before `end` apart, with nothing due.
    pub(crate) fn new(end: Instant, slots: usize) -> Self {
        let slot_bits = bits_beside(end);
        let (beyond, slot_mask) = (Instant::ticks(NEVER >> slot_bits), (1 << slot_bits) - 1);
        let mut agenda =
            Self { first: NEVER, next_at: beyond, nodes: vec![Node::NEVER; 2], beyond, slot_bits, slot_mask };
        agenda.grow(slots);
        agenda
    }

    /// The earliest moment; `Self::beyond` when nothing is due.
    #[inline(always)]
    pub(crate) fn next_at(&self) -> Instant {
        self.next_at
    }

    /// A moment after all that can be due.
    pub(crate) fn beyond(&self) -> Instant {
        self.beyond
    }

    /// The slot that is due first; meaningless when nothing is due.
    #[inline(always)]
    pub(crate) fn next_slot(&self) -> u32 {
        (self.first & self.slot_mask) as u32
    }

    /// Sets what is due in a slot; moments beyond the agenda's end are never due.
    #[inline(always)]
    pub(crate) fn set(&mut self, slot: u32, at: Instant) {
        self.place(slot as usize, self.key(slot, at));
    }

    /// Sets what is due in a slot of an agenda that may well have no other.
    #[inline(always)]
    pub(crate) fn set_among_few(&mut self, slot: u32, at: Instant) {
        let key = self.key(slot, at);
        let nodes = self.nodes.as_mut_slice();
        if let [_, only] = nodes {
            *only = Node::of(key);
            self.begin_with(key);
        } else {
            self.place_among_few(slot as usize, key);
        }
    }

    #[inline(never)]
    fn place_among_few(&mut self, slot: usize, key: u64) {
        if let Ok(nodes) = <&mut [Node; 32]>::try_from(self.nodes.as_mut_slice()) {
            let first = walk(nodes, slot, key);
            self.begin_with(first);
        } else {
            self.place(slot, key);
        }
    }

    /// The key of a slot in which something is due.
    #[inline(always)]
    fn key(&self, slot: u32, at: Instant) -> u64 {
        at.min(self.beyond).as_ticks() << self.slot_bits | u64::from(slot)
    }

    /// Notes the key that is due first.
    #[inline(always)]
    fn begin_with(&mut self, first: u64) {
        self.first = first;
        self.next_at = Instant::ticks(first >> self.slot_bits);
    }

    /// Makes nothing due in a slot.
    #[inline(always)]
    pub(crate) fn clear(&mut self, slot: u32) {
        self.place(slot as usize, NEVER);
    }

    /// Makes room for slots below `slots`.
    pub(crate) fn grow(&mut self, slots: usize) {
        if slots > self.nodes.len() / 2 {
            self.rebuild(slots.next_power_of_two());
        }
    }

    /// Builds the tree anew, of a size that has a walk of its own where there is one.
    #[cold]
    fn rebuild(&mut self, slots: usize) {
        let sizes = [1, 16, 32, 128, 512, 2_048];
        let slots = sizes.into_iter().find(|&size| size >= slots).unwrap_or(slots);
        let old = std::mem::replace(&mut self.nodes, vec![Node::NEVER; 2 * slots]);
        for (slot, key) in old[old.len() / 2..].iter().enumerate() {
            self.place(slot, key.key());
        }
    }

    #[inline(always)]
    fn place(&mut self, slot: usize, key: u64) {
        let nodes = self.nodes.as_mut_slice();
        let first = if let Ok(nodes) = <&mut [Node; 256]>::try_from(&mut *nodes) {
            walk(nodes, slot, key)
        } else if let Ok(nodes) = <&mut [Node; 1_024]>::try_from(&mut *nodes) {
            walk(nodes, slot, key)
        } else {
            place_rarely(nodes, slot, key)
        };
        self.begin_with(first);
    }
}

/// Sets the key of a slot of a tree of one of the sizes that are smaller or larger than most.
#[inline(never)]
fn place_rarely(nodes: &mut [Node], slot: usize, key: u64) -> u64 {
    if let [_, first] = nodes {
        *first = Node::of(key);
        return key;
    }
    if let Ok(nodes) = <&mut [Node; 32]>::try_from(&mut *nodes) {
        return walk(nodes, slot, key);
    }
    if let Ok(nodes) = <&mut [Node; 64]>::try_from(&mut *nodes) {
        return walk(nodes, slot, key);
    }
    if let Ok(nodes) = <&mut [Node; 4_096]>::try_from(&mut *nodes) {
        return walk(nodes, slot, key);
    }
    walk_any(nodes, slot, key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: Instant = Instant::ticks(1_000_000);

    #[test]
    fn moments_come_in_order_whatever_order_they_were_set_in() {
        for slots in [1, 2, 31, 32, 33, 100, 1_024, 1_025, 40_000] {
            let mut agenda = Agenda::new(END, 1);
            agenda.grow(slots as usize);
            for slot in 0..slots {
                agenda.set(slot, Instant::ticks(u64::from(slot) * 7_919 % 101));
            }
            let mut last = (Instant::START, 0);
            for _ in 0..slots {
                let next = (agenda.next_at(), agenda.next_slot());
                assert!(next >= last, "{next:?} of {slots}");
                last = next;
                agenda.clear(agenda.next_slot());
            }
            assert_eq!(agenda.next_at(), agenda.beyond());
        }
    }

    #[test]
    fn growing_keeps_what_is_due_and_a_moment_beyond_the_end_is_never_due() {
        let mut agenda = Agenda::new(END, 1);
        agenda.set(0, Instant::ticks(5));
        for slots in [2, 40, 1_025, 40_000] {
            agenda.grow(slots);
            agenda.set(slots as u32 - 1, Instant::NEVER);
            assert_eq!((agenda.next_at(), agenda.next_slot()), (Instant::ticks(5), 0));
        }
        agenda.clear(0);
        assert_eq!(agenda.next_at(), agenda.beyond());
    }
}

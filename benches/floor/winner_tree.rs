//! A winner tree: the earliest of a fixed number of slots, each holding one key or none.
//!
//! Every inner node is the smaller of its two children, so the earliest key is always at the root.
//! A key carries its slot in the low bits, which makes keys distinct and names the winner.

/// A slot that holds nothing: later than every key.
pub(crate) const NEVER: u64 = u64::MAX;

/// A tree of `NODES` nodes, a power of two, over `NODES / 2` slots.
#[derive(Debug)]
pub(crate) struct WinnerTree<const NODES: usize> {
    /// Node 1 is the root, nodes 2i and 2i+1 are the children of node i, the last half are the slots.
    nodes: Box<[u64; NODES]>,
}

impl<const NODES: usize> WinnerTree<NODES> {
    /// Levels between a slot and the root; also the bits a slot number takes in a key.
    pub(crate) const LEVELS: u32 = {
        assert!(NODES.is_power_of_two() && NODES >= 4);
        (NODES / 2).trailing_zeros()
    };

    /// All slots empty.
    pub(crate) fn new() -> Self {
        let nodes = vec![NEVER; NODES].into_boxed_slice();
        Self { nodes: nodes.try_into().expect("the slice has one entry per node") }
    }

    /// The key of `slot` at `ticks`.
    #[inline]
    pub(crate) fn key(ticks: u64, slot: usize) -> u64 {
        ticks << Self::LEVELS | slot as u64
    }

    /// The time of a key [ticks].
    #[inline]
    pub(crate) fn ticks(key: u64) -> u64 {
        key >> Self::LEVELS
    }

    /// The slot of a key.
    #[inline]
    pub(crate) fn slot(key: u64) -> usize {
        key as usize & (NODES / 2 - 1)
    }

    /// The smallest key, [`NEVER`] if all slots are empty.
    #[inline]
    pub(crate) fn first(&self) -> u64 {
        self.nodes[1]
    }

    /// Replaces what `slot` holds by `key`, or empties it with [`NEVER`].
    #[inline]
    pub(crate) fn put(&mut self, slot: usize, key: u64) {
        // The masks never change an index; they let the compiler see that it is inside the array.
        let mut node = (NODES / 2 + slot) & (NODES - 1);
        let mut winner = key;
        self.nodes[node] = winner;
        for _ in 0..Self::LEVELS {
            winner = winner.min(self.nodes[(node ^ 1) & (NODES - 1)]);
            node >>= 1;
            self.nodes[node & (NODES - 1)] = winner;
        }
    }
}

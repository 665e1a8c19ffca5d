//! Contacts that wait, first come, first served, in a ring of fixed size.
//!
//! A contact whose patience has ended stays until it reaches the front: it is found out when an agent
//! would take it, so giving up costs no event.

/// Places in a ring; under the loads of both workloads a queue of this length does not happen.
const PLACES: usize = 1024;

/// A contact that waits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Waiting {
    /// When it came [ticks].
    pub(super) arrived: u64,
    /// When it gives up [ticks].
    pub(super) gives_up: u64,
}

/// One queue.
pub(super) struct Queue {
    /// The ring.
    places: Box<[Waiting; PLACES]>,
    /// Contacts that have left so far.
    left: usize,
    /// Contacts that have joined so far.
    joined: usize,
}

impl Queue {
    /// An empty queue.
    pub(super) fn new() -> Self {
        Self { places: Box::new([Waiting::default(); PLACES]), left: 0, joined: 0 }
    }

    /// Whether nobody is here, not even a contact that has given up.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.left == self.joined
    }

    /// The contact that came first, if the queue is not empty.
    #[inline]
    pub(super) fn front(&self) -> Waiting {
        self.places[self.left & (PLACES - 1)]
    }

    /// The front leaves.
    #[inline]
    pub(super) fn leave(&mut self) {
        self.left += 1;
    }

    /// A contact joins at the back.
    #[inline]
    pub(super) fn join(&mut self, contact: Waiting) {
        assert!(self.joined - self.left < PLACES, "more waiting than the ring has places");
        self.places[self.joined & (PLACES - 1)] = contact;
        self.joined += 1;
    }
}

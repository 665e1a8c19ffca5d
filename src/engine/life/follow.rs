//! Following: a contact of another type comes out of one that ends in a flow.

use crate::engine::centre::Centre;
use crate::record::{Cause, ContactRecord, Observer};
use crate::scenario::Follow;
use crate::units::{ContactTypeId, Instant, QueueId, Span};

/// Set in the numbers of customers who came out of a contact of another type.
const OUT_OF_ANOTHER: u64 = 1 << 39;
/// Bits of the number among the customers of that type.
const OWN_BITS: u32 = 29;

impl<Watch: Observer> Centre<'_, Watch> {
    /// A contact of another type may come out of one that is about to end, now or later.
    pub(super) fn follow_up(&mut self, slot: u32, follow: &Follow) {
        let Some(kind) = follow.kind else { return };
        let mut stream = self.node_stream(slot);
        let comes = stream.chance(follow.share);
        let delay = follow.delay.sampler().draw(&mut stream);
        if comes {
            let other = self.comes_out_of(slot, kind, delay);
            self.issue_goes_on(slot, other);
        }
    }

    /// A contact of another type comes out of one after some time; not beyond the horizon.
    pub(super) fn comes_out_of(&mut self, slot: u32, kind: ContactTypeId, delay: Span) -> Option<u32> {
        let at = self.now + delay;
        let comes = delay == Span::ZERO || at < self.plan.end;
        comes.then(|| self.put_at_home(out_of(&self.contacts[slot].record, kind, at), at))
    }
}

/// What is known of a contact that comes out of another.
fn out_of(other: &ContactRecord, kind: ContactTypeId, at: Instant) -> ContactRecord {
    ContactRecord {
        customer: customer(other),
        arrived: at,
        entered: at,
        ranked_from: 0,
        answered: Instant::NEVER,
        waited_before: 0,
        kind,
        queue: QueueId(u32::MAX),
        stay: u32::MAX,
        attempt: 1,
        cause: Cause::FollowUp,
        ..*other
    }
}

/// A number of its own, the same whatever happens elsewhere: made of the type and number of the other customer. Numbers
/// of customers who came out of another contact themselves are folded.
fn customer(other: &ContactRecord) -> u64 {
    let own = (1 << OWN_BITS) - 1;
    let folded = (other.customer ^ other.customer >> OWN_BITS) & own;
    OUT_OF_ANOTHER | (u64::from(other.kind.0) & 0x3ff) << OWN_BITS | folded
}

//! Orders: which keys pick the contact, in the whole centre and within a queue.

use super::Scenario;
use crate::routing::{ContactKey, QueueKey};
use crate::units::QueueId;

impl Scenario {
    /// Every key that picks the contact, of the whole centre and of single queues.
    pub fn contact_keys(&self) -> impl Iterator<Item = &ContactKey> + Clone {
        let own = self.queues.iter().filter_map(|queue| queue.contact_order.as_ref());
        self.routing.contact_order.iter().chain(own.flatten())
    }

    /// The keys that pick among the contacts of a queue, where they are not those of the whole centre.
    pub fn own_order(&self, queue: QueueId) -> Option<&[ContactKey]> {
        let own = self.queues[queue.index()].contact_order.as_deref();
        own.filter(|own| *own != self.routing.contact_order)
    }

    /// The keys that pick among the contacts of a queue.
    pub fn order_within(&self, queue: QueueId) -> &[ContactKey] {
        self.own_order(queue).unwrap_or(&self.routing.contact_order)
    }

    /// Whether some order looks at the wait, and so at what contacts were credited with.
    pub fn counts_waits(&self) -> bool {
        self.contact_keys().any(ContactKey::reads_wait) || self.routing.queue_order.contains(&QueueKey::LongestWait)
    }
}

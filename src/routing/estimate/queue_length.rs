//! The place in the queue, at the pace of the people at work.

use std::sync::Arc;

use super::{Entry, Estimating, Kind, Make, Seen, entry, optional, positive};
use crate::units::Span;

pub(super) const ENTRY: Entry<Make> = entry(
    |settings| {
        let handle_time = settings.find("handle_time").map(|_| positive(settings, "handle_time")).transpose()?;
        Ok(Arc::new(QueueLength { handle_time: handle_time.map(Span::as_seconds) }))
    },
    "queue-length",
    "the place in the queue times the mean talk and wrap-up of its contacts so far, by the people at work who may serve \
     it: nothing while somebody is available, and endless while nobody is at work. What queues without an estimator of \
     their own answer to conditions. Expertflow does so with the talk alone; Whitt, Management Science 45, 1999, shows \
     that it is right on average where talks are exponential and all who wait are patient",
    &[optional(
        "handle_time",
        Kind::Span,
        "mean talk and wrap-up to reckon with; without, what was seen so far, at first that of the contact types as written",
    )],
    "{ queue-length = { handle_time = \"4m\" } }",
);

/// Mean talk and wrap-up that is given [seconds], if any is.
#[derive(Debug, Clone, Default)]
pub struct QueueLength {
    handle_time: Option<f64>,
}

impl QueueLength {
    /// So many contacts one after the other, at the pace of so many people [seconds].
    pub fn wait(contacts: u32, handle_time: f64, people: u32) -> f64 {
        if people == 0 { f64::INFINITY } else { f64::from(contacts) * handle_time / f64::from(people) }
    }
}

impl Estimating for QueueLength {
    fn further_wait(&self, seen: &Seen) -> f64 {
        if seen.available > 0 {
            return 0.0;
        }
        let handle_time = self.handle_time.or(seen.handle_time).unwrap_or(seen.written_handle_time);
        Self::wait(seen.position, handle_time, seen.staffed)
    }
}

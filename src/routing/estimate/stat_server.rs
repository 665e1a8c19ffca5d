//! The formula of Genesys Stat Server.

use std::sync::Arc;

use super::{Entry, Estimating, Kind, Make, QueueLength, Seen, default, entry, positive};

pub(super) const ENTRY: Entry<Make> = entry(
    |settings| Ok(Arc::new(StatServer { handle_time: positive(settings, "handle_time")?.as_seconds() })),
    "stat-server",
    "the place in the queue less the people available, but not below nothing, times the mean talk and wrap-up of its \
     contacts so far, by the people at work who may serve it and the share of the queue in all talk and wrap-up of the \
     queues that they may serve. So Genesys Stat Server (`ExpectedWaitTime2`)",
    &[default("handle_time", Kind::Span, "\"90s\"", "mean talk and wrap-up before any contact is over")],
    "{ stat-server = { handle_time = \"90s\" } }",
);

#[derive(Debug, Clone)]
struct StatServer {
    /// Before any contact is over [seconds].
    handle_time: f64,
}

impl Estimating for StatServer {
    fn further_wait(&self, seen: &Seen) -> f64 {
        let handle_time = seen.handle_time.unwrap_or(self.handle_time);
        let contacts = seen.position.saturating_sub(seen.available);
        if contacts == 0 {
            return 0.0;
        }
        QueueLength::wait(contacts, handle_time, seen.staffed) / seen.share_of_work
    }
}

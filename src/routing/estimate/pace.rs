//! Pace: how fast agents take contacts while somebody waits; what keys and estimates of the wait share.

use crate::units::{Instant, Span};

/// Times that the mean is made of.
const RECENT: usize = 10;

/// The pace of one queue.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pace {
    /// Since when the queue has had somebody waiting, or the last one was taken.
    since: Instant,
    /// Times until the last contacts were taken, in no particular order.
    recent: Vec<Span>,
    /// The one that is replaced next.
    oldest: usize,
}

impl Pace {
    /// The first contact begins to wait, or counts as waiting since then.
    pub(crate) fn begin(&mut self, entered: Instant) {
        self.since = self.since.max(entered);
    }

    /// An agent takes a contact.
    pub(crate) fn take(&mut self, now: Instant) {
        let time = now.since(self.since);
        self.since = now;
        if self.recent.len() < RECENT {
            self.recent.push(time);
        } else {
            self.recent[self.oldest] = time;
            self.oldest = (self.oldest + 1) % RECENT;
        }
    }

    /// Mean of the last times [seconds]; 0 without one.
    pub(crate) fn mean(&self) -> f64 {
        let total: f64 = self.recent.iter().map(|time| time.as_seconds()).sum();
        if self.recent.is_empty() { 0.0 } else { total / self.recent.len() as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_ten_times_count_and_none_before_somebody_waits() {
        let mut pace = Pace::default();
        assert_eq!(pace.mean(), 0.0);
        let at = |seconds: u64| Instant::START + Span::seconds(seconds as f64);
        pace.begin(at(100));
        pace.take(at(140));
        assert_eq!(pace.mean(), 40.0);
        for number in 1..=10 {
            pace.take(at(140 + 5 * number));
        }
        assert_eq!(pace.mean(), 5.0);
        pace.begin(at(150));
        pace.take(at(195));
        assert_eq!(pace.mean(), 5.0, "what began before the last was taken does not count");
    }
}

//! The place among those of the same class, at the pace at which agents take them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::pace::Pace;
use super::{Answer, Entry, Estimating, Make, Newcomer, Seen, entry};
use crate::units::Span;

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(Arc::new(RateOfService::default())),
    "rate-of-service",
    "the place among those of the contact's class, times the mean of the last ten times that passed, while somebody of \
     that class waited, until an agent took one of them; nothing before the first, and endless while nobody is at work. \
     Avaya predicts from place and rate of service at a priority level in some such way, which it does not publish",
    &[],
    "{ rate-of-service = {} }",
);

/// By class: how fast agents take contacts.
#[derive(Debug, Clone, Default)]
struct RateOfService(BTreeMap<u16, Pace>);

impl Estimating for RateOfService {
    fn began_waiting(&mut self, contact: Newcomer) {
        if contact.first_of_class {
            self.0.entry(contact.class).or_default().begin(contact.entered);
        }
    }

    fn answered(&mut self, answer: Answer) {
        if answer.wait > Span::ZERO {
            self.0.entry(answer.class).or_default().take(answer.now);
        }
    }

    fn further_wait(&self, seen: &Seen) -> f64 {
        if seen.staffed == 0 {
            return f64::INFINITY;
        }
        let pace = self.0.get(&seen.class).map_or(0.0, Pace::mean);
        f64::from(seen.position_in_class) * pace
    }
}

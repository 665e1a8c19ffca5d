//! The mean wait of the last hours, for as many people as there are now.

use std::sync::Arc;

use super::recent::{Lately, mean};
use super::{Answer, Entry, Estimating, Kind, Make, Seen, default, entry, positive};

pub(super) const ENTRY: Entry<Make> = entry(
    |settings| Ok(Arc::new(PeopleAdjusted(Lately::new(positive(settings, "window")?)))),
    "people-adjusted",
    "the mean, over those answered in a window until now, of their wait times the people at work as they were answered, \
     by the people at work now; nothing without any, endless while nobody is at work; less what the contact itself has \
     waited already. So Xima Chronicall, with two hours",
    &[default("window", Kind::Span, "\"2h\"", "how far it looks back")],
    "{ people-adjusted = { window = \"2h\" } }",
);

/// Waits of those answered times people at work [person-seconds].
#[derive(Debug, Clone)]
struct PeopleAdjusted(Lately);

impl Estimating for PeopleAdjusted {
    fn answered(&mut self, answer: Answer) {
        self.0.add(answer.now, answer.wait.as_seconds() * f64::from(answer.staffed));
    }

    fn further_wait(&self, seen: &Seen) -> f64 {
        if seen.staffed == 0 {
            return f64::INFINITY;
        }
        let wait = mean(self.0.by(seen.now).map(|(_, wait)| wait)) / f64::from(seen.staffed);
        (wait - seen.waited.as_seconds()).max(0.0)
    }
}

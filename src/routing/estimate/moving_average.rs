//! A moving average of waits, in which the old count less and less.

use std::sync::Arc;

use super::{Answer, Entry, Estimating, Kind, Make, Seen, default, entry};

pub(super) const ENTRY: Entry<Make> = entry(
    |settings| Ok(Arc::new(MovingAverage { weight: settings.share("weight").get(), average: 0.0 })),
    "moving-average",
    "a moving average of the waits of those who were answered: with every answer a part of the new wait and the rest of \
     the old average, which begins at nothing; less what the contact itself has waited already. So Asterisk, with a \
     quarter, which it rounds down to whole seconds",
    &[default("weight", Kind::Share, "0.25", "the part of the new wait")],
    "{ moving-average = { weight = 0.25 } }",
);

#[derive(Debug, Clone)]
struct MovingAverage {
    /// The part of the new wait.
    weight: f64,
    /// The average [seconds].
    average: f64,
}

impl Estimating for MovingAverage {
    fn answered(&mut self, answer: Answer) {
        self.average += self.weight * (answer.wait.as_seconds() - self.average);
    }

    fn further_wait(&self, seen: &Seen) -> f64 {
        (self.average - seen.waited.as_seconds()).max(0.0)
    }
}

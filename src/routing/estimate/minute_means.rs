//! The mean of the mean waits of single minutes, without minutes in which waits differ too much.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::recent::{Lately, mean};
use super::{Answer, Entry, Estimating, Kind, Make, Seen, default, entry, optional, positive};
use crate::units::Span;

pub(super) const ENTRY: Entry<Make> = entry(
    |settings| {
        let answers = Lately::new(positive(settings, "window")?);
        Ok(Arc::new(MinuteMeans { answers, most_variation: settings.find_number("most_variation") }))
    },
    "minute-means",
    "the mean waits of those answered in each minute of the clock of the run, averaged over the minutes of a window until \
     now, those without an answer left out; nothing without any; less what the contact itself has waited already. So the \
     estimate of Webex",
    &[
        default("window", Kind::Span, "\"15m\"", "how far it looks back"),
        optional(
            "most_variation",
            Kind::Number(0.0, 1_000.0),
            "minutes whose waits vary more are left out: their standard deviation over their mean; without, none are",
        ),
    ],
    "{ minute-means = { window = \"15m\", most_variation = 0.4 } }",
);

const MINUTE: Span = Span::minutes(1);

#[derive(Debug, Clone)]
struct MinuteMeans {
    /// Waits of those answered [seconds].
    answers: Lately,
    most_variation: Option<f64>,
}

impl MinuteMeans {
    fn is_steady(&self, waits: &[f64]) -> bool {
        let middle = mean(waits.iter().copied());
        let spread = mean(waits.iter().map(|wait| (wait - middle).powi(2))).sqrt();
        self.most_variation.is_none_or(|most| spread <= most * middle)
    }
}

impl Estimating for MinuteMeans {
    fn answered(&mut self, answer: Answer) {
        self.answers.add(answer.now, answer.wait.as_seconds());
    }

    fn further_wait(&self, seen: &Seen) -> f64 {
        let mut minutes: BTreeMap<u64, Vec<f64>> = BTreeMap::new();
        for (at, wait) in self.answers.by(seen.now) {
            minutes.entry(at.as_ticks() / MINUTE.as_ticks()).or_default().push(wait);
        }
        let steady = minutes.values().filter(|waits| self.is_steady(waits));
        let average = mean(steady.map(|waits| mean(waits.iter().copied())));
        (average - seen.waited.as_seconds()).max(0.0)
    }
}

//! Anything between two durations, all equally likely.

use super::Make;
use super::parameters::{bounds, required};
use crate::family::{Complaint, Entry, Kind, Member, Settings};
use crate::random::{Distribution, Law};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "uniform",
        summary: "Anything between two durations, all equally likely.",
        main: None,
        settings: &[
            required("least", Kind::Span, "The shortest duration."),
            required("most", Kind::Span, "The longest duration."),
        ],
        example: "{ uniform = { least = \"1m\", most = \"5m\" } }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    let (least, most) = bounds(settings)?;
    Ok(Distribution::of(Uniform { least, most }))
}

/// The uniform law.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Uniform {
    /// Shortest [seconds].
    pub least: f64,
    /// Longest [seconds, at least `least`].
    pub most: f64,
}

impl Law for Uniform {
    fn mean(&self) -> f64 {
        0.5 * (self.least + self.most)
    }

    fn variance(&self) -> f64 {
        (self.most - self.least).powi(2) / 12.0
    }

    fn cdf(&self, x: f64) -> f64 {
        if x < self.least {
            return 0.0;
        }
        if x >= self.most { 1.0 } else { (x - self.least) / (self.most - self.least) }
    }

    fn quantile(&self, p: f64) -> f64 {
        self.least + p * (self.most - self.least)
    }
}

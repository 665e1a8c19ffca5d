//! Another law after a fixed delay.

use super::Make;
use super::nested::{DISTRIBUTION, nested};
use super::parameters::{finite, required};
use crate::family::{Complaint, Entry, Kind, Member, Settings};
use crate::random::{Distribution, Law, Stream};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "shifted",
        summary: "Another distribution after a fixed delay.",
        main: None,
        settings: &[
            required("by", Kind::Span, "The delay added to every duration."),
            required("of", DISTRIBUTION, "The distribution that is delayed."),
        ],
        example: "{ shifted = { by = \"20s\", of = { exponential = \"3m\" } } }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    let by = finite(settings, "by")?;
    let of = nested("of", &settings.member("of"))?;
    Ok(if of.is_never() { of } else { Distribution::of(Shifted { by, of }) })
}

/// A law moved to the right.
#[derive(Debug, Clone)]
pub struct Shifted {
    /// The delay [seconds].
    pub by: f64,
    /// What follows it.
    pub of: Distribution,
}

impl Law for Shifted {
    fn mean(&self) -> f64 {
        self.by + self.of.mean()
    }

    fn variance(&self) -> f64 {
        self.of.variance()
    }

    fn cdf(&self, x: f64) -> f64 {
        if x < self.by { 0.0 } else { self.of.law().cdf(x - self.by) }
    }

    fn quantile(&self, p: f64) -> f64 {
        self.by + self.of.law().quantile(p)
    }

    fn sample(&self, stream: &mut Stream) -> f64 {
        self.by + self.of.law().sample(stream)
    }
}

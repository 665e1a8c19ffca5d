//! Without memory: what is left takes as long as the whole.

use super::Make;
use super::parameters::{MEAN, optional};
use crate::family::{Complaint, Entry, Kind, Member, Settings};
use crate::random::mathematics::{expm1, log1p};
use crate::random::{Distribution, Law, Stream};
use crate::units::{Rate, Span};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "exponential",
        summary: "Without memory: what is left takes as long as the whole. Coefficient of variation 1.",
        main: Some("mean"),
        settings: &[MEAN, optional("rate", Kind::Rate, "Instead of `mean`: events per unit of time.")],
        example: "{ exponential = \"3m\" }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    match (settings.find_span("mean"), settings.find_rate("rate")) {
        (Some(mean), None) => Ok(Distribution::exponential(mean)),
        (None, Some(rate)) if rate == Rate::ZERO => Ok(Distribution::never()),
        (None, Some(rate)) => Ok(Distribution::exponential(Span::seconds(1.0 / rate.as_per_second()))),
        (Some(_), Some(_)) => {
            Err(Complaint::about("rate", "`rate` and `mean` say the same thing twice, expected one").help("remove one"))
        }
        (None, None) => Err(Complaint::whole("nothing says how long; expected `mean` or `rate`")),
    }
}

/// The exponential law, `P(X > x) = exp(-x / mean)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exponential {
    /// Mean [seconds].
    pub mean: f64,
}

impl Law for Exponential {
    fn mean(&self) -> f64 {
        self.mean
    }

    fn variance(&self) -> f64 {
        self.mean * self.mean
    }

    fn cdf(&self, x: f64) -> f64 {
        if x < 0.0 { 0.0 } else { -expm1(-x / self.mean) }
    }

    fn quantile(&self, p: f64) -> f64 {
        -self.mean * log1p(-p)
    }

    fn sample(&self, stream: &mut Stream) -> f64 {
        self.mean * stream.exponential()
    }
}

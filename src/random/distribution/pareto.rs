//! A heavy tail between two bounds: a few last very long.

use super::Make;
use super::parameters::{bounds, required};
use crate::family::{Complaint, Entry, Kind, Member, Settings};
use crate::random::mathematics::{exp, expm1, ln, log1p, power};
use crate::random::{Distribution, Law};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "pareto",
        summary: "A heavy tail between two bounds: a few last very long.",
        main: None,
        settings: &[
            required("least", Kind::Span, "The shortest duration, more than zero."),
            required("most", Kind::Span, "The longest duration."),
            required("shape", Kind::Number(0.01, 100.0), "How fast the tail falls: the smaller, the heavier."),
        ],
        example: "{ pareto = { least = \"1m\", most = \"1h\", shape = 1.5 } }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    let (least, most) = bounds(settings)?;
    if least <= 0.0 {
        return Err(Complaint::about("least", "`least` is 0s, expected more").help("a second is a usual choice"));
    }
    if least == most {
        return Ok(Distribution::constant(settings.span("least")));
    }
    Ok(Distribution::of(Pareto { least, most, shape: settings.number("shape") }))
}

/// The bounded Pareto law.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pareto {
    /// Shortest [seconds, positive].
    pub least: f64,
    /// Longest [seconds, more than `least`].
    pub most: f64,
    /// Power of the tail, positive.
    pub shape: f64,
}

impl Pareto {
    /// Mass that the unbounded law would have below `most`.
    fn kept(&self) -> f64 {
        -expm1(-self.shape * ln(self.most / self.least))
    }

    /// Expectation of the power `degree`: `shape * least^shape / kept` times the integral of `x^(degree - shape - 1)`.
    fn moment(&self, degree: f64) -> f64 {
        let (excess, stretch) = (degree - self.shape, ln(self.most / self.least));
        let growth = if excess.abs() < 1e-9 { stretch } else { expm1(excess * stretch) / excess };
        self.shape * power(self.least, degree) * growth / self.kept()
    }
}

impl Law for Pareto {
    fn mean(&self) -> f64 {
        self.moment(1.0)
    }

    fn variance(&self) -> f64 {
        (self.moment(2.0) - self.mean().powi(2)).max(0.0)
    }

    fn cdf(&self, x: f64) -> f64 {
        if x <= self.least {
            return 0.0;
        }
        if x >= self.most { 1.0 } else { -expm1(-self.shape * ln(x / self.least)) / self.kept() }
    }

    fn quantile(&self, p: f64) -> f64 {
        let x = self.least * exp(-log1p(-p * self.kept()) / self.shape);
        x.clamp(self.least, self.most)
    }
}

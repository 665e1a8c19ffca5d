//! Giving up at a rate that falls (shape below 1) or rises (above 1) as time goes by.

use super::Make;
use super::parameters::{CV, Described, MEAN, finite, one_pair, optional, without_spread};
use crate::family::{Complaint, Entry, Kind, Member, Settings};
use crate::random::mathematics::{exp, expm1, lgamma, log1p, power};
use crate::random::{Distribution, Law, Stream};
use crate::units::Span;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "weibull",
        summary: "Ends at a rate that falls (shape below 1) or rises (above 1) as time goes by.",
        main: None,
        settings: &[
            MEAN,
            CV,
            optional("shape", Kind::Number(0.1, 1_000.0), "Instead of `cv`: power of the time; 1 is exponential."),
            optional("scale", Kind::Span, "Instead of `mean`: the time by which 63.2 % have ended."),
        ],
        example: "{ weibull = { mean = \"3m\", cv = 0.7 } }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    let law = match one_pair(settings, ["mean", "cv"], ["shape", "scale"])? {
        Described::First => {
            let (mean, cv) = (finite(settings, "mean")?, settings.number("cv"));
            if let Some(plain) = without_spread(settings.span("mean"), cv) {
                return Ok(plain);
            }
            let shape = shape_of(cv);
            Weibull { shape, scale: mean / exp(lgamma(1.0 + 1.0 / shape)) }
        }
        Described::Second if settings.span("scale") == Span::ZERO => return Ok(Distribution::constant(Span::ZERO)),
        Described::Second => Weibull { shape: settings.number("shape"), scale: finite(settings, "scale")? },
    };
    Ok(Distribution::of(law))
}

/// The shape with this coefficient of variation, by halving the logarithm of an interval that holds it.
fn shape_of(cv: f64) -> f64 {
    let (mut low, mut high) = (0.01_f64, 1e7_f64);
    for _ in 0..100 {
        let middle = (low * high).sqrt();
        *(if squared_variation(middle) > cv * cv { &mut low } else { &mut high }) = middle;
    }
    (low * high).sqrt()
}

/// Variance over squared mean: a ratio of gamma functions less 1.
fn squared_variation(shape: f64) -> f64 {
    expm1(lgamma(1.0 + 2.0 / shape) - 2.0 * lgamma(1.0 + 1.0 / shape))
}

/// The Weibull law, `P(X > x) = exp(-(x / scale)^shape)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weibull {
    /// Power of the time, positive.
    pub shape: f64,
    /// Time by which all but `1/e` have ended [seconds, positive].
    pub scale: f64,
}

impl Law for Weibull {
    fn mean(&self) -> f64 {
        self.scale * exp(lgamma(1.0 + 1.0 / self.shape))
    }

    fn variance(&self) -> f64 {
        let mean = self.mean();
        mean * mean * squared_variation(self.shape)
    }

    fn cdf(&self, x: f64) -> f64 {
        if x <= 0.0 { 0.0 } else { -expm1(-power(x / self.scale, self.shape)) }
    }

    fn quantile(&self, p: f64) -> f64 {
        self.scale * power(-log1p(-p), 1.0 / self.shape)
    }

    fn sample(&self, stream: &mut Stream) -> f64 {
        self.scale * power(stream.exponential(), 1.0 / self.shape)
    }
}

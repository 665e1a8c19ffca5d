//! The exponential of a normal number: what talk times usually look like.

use super::Make;
use super::parameters::{CV, Described, MEAN, finite, one_pair, optional, without_spread};
use crate::family::{Complaint, Entry, Kind, Member, Settings};
use crate::random::mathematics::{exp, expm1, ln, log1p, normal_quantile, normal_share};
use crate::random::{Distribution, Law, Stream};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "lognormal",
        summary: "The exponential of a normal number: what talk times usually look like.",
        main: None,
        settings: &[
            MEAN,
            CV,
            optional("mu", Kind::Number(-30.0, 30.0), "Mean of the logarithm of the duration in seconds."),
            optional("sigma", Kind::Number(0.0, 10.0), "Standard deviation of the logarithm of the duration."),
        ],
        example: "{ lognormal = { mean = \"3m\", cv = 1.2 } }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    let law = match one_pair(settings, ["mean", "cv"], ["mu", "sigma"])? {
        Described::First => {
            let (mean, cv) = (finite(settings, "mean")?, settings.number("cv"));
            if let Some(plain) = without_spread(settings.span("mean"), cv) {
                return Ok(plain);
            }
            let variance = log1p(cv * cv);
            Lognormal { mu: ln(mean) - 0.5 * variance, sigma: variance.sqrt() }
        }
        Described::Second => Lognormal { mu: settings.number("mu"), sigma: settings.number("sigma") },
    };
    Ok(Distribution::of(law))
}

/// The lognormal law.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lognormal {
    /// Mean of the logarithm [ln seconds].
    pub mu: f64,
    /// Standard deviation of the logarithm.
    pub sigma: f64,
}

impl Law for Lognormal {
    fn mean(&self) -> f64 {
        exp(self.mu + 0.5 * self.sigma * self.sigma)
    }

    fn variance(&self) -> f64 {
        let square = self.sigma * self.sigma;
        expm1(square) * exp(2.0 * self.mu + square)
    }

    fn cdf(&self, x: f64) -> f64 {
        if x <= 0.0 {
            return 0.0;
        }
        let distance = ln(x) - self.mu;
        if self.sigma == 0.0 {
            return if distance >= 0.0 { 1.0 } else { 0.0 };
        }
        normal_share(distance / self.sigma)
    }

    fn quantile(&self, p: f64) -> f64 {
        if self.sigma == 0.0 {
            return exp(self.mu);
        }
        exp(self.mu + self.sigma * normal_quantile(p))
    }

    fn sample(&self, stream: &mut Stream) -> f64 {
        exp(self.mu + self.sigma * stream.normal())
    }
}

//! Waiting for a possibly fractional number of exponential phases.

use super::Make;
use super::parameters::{finite, required, without_spread};
use crate::family::{Complaint, Entry, Kind, Member, Settings};
use crate::random::mathematics::{gamma_share, invert, ln, power};
use crate::random::{Distribution, Law, Stream};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "gamma",
        summary: "A smooth law of any spread; with a coefficient of variation of 1 it is exponential.",
        main: None,
        settings: &[
            required("mean", Kind::Span, "Mean duration."),
            required("cv", Kind::Number(0.0, 100.0), "Coefficient of variation: standard deviation divided by mean."),
        ],
        example: "{ gamma = { mean = \"3m\", cv = 0.8 } }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    let (mean, cv) = (finite(settings, "mean")?, settings.number("cv"));
    let plain = without_spread(settings.span("mean"), cv);
    Ok(plain.unwrap_or_else(|| Distribution::of(Gamma::with(mean, cv))))
}

/// The gamma law.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gamma {
    /// Number of phases, not necessarily whole.
    shape: f64,
    /// Mean of one phase [seconds].
    scale: f64,
    /// `shape - 1/3`, or one more for shapes below 1.
    centre: f64,
    /// `1 / sqrt(9 centre)`.
    width: f64,
}

impl Gamma {
    /// The law of this shape, a positive number, and mean of one phase [seconds].
    pub fn of(shape: f64, scale: f64) -> Self {
        let centre = if shape < 1.0 { shape + 2.0 / 3.0 } else { shape - 1.0 / 3.0 };
        Self { shape, scale, centre, width: 1.0 / (9.0 * centre).sqrt() }
    }

    /// The law of this mean [seconds] and coefficient of variation, a positive number.
    pub fn with(mean: f64, cv: f64) -> Self {
        Self::of(1.0 / (cv * cv), mean * cv * cv)
    }

    /// One draw of scale 1 and shape `centre + 1/3`.
    ///
    /// G. Marsaglia and W. Tsang, A simple method for generating gamma variables, ACM TOMS 26 (2000).
    fn draw_phases(&self, stream: &mut Stream) -> f64 {
        loop {
            let normal = stream.normal();
            let root = 1.0 + self.width * normal;
            if root <= 0.0 {
                continue;
            }
            let (cube, square) = (root * root * root, normal * normal);
            let uniform = stream.uniform();
            if uniform < 1.0 - 0.0331 * square * square
                || ln(uniform) < 0.5 * square + self.centre * (1.0 - cube + ln(cube))
            {
                return self.centre * cube;
            }
        }
    }
}

impl Law for Gamma {
    fn mean(&self) -> f64 {
        self.shape * self.scale
    }

    fn variance(&self) -> f64 {
        self.shape * self.scale * self.scale
    }

    fn cdf(&self, x: f64) -> f64 {
        gamma_share(self.shape, x / self.scale)
    }

    fn quantile(&self, p: f64) -> f64 {
        if p >= 1.0 { f64::INFINITY } else { self.scale * invert(|x| gamma_share(self.shape, x), p) }
    }

    fn sample(&self, stream: &mut Stream) -> f64 {
        let phases = self.draw_phases(stream);
        if self.shape < 1.0 {
            return self.scale * phases * power(stream.uniform(), 1.0 / self.shape);
        }
        self.scale * phases
    }
}

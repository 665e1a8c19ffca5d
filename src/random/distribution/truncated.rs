//! Another law given that it falls between two bounds.

use super::Make;
use super::nested::{DISTRIBUTION, nested};
use super::parameters::{optional, required};
use crate::family::{Complaint, Entry, Kind, Member, Need, Setting, Settings};
use crate::random::mathematics::integral;
use crate::random::{Distribution, Law, Stream};
use crate::units::Span;

/// A truncation must keep at least this share of its law.
const LEAST_KEPT: f64 = 1e-6;
/// From this share on, drawing until a draw fits is faster than inversion.
const REJECTION_KEPT: f64 = 0.25;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "truncated",
        summary: "Another distribution given that it falls between two bounds; what falls outside is drawn again.",
        main: None,
        settings: &[
            required("of", DISTRIBUTION, "The distribution that is cut."),
            Setting {
                name: "least",
                kind: Kind::Span,
                need: Need::Default("\"0s\""),
                summary: "Durations are longer than this; 0s cuts nothing off.",
            },
            optional("most", Kind::Span, "Durations are at most this."),
        ],
        example: "{ truncated = { of = { lognormal = { mean = \"3m\", cv = 1.2 } }, least = \"10s\", most = \"20m\" } }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    let of = nested("of", &settings.member("of"))?;
    let (least, most) = (settings.span("least"), settings.find_span("most").unwrap_or(Span::NEVER));
    if most < least {
        return Err(
            Complaint::about("most", format!("`most` is {most}, less than `least`, {least}")).help("swap the two")
        );
    }
    let law = Truncated::of(of, seconds(least), seconds(most));
    if law.kept < LEAST_KEPT {
        let text = format!("between {least} and {most} lies less than a millionth of the distribution");
        return Err(Complaint::whole(text).help("move `least` and `most` to where its durations are"));
    }
    Ok(Distribution::of(law))
}

fn seconds(span: Span) -> f64 {
    if span.is_never() { f64::INFINITY } else { span.as_seconds() }
}

/// A law cut to `(least, most]`, or to `[0, most]`.
#[derive(Debug, Clone)]
pub struct Truncated {
    of: Distribution,
    /// Lower bound [seconds].
    least: f64,
    /// Upper bound [seconds; may be infinite].
    most: f64,
    /// Mass of `of` cut off below.
    below: f64,
    /// Mass of `of` that is kept.
    kept: f64,
}

impl Truncated {
    fn of(of: Distribution, least: f64, most: f64) -> Self {
        let below = if least > 0.0 { of.law().cdf(least) } else { 0.0 };
        let kept = of.law().cdf(most) - below;
        Self { of, least, most, below, kept }
    }

    /// Expectation of `power(X)` over `X <= bound`, by parts; `slope` is the derivative of `power`.
    fn partial(&self, bound: f64, power: &dyn Fn(f64) -> f64, slope: &dyn Fn(f64) -> f64) -> f64 {
        let law = self.of.law();
        power(bound) * law.cdf(bound) - integral(&|x| slope(x) * law.cdf(x), 0.0, bound)
    }

    /// Expectation of `power(X)` over what is kept, where `all` is that over everything.
    fn moment(&self, all: f64, power: &dyn Fn(f64) -> f64, slope: &dyn Fn(f64) -> f64) -> f64 {
        let high = if self.most.is_finite() { self.partial(self.most, power, slope) } else { all };
        let low = if self.least > 0.0 { self.partial(self.least, power, slope) } else { 0.0 };
        (high - low) / self.kept
    }
}

impl Law for Truncated {
    fn mean(&self) -> f64 {
        self.moment(self.of.mean(), &|x| x, &|_| 1.0)
    }

    fn variance(&self) -> f64 {
        let mean = self.mean();
        let all = self.of.variance() + self.of.mean().powi(2);
        if mean.is_infinite() { mean } else { (self.moment(all, &|x| x * x, &|x| 2.0 * x) - mean * mean).max(0.0) }
    }

    fn cdf(&self, x: f64) -> f64 {
        if x < self.least {
            return 0.0;
        }
        if x >= self.most { 1.0 } else { ((self.of.law().cdf(x) - self.below) / self.kept).clamp(0.0, 1.0) }
    }

    fn quantile(&self, p: f64) -> f64 {
        self.of.law().quantile(self.below + p * self.kept).clamp(self.least, self.most)
    }

    fn sample(&self, stream: &mut Stream) -> f64 {
        const TRIES: u32 = 64;
        let fits = |x: f64| (x > self.least || self.least == 0.0) && x <= self.most;
        let tries = if self.kept < REJECTION_KEPT { 0 } else { TRIES };
        for _ in 0..tries {
            let x = self.of.law().sample(stream);
            if fits(x) {
                return x;
            }
        }
        self.quantile(stream.uniform())
    }
}

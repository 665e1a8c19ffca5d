//! A humped or bathtub shape between two durations.

use super::parameters::{CV, Described, MEAN, bounds, finite, one_pair, optional, required};
use super::{Gamma, Make};
use crate::family::{Complaint, Entry, Kind, Member, Settings};
use crate::random::mathematics::{beta_share, invert};
use crate::random::{Distribution, Law, Stream};
use crate::units::Span;

const LEAST_SHAPE: f64 = 0.01;
const MOST_SHAPE: f64 = 1e6;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "beta",
        summary: "A humped or bathtub shape between two durations.",
        main: None,
        settings: &[
            required("least", Kind::Span, "The shortest duration."),
            required("most", Kind::Span, "The longest duration."),
            MEAN,
            CV,
            optional("alpha", Kind::Number(LEAST_SHAPE, MOST_SHAPE), "Instead of `mean`: weight of the long end."),
            optional("beta", Kind::Number(LEAST_SHAPE, MOST_SHAPE), "Instead of `cv`: weight of the short end."),
        ],
        example: "{ beta = { least = \"1m\", most = \"9m\", mean = \"3m\", cv = 0.4 } }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    let (least, most) = bounds(settings)?;
    let described = one_pair(settings, ["mean", "cv"], ["alpha", "beta"])?;
    if least == most {
        return Ok(Distribution::constant(settings.span("least")));
    }
    let (alpha, beta) = match described {
        Described::First => match shapes(settings, least, most)? {
            Some(shapes) => shapes,
            None => return Ok(Distribution::constant(settings.span("mean"))),
        },
        Described::Second => (settings.number("alpha"), settings.number("beta")),
    };
    let ends = (Gamma::of(alpha, 1.0), Gamma::of(beta, 1.0));
    Ok(Distribution::of(Beta { least, width: most - least, long: alpha, short: beta, ends }))
}

/// The shapes that give the mean and spread asked for; none when there is no spread.
fn shapes(settings: &Settings, least: f64, most: f64) -> Result<Option<(f64, f64)>, Complaint> {
    let (mean, cv) = (finite(settings, "mean")?, settings.number("cv"));
    if !(least..=most).contains(&mean) {
        let span = |name| settings.span(name);
        let text = format!("`mean` is {}, expected from {} to {}", span("mean"), span("least"), span("most"));
        return Err(Complaint::about("mean", text));
    }
    let deviation = mean * cv / (most - least);
    let share = (mean - least) / (most - least);
    let room = share * (1.0 - share);
    let weight = room / (deviation * deviation) - 1.0;
    if deviation < 1e-6 || weight * share.min(1.0 - share) > MOST_SHAPE {
        return Ok(None);
    }
    let (alpha, beta) = (share * weight, (1.0 - share) * weight);
    if alpha.min(beta) < LEAST_SHAPE {
        let limit = (most - least) * room.sqrt() / mean;
        let text = format!("`cv` is {cv}, expected less than {limit:.4} for this mean between these bounds");
        let help = format!("the bounds allow a standard deviation of at most {}", Span::seconds(limit * mean));
        return Err(Complaint::about("cv", text).help(help));
    }
    Ok(Some((alpha.min(MOST_SHAPE), beta.min(MOST_SHAPE))))
}

/// The beta law stretched to an interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beta {
    /// Shortest [seconds].
    least: f64,
    /// Longest less shortest [seconds, positive].
    width: f64,
    /// Weight of the long end.
    long: f64,
    /// Weight of the short end.
    short: f64,
    /// Gamma laws of the two weights: the first over their sum is a beta number.
    ends: (Gamma, Gamma),
}

impl Law for Beta {
    fn mean(&self) -> f64 {
        self.least + self.width * self.long / (self.long + self.short)
    }

    fn variance(&self) -> f64 {
        let sum = self.long + self.short;
        self.width * self.width * self.long * self.short / (sum * sum * (sum + 1.0))
    }

    fn cdf(&self, x: f64) -> f64 {
        beta_share(self.long, self.short, (x - self.least) / self.width)
    }

    fn quantile(&self, p: f64) -> f64 {
        let share = invert(|x| beta_share(self.long, self.short, x), p.min(1.0));
        self.least + self.width * share.min(1.0)
    }

    fn sample(&self, stream: &mut Stream) -> f64 {
        let (first, second) = (self.ends.0.sample(stream), self.ends.1.sample(stream));
        let sum = first + second;
        // Tiny weights can both vanish below the least float; then all mass sits at the two ends.
        let share = if sum > 0.0 { first / sum } else { self.end(stream) };
        self.least + self.width * share
    }
}

impl Beta {
    fn end(&self, stream: &mut Stream) -> f64 {
        f64::from(u8::from(stream.uniform() * (self.long + self.short) < self.long))
    }
}

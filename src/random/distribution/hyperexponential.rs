//! Several kinds of work, each exponential: many short, few long.

use super::Make;
use super::parameters::{CV, MEAN, finite, optional, required, whole};
use crate::family::{Complaint, Entry, Kind, Located, Member, Setting, Settings, Value};
use crate::random::mathematics::{expm1, invert};
use crate::random::{Distribution, Law, Stream};

const BRANCH: [Setting; 2] = [
    required("share", Kind::Share, "How many take this branch; the shares add up to 1."),
    required("mean", Kind::Span, "Mean duration of this branch, more than zero."),
];

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "hyperexponential",
        summary: "Several kinds of work, each exponential: many short, few long.",
        main: None,
        settings: &[
            optional("branches", Kind::List(&Kind::Table(&BRANCH)), "The kinds of work."),
            MEAN,
            Setting { summary: "Coefficient of variation, at least 1; with `mean`, instead of `branches`.", ..CV },
        ],
        example: "{ hyperexponential = { mean = \"3m\", cv = 1.5 } }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    let told = ["branches", "mean", "cv"].map(|name| settings.find(name).is_some());
    let branches = match told {
        [true, false, false] => branches(&settings.list("branches"))?,
        [false, true, true] => balanced(settings)?,
        _ => return Err(Complaint::whole("expected either `branches`, or `mean` and `cv`")),
    };
    match branches[..] {
        [(_, mean)] => Ok(Distribution::exponential(crate::units::Span::seconds(mean))),
        _ => Ok(Distribution::of(Hyperexponential { branches })),
    }
}

/// The branches as written, those that nobody takes left out.
fn branches(list: &[Located]) -> Result<Vec<(f64, f64)>, Complaint> {
    let mut branches = Vec::new();
    for located in list {
        let Value::Table(branch) = &located.value else { panic!("a branch is a table: {located:?}") };
        let (share, mean) = (branch.share("share").get(), finite(branch, "mean")?);
        if mean <= 0.0 {
            return Err(Complaint::about("branches", "a branch has a mean of 0s, expected more than that"));
        }
        if share > 0.0 {
            branches.push((share, mean));
        }
    }
    whole("branches", branches.iter().map(|(share, _)| *share))?;
    Ok(branches)
}

/// Two branches that carry half of the mean each (W. Whitt, Approximating a point process, Operations Research 30,
/// 1982, section 3).
fn balanced(settings: &Settings) -> Result<Vec<(f64, f64)>, Complaint> {
    let (mean, cv) = (finite(settings, "mean")?, settings.number("cv"));
    if cv < 1.0 {
        let text = format!("`cv` is {cv}, expected 1 or more");
        return Err(Complaint::about("cv", text).help("`gamma` and `erlang` take a smaller one"));
    }
    let square = cv * cv;
    let tilt = ((square - 1.0) / (square + 1.0)).sqrt();
    let shares = [0.5 * (1.0 + tilt), 0.5 * (1.0 - tilt)];
    if tilt == 0.0 || mean == 0.0 {
        return Ok(vec![(1.0, mean)]);
    }
    Ok(shares.iter().map(|share| (*share, 0.5 * mean / share)).collect())
}

/// A mixture of exponential laws.
#[derive(Debug, Clone, PartialEq)]
pub struct Hyperexponential {
    /// Share and mean [seconds] of each branch; the shares add up to 1 and none is zero.
    branches: Vec<(f64, f64)>,
}

impl Hyperexponential {
    fn sum(&self, term: impl Fn(f64) -> f64) -> f64 {
        self.branches.iter().map(|(share, mean)| share * term(*mean)).sum()
    }
}

impl Law for Hyperexponential {
    fn mean(&self) -> f64 {
        self.sum(|mean| mean)
    }

    fn variance(&self) -> f64 {
        self.sum(|mean| 2.0 * mean * mean) - self.mean().powi(2)
    }

    fn cdf(&self, x: f64) -> f64 {
        if x <= 0.0 { 0.0 } else { self.sum(|mean| -expm1(-x / mean)) }
    }

    fn quantile(&self, p: f64) -> f64 {
        if p >= 1.0 { f64::INFINITY } else { invert(|x| self.cdf(x), p) }
    }

    fn sample(&self, stream: &mut Stream) -> f64 {
        let mut left = stream.uniform();
        let taken = self.branches.iter().find(|(share, _)| {
            left -= share;
            left < 0.0
        });
        let mean = taken.or(self.branches.last()).map_or(0.0, |(_, mean)| *mean);
        mean * stream.exponential()
    }
}

//! One of several laws, chosen by chance for each draw.

use super::Make;
use super::nested::{DISTRIBUTION, nested};
use super::parameters::{required, whole};
use crate::family::{Complaint, Entry, Kind, Located, Member, Setting, Settings, Value};
use crate::random::mathematics::invert;
use crate::random::{Distribution, Law, Stream};

static PART: [Setting; 2] = [
    required("share", Kind::Share, "How many follow this part; the shares add up to 1."),
    required("of", DISTRIBUTION, "Their distribution."),
];

static PARTS: Kind = Kind::Table(&PART);

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "mixture",
        summary: "One of several distributions, chosen by chance for each draw.",
        main: Some("parts"),
        settings: &[required("parts", Kind::List(&PARTS), "The distributions and how many follow each.")],
        example: "{ mixture = [{ share = 0.1, of = \"5s\" }, { share = 0.9, of = { exponential = \"3m\" } }] }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    let parts = settings.list("parts").iter().map(part).collect::<Result<Vec<_>, _>>()?;
    whole("parts", parts.iter().map(|(share, _)| *share))?;
    Ok(Distribution::of(Mixture { parts: parts.into_iter().filter(|(share, _)| *share > 0.0).collect() }))
}

fn part(located: &Located) -> Result<(f64, Distribution), Complaint> {
    let Value::Table(part) = &located.value else { panic!("a part is a table: {located:?}") };
    Ok((part.share("share").get(), nested("parts", &part.member("of"))?))
}

/// A mixture of laws.
#[derive(Debug, Clone)]
pub struct Mixture {
    /// Share and law of each part; the shares add up to 1 and none is zero.
    parts: Vec<(f64, Distribution)>,
}

impl Mixture {
    fn sum(&self, term: impl Fn(&Distribution) -> f64) -> f64 {
        self.parts.iter().map(|(share, of)| share * term(of)).sum()
    }
}

impl Law for Mixture {
    fn mean(&self) -> f64 {
        self.sum(Distribution::mean)
    }

    fn variance(&self) -> f64 {
        let mean = self.mean();
        if mean.is_infinite() {
            return f64::INFINITY;
        }
        self.sum(|of| of.variance() + (of.mean() - mean).powi(2))
    }

    fn cdf(&self, x: f64) -> f64 {
        self.sum(|of| of.law().cdf(x)).min(1.0)
    }

    fn quantile(&self, p: f64) -> f64 {
        let top = self.parts.iter().map(|(_, of)| of.law().quantile(1.0)).fold(0.0, f64::max);
        if p >= 1.0 { top } else { invert(|x| self.cdf(x), p).min(top) }
    }

    fn sample(&self, stream: &mut Stream) -> f64 {
        let mut left = stream.uniform();
        let taken = self.parts.iter().find(|(share, _)| {
            left -= share;
            left < 0.0
        });
        taken.or(self.parts.last()).map_or(0.0, |(_, of)| of.law().sample(stream))
    }
}

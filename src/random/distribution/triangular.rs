//! A shortest, a most likely and a longest duration: what an expert can tell.

use super::Make;
use super::parameters::{bounds, finite, required};
use crate::family::{Complaint, Entry, Kind, Member, Settings};
use crate::random::{Distribution, Law};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "triangular",
        summary: "A shortest, a most likely and a longest duration: what an expert can tell.",
        main: None,
        settings: &[
            required("least", Kind::Span, "The shortest duration."),
            required("mode", Kind::Span, "The most likely duration."),
            required("most", Kind::Span, "The longest duration."),
        ],
        example: "{ triangular = { least = \"1m\", mode = \"2m\", most = \"6m\" } }",
    },
    make,
};

fn make(settings: &Settings) -> Result<Distribution, Complaint> {
    let (least, most) = bounds(settings)?;
    let mode = finite(settings, "mode")?;
    if !(least..=most).contains(&mode) {
        let span = |name| settings.span(name);
        let text = format!("`mode` is {}, expected from {} to {}", span("mode"), span("least"), span("most"));
        return Err(Complaint::about("mode", text));
    }
    Ok(Distribution::of(Triangular { least, mode, most }))
}

/// The triangular law.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Triangular {
    /// Shortest [seconds].
    pub least: f64,
    /// Most likely [seconds, from `least` to `most`].
    pub mode: f64,
    /// Longest [seconds].
    pub most: f64,
}

impl Triangular {
    /// Share of the mass below the mode.
    fn turn(&self) -> f64 {
        (self.mode - self.least) / (self.most - self.least)
    }
}

impl Law for Triangular {
    fn mean(&self) -> f64 {
        (self.least + self.mode + self.most) / 3.0
    }

    fn variance(&self) -> f64 {
        let (low, high) = (self.mode - self.least, self.most - self.mode);
        (low * low + high * high + low * high) / 18.0
    }

    fn cdf(&self, x: f64) -> f64 {
        if x < self.least {
            return 0.0;
        }
        if x >= self.most {
            return 1.0;
        }
        let width = self.most - self.least;
        if x < self.mode {
            return (x - self.least).powi(2) / (width * (self.mode - self.least));
        }
        1.0 - (self.most - x).powi(2) / (width * (self.most - self.mode))
    }

    fn quantile(&self, p: f64) -> f64 {
        let width = self.most - self.least;
        if width == 0.0 {
            return self.least;
        }
        if p < self.turn() {
            return self.least + (p * width * (self.mode - self.least)).sqrt();
        }
        self.most - ((1.0 - p) * width * (self.most - self.mode)).sqrt()
    }
}

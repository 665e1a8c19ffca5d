//! It does not happen: a patience without end.

use super::Make;
use crate::family::{Entry, Member};
use crate::random::{Distribution, Law, Stream};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "never",
        summary: "It does not happen: a patience without end.",
        main: None,
        settings: &[],
        example: "\"never\"",
    },
    make: |_| Ok(Distribution::never()),
};

/// All mass at infinity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Never;

impl Law for Never {
    fn mean(&self) -> f64 {
        f64::INFINITY
    }

    fn variance(&self) -> f64 {
        f64::INFINITY
    }

    fn cdf(&self, x: f64) -> f64 {
        if x == f64::INFINITY { 1.0 } else { 0.0 }
    }

    fn quantile(&self, _p: f64) -> f64 {
        f64::INFINITY
    }

    fn sample(&self, _stream: &mut Stream) -> f64 {
        f64::INFINITY
    }
}

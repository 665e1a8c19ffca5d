//! A distribution inside another: the family seen from one of its own members.

use super::{DISTRIBUTIONS, make};
use crate::family::{Catalogue, Chosen, Complaint, Kind, Member};
use crate::random::Distribution;

/// The whole family, looked up when asked: a list of constants cannot point at itself.
#[derive(Debug, Clone, Copy)]
struct Distributions;

/// What a setting holds that is a distribution.
pub(super) const DISTRIBUTION: Kind = Kind::Family(&Distributions);

/// The distribution chosen inside another, whose setting `name` any complaint is then about.
pub(super) fn nested(name: &'static str, chosen: &Chosen) -> Result<Distribution, Complaint> {
    make(chosen).map_err(|complaint| Complaint { setting: Some(name), ..complaint })
}

impl Catalogue for Distributions {
    fn name(&self) -> &'static str {
        DISTRIBUTIONS.name()
    }

    fn summary(&self) -> &'static str {
        DISTRIBUTIONS.summary()
    }

    fn bare(&self) -> Option<&'static str> {
        DISTRIBUTIONS.bare()
    }

    fn len(&self) -> usize {
        DISTRIBUTIONS.len()
    }

    fn member(&self, index: usize) -> &'static Member {
        DISTRIBUTIONS.member(index)
    }
}

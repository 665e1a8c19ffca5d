//! What a measure is made of: a formula over fields, a unit, and the things it is shown for.

use crate::stats::{Counts, Field, ScopeKind};
use crate::units::TICKS_PER_SECOND;

/// Shares for which quantiles of waits are kept [percent].
pub const QUANTILES: [u8; 5] = [50, 80, 90, 95, 99];

/// Fields of one interval or of the whole run, added up.
pub type Sum = &'static [Field];

/// The sum of these fields, held at the top of the scale.
#[inline]
pub(in crate::stats) fn add_up(counts: &Counts, sum: Sum) -> u64 {
    sum.iter().fold(0, |total: u64, &field| total.saturating_add(counts.get(field)))
}

/// How a measure is made from fields; every formula is estimated over independent replications.
#[derive(Debug, Clone, Copy)]
pub enum Formula {
    /// A sum, averaged over replications.
    PerReplication(Sum),
    /// A sum over another; both are summed over replications before they are divided.
    Ratio {
        /// Above the line.
        above: Sum,
        /// Below the line.
        below: Sum,
    },
    /// A sum over the length of the time it was taken in; a ratio, too.
    TimeAverage(Sum),
    /// The wait that this share of answered stays does not exceed [percent, one of `QUANTILES`], averaged over the
    /// replications that had any.
    Quantile(u8),
    /// A field that is a maximum, averaged over the replications in which the sum is not zero.
    Maximum {
        /// The field.
        of: Field,
        /// What must not be zero; an empty sum leaves no replication out.
        among: Sum,
    },
}

/// Unit of the numbers a person reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Contacts, or stays in a queue.
    Contacts,
    /// Customers.
    Customers,
    /// Attempts to reach a customer.
    Calls,
    /// Records of a list of customers to be called.
    Records,
    /// Agents.
    Agents,
    /// A share of a whole, 0 to 1.
    Share,
    /// Seconds, counted in ticks.
    Seconds,
    /// Squares of seconds, counted in squares of hundredths.
    SquaredSeconds,
    /// Hours, counted in ticks.
    Hours,
    /// The scenario's money unit, counted in millionths.
    Money,
    /// Things by the hour, counted over ticks.
    PerHour,
    /// One number over another that it is no part of, counted in millionths.
    Ratio,
}

/// Whether a measure is shown for each reporting interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// For the whole horizon and for each interval.
    ByInterval,
    /// For the whole horizon, and for each interval where waits are kept by interval.
    ByIntervalIfKept,
    /// For the whole horizon alone.
    InTotal,
}

/// How a measure is made for some kinds of things.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The kinds of things; no kind is in two rules of one measure.
    pub of: &'static [ScopeKind],
    /// The formula for them.
    pub formula: Formula,
    /// Whether by interval too. Quantiles are only if asked for: a histogram for each interval costs more than all
    /// other measures together.
    pub shown: Shown,
}

/// One measure.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// Unit of its numbers.
    pub unit: Unit,
    /// How others define what bears this name, and what to beware of; may be empty.
    pub variants: &'static str,
    /// Its formulas by kind of thing; kinds without one have no such measure.
    pub rules: &'static [Rule],
}

impl Measure {
    /// How it is made for a kind of thing, if it applies to that.
    pub fn rule(&self, of: ScopeKind) -> Option<&'static Rule> {
        self.rules.iter().find(|rule| rule.of.contains(&of))
    }
}

impl Formula {
    /// The sums above and below the line, for formulas that are ratios.
    pub const fn ratio(&self) -> Option<(Sum, Sum)> {
        match *self {
            Self::Ratio { above, below } => Some((above, below)),
            Self::TimeAverage(above) => Some((above, &[Field::Elapsed])),
            Self::PerReplication(_) | Self::Quantile(_) | Self::Maximum { .. } => None,
        }
    }

    /// The number of one observation, for formulas that are not ratios; quantiles in the order of `QUANTILES`.
    #[inline]
    pub fn single(&self, counts: &Counts, quantiles: Option<&[u64; QUANTILES.len()]>) -> Option<u64> {
        match *self {
            Self::PerReplication(sum) => Some(add_up(counts, sum)),
            Self::Quantile(percent) => {
                QUANTILES.iter().position(|&known| known == percent).and_then(|index| Some(quantiles?[index]))
            }
            Self::Maximum { of, among } => (among.is_empty() || add_up(counts, among) > 0).then(|| counts.get(of)),
            Self::Ratio { .. } | Self::TimeAverage(_) => None,
        }
    }
}

impl Unit {
    /// The word beside a number.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Contacts => "contacts",
            Self::Customers => "customers",
            Self::Calls => "calls",
            Self::Records => "records",
            Self::Agents => "agents",
            Self::Share => "share",
            Self::Seconds => "s",
            Self::SquaredSeconds => "s²",
            Self::Hours => "h",
            Self::Money => "money",
            Self::PerHour => "per hour",
            Self::Ratio => "ratio",
        }
    }

    /// How many of what is counted make one of this unit.
    pub const fn size(self) -> f64 {
        match self {
            Self::Contacts | Self::Customers | Self::Calls | Self::Records | Self::Agents | Self::Share => 1.0,
            Self::Seconds => TICKS_PER_SECOND as f64,
            Self::SquaredSeconds => 1e4,
            Self::Hours => 3_600.0 * TICKS_PER_SECOND as f64,
            Self::PerHour => 1.0 / (3_600.0 * TICKS_PER_SECOND as f64),
            Self::Money | Self::Ratio => 1e6,
        }
    }

    /// The largest number there can be.
    pub const fn most(self) -> f64 {
        match self {
            Self::Share => 1.0,
            _ => f64::INFINITY,
        }
    }
}

//! Readings: what a key says about a candidate, as a number, with the words that tell it.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::units::Span;

/// A key by which candidates are compared.
#[derive(Debug, Clone, PartialEq)]
pub struct ToldKey {
    /// Its word.
    pub keyword: &'static str,
    /// How its numbers are told.
    pub telling: Telling,
}

/// How a number is told: phrases in which `{}` stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    /// The phrase, such as `free for {}`.
    pub phrase: Cow<'static, str>,
    /// The phrase for zero, if that needs another one; else empty.
    pub zero: &'static str,
    /// The phrase for a number below zero, which it tells without its sign; else empty.
    pub below: &'static str,
    /// What the number is.
    pub unit: Unit,
    /// Whether the key draws, so that the number does not decide.
    pub draws: bool,
}

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A number without a unit.
    Number,
    /// So many things; the word for one.
    Count(&'static str),
    /// A length of time [ticks].
    Span,
    /// A part of a whole [1 is all of it].
    Share,
}

/// What one key says about one candidate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// What is compared; the largest is first.
    pub points: f64,
    /// The number that is told.
    pub amount: f64,
}

/// A number of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Amount {
    /// So many.
    Number(u64),
    /// A length of time.
    Span(Span),
    /// A part of a whole [millionths].
    Share(u64),
}

impl Telling {
    /// A phrase for every number.
    pub const fn new(phrase: &'static str, unit: Unit) -> Self {
        Self { phrase: Cow::Borrowed(phrase), zero: "", below: "", unit, draws: false }
    }

    /// With another phrase for zero.
    #[must_use]
    pub const fn zero(mut self, phrase: &'static str) -> Self {
        self.zero = phrase;
        self
    }

    /// With another phrase for numbers below zero.
    #[must_use]
    pub const fn below(mut self, phrase: &'static str) -> Self {
        self.below = phrase;
        self
    }

    /// The same of a key that draws.
    #[must_use]
    pub const fn drawn(mut self) -> Self {
        self.draws = true;
        self
    }

    /// A phrase that names something of the scenario.
    pub fn naming(name: &str, unit: Unit) -> Self {
        Self { phrase: Cow::Owned(format!("{} {{}}", name.replace(['{', '}'], ""))), ..Self::new("", unit) }
    }
}

impl ToldKey {
    /// Which of two of its readings is first; `Equal` where the key draws.
    pub fn compare(&self, one: Reading, other: Reading) -> Ordering {
        if self.telling.draws {
            return Ordering::Equal;
        }
        other.points.partial_cmp(&one.points).unwrap_or(Ordering::Equal)
    }
}

impl Reading {
    /// A number that is compared as it is told.
    pub const fn of(amount: f64) -> Self {
        Self { points: amount, amount }
    }

    /// A number of which the lowest is first.
    pub const fn lowest(amount: f64) -> Self {
        Self { points: -amount, amount }
    }
}

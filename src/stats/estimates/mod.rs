//! Estimates: the moments of every measure over independent observations, from which means and intervals are made.
//!
//! Everything kept is a whole number and only ever added to, so that observations may come in any order, on any
//! thread and in any grouping: the result is the same to the last bit.

mod block;
mod layout;
mod rows;
mod saved;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::{Deserialize, Serialize};

use block::{Block, Live, Sums};
pub use layout::Shape;
use layout::{Layout, Number, Recipe, Row, Start, recipes_of};
use saved::Saved;

use super::measure::QUANTILES;
use super::moments::{Pair, Single};
use super::{Counts, Tallied, WaitHistogram, WaitsKept};
use crate::units::{Digest, Span};

/// Quantiles of one observation, in the order of `QUANTILES` [ticks].
type Quantiles = [u64; QUANTILES.len()];

/// Moments of every measure over all observations so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Saved", try_from = "Saved")]
pub struct Estimates {
    /// What they are about.
    shape: Shape,
    /// Where the rows stand; follows from the shape.
    layout: Layout,
    /// Number of observations: replications or batches.
    observations: u64,
    /// Measures that are one number per observation.
    singles: Vec<Single>,
    /// Measures that are ratios.
    pairs: Vec<Pair>,
}

/// Why estimates cannot be merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlike {
    /// What differs: found and expected.
    what: String,
}

impl fmt::Display for Unlike {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}; only runs of one scenario can be merged", self.what)
    }
}

impl std::error::Error for Unlike {}

impl Estimates {
    /// No observations yet.
    pub fn new(shape: Shape) -> Self {
        let layout = Layout::of(&shape);
        let singles = vec![Single::default(); layout.end.single];
        let pairs = vec![Pair::default(); layout.end.pair];
        Self { shape, layout, observations: 0, singles, pairs }
    }

    /// Memory that estimates of this shape take [bytes], so that a limit can be checked before they are made.
    pub fn bytes_needed(shape: &Shape) -> u64 {
        shape.bytes().saturating_add(size_of::<Self>() as u64)
    }

    /// Number of observations so far.
    pub const fn observations(&self) -> u64 {
        self.observations
    }

    /// What they are about.
    pub const fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Takes in one replication, of this shape, as one observation.
    pub fn absorb(&mut self, tally: &impl Tallied) {
        self.observations += 1;
        let (mut waits, mut block) = (WaitHistogram::default(), Block::default());
        for scope in 0..self.shape.scopes.len() {
            waits.clear();
            let total = self.absorb_intervals(scope, tally, &mut waits, &mut block);
            self.absorb_total(scope, &total, &waits, &mut block);
        }
        for level in 0..self.shape.levels.len() {
            self.absorb_level(level, tally);
        }
        for row in 0..self.shape.diagnosed.len() {
            self.absorb_diagnosed(row, tally.diagnosed(row));
        }
    }

    /// Takes in each interval of one long run as one observation of the totals (batch means); a last interval that
    /// is shorter than the first is left out.
    ///
    /// Source: Law, Simulation Modeling and Analysis, 5th edition, section 9.5.3.
    pub fn absorb_batches(&mut self, tally: &impl Tallied) {
        let (mut waits, mut block) = (WaitHistogram::default(), Block::default());
        for interval in 0..whole_intervals(tally) {
            self.observations += 1;
            for scope in 0..self.shape.scopes.len() {
                waits.clear();
                tally.waits(scope, interval, &mut waits);
                self.absorb_total(scope, &tally.counts(scope, interval), &waits, &mut block);
            }
            for (level, &row) in self.layout.levels.iter().enumerate() {
                let (good, of) = tally.extra(level, interval);
                self.pairs[row].add(good, of);
            }
        }
    }

    /// Takes in the observations of others; `self` stays as it was when these are about something else.
    pub fn merge(&mut self, other: &Self) -> Result<(), Unlike> {
        self.shape.compare(&other.shape)?;
        self.observations = self.observations.saturating_add(other.observations);
        self.singles.iter_mut().zip(&other.singles).for_each(|(mine, theirs)| mine.merge(theirs));
        self.pairs.iter_mut().zip(&other.pairs).for_each(|(mine, theirs)| mine.merge(theirs));
        Ok(())
    }

    /// A fingerprint of all that was counted.
    pub fn digest(&self) -> Digest {
        let mut digest = Digest::default();
        digest.add(self.observations);
        for single in &self.singles {
            digest.add(single.left_out);
            digest.add_all(single.sum.words());
            digest.add_all(single.squares.words());
        }
        for pair in &self.pairs {
            digest.add_all(pair.above.words());
            digest.add_all(pair.below.words());
            for squares in [&pair.above_squares, &pair.below_squares, &pair.products] {
                digest.add_all(squares.words());
            }
        }
        digest
    }

    /// Adds each interval to its rows and tells their total and all waits; without rows for intervals, these alone.
    fn absorb_intervals(
        &mut self,
        scope: usize,
        tally: &impl Tallied,
        all: &mut WaitHistogram,
        block: &mut Block,
    ) -> Counts {
        if self.shape.waits == WaitsKept::Together || self.shape.intervals == 0 {
            tally.all_waits(scope, all);
        }
        if self.shape.intervals == 0 {
            return tally.total(scope);
        }
        let recipe = recipes_of(self.shape.scopes[scope].of).by_interval(self.shape.waits);
        let (mut start, mut total) = (self.layout.intervals[scope], Counts::default());
        let mut waits = recipe.has_quantiles().then(WaitHistogram::default);
        for first in (0..tally.intervals()).step_by(Block::LENGTH) {
            block.clear();
            for interval in first..(first + Block::LENGTH).min(tally.intervals()) {
                let quantiles = waits.as_mut().and_then(|waits| {
                    waits.clear();
                    tally.waits(scope, interval, waits);
                    all.absorb(waits);
                    quantiles_of(waits)
                });
                block.push(quantiles, |counts| tally.add_to(scope, interval, counts));
            }
            total.absorb(&block.total);
            let rows = self.shape.intervals.saturating_sub(first);
            start = self.add_block(start, recipe, block, rows);
        }
        total
    }

    /// Adds the intervals of a block that have rows; the result is where the next ones stand.
    fn add_block(&mut self, mut start: Start, recipe: &Recipe, block: &mut Block, rows: usize) -> Start {
        block.find_live(recipe);
        let mut sums = [0; Recipe::MOST_SUMS];
        for (counts, quantiles) in block.cells().iter().take(rows) {
            self.add(start, &block.live, counts, quantiles.as_ref(), &mut sums);
            start = start.after(recipe, 1);
        }
        start
    }

    fn absorb_total(&mut self, scope: usize, counts: &Counts, waits: &WaitHistogram, block: &mut Block) {
        let recipe = &recipes_of(self.shape.scopes[scope].of).total;
        let quantiles = recipe.has_quantiles().then(|| quantiles_of(waits)).flatten();
        block.clear();
        block.push(quantiles, |cell| *cell = *counts);
        self.add_block(self.layout.totals[scope], recipe, block, 1);
    }

    fn absorb_level(&mut self, level: usize, tally: &impl Tallied) {
        let row = self.layout.levels[level];
        let mut total = (0_u64, 0_u64);
        for interval in 0..tally.intervals() {
            let (good, of) = tally.extra(level, interval);
            if interval < self.shape.intervals {
                self.pairs[row + 1 + interval].add(good, of);
            }
            total = (total.0.saturating_add(good), total.1.saturating_add(of));
        }
        self.pairs[row].add(total.0, total.1);
    }

    fn absorb_diagnosed(&mut self, row: usize, (above, below): (u64, u64)) {
        match self.layout.diagnosed[row] {
            Row::Single(row) if below == 0 => self.singles[row].left_out += 1,
            Row::Single(row) => self.singles[row].add(above),
            Row::Pair(row) => self.pairs[row].add(above, below),
        }
    }

    #[inline]
    fn add(&mut self, start: Start, live: &Live, counts: &Counts, quantiles: Option<&Quantiles>, sums: &mut Sums) {
        live.add_up(counts, sums);
        let singles = &mut self.singles[start.single..];
        for &(row, step) in &live.singles {
            let number = match step.number {
                Number::Sum(sum) => Some(sums[sum]),
                Number::Other(formula) => formula.single(counts, quantiles),
            };
            match number {
                Some(number) => singles[row].add(number),
                None => singles[row].left_out += 1,
            }
        }
        let pairs = &mut self.pairs[start.pair..];
        live.pairs.iter().for_each(|&(row, step)| pairs[row].add(sums[step.above], sums[step.below]));
    }
}

impl Shape {
    /// Whether another shape has the same rows.
    fn compare(&self, other: &Self) -> Result<(), Unlike> {
        let named = |shape: &Self| {
            let names: Vec<_> =
                shape.scopes.iter().map(|scope| format!("{} {}", scope.of.word(), scope.name)).collect();
            names.join(", ")
        };
        let unlike = |what: String| Err(Unlike { what });
        if self.scopes != other.scopes {
            return unlike(format!("found measures of `{}`, expected of `{}`", named(other), named(self)));
        }
        if self.intervals != other.intervals {
            return unlike(format!("found `{}` intervals, expected `{}`", other.intervals, self.intervals));
        }
        if self.waits != other.waits {
            return unlike("found quantiles of waits by interval in one part alone".to_owned());
        }
        if self.diagnosed != other.diagnosed {
            return unlike("found other diagnostics than expected".to_owned());
        }
        if self.levels != other.levels {
            return unlike("found other service-level definitions than expected".to_owned());
        }
        Ok(())
    }
}

/// Quantiles of one observation; `None` when nobody was answered.
fn quantiles_of(waits: &WaitHistogram) -> Option<Quantiles> {
    let shares = QUANTILES.map(|percent| f64::from(percent) / 100.0);
    waits.quantiles(shares).map(|found| found.map(Span::as_ticks))
}

/// Intervals from the first that are as long as the first.
fn whole_intervals(tally: &impl Tallied) -> usize {
    use super::Field::Elapsed;
    let length = |interval: usize| (!tally.scopes().is_empty()).then(|| tally.counts(0, interval).get(Elapsed));
    match tally.intervals() {
        0 => 0,
        count if length(count - 1) < length(0) => count - 1,
        count => count,
    }
}

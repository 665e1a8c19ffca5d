//! Blocks: intervals are taken in several at a time, so that what was in none of them is not looked at in each.

use super::super::Counts;
use super::super::measure::add_up;
use super::Quantiles;
use super::layout::{Number, PairStep, Recipe, SingleStep};

/// Intervals of one thing that are taken in together, and what they come to.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// What was counted, and the quantiles of waits where they are kept; room for more than there are.
    cells: Vec<(Counts, Option<Quantiles>)>,
    /// How many there are.
    length: usize,
    /// All of it added up.
    pub(super) total: Counts,
    /// Which steps have anything to add.
    pub(super) live: Live,
}

/// The steps of a recipe that have anything to add in a block, with the rows that they add to.
#[derive(Debug, Default)]
pub(super) struct Live {
    /// Fields that are not zero throughout, one sum after the other.
    fields: Vec<u8>,
    /// Sums: which, and where their fields end.
    sums: Vec<(usize, usize)>,
    pub(super) singles: Vec<(usize, SingleStep)>,
    pub(super) pairs: Vec<(usize, PairStep)>,
}

/// The sums of a recipe; those that a block does not have are zero.
pub(super) type Sums = [u64; Recipe::MOST_SUMS];

impl Block {
    /// Intervals in one block: what they take fits beside the rows into the nearest caches.
    pub(super) const LENGTH: usize = 32;

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.length = 0;
        self.total = Counts::default();
    }

    /// One more interval, which is counted into what is empty.
    #[inline]
    pub(super) fn push(&mut self, quantiles: Option<Quantiles>, count: impl FnOnce(&mut Counts)) {
        if self.length == self.cells.len() {
            self.cells.push((Counts::default(), None));
        }
        let (counts, its_quantiles) = &mut self.cells[self.length];
        (*counts, *its_quantiles) = (Counts::default(), quantiles);
        count(counts);
        self.total.absorb(counts);
        self.length += 1;
    }

    /// The intervals.
    pub(super) fn cells(&self) -> &[(Counts, Option<Quantiles>)] {
        &self.cells[..self.length]
    }

    /// Finds out which steps have anything to add.
    pub(super) fn find_live(&mut self, recipe: &Recipe) {
        self.live.find(recipe, &self.total);
    }
}

impl Live {
    fn find(&mut self, recipe: &Recipe, total: &Counts) {
        let Self { fields, sums, singles, pairs } = self;
        fields.clear();
        sums.clear();
        singles.clear();
        pairs.clear();
        let mut lives = [false; Recipe::MOST_SUMS];
        for (row, sum) in recipe.sums.iter().enumerate() {
            lives[row] = add_up(total, sum) > 0;
            if lives[row] {
                fields.extend(sum.iter().filter(|&&field| total.get(field) > 0).map(|&field| field as u8));
                sums.push((row, fields.len()));
            }
        }
        let may_add = |step: &SingleStep| !matches!(step.number, Number::Sum(sum) if !lives[sum]);
        singles.extend(recipe.singles.iter().copied().enumerate().filter(|(_, step)| may_add(step)));
        let may_add = |step: &PairStep| lives[step.above] || lives[step.below];
        pairs.extend(recipe.pairs.iter().copied().enumerate().filter(|(_, step)| may_add(step)));
    }

    /// The sums of one interval.
    #[inline]
    pub(super) fn add_up(&self, counts: &Counts, into: &mut Sums) {
        let mut first = 0;
        for &(row, end) in &self.sums {
            let numbers = self.fields[first..end].iter().map(|&field| counts.numbers()[usize::from(field)]);
            into[row] = numbers.fold(0, u64::saturating_add);
            first = end;
        }
    }
}

//! Where the moments of each measure, thing and interval stand: a row for what applies, none for what does not.
//!
//! The order follows from the list of measures and the shape alone, so that equal shapes have equal rows.

use std::sync::LazyLock;

use super::super::diagnosis::DiagnosedRow;
use super::super::measure::{Formula, MEASURES, Shown, Sum};
use super::super::moments::{Pair, Single};
use super::super::{ExtraLevel, Scope, ScopeKind, Tallied, WaitsKept};

/// What estimates are about: things, further definitions, intervals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// The things, in the order of the scenario.
    pub scopes: Vec<Scope>,
    /// The further service-level definitions.
    pub levels: Vec<ExtraLevel>,
    /// Number of intervals that have rows of their own; 0 keeps totals alone.
    pub intervals: usize,
    /// Whether quantiles of waits have rows for each interval.
    pub waits: WaitsKept,
    /// What is diagnosed, for the whole horizon; the things are among `scopes`.
    pub diagnosed: Vec<DiagnosedRow>,
}

/// A measure kept as moments of one number.
#[derive(Debug, Clone, Copy)]
pub(super) struct SingleStep {
    /// Row of the measure in `MEASURES`.
    pub(super) measure: usize,
    /// Where the number comes from.
    pub(super) number: Number,
}

/// Where a number comes from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Number {
    /// One of the sums of its recipe.
    Sum(usize),
    /// Something that is no sum.
    Other(Formula),
}

/// A measure kept as moments of two numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct PairStep {
    /// Row of the measure in `MEASURES`.
    pub(super) measure: usize,
    /// Above the line: one of the sums of its recipe.
    pub(super) above: usize,
    /// Below the line.
    pub(super) below: usize,
}

/// The measures of one kind of thing, in one interval or in total.
#[derive(Debug, Default)]
pub(super) struct Recipe {
    /// Sums that the measures are made of, each once: many measures share them.
    pub(super) sums: Vec<Sum>,
    /// In the order of `MEASURES`.
    pub(super) singles: Vec<SingleStep>,
    /// In the order of `MEASURES`.
    pub(super) pairs: Vec<PairStep>,
}

/// The measures of one kind of thing.
#[derive(Debug, Default)]
pub(super) struct Recipes {
    /// Over the whole horizon.
    pub(super) total: Recipe,
    /// In each interval, where waits are not kept by interval.
    pub(super) interval: Recipe,
    /// In each interval, where they are.
    pub(super) interval_with_waits: Recipe,
}

/// First rows of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Start {
    /// Among the single numbers.
    pub(super) single: usize,
    /// Among the pairs.
    pub(super) pair: usize,
}

/// First rows of everything: each thing's total, each thing's intervals, each further definition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Layout {
    /// By thing.
    pub(super) totals: Vec<Start>,
    /// By thing; its intervals follow each other.
    pub(super) intervals: Vec<Start>,
    /// By further definition: its total, then its intervals, as pairs.
    pub(super) levels: Vec<usize>,
    /// By what is diagnosed: its row, among the single numbers or among the pairs.
    pub(super) diagnosed: Vec<Row>,
    /// One past the last row.
    pub(super) end: Start,
}

/// A row of either sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// Among the single numbers.
    Single(usize),
    /// Among the pairs.
    Pair(usize),
}

/// Recipes by kind of thing, in the order of `ScopeKind::ALL`.
static RECIPES: LazyLock<[Recipes; ScopeKind::ALL.len()]> = LazyLock::new(|| ScopeKind::ALL.map(recipes));

/// The measures of this kind of thing.
pub(super) fn recipes_of(kind: ScopeKind) -> &'static Recipes {
    &RECIPES[kind as usize]
}

fn recipes(kind: ScopeKind) -> Recipes {
    let mut recipes = Recipes::default();
    for (measure, entry) in MEASURES.entries.iter().enumerate() {
        let Some(rule) = entry.make.rule(kind) else { continue };
        recipes.total.push(measure, rule.formula);
        if rule.shown == Shown::ByInterval {
            recipes.interval.push(measure, rule.formula);
        }
        if rule.shown != Shown::InTotal {
            recipes.interval_with_waits.push(measure, rule.formula);
        }
    }
    recipes
}

impl Recipes {
    /// The measures in each interval.
    pub(super) fn by_interval(&self, waits: WaitsKept) -> &Recipe {
        match waits {
            WaitsKept::Together => &self.interval,
            WaitsKept::ByInterval => &self.interval_with_waits,
        }
    }
}

impl Recipe {
    /// Most sums of a recipe.
    pub(super) const MOST_SUMS: usize = 192;

    fn push(&mut self, measure: usize, formula: Formula) {
        if let Some((above, below)) = formula.ratio() {
            let (above, below) = (self.sum(above), self.sum(below));
            return self.pairs.push(PairStep { measure, above, below });
        }
        let number = match formula {
            Formula::PerReplication(sum) => Number::Sum(self.sum(sum)),
            other => Number::Other(other),
        };
        self.singles.push(SingleStep { measure, number });
    }

    /// The number of a sum, which is added where it is new.
    fn sum(&mut self, sum: Sum) -> usize {
        self.sums.iter().position(|known| *known == sum).unwrap_or_else(|| {
            assert!(self.sums.len() < Self::MOST_SUMS, "more sums than are made room for");
            self.sums.push(sum);
            self.sums.len() - 1
        })
    }

    /// Whether waits are needed.
    pub(super) fn has_quantiles(&self) -> bool {
        self.singles.iter().any(|step| matches!(step.number, Number::Other(Formula::Quantile(_))))
    }
}

impl Start {
    /// The start of the cell so many cells further on.
    pub(super) const fn after(self, recipe: &Recipe, cells: usize) -> Self {
        Self { single: self.single + cells * recipe.singles.len(), pair: self.pair + cells * recipe.pairs.len() }
    }
}

impl Shape {
    /// The shape of what a run has counted, with quantiles of waits in total alone.
    pub fn of(tally: &impl Tallied) -> Self {
        let (scopes, levels) = (tally.scopes().to_vec(), tally.extra_levels().to_vec());
        Self { scopes, levels, intervals: tally.intervals(), waits: WaitsKept::Together, diagnosed: Vec::new() }
    }

    /// The same without rows for intervals.
    #[must_use]
    pub fn totals_only(self) -> Self {
        Self { intervals: 0, ..self }
    }

    /// Rows with one number and rows with two, held at the top of the scale.
    pub(super) fn row_counts(&self) -> (u64, u64) {
        let intervals = self.intervals as u64;
        let of =
            |total: usize, interval: usize| (total as u64).saturating_add(intervals.saturating_mul(interval as u64));
        let things = self.scopes.iter().map(|scope| recipes_of(scope.of));
        let things = things.map(|recipes| {
            let (total, interval) = (&recipes.total, recipes.by_interval(self.waits));
            (of(total.singles.len(), interval.singles.len()), of(total.pairs.len(), interval.pairs.len()))
        });
        let levels = self.levels.iter().map(|_| (0, of(1, 1)));
        let diagnosed = self.diagnosed.iter().map(|row| if is_single(row) { (1, 0) } else { (0, 1) });
        things
            .chain(levels)
            .chain(diagnosed)
            .fold((0, 0), |sum: (u64, u64), rows| (sum.0.saturating_add(rows.0), sum.1.saturating_add(rows.1)))
    }

    /// Memory that the rows of this shape take [bytes].
    pub(super) fn bytes(&self) -> u64 {
        let (singles, pairs) = self.row_counts();
        let singles = singles.saturating_mul(size_of::<Single>() as u64);
        singles.saturating_add(pairs.saturating_mul(size_of::<Pair>() as u64))
    }
}

impl Layout {
    /// Lays out the rows of this shape.
    pub(super) fn of(shape: &Shape) -> Self {
        let mut layout = Self::default();
        for recipes in shape.scopes.iter().map(|scope| recipes_of(scope.of)) {
            layout.totals.push(layout.end);
            layout.end = layout.end.after(&recipes.total, 1);
        }
        for recipes in shape.scopes.iter().map(|scope| recipes_of(scope.of)) {
            layout.intervals.push(layout.end);
            layout.end = layout.end.after(recipes.by_interval(shape.waits), shape.intervals);
        }
        for _ in &shape.levels {
            layout.levels.push(layout.end.pair);
            layout.end.pair += 1 + shape.intervals;
        }
        for row in &shape.diagnosed {
            let end = &mut layout.end;
            let (next, row) = if is_single(row) {
                (Start { single: end.single + 1, ..*end }, Row::Single(end.single))
            } else {
                (Start { pair: end.pair + 1, ..*end }, Row::Pair(end.pair))
            };
            *end = next;
            layout.diagnosed.push(row);
        }
        layout
    }
}

/// Whether what is diagnosed is one number a run.
fn is_single(row: &DiagnosedRow) -> bool {
    row.about().is_some_and(|(diagnostic, _)| diagnostic.is_single())
}

//! A tally filled by hand, for tests.

use super::measure::{Formula, MEASURES};
use super::{Counts, ExtraLevel, Field, Scope, ScopeKind, Tallied, WaitHistogram};
use crate::units::Span;

/// What was counted, by thing and interval.
#[derive(Debug, Clone, Default)]
pub(super) struct ByHand {
    pub(super) scopes: Vec<Scope>,
    pub(super) levels: Vec<ExtraLevel>,
    /// By thing, then interval.
    pub(super) counts: Vec<Vec<Counts>>,
    /// Waits of answered stays, the same for every thing, by interval [seconds].
    pub(super) waits: Vec<Vec<u32>>,
    /// By further definition, then interval.
    pub(super) extras: Vec<Vec<(u64, u64)>>,
}

/// One thing of each kind.
pub(super) fn scopes() -> Vec<Scope> {
    let name = |of: ScopeKind| if of == ScopeKind::All { String::new() } else { format!("my {}", of.word()) };
    ScopeKind::ALL.map(|of| Scope { of, name: name(of) }).to_vec()
}

/// Counts with these fields.
pub(super) fn counts(fields: &[(Field, u64)]) -> Counts {
    let mut counts = Counts::default();
    for &(field, value) in fields {
        counts.set(field, value);
    }
    counts
}

impl ByHand {
    /// One thing of each kind, all of them with the same counts in each interval.
    pub(super) fn alike(intervals: Vec<Counts>) -> Self {
        let waits = vec![Vec::new(); intervals.len()];
        Self { scopes: scopes(), counts: vec![intervals; ScopeKind::ALL.len()], waits, ..Self::default() }
    }
}

impl Tallied for ByHand {
    fn scopes(&self) -> &[Scope] {
        &self.scopes
    }

    fn intervals(&self) -> usize {
        self.counts.first().map_or(0, Vec::len)
    }

    fn add_to(&self, scope: usize, interval: usize, counts: &mut Counts) {
        counts.absorb(&self.counts[scope][interval]);
    }

    fn waits(&self, _scope: usize, interval: usize, into: &mut WaitHistogram) {
        self.waits[interval].iter().for_each(|&wait| into.record(Span::seconds(f64::from(wait))));
    }

    fn extra_levels(&self) -> &[ExtraLevel] {
        &self.levels
    }

    fn extra(&self, level: usize, interval: usize) -> (u64, u64) {
        self.extras[level][interval]
    }
}

/// Every field that some measure reads.
pub(super) fn fields() -> impl Iterator<Item = Field> {
    let rules = MEASURES.entries.iter().flat_map(|entry| entry.make.rules);
    rules.flat_map(|rule| match rule.formula {
        Formula::PerReplication(sum) | Formula::TimeAverage(sum) => [sum, &[Field::Elapsed]].concat(),
        Formula::Ratio { above, below } => [above, below].concat(),
        Formula::Maximum { of, .. } => vec![of],
        Formula::Quantile(_) => vec![],
    })
}

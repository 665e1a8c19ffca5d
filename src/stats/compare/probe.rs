//! A probe: where the sums of one measure of one thing stand in what a run has counted.
//!
//! It belongs to one configuration, because things stand in another order in another one.

use super::{Subject, Sums};
use crate::family::Catalogue;
use crate::stats::diagnosis::{self, DiagnosedRow};
use crate::stats::measure::{Formula, QUANTILES, add_up};
use crate::stats::until::LEVEL;
use crate::stats::{MEASURES, Scope, ScopeKind, Shape, Tallied, WaitHistogram};
use crate::units::Span;

/// Where one measure of one thing is counted.
#[derive(Debug, Clone)]
pub struct Probe {
    /// Keyword of the measure, or `service_level:NAME`.
    pub measure: String,
    /// What it is about.
    pub scope: Scope,
    place: Place,
}

#[derive(Debug, Clone, Copy)]
enum Place {
    /// A formula over the counts of the thing in this row.
    Counts(usize, Formula),
    /// The further service-level definition in this row.
    Level(usize),
    /// What is diagnosed in this row, one number a replication or two.
    Diagnosed(usize, bool),
}

impl Probe {
    /// Where a configuration of this shape counts the subject; `None` where it has no such thing, or no such measure of
    /// it. `service_level:NAME` is the further definition of that name, or else the first one of the queue of that name.
    pub fn find(subject: &Subject, shape: &Shape) -> Option<Self> {
        if let Some(name) = subject.measure.strip_prefix(LEVEL) {
            let queue = |scope: usize| {
                shape.scopes.get(scope).filter(|scope| subject.of == ScopeKind::All || same(scope, subject))
            };
            let mut levels = shape.levels.iter().enumerate().filter(|(_, level)| level.name == name);
            let found = levels.find_map(|(row, level)| Some((row, queue(level.scope)?)));
            let level = |(row, scope): (usize, &Scope)| Self {
                measure: subject.measure.clone(),
                scope: scope.clone(),
                place: Place::Level(row),
            };
            return found.map(level).or_else(|| Self::of_queue(name, shape).filter(|_| subject.of == ScopeKind::All));
        }
        if let Some((diagnostic, _)) = diagnosis::read(&subject.measure) {
            let is =
                |row: &DiagnosedRow| row.measure == subject.measure && row.of == subject.of && row.name == subject.name;
            let place = Place::Diagnosed(shape.diagnosed.iter().position(is)?, diagnostic.is_single());
            let scope = Scope { of: subject.of, name: subject.name.clone() };
            return Some(Self { measure: subject.measure.clone(), scope, place });
        }
        Self::counted(&subject.measure, |scope| same(scope, subject), shape)
    }

    /// The things of this shape that have the measure.
    pub fn things<'a>(measure: &str, shape: &'a Shape) -> Vec<&'a Scope> {
        if let Some(name) = measure.strip_prefix(LEVEL) {
            let named = shape.levels.iter().filter(|level| level.name == name);
            return named.filter_map(|level| shape.scopes.get(level.scope)).collect();
        }
        if diagnosis::read(measure).is_some() {
            let told = |scope: &&Scope| {
                let mut rows = shape.diagnosed.iter().filter(|row| row.measure == measure);
                rows.any(|row| row.of == scope.of && row.name == scope.name)
            };
            return shape.scopes.iter().filter(told).collect();
        }
        shape.scopes.iter().filter(|scope| formula(measure, scope.of).is_some()).collect()
    }

    fn of_queue(name: &str, shape: &Shape) -> Option<Self> {
        Self::counted("service_level", |scope| scope.of == ScopeKind::Queue && scope.name == name, shape)
    }

    fn counted(measure: &str, is: impl Fn(&Scope) -> bool, shape: &Shape) -> Option<Self> {
        let row = shape.scopes.iter().position(is)?;
        let scope = shape.scopes[row].clone();
        let place = Place::Counts(row, formula(measure, scope.of)?);
        Some(Self { measure: measure.to_owned(), scope, place })
    }

    /// Whether the measure is one number a replication, so that its mean is a plain one.
    pub fn is_single(&self) -> bool {
        match &self.place {
            Place::Counts(_, formula) => formula.ratio().is_none(),
            Place::Diagnosed(_, single) => *single,
            Place::Level(_) => false,
        }
    }

    /// The sums of a replication that is over.
    pub fn read(&self, tally: &impl Tallied) -> Sums {
        match self.place {
            Place::Counts(row, formula) => read(row, &formula, tally),
            Place::Diagnosed(row, _) => {
                let (above, below) = tally.diagnosed(row);
                Sums { above, below }
            }
            Place::Level(row) => {
                let cells = (0..tally.intervals()).map(|interval| tally.extra(row, interval));
                cells.fold(Sums::default(), |sums, (good, of)| Sums {
                    above: sums.above.saturating_add(good),
                    below: sums.below.saturating_add(of),
                })
            }
        }
    }
}

fn same(scope: &Scope, subject: &Subject) -> bool {
    scope.of == subject.of && scope.name == subject.name
}

fn formula(measure: &str, of: ScopeKind) -> Option<Formula> {
    let entry = &MEASURES.entries[MEASURES.find(measure)?];
    entry.make.rule(of).map(|rule| rule.formula)
}

fn read(row: usize, formula: &Formula, tally: &impl Tallied) -> Sums {
    let counts = tally.total(row);
    if let Some((above, below)) = formula.ratio() {
        return Sums { above: add_up(&counts, above), below: add_up(&counts, below) };
    }
    let waits = matches!(formula, Formula::Quantile(_)).then(|| {
        let mut waits = WaitHistogram::default();
        tally.all_waits(row, &mut waits);
        waits.quantiles(QUANTILES.map(|percent| f64::from(percent) / 100.0)).map(|found| found.map(Span::as_ticks))
    });
    let number = formula.single(&counts, waits.flatten().as_ref());
    number.map_or_else(Sums::default, |above| Sums { above, below: 1 })
}

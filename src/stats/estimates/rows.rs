//! Rows for people and files: estimates in their units, with intervals held within what the measure can be.
//!
//! Totals come first, then intervals, both in the order of the scenario and of the list of measures.

use super::super::confidence::{Estimate, Student};
use super::super::measure::{MEASURES, Measure, Unit};
use super::super::{Scope, ScopeKind};
use super::Estimates;
use super::layout::{Recipe, Row, Start, recipes_of};
use crate::family::Entry;
use crate::record::MeasureRow;
use crate::units::Share;

/// What a row is about, besides its measure.
#[derive(Clone, Copy)]
struct About<'a> {
    scope: &'a Scope,
    interval: Option<&'a str>,
}

impl Estimates {
    /// Every row: totals, then intervals. `starts` are the civil starts of the intervals; those beyond the list are
    /// left out.
    pub fn rows(&self, confidence: Share, starts: &[String]) -> Vec<MeasureRow> {
        let mut student = Student::new(confidence);
        let mut rows = self.total_rows(&mut student);
        for (index, scope) in self.shape.scopes.iter().enumerate() {
            let recipe = recipes_of(scope.of).by_interval(self.shape.waits);
            for (interval, start) in starts.iter().take(self.shape.intervals).enumerate() {
                let cell = self.layout.intervals[index].after(recipe, interval);
                let about = About { scope, interval: Some(start) };
                self.cell_rows(cell, recipe, about, &mut student).for_each(|row| rows.push(row));
            }
        }
        for (level, &row) in self.layout.levels.iter().enumerate() {
            for (interval, start) in starts.iter().take(self.shape.intervals).enumerate() {
                rows.push(self.level_row(level, row + 1 + interval, Some(start), &mut student));
            }
        }
        rows
    }

    /// The rows of the whole horizon alone.
    pub fn totals(&self, confidence: Share) -> Vec<MeasureRow> {
        self.total_rows(&mut Student::new(confidence))
    }

    fn total_rows(&self, student: &mut Student) -> Vec<MeasureRow> {
        let mut rows = Vec::new();
        for (scope, &cell) in self.shape.scopes.iter().zip(&self.layout.totals) {
            let about = About { scope, interval: None };
            rows.extend(self.cell_rows(cell, &recipes_of(scope.of).total, about, student));
        }
        for (level, &row) in self.layout.levels.iter().enumerate() {
            rows.push(self.level_row(level, row, None, student));
        }
        rows.extend(self.shape.diagnosed.iter().zip(&self.layout.diagnosed).filter_map(|(about, row)| {
            let (diagnostic, _) = about.about()?;
            let (count, estimate) = match *row {
                Row::Single(row) => {
                    let count = self.observations.saturating_sub(self.singles[row].left_out);
                    (count, student.mean(&self.singles[row], count))
                }
                Row::Pair(row) => (self.observations, student.ratio(&self.pairs[row], self.observations)),
            };
            let scope = Scope { of: about.of, name: about.name.clone() };
            let named = About { scope: &scope, interval: None };
            Some(named.named(about.measure.clone(), diagnostic.unit(), count, estimate))
        }));
        rows
    }

    /// The rows of one thing in one interval or in total, in the order of the list of measures.
    fn cell_rows(
        &self,
        cell: Start,
        recipe: &Recipe,
        about: About<'_>,
        student: &mut Student,
    ) -> impl Iterator<Item = MeasureRow> {
        let singles = recipe.singles.iter().zip(&self.singles[cell.single..]);
        let pairs = recipe.pairs.iter().zip(&self.pairs[cell.pair..]);
        let mut found: Vec<(usize, u64, Option<Estimate>)> = singles
            .map(|(step, moments)| {
                let count = self.observations.saturating_sub(moments.left_out);
                (step.measure, count, student.mean(moments, count))
            })
            .collect();
        found.extend(
            pairs.map(|(step, moments)| (step.measure, self.observations, student.ratio(moments, self.observations))),
        );
        found.sort_unstable_by_key(|&(measure, ..)| measure);
        found.into_iter().map(move |(measure, count, estimate)| about.row(&MEASURES.entries[measure], count, estimate))
    }

    /// The row of a further service-level definition, named `service_level:NAME`.
    fn level_row(&self, level: usize, row: usize, interval: Option<&str>, student: &mut Student) -> MeasureRow {
        let level = &self.shape.levels[level];
        let everything = Scope { of: ScopeKind::All, name: String::new() };
        let about = About { scope: self.shape.scopes.get(level.scope).unwrap_or(&everything), interval };
        let estimate = student.ratio(&self.pairs[row], self.observations);
        about.named(format!("service_level:{}", level.name), Unit::Share, self.observations, estimate)
    }
}

impl About<'_> {
    fn row(self, entry: &Entry<Measure>, count: u64, estimate: Option<Estimate>) -> MeasureRow {
        self.named(entry.member.keyword.to_owned(), entry.make.unit, count, estimate)
    }

    fn named(self, measure: String, unit: Unit, count: u64, estimate: Option<Estimate>) -> MeasureRow {
        let (size, most) = (unit.size(), unit.most());
        let end = |sign: f64| {
            let estimate = estimate?;
            Some(((estimate.mean + sign * estimate.half_width?) / size).clamp(0.0, most))
        };
        MeasureRow {
            measure,
            of: self.scope.of.word().to_owned(),
            name: self.scope.name.clone(),
            interval_start: self.interval.map(str::to_owned),
            mean: estimate.map(|estimate| estimate.mean / size),
            low: end(-1.0),
            high: end(1.0),
            unit: unit.word().to_owned(),
            replications: count,
        }
    }
}

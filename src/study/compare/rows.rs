//! Rows of a comparison: estimates as a run gives them, and differences with simultaneous intervals.
//!
//! The intervals of m differences hold together with a probability of `1 − α` at least when each holds with `1 − α / m`,
//! however they depend on each other: Bonferroni's inequality. Source: Law, Simulation Modeling and Analysis, 5th
//! edition, section 10.3.

use super::check::Ready;
use super::player::Player;
use super::{Compare, Configuration};
use crate::record::{COMPARISON, CompareHead, Comparison, ConfigurationRow, DifferenceRow, EstimateRow, Verdict};
use crate::stats::compare::{Influence, Probe, Subject, Sums, better, paired};
use crate::stats::{Estimate, Pair, Single, Student};
use crate::study::evidence;
use crate::units::{Digest, Share};

/// What all rows of one measure share.
struct About<'a> {
    subject: &'a Subject,
    /// Row of the measure.
    row: usize,
    /// Replications that count.
    common: usize,
}

/// Everything but the selection.
pub(super) fn comparison(compare: &Compare<'_>, ready: &Ready, player: &Player<'_>, common: u64) -> Comparison {
    let comparisons = ready.comparisons(compare);
    let each = each(compare.confidence, comparisons);
    let subjects = compare.subjects();
    let abouts = || subjects.iter().enumerate().map(|(row, subject)| About { subject, row, common: common as usize });
    let (mut own, mut simultaneous) = (Student::new(compare.confidence), Student::new(each));
    Comparison {
        schema: COMPARISON.to_owned(),
        run: CompareHead {
            replications: common,
            first: compare.replications.start,
            seed: compare.seed,
            threads: ready.threads,
            confidence: compare.confidence.get(),
            comparisons,
            each: each.get(),
            wall_seconds: 0.0,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            note: note(compare, player, common),
            warnings: ready.warnings.clone(),
        },
        configurations: configurations(compare, ready, player, common),
        estimates: abouts().flat_map(|about| about.estimates(compare, player, &mut own)).collect(),
        differences: abouts().flat_map(|about| about.differences(compare, player, &mut simultaneous)).collect(),
        missing: ready.missing.clone(),
        selection: None,
    }
}

/// Confidence of each of so many intervals that hold together with this one.
fn each(together: Share, comparisons: u64) -> Share {
    Share::new(1.0 - together.rest().get() / comparisons.max(1) as f64).unwrap_or(together)
}

fn note(compare: &Compare<'_>, player: &Player<'_>, common: u64) -> Option<String> {
    let asked = compare.count();
    match compare.choice {
        _ if !player.cancelled() => None,
        _ if common < asked => Some(format!("interrupted after {common} of {asked} replications")),
        Some(_) => Some("interrupted while the best was looked for".to_owned()),
        None => None,
    }
}

fn configurations(compare: &Compare<'_>, ready: &Ready, player: &Player<'_>, common: u64) -> Vec<ConfigurationRow> {
    let row = |(who, configuration): (usize, &Configuration<'_>)| {
        let played = &player.played[who];
        let mut digest = Digest::default();
        for sums in played.sums.iter().flat_map(|all| all.iter().take(common as usize)) {
            digest.add_all(&[sums.above, sums.below]);
        }
        ConfigurationRow {
            name: configuration.name.clone(),
            scenario: evidence::head(configuration.plan, &configuration.source, &ready.layouts[who]),
            played: played.count,
            contacts: played.contacts,
            events: played.events,
            digest: digest.to_string(),
        }
    };
    compare.configurations.iter().enumerate().map(row).collect()
}

impl About<'_> {
    fn sums<'a>(&self, player: &'a Player<'_>, who: usize) -> &'a [Sums] {
        &player.played[who].sums[self.row][..self.common]
    }

    fn estimates(&self, compare: &Compare<'_>, player: &Player<'_>, student: &mut Student) -> Vec<EstimateRow> {
        let mut rows = Vec::new();
        for (who, configuration) in compare.configurations.iter().enumerate() {
            let Some(probe) = player.probe_of(who, self.row) else { continue };
            let (estimate, count) = estimate(probe, self.sums(player, who), student);
            let (size, most) = (self.subject.unit.size(), self.subject.unit.most());
            let end = |sign: f64| {
                let estimate = estimate?;
                Some(((estimate.mean + sign * estimate.half_width?) / size).clamp(0.0, most))
            };
            rows.push(EstimateRow {
                measure: probe.measure.clone(),
                of: probe.scope.of.word().to_owned(),
                name: probe.scope.name.clone(),
                configuration: configuration.name.clone(),
                mean: estimate.map(|estimate| estimate.mean / size),
                low: end(-1.0),
                high: end(1.0),
                unit: self.subject.unit.word().to_owned(),
                replications: count,
            });
        }
        rows
    }

    fn differences(&self, compare: &Compare<'_>, player: &Player<'_>, student: &mut Student) -> Vec<DifferenceRow> {
        let size = self.subject.unit.size();
        let influences: Vec<Option<Influence>> =
            (0..compare.configurations.len()).map(|who| Influence::of(self.sums(player, who), size)).collect();
        let mut rows = Vec::new();
        for (who, against) in compare.pairs() {
            let (Some(probe), Some(_)) = (player.probe_of(who, self.row), player.probe_of(against, self.row)) else {
                continue;
            };
            let same = self.sums(player, who) == self.sums(player, against);
            let pair = influences[who].as_ref().zip(influences[against].as_ref());
            let pair = pair.and_then(|(one, other)| paired(one, other));
            let half = pair.and_then(|pair| Some(student.factor(pair.replications)? * pair.standard_error));
            let end = |sign: f64| Some(pair?.difference + sign * half?);
            rows.push(DifferenceRow {
                measure: probe.measure.clone(),
                of: probe.scope.of.word().to_owned(),
                name: probe.scope.name.clone(),
                configuration: compare.configurations[who].name.clone(),
                against: compare.configurations[against].name.clone(),
                difference: pair.map(|pair| pair.difference),
                low: end(-1.0),
                high: end(1.0),
                unit: self.subject.unit.word().to_owned(),
                verdict: if same && pair.is_some() { Verdict::Identical } else { verdict(end(-1.0), end(1.0)) },
                better: better(&probe.measure).map(|better| better.word().to_owned()),
                variance_reduction: pair.and_then(|pair| pair.variance_reduction),
                replications: self.common as u64,
            });
        }
        rows
    }
}

/// The estimate that a run of the same replications gives, and the observations behind it.
fn estimate(probe: &Probe, sums: &[Sums], student: &mut Student) -> (Option<Estimate>, u64) {
    if probe.is_single() {
        let mut moments = Single::default();
        let there: Vec<&Sums> = sums.iter().filter(|sums| sums.below > 0).collect();
        for sums in &there {
            moments.add(sums.above);
        }
        return (student.mean(&moments, there.len() as u64), there.len() as u64);
    }
    let mut moments = Pair::default();
    for sums in sums {
        moments.add(sums.above, sums.below);
    }
    (student.ratio(&moments, sums.len() as u64), sums.len() as u64)
}

fn verdict(low: Option<f64>, high: Option<f64>) -> Verdict {
    match (low, high) {
        (Some(low), _) if low > 0.0 => Verdict::Higher,
        (_, Some(high)) if high < 0.0 => Verdict::Lower,
        (Some(_), Some(_)) => Verdict::NotShown,
        _ => Verdict::Unknown,
    }
}

//! The values every program must give, and how far from them chance may take a run of some length.
//!
//! The standard deviation of a mean over n contacts is a constant of the workload over the square root of
//! n. The constant is estimated here from independent replications of the floor, so the intervals rest on
//! the model and not on the program under test.

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::competitors::floor;
use super::outcome::{Measures, Outcome, Workload};

/// Replications from which the spread is estimated.
const REPLICATIONS: u64 = 60;
/// Contacts of each.
const CONTACTS: u64 = 1_000_000;
/// Share of correct programs whose measure lies inside its interval.
const CONFIDENCE: f64 = 0.999;
/// Half of a 95 % interval in standard deviations.
const HALF_95: f64 = 1.96;

/// A value and the half width of its 95 % interval; exact values have none.
type Value = Option<(f64, f64)>;

/// Reference values of a workload and the spread of its measures.
pub(crate) struct Reference {
    /// The values, in the order of [`Measures::values`].
    values: [Value; 5],
    /// Standard deviation of each measure, times the square root of the contacts.
    spread: [f64; 5],
    /// Half width of the interval in standard deviations.
    quantile: f64,
}

/// W1 from the Erlang A formulas; W2 from simulation, mean and 95 % half width.
fn values(workload: Workload) -> [Value; 5] {
    match workload {
        Workload::W1 => [
            Some((0.134_738_1, 0.0)),
            Some((0.451_617_5, 0.0)),
            Some((0.044_912_7, 0.0)),
            Some((0.8019, 0.000_05)),
            None,
        ],
        Workload::W2 => [
            Some((0.013_88, 0.000_06)),
            Some((0.1390, 0.0005)),
            Some((0.004_63, 0.000_02)),
            None,
            Some((0.7275, 0.0004)),
        ],
    }
}

impl Reference {
    /// The reference of a workload; runs the floor for the spread.
    pub(crate) fn of(workload: Workload) -> Result<Self, String> {
        let runs = (0..REPLICATIONS).map(|seed| floor(workload, 1_000_000 + seed, CONTACTS)).collect::<Vec<_>>();
        let t = StudentsT::new(0.0, 1.0, REPLICATIONS as f64 - 1.0).map_err(|error| error.to_string())?;
        Ok(Self {
            values: values(workload),
            spread: std::array::from_fn(|measure| spread(&runs, measure)),
            quantile: t.inverse_cdf(0.5 + CONFIDENCE / 2.0),
        })
    }

    /// The measures of the runs together that lie outside their interval, in words.
    pub(crate) fn misses(&self, runs: &[Outcome]) -> Vec<String> {
        (0..Measures::NAMES.len()).filter_map(|measure| self.miss(runs, measure)).collect()
    }

    fn miss(&self, runs: &[Outcome], measure: usize) -> Option<String> {
        let (value, half) = self.values[measure]?;
        let (found, contacts) = pooled(runs, measure)?;
        let deviation = (self.spread[measure].powi(2) / contacts + (half / HALF_95).powi(2)).sqrt();
        let allowed = self.quantile * deviation;
        ((found - value).abs() > allowed).then(|| {
            let name = Measures::NAMES[measure];
            format!("{name} {found:.5}, expected {value:.5} ± {allowed:.5}")
        })
    }
}

/// The measure over all runs together, and the contacts it rests on.
fn pooled(runs: &[Outcome], measure: usize) -> Option<(f64, f64)> {
    let mut sum = 0.0;
    let mut contacts = 0.0;
    for run in runs {
        sum += run.measures.values()[measure]? * run.counted as f64;
        contacts += run.counted as f64;
    }
    (contacts > 0.0).then(|| (sum / contacts, contacts))
}

fn spread(runs: &[Outcome], measure: usize) -> f64 {
    let scaled = |run: &Outcome| Some((run.measures.values()[measure]?, run.counted as f64));
    let samples: Vec<(f64, f64)> = runs.iter().filter_map(scaled).collect();
    let count = samples.len() as f64;
    let mean = samples.iter().map(|(value, _)| value).sum::<f64>() / count;
    let squares: f64 = samples.iter().map(|(value, n)| n * (value - mean).powi(2)).sum();
    (squares / (count - 1.0)).sqrt()
}

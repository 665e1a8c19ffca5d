//! The states of a birth-and-death process that matter: a window around the most likely one.
//!
//! Weights start at 1 at the mode and only fall from there, so nothing overflows, whatever the size.

use super::error::ModelError;

/// Most states a window holds [states].
pub(super) const MOST_STATES: usize = 10_000_000;

/// Weight relative to the mode's below which a state and all beyond it are left out.
const NEGLIGIBLE: f64 = 1e-25;

/// Probabilities of consecutive states, summing to 1.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct StateWindow {
    /// Number of the first state held.
    pub(super) first: u64,
    /// Probability of each state from the first on [share].
    pub(super) probabilities: Vec<f64>,
}

impl StateWindow {
    /// The window around `mode`, where `ratio(i)` is the weight of state `i + 1` relative to state `i`.
    ///
    /// The ratio must not rise with `i` and must cross 1 at the mode. No state above `last` exists.
    pub(super) fn around(mode: u64, last: u64, ratio: impl Fn(u64) -> f64) -> Result<Self, ModelError> {
        let below = falling((0..mode).rev().map(|state| 1.0 / ratio(state)))?;
        let above = falling((mode..last).map(&ratio))?;
        let first = mode - below.len() as u64;
        let mut probabilities: Vec<f64> = below.into_iter().rev().collect();
        probabilities.push(1.0);
        probabilities.extend(above);
        let total: f64 = probabilities.iter().sum();
        for weight in &mut probabilities {
            *weight /= total;
        }
        Ok(Self { first, probabilities })
    }

    /// The Poisson distribution with a finite mean.
    pub(super) fn poisson(mean: f64) -> Result<Self, ModelError> {
        Self::around(mean.floor() as u64, u64::MAX, |state| mean / (state as f64 + 1.0))
    }

    /// Probability of a state [share]; zero outside the window.
    pub(super) fn probability(&self, state: u64) -> f64 {
        let position = state.checked_sub(self.first).and_then(|offset| usize::try_from(offset).ok());
        position.and_then(|offset| self.probabilities.get(offset)).copied().unwrap_or(0.0)
    }

    /// Number of the last state held.
    pub(super) fn last(&self) -> u64 {
        self.first + self.probabilities.len() as u64 - 1
    }
}

/// Products of the ratios from 1 on, until they are negligible.
fn falling(ratios: impl Iterator<Item = f64>) -> Result<Vec<f64>, ModelError> {
    let mut weights = Vec::new();
    let mut weight = 1.0;
    for ratio in ratios {
        weight *= ratio;
        if weight < NEGLIGIBLE {
            break;
        }
        if weights.len() == MOST_STATES {
            return Err(ModelError::TooManyStates { most: MOST_STATES });
        }
        weights.push(weight);
    }
    Ok(weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_poisson_window_has_the_mean_and_variance_of_its_mean() {
        for mean in [0.0, 0.3, 40.0, 1e6] {
            let window = StateWindow::poisson(mean).unwrap();
            let moment = |power: i32| -> f64 {
                let states = window.first..=window.last();
                states.map(|state| window.probability(state) * (state as f64 - mean).powi(power)).sum()
            };
            assert!(moment(1).abs() <= 1e-9 * mean.max(1.0), "{mean}: {}", moment(1));
            assert!((moment(2) - mean).abs() <= 1e-9 * mean.max(1.0), "{mean}: {}", moment(2));
        }
    }

    #[test]
    fn a_flat_and_endless_window_is_refused() {
        assert!(StateWindow::around(0, u64::MAX, |_| 1.0).is_err());
    }
}

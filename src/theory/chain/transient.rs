//! Probabilities of a chain after a while, by uniformization.
//!
//! Works with positive numbers only; what it neglects is below 1e-18 of the whole.

use super::Chain;
use crate::theory::error::{ModelError, not_negative};
use crate::theory::state_window::StateWindow;

/// Where a chain has got to, and where it has been.
#[derive(Debug, Clone, PartialEq)]
pub struct Evolution {
    /// Probability of each state at the end [share].
    pub probabilities: Vec<f64>,
    /// Expected time in each state on the way [time]; sums to the duration.
    pub time_spent: Vec<f64>,
}

impl<State> Chain<State> {
    /// What becomes of starting probabilities after a while.
    ///
    /// Looks at the chain at the instants of a Poisson process faster than any state is left (Jensen 1953; Grassmann,
    /// Computers & Operations Research 4, 1977). The work is transitions times duration times the fastest rate.
    pub fn evolve(&self, start: &[f64], duration: f64) -> Result<Evolution, ModelError> {
        assert_eq!(start.len(), self.states.len(), "one starting probability per state");
        not_negative("duration", duration)?;
        let fastest = self.links.leaving.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        let looks = Looks::new(fastest, duration)?;
        let mut now = start.to_vec();
        let mut evolution = Evolution { probabilities: vec![0.0; now.len()], time_spent: vec![0.0; now.len()] };
        for look in looks {
            add(&mut evolution.probabilities, look.last, &now);
            add(&mut evolution.time_spent, look.time, &now);
            now = self.next_look(&now, fastest);
        }
        Ok(evolution)
    }

    fn next_look(&self, now: &[f64], fastest: f64) -> Vec<f64> {
        let stay = |state: usize| now[state] * (1.0 - self.links.leaving[state] / fastest);
        (0..now.len()).map(|state| stay(state) + self.links.inflow(state, now) / fastest).collect()
    }
}

fn add(sums: &mut [f64], weight: f64, shares: &[f64]) {
    if weight > 0.0 {
        sums.iter_mut().zip(shares).for_each(|(sum, share)| *sum += weight * share);
    }
}

/// Looks that are taken at most, on average.
const MOST_LOOKS: f64 = 1e8;

/// One look at a chain.
#[derive(Debug, Clone, Copy)]
pub(in crate::theory) struct Look {
    /// Probability that it is the last before the end [share].
    pub(in crate::theory) last: f64,
    /// Expected time until the next look or the end [time].
    pub(in crate::theory) time: f64,
}

/// The looks at a chain during a while, from the first one at its start.
#[derive(Debug)]
pub(in crate::theory) struct Looks {
    counts: StateWindow,
    fastest: f64,
    next: u64,
    /// Probability that there is a further look after those taken [share].
    further: f64,
}

impl Looks {
    /// Looks at a rate, during a while.
    pub(in crate::theory) fn new(fastest: f64, duration: f64) -> Result<Self, ModelError> {
        if fastest * duration > MOST_LOOKS {
            let expected = "a duration of at most 100 million transitions";
            return Err(ModelError::OutOfRange { name: "duration", found: duration, expected });
        }
        Ok(Self { counts: StateWindow::poisson(fastest * duration)?, fastest, next: 0, further: 1.0 })
    }
}

impl Iterator for Looks {
    type Item = Look;

    fn next(&mut self) -> Option<Look> {
        if self.next > self.counts.last() {
            return None;
        }
        let last = self.counts.probability(self.next);
        self.further = (self.further - last).max(0.0);
        self.next += 1;
        Some(Look { last, time: self.further / self.fastest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_taken_frees_up_exponentially() {
        // Taken at rate 1, freed at rate 3: free with probability 3/4 + 1/4 exp(-4 t).
        let line = Chain::explore(false, 2, |&taken| vec![(!taken, if taken { 3.0 } else { 1.0 })]).unwrap();
        for duration in [0.0, 0.1, 1.0, 50.0, 1e4] {
            let evolution = line.evolve(&line.at_first(), duration).unwrap();
            let free = 0.75 + 0.25 * (-4.0 * duration).exp();
            let free_time = 0.75 * duration + (1.0 - (-4.0 * duration).exp()) / 16.0;
            assert!((evolution.probabilities[0] - free).abs() < 1e-12);
            assert!((evolution.time_spent[0] - free_time).abs() < 1e-11 * duration.max(1.0));
        }
    }

    #[test]
    fn rates_may_change_between_two_stretches_of_time() {
        let pure_birth = Chain::explore(0_u32, 41, |&count| vec![((count + 1).min(40), 2.0)]).unwrap();
        let faster = pure_birth.with_rates(|&count| vec![((count + 1).min(40), 3.0)]).unwrap();
        let first = pure_birth.evolve(&pure_birth.at_first(), 1.0).unwrap();
        let both = faster.evolve(&first.probabilities, 1.0).unwrap();
        assert!((both.probabilities[0] - (-5.0_f64).exp()).abs() < 1e-15);
        assert!((both.probabilities[2] - 12.5 * (-5.0_f64).exp()).abs() < 1e-14);
        assert!(pure_birth.evolve(&pure_birth.at_first(), 1e12).is_err());
        assert!(pure_birth.with_rates(|&count| vec![(count + 1, 1.0)]).is_err());
    }
}

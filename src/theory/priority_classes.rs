//! Priority classes before one team: the highest class first, no contact interrupted, one service rate for all.
//!
//! A class has an answer as long as it and all above it can be carried, whatever waits below.

use super::erlang_c::ErlangC;
use super::error::{ModelError, not_negative, positive};

/// Classes of endless patience, M/M/n with non-preemptive priority.
///
/// ```
/// use switchboard::theory::PriorityClasses;
/// // One agent, two classes of a quarter erlang each.
/// let classes = PriorityClasses { arrival_rates: vec![0.25, 0.25], service_rate: 1.0, agents: 1 };
/// let measures = classes.solve().unwrap();
/// assert!((measures[0].unwrap().mean_wait - 2.0 / 3.0).abs() < 1e-12);
/// assert!((measures[1].unwrap().mean_wait - 4.0 / 3.0).abs() < 1e-12);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct PriorityClasses {
    /// Contacts that arrive, by class, highest priority first [1/time].
    pub arrival_rates: Vec<f64>,
    /// Contacts a busy agent finishes [1/time].
    pub service_rate: f64,
    /// Agents present [agents].
    pub agents: u64,
}

/// What a class sees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PriorityClassMeasures {
    /// Wait over the class's contacts [time].
    pub mean_wait: f64,
    /// The class's contacts waiting on average [contacts].
    pub mean_queue_length: f64,
}

impl PriorityClasses {
    /// Each class's waits, highest priority first; absent for classes whose queue grows without end.
    ///
    /// `W_k = C / (n m) / ((1 - s_(k-1)) (1 - s_k))`, where `C` is the wait probability and `s_k` the load of the
    /// classes down to `k` per agent: Cobham, Operations Research 2 (1954); Kella & Yechiali, Naval Research
    /// Logistics 32 (1985). Below full load `C` is Erlang's; above it somebody of the lowest class always waits.
    pub fn solve(&self) -> Result<Vec<Option<PriorityClassMeasures>>, ModelError> {
        self.arrival_rates.iter().try_for_each(|&rate| not_negative("arrival rate", rate))?;
        positive("service rate", self.service_rate)?;
        let wait_probability = self.wait_probability()?;
        let capacity = self.agents as f64 * self.service_rate;
        let mut higher = 0.0;
        let class = |&arrival_rate: &f64| {
            let (above, down_to) = (1.0 - higher / capacity, 1.0 - (higher + arrival_rate) / capacity);
            higher += arrival_rate;
            let mean_wait = wait_probability / (capacity * above * down_to);
            (down_to > 0.0 && capacity > 0.0)
                .then_some(PriorityClassMeasures { mean_wait, mean_queue_length: arrival_rate * mean_wait })
        };
        Ok(self.arrival_rates.iter().map(class).collect())
    }

    fn wait_probability(&self) -> Result<f64, ModelError> {
        let arrival_rate = self.arrival_rates.iter().sum();
        let together = ErlangC { arrival_rate, service_rate: self.service_rate, agents: self.agents };
        match together.solve() {
            Ok(measures) => Ok(measures.wait_probability),
            Err(ModelError::Overloaded { .. }) => Ok(1.0),
            Err(problem) => Err(problem),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::Chain;
    use proptest::prelude::*;

    fn waits(arrival_rates: &[f64], agents: u64) -> Vec<Option<f64>> {
        let classes = PriorityClasses { arrival_rates: arrival_rates.to_vec(), service_rate: 1.0, agents };
        let solved = classes.solve().unwrap();
        solved.into_iter().map(|class| class.map(|measures| measures.mean_wait)).collect()
    }

    #[test]
    fn two_agents_and_two_classes_agree_with_the_chain_of_their_queues() {
        let rates = [0.4, 0.5];
        // (busy, high waiting, low waiting), cut off where the queue has probability below 0.45^60.
        let chain = Chain::explore((0_u32, 0_u32, 0_u32), 20_000, |&(busy, high, low)| {
            if busy < 2 {
                return vec![((busy + 1, 0, 0), 0.9), ((busy.saturating_sub(1), 0, 0), f64::from(busy))];
            }
            let taken = match (high, low) {
                (0, 0) => (1, 0, 0),
                (0, _) => (2, 0, low - 1),
                _ => (2, high - 1, low),
            };
            let grows = |room: bool, rate| if room { rate } else { 0.0 };
            vec![
                (taken, 2.0),
                ((2, high + 1, low), grows(high < 60, rates[0])),
                ((2, high, low + 1), grows(low < 120, rates[1])),
            ]
        })
        .unwrap();
        let stationary = chain.stationary(1e-13).unwrap();
        let expected = waits(&rates, 2);
        let high = chain.mean(&stationary.probabilities, |state| f64::from(state.1)) / rates[0];
        let low = chain.mean(&stationary.probabilities, |state| f64::from(state.2)) / rates[1];
        assert!((high - expected[0].unwrap()).abs() < 1e-9, "{high}");
        assert!((low - expected[1].unwrap()).abs() < 1e-9, "{low}");
    }

    #[test]
    fn a_class_above_an_endless_queue_still_has_its_wait() {
        // All agents are always busy: the high class waits as in M/M/1 with rate n m given that it must wait.
        assert_eq!(waits(&[1.0, 5.0], 2), [Some(1.0), None]);
        assert_eq!(waits(&[1.0], 0), [None]);
    }

    proptest! {
        #[test]
        fn the_mean_over_classes_is_the_wait_without_priority(first in 0.1..3.0_f64, second in 0.1..3.0_f64) {
            let waits = waits(&[first, second], 7);
            let mean = (first * waits[0].unwrap() + second * waits[1].unwrap()) / (first + second);
            let plain = ErlangC { arrival_rate: first + second, service_rate: 1.0, agents: 7 };
            prop_assert!((mean / plain.solve().unwrap().mean_wait - 1.0).abs() < 1e-12);
        }
    }
}

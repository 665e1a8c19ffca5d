//! Long-run probabilities of a chain, by sweeps of balance equations at several grains.
//!
//! Works with positive numbers only; stops at a residual that is stated, or says that it did not reach it.

use super::Chain;
use super::grids::Grids;
use crate::theory::error::{ModelError, positive};

/// Descents after which an unsettled iteration is given up.
const MOST_DESCENTS: usize = 5_000;

/// Descents after which the grains are drawn anew, by the flows known by then.
const REGROUP_AFTER: usize = 6;

/// Long-run probabilities with their residual.
#[derive(Debug, Clone, PartialEq)]
pub struct Stationary {
    /// Time in each state [share], in the order of the chain's states.
    pub probabilities: Vec<f64>,
    /// Sum over states of |flow in - flow out|, relative to the total flow.
    pub residual: f64,
    /// Descents through the grains it took.
    pub descents: usize,
}

impl<State> Chain<State> {
    /// Long-run probabilities, up to a residual of at most `wanted`; 1e-13 is near the limit of floats.
    ///
    /// The residual is what is left of the balance equations, not the error of a probability: that may be larger by
    /// the time the chain takes to forget its start, counted in transitions.
    pub fn stationary(&self, wanted: f64) -> Result<Stationary, ModelError> {
        positive("residual", wanted)?;
        let count = self.states.len();
        if let Some(state) = self.links.without_return() {
            return Err(ModelError::Reducible { state });
        }
        let mut probabilities = vec![1.0 / count as f64; count];
        let mut residual = self.links.residual(&probabilities);
        let mut grids = Grids::new(&self.links, &probabilities);
        let mut descents = 0;
        while residual > wanted || residual.is_nan() {
            if descents >= MOST_DESCENTS || residual.is_nan() {
                return Err(ModelError::Unsettled { residual, wanted });
            }
            grids.improve(&mut probabilities);
            descents += 1;
            residual = self.links.residual(&probabilities);
            if descents % REGROUP_AFTER == 0 && residual > wanted {
                grids = Grids::new(&self.links, &probabilities);
            }
        }
        Ok(Stationary { probabilities, residual, descents })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::{ErlangA, ErlangB, LimitedLines};

    fn birth_and_death(arrival_rate: f64, last: u64, leaving: impl Fn(u64) -> f64) -> Chain<u64> {
        Chain::explore(0_u64, last as usize + 1, |&contacts| {
            let grows = if contacts < last { arrival_rate } else { 0.0 };
            vec![(contacts + 1, grows), (contacts.saturating_sub(1), leaving(contacts))]
        })
        .unwrap()
    }

    #[test]
    fn the_loss_model_is_a_chain_of_its_lines() {
        let chain = birth_and_death(80.0, 100, |taken| taken as f64);
        let stationary = chain.stationary(1e-13).unwrap();
        let expected = ErlangB { offered_load: 80.0, lines: 100 }.solve().unwrap().blocking;
        assert!((stationary.probabilities[100] / expected - 1.0).abs() < 1e-9);
    }

    #[test]
    fn limited_lines_and_abandonment_are_chains_of_their_contacts() {
        let limited = LimitedLines { arrival_rate: 9.0, service_rate: 1.0, agents: 10, lines: 30 };
        let palm = ErlangA { abandonment_rate: 0.5, ..limited.as_erlang_a() };
        for queue in [limited.as_erlang_a(), palm] {
            let leaving =
                |contacts: u64| contacts.min(10) as f64 + queue.abandonment_rate * contacts.saturating_sub(10) as f64;
            let chain = birth_and_death(9.0, 30, leaving);
            let shares = chain.stationary(1e-13).unwrap().probabilities;
            let waiting = chain.mean(&shares, |&contacts| contacts.saturating_sub(10) as f64);
            let measures = queue.solve().unwrap();
            assert!((waiting - measures.mean_queue_length).abs() < 1e-10);
            assert!((shares[30] - measures.blocked).abs() < 1e-12);
        }
    }

    #[test]
    fn fifty_thousand_states_settle() {
        // Two independent teams as loss models: the joint chain has the product of their probabilities.
        let chain = Chain::explore((0_u32, 0_u32), 60_000, |&(first, second)| {
            let grows = |taken: u32, rate: f64| if taken < 223 { rate } else { 0.0 };
            vec![
                ((first + 1, second), grows(first, 200.0)),
                ((first, second + 1), grows(second, 150.0)),
                ((first.saturating_sub(1), second), f64::from(first)),
                ((first, second.saturating_sub(1)), f64::from(second)),
            ]
        })
        .unwrap();
        assert_eq!(chain.states().len(), 224 * 224);
        let stationary = chain.stationary(1e-10).unwrap();
        let full = chain.mean(&stationary.probabilities, |state| f64::from(u8::from(state.0 == 223)));
        let expected = ErlangB { offered_load: 200.0, lines: 223 }.solve().unwrap().blocking;
        assert!((full / expected - 1.0).abs() < 1e-6, "{} descents", stationary.descents);
    }

    #[test]
    fn a_chain_without_return_is_an_error() {
        let chain = Chain::explore(0, 10, |&state| vec![((state + 1).min(3), 1.0)]).unwrap();
        assert_eq!(chain.stationary(1e-9), Err(ModelError::Reducible { state: 1 }));
        assert!(Chain::explore(0_u64, 10, |&state| vec![(state + 1, 1.0)]).is_err());
        assert!(Chain::explore(0, 10, |_| vec![(1, f64::NAN)]).is_err());
    }
}

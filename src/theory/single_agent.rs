//! The queue M/G/1: one agent, any handling times, known by their mean and spread.
//!
//! Answers only below full load.

use super::error::{ModelError, not_negative, positive};

/// One agent with endless patience and room, handling times of any shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SingleAgent {
    /// Contacts that arrive [1/time].
    pub arrival_rate: f64,
    /// Mean handling time [time].
    pub mean_service: f64,
    /// Standard deviation of handling times over their mean; 0 is constant, 1 exponential.
    pub service_variation: f64,
}

/// What the queue of one agent says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SingleAgentMeasures {
    /// Wait over all contacts [time].
    pub mean_wait: f64,
    /// Contacts waiting on average [contacts].
    pub mean_queue_length: f64,
    /// Time the agent is busy, which is the share of contacts that must wait [share].
    pub occupancy: f64,
}

impl SingleAgent {
    /// Mean wait by Pollaczek (1930) and Khinchine (1932): `r s (1 + v^2) / (2 (1 - r))`.
    ///
    /// ```
    /// use switchboard::theory::SingleAgent;
    /// let constant = SingleAgent { arrival_rate: 0.5, mean_service: 1.0, service_variation: 0.0 };
    /// assert_eq!(constant.solve().unwrap().mean_wait, 0.5);
    /// ```
    pub fn solve(self) -> Result<SingleAgentMeasures, ModelError> {
        not_negative("arrival rate", self.arrival_rate)?;
        positive("mean service time", self.mean_service)?;
        not_negative("variation of service times", self.service_variation)?;
        let occupancy = self.arrival_rate * self.mean_service;
        if occupancy >= 1.0 {
            return Err(ModelError::Overloaded { offered_load: occupancy, agents: 1 });
        }
        let residual = self.mean_service * (1.0 + self.service_variation.powi(2)) / 2.0;
        let mean_wait = occupancy * residual / (1.0 - occupancy);
        Ok(SingleAgentMeasures { mean_wait, mean_queue_length: self.arrival_rate * mean_wait, occupancy })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::ErlangC;

    #[test]
    fn exponential_times_wait_as_erlang_c_and_constant_ones_half_as_long() {
        for arrival_rate in [0.0, 0.1, 0.5, 0.9, 0.999] {
            let exponential = SingleAgent { arrival_rate, mean_service: 1.0, service_variation: 1.0 };
            let constant = SingleAgent { service_variation: 0.0, ..exponential };
            let erlang = ErlangC { arrival_rate, service_rate: 1.0, agents: 1 }.solve().unwrap();
            let wait = exponential.solve().unwrap().mean_wait;
            assert!((wait - erlang.mean_wait).abs() <= 1e-12 * wait);
            assert_eq!(2.0 * constant.solve().unwrap().mean_wait, wait);
        }
    }

    #[test]
    fn full_load_is_an_error() {
        let queue = SingleAgent { arrival_rate: 1.0, mean_service: 1.0, service_variation: 0.0 };
        assert!(queue.solve().is_err());
        assert!(SingleAgent { mean_service: f64::INFINITY, ..queue }.solve().is_err());
    }
}

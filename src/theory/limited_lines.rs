//! The queue M/M/n/K: endless patience, but only so many lines, so what finds them taken is blocked.
//!
//! Palm's model without abandonment; always has an answer, however great the load.

use super::erlang_a::ErlangA;
use super::error::ModelError;

/// Agents behind a limited number of lines (Gross & Harris, "Fundamentals of queueing theory", section 2.5).
///
/// ```
/// use switchboard::theory::LimitedLines;
/// // One agent, one place to wait, as much work as one agent does: one third blocked.
/// let queue = LimitedLines { arrival_rate: 1.0, service_rate: 1.0, agents: 1, lines: 2 };
/// assert!((queue.solve().unwrap().blocking - 1.0 / 3.0).abs() < 1e-12);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LimitedLines {
    /// Contacts that arrive [1/time].
    pub arrival_rate: f64,
    /// Contacts a busy agent finishes [1/time].
    pub service_rate: f64,
    /// Agents present [agents]; at least 1.
    pub agents: u64,
    /// Contacts that fit in, waiting or with an agent [contacts]; at least the agents.
    pub lines: u64,
}

/// What the queue with limited lines says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LimitedLinesMeasures {
    /// Contacts that find every line taken [share of offered].
    pub blocking: f64,
    /// Contacts that must wait [share of offered].
    pub wait_probability: f64,
    /// Wait over contacts that got in [time]; absent if none does.
    pub mean_wait: Option<f64>,
    /// Contacts waiting on average [contacts].
    pub mean_queue_length: f64,
    /// Agents busy on average [agents].
    pub mean_busy: f64,
    /// Time an agent is busy [share].
    pub occupancy: f64,
}

impl LimitedLines {
    /// Blocking and waits in the long run. For waits within a threshold, solve [`Self::as_erlang_a`].
    pub fn solve(self) -> Result<LimitedLinesMeasures, ModelError> {
        let measures = self.as_erlang_a().solve()?;
        Ok(LimitedLinesMeasures {
            blocking: measures.blocked,
            wait_probability: measures.wait_probability,
            mean_wait: measures.mean_wait,
            mean_queue_length: measures.mean_queue_length,
            mean_busy: measures.mean_busy,
            occupancy: measures.occupancy,
        })
    }

    /// The same queue as Palm's model with endless patience.
    pub fn as_erlang_a(self) -> ErlangA {
        ErlangA {
            arrival_rate: self.arrival_rate,
            service_rate: self.service_rate,
            abandonment_rate: 0.0,
            agents: self.agents,
            lines: Some(self.lines),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::erlang_b;

    #[test]
    fn as_many_lines_as_agents_is_the_loss_model() {
        for (load, agents) in [(0.0, 1), (3.5, 4), (80.0, 100), (120_000.0, 100_000)] {
            let queue = LimitedLines { arrival_rate: load, service_rate: 1.0, agents, lines: agents };
            let measures = queue.solve().unwrap();
            let expected = erlang_b::blocking(load, agents);
            assert!((measures.blocking - expected).abs() <= 1e-11 * expected, "{load} {agents}");
            assert_eq!(measures.wait_probability, 0.0);
        }
    }

    #[test]
    fn one_agent_follows_the_geometric_law() {
        // p_i = (1 - r) r^i / (1 - r^(K+1)) with r = 2 and K = 3: 1/15, 2/15, 4/15, 8/15.
        let queue = LimitedLines { arrival_rate: 2.0, service_rate: 1.0, agents: 1, lines: 3 };
        let measures = queue.solve().unwrap();
        assert!((measures.blocking - 8.0 / 15.0).abs() < 1e-15);
        assert!((measures.wait_probability - 6.0 / 15.0).abs() < 1e-15);
        assert!((measures.mean_queue_length - 20.0 / 15.0).abs() < 1e-14);
        // Little's law over those who got in: 20/15 waiting, 2 * 7/15 a time.
        assert!((measures.mean_wait.unwrap() - 20.0 / 14.0).abs() < 1e-14);
    }

    #[test]
    fn too_few_lines_and_no_agents_are_errors() {
        let queue = LimitedLines { arrival_rate: 1.0, service_rate: 1.0, agents: 5, lines: 4 };
        assert_eq!(queue.solve(), Err(ModelError::TooFewLines { lines: 4, agents: 5 }));
        assert!(LimitedLines { agents: 0, ..queue }.solve().is_err());
    }
}

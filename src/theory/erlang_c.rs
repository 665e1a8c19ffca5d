//! Erlang's delay model M/M/n: every contact waits until it is answered.
//!
//! Answers only when the agents can carry the load; a load they cannot carry is an error, never a number.

use super::erlang_b;
use super::error::{ModelError, countable, not_negative, positive};
use super::staffing::{Goal, least_agents};

/// A queue with endless patience and endless room (A. K. Erlang, 1917).
///
/// Rates and times share one unit, chosen by the caller: rates per minute give waits in minutes.
///
/// ```
/// use switchboard::theory::ErlangC;
/// // 360 contacts in half an hour, 240 s each, 55 agents; rates per second.
/// let measures = ErlangC { arrival_rate: 0.2, service_rate: 1.0 / 240.0, agents: 55 }.solve().unwrap();
/// assert_eq!(format!("{:.3}", measures.wait_probability), "0.239");
/// assert_eq!(format!("{:.3}", measures.service_level(15.0)), "0.846");
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ErlangC {
    /// Contacts that arrive [1/time].
    pub arrival_rate: f64,
    /// Contacts a busy agent finishes [1/time].
    pub service_rate: f64,
    /// Agents present [agents].
    pub agents: u64,
}

/// What Erlang's delay model says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ErlangCMeasures {
    /// Contacts that must wait [share].
    pub wait_probability: f64,
    /// Wait over all contacts [time].
    pub mean_wait: f64,
    /// Wait over contacts that must wait [time].
    pub mean_wait_of_delayed: f64,
    /// Contacts waiting on average [contacts].
    pub mean_queue_length: f64,
    /// Agents busy on average [agents].
    pub mean_busy: f64,
    /// Time an agent is busy [share].
    pub occupancy: f64,
}

impl ErlangC {
    /// Waits and queue in the long run; with `a` erlangs and `n` agents, `C = nB / (n - a(1 - B))`.
    pub fn solve(self) -> Result<ErlangCMeasures, ModelError> {
        not_negative("arrival rate", self.arrival_rate)?;
        positive("service rate", self.service_rate)?;
        countable("agents", self.agents)?;
        let (load, agents) = (self.arrival_rate / self.service_rate, self.agents as f64);
        if load >= agents {
            return Err(ModelError::Overloaded { offered_load: load, agents: self.agents });
        }
        let blocking = erlang_b::blocking(load, self.agents);
        let wait_probability = agents * blocking / (agents - load + load * blocking);
        let mean_wait_of_delayed = 1.0 / ((agents - load) * self.service_rate);
        let mean_wait = wait_probability * mean_wait_of_delayed;
        Ok(ErlangCMeasures {
            wait_probability,
            mean_wait,
            mean_wait_of_delayed,
            mean_queue_length: self.arrival_rate * mean_wait,
            mean_busy: load,
            occupancy: load / agents,
        })
    }

    /// Least agents that meet a goal; `self.agents` is not looked at.
    pub fn least_agents(self, goal: Goal) -> Result<u64, ModelError> {
        least_agents(goal, |agents| Ok(Self { agents, ..self }.solve()?.meets(goal)))
    }
}

impl ErlangCMeasures {
    /// Contacts answered within a wait [share].
    pub fn service_level(&self, within: f64) -> f64 {
        if within >= 0.0 { 1.0 - self.wait_tail(within) } else { 0.0 }
    }

    /// Contacts that wait longer than this [share].
    pub fn wait_tail(&self, wait: f64) -> f64 {
        if wait >= 0.0 { self.wait_probability * (-wait / self.mean_wait_of_delayed).exp() } else { 1.0 }
    }

    /// Wait that this share of contacts does not exceed [time]; absent unless 0 <= share < 1.
    pub fn wait_quantile(&self, share: f64) -> Option<f64> {
        if !(0.0..1.0).contains(&share) {
            return None;
        }
        let longer = 1.0 - share;
        let excess = (self.wait_probability / longer).max(1.0).ln();
        Some(self.mean_wait_of_delayed * excess)
    }

    fn meets(&self, goal: Goal) -> bool {
        match goal {
            Goal::ServiceLevel { share, within } => self.service_level(within) >= share,
            Goal::MeanWait(wait) => self.mean_wait <= wait,
            Goal::Occupancy(occupancy) => self.occupancy <= occupancy,
            Goal::Abandoned(_) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Rates per minute: 10 erlangs, 100 contacts of 3 minutes in half an hour.
    const TEN_ERLANGS: ErlangC = ErlangC { arrival_rate: 100.0 / 30.0, service_rate: 1.0 / 3.0, agents: 14 };

    #[test]
    fn forty_eight_erlangs_and_fifty_five_agents_are_as_in_the_worked_example() {
        // https://www.mitan.co.uk/erlang/elgcmath.htm: Ec = 0.239, mean wait 8.2 s, 84.6 % within 15 s.
        let measures = ErlangC { arrival_rate: 0.2, service_rate: 1.0 / 240.0, agents: 55 }.solve().unwrap();
        assert_eq!(format!("{:.3}", measures.wait_probability), "0.239");
        assert_eq!(format!("{:.1}", measures.mean_wait), "8.2");
        assert_eq!(format!("{:.3}", measures.service_level(15.0)), "0.846");
    }

    #[test]
    fn fourteen_agents_answer_ten_erlangs_as_in_the_worked_example() {
        // https://www.callcentrehelper.com/erlang-c-formula-example-121281.htm:
        // wait probability 17.4 %, 88.8 % within 20 s, mean wait 7.8 s, occupancy 71.4 %, 14 agents for 80/20.
        let measures = TEN_ERLANGS.solve().unwrap();
        assert_eq!(format!("{:.1}", 100.0 * measures.wait_probability), "17.4");
        assert_eq!(format!("{:.1}", 100.0 * measures.service_level(20.0 / 60.0)), "88.8");
        assert_eq!(format!("{:.1}", 60.0 * measures.mean_wait), "7.8");
        assert_eq!(format!("{:.1}", 100.0 * measures.occupancy), "71.4");
        let goal = Goal::ServiceLevel { share: 0.8, within: 20.0 / 60.0 };
        assert_eq!(TEN_ERLANGS.least_agents(goal), Ok(14));
    }

    #[test]
    fn one_agent_waits_as_the_single_server_queue() {
        // M/M/1 with load 1/2: half must wait, 1 service time on average.
        let measures = ErlangC { arrival_rate: 0.5, service_rate: 1.0, agents: 1 }.solve().unwrap();
        assert!((measures.wait_probability - 0.5).abs() < 1e-15);
        assert!((measures.mean_wait - 1.0).abs() < 1e-15);
        assert_eq!(measures.wait_quantile(0.5), Some(0.0));
        assert!((measures.wait_quantile(0.75).unwrap() - 2.0 * 2.0_f64.ln()).abs() < 1e-14);
        assert_eq!(measures.wait_quantile(1.0), None);
    }

    #[test]
    fn a_load_nobody_can_carry_is_an_error() {
        for agents in [0, 9, 10] {
            assert!(matches!(ErlangC { agents, ..TEN_ERLANGS }.solve(), Err(ModelError::Overloaded { .. })));
        }
        assert!(ErlangC { service_rate: 0.0, ..TEN_ERLANGS }.solve().is_err());
        assert!(TEN_ERLANGS.least_agents(Goal::ServiceLevel { share: 1.0, within: 0.0 }).is_err());
    }

    #[test]
    fn each_goal_is_met_by_the_least_agents_and_by_no_fewer() {
        let goals = [Goal::ServiceLevel { share: 0.9, within: 0.1 }, Goal::MeanWait(0.05), Goal::Occupancy(0.85)];
        for goal in goals {
            let agents = TEN_ERLANGS.least_agents(goal).unwrap();
            assert!(ErlangC { agents, ..TEN_ERLANGS }.solve().unwrap().meets(goal));
            assert!(!ErlangC { agents: agents - 1, ..TEN_ERLANGS }.solve().unwrap().meets(goal));
        }
        assert_eq!(TEN_ERLANGS.least_agents(Goal::Occupancy(0.85)), Ok(12));
    }

    #[test]
    fn a_hundred_thousand_agents_follow_halfin_and_whitt() {
        // Halfin & Whitt, Operations Research 29 (1981): with n = a + b sqrt(a), the wait probability
        // tends to 1 / (1 + b Phi(b)/phi(b)); for b = 1 that is 0.22336. The error is of order 1/sqrt(n).
        let load = 100_000.0 - 316.0;
        let measures = ErlangC { arrival_rate: load, service_rate: 1.0, agents: 100_000 }.solve().unwrap();
        assert!((measures.wait_probability - 0.223_36).abs() < 1.0 / 316.0);
    }

    proptest! {
        #[test]
        fn more_agents_wait_less_and_more_load_waits_more(load in 0.1..300.0_f64, spare in 1_u64..50) {
            let agents = load.ceil() as u64 + spare;
            let at = |arrival_rate, agents| ErlangC { arrival_rate, service_rate: 1.0, agents }.solve().unwrap();
            prop_assert!(at(load, agents + 1).mean_wait <= at(load, agents).mean_wait);
            prop_assert!(at(load * 0.99, agents).wait_probability <= at(load, agents).wait_probability);
        }

        #[test]
        fn quantile_and_tail_are_inverse(load in 0.1..0.999_f64, share in 0.0..0.999_f64) {
            let measures = ErlangC { arrival_rate: load, service_rate: 1.0, agents: 1 }.solve().unwrap();
            let wait = measures.wait_quantile(share).unwrap();
            prop_assert!(measures.service_level(wait) >= share - 1e-12);
        }
    }
}

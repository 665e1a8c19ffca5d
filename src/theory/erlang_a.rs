//! Palm's model with abandonment M/M/n+M, called Erlang A, with as many lines as wanted or endlessly many.
//!
//! Every measure is a sum of positive terms over the states that matter; none is a difference of large numbers.
//!
//! With `n` agents, service rate `m` and abandonment rate `t`, a contact that finds all agents busy and
//! `k` waiting is offered a wait `V` of `k + 1` exponential stages with rates `n m + j t`, `j = 0..=k`
//! (Palm 1957; Garnett, Mandelbaum & Reiman, M&SOM 4, 2002; Mandelbaum & Zeltyn, "The Palm/Erlang-A queue,
//! with applications to call centers", 2005). The [`wait`](self::wait) half gives its whole distribution.

mod wait;

pub use wait::WithinThreshold;

use super::error::{ModelError, countable, not_negative, positive};
use super::staffing::{Goal, least_agents};
use super::state_window::StateWindow;

/// Contacts up to which floats count one by one; more lines than that are endlessly many [contacts].
const ENDLESS: u64 = 1 << 53;

/// A queue whose waiting contacts give up after an exponential patience.
///
/// Rates and times share one unit, chosen by the caller: rates per minute give waits in minutes.
///
/// ```
/// use switchboard::theory::ErlangA;
/// // 20 contacts a minute, 5 minutes each, patience 3 minutes, 100 agents; rates per minute.
/// let queue = ErlangA {
///     arrival_rate: 20.0,
///     service_rate: 1.0 / 5.0,
///     abandonment_rate: 1.0 / 3.0,
///     agents: 100,
///     lines: None,
/// };
/// let measures = queue.solve().unwrap();
/// assert_eq!(format!("{:.7}", measures.wait_probability), "0.4516175");
/// assert_eq!(format!("{:.4}", measures.within(20.0 / 60.0).answered), "0.8019");
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ErlangA {
    /// Contacts that arrive [1/time].
    pub arrival_rate: f64,
    /// Contacts a busy agent finishes [1/time].
    pub service_rate: f64,
    /// Waiting contacts that give up, each [1/time]; 0 is endless patience.
    pub abandonment_rate: f64,
    /// Agents present [agents].
    pub agents: u64,
    /// Contacts that fit in, waiting or with an agent [contacts]; `None` is endless room.
    pub lines: Option<u64>,
}

/// What Palm's model says. Shares of offered add up: answered + abandoned + blocked = 1.
#[derive(Debug, Clone, PartialEq)]
pub struct ErlangAMeasures {
    /// Contacts that find every line taken [share of offered].
    pub blocked: f64,
    /// Contacts that must wait [share of offered].
    pub wait_probability: f64,
    /// Contacts that give up waiting [share of offered].
    pub abandoned: f64,
    /// Contacts that reach an agent [share of offered].
    pub answered: f64,
    /// Wait over all contacts that got in, answered or abandoned [time]; absent if none does.
    pub mean_wait: Option<f64>,
    /// Wait over answered contacts [time]; absent if none is.
    pub mean_wait_of_answered: Option<f64>,
    /// Wait over abandoned contacts [time]; absent if none is.
    pub mean_wait_of_abandoned: Option<f64>,
    /// Wait over contacts that must wait [time]; absent if none must.
    pub mean_wait_of_delayed: Option<f64>,
    /// Contacts waiting on average [contacts].
    pub mean_queue_length: f64,
    /// Agents busy on average [agents].
    pub mean_busy: f64,
    /// Time an agent is busy [share]; 0 without agents.
    pub occupancy: f64,
    /// What was solved.
    queue: ErlangA,
    /// Time with each number of contacts present [share].
    states: StateWindow,
}

/// Sums over the states an arriving contact may find.
#[derive(Default)]
struct Sums {
    /// An agent is free [share of offered].
    free: f64,
    /// No line is free [share of offered].
    blocked: f64,
    /// Must wait [share of offered].
    delayed: f64,
    /// Must wait and is answered [share of offered].
    answered_late: f64,
    /// Gives up [share of offered].
    abandoned: f64,
    /// Wait of those answered, 0 for others [time].
    wait_of_answered: f64,
    /// Wait of those who give up, 0 for others [time].
    wait_of_abandoned: f64,
    /// Contacts waiting [contacts].
    queue_length: f64,
    /// Agents busy [agents].
    busy: f64,
}

impl ErlangA {
    /// Measures in the long run.
    ///
    /// The work is proportional to the states that matter, about ten times the root of the load, plus the
    /// longest queue that matters. States rarer than 1e-25 of the likeliest are left out; the relative error
    /// of every measure is rounding, below 1e-10 up to 100,000 agents.
    pub fn solve(self) -> Result<ErlangAMeasures, ModelError> {
        self.check()?;
        let last = self.lines.unwrap_or(ENDLESS).min(ENDLESS);
        let states = StateWindow::around(self.mode(last)?, last, |state| self.ratio(state))?;
        let sums = self.sums(&states);
        let delayed_wait = sums.wait_of_answered + sums.wait_of_abandoned;
        let answered = sums.free + sums.answered_late;
        Ok(ErlangAMeasures {
            blocked: sums.blocked,
            wait_probability: sums.delayed,
            abandoned: sums.abandoned,
            answered,
            mean_wait: ratio(delayed_wait, sums.free + sums.delayed),
            mean_wait_of_answered: ratio(sums.wait_of_answered, answered),
            mean_wait_of_abandoned: ratio(sums.wait_of_abandoned, sums.abandoned),
            mean_wait_of_delayed: ratio(delayed_wait, sums.delayed),
            mean_queue_length: sums.queue_length,
            mean_busy: sums.busy,
            occupancy: sums.busy / self.agents.max(1) as f64,
            queue: self,
            states,
        })
    }

    /// Least agents that meet a goal; `self.agents` is not looked at. Agents beyond the lines count as the lines.
    pub fn least_agents(self, goal: Goal) -> Result<u64, ModelError> {
        let most = self.lines.unwrap_or(u64::MAX);
        least_agents(goal, |agents| {
            let measures = Self { agents: agents.min(most), ..self }.solve()?;
            Ok(measures.meets(goal))
        })
    }

    fn check(&self) -> Result<(), ModelError> {
        not_negative("arrival rate", self.arrival_rate)?;
        positive("service rate", self.service_rate)?;
        not_negative("abandonment rate", self.abandonment_rate)?;
        countable("agents", self.agents)?;
        match self.lines {
            Some(lines) if lines < self.agents => Err(ModelError::TooFewLines { lines, agents: self.agents }),
            _ => Ok(()),
        }
    }

    /// Contacts all agents together finish when busy [1/time].
    fn full_service_rate(&self) -> f64 {
        self.agents as f64 * self.service_rate
    }

    /// Likeliest number of contacts present.
    fn mode(&self, last: u64) -> Result<u64, ModelError> {
        let excess = self.arrival_rate - self.full_service_rate();
        let mode = if excess < 0.0 {
            (self.arrival_rate / self.service_rate) as u64
        } else if self.abandonment_rate > 0.0 {
            self.agents.saturating_add((excess / self.abandonment_rate) as u64)
        } else if self.agents > 0 && last < ENDLESS {
            last
        } else {
            let offered_load = self.arrival_rate / self.service_rate;
            return Err(ModelError::Overloaded { offered_load, agents: self.agents });
        };
        self.queue_of_reach(mode.min(last))
    }

    /// Refuses a mode whose queue is too long to be summed over.
    fn queue_of_reach(&self, mode: u64) -> Result<u64, ModelError> {
        let most = super::state_window::MOST_STATES;
        if mode.saturating_sub(self.agents) > most as u64 {
            return Err(ModelError::TooManyStates { most });
        }
        Ok(mode)
    }

    /// Weight of one contact more, relative to this many contacts.
    fn ratio(&self, contacts: u64) -> f64 {
        let busy = (contacts + 1).min(self.agents);
        let waiting = contacts + 1 - busy;
        let leaving = busy as f64 * self.service_rate + waiting as f64 * self.abandonment_rate;
        self.arrival_rate / leaving
    }

    fn sums(&self, states: &StateWindow) -> Sums {
        let mut sums = Sums::default();
        for (state, &share) in (states.first..).zip(&states.probabilities) {
            sums.busy += share * state.min(self.agents) as f64;
            sums.queue_length += share * state.saturating_sub(self.agents) as f64;
            if Some(state) == self.lines {
                sums.blocked += share;
            } else if state < self.agents {
                sums.free += share;
            } else {
                sums.delayed += share;
            }
        }
        self.add_waits(states, &mut sums);
        sums
    }

    /// Adds what becomes of contacts that find `ahead` waiting.
    ///
    /// Such a contact is answered with probability `c / (c + (ahead + 1) t)`, where `c = n m`, the product of
    /// the stages' Laplace transforms at `t`. Its derivative gives the wait of the answered; the rest of the
    /// mean wait `(ahead + 1) / (c + (ahead + 1) t)` is that of the abandoned, written without a difference.
    fn add_waits(&self, states: &StateWindow, sums: &mut Sums) {
        let (service, patience_end) = (self.full_service_rate(), self.abandonment_rate);
        let (mut wait_if_answered, mut left_ahead) = (0.0, 0.0);
        for (ahead, share) in self.delayed_states(states) {
            let place = ahead as f64 + 1.0;
            let stage = service + place * patience_end;
            wait_if_answered += 1.0 / stage;
            left_ahead += place / stage;
            sums.answered_late += share * service / stage;
            sums.abandoned += share * place * patience_end / stage;
            sums.wait_of_answered += share * service / stage * wait_if_answered;
            sums.wait_of_abandoned += share * patience_end / stage * left_ahead;
        }
    }

    /// Number already waiting, from none on, with the probability to find them [share of offered].
    fn delayed_states<'a>(&'a self, states: &'a StateWindow) -> impl Iterator<Item = (u64, f64)> + 'a {
        let end = self.lines.unwrap_or(ENDLESS).min(states.last() + 1);
        let most_ahead = end.saturating_sub(self.agents);
        (0..most_ahead).map(|ahead| (ahead, states.probability(self.agents + ahead)))
    }
}

impl ErlangAMeasures {
    /// Time with exactly this many contacts present, waiting or with an agent [share].
    pub fn state_probability(&self, contacts: u64) -> f64 {
        self.states.probability(contacts)
    }

    fn has_agents_if_needed(&self) -> bool {
        self.queue.agents > 0 || self.queue.arrival_rate == 0.0
    }

    fn meets(&self, goal: Goal) -> bool {
        match goal {
            Goal::ServiceLevel { share, within } => self.within(within).answered >= share,
            Goal::MeanWait(wait) => self.mean_wait.is_some_and(|mean| mean <= wait),
            // Without agents nobody is busy, yet that is no answer to contacts that arrive.
            Goal::Occupancy(occupancy) => self.occupancy <= occupancy && self.has_agents_if_needed(),
            Goal::Abandoned(share) => self.abandoned <= share,
        }
    }
}

/// A quotient, absent when there is nothing to divide by.
fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

#[cfg(test)]
mod tests;

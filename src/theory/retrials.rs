//! Lines without a queue whose blocked contacts try again: the retrial queue M/M/n/n.
//!
//! The chain of (lines taken, contacts about to retry) is solved by elimination with positive numbers only, level
//! by level from the most retrying downwards, so the answer is exact up to rounding and a cut-off that is stated.

use super::erlang_b;
use super::error::{ModelError, not_negative, positive, share};
use super::state_window::MOST_STATES;

/// Lines whose blocked contacts come back after an exponential time, each on its own.
///
/// ```
/// use switchboard::theory::Retrials;
/// // One line, half taken: blocked half the time; mean number retrying r(a + r g)/((1 - r) g) = 1 at g = 1.
/// let lines = Retrials { arrival_rate: 0.5, service_rate: 1.0, retrial_rate: 1.0, return_probability: 1.0, lines: 1 };
/// let measures = lines.solve().unwrap();
/// assert!((measures.blocking - 0.5).abs() < 1e-12);
/// assert!((measures.mean_retrying - 1.0).abs() < 1e-12);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Retrials {
    /// Contacts that arrive for the first time [1/time].
    pub arrival_rate: f64,
    /// Contacts a taken line finishes [1/time].
    pub service_rate: f64,
    /// Contacts about to retry that do so, each [1/time].
    pub retrial_rate: f64,
    /// Blocked attempts, first or later, that are followed by another [share].
    pub return_probability: f64,
    /// Contacts that can be held at once [lines].
    pub lines: u64,
}

/// What the retrial queue says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RetrialMeasures {
    /// Time with every line taken, which is what first attempts see [share].
    pub blocking: f64,
    /// Contacts about to retry on average [contacts].
    pub mean_retrying: f64,
    /// Lines taken on average [erlangs].
    pub mean_busy: f64,
    /// Retrials a contact makes on average [retrials per first attempt]; absent without arrivals.
    pub retrials_per_contact: Option<f64>,
    /// Contacts that never get a line [share of first attempts]; absent without arrivals.
    pub lost: Option<f64>,
    /// Most contacts retrying at once in the chain; more of them are given up as lost.
    pub most_retrying: usize,
    /// Time spent at that cut-off [share], an order of magnitude of the error it makes.
    pub neglected: f64,
}

/// Time at the cut-off that is accepted [share].
const NEGLIGIBLE: f64 = 1e-18;

/// What a stay at one level amounts to, from its start with every line taken until the level below is reached.
#[derive(Clone, Copy, Default)]
struct Stay {
    /// Time with every line taken [time].
    full: f64,
    /// Time at the level [time].
    total: f64,
    /// Lines taken, summed over the time [lines x time].
    busy: f64,
}

/// One number of lines taken at a level, after all lower numbers have been eliminated.
#[derive(Clone, Copy)]
struct Eliminated {
    /// Rate of leaving for one line more, or for the level below [1/time].
    out: f64,
    /// Mass that arrives here or passes, from a stay above that has ended [share].
    landed: f64,
}

impl Retrials {
    /// Measures in the long run; the work is lines times the most that retry.
    pub fn solve(self) -> Result<RetrialMeasures, ModelError> {
        self.check()?;
        let load = self.arrival_rate / self.service_rate;
        if erlang_b::blocking(load, self.lines) == 0.0 {
            return Ok(self.never_blocked(load));
        }
        let mut most_retrying = 64;
        loop {
            let measures = self.solve_up_to(most_retrying);
            if measures.neglected < NEGLIGIBLE {
                return Ok(measures);
            }
            most_retrying *= 2;
            if most_retrying.saturating_mul(self.lines as usize) > 20 * MOST_STATES {
                return Err(ModelError::TooManyStates { most: 20 * MOST_STATES });
            }
        }
    }

    fn check(self) -> Result<(), ModelError> {
        not_negative("arrival rate", self.arrival_rate)?;
        positive("service rate", self.service_rate)?;
        positive("retrial rate", self.retrial_rate)?;
        share("return probability", self.return_probability)?;
        let offered_load = self.arrival_rate / self.service_rate;
        if self.lines == 0 || (self.return_probability == 1.0 && offered_load >= self.lines as f64) {
            return Err(ModelError::Overloaded { offered_load, agents: self.lines });
        }
        if self.lines > MOST_STATES as u64 {
            return Err(ModelError::TooManyStates { most: MOST_STATES });
        }
        Ok(())
    }

    /// The answer when blocking is too rare for a number.
    fn never_blocked(self, mean_busy: f64) -> RetrialMeasures {
        let nothing = (self.arrival_rate > 0.0).then_some(0.0);
        RetrialMeasures {
            blocking: 0.0,
            mean_retrying: 0.0,
            mean_busy,
            retrials_per_contact: nothing,
            lost: nothing,
            most_retrying: 0,
            neglected: 0.0,
        }
    }

    fn solve_up_to(self, most_retrying: usize) -> RetrialMeasures {
        let mut stays = vec![Stay::default(); most_retrying + 1];
        let mut landing = vec![0.0; self.lines as usize + 1];
        for level in (0..=most_retrying).rev() {
            let joining = if level == most_retrying { 0.0 } else { self.joining_rate() };
            stays[level] = self.stay(level as f64, joining, &mut landing);
        }
        self.measures(&stays)
    }

    /// Rate at which blocked first attempts join the retrying, with every line taken [1/time].
    fn joining_rate(self) -> f64 {
        self.arrival_rate * self.return_probability
    }

    /// The stay at a level; `landing` holds with how many lines taken the stay above ends, and then that of this one.
    ///
    /// The lowest level is never left, so time there is counted per unit of time with every line taken.
    fn stay(self, retrying: f64, joining: f64, landing: &mut [f64]) -> Stay {
        let retry = retrying * self.retrial_rate;
        let given_up = retry * (1.0 - self.return_probability);
        let mut states = Vec::with_capacity(landing.len());
        let (mut downwards, mut landed, mut escaped) = (0.0, 0.0, 0.0);
        for (taken, &here) in landing[..self.lines as usize].iter().enumerate() {
            let escape = retry + downwards;
            let out = self.arrival_rate + escape;
            landed += here;
            states.push(Eliminated { out, landed });
            escaped += landed * escape / out;
            landed *= self.arrival_rate / out;
            downwards = (taken as f64 + 1.0) * self.service_rate * escape / out;
        }
        let leaving = given_up + downwards + joining * escaped;
        let full = if retrying == 0.0 { 1.0 } else { 1.0 / leaving };
        landing.fill(0.0);
        landing[states.len()] = full * given_up;
        self.back_substitute(full, full * joining, retry, &states, landing)
    }

    /// Times in the eliminated states, from the most lines taken downwards; fills in where the stay ends.
    fn back_substitute(self, full: f64, entries: f64, retry: f64, states: &[Eliminated], landing: &mut [f64]) -> Stay {
        let mut stay = Stay { full, total: full, busy: full * states.len() as f64 };
        let mut time = full;
        for (taken, state) in states.iter().enumerate().rev() {
            let finished = time * (taken as f64 + 1.0) * self.service_rate;
            time = (finished + entries * state.landed) / state.out;
            landing[taken + 1] += time * retry;
            stay.total += time;
            stay.busy += time * taken as f64;
        }
        stay
    }

    /// Long-run shares of the levels: each is entered as often as the one below is left upwards.
    fn measures(self, stays: &[Stay]) -> RetrialMeasures {
        let logarithms: Vec<f64> = stays
            .windows(2)
            .scan(0.0, |entries, pair| {
                *entries += (pair[0].full * self.joining_rate()).ln();
                Some(*entries)
            })
            .collect();
        let logarithms: Vec<f64> = std::iter::once(0.0).chain(logarithms).collect();
        let highest = logarithms.iter().copied().fold(0.0, f64::max);
        let weights: Vec<f64> = logarithms.iter().map(|entries| (entries - highest).exp()).collect();
        let sum = |of: fn(usize, &Stay) -> f64| -> f64 {
            weights.iter().zip(stays).enumerate().map(|(level, (weight, stay))| weight * of(level, stay)).sum()
        };
        let total = sum(|_, stay| stay.total);
        let top = stays.len() - 1;
        let mean_retrying = sum(|level, stay| level as f64 * stay.total) / total;
        let mean_busy = sum(|_, stay| stay.busy) / total;
        let retrying_when_full = sum(|level, stay| level as f64 * stay.full) / total;
        let blocking = sum(|_, stay| stay.full) / total;
        let blocked = self.arrival_rate * blocking + self.retrial_rate * retrying_when_full;
        RetrialMeasures {
            blocking,
            mean_retrying,
            mean_busy,
            retrials_per_contact: Some(self.retrial_rate * mean_retrying / self.arrival_rate),
            lost: Some((1.0 - self.return_probability) * blocked / self.arrival_rate),
            most_retrying: top,
            neglected: weights[top] * stays[top].total / total,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::{Chain, ErlangC};

    fn lines(arrival_rate: f64, retrial_rate: f64, return_probability: f64, lines: u64) -> Retrials {
        Retrials { arrival_rate, service_rate: 1.0, retrial_rate, return_probability, lines }
    }

    #[test]
    fn one_line_follows_the_closed_form() {
        // Falin & Templeton, "Retrial queues" (1997), section 1.2: mean retrying r (a + r g) / ((1 - r) g), m = 1.
        for load in [0.1, 0.5, 0.9] {
            for rate in [0.01, 1.0, 20.0] {
                let measures = lines(load, rate, 1.0, 1).solve().unwrap();
                let expected = load * (load + load * rate) / ((1.0 - load) * rate);
                assert!((measures.blocking - load).abs() < 1e-11, "{load} {rate} {measures:?}");
                assert!((measures.mean_retrying / expected - 1.0).abs() < 1e-10, "{load} {rate} {measures:?}");
            }
        }
    }

    #[test]
    fn three_lines_agree_with_the_chain_of_their_states() {
        let model = lines(2.5, 0.7, 0.8, 3);
        let chain = Chain::explore((0_u32, 0_u32), 1000, |&(taken, retrying)| {
            let rate = f64::from(retrying) * model.retrial_rate;
            let below = retrying.saturating_sub(1);
            let mut moves = vec![((taken.saturating_sub(1), retrying), f64::from(taken))];
            if taken < 3 {
                moves.extend([((taken + 1, retrying), 2.5), ((taken + 1, below), rate)]);
            } else {
                let joins = if retrying < 150 { 2.5 * 0.8 } else { 0.0 };
                moves.extend([((taken, retrying + 1), joins), ((taken, below), 0.2 * rate)]);
            }
            moves
        })
        .unwrap();
        let stationary = chain.stationary(1e-13).unwrap();
        let mean = |of: fn(&(u32, u32)) -> f64| chain.mean(&stationary.probabilities, of);
        let measures = model.solve().unwrap();
        assert!((measures.mean_retrying - mean(|state| f64::from(state.1))).abs() < 1e-9);
        assert!((measures.mean_busy - mean(|state| f64::from(state.0))).abs() < 1e-9);
        assert!((measures.blocking - mean(|state| f64::from(u32::from(state.0 == 3)))).abs() < 1e-9);
    }

    #[test]
    fn what_is_not_lost_is_carried() {
        for model in [lines(90.0, 2.0, 0.9, 100), lines(150.0, 5.0, 0.5, 100), lines(95.0, 1.0, 1.0, 100)] {
            let measures = model.solve().unwrap();
            let carried = model.arrival_rate * (1.0 - measures.lost.unwrap());
            assert!((carried / measures.mean_busy - 1.0).abs() < 1e-10, "{measures:?}");
        }
    }

    #[test]
    fn nobody_who_returns_is_the_loss_model_and_quick_return_the_delay_model() {
        let lost = lines(8.0, 1.0, 0.0, 10).solve().unwrap();
        assert!((lost.blocking - erlang_b::blocking(8.0, 10)).abs() < 1e-12);
        // Retrying ever faster, contacts lose no line that is free, in random order: Erlang C but for 1/rate.
        let queue = ErlangC { arrival_rate: 8.0, service_rate: 1.0, agents: 10 }.solve().unwrap();
        let quick = lines(8.0, 1e6, 1.0, 10).solve().unwrap();
        assert!((quick.blocking - queue.wait_probability).abs() < 1e-4);
        assert!((quick.mean_retrying - queue.mean_queue_length).abs() < 1e-3);
    }

    #[test]
    fn the_edges_have_plain_answers() {
        assert_eq!(lines(0.0, 1.0, 1.0, 2).solve().unwrap().retrials_per_contact, None);
        assert_eq!(lines(1.0, 1.0, 1.0, 5000).solve().unwrap().blocking, 0.0);
        assert!(lines(2.0, 1.0, 1.0, 2).solve().is_err());
        assert!(lines(2.0, 1.0, 1.0, 0).solve().is_err());
        assert!(lines(2.0, 1.0, 1.5, 2).solve().is_err());
    }
}

//! Palm's model over a day M(t)/M/n(t)+M: arrivals and agents change at the borders of intervals.
//!
//! Solves Kolmogorov's equations with positive numbers only; what it cuts off is counted and stated.
//!
//! When agents leave, the busy ones first finish their contact: until then more are busy than present, and no
//! contact is taken while as many are busy as are present. When agents come, they take waiting contacts at once.

use super::chain::Looks;
use super::error::{ModelError, not_negative, positive};
use super::state_window::MOST_STATES;

/// A queue with abandonment and endless room, whose arrivals and agents change.
///
/// ```
/// use switchboard::theory::{StaffedInterval, TimeVarying};
/// let interval = |arrival_rate, agents| StaffedInterval { duration: 30.0, arrival_rate, agents };
/// let day = TimeVarying {
///     service_rate: 1.0 / 4.0,
///     abandonment_rate: 1.0 / 3.0,
///     initial_contacts: 0,
///     intervals: vec![interval(2.0, 10), interval(3.0, 12), interval(1.0, 8)],
/// };
/// let measures = day.solve().unwrap();
/// assert!((measures.intervals[1].arrivals - 90.0).abs() < 1e-9);
/// assert!(measures.intervals[1].abandoned > measures.intervals[2].abandoned);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct TimeVarying {
    /// Contacts a busy agent finishes [1/time].
    pub service_rate: f64,
    /// Waiting contacts that give up, each [1/time]; 0 is endless patience.
    pub abandonment_rate: f64,
    /// Contacts present at the start, with an agent as far as there are agents [contacts].
    pub initial_contacts: u64,
    /// The day, one after the other.
    pub intervals: Vec<StaffedInterval>,
}

/// A while with constant arrivals and agents.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StaffedInterval {
    /// How long it lasts [time].
    pub duration: f64,
    /// Contacts that arrive [1/time].
    pub arrival_rate: f64,
    /// Agents present [agents].
    pub agents: u64,
}

/// What happens over the day.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeVaryingMeasures {
    /// What happens in each interval, booked when it happens.
    pub intervals: Vec<IntervalMeasures>,
    /// Most contacts waiting at once in the equations [contacts].
    pub most_waiting: usize,
    /// Contacts cut off there, which is the error made [contacts].
    pub cut_off: f64,
}

/// What happens in an interval, as expectations.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct IntervalMeasures {
    /// Contacts that arrive [contacts].
    pub arrivals: f64,
    /// Of those, contacts that find no agent free to take them [contacts].
    pub must_wait: f64,
    /// Contacts that give up during the interval [contacts].
    pub abandoned: f64,
    /// Contacts that reach an agent during the interval [contacts].
    pub answered: f64,
    /// Time contacts spend waiting during the interval, summed over contacts [contacts x time].
    pub waiting_time: f64,
    /// Time agents are busy during the interval, summed over agents [agents x time].
    pub busy_time: f64,
    /// Contacts waiting when the interval ends [contacts].
    pub waiting_at_end: f64,
}

/// Contacts cut off that are accepted [share of arrivals].
const NEGLIGIBLE: f64 = 1e-12;

impl TimeVarying {
    /// Expectations for every interval.
    ///
    /// Uniformization within each interval. The room to wait in is doubled until less than 1e-12 of the contacts are
    /// cut off. The work is duration times the fastest rate times the states: agents plus room to wait, and that
    /// room again for each busy agent in excess of those present.
    pub fn solve(&self) -> Result<TimeVaryingMeasures, ModelError> {
        self.check()?;
        let arrivals: f64 = self.intervals.iter().map(|part| part.duration * part.arrival_rate).sum();
        let mut most_waiting = 64_usize.saturating_add(self.initial_contacts as usize);
        loop {
            let measures = self.solve_up_to(most_waiting)?;
            if measures.cut_off <= NEGLIGIBLE * arrivals {
                return Ok(measures);
            }
            most_waiting *= 2;
        }
    }

    fn check(&self) -> Result<(), ModelError> {
        positive("service rate", self.service_rate)?;
        not_negative("abandonment rate", self.abandonment_rate)?;
        for interval in &self.intervals {
            positive("duration", interval.duration)?;
            not_negative("arrival rate", interval.arrival_rate)?;
        }
        Ok(())
    }

    fn solve_up_to(&self, most_waiting: usize) -> Result<TimeVaryingMeasures, ModelError> {
        let agents = self.intervals.first().map_or(0, |interval| interval.agents);
        let mut present = Present::new(agents, self.initial_contacts, most_waiting)?;
        let mut answer = TimeVaryingMeasures { intervals: Vec::new(), most_waiting, cut_off: 0.0 };
        for interval in &self.intervals {
            let waiting_before = present.totals().waiting;
            present = present.restaffed(interval.agents)?;
            let (time, end) = self.run(*interval, present)?;
            present = end;
            answer.cut_off += interval.arrival_rate * time.at_cut_off;
            answer.intervals.push(self.booked(*interval, time, present.totals().waiting - waiting_before));
            if let Some(last) = answer.intervals.last_mut() {
                last.waiting_at_end = present.totals().waiting;
            }
        }
        Ok(answer)
    }

    /// Time spent during an interval, and who is present at its end.
    fn run(&self, interval: StaffedInterval, start: Present) -> Result<(Totals, Present), ModelError> {
        let rates = Rates {
            arrival: interval.arrival_rate,
            service: self.service_rate,
            abandonment: self.abandonment_rate,
            fastest: start.fastest(interval.arrival_rate, self.service_rate, self.abandonment_rate),
        };
        let mut end = start.emptied();
        let mut spent = Totals::default();
        let mut now = start;
        for look in Looks::new(rates.fastest, interval.duration)? {
            end.add(look.last, &now);
            spent.add(look.time, now.totals());
            now = now.next_look(rates);
        }
        end.forget_rare_excess();
        Ok((spent, end))
    }

    fn booked(&self, interval: StaffedInterval, time: Totals, more_waiting: f64) -> IntervalMeasures {
        let arrivals = interval.arrival_rate * interval.duration;
        let abandoned = self.abandonment_rate * time.waiting;
        let lost = interval.arrival_rate * time.at_cut_off;
        IntervalMeasures {
            arrivals,
            must_wait: interval.arrival_rate * time.no_agent_free,
            abandoned,
            answered: arrivals - lost - abandoned - more_waiting,
            waiting_time: time.waiting,
            busy_time: time.busy,
            waiting_at_end: 0.0,
        }
    }
}

/// Rates within an interval [1/time].
#[derive(Clone, Copy)]
struct Rates {
    arrival: f64,
    service: f64,
    abandonment: f64,
    /// At least the rate at which any state is left.
    fastest: f64,
}

/// Expectations over who is present, or their integrals over time.
#[derive(Clone, Copy, Default)]
struct Totals {
    /// Contacts waiting [contacts].
    waiting: f64,
    /// Agents busy [agents].
    busy: f64,
    /// No agent free to take a contact [share].
    no_agent_free: f64,
    /// No room to wait left in the equations [share].
    at_cut_off: f64,
}

impl Totals {
    fn add(&mut self, weight: f64, other: Self) {
        self.waiting += weight * other.waiting;
        self.busy += weight * other.busy;
        self.no_agent_free += weight * other.no_agent_free;
        self.at_cut_off += weight * other.at_cut_off;
    }
}

/// Probabilities of who is present.
#[derive(Debug, Clone, PartialEq)]
struct Present {
    /// Agents present [agents].
    agents: usize,
    /// Most contacts waiting [contacts].
    most_waiting: usize,
    /// By contacts present, when no more agents are busy than present [share].
    regular: Vec<f64>,
    /// By agents busy beyond those present, from one, then by contacts waiting [share].
    excess: Vec<Vec<f64>>,
}

impl Present {
    fn new(agents: u64, contacts: u64, most_waiting: usize) -> Result<Self, ModelError> {
        let agents = countable(agents, most_waiting)?;
        let mut regular = vec![0.0; agents + most_waiting + 1];
        regular[contacts as usize] = 1.0;
        Ok(Self { agents, most_waiting, regular, excess: Vec::new() })
    }

    /// The same shape with nobody in it.
    fn emptied(&self) -> Self {
        let excess = vec![vec![0.0; self.most_waiting + 1]; self.excess.len()];
        Self { regular: vec![0.0; self.regular.len()], excess, ..*self }
    }

    /// After the number of agents has changed: leaving ones finish, coming ones take waiting contacts.
    fn restaffed(&self, agents: u64) -> Result<Self, ModelError> {
        let agents = countable(agents, self.most_waiting)?;
        let excess = (self.agents + self.excess.len()).saturating_sub(agents);
        if excess.saturating_mul(self.most_waiting) > MOST_STATES {
            return Err(ModelError::TooManyStates { most: MOST_STATES });
        }
        let mut after = Self {
            agents,
            most_waiting: self.most_waiting,
            regular: vec![0.0; agents + self.most_waiting + 1],
            excess: vec![vec![0.0; self.most_waiting + 1]; excess],
        };
        for (contacts, &share) in self.regular.iter().enumerate() {
            let busy = contacts.min(self.agents);
            after.put(busy, contacts - busy, share);
        }
        for (busy, row) in (self.agents + 1..).zip(&self.excess) {
            row.iter().enumerate().for_each(|(waiting, &share)| after.put(busy, waiting, share));
        }
        Ok(after)
    }

    fn put(&mut self, busy: usize, waiting: usize, share: f64) {
        if busy > self.agents {
            self.excess[busy - self.agents - 1][waiting] += share;
        } else {
            self.regular[busy + waiting] += share;
        }
    }

    fn fastest(&self, arrival: f64, service: f64, abandonment: f64) -> f64 {
        let busy = (self.agents + self.excess.len()) as f64;
        let fastest = arrival + busy * service + self.most_waiting as f64 * abandonment;
        fastest.max(f64::MIN_POSITIVE)
    }

    fn add(&mut self, weight: f64, other: &Self) {
        if weight == 0.0 {
            return;
        }
        let add = |sums: &mut Vec<f64>, shares: &Vec<f64>| {
            sums.iter_mut().zip(shares).for_each(|(sum, share)| *sum += weight * share);
        };
        add(&mut self.regular, &other.regular);
        self.excess.iter_mut().zip(&other.excess).for_each(|(sums, shares)| add(sums, shares));
    }

    fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for (contacts, &share) in self.regular.iter().enumerate() {
            let busy = contacts.min(self.agents);
            totals.busy += share * busy as f64;
            totals.waiting += share * (contacts - busy) as f64;
            totals.no_agent_free += if busy == self.agents { share } else { 0.0 };
        }
        for (busy, row) in (self.agents + 1..).zip(&self.excess) {
            let here: f64 = row.iter().sum();
            totals.busy += here * busy as f64;
            totals.no_agent_free += here;
            totals.waiting += row.iter().zip(0_u32..).map(|(share, waiting)| share * f64::from(waiting)).sum::<f64>();
            totals.at_cut_off += row[self.most_waiting];
        }
        totals.at_cut_off += self.regular.last().copied().unwrap_or(0.0);
        totals
    }

    /// Probabilities at the next look at the fastest rate.
    fn next_look(&self, rates: Rates) -> Self {
        let mut next = self.emptied();
        let chance = |rate: f64| rate / rates.fastest;
        for (contacts, &share) in self.regular.iter().enumerate() {
            let busy = contacts.min(self.agents);
            let left = busy as f64 * rates.service + (contacts - busy) as f64 * rates.abandonment;
            let leaves = chance(left) * share;
            let comes = if contacts + 1 < self.regular.len() { chance(rates.arrival) * share } else { 0.0 };
            next.regular[contacts] += share - leaves - comes;
            if leaves > 0.0 {
                next.regular[contacts - 1] += leaves;
            }
            if comes > 0.0 {
                next.regular[contacts + 1] += comes;
            }
        }
        for (beyond, row) in self.excess.iter().enumerate() {
            self.next_look_in_excess(beyond, row, rates, &mut next);
        }
        next
    }

    fn next_look_in_excess(&self, beyond: usize, row: &[f64], rates: Rates, next: &mut Self) {
        let busy = self.agents + beyond + 1;
        let finish = busy as f64 * rates.service / rates.fastest;
        for (waiting, &share) in row.iter().enumerate().filter(|(_, share)| **share > 0.0) {
            let finishes = finish * share;
            let gives_up = waiting as f64 * rates.abandonment / rates.fastest * share;
            let comes = if waiting < self.most_waiting { rates.arrival / rates.fastest * share } else { 0.0 };
            next.put(busy, waiting, share - finishes - gives_up - comes);
            next.put(busy - 1, waiting, finishes);
            if gives_up > 0.0 {
                next.put(busy, waiting - 1, gives_up);
            }
            if comes > 0.0 {
                next.put(busy, waiting + 1, comes);
            }
        }
    }

    /// Drops rows of excess that no longer matter, so that a day does not grow heavier with each shift's end.
    fn forget_rare_excess(&mut self) {
        while self.excess.last().is_some_and(|row| row.iter().sum::<f64>() < 1e-20) {
            self.excess.pop();
        }
    }
}

/// The number of agents, unless they are too many to have a state each.
fn countable(agents: u64, most_waiting: usize) -> Result<usize, ModelError> {
    if agents > MOST_STATES as u64 || most_waiting > MOST_STATES {
        return Err(ModelError::TooManyStates { most: MOST_STATES });
    }
    Ok(agents as usize)
}

#[cfg(test)]
mod tests;

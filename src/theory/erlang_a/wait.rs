//! The distribution of waits under Palm's model, for every definition of service level.
//!
//! With `c = n m / t` and `x = exp(-t T)`, the offered wait `V` behind `k` others has `exp(-t V) ~ Beta(c, k + 1)`,
//! as a product of independent `U^(1/(c + j))`. So `P(V > T) = I_x(c, k + 1)`, and weighting by the patience
//! `exp(-t V)` raises `c` by one: `P(V > T, patience > V) = c / (c + k + 1) I_x(c + 1, k + 1)`. Both are distribution
//! functions of a negative binomial count at `k`, so one pass of positive terms serves every `k`; for `t = 0` they
//! become Poisson, which is Erlang C.

use super::ErlangAMeasures;

/// What has become of contacts by the time they could have waited this long; both as shares of offered.
///
/// Together with [`ErlangAMeasures::answered`] and [`ErlangAMeasures::abandoned`] these parts give every
/// definition of a service level, for instance `answered / (answered + abandoned)` over all contacts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WithinThreshold {
    /// Answered after a wait of at most the threshold, at once included [share of offered].
    pub answered: f64,
    /// Gave up after a wait of at most the threshold [share of offered].
    pub abandoned: f64,
}

impl ErlangAMeasures {
    /// Contacts answered, and contacts that gave up, within a wait.
    ///
    /// Exact up to rounding: absolute error below 1e-11 up to 100,000 agents.
    pub fn within(&self, wait: f64) -> WithinThreshold {
        if wait.is_nan() || wait < 0.0 {
            return WithinThreshold { answered: 0.0, abandoned: 0.0 };
        }
        let still_here = self.queue.abandonment_still_to_come(wait);
        let mut answered = self.answered_at_once();
        let mut abandoned = 0.0;
        for (place, share, longer) in self.delayed_beyond(wait) {
            let answered_in_time = self.answer_probability(place) * (1.0 - longer.patient);
            answered += share * answered_in_time;
            abandoned += share * (1.0 - still_here * longer.offered - answered_in_time).max(0.0);
        }
        WithinThreshold { answered: answered.min(self.answered), abandoned: abandoned.min(self.abandoned) }
    }

    /// Contacts that wait longer than this before they are answered or give up [share of offered].
    pub fn wait_tail(&self, wait: f64) -> f64 {
        self.queue.abandonment_still_to_come(wait) * self.offered_wait_tail(wait)
    }

    /// Contacts that would wait longer than this if their patience had no end [share of offered].
    pub fn offered_wait_tail(&self, wait: f64) -> f64 {
        if wait.is_nan() || wait < 0.0 {
            return 1.0 - self.blocked;
        }
        self.delayed_beyond(wait).map(|(_, share, longer)| share * longer.offered).sum()
    }

    /// Wait that this share of the contacts that got in does not exceed [time]; absent unless 0 <= share < 1.
    pub fn wait_quantile(&self, share: f64) -> Option<f64> {
        let goal = (1.0 - share) * (self.answered + self.abandoned);
        if !(0.0..1.0).contains(&share) || goal <= 0.0 {
            return None;
        }
        if self.wait_probability <= goal {
            return Some(0.0);
        }
        let (mut low, mut high) = (0.0, 1.0 / self.queue.service_rate);
        while self.wait_tail(high) > goal {
            (low, high) = (high, high * 2.0);
        }
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if self.wait_tail(middle) > goal { low = middle } else { high = middle }
        }
        Some(high)
    }

    fn answered_at_once(&self) -> f64 {
        let free = self.queue.agents.saturating_sub(self.states.first) as usize;
        self.states.probabilities.iter().take(free).sum()
    }

    /// Chance that the contact in this place of the queue is answered before it gives up.
    fn answer_probability(&self, place: f64) -> f64 {
        let service = self.queue.full_service_rate();
        service / (service + place * self.queue.abandonment_rate)
    }

    /// Place in the queue, probability to get it [share of offered], and the chances to wait longer than `wait`.
    fn delayed_beyond(&self, wait: f64) -> impl Iterator<Item = (f64, f64, Longer)> + '_ {
        let (service, abandonment) = (self.queue.full_service_rate(), self.queue.abandonment_rate);
        let mut offered = DepartureCount::new(service, abandonment, wait);
        let mut patient = DepartureCount::new(service + abandonment, abandonment, wait);
        self.queue.delayed_states(&self.states).map(move |(ahead, share)| {
            let longer = Longer { offered: offered.next_share(), patient: patient.next_share() };
            (ahead as f64 + 1.0, share, longer)
        })
    }
}

impl super::ErlangA {
    /// Chance that patience lasts longer than a wait.
    fn abandonment_still_to_come(&self, wait: f64) -> f64 {
        if self.abandonment_rate > 0.0 { (-self.abandonment_rate * wait.max(0.0)).exp() } else { 1.0 }
    }
}

/// Chances to wait longer than a given time.
struct Longer {
    /// Of the offered wait [share].
    offered: f64,
    /// Of the offered wait, among contacts that outlast it [share].
    patient: f64,
}

/// Distribution function of a negative binomial count, one step at a time.
///
/// Terms are kept within range by an exponent of their own: the first one is `exp(-rate * wait)`, which for
/// many agents no float can hold.
struct DepartureCount {
    /// Stage rate at the head of the queue [1/time].
    rate: f64,
    /// What each further place adds [1/time].
    growth: f64,
    /// `(1 - exp(-growth * wait)) / growth` [time].
    effective_wait: f64,
    /// Places passed so far.
    count: f64,
    /// Last term, up to the exponent.
    term: f64,
    /// Sum of the terms so far, up to the exponent.
    sum: f64,
    /// Natural logarithm of what term and sum are to be multiplied by.
    exponent: f64,
}

/// What term and sum are divided by before they overflow.
const STEP_DOWN: f64 = 1e200;

/// Expected count above which all counts within reach have probability 0.
const OUT_OF_REACH: f64 = 1e12;

impl DepartureCount {
    fn new(rate: f64, growth: f64, wait: f64) -> Self {
        let effective_wait = if growth > 0.0 { -(-growth * wait).exp_m1() / growth } else { wait };
        let reachable = rate == 0.0 || rate * wait < OUT_OF_REACH;
        Self {
            rate,
            growth,
            effective_wait: if reachable { effective_wait } else { 0.0 },
            count: 0.0,
            term: 0.0,
            sum: 0.0,
            exponent: if rate == 0.0 {
                0.0
            } else if reachable {
                -rate * wait
            } else {
                f64::NEG_INFINITY
            },
        }
    }

    /// Probability that the count is at most the number of earlier calls [share].
    fn next_share(&mut self) -> f64 {
        if self.sum == 0.0 {
            (self.term, self.sum) = (1.0, 1.0);
        } else {
            let rate = self.rate + self.count * self.growth;
            self.count += 1.0;
            self.term *= self.effective_wait * rate / self.count;
            self.sum += self.term;
        }
        if self.sum > STEP_DOWN {
            self.term /= STEP_DOWN;
            self.sum /= STEP_DOWN;
            self.exponent += STEP_DOWN.ln();
        }
        (self.sum * self.exponent.exp()).min(1.0)
    }
}

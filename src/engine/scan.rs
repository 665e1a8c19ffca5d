//! The scan: the choice among available agents by keys that no index serves.
//!
//! Looks at everybody who is available in the best open tier, once for each key that is still needed.

use super::centre::Centre;
use super::view::is_seen;
use crate::plan::{Key, Need, Score, Source};
use crate::record::Observer;
use crate::routing::{Reading, Since};
use crate::units::Instant;

/// Those among whom a choice is made.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scan {
    /// Who is still equal.
    pub(super) candidates: Vec<Candidate>,
    /// The score of each.
    pub(super) values: Vec<f64>,
    /// Fields of a score, field by field.
    columns: Vec<f64>,
    /// What is added up for each.
    pub(super) sums: Vec<f64>,
}

/// An available agent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) agent: u32,
    pub(crate) pool: u32,
    /// Since when the agent has been available for the channel.
    pub(crate) since: Instant,
}

/// What becomes of a number that each candidate has.
pub(super) trait Purpose {
    /// Uses it.
    fn take(&mut self, value: impl Fn(&Candidate) -> f64);
}

/// Keeps the candidates for whom the number, so many times, is lowest.
struct Keep<'a>(&'a mut Vec<Candidate>, f64);

/// Writes down the number of each candidate, so many times.
pub(super) struct Column<'a>(pub(super) &'a [Candidate], pub(super) &'a mut Vec<f64>, pub(super) f64);

impl Purpose for Keep<'_> {
    #[inline(always)]
    fn take(&mut self, value: impl Fn(&Candidate) -> f64) {
        let (mut least, mut kept) = (f64::INFINITY, 0);
        for at in 0..self.0.len() {
            let candidate = self.0[at];
            let value = value(&candidate) * self.1;
            if value > least {
                continue;
            }
            if value < least {
                (least, kept) = (value, 0);
            }
            self.0[kept] = candidate;
            kept += 1;
        }
        self.0.truncate(kept);
    }
}

impl Purpose for Column<'_> {
    #[inline(always)]
    fn take(&mut self, value: impl Fn(&Candidate) -> f64) {
        self.1.extend(self.0.iter().map(|one| value(one) * self.2));
    }
}

impl Scan {
    /// Keeps those with the highest score; what is not a number is lowest.
    fn keep_highest(&mut self) {
        let (mut highest, mut kept) = (f64::NEG_INFINITY, 0);
        for (at, &score) in self.values.iter().enumerate() {
            let score = if score.is_nan() { f64::NEG_INFINITY } else { score };
            if score < highest {
                continue;
            }
            if score > highest {
                (highest, kept) = (score, 0);
            }
            self.candidates[kept] = self.candidates[at];
            kept += 1;
        }
        self.candidates.truncate(kept);
    }

    /// Keeps one.
    fn keep_only(&mut self, position: usize) {
        self.candidates.swap(0, position);
        self.candidates.truncate(1);
    }
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// The agent whom the keys of a need choose among those available in the best open tier.
    #[inline(never)]
    pub(crate) fn scan(&mut self, need: &Need, slot: u32, closed: &[u32]) -> Option<u32> {
        self.clocks.turn_to_day_of(self.now, &self.plan.days);
        let seen = self.in_view(need, slot);
        let mut found = std::mem::take(&mut self.scan.candidates);
        if need.takes_all() {
            self.bench.gather(need, closed, &mut found, |_| true);
        } else {
            let may = |one: &Candidate| self.is_within_limit(one, need) && is_seen(seen.as_ref(), one.agent);
            self.bench.gather(need, closed, &mut found, may);
        }
        self.scan.candidates = found;
        self.scan_found(need, slot)
    }

    /// The agent whom the keys of a need choose among those found.
    pub(super) fn scan_found(&mut self, need: &Need, slot: u32) -> Option<u32> {
        let mut scan = std::mem::take(&mut self.scan);
        let from = self.pass_windows(need, slot, &mut scan);
        for key in &need.keys[from..] {
            if scan.candidates.len() > 1 {
                self.hear(key, (need, slot), &mut scan);
            }
        }
        let chosen = scan.candidates.iter().map(|candidate| candidate.agent).min();
        self.scan = scan;
        chosen
    }

    /// Keeps those whom a key puts first.
    fn hear(&mut self, key: &Key, (need, slot): (&Need, u32), scan: &mut Scan) {
        match key {
            Key::Random(weights) => scan.keep_only(self.draw(weights.as_deref(), &scan.candidates)),
            Key::Pool(table) => Keep(&mut scan.candidates, 1.0).take(|one| table[one.pool as usize]),
            Key::Own(reading, times) => self.read(*reading, need, Keep(&mut scan.candidates, *times)),
            Key::Score(score) => {
                self.score(score, need, scan);
                scan.keep_highest();
            }
            Key::Circular => {
                let (clocks, agents) = (&self.clocks, self.plan.agents.len() as u32);
                Keep(&mut scan.candidates, 1.0).take(|one| f64::from(clocks.turn(one.agent, need.queue, agents)));
            }
            Key::Delay(_) | Key::Pair(_) | Key::Share(_) | Key::Sum(_) => {
                scan.sums.clear();
                self.add_numbers(key, 1.0, (need, slot), scan);
                let (sums, values) = (&scan.sums, &mut scan.values);
                values.clear();
                values.extend(sums.iter().map(|sum| -sum));
                scan.keep_highest();
            }
            Key::Window(_) => {}
        }
    }

    /// What a key says of one who is available, the lowest first; for those who tell of decisions.
    #[inline(never)]
    pub(crate) fn number(&self, key: &Key, (need, slot): (&Need, u32), one: Candidate) -> f64 {
        let mut sum = 0.0;
        self.add_number(key, 1.0, (need, slot, one), &mut sum);
        if sum.is_nan() { f64::INFINITY } else { sum }
    }

    fn add_number(&self, key: &Key, times: f64, asks: (&Need, u32, Candidate), sum: &mut f64) {
        if let Key::Sum(parts) = key {
            for (part, weight) in parts {
                self.add_number(part, times * weight, asks, sum);
            }
        } else if times != 0.0 {
            *sum += self.plain_number(key, asks) * times;
        }
    }

    /// The same of a key that is no sum.
    fn plain_number(&self, key: &Key, (need, slot, one): (&Need, u32, Candidate)) -> f64 {
        let state = &self.agents[one.agent as usize];
        let mut alone = Scan { candidates: vec![one], ..Scan::default() };
        match key {
            Key::Pool(table) => table[one.pool as usize],
            Key::Random(weights) => weights.as_ref().map_or(0.0, |table| table[one.pool as usize]),
            Key::Own(reading, times) => {
                self.read(*reading, need, Column(&[one], &mut alone.values, *times));
                alone.values[0]
            }
            Key::Score(score) => {
                self.score(score, need, &mut alone);
                if alone.values[0].is_nan() { f64::INFINITY } else { -alone.values[0] }
            }
            Key::Circular => f64::from(self.clocks.turn(one.agent, need.queue, self.plan.agents.len() as u32)),
            Key::Delay(table) => {
                (f64::from(state.talking) + f64::from(state.wrapping) + 1.0) * table[one.pool as usize]
            }
            Key::Pair(table) => {
                let idle = self.now.since(one.since).as_seconds() / 60.0;
                -table[one.pool as usize].after(self.minutes_waited(slot), idle)
            }
            Key::Share(targets) => match targets[one.pool as usize] {
                0.0 => f64::INFINITY,
                target => self.clocks.share(one.agent, need.queue.unwrap_or_default() as usize) / target,
            },
            Key::Window(first) => *first as f64,
            Key::Sum(_) => 0.0,
        }
    }

    /// Works out the scores of all candidates.
    pub(super) fn score(&self, score: &Score, need: &Need, scan: &mut Scan) {
        scan.columns.clear();
        for source in &score.sources {
            match source {
                Source::Pool(table) => {
                    Column(&scan.candidates, &mut scan.columns, 1.0).take(|one| table[one.pool as usize]);
                }
                Source::Own(reading, times) => {
                    self.read(*reading, need, Column(&scan.candidates, &mut scan.columns, *times));
                }
            }
        }
        scan.values.resize(scan.candidates.len(), 0.0);
        score.program.evaluate_rows(&scan.columns, &mut scan.values);
    }

    /// Uses a reading of the candidates.
    pub(super) fn read(&self, reading: Reading, need: &Need, mut purpose: impl Purpose) {
        let (now, clocks, queue) = (self.now, &self.clocks, need.queue);
        let ticks = |since: Instant| now.since(since).as_real_ticks();
        let state = |one: &Candidate| &self.agents[one.agent as usize];
        match reading {
            Reading::Idle(Since::Available, _) => purpose.take(|one| ticks(one.since)),
            Reading::Idle(since, resets) => {
                let of = (queue, need.channel);
                purpose.take(|one| ticks(clocks.idle_since((since, resets), one.agent, of)));
            }
            Reading::Occupancy => purpose.take(|one| clocks.occupancy(one.agent, now)),
            Reading::Load => purpose.take(|one| f64::from(state(one).talking) + f64::from(state(one).wrapping)),
            Reading::Spare => purpose.take(|one| self.spare(one.agent, need.channel as usize)),
            Reading::Order => purpose.take(|one| f64::from(one.agent) + 1.0),
            Reading::Answered(window) => purpose.take(|one| f64::from(clocks.work(one.agent, window).answered)),
            Reading::TalkTime(window) => purpose.take(|one| clocks.work(one.agent, window).talk as f64),
            Reading::MeanHandleTime(window) => purpose.take(|one| {
                let work = clocks.work(one.agent, window);
                work.handle as f64 / f64::from(work.handled.max(1))
            }),
        }
    }

    /// The position of one of the candidates, drawn in proportion to the weights of their pools; of all alike where no
    /// weight is above 0.
    pub(super) fn draw(&mut self, weights: Option<&[f64]>, candidates: &[Candidate]) -> usize {
        let weight = |one: &Candidate| weights.map_or(1.0, |table| table[one.pool as usize].max(0.0));
        let total: f64 = candidates.iter().map(weight).sum();
        if weights.is_none() || total <= 0.0 || total.is_infinite() {
            return self.routing.below(candidates.len() as u64) as usize;
        }
        let mut left = self.routing.uniform() * total;
        let reached = |one: &Candidate| {
            left -= weight(one);
            left < 0.0
        };
        let last = candidates.iter().rposition(|one| weight(one) > 0.0).unwrap_or(0);
        candidates.iter().position(reached).unwrap_or(last)
    }
}

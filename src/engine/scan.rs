//! The scan: the choice among available agents by keys that no index serves.
//!
//! Looks at everybody who is available in the best open tier, once for each key that is still needed.

use super::centre::Centre;
use crate::channel::Channel;
use crate::plan::{Key, Need, Score, Source};
use crate::record::Observer;
use crate::routing::{Reading, Since};
use crate::units::Instant;

/// Those among whom a choice is made.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scan {
    /// Who is still equal.
    candidates: Vec<Candidate>,
    /// What the key says of each.
    values: Vec<f64>,
    /// Fields of a score, field by field.
    columns: Vec<f64>,
}

/// An available agent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) agent: u32,
    pub(crate) pool: u32,
    /// Since when the agent has been available for the channel.
    pub(crate) since: Instant,
}

impl Scan {
    /// Keeps those of whom the key says the least.
    fn keep_least(&mut self) {
        let least = self.values.iter().copied().fold(f64::INFINITY, f64::min);
        let mut values = self.values.iter();
        self.candidates.retain(|_| values.next().is_some_and(|&value| value == least));
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
    pub(crate) fn scan(&mut self, need: &Need) -> Option<u32> {
        let mut scan = std::mem::take(&mut self.scan);
        self.bench.gather(need, &mut scan.candidates);
        for key in &need.keys {
            if scan.candidates.len() > 1 {
                self.hear(key, need, &mut scan);
            }
        }
        let chosen = scan.candidates.iter().map(|candidate| candidate.agent).min();
        self.scan = scan;
        chosen
    }

    /// Keeps those whom a key puts first.
    fn hear(&mut self, key: &Key, need: &Need, scan: &mut Scan) {
        scan.values.clear();
        match key {
            Key::Random(weights) => {
                let drawn = self.draw(weights.as_deref(), &scan.candidates);
                scan.keep_only(drawn);
                return;
            }
            Key::Pool(table) => scan.values.extend(scan.candidates.iter().map(|one| table[one.pool as usize])),
            Key::Own(reading, times) => {
                self.read(*reading, *times, need, (&scan.candidates, &mut scan.values));
            }
            Key::Score(score) => self.score(score, need, scan),
            Key::Circular => {
                let agents = self.plan.agents.len() as u32;
                let turn = |one: &Candidate| f64::from(self.clocks.turn(one.agent, need.queue, agents));
                scan.values.extend(scan.candidates.iter().map(turn));
            }
        }
        scan.keep_least();
    }

    /// Negative scores of all candidates, so that the highest score has the least value.
    fn score(&self, score: &Score, need: &Need, scan: &mut Scan) {
        scan.columns.clear();
        for source in &score.sources {
            match source {
                Source::Pool(table) => {
                    scan.columns.extend(scan.candidates.iter().map(|one| table[one.pool as usize]));
                }
                Source::Own(reading, times) => {
                    self.read(*reading, *times, need, (&scan.candidates, &mut scan.columns));
                }
            }
        }
        scan.values.resize(scan.candidates.len(), 0.0);
        score.program.evaluate_rows(&scan.columns, &mut scan.values);
        for value in &mut scan.values {
            *value = if value.is_nan() { f64::INFINITY } else { -*value };
        }
    }

    /// Adds a reading of every candidate, so many times.
    fn read(&self, reading: Reading, times: f64, need: &Need, (of, to): (&[Candidate], &mut Vec<f64>)) {
        let (now, clocks) = (self.now, &self.clocks);
        let mut add = |value: &dyn Fn(&Candidate) -> f64| to.extend(of.iter().map(|one| value(one) * times));
        let ticks = |since: Instant| now.since(since).as_ticks() as f64;
        let state = |one: &Candidate| &self.agents[one.agent as usize];
        match reading {
            Reading::Idle(Since::Available) => add(&|one| ticks(one.since)),
            Reading::Idle(since) => add(&|one| ticks(clocks.idle_since(since, one.agent, need.queue))),
            Reading::Occupancy => add(&|one| clocks.occupancy(one.agent, now)),
            Reading::Load => add(&|one| f64::from(state(one).talking) + f64::from(state(one).wrapping)),
            Reading::Spare => add(&|one| 1.0 - f64::from(state(one).used) / f64::from(Channel::CAPACITY)),
            Reading::Order => add(&|one| f64::from(one.agent) + 1.0),
            Reading::Answered(window) | Reading::TalkTime(window) | Reading::MeanHandleTime(window) => {
                let day = self.plan.days.day_of(now);
                add(&|one| {
                    let work = clocks.work(one.agent, window, day);
                    match reading {
                        Reading::Answered(_) => f64::from(work.answered),
                        Reading::TalkTime(_) => work.talk as f64,
                        _ => work.handle as f64 / f64::from(work.handled.max(1)),
                    }
                });
            }
        }
    }

    /// The position of one of the candidates, drawn in proportion to the weights of their pools; of all alike where no
    /// weight is above 0.
    fn draw(&mut self, weights: Option<&[f64]>, candidates: &[Candidate]) -> usize {
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

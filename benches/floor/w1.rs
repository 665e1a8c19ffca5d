//! W1: 100 agents, one queue, 20 calls a minute, service 5 min, patience 3 min, first come, first served.
//!
//! A hundred slots hold the ends of service; the next arrival stands beside the tree.

use super::counts::{Counts, TICKS_PER_MINUTE, WARM_UP};
use super::draws::Draws;
use super::waiting::{Queue, Waiting};
use super::winner_tree::{NEVER, WinnerTree};

const AGENTS: usize = 100;
/// Mean time between arrivals [ticks].
const BETWEEN: f64 = TICKS_PER_MINUTE as f64 / 20.0;
/// Mean service [ticks].
const SERVICE: f64 = TICKS_PER_MINUTE as f64 * 5.0;
/// Mean patience [ticks].
const PATIENCE: f64 = TICKS_PER_MINUTE as f64 * 3.0;

type Ends = WinnerTree<256>;

/// The centre now.
struct Centre {
    /// When each busy agent ends; the slot is the agent.
    ends: Ends,
    /// Free agents, the first `free` entries; the one who was busy last is on top.
    idle: [u8; 128],
    /// Free agents.
    free: usize,
    /// Contacts that found nobody free.
    queue: Queue,
    /// All chance of the run.
    draws: Draws,
    /// What is counted so far.
    counts: Counts,
}

/// Takes `contacts` arrivals and serves until nobody is left; those of the first 200 minutes are not
/// counted.
pub(crate) fn run(seed: u64, contacts: u64) -> Counts {
    let mut centre = Centre::new(seed);
    let mut arrival = centre.draws.span(BETWEEN);
    for _ in 0..contacts {
        // No arrival is as late as the time of an empty tree, so the ends taken here exist.
        while Ends::ticks(centre.ends.first()) <= arrival {
            centre.end_service(centre.ends.first());
        }
        centre.arrive(arrival);
        arrival += centre.draws.span(BETWEEN);
    }
    while centre.ends.first() != NEVER {
        centre.end_service(centre.ends.first());
    }
    centre.counts
}

impl Centre {
    fn new(seed: u64) -> Self {
        Self {
            ends: Ends::new(),
            idle: std::array::from_fn(|agent| agent as u8),
            free: AGENTS,
            queue: Queue::new(),
            draws: Draws::new(seed),
            counts: Counts::default(),
        }
    }

    /// A contact comes: a free agent takes it, or it waits.
    #[inline]
    fn arrive(&mut self, now: u64) {
        self.counts.contacts += u64::from(now >= WARM_UP);
        if self.free > 0 {
            self.free -= 1;
            let agent = usize::from(self.idle[self.free & 127]);
            self.serve(agent, now);
        } else {
            let gives_up = now + self.draws.span(PATIENCE);
            self.queue.join(Waiting { arrived: now, gives_up });
        }
    }

    /// An agent ends and takes the first contact that has not given up, or rests.
    #[inline]
    fn end_service(&mut self, key: u64) {
        let (now, agent) = (Ends::ticks(key), Ends::slot(key));
        while !self.queue.is_empty() {
            let Waiting { arrived, gives_up } = self.queue.front();
            self.queue.leave();
            if gives_up >= now {
                self.counts.answer(arrived, now - arrived);
                return self.serve(agent, now);
            }
            self.counts.abandon(arrived, gives_up - arrived);
        }
        self.ends.put(agent, NEVER);
        self.idle[self.free & 127] = agent as u8;
        self.free += 1;
    }

    #[inline]
    fn serve(&mut self, agent: usize, now: u64) {
        let end = now + self.draws.span(SERVICE);
        self.ends.put(agent, Ends::key(end, agent));
    }
}

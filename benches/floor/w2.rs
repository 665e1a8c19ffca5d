//! W2: ten types of 9.5 calls a minute, twenty groups of 25 agents with three skills each.
//!
//! Five hundred slots hold the ends of service; a small tree beside them holds the next arrival of
//! each type. Free groups and types with contacts waiting are bits of two words.

use super::counts::{Counts, TICKS_PER_MINUTE, WARM_UP};
use super::draws::Draws;
use super::waiting::{Queue, Waiting};
use super::winner_tree::{NEVER, WinnerTree};

const TYPES: usize = 10;
const GROUPS: usize = 20;
const AGENTS_PER_GROUP: usize = 25;
/// Tables are this long, so that a masked index is seen to be inside.
const ROOM: usize = 32;
/// Mean time between arrivals of a type [ticks].
const BETWEEN: f64 = TICKS_PER_MINUTE as f64 / 9.5;
/// Mean service [ticks].
const SERVICE: f64 = TICKS_PER_MINUTE as f64 * 5.0;
/// Mean patience [ticks].
const PATIENCE: f64 = TICKS_PER_MINUTE as f64 * 3.0;
/// The bit of group 0 in each of three fields: as the group of a first, a second and a third skill.
const RANKS: u64 = 1 | 1 << GROUPS | 1 << (2 * GROUPS);

type Ends = WinnerTree<1024>;
type Arrivals = WinnerTree<32>;

/// Who may serve whom.
struct Skills {
    /// The types of each group, by rank.
    of_group: [[u8; 3]; ROOM],
    /// The types of each group, as bits.
    of_group_bits: [u32; ROOM],
    /// The groups of each type as bits in three fields, first skill lowest: the lowest bit set is the
    /// group to take.
    groups: [u64; ROOM],
}

/// The centre now.
struct Centre {
    /// When each busy agent ends; the slot is group x 25 + place in the group.
    ends: Ends,
    /// The next arrival of each type.
    arrivals: Arrivals,
    /// Free agents of each group, as bits.
    idle: [u32; ROOM],
    /// Groups with a free agent, as bits repeated in three fields.
    free: u64,
    /// Contacts that found nobody free, by type.
    queues: [Queue; 16],
    /// Types whose queue is not empty, as bits.
    waiting: u32,
    skills: Skills,
    /// All chance of the run.
    draws: Draws,
    /// What is counted so far.
    counts: Counts,
}

/// A contact an agent may take.
struct Candidate {
    arrived: u64,
    kind: usize,
    rank: usize,
}

/// Takes `contacts` arrivals and serves until nobody is left; those of the first 200 minutes are not
/// counted.
pub(crate) fn run(seed: u64, contacts: u64) -> Counts {
    let mut centre = Centre::new(seed);
    for _ in 0..contacts {
        let key = centre.arrivals.first();
        while Ends::ticks(centre.ends.first()) <= Arrivals::ticks(key) {
            centre.end_service(centre.ends.first());
        }
        centre.arrive(key);
    }
    while centre.ends.first() != NEVER {
        centre.end_service(centre.ends.first());
    }
    centre.counts
}

impl Skills {
    fn new() -> Self {
        let mut skills = Self { of_group: [[0; 3]; ROOM], of_group_bits: [0; ROOM], groups: [0; ROOM] };
        for group in 0..GROUPS {
            let steps = if group < TYPES { [0, 1, 3] } else { [0, 4, 7] };
            for (rank, step) in steps.into_iter().enumerate() {
                let kind = (group + step) % TYPES;
                skills.of_group[group][rank] = kind as u8;
                skills.of_group_bits[group] |= 1 << kind;
                skills.groups[kind] |= 1 << (rank * GROUPS + group);
            }
        }
        skills
    }
}

impl Centre {
    fn new(seed: u64) -> Self {
        let mut draws = Draws::new(seed);
        let mut arrivals = Arrivals::new();
        for kind in 0..TYPES {
            arrivals.put(kind, Arrivals::key(draws.span(BETWEEN), kind));
        }
        Self {
            ends: Ends::new(),
            arrivals,
            idle: [(1 << AGENTS_PER_GROUP) - 1; ROOM],
            free: (1 << (3 * GROUPS)) - 1,
            queues: std::array::from_fn(|_| Queue::new()),
            waiting: 0,
            skills: Skills::new(),
            draws,
            counts: Counts::default(),
        }
    }

    /// A contact comes: the first group in its order with a free agent takes it, or it waits.
    #[inline]
    fn arrive(&mut self, key: u64) {
        let (now, kind) = (Arrivals::ticks(key), Arrivals::slot(key));
        let next = now + self.draws.span(BETWEEN);
        self.arrivals.put(kind, Arrivals::key(next, kind));
        let counted = u64::from(now >= WARM_UP);
        self.counts.contacts += counted;
        let able = self.free & self.skills.groups[kind];
        if able == 0 {
            let gives_up = now + self.draws.span(PATIENCE);
            self.queues[kind].join(Waiting { arrived: now, gives_up });
            self.waiting |= 1 << kind;
        } else {
            let field = able.trailing_zeros() as usize;
            self.counts.first_skill += counted & u64::from(field < GROUPS);
            let slot = self.take_agent(field % GROUPS);
            self.serve(slot, now);
        }
    }

    /// Takes the lowest free agent of a group; the result is the agent's slot.
    #[inline]
    fn take_agent(&mut self, group: usize) -> usize {
        let before = self.idle[group];
        let after = before & (before - 1);
        self.idle[group] = after;
        self.free &= !((u64::from(after == 0) * RANKS) << group);
        group * AGENTS_PER_GROUP + before.trailing_zeros() as usize
    }

    /// An agent ends and takes the contact that has waited longest in its three queues, or rests.
    #[inline]
    fn end_service(&mut self, key: u64) {
        let (now, slot) = (Ends::ticks(key), Ends::slot(key));
        let group = (slot / AGENTS_PER_GROUP) & (ROOM - 1);
        if self.waiting & self.skills.of_group_bits[group] != 0
            && let Some(contact) = self.longest_waiting(group, now)
        {
            self.answer(&contact, now);
            return self.serve(slot, now);
        }
        self.ends.put(slot, NEVER);
        self.idle[group] |= 1 << (slot - group * AGENTS_PER_GROUP);
        self.free |= RANKS << group;
    }

    /// The contact to take next, after those ahead of it who have given up are let go.
    #[inline]
    fn longest_waiting(&mut self, group: usize, now: u64) -> Option<Candidate> {
        let mut best: Option<Candidate> = None;
        for (rank, kind) in self.skills.of_group[group].into_iter().enumerate() {
            let kind = usize::from(kind & 15);
            let Some(arrived) = self.front(kind, now) else {
                continue;
            };
            if best.as_ref().is_none_or(|best| arrived < best.arrived) {
                best = Some(Candidate { arrived, kind, rank });
            }
        }
        best
    }

    /// When the first contact of a queue that has not given up arrived.
    #[inline]
    fn front(&mut self, kind: usize, now: u64) -> Option<u64> {
        let queue = &mut self.queues[kind];
        while !queue.is_empty() {
            let Waiting { arrived, gives_up } = queue.front();
            if gives_up >= now {
                return Some(arrived);
            }
            queue.leave();
            self.counts.abandon(arrived, gives_up - arrived);
        }
        self.waiting &= !(1 << kind);
        None
    }

    /// The front of a queue is answered.
    #[inline]
    fn answer(&mut self, contact: &Candidate, now: u64) {
        let queue = &mut self.queues[contact.kind];
        queue.leave();
        self.waiting &= !(u32::from(queue.is_empty()) << contact.kind);
        self.counts.answer(contact.arrived, now - contact.arrived);
        self.counts.first_skill += u64::from(contact.rank == 0 && contact.arrived >= WARM_UP);
    }

    #[inline]
    fn serve(&mut self, slot: usize, now: u64) {
        let end = now + self.draws.span(SERVICE);
        self.ends.put(slot, Ends::key(end, slot));
    }
}

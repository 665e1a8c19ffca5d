//! The bench: agents who are available, by pool, in the order in which they became so.
//!
//! A pool holds the available agents of one profile for one channel. Every change costs the same however many agents
//! there are.

use std::borrow::Cow;
use std::hint::select_unpredictable;

use super::bits::BitTree;
use super::contact::NONE;
use super::scan::Candidate;
use crate::plan::{Choose, Need, Plan};
use crate::random::Stream;
use crate::units::{Instant, TeamId};

/// One agent's place in one pool; or the head of a pool, which joins the ends of its ring.
#[derive(Debug, Clone, Copy)]
struct Seat {
    /// Who became available before, in this pool; the head before the first.
    previous: u32,
    /// Who became available after; the head after the last.
    next: u32,
    /// Since when; `Instant::NEVER` when not in the pool.
    since: Instant,
    /// Position among the pool's people, for drawing one at random.
    position: u32,
}

/// Who is available.
#[derive(Debug, Clone)]
pub(crate) struct Bench {
    /// By channel, then agent; then the heads, by channel, then profile.
    seats: Vec<Seat>,
    /// The first head.
    heads: usize,
    /// By channel, then profile: seats in no particular order; filled only where agents are drawn at random
    /// or looked through.
    people: Vec<Vec<u32>>,
    /// Pools with anybody in them.
    open: BitTree,
    /// Seats in the order of the file; kept only where that order decides.
    ranks: Option<BitTree>,
    /// Whether one word holds `open` and `ranks` are not kept: what most plans need.
    few: bool,
    /// Whether agents are drawn at random or looked through anywhere.
    draws: bool,
    /// First seat of each pool; the agents of a profile have consecutive numbers.
    firsts: Vec<u32>,
    /// By channel, then profile: position in `free`.
    groups: Vec<u32>,
    /// By channel, then team: people available; empty where no rule asks for it.
    free: Vec<u32>,
    /// Of these, how many are of those with room, without those who would put something on hold.
    counted: usize,
    teams: usize,
    agents: usize,
    profiles: usize,
}

impl Bench {
    /// Nobody available.
    pub(crate) fn new(plan: &Plan) -> Self {
        let (agents, profiles, channels) = (plan.agents.len(), plan.profiles.len(), plan.seats);
        let (heads, pools) = (agents * channels, profiles * channels);
        let seat = |own: usize| Seat { previous: own as u32, next: own as u32, since: Instant::NEVER, position: NONE };
        let first_seats =
            |channel: usize| plan.profiles.iter().map(move |profile| (channel * agents) as u32 + profile.agents.start);
        let teams = plan.teams.len();
        let groups =
            |channel: usize| plan.profiles.iter().map(move |profile| (channel * teams + profile.team.index()) as u32);
        let uses = |choose| plan.needs.iter().any(|need| need.by == choose);
        Self {
            seats: (0..heads + pools).map(seat).collect(),
            heads,
            people: vec![Vec::new(); pools],
            open: BitTree::new(profiles * channels),
            ranks: uses(Choose::FixedOrder).then(|| BitTree::new(agents * channels)),
            few: profiles * channels <= 64 && !uses(Choose::FixedOrder),
            draws: uses(Choose::Random) || uses(Choose::Scan),
            firsts: (0..channels).flat_map(first_seats).collect(),
            groups: (0..channels).flat_map(groups).collect(),
            free: vec![0; if plan.counts_free() { teams * channels } else { 0 }],
            counted: if plan.counts_free() { teams * plan.channels.len() } else { 0 },
            teams,
            agents,
            profiles,
        }
    }

    /// Whether an agent is available for a channel.
    #[inline(always)]
    pub(crate) fn holds(&self, channel: usize, agent: u32) -> bool {
        self.seats[channel * self.agents + agent as usize].since != Instant::NEVER
    }

    /// Whether nobody is available for anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// Since when an agent is available for a channel; `Instant::NEVER` when not.
    pub(crate) fn since(&self, channel: usize, agent: u32) -> Instant {
        self.seats[channel * self.agents + agent as usize].since
    }

    /// Makes an agent available for a channel from now on.
    #[inline(always)]
    pub(crate) fn insert(&mut self, channel: usize, profile: u32, agent: u32, now: Instant) {
        let (seat, pool) = (channel * self.agents + agent as usize, channel * self.profiles + profile as usize);
        self.sit_down(seat, pool, now);
        if self.draws {
            let people = &mut self.people[pool];
            self.seats[seat].position = people.len() as u32;
            people.push(seat as u32);
        }
        if !self.free.is_empty() {
            self.free[self.groups[pool] as usize] += 1;
        }
    }

    /// Puts a seat at the end of its pool; no one is drawn and no one kept free.
    #[inline(always)]
    pub(crate) fn sit_down(&mut self, seat: usize, pool: usize, now: Instant) {
        let head = self.heads + pool;
        let last = self.seats[head].previous;
        let own = &mut self.seats[seat];
        (own.previous, own.next, own.since) = (last, head as u32, now);
        self.seats[last as usize].next = seat as u32;
        self.seats[head].previous = seat as u32;
        if self.few {
            return self.open.insert_in_word(pool);
        }
        self.open.insert(pool);
        if let Some(ranks) = &mut self.ranks {
            ranks.insert(seat);
        }
    }

    /// Makes an agent unavailable for a channel.
    #[inline(always)]
    pub(crate) fn remove(&mut self, channel: usize, profile: u32, agent: u32) {
        let (seat, pool) = (channel * self.agents + agent as usize, channel * self.profiles + profile as usize);
        self.stand_up(seat, pool);
        if self.draws {
            let (position, people) = (self.seats[seat].position, &mut self.people[pool]);
            people.swap_remove(position as usize);
            if let Some(&moved) = people.get(position as usize) {
                self.seats[moved as usize].position = position;
            }
        }
        if !self.free.is_empty() {
            self.free[self.groups[pool] as usize] -= 1;
        }
    }

    /// Whether anybody is available for a need.
    pub(crate) fn has(&self, need: &Need) -> bool {
        let mut tiers = need.tiers.chunks_exact(self.open.words().len());
        tiers.any(|tier| tier.iter().zip(self.open.words()).any(|(mask, open)| mask & open != 0))
    }

    /// Takes a seat out of its pool; no one is drawn and no one kept free.
    #[inline(always)]
    pub(crate) fn stand_up(&mut self, seat: usize, pool: usize) {
        let own = &mut self.seats[seat];
        own.since = Instant::NEVER;
        let (previous, next) = (own.previous, own.next);
        self.seats[previous as usize].next = next;
        self.seats[next as usize].previous = previous;
        // Only the head stands on both sides.
        if self.few {
            return self.open.remove_from_word_if(pool, previous == next);
        }
        self.open.remove_if(pool, previous == next);
        if let Some(ranks) = &mut self.ranks {
            ranks.remove(seat);
        }
    }

    /// The agent for a contact of a plain plan: from the best tier that has anybody, by an order that is at hand.
    #[inline(always)]
    pub(crate) fn choose_at_hand(&self, need: &Need) -> Option<u32> {
        let Some(open) = self.open.one_word() else { return self.choose_among_many(need) };
        if let [only] = need.tiers[..] {
            return if only & open == 0 { None } else { Some(self.at_hand(need, &[only & open])) };
        }
        // Which tier is the first that has anybody is chance: looking at all of them costs less than a wrong guess.
        let mut best = 0;
        for tier in need.tiers.iter().rev() {
            best = select_unpredictable(tier & open == 0, best, tier & open);
        }
        if best == 0 { None } else { Some(self.at_hand(need, &[best])) }
    }

    /// The same where there are many pools.
    #[inline(never)]
    fn choose_among_many(&self, need: &Need) -> Option<u32> {
        let anybody = |tier: &&[u64]| tier.iter().zip(self.open.words()).any(|(mask, open)| mask & open != 0);
        need.tiers.chunks_exact(self.open.words().len()).find(anybody).map(|tier| self.at_hand(need, tier))
    }

    /// The seat that comes first within a tier that has anybody.
    #[inline(always)]
    fn at_hand(&self, need: &Need, tier: &[u64]) -> u32 {
        if need.choose == Choose::LongestIdle { self.longest(tier, &need.ranks) } else { self.first(tier) }
    }

    /// The agent for a contact with this need: from the best tier that has anybody, by the need's rule.
    #[inline(always)]
    pub(crate) fn choose(&self, need: &Need, stream: &mut Stream) -> Option<u32> {
        if let [open] = self.open.words() {
            let best = need.tiers.iter().map(|tier| tier & open).find(|pools| *pools != 0)?;
            return Some(self.agent(self.seat(need, &[best], stream)));
        }
        let tiers = need.tiers.chunks_exact(self.open.words().len());
        for tier in tiers {
            let anybody = tier.iter().zip(self.open.words()).any(|(mask, open)| mask & open != 0);
            if anybody {
                return Some(self.agent(self.seat(need, tier, stream)));
            }
        }
        None
    }

    /// The same, but for the people of pools that are closed now.
    #[inline(never)]
    pub(crate) fn choose_beside(&self, need: &Need, closed: &[u32], stream: &mut Stream) -> Option<u32> {
        let anybody = |tier: &Cow<'_, [u64]>| tier.iter().zip(self.open.words()).any(|(mask, open)| mask & open != 0);
        let tier = self.tiers_without(need, closed).find(anybody)?;
        Some(self.agent(self.seat(need, &tier, stream)))
    }

    /// The tiers of a need, best first, without the pools that are closed now.
    fn tiers_without<'a>(&self, need: &'a Need, closed: &'a [u32]) -> impl Iterator<Item = Cow<'a, [u64]>> {
        let taken = move |tier: &'a [u64]| {
            let mut tier = Cow::Borrowed(tier);
            for &pool in closed {
                tier.to_mut()[pool as usize / 64] &= !(1 << (pool % 64));
            }
            tier
        };
        need.tiers.chunks_exact(self.open.words().len()).map(taken)
    }

    /// Everybody available in the best tier that has anybody who may be taken; for a scan in no particular order.
    pub(crate) fn gather(
        &self,
        need: &Need,
        closed: &[u32],
        candidates: &mut Vec<Candidate>,
        may: impl Fn(&Candidate) -> bool,
    ) {
        candidates.clear();
        for tier in self.tiers_without(need, closed) {
            self.visit(&tier, |pool| {
                let one = |seat: u32| {
                    let since = self.seats[seat as usize].since;
                    Candidate { agent: self.agent(seat), pool: pool as u32, since }
                };
                if need.by == Choose::Scan {
                    candidates.extend(self.people[pool].iter().map(|seat| one(*seat)).filter(&may));
                } else {
                    candidates.extend(self.in_order(pool).map(one).filter(&may));
                }
                false
            });
            if !candidates.is_empty() {
                return;
            }
        }
    }

    /// The seats of a pool, the first who became available first.
    fn in_order(&self, pool: usize) -> impl Iterator<Item = u32> {
        let head = (self.heads + pool) as u32;
        let next = move |seat: &u32| Some(self.seats[*seat as usize].next).filter(|next| *next != head);
        std::iter::successors(next(&head), next)
    }

    /// People available of a group, one team for one channel; for plans in which some rule asks for it.
    pub(crate) fn free_in(&self, group: u32) -> u32 {
        self.free[group as usize]
    }

    /// People of a team with room for one contact more, of whatever channel; likewise.
    pub(crate) fn available(&self, team: TeamId) -> u32 {
        self.free[..self.counted].iter().skip(team.index()).step_by(self.teams).copied().max().unwrap_or(0)
    }

    /// The seat chosen within a tier that has anybody.
    #[inline(always)]
    fn seat(&self, need: &Need, tier: &[u64], stream: &mut Stream) -> u32 {
        match need.by {
            Choose::LongestIdle => self.longest(tier, &need.ranks),
            Choose::FixedOrder => self.first(tier),
            Choose::Random => self.any(tier, stream),
            Choose::Scan | Choose::Closer => unreachable!("a scan does not ask the bench for one seat"),
        }
    }

    /// Who of one profile became available last.
    pub(crate) fn latest(&self, channel: usize, profile: u32) -> Option<u32> {
        let head = self.heads + channel * self.profiles + profile as usize;
        let seat = self.seats[head].previous;
        (seat as usize != head).then(|| self.agent(seat))
    }

    /// People of a profile who are available for a channel, in the order in which they became so.
    pub(crate) fn line(&self, channel: usize, profile: u32) -> impl Iterator<Item = u32> + '_ {
        let head = (self.heads + channel * self.profiles + profile as usize) as u32;
        let after = move |seat: u32| Some(self.seats[seat as usize].next).filter(|next| *next != head);
        std::iter::successors(after(head), move |&seat| after(seat)).map(|seat| self.agent(seat))
    }

    /// The agent of a seat; a division only where there are several channels.
    #[inline(always)]
    fn agent(&self, seat: u32) -> u32 {
        if (seat as usize) < self.agents { seat } else { seat % self.agents as u32 }
    }

    /// Visits the open pools of a tier, in order, until the visitor says so.
    #[inline(always)]
    fn visit(&self, tier: &[u64], mut visitor: impl FnMut(usize) -> bool) {
        for (word, (mask, open)) in tier.iter().zip(self.open.words()).enumerate() {
            let mut rest = mask & open;
            while rest != 0 {
                if visitor(word * 64 + rest.trailing_zeros() as usize) {
                    return;
                }
                rest &= rest - 1;
            }
        }
    }

    #[inline(always)]
    fn longest(&self, tier: &[u64], ranks: &[u32]) -> u32 {
        if let [pools] = tier
            && pools.is_power_of_two()
        {
            return self.seats[self.heads + pools.trailing_zeros() as usize].next;
        }
        let (mut best, mut key) = (NONE, (Instant::NEVER, u32::MAX));
        self.visit(tier, |pool| {
            let first = self.seats[self.heads + pool].next;
            let other = (self.seats[first as usize].since, ranks[pool]);
            if other < key {
                (best, key) = (first, other);
            }
            false
        });
        best
    }

    /// Pools follow the order of the file, and so do the agents in them: the first seat of the first pool is first.
    #[inline(always)]
    fn first(&self, tier: &[u64]) -> u32 {
        let mut pool = 0;
        self.visit(tier, |open| {
            pool = open;
            true
        });
        let ranks = self.ranks.as_ref().expect("kept because some need asks for it");
        ranks.first_from(self.firsts[pool] as usize).expect("an open pool has a first agent") as u32
    }

    fn any(&self, tier: &[u64], stream: &mut Stream) -> u32 {
        let mut total = 0;
        self.visit(tier, |pool| {
            total += self.people[pool].len();
            false
        });
        let (mut rank, mut chosen) = (stream.below(total as u64) as usize, NONE);
        self.visit(tier, |pool| {
            let people = &self.people[pool];
            let found = people.get(rank);
            chosen = found.copied().unwrap_or(chosen);
            rank = rank.saturating_sub(people.len());
            found.is_some()
        });
        chosen
    }
}

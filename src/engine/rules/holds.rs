//! Holds: who is kept from whom now, and the matches that remain.

use crate::engine::centre::Centre;
use crate::engine::contact::Contact;
use crate::plan::{Amount, Hold, LanePlan, Need};
use crate::record::Amount::Number;
use crate::record::rule::{KEPT_FREE, QUEUE_WHILE, SKILLS_WHILE};
use crate::record::{Observer, Rule};
use crate::routing::Guard;
use crate::units::{QueueId, TeamId};

/// An agent whom a contact may take or who may take a contact.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Taker {
    pub(crate) profile: u32,
    pub(crate) team: TeamId,
    /// Whether the agent is not among those on the bench with room for it.
    pub(crate) off_bench: bool,
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// Whether something may ever keep people from the contacts of a lane.
    pub(super) fn may_be_held(&self, lane: u32) -> bool {
        let need = &self.plan.needs[self.plan.lanes[lane as usize].need as usize];
        !need.holds.is_empty() || !self.plan.rules.guards.is_empty()
    }

    /// Pools of a need whose people something keeps from a contact now.
    pub(crate) fn closed_pools(&self, slot: u32, need: &Need) -> Vec<u32> {
        let lane = self.contacts[slot].lane;
        if !self.may_be_held(lane) {
            return Vec::new();
        }
        let (lane, off_bench) = (&self.plan.lanes[lane as usize], need.channel as usize >= self.plan.channels.len());
        let first_pool = need.channel * self.plan.profiles.len() as u32;
        let kept = |profile: &&u32| {
            let team = self.plan.profiles[**profile as usize].team;
            let taker = Taker { profile: **profile, team, off_bench };
            self.kept_by(taker, &self.contacts[slot], lane).is_some()
        };
        need.profiles.iter().filter(kept).map(|profile| first_pool + profile).collect()
    }

    /// The rule that keeps an agent from a contact of a lane now, if any does.
    pub(crate) fn kept_by(&self, taker: Taker, contact: &Contact, lane: &LanePlan) -> Option<Rule> {
        self.hold_against(taker, lane).or_else(|| self.guarded_by(taker, contact, lane))
    }

    fn hold_against(&self, taker: Taker, lane: &LanePlan) -> Option<Rule> {
        let need = &self.plan.needs[lane.need as usize];
        let pool = need.channel * self.plan.profiles.len() as u32 + taker.profile;
        let own = need.holds.iter().filter(|(of, _)| *of == pool);
        own.map(|(_, hold)| &self.plan.holds[*hold as usize]).find_map(|hold| self.holds(hold, taker))
    }

    /// The condition for which an agent does not serve a queue, or has not the skills for its contacts, now.
    pub(crate) fn unable_now(&self, agent: u32, lane: u32) -> Option<Rule> {
        let state = &self.agents[agent as usize];
        let taker = Taker { profile: state.profile, team: state.team, off_bench: false };
        let need = &self.plan.needs[self.plan.lanes[lane as usize].need as usize];
        let pool = need.channel * self.plan.profiles.len() as u32 + taker.profile;
        let own = need.holds.iter().filter(|(of, _)| *of == pool);
        let conditions = own.map(|(_, hold)| &self.plan.holds[*hold as usize]);
        conditions.filter(|hold| !matches!(hold, Hold::KeepFree(..))).find_map(|hold| self.holds(hold, taker))
    }

    /// What a hold says that keeps an agent now.
    fn holds(&self, hold: &Hold, taker: Taker) -> Option<Rule> {
        let is_on = |switch: &u32| self.rules.switches[*switch as usize].on;
        match hold {
            Hold::KeepFree(group, amount) => {
                let free = self.bench.free_in(*group) + u32::from(taker.off_bench);
                let keeps = self.amount(amount);
                (free <= keeps).then(|| {
                    let [keeps, others] = [keeps, free.saturating_sub(1)].map(|people| Number(u64::from(people)));
                    KEPT_FREE.with_both(keeps, others)
                })
            }
            Hold::Membership(switch) => (!is_on(switch)).then_some(QUEUE_WHILE),
            Hold::Skills(switches, suffices) => {
                let bits = switches.iter().rev().fold(0, |bits, switch| bits << 1 | usize::from(is_on(switch)));
                (!suffices[bits]).then_some(SKILLS_WHILE)
            }
        }
    }

    /// Agents who are free for the contacts of a lane now, without those whom something keeps from them.
    pub(crate) fn free_for(&self, lane: u32) -> u32 {
        let need = &self.plan.needs[self.plan.lanes[lane as usize].need as usize];
        let first_pool = need.channel * self.plan.profiles.len() as u32;
        let free = |&profile: &u32| {
            let team = self.plan.profiles[profile as usize].team;
            let free = self.bench.free_in(need.channel * self.plan.teams.len() as u32 + team.0);
            let taker = Taker { profile, team, off_bench: false };
            let holds = need.holds.iter().filter(|(pool, _)| *pool == first_pool + profile);
            holds.map(|(_, hold)| self.left_by(&self.plan.holds[*hold as usize], taker, free)).min().unwrap_or(free)
        };
        need.profiles.iter().map(free).sum()
    }

    /// Of so many free people, how many a hold leaves.
    fn left_by(&self, hold: &Hold, taker: Taker, free: u32) -> u32 {
        match hold {
            Hold::KeepFree(_, amount) => free.saturating_sub(self.amount(amount)),
            Hold::Membership(_) | Hold::Skills(..) if self.holds(hold, taker).is_some() => 0,
            Hold::Membership(_) | Hold::Skills(..) => free,
        }
    }

    fn amount(&self, amount: &Amount) -> u32 {
        match amount {
            Amount::Always(number) => *number,
            Amount::ByTime(steps) => steps.value_at(self.now) as u32,
            Amount::Adaptive(number) => self.rules.adapts[*number as usize].0,
        }
    }

    /// The guard that withholds an agent from a contact for the sake of others.
    fn guarded_by(&self, taker: Taker, contact: &Contact, lane: &LanePlan) -> Option<Rule> {
        let guards = |guard: &&Guard| match guard {
            Guard::HeavierQueue => self.is_needed_by_heavier(taker, lane.queue, false),
            Guard::HeavierQueueAnyMember => self.is_needed_by_heavier(taker, lane.queue, true),
            Guard::OlderElsewhere => self.may_take_older(taker, contact, lane),
        };
        self.plan.rules.guards.iter().find(guards).map(|guard| guard.rule())
    }

    fn weight(&self, queue: QueueId) -> f64 {
        self.plan.rules.queues[queue.index()].weight
    }

    /// Whether a heavier queue has as many contacts waiting as there are people available for it, the agent among them.
    fn is_needed_by_heavier(&self, taker: Taker, queue: QueueId, any_member: bool) -> bool {
        let own = self.weight(queue);
        let heavier = (0..self.queues.len()).filter(|&other| self.plan.rules.queues[other].weight > own);
        let mut waiting = heavier.filter(|&other| self.queues[other].waiting > 0);
        waiting.any(|other| {
            let teams = if any_member {
                self.plan.rules.queues[other].members.clone()
            } else {
                self.takers_now(QueueId::of(other))
            };
            let available: u32 = teams.iter().map(|&team| self.bench.available(team)).sum();
            teams.contains(&taker.team) && self.queues[other].waiting >= available + u32::from(taker.off_bench)
        })
    }

    /// Teams whose people nothing keeps from some contact that waits in a queue.
    fn takers_now(&self, queue: QueueId) -> Vec<TeamId> {
        let mut teams = Vec::new();
        for lane in self.waiting_lanes(|lane| lane.queue == queue) {
            for &profile in &self.plan.needs[lane.need as usize].profiles {
                let team = self.plan.profiles[profile as usize].team;
                if !teams.contains(&team)
                    && self.hold_against(Taker { profile, team, off_bench: false }, lane).is_none()
                {
                    teams.push(team);
                }
            }
        }
        teams
    }

    /// Lanes in which somebody waits.
    fn waiting_lanes(&self, which: impl Fn(&LanePlan) -> bool) -> impl Iterator<Item = &LanePlan> {
        let each = (0..).zip(&self.plan.lanes).filter(move |(_, lane)| which(lane));
        each.filter(|(number, _)| self.lanes.first(*number).is_some()).map(|(_, lane)| lane)
    }

    /// Whether an agent may take a contact now that has waited longer, in another queue of the same weight.
    fn may_take_older(&self, taker: Taker, contact: &Contact, own: &LanePlan) -> bool {
        (0..).zip(&self.plan.lanes).any(|(number, lane): (u32, &LanePlan)| {
            let rivals = lane.queue != own.queue
                && lane.class <= own.class
                && self.weight(lane.queue) == self.weight(own.queue)
                && self.plan.needs[lane.need as usize].profiles.contains(&taker.profile);
            let head = if rivals { self.lanes.first(number) } else { None };
            head.is_some_and(|head| {
                self.contacts[head].record.entered < contact.record.entered && self.hold_against(taker, lane).is_none()
            })
        })
    }

    /// Lanes of a channel that an agent may serve now, those to look at first before others.
    pub(crate) fn open_lanes(&self, agent: u32, channel: usize) -> Vec<u64> {
        let state = &self.agents[agent as usize];
        let off_bench = !self.bench.holds(channel, agent);
        let taker = Taker { profile: state.profile, team: state.team, off_bench };
        let mut lanes = self.plan.lanes_of(state.profile, channel).to_vec();
        let mut close = |lane: u32| {
            let word = lanes.iter_mut().skip(lane as usize / 64).step_by(self.plan.words_of_lanes());
            word.for_each(|word| *word &= !(1 << (lane % 64)));
        };
        if self.plan.rules.guards.is_empty() {
            let held = self.plan.held_lanes(state.profile, channel).iter();
            held.filter(|(_, hold)| self.holds(&self.plan.holds[*hold as usize], taker).is_some())
                .for_each(|(lane, _)| close(*lane));
        } else {
            for (number, lane) in (0..).zip(&self.plan.lanes) {
                let head = self.lanes.first(number);
                if head.is_some_and(|head| self.kept_by(taker, &self.contacts[head], lane).is_some()) {
                    close(number);
                }
            }
        }
        lanes
    }

    /// By how much a queue is overloaded.
    pub(crate) fn overload(&self, queue: QueueId) -> usize {
        let levels = &self.plan.rules.queues[queue.index()].overload;
        levels.iter().rposition(|test| self.test(test)).map_or(0, |level| level + 1)
    }

    /// Of these sets of lanes, leaves those of the most overloaded queues in which somebody waits, whatever their ranks.
    pub(crate) fn keep_overloaded(&self, sets: &mut [Vec<u64>]) {
        let words = self.plan.words_of_lanes();
        let holds = |set: &[u64], lane: u32| {
            set.iter().skip(lane as usize / 64).step_by(words).any(|it| it & 1 << (lane % 64) != 0)
        };
        let busy: Vec<(u32, usize)> = (0..self.plan.lanes.len() as u32)
            .filter(|&lane| self.lanes.first(lane).is_some() && sets.iter().any(|set| holds(set, lane)))
            .map(|lane| (lane, self.overload(self.plan.lanes[lane as usize].queue)))
            .collect();
        let most = busy.iter().map(|(_, level)| *level).max().unwrap_or(0);
        if most == 0 {
            return;
        }
        for set in sets {
            let mut kept = vec![0; words];
            for &(lane, _) in busy.iter().filter(|(lane, level)| *level == most && holds(set, *lane)) {
                kept[lane as usize / 64] |= 1 << (lane % 64);
            }
            *set = kept;
        }
    }

    /// Whether an agent leaves a contact of a lane waiting because other queues are overloaded.
    pub(crate) fn is_passed_over(&self, agent: u32, lane: u32) -> bool {
        let own = self.plan.needs[self.plan.lanes[lane as usize].need as usize].channel as usize;
        if !self.plan.rules.overload {
            return false;
        }
        let open: Vec<usize> = self.rows_looked_at(agent).collect();
        let sets = self.open_sets(agent, &open);
        let place = open.iter().position(|&channel| channel == own);
        let words = self.plan.words_of_lanes();
        place.is_some_and(|place| {
            let mut word = sets[place].iter().skip(lane as usize / 64).step_by(words);
            !word.any(|word| word & 1 << (lane % 64) != 0)
        })
    }
}

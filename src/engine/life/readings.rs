//! Readings: what the keys of a decision say about those who could be chosen.
//!
//! The numbers are taken where decisions take them; only the words are other people's.

use crate::engine::centre::Centre;
use crate::engine::measured::Moment;
use crate::engine::scan::Candidate as Seat;
use crate::plan::{Line, Measure, Need, OfAgents, OfContacts, ToldOfAgents, ToldOfContacts};
use crate::record::{Observer, Reading};
use crate::units::{Instant, TeamId};

/// Who asks for a contact, and what is known of the one that is read.
pub(super) struct Asks<'a> {
    pub(super) agent: u32,
    pub(super) team: TeamId,
    pub(super) moment: Moment<'a>,
    /// Whether nobody of its queue comes before it.
    pub(super) leads_queue: bool,
    /// Whether the agent has picked it out.
    pub(super) is_picked: bool,
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// By agent: turn among those who meet a need and have been available for as long [from 1]; 0 for others.
    pub(super) fn turns(&self, need: &Need) -> Vec<u32> {
        let lines = need.profiles.iter().flat_map(|&profile| self.bench.line(need.channel as usize, profile));
        let mut turns = vec![0; self.agents.len()];
        for (turn, agent) in (1..).zip(lines) {
            turns[agent as usize] = turn;
        }
        turns
    }

    /// What a key says about an agent who meets the need of a contact.
    pub(super) fn read_agent(
        &self,
        told: &ToldOfAgents,
        agent: u32,
        (need, slot): (&Need, u32),
        turns: &[u32],
    ) -> Reading {
        let key = match &told.of {
            OfAgents::Turn => return Reading::lowest(f64::from(turns[agent as usize])),
            OfAgents::Place => return Reading::lowest(f64::from(agent) + 1.0),
            OfAgents::Pair => return Reading::of(self.points_of_pair(slot, agent)),
            OfAgents::Key(key) => key,
        };
        let pool = need.channel * self.plan.profiles.len() as u32 + self.agents[agent as usize].profile;
        let since = self.bench.since(need.channel as usize, agent);
        let number = self.number(key, (need, slot), Seat { agent, pool, since });
        // Never -0, which would be told with its sign.
        Reading { points: -number, amount: number * told.times + 0.0 }
    }

    /// What a key says about a waiting contact.
    pub(super) fn read_contact(&self, told: &ToldOfContacts, slot: u32, asking: &Asks<'_>) -> Reading {
        let record = &self.contacts[slot].record;
        match told.of {
            OfContacts::Rank => {
                let member = self.plan.scenario.teams[asking.team.index()].membership(record.queue);
                Reading::lowest(member.map_or(0.0, |member| f64::from(member.rank)))
            }
            OfContacts::ForAgent => {
                let own = self.own.get(asking.agent as usize).into_iter().flatten();
                let before = own.take_while(|&&other| other != slot).count();
                Reading::lowest(before as f64 + 1.0)
            }
            OfContacts::Picked => Reading::lowest(if asking.is_picked { 0.0 } else { 1.0 }),
            OfContacts::Line => {
                let first = self.lanes.first(self.contacts[slot].lane) == Some(slot);
                Reading::lowest(if first { 0.0 } else { 1.0 })
            }
            OfContacts::Own => Reading::lowest(if asking.leads_queue { 0.0 } else { 1.0 }),
            OfContacts::Window(first) => Reading::of(f64::from(first)),
            OfContacts::Measure(row, times) => self.read_measure(row, times, slot, asking.moment),
            OfContacts::Wait => {
                Reading { points: -(record.ranked_from as f64), amount: waited(self.now, record.ranked_from) as f64 }
            }
            OfContacts::Arrival => Reading::lowest(record.serial as f64),
        }
    }

    /// What a measure says about a waiting contact: as it is compared, and so many times as it is told.
    fn read_measure(&self, row: usize, times: f64, slot: u32, moment: Moment<'_>) -> Reading {
        let ranking = &self.plan.ranking;
        let key = &ranking.told.order.measures[row];
        if ranking.moving.is_some() {
            let points = self.lanes.points(key, &self.contacts, slot, moment);
            return Reading { points, amount: points * times + 0.0 };
        }
        let contact = &self.contacts[slot];
        let Measure::Line(line) = &key[contact.lane as usize] else { return Reading::of(0.0) };
        let amount = line.after(waited(self.now, contact.record.ranked_from)) * times + 0.0;
        match line {
            Line { per_minute: 0.0, .. } => Reading { points: line.after(0), amount },
            // Compared in whole ticks, where equal waits are equal.
            Line { .. } => Reading { points: -(self.lanes.rank(&self.contacts, slot).from as f64), amount },
        }
    }
}

/// The wait that counts [ticks].
fn waited(now: Instant, ranked_from: i64) -> i64 {
    (now.as_ticks() as i64).saturating_sub(ranked_from)
}

//! Rooms: how many contacts of each row every agent holds; kept only where agents can hold several.

use super::centre::Centre;
use crate::channel::Channel;
use crate::record::Observer;

/// Contacts held.
#[derive(Debug, Clone)]
pub(crate) struct Rooms {
    rows: usize,
    /// By agent, then row.
    held: Vec<u16>,
}

impl Rooms {
    /// Nobody holds anything.
    pub(crate) fn new(agents: usize, rows: usize) -> Self {
        Self { rows, held: vec![0; agents * rows] }
    }

    /// What an agent holds, by row.
    pub(crate) fn of(&self, agent: u32) -> &[u16] {
        &self.held[agent as usize * self.rows..(agent as usize + 1) * self.rows]
    }

    fn at(&mut self, agent: u32, row: u32) -> &mut u16 {
        &mut self.held[agent as usize * self.rows + row as usize]
    }
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// A contact is about to be with an agent: it takes room, and puts on hold what gives way to it.
    #[inline(never)]
    pub(crate) fn occupy(&mut self, slot: u32, agent: u32) {
        if self.plan.desk.interrupts {
            self.make_room(slot, agent);
        }
        self.take_room(slot, agent);
    }

    /// A contact takes room of its agent.
    pub(crate) fn take_room(&mut self, slot: u32, agent: u32) {
        if self.plan.one_at_a_time {
            self.agents[agent as usize].used += Channel::CAPACITY;
            return;
        }
        let row = self.row_of(slot);
        *self.rooms.at(agent, row) += 1;
        self.agents[agent as usize].used += 1;
    }

    /// A contact takes no room of its agent any more.
    pub(crate) fn free_room(&mut self, slot: u32, agent: u32) {
        if self.plan.one_at_a_time {
            self.agents[agent as usize].used -= Channel::CAPACITY;
            return;
        }
        let row = self.row_of(slot);
        *self.rooms.at(agent, row) -= 1;
        self.agents[agent as usize].used -= 1;
    }

    /// The row of a contact's channel.
    pub(crate) fn row_of(&self, slot: u32) -> u32 {
        self.plan.kinds[self.contacts[slot].record.kind.index()].channel
    }

    /// Whether an agent who takes contacts has a seat in a row: room for one more contact, or something to put on hold.
    #[inline(never)]
    pub(crate) fn has_seat(&self, agent: u32, row: usize) -> bool {
        let rows = self.plan.channels.len();
        self.agents[agent as usize].is_open()
            && !self.keeps_for_own(agent)
            && if row < rows {
                self.fits(agent, row)
            } else {
                !self.fits(agent, row - rows) && self.can_interrupt(agent, row - rows)
            }
    }

    /// Whether one more contact of a row fits in with an agent.
    pub(crate) fn fits(&self, agent: u32, row: usize) -> bool {
        let team = self.agents[agent as usize].team;
        self.plan.rooms[team.index()].fits(self.rooms.of(agent), row)
    }

    /// Whether an agent can take one more contact of a row, one way or the other.
    pub(crate) fn can_take(&self, agent: u32, row: usize) -> bool {
        self.agents[agent as usize].is_open() && (self.fits(agent, row) || self.can_interrupt(agent, row))
    }

    /// Whether an agent can take one more contact without having room for it.
    pub(crate) fn can_exceed(&self, agent: u32) -> bool {
        let state = &self.agents[agent as usize];
        state.is_open() && state.used < MOST_IN_HAND
    }

    /// Share of an agent that is free for contacts of a row.
    pub(crate) fn spare(&self, agent: u32, row: usize) -> f64 {
        if self.plan.one_at_a_time {
            return if self.agents[agent as usize].used == 0 { 1.0 } else { 0.0 };
        }
        let team = self.agents[agent as usize].team;
        self.plan.rooms[team.index()].spare(self.rooms.of(agent), row % self.plan.channels.len())
    }
}

/// Contacts in hand beyond which nobody takes another without room: as many as the largest room holds.
const MOST_IN_HAND: u16 = 10_000;

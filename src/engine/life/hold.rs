//! On hold: work that gives way to a contact of another channel, and goes on when that is done.
//!
//! Each interruption stands one level above what it interrupts; work on hold goes on as soon as its agent holds nothing
//! of a higher level.

use super::load::stretched;
use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::engine::dialogues::Gone;
use crate::record::{Aside, Observer};
use crate::units::{AgentId, Instant};

impl<Watch: Observer> Centre<'_, Watch> {
    /// Whether an agent can take one more contact of a row by putting others on hold.
    #[inline(never)]
    pub(crate) fn can_interrupt(&self, agent: u32, row: usize) -> bool {
        self.plan.desk.interrupts && self.agents[agent as usize].used > 0 && self.level_above(agent, row).is_some()
    }

    /// The level at which an agent would take one more contact of a row who puts others on hold for it, or has them there
    /// already; `None` where it does not fit in even so, or the level is too high.
    fn level_above(&self, agent: u32, row: usize) -> Option<u16> {
        let room = &self.plan.rooms[self.agents[agent as usize].team.index()];
        let mut held = self.rooms.of(agent).to_vec();
        let (mut top, mut beneath) = (0, None);
        for slot in self.held_by(agent) {
            let level = self.note(slot).level;
            top = top.max(level);
            if room.interrupts[row].contains(&self.row_of(slot)) && self.can_wait(slot) {
                held[self.row_of(slot) as usize] -= 1;
                beneath = beneath.max(Some(level));
            }
        }
        let level = top.max(beneath? + 1);
        (level <= room.nesting && room.fits(&held, row)).then_some(level)
    }

    /// Whether work on a contact can be put on hold, or is.
    fn can_wait(&self, slot: u32) -> bool {
        matches!(self.contacts[slot].phase, Phase::Talking | Phase::Unread | Phase::Silent | Phase::OnHold)
    }

    /// Before an agent takes a contact: puts on hold what gives way to it, if it does not fit in otherwise.
    #[inline(never)]
    pub(crate) fn make_room(&mut self, slot: u32, agent: u32) {
        let row = self.row_of(slot) as usize;
        let top = self.held_by(agent).map(|held| self.note(held).level).max().unwrap_or(0);
        let above = if self.fits(agent, row) { None } else { self.level_above(agent, row) };
        if above.is_some() {
            let rows = &self.plan.rooms[self.agents[agent as usize].team.index()].interrupts[row];
            let active =
                |held: &u32| matches!(self.contacts[*held].phase, Phase::Talking | Phase::Unread | Phase::Silent);
            let gives_way = |held: &u32| rows.contains(&self.row_of(*held)) && active(held);
            let giving_way: Vec<u32> = self.held_by(agent).filter(gives_way).collect();
            giving_way.into_iter().rev().for_each(|held| self.put_on_hold(held, agent));
        }
        self.note_mut(slot).level = above.unwrap_or(top);
    }

    fn put_on_hold(&mut self, slot: u32, agent: u32) {
        let (now, team) = (self.now, self.agents[agent as usize].team);
        let (phase, ends) = (self.contacts[slot].phase, self.contacts[slot].ends);
        let unread = self.dialogue(slot).work;
        let note = self.note_mut(slot);
        note.since = now;
        match phase {
            Phase::Silent => {}
            Phase::Unread => note.rest = unread,
            _ => note.rest = stretched(ends.since(now), 1.0 / note.factor),
        }
        if self.plan.desk.turns && phase == Phase::Talking {
            self.note_work_done(slot);
        }
        let contact = &mut self.contacts[slot];
        (contact.phase, contact.ends) = (Phase::OnHold, Instant::NEVER);
        self.agents[agent as usize].talking -= 1;
        self.watch.set_aside(now, &self.contacts[slot].record, Aside::OnHold, AgentId(agent), team);
    }

    /// Work on hold goes on that nothing stands above any more; seat, announcement and note of the end are the caller's.
    #[inline(never)]
    pub(crate) fn go_on_with_held(&mut self, agent: u32) {
        let levels = self.held_by(agent).map(|slot| self.note(slot).level);
        let Some(top) = levels.max() else { return };
        let goes_on = |&slot: &u32| self.contacts[slot].phase == Phase::OnHold && self.note(slot).level == top;
        let held: Vec<u32> = self.held_by(agent).filter(goes_on).collect();
        held.into_iter().rev().for_each(|slot| self.take_off_hold(slot, agent));
    }

    fn take_off_hold(&mut self, slot: u32, agent: u32) {
        let (now, team) = (self.now, self.agents[agent as usize].team);
        let set_up = self.plan.rooms[team.index()].set_up;
        let note = self.note_mut(slot);
        note.on_hold = note.on_hold.plus(now.since(note.since));
        (note.since, note.factor) = (Instant::NEVER, 1.0);
        let (rest, quiet, writes) = (note.rest, note.quiet, note.writes);
        self.agents[agent as usize].talking += 1;
        self.watch.taken_up(now, &self.contacts[slot].record, AgentId(agent), team);
        if quiet == Instant::NEVER {
            let contact = &mut self.contacts[slot];
            (contact.phase, contact.ends) = (Phase::Talking, now + rest.plus(set_up));
            if self.plan.desk.turns {
                self.open_turn(slot, agent, rest.plus(set_up));
            }
        } else if writes <= now && self.dialogue(slot).gone == Gone::No {
            self.go_on_after_silence(slot, agent, set_up);
        } else {
            self.be_silent(slot);
        }
    }
}

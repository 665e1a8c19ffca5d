//! Pauses: customers who fall silent within one contact, become inactive, and write again.

use crate::engine::centre::Centre;
use crate::engine::contact::{NONE, Phase};
use crate::engine::dialogues::Gone;
use crate::random::{Purpose, Stream};
use crate::record::{Aside, Observer};
use crate::scenario::{Pauses, WithoutRoom};
use crate::units::{AgentId, Instant, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    fn pauses_of(&self, slot: u32) -> Option<&Pauses> {
        self.plan.scenario.contacts[self.contacts[slot].record.kind.index()].pauses.as_ref()
    }

    /// Work on a contact begins: it goes on until its customer falls silent, or all is done.
    #[inline(never)]
    pub(crate) fn begin_to_work(&mut self, slot: u32, agent: u32) {
        let talk = self.contacts[slot].talk;
        let note = self.note_mut(slot);
        (note.agent, note.factor, note.left) = (agent, 1.0, talk);
        (note.on_hold, note.inactive) = (Span::ZERO, Span::ZERO);
        (note.quiet, note.writes) = (Instant::NEVER, Instant::NEVER);
        if self.pauses_of(slot).is_some() {
            self.work_on(slot, agent, Span::ZERO);
        }
    }

    /// Works on a contact until its next pause, after so much work that comes on top.
    fn work_on(&mut self, slot: u32, agent: u32, extra: Span) {
        let [stretch, _] = self.next_spans(slot);
        let note = self.note_mut(slot);
        let stretch = stretch.min(note.left);
        note.left = Span::ticks(note.left.as_ticks() - stretch.as_ticks());
        note.factor = 1.0;
        let (contact, team) = (&mut self.contacts[slot], self.agents[agent as usize].team);
        let work = self.plan.paced(stretch, contact.record.kind, team).plus(extra);
        contact.phase = Phase::Talking;
        contact.ends = self.now + work;
        if self.plan.desk.turns {
            self.open_turn(slot, agent, work);
        }
    }

    /// The stretch of work before the next pause of a contact, and how long that is.
    fn next_spans(&self, slot: u32) -> [Span; 2] {
        let Some(pauses) = self.pauses_of(slot) else { return [Span::NEVER, Span::ZERO] };
        let mut stream = self.turn_stream(slot, self.note(slot).pauses);
        [&pauses.after, &pauses.length].map(|law| law.sampler().draw(&mut stream))
    }

    /// Chance inside a contact, by number.
    pub(super) fn turn_stream(&self, slot: u32, number: u64) -> Stream {
        let record = &self.contacts[slot].record;
        let key = (record.customer << 16 | u64::from(record.attempt)) << 24 | number & 0xff_ffff;
        self.streams.keyed(Purpose::Turns, record.kind.0, key)
    }

    /// A stretch of work is done: true when that is not all, and the customer falls silent, or goes to another channel.
    #[inline(never)]
    pub(crate) fn falls_silent(&mut self, slot: u32, agent: u32) -> bool {
        if self.pauses_of(slot).is_none() {
            return false;
        }
        if self.plan.desk.turns {
            self.tell_reply(slot, agent);
        }
        if self.note(slot).left == Span::ZERO {
            return false;
        }
        if self.plan.desk.turns && self.is_elevated(slot, agent) {
            return true;
        }
        let (now, [_, length]) = (self.now, self.next_spans(slot));
        let gone = if self.plan.desk.turns { self.decide_to_leave(slot) } else { Gone::No };
        let note = self.note_mut(slot);
        (note.quiet, note.writes) = (now, if gone == Gone::Silently { Instant::NEVER } else { now + length });
        note.pauses += 1;
        if length == Span::ZERO && gone == Gone::No {
            self.go_on_after_silence(slot, agent, Span::ZERO);
        } else {
            self.be_silent(slot);
        }
        self.seat(agent);
        self.note_end(agent);
        true
    }

    /// An agent waits for a silent customer, until that one writes or becomes inactive.
    pub(crate) fn be_silent(&mut self, slot: u32) {
        let note = self.note(slot);
        let inactive = note.quiet + self.pauses_of(slot).map_or(Span::NEVER, |pauses| pauses.inactive_after);
        let closed = self.is_closed_at(slot);
        let contact = &mut self.contacts[slot];
        contact.phase = Phase::Silent;
        contact.ends = note.writes.min(inactive).min(closed).max(self.now);
    }

    /// The customer of a contact in hand has written: its agent works on.
    pub(crate) fn go_on_after_silence(&mut self, slot: u32, agent: u32, extra: Span) {
        let note = self.note_mut(slot);
        (note.quiet, note.writes) = (Instant::NEVER, Instant::NEVER);
        self.work_on(slot, agent, extra);
    }

    /// A silent customer writes, or has been silent for so long that the contact becomes inactive.
    #[inline(never)]
    pub(crate) fn silence_ends(&mut self, slot: u32, agent: u32) {
        if self.plan.desk.turns && self.ends_in_silence(slot, agent) {
            return;
        }
        if self.note(slot).writes <= self.now {
            self.go_on_after_silence(slot, agent, Span::ZERO);
            self.seat(agent);
            self.note_end(agent);
        } else {
            self.become_inactive(slot, agent);
            self.go_on_or_leave(agent);
        }
    }

    /// A contact takes no more room of its agent, whose it stays.
    fn become_inactive(&mut self, slot: u32, agent: u32) {
        let (now, team) = (self.now, self.agents[agent as usize].team);
        self.take_off_list(slot, agent);
        self.agents[agent as usize].talking -= 1;
        self.clock_idle(agent);
        let note = self.note_mut(slot);
        (note.agent, note.since) = (agent, now);
        let writes = note.writes;
        self.contacts[slot].phase = Phase::Inactive;
        self.watch.set_aside(now, &self.contacts[slot].record, Aside::Inactive, AgentId(agent), team);
        let closed = self.is_closed_at(slot);
        self.steps.set(&mut self.contacts, slot, writes.min(closed));
    }

    /// The customer of an inactive contact writes: its agent goes on with it, or it goes back to its queue.
    #[inline(never)]
    pub(crate) fn writes_again(&mut self, slot: u32) {
        let agent = self.note(slot).agent;
        if self.plan.desk.turns && self.ends_inactive(slot, agent) {
            return;
        }
        let row = self.row_of(slot) as usize;
        let exceeds = self.pauses_of(slot).is_some_and(|pauses| pauses.without_room == WithoutRoom::Exceed);
        if self.can_take(agent, row) || exceeds && self.can_exceed(agent) {
            self.take_back(slot, agent);
        } else {
            self.leave_owner(slot, agent);
        }
    }

    /// An agent goes on with an inactive contact.
    fn take_back(&mut self, slot: u32, agent: u32) {
        let (now, team) = (self.now, self.agents[agent as usize].team);
        self.occupy(slot, agent);
        let note = self.note_mut(slot);
        note.inactive = note.inactive.plus(now.since(note.since));
        note.since = Instant::NEVER;
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        contact.next = std::mem::replace(&mut state.held, slot);
        state.talking += 1;
        self.clock_busy(agent);
        self.watch.taken_up(now, &self.contacts[slot].record, AgentId(agent), team);
        self.go_on_after_silence(slot, agent, Span::ZERO);
        self.seat(agent);
        self.tell(agent);
        self.note_end(agent);
    }

    /// An inactive contact goes back to its queue, first to wait for its owner if it should; the work that is left goes
    /// with it.
    fn leave_owner(&mut self, slot: u32, agent: u32) {
        if self.turns_of(slot).is_some() {
            self.dialogue_mut(slot).opened = self.now;
        }
        let (now, team) = (self.now, self.agents[agent as usize].team);
        let owner_first = self.pauses_of(slot).is_some_and(|pauses| pauses.without_room == WithoutRoom::OwnerFirst);
        self.contacts[slot].talk = self.note(slot).left;
        self.put_down(slot);
        self.note_mut(slot).asked = !owner_first;
        self.watch.handed_back(now, &self.contacts[slot].record, AgentId(agent), team);
        self.back_in_line(slot);
    }

    /// Announces how long a contact was on hold or inactive, if at all, before its talk is said to be over.
    pub(crate) fn tell_aside(&mut self, slot: u32) {
        let note = self.note(slot);
        if note.on_hold > Span::ZERO || note.inactive > Span::ZERO {
            self.watch.was_aside(self.now, &self.contacts[slot].record, note.on_hold, note.inactive);
        }
    }

    /// A contact is handed back that may be aside, and goes to nobody in particular.
    pub(crate) fn put_down(&mut self, slot: u32) {
        if self.plan.one_at_a_time {
            return;
        }
        let (now, on_hold) = (self.now, self.contacts[slot].phase == Phase::OnHold);
        let note = self.note_mut(slot);
        note.asked = true;
        if note.since != Instant::NEVER {
            let aside = if on_hold { &mut note.on_hold } else { &mut note.inactive };
            *aside = aside.plus(now.since(note.since));
            note.since = Instant::NEVER;
        }
        self.tell_aside(slot);
    }

    /// Takes a contact off the list of those an agent holds, and what it took of the agent.
    pub(crate) fn take_off_list(&mut self, slot: u32, agent: u32) {
        self.free_room(slot, agent);
        self.unlink(slot, agent);
    }

    /// Takes a contact off the list of those an agent holds, whatever it took of the agent.
    pub(super) fn unlink(&mut self, slot: u32, agent: u32) {
        let next = self.contacts[slot].next;
        let mut before = self.agents[agent as usize].held;
        if before == slot {
            self.agents[agent as usize].held = next;
            return;
        }
        while self.contacts[before].next != slot {
            before = self.contacts[before].next;
        }
        self.contacts[before].next = next;
        self.contacts[slot].next = NONE;
    }
}

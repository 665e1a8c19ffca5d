//! Turns: conversations in which the agent and the customer take turns, and the open turns of one agent share that one.
//!
//! Whoever writes to an agent who is busy with another turn waits there, holding its room. Only the few contacts in the
//! hands of one agent are ever looked at.

use crate::engine::centre::Centre;
use crate::engine::contact::{NONE, Phase};
use crate::engine::dialogues::Gone;
use crate::record::{Observer, Outcome, Reply};
use crate::scenario::{OpenTurns, Turns};
use crate::units::{AgentId, Instant, Span};

impl<'plan, Watch: Observer> Centre<'plan, Watch> {
    pub(super) fn turns_of(&self, slot: u32) -> Option<&'plan Turns> {
        self.plan.scenario.contacts[self.contacts[slot].record.kind.index()].pauses.as_ref()?.turns.as_ref()
    }

    /// Whether an agent works on all open turns at once.
    pub(super) fn shares_effort(&self, agent: u32) -> bool {
        self.plan.scenario.teams[self.agents[agent as usize].team.index()].open_turns == OpenTurns::Shared
    }

    /// A contact in hand on which there is so much work until the next reply: a turn of its agent is open.
    #[inline(never)]
    pub(super) fn open_turn(&mut self, slot: u32, agent: u32, work: Span) {
        if self.turns_of(slot).is_none() {
            return;
        }
        let now = self.now;
        let dialogue = self.dialogue_mut(slot);
        dialogue.opened = dialogue.opened.min(now);
        dialogue.work = work;
        if !self.shares_effort(agent) {
            let contact = &mut self.contacts[slot];
            (contact.phase, contact.ends) = (Phase::Unread, Instant::NEVER);
        }
    }

    /// Work on a turn stops: what is done of it is done.
    pub(super) fn note_work_done(&mut self, slot: u32) {
        let rest = self.note(slot).rest.as_ticks();
        let dialogue = self.dialogue_mut(slot);
        let done = Span::ticks(dialogue.work.as_ticks().saturating_sub(rest));
        dialogue.done = dialogue.done.plus(done);
    }

    /// An agent who works on no open turn begins the one that was open first, if there is any.
    #[inline(never)]
    pub(super) fn begin_next_turn(&mut self, agent: u32) {
        if self.held_by(agent).any(|slot| self.is_taking_turn(slot)) {
            return;
        }
        let unread = self.held_by(agent).filter(|&slot| self.contacts[slot].phase == Phase::Unread);
        let first = |best: u32, slot: u32| {
            let later = best != NONE && self.dialogue(best).opened < self.dialogue(slot).opened;
            if later { best } else { slot }
        };
        let first = unread.fold(NONE, first);
        if first != NONE {
            let work = self.dialogue(first).work;
            self.note_mut(first).factor = 1.0;
            let contact = &mut self.contacts[first];
            (contact.phase, contact.ends) = (Phase::Talking, self.now + work);
        }
    }

    /// Whether an agent works on a turn of a contact right now.
    pub(super) fn is_taking_turn(&self, slot: u32) -> bool {
        self.contacts[slot].phase == Phase::Talking && self.turns_of(slot).is_some()
    }

    /// An agent has replied to the customer of a contact by turns.
    pub(super) fn tell_reply(&mut self, slot: u32, agent: u32) {
        let Some(turns) = self.turns_of(slot) else { return };
        let first = self.note(slot).pauses == 0;
        let dialogue = self.dialogue_mut(slot);
        let opened = std::mem::replace(&mut dialogue.opened, Instant::NEVER);
        let within = turns.reply_within;
        let work = dialogue.work.plus(std::mem::take(&mut dialogue.done));
        let team = self.agents[agent as usize].team;
        let reply = Reply { after: self.now.since(opened), work, within, first };
        self.watch.replied(self.now, &self.contacts[slot].record, reply, AgentId(agent), team);
    }

    /// A reply after which there is more to do: true when the conversation becomes a contact of another type.
    pub(super) fn is_elevated(&mut self, slot: u32, agent: u32) -> bool {
        let Some(elevation) = self.turns_of(slot).and_then(|turns| turns.elevation.as_ref()) else { return false };
        if self.note(slot).pauses + 1 != u64::from(elevation.after) {
            return false;
        }
        let mut stream = self.turn_stream(slot, u64::from(u32::MAX));
        if !stream.chance(elevation.share) {
            return false;
        }
        let delay = elevation.delay.sampler().draw(&mut stream);
        let other = self.comes_out_of(slot, elevation.kind, delay);
        self.issue_goes_on(slot, other);
        if self.plan.desk.prefers
            && let Some(other) = other
        {
            self.remember(other, agent);
        }
        self.leaves_talk(slot, agent, Outcome::Deflected);
        true
    }

    /// Whether the customer of a contact, who is to write next, will rather leave; decided once.
    pub(super) fn decide_to_leave(&mut self, slot: u32) -> Gone {
        let Some(turns) = self.turns_of(slot) else { return Gone::No };
        let pauses = self.note(slot).pauses;
        let draw = self.turn_stream(slot, u64::from(u32::MAX - 1) - pauses).uniform();
        let dialogue = self.dialogue_mut(slot);
        if dialogue.gone == Gone::No {
            dialogue.gone = match draw {
                draw if draw < turns.leaves.get() => Gone::Openly,
                draw if draw < turns.leaves.get() + turns.leaves_silently.get() => Gone::Silently,
                _ => Gone::No,
            };
        }
        dialogue.gone
    }

    /// When the conversation with a silent customer is closed.
    pub(super) fn is_closed_at(&self, slot: u32) -> Instant {
        self.turns_of(slot).map_or(Instant::NEVER, |turns| self.note(slot).quiet + turns.closed_after)
    }

    /// How the conversation with a silent customer ends now, if it does.
    fn silent_end(&self, slot: u32) -> Option<Outcome> {
        self.turns_of(slot)?;
        if self.note(slot).writes <= self.now {
            return (self.dialogue(slot).gone == Gone::Openly).then_some(Outcome::LeftOpenly);
        }
        (self.is_closed_at(slot) <= self.now).then_some(Outcome::LeftSilently)
    }

    /// The time of a silent customer is over: true when that ends the conversation.
    pub(super) fn ends_in_silence(&mut self, slot: u32, agent: u32) -> bool {
        let end = self.silent_end(slot);
        end.inspect(|&outcome| self.leaves_talk(slot, agent, outcome)).is_some()
    }

    /// The time of an inactive contact is over: true when that ends the conversation.
    pub(super) fn ends_inactive(&mut self, slot: u32, agent: u32) -> bool {
        let Some(outcome) = self.silent_end(slot) else { return false };
        let team = self.agents[agent as usize].team;
        self.put_down(slot);
        self.watch.talked(self.now, &self.contacts[slot].record, AgentId(agent), team);
        self.part(slot, outcome);
        self.watch.handled(self.now, &self.contacts[slot].record, Span::ZERO, AgentId(agent), team);
        self.contacts.remove(slot);
        true
    }

    /// A conversation is over before all is done; its agent finishes what is left.
    fn leaves_talk(&mut self, slot: u32, agent: u32, outcome: Outcome) {
        self.tell_aside(slot);
        self.say_goodbye(slot, agent);
        self.part(slot, outcome);
        self.clear_up(slot, agent);
    }
}

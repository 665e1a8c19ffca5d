//! Passing on: an agent sends a contact to another queue, hands it over in person, or asks somebody there about it.
//!
//! The customer gets a slot of its own, which waits like any other contact. Where the agent stays, the slot that the
//! agent holds stands for that; after a question it is the contact again.

use crate::engine::centre::Centre;
use crate::engine::contact::{NONE, Phase};
use crate::engine::journey::Part;
use crate::engine::passages::{Coming, Next, Staying};
use crate::random::Purpose;
use crate::record::{HandOver, Observer, Transfer};
use crate::scenario::TransferRule;
use crate::units::{AgentId, Instant, QueueId, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// An agent is about to talk to a contact: what comes of that, and how long it takes.
    #[inline(never)]
    pub(crate) fn look_at_talk(&mut self, slot: u32, agent: u32) {
        let is_told = self.is_accompanied(slot);
        if self.plan.rules.passes_on {
            if self.is_question(slot) {
                let serial = self.contacts[slot].record.serial;
                let asked = self.rules.passages.of(serial).staying.last().map(|asker| asker.coming.together);
                self.contacts[slot].talk = asked.unwrap_or(Span::ZERO);
                return;
            }
            self.expect_transfer(slot, agent);
            self.meet_who_stays(slot, agent);
        }
        if self.plan.rules.issues {
            self.hear_out(slot, agent, is_told);
        }
    }

    /// What comes of a talk is decided when its first agent answers, and stays so if that one hands it back.
    fn expect_transfer(&mut self, slot: u32, agent: u32) {
        let record = self.contacts[slot].record;
        if self.plan.scenario.contacts[record.kind.index()].transfers.is_empty() {
            return;
        }
        let found_out = self.journey(slot).is_some_and(|journey| journey.talk.is_some());
        let passage = self.rules.passages.of(record.serial);
        if found_out || !matches!(passage.next, Next::Unknown) {
            return;
        }
        let talks = u64::from(passage.talks);
        passage.talks = passage.talks.saturating_add(1);
        let kind = &self.plan.scenario.contacts[record.kind.index()];
        let level = kind.level_held(&self.plan.scenario.teams[self.agents[agent as usize].team.index()]);
        let key = record.customer << 24 | (u64::from(record.attempt) & 0xff) << 16 | talks;
        let mut stream = self.streams.keyed(Purpose::Transfer, record.kind.0, key);
        let Some(rule) = chosen(&kind.transfers, (record.queue, level), stream.uniform()) else {
            self.rules.passages.of(record.serial).next = Next::Over;
            return;
        };
        let after = rule.after.as_ref().map(|law| law.sampler().draw(&mut stream));
        let together = rule.hand_over.sampler().draw(&mut stream);
        let contact = &mut self.contacts[slot];
        let whole = contact.talk;
        let talk = match (&rule.talk, after) {
            (Some(law), _) => law.sampler().draw(&mut stream),
            (None, Some(_)) => whole,
            (None, None) if rule.how == Transfer::Consult => Span::ZERO,
            (None, None) => self.plan.kinds[record.kind.index()].talk.draw(&mut stream),
        };
        contact.talk = after.unwrap_or(whole);
        let coming = Coming { how: rule.how, to: rule.to, priority: rule.priority, together, talk };
        self.rules.passages.of(record.serial).next = Next::Transfer(coming);
    }

    /// Who has stayed with the customer until now tells the agent who answers, and leaves then; in a conference, nobody
    /// leaves.
    fn meet_who_stays(&mut self, slot: u32, agent: u32) {
        let record = self.contacts[slot].record;
        let staying = &mut self.rules.passages.of(record.serial).staying;
        let Some(place) = staying.iter().rposition(|one| one.coming.how == Transfer::Warm) else { return };
        let first = staying.remove(place);
        let team = self.agents[agent as usize].team;
        self.contacts[slot].talk = self.contacts[slot].talk.plus(first.coming.together);
        self.leaves_at(first, self.now + self.plan.paced(first.coming.together, record.kind, team));
    }

    fn leaves_at(&mut self, staying: Staying, at: Instant) {
        if self.plan.rules.issues {
            self.charge(staying.slot, staying.agent, (at, self.wrap_up_of(staying.slot, staying.agent)));
        }
        self.contacts[staying.slot].ends = at;
        self.note_end(staying.agent);
    }

    /// A talk is at an end after which the agent stays: until somebody else answers, or as long as that takes.
    #[inline(never)]
    pub(super) fn asks_another(&mut self, slot: u32, agent: u32) -> bool {
        let coming = match self.coming(slot) {
            Some(coming) if coming.how != Transfer::Cold => coming,
            _ => return false,
        };
        if self.plan.desk.is_used() {
            self.tell_aside(slot);
            let note = self.note_mut(slot);
            (note.on_hold, note.inactive) = (Span::ZERO, Span::ZERO);
        }
        self.tell_hand_over(slot, agent, (coming.how, Some(coming.to)));
        let customer = self.leaves_for_another(slot, coming.talk);
        let is_question = coming.how == Transfer::Consult;
        if is_question {
            let on_line = std::mem::take(&mut self.contacts[customer].on_line);
            self.contacts[slot].on_line = on_line;
            self.contacts[customer].wrap_up = Span::ZERO;
        }
        let contact = &mut self.contacts[slot];
        (contact.phase, contact.ends) = (Phase::Staying, Instant::NEVER);
        let passage = self.rules.passages.of(contact.record.serial);
        passage.staying.push(Staying { slot, agent, coming });
        passage.question = if is_question { customer } else { NONE };
        self.note_end(agent);
        self.comes_to(customer, coming);
        true
    }

    /// A talk is over after which the contact goes on to another queue, or with it a question; false where neither.
    pub(super) fn is_passed_on(&mut self, slot: u32, agent: u32) -> bool {
        if self.is_question(slot) {
            self.goes_on_alone(slot);
            return true;
        }
        let Some(coming) = self.coming(slot) else { return false };
        self.tell_hand_over(slot, agent, (coming.how, Some(coming.to)));
        let customer = self.leaves_for_another(slot, coming.talk);
        self.comes_to(customer, coming);
        true
    }

    /// The transfer that the talk of a contact comes to.
    fn coming(&self, slot: u32) -> Option<Coming> {
        match self.rules.passages.find(self.contacts[slot].record.serial)?.next {
            Next::Transfer(coming) if !self.is_question(slot) => Some(coming),
            _ => None,
        }
    }

    /// Announces that an agent hands a contact over, and counts it.
    pub(super) fn tell_hand_over(&mut self, slot: u32, agent: u32, (how, to): (Transfer, Option<QueueId>)) {
        let record = self.contacts[slot].record;
        let passage = self.rules.passages.of(record.serial);
        passage.next = Next::Unknown;
        passage.transfers = passage.transfers.saturating_add(u16::from(how.passes_on()));
        if self.plan.rules.issues {
            self.rules.issues.of(&record).record.transfers += u32::from(how.passes_on());
        }
        let passage = self.rules.passages.of(record.serial);
        let (number, team) = (passage.transfers, self.agents[agent as usize].team);
        self.watch.handed_over(self.now, &record, HandOver { how, to, number, agent: AgentId(agent), team });
    }

    /// The customer of a contact leaves its agent to talk to somebody else for so long, and waits anew.
    pub(super) fn leaves_for_another(&mut self, slot: u32, talk: Span) -> u32 {
        let customer = self.leave_agent(slot, Part::Again);
        let contact = &mut self.contacts[customer];
        let waited = contact.record.answered_wait().as_ticks();
        contact.record.waited_before = contact.record.waited_before.saturating_add(waited);
        contact.record.answered = Instant::NEVER;
        (contact.talk, contact.gives_up) = (talk, Instant::NEVER);
        customer
    }

    /// A customer who has left an agent comes to another queue, with the age that this one gives.
    fn comes_to(&mut self, customer: u32, coming: Coming) {
        let contact = &mut self.contacts[customer];
        if self.plan.kinds[contact.record.kind.index()].live {
            contact.gives_up = self.now + contact.patience;
        }
        self.move_to(customer, coming.to, coming.priority);
    }

    /// Whether a slot stands for a question about a contact that another slot is.
    pub(crate) fn is_question(&self, slot: u32) -> bool {
        let passage = self.rules.passages.find(self.contacts[slot].record.serial);
        passage.is_some_and(|passage| passage.question == slot)
    }

    /// Whether an agent has talked to the customer of a contact, and passed it on or asked about it.
    pub(super) fn has_been_passed_on(&self, slot: u32) -> bool {
        let passage = self.rules.passages.find(self.contacts[slot].record.serial);
        passage.is_some_and(|passage| passage.talks > 0)
    }

    /// Whether the slot of an agent who stays is a contact about which somebody else is asked.
    pub(super) fn has_asked(&self, slot: u32) -> bool {
        let passage = self.rules.passages.find(self.contacts[slot].record.serial);
        let asks = |one: &Staying| one.slot == slot && one.coming.how == Transfer::Consult;
        passage.is_some_and(|passage| passage.staying.iter().any(asks))
    }

    /// Whether somebody has stayed with the customer of a contact that waits.
    pub(super) fn is_accompanied(&self, slot: u32) -> bool {
        let passage = self.rules.passages.find(self.contacts[slot].record.serial);
        passage.is_some_and(|passage| !passage.staying.is_empty())
    }

    /// A question comes to an end without an answer: whoever asked goes on alone; false for anything else.
    #[inline(never)]
    pub(super) fn question_fails(&mut self, slot: u32) -> bool {
        let fails = self.is_question(slot);
        if fails {
            self.goes_on_alone(slot);
            self.contacts.remove(slot);
        }
        fails
    }

    /// Who has asked about a contact goes on with it.
    fn goes_on_alone(&mut self, question: u32) {
        let asked = self.contacts[question].record;
        let passage = self.rules.passages.of(asked.serial);
        (passage.question, passage.next) = (NONE, Next::Over);
        let Some(Staying { slot, agent, coming }) = passage.staying.pop() else { return };
        let team = self.agents[agent as usize].team;
        let contact = &mut self.contacts[slot];
        let waited = asked.waited_before.saturating_add(asked.answered_wait().as_ticks());
        contact.record.waited_before = waited.saturating_sub(contact.record.answered_wait().as_ticks());
        (contact.phase, contact.ends) =
            (Phase::Talking, self.now + self.plan.paced(coming.talk, contact.record.kind, team));
        if self.plan.desk.slows {
            self.note_mut(slot).factor = 1.0;
        }
        self.watch.went_on_alone(self.now, &self.contacts[slot].record, AgentId(agent), team);
        self.note_end(agent);
    }

    /// Somebody who has stayed with a contact leaves it to others.
    #[inline(never)]
    pub(super) fn stays_no_more(&mut self, slot: u32, agent: u32) {
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        contact.since = self.now;
        state.talking -= 1;
        self.watch.talked(self.now, &contact.record, AgentId(agent), state.team);
        self.clear_up(slot, agent);
    }

    /// The customer of a contact is off the line: nobody stays with it any more.
    #[inline(never)]
    pub(super) fn dismiss(&mut self, slot: u32) {
        let Some(passage) = self.rules.passages.forget(self.contacts[slot].record.serial) else { return };
        for staying in passage.staying {
            self.leaves_at(staying, self.now);
        }
    }
}

/// The transfer that a number from 0 to 1 falls on, of those that may end a talk in a queue by an agent of a level.
fn chosen(rules: &[TransferRule], (queue, level): (QueueId, u16), drawn: f64) -> Option<&TransferRule> {
    let mut rest = drawn;
    rules.iter().filter(|rule| rule.applies_to(queue)).find(|rule| {
        rest -= rule.probability_at(level).get();
        rest < 0.0
    })
}

//! Contacts present: one slot each, from arrival until nobody is concerned with them any more.
//!
//! Slots are used again at once, the last one freed first, so that a busy centre stays in the processor's cache.

use crate::plan::{LanePlan, Need, Plan};
use crate::record::{Cause, ContactRecord, OfferEnd};
use crate::units::{ContactTypeId, Instant, NodeId, QueueId, Span};

/// No contact, agent or lane.
pub(crate) const NONE: u32 = u32::MAX;

/// Where in its life a contact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// The slot is free.
    Gone,
    /// In a flow; the timer ends the node's time.
    InFlow {
        /// The node.
        node: NodeId,
        /// The way on from there that it will take.
        way: u16,
    },
    /// In a lane; the timer is the earlier of maximum wait and patience.
    Waiting,
    /// Before a closed queue; the timer is the earliest of opening, maximum wait and patience.
    AtDoor,
    /// With an agent, who ends the talk.
    Talking,
    /// Waiting, and ringing at agents; the timer is the earliest of maximum wait, patience and ringing at one more.
    Ringing,
    /// Waiting, and being connected to the agent who has accepted it; the timer is the patience, if it counts.
    Connecting,
    /// Not a contact: the slot stands for one that rings at the agent in whose hands it is.
    Offer(Reply),
    /// Not a contact: the slot stands for one in the lane of a further queue; the timer is the next stage there.
    Beside,
    /// The same while the contact rings, in no lane.
    Aside,
    /// Not a contact: the timer is the next moment at which contacts and agents are matched.
    Round,
    /// Waiting, its customer being called before an agent is there; the timer is the end of that.
    Dialled {
        /// Whether the customer will answer.
        reached: bool,
    },
    /// Waiting to be called again; the timer is when it takes its place again.
    Resting,
    /// Waiting for one agent alone, whom `Contact::agent` names; the timer is the earliest of the end of that, maximum
    /// wait and patience.
    ForAgent,
    /// With an agent who works on something else meanwhile.
    OnHold,
    /// With an agent who has asked for another, and waits for that one or listens.
    Staying,
    /// With an agent who has to reply to its customer, and works on a turn of another.
    Unread,
    /// With an agent who waits for its silent customer.
    Silent,
    /// With nobody, its customer silent for long; the timer is when that one writes.
    Inactive,
    /// Left behind with an agent who finishes.
    WrapUp,
    /// At home, to come again; the timer is the next attempt.
    Away,
    /// Not a contact yet: a record that is being dialled; the timer, or its agent, ends that.
    Dialling,
}

/// What comes of an offer when its time is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reply {
    /// The agent accepts it.
    Accepted,
    /// The agent, who has accepted it, is connected to the customer.
    Connected,
    /// It ends in vain, like this.
    InVain(OfferEnd),
}

/// One contact present.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Contact {
    /// What observers see.
    pub(crate) record: ContactRecord,
    /// When its ringing, talk or wrap-up ends, while an agent holds it; while it rings, when it rings at one more.
    pub(crate) ends: Instant,
    /// Moment at which the customer hangs up; set on entering the first queue.
    pub(crate) gives_up: Instant,
    /// How long the customer is willing to wait.
    pub(crate) patience: Span,
    /// How long the talk takes at normal speed.
    pub(crate) talk: Span,
    /// How long the wrap-up takes at normal speed.
    pub(crate) wrap_up: Span,
    /// When it entered its flow; after the talk, when that ended; of an offer, when it began to ring.
    pub(crate) since: Instant,
    /// Where in its life it is.
    pub(crate) phase: Phase,
    /// The lane it waits or waited in.
    pub(crate) lane: u32,
    /// The contact before it in the lane; of an offer, the next offer of the same contact.
    pub(crate) previous: u32,
    /// The contact after it in the lane, or the one that its agent took before it; in a free slot, the next free one.
    pub(crate) next: u32,
    /// Its place among the timers that its phase is subject to.
    pub(crate) timer: u32,
    /// The flow it is in; of a slot that stands for a contact, the contact.
    pub(crate) flow: u32,
    /// The first of its offers, while it rings; of an offer, the agent; the agent it waits for alone.
    pub(crate) agent: u32,
    /// Times it has rung; names the chance of the next offer.
    pub(crate) offers: u16,
    /// Nodes it has passed; names the chance of the next one.
    pub(crate) steps: u16,
    /// Whether it holds a trunk line.
    pub(crate) on_line: bool,
    /// Whether it takes an agent whole and nothing follows its talk: no wrap-up, no line to free, no coming again.
    pub(crate) plain: bool,
}

impl Contact {
    /// Nobody.
    const BLANK: Self = Self {
        record: ContactRecord {
            serial: 0,
            customer: 0,
            arrived: Instant::START,
            entered: Instant::START,
            ranked_from: 0,
            answered: Instant::NEVER,
            waited_before: 0,
            kind: ContactTypeId(NONE),
            queue: QueueId(NONE),
            stay: NONE,
            attempt: 1,
            cause: Cause::First,
        },
        ends: Instant::NEVER,
        gives_up: Instant::NEVER,
        patience: Span::NEVER,
        talk: Span::ZERO,
        wrap_up: Span::ZERO,
        since: Instant::START,
        phase: Phase::Gone,
        lane: NONE,
        previous: NONE,
        next: NONE,
        timer: NONE,
        flow: NONE,
        agent: NONE,
        offers: 0,
        steps: 0,
        on_line: false,
        plain: false,
    };

    /// A contact that has met nothing yet.
    pub(crate) fn fresh(record: ContactRecord, [patience, talk, wrap_up]: [Span; 3]) -> Self {
        Self { record, patience, talk, wrap_up, ..Self::BLANK }
    }

    /// What stands for a contact that rings at an agent.
    pub(crate) fn offer(contact: u32, record: ContactRecord, agent: u32, (reply, ends): (Reply, Instant)) -> Self {
        Self { record, ends, phase: Phase::Offer(reply), flow: contact, agent, ..Self::BLANK }
    }

    /// What stands for a contact in a further queue.
    pub(crate) fn entry(contact: u32, record: ContactRecord, [talk, wrap_up]: [Span; 2]) -> Self {
        Self { record, talk, wrap_up, phase: Phase::Aside, flow: contact, ..Self::BLANK }
    }

    /// What has a timer of its own among those of waiting contacts, before them all.
    pub(crate) fn round() -> Self {
        Self { phase: Phase::Round, ..Self::BLANK }
    }

    /// Becomes a contact that has met nothing yet, or nothing but its entrance.
    ///
    /// Written in place, field by field: a contact put together elsewhere would be read again before its parts have
    /// left the processor's store buffer. What is not written is written before it is read.
    #[inline(always)]
    pub(crate) fn begin(&mut self, from: &ContactRecord, spans: [Span; 3]) {
        let Self { record, gives_up, patience, talk, wrap_up, offers, steps, on_line, .. } = self;
        *record = *from;
        *gives_up = Instant::NEVER;
        [*patience, *talk, *wrap_up] = spans;
        (*offers, *steps, *on_line) = (0, 0, false);
    }

    /// Enters a lane with the rank it has there; its patience begins with the first queue that has the customer on the
    /// line.
    #[inline(always)]
    pub(crate) fn enter(&mut self, now: Instant, place: Place<'_>) {
        self.move_to(now, place);
        self.record.ranked_from = now.as_ticks() as i64 - place.plan.head_start;
        if self.gives_up == Instant::NEVER && place.plan.live {
            self.gives_up = now + self.patience;
        }
    }

    /// Enters a lane with the rank it brings.
    #[inline(always)]
    pub(crate) fn move_to(&mut self, now: Instant, place: Place<'_>) {
        self.lane = place.lane;
        self.record.queue = place.plan.queue;
        self.record.stay = place.stay;
        self.record.entered = now;
    }
}

/// A lane that a contact can enter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'plan> {
    /// Its number.
    pub(crate) lane: u32,
    /// What observers know its stays by.
    stay: u32,
    pub(crate) plan: &'plan LanePlan,
    /// What its contacts need of an agent.
    pub(crate) need: &'plan Need,
}

impl<'plan> Place<'plan> {
    /// A lane of a plan.
    pub(crate) fn of(lane: u32, plan: &'plan Plan) -> Self {
        let own = &plan.lanes[lane as usize];
        Self { lane, stay: plan.stay_of(lane), plan: own, need: &plan.needs[own.need as usize] }
    }

    /// A contact that comes straight to this lane, as it is there.
    #[inline(always)]
    pub(crate) fn entered_by(self, record: ContactRecord) -> ContactRecord {
        let ranked_from = record.arrived.as_ticks() as i64 - self.plan.head_start;
        ContactRecord { queue: self.plan.queue, stay: self.stay, ranked_from, ..record }
    }
}

/// All contacts present, by slot.
#[derive(Debug, Clone)]
pub(crate) struct Contacts {
    slots: Vec<Contact>,
    free: Free,
}

/// The slots that nobody has.
#[derive(Debug, Clone)]
pub(crate) struct Free {
    /// The one used next; each names the one after it.
    first: u32,
    /// Slots that somebody has.
    present: usize,
}

impl Default for Contacts {
    fn default() -> Self {
        Self { slots: Vec::new(), free: Free { first: NONE, present: 0 } }
    }
}

impl Free {
    /// Frees the slot of a contact.
    #[inline(always)]
    pub(crate) fn add(&mut self, slot: u32, contact: &mut Contact) {
        contact.phase = Phase::Gone;
        contact.next = std::mem::replace(&mut self.first, slot);
        self.present -= 1;
    }
}

impl Contacts {
    /// One more is present that needs no slot.
    #[inline(always)]
    pub(crate) fn add_unseen(&mut self) {
        self.free.present += 1;
    }

    /// One of those that need no slot has gone.
    #[inline(always)]
    pub(crate) fn remove_unseen(&mut self) {
        self.free.present -= 1;
    }

    /// Number of slots ever used at one time.
    pub(crate) fn slots(&self) -> usize {
        self.slots.len()
    }

    /// Number of contacts present.
    pub(crate) fn present(&self) -> usize {
        self.free.present
    }

    /// A slot for one more contact, which the caller fills in place: copying a contact that has just been written
    /// costs more than everything else that its arrival does.
    #[inline(always)]
    pub(crate) fn occupy(&mut self) -> (u32, &mut Contact) {
        if self.free.first == NONE {
            self.add_slot();
        }
        let slot = self.free.first;
        let contact = &mut self.slots[slot as usize];
        self.free.first = contact.next;
        self.free.present += 1;
        (slot, contact)
    }

    #[cold]
    fn add_slot(&mut self) {
        self.free.first = self.slots.len() as u32;
        self.slots.push(Contact::BLANK);
    }

    /// A contact, and the slots that its own may be added to.
    #[inline(always)]
    pub(crate) fn beside_free(&mut self, slot: u32) -> (&mut Contact, &mut Free) {
        (&mut self.slots[slot as usize], &mut self.free)
    }

    /// Frees a slot.
    #[inline(always)]
    pub(crate) fn remove(&mut self, slot: u32) {
        self.free.add(slot, &mut self.slots[slot as usize]);
    }
}

impl std::ops::Index<u32> for Contacts {
    type Output = Contact;
    #[inline(always)]
    fn index(&self, slot: u32) -> &Contact {
        &self.slots[slot as usize]
    }
}

impl std::ops::IndexMut<u32> for Contacts {
    #[inline(always)]
    fn index_mut(&mut self, slot: u32) -> &mut Contact {
        &mut self.slots[slot as usize]
    }
}

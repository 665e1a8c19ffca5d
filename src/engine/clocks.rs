//! Clocks: what each agent has done so far, for the keys that go by it.
//!
//! Kept only where some key asks for it; elsewhere nobody is in it and nothing is paid.

use super::centre::Centre;
use super::contact::Phase;
use crate::calendar::Days;
use crate::plan::{self, Plan};
use crate::record::Observer;
use crate::routing::{AtLogin, Resets, Since, Window};
use crate::units::{Instant, Span};

/// What everybody has done so far.
#[derive(Debug, Clone)]
pub(crate) struct Clocks {
    /// By agent; empty where no key asks.
    people: Vec<Person>,
    /// By agent, then queue: what the agent has done for it; empty where no key asks.
    by_queue: Vec<ForQueue>,
    /// By agent, then channel: when the agent last took a contact of it.
    assigned: Vec<Option<Instant>>,
    channels: usize,
    /// By queue: the agent who last took a contact of it, if anybody did.
    last: Vec<Option<u32>>,
    /// The day that it is.
    day: i64,
    /// When it ends.
    midnight: Instant,
}

/// What one agent has done for one queue.
#[derive(Debug, Clone, Copy, Default)]
struct ForQueue {
    /// When the last contact ended.
    last_end: Option<Instant>,
    /// Talk and wrap-up of contacts that are over, since coming [ticks].
    work: u64,
}

/// What one agent has done.
///
/// What occupancy reads of everybody who is free stands together, to be fetched from memory together.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
struct Person {
    /// When the agent came to work.
    came: Instant,
    /// Since when there have been contacts in hand; `Instant::NEVER` without one.
    busy_since: Instant,
    /// Time with contacts in hand since coming, until `busy_since`.
    busy: Span,
    /// Breaks since coming, the present one aside.
    breaks: Span,
    /// When the last contact ended.
    last_end: Option<Instant>,
    /// When the last contact was taken.
    last_assignment: Option<Instant>,
    /// When the last contact was offered.
    last_offer: Option<Instant>,
    /// When the last contact was missed.
    last_miss: Option<Instant>,
    /// When the last break ended.
    last_break: Option<Instant>,
    /// When there were last no contacts in hand any more.
    last_empty: Option<Instant>,
    /// Since when the agent has been on a break.
    break_since: Instant,
    /// Since coming.
    since_login: Work,
    /// Since midnight of `day`.
    today: Work,
    /// The day that `today` is about.
    day: i64,
}

/// Contacts of a stretch of time.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Work {
    /// Contacts taken.
    pub(crate) answered: u32,
    /// Contacts that are over.
    pub(crate) handled: u32,
    /// Time with the customers of those [ticks].
    pub(crate) talk: u64,
    /// Talk and wrap-up of those [ticks].
    pub(crate) handle: u64,
}

impl Work {
    fn end(&mut self, talk: Span, handle: Span) {
        self.handled += 1;
        self.talk = self.talk.saturating_add(talk.as_ticks());
        self.handle = self.handle.saturating_add(handle.as_ticks());
    }
}

impl Clocks {
    /// Nobody has come yet.
    pub(crate) fn new(plan: &Plan) -> Self {
        let (agents, queues) = (if plan.keeps_clocks() { plan.agents.len() } else { 0 }, plan.queues.len());
        let by_queue = if plan.clocks == plan::Clocks::KeptByQueue { agents * queues } else { 0 };
        Self {
            people: vec![Person::NEW; agents],
            by_queue: vec![ForQueue::default(); by_queue],
            assigned: vec![None; agents * plan.channels.len()],
            channels: plan.channels.len(),
            last: vec![None; queues],
            day: 0,
            midnight: Instant::START,
        }
    }

    /// Since when an agent has been idle, by one of the clocks that are kept here, for a queue and a channel.
    #[inline(always)]
    pub(crate) fn idle_since(
        &self,
        (since, resets): (Since, Resets),
        agent: u32,
        (queue, channel): (Option<u32>, u32),
    ) -> Instant {
        let person = &self.people[agent as usize];
        let started = match (since, queue) {
            (Since::LastEndThisQueue, Some(queue)) => {
                self.by_queue[agent as usize * self.last.len() + queue as usize].last_end
            }
            (Since::LastAssignment, _) => person.last_assignment,
            (Since::LastAssignmentThisChannel, _) => self.assigned[agent as usize * self.channels + channel as usize],
            (Since::LastOffer, _) => person.last_offer,
            (Since::NoContact, _) if person.busy_since != Instant::NEVER => return Instant::NEVER,
            (Since::NoContact, _) => person.last_empty,
            (Since::Login, _) => Some(person.came),
            (Since::LastEnd | Since::LastEndThisQueue | Since::Available, _) => person.last_end,
        };
        person.reset(started, resets)
    }

    /// By queue: its share of the work of an agent in contacts that are over; empty where no key asks.
    pub(crate) fn shares(&self, agent: u32) -> Vec<f64> {
        let queues = if self.by_queue.is_empty() { 0 } else { self.last.len() };
        (0..queues).map(|queue| self.share(agent, queue)).collect()
    }

    /// The share of a queue in the work of an agent in contacts that are over; 0 before the first.
    pub(crate) fn share(&self, agent: u32, queue: usize) -> f64 {
        let first = agent as usize * self.last.len();
        let own = self.by_queue.get(first..first + self.last.len()).unwrap_or_default();
        let total: u64 = own.iter().map(|it| it.work).sum();
        if total == 0 { 0.0 } else { own[queue].work as f64 / total as f64 }
    }

    /// Share of the time since coming, breaks aside, with contacts in hand; 0 for one who has just come.
    #[inline(always)]
    pub(crate) fn occupancy(&self, agent: u32, now: Instant) -> f64 {
        let person = &self.people[agent as usize];
        let going_on = if person.busy_since == Instant::NEVER { Span::ZERO } else { now.since(person.busy_since) };
        let busy = person.busy.plus(going_on).as_real_ticks();
        let there = Span::ticks(now.since(person.came).as_ticks().saturating_sub(person.breaks.as_ticks()));
        if there == Span::ZERO { 0.0 } else { busy / there.as_real_ticks() }
    }

    /// Notes which day it is.
    #[inline(always)]
    pub(crate) fn turn_to_day_of(&mut self, now: Instant, days: &Days) {
        if now >= self.midnight {
            self.day = days.day_of(now);
            self.midnight = days.at(self.day + 1, Span::ZERO).0;
        }
    }

    /// What an agent has done within a window, as of the day last turned to.
    #[inline(always)]
    pub(crate) fn work(&self, agent: u32, window: Window) -> Work {
        let person = &self.people[agent as usize];
        match window {
            Window::Login => person.since_login,
            Window::Midnight if person.day == self.day => person.today,
            Window::Midnight => Work::default(),
        }
    }

    /// Places in the file after the agent who last took a contact of the queue.
    #[inline(always)]
    pub(crate) fn turn(&self, agent: u32, queue: Option<u32>, agents: u32) -> u32 {
        match queue.and_then(|queue| self.last[queue as usize]) {
            None => agent,
            Some(last) if agent > last => agent - last - 1,
            Some(last) => agents - last - 1 + agent,
        }
    }
}

impl Person {
    /// Who has not come yet.
    const NEW: Self = Self {
        came: Instant::START,
        last_end: None,
        last_assignment: None,
        last_offer: None,
        last_miss: None,
        last_break: None,
        busy_since: Instant::NEVER,
        last_empty: None,
        busy: Span::ZERO,
        break_since: Instant::NEVER,
        breaks: Span::ZERO,
        since_login: Work { answered: 0, handled: 0, talk: 0, handle: 0 },
        today: Work { answered: 0, handled: 0, talk: 0, handle: 0 },
        day: 0,
    };

    /// When a clock started that something started last then, or what else starts it.
    #[inline(always)]
    fn reset(&self, started: Option<Instant>, resets: Resets) -> Instant {
        let since = match resets.login {
            AtLogin::Starts => started.unwrap_or(self.came).max(self.came),
            AtLogin::First => started.filter(|started| *started >= self.came).unwrap_or(Instant::START),
            AtLogin::RunsOn => started.unwrap_or(Instant::START),
        };
        let after =
            |reset: bool, at: Option<Instant>| if reset { at.unwrap_or(Instant::START) } else { Instant::START };
        since.max(after(resets.breaks, self.last_break)).max(after(resets.misses, self.last_miss))
    }

    /// Forgets what was done before today.
    fn turn_to(&mut self, day: i64) {
        if self.day != day {
            (self.day, self.today) = (day, Work::default());
        }
    }
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// Notes that an agent has come to work.
    #[inline(always)]
    pub(crate) fn clock_login(&mut self, agent: u32) {
        if self.plan.keeps_clocks() {
            self.note_login(agent);
        }
    }

    /// Notes that an agent has taken a contact.
    #[inline(always)]
    pub(crate) fn clock_answer(&mut self, slot: u32, agent: u32) {
        if self.plan.notes_answers() {
            self.note_answer(slot, agent);
        }
    }

    /// Notes that an agent has let go of a contact.
    #[inline(always)]
    pub(crate) fn clock_end(&mut self, slot: u32, agent: u32) {
        if self.plan.keeps_clocks() {
            self.note_contact_end(slot, agent);
        }
    }

    /// Notes that a break of an agent begins or is over.
    pub(crate) fn clock_break(&mut self, agent: u32) {
        let Some(person) = self.clocks.people.get_mut(agent as usize) else { return };
        if person.break_since == Instant::NEVER {
            person.break_since = self.now;
        } else {
            person.breaks = person.breaks.plus(self.now.since(person.break_since));
            person.break_since = Instant::NEVER;
            person.last_break = Some(self.now);
        }
    }

    /// Notes that a contact rings at an agent.
    pub(crate) fn clock_offer(&mut self, agent: u32) {
        if let Some(person) = self.clocks.people.get_mut(agent as usize) {
            person.last_offer = Some(self.now);
        }
    }

    /// Notes that a contact has rung in vain at an agent.
    pub(crate) fn clock_miss(&mut self, agent: u32) {
        if let Some(person) = self.clocks.people.get_mut(agent as usize) {
            person.last_miss = Some(self.now);
        }
    }

    /// Whether an agent holds anything that does not only ring.
    fn is_busy(&self, agent: u32) -> bool {
        self.held_by(agent).any(|slot| !matches!(self.contacts[slot].phase, Phase::Offer(_) | Phase::Dialling))
    }

    /// Notes that an agent has put a contact aside, perhaps the only one.
    pub(crate) fn clock_idle(&mut self, agent: u32) {
        let is_busy = self.is_busy(agent);
        let Some(person) = self.clocks.people.get_mut(agent as usize) else { return };
        if !is_busy {
            person.busy = person.busy.plus(self.now.since(person.busy_since));
            person.busy_since = Instant::NEVER;
        }
    }

    /// Notes that an agent has taken a contact back.
    pub(crate) fn clock_busy(&mut self, agent: u32) {
        if let Some(person) = self.clocks.people.get_mut(agent as usize) {
            person.busy_since = person.busy_since.min(self.now);
        }
    }

    #[inline(never)]
    fn note_login(&mut self, agent: u32) {
        let queues = self.clocks.last.len();
        let person = &mut self.clocks.people[agent as usize];
        let fresh = Person::NEW;
        (person.came, person.busy_since, person.busy) = (self.now, fresh.busy_since, fresh.busy);
        (person.break_since, person.breaks, person.since_login) = (fresh.break_since, fresh.breaks, fresh.since_login);
        let first = agent as usize * queues;
        if let Some(own) = self.clocks.by_queue.get_mut(first..first + queues) {
            for it in own.iter_mut() {
                it.work = 0;
            }
        }
    }

    #[inline(never)]
    fn note_answer(&mut self, slot: u32, agent: u32) {
        let (now, record) = (self.now, self.contacts[slot].record);
        let queue = record.queue.index();
        if let Some(measured) = &mut self.lanes.measured {
            measured.answered(&record, now);
            if record.entered < now {
                measured.taken(queue, now);
            }
        }
        if !self.plan.keeps_clocks() {
            return;
        }
        self.clocks.turn_to_day_of(now, &self.plan.days);
        let channel = self.plan.kinds[record.kind.index()].channel as usize;
        self.clocks.assigned[agent as usize * self.clocks.channels + channel] = Some(now);
        let rings = self.plan.teams[self.agents[agent as usize].team.index()].offers.is_some();
        let person = &mut self.clocks.people[agent as usize];
        person.turn_to(self.clocks.day);
        person.last_assignment = Some(now);
        if !rings {
            person.last_offer = Some(now);
        }
        person.busy_since = person.busy_since.min(now);
        person.since_login.answered += 1;
        person.today.answered += 1;
        self.clocks.last[queue] = Some(agent);
    }

    #[inline(never)]
    fn note_contact_end(&mut self, slot: u32, agent: u32) {
        let (now, note, contact) = (self.now, self.note(slot), &self.contacts[slot]);
        if matches!(contact.phase, Phase::Offer(_) | Phase::Dialling) {
            return;
        }
        self.clocks.turn_to_day_of(now, &self.plan.days);
        let answered = contact.record.answered;
        let parted = if contact.phase == Phase::WrapUp { contact.since } else { now };
        let is_busy = self.is_busy(agent);
        let person = &mut self.clocks.people[agent as usize];
        person.turn_to(self.clocks.day);
        person.last_end = Some(now);
        let aside = note.on_hold.plus(note.inactive).as_ticks();
        let worked = |until: Instant| Span::ticks(until.since(answered).as_ticks().saturating_sub(aside));
        person.since_login.end(worked(parted), worked(now));
        person.today.end(worked(parted), worked(now));
        if !is_busy {
            person.busy = person.busy.plus(now.since(person.busy_since));
            person.busy_since = Instant::NEVER;
            person.last_empty = Some(now);
        }
        let place = agent as usize * self.clocks.last.len() + contact.record.queue.index();
        if let Some(own) = self.clocks.by_queue.get_mut(place) {
            own.last_end = Some(now);
            own.work = own.work.saturating_add(now.since(answered).as_ticks());
        }
    }
}

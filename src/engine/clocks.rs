//! Clocks: what each agent has done so far, for the keys that go by it.
//!
//! Kept only where some key asks for it; elsewhere nobody is in it and nothing is paid.

use super::centre::Centre;
use super::contact::Phase;
use crate::calendar::Days;
use crate::plan::{self, Plan};
use crate::record::Observer;
use crate::routing::{Since, Window};
use crate::units::{Instant, Span};

/// What everybody has done so far.
#[derive(Debug, Clone)]
pub(crate) struct Clocks {
    /// By agent; empty where no key asks.
    people: Vec<Person>,
    /// By agent, then queue: when the agent's last contact of the queue ended, or the agent came after that; empty where
    /// no key asks.
    ended: Vec<Instant>,
    /// By queue: the agent who last took a contact of it, if anybody did.
    last: Vec<Option<u32>>,
    /// The day that it is.
    day: i64,
    /// When it ends.
    midnight: Instant,
}

/// What one agent has done.
#[derive(Debug, Clone, Copy)]
struct Person {
    /// When the agent came to work.
    came: Instant,
    /// When the last contact ended.
    last_end: Instant,
    /// When the last contact was taken.
    last_assignment: Instant,
    /// Since when there have been contacts in hand; `Instant::NEVER` without one.
    busy_since: Instant,
    /// Time with contacts in hand since coming, until `busy_since`.
    busy: Span,
    /// Since when the agent has been on a break.
    break_since: Instant,
    /// Breaks since coming, the present one aside.
    breaks: Span,
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
            ended: vec![Instant::START; by_queue],
            last: vec![None; queues],
            day: 0,
            midnight: Instant::START,
        }
    }

    /// Since when an agent has been idle, by one of the clocks that are kept here.
    #[inline(always)]
    pub(crate) fn idle_since(&self, since: Since, agent: u32, queue: Option<u32>) -> Instant {
        let person = &self.people[agent as usize];
        match (since, queue) {
            (Since::LastEndThisQueue, Some(queue)) => self.ended[agent as usize * self.last.len() + queue as usize],
            (Since::LastAssignment, _) => person.last_assignment,
            (Since::Login, _) => person.came,
            (Since::LastEnd | Since::LastEndThisQueue | Since::Available, _) => person.last_end,
        }
    }

    /// Share of the time since coming, breaks aside, with contacts in hand; 0 for one who has just come.
    #[inline(always)]
    pub(crate) fn occupancy(&self, agent: u32, now: Instant) -> f64 {
        let person = &self.people[agent as usize];
        let going_on = if person.busy_since == Instant::NEVER { Span::ZERO } else { now.since(person.busy_since) };
        let busy = person.busy.plus(going_on).as_ticks() as f64;
        let there = now.since(person.came).as_ticks().saturating_sub(person.breaks.as_ticks());
        if there == 0 { 0.0 } else { busy / there as f64 }
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
        last_end: Instant::START,
        last_assignment: Instant::START,
        busy_since: Instant::NEVER,
        busy: Span::ZERO,
        break_since: Instant::NEVER,
        breaks: Span::ZERO,
        since_login: Work { answered: 0, handled: 0, talk: 0, handle: 0 },
        today: Work { answered: 0, handled: 0, talk: 0, handle: 0 },
        day: 0,
    };

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
        if self.plan.keeps_clocks() {
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
        }
    }

    /// Notes that an agent has put a contact aside, perhaps the only one.
    pub(crate) fn clock_idle(&mut self, agent: u32) {
        let Some(person) = self.clocks.people.get_mut(agent as usize) else { return };
        if self.agents[agent as usize].used == 0 {
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
        let (now, queues) = (self.now, self.clocks.last.len());
        let person = &mut self.clocks.people[agent as usize];
        let (day, today) = (person.day, person.today);
        *person = Person { came: now, last_end: now, last_assignment: now, day, today, ..Person::NEW };
        if let Some(ended) = self.clocks.ended.get_mut(agent as usize * queues..(agent as usize + 1) * queues) {
            ended.fill(now);
        }
    }

    #[inline(never)]
    fn note_answer(&mut self, slot: u32, agent: u32) {
        self.clocks.turn_to_day_of(self.now, &self.plan.days);
        let person = &mut self.clocks.people[agent as usize];
        person.turn_to(self.clocks.day);
        person.last_assignment = self.now;
        person.busy_since = person.busy_since.min(self.now);
        person.since_login.answered += 1;
        person.today.answered += 1;
        self.clocks.last[self.contacts[slot].record.queue.index()] = Some(agent);
    }

    #[inline(never)]
    fn note_contact_end(&mut self, slot: u32, agent: u32) {
        let (now, note, contact) = (self.now, self.note(slot), &self.contacts[slot]);
        if matches!(contact.phase, Phase::Ringing { .. }) {
            return;
        }
        self.clocks.turn_to_day_of(now, &self.plan.days);
        let answered = contact.record.answered;
        let parted = if contact.phase == Phase::WrapUp { contact.since } else { now };
        let person = &mut self.clocks.people[agent as usize];
        person.turn_to(self.clocks.day);
        person.last_end = now;
        let aside = note.on_hold.plus(note.inactive).as_ticks();
        let worked = |until: Instant| Span::ticks(until.since(answered).as_ticks().saturating_sub(aside));
        person.since_login.end(worked(parted), worked(now));
        person.today.end(worked(parted), worked(now));
        if self.agents[agent as usize].used == 0 {
            person.busy = person.busy.plus(now.since(person.busy_since));
            person.busy_since = Instant::NEVER;
        }
        let place = agent as usize * self.clocks.last.len() + contact.record.queue.index();
        if let Some(ended) = self.clocks.ended.get_mut(place) {
            *ended = now;
        }
    }
}

//! Dialling: campaigns look at the end of each moment who is free, and call as many customers as that is worth.
//!
//! An attempt has a slot of its own until it is known what is on the line; a customer who answers has it from then on.

use crate::dialling::{Calls, Seen};
use crate::engine::centre::Centre;
use crate::engine::contact::{Contact, NONE, Phase, Place};
use crate::engine::dialler::{CampaignNow, Live, Tries, Trying};
use crate::engine::roster::Change;
use crate::plan::CampaignPlan;
use crate::random::Purpose;
use crate::record::{Attempt, AttemptEnd, Called, Cause, ContactRecord, Observer};
use crate::scenario::Beyond;
use crate::units::{AgentId, CampaignId, Instant, Span};

/// Set in the numbers of attempts, which come after all contacts of the same moment.
const ATTEMPT: u64 = 1 << 63;

impl<Watch: Observer> Centre<'_, Watch> {
    /// Lets campaigns dial once everything has happened that is due at this moment.
    #[inline(never)]
    pub(crate) fn look_after_campaigns(&mut self) {
        if self.dialler.looked == self.events || self.is_more_due() {
            return;
        }
        self.dialler.looked = self.events;
        self.hear_of_calls();
        let before = self.dialler.attempts;
        if self.now < self.plan.end {
            (0..self.plan.campaigns.len()).for_each(|campaign| self.look_after(campaign));
            self.plan_next_dial();
        }
        if self.dialler.attempts > before && self.plan.rules.any {
            self.look_around();
        }
    }

    /// Whether anything else happens at this moment.
    fn is_more_due(&self) -> bool {
        let due = [self.ends.next_at(), self.arrivals.next_at(), self.waits.next_at(), self.steps.next_at()];
        self.roster.next_at() <= self.now || due.into_iter().any(|at| at <= self.now)
    }

    fn look_after(&mut self, campaign: usize) {
        let plan = &self.plan.campaigns[campaign];
        let seen = self.seen(campaign);
        if let Calls::Paced(pacing) = &plan.calls_per_agent {
            self.dialler.campaigns[campaign].set_calls(self.now, pacing, &seen);
        }
        let calls = self.calls_for_each(campaign, &seen);
        let told = std::mem::replace(&mut self.dialler.campaigns[campaign].told, calls);
        if told.to_bits() != calls.to_bits() {
            self.watch.paced(self.now, CampaignId::of(campaign), calls);
        }
        if !plan.door.is_open(self.now) || calls == 0.0 {
            return;
        }
        for _ in 0..self.calls_to_make(campaign, calls) {
            let Some(record) = self.dialler.campaigns[campaign].take_record(self.now, plan) else { return };
            if !self.try_record(campaign, record) {
                return;
            }
        }
    }

    fn seen(&mut self, campaign: usize) -> Seen {
        let plan = &self.plan.campaigns[campaign];
        let profiles = &self.plan.needs[self.plan.lanes[plan.lane as usize].need as usize].profiles;
        let teams = profiles.iter().map(|profile| self.plan.profiles[*profile as usize].team);
        let agents = teams.map(|team| self.teams[team.index()].at_work).sum();
        self.dialler.campaigns[campaign].seen(self.plan.days.day_of(self.now), agents, plan)
    }

    /// Calls for each agent who is free; 0 while the campaign is stopped.
    fn calls_for_each(&mut self, campaign: usize, seen: &Seen) -> f64 {
        let (plan, day) = (&self.plan.campaigns[campaign], self.plan.days.day_of(self.now));
        let now = &mut self.dialler.campaigns[campaign];
        let calls = now.calls(plan, seen);
        match &plan.limit {
            Some(limit) if now.is_beyond_limit(day, plan) => match limit.then {
                Beyond::SlowDown => 1.0,
                Beyond::Stop => 0.0,
            },
            _ => calls,
        }
    }

    /// Calls that a campaign begins now: what its free agents are worth, without those whom other campaigns call for and
    /// what is in flight.
    fn calls_to_make(&self, campaign: usize, calls: f64) -> u32 {
        let plan = &self.plan.campaigns[campaign];
        let claims = |rival: &u32| {
            let other = &self.dialler.campaigns[*rival as usize];
            (f64::from(other.in_flight) / other.told.max(1.0)).ceil() as u32
        };
        let claimed: u32 = plan.rivals.iter().map(claims).sum();
        let agents = self.free_for(plan.lane).saturating_sub(claimed);
        if agents == 0 {
            return 0;
        }
        ((f64::from(agents) * calls) as u32).saturating_sub(self.dialler.campaigns[campaign].in_flight)
    }

    /// Tries to reach the customer of a record; false when that takes an agent and nobody is there for it.
    fn try_record(&mut self, campaign: usize, (record, tries): (u32, Tries)) -> bool {
        let plan = &self.plan.campaigns[campaign];
        let attempt = Attempt {
            campaign: CampaignId::of(campaign),
            kind: plan.kind,
            record,
            number: tries.number + 1,
            began: self.now,
        };
        let (mut trying, preview) = self.occupy_line(attempt, tries);
        let slot = trying.1;
        if plan.preview.is_none() {
            self.dialler.campaigns[campaign].in_flight += 1;
            self.watch.dialled(self.now, &attempt, None);
            let at = self.contacts[slot].ends;
            self.steps.set(&mut self.contacts, slot, at);
        } else {
            let lane = &self.plan.lanes[plan.lane as usize];
            let Some(agent) = self.agent_for(slot, lane) else {
                self.contacts.remove(slot);
                self.dialler.campaigns[campaign].untake(self.now, (record, tries));
                return false;
            };
            trying.0.agent = agent;
            self.contacts[slot].ends = self.contacts[slot].ends + preview;
            self.look_at_record(slot, agent, &attempt);
        }
        self.dialler.attempts += 1;
        self.dialler.under_way.insert(slot, trying.0);
        true
    }

    /// An attempt draws what it will find, and takes a slot; with it comes the time that an agent looks at the record.
    fn occupy_line(&mut self, attempt: Attempt, tries: Tries) -> ((Trying, u32), Span) {
        let plan = &self.plan.campaigns[attempt.campaign.index()];
        let kind = &self.plan.kinds[attempt.kind.index()];
        let key = u64::from(attempt.record) << 16 | u64::from(attempt.number);
        let mut stream = self.streams.keyed(Purpose::Dial, attempt.campaign.0, key);
        let call = plan.called(stream.uniform());
        let after = call.after.draw(&mut stream);
        // Who hears it cannot be mistaken.
        let mistaken = stream.chance(call.mistaken) && plan.preview.is_none();
        let noticed = plan.noticed_after.draw(&mut stream);
        let [patience, talk, wrap_up] = [&kind.patience, &kind.talk, &kind.wrap_up].map(|law| law.draw(&mut stream));
        let preview = plan.preview.as_ref().map_or(Span::ZERO, |preview| preview.draw(&mut stream));
        let (called, how) = (call.is, ends_as(call.is, mistaken));
        let talk = if how == AttemptEnd::TakenForLive { noticed } else { talk };
        let serial = ATTEMPT | self.dialler.attempts;
        let record = ContactRecord::first(self.now, attempt.kind.0, [serial, attempt.customer()]);
        let (now, place) = (self.now, Place::of(plan.lane, self.plan));
        let (slot, own) = self.contacts.occupy();
        *own =
            Contact { phase: Phase::Dialling, ends: now + after, ..Contact::fresh(record, [patience, talk, wrap_up]) };
        own.move_to(now, place);
        ((Trying { attempt, tries, called, how, agent: NONE }, slot), preview)
    }

    /// An agent begins to look at a record, and dials it after that.
    fn look_at_record(&mut self, slot: u32, agent: u32, attempt: &Attempt) {
        self.occupy(slot, agent);
        let (own, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        own.next = std::mem::replace(&mut state.held, slot);
        state.ringing += 1;
        self.watch.dialled(self.now, attempt, Some((AgentId(agent), state.team)));
        self.seat(agent);
        self.tell(agent);
        self.note_end(agent);
    }

    /// It is known what is on the line.
    #[inline(never)]
    pub(crate) fn attempt_ends(&mut self, slot: u32) {
        let Some(trying) = self.dialler.under_way.remove(&slot) else { return };
        let (now, day) = (self.now, self.plan.days.day_of(self.now));
        let campaign = &mut self.dialler.campaigns[trying.attempt.campaign.index()];
        campaign.note_call(day, trying.how);
        self.watch.attempt_ended(now, &trying.attempt, trying.how);
        if trying.agent == NONE {
            campaign.in_flight -= u32::from(!trying.how.brings_contact());
        } else {
            self.hang_up_for(slot, trying.agent);
        }
        if trying.how.brings_contact() {
            self.customer_answers(slot, &trying);
            return;
        }
        self.contacts.remove(slot);
        self.decide_on_record(&trying.attempt, trying.tries.with(taken_for(trying.how)), taken_for(trying.how));
        if trying.agent != NONE {
            self.go_on_after_ringing(trying.agent);
        }
    }

    /// An agent has ended dialling.
    fn hang_up_for(&mut self, slot: u32, agent: u32) {
        self.let_go(slot, agent);
        self.agents[agent as usize].ringing -= 1;
    }

    /// An agent who goes home stops dialling: the record is dialled by somebody else.
    pub(crate) fn stop_dialling(&mut self, slot: u32, agent: u32) {
        self.hang_up_for(slot, agent);
        self.contacts.remove(slot);
        if let Some(trying) = self.dialler.under_way.remove(&slot) {
            let attempt = trying.attempt;
            self.watch.attempt_ended(self.now, &attempt, AttemptEnd::AgentLeft);
            self.dialler.campaigns[attempt.campaign.index()].put_back(self.now, (attempt.record, trying.tries));
        }
    }

    /// A customer who was called becomes a contact: with the agent who called, or in the queue.
    fn customer_answers(&mut self, slot: u32, trying: &Trying) {
        let (now, attempt) = (self.now, trying.attempt);
        let Contact { patience, talk, wrap_up, .. } = self.contacts[slot];
        let first = ContactRecord::first(now, attempt.kind.0, [self.serial, attempt.customer()]);
        let record = ContactRecord { cause: Cause::Dialled, ..first };
        self.serial += 1;
        self.contacts[slot] = Contact::fresh(record, [patience, talk, wrap_up]);
        let live = Live {
            attempt,
            tries: trying.tries.with(trying.called),
            called: trying.called,
            in_flight: trying.agent == NONE,
            settled: false,
        };
        let campaign = attempt.campaign.index();
        self.dialler.campaigns[campaign].lives.insert(attempt.record, live);
        self.watch.arrived(now, &record);
        let lane = self.plan.campaigns[campaign].lane;
        if trying.agent == NONE {
            return self.join(slot, lane);
        }
        self.contacts[slot].enter(now, Place::of(lane, self.plan));
        self.watch.offered(now, &self.contacts[slot].record);
        self.answer_beside_others(slot, trying.agent);
    }

    /// Plans to look when time alone lets a campaign dial, or changes how much it does.
    fn plan_next_dial(&mut self) {
        if self.dialler.wakes <= self.now {
            self.dialler.wakes = Instant::NEVER;
        }
        let all = self.plan.campaigns.iter().zip(&self.dialler.campaigns);
        let next = |(plan, campaign)| self.next_dial(plan, campaign);
        let at = all.map(next).min().unwrap_or(Instant::NEVER);
        if at < self.dialler.wakes {
            self.dialler.wakes = at;
            self.roster.add(at, Change::Dial);
        }
    }

    /// When time alone next lets a campaign dial.
    fn next_dial(&self, plan: &CampaignPlan, campaign: &CampaignNow) -> Instant {
        let due = campaign.record_due(self.now, plan);
        if due == Instant::NEVER {
            return Instant::NEVER;
        }
        let opens = if plan.door.is_open(due) { due } else { plan.door.opens_after(due) };
        let later = |at: Instant| if at > self.now { at } else { Instant::NEVER };
        let midnight = self.now + Span::minutes(24 * 60);
        let midnight = midnight - self.plan.days.time_of(self.now);
        let tomorrow = if campaign.told == 0.0 { midnight } else { Instant::NEVER };
        later(opens).min(later(campaign.changes)).min(tomorrow)
    }
}

/// How an attempt ends that finds this on the line.
fn ends_as(called: Called, mistaken: bool) -> AttemptEnd {
    match called {
        Called::Live if mistaken => AttemptEnd::TakenForMachine,
        Called::Machine if mistaken => AttemptEnd::TakenForLive,
        Called::Live => AttemptEnd::Live,
        Called::Machine => AttemptEnd::Machine,
        Called::Busy => AttemptEnd::Busy,
        Called::NoAnswer => AttemptEnd::NoAnswer,
        Called::BadNumber => AttemptEnd::BadNumber,
    }
}

/// What an attempt that brings no contact was taken to have found.
fn taken_for(how: AttemptEnd) -> Called {
    match how {
        AttemptEnd::Busy => Called::Busy,
        AttemptEnd::NoAnswer => Called::NoAnswer,
        AttemptEnd::BadNumber => Called::BadNumber,
        _ => Called::Machine,
    }
}

//! Decisions told: who could be chosen, what the keys said, who could not be and why.
//!
//! Everything here looks at the centre and changes nothing; it is left out of runs to which nobody listens who asks.

use crate::engine::centre::{AgentNow, Centre, Leaving, Presence};
use crate::engine::contact::{Contact, NONE, Phase};
use crate::engine::measured::Moment;
use crate::engine::rules::Taker;
use crate::plan::LanePlan;
use crate::record::{Candidate, Choice, ContactRecord, Decision, Exclusion, Observer, Reading};
use crate::routing::{AgentKey, ContactKey, Since, Urgent};
use crate::scenario::{Mode, Pull};
use crate::units::{AgentId, Instant, QueueId, Span, TeamId};

/// Waiting contacts that a decision lists; those beyond it are counted.
const MOST_CONTACTS: usize = 200;

impl<Watch: Observer> Centre<'_, Watch> {
    /// Tells why this agent answers a contact, or nobody.
    #[inline(always)]
    pub(crate) fn tell_choice_of_agent(&mut self, slot: u32, chosen: Option<u32>) {
        if Watch::EXPLAINS {
            let (record, agent) = (self.contacts[slot].record, chosen.map(AgentId));
            if self.watch.wonders(self.now, Some(&record), agent) {
                let behind = self.lanes.is_behind(&self.contacts, slot, self.now);
                let held_back = behind.then_some(Exclusion::Rule("head-only"));
                let decision = Decision::Agent(self.choice_of_agent(slot, agent, held_back));
                self.watch.decided(self.now, &decision);
            }
        }
    }

    /// Tells why a contact is kept from everybody: its queue is closed.
    #[inline(always)]
    pub(crate) fn tell_closed_door(&mut self, slot: u32) {
        if Watch::EXPLAINS {
            let record = self.contacts[slot].record;
            if self.watch.wonders(self.now, Some(&record), None) {
                let choice = self.choice_of_agent(slot, None, Some(Exclusion::QueueClosed));
                self.watch.decided(self.now, &Decision::Agent(choice));
            }
        }
    }

    /// Tells why an agent takes this waiting contact, or none.
    #[inline(always)]
    pub(crate) fn tell_choice_of_contact(&mut self, agent: u32, chosen: Option<u32>) {
        if Watch::EXPLAINS {
            let record = chosen.map(|slot| self.contacts[slot].record);
            if self.watch.wonders(self.now, record.as_ref(), Some(AgentId(agent))) {
                let decision = Decision::Contact(self.choice_of_contact(agent, record));
                self.watch.decided(self.now, &decision);
            }
        }
    }

    /// Every agent, as far as one contact is concerned.
    fn choice_of_agent(
        &self,
        slot: u32,
        chosen: Option<AgentId>,
        held_back: Option<Exclusion>,
    ) -> Choice<ContactRecord, AgentId> {
        let asking = self.contacts[slot].record;
        let lane = &self.plan.lanes[self.contacts[slot].lane as usize];
        let (keys, row) = (self.agent_keys(lane), self.row_of_choice(lane, chosen));
        let (mut candidates, mut excluded) = (Vec::new(), Vec::new());
        for agent in 0..self.agents.len() as u32 {
            match self.why_not(agent, slot, row).or(held_back).or_else(|| self.keeps_room(agent, slot)) {
                Some(why) => excluded.push((AgentId(agent), why)),
                None => candidates.push(Candidate {
                    who: AgentId(agent),
                    readings: keys.iter().map(|key| self.read_agent(key, agent, (lane, row))).collect(),
                }),
            }
        }
        let mut choice = Choice { asking, keys, candidates, excluded, chosen, held_back, left_out: 0 };
        choice.put_in_order();
        choice
    }

    /// Every waiting contact, as far as one agent is concerned; of very many those that come first.
    fn choice_of_contact(&self, agent: u32, chosen: Option<ContactRecord>) -> Choice<AgentId, ContactRecord> {
        let keys = self.contact_keys(agent, chosen.is_some_and(|record| self.waits_for(agent, &record)));
        let waiting: Vec<u32> = (0..self.contacts.slots() as u32).filter(|&slot| self.waits(slot)).collect();
        let asking = self.asking(agent);
        let moment = Moment { now: self.now, asking: Some(&asking) };
        let waiting = self.lanes.in_order(&self.contacts, waiting, moment);
        let (mut candidates, mut excluded) = (Vec::new(), Vec::new());
        for &slot in &waiting {
            let contact = &self.contacts[slot];
            let is_chosen = chosen.as_ref() == Some(&contact.record);
            if candidates.len() + excluded.len() >= MOST_CONTACTS && !is_chosen {
                continue;
            }
            match self.why_not_now(agent, slot).or_else(|| self.why_behind(agent, slot, chosen)).filter(|_| !is_chosen)
            {
                Some(why) => excluded.push((contact.record, why)),
                None => candidates.push(Candidate {
                    who: contact.record,
                    readings: keys.iter().map(|key| self.read_contact(key, contact)).collect(),
                }),
            }
        }
        let left_out = waiting.len() - candidates.len() - excluded.len();
        let mut choice =
            Choice { asking: AgentId(agent), keys, candidates, excluded, chosen, held_back: None, left_out };
        choice.put_in_order();
        choice
    }

    fn waits(&self, slot: u32) -> bool {
        matches!(self.contacts[slot].phase, Phase::Waiting | Phase::AtDoor | Phase::ForAgent)
    }

    /// Why an agent cannot answer a contact of a lane now; `None` for who could.
    pub(super) fn why_not(&self, agent: u32, slot: u32, row: usize) -> Option<Exclusion> {
        let lane = &self.plan.lanes[self.contacts[slot].lane as usize];
        let (state, need) = (&self.agents[agent as usize], &self.plan.needs[lane.need as usize]);
        if !need.profiles.contains(&state.profile) {
            return Some(self.why_never(state.team, lane).unwrap_or(Exclusion::Rule("eligibility")));
        }
        if !self.bench.holds(row, agent) {
            return Some(self.without_seat(agent, row));
        }
        self.held_back(agent, &self.contacts[slot])
    }

    /// The rule that keeps a free agent from a contact now, if one does.
    fn held_back(&self, agent: u32, contact: &Contact) -> Option<Exclusion> {
        let lane = &self.plan.lanes[contact.lane as usize];
        let is_above = || self.queues_above_target(agent).contains(&lane.queue);
        let above = || is_above().then_some(Exclusion::Rule("above-target"));
        self.kept_from(agent, contact).or_else(above)
    }

    /// The rule that keeps an agent from a contact now whom nothing else does.
    fn kept_from(&self, agent: u32, contact: &Contact) -> Option<Exclusion> {
        if !self.plan.has_holds() {
            return None;
        }
        let (state, lane) = (&self.agents[agent as usize], &self.plan.lanes[contact.lane as usize]);
        let off_bench = !self.bench.holds(self.plan.needs[lane.need as usize].channel as usize, agent);
        let taker = Taker { profile: state.profile, team: state.team, off_bench };
        self.kept_by(taker, contact, lane).map(Exclusion::Rule)
    }

    /// Why an agent who looks for a contact cannot take this one.
    fn why_not_now(&self, agent: u32, slot: u32) -> Option<Exclusion> {
        let contact = &self.contacts[slot];
        let (state, lane) = (&self.agents[agent as usize], &self.plan.lanes[contact.lane as usize]);
        let need = &self.plan.needs[lane.need as usize];
        if !need.profiles.contains(&state.profile) {
            return Some(self.why_never(state.team, lane).unwrap_or(Exclusion::Rule("eligibility")));
        }
        if contact.phase == Phase::AtDoor {
            return Some(Exclusion::QueueClosed);
        }
        if contact.phase == Phase::ForAgent && contact.agent != agent {
            return Some(Exclusion::Rule(PREFERRED));
        }
        if !self.has_room_or_makes_it(agent, need.channel as usize) {
            return Some(self.occupied(state));
        }
        let passed_over = || self.is_passed_over(agent, contact.lane).then_some(Exclusion::Rule("overload"));
        self.held_back(agent, contact).or_else(passed_over)
    }

    /// What the people of a team lack to serve a lane's contacts.
    pub(super) fn why_never(&self, team: TeamId, lane: &LanePlan) -> Option<Exclusion> {
        let scenario = &self.plan.scenario;
        let (contact, team) = (&scenario.contacts[lane.kind as usize], &scenario.teams[team.index()]);
        if let Some(skill) = contact.skill {
            let held = team.skills.iter().find(|held| held.skill == skill);
            match held.map(|held| held.level) {
                None => return Some(Exclusion::NoSkill(skill)),
                Some(has) if has < contact.least_level => {
                    return Some(Exclusion::LevelTooLow { skill, has, needs: contact.least_level });
                }
                Some(_) => {}
            }
        }
        let unmet = contact.requires.as_ref().is_some_and(|requirement| !requirement.is_met_by(team));
        unmet.then_some(Exclusion::RequirementNotMet)
    }

    /// What keeps an agent from taking one more contact.
    pub(super) fn occupied(&self, state: &AgentNow) -> Exclusion {
        if state.held != NONE {
            return self.held_up(state);
        }
        match (state.presence, state.leaving) {
            (Presence::Away, _) => Exclusion::NotAtWork,
            (Presence::OnBreak, _) => Exclusion::OnBreak,
            (Presence::NotReady, _) => Exclusion::Rule("not-ready"),
            (Presence::There, Leaving::ForBreak) => Exclusion::BreakIsDue,
            (Presence::There, Leaving::Home) => Exclusion::ShiftIsOver,
            // Whoever missed a contact is asked again only after all others.
            (Presence::There, Leaving::No) if self.rings => Exclusion::Rule("missed-it"),
            (Presence::There, Leaving::No) if !self.plan.one_at_a_time => Exclusion::Rule("room"),
            (Presence::There, Leaving::No) => Exclusion::Rule("availability"),
        }
    }

    /// What keeps an agent from taking one more contact who holds some already.
    fn held_up(&self, state: &AgentNow) -> Exclusion {
        let latest = &self.contacts[state.held];
        let number = u32::from(state.talking) + u32::from(state.wrapping);
        match (state.leaving, number) {
            (Leaving::ForBreak, 2..) => Exclusion::BreakIsDue,
            (Leaving::Home, 2..) => Exclusion::ShiftIsOver,
            (Leaving::No, 2..) => Exclusion::NoRoom(number),
            _ if latest.phase == Phase::WrapUp => Exclusion::WrappingUp(latest.record.serial),
            _ => Exclusion::Busy(latest.record.serial),
        }
    }

    /// Keywords of the keys by which agents are compared for a lane, the final tie-break last.
    fn agent_keys(&self, lane: &LanePlan) -> Vec<&'static str> {
        let order = &self.plan.scenario.queues[lane.queue.index()].agent_order;
        let by_step =
            self.plan.scenario.queues[lane.queue.index()].steps.iter().any(|step| step.mode == Mode::AddAfter);
        let behind = order.iter().rposition(|key| matches!(key, AgentKey::Window(_))).unwrap_or(0);
        let keywords = order[behind..].iter().map(AgentKey::keyword);
        let before = self.pairs.then_some(BY_PAIR).into_iter().chain(by_step.then_some(BY_STEP));
        let mut keys: Vec<&'static str> = before.chain(keywords).collect();
        if !keys.contains(&FIXED_ORDER) && !keys.contains(&RANDOM) {
            keys.push(FIXED_ORDER);
        }
        keys
    }

    /// What a key says about an agent.
    fn read_agent(&self, key: &str, agent: u32, (lane, row): (&LanePlan, usize)) -> Reading {
        let scenario = &self.plan.scenario;
        let team = &scenario.teams[self.agents[agent as usize].team.index()];
        match key {
            "best-skill" => {
                let level = scenario.contacts[lane.kind as usize].level_of(team);
                level.map_or(Reading::Untold, Reading::Level)
            }
            "longest-idle" if self.goes_by_availability(lane) => Reading::Since(self.bench.since(row, agent)),
            FIXED_ORDER => Reading::Place(agent),
            RANDOM => Reading::Drawn,
            _ => Reading::Untold,
        }
    }

    /// The keys that compare contacts of all queues.
    fn contact_order(&self) -> &[ContactKey] {
        let scenario = &self.plan.scenario;
        if scenario.queues.len() == 1 {
            return scenario.order_within(QueueId::of(0));
        }
        &scenario.routing.contact_order
    }

    fn lower_classes_are_first(&self) -> bool {
        let order = self.contact_order();
        order.iter().any(|key| matches!(key, ContactKey::Priority(Urgent::Lower)))
    }

    /// Whether the idle time of agents for a lane counts from when they became available.
    fn goes_by_availability(&self, lane: &LanePlan) -> bool {
        let order = &self.plan.scenario.queues[lane.queue.index()].agent_order;
        order.iter().any(|key| matches!(key, AgentKey::Own(crate::routing::Reading::Idle(Since::Available, _), _)))
    }

    /// Keywords of the keys by which waiting contacts are compared for an agent, the final tie-break last.
    fn contact_keys(&self, agent: u32, own: bool) -> Vec<&'static str> {
        let (scenario, team) = (&self.plan.scenario, self.agents[agent as usize].team);
        let by_rank = !scenario.teams[team.index()].queues.is_empty();
        let by_queue = !scenario.routing.queue_order.is_empty();
        let pulls = scenario.teams[team.index()].pull != Pull::No;
        let mut keys: Vec<&'static str> = own.then_some(PREFERRED).into_iter().collect();
        keys.extend(by_rank.then_some(BY_RANK));
        keys.extend(pulls.then_some(PULL));
        keys.extend(by_queue.then_some(BY_QUEUE));
        let own = self.plan.ranking.moving.as_ref().is_some_and(|measures| !measures.own.is_empty());
        keys.extend(own.then_some(OWN_ORDER));
        let order = self.contact_order();
        let behind = order.iter().rposition(|key| matches!(key, ContactKey::Window(_))).unwrap_or(0);
        keys.extend(order[behind..].iter().map(ContactKey::keyword));
        keys.push(ARRIVAL);
        keys
    }

    /// What a key says about a waiting contact.
    fn read_contact(&self, key: &str, contact: &Contact) -> Reading {
        match key {
            "priority" if self.lower_classes_are_first() => {
                Reading::Class(self.plan.lanes[contact.lane as usize].urgency)
            }
            "longest-wait" => {
                let since = |moment: Instant| (moment.as_ticks() as i64).saturating_sub(contact.record.ranked_from);
                let span = |ticks: i64| Span::ticks(u64::try_from(ticks).unwrap_or(0));
                Reading::Wait(span(since(self.now)), span(since(contact.record.entered)))
            }
            ARRIVAL => Reading::Serial(contact.record.serial),
            _ => Reading::Untold,
        }
    }
}

/// Contacts that wait for one agent before everybody else.
pub(super) const PREFERRED: &str = "preferred-agent";
/// What people pick out themselves.
const PULL: &str = "pull";
/// Which step of the queue counted somebody in.
const BY_STEP: &str = "step";
/// The rank of a contact's queue for the agent's team.
const BY_RANK: &str = "queue-rank";
/// What ranks whole queues.
const BY_QUEUE: &str = "queue-order";
/// Points of contact and agent together, where they lead.
const BY_PAIR: &str = "points-of-pairs";
/// What ranks the contacts of a queue with an order of its own.
const OWN_ORDER: &str = "own-order";
/// The final tie-break among agents.
const FIXED_ORDER: &str = "fixed-order";
/// The key after which nothing is left open.
const RANDOM: &str = "random";
/// The final tie-break among contacts: the number in the order of arrival.
const ARRIVAL: &str = "arrival";

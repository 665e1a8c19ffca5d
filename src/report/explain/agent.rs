//! The story of an agent around a moment: what the agent did, for whom, and which contacts went to others.
//!
//! Remembers a few turns before the moment and a few after it, however long the run.

use std::collections::VecDeque;

use super::naming::rounded;
use super::story::{Step, Story};
use super::{Naming, words};
use crate::record::{
    AgentState, Aside, Attempt, AttemptEnd, Choice, ContactRecord, Decision, HandOver, Observer, Offer, OfferEnd,
};
use crate::units::{AgentId, CampaignId, Instant, Span, TeamId};

/// Turns to something else that are told before the moment.
const TURNS_BEFORE: usize = 4;
/// Turns to something else that are told after the moment.
const TURNS_AFTER: usize = 2;
/// How far from the moment contacts are told of that went to others.
const NEAR: Span = Span::minutes(30);
/// Contacts that went to others, told of each turn before the rest is counted.
const MOST_OTHERS: usize = 5;

/// A listener that remembers what one agent does around a moment.
#[derive(Debug)]
pub struct AgentStory<'a> {
    naming: &'a Naming,
    agent: AgentId,
    moment: Instant,
    /// What is told, and whether the agent turned to something else with it.
    steps: VecDeque<(Step, bool)>,
    /// Turns since the moment.
    after: usize,
    /// Whether the moment has been told.
    passed: bool,
    /// What the agent does, and since when.
    state: AgentState,
    since: Instant,
    /// Contacts the agent is with or wraps up.
    held: Vec<u64>,
    /// Contacts that ring at the agent.
    rings: Vec<u64>,
    /// The record that the agent looks at or dials.
    record: Option<(CampaignId, u32)>,
    /// Contacts that went to others since the last turn.
    others: usize,
    /// When the agent last found no contact, which tells that the agent is free.
    idle: Option<Instant>,
}

impl<'a> AgentStory<'a> {
    /// The story of an agent who has not come yet.
    pub fn new(naming: &'a Naming, agent: AgentId, moment: Instant) -> Self {
        Self {
            naming,
            agent,
            moment,
            steps: VecDeque::new(),
            after: 0,
            passed: false,
            state: AgentState::Off,
            since: Instant::START,
            held: Vec::new(),
            rings: Vec::new(),
            record: None,
            others: 0,
            idle: None,
        }
    }

    /// The story.
    pub fn tell(mut self) -> Story {
        self.pass();
        let title = format!("{} around {}", self.naming.agent(self.agent), self.naming.clock(self.moment));
        Story { title, steps: self.steps.into_iter().map(|(step, _)| step).collect() }
    }

    fn is_over(&self) -> bool {
        self.after >= TURNS_AFTER
    }

    /// Tells the moment itself, once time has come to it.
    fn pass(&mut self) {
        if std::mem::replace(&mut self.passed, true) {
            return;
        }
        let doing = match self.state {
            AgentState::Off => "is not at work",
            AgentState::Available => "is free",
            AgentState::Talking => "is with",
            AgentState::WrapUp => "wraps up",
            AgentState::Break => "is on a break",
            AgentState::Ringing if self.record.is_some() => "dials",
            AgentState::Ringing => "hears it ring:",
            AgentState::NotReady => "is not ready",
        };
        let ringing = self.rings.iter().filter(|_| self.state == AgentState::Ringing);
        let with: Vec<String> = self.held.iter().chain(ringing).map(|contact| format!(" contact {contact}")).collect();
        let since = if self.since == Instant::START && self.state == AgentState::Off {
            String::new()
        } else {
            format!(", since {}", self.naming.clock(self.since))
        };
        let sentence = format!("at this moment {} {doing}{}{since}", self.naming.agent(self.agent), with.join(" and"));
        self.steps.push_back((Step::plain(self.moment, sentence), false));
    }

    fn push(&mut self, step: Step, turns: bool) {
        if step.at > self.moment {
            self.pass();
        }
        if self.is_over() {
            return;
        }
        self.after += usize::from(turns && self.passed);
        self.steps.push_back((step, turns));
        if turns {
            self.others = 0;
            self.forget();
        }
    }

    /// Forgets what lies too far back.
    fn forget(&mut self) {
        while !self.passed && self.steps.iter().filter(|(_, turns)| *turns).count() > TURNS_BEFORE {
            self.steps.pop_front();
        }
    }

    fn step(&mut self, now: Instant, sentence: impl Into<String>, turns: bool) {
        self.push(Step::plain(now, sentence), turns);
    }

    /// The agent, who may have come just now, looks for a contact.
    fn looks(&mut self, now: Instant, choice: &Choice<AgentId, ContactRecord>) {
        let name = self.naming.agent(self.agent);
        if now > self.moment {
            self.pass();
        }
        let comes = match self.state {
            AgentState::Off => Some(format!("{name} comes to work")),
            AgentState::Break => Some(format!("{name} is back from the break")),
            AgentState::NotReady => Some(format!("{name} is ready again")),
            AgentState::Available | AgentState::Talking | AgentState::WrapUp | AgentState::Ringing => None,
        };
        let was_there = comes.is_none();
        if let Some(comes) = comes {
            self.step(now, comes, true);
            (self.state, self.since) = (AgentState::Available, now);
        }
        let idle = choice.chosen.is_none();
        self.idle = idle.then_some(now);
        let (sentence, details) = words::for_agent(choice, self.naming);
        let decision = Some(Decision::Contact(choice.clone()));
        self.push(Step { at: now, sentence, details, decision }, idle && was_there);
    }

    /// A contact went to somebody else, or to nobody, while the agent was free.
    fn passed_by(&mut self, now: Instant, choice: &Choice<ContactRecord, AgentId>) {
        self.others += 1;
        if self.others > MOST_OTHERS {
            return;
        }
        let me = self.naming.agent(self.agent);
        let contact = format!("contact {} ({})", choice.asking.serial, self.naming.kind(choice.asking.kind));
        let (to, details) = match choice.chosen {
            Some(agent) => {
                (format!("goes to {}", self.naming.agent(agent)), words::behind(choice, self.agent, self.naming))
            }
            None => ("has to wait".to_owned(), Vec::new()),
        };
        let excluded = choice.excluded.iter().find(|(agent, _)| *agent == self.agent);
        let why = excluded
            .map_or_else(String::new, |(_, why)| format!(", not for {me}: {}", words::reason(*why, self.naming)));
        let decision = Some(Decision::Agent(choice.clone()));
        self.push(Step { at: now, sentence: format!("{contact} comes and {to}{why}"), details, decision }, false);
    }
}

impl Observer for AgentStory<'_> {
    const EXPLAINS: bool = true;

    fn wonders(&self, now: Instant, contact: Option<&ContactRecord>, agent: Option<AgentId>) -> bool {
        let near = now + NEAR >= self.moment && now <= self.moment + NEAR;
        let own = agent == Some(self.agent);
        !self.is_over() && (own || near && contact.is_some() && self.state == AgentState::Available)
    }

    fn decided(&mut self, now: Instant, decision: &Decision) {
        let (sentence, details) = match decision {
            Decision::Contact(choice) if choice.asking == self.agent => return self.looks(now, choice),
            Decision::Agent(choice) if choice.chosen == Some(self.agent) => {
                let (sentence, details) = words::for_contact(choice, self.naming);
                let kind = self.naming.kind(choice.asking.kind);
                (format!("contact {} ({kind}) comes: {sentence}", choice.asking.serial), details)
            }
            Decision::Agent(choice) if self.state == AgentState::Available => return self.passed_by(now, choice),
            _ => return,
        };
        self.push(Step { at: now, sentence, details, decision: Some(decision.clone()) }, false);
    }

    fn rang(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if agent == self.agent {
            self.step(now, format!("contact {} rings at {}", contact.serial, self.naming.agent(agent)), true);
            self.rings.push(contact.serial);
        }
    }

    fn calls(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if agent == self.agent {
            let sentence =
                format!("{} calls the customer of contact {} back", self.naming.agent(agent), contact.serial);
            self.step(now, sentence, true);
            self.rings.push(contact.serial);
        }
    }

    fn offer_ended(&mut self, now: Instant, contact: &ContactRecord, offer: Offer, how: OfferEnd) {
        if offer.agent == self.agent {
            let what = format!("contact {}", contact.serial);
            if let Some(sentence) = words::end_of_offer((&self.naming.agent(self.agent), &what), now, (offer, how)) {
                self.step(now, sentence, false);
            }
            self.rings.retain(|serial| *serial != contact.serial);
        }
    }

    fn answered(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if agent == self.agent {
            let wait = match contact.answered_wait() {
                Span::ZERO => "which did not wait".to_owned(),
                wait => format!("which waited for {}", rounded(wait)),
            };
            let sentence = format!("{} answers contact {}, {wait}", self.naming.agent(agent), contact.serial);
            self.step(now, sentence, true);
            self.held.push(contact.serial);
            self.rings.retain(|serial| *serial != contact.serial);
        }
    }

    fn set_aside(&mut self, now: Instant, contact: &ContactRecord, why: Aside, agent: AgentId, _team: TeamId) {
        if agent == self.agent {
            let (agent, contact) = (self.naming.agent(agent), contact.serial);
            let sentence = match why {
                Aside::OnHold => format!("{agent} puts contact {contact} on hold"),
                Aside::Inactive => format!("contact {contact} becomes inactive and stays with {agent}"),
            };
            self.step(now, sentence, false);
        }
    }

    fn taken_up(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if agent == self.agent {
            self.step(now, format!("{} goes on with contact {}", self.naming.agent(agent), contact.serial), false);
        }
    }

    fn handed_over(&mut self, now: Instant, contact: &ContactRecord, hand_over: HandOver) {
        if hand_over.agent == self.agent {
            let sentence = words::of_hand_over(&format!("contact {}", contact.serial), &hand_over, self.naming);
            self.step(now, sentence, false);
        }
    }

    fn went_on_alone(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if agent == self.agent {
            let agent = self.naming.agent(agent);
            self.step(now, format!("{agent} goes on with contact {} alone", contact.serial), false);
        }
    }

    fn talked(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if agent == self.agent {
            let talk = rounded(now.since(contact.answered));
            self.step(
                now,
                format!("contact {} and {} part after {talk}", contact.serial, self.naming.agent(agent)),
                false,
            );
        }
    }

    fn handled(&mut self, now: Instant, contact: &ContactRecord, wrap_up: Span, agent: AgentId, _team: TeamId) {
        if agent == self.agent {
            if wrap_up > Span::ZERO {
                let (agent, wrap_up) = (self.naming.agent(agent), rounded(wrap_up));
                self.step(now, format!("{agent} has wrapped up contact {} in {wrap_up}", contact.serial), false);
            }
            self.held.retain(|held| *held != contact.serial);
        }
    }

    fn handed_back(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if agent == self.agent {
            let sentence =
                format!("the shift is over: {} hands back contact {}", self.naming.agent(agent), contact.serial);
            self.step(now, sentence, false);
            self.held.retain(|held| *held != contact.serial);
        }
    }

    fn dialled(&mut self, now: Instant, attempt: &Attempt, agent: Option<(AgentId, TeamId)>) {
        if agent.is_some_and(|(agent, _)| agent == self.agent) {
            let record = self.naming.record(attempt.campaign, attempt.record);
            self.step(now, format!("{} is free, looks at {record} and dials it", self.naming.agent(self.agent)), true);
            self.record = Some((attempt.campaign, attempt.record));
        }
    }

    fn attempt_ended(&mut self, now: Instant, attempt: &Attempt, how: AttemptEnd) {
        if self.record == Some((attempt.campaign, attempt.record)) {
            self.step(now, format!("{}: {}", self.naming.record(attempt.campaign, attempt.record), how.word()), false);
            self.record = None;
        }
    }

    fn moved(&mut self, now: Instant, agent: AgentId, _team: TeamId, _from: AgentState, to: AgentState) {
        if agent != self.agent {
            return;
        }
        let name = self.naming.agent(agent);
        if now > self.moment {
            self.pass();
        }
        match (self.state, to) {
            (_, AgentState::Talking | AgentState::Ringing) => {}
            (_, AgentState::NotReady) => self.step(now, format!("{name} is not ready"), true),
            (_, AgentState::Off) => self.step(now, format!("{name} goes home"), true),
            (_, AgentState::Break) => self.step(now, format!("{name} takes a break"), true),
            (_, AgentState::Available) if self.idle == Some(now) => {}
            (_, AgentState::Available) => self.step(now, format!("{name} is free"), true),
            (_, AgentState::WrapUp) => self.step(now, format!("{name} wraps up"), true),
        }
        (self.state, self.since) = (to, now);
    }
}

//! The story of a contact: what happened to it, who could have answered, and who was taken before it.
//!
//! Remembers one contact and the decisions that passed it by, and only counts the others.

use super::naming::rounded;
use super::story::{Step, Story};
use super::{Naming, words};
use crate::record::{
    Aside, CallbackTurn, Cause, Choice, ContactRecord, Decision, Departure, Exclusion, Exit, HandOver, Observer, Offer,
    OfferEnd, Outcome, Reply, on_list,
};
use crate::units::{AgentId, ContactTypeId, FlowId, Instant, NodeId, Span, TeamId};

/// Contacts taken before this one that are told before the rest is counted.
const MOST_AHEAD: usize = 10;

/// A listener that remembers what happens to one contact.
#[derive(Debug)]
pub struct ContactStory<'a> {
    naming: &'a Naming,
    /// Its number, from 0.
    serial: u64,
    story: Story,
    /// By queue: contacts waiting.
    waiting: Vec<u32>,
    /// Contacts that came.
    came: u64,
    /// Queues in which it waits.
    waits: u32,
    /// Waiting contacts that were taken before it.
    ahead: usize,
    /// Agents who became free and could not take it.
    unable: Vec<(AgentId, Exclusion)>,
    /// Its type, its customer and the number of the next attempt, once the customer will come again.
    returns: Option<(ContactTypeId, u64, u16)>,
}

impl<'a> ContactStory<'a> {
    /// The story of a contact that has not come yet.
    pub fn new(naming: &'a Naming, serial: u64) -> Self {
        Self {
            naming,
            serial,
            story: Story::default(),
            waiting: Vec::new(),
            came: 0,
            waits: 0,
            ahead: 0,
            unable: Vec::new(),
            returns: None,
        }
    }

    /// The story, or how many contacts came when this one did not.
    pub fn tell(self) -> Result<Story, u64> {
        if self.story.steps.is_empty() { Err(self.came) } else { Ok(self.story) }
    }

    fn is_it(&self, contact: &ContactRecord) -> bool {
        contact.serial == self.serial
    }

    fn step(&mut self, now: Instant, sentence: impl Into<String>) {
        self.story.steps.push(Step::plain(now, sentence));
    }

    /// Contacts waiting in a queue.
    fn waiting_in(&mut self, contact: &ContactRecord) -> &mut u32 {
        let queue = contact.queue.index();
        if self.waiting.len() <= queue {
            self.waiting.resize(queue + 1, 0);
        }
        &mut self.waiting[queue]
    }

    /// An agent looked for a contact while this one waited, and took another or none.
    fn passed_by(&mut self, now: Instant, choice: &Choice<AgentId, ContactRecord>) {
        if let Some((_, why)) = choice.excluded.iter().find(|(other, _)| self.is_it(other)) {
            if !self.unable.iter().any(|(agent, _)| *agent == choice.asking) {
                self.unable.push((choice.asking, *why));
            }
            return;
        }
        let Some(chosen) = choice.chosen else { return };
        self.ahead += 1;
        if self.ahead <= MOST_AHEAD {
            let sentence = format!("{} takes contact {} first", self.naming.agent(choice.asking), chosen.serial);
            let details = words::before(choice, self.serial, self.naming);
            let decision = Some(Decision::Contact(choice.clone()));
            self.story.steps.push(Step { at: now, sentence, details, decision });
        }
    }

    /// What passed it by while it waited, once it waits no longer.
    fn sum_up(&mut self, now: Instant) {
        let more = std::mem::take(&mut self.ahead).saturating_sub(MOST_AHEAD);
        if more > 0 {
            self.step(now, format!("{more} more contacts were taken before it"));
        }
        let unable = std::mem::take(&mut self.unable);
        if !unable.is_empty() {
            let sentence = "meanwhile these became free and could not take it".to_owned();
            let details = words::not_asked(&unable, self.naming);
            self.story.steps.push(Step { at: now, sentence, details, decision: None });
        }
    }
}

impl Observer for ContactStory<'_> {
    const EXPLAINS: bool = true;

    fn wonders(&self, _now: Instant, contact: Option<&ContactRecord>, agent: Option<AgentId>) -> bool {
        contact.is_some_and(|contact| self.is_it(contact)) || self.waits > 0 && agent.is_some()
    }

    fn decided(&mut self, now: Instant, decision: &Decision) {
        let (sentence, details) = match decision {
            Decision::Agent(choice) if self.is_it(&choice.asking) => {
                let (sentence, details) = words::for_contact(choice, self.naming);
                (if self.waits > 0 { format!("looks again: {sentence}") } else { sentence }, details)
            }
            Decision::Contact(choice) if choice.chosen.as_ref().is_some_and(|contact| self.is_it(contact)) => {
                self.sum_up(now);
                words::for_agent(choice, self.naming)
            }
            Decision::Contact(choice) if self.waits > 0 => return self.passed_by(now, choice),
            _ => return,
        };
        self.story.steps.push(Step { at: now, sentence, details, decision: Some(decision.clone()) });
    }

    fn arrived(&mut self, now: Instant, contact: &ContactRecord) {
        self.came += 1;
        let kind = self.naming.kind(contact.kind);
        if self.is_it(contact) {
            let attempt = match contact.cause {
                Cause::First => String::new(),
                Cause::Redial => format!(", attempt {}: it was not served before", contact.attempt),
                Cause::Reconnect => format!(", attempt {}: it was not helped before", contact.attempt),
                Cause::FollowUp => ", out of a contact of another type".to_owned(),
                Cause::Dialled => ", who was called".to_owned(),
            };
            self.story.title = format!("contact {}, {kind}", contact.serial);
            let customer = match (contact.cause, on_list(contact.customer)) {
                (Cause::Dialled, (campaign, record)) => self.naming.record(campaign, record),
                _ => format!("customer {}", contact.customer),
            };
            self.step(now, format!("comes: {kind}, {customer}{attempt}"));
        } else if self.returns == Some((contact.kind, contact.customer, contact.attempt)) {
            self.step(now, format!("the customer comes again, as contact {}", contact.serial));
        }
    }

    fn reached(&mut self, now: Instant, contact: &ContactRecord, flow: FlowId, node: NodeId) {
        if self.is_it(contact) {
            self.step(now, format!("is at {} in the flow {}", self.naming.node(flow, node), self.naming.flow(flow)));
        }
    }

    fn left_flow(&mut self, now: Instant, contact: &ContactRecord, (flow, entered): (FlowId, Instant), exit: Exit) {
        if self.is_it(contact) {
            let after = rounded(now.since(entered));
            let how = if exit.is_telling() { format!(" ({})", exit.word()) } else { String::new() };
            self.step(now, format!("leaves the flow {} after {after}{how}", self.naming.flow(flow)));
        }
    }

    fn offered(&mut self, now: Instant, contact: &ContactRecord) {
        if self.is_it(contact) {
            self.step(now, format!("asks for an agent in the queue {}", self.naming.queue(contact.queue)));
        }
    }

    fn began_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        let others = *self.waiting_in(contact);
        *self.waiting_in(contact) += 1;
        if self.is_it(contact) {
            self.waits += 1;
            let beside = match others {
                0 => "alone".to_owned(),
                1 => "with 1 other contact".to_owned(),
                _ => format!("with {others} other contacts"),
            };
            self.step(now, format!("waits in {}, {beside}", self.naming.queue(contact.queue)));
        }
    }

    fn stopped_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        let waiting = self.waiting_in(contact);
        *waiting = waiting.saturating_sub(1);
        if self.is_it(contact) {
            self.sum_up(now);
            self.waits = self.waits.saturating_sub(1);
        }
    }

    fn rang(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if self.is_it(contact) {
            self.step(now, format!("rings at {}", self.naming.agent(agent)));
        }
    }

    fn calls(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if self.is_it(contact) {
            self.step(now, format!("{} calls the customer back", self.naming.agent(agent)));
        }
    }

    fn callback(&mut self, now: Instant, contact: &ContactRecord, turn: CallbackTurn) {
        if self.is_it(contact)
            && let Some(sentence) = words::of_callback(turn)
        {
            self.step(now, sentence.to_owned());
        }
    }

    fn offer_ended(&mut self, now: Instant, contact: &ContactRecord, offer: Offer, how: OfferEnd) {
        if self.is_it(contact)
            && let Some(sentence) = words::end_of_offer((&self.naming.agent(offer.agent), "it"), now, (offer, how))
        {
            self.step(now, sentence);
        }
    }

    fn answered(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if self.is_it(contact) {
            let after = match contact.answered_wait() {
                Span::ZERO => "at once".to_owned(),
                wait => format!("after {}", rounded(wait)),
            };
            self.step(now, format!("{} answers {after}", self.naming.agent(agent)));
        }
    }

    fn departed(&mut self, now: Instant, contact: &ContactRecord, how: Departure) {
        if self.is_it(contact) {
            let after = rounded(now.since(contact.entered));
            self.step(
                now,
                match how {
                    Departure::Abandoned => format!("the customer hangs up after {after}"),
                    Departure::Ejected => format!("is cut off after {after}"),
                    Departure::FlowOut => format!("is sent on after {after}"),
                    Departure::Blocked => format!("finds no place to wait in {}", self.naming.queue(contact.queue)),
                    Departure::Withdrawn => format!("waits in {} no more", self.naming.queue(contact.queue)),
                    Departure::Unfinished => format!("still waits after {after} when the run ends"),
                },
            );
        }
    }

    fn set_aside(&mut self, now: Instant, contact: &ContactRecord, why: Aside, agent: AgentId, _team: TeamId) {
        if self.is_it(contact) {
            let agent = self.naming.agent(agent);
            self.step(
                now,
                match why {
                    Aside::OnHold => format!("{agent} puts it on hold"),
                    Aside::Inactive => format!("the customer has been silent for long; it stays with {agent}"),
                },
            );
        }
    }

    fn taken_up(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if self.is_it(contact) {
            self.step(now, format!("{} goes on with it", self.naming.agent(agent)));
        }
    }

    fn handed_over(&mut self, now: Instant, contact: &ContactRecord, hand_over: HandOver) {
        if self.is_it(contact) {
            self.step(now, words::of_hand_over("it", &hand_over, self.naming));
        }
    }

    fn went_on_alone(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if self.is_it(contact) {
            self.step(now, format!("{} goes on with it alone", self.naming.agent(agent)));
        }
    }

    fn explained_again(&mut self, now: Instant, contact: &ContactRecord, takes: Span, agent: AgentId, _: TeamId) {
        if self.is_it(contact) {
            let agent = self.naming.agent(agent);
            self.step(now, format!("the customer explains it again to {agent}, for {}", rounded(takes)));
        }
    }

    fn did_not_help(&mut self, now: Instant, contact: &ContactRecord, mistaken: bool) {
        if self.is_it(contact) {
            let belief = if mistaken { ", and does not know that yet" } else { "" };
            self.step(now, format!("the customer was not helped{belief}"));
        }
    }

    fn replied(&mut self, now: Instant, contact: &ContactRecord, reply: Reply, agent: AgentId, _team: TeamId) {
        if self.is_it(contact) {
            self.step(now, format!("{} replies after {}", self.naming.agent(agent), rounded(reply.after)));
        }
    }

    fn talked(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if self.is_it(contact) {
            let talk = rounded(now.since(contact.answered));
            self.step(now, format!("parts from {} after {talk}", self.naming.agent(agent)));
        }
    }

    fn handled(&mut self, now: Instant, contact: &ContactRecord, wrap_up: Span, agent: AgentId, _team: TeamId) {
        if self.is_it(contact) && wrap_up > Span::ZERO {
            self.step(now, format!("{} has wrapped it up in {}", self.naming.agent(agent), rounded(wrap_up)));
        }
    }

    fn handed_back(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if self.is_it(contact) {
            self.step(now, format!("{} goes home and hands it back", self.naming.agent(agent)));
        }
    }

    fn ended(&mut self, now: Instant, contact: &ContactRecord, outcome: Outcome) {
        if self.is_it(contact) {
            self.step(now, format!("is over: {}", outcome.word()));
        }
    }

    fn will_return(&mut self, now: Instant, contact: &ContactRecord, at: Instant) {
        if self.is_it(contact) {
            self.returns = Some((contact.kind, contact.customer, contact.attempt.saturating_add(1)));
            self.step(now, format!("the customer will come again in {}", rounded(at.since(now))));
        }
    }
}

//! The engine's announcements: what happened, in the field's words, to whoever listens.
//!
//! Listeners are known at compile time, so that nothing is paid for what nobody watches. They cannot change the run.

use super::{
    AgentState, Aside, Attempt, AttemptEnd, CallbackTurn, ContactRecord, Decision, Departure, Exit, Foretold, HandOver,
    IssueEnd, IssueRecord, Offer, OfferEnd, Outcome, Records, Reply,
};
use crate::units::{AgentId, CampaignId, FlowId, Instant, NodeId, Span, TeamId};

/// Someone who listens; every announcement is ignored unless a listener takes it up.
pub trait Observer {
    /// Whether decisions of routing are told too: putting one together looks at every agent or every waiting contact.
    const EXPLAINS: bool = false;
    /// Whether it takes `answered_for_good` for the whole of a talk that nothing can change any more.
    const FORESEES: bool = false;
    /// Whether it listens to plain plans only (`Course::Plain`): runs for it are compiled without what those do without.
    const PLAIN: bool = false;

    /// Whether the decision about this contact and this agent is worth telling; either is missing when nobody was chosen.
    fn wonders(&self, _now: Instant, _contact: Option<&ContactRecord>, _agent: Option<AgentId>) -> bool {
        Self::EXPLAINS
    }
    /// It was decided which agent or which contact is next; told before it happens, to those who wondered.
    fn decided(&mut self, _now: Instant, _decision: &Decision) {}
    /// A contact that looks for an agent, or finds its queue closed, is at this place of the course of its queue; told
    /// where decisions are, before them.
    fn stands_at(&mut self, _now: Instant, _contact: &ContactRecord, _place: u32) {}
    /// A contact came to the centre.
    fn arrived(&mut self, _now: Instant, _contact: &ContactRecord) {}
    /// A contact came to a node of a flow.
    fn reached(&mut self, _now: Instant, _contact: &ContactRecord, _flow: FlowId, _node: NodeId) {}
    /// A contact uses self-service, which costs so much money.
    fn used(&mut self, _now: Instant, _contact: &ContactRecord, _cost: f64) {}
    /// A contact goes on from a node of a flow by one of its ways.
    fn went(&mut self, _now: Instant, _contact: &ContactRecord, _at: (FlowId, NodeId), _way: usize) {}
    /// A contact left a flow, in which it was since `entered`: for a queue, another flow or for good.
    fn left_flow(&mut self, _now: Instant, _contact: &ContactRecord, _from: (FlowId, Instant), _exit: Exit) {}
    /// A contact was offered to `contact.queue`; an agent may answer it in the same instant.
    fn offered(&mut self, _now: Instant, _contact: &ContactRecord) {}
    /// No agent was free for it, so it began to wait in `contact.queue`.
    fn began_waiting(&mut self, _now: Instant, _contact: &ContactRecord) {}
    /// It waits no longer; announced before the answer or departure of a contact that waited.
    fn stopped_waiting(&mut self, _now: Instant, _contact: &ContactRecord) {}
    /// A contact, which waits on, began to ring at an agent.
    fn rang(&mut self, _now: Instant, _contact: &ContactRecord, _agent: AgentId, _team: TeamId) {}
    /// An agent who has taken a contact calls its customer, which is like ringing for everybody who does not care.
    fn calls(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, team: TeamId) {
        self.rang(now, contact, agent, team);
    }
    /// Something happens with the callback of a contact.
    fn callback(&mut self, _now: Instant, _contact: &ContactRecord, _turn: CallbackTurn) {}
    /// A contact rings no more at an agent; announced before the answer, and before whatever else ended it.
    fn offer_ended(&mut self, _now: Instant, _contact: &ContactRecord, _offer: Offer, _how: OfferEnd) {}
    /// An agent answered; `contact.answered` is now.
    fn answered(&mut self, _now: Instant, _contact: &ContactRecord, _agent: AgentId, _team: TeamId) {}
    /// An agent answered, and nothing can change how the talk ends: at this moment, and everything with it, or not
    /// before the run does. Told in place of `answered` and of `served` or `ended`, to those who foresee.
    fn answered_for_good(&mut self, _: Instant, _: &ContactRecord, _: AgentId, _: TeamId, _ends: Option<Instant>) {}
    /// The same of an agent who was available until now: `answered_for_good` and `moved` in one, for those who count both
    /// with one look.
    #[inline(always)]
    fn answered_from_rest(
        &mut self,
        now: Instant,
        contact: &ContactRecord,
        agent: AgentId,
        team: TeamId,
        ends: Option<Instant>,
    ) {
        self.answered_for_good(now, contact, agent, team, ends);
        self.moved(now, agent, team, AgentState::Available, AgentState::Talking);
    }
    /// Told before the answer to a contact that was foretold, as it began to wait, how long that would take.
    fn turned_out(&mut self, _now: Instant, _contact: &ContactRecord, _foretold: Foretold) {}
    /// A stay in `contact.queue` ended without an answer.
    fn departed(&mut self, _now: Instant, _contact: &ContactRecord, _how: Departure) {}
    /// An agent has put an answered contact aside.
    fn set_aside(&mut self, _now: Instant, _contact: &ContactRecord, _why: Aside, _agent: AgentId, _team: TeamId) {}
    /// The agent who had put it aside goes on with it.
    fn taken_up(&mut self, _now: Instant, _contact: &ContactRecord, _agent: AgentId, _team: TeamId) {}
    /// Told before a talk is over, of contacts that were aside: for how long in all.
    fn was_aside(&mut self, _now: Instant, _contact: &ContactRecord, _on_hold: Span, _inactive: Span) {}
    /// An agent passes a contact on, or asks somebody else about it: after a talk that was told to be over, or, where the
    /// agent stays, before that.
    fn handed_over(&mut self, _now: Instant, _contact: &ContactRecord, _hand_over: HandOver) {}
    /// The agent who had asked somebody about a contact goes on with it alone.
    fn went_on_alone(&mut self, _now: Instant, _contact: &ContactRecord, _agent: AgentId, _team: TeamId) {}
    /// A customer explains to the agent who is about to answer what others know already, for so long.
    fn explained_again(&mut self, _: Instant, _contact: &ContactRecord, _takes: Span, _agent: AgentId, _team: TeamId) {}
    /// The talk of a contact that was served did not help; the customer may be mistaken about that for a while.
    fn did_not_help(&mut self, _now: Instant, _contact: &ContactRecord, _mistaken: bool) {}
    /// An issue is over.
    fn issue_ended(&mut self, _now: Instant, _issue: &IssueRecord, _how: IssueEnd) {}
    /// An agent replied to the customer of a contact by turns.
    fn replied(&mut self, _now: Instant, _contact: &ContactRecord, _reply: Reply, _agent: AgentId, _team: TeamId) {}
    /// The agent and the customer parted; wrap-up begins unless there is none.
    fn talked(&mut self, _now: Instant, _contact: &ContactRecord, _agent: AgentId, _team: TeamId) {}
    /// The agent has done all that the contact asked for, after so much wrap-up.
    fn handled(&mut self, _now: Instant, _contact: &ContactRecord, _wrap_up: Span, _agent: AgentId, _team: TeamId) {}
    /// A talk ended and everything with it: there is no wrap-up, and the customer will not come again.
    #[inline(always)]
    fn served(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, team: TeamId) {
        self.talked(now, contact, agent, team);
        self.ended(now, contact, Outcome::Served);
        self.gone(now, contact, Outcome::Served);
        self.handled(now, contact, Span::ZERO, agent, team);
    }
    /// The agent's shift ended during the talk and the contact went back to its queue.
    fn handed_back(&mut self, _now: Instant, _contact: &ContactRecord, _agent: AgentId, _team: TeamId) {}
    /// The contact is over.
    fn ended(&mut self, _now: Instant, _contact: &ContactRecord, _outcome: Outcome) {}
    /// The customer of an ended contact will not come again about this.
    fn gone(&mut self, _now: Instant, _contact: &ContactRecord, _outcome: Outcome) {}
    /// The customer of an ended contact will come again.
    fn will_return(&mut self, _now: Instant, _contact: &ContactRecord, _at: Instant) {}
    /// An attempt to reach the customer of a record began: the centre dials, or this agent looks at it and dials.
    fn dialled(&mut self, _now: Instant, _attempt: &Attempt, _agent: Option<(AgentId, TeamId)>) {}
    /// It is known how an attempt ended; told before the contact comes that it may bring.
    fn attempt_ended(&mut self, _now: Instant, _attempt: &Attempt, _how: AttemptEnd) {}
    /// A contact that an attempt brought was answered by an agent, or left without an answer; told at the end of that
    /// moment.
    fn live_settled(&mut self, _now: Instant, _attempt: &Attempt, _wait: Span, _answered: bool) {}
    /// Nothing more is done about some records.
    fn records_ended(&mut self, _now: Instant, _records: &Records) {}
    /// A campaign makes so many calls for each agent who is free from now on; none while it is stopped.
    fn paced(&mut self, _now: Instant, _campaign: CampaignId, _calls_per_agent: f64) {}
    /// An agent began to do something else.
    fn moved(&mut self, _now: Instant, _agent: AgentId, _team: TeamId, _from: AgentState, _to: AgentState) {}
    /// Somebody in the team began to work past the end of the shift.
    fn overtime_began(&mut self, _now: Instant, _team: TeamId) {}
    /// Somebody in the team who worked past the end of the shift went, or stays after all.
    fn overtime_ended(&mut self, _now: Instant, _team: TeamId) {}
}

/// Nobody listens.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Observer for Unwatched {
    const FORESEES: bool = true;
}

/// Two listeners, told in this order.
#[derive(Debug, Clone, Default)]
pub struct Together<First, Second>(pub First, pub Second);

/// A listener to a plain plan, who foresees.
#[derive(Debug, Clone, Default)]
pub struct Plainly<Listener>(pub Listener);

/// Passes each announcement on to both listeners.
macro_rules! both {
    ($($name:ident($($argument:ident: $type:ty),*);)+) => {
        impl<First: Observer, Second: Observer> Observer for Together<First, Second> {
            const EXPLAINS: bool = First::EXPLAINS || Second::EXPLAINS;
            const FORESEES: bool = First::FORESEES && Second::FORESEES;
            const PLAIN: bool = First::PLAIN || Second::PLAIN;

            fn wonders(&self, now: Instant, contact: Option<&ContactRecord>, agent: Option<AgentId>) -> bool {
                self.0.wonders(now, contact, agent) || self.1.wonders(now, contact, agent)
            }
            $(
            #[inline(always)]
            fn $name(&mut self, now: Instant $(, $argument: $type)*) {
                self.0.$name(now $(, $argument)*);
                self.1.$name(now $(, $argument)*);
            }
        )+}

        impl<Listener: Observer> Observer for &mut Listener {
            const EXPLAINS: bool = Listener::EXPLAINS;
            const FORESEES: bool = Listener::FORESEES;
            const PLAIN: bool = Listener::PLAIN;

            fn wonders(&self, now: Instant, contact: Option<&ContactRecord>, agent: Option<AgentId>) -> bool {
                (**self).wonders(now, contact, agent)
            }
            $(
            #[inline(always)]
            fn $name(&mut self, now: Instant $(, $argument: $type)*) {
                (**self).$name(now $(, $argument)*);
            }
        )+}

        impl<Listener: Observer> Observer for Plainly<Listener> {
            const EXPLAINS: bool = Listener::EXPLAINS;
            const FORESEES: bool = Listener::FORESEES;
            const PLAIN: bool = true;

            fn wonders(&self, now: Instant, contact: Option<&ContactRecord>, agent: Option<AgentId>) -> bool {
                self.0.wonders(now, contact, agent)
            }
            $(
            #[inline(always)]
            fn $name(&mut self, now: Instant $(, $argument: $type)*) {
                self.0.$name(now $(, $argument)*);
            }
        )+}
    };
}

both! {
    decided(decision: &Decision);
    stands_at(contact: &ContactRecord, place: u32);
    arrived(contact: &ContactRecord);
    reached(contact: &ContactRecord, flow: FlowId, node: NodeId);
    used(contact: &ContactRecord, cost: f64);
    went(contact: &ContactRecord, at: (FlowId, NodeId), way: usize);
    left_flow(contact: &ContactRecord, from: (FlowId, Instant), exit: Exit);
    offered(contact: &ContactRecord);
    began_waiting(contact: &ContactRecord);
    stopped_waiting(contact: &ContactRecord);
    rang(contact: &ContactRecord, agent: AgentId, team: TeamId);
    calls(contact: &ContactRecord, agent: AgentId, team: TeamId);
    callback(contact: &ContactRecord, turn: CallbackTurn);
    offer_ended(contact: &ContactRecord, offer: Offer, how: OfferEnd);
    answered(contact: &ContactRecord, agent: AgentId, team: TeamId);
    answered_for_good(contact: &ContactRecord, agent: AgentId, team: TeamId, ends: Option<Instant>);
    answered_from_rest(contact: &ContactRecord, agent: AgentId, team: TeamId, ends: Option<Instant>);
    turned_out(contact: &ContactRecord, foretold: Foretold);
    departed(contact: &ContactRecord, how: Departure);
    set_aside(contact: &ContactRecord, why: Aside, agent: AgentId, team: TeamId);
    taken_up(contact: &ContactRecord, agent: AgentId, team: TeamId);
    was_aside(contact: &ContactRecord, on_hold: Span, inactive: Span);
    handed_over(contact: &ContactRecord, hand_over: HandOver);
    went_on_alone(contact: &ContactRecord, agent: AgentId, team: TeamId);
    explained_again(contact: &ContactRecord, takes: Span, agent: AgentId, team: TeamId);
    did_not_help(contact: &ContactRecord, mistaken: bool);
    issue_ended(issue: &IssueRecord, how: IssueEnd);
    replied(contact: &ContactRecord, reply: Reply, agent: AgentId, team: TeamId);
    talked(contact: &ContactRecord, agent: AgentId, team: TeamId);
    handled(contact: &ContactRecord, wrap_up: Span, agent: AgentId, team: TeamId);
    served(contact: &ContactRecord, agent: AgentId, team: TeamId);
    handed_back(contact: &ContactRecord, agent: AgentId, team: TeamId);
    ended(contact: &ContactRecord, outcome: Outcome);
    gone(contact: &ContactRecord, outcome: Outcome);
    will_return(contact: &ContactRecord, at: Instant);
    dialled(attempt: &Attempt, agent: Option<(AgentId, TeamId)>);
    attempt_ended(attempt: &Attempt, how: AttemptEnd);
    live_settled(attempt: &Attempt, wait: Span, answered: bool);
    records_ended(records: &Records);
    paced(campaign: CampaignId, calls_per_agent: f64);
    moved(agent: AgentId, team: TeamId, from: AgentState, to: AgentState);
    overtime_began(team: TeamId);
    overtime_ended(team: TeamId);
}

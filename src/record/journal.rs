//! The journal: one plain sentence for everything that happens, as it happens.
//!
//! Written out at once and never kept; the same run writes the same lines.

use std::fmt::{self, Display};
use std::io::{self, Write};

use super::{
    AgentState, Aside, Attempt, AttemptEnd, CallbackTurn, Caller, Cause, ContactRecord, Departure, Exit, HandOver,
    IssueEnd, IssueRecord, Observer, Offer, OfferEnd, Outcome, Records, Reply, Transfer,
};
use crate::units::{AgentId, CampaignId, FlowId, Instant, NodeId, QueueId, Span, TeamId};

/// What things are called in a journal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Contact types, by id.
    pub contacts: Vec<String>,
    /// Queues, by id.
    pub queues: Vec<String>,
    /// Teams, by id, with the number of each one's first person.
    pub teams: Vec<(String, u32)>,
    /// Flows, by id, with the names of their nodes.
    pub flows: Vec<(String, Vec<String>)>,
    /// Campaigns, by id.
    pub campaigns: Vec<String>,
    /// Time of day at which the horizon starts.
    pub starts_at: Span,
}

/// Writes what happens, one line for each thing: `00:00:04 contact 2 waits in billing`.
#[derive(Debug)]
pub struct Journal<Out> {
    names: Names,
    out: Out,
    /// The first failure to write; nothing is written after it.
    failed: Option<io::Error>,
}

impl<Out: Write> Journal<Out> {
    /// An empty journal that is written to `out`.
    pub const fn new(names: Names, out: Out) -> Self {
        Self { names, out, failed: None }
    }

    /// What it was written to, or why it could not be.
    pub fn finish(self) -> io::Result<Out> {
        self.failed.map_or(Ok(self.out), Err)
    }

    fn line(&mut self, now: Instant, sentence: fmt::Arguments<'_>) {
        if self.failed.is_none() {
            let clock = WallClock(now.as_ticks().saturating_add(self.names.starts_at.as_ticks()));
            self.failed = writeln!(self.out, "{clock} {sentence}").err();
        }
    }

    fn queue(&self, queue: QueueId) -> String {
        self.names.queues.get(queue.index()).cloned().unwrap_or_default()
    }

    fn team(&self, team: TeamId) -> String {
        self.names.teams.get(team.index()).map_or_else(String::new, |(name, _)| name.clone())
    }

    fn campaign(&self, campaign: CampaignId) -> String {
        self.names.campaigns.get(campaign.index()).cloned().unwrap_or_default()
    }

    /// A record's number from 1 in its list.
    fn record(&self, campaign: CampaignId, record: u32) -> String {
        format!("record {} of {}", u64::from(record) + 1, self.campaign(campaign))
    }

    /// A person: the team and the number in it, from 1.
    fn person(&self, agent: AgentId, team: TeamId) -> String {
        let first = self.names.teams.get(team.index()).map_or(0, |(_, first)| *first);
        format!("{} {}", self.team(team), u64::from(agent.0) + 1 - u64::from(first))
    }
}

/// A contact's number from 1, in order of arrival.
struct Number<'a>(&'a ContactRecord);

impl Display for Number<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "contact {}", self.0.serial + 1)
    }
}

/// Ticks since the midnight before the start as days and a time of day: `17:30:05`, `day 2 00:00:00.5`.
struct WallClock(u64);

impl Display for WallClock {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (seconds, rest) = (self.0 / crate::units::TICKS_PER_SECOND, self.0 % crate::units::TICKS_PER_SECOND);
        if seconds >= 86_400 {
            write!(out, "day {} ", 1 + seconds / 86_400)?;
        }
        write!(out, "{:02}:{:02}:{:02}", seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60)?;
        if rest > 0 {
            let digits = format!("{rest:06}");
            write!(out, ".{}", digits.trim_end_matches('0'))?;
        }
        Ok(())
    }
}

impl<Out: Write> Observer for Journal<Out> {
    fn arrived(&mut self, now: Instant, contact: &ContactRecord) {
        let kind = self.names.contacts.get(contact.kind.index()).cloned().unwrap_or_default();
        let number = Number(contact);
        let customer = contact.customer + 1;
        match contact.cause {
            Cause::First => self.line(now, format_args!("{number} comes, {kind}")),
            Cause::Redial => self.line(now, format_args!("{number} comes, {kind} customer {customer} trying again")),
            Cause::Reconnect => self.line(now, format_args!("{number} comes, {kind} customer {customer} not helped")),
            Cause::FollowUp => self.line(now, format_args!("{number} comes, {kind} out of another contact")),
            Cause::Dialled => self.line(now, format_args!("{number} comes, {kind} called by the centre")),
        }
    }

    fn reached(&mut self, now: Instant, contact: &ContactRecord, flow: FlowId, node: NodeId) {
        let node = self.names.flows.get(flow.index()).and_then(|(_, nodes)| nodes.get(node.index())).cloned();
        self.line(now, format_args!("{} hears {}", Number(contact), node.unwrap_or_default()));
    }

    fn left_flow(&mut self, now: Instant, contact: &ContactRecord, (flow, entered): (FlowId, Instant), exit: Exit) {
        let flow = self.names.flows.get(flow.index()).map(|(name, _)| name.clone()).unwrap_or_default();
        let how = if exit.is_telling() { format!(": {}", exit.word()) } else { String::new() };
        self.line(now, format_args!("{} leaves {flow} after {}{how}", Number(contact), now.since(entered)));
    }

    fn began_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        let queue = self.queue(contact.queue);
        self.line(now, format_args!("{} waits in {queue}", Number(contact)));
    }

    fn answered(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, team: TeamId) {
        let (person, wait) = (self.person(agent, team), contact.answered_wait());
        if wait == Span::ZERO {
            self.line(now, format_args!("{person} answers {}", Number(contact)));
        } else {
            self.line(now, format_args!("{person} answers {} after {wait}", Number(contact)));
        }
    }

    fn rang(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, team: TeamId) {
        let person = self.person(agent, team);
        self.line(now, format_args!("{} rings at {person}", Number(contact)));
    }

    fn offer_ended(&mut self, now: Instant, contact: &ContactRecord, offer: Offer, how: OfferEnd) {
        let (person, number) = (self.person(offer.agent, offer.team), Number(contact));
        match how {
            OfferEnd::Missed => self.line(now, format_args!("{person} misses {number}")),
            OfferEnd::Rejected => self.line(now, format_args!("{person} rejects {number}")),
            OfferEnd::Busy => self.line(now, format_args!("{person} is busy for {number}")),
            OfferEnd::Outrun => self.line(now, format_args!("{number} rings no more at {person}")),
            OfferEnd::Answered | OfferEnd::ContactLeft | OfferEnd::AgentLeft | OfferEnd::Unfinished => {}
            OfferEnd::NotReached => self.line(now, format_args!("{person} does not reach {number}")),
        }
    }

    fn calls(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, team: TeamId) {
        let person = self.person(agent, team);
        self.line(now, format_args!("{person} calls {} back", Number(contact)));
    }

    fn callback(&mut self, now: Instant, contact: &ContactRecord, turn: CallbackTurn) {
        let number = Number(contact);
        match turn {
            CallbackTurn::Accepted => self.line(now, format_args!("{number} accepts a callback")),
            CallbackTurn::Declined => self.line(now, format_args!("{number} declines a callback")),
            CallbackTurn::Dialled(Caller::Centre) => self.line(now, format_args!("{number} is called back")),
            CallbackTurn::Reached(Caller::Centre) => self.line(now, format_args!("{number} is on the line")),
            CallbackTurn::NotReached(Caller::Centre) => self.line(now, format_args!("{number} is not reached")),
            CallbackTurn::Dialled(_)
            | CallbackTurn::Reached(_)
            | CallbackTurn::NotReached(_)
            | CallbackTurn::Connected { .. } => {}
        }
    }

    fn departed(&mut self, now: Instant, contact: &ContactRecord, how: Departure) {
        let (queue, wait) = (self.queue(contact.queue), now.since(contact.entered));
        let number = Number(contact);
        match how {
            Departure::Blocked => self.line(now, format_args!("{number} finds no place in {queue}")),
            Departure::Withdrawn => self.line(now, format_args!("{number} waits in {queue} no more")),
            _ => self.line(now, format_args!("{number} leaves {queue} after {wait}")),
        }
    }

    fn set_aside(&mut self, now: Instant, contact: &ContactRecord, why: Aside, agent: AgentId, team: TeamId) {
        let person = self.person(agent, team);
        match why {
            Aside::OnHold => self.line(now, format_args!("{person} puts {} on hold", Number(contact))),
            Aside::Inactive => self.line(now, format_args!("{} is inactive and stays with {person}", Number(contact))),
        }
    }

    fn taken_up(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, team: TeamId) {
        let person = self.person(agent, team);
        self.line(now, format_args!("{person} goes on with {}", Number(contact)));
    }

    fn handed_over(&mut self, now: Instant, contact: &ContactRecord, hand_over: HandOver) {
        let (person, number) = (self.person(hand_over.agent, hand_over.team), Number(contact));
        let Some(to) = hand_over.to.map(|to| self.queue(to)) else { return };
        match hand_over.how {
            Transfer::Cold => self.line(now, format_args!("{person} transfers {number} to {to}")),
            Transfer::Warm => self.line(now, format_args!("{person} stays with {number} until {to} answers")),
            Transfer::Consult => self.line(now, format_args!("{person} asks {to} about {number}")),
            Transfer::Conference => self.line(now, format_args!("{person} takes {to} in for {number}")),
        }
    }

    fn went_on_alone(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, team: TeamId) {
        let person = self.person(agent, team);
        self.line(now, format_args!("{person} goes on with {} alone", Number(contact)));
    }

    fn explained_again(&mut self, now: Instant, contact: &ContactRecord, takes: Span, agent: AgentId, team: TeamId) {
        let person = self.person(agent, team);
        self.line(now, format_args!("{person} hears {} explained again for {takes}", Number(contact)));
    }

    fn did_not_help(&mut self, now: Instant, contact: &ContactRecord, mistaken: bool) {
        let belief = if mistaken { ", which nobody knows yet" } else { "" };
        self.line(now, format_args!("{} was not helped{belief}", Number(contact)));
    }

    fn issue_ended(&mut self, now: Instant, issue: &IssueRecord, how: IssueEnd) {
        let kind = self.names.contacts.get(issue.kind.index()).cloned().unwrap_or_default();
        let (customer, contacts) = (issue.customer + 1, issue.contacts);
        let contacts = if contacts == 1 { "1 contact".to_owned() } else { format!("{contacts} contacts") };
        self.line(
            now,
            format_args!("the issue of {kind} customer {customer} is over: {} after {contacts}", how.word()),
        );
    }

    fn replied(&mut self, now: Instant, contact: &ContactRecord, reply: Reply, agent: AgentId, team: TeamId) {
        let person = self.person(agent, team);
        self.line(now, format_args!("{person} replies to {} after {}", Number(contact), reply.after));
    }

    fn handled(&mut self, now: Instant, contact: &ContactRecord, wrap_up: Span, agent: AgentId, team: TeamId) {
        if wrap_up > Span::ZERO {
            let person = self.person(agent, team);
            self.line(now, format_args!("{person} has wrapped up {}", Number(contact)));
        }
    }

    fn handed_back(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, team: TeamId) {
        let (person, queue) = (self.person(agent, team), self.queue(contact.queue));
        self.line(now, format_args!("{person} hands {} back to {queue}", Number(contact)));
    }

    fn ended(&mut self, now: Instant, contact: &ContactRecord, outcome: Outcome) {
        self.line(now, format_args!("{} is over: {}", Number(contact), outcome.word()));
    }

    fn will_return(&mut self, now: Instant, contact: &ContactRecord, at: Instant) {
        self.line(now, format_args!("{} will come again in {}", Number(contact), at.since(now)));
    }

    fn dialled(&mut self, now: Instant, attempt: &Attempt, agent: Option<(AgentId, TeamId)>) {
        let record = self.record(attempt.campaign, attempt.record);
        match agent.map(|(agent, team)| self.person(agent, team)) {
            Some(person) => self.line(now, format_args!("{person} looks at {record}")),
            None => self.line(now, format_args!("{record} is dialled")),
        }
    }

    fn attempt_ended(&mut self, now: Instant, attempt: &Attempt, how: AttemptEnd) {
        let record = self.record(attempt.campaign, attempt.record);
        self.line(now, format_args!("{record}: {}", how.word()));
    }

    fn records_ended(&mut self, now: Instant, records: &Records) {
        let fate = records.fate.word();
        match records.count {
            1 => self.line(now, format_args!("{} is over: {fate}", self.record(records.campaign, records.first))),
            count => {
                let campaign = self.campaign(records.campaign);
                self.line(now, format_args!("{count} records of {campaign} are over: {fate}"));
            }
        }
    }

    fn paced(&mut self, now: Instant, campaign: CampaignId, calls_per_agent: f64) {
        let calls = (calls_per_agent * 1_000.0).round() / 1_000.0;
        self.line(now, format_args!("{} dials {calls} for each free agent", self.campaign(campaign)));
    }

    fn moved(&mut self, now: Instant, agent: AgentId, team: TeamId, from: AgentState, to: AgentState) {
        let person = self.person(agent, team);
        match (from, to) {
            (_, AgentState::Off) => self.line(now, format_args!("{person} goes")),
            (_, AgentState::Break) => self.line(now, format_args!("{person} takes a break")),
            (AgentState::Off, _) => self.line(now, format_args!("{person} comes")),
            (AgentState::Break, _) => self.line(now, format_args!("{person} is back")),
            (_, AgentState::NotReady) => self.line(now, format_args!("{person} is not ready")),
            (AgentState::NotReady, _) => self.line(now, format_args!("{person} is ready again")),
            (_, AgentState::Available) => self.line(now, format_args!("{person} is free")),
            (_, AgentState::WrapUp) => self.line(now, format_args!("{person} wraps up")),
            (_, AgentState::Talking | AgentState::Ringing) => {}
        }
    }

    fn overtime_began(&mut self, now: Instant, team: TeamId) {
        let team = self.team(team);
        self.line(now, format_args!("somebody of {team} works overtime"));
    }

    fn overtime_ended(&mut self, now: Instant, team: TeamId) {
        let team = self.team(team);
        self.line(now, format_args!("somebody of {team} ends overtime"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_is_the_wall_clock_and_counts_days() {
        let second = crate::units::TICKS_PER_SECOND;
        let shown = [0, 62 * second, 25 * 3_600 * second + second / 2].map(|ticks| WallClock(ticks).to_string());
        assert_eq!(shown, ["00:00:00", "00:01:02", "day 2 01:00:00.5"]);
    }
}

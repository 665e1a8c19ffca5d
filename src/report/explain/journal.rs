//! The journal for programs: one line of JSON for everything that the engine announces, as it happens.
//!
//! Lines are written whole and one by one, and nothing is kept; the last line says that the run is over.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::words;
use super::{Naming, data};
use crate::engine::{Ending, LimitMet};
use crate::record::{
    AgentState, Aside, Attempt, AttemptEnd, CallbackTurn, ContactRecord, Decision, Departure, Exit, HandOver, IssueEnd,
    IssueRecord, Observer, Offer, OfferEnd, Outcome, Records, Reply,
};
use crate::units::{AgentId, CampaignId, FlowId, Instant, NodeId, Span, TeamId};

/// Name and version of the journal's format; the number grows when a reader of the old one would misread the new one.
pub const JOURNAL: &str = "switchboard.journal/1";
/// Candidates that a decision names before the rest is counted.
const MOST_CANDIDATES: usize = 20;

/// The first line of a journal.
#[derive(Debug, Clone, Serialize)]
pub struct JournalHead {
    /// `JOURNAL`.
    pub schema: &'static str,
    /// Short name of the scenario.
    pub scenario: String,
    /// Path of its file as given.
    pub file: String,
    /// Overrides as given, `path=value`.
    pub overrides: Vec<String>,
    /// Names the chance.
    pub seed: u64,
    /// Number of the replication, from 0.
    pub replication: u64,
    /// Civil start, to which `at` is relative.
    pub start: String,
    /// Version of Switchboard.
    pub version: &'static str,
}

/// A listener that writes a line for everything that happens.
#[derive(Debug)]
pub struct JsonJournal<'a, Out> {
    naming: &'a Naming,
    out: Out,
    line: Vec<u8>,
    /// The first failure to write; nothing is written after it.
    failed: Option<io::Error>,
}

impl<'a, Out: Write> JsonJournal<'a, Out> {
    /// A journal that begins with its head.
    pub fn new(naming: &'a Naming, head: &JournalHead, out: Out) -> Self {
        let mut journal = Self { naming, out, line: Vec::new(), failed: None };
        journal.write(&json!(head));
        journal
    }

    /// Writes the last line; what it was written to, or why it could not be.
    pub fn finish(mut self, ending: &Ending) -> io::Result<Out> {
        let limit = ending.limit.map(|limit| match limit {
            LimitMet::Events(_) => "events",
            LimitMet::ContactsPresent(_) => "contacts-present",
        });
        let fields =
            [("contacts", json!(ending.contacts)), ("engine_events", json!(ending.events)), ("limit", json!(limit))];
        self.event(ending.at, "run-ended", fields);
        self.failed.map_or(Ok(self.out), Err)
    }

    fn event(&mut self, now: Instant, event: &str, fields: impl IntoIterator<Item = (impl Into<String>, Value)>) {
        if self.failed.is_some() {
            return;
        }
        let mut line = Map::new();
        line.insert("at".to_owned(), seconds(now.since(Instant::START)));
        line.insert("time".to_owned(), json!(self.naming.civil(now)));
        line.insert("event".to_owned(), json!(event));
        line.extend(fields.into_iter().map(|(name, value)| (name.into(), value)));
        self.write(&Value::Object(line));
    }

    fn write(&mut self, line: &Value) {
        self.line.clear();
        let written = serde_json::to_writer(&mut self.line, line).map_err(io::Error::from).and_then(|()| {
            self.line.push(b'\n');
            self.out.write_all(&self.line).and_then(|()| self.out.flush())
        });
        self.failed = written.err();
    }

    fn queue(&self, contact: &ContactRecord) -> Value {
        json!(self.naming.queue(contact.queue))
    }

    /// What an attempt is about.
    fn record(&self, attempt: &Attempt) -> [(&'static str, Value); 2] {
        [("campaign", json!(self.naming.campaign(attempt.campaign))), ("record", json!(attempt.record))]
    }

    fn agent(&self, agent: AgentId) -> Value {
        json!(self.naming.agent_word(agent))
    }
}

/// Whether an agent looked for a contact and nobody waited, which the agent's next line says too.
fn nobody_waits(decision: &Decision) -> bool {
    matches!(decision, Decision::Contact(choice) if choice.candidates.is_empty() && choice.excluded.is_empty())
}

fn seconds(span: Span) -> Value {
    json!(span.as_seconds())
}

impl<Out: Write> Observer for JsonJournal<'_, Out> {
    const EXPLAINS: bool = true;

    fn decided(&mut self, now: Instant, decision: &Decision) {
        if self.failed.is_some() || nobody_waits(decision) {
            return;
        }
        let mut fields = data::compared(decision, self.naming, MOST_CANDIDATES);
        fields.insert("excluded".to_owned(), data::reasons(decision));
        self.event(now, "decided", fields);
    }

    fn arrived(&mut self, now: Instant, contact: &ContactRecord) {
        let fields = [
            ("contact", json!(contact.serial)),
            ("type", json!(self.naming.kind(contact.kind))),
            ("customer", json!(contact.customer)),
            ("attempt", json!(contact.attempt)),
            ("cause", json!(contact.cause.word())),
        ];
        self.event(now, "arrived", fields);
    }

    fn reached(&mut self, now: Instant, contact: &ContactRecord, flow: FlowId, node: NodeId) {
        let (name, node) = (json!(self.naming.flow(flow)), json!(self.naming.node(flow, node)));
        self.event(now, "reached", [("contact", json!(contact.serial)), ("flow", name), ("node", node)]);
    }

    fn used(&mut self, now: Instant, contact: &ContactRecord, cost: f64) {
        self.event(now, "used", [("contact", json!(contact.serial)), ("cost", json!(cost))]);
    }

    fn left_flow(&mut self, now: Instant, contact: &ContactRecord, (flow, entered): (FlowId, Instant), exit: Exit) {
        let (name, stay) = (json!(self.naming.flow(flow)), seconds(now.since(entered)));
        let fields = [("contact", json!(contact.serial)), ("flow", name), ("stay", stay), ("exit", json!(exit.word()))];
        self.event(now, "left-flow", fields);
    }

    fn offered(&mut self, now: Instant, contact: &ContactRecord) {
        self.event(now, "offered", [("contact", json!(contact.serial)), ("queue", self.queue(contact))]);
    }

    fn began_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        self.event(now, "began-waiting", [("contact", json!(contact.serial)), ("queue", self.queue(contact))]);
    }

    fn stopped_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        self.event(now, "stopped-waiting", [("contact", json!(contact.serial)), ("queue", self.queue(contact))]);
    }

    fn rang(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        let fields = [("contact", json!(contact.serial)), ("queue", self.queue(contact)), ("agent", self.agent(agent))];
        self.event(now, "rang", fields);
    }

    fn callback(&mut self, now: Instant, contact: &ContactRecord, turn: CallbackTurn) {
        let fields = [
            ("contact", json!(contact.serial)),
            ("queue", self.queue(contact)),
            ("turn", json!(words::word_of_callback(turn))),
        ];
        self.event(now, "callback", fields);
    }

    fn offer_ended(&mut self, now: Instant, contact: &ContactRecord, offer: Offer, how: OfferEnd) {
        let fields = [
            ("contact", json!(contact.serial)),
            ("agent", self.agent(offer.agent)),
            ("how", json!(how.word())),
            ("rang", seconds(now.since(offer.began))),
        ];
        self.event(now, "offer-ended", fields);
    }

    fn answered(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        let fields = [
            ("contact", json!(contact.serial)),
            ("queue", self.queue(contact)),
            ("agent", self.agent(agent)),
            ("wait", seconds(contact.answered_wait())),
        ];
        self.event(now, "answered", fields);
    }

    fn departed(&mut self, now: Instant, contact: &ContactRecord, how: Departure) {
        let fields = [
            ("contact", json!(contact.serial)),
            ("queue", self.queue(contact)),
            ("how", json!(how.word())),
            ("wait", seconds(now.since(contact.entered))),
        ];
        self.event(now, "departed", fields);
    }

    fn set_aside(&mut self, now: Instant, contact: &ContactRecord, why: Aside, agent: AgentId, _team: TeamId) {
        let event = if why == Aside::OnHold { "put-on-hold" } else { "became-inactive" };
        self.event(now, event, [("contact", json!(contact.serial)), ("agent", self.agent(agent))]);
    }

    fn taken_up(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        self.event(now, "taken-up", [("contact", json!(contact.serial)), ("agent", self.agent(agent))]);
    }

    fn handed_over(&mut self, now: Instant, contact: &ContactRecord, hand_over: HandOver) {
        let fields = [
            ("contact", json!(contact.serial)),
            ("agent", self.agent(hand_over.agent)),
            ("how", json!(hand_over.how.word())),
            ("to", json!(hand_over.to.map(|to| self.naming.queue(to)))),
        ];
        self.event(now, "handed-over", fields);
    }

    fn went_on_alone(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        self.event(now, "went-on-alone", [("contact", json!(contact.serial)), ("agent", self.agent(agent))]);
    }

    fn explained_again(&mut self, now: Instant, contact: &ContactRecord, takes: Span, agent: AgentId, _: TeamId) {
        let fields = [("contact", json!(contact.serial)), ("agent", self.agent(agent)), ("takes", seconds(takes))];
        self.event(now, "explained-again", fields);
    }

    fn did_not_help(&mut self, now: Instant, contact: &ContactRecord, mistaken: bool) {
        self.event(now, "did-not-help", [("contact", json!(contact.serial)), ("mistaken", json!(mistaken))]);
    }

    fn issue_ended(&mut self, now: Instant, issue: &IssueRecord, how: IssueEnd) {
        let fields = [
            ("type", json!(self.naming.kind(issue.kind))),
            ("customer", json!(issue.customer)),
            ("how", json!(how.word())),
            ("contacts", json!(issue.contacts)),
            ("took", seconds(now.since(issue.opened))),
            ("lost", seconds(issue.lost())),
        ];
        self.event(now, "issue-ended", fields);
    }

    fn replied(&mut self, now: Instant, contact: &ContactRecord, reply: Reply, agent: AgentId, _team: TeamId) {
        let (after, work) = (seconds(reply.after), seconds(reply.work));
        let fields =
            [("contact", json!(contact.serial)), ("agent", self.agent(agent)), ("after", after), ("work", work)];
        self.event(now, "replied", fields);
    }

    fn talked(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        let talk = seconds(now.since(contact.answered));
        self.event(now, "talked", [("contact", json!(contact.serial)), ("agent", self.agent(agent)), ("talk", talk)]);
    }

    fn handled(&mut self, now: Instant, contact: &ContactRecord, wrap_up: Span, agent: AgentId, _team: TeamId) {
        let wrap_up = seconds(wrap_up);
        let fields = [("contact", json!(contact.serial)), ("agent", self.agent(agent)), ("wrap_up", wrap_up)];
        self.event(now, "handled", fields);
    }

    fn handed_back(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        let fields = [("contact", json!(contact.serial)), ("agent", self.agent(agent)), ("queue", self.queue(contact))];
        self.event(now, "handed-back", fields);
    }

    fn ended(&mut self, now: Instant, contact: &ContactRecord, outcome: Outcome) {
        self.event(now, "ended", [("contact", json!(contact.serial)), ("outcome", json!(outcome.word()))]);
    }

    fn gone(&mut self, now: Instant, contact: &ContactRecord, outcome: Outcome) {
        self.event(now, "gone", [("contact", json!(contact.serial)), ("outcome", json!(outcome.word()))]);
    }

    fn will_return(&mut self, now: Instant, contact: &ContactRecord, at: Instant) {
        let after = seconds(at.since(now));
        self.event(now, "will-return", [("contact", json!(contact.serial)), ("after", after)]);
    }

    fn dialled(&mut self, now: Instant, attempt: &Attempt, agent: Option<(AgentId, TeamId)>) {
        let agent = agent.map(|(agent, _)| self.agent(agent));
        let fields = [("attempt", json!(attempt.number)), ("agent", json!(agent))];
        self.event(now, "dialled", self.record(attempt).into_iter().chain(fields));
    }

    fn attempt_ended(&mut self, now: Instant, attempt: &Attempt, how: AttemptEnd) {
        let fields = [("how", json!(how.word())), ("took", seconds(now.since(attempt.began)))];
        self.event(now, "attempt-ended", self.record(attempt).into_iter().chain(fields));
    }

    fn live_settled(&mut self, now: Instant, attempt: &Attempt, wait: Span, answered: bool) {
        let fields = [("answered", json!(answered)), ("wait", seconds(wait))];
        self.event(now, "live-settled", self.record(attempt).into_iter().chain(fields));
    }

    fn records_ended(&mut self, now: Instant, records: &Records) {
        let fields = [
            ("campaign", json!(self.naming.campaign(records.campaign))),
            ("record", json!(records.first)),
            ("count", json!(records.count)),
            ("fate", json!(records.fate.word())),
        ];
        self.event(now, "records-ended", fields);
    }

    fn paced(&mut self, now: Instant, campaign: CampaignId, calls_per_agent: f64) {
        let campaign = json!(self.naming.campaign(campaign));
        self.event(now, "paced", [("campaign", campaign), ("calls_per_agent", json!(calls_per_agent))]);
    }

    fn moved(&mut self, now: Instant, agent: AgentId, _team: TeamId, from: AgentState, to: AgentState) {
        let fields = [("agent", self.agent(agent)), ("from", json!(from.word())), ("to", json!(to.word()))];
        self.event(now, "moved", fields);
    }

    fn overtime_began(&mut self, now: Instant, team: TeamId) {
        self.event(now, "overtime-began", [("team", json!(self.naming.team(team)))]);
    }

    fn overtime_ended(&mut self, now: Instant, team: TeamId) {
        self.event(now, "overtime-ended", [("team", json!(self.naming.team(team)))]);
    }
}

//! Issues: what talks come to, what customers explain again, and when all is over.

use crate::engine::centre::Centre;
use crate::engine::issues::customer;
use crate::random::Purpose;
use crate::record::{ContactRecord, IssueEnd, Observer, Outcome};
use crate::scenario::{Resolution, Retry};
use crate::units::{AgentId, Instant, Share, Span, TICKS_PER_SECOND};

/// Cost is counted in millionths.
const MILLION: f64 = 1e6;

impl<Watch: Observer> Centre<'_, Watch> {
    /// An agent is about to talk to a contact, alone or told by somebody who stayed: whether the customer explains again
    /// what others know.
    #[inline(never)]
    pub(super) fn hear_out(&mut self, slot: u32, agent: u32, is_told: bool) {
        let record = self.contacts[slot].record;
        let repeats = !is_told && self.must_explain(&record, agent);
        let issue = self.rules.issues.of(&record);
        (issue.server, issue.answered, issue.unresolved) = (agent, true, false);
        issue.heard.push((agent, record.queue.0));
        issue.answers += 1;
        issue.again = Span::ZERO;
        if !repeats {
            return;
        }
        let (key, team) = (record.customer << 24 | issue.answers, self.agents[agent as usize].team);
        let mut stream = self.streams.keyed(Purpose::Explanation, record.kind.0, key);
        let Some(customers) = &self.plan.scenario.customers else { return };
        let explanation = customers.explanation.sampler().draw(&mut stream);
        let takes = self.plan.paced(explanation, record.kind, team);
        self.contacts[slot].talk = self.contacts[slot].talk.plus(explanation);
        let told = &mut self.rules.issues.of(&record).record;
        told.explanations += 1;
        told.explaining = told.explaining.plus(takes);
        self.rules.issues.of(&record).again = explanation;
        self.watch.explained_again(self.now, &record, takes, AgentId(agent), team);
    }

    /// Whether somebody knows what a customer wants, and this agent does not.
    fn must_explain(&mut self, record: &ContactRecord, agent: u32) -> bool {
        let Some(customers) = &self.plan.scenario.customers else { return false };
        let heard = &self.rules.issues.of(record).heard;
        let knows =
            |&(who, queue): &(u32, u32)| who == agent || customers.share(crate::units::QueueId(queue), record.queue);
        !heard.is_empty() && !heard.iter().any(knows)
    }

    /// An agent is with a contact until then, and finishes it after that for so long: what that costs.
    #[inline(never)]
    pub(super) fn charge(&mut self, slot: u32, agent: u32, (until, wrap_up): (Instant, Span)) {
        let (record, team) = (self.contacts[slot].record, self.agents[agent as usize].team);
        let note = self.note(slot);
        let aside = note.on_hold.plus(note.inactive).as_ticks();
        let worked = until.since(record.answered).plus(wrap_up).as_ticks().saturating_sub(aside);
        let hours = worked as f64 / (3_600.0 * TICKS_PER_SECOND as f64);
        let cost = hours * self.plan.scenario.teams[team.index()].cost_per_hour * MILLION;
        self.rules.issues.of(&record).record.cost += cost.round() as u64;
    }

    /// An agent goes and hands a contact back: what that cost; the next one does not hear what was explained to this one.
    pub(super) fn is_left_by(&mut self, slot: u32, agent: u32) {
        self.charge(slot, agent, (self.now, Span::ZERO));
        let again = self.rules.issues.of(&self.contacts[slot].record).again;
        let talk = &mut self.contacts[slot].talk;
        *talk = Span::ticks(talk.as_ticks().saturating_sub(again.as_ticks()));
    }

    /// A contact is over: it counts towards its issue.
    #[inline(never)]
    pub(super) fn count_contact(&mut self, slot: u32, outcome: Outcome) {
        let issue = self.rules.issues.of(&self.contacts[slot].record);
        let answered = std::mem::take(&mut issue.answered);
        (issue.unresolved, issue.goes_on) = (false, false);
        issue.record.contacts += 1;
        issue.record.handled += u32::from(answered || outcome == Outcome::SelfServed);
    }

    /// Whether a customer who was served comes again, by what the talk came to; `None` for never.
    pub(super) fn after_talk(&mut self, record: &ContactRecord, resolution: &Resolution, key: u64) -> Option<Retry> {
        let issue = self.rules.issues.of(record);
        let team = self.agents.get(issue.server as usize).map(|agent| agent.team)?;
        let scenario = &self.plan.scenario;
        let level = scenario.contacts[record.kind.index()].level_held(&scenario.teams[team.index()]);
        let place = usize::from(level.max(1)).min(resolution.probability.len());
        let mut stream = self.streams.keyed(Purpose::Resolution, record.kind.0, key);
        if stream.chance(resolution.probability.get(place.wrapping_sub(1)).copied().unwrap_or(Share::ONE)) {
            return None;
        }
        let mistaken = stream.chance(resolution.mistaken);
        issue.unresolved = true;
        issue.record.unhelped += 1;
        issue.record.mistaken += u32::from(mistaken);
        self.watch.did_not_help(self.now, record, mistaken);
        Some(if mistaken { resolution.found_out.clone() } else { resolution.unresolved.clone() })
    }

    /// The customer of a contact comes about the same in another that comes out of it, if that is within the run.
    pub(super) fn issue_goes_on(&mut self, slot: u32, other: Option<u32>) {
        if !self.plan.rules.issues {
            return;
        }
        let next = other.map(|other| customer(&self.contacts[other].record));
        let issue = self.rules.issues.of(&self.contacts[slot].record);
        (issue.next, issue.beyond) = (next, next.is_none());
    }

    /// The customer of a contact that is over will not come again, or not before the end of the run.
    #[inline(never)]
    pub(super) fn close_issue(&mut self, slot: u32, outcome: Outcome) {
        let record = &self.contacts[slot].record;
        let Some(mut issue) = self.rules.issues.of.remove(&customer(record)) else { return };
        let waited = record.waited_before.saturating_add(record.answered_wait().as_ticks());
        issue.record.waited = issue.record.waited.plus(Span::ticks(waited));
        if let Some(next) = issue.next.take() {
            self.rules.issues.of.insert(next, issue);
            return;
        }
        let how = match outcome {
            _ if issue.goes_on || issue.beyond => IssueEnd::Open,
            Outcome::Served | Outcome::SelfServed | Outcome::Withdrawn if !issue.unresolved => IssueEnd::Resolved,
            Outcome::TransferredOut => IssueEnd::SentAway,
            _ => IssueEnd::GivenUp,
        };
        if how != IssueEnd::Open {
            issue.record.felt = self.plan.scenario.experience.map(|experience| experience.of(&issue.record, how));
        }
        self.watch.issue_ended(self.now, &issue.record, how);
    }

    /// The run is over: what is not settled stays open.
    pub(super) fn leave_issues_open(&mut self) {
        for issue in std::mem::take(&mut self.rules.issues.of).into_values() {
            self.watch.issue_ended(self.now, &issue.record, IssueEnd::Open);
        }
    }
}

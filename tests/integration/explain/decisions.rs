use std::collections::BTreeSet;

use switchboard::plan::Plan;
use switchboard::record::{Attempt, Candidate, Cause, Choice, ContactRecord, Decision, Observer, Together, Unwatched};
use switchboard::stats::{Estimates, Shape, Tally};
use switchboard::units::{AgentId, Digest, Instant, TeamId};

use super::{TWO_SUBJECTS, study};
use crate::{scenarios, stage};

/// Compares every decision with what happens next.
#[derive(Default)]
struct Audit {
    /// The agent and the contact that were matched last.
    matched: Option<(AgentId, u64)>,
    /// Agents at whom contacts have rung.
    rings: BTreeSet<(AgentId, u64)>,
    /// Agents who have looked at a record, and the customer whom they call.
    looks: BTreeSet<(AgentId, u64)>,
    decisions: usize,
    answers: usize,
    amiss: Vec<String>,
}

impl Audit {
    fn check<Asking, Of: PartialEq>(&mut self, now: Instant, choice: &Choice<Asking, Of>) {
        self.decisions += 1;
        let first = choice.candidates.first();
        if first.map(|candidate| &candidate.who) != choice.chosen.as_ref() {
            self.amiss.push(format!("{now:?}: the first candidate is not the chosen one"));
        }
        let behind = |candidate: &Candidate<Of>| first.is_some_and(|first| choice.compare(first, candidate).is_gt());
        if choice.candidates.iter().any(behind) {
            self.amiss.push(format!("{now:?}: somebody comes before the chosen one"));
        }
        let tied = |candidate: &&Candidate<Of>| first.is_some_and(|first| choice.decisive(first, candidate).is_none());
        if choice.candidates.iter().skip(1).any(|candidate| tied(&candidate)) {
            self.amiss.push(format!("{now:?}: no key decides between the chosen one and another"));
        }
    }
}

impl Observer for Audit {
    const EXPLAINS: bool = true;

    fn decided(&mut self, now: Instant, decision: &Decision) {
        self.matched = match decision {
            Decision::Agent(choice) => {
                self.check(now, choice);
                choice.chosen.map(|agent| (agent, choice.asking.serial))
            }
            Decision::Contact(choice) => {
                self.check(now, choice);
                choice.chosen.map(|contact| (choice.asking, contact.serial))
            }
        };
    }

    fn rang(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        if self.matched.take() != Some((agent, contact.serial)) {
            self.amiss.push(format!("{now:?}: contact {} rang without a decision", contact.serial));
        }
        self.rings.insert((agent, contact.serial));
    }

    fn dialled(&mut self, _now: Instant, attempt: &Attempt, agent: Option<(AgentId, TeamId)>) {
        self.looks.extend(agent.map(|(agent, _)| (agent, attempt.customer())));
    }

    fn answered(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        self.answers += 1;
        // Whoever has called the customer is on the line.
        let called = contact.cause == Cause::Dialled && self.looks.remove(&(agent, contact.customer));
        if called || self.rings.remove(&(agent, contact.serial)) {
            return;
        }
        if self.matched.take() != Some((agent, contact.serial)) {
            self.amiss.push(format!("{now:?}: contact {} was answered without a decision", contact.serial));
        }
    }
}

/// Plays a plan and fails with the first decision that does not agree with what happens.
pub(super) fn agree(plan: &Plan, seed: u64) {
    let mut audit = Audit::default();
    stage::watch(plan, seed, 0, &mut audit);
    assert!(audit.amiss.is_empty(), "{:?}", audit.amiss.first());
}

#[test]
fn every_answer_follows_a_decision_whose_first_candidate_it_is() {
    let written = stage::plan(TWO_SUBJECTS);
    let read = ["first/two-teams-skills", "first/e-mail-between-calls", "theory/priorities", "theory/retrials"];
    let plans = read.map(|name| scenarios::plan(&format!("scenarios/{name}.toml")));
    for plan in [written].into_iter().chain(plans) {
        let mut audit = Audit::default();
        let ending = study(&plan).listen(0, &mut audit).expect("it is played");
        assert!(audit.answers > 0 && audit.decisions >= audit.answers, "{} of {ending:?}", audit.answers);
        assert!(audit.amiss.is_empty(), "{}: {:?}", plan.scenario.name, &audit.amiss[..audit.amiss.len().min(3)]);
    }
}

#[test]
fn who_listens_to_decisions_changes_nothing() {
    let plan = stage::plan(TWO_SUBJECTS);
    let alone = stage::count(&plan, stage::SEED, 0);
    let mut beside = Tally::new(stage::layout(&plan));
    let heard = study(&plan).listen(0, Together(Audit::default(), &mut beside)).expect("it is played");
    beside.close();
    let unheard = study(&plan).listen(0, Unwatched).expect("it is played");
    assert_eq!(heard, unheard);
    assert_eq!(all_that(&beside), all_that(&alone));
}

/// A fingerprint of all that a tally tells.
fn all_that(tally: &Tally) -> Digest {
    let mut estimates = Estimates::new(Shape::of(tally));
    estimates.absorb(tally);
    estimates.digest()
}

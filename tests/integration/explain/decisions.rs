use std::cmp::Ordering;
use std::collections::BTreeSet;

use switchboard::plan::Plan;
use switchboard::record::{
    Candidate, Choice, ContactRecord, Decision, Exclusion, Observer, Reading, Together, Unwatched,
};
use switchboard::units::{AgentId, Instant, TeamId};

use super::{TWO_SUBJECTS, study};
use crate::{scenarios, stage};

/// Compares every decision with what happens next.
#[derive(Default)]
struct Audit {
    /// The agent and the contact that were matched last.
    matched: Option<(AgentId, u64)>,
    /// Agents at whom contacts have rung.
    rings: BTreeSet<(AgentId, u64)>,
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
        // Agents of a team who became available at one instant go in the order in which they did.
        let told = choice.keys.len().saturating_sub(1).max(1);
        let readings = |candidate: &Candidate<Of>| candidate.readings[..told].to_vec();
        let orders = choice.candidates.iter().filter_map(|candidate| {
            let pairs = readings(first?).into_iter().zip(readings(candidate));
            // What a key that is not told says may decide before those that are.
            let mut told = pairs.take_while(|(one, _)| *one != Reading::Untold);
            told.by_ref().map(|(one, other)| one.compare(other)).find(|order| order.is_ne())
        });
        if orders.into_iter().any(Ordering::is_gt) {
            self.amiss.push(format!("{now:?}: somebody comes before the chosen one"));
        }
        let told = [
            "above-target",
            "eligibility",
            "head-only",
            "heavier-queue",
            "heavier-queue-any-member",
            "in-turn",
            "kept-free",
            "missed-it",
            "not-ready",
            "older-elsewhere",
            "overload",
            "own-contacts-first",
            "preferred-agent",
            "queue-while",
            "room",
            "skills-while",
        ];
        if choice.excluded.iter().any(|(_, why)| matches!(why, Exclusion::Rule(rule) if !told.contains(rule))) {
            self.amiss.push(format!("{now:?}: a reason is not told"));
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

    fn answered(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _team: TeamId) {
        self.answers += 1;
        if self.rings.remove(&(agent, contact.serial)) {
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
    let mut beside = switchboard::stats::Tally::new(stage::layout(&plan));
    let heard = study(&plan).listen(0, Together(Audit::default(), &mut beside)).expect("it is played");
    beside.close();
    let unheard = study(&plan).listen(0, Unwatched).expect("it is played");
    assert_eq!(heard, unheard);
    assert_eq!(format!("{beside:?}"), format!("{alone:?}"));
}

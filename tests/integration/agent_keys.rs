//! Agent keys, all of them: whoever is chosen may take the contact, nobody waits beside somebody who may and is free
//! unless a reserve holds the contact back, and the same chance gives the same day.

use std::collections::BTreeMap;

use switchboard::family::Catalogue;
use switchboard::plan::{Amount, Hold, Need, Plan};
use switchboard::record::{AgentState, ContactRecord, Observer};
use switchboard::routing::AGENT_KEYS;
use switchboard::units::{AgentId, ContactTypeId, Instant, QueueId, TeamId};

use crate::stage;

/// Three types in two queues, four teams that overlap, breaks and shifts that begin within the day.
fn centre(order: &str, keep_free: &str) -> Plan {
    stage::plan(&format!(
        "[horizon]\nstart = '2026-01-05T20:00'\nlength = '8h'\n[routing]\nagent_order = {order}\n\
         [contacts.loans]\narrivals = '60/h'\ntalk = {{ exponential = '3m' }}\nwrap_up = '10s'\nskill = 'loans'\n\
         least_level = 2\nqueue = 'first'\n\
         [contacts.cards]\narrivals = '60/h'\ntalk = {{ exponential = '2m' }}\nrequires = 'cards or loans >= 4'\n\
         patience = {{ exponential = '4m' }}\nqueue = 'second'\n\
         [contacts.any]\narrivals = '30/h'\ntalk = '1m'\nqueue = 'second'\n[queues.first]\n[queues.second]\n\
         [teams.juniors]\nagents = 2\nskills = {{ loans = 1, cards = 2 }}\nattributes = {{ distance = 3 }}\n\
         cost_per_hour = 20\n{keep_free}\n\
         [teams.seniors]\nagents = 3\nskills = {{ loans = 4 }}\ntime_factor = {{ loans = 0.7 }}\ncost_per_hour = 30\n\
         attributes = {{ distance = 1 }}\n{keep_free}\n\
         [teams.others]\nagents = 1\nskills = {{ cards = 3, loans = 2 }}\n\
         [[teams.late.shifts]]\npeople = 2\nstart = '22:00'\nend = '02:00'\nbreaks = [{{ at = '23:30', length = '10m' \
         }}]\n[teams.late]\nskills = {{ loans = 3, cards = 1 }}\nattributes = {{ distance = 8 }}\n"
    ))
}

/// What is known of a centre with one channel whose agents hold one contact at a time.
struct Watch<'a> {
    plan: &'a Plan,
    now: Instant,
    waiting: BTreeMap<u64, (ContactTypeId, QueueId)>,
    /// By agent.
    free: Vec<bool>,
    answered: u64,
    /// Contacts that were seen waiting beside somebody who was kept free from them.
    held: u64,
}

impl<'a> Watch<'a> {
    fn need(&self, kind: ContactTypeId, queue: QueueId) -> &'a Need {
        let lane = self.plan.lane(kind.0, queue, None);
        &self.plan.needs[self.plan.lanes[lane as usize].need as usize]
    }

    /// Whether an agent's team keeps the agent from contacts with this need.
    fn is_kept(&self, need: &Need, agent: usize) -> bool {
        let plan = &self.plan.agents[agent];
        let people = self.plan.teams[plan.team.index()].agents.clone();
        let others = people.filter(|&other| other as usize != agent && self.free[other as usize]).count();
        need.holds.iter().any(|(pool, hold)| {
            let Hold::KeepFree(_, Amount::Always(least)) = &self.plan.holds[*hold as usize] else { return false };
            *pool == plan.profile && others < *least as usize
        })
    }

    /// When an instant is over, nobody waits beside somebody free who may take the contact.
    fn at(&mut self, now: Instant) {
        if now == self.now {
            return;
        }
        self.now = now;
        for &(kind, queue) in self.waiting.values() {
            let need = self.need(kind, queue);
            for agent in (0..self.free.len()).filter(|&agent| self.free[agent]) {
                if need.profiles.contains(&self.plan.agents[agent].profile) {
                    assert!(self.is_kept(need, agent), "agent {agent} is free beside a contact at {now:?}");
                    self.held += 1;
                }
            }
        }
    }
}

impl Observer for Watch<'_> {
    fn began_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        self.at(now);
        self.waiting.insert(contact.serial, (contact.kind, contact.queue));
    }

    fn stopped_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        self.at(now);
        self.waiting.remove(&contact.serial);
    }

    fn answered(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, _: TeamId) {
        self.at(now);
        let need = self.need(contact.kind, contact.queue);
        assert!(need.profiles.contains(&self.plan.agents[agent.index()].profile), "agent {agent:?} may not take it");
        assert!(!self.is_kept(need, agent.index()), "agent {agent:?} is kept free from it");
        self.answered += 1;
    }

    fn moved(&mut self, now: Instant, agent: AgentId, _: TeamId, _: AgentState, to: AgentState) {
        self.at(now);
        self.free[agent.index()] = to == AgentState::Available;
    }
}

/// Plays a day and says how many contacts were answered, and how often one was held back.
fn observed(plan: &Plan) -> (u64, u64) {
    let free = vec![false; plan.agents.len()];
    let mut watch = Watch { plan, now: Instant::START, waiting: BTreeMap::new(), free, answered: 0, held: 0 };
    stage::watch(plan, stage::SEED, 0, &mut watch);
    (watch.answered, watch.held)
}

/// Every key by its example, and some lists of several.
fn orders() -> Vec<&'static str> {
    let lists = [
        "['own-skill-count', { longest-idle = 'last-end-this-queue' }, 'random']",
        "[{ answered = { since = 'login' } }, 'cost', 'circular']",
        "['best-skill', 'longest-idle', { cost = 'highest' }]",
        "['slowest', { expression = 'agent.idle / (1 + agent.answered) - loans' }, 'weighted-random']",
    ];
    (0..AGENT_KEYS.len()).map(|row| AGENT_KEYS.member(row).example).chain(lists).collect()
}

#[test]
fn no_key_takes_who_may_not_or_leaves_a_contact_waiting_beside_who_may() {
    for order in orders() {
        let plan = centre(order, "");
        let (answered, held) = observed(&plan);
        assert!(answered > 800 && held == 0, "{order}: {answered} answered, {held} held");
        assert_eq!(stage::journal(&plan, 1, 0), stage::journal(&plan, 1, 0), "{order}");
    }
}

#[test]
fn under_every_key_only_a_reserve_holds_a_contact_back() {
    for order in orders() {
        let plan = centre(order, "keep_free = { any = 1, second = 2 }");
        let (answered, held) = observed(&plan);
        assert!(answered > 800 && held > 0, "{order}: {answered} answered, {held} held");
    }
}

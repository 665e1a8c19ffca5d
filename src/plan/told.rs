//! What is told of decisions: every key that has a part in them, with its words, whether an index serves it or not.
//!
//! Worked out anew whenever somebody asks, since no run needs it.

use super::needs::{found, key_of_pools};
use super::order::Able;
use super::{Choose, Key, LanePlan, Need, Plan};
use crate::record::{Telling, ToldKey, Unit};
use crate::routing::{AgentKey, ContactKey, Urgent};
use crate::scenario::{Age, Pull};
use crate::units::{ContactTypeId, QueueId, TICKS_PER_SECOND, TeamId};

/// A key by which agents are compared for a contact.
#[derive(Debug, Clone)]
pub struct ToldOfAgents {
    /// Its word, and how its numbers are told.
    pub key: ToldKey,
    /// The number that is compared, the lowest first.
    pub of: OfAgents,
    /// What it is multiplied by to be told.
    pub times: f64,
}

/// Where a number of an agent comes from.
#[derive(Debug, Clone)]
pub enum OfAgents {
    /// A key of the queue's order, or the pool of a step.
    Key(Key),
    /// Turn among those who have been available for as long: pool by pool, and who became available first.
    Turn,
    /// Place in the file.
    Place,
    /// Points of the contact and the agent together.
    Pair,
}

/// A key by which contacts are compared for an agent.
#[derive(Debug, Clone)]
pub struct ToldOfContacts {
    /// Its word, and how its numbers are told.
    pub key: ToldKey,
    /// Where its numbers come from.
    pub of: OfContacts,
}

/// Where a number of a contact comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OfContacts {
    /// The rank of its queue for the team.
    Rank,
    /// Its place among those who wait for this agent before everybody else.
    ForAgent,
    /// Whether the agent has picked it out of those who can wait.
    Picked,
    /// Whether it is the first of its line, where only the first of each is measured.
    Line,
    /// Whether it comes first of its queue, where that has an order of its own.
    Own,
    /// How many go on behind a window.
    Window(u32),
    /// A row of the measures, and what it is multiplied by to be told.
    Measure(usize, f64),
    /// The wait that counts.
    Wait,
    /// Its number in the order of arrival.
    Arrival,
}

impl Plan {
    /// Keys by which agents are compared for the contacts of a lane, first key first, the final tie-break last.
    pub fn told_of_agents(&self, lane: &LanePlan, need: &Need) -> Vec<ToldOfAgents> {
        let scenario = &self.scenario;
        let node = &self.rules.courses.of(lane.kind, lane.queue)[lane.stage as usize];
        let found = found(scenario, (lane, node), &self.profiles);
        let levels: Vec<(u32, u16)> = found.iter().map(|(profile, able)| (*profile, able.level)).collect();
        let people = Able {
            scenario,
            profiles: &self.profiles,
            kind: ContactTypeId(lane.kind),
            queue: lane.queue,
            levels: &levels,
            first_pool: need.channel as usize * self.profiles.len(),
            pools: self.profiles.len() * self.seats,
        };
        let mut keys = Vec::new();
        let pools = (people.first_pool, people.pools);
        let by_step = found.iter().any(|(_, able)| able.pool > 0);
        if by_step {
            let of = OfAgents::Key(key_of_pools(&found, pools, |able| f64::from(able.pool)));
            keys.push(ToldOfAgents { key: BY_STEP, of, times: 1.0 });
        }
        let traits: Vec<&str> = scenario.skills.iter().chain(&scenario.attributes).map(String::as_str).collect();
        let order = &scenario.queues[lane.queue.index()].agent_order;
        // Who gets through a window is decided by the keys before it, which decide nothing else.
        let window = order.iter().rposition(|key| matches!(key, AgentKey::Window(_) | AgentKey::View(_)));
        let among_able = order.iter().any(|key| matches!(key, AgentKey::Window(_)));
        // Penalties lead, but before a window they decide no more than who gets through, unless steps lead them.
        if found.iter().any(|(_, able)| able.penalty > 0) && (by_step || !among_able) {
            let of = OfAgents::Key(key_of_pools(&found, pools, |able| f64::from(able.penalty)));
            keys.push(ToldOfAgents { key: BY_PENALTY, of, times: 1.0 });
        }
        let window = window.unwrap_or(0);
        keys.extend(order[window..].iter().map(|key| ToldOfAgents {
            key: key.told(&traits),
            of: OfAgents::Key(people.key(key)),
            times: times_of_agents(key),
        }));
        finish(&mut keys, need.choose);
        keys
    }

    /// Keys by which agents are compared where pairs are made by their points.
    pub fn told_of_pairs() -> Vec<ToldOfAgents> {
        [(BY_PAIR, OfAgents::Pair), (FIXED_ORDER, OfAgents::Place)]
            .map(|(key, of)| ToldOfAgents { key, of, times: 1.0 })
            .to_vec()
    }

    /// Whether a contact may stand in its line before one that arrived earlier, though equally long waits count of both.
    fn may_pass_earlier_contacts(&self) -> bool {
        let is_placed = |lane: &LanePlan| lane.position > 0 || lane.age == Age::SinceArrival;
        !self.ranking.draws() && self.lanes.iter().any(is_placed)
    }

    /// The keys that compare contacts of all queues.
    fn order_across_queues(&self) -> &[ContactKey] {
        let scenario = &self.scenario;
        if scenario.queues.len() == 1 && scenario.routing.queue_order.is_empty() {
            return scenario.order_within(QueueId::of(0));
        }
        &scenario.routing.contact_order
    }

    /// Keys by which waiting contacts are compared for people of a team, first key first, the final tie-break last; or the
    /// contacts that wait for one of them alone.
    pub fn told_of_contacts(&self, team: TeamId, own: bool) -> Vec<ToldOfContacts> {
        if own {
            return vec![ToldOfContacts { key: FOR_AGENT, of: OfContacts::ForAgent }];
        }
        let (routing, measures) = (&self.scenario.routing, &self.ranking.told);
        let by_rank = !self.scenario.teams[team.index()].queues.is_empty();
        let mut keys: Vec<ToldOfContacts> =
            by_rank.then_some(ToldOfContacts { key: BY_RANK, of: OfContacts::Rank }).into_iter().collect();
        if self.scenario.teams[team.index()].pull != Pull::No {
            keys.push(ToldOfContacts { key: PICKED, of: OfContacts::Picked });
        }
        if !measures.own.is_empty() {
            let telling = Telling { draws: self.ranking.draws(), ..BY_OWN_ORDER.telling };
            keys.push(ToldOfContacts { key: ToldKey { telling, ..BY_OWN_ORDER }, of: OfContacts::Own });
        } else if self.ranking.moving.is_some() && !self.ranking.draws() && measures.order.windows.is_empty() {
            keys.push(ToldOfContacts { key: BY_LINE, of: OfContacts::Line });
        }
        let order = self.order_across_queues();
        let windows = measures.order.windows.iter().map(|(_, first)| *first as u32);
        if let Some(first) = windows.min() {
            keys.push(ToldOfContacts { key: ContactKey::Window(first).told(), of: OfContacts::Window(first) });
        }
        let mut rows: Vec<(ToldKey, f64)> = routing.queue_order.iter().map(|key| (key.told(), 1.0)).collect();
        if !rows.is_empty() {
            rows.push((BY_PLACE_OF_QUEUE, -1.0));
        }
        let plain = order.iter().filter(|key| !matches!(key, ContactKey::Window(_)));
        rows.extend(plain.map(|key| (key.told(), times(key))));
        let behind = measures.order.windows.last().map_or(0, |(keys, _)| *keys);
        let rows = rows.into_iter().take(measures.order.measures.len()).enumerate().skip(behind);
        keys.extend(rows.map(|(row, (key, times))| ToldOfContacts { key, of: OfContacts::Measure(row, times) }));
        if self.ranking.then_by_wait && !order.contains(&ContactKey::LongestWait) {
            keys.push(ToldOfContacts { key: BY_WAIT, of: OfContacts::Wait });
        }
        let is_told = keys.iter().any(|told| matches!(told.of, OfContacts::Line | OfContacts::Own));
        if !is_told && self.may_pass_earlier_contacts() {
            keys.push(ToldOfContacts { key: BY_LINE, of: OfContacts::Line });
        }
        keys.push(ToldOfContacts { key: ARRIVAL, of: OfContacts::Arrival });
        keys
    }
}

/// What the number of a key of agents is multiplied by to be told.
fn times_of_agents(key: &AgentKey) -> f64 {
    match key {
        AgentKey::ExpectedDelay => TICKS_PER_SECOND as f64,
        key => key.sign(),
    }
}

/// Adds what decides between those who are equal under all keys.
fn finish(keys: &mut Vec<ToldOfAgents>, choose: Choose) {
    let is_window = |told: &ToldOfAgents| matches!(told.of, OfAgents::Key(Key::Window(_)));
    let is_place = |told: &ToldOfAgents| told.key.keyword == FIXED_ORDER.keyword;
    if choose == Choose::LongestIdle {
        keys.retain(|told| !is_place(told));
        keys.push(ToldOfAgents { key: TURN, of: OfAgents::Turn, times: 1.0 });
    } else if !keys.iter().any(|told| is_place(told) || told.key.telling.draws && !is_window(told)) {
        keys.push(ToldOfAgents { key: FIXED_ORDER, of: OfAgents::Place, times: 1.0 });
    }
}

/// What the points of a key of contacts are multiplied by to be told.
fn times(key: &ContactKey) -> f64 {
    const TICKS: f64 = (60 * TICKS_PER_SECOND) as f64;
    match key {
        ContactKey::Deadline | ContactKey::NewestFirst => -TICKS,
        ContactKey::LongestWait => TICKS,
        ContactKey::PredictedWait => TICKS_PER_SECOND as f64,
        ContactKey::Cmu | ContactKey::GeneralisedCmu => 60.0,
        ContactKey::Priority(Urgent::Lower) => -1.0,
        ContactKey::Priority(Urgent::Higher)
        | ContactKey::Expression(_)
        | ContactKey::PairScore
        | ContactKey::WeightedSum(_)
        | ContactKey::Window(_)
        | ContactKey::Random
        | ContactKey::Score
        | ContactKey::MeanWaitToObjective
        | ContactKey::WaitToObjective => 1.0,
    }
}

const fn told(keyword: &'static str, phrase: &'static str, unit: Unit) -> ToldKey {
    ToldKey { keyword, telling: Telling::new(phrase, unit) }
}

/// Which step of the queue counted somebody in.
const BY_STEP: ToldKey = ToldKey {
    keyword: "step",
    telling: Telling::new("counted in by step {}", Unit::Number).zero("counted in from the start"),
};
/// The penalty of the agent's team in the queue.
const BY_PENALTY: ToldKey = told("penalty", "penalty {}", Unit::Number);
/// Who of those available for as long is next.
const TURN: ToldKey = told("turn", "turn {}", Unit::Number);
/// The final tie-break among agents.
const FIXED_ORDER: ToldKey = told("fixed-order", "place {}", Unit::Number);
/// The rank of a contact's queue for the agent's team.
const BY_RANK: ToldKey = told("queue-rank", "queue rank {}", Unit::Number);
/// Who waits for this agent before everybody else.
const FOR_AGENT: ToldKey = told("preferred-agent", "place {} of those who wait for this agent", Unit::Number);
/// What people pick out themselves.
const PICKED: ToldKey =
    ToldKey { keyword: "pull", telling: Telling::new("not picked out", Unit::Number).zero("picked out by the agent") };
/// Points of the contact and the agent together, where they lead.
const BY_PAIR: ToldKey = told("points-of-pairs", "{}", Unit::Count("point"));
/// Who comes first of a queue that has an order of its own.
const BY_OWN_ORDER: ToldKey = ToldKey {
    keyword: "own-order",
    telling: Telling::new("behind another of its queue", Unit::Number).zero("first of its queue"),
};
/// Who is first of those of one type, queue and class, of whom only the first is compared with others.
const BY_LINE: ToldKey = ToldKey {
    keyword: "line",
    telling: Telling::new("behind others of its line", Unit::Number).zero("first of its line"),
};
/// Which queue is first in the file.
const BY_PLACE_OF_QUEUE: ToldKey = told("queue-place", "queue {} in the file", Unit::Number);
/// What decides between contacts that are equal under all keys.
const BY_WAIT: ToldKey = told("longest-wait", "waiting for {}", Unit::Span);
/// The final tie-break among contacts: the number in the order of arrival.
const ARRIVAL: ToldKey = told("arrival", "number {}", Unit::Number);

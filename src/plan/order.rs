//! Orders: the keys of a queue made ready, worked out as far as they do not depend on the moment.
//!
//! What everybody in a team shares is a table by pool; what is left is read from the agent when a contact asks.

use super::{Need, Profile};
use crate::expression::{AGENT_FIELDS, Formula, Program};
use crate::routing::{AgentKey, First, QueueKey, Reading, Resets, Since, TeamFigure, Window};
use crate::scenario::{ContactType, PairPoints, Scenario, Team};
use crate::units::{ContactTypeId, QueueId, SkillId, TICKS_PER_SECOND};

/// One key made ready; the agent with the lowest number goes first.
#[derive(Debug, Clone, PartialEq)]
pub enum Key {
    /// By pool: a number that everybody in it shares.
    Pool(Vec<f64>),
    /// A number of the agent's own, so many times.
    Own(Reading, f64),
    /// A score, the highest first.
    Score(Score),
    /// Places in the file after the agent who last took a contact of the queue.
    Circular,
    /// Chance; by pool, in proportion to these weights.
    Random(Option<Vec<f64>>),
    /// One more than the contacts in hand, times what one takes; by pool [seconds].
    Delay(Vec<f64>),
    /// Points of agent and contact together, the most first; by pool.
    Pair(Vec<PairPoints>),
    /// Share of the queue in the agent's work over its target; by pool, 0 where there is none.
    Share(Vec<f64>),
    /// What these keys say, each so many times.
    Sum(Vec<(Self, f64)>),
    /// Only so many go on.
    Window(usize),
}

/// A score made ready.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// What is worked out.
    pub program: Program,
    /// Where the values of its fields come from, in the order of `Program::fields`.
    pub sources: Vec<Source>,
}

/// Where the value of a field comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// By pool: a number that everybody in it shares.
    Pool(Vec<f64>),
    /// A number of the agent's own, so many times.
    Own(Reading, f64),
}

impl Source {
    /// By pool: the value, where everybody in it shares it.
    pub fn table(&self) -> Option<&Vec<f64>> {
        if let Self::Pool(table) = self { Some(table) } else { None }
    }
}

/// What keys ask of what agents have done before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clocks {
    /// Nothing.
    None,
    /// What each has done.
    Kept,
    /// That, and when each last finished a contact of each queue.
    KeptByQueue,
}

impl Clocks {
    /// What the keys of these needs and the orders of a scenario ask.
    pub(super) fn of(needs: &[Need], scenario: &Scenario) -> Self {
        let shares = scenario.routing.queue_order.contains(&QueueKey::ShareDeficit);
        let mut keys =
            needs.iter().flat_map(|need| need.keys.iter().chain(need.view.iter().flat_map(|view| &view.keys)));
        let by_queue = |key: &Key| key.is_of_queue() && *key != Key::Circular;
        if shares || keys.clone().any(by_queue) || needs.iter().any(|need| !need.limits.is_empty()) {
            Self::KeptByQueue
        } else if keys.any(Key::needs_clocks) {
            Self::Kept
        } else {
            Self::None
        }
    }
}

impl Key {
    /// The numbers of the agent's own that the key asks for.
    pub fn readings(&self) -> Vec<Reading> {
        let of = |source: &Source| if let Source::Own(reading, _) = source { Some(*reading) } else { None };
        match self {
            Self::Own(reading, _) => vec![*reading],
            Self::Score(score) => score.sources.iter().filter_map(of).collect(),
            Self::Sum(parts) => parts.iter().flat_map(|(key, _)| key.readings()).collect(),
            _ => Vec::new(),
        }
    }

    /// The key, and those in it.
    fn each(&self) -> Vec<&Self> {
        match self {
            Self::Sum(parts) => parts.iter().map(|(key, _)| key).collect(),
            _ => vec![self],
        }
    }

    /// Whether the key goes by what agents have done before.
    pub fn needs_clocks(&self) -> bool {
        self.is_of_queue() || self.readings().into_iter().any(Reading::needs_clocks)
    }

    /// Whether what it says depends on the queue that asks.
    pub fn is_of_queue(&self) -> bool {
        let of_queue = |reading: &Reading| matches!(reading, Reading::Idle(Since::LastEndThisQueue, _));
        let own = self.each().into_iter().any(|key| matches!(key, Self::Circular | Self::Share(_)));
        own || self.readings().iter().any(of_queue)
    }
}

/// Those who may serve a contact type.
#[derive(Debug)]
pub(super) struct Able<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) profiles: &'a [Profile],
    /// The contact type.
    pub(super) kind: ContactTypeId,
    /// The queue it waits in.
    pub(super) queue: QueueId,
    /// Profiles that may serve it, with their level in the skill that it needs.
    pub(super) levels: &'a [(u32, u16)],
    /// Pool of the first profile for the contact's channel.
    pub(super) first_pool: usize,
    /// Number of all pools.
    pub(super) pools: usize,
}

impl Able<'_> {
    /// A key made ready.
    pub(super) fn key(&self, key: &AgentKey) -> Key {
        match key {
            AgentKey::Team(figure, first) => Key::Pool(self.by_pool(*figure, first.sign())),
            AgentKey::Own(reading, first) => Key::Own(*reading, first.sign()),
            AgentKey::Score(formula) => self.score(formula),
            AgentKey::Circular => Key::Circular,
            AgentKey::FixedOrder => Key::Own(Reading::Order, First::Lowest.sign()),
            AgentKey::Random(weight) => Key::Random(weight.map(|figure| self.by_pool(figure, 1.0))),
            AgentKey::ExpectedDelay => Key::Delay(self.delays()),
            AgentKey::PairScore => Key::Pair(self.each_pool(PairPoints::USUAL, |team| team.points(self.queue))),
            AgentKey::TargetShare => Key::Share(self.each_pool(0.0, |team| team.target(self.queue).unwrap_or(0.0))),
            AgentKey::WeightedSum(parts) => self.sum(parts),
            AgentKey::Window(first) | AgentKey::View(first) => Key::Window(*first as usize),
        }
    }

    /// A weighted sum of keys, or a table where it is the same for everybody in a team.
    fn sum(&self, parts: &[(AgentKey, f64)]) -> Key {
        let keys: Vec<(Key, f64)> = parts.iter().map(|(key, weight)| self.weighed(key, *weight)).collect();
        let table = |(key, weight): &(Key, f64)| match key {
            Key::Pool(table) => Some(table.iter().map(|value| value * weight).collect()),
            _ => None,
        };
        let tables: Option<Vec<Vec<f64>>> = keys.iter().map(table).collect();
        match tables {
            None => Key::Sum(keys),
            Some(tables) => {
                // Never -0, which some comparisons tell from 0.
                let of = |pool: usize| tables.iter().map(|table| table[pool]).sum::<f64>() + 0.0;
                Key::Pool((0..self.pools).map(of).collect())
            }
        }
    }

    /// A key and how many times it counts, times in seconds.
    fn weighed(&self, key: &AgentKey, weight: f64) -> (Key, f64) {
        const PER_SECOND: f64 = 1.0 / TICKS_PER_SECOND as f64;
        let key = self.key(key);
        let in_ticks =
            matches!(key, Key::Own(Reading::Idle(..) | Reading::TalkTime(_) | Reading::MeanHandleTime(_), _));
        (key, if in_ticks { weight * PER_SECOND } else { weight })
    }

    /// By pool: what the teams of those who are able say; the usual elsewhere.
    fn each_pool<T: Clone>(&self, usual: T, of: impl Fn(&Team) -> T) -> Vec<T> {
        let mut table = vec![usual; self.pools];
        for &(profile, _) in self.levels {
            let team = &self.scenario.teams[self.profiles[profile as usize].team.index()];
            table[self.first_pool + profile as usize] = of(team);
        }
        table
    }

    /// By pool: mean time that an agent needs for a contact [seconds].
    fn delays(&self) -> Vec<f64> {
        let contact = &self.scenario.contacts[self.kind.index()];
        let mean = contact.talk.mean() + contact.wrap_up.mean();
        self.each_pool(0.0, |team| mean * self.figure(TeamFigure::TimeFactor, team, 0))
    }

    /// A score, or a table where it is the same for everybody in a team.
    fn score(&self, formula: &Formula) -> Key {
        let (shared, mut parts) = (|field| self.source(field).table().is_some(), Vec::new());
        let named = AGENT_FIELDS.entries.len() + self.scenario.skills.len() + self.scenario.attributes.len();
        let parted = formula.parted(&shared, named, &mut parts);
        if let Some(table) = self.table(formula) {
            let rank = |value: f64| if value.is_nan() { f64::INFINITY } else { -value };
            return Key::Pool(table.into_iter().map(rank).collect());
        }
        let program = Program::new(&parted);
        let source = |&field: &usize| match field.checked_sub(named).map(|part| self.table(&parts[part])) {
            Some(table) => Source::Pool(table.expect("a part is made of what a team shares")),
            None => self.source(field),
        };
        let sources = program.fields().iter().map(source).collect();
        Key::Score(Score { program, sources })
    }

    /// By pool: the value of a formula, if it is the same for everybody in a team.
    fn table(&self, formula: &Formula) -> Option<Vec<f64>> {
        let program = Program::new(formula);
        let table = |&field: &usize| self.source(field).table().cloned();
        let tables: Vec<Vec<f64>> = program.fields().iter().map(table).collect::<Option<_>>()?;
        let of = |pool: usize| program.evaluate(&tables.iter().map(|table| table[pool]).collect::<Vec<f64>>());
        Some((0..self.pools).map(of).collect())
    }

    /// Where the value of a field of scores comes from.
    fn source(&self, field: usize) -> Source {
        const PER_SECOND: f64 = 1.0 / TICKS_PER_SECOND as f64;
        let Some(entry) = AGENT_FIELDS.entries.get(field) else {
            return Source::Pool(self.by_pool(TeamFigure::Trait(field - AGENT_FIELDS.entries.len()), 1.0));
        };
        match entry.member.keyword {
            "agent.answered" => Source::Own(Reading::Answered(Window::Login), 1.0),
            "agent.cost" => Source::Pool(self.by_pool(TeamFigure::Cost, 1.0)),
            "agent.idle" => Source::Own(Reading::Idle(Since::Available, Resets::USUAL), PER_SECOND),
            "agent.level" => Source::Pool(self.by_pool(TeamFigure::Level, 1.0)),
            "agent.load" => Source::Own(Reading::Load, 1.0),
            "agent.occupancy" => Source::Own(Reading::Occupancy, 1.0),
            "agent.order" => Source::Own(Reading::Order, 1.0),
            "agent.skills" => Source::Pool(self.by_pool(TeamFigure::Skills, 1.0)),
            "agent.spare" => Source::Own(Reading::Spare, 1.0),
            "agent.talk_time" => Source::Own(Reading::TalkTime(Window::Login), PER_SECOND),
            "agent.time_factor" => Source::Pool(self.by_pool(TeamFigure::TimeFactor, 1.0)),
            other => unreachable!("`{other}` is a field of agents without a source"),
        }
    }

    /// By pool: a number of those who are able, so many times; 0 elsewhere.
    fn by_pool(&self, figure: TeamFigure, times: f64) -> Vec<f64> {
        let mut table = vec![0.0; self.pools];
        for &(profile, level) in self.levels {
            let team = &self.scenario.teams[self.profiles[profile as usize].team.index()];
            let value = self.figure(figure, team, level);
            // Never -0, which some comparisons tell from 0.
            table[self.first_pool + profile as usize] = value * times + 0.0;
        }
        table
    }

    fn figure(&self, figure: TeamFigure, team: &Team, level: u16) -> f64 {
        let contact = &self.scenario.contacts[self.kind.index()];
        match figure {
            TeamFigure::Level => f64::from(level),
            TeamFigure::LevelSum => {
                let named = team.skills.iter().filter(|held| names(contact, held.skill));
                named.map(|held| f64::from(held.level)).sum()
            }
            TeamFigure::Skills => team.skills.len() as f64,
            TeamFigure::Cost => team.cost_per_hour,
            TeamFigure::TimeFactor => {
                let own = team.speed.iter().find(|speed| speed.contact == self.kind);
                own.map_or(1.0, |speed| speed.time_factor)
            }
            TeamFigure::Trait(position) => team.traits[position],
        }
    }
}

/// Whether a contact type asks for a skill, in whatever way.
fn names(contact: &ContactType, skill: SkillId) -> bool {
    contact.skill == Some(skill) || contact.requires.as_ref().is_some_and(|requirement| requirement.asks_for(skill))
}

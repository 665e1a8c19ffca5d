//! Agent ordering: the keys that rank free, eligible agents for a contact (agent surplus).
//!
//! A key knows one number of an agent, or how to take turns, or chance. Keys are heard in the order of the list, each
//! only among agents who are equal under all before it; who is equal under all of them goes by the order of the file.

mod answered;
mod attribute;
mod best_skill;
mod circular;
mod cost;
mod expected_delay;
mod expression;
mod fastest;
mod figure;
mod fixed_order;
mod load;
mod longest_idle;
mod mean_handle_time;
mod occupancy;
mod own_skill_count;
mod pair_score;
mod random;
mod settings;
mod skill_sum;
mod slowest;
mod spare_capacity;
mod talk_time;
mod target_share;
mod weighted_random;
mod weighted_sum;
mod window;
mod worst_skill;

pub use figure::{AtLogin, First, Reading, Resets, Since, TeamFigure, Window};

use crate::expression::{AGENT_FIELDS, Formula, Vocabulary};
use crate::family::{Complaint, Entry, Family, Settings};
use crate::record::{Telling, ToldKey, Unit};

/// One key of the ordered list that picks the agent.
#[derive(Debug, Clone, PartialEq)]
pub enum AgentKey {
    /// By a number that everybody in a team shares.
    Team(TeamFigure, First),
    /// By a number of the agent's own.
    Own(Reading, First),
    /// By a score, the highest first. Its fields are those of agents, then skills and attributes.
    Score(Formula),
    /// The next in the file after the agent who last took a contact of this queue, the first one after the last.
    Circular,
    /// Order of teams in the file, then number of the agent within the team.
    FixedOrder,
    /// At random among those still equal; with a number of the team, in proportion to it.
    Random(Option<TeamFigure>),
    /// Shortest time until the contact should be over.
    ExpectedDelay,
    /// Most points of the agent and the contact together.
    PairScore,
    /// Smallest share of the queue in the agent's work, in proportion to its target.
    TargetShare,
    /// Largest sum of what these keys say, each so many times.
    WeightedSum(Vec<(Self, f64)>),
    /// Only so many agents, those whom the keys before it put first, go on to the keys after it.
    Window(u32),
    /// The same of all who work for the queue, whether or not they may take the contact.
    View(u32),
}

/// Makes a key from its settings and from what an expression may name of an agent.
pub type MakeAgentKey = fn(&Settings, &Vocabulary) -> Result<AgentKey, Complaint>;

impl AgentKey {
    /// Whether it is this key, or a sum with this key in it.
    pub fn uses(&self, wanted: &Self) -> bool {
        match self {
            Self::WeightedSum(parts) => parts.iter().any(|(key, _)| key.uses(wanted)),
            _ => self == wanted,
        }
    }

    /// Whether it asks for this one of the skills and attributes of teams.
    pub fn looks_at(&self, position: usize) -> bool {
        match self {
            Self::Team(TeamFigure::Trait(own), _) | Self::Random(Some(TeamFigure::Trait(own))) => *own == position,
            Self::Score(formula) => formula.fields().contains(&(AGENT_FIELDS.entries.len() + position)),
            Self::WeightedSum(parts) => parts.iter().any(|(key, _)| key.looks_at(position)),
            _ => false,
        }
    }

    /// Its word in the list.
    pub const fn keyword(&self) -> &'static str {
        match self {
            Self::Team(TeamFigure::Level, First::Highest) => "best-skill",
            Self::Team(TeamFigure::Level, First::Lowest) => "worst-skill",
            Self::Team(TeamFigure::LevelSum, _) => "skill-sum",
            Self::Team(TeamFigure::Skills, _) => "own-skill-count",
            Self::Team(TeamFigure::Cost, _) => "cost",
            Self::Team(TeamFigure::TimeFactor, First::Lowest) => "fastest",
            Self::Team(TeamFigure::TimeFactor, First::Highest) => "slowest",
            Self::Team(TeamFigure::Trait(_), _) => "attribute",
            Self::Own(Reading::Idle(..), _) => "longest-idle",
            Self::Own(Reading::Occupancy, _) => "occupancy",
            Self::Own(Reading::Answered(_), _) => "answered",
            Self::Own(Reading::TalkTime(_), _) => "talk-time",
            Self::Own(Reading::MeanHandleTime(_), _) => "mean-handle-time",
            Self::Own(Reading::Load, _) => "load",
            Self::Own(Reading::Spare, _) => "spare-capacity",
            Self::Own(Reading::Order, _) | Self::FixedOrder => "fixed-order",
            Self::Score(_) => "expression",
            Self::Circular => "circular",
            Self::Random(None) => "random",
            Self::Random(Some(_)) => "weighted-random",
            Self::ExpectedDelay => "expected-delay",
            Self::PairScore => "pair-score",
            Self::TargetShare => "target-share",
            Self::WeightedSum(_) => "weighted-sum",
            Self::Window(_) | Self::View(_) => "window",
        }
    }

    /// How its numbers are told; `traits` are the names of the skills and attributes of teams.
    pub fn told(&self, traits: &[&str]) -> ToldKey {
        let telling = match self {
            Self::Team(TeamFigure::Level, _) => best_skill::TOLD,
            Self::Team(TeamFigure::LevelSum, _) => skill_sum::TOLD,
            Self::Team(TeamFigure::Skills, _) => own_skill_count::TOLD,
            Self::Team(TeamFigure::Cost, _) => cost::TOLD,
            Self::Team(TeamFigure::TimeFactor, _) => fastest::TOLD,
            Self::Team(TeamFigure::Trait(own), _) => {
                Telling::naming(traits.get(*own).copied().unwrap_or_default(), Unit::Number)
            }
            Self::Own(Reading::Idle(since, _), _) => longest_idle::told(*since),
            Self::Own(Reading::Occupancy, _) => occupancy::TOLD,
            Self::Own(Reading::Answered(window), _) => answered::told(*window),
            Self::Own(Reading::TalkTime(window), _) => talk_time::told(*window),
            Self::Own(Reading::MeanHandleTime(window), _) => mean_handle_time::told(*window),
            Self::Own(Reading::Load, _) => load::TOLD,
            Self::Own(Reading::Spare, _) => spare_capacity::TOLD,
            Self::Own(Reading::Order, _) | Self::FixedOrder => fixed_order::TOLD,
            Self::Score(_) => expression::TOLD,
            Self::Circular => circular::TOLD,
            Self::Random(None) => random::TOLD,
            Self::Random(Some(_)) => weighted_random::TOLD,
            Self::ExpectedDelay => expected_delay::TOLD,
            Self::PairScore => pair_score::TOLD,
            Self::TargetShare => target_share::TOLD,
            Self::WeightedSum(_) => weighted_sum::TOLD,
            Self::Window(_) | Self::View(_) => window::TOLD,
        };
        ToldKey { keyword: self.keyword(), telling }
    }

    /// What its number is multiplied by so that the lowest product goes first.
    pub const fn sign(&self) -> f64 {
        match self {
            Self::Team(_, first) | Self::Own(_, first) => first.sign(),
            Self::Score(_) | Self::PairScore | Self::WeightedSum(_) => First::Highest.sign(),
            Self::Circular
            | Self::FixedOrder
            | Self::Random(_)
            | Self::ExpectedDelay
            | Self::TargetShare
            | Self::Window(_)
            | Self::View(_) => First::Lowest.sign(),
        }
    }

    /// Why this key cannot stand behind another one; `None` when it can.
    pub fn unheard_after(&self, before: &Self) -> Option<&'static str> {
        match (before, self) {
            (Self::FixedOrder | Self::Random(_) | Self::Circular, _) => {
                Some("no two agents are equal under the key before it")
            }
            (Self::Team(one, _), Self::Team(other, _)) if one == other => Some(SAME_NUMBER),
            (Self::Own(one, _), Self::Own(other, _)) if one == other => Some(SAME_NUMBER),
            _ => None,
        }
    }
}

const SAME_NUMBER: &str = "it asks for the same number as a key before it";

/// Every agent-ordering key, sorted by keyword.
pub static AGENT_KEYS: Family<MakeAgentKey> = Family {
    name: "agent-keys",
    summary: "what ranks the free agents that may take a contact; a list is heard key by key, each only among agents \
              who are equal under all before it, and the order of the file decides in the end. Keys of the team that \
              lead the list, and then `longest-idle` by `available`, `fixed-order` or `random`, cost the same however \
              many agents are free; every other list looks at all free agents that may take the contact",
    bare: None,
    entries: &[
        answered::ENTRY,
        attribute::ENTRY,
        best_skill::ENTRY,
        circular::ENTRY,
        cost::ENTRY,
        expected_delay::ENTRY,
        expression::ENTRY,
        fastest::ENTRY,
        fixed_order::ENTRY,
        load::ENTRY,
        longest_idle::ENTRY,
        mean_handle_time::ENTRY,
        occupancy::ENTRY,
        own_skill_count::ENTRY,
        pair_score::ENTRY,
        random::ENTRY,
        skill_sum::ENTRY,
        slowest::ENTRY,
        spare_capacity::ENTRY,
        talk_time::ENTRY,
        target_share::ENTRY,
        weighted_random::ENTRY,
        weighted_sum::ENTRY,
        window::ENTRY,
        worst_skill::ENTRY,
    ],
};

/// The entry of a key without settings.
const fn entry(
    keyword: &'static str,
    summary: &'static str,
    example: &'static str,
    make: MakeAgentKey,
) -> Entry<MakeAgentKey> {
    Entry { member: crate::family::Member { keyword, summary, main: None, settings: &[], example }, make }
}

#[cfg(test)]
mod tests;

//! Agent ordering: the keys that rank free, eligible agents for a contact (agent surplus).

mod best_skill;
mod fixed_order;
mod longest_idle;
mod random;

use crate::family::{Entry, Family, Member};

/// One key of the ordered list that picks the agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgentKey {
    /// Highest level in the skill asked for.
    BestSkill,
    /// Order of teams in the file, then number of the agent within the team.
    FixedOrder,
    /// Longest time since the agent last became available.
    LongestIdle,
    /// Uniformly at random among those still equal.
    Random,
}

impl AgentKey {
    /// Why this key cannot stand behind another one; `None` when it can.
    pub const fn unheard_after(self, before: Self) -> Option<&'static str> {
        match (before, self) {
            (Self::FixedOrder | Self::Random, _) => Some("no two agents are equal under the key before it"),
            (Self::LongestIdle, Self::Random) => {
                Some("agents available since the same instant go by `best-skill` and by the order of the file")
            }
            _ => None,
        }
    }
}

/// Every agent-ordering key, sorted by keyword.
pub static AGENT_KEYS: Family<AgentKey> = Family {
    name: "agent-keys",
    summary: "what ranks the free agents that may take a contact",
    bare: None,
    entries: &[best_skill::ENTRY, fixed_order::ENTRY, longest_idle::ENTRY, random::ENTRY],
};

/// The entry of a key without settings.
const fn entry(key: AgentKey, keyword: &'static str, summary: &'static str, example: &'static str) -> Entry<AgentKey> {
    Entry { member: Member { keyword, summary, main: None, settings: &[], example }, make: key }
}

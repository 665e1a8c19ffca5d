//! Fields of agents that a score may name; a line each, so they share a file.

use super::vocabulary::{FieldKind, Moves};
use crate::family::{Entry, Family, Member};

/// Every field of an agent, sorted by name.
pub static AGENT_FIELDS: Family<FieldKind> = Family {
    name: "agent-fields",
    summary: "what a score may know of an agent",
    bare: None,
    entries: &[
        field("agent.answered", Moves::Events, "contacts taken since coming", "\"0 - agent.answered\""),
        field("agent.cost", Moves::Never, "cost of the agent [money per hour]", "\"0 - agent.cost\""),
        field("agent.idle", Moves::Clock(1.0), "time since last becoming available [seconds]", "\"agent.idle\""),
        field(
            "agent.level",
            Moves::Never,
            "level in the skill that the contact needs [0 where it needs none]",
            "\"agent.level\"",
        ),
        field("agent.load", Moves::Events, "contacts in hand now", "\"0 - agent.load\""),
        field(
            "agent.occupancy",
            Moves::Events,
            "share of the time since coming, breaks aside, with contacts in hand [0 to 1]",
            "\"0 - agent.occupancy\"",
        ),
        field("agent.order", Moves::Never, "place of the agent in the file [1 is the first]", "\"0 - agent.order\""),
        field("agent.skills", Moves::Never, "number of skills", "\"0 - agent.skills\""),
        field("agent.spare", Moves::Events, "share of the capacity that is free [0 to 1]", "\"agent.spare\""),
        field(
            "agent.talk_time",
            Moves::Events,
            "time with customers since coming, of contacts that are over [seconds]",
            "\"0 - agent.talk_time\"",
        ),
        field(
            "agent.time_factor",
            Moves::Never,
            "how many times as long the contact takes with this agent [1 is normal]",
            "\"0 - agent.time_factor\"",
        ),
    ],
};

const fn field(keyword: &'static str, moves: Moves, summary: &'static str, example: &'static str) -> Entry<FieldKind> {
    Entry {
        member: Member { keyword, summary, main: None, settings: &[], example },
        make: FieldKind { truth: false, moves },
    }
}

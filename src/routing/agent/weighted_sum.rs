//! The largest weighted sum of other keys first.

use super::{AGENT_KEYS, AgentKey, MakeAgentKey};
use crate::expression::Vocabulary;
use crate::family::{Complaint, Entry, Kind, Later, Located, Member, Need, Setting};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "weighted-sum",
        summary: "the agent with the largest sum of what other keys say, each times its weight. What they say is the \
                  number that they go by, times in seconds, counted below 0 where the lowest number goes first",
        main: Some("keys"),
        settings: &[Setting {
            name: "keys",
            kind: Kind::List(&Kind::Table(PART)),
            need: Need::Required,
            summary: "the keys and their weights",
        }],
        example: "[{ weighted-sum = [{ key = \"best-skill\", weight = 60 }, { key = \"longest-idle\", weight = 1 }] }]",
    },
    make: |settings, vocabulary| {
        let part = |located: &Located| part(located, vocabulary);
        let parts: Vec<(AgentKey, f64)> = settings.list("keys").iter().map(part).collect::<Result<_, _>>()?;
        if parts.is_empty() {
            return Err(Complaint::about("keys", "`keys` is an empty list, expected at least one entry"));
        }
        Ok(AgentKey::WeightedSum(parts))
    },
};

static PART: &[Setting] = &[
    Setting {
        name: "key",
        kind: Kind::Family(&Later(|| &AGENT_KEYS)),
        need: Need::Required,
        summary: "the key, any but `circular`, `random`, `weighted-random`, `window` and `weighted-sum`",
    },
    Setting {
        name: "weight",
        kind: Kind::Number(-1e9, 1e9),
        need: Need::Default("1"),
        summary: "how many times what it says counts",
    },
];

/// A key and its weight.
fn part(located: &Located, vocabulary: &Vocabulary) -> Result<(AgentKey, f64), Complaint> {
    let table = located.table();
    let chosen = table.member("key");
    match (AGENT_KEYS.entries[chosen.index].make)(&chosen.settings, vocabulary)? {
        key @ (AgentKey::Circular
        | AgentKey::Random(_)
        | AgentKey::Window(_)
        | AgentKey::View(_)
        | AgentKey::WeightedSum(_)) => {
            let text = format!("`{}` says no number, expected a key that does", key.keyword());
            Err(Complaint::about("keys", text).help("leave it out, or let it stand in the order by itself"))
        }
        key => Ok((key, table.number("weight"))),
    }
}

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("sum {}", Unit::Number);

//! At random, some more often than others.

use super::attribute::numeric;
use super::{AgentKey, MakeAgentKey, TeamFigure};
use crate::family::{Entry, Kind, Member, Need, Setting};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "weighted-random",
        summary: "any of the agents still equal, with probability in proportion to the agent's level in the skill that \
                  the contact needs, or to an attribute; whose weight is not above 0 is taken only where nobody's is",
        main: Some("by"),
        settings: &[Setting {
            name: "by",
            kind: Kind::Text,
            need: Need::Optional,
            summary: "a numeric attribute of the team, or a skill; without, the skill that the contact needs",
        }],
        example: "[\"weighted-random\"]",
    },
    make: |settings, vocabulary| {
        let by = settings.find_text("by").map(|name| numeric("by", &name, vocabulary)).transpose()?;
        Ok(AgentKey::Random(Some(by.unwrap_or(TeamFigure::Level))))
    },
};

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("drawn with weight {}", Unit::Number).drawn();
